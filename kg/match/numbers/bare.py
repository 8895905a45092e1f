"""A number without a unit and what stands round it in, whether it is one all the same out: 达85.6，, 大于100的."""

from __future__ import annotations

import re

from kg.match.numbers.numerals import GROUPS, TENS
from kg.match.numbers.units import Units, is_year

# A bare multiplier counts only where something says how it is meant: 过百亿元, 千余名; 百亿产业 and 万名干部 are names.
BARE = frozenset([*TENS, *GROUPS]) - frozenset("十拾廿卅卌")
STOPS = frozenset("，。；、：！？）\n")
SHIFTED = re.compile("[提增上扩下降减缩][升高长加涨大降低少到至]")
SPELT = re.compile("[一二两三四五六七八九壹贰叁肆伍陆柒捌玖][百千万亿佰仟].")  # 一百四十四 is nothing but a number
TOLD = re.compile("(?:达到?|[为至是到得于从由]|约|近|超过?|突破)$")
# 大于100且小于300的: what is compared is a number; so is what is said to lie above another.
COMPARED = re.compile("(?:[大小高低多少]于(?:或者?)?(?:等于)?|等于|[最至][多少]|[<>≤≥]=?)$")
RELATION = re.compile("的|[且并而同]|不?[大小高低多少]于|[最至][多少]")
ABOVE, BELOW = "在", re.compile("(?:或者?)?(?:以[上下内]|之[上下内]|更[多少])")
# 取值范围为0至100
SPAN = re.compile("范围(?:是|为|在|约为?)?$")
# 总创收600多万，: money whose 元 is left out.
EARNED = re.compile(
    "(?:收入|[总计划]投资|投资额|引资|造价|融资|工资|创收|增收|营收|产值|利润|分红|收益|贷款|租金|存款|善款|捐款|销售额|营业额|[月年]薪|赚|挣|赔|亏|花|垫)(?:费|去|掉)?个?(?:[高仅也都就已]?(?:达到?|有|超过?|突破|约|近|过|了)){0,2}$"
)
EARNED_REACH = 8
# 总人口85万, 外出人员达26.5万: people whose 人 is left out.
PEOPLED = re.compile(
    "(?:人口|人数|人员|劳动力|员工|职工|党员|学生|在校生|游客|居民|村民|农民工|从业者|志愿者|会员|粉丝|用户|观众|关注者)(?:总数|总量|规模)?"
    "(?:[高仅也都就已]?(?:达到?|有|超过?|突破|约|近|为|共|过|占)了?){0,2}$"
)
PEOPLED_REACH = 12


def is_bare(written: str) -> bool:
    """Whether a numeral is nothing but multipliers: 百, 千万."""
    return written[:1] in BARE and all(mark in BARE for mark in written)


def is_earned(text: str, start: int, stop: int) -> bool:
    """Whether a number without a unit that closes its clause is of what was earned, paid or lent."""
    closes = text[stop : stop + 1] in ("", *STOPS)
    return closes and EARNED.search(text, max(0, start - EARNED_REACH), start) is not None


def is_peopled(text: str, start: int, stop: int) -> bool:
    """Whether a number without a unit that closes its clause is of people.

    >>> is_peopled("总人口85万，", 3, 6), is_peopled("总价85万，", 2, 5)
    (True, False)
    """
    closes = text[stop : stop + 1] in ("", *STOPS)
    return closes and PEOPLED.search(text, max(0, start - PEOPLED_REACH), start) is not None


def is_announced(text: str, start: int, stop: int, end: int, written: str) -> bool:
    """Whether a number without a unit is one all the same: 达85.6，, 从81.2提升至88, 大于100的."""
    following = text[stop : stop + 1]
    above = text[start - 1 : start] == ABOVE and BELOW.match(text, stop, end)
    compared = above or (COMPARED.search(text, max(0, start - 6), start) and RELATION.match(text, stop, end))
    shifted = start and text[start - 1] in "从由" and SHIFTED.match(text, stop, end)
    if following and following not in STOPS and not (shifted or compared) and not text.startswith("大关", stop):
        return False
    # 12：30
    if following == "：" and text[stop + 1 : stop + 2].isdecimal():
        return False
    told = compared or TOLD.search(text, max(0, start - 3), start) is not None
    if not written[0].isdecimal():
        return len(written) > 1 and (bool(told) or SPELT.search(written) is not None)
    code = written.isdecimal() and (len(written) < 2 or len(written) > 6 or (len(written) == 4 and is_year(written)))
    return bool(told) and not code


def is_range(text: str, start: int, at: int, stop: int, units: Units) -> bool:
    """Whether two numbers without a unit, the second from `at` to `stop`, are a range: 20和30之间, 范围是一千到两千."""
    if units.alone is None:
        return text[at - 1] not in "-－−"  # 12-25 may be a date or a code
    between = text[at - 1] in "和与" and text.startswith("之间", stop)
    year = is_year(text[at:stop]) and stop - at == 4
    return not year and (between or SPAN.search(text, max(0, start - 5), start) is not None)
