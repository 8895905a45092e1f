"""What the graph says of a thing stands with the sentence that says it."""

from __future__ import annotations

import pytest

from tests.graph.page.reader import DENIED, EVENT, Open, heading, search, spot

pytestmark = pytest.mark.browser


def test_a_click_on_a_node_tells_its_facts_with_the_sentence(visit: Open) -> None:
    page = visit()
    where = spot(page, EVENT)
    assert where
    page.mouse.click(where["x"], where["y"])
    assert heading(page) == "万家行"
    assert page.locator("#panel .tag.Denied").inner_text() == "否认"
    marks = page.locator("#panel blockquote").first.locator("mark").all_inner_texts()
    assert "".join(marks) == '云岭县没有参加"万家行"活动'


def test_a_click_on_a_line_tells_of_the_relation(visit: Open) -> None:
    page = visit()
    where = spot(page, DENIED, thin=True)
    assert where
    page.mouse.click(where["x"], where["y"])
    assert heading(page) == "云岭县 参加 万家行" and page.url.count("~") == 2


def test_parts_come_in_order_with_their_count_and_the_sentence_that_lists_them(visit: Open) -> None:
    page = visit()
    search(page, "三帮两带")
    panel = page.locator("#panel")
    assert panel.locator(".sum").all_inner_texts() == ["三帮\n3/3 ✓", "两带\n2/2 ✓", "一评\n1/1 ✓"]
    assert panel.locator("ol.parts").first.locator("li").all_inner_texts() == ["帮技术", "帮销路", "帮资金"]
    marks = panel.locator("blockquote").first.locator("mark").all_inner_texts()
    assert marks == ["帮技术", "帮销路", "帮资金", "党员带农户", "大户带散户", "年底评一次"]


def test_parts_that_the_text_does_not_list_are_not_made_up(visit: Open) -> None:
    page = visit()
    search(page, "四个一")
    assert page.locator("#panel .sum").inner_text() == "四个一\n称 4 项，原文未列"


def test_the_sentence_is_whole_with_subject_and_object_marked_after_characters_beyond_the_first_plane(
    visit: Open,
) -> None:
    page = visit()
    search(page, "何秋生")
    quote = page.locator("#panel blockquote").first
    assert quote.locator("mark").all_inner_texts() == ["何秋生", "被推选为", "松坪村党支部", "书记"]
    assert (
        quote.locator(".subject").inner_text() == "何秋生" and quote.locator(".object").inner_text() == "松坪村党支部"
    )
    assert quote.inner_text().startswith(
        '2019年,何秋生被推选为松坪村党支部书记,在他的带领下,松坪村获评全省"一村一品"示范村。'
    )
    assert page.locator("#panel .tag").all_inner_texts()[:2] == ["2019年起", "职务 书记"]


def test_a_sentence_can_be_read_in_its_paragraph(visit: Open) -> None:
    page = visit()
    search(page, "何秋生")
    quote = page.locator("#panel blockquote").first
    assert "全县茶园面积" not in quote.inner_text()
    quote.get_by_role("button", name="整段").click()
    assert quote.inner_text().startswith("青石镇松坪村地处山区。2019年") and "占87.5%。" in quote.inner_text()


def test_figures_say_what_they_agree_with(visit: Open) -> None:
    page = visit()
    search(page, "ylx")
    figure = page.locator("details.fact", has_text="党小组占比")
    figure.click()
    assert (
        "87.5%" in figure.inner_text()
        and "42 ÷ 48 = 87.5%" in figure.inner_text()
        and "与另一数据相符" in figure.inner_text()
    )


def test_the_text_opens_at_the_passage_and_a_name_in_it_leads_to_its_node(visit: Open) -> None:
    page = visit()
    search(page, "三帮两带")
    page.locator("#panel .parts button").nth(1).click()
    assert page.locator("#article mark").inner_text() == "帮销路" and "v=text" in page.url
    page.locator("#article .mention", has_text="何秋生").first.click()
    assert heading(page) == "何秋生"
    assert page.locator("#article .mention.chosen").first.inner_text() == "何秋生"


def test_a_newcomer_finds_the_parts_and_where_the_paper_says_so_in_three_actions(visit: Open) -> None:
    page = visit()
    page.fill("#search", "三帮两带")  # one
    page.keyboard.press("Enter")  # two
    told = page.locator("#panel").inner_text()
    assert all(part in told for part in ("帮技术", "大户带散户", "年底评一次")) and "近年来,云岭县推行" in told
