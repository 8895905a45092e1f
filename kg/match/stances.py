"""Stance rules in, whether the text says that a thing is so out: by its sentence, or by the section it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.match.rules import StanceRule
from kg.model import Document, Role, Stance

HEADINGS = frozenset({Role.HEADING, Role.TITLE})
HEADING_LENGTH = 40


def sections(document: Document, rules: Sequence[StanceRule]) -> Mapping[tuple[int, int], Stance]:
    """Article and paragraph of all that stands under a heading such as 2026年重点工作, up to one that ends it."""
    found: dict[tuple[int, int], Stance] = {}
    rules = [rule for rule in rules if rule.headings]
    for a, article in enumerate(document.articles):
        now: Stance | None = None
        for p, paragraph in enumerate(article.paragraphs):
            if paragraph.role in HEADINGS and len(paragraph.span) <= HEADING_LENGTH:
                text = document.quote(paragraph.span)
                for rule in rules:
                    if any(pattern.regex.search(text) for pattern in rule.until):
                        now = None
                    elif any(pattern.regex.search(text) for pattern in rule.headings):
                        now = rule.stance
            elif now is not None:
                found[(a, p)] = now
    return found


def stance_of(text: str, end: int, rules: Sequence[StanceRule]) -> Stance | None:
    """What the words of a sentence up to `end` say of it; None where they say nothing."""
    for rule in rules:
        for pattern in rule.patterns:
            found = pattern.regex.search(text, 0, end)
            if found and not any(u.regex.search(text, found.start(), end) for u in rule.unless):
                return rule.stance
    return None
