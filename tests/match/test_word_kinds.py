"""Word lists that say what each word does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.match.measure_words import compile_measure_words
from kg.match.owner_words import compile_owner_words
from kg.match.rules import load_rules
from kg.match.words import Words


@pytest.mark.parametrize("name", ["owner_words", "measure_words"])
def test_a_list_that_says_an_unknown_kind_is_refused_with_its_name_and_all_its_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / f"{name}.tsv").write_text("# own\n漫游\tentre\n投身\n", "utf-8")
    tables = load_rules([tmp_path]).tables
    with pytest.raises(RuleError, match=rf"{name}\.tsv.*漫游: 'entre', 投身: ''"):
        compile_owner_words(tables) if name == "owner_words" else compile_measure_words(tables, Words())
