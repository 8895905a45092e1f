"""The name of a thing in, all that the graph says of it out: for people, or as RDF."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.graph.write.vocabulary import RDFS
from kg.iris import is_legal
from kg.serve.pool import Told
from kg.serve.refusal import Refused

Ask = Callable[[str, str], Awaitable[Told]]
Row = Mapping[str, str]

JSON = "application/sparql-results+json"
EXISTS = "ASK { { <iri> ?p ?o } UNION { ?s ?p <iri> } }"
STATEMENTS = "CONSTRUCT { <iri> ?p ?o . ?s ?q <iri> } WHERE { { <iri> ?p ?o } UNION { ?s ?q <iri> } }"
KINDS = ("own", "fact", "figure", "inward", "seen")
# One query, so that a page waits for one worker.
ABOUT = """
SELECT ?kind ?subject ?subjectName ?predicate ?object ?objectName ?status ?quote ?passage ?document ?title {
  {
    BIND ("own" AS ?kind)
    <iri> ?predicate ?object
    FILTER (?predicate != prov:wasDerivedFrom)
    OPTIONAL { ?object rdfs:label ?objectName }
  } UNION {
    BIND ("inward" AS ?kind)
    ?subject ?predicate <iri>
    FILTER (?predicate NOT IN (rdf:subject, rdf:object, jc:observationOf))
    OPTIONAL { ?subject rdfs:label ?subjectName }
  } UNION {
    BIND ("fact" AS ?kind)
    ?fact rdf:subject|rdf:object <iri> .
    ?fact rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; jc:status ?status ;
      prov:wasDerivedFrom ?passage .
    ?passage oa:exact ?quote ; dcterms:isPartOf ?document .
    OPTIONAL { ?subject rdfs:label ?subjectName }
    OPTIONAL { ?object rdfs:label ?objectName }
  } UNION {
    BIND ("figure" AS ?kind)
    ?subject jc:observationOf <iri> .
    ?subject jc:indicator ?object ; jc:quantityText ?title ; jc:status ?status ; prov:wasDerivedFrom ?passage .
    ?passage oa:exact ?quote ; dcterms:isPartOf ?document .
  } UNION {
    BIND ("seen" AS ?kind)
    <iri> prov:wasDerivedFrom ?passage .
    ?passage oa:exact ?quote ; dcterms:isPartOf ?document .
  }
} ORDER BY ?kind ?predicate ?subject ?object ?passage LIMIT 2000
"""
CALLED = """
SELECT DISTINCT ?object { ?object rdfs:label|skos:altLabel|skos:hiddenLabel <name> } ORDER BY ?object LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class Thing:
    """What stands on a thing's page, by kind."""

    iri: str
    local: str
    name: str
    rows: Mapping[str, list[Row]]


async def statements(iri: str, accept: str, ask: Ask) -> Told:
    """All statements about a thing in the form of RDF that is accepted."""
    await _existing(iri, ask)
    return await ask(STATEMENTS.replace("<iri>", f"<{iri}>"), accept)


async def thing(base: str, local: str, ask: Ask) -> Thing:
    """What a page says of a thing; Refused with 404 where there is none of that name."""
    iri = base + local
    if not is_legal(local):
        raise Refused(404, "")
    await _existing(iri, ask)
    found = _rows(await ask(ABOUT.replace("<iri>", f"<{iri}>"), JSON))
    rows = {kind: [row for row in found if row["kind"] == kind] for kind in KINDS}
    labels = [row["object"] for row in rows["own"] if row["predicate"] == f"{RDFS}label"]
    return Thing(iri, local, labels[0] if labels else local, rows)


async def called(name: str, ask: Ask) -> list[str]:
    """The IRIs of all things that are called so."""
    literal = f"{json.dumps(name, ensure_ascii=False)}@zh-Hans"
    return [row["object"] for row in _rows(await ask(CALLED.replace("<name>", literal), JSON))]


async def _existing(iri: str, ask: Ask) -> None:
    told = await ask(EXISTS.replace("<iri>", f"<{iri}>"), JSON)
    if told.status != 200 or not json.loads(told.body)["boolean"]:
        raise Refused(404, "")


def _rows(told: Told) -> list[Row]:
    if told.status != 200:
        raise Refused(told.status, told.body.decode("utf-8"))
    found: dict[str, Any] = json.loads(told.body)
    names = found["head"]["vars"]
    return [{name: row[name]["value"] if name in row else "" for name in names} for row in found["results"]["bindings"]]
