"""Statements in, all that the page says of each thing out: facts, figures, parts, documents and where each was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.graph.query.statements import Statements, local
from kg.graph.write.vocabulary import DCTERMS, JC, OA, PROV, RDF, RDFS, SKOS

# What a fact carries besides these is shown as a qualifier under its own name.
TOLD_APART = frozenset({"status", "rule", "period"})
FIGURE = (
    "quantityText",
    "value",
    "unit",
    "comparator",
    "period",
    "fromValue",
    "lower",
    "upper",
    "arithmetic",
    "siValue",
    "siUnit",
)
BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
Row = list[Any]


class Passages:
    """The passages that the page cites, numbered as they are first cited."""

    def __init__(self, told: Statements, texts: Mapping[str, str]) -> None:
        self._told = told
        self._texts = texts
        self._numbers: dict[str, int] = {}
        # A document that is only spoken of is an entity; one that was read has passages.
        self.documents: list[str] = sorted(
            {whole for wholes in told.table(DCTERMS + "isPartOf").values() for whole in wholes}
            & {subject for subject, types in told.table(RDF + "type").items() if JC + "Document" in types}
        )
        self._document_numbers = {document: i for i, document in enumerate(self.documents)}
        self.rows: list[Row] = []

    def of(self, subject: str) -> list[int]:
        """The passages from which something was derived, in the order of the text."""
        found = {
            number for iri in self._told.table(PROV + "wasDerivedFrom").get(subject, ()) for number in self._add(iri)
        }
        return sorted(found, key=lambda number: self.rows[number][:3])

    def _add(self, iri: str) -> Iterable[int]:
        if iri in self._numbers:
            return (self._numbers[iri],)
        start, end = self._told.value(OA + "start", iri), self._told.value(OA + "end", iri)
        document = self._told.value(DCTERMS + "isPartOf", iri)
        if not (start.isdecimal() and end.isdecimal() and document in self._document_numbers):
            return ()
        row: Row = [self._document_numbers[document], int(start), int(end)]
        if not text_of(document, self._texts):
            row.append(self._told.value(OA + "exact", iri))
        self._numbers[iri] = len(self.rows)
        self.rows.append(row)
        return (self._numbers[iri],)


def text_of(document: str, texts: Mapping[str, str]) -> str:
    """The source text of a document, by its IRI or its id."""
    return texts.get(document) or texts.get(local(document)) or ""


def table(fields: str, rows: Iterable[Row]) -> dict[str, Any]:
    """Rows under their field names; what is empty at a row's end is left off.

    >>> table("label type", [["云岭县", "County"], ["青石镇", ""]])
    {'fields': ['label', 'type'], 'rows': [['云岭县', 'County'], ['青石镇']]}
    """
    short = []
    for row in rows:
        end = len(row)
        while end and row[end - 1] in ("", [], {}, None):
            end -= 1
        short.append(row[:end])
    return {"fields": fields.split(), "rows": short}


def things(told: Statements, number: Mapping[str, int], passages: Passages) -> dict[int, dict[str, Any]]:
    """What the side panel says of an entity besides names and facts, where there is anything."""
    definitions, wholes = told.table(SKOS + "definition"), told.table(JC + "hasPart")
    codes, paths = told.table(JC + "divisionCode"), told.table(JC + "divisionPath")
    derived, bare = told.table(PROV + "wasDerivedFrom"), told.pointing(DCTERMS + "isPartOf")
    found: dict[int, dict[str, Any]] = {}
    for iri, i in number.items():
        own: dict[str, Any] = {}
        found[i] = own
        if iri in definitions:
            own["definition"] = "；".join(definitions[iri])
        if iri in codes:
            own["code"] = codes[iri][0]
        if iri in paths:
            own["path"] = paths[iri][0]
        if iri in derived and (at := passages.of(iri)):
            own["at"] = at
        if (iri in wholes or iri in bare) and (parts := _parts(told, iri, passages)):
            own["parts"] = parts
    return found


def _parts(told: Statements, whole: str, passages: Passages) -> list[dict[str, Any]]:
    """The parts of a mechanism or of a part, in their order."""
    rows = []
    spelled = told.table(JC + "hasPart").get(whole, ())
    # A number that no list spells out points to its whole, and is no part of it.
    bare = told.pointing(DCTERMS + "isPartOf").get(whole, ())
    for part in (*spelled, *(b for b in bare if b not in spelled and told.value(JC + "statedCount", b))):
        at = passages.of(part)
        row = {
            "label": told.value(RDFS + "label", part),
            "stated": _whole_number(told.value(JC + "statedCount", part)),
            "listed": _whole_number(told.value(JC + "listedCount", part)),
            "verified": BOOLEANS.get(told.value(JC + "countVerified", part)),
            "open": BOOLEANS.get(told.value(JC + "openList", part)) or None,
            "at": at,
            "parts": _parts(told, part, passages),
        }
        position = _whole_number(told.value(JC + "position", part)) or 0
        # Parts that two reports give to one mechanism stay apart.
        document = passages.rows[at[0]][0] if at else -1
        rows.append((document, position, part, {key: value for key, value in row.items() if value not in (None, [])}))
    return [row for *_, row in sorted(rows, key=lambda found: found[:3])]


def _whole_number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def facts(told: Statements, number: Mapping[str, int], passages: Passages) -> list[Row]:
    """Subject, relation, object (a thing's number or words), status, passages, period, rule, qualifiers."""
    qualifiers = [
        predicate for predicate in told.predicates if predicate.startswith(JC) and local(predicate) not in TOLD_APART
    ]
    subjects, predicates, objects = (told.table(RDF + part) for part in ("subject", "predicate", "object"))
    rows = []
    for fact in sorted(iri for iri, types in told.table(RDF + "type").items() if JC + "Fact" in types):
        if fact not in subjects or fact not in predicates or fact not in objects or subjects[fact][0] not in number:
            continue
        target = objects[fact][0]
        more = {}
        for predicate in qualifiers:
            values = told.table(predicate).get(fact)
            if values:
                more[local(predicate)] = [number.get(value, value) for value in values]
        rows.append(
            [
                number[subjects[fact][0]],
                local(predicates[fact][0]),
                number.get(target, target),
                told.value(JC + "status", fact).removeprefix(JC),
                passages.of(fact),
                "、".join(told.table(JC + "period").get(fact, ())),
                " ".join(told.table(JC + "rule").get(fact, ())),
                more,
            ]
        )
    return sorted(rows, key=lambda row: (row[0], row[1], str(row[2]), row[4]))


def figures(told: Statements, number: Mapping[str, int], passages: Passages) -> list[Row]:
    """Subject, indicator, status, passages, then the fields of `FIGURE`, then what other figures say of this one."""
    about = told.table(JC + "observationOf")
    rows = []
    for observation in sorted(about):
        subject = about[observation][0]
        if subject not in number:
            continue
        agrees = observation in told.table(JC + "agreesWith")
        disagrees = observation in told.table(JC + "disagreesWith")
        rows.append(
            [
                number[subject],
                told.value(JC + "indicator", observation),
                told.value(JC + "status", observation).removeprefix(JC),
                passages.of(observation),
                *(told.value(JC + field, observation) for field in FIGURE),
                "disagrees" if disagrees else "agrees" if agrees else "",
            ]
        )
    return sorted(rows, key=lambda row: (row[0], row[3], row[1]))


def documents(told: Statements, passages: Passages, texts: Mapping[str, str]) -> list[Row]:
    """Local name, title, date, source, the places it is about, and its text."""
    part_of = told.table(DCTERMS + "isPartOf")
    articles: dict[str, list[str]] = {}
    for article, places in sorted(told.table(JC + "aboutPlace").items()):
        for document in (article, *part_of.get(article, ())):
            articles.setdefault(document, []).extend(places)
    return [
        [
            local(document),
            told.value(DCTERMS + "title", document) or told.value(RDFS + "label", document),
            told.value(DCTERMS + "issued", document),
            told.value(DCTERMS + "source", document),
            sorted({local(place) for place in articles.get(document, ())}),
            text_of(document, texts),
        ]
        for document in passages.documents
    ]
