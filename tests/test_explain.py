"""Why a wording speaks or does not: said for each, the nearest first."""

from __future__ import annotations

import pytest

from kg.errors import KgError
from kg.explain import explain
from kg.pipeline import Tools


def verdicts(text: str, relation: str, tools: Tools) -> list[str]:
    said = explain(text, tools, relation).split(f"\n{relation}：\n")[1]
    return [line.strip() for line in said.splitlines() if line.startswith(f"  {relation}/")]


def test_a_wording_that_speaks_comes_first_with_what_it_says(tools: Tools) -> None:
    first, *others = verdicts("南漳县推行“四步议事”机制。", "adopts", tools)
    assert first.startswith("adopts/1 成立 speaks, of “四步议事”机制: ")
    ranks = ["次序" if "in this order" in one else "缺词" if "缺词 no word" in one else "" for one in others]
    assert ranks == sorted(ranks, key=["", "次序", "缺词"].index) and {"次序", "缺词"} <= set(ranks)


def test_a_wording_that_an_unless_silences_says_which(tools: Tools) -> None:
    first = verdicts("南漳县学习借鉴推行“四步议事”机制的外地做法。", "adopts", tools)[0]
    assert "被止住 silenced, “四步议事”机制: unless " in first


def test_what_a_wording_lacks_is_said(tools: Tools) -> None:
    told = verdicts("南漳县修通了公路。", "adopts", tools)
    lacks = ("缺宾语 no mention that can be its object (Guideline, Mechanism): ", "缺词 no word of the list ")
    assert told and all(any(lack in one for lack in lacks) for one in told)


def test_a_relation_that_nothing_declares_is_answered_with_the_known(tools: Tools) -> None:
    with pytest.raises(KgError, match="Relations are adopts, "):
        explain("南漳县推行“四步议事”机制。", tools, "adpots")
