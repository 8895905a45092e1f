"""Every format holds the graph, whatever the names; and it is read back before it is published."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from pyld import jsonld as pyld
from rdflib.compare import to_isomorphic

from kg.errors import KgError, OutputError
from kg.graph import exports
from kg.graph.exports import FILES, FOLDERS, export
from kg.graph.store import Graph
from kg.graph.write.by_document import by_document
from kg.graph.write.lines import escaped
from kg.graph.write.triples import triples
from kg.graph.write.vocabulary import BASE, JC, OA, PROV, RDF, RDFS, SKOS, Vocabulary
from kg.model import Knowledge
from kg.pipeline import Tools
from kg.pipeline import lines as said_by

if TYPE_CHECKING:
    from kg.corpus import Corpus

HOSTILE = [
    "\"双\"引号'", "100%", "a b  c", "<b>&amp;</b>", "😀👨‍👩‍👧", "𠮷野家", "\\u0041\\n", "甲\n乙\r\n丙\r丁\t戊",
    '=HYPERLINK("x")', "+1", "@x",
    "-1", "]]>", "-- #", "a;b|c", "' || '", "\u202eolleh", "@id", "id:x", "https://x/y", "a" * 3000,
]  # fmt: skip
RDF_FORMATS = {".ttl": "turtle", ".nt": "nt", ".trig": "trig", ".jsonld": "json-ld", ".rdf": "xml"}
OX = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE, ".nt": pyoxigraph.RdfFormat.N_TRIPLES, ".trig": pyoxigraph.RdfFormat.TRIG,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD, ".rdf": pyoxigraph.RdfFormat.RDF_XML,
}  # fmt: skip


def hostile(lines: list[str]) -> list[str]:
    """The graph in which names, spellings, glosses and quotations are hostile."""
    found = []
    for number, text in enumerate(HOSTILE):
        node = f"<{BASE}云岭县-机制-敌-{number}>"
        passage = next(line.split(" ")[0] for line in lines if f"<{OA}exact>" in line)
        found += [
            f'{node} <{RDFS}label> "{escaped(text)}"@zh-Hans .\n',
            f'{node} <{SKOS}altLabel> "{escaped(text)}又"@zh-Hans .\n',
            f"{node} <{RDF}type> <{JC}Mechanism> .\n",
            f"{node} <{PROV}wasDerivedFrom> {passage} .\n",
            f"<{BASE}云岭县> <{JC}adopts> {node} .\n",
        ]
    return sorted({*lines, *found})


@pytest.fixture(scope="module")
def graph(lines: list[str]) -> Graph:
    return Graph.from_lines(hostile(lines))


@pytest.fixture(scope="module")
def out(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    for ending in (*FILES, *FOLDERS):
        export(graph, folder / f"g{ending}")
    return folder


def canonical(quads: Iterator[pyoxigraph.Quad | pyoxigraph.Triple]) -> set[str]:
    return {str(one.triple if isinstance(one, pyoxigraph.Quad) else one) for one in quads}


def wanted(graph: Graph) -> set[str]:
    return canonical(pyoxigraph.parse("".join(graph.lines), pyoxigraph.RdfFormat.N_TRIPLES))


# ---- RDF ------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", RDF_FORMATS)
def test_two_readers_find_the_graph(ending: str, graph: Graph, out: Path) -> None:
    assert canonical(pyoxigraph.parse(path=str(out / f"g{ending}"), format=OX[ending])) == wanted(graph)
    back = rdflib.Graph()
    if ending == ".trig":
        whole = rdflib.Dataset(default_union=True)
        whole.parse(out / "g.trig", format="trig")
        for s, p, o, _ in whole.quads():
            back.add((s, p, o))
    else:
        back.parse(out / f"g{ending}", format=RDF_FORMATS[ending])
    assert to_isomorphic(back) == to_isomorphic(graph.rdf)


def test_a_processor_of_json_ld_finds_the_graph(graph: Graph, out: Path) -> None:
    document = json.loads((out / "g.jsonld").read_text("utf-8"))
    quads = pyld.to_rdf(document, {"format": "application/n-quads"})
    assert canonical(pyoxigraph.parse(quads, pyoxigraph.RdfFormat.N_QUADS)) == wanted(graph)


def test_json_ld_reads_well(graph: Graph, out: Path) -> None:
    document = json.loads((out / "g.jsonld").read_text("utf-8"))
    nodes = {node["@id"]: node for node in document["@graph"]}
    county = nodes["id:云岭县"]
    assert county["label"] == "云岭县" and county["@type"][:2] == ["County", "Place"]
    assert "id:云岭县-机制-三联" in county["adopts"]
    figure = next(node for node in nodes.values() if node.get("fromValue"))
    assert figure["fromValue"] == "61.2" and figure["status"] == "jc:Stated"
    part = next(node for node in nodes.values() if node.get("statedCount") == 3)
    assert part["countVerified"] is True and part["position"] == 1


def test_trig_has_a_graph_for_each_document(
    yunling: Knowledge, qingxi: Knowledge, vocabulary: Vocabulary, lines: list[str], tmp_path: Path
) -> None:
    # A spelling that stands in neither text is nobody's: no reading gives one.
    spelled = [line for line in lines if '"茶油"' not in line]
    export(Graph.from_lines(spelled), tmp_path / "g.trig")
    found: dict[str, set[str]] = {}
    for quad in pyoxigraph.parse(path=str(tmp_path / "g.trig"), format=pyoxigraph.RdfFormat.TRIG):
        found.setdefault(str(quad.graph_name)[1:-1].removeprefix(BASE), set()).add(str(quad.triple))
    for known in (yunling, qingxi):
        alone = pyoxigraph.parse("".join(triples(known, vocabulary, "0a1b2c")), pyoxigraph.RdfFormat.N_TRIPLES)
        assert found.pop(known.document.id) == {line for line in canonical(alone) if '"茶油"' not in line}
    assert not found


def test_what_documents_said_is_found_again_in_their_union(seeds: Corpus, tools: Tools) -> None:
    found = by_document(seeds.lines)
    assert found == {known.document.id: said_by(known, tools) for known in seeds.documents}


def test_a_character_that_xml_lacks_is_refused_for_rdf_xml_and_kept_elsewhere(tmp_path: Path) -> None:
    graph = Graph.from_lines([f'<{BASE}a> <{RDFS}label> "甲{escaped(chr(12))}乙"@zh-Hans .\n'])
    with pytest.raises(OutputError, match=r"\.ttl or \.jsonld"):
        export(graph, tmp_path / "g.rdf")
    for ending in (".ttl", ".jsonld"):
        export(graph, tmp_path / f"g{ending}")
    escaped_only = Graph.from_lines([f'<{BASE}a> <{RDFS}label> "\\\\u000C"@zh-Hans .\n'])
    export(escaped_only, tmp_path / "g.rdf")


# ---- pictures -------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_networkx_finds_the_entities_and_what_relates_them(ending: str, graph: Graph, out: Path) -> None:
    read = {"graphml": lambda path: nx.read_graphml(path, force_multigraph=True), "gexf": nx.read_gexf}[ending]
    back, there = read(out / f"g.{ending}"), graph.to_networkx()
    labels = {node: about["label"].replace("\r\n", "\n").replace("\r", "\n") for node, about in there.nodes(data=True)}
    assert {node: about["label"] for node, about in back.nodes(data=True)} == labels
    assert sorted((s, t, r) for s, t, r in back.edges(data="relation")) == sorted(
        (s, t, r) for s, t, r in there.edges(data="relation")
    )
    assert back.nodes[f"{BASE}云岭县"]["class"] == "County"


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_each_edge_has_an_id_of_its_own_and_a_label(ending: str, out: Path) -> None:
    text = (out / f"g.{ending}").read_text("utf-8")
    ids = [edge.get("id") for edge in ET.fromstring(text).iter() if edge.tag.endswith("}edge")]
    assert len(ids) == len(set(ids)) > 20 and None not in ids
    assert "推行" in text and "lastmodified" not in text


def test_what_xml_lacks_is_replaced_in_a_picture(tmp_path: Path, lines: list[str]) -> None:
    more = [f'<{BASE}a> <{RDFS}label> "甲{escaped(chr(12))}乙"@zh-Hans .\n', f"<{BASE}a> <{RDF}type> <{JC}County> .\n"]
    export(Graph.from_lines(sorted([*lines, *more])), tmp_path / "g.gexf")
    assert "甲\ufffd乙" in (tmp_path / "g.gexf").read_text("utf-8")


# ---- tables ---------------------------------------------------------------------------------


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


def test_tables_give_every_fact_and_figure_with_its_words(graph: Graph, out: Path) -> None:
    asked = {
        "facts": "?x a jc:Fact", "observations": "?x a jc:Observation", "parts": "?x a jc:Part",
        "documents": "?x a jc:Document",
    }  # fmt: skip
    for name, pattern in asked.items():
        ids = {row["id"] for row in rows(out / "g.csv" / f"{name}.csv")}
        assert ids == {row["x"] for row in graph.query(f"SELECT ?x {{ {pattern} }}")}, name
    (planned,) = [row for row in rows(out / "g.csv" / "facts.csv") if row["status"] == "Planned"]
    assert (planned["subject_label"], planned["object_label"]) == ("云岭县", "云岭博物馆")
    assert (planned["quotation"], planned["document"], planned["period"]) == ("将建设云岭博物馆", "云岭.txt", "2024/")
    (figure,) = [row for row in rows(out / "g.csv" / "observations.csv") if row["from_value"]]
    assert (figure["indicator"], figure["value"], figure["unit"], figure["comparator"]) == ("脱贫占比", "90", "%", "=")


def test_hostile_names_survive_in_tables(out: Path) -> None:
    labels = {row["label"] for row in rows(out / "g.csv" / "nodes.csv")}
    for text in HOSTILE:
        assert (f"'{text}" if text[0] in "=+-@" else text) in labels
    data = (out / "g.csv" / "nodes.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")


def test_no_cell_is_a_formula_or_too_long_for_excel(graph: Graph, lines: list[str], tmp_path: Path) -> None:
    long = [f'<{BASE}a> <{RDFS}label> "{"长" * 40_000}"@zh-Hans .\n', f"<{BASE}a> <{RDF}type> <{JC}County> .\n"]
    export(Graph.from_lines(sorted([*hostile(lines), *long])), tmp_path / "g.csv")
    for path in (tmp_path / "g.csv").glob("*.csv"):
        cells = [cell for row in rows(path) for cell in row.values()]
        assert cells
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r") and cell not in ("=", "+")]
        assert max(map(len, cells)) <= 32_767


def test_the_ends_of_every_relationship_are_nodes_for_neo4j(out: Path, graph: Graph) -> None:
    folder = out / "g.neo4j"
    nodes = [row for name in ("nodes", "observations", "parts") for row in rows(folder / f"{name}.csv")]
    ids = [row["id:ID"] for row in nodes]
    assert len(ids) == len(set(ids)) and all(row[":LABEL"] for row in nodes)
    related = rows(folder / "relationships.csv")
    assert {end for row in related for end in (row[":START_ID"], row[":END_ID"])} <= set(ids)
    assert {"adopts", "hasPart", "observationOf", "locatedIn"} <= {row[":TYPE"] for row in related}
    assert {row["label"] for row in rows(folder / "nodes.csv")} >= set(HOSTILE)


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs sh")
def test_the_import_of_neo4j_finds_its_files_from_anywhere(out: Path, tmp_path: Path) -> None:
    admin = tmp_path / "neo4j-admin"
    admin.write_text('#!/bin/sh\nls nodes.csv observations.csv parts.csv relationships.csv && echo "$@"\n', "utf-8")
    admin.chmod(0o755)
    command = ["sh", str(out / "g.neo4j" / "import.sh")]
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(command, cwd=tmp_path, env={"PATH": path}, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "--relationships=relationships.csv neo4j" in done.stdout, done.stderr


# ---- all of them ----------------------------------------------------------------------------


def contents(path: Path) -> Mapping[str, bytes]:
    files = [path] if path.is_file() else [file for file in sorted(path.iterdir()) if not file.name.startswith(".")]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("ending", [*FILES, *FOLDERS])
def test_the_same_graph_gives_the_same_bytes(ending: str, graph: Graph, out: Path, tmp_path: Path) -> None:
    shuffled = list(graph.lines)
    random.Random(3).shuffle(shuffled)
    export(Graph.from_lines(sorted(shuffled)), tmp_path / f"g{ending}")
    assert contents(tmp_path / f"g{ending}") == contents(out / f"g{ending}")


@pytest.mark.parametrize("ending", [*FILES, *FOLDERS])
def test_an_empty_graph_can_be_exported(ending: str, tmp_path: Path) -> None:
    export(Graph.from_lines([]), tmp_path / f"g{ending}")
    assert contents(tmp_path / f"g{ending}")


@pytest.mark.parametrize("ending", FILES)
def test_what_reads_back_as_another_graph_is_not_published(
    ending: str, graph: Graph, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, prove = FILES[ending]
    (tmp_path / f"g{ending}").write_text("good", "utf-8")
    for harm in (lambda text: text.replace("云岭博物馆", "云岭博物"), lambda text: text[: len(text) // 2]):

        def harmed(graph: Graph, harm: object = harm) -> list[str]:
            return [harm("".join(write(graph)))]  # type: ignore[operator]

        monkeypatch.setattr(exports, "FILES", {ending: (harmed, prove)})
        with pytest.raises(OutputError, match="another graph"):
            export(graph, tmp_path / f"g{ending}")
    assert (tmp_path / f"g{ending}").read_text("utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == [f"g{ending}"]


def test_an_unknown_ending_is_answered_with_the_known(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"\.ttl \.nt \.trig \.jsonld \.rdf \.graphml \.gexf \.csv \.neo4j"):
        export(graph, tmp_path / "g.docx")


def test_a_file_in_the_place_of_a_folder_is_left_there(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("mine", "utf-8")
    with pytest.raises(KgError, match="folder"):
        export(graph, tmp_path / "g.csv")
    assert (tmp_path / "g.csv").read_text("utf-8") == "mine"
