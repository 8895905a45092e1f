"""One body by two names: which name is the full one, and which names mean two bodies."""

from __future__ import annotations

from dataclasses import replace

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


def test_a_post_is_the_one_that_the_text_names_behind_its_bureau() -> None:
    bureau = body("GovernmentBody", "云岭县公安局")
    full = replace(body("GovernmentBody", "云岭县公安局定柳街派出所"), inside=(bureau,))
    assert full_names([full, body("GovernmentBody", "定柳街派出所")])["定柳街派出所"].name == full.name
    assert full_names([full, body("GovernmentBody", "柳街派出所"), body("GovernmentBody", "青石派出所")]) == {}


def test_an_office_is_the_same_by_its_short_name() -> None:
    full = body("Institution", "云岭省农业科学院", "云岭省")
    assert full_names([full, body("Institution", "云岭省农科院", "云岭省")])["云岭省农科院"].name == full.name
    assert full_names([full, body("Institution", "青石省农科院", "青石省")]) == {}


def test_a_villages_co_operative_is_the_only_one_that_the_text_names_there() -> None:
    full, short = body("Association", "石桥村养殖合作社", "石桥村"), body("Association", "石桥村合作社", "石桥村")
    assert full_names([full, short])["石桥村合作社"].name == full.name
    other = body("Association", "石桥村茶叶合作社", "石桥村")
    assert full_names([full, other, short]) == {}
    assert full_names([full, body("Association", "大柘村合作社", "大柘村")]) == {}


def test_a_court_is_the_same_with_the_people_in_its_name_and_without() -> None:
    full = body("GovernmentBody", "石桥镇人民法庭", "石桥镇")
    assert full_names([full, body("GovernmentBody", "石桥镇法庭", "石桥镇")])["石桥镇法庭"].name == full.name
    assert full_names([full, body("GovernmentBody", "青石镇法庭", "青石镇")]) == {}


def test_a_branch_of_any_place_is_not_the_branch_of_one() -> None:
    two = [body("PartyOrganization", "石桥村联合党支部", "石桥村"), body("PartyOrganization", "联合党支部")]
    assert full_names(two) == {}


def test_an_event_by_its_last_word_is_the_only_one_that_the_text_names_so() -> None:
    full, short = body("Event", "云岭县脐橙采摘节", "云岭县"), body("Event", "采摘节")
    assert full_names([full, short])["采摘节"].name == full.name
    assert full_names([full, body("Event", "柑橘采摘节"), short]).get("采摘节") is None
