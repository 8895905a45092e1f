"""A name without a number and the text behind it in, the list out whose members all bear one word of the name."""

from __future__ import annotations

import re

from kg.match.parts.judging import EXACT, Reading
from kg.match.shorthand.enumeration import pieces, tidy
from kg.model import Group, Item, Span

CUE = re.compile("(?:：|——|，?(?:即|就是|也就是|包括)[：，]?)“?(?![日将便可])")
FEWEST, SHORTEST, LONGEST = 3, 3, 8
FUNCTION = frozenset("的一是不了在和有与为以到个大小上下中里")


def read_shared(text: str, core: Span, behind: Span) -> Reading | None:
    """“一碗茶”工作法：敬茶消气、续茶说理、满茶立约: three or more of one length, one character in the same place.

    Without a cue they must share more: “一线”工作法，情况在一线掌握、问题在一线解决、作风在一线转变.

    >>> line = "“一盏灯”工作法：点灯问事、围灯议事、举灯办事，邻里和睦"
    >>> [item.text for item in read_shared(line, Span(1, 4), Span(8, len(line))).groups[0].items]
    ['点灯问事', '围灯议事', '举灯办事']
    """
    cue = CUE.match(text, behind.start, behind.end)
    start = cue.end() if cue else behind.start + 1
    clause = (
        next(iter(pieces(text, Span(start, behind.end), 2)), None) if cue or text[start - 1 : start] == "，" else None
    )
    if clause is None:
        return None
    found = [tidy(text, p) for p in pieces(text, clause, 1)]
    least = 1 if cue else 2
    lengths = {len(s) for s in found}
    if len(found) < FEWEST or len(lengths) > 1 or not SHORTEST <= min(lengths) <= LONGEST:
        return None
    said = {text[s.start : s.end] for s in found}
    for at in range(core.start, core.end - least + 1):
        word = text[at : at + least]
        alike = len(said) == len(found) and len({member.find(word) for member in said}) == 1 and word in min(said)
        if alike and (least > 1 or word not in FUNCTION):
            items = tuple(Item(text[s.start : s.end], s) for s in found)
            return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), EXACT)
    return None
