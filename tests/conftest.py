"""What many tests need and what takes a moment to load; loaded when a test asks, so that one stage is tested alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from kg.corpus import Corpus
    from kg.pipeline import Tools


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[[Sequence[str]], Browser]]:
    """Starts the system's Chromium with these arguments."""
    from tests.browser import launcher

    with launcher() as start:
        yield start


@pytest.fixture(scope="session")
def tools() -> Tools:
    from kg.pipeline import load_tools

    return load_tools()


@pytest.fixture(scope="session")
def seeds(tools: Tools) -> Corpus:
    """The two pages of seeds/, understood."""
    from kg.corpus import read_corpus
    from tests.command import SEEDS

    return read_corpus([SEEDS], tools)
