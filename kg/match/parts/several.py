"""A stretch of text and all numbers of a name in, the best way to read the one as the groups of the other out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.match.parts.crossed import crossed
from kg.match.parts.first_member import THROUGH
from kg.match.parts.judging import BEARS, EXACT, Held, Reading, better, group_of, joined, judge
from kg.match.parts.likeness import bearing
from kg.match.parts.list_words import NAMED_BY, ListWords
from kg.match.parts.members import Members, members, without_lead
from kg.match.parts.readings import at_mark, read_one, until_aftermath
from kg.match.shorthand.enumeration import JOINT, between, chain, cuts, pieces
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

LETTING = frozenset("让使把将")
FEWEST_SURE = 4
LONGEST_TAIL, HALF = 14, 0.5
NOTHING = Reading((), 0.0, "a number has no members")


def read_list(
    text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held, *, open_: bool = False
) -> Reading | None:
    """The best reading of a stretch as the list that a name announces; None where it is no list at all."""
    if any(not n.key and not n.marks for n in numerals):
        return None  # the numbers of “752” say nothing without labels
    if len(numerals) < 2:
        return read_one(text, span, numerals[0] if numerals else None, words, held, open_=open_)
    return better(list(_ways(text, span, numerals, words, held)))


def _ways(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held) -> Iterator[Reading]:
    if held is not Held.KEYED:
        marks = cuts(text, span.start, span.end)
        for level in (4, 3, 2):
            parts = until_aftermath(text, between(text, span, marks, level), words)
            if len(parts) == len(numerals):
                yield _one_each(text, parts, numerals, words)
        if held is Held.RUN and (first := _first_clauses(text, span, numerals)):
            yield _one_each(text, first, numerals, words)
        yield from _in_a_row(text, span, numerals, words, held)
    if all(n.marks and not n.counted for n in numerals):
        yield from crossed(text, span, numerals, words, held)
        yield _by_words(text, span, numerals, words, held)


def read_rows_led(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords) -> Reading | None:
    """包户、包事，联组织、联产业的“两包两联”机制: the clauses before a name, one for each of its numbers, all exact."""
    tail = NAMED_BY.search(text, max(span.start, span.end - LONGEST_TAIL), span.end)
    clauses = pieces(text, Span(span.start, tail.start() if tail else span.end), 2)[-len(numerals) :]
    if len(clauses) != len(numerals):
        return None
    found: list[Reading] = []
    for clause, numeral in zip([_led(text, clauses[0], words), *clauses[1:]], numerals, strict=True):
        reading = read_one(text, clause, numeral, words, Held.BEFORE)
        if reading is None or not reading.holds or len(reading.groups[0].items) != numeral.number:
            return None
        spans = [item.span for item in reading.groups[0].items]
        if not numeral.counted and numeral.number != 1 and bearing(text, spans, numeral)[0] < HALF:
            return None
        found.append(reading)
    return joined(found)


def _led(text: str, clause: Span, words: ListWords) -> Span:
    """云岭县推行党建核心: without what governs it, where it is one part alone."""
    if len(pieces(text, clause, 1)) > 1:
        return clause
    ends = [end for _, end, _ in words.lead_ins.find(text[clause.start : clause.end - 2])]
    return Span(clause.start + max(ends, default=0), clause.end)


def read_sliced(
    text: str, found: Sequence[Span], numerals: Sequence[Numeral], *, sure: bool = False
) -> Reading | None:  # fmt: skip
    """一是包户…二是包事…三是联组织…四是联产业 for “两包两联”: as many as all numbers state, each bearing its word.

    Where each is numbered or told by itself, their number is `sure` enough.

    >>> line = "包户，包事，联组织，联产业"
    >>> two = [Numeral(2, "包", "两包", ("包",)), Numeral(2, "联", "两联", ("联",))]
    >>> [[i.text for i in g.items] for g in read_sliced(line, pieces(line, Span(0, len(line)), 2), two).groups]
    [['包户', '包事'], ['联组织', '联产业']]
    """
    counts = [n.number or 0 for n in numerals]
    if 0 in counts or len(found) != sum(counts):
        return None
    groups, at = [], 0
    for numeral, count in zip(numerals, counts, strict=True):
        mine = found[at : at + count]
        at += count
        bears = not numeral.counted and any(all(m in text[s.start : s.end] for s in mine) for m in numeral.marks)
        if not bears and not (sure and len(found) >= FEWEST_SURE):
            return None
        groups.append(group_of(text, Members(tuple(mine)), numeral))
    return Reading(tuple(groups), EXACT + BEARS)


def _one_each(text: str, parts: Sequence[Span], numerals: Sequence[Numeral], words: ListWords) -> Reading:
    """A stretch for each number, in order."""
    pairs = [(_without_deed(text, part, numeral), numeral) for part, numeral in zip(parts, numerals, strict=True)]
    return joined([read_one(text, part, numeral, words, Held.RUN) or NOTHING for part, numeral in pairs])


def _first_clauses(text: str, span: Span, numerals: Sequence[Numeral]) -> Sequence[Span]:
    """党建引领，自治、法治、德治，村风好了 for “一核三治”: the clauses that hold exactly so many, before any other."""
    clauses = pieces(text, span, 2)[: len(numerals)]
    if len(clauses) < len(numerals) or numerals[0].number != 1:
        return ()
    rows = [pieces(text, clause, 1) for clause in clauses]
    exact = all(len(row) == n.number for row, n in zip(rows, numerals, strict=True))
    borne = [
        any(all(m in text[s.start : s.end] for s in r) for m in n.marks) for r, n in zip(rows, numerals, strict=True)
    ]
    return clauses if exact and all(borne[1:]) else ()


def _without_deed(text: str, part: Span, numeral: Numeral) -> Span:
    """甲、乙、丙全覆盖 for 三全: what the name says of all of them stands behind the last, and is no part of it."""
    clauses = pieces(text, part, 2)
    flat = pieces(text, clauses[0], 1) if clauses else []
    if len(flat) < 2 or numeral.counted:
        return part
    last, others = flat[-1], flat[:-1]
    for mark in numeral.marks:
        at = text.find(mark, last.start + 1, last.end)
        if at < 0 or any(text.find(mark, s.start, s.end) >= 0 for s in others):
            continue
        lengths = {len(s) for s in others[1:] or others}
        # 便民服务城乡均等化: the others tell how long the last is.
        end = last.start + max(lengths) if len(lengths) == 1 else at
        if last.start + 1 < end <= at:
            return Span(part.start, end)
    return part


def _in_a_row(
    text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held
) -> Iterator[Reading]:  # fmt: skip
    """One list for all numbers, where its length is exactly their sum and the words do not gainsay."""
    total = sum(n.number or 0 for n in numerals)
    if any(n.number is None for n in numerals):
        return
    clauses = [span] if held is Held.WHOLE else pieces(text, span, 2)[:1]
    linked = [link for c in clauses for link in chain(text, c)]
    flat = [p for c in clauses for p in pieces(text, c, 1)]
    # 甲、乙、丙，丁、戊以及己: the clauses are the groups.
    listed = until_aftermath(text, pieces(text, span, 2), words)
    spread = [p for c in listed for p in pieces(text, c, 1)]
    rows = _rows(text, listed, numerals) if held is Held.RUN else False
    for raw in (linked, flat, pieces(text, span, 2), spread if rows else []):
        sought = Numeral(total, "", "")
        found = members(text, raw, sought, words, before=held is Held.BEFORE, whole=held is Held.WHOLE).spans
        if len(found) != total or any(len(_parted(text, s, numerals)) > 1 for s in found):
            continue
        readings, at = [], 0
        for numeral in numerals:
            mine = found[at : at + (numeral.number or 0)]
            at += len(mine)
            mine = tuple(without_lead(text, mine[0], numeral, words)) if len(mine) == 1 else mine
            # A chain in brackets right behind its name needs no word of it in each group.
            told = (held is Held.WHOLE and raw is linked) or (rows and raw is spread)
            # 党建引领、自治、法治、德治: of one alone the name says enough, where the others bear their words.
            alone = numeral.number == 1 and sum(n.number != 1 for n in numerals) > 0
            if told or alone or numeral.counted or not numeral.marks or bearing(text, mine, numeral)[0] >= 0.5:
                readings.append(judge(text, Members(mine), numeral, words, held))
        if len(readings) == len(numerals):
            yield joined(readings)


def _rows(text: str, clauses: Sequence[Span], numerals: Sequence[Numeral]) -> bool:
    """Whether the clauses begin with as many members as the first number states, and half of the names are borne."""
    said = text[clauses[0].start : clauses[-1].end] if clauses else ""
    borne = sum(any(m in said for m in n.marks) for n in numerals)
    first = len(clauses) > 1 and len(pieces(text, clauses[0], 1)) == numerals[0].number
    return first and borne * 2 >= len(numerals)


def _by_words(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held) -> Reading:
    """Members given to the numbers by the word that they bear, also where the groups run on or alternate."""
    given = _given(text, pieces(text, span, 1), numerals, words)
    readings = []
    for said, numeral in zip(given, numerals, strict=True):
        spans = _first_run(said, numeral)
        found = members(text, _ungoverned(text, spans, words), numeral, words, whole=True)
        mark = bearing(text, found.spans, numeral)[1]
        cut = Members(at_mark(text, found.spans, mark, words) if mark else found.spans, found.open)
        reading = judge(text, cut, numeral, words, held)
        readings.append(reading if reading.groups or reading.reason else NOTHING)
    whole = joined(readings)
    exact = sum(r.groups[0].stated == len(r.groups[0].items) for r in readings if r.groups)
    if held is Held.KEYED and exact < len(numerals) - 1 and whole.holds:
        return whole._replace(reason="the members do not repeat the words of the name")
    return whole


def _first_run(spans: Sequence[Span], numeral: Numeral) -> Sequence[Span]:
    """进村、进企，访户、访友，进村摸排，进企调研: what says the word again further on tells what is done there."""
    count = numeral.number or 0
    apart = len(spans) > count > 1 and spans[count].start > spans[count - 1].end + 1
    near = apart and all(b.start == a.end + 1 for a, b in pairwise(spans[:count]))
    return spans[:count] if near else spans


def _ungoverned(text: str, spans: Sequence[Span], words: ListWords) -> Sequence[Span]:
    """大事经支部提议、代表决议; 发挥议事会、评议会的作用: what goes through the steps, or governs them, is no part."""
    if len(spans) < 2 or len(spans[0]) <= len(spans[1]):
        return spans
    first = spans[0]
    passed = THROUGH.search(text, first.start + 1, first.end - 1)
    governed = first.start + 2 if text[first.start : first.start + 2] in words.governing else first.start
    alike = len(first) - 2 == len(spans[1])
    if text[first.start] in LETTING and len(first) - 1 in {len(s) for s in spans[1:]}:
        return [Span(first.start + 1, first.end), *spans[1:]]  # 让资源变资产、资金变股金
    return [Span(passed.end() if passed else governed if alike else first.start, first.end), *spans[1:]]


def _given(text: str, flat: Sequence[Span], numerals: Sequence[Numeral], words: ListWords) -> list[list[Span]]:
    """Each piece to the number whose word it bears, or, tied on by 、, to that of the piece before it."""
    given: list[list[Span]] = [[] for _ in numerals]
    last: int | None = None
    flat = [part for piece in flat for part in _parted(text, piece, numerals)]
    for i, piece in enumerate(flat):
        which = _bearer(text, piece, numerals)
        # 自治、法治、德治，有效提升了治理水平: what the list is good for is no part.
        if last is not None and words.aftermath.match(text, piece.start, piece.end):
            break
        if which is None and last is not None:
            if text[flat[i - 1].end] != "、":
                break
            which = last
        if which is not None:
            given[which].append(piece)
            last = which
    return given


def _parted(text: str, piece: Span, numerals: Sequence[Numeral]) -> list[Span]:
    """甲会和乙公开: 和 parts a piece where one number ends and the next begins."""
    for joint in JOINT.finditer(text, piece.start + 1, piece.end - 1):
        halves = [Span(piece.start, joint.start()), Span(joint.end(), piece.end)]
        left, right = (_bearer(text, half, numerals) for half in halves)
        if left is not None and right is not None and left != right:
            return halves
    return [piece]


def _bearer(text: str, piece: Span, numerals: Sequence[Numeral]) -> int | None:
    """The one number whose word a member opens with, or ends with, or else holds."""
    said = text[piece.start : piece.end]
    for test in (str.startswith, str.endswith, str.__contains__):
        hits = [i for i, n in enumerate(numerals) if any(test(said, mark) for mark in n.marks)]
        if hits:
            return hits[0] if len(hits) == 1 else None
    return None
