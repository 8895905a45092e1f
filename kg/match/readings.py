"""A stretch of text and the numbers of a name in, the best way to read the one as the parts of the other out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.match.enumeration import JOINT, LINK, ORDINAL, chain, cuts, ordinals, pieces
from kg.match.members import ListWords, Members, bearing, ends_in_verb, has, members, parallel, runs_on, same_edge
from kg.match.shorthand import Numeral
from kg.model import Group, Item, Span

LONGEST = 48
SHORT = 8
EXACT, BEARS, ALIKE = 6.0, 3.0, 1.5


class Held(StrEnum):
    """What holds a list together, and so how sure its two ends are."""

    WHOLE = "whole"  # quotation marks or brackets
    BEFORE = "before"  # it ends where the name begins
    TOLD = "told"  # so too, and a word says that it is the list: 甲、乙组成的, 甲、乙，简称
    RUN = "run"  # it begins behind a cue and ends where it ends
    KEYED = "keyed"  # nothing but the word that its members repeat
    ORDINALS = "ordinals"  # 一是…二是…
    LEVELS = "levels"  # 县乡村: a character each


# 小积分兑换大文明: such words need a verb before the second; 包政策促转变 does not.
QUALITIES = frozenset("大小微新老好多少高低优强")
TRUST = {Held.WHOLE: 2.0, Held.RUN: 1.0, Held.BEFORE: 1.0, Held.TOLD: 1.0, Held.ORDINALS: 0.5, Held.KEYED: 0.0, Held.LEVELS: 0.0}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a stretch: its groups, how well they fit the name, or why they do not."""

    groups: tuple[Group, ...]
    fit: float
    reason: str = ""

    @property
    def holds(self) -> bool:
        return not self.reason


def read_list(
    text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held, *, open_: bool = False
) -> Reading | None:
    """The best reading of a stretch as the list that a name announces; None where it is no list at all.

    `open_`: 等 stands behind the stretch.
    """
    if any(n.key == "" and not n.marks for n in numerals):
        return None  # the numbers of “423” say nothing without labels
    if len(numerals) > 1:
        found = list(_many(text, span, numerals, words, held))
    else:
        numeral = numerals[0] if numerals else None
        ways = _ways(text, span, numeral, words, held)
        found = [_judge(text, Members(m.spans, m.open or open_), numeral, words, held) for m in ways]
        found = [r for r in found if r.groups or r.reason]
    return max(found, key=lambda r: (r.holds, r.fit), default=None)


# ---- one number -----------------------------------------------------------------------------


def _ways(text: str, span: Span, numeral: Numeral | None, words: ListWords, held: Held) -> Iterator[Members]:
    """Every way to cut a stretch into members."""
    if held is Held.ORDINALS:
        yield from _by_ordinals(text, span, numeral, words)
        return
    if held is Held.LEVELS:
        yield Members(tuple(Span(at, at + 1) for at in range(span.start, span.end)))
        return
    if links := chain(text, span):
        yield members(text, links, numeral, words, before=held in (Held.BEFORE, Held.TOLD), whole=held is Held.WHOLE)
        return
    if held in (Held.BEFORE, Held.TOLD):
        raw = pieces(text, span, 1)
        if raw and runs_on(text, raw[-1], words):
            return
        yield members(text, raw, numeral, words, before=True, whole=False)
        yield from _bearing_tail(text, raw, numeral, words)
        return
    if held is Held.WHOLE:
        for level in sorted({c.level for c in cuts(text, span.start, span.end)}, reverse=True) or [1]:
            yield members(text, pieces(text, span, level), numeral, words, before=False, whole=True)
        return
    if held is Held.RUN:
        yield from _run(text, span, numeral, words)
    if numeral and numeral.marks and numeral.key and not numeral.counted:
        yield from _keyed(text, span, numeral, words, held)


def _bearing_tail(text: str, raw: Sequence[Span], numeral: Numeral | None, words: ListWords) -> Iterator[Members]:
    """The last members only, which bear the word of the name: 甲改革、乙改革和项目评审、机构评估 before “两评”."""
    for mark in numeral.marks if numeral and not numeral.counted else ():
        at = len(raw)
        while at and has(text, raw[at - 1], mark):
            at -= 1
        if 0 < at < len(raw) - 1 or (at == 0 and len(raw) > 1):
            tail = list(raw[at:])
            joints = list(JOINT.finditer(text, tail[0].start + 1, text.find(mark, tail[0].start)))
            if joints:
                tail[0] = Span(joints[-1].end(), tail[0].end)
            if at or joints:
                yield members(text, tail, numeral, words, before=True, whole=False)


