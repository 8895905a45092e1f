"""One body by two names: which name is the full one, and which names mean two bodies."""

from __future__ import annotations

import pytest

from kg.model import Form, Mention, Span
from kg.resolve.aliases import full_names


def body(kind: str, name: str, place: str = "") -> Mention:
    """A body that begins with the name of a place, or with the word for a level."""
    form = Form.ANAPHOR if len(place) == 1 else Form.PROPER
    inside = (Mention(Span(0, len(place)), "County", "test", place, form),) if place else ()
    return Mention(Span(0, len(name)), kind, "test", name, Form.PROPER, None, inside)


@pytest.mark.parametrize(
    ("kind", "short", "full", "place"),
    [
        ("Enterprise", "县文旅集团", "云岭县文旅集团", "云岭县"),
        ("Enterprise", "文旅集团", "云岭县文旅集团", "云岭县"),
        ("PartyOrganization", "南龚居民区党总支", "程家桥街道南龚居民区党总支", "程家桥街道"),
    ],
)
def test_a_body_without_its_place_is_the_one_that_the_text_names_with_it(
    kind: str, short: str, full: str, place: str
) -> None:
    level = "县" if short.startswith("县") else ""
    assert full_names([body(kind, full, place), body(kind, short, level)])[short].name == full


def test_a_branch_of_any_place_is_not_the_branch_of_one() -> None:
    two = [body("PartyOrganization", "石桥村联合党支部", "石桥村"), body("PartyOrganization", "联合党支部")]
    assert full_names(two) == {}
