"""A clause in, since when or in what period its claim holds out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kg.match.periods import Period, Periods, find_periods
from kg.model import Document, Span

# Counted from the day of issue where the page gives it.
FROM_ISSUE: Mapping[str, int] = MappingProxyType({"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2})
KINDS = frozenset({"date", "since", "range", "words"})
OTHERWISE = ("此前", "之前", "早前", "此后", "随后", "后来")
# 建于2005年的X: the date is another's.
ANOTHERS = re.compile("的|[建生始起]于$")


def literal(document: Document, found: Period) -> str:
    """How a period stands in the graph: 去年 as a year where the day of issue is known."""
    year = document.issued[:4]
    if found.literal in FROM_ISSUE and year.isdecimal():
        return str(int(year) + FROM_ISSUE[found.literal])
    return found.literal


def stated_period(document: Document, words: Span, periods: Periods) -> str:
    """The literal of a stretch of text that says when; the words themselves where no calendar date follows."""
    text = document.quote(words)
    found = find_periods(document.text, words.start, words.end, periods)
    if found and document.quote(found[0].span) == text and found[0].kind in KINDS:
        return literal(document, found[0])
    return text


def period_before(document: Document, clauses: Sequence[Span], end: int, periods: Periods) -> str:
    """The period that a clause up to `end` gives, else the one that makes up the clause before it.

    >>> from kg.match.rules import load_rules
    >>> from kg.model import Source
    >>> text = "2025年11月，青石村获评全国文明村。"
    >>> document = Document(Source("", text, "", ""), text, range(len(text)), ())
    >>> from kg.match.periods import compile_periods
    >>> period_before(document, [Span(0, 8), Span(9, 20)], 14, compile_periods(load_rules().tables))
    '2025-11'
    """
    here = [span for span in clauses if span.start <= end]
    if not here:
        return ""
    own = find_periods(document.text, here[-1].start, end, periods)
    for found in reversed(own):
        before = document.text[max(0, found.span.start - 2) : found.span.start]
        if found.kind in KINDS and not ANOTHERS.match(document.text, found.span.end) and not ANOTHERS.search(before):
            return literal(document, found)
    for span in reversed(here[:-1]):
        # 今年6月，甲…；此前，乙…: of another time.
        if document.text.startswith(OTHERWISE, span.start):
            return ""
        whole = find_periods(document.text, span.start, span.end, periods)
        if len(whole) == 1 and whole[0].kind in KINDS and len(span) - len(whole[0].span) <= 1:
            return literal(document, whole[0])
    return ""
