"""Text in, quantities out: numbers with their units, bounds and SI values."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.match.numerals import DIGITS, FEW, GROUPS, TENS, Numeral, read_numeral
from kg.match.units import ARABIC, HAN, Unit, Units
from kg.model import Comparator, Span, Value

PARTS = re.compile(rf"([百千万]|{HAN}+)分之({ARABIC}|{HAN}+(?:[点點][零一二三四五六七八九]+)?|百)")
PER = {"百": (Decimal(1), "%"), "千": (Decimal(1), "‰"), "万": (Decimal(1), "‱")}
TO = re.compile("[至到]|[—–－~～-]+(?=[0-9一二两三四五六七八九十])")
FOLD = re.compile("翻了?(?:近|超过?)?([一两二三四五六七八九几]|[0-9.]+)番|翻了?番")
MONEY_SIGN = {"¥": "元", "￥": "元", "$": "美元", "€": "欧元"}
HALVES = ("time", "length", "mass", "area", "tenth", "volume")
SIXTH = Decimal("0.000001")
ROUND = Decimal("0.01")
LATIN = re.compile("[A-Za-z]")
# A bare multiplier counts only where something says how it is meant: 过百亿元, 千余名; 百亿产业 and 万名干部 are names.
BARE = frozenset([*TENS, *GROUPS]) - frozenset("十拾廿卅")
MINUS = re.compile("(?:(?<![0-9A-Za-z一-鿿）])[-－−]|(?<![一-鿿])[负負]|(?<=[为是达到至于])[负負]|零下)$")
LEAST = re.compile("(至少|最少|不少于|至多|最多|不超过)[一-鿿]{1,4}$")
STOPS = frozenset("，。；、：！？）\n”")
SHIFTED = re.compile("[提增上扩下降减缩][升高长加涨大降低少到至]")
TOLD = re.compile("(?:达到?|[为至到是得于从由]|约|近|超过?|突破)$")


def find_values(text: str, start: int, end: int, units: Units) -> list[Value]:
    """All quantities of a stretch of text, in order; years, ordinals, codes and vague counts are none.

    >>> from kg.match.rules import load_rules
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
        if match.start() < at:
            continue
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
    if previous and (previous in "第." or previous.isdecimal()):
        return None
    numeral = read_numeral(written)
    if numeral is None:
        return None
    unit, stop = unit_at(text, stop, end, units)
    # 三千两 may be 三千 of the unit 两.
    if unit is None and written[-1] in "两兩" and len(written) > 1:
        numeral = read_numeral(written[:-1])
        unit, stop = unit_at(text, match.end() - 1, end, units)
        if numeral is None:
            return None
    second = TO.match(text, stop, end)
    if second is not None and (unit is None or text[stop - 1] not in "年月日"):
        ranged = _range(text, start, written, numeral, unit, second.end(), end, units)
        if ranged is not None:
            return ranged
    if unit is None:
        return _bare(text, start, match.end(), end, written, numeral, units)
    if not _counts(unit, written, numeral, text, stop) or (LATIN.match(previous) and unit.kind not in ("money", "percent")):
        return None
    return _value(text, start, stop, end, written, numeral, unit, units)


def unit_at(text: str, start: int, end: int, units: Units) -> tuple[Unit | None, int]:
    """The longest unit that stands here, and where it ends."""
    for unit in units.by_first.get(text[start : start + 1], ()):
        stop = start + len(unit.text)
        if stop <= end and text.startswith(unit.text, start):
            following = text[stop : stop + 1]
            if following and (following in unit.unless or (unit.text.isascii() and unit.text.isalpha() and following.isascii() and following.isalnum())):
                continue
            return unit, stop
    return None, start


def _counts(unit: Unit, written: str, numeral: Numeral, text: str, stop: int) -> bool:
    """Whether the numeral is one that this unit is counted with, and not a year, a level or a saying."""
    if written[0].isdecimal():
        # 2023年 is a date; 千亿级, 万吨级 and 5米级 are classes.
        return not (unit.text == "年" and len(written) == 4 and "1900" <= written <= "2100") and text[stop : stop + 1] != "级"
    if unit.least == "no" or text[stop : stop + 1] == "级" or (unit.text == "年" and len(written) == 4 and "千" not in written):
        return False
    if written in ("十", "拾") and unit.least == "ten" and unit.text != "个":
        return False
    # 三四个, 几十项: who says it so vaguely is counting.
    return numeral.number is None or unit.least == "any" or numeral.number >= (10 if unit.least == "ten" else 2)


