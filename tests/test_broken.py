"""What a page says broken or printed is what it says clean."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from kg.model import Knowledge, Source
from kg.pipeline import Tools, understand
from kg.read.files.pdf_file import read as read_pdf
from tests.read.printed import column, in_columns, printed
from tests.read.reading import ARTICLES, broken, look_alikes

Said = frozenset[tuple[str, ...]]
MISREAD = 0.002


def said(text: str, tools: Tools) -> Said:
    """The facts and observations of a text; the id of its document is that of all."""
    known = understand(Source("报.txt", text, "0" * 64, "utf-8"), tools)
    return frozenset([*_facts(known), *_observations(known)])


def _facts(known: Knowledge) -> Iterable[tuple[str, ...]]:
    for fact in known.facts:
        yield fact.subject, fact.predicate, fact.object
    for story in known.stories:
        for person, role, _ in story.credits:
            yield "document", "creator", person, role


def _observations(known: Knowledge) -> Iterable[tuple[str, ...]]:
    for one in known.observations:
        value = one.value
        yield (
            one.subject, one.indicator, str(value.number), str(value.lower), str(value.upper), value.unit,
            value.comparator.value, one.period, str(one.before),
        )  # fmt: skip


@dataclass
class Score:
    """How much of what was said clean is said again, and how much that was not."""

    kept: int = 0
    lost: int = 0
    new: int = 0

    def add(self, clean: Said, other: Said) -> None:
        self.kept += len(clean & other)
        self.lost += len(clean - other)
        self.new += len(other - clean)

    @property
    def f1(self) -> float:
        return 2 * self.kept / (2 * self.kept + self.lost + self.new)

    @property
    def invented(self) -> float:
        return self.new / (self.kept + self.new)


def misread(text: str, seed: int) -> str:
    """A few characters taken for others that look alike."""
    dice, alike = random.Random(seed), look_alikes().near
    return "".join(dice.choice(alike[char]) if char in alike and dice.random() < MISREAD else char for char in text)


@pytest.mark.slow
def test_broken_pages_say_what_clean_ones_say(tools: Tools) -> None:
    score = Score()
    for path in ARTICLES:
        text = path.read_text("utf-8")
        clean = said(text, tools)
        for seed in range(1, 11):
            score.add(clean, said(misread(broken(text, seed), seed), tools))
    assert score.kept > 2000
    assert score.f1 >= 0.95, score
    assert score.invented <= 0.02, score


@pytest.mark.parametrize("count", [1, 2, 3])
def test_printed_pages_say_what_clean_ones_say(count: int, tools: Tools) -> None:
    score = Score()
    for path in ARTICLES[:5]:
        text = path.read_text("utf-8")
        title, *rest = [line for line in text.splitlines() if line]
        page = in_columns(column(rest, 48 // count), count, width=500 / count - 20, top=80, size=9)
        pdf = printed([(60, 30, 24, title), *page])
        score.add(said(text, tools), said(read_pdf(pdf).text, tools))
    assert score.kept > 100
    assert score.lost == score.new == 0, score
