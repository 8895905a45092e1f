"""Text in, quantities out: numbers with their units, bounds and SI values."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.match.bounds import MONEY_SIGN, between, bounded, exactly, hedge_after, hedge_before
from kg.match.numerals import DIGITS, GROUPS, MARKS, TENS, Numeral, read_numeral
from kg.match.units import ARABIC, HAN, POINT, Unit, Units
from kg.model import Comparator, Value

PARTS = re.compile(rf"(?:({HAN}+)又)?([百千万]|{HAN}+)分之({ARABIC}|{HAN}+(?:{POINT})?|百)")
PER = {"百": (Decimal(100), "%"), "千": (Decimal(1000), "‰"), "万": (Decimal(10000), "‱")}
TO = re.compile("[至到]|[—–－~～-]+(?=[0-9一二两三四五六七八九十])")
TO_STARTS = frozenset("至到—–－~～-")
FOLD = re.compile("翻了?(?:近|超过?)?([一两二三四五六七八九几]|[0-9.]+)番|翻了?番")
HALVES = frozenset(["time", "length", "mass", "area", "tenth", "volume"])
SHARE, TIMES = Unit("", "percent", "any", "", None, "", ""), Unit("番", "ratio", "any", "倍", None, "", "")
RATE, PURE = Unit("", "rate", "any", "", None, "", ""), Unit("", "number", "any", "", None, "", "")
MONEY = Unit("元", "money", "any", "元", None, "", "")
MONTHS = Unit("个月", "time", "any", "个月", None, "", "")
HALF = Decimal("0.5")
SIXTH = Decimal("0.000001")
# A bare multiplier counts only where something says how it is meant: 过百亿元, 千余名; 百亿产业 and 万名干部 are names.
BARE = frozenset([*TENS, *GROUPS]) - frozenset("十拾廿卅")
STOPS = frozenset("，。；、：！？）\n")
SHIFTED = re.compile("[提增上扩下降减缩][升高长加涨大降低少到至]")
TOLD = re.compile("(?:达到?|[为至到是得于从由]|约|近|超过?|突破)$")
# 五元三毛, 六斤八两: a tenth of the unit goes on with the number.
SMALLER = {"角": "元块", "毛": "元块", "两": "斤", "兩": "斤", "分": "亩"}
REST = re.compile("([0-9一二三四五六七八九])([角毛两兩]|分(?!之))(?![0-9一-九个])")
# 两元五
LEFT = re.compile("([一二三四五六七八九])(?=[，。；、！？”]|$)")
# 卖到5230块，, 11块5: money, where no noun follows that would be counted.
COIN = re.compile("块([0-9一二两三四五六七八九])?(?=[，。；、！？”’）\n]|$)|块多(?=[，。；、])")
# 三成半 and 3斤半 are a half more, 半径 and 半价 are not.
NOT_HALF = frozenset("径数价年")
NOT_MORE = frozenset("元功样种方个")  # 多元, 多功能, 多个


def find_values(text: str, start: int, end: int, units: Units) -> list[Value]:
    """All quantities of a stretch of text, in order; years, ordinals, codes and vague counts are none.

    >>> from kg.match.rules import load_rules
    >>> from kg.match.units import compile_units
    >>> units = compile_units(load_rules().tables)
    >>> text = "2023年，全县十一个党支部的两千余名党员联系近3.5万户，人均增收1200至1500元。"
    >>> for value in find_values(text, 0, len(text), units):
    ...     print(value.text, value.comparator, value.number, value.lower, value.upper, value.unit)
    十一个 = 11 None None 个
    两千余名 > 2000 2000 None 人
    近3.5万户 <~ 35000 None 35000 户
    1200至1500元 >= None 1200 1500 元
    """
    found: list[Value] = []
    at = start
    for match in units.numeral.finditer(text, start, end):
        if match.start() >= at:
            value = _read(text, match, end, units)
            if value is not None:
                found.append(value)
                at = value.span.end
    return found


def _read(text: str, match: re.Match[str], end: int, units: Units) -> Value | None:
    start, stop = match.span()
    written = match[0]
    if written[-1] == "之":
        return _part(text, start, end, units)
    if written == "翻":
        return _fold(text, start, end)
    previous = text[start - 1] if start else ""
    if previous == "第" or previous == "." or previous.isdecimal():
        return None
    numeral = read_numeral(written)
    if numeral is not None and numeral.number is not None and text.startswith("个半", stop):
        # 一个半小时, 两个半月
        month = text.startswith("月", stop + 2)
        timed, after = (MONTHS, stop + 3) if month else unit_at(text, stop + 2, end, units)
        if timed is not None and timed.kind == "time":
            return exactly(text, start, after, numeral.number + HALF, timed.name, Comparator.EQUAL, timed)
    unit, stop = unit_at(text, stop, end, units)
    if unit is None and written[-1] in "两兩" and len(written) > 1:
        return _liang(text, match, end, units)
    if numeral is None:
        return None
    if stop < end and text[stop] in TO_STARTS and (second := TO.match(text, stop, end)):
        ranged = _range(text, start, written, numeral, unit, second.end(), end, units)
        if ranged is not None:
            return ranged
    if unit is None:
        return _bare(text, start, stop, end, written, numeral, units)
    latin = previous.isascii() and previous.isalpha()
    if (latin and unit.kind not in ("money", "percent")) or not _counts(unit, written, numeral, text, stop):
        return None
    # 前三名 is a rank, 此前30人 is none.
    if previous == "前" and unit.kind == "count" and (start < 2 or text[start - 2] not in "此以目之年月日天"):
        return None
    return _value(text, start, stop, end, written, numeral, unit, units)


def unit_at(text: str, start: int, end: int, units: Units) -> tuple[Unit | None, int]:
    """The longest unit that stands here, and where it ends."""
    first = text[start : start + 1]
    lone = units.lone.get(first)
    if lone is not None and start < end:
        following = text[start + 1 : start + 2]
        return (None, start) if following and following in lone.unless else (lone, start + 1)
    for unit in units.by_first.get(first, ()):
        if text.startswith(unit.text, start):
            stop = start + len(unit.text)
            following = text[stop : stop + 1]
            if stop > end or (following and following in unit.unless):
                continue
            if unit.latin and following.isascii() and following.isalnum():
                continue
            return unit, stop
    return None, start


def _counts(unit: Unit, written: str, numeral: Numeral, text: str, stop: int) -> bool:
    """Whether the numeral is one that this unit is counted with, and not a year, a level or a saying."""
    # 千亿级, 万吨级 and 5米级 are classes, 2023年 is a date.
    if text[stop : stop + 1] == "级" or (unit.text == "年" and len(written) == 4 and _is_year(written)):
        return False
    if written[0].isdecimal():
        return True
    if unit.least == "no" or (unit.least == "ten" and written in ("十", "拾") and unit.text != "个"):
        return False
    # 三四个, 几十项: who says it so vaguely is counting.
    return numeral.number is None or unit.least == "any" or numeral.number >= (10 if unit.least == "ten" else 2)


def _is_year(written: str) -> bool:
    return "1900" <= written <= "2100" if written[0].isdecimal() else written[0] in "一二" and "千" not in written


def _value(
    text: str, start: int, stop: int, end: int, written: str, numeral: Numeral, unit: Unit, units: Units
) -> Value | None:
    number, lower, upper = numeral
    name, measure, more = unit.name, unit, unit.more or (lower is not None and number is not None)
    following = text[stop : stop + 1]
    if following == "半" and unit.kind in HALVES and number is not None and text[stop + 1 : stop + 2] not in NOT_HALF:
        number, stop = number + HALF, stop + 1
    elif number and unit.text in SMALLER.get(text[stop + 1 : stop + 2], "-") and (rest := REST.match(text, stop)):
        number, stop = number + Decimal(DIGITS.get(rest[1]) or rest[1]) / 10, rest.end()
        name, measure = ("元", MONEY) if unit.text == "块" else (name, measure)
    elif number and unit.text == "元" and (left := LEFT.match(text, stop)):
        number, stop = number + DIGITS[left[1]] / 10, left.end()
    if unit.text == "块" and (coin := COIN.match(text, stop - 1)):
        name, stop = "元", coin.end() - coin[0].endswith("多")
        measure, following = MONEY, text[stop : stop + 1]
        if coin[1] and number is not None:
            number += (DIGITS.get(coin[1]) or Decimal(coin[1])) / 10
    if unit.kind == "tenth":
        number, lower, upper, stop = _tenths(text, stop, numeral._replace(number=number), unit)
    if following in ("/", "每") and (per := _per(text, stop, end, measure.kind, units)):
        name, stop, measure = f"{name}/{per[0]}", per[1], RATE
    if following in ("多", "余") and measure.kind != "count" and text[stop + 1 : stop + 2] not in NOT_MORE:
        more, stop = True, stop + 1
    if not more and _is_bare(written) and hedge_before(text, start, units)[1] is None:
        return None
    # 近三年 is a spell of time, and not almost three years.
    if unit.text in ("年", "个月", "天", "周") and start and text[start - 1] == "近":
        return None
    return bounded(text, start, stop, end, (number, lower, upper), name, more, measure, units)


def _tenths(
    text: str, stop: int, numeral: Numeral, unit: Unit
) -> tuple[Decimal | None, Decimal | None, Decimal | None, int]:
    """三成, 七成六, 七五折: as per cent."""
    number, lower, upper = numeral
    if number is not None and number < 10 and text[stop : stop + 1] in DIGITS:
        number, stop = number + DIGITS[text[stop]] / 10, stop + 1
    tens = [None if x is None else x * (10 if x < 10 or unit.text == "成" else 1) for x in (number, lower, upper)]
    return tens[0], tens[1], tens[2], stop


def _per(text: str, at: int, end: int, kind: str, units: Units) -> tuple[str, int] | None:
    """元/亩, 元/月, 微克每立方米: of what a rate is, and where it ends."""
    if text[at] == "每" and kind == "count":
        return None
    if text[at + 1 : at + 2] in ("月", "日"):
        return (text[at + 1], at + 2) if text[at] == "/" else None
    unit, stop = unit_at(text, at + 1, end, units)
    return None if unit is None or (text[at] == "每" and unit.kind in ("count", "time")) else (unit.name, stop)


def _is_bare(written: str) -> bool:
    return written[:1] in BARE and all(mark in BARE for mark in written)


def _liang(text: str, match: re.Match[str], end: int, units: Units) -> Value | None:
    """三千两 may be 三千 of the unit 两."""
    numeral = read_numeral(match[0][:-1])
    unit, stop = unit_at(text, match.end() - 1, end, units)
    if numeral is None or unit is None:
        return None
    return _value(text, match.start(), stop, end, match[0][:-1], numeral, unit, units)


def _range(
    text: str, start: int, written: str, low: Numeral, unit: Unit | None, at: int, end: int, units: Units
) -> Value | None:
    """1至2名, 1200—1500毫米, 10至20万元, 100元至200元."""
    match = units.numeral.match(text, at, end)
    if match is None or low.number is None or match[0][-1] in "之翻":
        return None
    high = read_numeral(match[0])
    measure, stop = unit_at(text, match.end(), end, units)
    if high is None or high.number is None or measure is None or (unit is not None and unit.name != measure.name):
        return None
    first, last = low.number, high.number
    if unit is None:
        first *= _shared(written, first, match[0], last)
    if first >= last or not _counts(measure, match[0], high, text, stop):
        return None
    if measure.kind == "tenth":
        first, last = first * 10, last * 10
    opened, _ = hedge_before(text, start, units)
    stop, _ = hedge_after(text, stop, end, units)
    return between(text, opened, stop, first, last, measure.name)


def _shared(low: str, first: Decimal, high: str, last: Decimal) -> Decimal:
    """In 10至20万元 the multiplier of the second number is the first one's too; in 9000至1万元 it is not."""
    tail = high.lstrip("0123456789.,")
    if tail and low[0].isdecimal() and not any(mark in low for mark in tail):
        mantissa = read_numeral(high[: -len(tail)])
        if mantissa is not None and mantissa.number and first <= mantissa.number:
            return last / mantissa.number
    elif len(high) > 1 and low in DIGITS and high[-1] in TENS:
        return TENS[high[-1]]
    return Decimal(1)


