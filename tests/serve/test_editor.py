"""The editor and the pages in a browser that has no network but this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.serve.serving import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request, Route

pytestmark = pytest.mark.browser


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What was asked of elsewhere, or complained of; at the end there may be nothing that a test did not expect."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def page(served: Served, faults: list[str], launch: Callable[[Sequence[str]], Browser]) -> Iterator[Page]:
    """A page that reaches this server and nothing else."""

    def only_here(route: Route, request: Request) -> None:
        if request.url.startswith((served.url, "data:")):
            route.continue_()
        else:
            faults.append(request.url)
            route.abort()

    def dismiss(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    # Names of elsewhere lead nowhere.
    browser = launch(["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"])
    context = browser.new_context(viewport={"width": 1360, "height": 900}, locale="zh-CN")
    context.route("**/*", only_here)
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    opened.on("console", lambda said: faults.extend([said.text] if said.type in ("error", "warning") else []))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("dialog", dismiss)
    yield opened
    browser.close()


def edit(page: Page, served: Served, query: str = "") -> None:
    page.goto(f"{served.url}sparql{query}")
    page.wait_for_selector("html[data-ready=true]")


def cells(page: Page) -> list[str]:
    page.wait_for_selector(".yasr .dataTable tbody td")
    return page.locator(".yasr .dataTable tbody td").all_inner_texts()


def run(page: Page) -> None:
    page.locator(".tabPanel.active .yasqe_queryButton").click()


def test_the_example_runs(page: Page, served: Served) -> None:
    edit(page, served)
    run(page)
    assert any("三联四会六带头" in cell for cell in cells(page))


def test_a_named_question_asks_for_what_it_needs(page: Page, served: Served) -> None:
    edit(page, served)
    page.select_option("#question", "mechanism-parts")
    page.fill("#needs input[name=mechanism]", "四联")
    page.click("#named button")
    found = cells(page)
    assert any("园丁联生" in cell for cell in found) and not any("六带头" in cell for cell in found)


def test_a_question_that_needs_nothing_is_asked_at_once(page: Page, served: Served) -> None:
    edit(page, served)
    page.select_option("#question", "planned")
    assert cells(page)


def test_a_quotation_mark_stays_in_its_place(page: Page, served: Served) -> None:
    edit(page, served)
    page.select_option("#question", "mechanism-parts")
    page.fill("#needs input[name=mechanism]", '四联"@zh-Hans) } #\\')
    page.click("#named button")
    page.wait_for_selector(".yasr_response_chip")
    assert "0 results" in page.inner_text(".yasr_header")


def test_a_link_brings_its_query_and_does_not_run_it(page: Page, served: Served) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    edit(page, served, "?query=" + quote("SELECT ?县 { ?县 a jc:County }"))
    assert "?县 a jc:County" in page.inner_text(".tabPanel.active .CodeMirror")
    assert "POST" not in asked
    run(page)
    assert len([cell for cell in cells(page) if "县" in cell]) == 2


def test_a_name_in_a_table_leads_to_its_page_here(page: Page, served: Served) -> None:
    edit(page, served, "?query=" + quote("SELECT ?x { ?x a jc:County }"))
    run(page)
    cells(page)
    with page.context.expect_page() as opened:
        page.locator(".yasr a.iri").first.click()
    there = opened.value
    there.wait_for_selector("h1")
    assert "/id/" in there.url and "县" in there.inner_text("h1")


def test_a_mistake_is_shown_with_its_place(page: Page, served: Served, faults: list[str]) -> None:
    edit(page, served, "?query=" + quote("SELECT * { SERVICE <x:y> { } }"))
    with page.expect_response("**/sparql") as answered:
        run(page)
    assert answered.value.status == 403
    page.wait_for_selector(".errorResult")
    assert "'SERVICE' is not allowed" in page.inner_text(".errorResult")
    (said,) = faults
    assert "403" in said
    faults.clear()


def test_what_a_literal_says_is_not_run(page: Page, served: Served, faults: list[str]) -> None:
    edit(page, served, "?query=" + quote('SELECT ?x { BIND("<img src=x onerror=alert(1)>" AS ?x) }'))
    run(page)
    assert any("onerror" in cell for cell in cells(page))
    assert page.locator(".yasr td img").count() == 0
    page.wait_for_timeout(300)
    # A widget of the editor makes an element of it aside, where our policy lets no script run.
    assert all("Content Security Policy" in said for said in faults), "a dialog, or a request"
    faults.clear()


def test_the_page_of_a_thing_can_be_read(page: Page, served: Served) -> None:
    page.goto(f"{served.url}id/寻乌县")
    assert page.inner_text("h1") == "寻乌县"
    assert page.locator("#fact q").count() > 20
    page.click("#own a:has-text('三联四会六带头')")
    page.wait_for_url("**/id/*%E4%B8%89%E8%81%94*")
    assert page.inner_text("h1") == "三联四会六带头"
