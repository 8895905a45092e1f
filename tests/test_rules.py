"""Every rule file proves itself: its examples run, and each of its lines is needed by one of them."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from kg.match.rules import EntityRule, RelationRule, StanceRule, load_rules
from kg.pipeline import Tools
from kg.proof import prove
from tests.command import SEEDS

RULES = load_rules()
EVERY: tuple[EntityRule | RelationRule | StanceRule, ...] = (*RULES.entities, *RULES.relations, *RULES.stances)
RELATIONS = (
    "adopts implements establishes develops received cooperatesWith supports participatesIn subOrganizationOf "
    "locatedIn appliesTo partOfProgram"
)
# A stretch of so many characters that stands in a seed as well was taken from there.
TAKEN = 12


def shown(path: str) -> str:
    return path.removeprefix("kg/rules/")


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def test_rule_files_are_found() -> None:
    assert len(RULES.entities) >= 10
    assert {rule.predicate for rule in RULES.relations} == set(RELATIONS.split())
    assert {str(rule.stance) for rule in RULES.stances} == {"Planned", "Denied"}


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: shown(rule.path))
def test_a_rule_file_proves_itself(rule: EntityRule | RelationRule | StanceRule, tools: Tools) -> None:
    assert prove(rule, tools) == []


@pytest.mark.parametrize("rule", [*RULES.relations, *RULES.stances], ids=lambda rule: shown(rule.path))
def test_a_rule_file_knows_ten_ways_to_say_it_and_five_not_to(rule: RelationRule | StanceRule) -> None:
    assert len(rule.yes) >= 10 and len(rule.no) >= 5


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: shown(rule.path))
def test_no_example_is_given_twice(rule: EntityRule | RelationRule | StanceRule) -> None:
    found = Counter(example.text for example in (*rule.yes, *rule.no, *rule.todo))
    assert [text for text, times in found.items() if times > 1] == []


@pytest.mark.parametrize("rule", [*RULES.relations, *RULES.stances], ids=lambda rule: shown(rule.path))
def test_at_most_a_third_of_the_examples_come_from_the_seeds(rule: RelationRule | StanceRule) -> None:
    seeds = bare("".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))))
    examples = [bare(example.text) for example in rule.yes]
    taken = [e for e in examples if any(e[i : i + TAKEN] in seeds for i in range(len(e) - TAKEN + 1))]
    assert len(taken) <= len(examples) / 3, taken


def test_a_wording_has_one_id() -> None:
    names = Counter(rule.name for rule in RULES.relations)
    assert [name for name, times in names.items() if times > 1] == []
