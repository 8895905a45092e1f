"""Marked sentences in, documents with mentions and the parts to be found out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.match.part_rules import PartRules
from kg.match.parts import find_listings
from kg.model import Article, Document, Form, Listing, Mention, Paragraph, Sentence, Source, Span

NAME = re.compile(r"\{([a-z]+)(?::([^={}]+))?=")
END = re.compile(r"[。！？]+[”’）]?|\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch: its role, what follows the colon, and where it stands."""

    role: str
    label: str
    span: Span


def unmark(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Take the marks out; a mark may stand inside another: {whole=“{part=甲}、{part=乙}”机制}."""
    text = ""
    open_: list[tuple[str, str, int]] = []
    found: list[Mark] = []
    at = 0
    while at < len(marked):
        if name := NAME.match(marked, at):
            open_.append((name[1], name[2] or "", len(text)))
            at = name.end()
        elif marked[at] == "}":
            role, label, start = open_.pop()
            found.append(Mark(role, label, Span(start, len(text))))
            at += 1
        else:
            text += marked[at]
            at += 1
    assert not open_, f"a brace is open: {marked}"
    return text, tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def document(text: str) -> Document:
    """A document of one article with a paragraph a line."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(Span(at, at + len(line))))
        at += len(line) + 1
    article = Article(Span(0, len(text)), tuple(paragraphs))
    return Document(Source("例.txt", text, digest, "utf-8"), text, range(len(text)), (article,))


def sentences(document: Document) -> list[Sentence]:
    found = []
    for number, paragraph in enumerate(document.articles[0].paragraphs):
        at = paragraph.span.start
        ends = [m.end() for m in END.finditer(document.text, at, paragraph.span.end)]
        for end in dict.fromkeys([*ends, paragraph.span.end]):
            if end > at:
                found.append(Sentence(Span(at, end), (Span(at, end),), 0, number))
                at = end
    return found


def mention(text: str, span: Span, type_: str = "Mechanism") -> Mention:
    """A mention of a way of working; what its first quotation marks hold is its core and its name."""
    quoted = re.search("“((?:[^“”]|“[^“”]*”)*)”", text[span.start : span.end])
    core = Span(span.start + quoted.start(1), span.start + quoted.end(1)) if quoted else None
    name = quoted[1] if quoted else text[span.start : span.end]
    return Mention(span, type_, "test", name, Form.QUOTED if core else Form.NOMINAL, core)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the marks of an example say: the parts of its wholes by group, open groups, glosses."""

    parts: tuple[tuple[str, str], ...]  # label or "", text
    open: bool
    glosses: tuple[str, ...]


def expected(text: str, marks: Sequence[Mark]) -> Expected:
    said = [(m, text[m.span.start : m.span.end]) for m in marks]
    return Expected(
        tuple((m.label, words) for m, words in said if m.role == "part"),
        any(m.role == "open" for m, _ in said),
        tuple(words for m, words in said if m.role == "gloss"),
    )


def found(text: str, marks: Sequence[Mark], rules: PartRules) -> tuple[Expected, list[Listing]]:
    """What the rules make of the example, in the same shape."""
    made = document(text)
    named = [mention(text, m.span, m.label or "Mechanism") for m in marks if m.role in ("whole", "also")]
    listings, glosses, _ = find_listings(made, sentences(made), named, rules)
    labelled = any(m.label for m in marks if m.role == "part")
    items = [(g.label if labelled else "", i) for listing in listings for g in listing.groups for i in g.items]
    assert all(text[i.span.start : i.span.end] == i.text for _, i in items)
    parts = tuple((label, i.text) for label, i in sorted(items, key=lambda pair: pair[1].span))
    return Expected(parts, any(g.open for li in listings for g in li.groups), tuple(g.text for g in glosses)), listings