def _value(text: str, start: int, stop: int, end: int, written: str, numeral: Numeral, unit: Unit, units: Units) -> Value | None:
    number, lower, upper = numeral
    kind = unit.kind
    if kind in HALVES and text[stop : stop + 1] == "半" and number is not None and text[stop + 1 : stop + 2] not in ("径", "数", "价", "年"):
        number, stop = number + Decimal("0.5"), stop + 1
    if kind == "tenth":
        if text[stop : stop + 1] in DIGITS and number is not None and number < 10:
            number, stop = number + DIGITS[text[stop]] / 10, stop + 1
        number, lower, upper = (None if x is None else x * (10 if x < 10 or unit.text == "成" else 1) for x in (number, lower, upper))
    name = unit.name
    if per := _per(text, stop, end, kind, units):
        name, kind, unit = f"{name}/{per[0]}", "rate", Unit("", "rate", "any", "", None, "", "")
        stop = per[1]
    opened, sign = _hedge_before(text, start, units)
    if number is not None and (signed := MINUS.search(text, max(0, start - 3), start)):
        number, opened = -number, signed.start()
    more = (lower is not None and upper is None) or "多" in unit.text
    if kind != "count" and text[stop : stop + 1] in ("多", "余") and text[stop + 1 : stop + 2] not in ("元", "功", "样", "种", "方", "个"):
        more, stop = True, stop + 1
    if opened == start and not more and _is_bare(written):
        return None
    if opened < start and text[opened] == "近" and kind == "time" and unit.text in ("年", "个月", "天", "周"):
        return None
    follows = units.after.match(text, stop, end)
    if follows is not None:
        stop = follows.end()
    if sign is None and (least := LEAST.search(text, max(0, start - 7), start)):
        sign = units.before[least[1]][0]
    comparator = _comparator(more, sign, units.comparators[follows[0]] if follows else None)
    if opened and text[opened - 1] in MONEY_SIGN:
        opened -= 1
    return _made(text, opened, stop, number, lower, upper, name, comparator, unit)


def _per(text: str, at: int, end: int, kind: str, units: Units) -> tuple[str, int] | None:
    """元/亩, 元/月, 微克每立方米: of what a rate is, and where it ends."""
    sign = text[at : at + 1]
    if sign not in ("/", "每") or (sign == "每" and kind == "count"):
        return None
    if text[at + 1 : at + 2] in ("月", "日"):
        return (text[at + 1], at + 2) if sign == "/" else None
    unit, stop = unit_at(text, at + 1, end, units)
    return None if unit is None or (sign == "每" and unit.kind in ("count", "time")) else (unit.name, stop)


def _is_bare(written: str) -> bool:
    return bool(written) and all(mark in BARE for mark in written)


def _comparator(more: bool, before: Comparator | None, after: Comparator | None) -> Comparator:
    """余 and 多 say most, then what stands behind (以上), then what stands before; 左右 adds nothing to 近."""
    if more:
        return Comparator.MORE
    if after in (None, Comparator.ABOUT, Comparator.EQUAL):
        return before or after or Comparator.EQUAL
    return after or Comparator.EQUAL


def _hedge_before(text: str, start: int, units: Units) -> tuple[int, Comparator | None]:
    """Where the hedge before a number begins, and how it bounds the number."""
    if not start or text[start - 1] not in units.before_ends:
        return start, None
    for size in (6, 5, 4, 3, 2, 1):
        word = text[max(0, start - size) : start]
        if len(word) == size and word in units.before:
            sign, unless = units.before[word]
            if start == size or text[start - size - 1] not in unless:
                return start - size, sign
    return start, None


def _made(
    text: str, start: int, stop: int, number: Decimal | None, lower: Decimal | None, upper: Decimal | None,
    unit: str, comparator: Comparator, measure: Unit,
) -> Value:  # fmt: skip
    if number is not None:
        number = _plain(number)
        lower = number if comparator in (Comparator.MORE, Comparator.AT_LEAST) else None
        upper = number if comparator in (Comparator.LESS, Comparator.AT_MOST, Comparator.NEARLY) else None
    else:
        lower, upper = _plain(lower or Decimal(0)), _plain(upper or Decimal(0))
        comparator = Comparator.MORE if FEW.search(text, start, stop) else Comparator.AT_LEAST
    si = None
    if number is not None and measure.si is not None:
        si = number * measure.si[0] / measure.si[1]
        si = _plain(si if measure.si[1] == 1 else si.quantize(ROUND))
    return Value(Span(start, stop), number, lower, upper, unit, comparator, text[start:stop], si, measure.si_unit if si is not None else "")


