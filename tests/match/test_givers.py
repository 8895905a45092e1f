"""Who gave an honour, where another clause than the recipient's says so."""

from __future__ import annotations

from functools import cache

import pytest

from kg.model import Source
from kg.pipeline import Tools, load_tools, understand


@cache
def tools() -> Tools:
    return load_tools()


def received(text: str) -> dict[str, dict[str, str]]:
    """What the first recipient of each honour of a text is said to have it from, and since when."""
    knowledge = understand(Source("", text, "0" * 64, "utf-8"), tools())
    names = {entity.iri: entity.name for entity in knowledge.entities}
    found = {}
    for fact in knowledge.facts:
        if fact.predicate == "received":
            agents = {name: names[iri] for name, iri in fact.agents}
            found[names[fact.subject]] = dict(fact.qualifiers) | agents
    return found


GIVEN = [
    ("民政部授予200个组织“和谐社区”称号，其中，南丰县松湾社区获得“和谐社区”称号。", "松湾社区", "民政部"),
    ("民政部授予9个村“文明村”，授予9个社区“和谐社区”称号，南丰县松湾社区获得“和谐社区”称号。", "松湾社区", "民政部"),
    ("农业农村部下发《关于公布2020-2021年度“六好”村的通知》，南丰县石桥村被评为“六好”村。", "石桥村", "农业农村部"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "giver"), GIVEN, ids=[row[0] for row in GIVEN])
def test_a_giver_of_another_clause_is_kept_where_he_gives_that_very_title(text: str, who: str, giver: str) -> None:
    assert received(text)[who]["conferredBy"] == giver


PUBLISHED = [
    ("民政部近日公布和谐社区名单，评选出最美楼长9位。其中，南丰县松湾社区被评选为最美和谐社区。", "松湾社区"),
    ("农业农村部公布全国“六好”乡村名单。\n全省共有3村。南丰县石桥村入选全国“六好”乡村。", "石桥村"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), PUBLISHED, ids=[row[1] for row in PUBLISHED])
def test_who_published_the_list_a_sentence_or_two_before_gives_the_title(text: str, who: str) -> None:
    assert received(text)[who]["conferredBy"] == text[: text.index("部") + 1]


def test_a_list_of_something_else_has_another_giver() -> None:
    text = "民政部公布慈善组织名单。南丰县石桥村入选全国“六好”乡村。"
    assert "conferredBy" not in received(text)["石桥村"]


def test_the_years_in_the_name_of_the_paper_are_those_of_the_title() -> None:
    assert received(GIVEN[2][0])["石桥村"]["period"] == "2020/2021"


def test_who_gives_something_else_gives_nothing_here() -> None:
    text = "民政部表彰了一批社区。南丰县松湾社区获得“和谐社区”称号。"
    assert "conferredBy" not in received(text)["松湾社区"]


def test_the_first_sentence_of_a_text_has_none_before_it() -> None:
    assert "conferredBy" not in received("南丰县石桥村入选全国“六好”乡村名单。")["石桥村"]
