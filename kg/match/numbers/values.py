"""Text in, quantities out: numbers with their units, bounds and SI values."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.match.numbers.alone import in_full
from kg.match.numbers.bare import STOPS, is_announced, is_bare, is_earned, is_peopled
from kg.match.numbers.bounds import LEAST, bounded, exactly, hedge_after, hedge_before
from kg.match.numbers.fractions import fold, part, slash
from kg.match.numbers.numerals import DIGITS, MARKS, Numeral, read_numeral
from kg.match.numbers.ranges import bounded_twice, joined, joint, ranged
from kg.match.numbers.tails import HALF, RATE, amount, per, tenths
from kg.match.numbers.units import PURE, Unit, Units, is_counted, is_year, unit_at
from kg.model import Comparator, Span, Value

REACHED = re.compile("(?<![抵到发直传表送通畅])达到?$|(?<=[入益值额绩润红])[过上]了$")  # 产值达千万元
NOT_MORE = frozenset("元功样种方个")  # 多元, 多功能, 多个
# 华氏温度98.6度
SCALE = re.compile("(摄氏|华氏)(?:温度)?$")
FORMAL, CHEQUES = frozenset("壹贰叁肆伍陆柒捌玖貳參陸"), tuple("拾佰仟万亿元圆")
SPOKEN = re.compile("[一二两三四五六七八九十]+[百千万][一二三四五六七八九十百千]*")
LONGEST_CURRENCY = 9
COUNTED = frozenset(f"0123456789余多几{MARKS}")
AROUND = 16  # so far do hedges and the like look
# What stands in the address of a page counts nothing.
ADDRESS = re.compile("[a-z]://[!-~]*$")
LONGEST_ADDRESS = 500
# 2.1人居环境整治: at the head of a line stands the number of a section.
SECTION = re.compile(r"\d{1,2}\.\d{1,2}")
# What is longer is no quantity and nothing else.
LONGEST = 40


# 第3/5页, 第3至5名
NOT_COUNTED = re.compile("[0-9]/$|第[0-9一二三四五六七八九十百]+[至到—–-]$")
LEADING = frozenset("/至到—–-")
SESSION, SITTING = (
    re.compile("会议|全体会议|(全会|党代会|(?:党员|会员)?代表大会|大会)"),
    frozenset("届大协代委会央盟联"),
)
CLOCK = frozenset("时点")  # 9时30分
EVERYWHERE = re.compile(
    "处(?:[求找寻借筹托搜乱弥撒拜漂飘游流逃散走张招奔化宣联碰]|打[听工探]|取经|考察|学|推销|可见|都?是|调研|点火)"
)
STAGE = re.compile("(?:总|计划|已|预计|概算)*(?:投资|投入|工程|项目|占地|规划|建设|建成|开工|投产|用地|竣工|完工)")
HISTORY = re.compile("的?[一-鿿]{0,8}(?:历史|传统)")
# 提高1.1个和0.9个百分点: the unit stands behind the last of them.
POINTS = re.compile("(?:[、和与及](?:约|近)?[0-9]+(?:\\.[0-9]+)?个?){1,4}百分点")
# 每个网格配备一名网格长
TO_EACH, ONE_REACH = re.compile("每[^，。；、0-9]{1,12}$"), 14


def find_values(text: str, start: int, end: int, units: Units) -> list[Value]:
    """All quantities of a stretch of text, in order; years, ordinals, codes and vague counts are none.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.numbers.units import compile_units
    >>> units = compile_units(load_rules().tables)
    >>> text = "2023年，全县十一个党支部的两千余名党员联系近3.5万户，人均增收1200至1500元。"
    >>> for value in find_values(text, 0, len(text), units):
    ...     print(value.text, value.comparator, value.number, value.lower, value.upper, value.unit)
    十一个 = 11 None None 个
    两千余名 > 2000 2000 None 人
    近3.5万户 <~ 35000 None 35000 户
    1200至1500元 >= None 1200 1500 元
    """
    if units.traditional.search(text, start, end):
        return _simplified(text, start, end, units)
    if start == 0 and end == len(text) <= LONGEST and (whole := _alone(text, units)) is not None:
        return [whole]
    found: list[Value] = []
    at = start
    for match in units.numeral.finditer(text, start, end):
        # 队伍人数, 内陆人工湖, 陆羽: a digit of cheques counts nothing but money by itself.
        formal = match[0] in FORMAL and text[match.end() : match.end() + 1] not in CHEQUES
        if match.start() >= at and not formal and not _in_address(text, start, match.start()):
            value = _read(text, match, end, units)
            if value is not None:
                both = bounded_twice(text, found[-1], value) if found else None
                found[len(found) - (both is not None) :] = [both or value]
                at = value.span.end
    return found


def _in_address(text: str, start: int, at: int) -> bool:
    opened = text.rfind("://", max(start, at - LONGEST_ADDRESS), at)
    return opened > start and ADDRESS.match(text, opened - 1, at) is not None


def _simplified(text: str, start: int, end: int, units: Units) -> list[Value]:
    """The quantities of a stretch with traditional characters: read in simplified ones, quoted as they are."""
    begin = max(0, start - AROUND)
    simple = text[begin : end + AROUND].translate(units.variants)
    spans = [
        (value, value.span.start + begin, value.span.end + begin)
        for value in find_values(simple, start - begin, end - begin, units)
    ]
    return [replace(value, span=Span(a, b), text=text[a:b]) for value, a, b in spans]


def _alone(text: str, units: Units) -> Value | None:
    """The quantity that is the whole text: 十, 一只, 40k, -3/5; in a sentence such numbers are codes or idle."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    full = in_full(text[start:end])
    match = units.alone.numeral.search(full) if units.alone else None
    if units.alone is None or match is None:
        return None
    value = _read(full, match, len(full), units.alone)
    if value is None or value.span != Span(0, len(full)):
        return None
    return replace(value, span=Span(start, end), text=text[start:end])


