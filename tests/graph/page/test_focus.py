"""Neighbours, ways, filters, and two things beside each other."""

from __future__ import annotations

import re

import pytest

from kg.graph.store import query
from tests.graph import example
from tests.graph.page.reader import MECHANISM, Open, heading, search, spot
from tests.graph.test_network import crowd

pytestmark = pytest.mark.browser


def test_neighbours_alone_can_be_seen(visit: Open) -> None:
    page = visit()
    search(page, "松坪村党")
    assert spot(page, "#8a5626")  # somebody is drawn at all
    page.get_by_role("button", name="只看邻居").click()
    assert spot(page, MECHANISM) is None and "s=1" in page.url
    page.get_by_role("button", name="两步之内").click()
    page.keyboard.press("Escape")
    assert "s=" not in page.url.split("#")[1]


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
    page.locator("#legend").get_by_label("石桥区探索").uncheck()
    assert "off=d:doc-shiqiao" in page.url
    assert page.evaluate("document.querySelectorAll('#legend input:not(:checked)').length") == 1
    page.locator("#legend").get_by_label("2019年起").uncheck()
    assert "p:2019/" in page.url
    page.locator("#legend").get_by_role("button", name="全部").click()
    assert "off=" not in page.url


def test_the_query_behind_a_thing_finds_the_same_facts(visit: Open) -> None:
    page = visit()
    search(page, "松坪村党")
    page.get_by_role("button", name="SPARQL").click()
    rows = list(query(example.store(), page.locator("#panel pre").inner_text()))
    assert len(rows) == page.locator("#panel details.fact").count() == 2


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
    shared = page.locator("#compare tr", has=page.locator("th", has_text="三帮两带一评"))
    assert "3/3 ✓" in shared.inner_text() and "称 3 项，原文未列" in shared.inner_text()
    figure = page.locator("#compare tr", has=page.locator("th[scope=row]", has_text="网格"))
    assert "48个" in figure.inner_text() and "60个" in figure.inner_text()
    page.locator("#compare select").first.select_option("doc-yunling")
    assert "c=doc-yunling" in page.url
