"""Which kinds of houses and bodies become things where the text says that somebody set them up, and whose they are."""

from __future__ import annotations

import pytest

from kg.model import Source
from kg.pipeline import load_tools, understand

TOOLS = load_tools()
SCENE = "云岭县青石镇风光秀丽。青石镇有石桥村，还有松湾社区。\n"


def founded(text: str) -> list[tuple[str, str]]:
    known = understand(Source("报", SCENE + text, "0" * 64, "utf-8"), TOOLS)
    names = {entity.iri: entity.name for entity in known.entities}
    return [(names[fact.subject], names[fact.object]) for fact in known.facts if fact.predicate == "establishes"]


@pytest.mark.parametrize(
    ("text", "built"),
    [
        ("石桥村新建了一座冷库。", ["冷库"]),
        ("石桥村建成一处占地两亩的文化广场。", ["文化广场"]),
        ("石桥村修建了戏台、凉亭和停车场。", ["停车场", "凉亭", "戏台"]),
        ("松湾社区组建秧歌队、巡逻队。", ["巡逻队", "秧歌队"]),
        ("石桥村日子红火，农贸市场正式启用。", ["农贸市场"]),
        ("石桥村建设公园。", ["公园"]),
        ("石桥村建设果蔬加工厂。", ["果蔬加工厂"]),
        ("松湾社区建起老年活动中心。", ["老年活动中心"]),
        ("松湾社区打造了“爱心驿站”。", ["爱心驿站"]),
        ("石桥村的冷库装满了苹果。", []),
        ("石桥村打造全省一流的养殖基地。", []),
        ("石桥村架起连心桥。", []),
    ],
)
def test_a_kind_is_a_thing_where_somebody_is_said_to_have_set_it_up(text: str, built: list[str]) -> None:
    assert sorted(name for _, name in founded(text)) == built


def test_what_has_been_spoken_of_before_is_not_founded_again() -> None:
    text = "石桥村成立石桥兴农养殖专业合作社。这个2019年建成的养殖专业合作社，带动百户。"
    assert [name for _, name in founded(text)] == ["石桥兴农养殖专业合作社"]


@pytest.mark.parametrize(
    "text",
    [
        "松湾社区老年协会近日成立。",
        "近日，松湾社区“候鸟之家”揭牌启用。",
        "5月3日，松湾社区综合养老服务中心正式投用。",
    ],
)
def test_what_has_come_to_stand_is_of_the_place_with_which_its_name_begins(text: str) -> None:
    assert [who for who, _ in founded(text)] == ["松湾社区"]


def test_what_a_county_puts_online_is_its_own_doing() -> None:
    assert founded("云岭县上线“云岭办”小程序。") == [("云岭县", "云岭办")]


@pytest.mark.parametrize(
    "text",
    [
        "石桥村有座文化大院。大院宽敞，设有阅览室、棋牌室。",
        "松湾社区养老服务中心设有康复室。",
        "石桥村游客很多，服务中心内建有母婴室。",
        "石桥村的综合楼气派，一楼设立展览室。",
    ],
)
def test_how_a_house_is_divided_is_nobodys_founding(text: str) -> None:
    assert founded(text) == []


def test_what_stands_on_the_ground_of_a_park_is_not_set_up_by_its_town() -> None:
    assert founded("石桥村富了。青石镇工业园区设立了企业服务中心。") == []


def test_who_sets_something_up_for_one_of_a_number_is_not_lost_behind_each() -> None:
    assert sorted(name for _, name in founded("松湾社区增设便民服务点、爱心驿站各一处。")) == ["便民服务点", "爱心驿站"]


def test_a_house_of_any_purpose_may_bear_a_name() -> None:
    text = "石桥村建成石桥文化楼、千亩金桔园和晒谷场。"
    assert sorted(name for _, name in founded(text)) == ["千亩金桔园", "晒谷场", "石桥文化楼"]