def _run(text: str, span: Span, numeral: Numeral | None, words: ListWords) -> Iterator[Members]:
    """A list that begins at the start of the stretch and ends somewhere in it."""
    if ORDINAL.match(text, span.start, span.end):
        yield from _by_ordinals(text, span, numeral, words)
        return
    stretches = pieces(text, span, 3)
    clauses = pieces(text, stretches[0] if stretches else span, 2)
    clauses = [c for i, c in enumerate(clauses) if not any(words.aftermath.match(text, d.start, d.end) for d in clauses[1 : i + 1])]
    if not clauses:
        return
    if numeral and numeral.number == 1:
        yield members(text, clauses[:1], numeral, words, before=False, whole=False)
        return
    inner = pieces(text, clauses[0], 1)
    if len(inner) > 1:
        yield members(text, inner, numeral, words, before=False, whole=False)
    elif links := chain(text, clauses[0]):
        yield members(text, links, numeral, words, before=False, whole=False)
    else:
        if len(clauses) > 1:
            yield members(text, clauses, numeral, words, before=False, whole=False)
        if numeral and numeral.number and numeral.number < len(clauses):
            yield members(text, _as_far_as_alike(text, clauses, numeral), numeral, words, before=False, whole=False)
        yield members(text, clauses[:1], numeral, words, before=False, whole=False)
    if len(stretches) > 1:
        yield members(text, stretches, numeral, words, before=False, whole=False)
        openings = [pieces(text, s, 2)[0] for s in stretches]
        if all(len(o) < len(s) for o, s in zip(openings, stretches, strict=True)):
            yield members(text, openings, numeral, words, before=False, whole=False)


def _as_far_as_alike(text: str, clauses: Sequence[Span], numeral: Numeral) -> Sequence[Span]:
    """As many clauses as the name states, and those behind them that are built like them."""
    end = numeral.number or 0
    _, mark = bearing(text, clauses[:end], numeral)
    bears = bool(mark) and all(has(text, c, mark) for c in clauses[:end])
    while end < len(clauses) and (has(text, clauses[end], mark) if bears else same_edge(text, clauses[: end + 1])):
        end += 1
    return clauses[:end]


def _keyed(text: str, span: Span, numeral: Numeral, words: ListWords, held: Held) -> Iterator[Members]:
    """The members that bear the word of the name, with what 、 ties to them."""
    flat = pieces(text, span, 1)
    for mark in numeral.marks:
        bears = [i for i, s in enumerate(flat) if has(text, s, mark)]
        # A single character says something only where all open or all end with it: 深化 is none of the “三化”.
        if held is Held.KEYED and len(mark) == 1 and not _at_one_edge(text, [flat[i] for i in bears], mark):
            if len(bears) != numeral.number or any(text[flat[i].end] != "、" for i in bears[:-1]):
                continue
        if len(bears) < 2:
            continue
        first, last = bears[0], bears[-1]
        if len(bears) * 5 < (last - first + 1) * 3:
            continue
        while last + 1 < len(flat) and text[flat[last].end] == "、":
            last += 1
        while held is Held.RUN and first and text[flat[first - 1].end] == "、":
            first -= 1
        found = members(text, flat[first : last + 1], numeral, words, before=False, whole=False)
        yield Members(_from_mark(text, found.spans, mark), found.open)


def _at_one_edge(text: str, spans: Sequence[Span], mark: str) -> bool:
    """Whether all open with the word, or all but the last, behind which the clause may go on, end with it."""
    return all(text[s.start] == mark for s in spans) or all(text[s.end - 1] == mark for s in spans[:-1])


def _from_mark(text: str, spans: Sequence[Span], mark: str) -> tuple[Span, ...]:
    """Where most members open with the word, the others do too: 组织党员带头学习 is 带头学习; or end with it."""
    opening = sum(text.startswith(mark, s.start) for s in spans)
    if len(spans) > 2 and all(text.endswith(mark, s.start, s.end) for s in spans[:-1]):
        at = text.rfind(mark, spans[-1].start, spans[-1].end)
        return (*spans[:-1], Span(spans[-1].start, at + len(mark))) if at > spans[-1].start else tuple(spans)
    if opening * 2 <= len(spans) or opening == len(spans):
        return tuple(spans)
    found = []
    for s in spans:
        at = text.find(mark, s.start, s.end)
        found.append(Span(at, s.end) if at > s.start and s.end - at > len(mark) else s)
    return tuple(found)


