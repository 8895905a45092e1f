"""Every type that one stage hands to the next."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from kg.record import record


@record(order=True)
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


# ---- read ---------------------------------------------------------------------------------


@record()
class Details:
    """What the user says of a document because the page does not."""

    issued: str = ""
    place: str = ""
    title: str = ""
    url: str = ""


@record()
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


@record()
class Paragraph:
    """A paragraph of the repaired text; `head`, `tail`: whether its first and last sentence are whole."""

    span: Span
    role: Role = Role.BODY
    head: bool = True
    tail: bool = True


@record()
class Credit:
    """A person whom a by-line names, and as what: 记者, 作者, 摄影."""

    name: str
    role: str
    span: Span


@record()
class Article:
    """One article of a page: no subject, alias or list crosses from one to another."""

    span: Span
    paragraphs: tuple[Paragraph, ...]
    title: Span | None = None
    credits: tuple[Credit, ...] = ()


@record()
class Repair:
    """One change that reading made, where in the source, and why."""

    span: Span  # in the source
    what: str
    why: str


@record()
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
        return self.source.id

    def in_source(self, span: Span) -> tuple[Span, ...]:
        """The stretches of the source that `span` of the text was read from: one, or more where a column was torn."""
        cuts = self.tears[bisect.bisect_right(self.tears, span.start) : bisect.bisect_left(self.tears, span.end)]
        edges = (span.start, *cuts, span.end)
        return tuple(Span(self.origin[a], self.origin[b - 1] + 1) for a, b in pairwise(edges))

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]


@record()
class Sentence:
    """A sentence and its clauses, parted by ，；： where no quotation or bracket holds them together."""

    span: Span
    clauses: tuple[Span, ...]
    article: int
    paragraph: int  # within the article
    role: Role = Role.BODY
    first: bool = False  # opens its paragraph
    whole: bool = True  # neither head nor tail is lost


# ---- match --------------------------------------------------------------------------------


class Form(StrEnum):
    """How a mention was written."""

    PROPER = "proper"  # 晨光镇
    QUOTED = "quoted"  # “四联”活动
    NOMINAL = "nominal"  # 党员教育培训基地
    SHORT = "short"  # 寻乌
    ANAPHOR = "anaphor"  # 该县


@record()
class Mention:
    """“This stretch names a Person”: a span, its class, and the rule that says so."""

    span: Span
    type: str
    rule: str
    name: str
    """the canonical name: the quoted core, else the whole name without blanks"""
    form: Form = Form.PROPER
    core: Span | None = None
    """what stands inside the quotation marks"""
    inside: tuple[Mention, ...] = ()
    """mentions that are part of this name: 寻乌县 in 寻乌县教育局"""


class Comparator(StrEnum):
    """How a number bounds the quantity it speaks of."""

    EQUAL = "="
    MORE = ">"  # 余 多 超 突破
    AT_LEAST = ">="  # 以上 至少
    LESS = "<"  # 不足
    AT_MOST = "<="  # 以内 至多
    ABOUT = "~"  # 约 左右
    NEARLY = "<~"  # 近


@record()
class Value:
    """A number with its unit and bounds, worked out from its stretch of text."""

    span: Span
    number: Decimal | None  # None for a range
    lower: Decimal | None
    upper: Decimal | None
    unit: str
    comparator: Comparator
    text: str
    si_number: Decimal | None = None
    si_unit: str = ""


class Stance(StrEnum):
    """Whether the text says that it is so."""

    STATED = "Stated"
    PLANNED = "Planned"
    DENIED = "Denied"
    REPORTED = "Reported"


@record()
class Claim:
    """What one sentence says: a relation between two mentions."""

    subject: Mention | None
    """None: the article's own place"""
    predicate: str
    object: Mention
    spans: tuple[Span, ...]
    """the narrowest passages that say it"""
    rule: str
    stance: Stance = Stance.STATED
    qualifiers: tuple[tuple[str, str], ...] = ()
    """literals: role, period, level, batch"""
    agents: tuple[tuple[str, Mention], ...] = ()
    """mentions: conferredBy, speaker"""


