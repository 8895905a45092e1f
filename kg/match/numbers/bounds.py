"""A number and the words round it in, a value with its bounds out: 近, 余, 以上, 不足, 左右."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.match.numbers.units import Unit, Units
from kg.model import Comparator, Span, Value

MINUS = re.compile(
    "(?:(?<![0-9A-Za-z一-鿿）])[-－−]|(?<=[为是达到至于由从约近长速幅比了])[-－−]|(?<![一-鿿])[负負]|(?<=[为是达到至于由从])[负負]|零下)$"
)
# 气温-12℃
COLD = re.compile("(?<=[一-鿿])[-－−]$")
MINUS_ENDS = frozenset("-－−负負下")
# 至少举办2期: the hedge stands before the verb.
LEAST = re.compile("(至少|最少|不少于|至多|最多|不超过)(?!的)[一-鿿]{1,4}$")
HUNDREDTH = Decimal("0.01")
LONGEST = 6
# Python 3.11 works a member of an enumeration out at each look.
MORE, ABOUT, EQUAL, AT_LEAST = Comparator.MORE, Comparator.ABOUT, Comparator.EQUAL, Comparator.AT_LEAST


def hedge_before(text: str, start: int, units: Units) -> tuple[int, Comparator | None]:
    """Where the hedge before a number begins, and how it bounds the number.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.numbers.units import compile_units
    >>> units = compile_units(load_rules().tables)
    >>> hedge_before("面积近20亩", 3, units), hedge_before("最近3公里", 2, units)
    ((2, <Comparator.NEARLY: '<~'>), (2, None))
    """
    if not start or text[start - 1] not in units.before_ends:
        return start, None
    for size in range(min(LONGEST, start), 0, -1):
        hedge = units.before.get(text[start - size : start])
        # 节约100万元, 最近3公里: after such a character the word is another one.
        if hedge is not None and (start == size or text[start - size - 1] not in hedge[1]):
            return start - size, hedge[0]
    return start, None


def hedge_after(text: str, stop: int, end: int, units: Units) -> tuple[int, Comparator | None]:
    """Where the hedge behind a quantity ends, and how it bounds the quantity."""
    if stop >= end or text[stop] not in units.after_starts:
        return stop, None
    match = units.after.match(text, stop, end)
    return (stop, None) if match is None else (match.end(), units.comparators[match[0]])


def bounded(
    text: str, start: int, stop: int, end: int, numeral: tuple[Decimal | None, Decimal | None, Decimal | None],
    name: str, more: bool, measure: Unit, units: Units,
) -> Value:  # fmt: skip
    """The value of a number that stands between `start` and `stop`, with the hedges on both sides."""
    number, lower, upper = numeral
    opened, before = hedge_before(text, start, units)
    if number is not None and (sign := minus_before(text, start, measure)) is not None:
        number, opened = -number, sign
    stop, after = hedge_after(text, stop, end, units)
    if before is None:
        window = text[max(0, start - 7) : start]
        if ("至" in window or "最" in window or "不" in window) and (least := LEAST.search(window)):
            before = units.before[least[1]][0]
    if number is None:
        return between(text, opened, stop, lower or Decimal(0), upper or Decimal(0), name)
    return exactly(text, opened, stop, number, name, _comparator(more, before, after), measure, upper)


def minus_before(text: str, start: int, measure: Unit | None) -> int | None:
    """Where the sign of a number below zero begins, if one stands before it: 零下12℃, 为-2.5%."""
    if not start or text[start - 1] not in MINUS_ENDS:
        return None
    minus = MINUS.search(text, max(0, start - 3), start)
    if minus is None and measure is not None and measure.kind in ("temperature", "degree"):
        minus = COLD.search(text, max(0, start - 2), start)
    return None if minus is None else minus.start()


def _comparator(more: bool, before: Comparator | None, after: Comparator | None) -> Comparator:
    """余 and 多 say most, then what stands behind (以上), then what stands before; 左右 adds nothing to 近."""
    if more:
        return MORE
    if after is None or after is ABOUT or after is EQUAL:
        return before or after or EQUAL
    return after


def exactly(
    text: str, start: int, stop: int, number: Decimal, name: str, comparator: Comparator, measure: Unit,
    most: Decimal | None = None,
) -> Value:  # fmt: skip
    """One number, and the bounds that its comparator leaves; `most` is what 十几 stays below."""
    number = plain(number)
    lower = upper = None
    if comparator is MORE or comparator is AT_LEAST:
        lower, upper = number, None if most is None else plain(most)
    elif comparator is not EQUAL and comparator is not ABOUT:
        upper = number
    si = None
    if measure.si is not None:
        top, below = measure.si
        si = plain(number * top if below == 1 else (number * top / below).quantize(HUNDREDTH))
    unit = measure.si_unit if si is not None else ""
    return Value(Span(start, stop), number, lower, upper, name, comparator, text[start:stop], si, unit)


def between(text: str, start: int, stop: int, lower: Decimal, upper: Decimal, name: str) -> Value:
    """A range: at least its lower bound, and at most its upper one."""
    return Value(Span(start, stop), None, plain(lower), plain(upper), name, AT_LEAST, text[start:stop])


def plain(number: Decimal) -> Decimal:
    """Without exponent and idle zeros.

    >>> plain(Decimal("9.550E+8")), plain(Decimal("1.90"))
    (Decimal('955000000'), Decimal('1.9'))
    """
    whole = int(number)
    return Decimal(whole) if whole == number else number.normalize()
