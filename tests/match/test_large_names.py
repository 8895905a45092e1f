"""Counties and cities that no table holds: taken where the words round them say so, and else in the ledger."""

from __future__ import annotations

import pytest

from kg.model import Source
from kg.pipeline import Tools, understand

SHOWN = [
    ("临源县青石镇推行积分制。", "临源县"),
    ("安和县推行积分制。", "安和县"),
    ("近年来，安和县大力发展茶产业。", "安和县"),
    ("安和县今年新增企业12家。", "安和县"),
    ("安和县委召开会议。", "安和县"),
    ("东陵市委召开会议。", "东陵市"),
    ("安和县人民法院发布案例。", "安和县"),
    ("安和县农业农村局送来种子。", "安和县"),
    ("日前，记者走进安和县采访。", "安和县"),
    ("地处山区的安和县大力种茶。", "安和县"),
    ("寻乌县、安和县联手治水。", "安和县"),
    ("安和县、寻乌县联手治水。", "安和县"),
    ("安和区青石街道推行积分制。", "安和区"),
    ("安和区人民法院发布案例。", "安和区"),
    ("走进安和区青石街道，花香扑鼻。", "安和区"),
]
NEVER = [
    "贫困县推行积分制。",
    "邻县推行积分制，外县也来学习。",
    "到邻县青石镇务工。",
    "由两县青石镇推行。",
    "我们县推行积分制。",
    "产茶县大力种茶。",
    "扩权县推行改革。",
    "在试点县召开会议。",
    "时任县委书记李华推行积分制。",
    "同时市委召开会议。",
    "老城区青石街道推行改革。",
    "灾区青石镇恢复通水。",
    "流动红旗飘起来。",
]


@pytest.mark.parametrize(("text", "name"), SHOWN)
def test_a_town_a_body_or_a_deed_shows_a_county_that_no_table_holds(text: str, name: str, tools: Tools) -> None:
    known = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    assert name in {entity.name for entity in known.entities}


@pytest.mark.parametrize("text", NEVER)
def test_a_kind_of_county_is_no_county(text: str, tools: Tools) -> None:
    known = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    assert not {entity.name for entity in known.entities if entity.type in ("County", "Prefecture")}


def test_what_nothing_shows_stands_in_the_ledger(tools: Tools) -> None:
    known = understand(Source("报", "安和县各乡镇干部来学习。", "0" * 64, "utf-8"), tools)
    assert not known.entities
    assert [(name, why) for _, name, _, why in known.rejected] == [
        ("安和县", "named once, and nothing says that it is a county or city")
    ]
