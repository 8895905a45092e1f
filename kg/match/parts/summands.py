"""A sum such as “1+3+N” and a stretch of summands in, the list of each number (组长+甲、乙、丙+志愿者) out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.number_labels import CUE, QUOTED_LIST
from kg.match.shorthand.decomposed import number_of
from kg.match.shorthand.enumeration import Cut, between, chain, is_closed, pieces, tidy
from kg.match.shorthand.shorthand import NUMBER, Numeral
from kg.model import Group, Item, Span

PLUS = re.compile("[+＋]")
# 1（1名指导员）+3（…）: a number with its list in brackets.
SPELLED = re.compile(rf"(?P<number>{NUMBER}|[XNMxnm])（(?P<list>[^（）\n]+)）")
ADDED = re.compile("(?:外加|另加|再加|加上|另有|另配|外带)")
CLOSED = re.compile("[”）]")


def read_summands(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """A summand for each number, with as many members as the number says; at least one holds several.

    >>> line = "网格长+专职网格员、兼职网格员+志愿者"
    >>> numbers = [Numeral(1, "", "1"), Numeral(2, "", "2"), Numeral(None, "", "N")]
    >>> [[i.text for i in g.items] for g in read_summands(line, Span(0, len(line)), numbers).groups]
    [['网格长'], ['专职网格员', '兼职网格员'], ['志愿者']]
    """
    links = [Cut(*m.span(), 1) for m in PLUS.finditer(text, span.start, span.end) if _outside(text, span, m.start())]
    found = [_listed(text, summand) for summand in between(text, span, links, 1)]
    if len(found) != len(numerals) or max(map(len, found), default=0) < 2:
        return None
    if any(n.number not in (None, len(f)) for f, n in zip(found, numerals, strict=True)):
        return None
    groups = tuple(_group(text, f, n) for f, n in zip(found, numerals, strict=True))
    return Reading(groups, EXACT + LABELLED)


def read_summands_led(text: str, front: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """“组长+甲、乙、丙+志愿者”的“1+3+N”模式: the quotation that the name follows at once.

    >>> line = "“组长+专干+志愿者”的"
    >>> numbers = [Numeral(1, "", "1"), Numeral(1, "", "1"), Numeral(None, "", "N")]
    >>> [item.text for item in read_summands_led(line, Span(0, len(line)), numbers).groups[0].items]
    ['组长', '专干', '志愿者']
    """
    quoted = QUOTED_LIST.search(text, front.start, front.end)
    if quoted is None:
        return None
    inside = Span(*quoted.span(1))
    # “1+1+N”: one and one and some are as many summands, and no number holds several.
    if len(numerals) > 1 and all(n.number in (1, None) for n in numerals):
        links = [Cut(*m.span(), 1) for m in PLUS.finditer(text, inside.start, inside.end)]
        found = [tidy(text, s) for s in between(text, inside, links, 1)]
        return _ungrouped(text, found) if links and len(found) == len(numerals) else None
    return read_summands(text, inside, numerals)


def _ungrouped(text: str, found: Sequence[Span]) -> Reading:
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), EXACT + LABELLED)


def read_summands_behind(text: str, behind: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """“1+3+N”模式（组长+甲、乙、丙+志愿者）: the clause or bracket behind a cue."""
    cue = CUE.match(text, behind.start, behind.end)
    if cue is None or cue["bare"]:
        return None
    start = cue.end() + (text[cue.end() : cue.end() + 1] == "“")
    stop = CLOSED.search(text, start, behind.end) if cue["bracket"] or start > cue.end() else None
    end = stop.start() if stop else behind.end
    clause = next(iter(pieces(text, Span(start, end), 2)), None)
    return read_summands(text, clause, numerals) if clause else None


def read_added(text: str, behind: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """“3+1”团队，1名医生、1名护士、1名村医，外加1名专家: the clauses behind a name, of which one adds to the other.

    >>> line = "，1名医生、1名护士、1名村医，外加1名专家，"
    >>> read = read_added(line, Span(0, len(line)), [Numeral(3, "", "3"), Numeral(1, "", "1")])
    >>> [[item.text for item in group.items] for group in read.groups]
    [['1名医生', '1名护士', '1名村医'], ['1名专家']]
    """
    clauses = pieces(text, behind, 2)[: len(numerals)]
    added = [ADDED.match(text, c.start, c.end) for c in clauses[1:]]
    if len(clauses) != len(numerals) or not added or not all(added):
        return None
    spans = [clauses[0], *(Span(a.end(), c.end) for a, c in zip(added, clauses[1:], strict=True) if a)]
    found = [[tidy(text, p) for p in pieces(text, s, 1)] for s in spans]
    if any(n.number not in (None, len(f)) for f, n in zip(found, numerals, strict=True)):
        return None
    return Reading(tuple(_group(text, f, n) for f, n in zip(found, numerals, strict=True)), EXACT + LABELLED)


def spelled_sum(text: str, slogan: Span) -> tuple[Numeral, ...]:
    """The numbers of “1（1名指导员）+3（甲、乙、丙）”, a sum with its lists in it; none of any other name."""
    said = [SPELLED.fullmatch(text, s.start, s.end) for s in chain(text, slogan)]
    return tuple(Numeral(_worth(m["number"]), "", m["number"]) for m in said if m) if all(said) else ()


def _worth(number: str) -> int | None:
    return None if number in "XNMxnm" else number_of(number)


def _outside(text: str, span: Span, at: int) -> bool:
    return is_closed(text, Span(span.start, at))


def _listed(text: str, summand: Span) -> list[Span]:
    own = SPELLED.fullmatch(text, summand.start, summand.end)
    return [tidy(text, p) for p in pieces(text, Span(*own.span("list")) if own else summand, 1)]


def _group(text: str, found: Sequence[Span], numeral: Numeral) -> Group:
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    return Group(numeral.text, numeral.number, items, False, Span(found[0].start, found[-1].end))