def _plain(number: Decimal) -> Decimal:
    """Without exponent and idle zeros: 9.550E+8 is 955000000."""
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if whole == number else number.normalize()


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
    if measure.text == "年" and "1900" <= match[0] <= "2100":
        return None
    first, last = low.number, high.number
    tail = match[0].lstrip("0123456789.,")
    if unit is None and tail and not any(mark in written for mark in tail) and written[0].isdecimal():
        mantissa = read_numeral(match[0][: -len(tail)])
        if mantissa is not None and mantissa.number is not None and first <= mantissa.number:
            first *= last / mantissa.number
    elif unit is None and len(match[0]) > 1 and written in DIGITS and match[0][-1] in TENS:
        first *= TENS[match[0][-1]]
    if first >= last or not _counts(measure, match[0], high, text, stop):
        return None
    opened, _ = _hedge_before(text, start, units)
    follows = units.after.match(text, stop, end)
    name, stop = measure.name, follows.end() if follows else stop
    if measure.kind == "tenth":
        first, last = first * 10, last * 10
    return _made(text, opened, stop, None, first, last, name, Comparator.AT_LEAST, measure)


def _part(text: str, start: int, end: int, units: Units) -> Value | None:
    """百分之五, 四分之一."""
    match = PARTS.match(text, start, end)
    if match is None or match[1] == "几":
        return None
    top = Numeral(Decimal(100)) if match[2] == "百" else read_numeral(match[2])
    below, unit = PER.get(match[1], (None, ""))
    if below is None:
        numeral = read_numeral(match[1])
        below = numeral.number if numeral else None
    if not below or top is None or (top.number is None and top.upper is None):
        return None
    number, lower, upper = (None if x is None else _divided(x, below) for x in top)
    measure = Unit("", "percent", "any", unit, None, "", "")
    return _value(text, start, match.end(), end, "", Numeral(number, lower, upper), measure, units)


def _divided(top: Decimal, below: Decimal) -> Decimal:
    exact = top / below
    return exact if len(exact.as_tuple().digits) < 10 else exact.quantize(SIXTH)


def _fold(text: str, start: int, end: int) -> Value | None:
    """翻一番 is twice as much, 翻两番 four times."""
    match = FOLD.match(text, start, end)
    if match is None:
        return None
    times = read_numeral(match[1]) if match[1] else Numeral(Decimal(1))
    if times is None or times.number is None or times.number > 9:
        return None
    number = Decimal(2) ** times.number if times.number == int(times.number) else times.number * 2
    sign = Comparator.NEARLY if "近" in match[0] else Comparator.MORE if "超" in match[0] else Comparator.EQUAL
    measure = Unit("番", "ratio", "any", "倍", None, "", "")
    return _made(text, start, match.end(), number, None, None, "倍", sign, measure)


def _bare(text: str, start: int, stop: int, end: int, written: str, numeral: Numeral, units: Units) -> Value | None:
    """A number without a unit: of people (57万儿女), of money (¥500), or what a sentence has just announced (达85.6)."""
    following = text[stop : stop + 1]
    grouped = any(mark in written for mark in "万亿萬億")
    if start and text[start - 1] in MONEY_SIGN:
        measure = Unit("", "money", "any", MONEY_SIGN[text[start - 1]], None, "", "")
        return _value(text, start, stop, end, "", numeral, measure, units)
    if grouped or written[-1] in "余多":
        people = units.people.match(text, stop, min(end, stop + 14))
        if people is not None and not (_is_bare(written) and _hedge_before(text, start, units)[1] is None):
            measure = Unit("", "people", "any", units.counted[people[1]], None, "", "")
            return _value(text, start, stop, end, written, numeral, measure, units)
    shifted = start and text[start - 1] in "从由" and SHIFTED.match(text, stop, end)
    if (following and following not in STOPS and not shifted) or following == "”":
        return None
    if _is_bare(written) or (start and LATIN.match(text[start - 1])):
        return None
    announced = TOLD.search(text, max(0, start - 3), start) is not None
    if written[0].isdecimal():
        whole = written.isdecimal()
        if not announced or (whole and (len(written) < 2 or "1900" <= written <= "2100" and len(written) == 4 or len(written) > 6)):
            return None
    elif len(written) < 2 or not (announced or start == 0):
        return None
    return _value(text, start, stop, end, "", numeral, Unit("", "number", "any", "", None, "", ""), units)