def _by_ordinals(text: str, span: Span, numeral: Numeral | None, words: ListWords) -> Iterator[Members]:
    marked = ordinals(text, span)
    if len(marked) < 2:
        return
    openings = [pieces(text, s, 2)[0] if pieces(text, s, 2) else s for s in marked]
    yield members(text, openings, numeral, words, before=False, whole=True)


def _judge(text: str, found: Members, numeral: Numeral | None, words: ListWords, held: Held) -> Reading:
    """Whether members look like the parts of the name, and how much."""
    spans = found.spans
    count = len(spans)
    label = numeral.text if numeral else ""
    stated = numeral.number if numeral else None
    items = tuple(Item(text[s.start : s.end], s) for s in spans)
    group = Group(label, stated, items, found.open, Span(spans[0].start, spans[-1].end) if spans else None)
    alike = parallel(text, spans, words)
    if not count or (count == 1 and stated != 1 and (numeral is None or stated)):
        return Reading((), 0.0)
    if any(len(s) > LONGEST for s in spans):
        return Reading((), 0.0, "a member is too long for a list")
    if held is Held.BEFORE and ends_in_verb(text, spans, words):
        return Reading((), 0.0, "a verb stands between list and name")
    if numeral is None or stated is None:
        odd = held is Held.BEFORE and not (same_edge(text, spans) and all(len(s) <= SHORT for s in spans))
        return Reading((group,), TRUST[held] + ALIKE * alike, "the members are not of one build" if odd else "")
    share, _ = bearing(text, spans, numeral)
    off = abs(count - stated) if not (found.open and count < stated) else 0
    linked = count > 1 and LINK.match(text, spans[0].end) is not None
    fit = TRUST[held] + (EXACT if count == stated else -min(off, 3)) + (1.0 if numeral.counted else BEARS) * share + ALIKE * alike
    return Reading((group,), fit, _mismatch(numeral, count, stated, off, share, alike, held, linked=linked))


