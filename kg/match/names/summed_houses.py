"""A sentence in, the houses of a list that one last word behind it names all out: 胸痛、卒中、康复三大中心."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.match.numbers.numerals import SINGLE
from kg.match.places.place_grammar import is_letter
from kg.model import Form, Mention, Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

SUMMED = re.compile(
    "(?P<list>[一-龥]{2,12}?(?:、[一-龥]{2,8}?)+(?:[和及与][一-龥]{2,8}?)?)(?P<number>[两二三四五六七八九十])(?:大|个)"
)
JOINTS = re.compile("[、和及与]")
LONGEST_HEAD = 4


def summed_houses(page: Page, span: Span) -> Iterator[Mention]:
    """Each house of a list that somebody set up, called by its own word and the last one, which all share.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("医院建成了胸痛、卒中两大中心", compile_grammar(load_rules()), Words())
    >>> [m.name for m in summed_houses(page, Span(0, 14))]
    ['胸痛中心', '卒中中心']
    """
    for match in SUMMED.finditer(page.text, span.start, span.end):
        head = _head(page, match.end())
        start = _behind_founding(page, *match.span("list"))
        if head is None or start is None:
            continue
        spans = _members(page.text, start, match.end("list"))
        if len(spans) != SINGLE[match["number"]].number or any(_is_house(page, member.end) for member in spans):
            continue
        for member in spans:
            name = page.text[member.start : member.end] + head
            yield Mention(member, "Facility", "names/summed-houses", name, Form.PROPER)


def _head(page: Page, start: int) -> str | None:
    """The last word of a house that begins right behind the number, and ends there as well."""
    for end in range(start + LONGEST_HEAD, start + 1, -1):
        word = page.text[start:end]
        rule = page.grammar.heads.get(word) if end in page.ends and page.ends[end][0] <= start else None
        house = rule is not None and rule.type == "Facility" and word not in page.grammar.name_words.abstract
        if house and _ends_there(page, end):
            return word
    return None


def _ends_there(page: Page, end: int) -> bool:
    """Whether a mark or a verb follows, and no noun as in 两大中心城区."""
    text = page.text
    return not is_letter(text[end : end + 1] or "。") or text[end : end + 2] in page.grammar.boundaries


def _is_house(page: Page, end: int) -> bool:
    """Whether a house with its own last word ends there."""
    rule = page.grammar.heads.get(page.ends[end][1]) if end in page.ends else None
    return rule is not None and rule.type == "Facility"


def _behind_founding(page: Page, start: int, end: int) -> int | None:
    """Where the first member begins, right behind the verb that sets them up."""
    verb = page.grammar.founds.search(page.text, start, page.text.find("、", start, end) - 1)
    return verb.end() if verb else None


def _members(text: str, start: int, end: int) -> list[Span]:
    spans, at = [], start
    for member in JOINTS.split(text[start:end]):
        spans.append(Span(at, at + len(member)))
        at += len(member) + 1
    return spans
