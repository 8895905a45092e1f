"""One opened file in, the text in it out, or the texts of a ZIP file."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Details, Source
from kg.read.files.archive import MARKS, kind_of, members, open_archive
from kg.read.files.details import TABLE, Table, joined, read_table
from kg.read.files.formats import SUFFIXES, extract

MAX_BYTES = 64 * 1024 * 1024

Found = Iterator[Source | InputError]


def texts(file: BinaryIO, where: str, name: str, encoding: str | None, details: Details) -> Found:
    """What a file says: its errors tell `where`, its sources are called `name`."""
    try:
        if isinstance(file, io.BytesIO):
            found = _texts(file, where, name, encoding, details)
        else:
            before = os.fstat(file.fileno())
            found = _texts(file, where, name, encoding, details)
            after = os.fstat(file.fileno())
            if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
                raise InputError(where, "changed while it was read", "run again when it is written")
    except InputError as error:
        found = [error]
    yield from found


def _texts(file: BinaryIO, where: str, name: str, encoding: str | None, details: Details) -> list[Source | InputError]:
    if file.read(4) in MARKS:
        packed = open_archive(file, where)
        if not kind_of(packed):
            return _archive(list(members(packed, where, _is_wanted, MAX_BYTES)), where, name, encoding, details)
    file.seek(0)
    return _text(whole(file, where), where, name, encoding, details)


def whole(file: BinaryIO, where: str) -> bytes:
    """All bytes of a file, unless they are too many."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        most = f"more than {MAX_BYTES // 1024 // 1024} MB"
        raise InputError(where, f"is too large ({most})", "split it into one file a report")
    return data


def _text(data: bytes, where: str, name: str, encoding: str | None, details: Details) -> list[Source | InputError]:
    found = extract(data, where, encoding)
    source = Source(name, found.text, hashlib.sha256(data).hexdigest(), found.encoding, details, found.pages)
    return [*found.faults, source]


# ---- ZIP files ----------------------------------------------------------------------------


def _is_wanted(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in SUFFIXES or path.name == TABLE


def _archive(
    packed: list[tuple[str, bytes] | InputError], where: str, name: str, encoding: str | None, details: Details
) -> list[Source | InputError]:
    found: list[Source | InputError] = [item for item in packed if isinstance(item, InputError)]
    files = [(PurePosixPath(item[0]), item[1]) for item in packed if not isinstance(item, InputError)]
    tables: dict[PurePosixPath, Table] = {}
    for path, data in files:
        if path.name == TABLE:
            beside = [other.name for other, _ in files if other.parent == path.parent]
            tables[path.parent], faults = read_table(data, f"{where}/{path}", beside)
            found += faults
    for path, data in files:
        if path.name != TABLE:
            row = tables.get(path.parent, {}).get(path.name)
            try:
                found += _text(data, f"{where}/{path}", f"{name}/{path}", encoding, joined(details, row))
            except InputError as error:
                found.append(error)
    return found or [textless(where, "ZIP file")]


def textless(where: str, kind: str) -> InputError:
    """The error that a folder or ZIP file holds nothing that can be read."""
    return InputError(where, f"is a {kind} without texts", f"put {' or '.join(SUFFIXES)} files there")
