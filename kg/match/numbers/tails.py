"""A number and its unit in, with all that goes on behind them out: 三斤半, 五元三毛, 1小时20分钟, 一米七五, 2元/斤."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kg.match.numbers.numerals import DIGITS, Numeral, read_numeral
from kg.match.numbers.units import Unit, Units, unit_at

RATE = Unit("", "rate", "any", "", None, "", "")
HALF = Decimal("0.5")
HALVES = frozenset(["time", "length", "mass", "area", "tenth", "volume"])
# 三成半 and 3斤半 are a half more, 半径 and 半价 are not.
NOT_HALF = frozenset("径数价年")
SMALLER = re.compile(
    "[零又]?([0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百]+|两[百一二三四五六七八九十]*|[壹贰叁肆伍陆柒捌玖拾佰]+)"
)
# 3元2个, 2亩3分之一: the number behind is another's.
NOT_SMALLER = frozenset("个之0123456789")
# 两元五, 一米七五
LEFT = re.compile("([一二三四五六七八九]{1,2}|(?<=米)[0-9]{1,2})(?=[，。；、！？”]|的|以|$)")
LEFT_UNITS = frozenset("元米斤亩角毛")
# 卖到5230块，, 11块5, 三块零四: money, where no noun follows that would be counted.
COIN = re.compile(
    "块(零?[0-9一二两三四五六七八九])?(?=[，。；、！？”’）\n补给买赔奖也就]|$|[到至—–－-][0-9一二两三四五六七八九十])|块多(?=[，。；、])"
)


# 清理挂牌579块: boards and plots are counted so.
PIECES = re.compile(
    "(?:[牌屏板碑匾砖田石]|[地菜]地|地块|宣传栏|展示?栏|[牌旗]子|玻璃|电池|展品)(?:共计?|各)?[0-9一二两三四五六七八九十百千万余多]+块$"
)
REACH = 16
# 7140块地变成1012块: so they are where the sentence has counted some before.
PLOTS, PLOTS_REACH = re.compile("(?:[0-9万千百]块[地田石砖牌屏板碑匾木]|地块)[^。！？\\n]*$"), 40


FAST = frozenset(["length", "volume", "data"])


class Amount(NamedTuple):
    """A number with its unit, the name that the graph gives the unit, and where both end."""

    number: Decimal
    name: str
    measure: Unit
    stop: int


def amount(text: str, stop: int, end: int, number: Decimal, unit: Unit, units: Units) -> Amount:
    """A number and its unit, which end at `stop`, with halves, smaller units and last digits behind them."""
    if unit.text == "分" and text.startswith("半钟", stop):  # 五分半钟
        return Amount(number + HALF, "分钟", units.named["分钟"], stop + 2)
    if text[stop : stop + 1] == "半" and unit.kind in HALVES and text[stop + 1 : stop + 2] not in NOT_HALF:
        return Amount(number + HALF, unit.name, unit, stop + 1)
    pieces = unit.text == "块" and (
        PIECES.search(text, max(0, stop - REACH), stop) or PLOTS.search(text[max(0, stop - PLOTS_REACH) : stop])
    )
    if unit.text == "块" and not pieces and (coin := COIN.match(text, stop - 1)):
        rest = _worth(coin[1]).scaleb(-len(coin[1])) if coin[1] else 0
        return Amount(number + rest, "元", units.named["元"], coin.end() - coin[0].endswith("多"))
    whole, step = _joined(text, end, Amount(number, unit.name, unit, stop), units)
    if text[whole.stop - 1] in LEFT_UNITS and (left := LEFT.match(text, whole.stop, end)):
        rest = _worth(left[1]).scaleb(-len(left[1]))
        return whole._replace(number=whole.number + rest / step, stop=left.end())
    return whole


def _worth(digits: str) -> Decimal:
    return Decimal("".join(str(DIGITS.get(mark, mark)) for mark in digits))


def _joined(text: str, end: int, whole: Amount, units: Units) -> tuple[Amount, Decimal]:
    """五元三毛 is 5.3元, 1小时20分钟 80分钟; with how many of the last unit make one of the whole."""
    step = Decimal(1)
    while (found := SMALLER.match(text, whole.stop, end)) is not None:
        more = read_numeral(found[1])
        part, stop = unit_at(text, found.end(), end, units)
        larger = "元" if whole.name == "块" else whole.name
        if more is None or more.number is None or part is None or text[stop : stop + 1] in NOT_SMALLER:
            break
        times, name = units.smaller.get((part.name, larger), (Decimal(0), ""))
        if more.number >= times:
            break
        if name == larger:
            number, step = whole.number + more.number / times, times
        else:
            number = whole.number * times + more.number
        whole = Amount(number, name, units.named.get(name, whole.measure), stop)
    return whole, step


def tenths(text: str, stop: int, numeral: Numeral, unit: Unit) -> tuple[Numeral, int]:
    """三成, 七成六, 七五折: as per cent."""
    number = numeral.number
    if number is not None and number < 10 and text[stop : stop + 1] in DIGITS:
        number, stop = number + DIGITS[text[stop]] / 10, stop + 1
    said = (number, numeral.lower, numeral.upper)
    return Numeral(*(None if x is None else x * (10 if x < 10 or unit.text == "成" else 1) for x in said)), stop


def per(text: str, at: int, end: int, kind: str, units: Units) -> tuple[str, int] | None:
    """元/亩, 元/月, 微克每立方米: of what a rate is, and where it ends."""
    if text[at] == "每" and kind == "count":
        return None
    if text[at + 1 : at + 2] in ("月", "日", "时"):
        return (text[at + 1], at + 2) if text[at] == "/" else None
    unit, stop = unit_at(text, at + 1, end, units)
    if unit is None:
        return None
    # 3000元每年 says how often, 60公里每小时 and 5立方米每秒 how fast.
    often = unit.kind == "time" and not (kind in FAST and unit.name in ("秒", "分钟", "小时"))
    return None if text[at] == "每" and (unit.kind == "count" or often) else (unit.name, stop)
