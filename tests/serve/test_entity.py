"""Each thing of the graph has a page, and the same as RDF."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import httpx
import pyoxigraph
import pytest
import rdflib

from kg.graph.store import Graph
from kg.graph.write.vocabulary import BASE
from tests.serve.serving import Served, serving

HTML = "text/html"


def test_a_thing_has_a_page_with_its_facts_and_their_words(served: Served) -> None:
    response = served.get("id/寻乌县", HTML)
    assert response.status_code == 200 and response.headers["content-type"].startswith(HTML)
    page = response.text
    for words in ("<h1><bdi>寻乌县</bdi></h1>", "/id/寻乌县-机制-三联四会六带头", "三联 四会六带头", "/#n=寻乌县"):
        assert words in page
    assert response.headers["vary"] == "Accept"


@pytest.mark.parametrize(("accept", "form"), [("text/turtle", "turtle"), ("application/ld+json", "json-ld")])
def test_a_thing_is_rdf_for_machines(served: Served, graph: Graph, accept: str, form: str) -> None:
    found = rdflib.Graph().parse(data=served.get("id/寻乌县", accept).content, format=form)
    county = rdflib.URIRef(f"{BASE}寻乌县")
    of = {triple for triple in graph.rdf if county in (triple[0], triple[2])}
    assert len(of) > 50 and set(found) == of


def test_every_kind_of_node_has_a_page(served: Served, graph: Graph) -> None:
    for kind in ("Document", "Article", "Passage", "Fact", "Observation", "Part", "Mechanism"):
        row = next(iter(graph.query(f"SELECT ?x {{ ?x a jc:{kind} }} LIMIT 1")))
        response = served.get(f"id/{str(row['x']).removeprefix(BASE)}", HTML)
        assert response.status_code == 200, kind


def test_what_is_not_there_is_not_found(served: Served) -> None:
    for name in ("没有这个", "a b", "x>y", "%2e%2e%2fsparql", "a%22b", "%F0%9F%98%80", "%ff", "%00", ""):
        for accept in (HTML, "text/turtle"):
            assert served.get(f"id/{name}", accept).status_code == 404, (name, accept)
    assert served.get("nothing").status_code == 404
    assert served.get("id/寻乌县", "image/png").status_code == 406


def test_another_spelling_leads_to_the_thing(served: Served) -> None:
    response = served.get("id/寻乌", HTML)
    assert response.status_code == 404 and 'href="/id/寻乌县"' in response.text


def test_a_hostile_name_stays_text(served: Served) -> None:
    for name in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', '" } ; DROP ALL #', "\\u0022"):
        response = httpx.get(f"{served.url}id/{httpx.QueryParams({'a': name})['a']}", headers={"Accept": HTML})
        assert response.status_code == 404
        assert "<script>" not in response.text and "<img" not in response.text
        assert "default-src 'none'" in response.headers["content-security-policy"]


def test_what_a_graph_says_stays_text(tmp_path: Path) -> None:
    thing, label = f"<{BASE}甲>", "<http://www.w3.org/2000/01/rdf-schema#label>"
    evil = "<img src=x onerror=alert(1)></bdi><script>alert(2)</script>\\u202E\\u0000'\\\""
    lines = [
        f'{thing} {label} "{evil}"@zh-Hans .\n',
        f"{thing} <a:b> <javascript:alert(3)> .\n",
        f"{thing} <a:b> <{BASE}乙> .\n",
        f'<{BASE}乙> {label} "{evil}"@zh-Hans .\n',
        f"<javascript:alert(4)> <a:b> {thing} .\n",
    ]
    (tmp_path / "graph.nt").write_text("".join(lines), "utf-8")
    with serving(tmp_path) as server:
        page = server.get("id/甲", HTML).text
        assert "&lt;img src=x" in page and "<img" not in page and "<script" not in page
        assert 'href="javascript:' not in page and "javascript:alert(3)" in page and 'href="/id/乙"' in page
        every = "SELECT ?s ?p ?o { ?s ?p ?o }"
        for accept in ("application/sparql-results+xml", "application/sparql-results+json"):
            form = pyoxigraph.QueryResultsFormat.from_media_type(accept)
            found = pyoxigraph.parse_query_results(server.ask(every, accept).content, format=form)
            assert isinstance(found, pyoxigraph.QuerySolutions) and len(list(found)) == 5
        ElementTree.fromstring(server.ask("DESCRIBE id:甲", "application/rdf+xml").content)
        assert server.get("", HTML).status_code == 307, "there is no page, but an editor"


def test_what_a_build_wrote_beside_the_page_can_be_taken_away(folder: Path, served: Served) -> None:
    for name, kind in (("graph.ttl", "text/turtle"), ("rejected.tsv", "text/tab-separated-values")):
        (folder / name).write_text("# 说明\n", "utf-8")
        response = served.get(name)
        assert response.status_code == 200 and response.headers["content-type"].startswith(kind)
        assert response.text == "# 说明\n"
        (folder / name).unlink()
        assert served.get(name).status_code == 404
