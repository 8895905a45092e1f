"""The endpoint speaks the SPARQL 1.1 Protocol, to real clients."""

from __future__ import annotations

import shutil
import subprocess

import httpx
import pyoxigraph
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg.graph.store import Graph
from tests.serve.serving import JSON, Served

COUNTIES = "SELECT ?name { ?x a jc:County ; rdfs:label ?name } ORDER BY ?name"
MIXED = """SELECT ?县 ?名 ?数 ?真 ?无 ?怪 {
  ?县 a jc:County ; rdfs:label ?名 . BIND (1.5 AS ?数) BIND (true AS ?真)
  BIND ("a\\tb\\nc\\"d\\\\e<&>'" AS ?怪)
} ORDER BY ?名"""
ADOPTED = "CONSTRUCT { ?a jc:adopts ?b . ?b rdfs:label ?名 } WHERE { ?a jc:adopts ?b . ?b rdfs:label ?名 }"


def names(response: httpx.Response) -> list[str]:
    assert response.status_code == 200, response.text
    return [row["name"]["value"] for row in response.json()["results"]["bindings"]]


def test_a_query_can_be_sent_in_three_ways(served: Served) -> None:
    url = f"{served.url}sparql"
    asked = [
        httpx.get(url, params={"query": COUNTIES}),
        httpx.post(url, data={"query": COUNTIES}),
        httpx.post(url, content=COUNTIES.encode(), headers={"Content-Type": "application/sparql-query; charset=utf-8"}),
    ]
    assert [names(response) for response in asked] == [["吉水县", "寻乌县"]] * 3
    assert {response.headers["content-type"] for response in asked} == {f"{JSON}; charset=utf-8"}
    assert httpx.head(url, params={"query": COUNTIES}).status_code == 200


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (JSON, pyoxigraph.QueryResultsFormat.JSON),
        ("application/sparql-results+xml", pyoxigraph.QueryResultsFormat.XML),
        ("text/tab-separated-values", pyoxigraph.QueryResultsFormat.TSV),
    ],
)
def test_a_table_comes_back_whole(
    served: Served, graph: Graph, accept: str, form: pyoxigraph.QueryResultsFormat
) -> None:
    response = served.ask(MIXED, accept)
    assert response.headers["content-type"].startswith(accept)
    found = pyoxigraph.parse_query_results(response.content, format=form)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [tuple(row) for row in found] == list(graph.query(MIXED).terms)
    if form != pyoxigraph.QueryResultsFormat.TSV:
        assert "zh-Hans" in response.text


def test_csv_is_for_people(served: Served) -> None:
    assert served.ask(COUNTIES, "text/csv").text == "name\n吉水县\n寻乌县\n"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_a_graph_comes_back_whole(served: Served, graph: Graph, accept: str, form: str) -> None:
    response = served.ask(ADOPTED, accept)
    assert response.headers["content-type"].startswith(accept)
    found = rdflib.Graph().parse(data=response.content, format=form)
    said = graph.rdf.query(ADOPTED).graph
    assert len(found) > 20 and said is not None and set(found) == set(said)


def test_a_truth_is_told_in_json_and_xml(served: Served) -> None:
    assert served.ask("ASK { ?a jc:adopts ?b }").json() == {"head": {}, "boolean": True}
    assert "<boolean>false</boolean>" in served.ask("ASK { ?a jc:adopts jc:x }", "application/sparql-results+xml").text
    assert served.ask("ASK {}", "text/csv").status_code == 406


def test_without_a_wish_there_is_a_form_for_each_kind(served: Served) -> None:
    kinds = [served.ask(query, "*/*").headers["content-type"] for query in (COUNTIES, "ASK {}", ADOPTED)]
    assert kinds == [f"{JSON}; charset=utf-8"] * 2 + ["text/turtle; charset=utf-8"]