def _read(text: str, match: re.Match[str], end: int, units: Units) -> Value | None:
    start, stop = match.span()
    written = match[0]
    if written[-1] == "之":
        return part(text, start, end, units)
    if "/" in written:
        return slash(text, match, end, units)
    if written == "翻":
        return fold(text, start, end)
    previous = text[start - 1] if start else ""
    if previous == "第" or (previous == "." and written[0] != ".") or previous.isdecimal():
        return None
    if previous in LEADING and NOT_COUNTED.search(text, max(0, start - 6), start):
        return None
    numeral = read_numeral(written)
    if numeral is not None and numeral.number is not None and text.startswith("个半", stop):
        # 一个半小时, 两个半月, 一个半钟
        timed, after = unit_at(text, stop + 2, end, units)
        if timed is None or timed.kind != "time":
            whole = f"个{text[stop + 2 : min(end, stop + 6)]}"
            timed, size = unit_at(whole, 0, len(whole), units)
            after = stop + 1 + size
        if timed is not None and timed.kind == "time":
            return exactly(text, start, after, numeral.number + HALF, timed.name, Comparator.EQUAL, timed)
    unit, stop = unit_at(text, stop, end, units)
    pointed = unit.text == "个" if unit is not None else "." in written
    if pointed and POINTS.match(text, stop, end):
        unit = units.named["个百分点"]
    if unit is None and written[-1] in "两兩" and len(written) > 1:
        return _liang(text, match, end, units)
    if unit is not None and unit.text == "折" and (numeral is None or written == "半"):
        numeral = _discount(written)
    if numeral is None:
        return None
    second = joint(text, stop, end)
    if second is not None:
        span = ranged(text, start, written, numeral, unit, second, end, units)
        if span is not None:
            return span
    if unit is None:
        return _bare(text, start, stop, end, written, numeral, units)
    # 2020人均收入 is that of a year.
    if len(written) == 4 and is_year(written) and text.startswith("均", stop):
        return None
    # 十四届人大三次会议 is one of them, and no three.
    session = SESSION.match(text, stop) if unit.text == "次" else None
    if session is not None and (session[1] or previous in SITTING):
        return None
    # 四处奔走; 二期投资9亿元, 1期工程
    if (written == "四" and EVERYWHERE.match(text, stop - 1)) or (unit.text == "期" and STAGE.match(text, stop)):
        return None
    if previous in CLOCK and unit.text in ("分", "分钟") and text[start - 2] in COUNTED:
        return None
    section = units.alone is not None and previous in ("", "\n") and SECTION.fullmatch(written)
    if section and unit.kind == "count":
        return None
    latin = previous.isascii() and previous.isalpha()
    if latin and unit.kind not in ("money", "percent"):
        return None
    sure = written == "一" and _is_one(text, start, stop, end, unit, units)
    sure = sure or (unit.text == "个" and written != "一" and units.apart.match(text, stop) is not None)
    if not is_counted(unit, written, Numeral(None) if sure else numeral, text, stop):
        return None
    # 前三名 is a rank, 此前30人 is none.
    if previous == "前" and unit.kind == "count" and (start < 2 or text[start - 2] not in "此以目之年月日天"):
        return None
    value = _value(text, start, stop, end, written, numeral, unit, units)
    return value and _to_another(text, value, end, units)


def _is_one(text: str, start: int, stop: int, end: int, unit: Unit, units: Units) -> bool:
    """至少一名, 每周至少巡河一次, 每月召开一次以上, 每村选派一名: a bounded or a shared one is counted."""
    if hedge_before(text, start, units)[1] or hedge_after(text, stop, end, units)[1]:
        return True
    window = text[max(0, start - ONE_REACH) : start]
    return LEAST.search(window) is not None or (unit.name == "人" and TO_EACH.search(window) is not None)


def _discount(written: str) -> Numeral | None:
    """八八折, 打对折 and 半折."""
    if written in ("对", "半"):
        return Numeral(Decimal(5))
    return Numeral(Decimal("".join(str(DIGITS[mark]) for mark in written))) if set(written) <= DIGITS.keys() else None


