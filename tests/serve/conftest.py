"""A graph of the seeds that is served, for the tests that only ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.corpus import Corpus
from kg.graph.store import Graph
from tests.serve.serving import Served, serving


@pytest.fixture(scope="session")
def graph(seeds: Corpus) -> Graph:
    return Graph.from_lines(seeds.lines)


@pytest.fixture(scope="session")
def folder(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder, as far as it is served."""
    place = tmp_path_factory.mktemp("serve")
    graph.save(place / "graph.nt")
    (place / "graph.html").write_text("<!doctype html><title>图</title><p>这是图谱的网页。", "utf-8")
    return place


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[Served]:
    with serving(folder, "--seconds", "5") as server:
        yield server
