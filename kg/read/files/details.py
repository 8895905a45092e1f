"""A documents.csv in, what the user says there of the files beside it out."""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Collection
from dataclasses import fields, replace

from kg.errors import InputError
from kg.model import Details
from kg.read.files.encoding import characters

TABLE = "documents.csv"
COLUMNS = ("file", "issued", "place", "title", "url")

# 2021-07-01; spreadsheets write 2021/7/1, and people 2021年7月1日 or 2021.7.1.
DATE = re.compile("([0-9]{4})(?:年|[-/.年]([0-9]{1,2})(?:月|[-/.月]([0-9]{1,2})日?)?)?")
DATE_HINT = "write it as 2021-07-01, 2021-07 or 2021"

# The user says nothing of an input.
SILENT = Details()

Table = dict[str, Details]


def read_table(data: bytes, where: str, beside: Collection[str]) -> tuple[Table, list[InputError]]:
    """The details of the files that stand beside the table, and the table's faults.

    >>> read_table("file,place\\na.txt,青禾县\\n".encode(), "documents.csv", ["a.txt"])[0]["a.txt"].place
    '青禾县'
    """
    try:
        text, _ = characters(data, where)
        rows = list(csv.DictReader(text.splitlines(), strict=True))
    except InputError as error:
        return {}, [error]
    except csv.Error as error:
        return {}, [InputError(where, f"is not a table: {error}", f"its columns are {', '.join(COLUMNS)}")]
    strange = sorted({str(key) for row in rows for key in row} - set(COLUMNS))
    if strange or not rows or "file" not in rows[0]:
        what = f"has unknown columns: {', '.join(strange)}" if strange else "has no column “file” or no row"
        return {}, [InputError(where, what, f"its columns are {', '.join(COLUMNS)}")]
    table = {row["file"] or "": Details(*((row.get(column) or "").strip() for column in COLUMNS[1:])) for row in rows}
    faults = [
        InputError(where, f"speaks of “{file}”, which is not there", "correct the name, or remove the row")
        for file in table
        if file not in beside
    ]
    for file, row in table.items():
        issued = as_date(row.issued)
        table[file] = replace(row, issued=issued)
        if row.issued and not issued:
            faults.append(InputError(where, f"says of “{file}” “{row.issued}”, which is no date", DATE_HINT))
    return table, faults


def as_date(said: str) -> str:
    """A day, a month or a year of the calendar as ISO 8601 writes it, however a table or a user does; else nothing.

    >>> as_date("2021-07-01"), as_date("2021/7/1"), as_date("2021年7月"), as_date("2021-02-30"), as_date("去年")
    ('2021-07-01', '2021-07-01', '2021-07', '', '')
    """
    found = DATE.fullmatch(said)
    if not found:
        return ""
    # A year and a month are tried by their first day.
    year, month, day = (int(part or 1) for part in found.groups())
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return ""
    return "-".join([found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)])


def joined(user: Details, row: Details | None) -> Details:
    """What the user says, and where the user is silent, what the table says."""
    if row is None:
        return user
    return Details(*(getattr(user, field.name) or getattr(row, field.name) for field in fields(Details)))
