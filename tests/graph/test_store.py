"""A graph can be asked, kept and handed on."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
import rdflib

from kg.errors import InputError, KgError, QueryError
from kg.graph.query.answers import as_csv, as_json, as_turtle, table
from kg.graph.store import Graph, query
from kg.graph.write.triples import triples
from kg.graph.write.vocabulary import BASE, JC, RDFS, Vocabulary
from kg.model import Knowledge


@pytest.fixture(scope="module")
def graph(lines: list[str]) -> Graph:
    return Graph.from_lines(lines)


# ---- asking ---------------------------------------------------------------------------------


def test_rows_have_their_values_as_python_has_them(graph: Graph) -> None:
    answer = graph.query(
        "SELECT ?数据 ?数值 ?次序 ?相符 ?没有"
        " { ?数据 jc:fromValue ?数值 . ?部分 jc:position ?次序 ; jc:countVerified ?相符 } LIMIT 1"
    )
    assert answer.columns == ("数据", "数值", "次序", "相符", "没有")
    (row,) = answer
    assert row["数值"] == Decimal("61.2") and row["次序"] == 1 and isinstance(row["相符"], bool)
    assert row["没有"] is None and str(row["数据"]).startswith(BASE)


def test_what_is_no_number_stays_text(graph: Graph) -> None:
    answer = graph.query('SELECT (STRDT("甲", xsd:integer) AS ?a) (STRDT("乙", xsd:decimal) AS ?b) {}')
    assert list(answer) == [{"a": "甲", "b": "乙"}]


def test_the_prefixes_need_not_be_written(graph: Graph) -> None:
    assert graph.query("ASK { id:云岭县 a jc:County ; rdfs:label ?名 ; prov:wasDerivedFrom/oa:exact ?文 }")
    assert not graph.query("ASK { id:云岭县 a jc:Village }")


@pytest.mark.parametrize("name", ["云岭县", "云岭"])
def test_a_name_is_bound_and_never_pasted(graph: Graph, name: str) -> None:
    answer = graph.query("SELECT ?县 ?称呼 { ?县 rdfs:label|skos:altLabel ?称呼 }", 称呼=name)
    assert list(answer) == [{"县": f"{BASE}云岭县", "称呼": name}]


def test_a_bound_quotation_mark_is_a_quotation_mark(graph: Graph) -> None:
    asked = "SELECT ?县 ?名 { ?县 rdfs:label ?名 }"
    assert len(graph.query(asked, 名='云岭县" . ?s ?p ?o . "')) == 0
    assert len(graph.query(asked, 名="云岭县")) == 1


def test_a_mistake_is_said_with_line_and_column(graph: Graph) -> None:
    with pytest.raises(QueryError) as told:
        graph.query("SELECT ?x WHERE {\n ?x  rdfs:label }")
    assert told.value.where == "query 2:17"


def test_a_bound_variable_must_be_asked_for(graph: Graph) -> None:
    with pytest.raises(QueryError, match="SELECT names"):
        graph.query("SELECT ?县 { ?县 rdfs:label ?名 }", 名="云岭县")


def test_a_query_cannot_leave_the_graph(graph: Graph) -> None:
    with pytest.raises(QueryError, match="not allowed"):
        graph.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


# ---- answers --------------------------------------------------------------------------------


def test_a_table_has_short_names(graph: Graph) -> None:
    answer = graph.query("SELECT ?谁 ?数 { ?d jc:observationOf ?谁 ; jc:fromValue ?数 }")
    assert table(answer) == [("id:云岭县-鹤潭村", "61.2")]


def test_csv_runs_no_formula() -> None:
    texts = ["=1+1", "@x", "-1", "+1", "甲,乙", '甲"乙', ""]
    values = " ".join(json.dumps(text) for text in texts)
    answer = query(Graph([]).store, f"SELECT ?x ?n {{ VALUES ?x {{ {values} }} BIND (-1 AS ?n) }}")
    rows = list(csv.reader(io.StringIO(as_csv(answer))))
    assert rows[0] == ["x", "n"]
    assert sorted(row[0] for row in rows[1:]) == sorted(["'=1+1", "'@x", "'-1", "'+1", "甲,乙", '甲"乙', ""])
    assert {row[1] for row in rows[1:]} == {"-1"}


def test_json_is_the_results_format_of_sparql(graph: Graph) -> None:
    answer = graph.query("SELECT ?s ?名 ?数 ?无 { ?s jc:fromValue ?数 . id:云岭县 rdfs:label ?名 }")
    told = json.loads(as_json(answer))
    assert told["head"]["vars"] == ["s", "名", "数", "无"]
    (row,) = told["results"]["bindings"]
    assert row["名"] == {"type": "literal", "value": "云岭县", "xml:lang": "zh-Hans"}
    assert row["数"]["datatype"].endswith("#decimal") and row["s"]["type"] == "uri" and "无" not in row
    assert json.loads(as_json(graph.query("ASK { ?s ?p ?o }"))) == {"head": {}, "boolean": True}


def test_a_construct_is_turtle(graph: Graph) -> None:
    said = "{ ?县 jc:adopts ?做法 ; rdfs:label ?名 }"
    text = as_turtle(graph.query(f"CONSTRUCT {said} WHERE {said}"))
    assert '\nid:青溪县 rdfs:label "青溪县"@zh-Hans ;\n    jc:adopts id:青溪县-机制-三联 .\n' in text
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == 6
    with pytest.raises(QueryError, match="table"):
        as_turtle(graph.query("SELECT * { ?s jc:adopts ?o }"))


# ---- keeping --------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["ttl", "nt"])
def test_what_is_saved_is_what_is_loaded(graph: Graph, tmp_path: Path, ending: str) -> None:
    graph.save(tmp_path / f"g.{ending}")
    back = rdflib.Graph().parse(tmp_path / f"g.{ending}")
    assert len(back) == len(graph) == len(graph.store) == len(graph.rdf)
    assert set(back) == set(graph.rdf)


def test_other_endings_are_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"end it in one of \.ttl \.nt"):
        graph.save(tmp_path / "g.docx")


def test_a_folder_is_loaded(graph: Graph, lines: list[str], tmp_path: Path) -> None:
    graph.save(tmp_path / "graph.nt")
    assert Graph.load(tmp_path).lines == tuple(lines)
    assert len(Graph.load(tmp_path).store) == len(lines)
    with pytest.raises(InputError, match=r"graph\.nt"):
        Graph.load(tmp_path / "elsewhere")


def test_a_broken_file_is_said_to_be_broken(tmp_path: Path) -> None:
    (tmp_path / "graph.nt").write_text("<a> <b>", "utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        Graph.load(tmp_path)
    (tmp_path / "graph.nt").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="cannot be read"):
        Graph.load(tmp_path)


def test_documents_and_base_are_in_the_lines(yunling: Knowledge, qingxi: Knowledge, vocabulary: Vocabulary) -> None:
    base = "https://a.example/kg#"
    both = sorted({*triples(yunling, vocabulary, base=base), *triples(qingxi, vocabulary, base=base)})
    graph = Graph.from_lines(both)
    assert graph.base == base
    assert graph.documents == tuple(sorted((yunling.document.id, qingxi.document.id)))
    assert graph.query("ASK { id:云岭县 a jc:County }")


def test_an_empty_graph_is_a_graph() -> None:
    graph = Graph.from_lines([])
    assert len(graph) == 0 and graph.documents == () and not graph.query("ASK { ?s ?p ?o }")


def test_rdflib_knows_the_prefixes(graph: Graph) -> None:
    county = rdflib.URIRef(f"{BASE}云岭县")
    assert graph.rdf.value(county, rdflib.URIRef(f"{RDFS}label")) == rdflib.Literal("云岭县", lang="zh-Hans")
    assert graph.rdf.qname(f"{JC}adopts") == "jc:adopts"


def test_the_network_is_that_of_the_store(graph: Graph) -> None:
    assert len(graph.to_networkx()) > 5
