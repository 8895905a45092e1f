"""A thing is found, its neighbours are walked, and a link leads back to it."""

from __future__ import annotations

import pytest

from tests.graph import example
from tests.graph.page.reader import Open, heading, search

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("三帮", "三帮两带一评"),
        ("ylx", "云岭县"),
        ("yunlingxian", "云岭县"),
        ("sanbangld", "三帮两带一评"),
        ("songp", "松坪村"),
        ("云岭 三帮", "三帮两带一评"),
        ("石桥 sgy", "四个一"),
        ("云岭县三帮两带", "三帮两带一评"),
        ("云岭的三帮", "三帮两带一评"),
        ("云领", "云岭县"),
        ("青石镇松坪", "松坪村"),
        ("hqs", "何秋生"),
        ("𠮷祥", "𠮷祥茶业有限公司"),
    ],
)
def test_a_thing_is_found_by_name_alias_slip_pinyin_initials_and_place(visit: Open, words: str, name: str) -> None:
    page = visit()
    search(page, words)
    assert heading(page) == name


@pytest.mark.slow
def test_initials_are_right_for_the_characters_people_use(visit: Open) -> None:
    # The first level of GB 2312 stands in the order of pinyin: where each letter begins in it is the standard's.
    begins = {0xB0A1: "a", 0xB0C5: "b", 0xB2C1: "c", 0xB4EE: "d", 0xB6EA: "e", 0xB7A2: "f", 0xB8C1: "g", 0xB9FE: "h",
              0xBBF7: "j", 0xBFA6: "k", 0xC0AC: "l", 0xC2E8: "m", 0xC4C3: "n", 0xC5B6: "o", 0xC5BE: "p", 0xC6DA: "q",
              0xC8BB: "r", 0xC8F6: "s", 0xCBFA: "t", 0xCDDA: "w", 0xCEF4: "x", 0xD1B9: "y", 0xD4D1: "z"}  # fmt: skip
    codes = [code for code in range(0xB0A1, 0xD7FA) if code & 255 >= 0xA1 and code & 255 != 0xFF]
    letters = {code: begins[max(start for start in begins if start <= code)] for code in codes}
    lines = []
    for code in codes[::25]:
        char = code.to_bytes(2, "big").decode("gb2312")
        lines.append(f'id:{char} a jc:Event ; rdfs:label "{char}7{code}" .')
    page = visit(example.store("\n".join(lines)))
    right = 0
    for code in codes[::25]:
        page.fill("#search", f"{letters[code]}7{code}")
        right += page.locator("#results li[aria-disabled]").count() == 0
    assert right >= 0.98 * len(codes[::25])


def test_what_is_not_there_is_said_not_to_be(visit: Open) -> None:
    page = visit()
    page.fill("#search", "海王星")
    assert "没有找到“海王星”" in page.locator("#results").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").count() == 0


def test_arrows_choose_a_result_and_walk_the_neighbours_and_escape_goes_back(visit: Open) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("松坪")
    page.keyboard.press("ArrowDown")
    second = page.locator("#results li[aria-selected=true]").inner_text()
    page.keyboard.press("Enter")
    assert second.startswith(heading(page))
    search(page, "三帮")
    page.keyboard.press("ArrowDown")
    assert heading(page) == "云岭县"
    page.keyboard.press("Escape")
    assert heading(page) == "三帮两带一评"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").count() == 0


def test_things_of_one_name_are_told_apart_by_class_and_place(visit: Open) -> None:
    page = visit(example.store('id:石桥区-机制-三帮两带一评 a jc:Mechanism ; rdfs:label "三帮两带一评" ; '
                               "prov:wasDerivedFrom id:doc-shiqiao-0-3 . "
                               "id:doc-shiqiao-0-3 a jc:Passage ; dcterms:isPartOf id:doc-shiqiao ; "
                               "oa:start 0 ; oa:end 3 ."))  # fmt: skip
    page.fill("#search", "三帮两带")
    assert page.locator("#results .why").all_inner_texts() == ["机制 · 云岭县", "机制 · 石桥区"]
    page.fill("#search", "石桥 三帮两带")
    assert page.locator("#results .why").all_inner_texts() == ["机制 · 石桥区"]


def test_buttons_lead_back_and_forward(visit: Open) -> None:
    page = visit()
    back, forward = page.get_by_role("button", name="后退"), page.get_by_role("button", name="前进")
    assert back.is_disabled() and forward.is_disabled()
    search(page, "三帮")
    search(page, "松坪村党")
    back.click()
    page.locator("#panel h2", has_text="三帮两带一评").wait_for()
    forward.click()
    page.locator("#panel h2", has_text="松坪村党支部").wait_for()
    assert forward.is_disabled()
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Back").click()
    page.locator("#panel h2", has_text="三帮两带一评").wait_for()


def test_back_and_forward_restore_what_was_seen(visit: Open) -> None:
    page = visit()
    search(page, "三帮")
    search(page, "松坪村党")
    page.go_back()
    assert heading(page) == "三帮两带一评"
    page.go_forward()
    assert heading(page) == "松坪村党支部"


def test_a_link_opens_where_it_was_copied(visit: Open) -> None:
    page = visit(at="#v=facts&n=石桥区-机制-四个一")
    assert heading(page) == "四个一" and page.locator("#tables tbody tr").count() > 10
    assert page.evaluate("decodeURI(location.hash)") == "#v=facts&n=石桥区-机制-四个一"
