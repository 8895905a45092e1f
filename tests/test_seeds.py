"""How the stages work together: what the two source texts are found to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Knowledge, Part, Stance
from kg.pipeline import Tools, understand
from kg.read.files.source import decode

SEEDS = Path(__file__).parents[1] / "seeds"
ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "seeds_facts.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def read(tools: Tools) -> dict[str, Knowledge]:
    """The knowledge of each seed by the place that it is about."""
    found = {}
    for path in sorted(SEEDS.glob("*.txt")):
        knowledge = understand(decode(path.read_bytes(), path.name), tools)
        found[knowledge.stories[-1].about] = knowledge
    return found


def names(knowledge: Knowledge) -> dict[str, set[str]]:
    return {e.iri: {n.replace("“", "").replace("”", "") for n in (e.name, *e.also)} for e in knowledge.entities}


def asserted(knowledge: Knowledge) -> set[tuple[str, str, str]]:
    done = {Stance.STATED, Stance.REPORTED}
    return {(f.subject, f.predicate, f.object) for f in knowledge.facts if done & {e.stance for e in f.evidence}}


def bare(name: str) -> str:
    return name.replace("“", "").replace("”", "")


@pytest.mark.parametrize(("place", "subject", "predicate", "target"), ROWS)
def test_the_text_says_it(place: str, subject: str, predicate: str, target: str, read: dict[str, Knowledge]) -> None:
    knowledge = read[place]
    called = names(knowledge)
    said = any(
        bare(subject.removeprefix("-")) in called[s] and p == predicate and any(bare(target) in n for n in called[o])
        for s, p, o in asserted(knowledge)
    )
    assert said != subject.startswith("-")


def leaves(parts: tuple[Part, ...]) -> list[str]:
    return [leaf for part in parts for leaf in (leaves(part.parts) if part.parts else [part.label])]


def test_the_shorthand_is_taken_apart_and_its_count_checked(read: dict[str, Knowledge]) -> None:
    wholes = {iri: parts for iri, parts, _ in read["寻乌县"].parts}
    groups = wholes["寻乌县-机制-三联四会六带头"]
    assert [(g.label, g.stated, g.listed) for g in groups] == [("三联", 3, 3), ("四会", 4, 4), ("六带头", 6, 6)]
    assert leaves(groups)[-1] == "带头团结凝聚群众"


def test_what_the_print_misread_is_a_slip_and_no_thing(read: dict[str, Knowledge]) -> None:
    county = next(e for e in read["寻乌县"].entities if e.iri == "寻乌县")
    assert county.misprints == ("寻鸟",)
    mine = next(e for e in read["寻乌县"].entities if e.name == "柯树塘废弃矿山区")
    assert mine.misprints == ("柯树镑族弃矿山区",)
    assert not any("寻鸟" in name for spelled in names(read["寻乌县"]).values() for name in spelled)


def test_the_by_lines_give_their_people_and_roles(read: dict[str, Knowledge]) -> None:
    credits = {(iri.rsplit("-", 1)[-1], role) for k in read.values() for s in k.stories for iri, role, _ in s.credits}
    assert credits == {
        ("胡怀军", "记者"), ("欧阳诗怡", "作者"), ("皮芳", "作者"), ("厉德敏", "作者"), ("谢东", "摄影"),
    }  # fmt: skip
