"""A name of two numbers that a verb links (“五诊”解“五难”) and a stretch in, the clauses with a part of both out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.list_words import ListWords
from kg.match.parts.readings import until_aftermath
from kg.match.shorthand.enumeration import pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

QUOTED = re.compile("[“‘]([^“”‘’\n]{1,12})[”’]")
FEWEST, LONGEST = 2, 24
# 抓出庭院共美: with such a character behind it a word is a verb.
ENDING = frozenset("出起")


def read_paired(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords) -> Reading | None:
    """通过“门诊”听意见，破解参与难；通过“会诊”找病根，破解落地难: as many clauses as both numbers state.

    The part of the first is its word in quotation marks or its own clause, that of the second the end of the last.
    """
    if len(numerals) != FEWEST or numerals[0].number != numerals[1].number or not all(n.marks for n in numerals):
        return None
    count = numerals[0].number or 0
    for level in (4, 3):
        clauses = until_aftermath(text, pieces(text, span, level), words)[:count]
        pairs = [_pair(text, clause, numerals) for clause in clauses]
        found = [p for p in pairs if p]
        if count >= FEWEST and len(found) == count:
            first, second = [p[0] for p in found], _without_verb(text, [p[1] for p in found], words)
            groups = tuple(_group(text, s, n) for s, n in zip((first, second), numerals, strict=True))
            return Reading(groups, EXACT + LABELLED)
    return None


def read_paired_heads(
    text: str, heads: Sequence[Span], numerals: Sequence[Numeral], words: ListWords
) -> Reading | None:  # fmt: skip
    """党员走进群众问“情”。 and 干部走进企业问“需”。: as many heads of paragraphs, each with a part of both numbers."""
    count = numerals[0].number or 0
    two_alike = len(numerals) == FEWEST and numerals[1].number == count >= FEWEST
    if not two_alike or len(heads) < count or not all(n.marks for n in numerals):
        return None
    pairs = [_halves(text, head, numerals, words) for head in heads[:count]]
    found = [p for p in pairs if p]
    if len(found) < count:
        return None
    groups = tuple(_group(text, [p[k] for p in found], n) for k, n in enumerate(numerals))
    return Reading(groups, EXACT + LABELLED)


def _halves(text: str, head: Span, numerals: Sequence[Numeral], words: ListWords) -> tuple[Span, Span] | None:
    one, two = (n.marks[-1] for n in numerals)
    if "，" in text[head.start : head.end]:
        # 产业抱团联营，带动群众共富: a clause for each.
        inner = [tidy(text, s) for s in pieces(text, head, 2)]
        apart = len(inner) == FEWEST and all(len(s) <= LONGEST and text[s.start : s.end].isalpha() for s in inner)
        if not apart or text.find(one, *_ends(inner[0])) < 0 or text.find(two, *_ends(inner[1])) < 0:
            return None
        verb = text[inner[1].start : inner[1].start + 2] in words.verbs or text[inner[1].start + 1] in ENDING
        return inner[0], Span(inner[1].start + 2, inner[1].end) if verb else inner[1]
    right = text.rfind(two, head.start, head.end)
    left = text.find(one, head.start, right) if right >= 0 else -1
    if left < 0 or right - left > LONGEST:
        return None
    end = right - 2 if right - left > FEWEST + 2 and text[right - 2 : right] in words.verbs else right
    start = left - 1 if left > head.start and text[left - 1 : left + 1] in words.verbs else left
    return tidy(text, Span(start, end)), Span(right, head.end)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _pair(text: str, clause: Span, numerals: Sequence[Numeral]) -> tuple[Span, Span] | None:
    inner = [tidy(text, piece) for piece in pieces(text, clause, 2)]
    one, two = numerals[0].marks[-1], numerals[1].marks[-1]
    if len(inner) < FEWEST or not text.endswith(two, inner[-1].start, inner[-1].end):
        return None
    quoted = [m for m in QUOTED.finditer(text, inner[0].start, inner[0].end) if one in m[1]]
    first = Span(*quoted[0].span(1)) if quoted else inner[0]
    if text.find(one, first.start, first.end) < 0 or len(first) > LONGEST or len(inner[-1]) > LONGEST:
        return None
    return first, inner[-1]


def _without_verb(text: str, found: Sequence[Span], words: ListWords) -> list[Span]:
    """破解参与难、破解落地难: the verb that governs every part of them is no part of any."""
    verbs = {text[s.start : s.start + 2] for s in found}
    shared = len(verbs) == 1 and verbs <= words.verbs and all(len(s) > 3 for s in found)
    return [Span(s.start + 2, s.end) if shared else s for s in found]


def _group(text: str, spans: Sequence[Span], numeral: Numeral) -> Group:
    items = tuple(Item(text[s.start : s.end], s) for s in spans)
    return Group(numeral.text, numeral.number, items, False, Span(spans[0].start, spans[-1].end))