@record()
class Measurement:
    """What one sentence counts: of whom, what, how much, when."""

    subject: Mention | None
    """None: the article's own place"""
    indicator: str
    value: Value
    spans: tuple[Span, ...]
    rule: str
    period: str = ""
    stance: Stance = Stance.STATED
    before: Decimal | None = None
    """由1.2%提升至1.9%: 1.2"""


@record()
class Item:
    """One part of a whole, in the words of the text."""

    text: str
    span: Span


@record()
class Group:
    """The parts that one numeral of a name announces: 三联, three of them."""

    label: str  # "" where the name states no number
    stated: int | None
    items: tuple[Item, ...] = ()
    open: bool = False  # closed by 等
    span: Span | None = None


@record()
class Listing:
    """A whole and what it is made of."""

    whole: Mention
    groups: tuple[Group, ...]
    spans: tuple[Span, ...]
    rule: str


@record()
class Gloss:
    """What a bracket or clause says that a name stands for."""

    mention: Mention
    text: str
    span: Span


@record()
class Rejection:
    """A candidate that was left out, and why."""

    span: Span
    candidate: str
    rule: str
    reason: str


@record()
class Findings:
    """All that matching found in one document."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    listings: tuple[Listing, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    roles: tuple[tuple[Mention, str, Span], ...] = ()
    """What the text calls a person without saying where: 非遗传承人毕秀兰."""


# ---- resolve ------------------------------------------------------------------------------


@record()
class Entity:
    """What the graph knows: one thing, however often and however it is named."""

    iri: str  # the local name below the base
    type: str
    name: str
    also: tuple[str, ...] = ()
    misprints: tuple[str, ...] = ()
    glosses: tuple[str, ...] = ()
    code: str = ""  # division code
    path: str = ""  # 江西省/赣州市/寻乌县


@record()
class Evidence:
    """Where something was read, in the source, by which rule, and whether it is so."""

    spans: tuple[Span, ...]
    rule: str
    stance: Stance = Stance.STATED
    speaker: str = ""  # IRI of an entity


@record()
class Fact:
    """What the graph says: a relation between two entities, with at least one piece of evidence."""

    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    qualifiers: tuple[tuple[str, str], ...] = ()
    agents: tuple[tuple[str, str], ...] = ()


@record()
class Observation:
    """A quantity of an entity."""

    subject: str
    indicator: str
    value: Value
    evidence: Evidence
    period: str = ""
    before: Decimal | None = None
    agrees: tuple[tuple[int, bool, str], ...] = ()
    """index of another observation, whether the two agree, the arithmetic in words"""


@record()
class Part:
    """A part of a whole or of another part, with what the name states and the list holds."""

    label: str
    position: int
    spans: tuple[Span, ...]  # in the source
    stated: int | None = None
    listed: int | None = None
    open: bool = False
    parts: tuple[Part, ...] = ()


@record()
class Story:
    """An article as the graph sees it."""

    title: str
    spans: tuple[Span, ...]
    about: str = ""  # IRI of the place that 全县 and 该县 mean
    credits: tuple[tuple[str, str, Evidence], ...] = ()  # IRI of the person, role


@record()
class Knowledge:
    """The result of the language work on one document; no RDF in it."""

    document: Document
    entities: tuple[Entity, ...] = ()
    seen: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    """IRI and the places in the source where the entity is named, in order"""
    facts: tuple[Fact, ...] = ()
    observations: tuple[Observation, ...] = ()
    parts: tuple[tuple[str, tuple[Part, ...], str], ...] = ()
    """IRI of the whole, its parts, the rule"""
    stories: tuple[Story, ...] = ()
    rejected: tuple[tuple[Span, str, str, str], ...] = field(default=())
    """place in the source, candidate, rule, reason"""
