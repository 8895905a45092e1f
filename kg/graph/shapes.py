"""A graph in, what in it breaks the shapes out: shapes.ttl, compiled to SPARQL for the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store

from kg.errors import RuleError
from kg.graph.vocabulary import PREFIXES, RDF, Vocabulary, ontology_folder

SH = "http://www.w3.org/ns/shacl#"

# What finds the nodes that break a constraint on the values behind a path.
BROKEN = {
    "minCount": "OPTIONAL {{ ?this {path} ?value }} }} GROUP BY ?this HAVING (COUNT(DISTINCT ?value) < {limit})",
    "maxCount": "?this {path} ?value }} GROUP BY ?this HAVING (COUNT(DISTINCT ?value) > {limit})",
    "datatype": "?this {path} ?value FILTER (!isLiteral(?value) || DATATYPE(?value) != {limit}) }}",
    "class": "?this {path} ?value FILTER NOT EXISTS {{ ?value a {limit} }} }}",
    "nodeKind": "?this {path} ?value FILTER (IF({limit} = sh:IRI, !isIRI(?value), !isLiteral(?value))) }}",
    "pattern": "?this {path} ?value FILTER (!REGEX(STR(?value), {limit})) }}",
    "in": "?this {path} ?value FILTER (?value NOT IN ({limit})) }}",
}
SILENT = frozenset({"path", "message"})


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape, and what it should be."""

    node: str
    shape: str
    zh: str
    en: str


def violations(lines: Iterable[str], vocabulary: Vocabulary, shapes: Path | None = None) -> list[Violation]:
    """Everything in a graph that breaks our shapes, or those of another file."""
    wanted, store = Store(), Store()
    wanted.load(path=shapes or ontology_folder() / "shapes.ttl", format=RdfFormat.TURTLE)
    for part in (lines, vocabulary.lines):
        store.bulk_load("".join(part).encode("utf-8"), RdfFormat.N_TRIPLES)
    found: set[Violation] = set()
    for shape, query in _compiled(wanted):
        messages = _rows(wanted, f"SELECT (LANG(?m) AS ?tag) ?m {{ <{shape}> sh:message ?m }}")
        said = {tag: message for tag, message in messages}
        found.update(Violation(node, shape, said["zh-hans"], said["en"]) for (node,) in _rows(store, query))
    return sorted(found)


def _compiled(wanted: Store) -> Iterator[tuple[str, str]]:
    """Each shape with the query for the nodes that break it."""
    targets: dict[str, list[str]] = defaultdict(list)
    for shape, target in _rows(wanted, "SELECT ?shape ?target { ?shape sh:targetClass ?target }"):
        targets[shape].append(f"<{target}>")
    for owner, classes in sorted(targets.items()):
        nodes = f"SELECT DISTINCT ?this {{ VALUES ?target {{ {' '.join(sorted(classes))} }} ?this a ?target . "
        for shape, path in _rows(wanted, f"SELECT ?s ?path {{ <{owner}> sh:property ?s . ?s sh:path ?path }}"):
            for constraint, limit in _constraints(wanted, shape).items():
                yield shape, nodes + BROKEN[constraint].format(path=f"<{path}>", limit=limit)
        for shape, select in _rows(wanted, f"SELECT ?s ?select {{ <{owner}> sh:sparql ?s . ?s sh:select ?select }}"):
            yield shape, f"{nodes} {{ {select} }} }}"


def _constraints(wanted: Store, shape: str) -> Mapping[str, str]:
    """The constraints of a property, each with its limit as SPARQL writes it."""
    limits: dict[str, str] = {}
    for one in wanted.quads_for_pattern(NamedNode(shape), None, None):
        name = one.predicate.value.removeprefix(SH)
        if name in BROKEN:
            limits[name] = str(one.object)
        elif name not in SILENT and one.predicate.value != f"{RDF}type":
            raise RuleError("ontology/shapes.ttl", f"'{shape}' asks for sh:{name}", f"known are {', '.join(BROKEN)}")
    if "in" in limits:
        members = wanted.query(f"SELECT ?v {{ <{shape}> <{SH}in>/<{RDF}rest>*/<{RDF}first> ?v }}")
        limits["in"] = ", ".join(str(row[0]) for row in members) if isinstance(members, QuerySolutions) else ""
    return limits


def _rows(store: Store, sparql: str) -> list[tuple[str, ...]]:
    found = store.query(sparql, prefixes={"sh": SH, **PREFIXES})
    if not isinstance(found, QuerySolutions):
        raise TypeError("a shape must be found by SELECT")
    return [tuple(term.value for term in row if term is not None and hasattr(term, "value")) for row in found]
