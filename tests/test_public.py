"""The public words: what `import kg` gives, and what it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from tests.command import ROOT

TEXT = "南漳县推行“四步议事”机制。2021年，全县调解矛盾纠纷460件。\n"


def test_import_does_no_work() -> None:
    script = "import sys, kg; sys.stdout.write(' '.join(name for name in sys.modules if name.startswith('kg')))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert sorted(done.stdout.split()) == ["kg", "kg.errors"]


@pytest.mark.parametrize("word", kg.__all__)
def test_every_public_word_is_there(word: str) -> None:
    assert getattr(kg, word)


def test_what_cannot_be_read_is_warned_of_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text(TEXT, "utf-8")
    (tmp_path / "坏.txt").write_bytes(b"")
    with pytest.warns(UserWarning, match="坏.txt"):
        graph = kg.build(tmp_path)
    assert len(graph) > 10


def test_where_nothing_can_be_read_its_error_is_raised(tmp_path: Path) -> None:
    with pytest.raises(kg.InputError, match="does not exist"):
        kg.build(tmp_path / "none.txt")


def test_a_date_that_no_calendar_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(kg.KgError, match="2021-13"):
        kg.build(tmp_path, issued="2021-13")


def test_the_encoding_of_the_texts_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "舊.txt").write_bytes("太康县推行“四步议事”机制。".encode("utf-16-le"))
    graph = kg.build(tmp_path, encoding="utf-16-le")
    assert graph.query("ASK { ?place jc:adopts/rdfs:label ?name FILTER(STR(?name) = '四步议事') }")


def test_a_graph_is_saved_and_opened_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    graph = kg.build(tmp_path / "a.txt", issued="2021-07-01", place="南漳县")
    (tmp_path / "out").mkdir()
    graph.save(tmp_path / "out" / "graph.nt")
    again = kg.load(tmp_path / "out")
    assert list(again.query("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o")) == list(
        graph.query("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o")
    )
    assert len(graph.rdf) == len(graph)
    assert graph.to_networkx().number_of_nodes() >= 2


def test_the_version_has_its_changes() -> None:
    assert f"## {kg.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_seeds_are_not_licensed_with_the_rest() -> None:
    assert "seeds/" in (ROOT / "LICENSE").read_text("utf-8")
    assert "vis-network" in (ROOT / "THIRD-PARTY.md").read_text("utf-8")


def test_a_folder_that_teaches_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(kg.KgError, match="does not exist"):
        kg.build(tmp_path, rules=[tmp_path / "none"])
    (tmp_path / "relations").mkdir()
    with pytest.raises(kg.KgError, match="is a folder without rules"):
        kg.build(tmp_path, rules=[tmp_path / "relations"])
