"""Two numbers in, the range that they bound out: 1至2名, 10—20万元, 三到五百亩, 介于3米和5米之间."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain, pairwise

from kg.match.numbers.bare import is_range
from kg.match.numbers.bounds import between, hedge_after, hedge_before, minus_before
from kg.match.numbers.numerals import DIGITS, GROUPS, TENS, Numeral, read_numeral
from kg.match.numbers.tails import per
from kg.match.numbers.units import PURE, Unit, Units, is_counted, unit_at
from kg.model import Comparator, Value

TO = re.compile("(?:（含）)?(?:[至到]|[—–－~～-]+(?=[0-9一二两三四五六七八九十]))")
TO_STARTS = frozenset("至到—–－~～-（和与、")
NEIGHBOURS = frozenset(map("".join, chain(pairwise("123456789"), pairwise("一二三四五六七八九"))))
PAUSE, NO_COUNT = "、", frozenset("第.、十百千万亿")
HUNDREDS = frozenset(TENS) - frozenset("十拾廿卅卌")
MULTIPLIED, GROUPED = re.compile("[百千万亿萬億kKwM]+$"), re.compile(f"[{''.join(GROUPS)}]+$")
AND = re.compile("[和与](?=[^，。；]{1,10}之间)")
NUMBERED = frozenset("组队期批层届轮类段节集卷回部道门篇号")
BELOW = re.compile("零下|[-－−负負]")
# 从4家到31家的跨越: what has grown is no range.
LEAP = re.compile("的(?:历史性|巨大)?(?:跨越|飞跃|跃升|突破|转变|蜕变|增长|提升|提高)")
AND_ALSO = re.compile("(?:，|、|的?同时|且|并且|而且)?")
FROM = frozenset("从由")
UPPER = (Comparator.LESS, Comparator.AT_MOST)
LOWER = (Comparator.MORE, Comparator.AT_LEAST)


def joint(text: str, at: int, end: int) -> int | None:
    """Where the second number of a range begins, if at `at` stands what makes one of two numbers."""
    if at >= end or text[at] not in TO_STARTS:
        return None
    found = TO.match(text, at, end) or AND.match(text, at, end)
    if found is None and text[at] == PAUSE and _next_to(text, at):
        return at + 1
    return found.end() if found else None


def _next_to(text: str, at: int) -> bool:
    """5、6户, 七、八天: two single numbers of which the second is one more; 1、2、3 and 第3、4 number things."""
    low, high = text[at - 1 : at], text[at + 1 : at + 2]
    lone = at < 2 or not (text[at - 2].isdecimal() or text[at - 2] in DIGITS or text[at - 2] in NO_COUNT)
    return lone and low + high in NEIGHBOURS


def ranged(
    text: str, start: int, written: str, low: Numeral, unit: Unit | None, at: int, end: int, units: Units
) -> Value | None:
    """1至2名, 1200—1500毫米, 10至20万元, 100元至200元."""
    below = BELOW.match(text, at, end)
    match = units.numeral.match(text, below.end() if below else at, end)
    if match is None or low.number is None or match[0][-1] in "之翻":
        return None
    high = read_numeral(match[0])
    paused = text[at - 1] == PAUSE
    measure, stop = unit_at(text, match.end(), end, units)
    if measure is None and unit is None and is_range(text, start, at, stop, units):
        measure = PURE
    if high is None or high.number is None or measure is None or (unit is not None and unit.name != measure.name):
        return None
    first, last = low.number, high.number
    if unit is None:
        first *= _shared(written, first, match[0], last)
    opened = minus_before(text, start, measure)
    if opened is not None:
        # 零下5至10℃ is twice below zero, 零下5℃至10℃ and -5～10℃ are not.
        twice = below or (unit is None and text.startswith("零下", opened))
        first, last = -first, -last if twice else last
        first, last, start = min(first, last), max(first, last), opened
    # 1、2期 are two of them.
    if paused and (measure.text in NUMBERED or len(match[0]) > 1 or unit is not None):
        return None
    # 三到五个: who says it so vaguely is counting; 三至五组 may be the names of three.
    said = high if measure.text in NUMBERED else Numeral(None)
    if first >= last or not is_counted(measure, match[0], said, text, stop):
        return None
    if measure.kind == "tenth":
        first, last = first * 10, last * 10
    if text[start - 1 : start] in FROM and LEAP.match(text, stop, end):
        return None
    name = measure.name
    if text[stop : stop + 1] in ("/", "每") and (rate := per(text, stop, end, measure.kind, units)):
        name, stop = f"{name}/{rate[0]}", rate[1]
    return _closed(text, start, stop, end, first, last, name, units)


def joined(text: str, low: Value, high: Value, end: int, units: Units) -> Value | None:
    """五元六角至五元八角: a range of two amounts that are each said in full."""
    equal = low.comparator is high.comparator is Comparator.EQUAL
    if not equal or low.number is None or high.number is None or low.unit != high.unit or low.number >= high.number:
        return None
    if text[low.span.start - 1 : low.span.start] in FROM and LEAP.match(text, high.span.end, end):
        return None
    return _closed(text, low.span.start, high.span.end, end, low.number, high.number, low.unit, units)


def bounded_twice(text: str, one: Value, other: Value) -> Value | None:
    """不低于50亩且不超过200亩, 30岁以上、60岁以下: the range that two bounds of the same quantity leave."""
    if not AND_ALSO.fullmatch(text, one.span.end, other.span.start):
        return None
    low, high = (one, other) if one.comparator in LOWER else (other, one)
    beside = one.span.end == other.span.start and "" in (low.unit, high.unit)  # 最多100最少20个
    alike = beside or low.unit == high.unit
    bounds = low.comparator in LOWER and high.comparator in UPPER
    if not alike or not bounds or low.number is None or high.number is None or low.number >= high.number:
        return None
    return between(text, one.span.start, other.span.end, low.number, high.number, low.unit or high.unit)


def _closed(text: str, start: int, stop: int, end: int, low: Decimal, high: Decimal, name: str, units: Units) -> Value:
    opened, _ = hedge_before(text, start, units)
    stop, _ = hedge_after(text, stop, end, units)
    return between(text, opened, stop, low, high, name)


def _shared(low: str, first: Decimal, high: str, last: Decimal) -> Decimal:
    """What of the second number multiplies the first one too: 10至20万元, 三到五百万元; nothing in 9000至1万元."""
    tail = (MULTIPLIED if high[0].isdecimal() else GROUPED).search(high)
    if tail and not any(mark in low for mark in tail[0]):
        head = read_numeral(high[: tail.start()])
        if head is None or not head.number or first > head.number:
            return Decimal(1)
        return last / head.number * _shared(low, first, high[: tail.start()], head.number)
    # 三到五百, but 一到三十天 is as it is said.
    if len(high) > 1 and low in DIGITS and high[-1] in HUNDREDS and DIGITS.get(high[0], Decimal(0)) > first:
        return TENS[high[-1]]
    return Decimal(1)
