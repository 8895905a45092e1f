"""What resolving hands on: what the graph knows of a document, in entities."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kg.model.matching import Stance, Value
from kg.model.reading import Document, Span


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something was read, in the source, by which rule, and whether it is so."""

    spans: tuple[Span, ...]
    rule: str
    stance: Stance = Stance.STATED
    speaker: str = ""  # IRI of an entity


@dataclass(frozen=True, slots=True)
class Fact:
    """What the graph says: a relation between two entities, with at least one piece of evidence."""

    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    qualifiers: tuple[tuple[str, str], ...] = ()
    agents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole or of another part, with what the name states and the list holds."""

    label: str
    position: int
    spans: tuple[Span, ...]  # in the source
    stated: int | None = None
    listed: int | None = None
    open: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """An article as the graph sees it."""

    title: str
    spans: tuple[Span, ...]
    about: str = ""  # IRI of the place that 全县 and 该县 mean
    credits: tuple[tuple[str, str, Evidence], ...] = ()  # IRI of the person, role


@dataclass(frozen=True, slots=True)
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
