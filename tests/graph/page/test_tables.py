"""The same as tables, and taken away."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest

from kg.graph.store import query
from tests.graph import example
from tests.graph.page.reader import Open, heading

pytestmark = pytest.mark.browser


def test_a_table_is_sorted_and_filtered_with_keys(visit: Open) -> None:
    page = visit(at="#v=figures")
    page.get_by_role("button", name="数值").focus()
    page.keyboard.press("Enter")
    values = page.locator("#tables td:nth-child(4)").all_inner_texts()
    assert values[0] == "126,000" and page.locator("th[aria-sort=descending]").count() == 1
    page.keyboard.press("Enter")
    assert page.locator("#tables td:nth-child(4)").all_inner_texts() == values[::-1]
    page.fill("#filter", "红色")
    assert page.locator("#tables tbody tr").count() == 1
    page.fill("#filter", "无此")
    assert page.locator("#tables .count").inner_text() == "没有符合筛选的行"


def test_a_table_is_narrowed_by_class_document_and_status_and_a_link_keeps_that(visit: Open) -> None:
    page = visit(at="#v=facts")
    rows = page.locator("#tables tbody tr")
    every = rows.count()
    page.select_option("#record", label="石桥区探索“网格议事日”制度")
    assert 0 < rows.count() < every
    page.select_option("#record", "")
    page.select_option("#status", label="否认")
    assert "万家行" in rows.inner_text()
    page.select_option("#status", "")
    page.select_option("#kind", label="位于")
    page.get_by_role("button", name="宾语").click()
    narrowed = rows.all_inner_texts()
    page.reload()
    assert rows.all_inner_texts() == narrowed and 1 < len(narrowed) < every
    page.click("#language")
    assert rows.count() == len(narrowed) and page.locator("#kind option:checked").inner_text() == "Located in"


def test_a_table_is_pasted_as_it_is_copied(visit: Open) -> None:
    page = visit(at="#v=figures&f=红色")
    page.get_by_role("button", name="复制", exact=True).click()
    page.locator("#live", has_text="已复制").wait_for(state="attached")
    page.locator("#search").focus()
    page.keyboard.press("Control+V")
    assert "石桥区" in page.locator("#search").input_value() and "36个" in page.locator("#search").input_value()


@pytest.mark.parametrize("view", ["entities", "facts", "figures"])
def test_the_query_of_a_table_finds_its_rows(visit: Open, view: str) -> None:
    page = visit(at=f"#v={view}")
    count = page.locator("#tables tbody tr").count()
    page.get_by_role("button", name="SPARQL").click()
    assert len(list(query(example.store(), page.locator("#query pre").inner_text()))) == count > 3


def test_the_query_of_the_mechanisms_finds_their_parts_in_order(visit: Open) -> None:
    page = visit(at="#v=mechanisms")
    page.get_by_role("button", name="SPARQL").click()
    rows = list(query(example.store(), page.locator("#query pre").inner_text()))
    parts = [row["part"] for row in rows if row["group"] == "三帮"]
    assert parts == ["帮技术", "帮销路", "帮资金"]


def test_a_screen_reader_is_told_what_each_thing_is(visit: Open) -> None:
    page = visit(at="#v=figures")
    tab = page.get_by_role("tab", name="数据")
    assert tab.get_attribute("aria-selected") == "true"
    panel = page.get_by_role("tabpanel", name="数据")
    assert panel.get_by_role("table", name="数据").get_by_role("rowheader").first.inner_text() == "石桥区"
    assert panel.get_by_role("columnheader", name="数值").get_attribute("aria-sort") == "none"
    tab.focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tabpanel", name="对比").is_visible()


def test_a_row_leads_to_its_thing(visit: Open) -> None:
    page = visit(at="#v=mechanisms")
    page.locator("#tables tbody button", has_text="三帮两带一评").first.focus()
    page.keyboard.press("Enter")
    assert heading(page) == "三帮两带一评" and page.locator("#tables").is_visible()


def test_a_table_goes_into_a_spreadsheet_and_no_cell_is_a_formula(visit: Open) -> None:
    page = visit(example.store('id:坏 a jc:Event ; rdfs:label "=HYPERLINK(1)" .'), at="#v=entities")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载 CSV").click()
    rows = list(csv.reader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    assert rows[0][:2] == ["名称", "类别"] and len(rows) == 23
    assert "'=HYPERLINK(1)" in [row[0] for row in rows]


def test_the_picture_can_be_taken_away(visit: Open) -> None:
    page = visit()
    with page.expect_download() as waiting:
        page.click("#png")
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as waiting:
        page.click("#svg")
    drawn = ElementTree.fromstring(waiting.value.path().read_text("utf-8"))
    titles = {title.text for title in drawn.iter("{http://www.w3.org/2000/svg}title")}
    assert {"云岭县", "𠮷祥茶业有限公司"} <= titles and len(titles) > 18
