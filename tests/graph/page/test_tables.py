"""The same as tables, and taken away."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest

from tests.graph import example
from tests.graph.page.reader import Open, heading

pytestmark = pytest.mark.browser


def test_a_table_is_sorted_and_filtered_with_keys(visit: Open) -> None:
    page = visit(at="#v=figures")
    page.get_by_role("button", name="数值").focus()
    page.keyboard.press("Enter")
    values = page.locator("#tables td:nth-child(4)").all_inner_texts()
    assert values[0] == "126000" and page.locator("th[aria-sort=descending]").count() == 1
    page.keyboard.press("Enter")
    assert page.locator("#tables td:nth-child(4)").all_inner_texts() == values[::-1]
    page.fill("#filter", "红色")
    assert page.locator("#tables tbody tr").count() == 1
    page.fill("#filter", "无此")
    assert page.locator("#tables .count").inner_text() == "没有符合筛选的行"


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
