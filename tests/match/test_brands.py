"""Whom a text means by a brand: the firm, co-operative or farm that it has named in full."""

from __future__ import annotations

import pytest

from kg.model import Source
from kg.pipeline import Tools, understand

FIRM = "寻乌县引进云岭青禾农业科技有限公司。"
AGAIN = [
    FIRM + "青禾农业招工50名。",
    FIRM + "青禾科技招工50名。",
    FIRM + "目前，青禾招工50名。",
    "寻乌县引进云岭青禾农业科技有限公司（以下均简称“青禾农科”）。青禾农科招工50名。",
]
OTHERS = [
    # another firm bears the brand as well
    FIRM + "云岭青禾食品有限公司落户。去年青禾招工50名。",
    # the brand is a village, too
    FIRM + "青禾村村民赶来，青禾招工50名。",
    # what is grown, and no firm
    FIRM + "青禾长势喜人，招工50名。",
    "寻乌县成立云岭乡村振兴发展有限公司。乡村振兴招工50名。",
]
BODIES = [
    ("青禾茶叶专业合作社", "青禾合作社"),
    ("青禾茶叶专业合作社", "青禾茶叶合作社"),
    ("青禾家庭农场", "青禾农场"),
]


def owners(text: str, tools: Tools) -> list[str]:
    known = understand(Source("报", text, "0" * 64, "utf-8"), tools)
    names = {entity.iri: entity.name for entity in known.entities}
    return [names[o.subject] for o in known.observations]


@pytest.mark.parametrize("text", AGAIN)
def test_a_firm_is_called_by_its_brand_and_a_trade_or_by_the_brand(text: str, tools: Tools) -> None:
    assert owners(text, tools) == ["云岭青禾农业科技有限公司"]


@pytest.mark.parametrize("text", OTHERS)
def test_a_brand_that_may_be_another_thing_calls_no_firm(text: str, tools: Tools) -> None:
    assert not {name for name in owners(text, tools) if name.endswith("公司")}


@pytest.mark.parametrize(("full", "short"), BODIES)
def test_a_body_is_called_by_its_brand_and_its_last_word(full: str, short: str, tools: Tools) -> None:
    assert owners(f"寻乌县石桥村成立{full}。{short}招工50名。", tools) == [full]
