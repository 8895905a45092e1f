"""Each word of `topic_words` does what its kind says, and without it the clause would speak of somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.match.rulebook.word_kinds import by_kind
from kg.match.subjects.topic_words import compile_topic_words
from tests.match.needs import Say, Tables, not_needed
from tests.match.test_subjects import OPENERS, RULES, acting

LIST = "topic_words"
TOWN, VILLAGE, FIRM = "{Township=青石镇}", "{Village=白河村}", "{Enterprise=恒远公司}"
SHOWN: dict[str, list[str]] = {
    "chair": [f"{TOWN}设专班，{{PartyOrganization=镇党委}}书记任※，建成茶园。"],
    "describe": [f"※山区的{VILLAGE}推行河长制。"],
    "folk": [f"{TOWN}的※种起了茶。"],
    "known": [f"{TOWN}※的{FIRM}投资建厂。"],
    "lead": ["由{GovernmentBody=县教育局}※，种茶9亩。"],
    "lie": [f"※{VILLAGE}的{{Facility=制茶厂}}招工。"],
    "measure": ["{Association=茶叶协会}※达九成。"],
    "side": [f"{{Place=黄河}}※的{TOWN}建成茶园。"],
    "take": [f"{TOWN}※的{FIRM}投资建厂。"],
    "way": [f"{VILLAGE}推行{{Mechanism=板凳会}}。该※减少了纠纷。"],
}


def saying(tables: Tables) -> Say:
    openers = replace(OPENERS, topics=compile_topic_words(tables))
    return lambda marked: acting(marked, openers)


def test_each_kind_of_word_is_shown() -> None:
    assert set(SHOWN) == set(by_kind(RULES.tables[LIST]))


@pytest.mark.parametrize("kind", sorted(SHOWN))
def test_a_word_says_of_whom_a_clause_speaks_and_no_other_says_it_already(kind: str) -> None:
    found = not_needed(LIST, kind, RULES.tables, SHOWN[kind], saying)
    assert found == [], f"take these out of {LIST}.tsv, or show in SHOWN what they do"
