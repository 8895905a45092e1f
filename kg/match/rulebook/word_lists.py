"""Word lists in, their rows out; a row that no rule could read is refused with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.match.rulebook.faults import Faults

Row = tuple[str, ...]
COLUMNS = "columns"  # the list that says what the others hold behind their words
CLASS = "{class}"
TOLD = 3  # of the rows of one list that no rule can read so many are told one by one
ANYTHING = (".+", ".*")


@dataclass(frozen=True, slots=True)
class WordList:
    """One file of words: where it stands, and its rows with the numbers of their lines."""

    path: str
    name: str
    rows: tuple[tuple[int, Row], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What a word list holds behind its words."""

    name: str
    may_be: str  # a regular expression
    optional: bool


def read_table(path: Path) -> tuple[Row, ...]:
    """The rows of a word list: one name a line, columns parted by tabs, `#` lines are remarks."""
    return tuple(row for _, row in numbered(path.read_text(encoding="utf-8")))


# 结好 推行: what was to be two columns.
BLANK_INSIDE = re.compile("[一-龥][ \u3000]+[一-龥]")


def numbered(text: str) -> tuple[tuple[int, Row], ...]:
    """The rows of a word list with the numbers of their lines.

    >>> numbered("# 单位\\n亩\\tarea\\n")
    ((2, ('亩', 'area')),)
    """
    lines = enumerate(text.splitlines(), 1)
    return tuple((number, tuple(line.split("\t"))) for number, line in lines if line and not line.startswith("#"))


def columns_of(rows: Iterable[Row]) -> dict[str, list[Column]]:
    """What each list holds behind its words; the rows stand in the order of the columns.

    >>> columns_of([("roles", "2", "kind", "post|work", "must")])["roles"][0].name
    'kind'
    """
    found: dict[str, list[Column]] = {}
    for name, _, title, may_be, needed in rows:
        found.setdefault(name, []).append(Column(title, may_be, needed == "may"))
    return found


def check_lists(
    lists: Sequence[WordList], columns: Mapping[str, Sequence[Column]], classes: Iterable[str], faults: Faults
) -> None:
    """Note every row that lacks a column, has one too many, or holds what may not stand there."""
    known = "|".join(classes)
    for file in lists:
        asked = [
            (re.compile(column.may_be.replace(CLASS, f"(?:{known})")), column) for column in columns.get(file.name, ())
        ]
        found = [(number, fault) for number, row in file.rows if (fault := _fault(row, asked))]
        for number, fault in found[:TOLD]:
            shape = _shape([column for _, column in asked])
            faults.add(f"{file.path}:{number}", fault, f"A row of {file.name}.tsv holds {shape}, parted by tabs.")
        if found[TOLD:]:
            faults.add(file.path, f"{len(found) - TOLD} more such row(s)")


def _fault(row: Row, columns: Sequence[tuple[re.Pattern[str], Column]]) -> str:
    if row[0] != row[0].strip() or not row[0]:
        return f"no word, or blanks round it: {row[0]!r}"
    if BLANK_INSIDE.search(row[0]):
        return f"a blank inside the word: {row[0]!r}"
    least = 1 + sum(not column.optional for _, column in columns)
    if not least <= len(row) <= 1 + len(columns):
        return f"{len(row)} column(s): {row[0]}"
    for (may_be, column), cell in zip(columns, row[1:], strict=False):
        if may_be.fullmatch(cell) is None:
            return f"{row[0]}: '{cell}' is no {column.name}"
    return ""


def _shape(columns: Sequence[Column]) -> str:
    shown = (
        c.name + (f" ({c.may_be})" if c.may_be not in ANYTHING else "") + (" or nothing" if c.optional else "")
        for c in columns
    )
    return ", ".join(["a word", *shown])


def check_names(lists: Sequence[WordList], ours: Collection[str], written: Sequence[str], faults: Faults) -> None:
    """Note every list that nothing reads: it is none of ours, and no rule file names it as {name}."""
    for file in lists:
        if file.name not in ours and not any("{" + file.name + "}" in text for text in written):
            faults.add(
                file.path, "no rule reads this list",
                f"Name it in a rule file as {{{file.name}}}, or as one of {', '.join(sorted(ours))}.",
            )  # fmt: skip
