"""Observations in, the same with what arithmetic says of them out: a share of a whole, a mean, a growth, a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from kg.model import Comparator, Observation, Value

# Figures that bear on each other stand in one paragraph: so far apart in the source, and no further.
NEAR = 160
WRITTEN = re.compile(r"[0-9]+(?:\.([0-9]+))?([百千万亿]*)")
TIMES = {"百": 2, "千": 3, "万": 4, "亿": 8}
SHARE = re.compile("率$|占比|比例|比重|占")
MEAN = re.compile("(?:平均)?每(?:一?个)?(.)|(.)均")
FALL = re.compile("下降|减少|降低|缩小|回落")
HUNDRED = Decimal(100)
# 占全县耕地面积: the whole that a share names behind its verb.
OF_WHOLE = re.compile("占(?:了)?(?:[全该]?[省市县区旗州镇乡村])?([一-鿿]{2,8})$")
# 办结率: of a rate the last two characters say what was done.
DEED = re.compile("([一-鿿]{0,8}?)([一-鿿]{2})率")
SIZE = "面积"
# 95.3499% is written 95.4%: what was rounded to 95.35% first is rounded twice.
TWICE = Decimal("1.1")
# 其中 contradicts a total only where it stands right behind it.
BESIDE = 12
# How far a hedged figure may lie from the sum and still agree with it; it never disagrees.
HEDGED = {
    Comparator.NEARLY: (Decimal("1.0"), Decimal("1.1")),
    Comparator.MORE: (Decimal("0.85"), Decimal("1.0")),
    Comparator.ABOUT: (Decimal("0.9"), Decimal("1.1")),
    Comparator.AT_LEAST: (Decimal("0.85"), Decimal("1.0")),
}


class Verdict(NamedTuple):
    """That one figure bears another out or not, and the arithmetic in words."""

    of: int
    other: int
    agrees: bool
    words: str


def check_sums(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """Fill in `agrees` where the text relates figures to each other closely enough to check them."""
    verdicts: dict[int, list[tuple[int, bool, str]]] = {}
    for index in range(len(observations)):
        for of, other, agrees, words in _checked(observations, index):
            verdicts.setdefault(of, []).append((other, agrees, words))
    return tuple(
        replace(observation, agrees=tuple(verdicts[index])) if index in verdicts else observation
        for index, observation in enumerate(observations)
    )


def _checked(observations: Sequence[Observation], index: int) -> list[Verdict]:
    """What the others say of one figure: its unit, its rule or the figure behind it tells which sums to do."""
    this = observations[index]
    found: list[Verdict] = []
    if this.value.number is None:
        return found
    if this.value.unit == "%":
        found += _share(observations, index)
    if this.evidence.rule == "measures/average":
        found += _mean(observations, index)
    elif this.evidence.rule == "measures/growth" and index:
        found += _growth(observations, index)
    if index + 2 < len(observations) and observations[index + 1].evidence.rule == "measures/among":
        found += _total(observations, index)
    return found


def _before(observations: Sequence[Observation], index: int) -> Iterator[int]:
    """The figures of the same subject that stand shortly before, nearest first."""
    this = observations[index]
    start = this.evidence.spans[0].start
    for other in range(index - 1, -1, -1):
        that = observations[other]
        if abs(start - that.evidence.spans[-1].end) > NEAR:
            return
        if that.subject == this.subject and that.evidence.stance == this.evidence.stance:
            yield other


def _share(observations: Sequence[Observation], index: int) -> Iterator[Verdict]:
    """42 of 48 is 87.5%: where the share is named after part and whole, or stands behind 其中."""
    this = observations[index]
    if this.before is not None or not SHARE.search(this.indicator):
        return
    counts = [other for other in _before(observations, index) if _is_count(observations[other].value)]
    near = _named(observations, index, counts) or _among(observations, index, counts)
    near = near or _done(observations, index, counts)
    pair = near or _of_whole(observations, index)
    if pair is None:
        return
    part, whole = observations[pair[0]].value, observations[pair[1]].value
    share = _quotient(part, whole, HUNDRED)
    agrees = _fits(this.value, share)
    # What stands far before may have been counted otherwise: it bears out, and contradicts nothing.
    if agrees is not None and (agrees or near is not None):
        words = f"{part.text} ÷ {whole.text} = {_shown(share, this.value)}%"
        yield Verdict(index, pair[0], agrees, words if agrees else f"{words}，文中为{this.value.text}")


def _named(observations: Sequence[Observation], index: int, counts: Sequence[int]) -> tuple[int, int] | None:
    """网格党小组建成率 names whole and part, in this order."""
    name = observations[index].indicator
    placed = sorted({name.find(observations[other].indicator[-2:]): other for other in reversed(counts)}.items())
    placed = [(at, other) for at, other in placed if at >= 0 and len(observations[other].indicator) > 1]
    return (placed[1][1], placed[0][1]) if len(placed) == 2 else None


def _among(observations: Sequence[Observation], index: int, counts: Sequence[int]) -> tuple[int, int] | None:
    """党员1386名，其中青年党员212名，占15.3%: the figure just before, of the one that 其中 speaks of."""
    if observations[index].evidence.rule != "measures/share" or not counts or counts[0] != index - 1:
        return None
    part = counts[0]
    unit = observations[part].value.unit
    wholes = [other for other in counts[1:] if observations[other].value.unit == unit]
    if observations[part].evidence.rule != "measures/among" or not wholes:
        return None
    return part, wholes[0]


def _done(observations: Sequence[Observation], index: int, counts: Sequence[int]) -> tuple[int, int] | None:
    """受理417件，办结409件，办结率98.1% or 占98.1%: with how many something was done, of those just before."""
    if list(counts[:2]) != [index - 1, index - 2]:
        return None
    share, part, whole = observations[index], observations[index - 1], observations[index - 2]
    if part.value.unit != whole.value.unit or (part.value.number or 0) > (whole.value.number or 0):
        return None
    if share.evidence.rule == "measures/share":
        deed = part.evidence.rule == "measures/verb" and part.indicator.endswith(whole.indicator)
        return (index - 1, index - 2) if deed and share.indicator == part.indicator + "占比" else None
    rate = DEED.fullmatch(share.indicator)
    # 按期办结率 is of those that were done in time: only what the counts name may stand before.
    told = rate is not None and (rate[1] in part.indicator or rate[1] in whole.indicator)
    same = told and rate is not None and rate[2] in part.indicator and rate[2] not in whole.indicator
    return (index - 1, index - 2) if same else None


def _of_whole(observations: Sequence[Observation], index: int) -> tuple[int, int] | None:
    """耕地面积195万亩。…建成高标准农田165万亩，占全县耕地面积的84.6%: the whole that is named may stand far before."""
    share = observations[index]
    named = OF_WHOLE.search(share.indicator) if share.evidence.rule == "measures/share" and index else None
    part = observations[index - 1]
    if named is None or part.subject != share.subject or part.value.comparator is not Comparator.EQUAL:
        return None
    stem = named[1].removesuffix(SIZE)
    for other in range(index - 2, -1, -1):
        that = observations[other]
        alike = that.subject == part.subject and that.value.unit == part.value.unit
        # What the whole was in another year bears nothing out.
        if alike and that.indicator.removesuffix(SIZE) == stem and that.value.comparator is Comparator.EQUAL:
            larger = (that.value.number or 0) >= (part.value.number or 0) > 0
            return (index - 1, other) if larger and that.period in ("", share.period) else None
    return None


def _mean(observations: Sequence[Observation], index: int) -> Iterator[Verdict]:
    """173个村, 4212.16万元, 平均每村24.35万元: a total, how many shared it, and what each had."""
    this = observations[index]
    match = MEAN.match(this.indicator)
    if match is None:
        return
    body, measured = match[1] or match[2], this.indicator[match.end() :]
    near = list(_before(observations, index))
    totals = [
        other
        for other in near
        if observations[other].indicator == measured and observations[other].value.unit == this.value.unit
    ]
    counts = [
        other
        for other in near
        if _is_count(observations[other].value)
        and (observations[other].value.unit == body or observations[other].indicator.endswith(body))
    ]
    if not totals or not counts:
        return
    total, count = observations[totals[0]].value, observations[counts[0]].value
    mean = _quotient(total, count, Decimal(1))
    agrees = _fits(this.value, mean)
    if agrees is not None:
        words = f"{total.text} ÷ {count.text} = {_shown(mean, this.value)}"
        yield Verdict(index, totals[0], agrees, words if agrees else f"{words}，文中为{this.value.text}")


def _growth(observations: Sequence[Observation], index: int) -> Iterator[Verdict]:
    """由120元增长至2390元，增长近20倍: what it grew by, in per cent, times or percentage points."""
    this = observations[index]
    grown = observations[index - 1]
    now, was = grown.value.number, grown.before
    if now is None or not was or grown.subject != this.subject or not this.indicator.startswith(grown.indicator):
        return
    change = was - now if FALL.search(this.indicator) else now - was
    if this.value.unit.endswith("百分点") and grown.value.unit == "%":
        readings = [(change, f"{now} − {was} = {change.copy_abs()}")]
    elif this.value.unit == "%":
        rate = change / was * HUNDRED
        readings = [(rate, f"({now} − {was}) ÷ {was} = {_shown(_exact(rate), this.value)}%")]
    elif this.value.unit == "倍":
        # 增长20倍 is said of twenty times as much and of twenty times more.
        readings = [(now / was, f"{now} ÷ {was} = {_shown(_exact(now / was), this.value)}倍")]
        readings.append((change / was, f"({now} − {was}) ÷ {was} = {_shown(_exact(change / was), this.value)}倍"))
    else:
        return
    said = [(_fits(this.value, _exact(result)), words) for result, words in readings]
    for agrees, words in said:
        if agrees:
            yield Verdict(index, index - 1, True, words)
            return
    if said[0][0] is False:
        yield Verdict(index, index - 1, False, f"{said[0][1]}，文中为{this.value.text}")


def _total(observations: Sequence[Observation], index: int) -> Iterator[Verdict]:
    """社员92户，其中茶户34户，蜂户58户: items that make up their total, or more than it."""
    this = observations[index]
    total = this.value.number
    if total is None or this.value.comparator is not Comparator.EQUAL:
        return
    items: list[Value] = []
    added = Decimal(0)
    end = this.evidence.spans[-1].end
    for place in range(index + 1, len(observations)):
        item = observations[place]
        number = item.value.number
        if (
            item.subject != this.subject
            or item.value.unit != this.value.unit
            or item.value.comparator is not Comparator.EQUAL
            or number is None
            or item.evidence.spans[0].start - end > NEAR // 2
        ):
            break
        items.append(item.value)
        end = item.evidence.spans[-1].end
        added += number
        if len(items) > 1 and added == total:
            words = " + ".join(value.text for value in items) + f" = {_plain(added)}"
            yield Verdict(index, index + 1, True, words)
            return
    # An item alone is larger than what it is a part of.
    beside = observations[index + 1].evidence.spans[0].start - this.evidence.spans[-1].end <= BESIDE
    if beside and items and items[0].number is not None and items[0].number > total:
        yield Verdict(index, index + 1, False, f"{items[0].text} > {this.value.text}")


def _is_count(value: Value) -> bool:
    """A whole number that stands for itself."""
    number = value.number
    if number is None or value.comparator is not Comparator.EQUAL or value.si_number is not None:
        return False
    return number == number.to_integral_value() and value.unit not in ("%", "元", "倍")


class _Result(NamedTuple):
    """A result with the room that the rounding of its operands leaves."""

    low: Decimal
    high: Decimal
    middle: Decimal


def _exact(number: Decimal) -> _Result:
    return _Result(number, number, number)


def _quotient(top: Value, below: Value, times: Decimal) -> _Result:
    high, low = top.number or Decimal(0), below.number or Decimal(1)
    a, b = _rounding(top), _rounding(below)
    return _Result((high - a) / (low + b) * times, (high + a) / (low - b) * times, high / low * times)


def _rounding(value: Value) -> Decimal:
    """Half of the last place that is written: a count is exact, 4212.16万元 is given to 100元."""
    match = WRITTEN.search(value.text)
    if match is None or (match[1] is None and not match[2]):
        return Decimal(0)
    return Decimal(5).scaleb(sum(TIMES[mark] for mark in match[2]) - len(match[1] or "") - 1)


def _fits(said: Value, result: _Result) -> bool | None:
    """Whether the sum gives what is said; None where a hedge leaves it open."""
    number = said.number or Decimal(0)
    if said.comparator is Comparator.EQUAL:
        room = (_rounding(said) or Decimal("0.5")) * TWICE
        return result.low - room <= number <= result.high + room
    low, high = HEDGED.get(said.comparator, (Decimal(1), Decimal(1)))
    return True if result.middle * low <= number <= result.middle * high else None


def _shown(result: _Result, like: Value) -> str:
    """The sum in as many places as the figure that it is compared with, and in its 万 or 亿."""
    match = WRITTEN.search(like.text)
    grouped = match[2] if match else ""
    number = result.middle.scaleb(-sum(TIMES[mark] for mark in grouped))
    places = len(match[1] or "") if match else 0
    # 近20倍 is 19.92倍: a hedged figure is rounder than the sum.
    places += 0 if like.comparator is Comparator.EQUAL else 2
    shown = number.quantize(Decimal(1).scaleb(-places))
    return f"{shown}{grouped}{like.unit if like.unit not in ('%', '倍') else ''}"


def _plain(number: Decimal) -> str:
    return f"{number:f}"
