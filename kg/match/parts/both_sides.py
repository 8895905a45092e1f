"""The numbers of a name and the text round it in, their lists where some stand before it and some behind, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import BEARS, EXACT, Reading
from kg.match.parts.leads import spanned
from kg.match.parts.likeness import all_bear
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import members
from kg.match.shorthand.enumeration import pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

# 以基层党组织为核心: the one round which the others stand.
CORE = re.compile("以(?P<said>[^，。；：、“”\n]{2,12})为(?:核心|引领|中心|主体|统领|龙头|轴心|主导)(?![一-龥])")
CENTRES = ("核", "心", "主", "轴", "领")
CUE = "(?:分别(?:是|为|指)|即是?|包括|就是|是指|指的是|主要是)[：，]?(?P<said>[^。；！\n]+)"
# 自治、法治、德治相结合
TIED = re.compile("(?:相|有机|深度)?(?:结合|融合|衔接|统一)(?:的)?$")
LONGEST, FEWEST = 16, 2


def read_both_sides(
    text: str, front: Span, behind: Span, numerals: Sequence[Numeral], words: ListWords
) -> Reading | None:
    """以党组织为核心，自治、法治、德治相结合，构建“一核三治两平台”。两平台分别是甲平台、乙平台: each list at its place.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> line = "以村支部为核心，自治、法治、德治相结合，构建“一核三治两员”机制。两员分别是宣传员、调解员。"
    >>> said = [(1, "核", "一核"), (3, "治", "三治"), (2, "员", "两员")]
    >>> three = [Numeral(number, key, text, (key,)) for number, key, text in said]
    >>> read = read_both_sides(line, Span(0, 21), Span(31, len(line)), three, words)
    >>> [[i.text for i in g.items] for g in read.groups]
    [['村支部'], ['自治', '法治', '德治'], ['宣传员', '调解员']]
    """
    if len(numerals) < FEWEST or not all(n.key and n.number for n in numerals):
        return None
    told = [_labelled(text, behind, n) for n in numerals]
    if not any(told) or all(told):
        return None
    groups = [g or _before(text, front, n, words) for g, n in zip(told, numerals, strict=True)]
    found = [g for g in groups if g is not None]
    return Reading(tuple(found), EXACT + BEARS) if len(found) == len(numerals) else None


def _labelled(text: str, behind: Span, numeral: Numeral) -> Group | None:
    """四平台分别是甲、乙、丙、丁: as many as the number states behind its own label."""
    if text.find(numeral.text, behind.start, behind.end) < 0:
        return None
    for match in re.finditer(
        f"(?:“{re.escape(numeral.text)}”|{re.escape(numeral.text)}){CUE}", text[behind.start : behind.end]
    ):
        clause = next(iter(pieces(text, Span(*(behind.start + at for at in match.span("said"))), 2)), None)
        row = [tidy(text, s) for s in pieces(text, clause, 1)] if clause else []
        if len(row) == numeral.number and all(len(s) <= LONGEST for s in row):
            return spanned(text, row, numeral)
    return None


def _before(text: str, front: Span, numeral: Numeral, words: ListWords) -> Group | None:
    if numeral.number == 1:
        core = CORE.search(text, front.start, front.end) if numeral.key.startswith(CENTRES) else None
        if core is None:
            return None
        said = Span(*core.span("said"))
        return Group(numeral.text, 1, (Item(core["said"], said),), False, said)
    for clause in reversed(pieces(text, front, 2)):
        tied = TIED.search(text, clause.start, clause.end)
        row = pieces(text, Span(clause.start, tied.start() if tied else clause.end), 1)
        found = members(text, row, numeral, words, before=True).spans if len(row) == numeral.number else ()
        if len(found) == numeral.number and all_bear(text, found, numeral):
            return spanned(text, found, numeral)
    return None
