"""The word lists, tested like code: each says what it is, is sorted, and says nothing twice."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LISTS = sorted((ROOT / "kg" / "lexicon").glob("*"))
RULES = sorted(path for path in (ROOT / "kg" / "rules").rglob("*") if path.is_file())


def rows(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").split("\n")[:-1] if not line.startswith("#")]


def test_lists_and_rules_are_found() -> None:
    assert len(LISTS) >= 5
    assert len([path for path in RULES if path.suffix == ".toml"]) >= 10


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_a_tsv_that_says_what_it_is(path: Path) -> None:
    assert path.suffix == ".tsv", f"{path}: only .tsv files belong here"
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw, f"{path}: UTF-8 without BOM, lines ended by LF"
    assert raw.endswith(b"\n"), f"{path}: end the last line"
    first = raw.decode("utf-8").split("\n")[0]
    assert first.startswith("# ") and len(first) > 10, f"{path}: the first line is a comment: what it holds, from where"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_sorted_and_says_nothing_twice(path: Path) -> None:
    found = rows(path)
    assert found, f"{path}: holds nothing"
    assert len(found) == len(set(found)), f"{path}: twice: {sorted({row for row in found if found.count(row) > 1})[:5]}"
    assert found == sorted(found), f"{path}: sort it: LC_ALL=C sort, comments first"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_clean(path: Path) -> None:
    for row in rows(path):
        cells = row.split("\t")
        assert cells[0] and all(cell == cell.strip() for cell in cells), f"{path}: blanks at {row!r}"
        assert unicodedata.normalize("NFC", row) == row, f"{path}: not NFC: {row!r}"


@pytest.mark.parametrize("path", RULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_rule_file_is_toml_with_a_reason_on_top(path: Path) -> None:
    assert path.suffix == ".toml", f"{path}: only .toml files belong here"
    text = path.read_text("utf-8")
    tomllib.loads(text)
    assert text.startswith("# "), f"{path}: the first line is a comment: what the rules of this file find"
