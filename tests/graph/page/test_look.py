"""The picture, its legend, its words and colours."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pyoxigraph import Store

from tests.graph.page.reader import EVENT, MECHANISM, Open, search, spot
from tests.graph.test_network import crowd

pytestmark = pytest.mark.browser


def test_a_store_with_nothing_in_it_makes_a_page(visit: Open) -> None:
    page = visit(Store(), texts={}, at="#v=compare&p=x")
    assert page.locator("#views button").all_inner_texts() == ["关系图"]
    assert "0 个实体" in page.locator("#panel").inner_text()


def test_the_picture_shows_classes_in_their_colours_and_the_panel_what_there_is(visit: Open) -> None:
    page = visit()
    assert spot(page, MECHANISM) and spot(page, EVENT)
    told = page.locator("#panel").inner_text()
    assert "2 篇报道" in told and "三帮 3/3 ✓" in told
    assert page.locator("#legend label", has_text="机制").first.inner_text().split() == ["机制", "3"]


def test_the_legend_switches_classes_and_relations(visit: Open) -> None:
    page = visit()
    assert spot(page, EVENT)
    page.get_by_role("checkbox", name="活动").uncheck()
    assert spot(page, EVENT) is None and "off=Event" in page.url
    page.reload()
    assert spot(page, EVENT) is None
    page.get_by_role("checkbox", name="活动").check()
    assert spot(page, EVENT)
    page.get_by_role("checkbox", name="否认").uncheck()
    assert spot(page, EVENT) and "off=s:Denied" in page.url


@pytest.mark.parametrize("width", [390, 1360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_nothing_sticks_out_at_the_side(visit: Open, width: int, scheme: str, locale: str) -> None:
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    for view in ("graph", "facts", "text"):
        page.click(f"#view-{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.dataset.theme") == scheme


def test_words_and_colours_change_at_a_click_and_are_remembered(visit: Open) -> None:
    page = visit()
    page.click("#language")
    assert (
        page.locator("#view-facts").inner_text().startswith("Facts")
        and page.evaluate("document.documentElement.lang") == "en"
    )
    assert "Mechanism" in page.locator("#legend").inner_text()
    page.click("#theme")
    page.reload()
    assert page.locator("#view-facts").inner_text().startswith("Facts")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("shot", ["zh-light-wide", "zh-dark-wide", "en-light-narrow", "en-dark-wide"])
def test_the_page_can_be_looked_at(visit: Open, shot: str, tmp_path: Path) -> None:
    """With KG_SCREENSHOTS=folder the pictures stay there for people."""
    language, scheme, width = shot.split("-")
    size = {"width": 1440, "height": 900} if width == "wide" else {"width": 390, "height": 844}
    locale = {"zh": "zh-CN", "en": "en-GB"}[language]
    page = visit(viewport=size, locale=locale, color_scheme=scheme)
    search(page, "三帮两带")
    page.wait_for_timeout(500)
    path = Path(os.environ.get("KG_SCREENSHOTS", tmp_path)) / f"{shot}.png"
    page.screenshot(path=path)
    assert path.stat().st_size > 20_000


def test_on_paper_the_page_is_light_and_the_picture_a_drawing_and_afterwards_all_is_as_before(visit: Open) -> None:
    page = visit(color_scheme="dark")
    search(page, "三帮两带")
    theme = "document.documentElement.dataset.theme"
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(theme) == "light"
    assert page.locator("#paper svg text", has_text="三帮两带一评").is_visible()
    assert page.locator("#panel ol.parts").first.is_visible()
    for hidden in ("#picture", "#search", "#legend", "#controls", "#panel .acts"):
        assert not page.locator(hidden).is_visible(), hidden
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(theme) == "dark" and page.locator("#paper").count() == 0
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.slow
@pytest.mark.parametrize(("count", "seconds"), [(500, 1.5), (5000, 3)])
def test_a_picture_is_there_at_once(visit: Open, count: int, seconds: float) -> None:
    page = visit(crowd(count), texts={})
    page.reload()
    page.wait_for_function("performance.getEntriesByName('ready').length")
    ready = "performance.getEntriesByName('ready')[0].startTime"
    assert page.evaluate(ready) / 1000 < seconds