def test_the_impossible_is_not_acceptable_before_anything_is_done(served: Served) -> None:
    response = served.ask("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "image/png")
    assert response.status_code == 406 and "text/csv" in response.text


def test_a_mistake_is_told_with_line_and_column(served: Served) -> None:
    response = served.ask("SELECT ?x WHERE {\n ?x  rdfs:label }")
    assert response.status_code == 400 and "2:17" in response.text


def test_what_is_no_query_is_refused(served: Served) -> None:
    url = f"{served.url}sparql"
    form, direct = "application/x-www-form-urlencoded", "application/sparql-query"
    cases = [
        (400, httpx.post(url, data={"q": "ASK {}"})),
        (400, httpx.post(url, content="query=ASK{}&query=ASK{}", headers={"Content-Type": form})),
        (400, httpx.post(url, content=b"query=%ff", headers={"Content-Type": form})),
        (400, httpx.post(url, content=b"\xff", headers={"Content-Type": direct})),
        (400, httpx.get(url, params={"query": ""})),
        (400, httpx.get(f"{url}?query=%ff")),
        (415, httpx.post(url, content="ASK {}", headers={"Content-Type": "text/plain"})),
        (405, httpx.put(url, content="")),
        (405, httpx.delete(url)),
    ]
    assert [response.status_code for _, response in cases] == [status for status, _ in cases]
    assert "GET" in cases[-1][1].headers["allow"]


def test_it_describes_itself(served: Served, graph: Graph) -> None:
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    here = rdflib.URIRef(f"{served.url}sparql")
    for accept, form in (("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("*/*", "turtle")):
        response = served.get("sparql", accept)
        found = rdflib.Graph().parse(data=response.content, format=form)
        assert (here, sd.endpoint, here) in found and (here, sd.supportedLanguage, sd.SPARQL11Query) in found
        triples = rdflib.URIRef("http://rdfs.org/ns/void#triples")
        assert [int(str(count)) for count in found.objects(None, triples)] == [len(graph)]
    assert served.get("sparql", "image/png").status_code == 406


def test_a_browser_gets_an_editor_and_the_page(served: Served) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    for path in ("sparql", "sparql?query=ASK+%7B%7D"):
        response = served.get(path, browser)
        assert response.headers["content-type"] == "text/html; charset=utf-8" and "某项机制由什么组成" in response.text
    assert "这是图谱的网页" in served.get("", browser).text
    assert served.get("static/editor.html.jinja").status_code == 404
    assert served.get("static/..%2f..%2f__init__.py").status_code == 404
    assert served.get("vendor/yasgui.min.js").status_code == 200


# ---- real clients ---------------------------------------------------------------------------


def test_a_sparql_client_library_is_content(served: Served) -> None:
    for form in ("xml", "json", "csv", "tsv"):
        store = SPARQLStore(f"{served.url}sparql", returnFormat=form)
        remote = rdflib.Graph(store)
        prefix = "PREFIX jc: <https://w3id.org/jiceng/ontology#> "
        rows = remote.query(f"{prefix}SELECT ?b {{ ?a jc:adopts ?b }}")
        assert len(list(rows)) > 20, form
    posting = SPARQLStore(f"{served.url}sparql", method="POST")
    assert bool(rdflib.Graph(posting).query("ASK { ?s ?p ?o }"))


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")
def test_curl_is_content(served: Served) -> None:
    def curl(*arguments: str) -> str:
        return subprocess.run(
            ["curl", "--silent", "--show-error", "--max-time", "20", "--noproxy", "*", *arguments],
            capture_output=True, encoding="utf-8", check=True,
        ).stdout  # fmt: skip

    url = f"{served.url}sparql"
    csv = "name\n吉水县\n寻乌县\n"
    assert curl(url, "--data-urlencode", f"query={COUNTIES}", "-H", "Accept: text/csv") == csv
    assert curl("-G", url, "--data-urlencode", f"query={COUNTIES}", "-H", "Accept: text/csv") == csv
    direct = ["-H", "Content-Type: application/sparql-query", "--data-binary", COUNTIES, "-H", "Accept: text/csv"]
    assert curl(url, *direct) == csv
    assert "id:寻乌县" in curl(f"{served.url}id/寻乌县", "-H", "Accept: text/turtle")
