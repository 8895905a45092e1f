"""A kept store saves reading the file again, and is never more than a copy of it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Store

from kg.errors import InputError
from kg.graph.query import kept
from kg.graph.query.kept import digest, kept_store
from kg.graph.store import Graph, KeptGraph
from kg.graph.write.vocabulary import BASE, JC, PREFIXES

ASKED = "SELECT ?谁 { ?谁 a jc:County } ORDER BY ?谁"


def place_of(path: Path) -> Path:
    return kept.place_of(path, digest(path))


@pytest.fixture(autouse=True)
def everything_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SMALL", 0)


@pytest.fixture
def path(tmp_path: Path, lines: list[str]) -> Path:
    Graph.from_lines(lines).save(tmp_path / "graph.nt")
    return tmp_path / "graph.nt"


def test_a_small_file_is_read_and_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SMALL", path.stat().st_size + 1)
    assert kept_store(path) is None and not place_of(path).parent.exists()
    assert type(Graph.load(path.parent)) is Graph


def test_a_kept_graph_is_the_graph(path: Path, lines: list[str]) -> None:
    graph, read = Graph.load(path.parent), Graph.from_lines(lines)
    assert isinstance(graph, KeptGraph)
    assert (len(graph), graph.lines, graph.base) == (len(read), read.lines, read.base)
    assert graph.documents == read.documents and list(graph.query(ASKED)) == list(read.query(ASKED))
    assert set(graph.rdf) == set(read.rdf)


def test_it_is_made_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept_store(path)
    monkeypatch.setattr(Store, "bulk_load", None, raising=False)
    monkeypatch.setattr(kept, "_make", lambda *_: pytest.fail("made again"))
    assert kept_store(path)


def test_another_file_has_another_store_and_the_old_one_goes(path: Path) -> None:
    first = kept_store(path)
    assert first
    path.write_text(f"<{BASE}新县> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{JC}County> .\n", "utf-8")
    assert list(Graph.load(path).query(ASKED)) == [{"谁": f"{BASE}新县"}]
    assert [place.name for place in place_of(path).parent.iterdir()] == [place_of(path).name]


@pytest.mark.parametrize("harm", ["cut", "lost", "emptied", "unlisted", "garbled", "killed"])
def test_a_broken_store_is_made_again_without_a_word(path: Path, lines: list[str], harm: str) -> None:
    assert kept_store(path)
    place = place_of(path)
    table = max(place.glob("*.sst"), key=lambda file: file.stat().st_size)
    whole = table.read_bytes()
    if harm == "cut":
        table.write_bytes(whole[:-50])
    elif harm == "lost":
        table.unlink()
    elif harm == "emptied":
        for file in place.iterdir():
            file.write_bytes(b"")
    elif harm == "unlisted":
        (place / kept.SIZES).unlink()
    elif harm == "garbled":
        table.write_bytes(bytes(byte ^ 255 for byte in whole))
    else:
        place.rename(place.with_name(f"{place.name}.99.part"))
    graph = Graph.load(path.parent)
    assert len(list(graph.query("SELECT * { ?s ?p ?o }"))) == len(lines)
    assert kept.is_whole(place) and len(list(place.parent.iterdir())) == 1


def test_a_store_that_rots_while_it_is_asked_is_left_for_the_file(path: Path, lines: list[str]) -> None:
    assert kept_store(path)
    for table in place_of(path).glob("*.sst"):
        rotten = bytearray(table.read_bytes())
        rotten[len(rotten) // 3] ^= 255
        table.write_bytes(rotten)
    graph = Graph.load(path.parent)
    assert len(graph.query("SELECT * { ?s ?p ?o }")) == len(lines)
    assert len(graph.query("SELECT * { ?s ?p ?o }")) == len(lines)


def test_where_nothing_may_be_written_the_file_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert kept_store(path) is None
    assert len(Graph.load(path).query(ASKED)) == 2


def test_a_file_that_is_no_graph_is_said_to_be_none(path: Path) -> None:
    path.write_text("<a> <b>", "utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        Graph.load(path)
    assert not place_of(path).exists()


def test_lines_of_a_file_that_changed_are_not_given_for_those_of_the_store(path: Path) -> None:
    graph = Graph.load(path)
    path.write_text("", "utf-8")
    with pytest.raises(InputError, match="changed"):
        _ = graph.lines


def test_nothing_is_lost_when_the_cache_is_deleted(path: Path) -> None:
    before = list(Graph.load(path).query(ASKED))
    shutil.rmtree(place_of(path).parent)
    assert list(Graph.load(path).query(ASKED)) == before


STAR = """
    SELECT ?谁 ?什么 ?原文 {
      ?事实 a jc:Fact ; rdf:predicate jc:adopts ; rdf:subject ?主 ; rdf:object ?宾 ; jc:status jc:Stated ;
            prov:wasDerivedFrom ?片段 .
      ?主 rdfs:label ?谁 . ?宾 rdfs:label ?什么 . ?片段 oa:exact ?原文
    }"""


@pytest.mark.slow
@pytest.mark.timed
def test_a_star_join_takes_a_tenth_of_what_rdflib_needs_from_the_file_to_the_answer(
    path: Path, lines: list[str]
) -> None:
    many = [line.replace("jiceng/id/", f"jiceng/id/{n}-") for n in range(150) for line in lines]
    path.write_text("".join(sorted(many)), "utf-8")
    assert len(many) > 50_000 and kept_store(path)

    def seconds(work: Callable[[], int]) -> tuple[float, int]:
        start = time.process_time()
        count = work()
        return time.process_time() - start, count

    ours, found = seconds(lambda: len(Graph.load(path).query(STAR)))
    theirs, same = seconds(lambda: len(rdflib.Graph().parse(path, format="nt").query(STAR, initNs=PREFIXES)))
    assert found == same > 100
    assert 10 * ours < theirs
