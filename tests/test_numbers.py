"""kg.quantities: the quantities of any text, counted in the text as it came."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("全县有 1 2 个乡镇、总人口３５．６万 人。", [(12, "个"), (356000, "人")]),
        ("投资 1,200 万元建成四百五十亩茶园。", [(12000000, "元"), (450, "亩")]),
        ("截至2024年12月，第三批16个网格建成。", [(16, "个")]),
        ("建成一百二十公裡道路", [(120, "公里")]),
        ("四百五", [(450, "")]),
        ("", []),
        ("\n \n", []),
        ("没有数字。", []),
    ],
)
def test_each_quantity_of_a_text_has_its_number_and_unit(text: str, read: list[tuple[int, str]]) -> None:
    assert [(q.number, q.unit) for q in kg.quantities(text)] == [(Decimal(number), unit) for number, unit in read]


def test_a_text_in_traditional_characters_is_quoted_as_it_is() -> None:
    text = "全縣十二個鄉鎮，種茶三萬畝，去年節約兩億餘元，平均每戶增收一千五百元。" * 3
    read = [(q.text, int(q.number or 0), q.unit) for q in kg.quantities(text)][:4]
    assert read == [
        ("十二個", 12, "个"),
        ("三萬畝", 30000, "亩"),
        ("兩億餘元", 200000000, "元"),
        ("一千五百元", 1500, "元"),
    ]


def test_lengths_areas_and_masses_are_comparable() -> None:
    (area,) = kg.quantities("流转土地30亩。")
    assert (area.si_number, area.si_unit) == (Decimal(20000), "m2")


@settings(deadline=None)  # the first text waits for the rules
@given(st.text(alphabet="一二三百千万亿余多近约超12.,%个名元角亩至 点\n半两人以上年，。“”２個萬-", max_size=32))
def test_a_quantity_is_quoted_from_the_text_as_it_came(text: str) -> None:
    for q in kg.quantities(text):
        assert q.text == text[q.span.start : q.span.end]
        assert q.number is not None or (q.lower is not None and q.upper is not None)
