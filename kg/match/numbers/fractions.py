"""A share that is written as a fraction in, its value out: 百分之五, 四分之一, 三又二分之一小时, 2/3以上, 翻一番."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.match.numbers.bounds import HUNDREDTH, bounded, exactly
from kg.match.numbers.numerals import Numeral, read_numeral
from kg.match.numbers.units import ARABIC, HAN, POINT, WHOLE, Unit, Units, unit_at
from kg.model import Comparator, Value

PARTS = re.compile(
    rf"(?:({WHOLE})又)?([负負]?)({WHOLE})分之([负負]?)({ARABIC}[kKM]?(?![A-Za-z])|{HAN}+(?:{POINT})?|百)"
)
PER = {"百": (Decimal(100), "%"), "佰": (Decimal(100), "%"), "千": (Decimal(1000), "‰"), "万": (Decimal(10000), "‱")}
SLASH = re.compile(r"(?:(\d+) )?(\d+)/(\d+)")
FOLD = re.compile("翻了?(?:近|超过?)?([一两二三四五六七八九几]|[0-9.]+)番|翻了?番")
SHARE, TIMES = Unit("", "percent", "any", "", None, "", ""), Unit("番", "ratio", "any", "倍", None, "", "")
# 四分之一公里 is a length; 三分之一人口 is a share.
MEASURED = frozenset(["length", "mass", "area", "volume", "time"])
SIXTH = Decimal("0.000001")


def part(text: str, start: int, end: int, units: Units) -> Value | None:
    """百分之五, 四分之一, 四又二分之一小时."""
    match = PARTS.match(text, start, end)
    if match is None:
        return None
    top = Numeral(Decimal(100)) if match[5] == "百" else read_numeral(match[5])
    below, unit = PER.get(match[3], (None, ""))
    if below is None:
        numeral = read_numeral(match[3])
        below = numeral.number if numeral else None
    elif top is not None:
        top = Numeral(*(None if x is None else x * below for x in top))
    if not below or top is None:
        return None
    signed = below if match[2] == match[4] else -below
    parts = Numeral(*(None if x is None else _divided(x, signed) for x in top))
    whole = read_numeral(match[1]) if match[1] else None
    measure, stop = unit_at(text, match.end(), end, units)
    if parts.number is not None and not unit and (whole or (measure is not None and measure.kind in MEASURED)):
        number = parts.number + (whole.number or 0 if whole else 0)
        said = Numeral(number)
        if measure is None:
            return bounded(text, start, match.end(), end, said, "", False, SHARE, units)
        return bounded(text, start, stop, end, said, measure.name, False, measure, units)
    more = parts.lower is not None and parts.number is not None
    return bounded(text, start, match.end(), end, parts, unit, more, SHARE, units)


def slash(text: str, match: re.Match[str], end: int, units: Units) -> Value | None:
    """2/3, 1 3/5."""
    found = SLASH.fullmatch(match[0])
    if found is None or not int(found[3]):
        return None
    number = Decimal(found[1] or 0) + _divided(Decimal(found[2]), Decimal(found[3]))
    return bounded(text, match.start(), match.end(), end, Numeral(number), "", False, SHARE, units)


def _divided(top: Decimal, below: Decimal) -> Decimal:
    exact = top / below
    if len(exact.as_tuple().digits) < 10:
        return exact
    # Of less than a hundredth six places would tell too little.
    return exact.quantize(SIXTH if abs(exact) >= HUNDREDTH else SIXTH * SIXTH)


def fold(text: str, start: int, end: int) -> Value | None:
    """翻一番 is twice as much, 翻两番 four times."""
    match = FOLD.match(text, start, end)
    times = read_numeral(match[1] or "一") if match else None
    if match is None or times is None or times.number is None or times.number > 9:
        return None
    number = Decimal(2) ** times.number if times.number == int(times.number) else times.number * 2
    sign = Comparator.NEARLY if "近" in match[0] else Comparator.MORE if "超" in match[0] else Comparator.EQUAL
    return exactly(text, start, match.end(), number, "倍", sign, TIMES)
