"""A graph in, what in it breaks the shapes out: our shapes.ttl, compiled to SPARQL for the store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store

from kg.errors import RuleError
from kg.graph.vocabulary import PREFIXES, Vocabulary, ontology_folder

SH = "http://www.w3.org/ns/shacl#"

# What breaks each constraint of a property: `path` leads from a node of the target class to a value.
BROKEN = {
    "minCount": "OPTIONAL {{ ?this <{path}> ?value }} }} GROUP BY ?this HAVING (COUNT(DISTINCT ?value) < {limit}",
    "maxCount": "?this <{path}> ?value }} GROUP BY ?this HAVING (COUNT(DISTINCT ?value) > {limit}",
    "datatype": "?this <{path}> ?value FILTER (!isLiteral(?value) || DATATYPE(?value) != {limit})",
    "class": "?this <{path}> ?value FILTER NOT EXISTS {{ ?value a {limit} }}",
    "nodeKind": "?this <{path}> ?value FILTER (!{limit}(?value))",
    "pattern": "?this <{path}> ?value FILTER (!REGEX(STR(?value), {limit}))",
    "in": "?this <{path}> ?value FILTER (?value NOT IN ({limit}))",
}
KINDS = {f"<{SH}IRI>": "isIRI", f"<{SH}Literal>": "isLiteral"}
# What the shapes say besides, and what is no constraint.
KNOWN = frozenset({*BROKEN, "path", "message", "targetClass", "property", "sparql", "select", "prefixes"})


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape."""

    node: str
    shape: str
    zh: str
    en: str
