"""Stance rules in, whether the text says that a thing is so out: by its sentence, or by the section it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.match.rulebook.rule_types import Pattern, StanceRule
from kg.model import Article, Document, Paragraph, Role, Stance

HEADINGS = frozenset({Role.HEADING, Role.TITLE})
HEADING_LENGTH = 40
# A paragraph that opens a section without a heading says so in its first words.
OPENING_LENGTH = 200
AT_END, YEAR = "$", "year"
NUMERAL = "[一二三四五六七八九十]{1,2}"
NUMBERED = re.compile(rf"（?{NUMERAL}[是要、）]|第{NUMERAL}[，、]|[0-9]{{1,2}}[.、]|——|●")
# What is done is no plan, whatever stands before it: 将…，建成了X; 已建成X.
DONE_BEFORE = re.compile("(?<!早)(?:已经?|累计)[^，。；]{0,10}$")


def sections(document: Document, rules: Sequence[StanceRule]) -> Mapping[tuple[int, int], Stance]:
    """Article and paragraph of all that stands under a heading such as 2026年重点工作, up to one that ends it.

    A part without a heading is known by the first words of its first paragraph; and where a paragraph ends with
    what is to come (下一步，…), the numbered paragraphs after it are part of that.
    """
    found: dict[tuple[int, int], Stance] = {}
    rules = [rule for rule in rules if rule.headings or rule.onward]
    for a, article in enumerate(document.articles):
        found.update({(a, p): stance for p, stance in _of_article(document, article, rules)})
    return found


def _of_article(document: Document, article: Article, rules: Sequence[StanceRule]) -> Iterator[tuple[int, Stance]]:
    now: Stance | None = None
    for p, paragraph in enumerate(article.paragraphs):
        heading = paragraph.role in HEADINGS and len(paragraph.span) <= HEADING_LENGTH
        text = document.text[paragraph.span.start : min(paragraph.span.end, paragraph.span.start + OPENING_LENGTH)]
        if now is None and p and NUMBERED.match(text):
            now = _announced(document, article.paragraphs[p - 1], rules)
        for rule in rules:
            if heading and _any(rule.until, text):
                now = None
            elif _any(rule.headings if heading else rule.openings, text):
                now = rule.stance
        if now is not None:
            yield p, now


def _any(patterns: Sequence[Pattern], text: str) -> bool:
    return any(pattern.may_stand(text) and pattern.regex.search(text) for pattern in patterns)


def _announced(document: Document, paragraph: Paragraph, rules: Sequence[StanceRule]) -> Stance | None:
    """What the last sentence of a paragraph says of the list after it."""
    text = document.quote(paragraph.span)
    # What one number ends with does not open the next: 一是…，高铁年内将动工。二是…
    if NUMBERED.match(text) and not text.endswith("："):
        return None
    last = text[max(text.rfind(mark, 0, len(text) - 1) for mark in "。！？") + 1 :]
    return next((rule.stance for rule in rules if _any(rule.onward, last)), None)


def onward(document: Document, rules: Sequence[StanceRule]) -> list[tuple[int, Stance]]:
    """Where the text says what the rest of its paragraph is (下一步，…), and what; in order."""
    return sorted(
        (match.start(), rule.stance)
        for rule in rules
        for pattern in rule.onward
        # A pattern that ends in $ speaks of a list after the paragraph, and not of the paragraph.
        if not pattern.text.endswith(AT_END)
        for match in pattern.regex.finditer(document.text)
    )


def stance_of(
    text: str, verb: int, end: int, issued: str, rules: Iterable[tuple[StanceRule, Sequence[Pattern]]]
) -> Stance | None:
    """What the words of a sentence say of a claim whose verb ends at `verb`, itself at `end`; None where nothing.

    A pattern that ends in $ speaks of the very verb before which it stands, others of all that follows them.
    """
    done = is_done(text, verb)
    for rule, patterns in rules:
        for pattern in patterns:
            of_verb = pattern.text.endswith(AT_END)
            if done and not of_verb:
                continue
            found = pattern.regex.search(text, 0, verb if of_verb else end)
            if found and not _past(found, issued) and not any(u.regex.search(text, found.start()) for u in rule.unless):
                return rule.stance
    return None


def is_done(text: str, verb: int) -> bool:
    """Whether the words round a verb that ends at `verb` say that it is done: 建成了, 已建成."""
    return text.startswith("了", verb) or text[verb - 1 : verb] == "了" or DONE_BEFORE.search(text, 0, verb) is not None


def _past(found: re.Match[str], issued: str) -> bool:
    """到2025年 in a page of 2026 is no plan."""
    return YEAR in found.re.groupindex and found[YEAR] is not None and found[YEAR] < issued[:4]
