"""A browser without a network, and pages opened in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Store

from kg.graph.show.render import render
from tests.graph import example
from tests.graph.page.reader import Open

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request


@pytest.fixture(scope="session")
def browser(launch: Callable[[Sequence[str]], Browser]) -> Iterator[Browser]:
    found = launch([])
    yield found
    found.close()


def listen(page: Page, faults: list[str]) -> None:
    """Write down every request beyond the file, every complaint and every dialog."""

    def asked(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            faults.append(request.url)

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(message.text)

    def opened(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    page.on("request", asked)
    page.on("console", said)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", opened)


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page from its file; afterwards nothing may have been asked of the network or complained of."""
    faults: list[str] = []
    contexts = []

    def visit(
        store: Store | None = None, at: str = "", html: str = "", texts: dict[str, str] | None = None, **more: Any
    ) -> Page:
        path = tmp_path / "图.html"
        path.write_text(
            html or render(example.store() if store is None else store, example.TEXTS if texts is None else texts),
            "utf-8",
        )
        settings = {"viewport": {"width": 1360, "height": 860}, "locale": "zh-CN", "offline": True, **more}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        listen(page, faults)
        page.goto(path.as_uri() + at)
        page.wait_for_selector("html[data-ready=true]")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert faults == []
