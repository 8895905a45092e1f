"""The numbers of a name and the text behind it in, one row whose members end each with the word of its number out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.parts.judging import BEARS, EXACT, Reading
from kg.match.parts.leads import spanned
from kg.match.shorthand.enumeration import pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Span

FEWEST, LONGEST = 3, 8


def read_row_by_ends(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """派出所、司法所、法庭信息共享 for 两所一庭: what all do together begins behind the word of the last.

    >>> line = "，派出所、司法所、人民法庭信息共享、矛盾联调，化解纠纷。"
    >>> two = [Numeral(2, "所", "两所", ("所",)), Numeral(1, "庭", "一庭", ("庭",))]
    >>> [[i.text for i in g.items] for g in read_row_by_ends(line, Span(0, len(line)), two).groups]
    [['派出所', '司法所'], ['人民法庭']]
    """
    if any(n.number is None or len(n.key) != 1 for n in numerals):
        return None
    keys = [n.key for n in numerals for _ in range(n.number or 0)]
    if len(keys) < FEWEST:
        return None
    for clause in pieces(text, span, 2):
        row = [tidy(text, s) for s in pieces(text, clause, 1)][: len(keys)]
        if len(row) < len(keys) or not all(text[s.end - 1] == key for s, key in zip(row[:-1], keys, strict=False)):
            continue
        at = text.find(keys[-1], row[-1].start + 1, row[-1].end)
        row[-1] = Span(row[-1].start, at + 1 if at >= 0 else row[-1].start)
        if all(1 < len(s) <= LONGEST for s in row):
            return Reading(tuple(_groups(text, row, numerals)), EXACT + BEARS)
    return None


def _groups(text: str, row: Sequence[Span], numerals: Sequence[Numeral]) -> list[Group]:
    groups: list[Group] = []
    at = 0
    for numeral in numerals:
        groups.append(spanned(text, row[at : at + (numeral.number or 0)], numeral))
        at += numeral.number or 0
    return groups