def _mismatch(
    numeral: Numeral, count: int, stated: int, off: int, share: float, alike: float, held: Held, *, linked: bool
) -> str:
    """Why a list cannot be what the name announces; empty where it can."""
    told = f"the name states {stated}, the list holds {count}"
    bears = share >= 0.6 and not numeral.counted
    if held is Held.KEYED:
        return "" if share == 1 and off <= 1 else "the members do not repeat the word of the name"
    if numeral.marks == ("一",) and share < 0.5:
        return "the members do not say 一"
    if held is Held.BEFORE and stated == 2 and not bears and alike < 0.6:
        return "two members that have nothing in common"
    if off == 0 or bears:
        return ""
    if held is Held.LEVELS:
        return told
    if held is Held.BEFORE:
        return "" if off == 1 and (alike >= 0.6 or linked) else told
    if held is Held.ORDINALS:
        return told
    return "" if off <= max(1, stated // 3) else told


# ---- several numbers ------------------------------------------------------------------------


def _many(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held) -> Iterator[Reading]:
    if held is not Held.KEYED:
        for level in (4, 3, 2):
            parts = pieces(text, span, level)
            if len(parts) == len(numerals):
                yield _one_each(text, parts, numerals, words, held)
        yield from _flat(text, span, numerals, words, held)
    if all(n.marks and not n.counted for n in numerals):
        yield from _crossed(text, span, numerals, words, held)
        yield from _assigned(text, span, numerals, words, held)


def _join(readings: Sequence[Reading]) -> Reading:
    reason = next((r.reason for r in readings if r.reason), "")
    return Reading(tuple(g for r in readings for g in r.groups), sum(r.fit for r in readings) / len(readings), reason)


def _one_each(text: str, parts: Sequence[Span], numerals: Sequence[Numeral], words: ListWords, held: Held) -> Reading:
    """A stretch for each number, in order."""
    found = []
    for part, numeral in zip(parts, numerals, strict=True):
        best = read_list(text, part, (numeral,), words, Held.RUN)
        if best is None and numeral.number == 1:
            best = _judge(text, members(text, [part], numeral, words, before=False, whole=False), numeral, words, held)
        found.append(best or Reading((), 0.0, "a stretch holds no list"))
    return _join(found)


def _flat(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held) -> Iterator[Reading]:
    """One list for all numbers, where its length is exactly their sum."""
    total = sum(n.number or 0 for n in numerals)
    if any(n.number is None for n in numerals):
        return
    for level in (1, 2):
        clause = pieces(text, span, 2)[:1] if level == 1 and held is not Held.WHOLE else [span]
        found = members(text, pieces(text, clause[0], level), None, words, before=held is Held.BEFORE, whole=held is Held.WHOLE) if clause else Members(())
        if len(found.spans) != total:
            continue
        readings, at = [], 0
        for numeral in numerals:
            stop = at + (numeral.number or 0)
            share, _ = bearing(text, found.spans[at:stop], numeral)
            if numeral.marks and not numeral.counted and share < 0.5:
                break
            readings.append(_judge(text, Members(found.spans[at:stop]), numeral, words, held))
            at = stop
        else:
            yield _join(readings)


def _crossed(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held) -> Iterator[Reading]:
    """小积分兑换大文明、小网格撬动大治理: each member holds one part of every number, with a verb between."""
    clauses = pieces(text, span, 2)
    if held is not Held.WHOLE:
        clauses = clauses[:1]
    raw = [p for clause in clauses for p in pieces(text, clause, 1)]
    if len(numerals) != 2 or not raw or (len(raw) == 1 and held is not Held.WHOLE):
        return
    sides: tuple[list[Span], list[Span]] = ([], [])
    for piece in (members(text, raw, None, words, before=False, whole=True)).spans:
        halves = _halves(text, piece, numerals[0].marks[0], numerals[1].marks[0], words)
        if halves is None:
            return
        sides[0].append(halves[0])
        sides[1].append(halves[1])
    readings = [_judge(text, Members(tuple(side)), n, words, held) for side, n in zip(sides, numerals, strict=True)]
    if len(raw) == 1:
        readings = [replace(r, groups=(_single(text, side[0], n),)) for r, side, n in zip(readings, sides, numerals, strict=True)]
    yield _join(readings)


def _single(text: str, span: Span, numeral: Numeral) -> Group:
    return Group(numeral.text, numeral.number, (Item(text[span.start : span.end], span),), False, span)


def _halves(text: str, piece: Span, left: str, right: str, words: ListWords) -> tuple[Span, Span] | None:
    """The two parts in one member: 包政策促转变 parts at the second word, 小积分兑换大文明 at the verb between."""
    one = text.find(left, piece.start, piece.end)
    two = text.find(right, one + 1, piece.end) if one >= 0 else -1
    if two < 0:
        return None
    if right not in QUALITIES:
        return Span(piece.start, two), Span(two, piece.end)
    for at in range(one + len(left), two):
        for length in (4, 3, 2):
            if at + length <= two and text[at : at + length] in words.verbs and at > one + len(left):
                return Span(piece.start, at), Span(at + length, piece.end)
    return None


def _assigned(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held) -> Iterator[Reading]:
    """Members given to the numbers by the word that they bear, also where the groups run on or alternate."""
    flat = pieces(text, span, 1)
    given: list[list[Span]] = [[] for _ in numerals]
    open_ = False
    last = -1
    for i, piece in enumerate(flat):
        which = _bearer(text, piece, numerals)
        if which is None:
            if last < 0:
                continue
            if text[flat[i - 1].end] != "、":
                break
            which = last
        given[which].append(piece)
        last = which
    readings = []
    for spans, numeral in zip(given, numerals, strict=True):
        found = members(text, spans, numeral, words, before=False, whole=True)
        open_ = open_ or found.open
        mark = bearing(text, found.spans, numeral)[1]
        readings.append(_judge(text, Members(_from_mark(text, found.spans, mark) if mark else found.spans, found.open), numeral, words, held))
    exact = sum(len(g) == n.number for g, n in zip(given, numerals, strict=True))
    joined = _join([r if r.groups or r.reason else Reading((), 0.0, "a number has no members") for r in readings])
    if held is Held.KEYED and exact < len(numerals) - 1:
        joined = replace(joined, reason=joined.reason or "the members do not repeat the words of the name")
    yield joined


def _bearer(text: str, piece: Span, numerals: Sequence[Numeral]) -> int | None:
    """The number whose word a member opens with, or ends with, or else holds."""
    for test in (str.startswith, str.endswith, str.__contains__):
        hits = [i for i, n in enumerate(numerals) if any(test(text[piece.start : piece.end], m) for m in n.marks)]
        if len(hits) == 1:
            return hits[0]
        if hits:
            return None
    return None
