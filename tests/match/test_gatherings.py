"""Meetings and contests of which a place is the host: what is its own, and what only takes place there."""

from __future__ import annotations

import pytest

from kg.model import Source
from kg.pipeline import Tools, find_all, read
from kg.read.page.sentences import sentences

HOSTED = [
    ("全省河长制工作推进会在江西省石城县召开。", ["locatedIn"], "the province's own"),
    ("第三届世界茶艺大会在江西省石城县举行。", ["locatedIn"], "the world's"),
    ("江西省赣州市农业产业发展大会在石城县召开。", ["locatedIn"], "the city's, by its name"),
    ("第六届桃花节在江西省石城县开幕。", ["implements", "locatedIn"], "the county's own"),
]


@pytest.mark.parametrize(("text", "said", "why"), HOSTED, ids=[row[2] for row in HOSTED])
def test_a_place_carries_out_what_is_its_own_and_no_larger_ones(
    tools: Tools, text: str, said: list[str], why: str
) -> None:
    document = read(Source("报纸", text, "0" * 64, "utf-8"), tools)
    found = find_all(document, sentences(document), tools)
    assert (
        sorted({c.predicate for c in found.claims if "Event" in (c.object.type, c.subject and c.subject.type)}) == said
    )