def _part(text: str, start: int, end: int, units: Units) -> Value | None:
    """百分之五, 四分之一."""
    match = PARTS.match(text, start, end)
    if match is None:
        return None
    top = Numeral(Decimal(100)) if match[3] == "百" else read_numeral(match[3])
    below, unit = PER.get(match[2], (None, ""))
    if below is None:
        numeral = read_numeral(match[2])
        below = numeral.number if numeral else None
    elif top is not None:
        top = Numeral(*(None if x is None else x * below for x in top))
    if not below or top is None:
        return None
    parts = Numeral(*(None if x is None else _divided(x, below) for x in top))
    whole = read_numeral(match[1]) if match[1] else None
    if whole is not None and whole.number is not None and parts.number is not None:
        # 四又二分之一小时
        measure, stop = unit_at(text, match.end(), end, units)
        mixed = whole.number + parts.number
        return exactly(text, start, stop, mixed, measure.name if measure else "", Comparator.EQUAL, measure or SHARE)
    more = parts.lower is not None and parts.number is not None
    return bounded(text, start, match.end(), end, parts, unit, more, SHARE, units)


def _divided(top: Decimal, below: Decimal) -> Decimal:
    exact = top / below
    return exact if len(exact.as_tuple().digits) < 10 else exact.quantize(SIXTH)


