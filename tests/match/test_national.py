"""People, places and organisations in sentences as a national paper writes them: foreign news, sport, courts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kg.model import Source
from kg.pipeline import Tools, understand

SENTENCES = Path(__file__).with_name("national.txt")
MARKED = re.compile(r"\{([PLO]):([^{}]*)\}")
PLACES = frozenset({"Place", "Province", "Prefecture", "County", "Township", "Village", "Community", "Region"})
BODIES = frozenset(
    {"Organization", "PartyOrganization", "GovernmentBody", "Enterprise", "Association", "Institution", "Team"}
)
# A little below what is reached, so that a change that costs something is seen.
FLOORS = {"P": 0.94, "L": 0.92, "O": 0.90}

Name = tuple[int, int, str]
Finder = Callable[[str], set[Name]]


def marked(line: str) -> tuple[str, set[Name]]:
    """The sentence without its marks, and where the names stand."""
    text, names, at = "", set(), 0
    for mark in MARKED.finditer(line):
        text += line[at : mark.start()]
        names.add((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        at = mark.end()
    return text + line[at:], names


def f1(rows: Sequence[tuple[set[Name], set[Name]]], kind: str) -> float:
    """How well the names of one kind are found: both edges must be right."""
    wanted = [{name for name in gold if name[2] == kind} for gold, _ in rows]
    found = [{name for name in got if name[2] == kind} for _, got in rows]
    right = sum(len(a & b) for a, b in zip(wanted, found, strict=True))
    return 2 * right / (sum(map(len, wanted)) + sum(map(len, found)))


def kind_of(type_: str) -> str:
    return "P" if type_ == "Person" else "L" if type_ in PLACES else "O" if type_ in BODIES else ""


def outermost(tools: Tools, text: str) -> set[Name]:
    """The names of a sentence that stand inside no other."""
    known = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    types = {entity.iri: entity.type for entity in known.entities}
    spans = {(s.start, s.end, kind_of(types[iri])) for iri, places in known.seen for s in places if iri in types}
    inside = {a for a in spans for b in spans if b[0] <= a[0] and a[1] <= b[1] and b[1] - b[0] > a[1] - a[0]}
    return {name for name in spans - inside if name[2]}


@pytest.fixture(scope="module")
def sentences() -> list[tuple[str, set[Name]]]:
    lines = SENTENCES.read_text("utf-8").splitlines()
    return [marked(line) for line in lines if line and not line.startswith("#")]


def test_the_table_holds_enough_of_each_kind(sentences: list[tuple[str, set[Name]]]) -> None:
    assert len(sentences) >= 100
    assert all(sum(kind == name[2] for _, names in sentences for name in names) >= 80 for kind in "PLO")


def test_names_of_a_national_paper_are_found(tools: Tools, sentences: list[tuple[str, set[Name]]]) -> None:
    rows = [(gold, outermost(tools, text)) for text, gold in sentences]
    reached = {kind: round(f1(rows, kind), 3) for kind in FLOORS}
    assert all(reached[kind] >= floor for kind, floor in FLOORS.items()), reached


@pytest.mark.slow
def test_more_is_found_than_by_the_tags_of_jieba(tools: Tools, sentences: list[tuple[str, set[Name]]]) -> None:
    posseg = pytest.importorskip("jieba.posseg")
    tags = {"nr": "P", "ns": "L", "nt": "O"}
    ours = [(gold, outermost(tools, text)) for text, gold in sentences]
    theirs = []
    for text, gold in sentences:
        at, found = 0, set()
        for word, tag in posseg.cut(text):
            if tag[:2] in tags:
                found.add((at, at + len(word), tags[tag[:2]]))
            at += len(word)
        theirs.append((gold, found))
    assert all(f1(ours, kind) > f1(theirs, kind) + 0.1 for kind in FLOORS)
