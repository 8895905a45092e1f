"""A graph in, what in it breaks the shapes out: shapes.ttl, compiled to SPARQL for the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, RdfFormat, Store, Triple

from kg.errors import RuleError
from kg.graph.write.vocabulary import PREFIXES, RDF, RDFS, XSD, Vocabulary, ontology_folder, tagged

SH = "http://www.w3.org/ns/shacl#"
VIOLATION = "Violation"

# What finds the nodes, and the values behind a path, that break a constraint.
BROKEN = {
    "minCount": "OPTIONAL {{ ?this {path} ?one }} }} GROUP BY ?this HAVING (COUNT(DISTINCT ?one) < {limit})",
    "maxCount": "?this {path} ?one }} GROUP BY ?this HAVING (COUNT(DISTINCT ?one) > {limit})",
    "maxLength": "?this {path} ?value FILTER (STRLEN(STR(?value)) > {limit}) }}",
    "datatype": "?this {path} ?value FILTER (!isLiteral(?value) || DATATYPE(?value) != {limit}{ill}) }}",
    "class": "?this {path} ?value FILTER NOT EXISTS {{ VALUES ?kind {{ {limit} }} ?value a ?kind }} }}",
    "nodeKind": "?this {path} ?value FILTER (IF({limit} = sh:IRI, !isIRI(?value), !isLiteral(?value))) }}",
    "pattern": "?this {path} ?value FILTER (!REGEX(STR(?value), {limit})) }}",
    "in": "?this {path} ?value FILTER (?value NOT IN ({limit})) }}",
}
SILENT = frozenset({"path", "message", "severity"})
# A literal that its datatype cannot hold ("甲"^^xsd:integer) is of no datatype.
NUMERIC = frozenset({f"<{XSD}integer>", f"<{XSD}decimal>"})

Rows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape, and what it should be; paths and values are written as in N-Triples."""

    node: str
    shape: str  # the property or the SPARQL constraint that is broken
    zh: str
    en: str
    path: str = ""
    value: str = ""
    component: str = ""
    severity: str = VIOLATION
    source: str = ""  # the shape to which a SPARQL constraint belongs


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint as a query for ?this, and, where it has them, ?value and ?path."""

    shape: str
    component: str
    path: str
    query: str
    source: str = ""


def validate(lines: Iterable[str], vocabulary: Vocabulary, shapes: Path | None = None) -> list[Violation]:
    """Everything in a graph that breaks our shapes, or those of another file; warnings too."""
    wanted, store = Store(), Store()
    wanted.load(path=shapes or ontology_folder() / "shapes.ttl", format=RdfFormat.TURTLE)
    for part in (lines, vocabulary.lines):
        store.bulk_load("".join(part).encode("utf-8"), RdfFormat.N_TRIPLES)
    found: set[Violation] = set()
    for check in _compiled(wanted, _below(store)):
        said = _said(wanted, check.shape)
        severity = _said(wanted, check.source or check.shape).get("severity", VIOLATION)
        for this, value, path in (row + ("", "")[: 3 - len(row)] for row in _rows(store, check.query)):
            # A constraint in SPARQL that names no value speaks of the node itself.
            about = value or (this if check.source else "")
            found.add(
                Violation(
                    this[1:-1], check.shape, said["zh-hans"], said["en"],
                    path or check.path, about, check.component, severity, check.source,
                )
            )  # fmt: skip
    return sorted(found)


def _compiled(wanted: Store, below: Mapping[str, Sequence[str]]) -> Iterator[Check]:
    """Each constraint of each shape with the query for what breaks it."""
    targets: dict[str, set[str]] = defaultdict(set)
    for shape, target in _rows(wanted, "SELECT ?shape ?target { ?shape sh:targetClass ?target }"):
        targets[shape].update((target, *below.get(target, ())))
    for owner, classes in sorted(targets.items()):
        nodes = f"{{ VALUES ?target {{ {' '.join(sorted(classes))} }} ?this a ?target . "
        for shape, path in sorted(_rows(wanted, f"SELECT ?s ?path {{ {owner} sh:property ?s . ?s sh:path ?path }}")):
            for constraint, limit in sorted(_constraints(wanted, shape).items()):
                if constraint == "class":
                    limit = " ".join((limit, *below.get(limit, ())))
                ill = " || !isNumeric(?value)" if limit in NUMERIC else ""
                value = "?value" if "?value" in BROKEN[constraint] else ""
                broken = BROKEN[constraint].format(path=path, limit=limit, ill=ill)
                component = f"{SH}{constraint[0].upper()}{constraint[1:]}ConstraintComponent"
                query = f"SELECT DISTINCT ?this {value} {nodes}{broken}"
                yield Check(shape[1:-1], component, path, query)
        for (shape,) in sorted(_rows(wanted, f"SELECT ?s {{ {owner} sh:sparql ?s }}")):
            query = f"SELECT DISTINCT ?this ?value ?path {nodes} {{ {_select(wanted, shape)} }} }}"
            yield Check(shape[1:-1], f"{SH}SPARQLConstraintComponent", "", query, owner[1:-1])


def _constraints(wanted: Store, shape: str) -> Mapping[str, str]:
    """The constraints of a property, each with its limit as SPARQL writes it."""
    limits: dict[str, str] = {}
    for one in wanted.quads_for_pattern(NamedNode(shape[1:-1]), None, None):
        name = one.predicate.value.removeprefix(SH)
        if name in BROKEN:
            limits[name] = str(one.object)
        elif name not in SILENT and one.predicate.value != f"{RDF}type":
            known = f"known are {', '.join(BROKEN)}"
            raise RuleError("ontology/shapes.ttl", f"'{shape[1:-1]}' asks for sh:{name}", known)
    if "in" in limits:
        members = _rows(wanted, f"SELECT ?v {{ {shape} <{SH}in>/<{RDF}rest>*/<{RDF}first> ?v }}")
        limits["in"] = ", ".join(member for (member,) in members)
    return limits


def _said(wanted: Store, shape: str) -> dict[str, str]:
    """What a shape says where it is broken, by language, and how severe that is."""
    said: dict[str, str] = {}
    for one in wanted.quads_for_pattern(NamedNode(shape), None, None):
        if one.predicate.value == f"{SH}message" and isinstance(one.object, Literal):
            said[one.object.language or "en"] = one.object.value
        elif one.predicate.value == f"{SH}severity" and isinstance(one.object, NamedNode):
            said["severity"] = one.object.value.removeprefix(SH)
    return said


def _below(store: Store) -> dict[str, list[str]]:
    """Each class with those below it: an instance of these is one of it."""
    below: dict[str, list[str]] = defaultdict(list)
    for lower, upper in _rows(store, f"SELECT ?a ?b {{ ?a <{RDFS}subClassOf>+ ?b }}"):
        below[upper].append(lower)
    return below


def _rows(store: Store, sparql: str) -> Rows:
    """The rows of an answer, each term as N-Triples writes it and nothing for nothing."""
    found = store.query(sparql, prefixes={"sh": SH, **PREFIXES})
    if not isinstance(found, QuerySolutions):
        raise TypeError("a shape must be found by SELECT")
    return [tuple(_term(term) for term in row) for row in found]


def _term(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    return "" if term is None else tagged(str(term))


def _select(wanted: Store, shape: str) -> str:
    """The query of a constraint in SPARQL."""
    found = wanted.quads_for_pattern(NamedNode(shape[1:-1]), NamedNode(f"{SH}select"), None)
    return next((one.object.value for one in found if isinstance(one.object, Literal)), "")
