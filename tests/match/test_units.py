"""The lists of units, hedges, smaller units and traditional characters: every row is needed and does what it says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.match.numbers.numerals import MARKS
from kg.match.numbers.units import compile_units
from kg.match.numbers.values import find_values
from kg.match.rulebook.rules import load_rules
from kg.model import Value

TABLES = load_rules().tables
UNITS = compile_units(TABLES)
# 翻两番 is read by a rule of its own, and 12块 without a noun is money.
ROWS = [row for row in TABLES["units"] if row[0] not in ("番", "块")]


def values(text: str) -> list[Value]:
    return find_values(text, 0, len(text), UNITS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_number_before_a_unit_is_of_that_unit(row: tuple[str, ...]) -> None:
    text, name = row[0], row[3]
    (value,) = values(f"共有12{text}，已报。")
    assert value.unit == (text if name == "-" else name)
    assert value.text == f"12{text}"


@pytest.mark.parametrize("row", [row for row in ROWS if row[6] != "-"], ids=lambda row: row[0])
def test_a_unit_that_goes_on_as_another_word_is_none(row: tuple[str, ...]) -> None:
    for following in row[6]:
        assert f"12{row[0]}" not in [value.text for value in values(f"共有12{row[0]}{following}，已报。")], following


@pytest.mark.parametrize("row", [row for row in ROWS if row[4] != "-"], ids=lambda row: row[0])
def test_a_factor_gives_the_value_in_the_unit_of_its_si(row: tuple[str, ...]) -> None:
    top, _, below = row[4].partition("/")
    (value,) = values(f"共有300{row[0]}，已报。")
    assert value.si_number is not None and value.si_unit == row[5]
    assert abs(value.si_number - 300 * Decimal(top) / Decimal(below or 1)) <= Decimal("0.005")


@pytest.mark.parametrize("row", TABLES["hedges"], ids=lambda row: f"{row[0]} {row[1]}")
def test_a_hedge_bounds_the_number_beside_it(row: tuple[str, ...]) -> None:
    word, side, comparator, _ = row
    (value,) = values(f"现{word}500户，已报。" if side == "before" else f"现有500户{word}，已报。")
    assert (value.number, value.unit, str(value.comparator)) == (Decimal(500), "户", comparator)
    lower, upper = (500 if comparator in signs else None for signs in ((">", ">="), ("<", "<=", "<~")))
    assert (value.lower, value.upper) == (lower, upper)


@pytest.mark.parametrize("row", [row for row in TABLES["hedges"] if row[3] != "-"], ids=lambda row: row[0])
def test_a_hedge_that_ends_another_word_bounds_nothing(row: tuple[str, ...]) -> None:
    for before in row[3]:
        (value,) = values(f"现{before}{row[0]}500户，已报。")
        assert not value.text.startswith(row[0]), before


@pytest.mark.parametrize("row", TABLES["subunits"], ids=lambda row: f"{row[1]} {row[0]}")
def test_a_smaller_unit_goes_on_with_the_number(row: tuple[str, ...]) -> None:
    small, large, times, whole = row
    (value,) = values(f"共有5{large}3{small}，已报。")
    parts = Decimal(times)
    assert (value.number, value.unit) == (5 + 3 / parts if whole == large else 5 * parts + 3, whole)


@pytest.mark.parametrize("thing", [row[0] for row in TABLES["things_apart"]])
def test_a_few_of_what_stands_apart_are_a_count(thing: str) -> None:
    (value,) = values(f"共有三个{thing}。")
    assert (value.number, value.unit) == (Decimal(3), "个")
    others = [row for row in TABLES["things_apart"] if row[0] != thing]
    assert not [row for row in others if thing.endswith(row[0])], f"{thing}: a shorter word says it already"


def test_a_traditional_character_is_read_as_one_that_the_lists_hold() -> None:
    held = (
        {char for name in ("units", "hedges") for row in TABLES[name] for char in row[0]}
        | set(MARKS)
        | set("点负几数余")
    )
    for old, new in TABLES["variants"]:
        assert new in held, f"{old} {new}: no list holds {new}"
        assert old not in held - set(MARKS), f"{old}: a list holds it as it is"
