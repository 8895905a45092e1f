"""Each word of `owner_words` does what its kind says, and without it the clause would speak of somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.match.figures.owners import compile_owning
from kg.match.rulebook.word_kinds import by_kind
from tests.match.needs import Say, Tables, not_needed
from tests.match.test_owners import OPENERS, RULES, owned

LIST = "owner_words"
VILLAGE, WORKS, COUNTY = "{Village=白河村}", "{Facility=制茶中心}", "{County=云岭县}"
FIRM, BUREAU, TEAM = "{Enterprise=恒远公司}", "{GovernmentBody=云岭县住建局}", "“{Team:quoted=轻骑队}”"
LOAN = "“{Mechanism:quoted=兴农贷}”"
# For each kind the sentences of which one shows that a word is needed: whose the figures are changes without it.
SHOWN: dict[str, list[str]] = {
    "act": [f"在※{VILLAGE}，茶园有9亩。"],
    "aid": [f"{BUREAU}※{VILLAGE}发展茶园9亩。"],
    "begin": [f"{BUREAU}种茶，{{County:anaphor=全县}}茶农9人，※培训9期。"],
    "build": [f"{VILLAGE}※{WORKS}，占地9亩。"],
    "enter": ["※{Facility=制茶中心}，设备有9台。"],
    "folk": [f"{FIRM}种茶，※收入9万元。", f"{{Township=青石镇}}{FIRM}种茶。※有9人。"],
    "found": [f"{VILLAGE}※{TEAM}，调解9件。"],
    "help": [f"{VILLAGE}的※让茶香飘了9里。"],
    "hold": ["{PartyOrganization=白河村党委}※9个支部。"],
    "kind": [f"县属※{FIRM}种茶9亩。"],
    "lead": [f"由{BUREAU}※编制，种茶9亩。"],
    "lie": [f"走进※{VILLAGE}的{WORKS}，机器有9台。"],
    "longer": [f"{FIRM}投产。企业※来了9人。", f"{WORKS}投产。中心※建房9间。"],
    "offer": [f"{BUREAU}※{LOAN}，放贷9万元。"],
    "process": [f"在{WORKS}※{side}，投入9万元。" for side in "中上下"],
    "product": [f"{BUREAU}推出“{{Mechanism:quoted=兴农※}}”，放贷9万元。"],
    "resume": [f"{BUREAU}成立{{Association=茶叶协会}}，※9亩。"],
    "run": [f"{WORKS}落户云岭，※9人。"],
    "serve": [f"{VILLAGE}建成{WORKS}，※9人。"],
    "settlement": [f"{{Township=青石镇}}{FIRM}种茶。9个※有9人。"],
    "shared": ["“※种茶9亩。”村民{Person=李华}说。"],
    "shown": [f"“好！”{{Village=青石村}}种茶。{VILLAGE}村民说。这※路长9米。"],
    "side": [f"在{WORKS}※，9台机器在转。"],
    "since": [
        f"{VILLAGE}建成{WORKS}，※占地9亩。",
        f"{VILLAGE}建成{WORKS}，两年来※占地9亩。",
        f"{VILLAGE}建成{WORKS}，整个园区※占地9亩。",
        f"{VILLAGE}组建{TEAM}，※调解9件。",
    ],
    "size": [f"{VILLAGE}建成{WORKS}，※{more}9亩。" for more in ("", "共")],
    "spot": [f"在{VILLAGE}※，9台机器在转。"],
    "start": [f"{WORKS}挂匾，{COUNTY}种茶，※以来修路9里。"],
    "team": [f"{VILLAGE}组建{TEAM}，※90件。"],
    "within": [f"{VILLAGE}※茶园达9亩。"],
}


def test_each_kind_of_word_is_shown() -> None:
    assert set(SHOWN) == set(by_kind(RULES.tables[LIST]))


@pytest.mark.parametrize("kind", sorted(SHOWN))
def test_a_word_says_of_whom_figures_speak_and_no_other_says_it_already(kind: str) -> None:
    def saying(tables: Tables) -> Say:
        owning = compile_owning(replace(RULES, tables=tables), OPENERS)
        return lambda marked: owned(marked, owning)

    found = not_needed(LIST, kind, RULES.tables, SHOWN[kind], saying)
    assert found == [], f"take these out of {LIST}.tsv, or show in SHOWN what they do"
