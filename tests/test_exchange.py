"""Nothing is known by its name: the seeds with every name and number exchanged give as much."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.cli.output import counts
from kg.corpus import read_corpus
from kg.pipeline import Tools
from tests.command import SEEDS
from tests.exchange import NAMES, exchanged

ASKED = ("entities", "facts", "observations", "parts")


@pytest.mark.parametrize("way", [0, 1])
@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_same_number_of_each_is_found(seed: Path, way: int, tools: Tools, tmp_path: Path) -> None:
    other = tmp_path / seed.name
    other.write_text(exchanged(seed.read_text("utf-8"), way), "utf-8")
    before, after = read_corpus([seed], tools), read_corpus([other], tools)
    kinds = [Counter(entity.type for entity in corpus.documents[0].entities) for corpus in (before, after)]
    names = [{entity.name for entity in corpus.documents[0].entities} for corpus in (before, after)]
    told = sorted({exchanged(name, way) for name in names[0]} ^ names[1])
    assert kinds[0] == kinds[1], told
    assert [counts(before)[name] for name in ASKED] == [counts(after)[name] for name in ASKED], told


@pytest.mark.parametrize("way", [0, 1])
def test_the_exchange_leaves_no_name(way: int) -> None:
    seeds = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    whole = "".join("".join(exchanged(text, way).split()) for text in seeds)
    assert not [name for name in NAMES if name in whole]
    assert all(any(name in "".join(text.split()) for text in seeds) for name in NAMES), "a name that no seed holds"
