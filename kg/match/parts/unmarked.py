"""A row that no mark parts and the number behind it in, its members out: “定人定岗定责”三定原则."""

from __future__ import annotations

import re

from kg.match.parts.judging import EXACT, Reading
from kg.match.shorthand.decomposed import number_of
from kg.model import Group, Item, Span

COUNTED = re.compile("的?(?P<count>(?P<number>[两二三四五六七八九])个?(?P<word>[一-龥]))")
ROW = re.compile("[一-龥]+")
SHORTEST, LONGEST = 2, 6


def read_unmarked(text: str, row: Span, behind: int) -> Reading | None:
    """Cut a row before each word that the number behind its mark counts; None where they are not as many.

    >>> text = "按照“定人定岗定责”三定原则"
    >>> [item.text for item in read_unmarked(text, Span(3, 9), 10).groups[0].items]
    ['定人', '定岗', '定责']
    """
    counted = COUNTED.match(text, behind)
    if counted is None or not ROW.fullmatch(text, row.start, row.end) or text[row.start] != counted["word"]:
        return None
    stated = number_of(counted["number"])
    starts = [at for at in range(row.start, row.end) if text[at] == counted["word"]]
    members = [Span(at, to) for at, to in zip(starts, [*starts[1:], row.end], strict=True)]
    if len(members) != stated or not all(SHORTEST <= len(member) <= LONGEST for member in members):
        return None
    items = tuple(Item(text[s.start : s.end], s) for s in members)
    return Reading((Group(counted["count"], stated, items, False, row),), EXACT)
