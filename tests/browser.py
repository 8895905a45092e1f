"""The system's own Chromium out, or the reason why a test goes without it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def launcher() -> Iterator[Callable[[Sequence[str]], Browser]]:
    """What starts a browser, of which there is one a process; without one the test is skipped.

    It fails where KG_REQUIRE_BROWSER=1 says so.
    """
    required = os.environ.get("KG_REQUIRE_BROWSER") == "1"
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        if required:
            raise
        pytest.skip("the browser tests need playwright: pip install playwright")
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        (pytest.fail if required else pytest.skip)(f"none of {', '.join(NAMES)} is on the path")
    with sync_playwright() as playwright:
        yield lambda arguments: playwright.chromium.launch(executable_path=found, args=list(arguments))
