"""Stance rules in, whether the text says that a thing is so out: by its sentence, or by the section it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.match.rules import Pattern, StanceRule
from kg.model import Article, Document, Role, Stance

HEADINGS = frozenset({Role.HEADING, Role.TITLE})
HEADING_LENGTH = 40
# A paragraph that opens a section without a heading says so in its first words.
OPENING_LENGTH = 60
AT_START, AT_VERB, YEAR = "^", "$", "year"


def sections(document: Document, rules: Sequence[StanceRule]) -> Mapping[tuple[int, int], Stance]:
    """Article and paragraph of all that stands under a heading such as 2026年重点工作, up to one that ends it.

    A pattern of a heading that begins with ^ is asked of the first words of the other paragraphs as well.
    """
    found: dict[tuple[int, int], Stance] = {}
    rules = [rule for rule in rules if rule.headings]
    for a, article in enumerate(document.articles):
        found.update({(a, p): stance for p, stance in _of_article(document, article, rules)})
    return found


def _of_article(document: Document, article: Article, rules: Sequence[StanceRule]) -> list[tuple[int, Stance]]:
    found = []
    now: Stance | None = None
    for p, paragraph in enumerate(article.paragraphs):
        heading = paragraph.role in HEADINGS and len(paragraph.span) <= HEADING_LENGTH
        text = document.text[paragraph.span.start : min(paragraph.span.end, paragraph.span.start + OPENING_LENGTH)]
        for rule in rules:
            if any(_asked(pattern, heading) and pattern.regex.search(text) for pattern in rule.until):
                now = None
            elif any(_asked(pattern, heading) and pattern.regex.search(text) for pattern in rule.headings):
                now = rule.stance
        if now is not None and not heading:
            found.append((p, now))
    return found


def _asked(pattern: Pattern, heading: bool) -> bool:
    return heading or pattern.text.startswith(AT_START)


def stance_of(text: str, verb: int, end: int, issued: str, rules: Sequence[StanceRule]) -> Stance | None:
    """What the words of a sentence say of a claim whose verb ends at `verb`, itself at `end`; None where nothing.

    A pattern that ends in $ speaks of the very verb before which it stands, others of all that follows them.
    """
    for rule in rules:
        for pattern in rule.patterns:
            limit = verb if pattern.text.endswith(AT_VERB) else end
            found = pattern.regex.search(text, 0, limit)
            if found and not _past(found, issued) and not any(u.regex.search(text, found.start()) for u in rule.unless):
                return rule.stance
    return None


def _past(found: re.Match[str], issued: str) -> bool:
    """到2025年 in a page of 2026 is no plan."""
    return YEAR in found.re.groupindex and found[YEAR] is not None and found[YEAR] < issued[:4]
