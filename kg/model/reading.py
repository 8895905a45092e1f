"""What reading hands on: a document, its articles and its sentences."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, from `start` up to but not including `end`, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside.

        >>> Span(0, 5).covers(Span(2, 5)), Span(0, 5).covers(Span(2, 6))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Details:
    """What the user says of a document because the page does not."""

    issued: str = ""
    place: str = ""
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One input as decoded or extracted: evidence counts its characters in `text`."""

    name: str
    text: str
    digest: str  # SHA-256 of the bytes, hexadecimal
    encoding: str  # of the bytes; of DOCX and PDF, where the format says how to read them, its name
    details: Details = Details()
    pages: tuple[int, ...] = ()
    """where in `text` each page begins; empty where the format has no pages"""

    @property
    def id(self) -> str:
        """The document's id, made of its bytes alone."""
        return f"doc-{self.digest[:16]}"

    def page(self, place: int) -> int:
        """The page on which a character stands, from 1; 0 where the format has no pages.

        >>> Source("报.pdf", "一二三四", "0", "pdf", pages=(0, 2)).page(2)
        2
        """
        return bisect.bisect_right(self.pages, place)


class Role(StrEnum):
    """What a paragraph is to the page."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"


# What says who wrote and where, and nothing of the matter.
UNSAID = (Role.BYLINE, Role.DATELINE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the repaired text; `head`, `tail`: whether its first and last sentence are whole."""

    span: Span
    role: Role = Role.BODY
    head: bool = True
    tail: bool = True


@dataclass(frozen=True, slots=True)
class Credit:
    """A person whom a by-line names, and as what: 记者, 作者, 摄影."""

    name: str
    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page: no subject, alias or list crosses from one to another."""

    span: Span
    paragraphs: tuple[Paragraph, ...]
    title: Span | None = None
    credits: tuple[Credit, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that reading made, where in the source, and why."""

    span: Span  # in the source
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source cleaned for the rules; `origin[i]` is the place in `source.text` of `text[i]`.

    Each character of `text` stands for exactly one of the source; paragraphs are parted by "\\n".
    """

    source: Source
    text: str
    origin: Sequence[int]
    articles: tuple[Article, ...]
    issued: str = ""  # ISO date, where page or user gives it
    repairs: tuple[Repair, ...] = ()
    # offsets at which the text does not go on where it stopped in the source (blanks aside)
    tears: tuple[int, ...] = ()
    publisher: str = ""  # who published it, as the page says: 青禾县融媒体中心

    @property
    def id(self) -> str:
        """The id of the document's source."""
        return self.source.id

    def in_source(self, span: Span) -> tuple[Span, ...]:
        """The stretches of the source that `span` of the text was read from: one, or more where a column was torn."""
        cuts = self.tears[bisect.bisect_right(self.tears, span.start) : bisect.bisect_left(self.tears, span.end)]
        edges = (span.start, *cuts, span.end)
        return tuple(Span(self.origin[a], self.origin[b - 1] + 1) for a, b in pairwise(edges))

    def quote(self, span: Span) -> str:
        """The characters of a stretch of the text."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its clauses, parted by ，；： where no quotation or bracket holds them together."""

    span: Span
    clauses: tuple[Span, ...]
    article: int
    paragraph: int  # within the article
    role: Role = Role.BODY
    first: bool = False  # opens its paragraph
    whole: bool = True  # neither head nor tail is lost