def _fold(text: str, start: int, end: int) -> Value | None:
    """翻一番 is twice as much, 翻两番 four times."""
    match = FOLD.match(text, start, end)
    times = read_numeral(match[1] or "一") if match else None
    if match is None or times is None or times.number is None or times.number > 9:
        return None
    number = Decimal(2) ** times.number if times.number == int(times.number) else times.number * 2
    sign = Comparator.NEARLY if "近" in match[0] else Comparator.MORE if "超" in match[0] else Comparator.EQUAL
    return exactly(text, start, match.end(), number, "倍", sign, TIMES)


def _bare(text: str, start: int, stop: int, end: int, written: str, numeral: Numeral, units: Units) -> Value | None:
    """A number without a unit: of people (57万儿女), of money (¥500), or what has just been announced (达85.6)."""
    if start and text[start - 1] in MONEY_SIGN:
        return bounded(text, start, stop, end, numeral, MONEY_SIGN[text[start - 1]], False, PURE, units)
    bare = _is_bare(written)
    more = numeral.lower is not None and numeral.number is not None
    if not bare or more or hedge_before(text, start, units)[1]:
        grouped = written[-1] in "余多" or any(mark in written for mark in "万亿萬億")
        if grouped and (people := units.people.match(text, stop, min(end, stop + 14))):
            return bounded(text, start, stop, end, numeral, units.counted[people[1]], more, PURE, units)
    if bare or not _is_announced(text, start, stop, end, written):
        return None
    return bounded(text, start, stop, end, numeral, "", more, PURE, units)


def _is_announced(text: str, start: int, stop: int, end: int, written: str) -> bool:
    """Whether a number without a unit is one all the same: 达85.6，, 从81.2提升至88."""
    following = text[stop : stop + 1]
    shifted = start and text[start - 1] in "从由" and SHIFTED.match(text, stop, end)
    if following and following not in STOPS and not shifted:
        return False
    alone = start < 2 and stop == len(text)
    told = alone or TOLD.search(text, max(0, start - 3), start) is not None
    if not written[0].isdecimal():
        return len(written) > 1 and told
    code = written.isdecimal() and (len(written) < 2 or len(written) > 6 or (len(written) == 4 and _is_year(written)))
    return told and not code
