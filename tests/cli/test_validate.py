"""kg validate says what is wrong with a graph, to people and to machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from rdflib.compare import to_isomorphic

from kg.graph.write.vocabulary import BASE, DCTERMS, RDFS
from tests.command import SEEDS, kg_here

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert kg_here("build", SEEDS, "-o", folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def bad(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the seeds, in which one county has lost its name."""
    folder = tmp_path_factory.mktemp("bad")
    lines = (out / "graph.nt").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"<{BASE}寻乌县> <{RDFS}label>")]
    assert len(kept) == len(lines) - 1
    (folder / "graph.nt").write_text("".join(kept), "utf-8")
    return folder


def test_a_sound_graph_passes_and_what_is_doubtful_is_told(out: Path) -> None:
    done = kg_here("validate", out)
    said = done.stdout.decode("utf-8")
    assert done.returncode == 0 and done.stderr == b""
    assert said.startswith("违规 violation 0 · 提醒 warning ") and "没有见报日期" in said and "date of issue" in said


def test_a_fault_is_told_in_both_languages_with_its_node_and_words(bad: Path) -> None:
    done = kg_here("validate", bad)
    said = done.stdout.decode("utf-8")
    assert done.returncode == 1
    assert "违规 violation  实体须有一个名称 an entity must have one name  ×1\n  id:寻乌县 “" in said


def test_the_report_of_shacl_is_one(bad: Path) -> None:
    done = kg_here("validate", bad, "--format", "shacl")
    report = rdflib.Graph().parse(data=done.stdout.decode("utf-8"), format="turtle")
    (whole,) = report.subjects(rdflib.RDF.type, SH.ValidationReport)
    assert report.value(whole, SH.conforms) == rdflib.Literal(False)
    results = {report.value(one, SH.focusNode): one for one in report.objects(whole, SH.result)}
    fault = results[rdflib.URIRef(f"{BASE}寻乌县")]
    assert report.value(fault, SH.resultPath) == rdflib.RDFS.label
    assert {text.language for text in report.objects(fault, SH.resultMessage)} == {"zh-Hans", "en"}  # type: ignore[attr-defined]


def test_json_lists_the_results(bad: Path) -> None:
    told = json.loads(kg_here("validate", bad, "--format", "json").stdout)
    assert told["conforms"] is False
    assert {one["severity"] for one in told["results"]} == {"Violation", "Warning"}
    assert [one["node"] for one in told["results"] if one["severity"] == "Violation"] == [f"{BASE}寻乌县"]


@pytest.mark.slow
def test_the_reference_gives_the_same_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("南漳县推行“四步议事”机制，调解矛盾纠纷460件。\n", "utf-8")
    assert kg_here("build", tmp_path / "a.txt", "-o", tmp_path).returncode == 0
    graph = tmp_path / "graph.nt"
    lines = graph.read_text("utf-8").splitlines(keepends=True)
    graph.write_text("".join(line for line in lines if not line.startswith(f"<{BASE}南漳县> <{RDFS}label>")), "utf-8")
    ours, theirs = (
        to_isomorphic(rdflib.Graph().parse(data=done.stdout.decode("utf-8"), format="turtle"))
        for done in (kg_here("validate", tmp_path, "--format", "shacl", *more) for more in ([], ["--reference"]))
    )
    assert len(list(ours.subjects(rdflib.RDF.type, SH.ValidationResult))) > 1
    assert ours == theirs


def test_a_folder_without_a_graph_is_said_to_have_none(tmp_path: Path) -> None:
    done = kg_here("validate", tmp_path)
    assert done.returncode == 3 and "graph.nt" in done.stderr.decode("utf-8")


def test_a_document_is_named_by_its_title_or_file(out: Path) -> None:
    assert f"<{DCTERMS}issued>" not in (out / "graph.nt").read_text("utf-8")
    assert "id:doc-" in kg_here("validate", out).stdout.decode("utf-8")
