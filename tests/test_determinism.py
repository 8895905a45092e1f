"""The same files give the same bytes, and a corpus is the union of its documents."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from kg.corpus import Corpus, read_corpus
from kg.pipeline import Tools, load_tools
from tests.command import SEEDS, kg
from tests.reports import reports

FILES = ("graph.nt", "graph.ttl", "graph.html", "rejected.tsv", "dataset.ttl", "manifest.json")

# One county, three papers: each writes the mechanism its own way, lists other parts of it and gives other periods.
THREE = [
    "南漳县：家门口的事家门口议\n\n近年来，南漳县推行“四步议事”工作法，即群众提事、支部议事、代表定事、大家评事。"
    "2019年以来，全县调解矛盾纠纷1280件。\n",
    "南漳县“四步议事”机制见实效\n\n南漳县深化“四步议事”机制，即收集民意、集中商议、公开办理。"
    "2021年，该县调解矛盾纠纷460件，办结率达98.5%。\n",
    "走进南漳县青岗镇\n\n今年以来，南漳县青岗镇全面推广“四步议事法”，建立提、议、办、评四个步骤。"
    "截至目前，青岗镇调解矛盾纠纷37件，比2020年下降12%。\n",
]

# What a node may say once only; two values would be a quarrel between documents.
ONCE = ("label", "position", "statedCount", "listedCount", "value", "indicator", "start", "end", "exact")


def written(folder: Path, texts: list[str]) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return paths


@pytest.mark.slow
def test_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    first, second = sorted(SEEDS.glob("*.txt"))
    here = kg("build", SEEDS, "-o", tmp_path / "a", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    there = kg(
        "build", second.name, first.name, "-o", tmp_path / "b",
        cwd=SEEDS, PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Shanghai", PYTHONUTF8="1", HOME=str(tmp_path),
    )  # fmt: skip
    assert (here.returncode, there.returncode) == (0, 0), here.stderr + there.stderr
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def law(paths: list[Path], used: Tools) -> Corpus:
    """The law: all together, with tools that have seen other texts, say what each says alone with fresh ones."""
    together = read_corpus(paths, used)
    alone = [read_corpus([path], load_tools()) for path in paths]
    assert set(together.lines) == {line for one in alone for line in one.lines}
    assert list(together.lines) == sorted(set(together.lines))
    assert len(together.documents) == len(paths)
    return together


def test_the_seeds_together_say_what_each_says_alone(tools: Tools) -> None:
    law(sorted(SEEDS.glob("*.txt")), tools)


def test_three_papers_of_one_county_do_not_quarrel(tools: Tools, tmp_path: Path) -> None:
    read_corpus(written(tmp_path, reports(5)), tools)
    together = law(written(tmp_path, THREE), tools)
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in together.lines:
        subject, predicate, value = line.split(" ", 2)
        values[subject, predicate].add(value)
    twice = [(*key, found) for key, found in values.items() if len(found) > 1]
    assert not [row for row in twice if row[1].rstrip(">").rpartition("#")[2] in ONCE]
    classes: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for known in together.documents:
        for entity in known.entities:
            classes[entity.iri].add((entity.type, entity.name))
    assert all(len(found) == 1 for found in classes.values()), classes
    assert any(name == "四步议事" for found in classes.values() for _, name in found)


@pytest.mark.slow
def test_many_reports_together_say_what_each_says_alone(tools: Tools, tmp_path: Path) -> None:
    law(written(tmp_path, reports(12)), tools)
