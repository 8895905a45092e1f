"""Which ways of working and undertakings of a text are things of the graph, also where nothing is claimed of them."""

from __future__ import annotations

import pytest

from kg.model import Source
from kg.pipeline import Tools, understand

STAND = [
    ("东岭县的年产3万吨有机肥项目总投资6亿元。", "年产3万吨有机肥项目", "its size tells it from others"),
    ("东岭县的变化是东西部协作的缩影。", "东西部协作", "every place may carry it out"),
    ("东岭县的青石小区改造项目的图纸贴上了墙。", "青石小区改造项目", "it has a place of its own"),
    ("东岭县做好“山、水、林”3篇文章。", "3篇文章", "the list before it has as many members"),
    ("东岭县做到小事不出村、大事不出镇。", "小事不出村、大事不出镇", "a saying of how far a quarrel goes"),
]
STAND_NOT = [
    ("东岭县主动对接粤港澳大湾区建设。", "粤港澳大湾区建设", "no county carries it out"),
    ("东岭县完成石板桥等6座桥涵和环湖公路改造。", "6座桥涵和环湖公路改造", "bridges are counted"),
    ("东岭县有“三多三老三少”的治理困境。", "三多三老三少", "what is amiss"),
    ("东岭县配套水、电、路等项目。", "水", "a field is no undertaking"),
]


def names(text: str, tools: Tools) -> set[str]:
    return {entity.name for entity in understand(Source("x.txt", text, "0" * 64, "utf-8"), tools).entities}


@pytest.mark.parametrize(("text", "name", "why"), STAND)
def test_a_way_with_a_name_of_its_own_stands_in_the_graph(text: str, name: str, why: str, tools: Tools) -> None:
    assert name in names(text, tools), why


@pytest.mark.parametrize(("text", "name", "why"), STAND_NOT)
def test_what_is_no_way_of_the_place_stands_in_no_graph(text: str, name: str, why: str, tools: Tools) -> None:
    assert name not in names(text, tools), why
