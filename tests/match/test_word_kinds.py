"""Word lists that say what each word does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.match.rulebook.rules import load_rules


@pytest.mark.parametrize("name", ["owner_words", "measure_words"])
def test_a_list_that_says_an_unknown_kind_is_refused_with_its_name_and_all_its_words(tmp_path: Path, name: str) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / f"{name}.tsv").write_text("# own\n漫游\tentre\n投身\n", "utf-8")
    with pytest.raises(RuleError, match=rf"(?s){name}\.tsv:2: 漫游: 'entre'.*{name}\.tsv:3: .*投身"):
        load_rules([tmp_path])
