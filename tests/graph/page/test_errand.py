"""What a newcomer wants to know of the reports in seeds/, and how much must be done for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.graph.show.render import render
from kg.graph.store import Graph
from tests.graph.page.reader import Open, heading

if TYPE_CHECKING:
    from kg.corpus import Corpus

pytestmark = pytest.mark.browser


@pytest.mark.slow
@pytest.mark.parametrize("words", ["四个一", "寻乌四个一", "寻乌 sigeyi", "xunwu sgy"])
def test_which_parts_a_mechanism_has_and_where_the_paper_says_so_takes_three_actions(
    visit: Open, seeds: Corpus, words: str
) -> None:
    page = visit(html=render(Graph.from_lines(seeds.lines).store, seeds.texts))
    page.fill("#search", words)  # one
    page.keyboard.press("Enter")  # two
    assert heading(page) == "四个一"
    parts = page.locator("#panel ol.parts li").all_inner_texts()
    assert parts == ["1名县级领导班子成员联村", "1名乡镇领导班子成员包村", "1名第一书记驻村", "1个县级以上机关单位结对"]
    assert "4/4 ✓" in page.locator("#panel").inner_text() and "寻乌县" in page.locator("#panel").inner_text()
    assert "该县常态化开展软弱涣散基层党组织排查整顿" in page.locator("#panel blockquote").first.inner_text()
    page.locator("#panel ol.parts button").first.click()  # three: in the paper itself
    assert page.locator("#article mark").inner_text() == parts[0]
