"""A build describes its graph as a data set, and counts right."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDF, XSD

from kg.graph.export.dataset import dataset
from kg.graph.store import Graph
from kg.graph.write.vocabulary import JC, PREFIXES

VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
FILES = {"graph.nt": b"abc", "graph.ttl": "县".encode(), "unknown.bin": b""}


@pytest.fixture(scope="module")
def told(lines: list[str]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=dataset(lines, FILES, "9.9"), format="turtle", publicID="https://a.example/out/")


@pytest.fixture(scope="module")
def whole(told: rdflib.Graph) -> rdflib.term.Node:
    (one,) = told.subjects(RDF.type, VOID.Dataset)
    return one


def number(told: rdflib.Graph, node: rdflib.term.Node, what: str) -> int:
    value = told.value(node, VOID[what])
    assert isinstance(value, rdflib.Literal)
    return int(value)


def test_it_is_a_data_set_of_both_vocabularies_and_named_in_two_languages(
    told: rdflib.Graph, whole: rdflib.term.Node
) -> None:
    assert (whole, RDF.type, DCAT.Dataset) in told
    assert {text.language for text in told.objects(whole, DCTERMS.title)} == {"zh-Hans", "en"}  # type: ignore[attr-defined]
    assert rdflib.URIRef(JC) in set(told.objects(whole, VOID.vocabulary)) <= set(map(rdflib.URIRef, PREFIXES.values()))


def test_the_counts_are_those_of_the_graph(told: rdflib.Graph, whole: rdflib.term.Node, lines: list[str]) -> None:
    graph = Graph.from_lines(lines)
    asked = {
        "triples": "{ ?s ?p ?o }", "distinctSubjects": "{ SELECT DISTINCT ?s { ?s ?p ?o } }",
        "distinctObjects": "{ SELECT DISTINCT ?o { ?s ?p ?o } }", "entities": "{ SELECT DISTINCT ?s { ?s a ?o } }",
        "classes": "{ SELECT DISTINCT ?o { ?s a ?o } }", "properties": "{ SELECT DISTINCT ?p { ?s ?p ?o } }",
        "documents": "{ ?s a jc:Document }",
    }  # fmt: skip
    for what, pattern in asked.items():
        (row,) = graph.query(f"SELECT (COUNT(*) AS ?n) {pattern}")
        assert number(told, whole, what) == row["n"], what
    for part in told.objects(whole, VOID.classPartition):
        kind = told.value(part, VOID["class"])
        (row,) = graph.query(f"SELECT (COUNT(*) AS ?n) {{ ?s a <{kind}> }}")
        assert number(told, part, "entities") == row["n"]
    parts = list(told.objects(whole, VOID.propertyPartition))
    assert sum(number(told, part, "triples") for part in parts) == len(lines)


def test_the_files_are_given_with_size_and_hash(told: rdflib.Graph, whole: rdflib.term.Node) -> None:
    found = {}
    for one in told.objects(whole, DCAT.distribution):
        checksum = told.value(told.value(one, SPDX.checksum), SPDX.checksumValue)
        found[str(told.value(one, DCAT.downloadURL))] = (str(told.value(one, DCAT.byteSize)), str(checksum))
    assert found == {
        f"https://a.example/out/{name}": (str(len(FILES[name])), hashlib.sha256(FILES[name]).hexdigest())
        for name in ("graph.nt", "graph.ttl")
    }
    assert {text.datatype for text in told.objects(None, DCAT.byteSize)} == {XSD.nonNegativeInteger}  # type: ignore[attr-defined]


def test_another_graph_is_another_data_set(lines: list[str], tmp_path: Path) -> None:
    assert dataset(lines, FILES, "9.9") == dataset(lines, FILES, "9.9") != dataset(lines[1:], FILES, "9.9")
    assert dataset([], {}, "9.9")
