"""What comes out of the command line, whatever it is written to."""

from __future__ import annotations

import pytest

from kg.cli.terminal import followed, one_line, padded, table
from kg.errors import KgError


def test_a_table_in_a_pipe_has_a_row_to_a_line() -> None:
    long = "推行“四步议事”机制，" * 30
    lines = table(("名", "原文"), [("太康县", long), ("甲", "乙")]).splitlines()
    assert len(lines) == 4
    assert long in lines[2]


def test_a_table_stands_in_columns_though_han_is_wide() -> None:
    lines = table(("a", "b"), [("县", "1"), ("xxx", "2")]).splitlines()
    assert lines[2].index("1") + 1 == lines[3].index("2")


def test_square_brackets_are_no_markup() -> None:
    assert "[red]x[/red]" in table(("a",), [("[red]x[/red]",)])


def test_a_row_stays_a_row_when_a_cell_has_lines() -> None:
    assert len(table(("a", "b"), [("一\n二", "三")]).splitlines()) == 3


def test_an_error_is_one_line() -> None:
    assert one_line(KgError("a\nb.txt", "is empty", "give\n text")) == "a b.txt: 是空文件 is empty — give  text"


@pytest.mark.parametrize("text", ["", "县", "ab"])
def test_padding_fills_the_columns_of_the_screen(text: str) -> None:
    assert len(padded(text, 8).encode("gbk")) == 8


def test_nothing_is_drawn_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(followed(range(100), "读")) == list(range(100))
    assert capsys.readouterr() == ("", "")
