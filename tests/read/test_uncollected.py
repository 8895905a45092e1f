"""The collector of cycles pauses while a text is read, and never longer."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from kg.read.page.uncollected import Uncollected
from tests.read.reading import ARTICLES, Untouched, broken, dictionary, read

TORN = broken(ARTICLES[0].read_text(encoding="utf-8"), 1)


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    before = gc.isenabled()
    gc.enable()
    yield
    if not before:
        gc.disable()


def test_after_reading_the_collector_works_as_before() -> None:
    read(TORN, words=dictionary())
    assert gc.isenabled()
    gc.disable()
    read(TORN, words=dictionary())
    assert not gc.isenabled()
    gc.enable()


def test_a_failure_does_not_leave_it_off() -> None:
    with pytest.raises(AssertionError):
        read(TORN, words=Untouched())
    assert gc.isenabled()


def test_of_two_pauses_the_longer_holds() -> None:
    with Uncollected():
        with Uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
