"""Paths in, decoded sources out."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError
from kg.model import Details, Source
from kg.read.files.details import SILENT, TABLE, Table, joined, read_table
from kg.read.files.formats import SUFFIXES
from kg.read.files.texts import Found, textless, texts, whole

STANDARD_INPUT = "-"


def gather(inputs: Sequence[Path], encoding: str | None = None, details: Details = SILENT) -> Found:
    """Read files and folders in order; what cannot be read comes out as an error, and the rest goes on."""
    for path in inputs:
        try:
            if str(path) == STANDARD_INPUT:
                yield from _standard_input(encoding, details)
            elif stat.S_ISDIR(path.stat().st_mode):
                yield from _folder(path, encoding, details)
            else:
                table, faults = _table(path.parent)
                yield from faults
                yield from _file(path, path.name, encoding, joined(details, table.get(path.name)))
        except OSError as error:
            yield _refused(path, error)


def decode(data: bytes, name: str, encoding: str | None = None, details: Details = SILENT) -> Source:
    """Turn the bytes of one text into a source.

    >>> decode("吉水县".encode("gb18030"), "报纸.txt").encoding
    'gb18030'
    """
    found = list(texts(io.BytesIO(data), name, name, encoding, details))
    for item in found:
        if isinstance(item, InputError):
            raise item
    (source,) = (item for item in found if isinstance(item, Source))
    return source


# ---- files and folders --------------------------------------------------------------------


def _folder(root: Path, encoding: str | None, details: Details) -> Found:
    paths: list[Path] = []
    faults: list[InputError] = []
    _walk(root, (root.resolve(),), paths, faults)
    tables: dict[Path, Table] = {}
    for path in sorted(paths, key=lambda path: path.relative_to(root).parts):
        if path.parent not in tables:
            tables[path.parent], more = _table(path.parent)
            faults += more
        name = path.relative_to(root).as_posix()
        yield from _file(path, name, encoding, joined(details, tables[path.parent].get(path.name)))
    if not paths and not faults:
        faults.append(textless(_shown(root), "folder"))
    yield from faults


def _walk(folder: Path, above: tuple[Path, ...], paths: list[Path], faults: list[InputError]) -> None:
    """Collect the texts below a folder; hidden ones, links that lead back and the page of a build are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        faults.append(_refused(folder, error))
        return
    names = {entry.name for entry in entries}
    # kg build . -o output, for the second time: the page of a graph is no report.
    built = {"graph.html"} if {"graph.nt", "manifest.json"} <= names else set()
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name in built:
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


def _file(path: Path, name: str, encoding: str | None, details: Details) -> Found:
    where = _shown(path)
    try:
        # Asked before opening: to open a pipe is to wait for its writer.
        if not stat.S_ISREG(path.stat().st_mode):
            yield InputError(where, "is a pipe, socket or device, not a file", "give its text on standard input, as -")
            return
        with path.open("rb") as file:
            yield from texts(file, where, _printable(name), encoding, details)
    except OSError as error:
        yield _refused(path, error)


def _standard_input(encoding: str | None, details: Details) -> Found:
    try:
        data = whole(sys.stdin.buffer, "standard input")
    except InputError as error:
        yield error
        return
    yield from texts(io.BytesIO(data), "standard input", "stdin", encoding, details)


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
    if not path.is_file():
        return {}, []
    try:
        with path.open("rb") as file:
            data = whole(file, _shown(path))
        return read_table(data, _shown(path), [entry.name for entry in os.scandir(folder)])
    except InputError as error:
        return {}, [error]
    except OSError as error:
        return {}, [_refused(path, error)]
