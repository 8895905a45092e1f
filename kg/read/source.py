"""Paths in, decoded sources out."""

from __future__ import annotations

import csv
import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from kg.errors import InputError
from kg.model import Details, Source
from kg.read.encoding import characters

SUFFIXES = (".txt", ".md")
TABLE = "documents.csv"
COLUMNS = ("file", "issued", "place", "title", "url")
MAX_BYTES = 64 * 1024 * 1024

# The user says nothing of an input.
SILENT = Details()

Table = dict[str, Details]


def gather(
    inputs: Sequence[Path], encoding: str | None = None, details: Details = SILENT
) -> Iterator[Source | InputError]:
    """Read files and folders in order; what cannot be read comes out as an error, and the rest goes on."""
    for path in inputs:
        try:
            if stat.S_ISDIR(path.stat().st_mode):
                yield from _folder(path, encoding, details)
            else:
                table, faults = _table(path.parent)
                yield from faults
                yield _file(path, path.name, encoding, _joined(details, table.get(path.name)))
        except OSError as error:
            yield _refused(path, error)


def decode(data: bytes, name: str, encoding: str | None = None, details: Details = SILENT) -> Source:
    """Turn the bytes of one input into a source.

    >>> decode("吉水县".encode("gb18030"), "报纸.txt").encoding
    'gb18030'
    """
    text, used = characters(data, name, encoding)
    return Source(name, text, hashlib.sha256(data).hexdigest(), used, details)


# ---- files and folders --------------------------------------------------------------------


def _folder(root: Path, encoding: str | None, details: Details) -> Iterator[Source | InputError]:
    paths: list[Path] = []
    faults: list[InputError] = []
    _walk(root, (root.resolve(),), paths, faults)
    tables: dict[Path, Table] = {}
    for path in sorted(paths, key=lambda path: path.relative_to(root).parts):
        if path.parent not in tables:
            tables[path.parent], more = _table(path.parent)
            faults += more
        name = path.relative_to(root).as_posix()
        yield _file(path, name, encoding, _joined(details, tables[path.parent].get(path.name)))
    if not paths and not faults:
        faults.append(InputError(_shown(root), "is a folder without texts", f"put {' or '.join(SUFFIXES)} files there"))
    yield from faults


def _walk(folder: Path, above: tuple[Path, ...], paths: list[Path], faults: list[InputError]) -> None:
    """Collect the texts below a folder; hidden ones and links that lead back are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        faults.append(_refused(folder, error))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        try:
            if stat.S_ISDIR(path.stat().st_mode):
                real = path.resolve()
                if real in above:
                    faults.append(InputError(_shown(path), "is a link to a folder that holds it", "remove the link"))
                else:
                    _walk(path, (*above, real), paths, faults)
            elif path.suffix.lower() in SUFFIXES:
                paths.append(path)
        except OSError as error:
            faults.append(_refused(path, error))


def _file(path: Path, name: str, encoding: str | None, details: Details) -> Source | InputError:
    where = _shown(path)
    try:
        data = _bytes_of(path, where)
        return decode(data, _printable(name), encoding, details)
    except InputError as error:
        return InputError(where, error.what, error.remedy)
    except OSError as error:
        return _refused(path, error)


def _bytes_of(path: Path, where: str) -> bytes:
    # Asked before opening: to open a pipe is to wait for its writer.
    if not stat.S_ISREG(path.stat().st_mode):
        raise InputError(where, "is a pipe, socket or device, not a file", "save its text to a file first")
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        if before.st_size > MAX_BYTES:
            size = f"{before.st_size / 1024 / 1024:.0f} MB, more than {MAX_BYTES // 1024 // 1024}"
            raise InputError(where, f"is too large ({size})", "split it into one file a report")
        data = file.read(MAX_BYTES + 1)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise InputError(where, "changed while it was read", "run again when it is written")
    return data


def _refused(path: Path, error: OSError) -> InputError:
    where = _shown(path)
    if isinstance(error, FileNotFoundError):
        return InputError(where, "does not exist", "check the path")
    if isinstance(error, PermissionError):
        return InputError(where, "may not be read", "change its permissions")
    return InputError(where, f"cannot be read: {error.strerror or error}", "check the path")


def _shown(path: Path) -> str:
    return _printable(str(path))


def _printable(name: str) -> str:
    """A file name as text, also where its bytes are none."""
    return os.fsencode(name).decode("utf-8", "replace")


# ---- what the user's table says -----------------------------------------------------------


def _table(folder: Path) -> tuple[Table, list[InputError]]:
    """The details that documents.csv gives of the files beside it."""
    path = folder / TABLE
    where = _shown(path)
    if not path.is_file():
        return {}, []
    try:
        text, _ = characters(_bytes_of(path, where), where)
        rows = list(csv.DictReader(text.splitlines(), strict=True))
    except InputError as error:
        return {}, [error]
    except OSError as error:
        return {}, [_refused(path, error)]
    except csv.Error as error:
        return {}, [InputError(where, f"is not a table: {error}", f"its columns are {', '.join(COLUMNS)}")]
    strange = sorted({str(key) for row in rows for key in row} - set(COLUMNS))
    if strange or not rows or "file" not in rows[0]:
        what = f"has unknown columns: {', '.join(strange)}" if strange else "has no column “file” or no row"
        return {}, [InputError(where, what, f"its columns are {', '.join(COLUMNS)}")]
    table = {row["file"] or "": Details(*((row.get(column) or "").strip() for column in COLUMNS[1:])) for row in rows}
    there = {entry.name for entry in os.scandir(folder)}
    faults = [
        InputError(where, f"speaks of “{file}”, which is not there", "correct the name, or remove the row")
        for file in table
        if file not in there
    ]
    return table, faults


def _joined(user: Details, row: Details | None) -> Details:
    """What the user says, and where the user is silent, what the table says."""
    if row is None:
        return user
    return Details(*(getattr(user, field.name) or getattr(row, field.name) for field in fields(Details)))