def _value(
    text: str, start: int, stop: int, end: int, written: str, numeral: Numeral, unit: Unit, units: Units
) -> Value | None:
    number, lower, upper = numeral
    name, measure, more = unit.name, unit, unit.more or (lower is not None and number is not None)
    if number is not None:
        number, name, measure, stop = amount(text, stop, end, number, unit, units)
    elif unit.text == "块" and text[stop : stop + 1] in ("", *STOPS):
        name, measure = "元", units.named["元"]
    name, measure, opened = _named_before(text, start, name, measure, units)
    if unit.kind == "tenth":
        (number, lower, upper), stop = tenths(text, stop, numeral._replace(number=number), unit)
    following = text[stop : stop + 1]
    if following in ("/", "每") and (rate := per(text, stop, end, measure.kind, units)):
        name, stop, measure = f"{name}/{rate[0]}", rate[1], RATE
    if following in ("多", "余") and measure.kind != "count" and text[stop + 1 : stop + 2] not in NOT_MORE:
        more, stop = True, stop + 1
    told = REACHED.search(text, max(0, start - 3), start)
    if not more and is_bare(written) and not told and hedge_before(text, start, units)[1] is None:
        return None
    # 近三年 is a spell of time, and not almost three years.
    spell = unit.text in ("年", "个月", "天", "周") and start and text[start - 1] == "近"
    if spell and not HISTORY.match(text, stop):
        return None
    value = bounded(text, start, stop, end, Numeral(number, lower, upper), name, more, measure, units)
    return _opened(text, value, opened)


def _named_before(text: str, start: int, name: str, measure: Unit, units: Units) -> tuple[str, Unit, int]:
    """港币2960元, 华氏98度: what is counted is named before the number; where the name begins."""
    if measure.kind == "degree" and (scale := SCALE.search(text, max(0, start - 4), start)):
        degree = units.named[scale[1] + "度"]
        return degree.name, degree, scale.start()
    if start and text[start - 1] in units.currency_ends and name in ("元", "块", ""):
        currency = units.currencies.search(text, max(0, start - LONGEST_CURRENCY), start)
        # 10美元5人: that currency is of the number before it.
        if currency is not None and text[currency.start() - 1 : currency.start()] not in COUNTED:
            money = units.named[currency[1]]
            return money.name, money, currency.start()
    return name, measure, start


def _opened(text: str, value: Value, start: int) -> Value:
    span = value.span
    if start >= span.start:
        return value
    return replace(value, span=replace(span, start=start), text=text[start : span.end])


def _to_another(text: str, value: Value, end: int, units: Units) -> Value:
    """五元六角至五元八角"""
    second = joint(text, value.span.end, end)
    match = units.numeral.match(text, second, end) if second is not None else None
    high = _read(text, match, end, units) if match else None
    return (high and joined(text, value, high, end, units)) or value


def _liang(text: str, match: re.Match[str], end: int, units: Units) -> Value | None:
    """三千两 may be 三千 of the unit 两."""
    numeral = read_numeral(match[0][:-1])
    unit, stop = unit_at(text, match.end() - 1, end, units)
    if numeral is None or unit is None:
        return None
    return _value(text, match.start(), stop, end, match[0][:-1], numeral, unit, units)


def _bare(text: str, start: int, stop: int, end: int, written: str, numeral: Numeral, units: Units) -> Value | None:
    """A number without a unit: of people (57万儿女), of money (¥500), or what has just been announced (达85.6)."""
    bare = is_bare(written)
    more = numeral.lower is not None and numeral.number is not None
    name, measure, opened = _named_before(text, start, "", PURE, units)
    if opened < start and not bare:
        return _opened(text, bounded(text, start, stop, end, numeral, name, more, measure, units), opened)
    if "个" in written:
        return bounded(text, start, stop, end, numeral, "元", more, units.named["元"], units)
    if not bare or more or hedge_before(text, start, units)[1]:
        grouped = written[-1] in "余多" or any(mark in written for mark in "万亿萬億")
        # 税收过亿的企业: what the firms pay is no number of them.
        grouped = grouped and not (bare and text.startswith("的", stop))
        if grouped and (people := units.people.match(text, stop, min(end, stop + 14))):
            return bounded(text, start, stop, end, numeral, units.counted[people[1]], more, PURE, units)
    # 花了两万五, 赚了三千六: as money is spoken of.
    spoken = written.rstrip("余多")[-1] in "万亿" or SPOKEN.fullmatch(written) is not None
    if not bare and spoken and is_earned(text, start, stop):
        return bounded(text, start, stop, end, numeral, "元", more, units.named["元"], units)
    if not bare and written.rstrip("余多")[-1] in "万亿" and is_peopled(text, start, stop):
        return bounded(text, start, stop, end, numeral, "人", more, PURE, units)
    if bare or not (units.alone is None or is_announced(text, start, stop, end, written)):
        return None
    return bounded(text, start, stop, end, numeral, "", more, PURE, units)
