"""Of whom an article speaks where it names nobody."""

from __future__ import annotations

import pytest

from kg.model import Source
from kg.pipeline import Tools, understand

FARM = "青禾林场位于江西省赣州市寻乌县，现有职工198人。\n近年来，推行“三定”机制，面积达300亩。青禾林场变了样。"


def actors(text: str, tools: Tools) -> set[str]:
    """Who adopts the mechanism, and whose area it is."""
    known = understand(Source("a.txt", text, "0" * 64, "utf-8"), tools)
    found = [f.subject for f in known.facts if f.predicate == "adopts"]
    found += [o.subject for o in known.observations if o.indicator == "面积"]
    return {entity.name for entity in known.entities if entity.iri in found}


def about(text: str, tools: Tools) -> list[str]:
    """The place that each article is about."""
    known = understand(Source("a.txt", text, "0" * 64, "utf-8"), tools)
    return [story.about for story in known.stories]


TITLES = (
    "停伐十年，青禾林场变了", "青禾林场的新账本", "——青禾林场改革见闻", "走进青禾林场", "【江岳日报】青禾林场变了",
)  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_an_article_on_a_body_speaks_of_it_where_it_names_nobody(title: str, tools: Tools) -> None:
    assert actors(f"{title}\n\n{FARM}", tools) == {"青禾林场"}


@pytest.mark.parametrize("title", ["寻乌县：停伐十年又一春", "寻乌县委推行新机制"])
def test_an_article_on_a_place_speaks_of_the_place(title: str, tools: Tools) -> None:
    assert actors(f"{title}\n\n{FARM}", tools) == {"寻乌县"}


COURT = "江西省寻乌县人民法院推行“三定”机制。\n近年来，全面调解，建成法庭8个，面积达300亩。"


def test_a_body_that_opens_a_text_which_names_its_place_nowhere_else_is_what_it_is_about(tools: Tools) -> None:
    assert actors(COURT, tools) == {"人民法院"}
    assert actors(COURT.replace("\n", "\n寻乌县修路。\n"), tools) == {"人民法院", "寻乌县"}


def test_so_is_a_consultative_conference(tools: Tools) -> None:
    text = "近年来，寻乌县政协推进协商民主建设。\n我们推行“三定”机制，面积达300亩。"
    assert actors(f"搭好平台 服务大局\n\n{text}", tools) == {"政协"}


def test_a_university_that_helps_a_county_is_what_its_report_is_about(tools: Tools) -> None:
    text = "江岳大学组织9支工作队。\n去年，在寻乌县4个乡驻村。推行“三定”机制，面积达300亩。"
    assert actors(text, tools) == {"江岳大学"}
    assert actors(text.replace("推行", "寻乌县修路。\n推行"), tools) == {"寻乌县"}


def test_a_county_in_the_name_of_a_bureau_does_not_keep_a_report_from_its_village(tools: Tools) -> None:
    text = "走进寻乌县石桥村，路通了。寻乌县水务局建了泵站，寻乌县农业农村局来到石桥村。"
    assert about(text, tools) == ["寻乌县-石桥村"]


def test_a_region_in_the_name_of_a_university_is_not_spoken_of(tools: Tools) -> None:
    text = "寻乌县石桥村路通了。华南理工大学建了泵站，华南理工大学派出干部。石桥村富了。"
    assert about(text, tools) == ["寻乌县-石桥村"]


def test_a_body_that_the_text_hardly_names_is_not_what_it_is_about(tools: Tools) -> None:
    text = "寻乌县修路。\n近年来，推行“三定”机制，面积达300亩。青禾林场变了样。"
    assert actors(f"青禾林场来了新工人\n\n{text}", tools) == {"寻乌县"}


def test_the_short_name_of_a_county_in_the_title_is_not_its_town_of_the_same_name(tools: Tools) -> None:
    text = "昌黎县修路。昌黎县建学校。\n近年来，推行“三定”机制，面积达300亩。\n昌黎镇新民村种果树。昌黎镇办起了市场。"
    assert actors(f"看昌黎如何变了样\n\n{text}", tools) == {"昌黎县"}
    assert actors(f"看昌黎镇如何变了样\n\n{text}", tools) == {"昌黎镇"}
