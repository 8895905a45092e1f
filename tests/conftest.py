"""What many tests need and what takes a moment to load; loaded when a test asks, so that one stage is tested alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kg.corpus import Corpus
    from kg.pipeline import Tools


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
