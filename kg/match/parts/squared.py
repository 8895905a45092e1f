"""A name of so many times so many (四三工作法) and the text behind it in, the lists that it stands for out."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.match.numbers.numerals import DIGITS
from kg.match.parts.judging import EXACT, Reading
from kg.match.parts.list_words import ListWords
from kg.match.shorthand.enumeration import ordinals, pieces, tidy
from kg.model import Group, Item, Span

NAME = re.compile("“?([二三四五六七八九])([二三四五六七八九])(制)?")
BRACKETED = re.compile("（([^（）\n]+)）")
MEANS = re.compile("(?:通过|以|即)")


def read_squared(text: str, name: Span, behind: Span, words: ListWords) -> Reading | None:
    """一是明确三方（甲、乙、丙）；二是规范三步（丁、戊、己）: as many members, each with as many of its own."""
    said = NAME.match(text, name.start, name.end)
    tail = text[said.end() : name.end].strip("“”") if said else ""
    if said is None or not (said[3] or words.shorthand.head(tail) == tail != ""):
        return None
    outer, inner = int(DIGITS[said[1]]), int(DIGITS[said[2]])
    groups = [g for span in ordinals(text, behind) if (g := _bracketed(text, span, inner))]
    if len(groups) == outer:
        return Reading(tuple(groups), EXACT)
    return _clauses(text, behind, outer, said[2], words)


def _bracketed(text: str, span: Span, count: int) -> Group | None:
    """明确三方（甲、乙、丙）: what the bracket holds, called by what stands before it."""
    match = BRACKETED.search(text, span.start, span.end)
    if match is None:
        return None
    label = tidy(text, Span(span.start, match.start()))
    found = [tidy(text, s) for s in pieces(text, Span(*match.span(1)), 1)]
    if len(found) != count or not len(label):
        return None
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    return Group(text[label.start : label.end], count, items, False, Span(label.start, match.end()))


def _clauses(text: str, behind: Span, count: int, each: str, words: ListWords) -> Reading | None:
    """通过健全“前端”三环机制，织密“中端”三级网格: as many clauses in a row that each count so many again."""
    for sentence in pieces(text, behind, 4):
        found = [s for c in pieces(text, sentence, 2) if (s := _governed(text, c, each, words))]
        near = all(text[a.end : b.start - 2] == "，" for a, b in pairwise(found))
        if len(found) == count and near:
            items = tuple(Item(text[s.start : s.end], s) for s in found)
            return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), EXACT)
    return None


def _governed(text: str, clause: Span, each: str, words: ListWords) -> Span | None:
    """织密“中端”三级网格: what the verb that opens a clause governs, where it counts so many again."""
    means = MEANS.match(text, clause.start, clause.end)
    start = means.end() if means else clause.start
    held = Span(min(start + 2, clause.end), clause.end)
    verb = text[start : start + 2] in words.verbs or text[held.start : held.start + 1] in ("“", "‘")
    return held if verb and re.search(f"{each}[一-龥]", text[held.start : held.end]) else None
