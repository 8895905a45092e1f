"""Claims of mentions in, facts of things out."""

from __future__ import annotations

from kg.model import Source
from kg.pipeline import Tools, understand
from kg.resolve.facts import MUTUAL


def test_what_holds_both_ways_is_one_fact_whoever_is_named_first(tools: Tools) -> None:
    text = "寻乌县与吉水县签订合作协议。\n7月1日，吉水县与寻乌县签订合作协议，两地共建产业园。\n"
    facts = [f for f in understand(Source("", text, "0" * 64, ""), tools).facts if f.predicate in MUTUAL]
    assert len(facts) == 1 and len(facts[0].evidence) == 2


def test_two_names_of_one_title_are_one_thing(tools: Tools) -> None:
    text = "寻乌县获“三八红旗手”称号的有两人。\n日前，王小满荣获赣州市“三八红旗手”称号。李华荣获“三八红旗手”称号。\n"
    found = [e.name for e in understand(Source("", text, "0" * 64, ""), tools).entities if e.type == "Honor"]
    assert found == ["赣州市“三八红旗手”"]


def test_a_body_called_after_a_river_or_region_is_not_said_to_stand_there(tools: Tools) -> None:
    text = "黄河水利科学研究院来到寻乌县中学。\n"
    made = understand(Source("", text, "0" * 64, ""), tools)
    names = {e.iri: e.name for e in made.entities}
    seats = {names[f.object] for f in made.facts if f.predicate == "locatedIn"}
    assert "黄河" not in seats and "寻乌县" in seats
