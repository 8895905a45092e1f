"""Neighbours, ways, filters, and two things beside each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg.graph.store import query
from tests.graph import example
from tests.graph.page.reader import EVENT, MECHANISM, Open, address, heading, search, spot
from tests.graph.test_network import crowd

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_neighbours_alone_can_be_seen(visit: Open) -> None:
    page = visit()
    search(page, "松坪村党")
    assert spot(page, "#8a5626")  # somebody is drawn at all
    page.get_by_role("button", name="只看邻居").click()
    assert spot(page, MECHANISM) is None and "s=1" in page.url
    page.get_by_role("button", name="两步之内").click()
    assert "s=2" in page.url
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("s=1$"))
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("[^=]{9}$"))
    assert address(page) == "n=云岭县-青石镇-松坪村-组织-党支部"


@pytest.mark.slow
def test_a_thing_can_be_hidden_and_brought_back(visit: Open) -> None:
    page = visit()
    search(page, "万家行")
    assert spot(page, EVENT)
    page.get_by_role("button", name="隐藏", exact=True).click()
    assert spot(page, EVENT) is None and address(page) == "h=云岭县-活动-万家行"
    assert page.locator("#panel h2").count() == 0
    page.reload()
    assert spot(page, EVENT) is None
    page.get_by_role("button", name="恢复 万家行").click()
    assert spot(page, EVENT)
    search(page, "万家行")
    page.keyboard.press("Delete")
    assert spot(page, EVENT) is None
    page.get_by_role("button", name="恢复隐藏的 1 个").click()
    assert spot(page, EVENT) and "h=" not in page.url


@pytest.mark.slow
def test_one_class_alone_is_seen_at_a_click_and_all_again_at_another(visit: Open) -> None:
    page = visit()
    assert spot(page, EVENT) and spot(page, MECHANISM)
    page.locator("#legend .row", has_text="机制").hover()
    page.get_by_role("button", name="仅 机制").click()
    assert spot(page, EVENT) is None and spot(page, MECHANISM)
    page.get_by_role("button", name="仅 机制").click()
    assert spot(page, EVENT) and "off=" not in page.url
    page.go_back()
    assert spot(page, EVENT) is None


def test_of_a_large_graph_the_core_is_drawn_and_the_rest_opened(visit: Open) -> None:
    page = visit(crowd(3500), texts={})
    assert "3500" in page.locator("#notice").inner_text()
    search(page, "3499")
    assert heading(page).endswith("3499")
    search(page, "ylx")
    more = page.get_by_role("button", name="展开邻居")
    if more.count():
        more.click()
        assert more.count() == 0


def test_the_way_between_two_things_is_told_step_by_step(visit: Open) -> None:
    page = visit()
    search(page, "何秋生")
    page.get_by_role("button", name="路径").click()
    page.keyboard.type("三帮")
    page.keyboard.press("Enter")
    assert heading(page) == "何秋生 ⋯ 三帮两带一评"
    steps = [step.split("\n")[0] for step in page.locator("#panel summary").all_inner_texts()]
    assert steps[0].startswith("何秋生 任职于 松坪村党支部") and steps[-1].startswith("云岭县 推行 三帮两带一评")
    page.reload()
    assert heading(page) == "何秋生 ⋯ 三帮两带一评"
    page.keyboard.press("Escape")
    assert heading(page) == "何秋生"


def test_things_are_filtered_by_document_and_by_period(visit: Open) -> None:
    page = visit()
    page.locator("#legend").get_by_role("checkbox", name="石桥区探索").uncheck()
    assert "off=d:doc-shiqiao" in page.url
    assert page.evaluate("document.querySelectorAll('#legend input:not(:checked)').length") == 1
    page.locator("#legend").get_by_role("checkbox", name="2019年起").uncheck()
    assert "p:2019/" in page.url
    page.locator("#legend").get_by_role("button", name="全部", exact=True).click()
    assert "off=" not in page.url


def test_the_query_behind_a_thing_finds_the_same_facts(visit: Open) -> None:
    page = visit()
    search(page, "松坪村党")
    page.locator("#panel").get_by_role("button", name="SPARQL").click()
    rows = list(query(example.store(), page.locator("#query pre").inner_text()))
    assert len(rows) == page.locator("#panel details.fact").count() == 2
    page.keyboard.press("Escape")
    assert heading(page) == "松坪村党支部" and not page.locator("#query").is_visible()


def lines(page: Page) -> int:
    """How many relations the picture draws."""
    with page.expect_download() as waiting:
        page.click("#svg")
    return waiting.value.path().read_text("utf-8").count("<line ")


@pytest.mark.parametrize("at", [
    "", "#off=Event", "#off=Organization", "#off=r:locatedIn,s:Planned", "#off=d:doc-shiqiao", "#off=p:2019/",
    "#h=云岭县", "#off=s:Stated", "#n=云岭县-青石镇&s=1",
])  # fmt: skip
def test_the_query_of_the_picture_finds_what_is_drawn(visit: Open, at: str) -> None:
    page = visit(at=at)
    drawn = lines(page)
    page.click("#sparql")
    rows = list(query(example.store(), page.locator("#query pre").inner_text()))
    assert drawn > 0 and len(rows) == drawn


@pytest.mark.slow
def test_the_query_of_a_way_and_of_a_line_finds_its_facts(visit: Open) -> None:
    page = visit(at="#n=云岭县-青石镇-松坪村-人-何秋生&t=云岭县-机制-三帮两带一评")
    steps = page.locator("#panel details.fact").count()
    page.click("#sparql")
    assert len(list(query(example.store(), page.locator("#query pre").inner_text()))) == steps > 2
    page = visit(at="#e=云岭县~participatesIn~云岭县-活动-万家行")
    page.click("#sparql")
    [row] = query(example.store(), page.locator("#query pre").inner_text())
    assert row["quotation"] == '云岭县没有参加"万家行"活动'


def test_a_link_is_copied_or_at_least_said_to_be(visit: Open) -> None:
    page = visit()
    search(page, "三帮")
    page.get_by_role("button", name="复制链接").click()
    page.locator("#live", has_text=re.compile("^已复制$")).wait_for(state="attached")


def test_on_a_wide_screen_the_text_stands_beside_the_graph(visit: Open) -> None:
    page = visit(at="#v=text")
    assert page.locator("#stage").is_visible() and page.locator("#article").is_visible()
    page.set_viewport_size({"width": 700, "height": 800})
    page.reload()
    assert not page.locator("#stage").is_visible() and page.locator("#article").is_visible()


def test_two_reports_are_compared_part_by_part_and_figure_by_figure(visit: Open) -> None:
    extra = """
        id:石桥区-机制-三帮两带一评 a jc:Mechanism ; rdfs:label "三帮两带一评" ; jc:hasPart id:doc-shiqiao-三帮 ;
            prov:wasDerivedFrom id:doc-shiqiao-0-3 .
        id:doc-shiqiao-三帮 a jc:Part ; rdfs:label "三帮" ; jc:statedCount 3 ; jc:position 1 ;
            prov:wasDerivedFrom id:doc-shiqiao-0-3 .
        id:doc-shiqiao-0-3 a jc:Passage ; dcterms:isPartOf id:doc-shiqiao ; oa:start 0 ; oa:end 3 .
        id:obs-9 a jc:Observation ; jc:observationOf id:石桥区 ; jc:indicator "网格" ; jc:quantityText "60个" ;
            prov:wasDerivedFrom id:doc-shiqiao-0-3 .
    """
    page = visit(example.store(extra))
    page.click("#view-compare")
    assert page.locator("#compare select").first.input_value() == "doc-shiqiao"
    shared = page.locator("#compare tr", has=page.locator("th[scope=row]", has_text="三帮")).all_inner_texts()
    assert [cell.strip() for cell in shared[1].split("\t")[1:]] == ["三帮\n称 3 项，原文未列", "三帮\n3/3 ✓"]
    assert shared[2].split("\t") == ["三帮 1", "—", "帮技术"]
    figure = page.locator("#compare tr", has=page.locator("th[scope=row]", has_text="网格"))
    assert "48个" in figure.inner_text() and "60个" in figure.inner_text()
    page.locator("#compare select").first.select_option("doc-yunling")
    assert "c=doc-yunling" in page.url


def test_the_reports_that_have_most_in_common_are_compared_first(visit: Open) -> None:
    extra = """
        id:doc-a a jc:Document ; dcterms:title "甲" . id:doc-z a jc:Document ; dcterms:title "乙" .
        id:doc-a-0-1 a jc:Passage ; dcterms:isPartOf id:doc-a ; oa:start 0 ; oa:end 1 .
        id:doc-z-0-1 a jc:Passage ; dcterms:isPartOf id:doc-z ; oa:start 0 ; oa:end 1 .
        id:新-机制-网格议事日 a jc:Mechanism ; rdfs:label "网格议事日" ; prov:wasDerivedFrom id:doc-z-0-1 .
    """
    page = visit(example.store(extra), at="#v=compare")
    chosen = [page.locator("#compare select").nth(i).input_value() for i in (0, 1)]
    assert chosen == ["doc-shiqiao", "doc-z"]
