"""A ZIP file in, the files in it out; nothing is written to disk."""

from __future__ import annotations

import lzma
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from kg.errors import InputError

# How a ZIP file begins, and how one that holds nothing.
MARKS = (b"PK\x03\x04", b"PK\x05\x06")
UNPACK = "unpack it and give the files"
# A text that says the same over and over packs to a fiftieth; what packs better was made to fill a memory.
MAX_RATIO = 200
SMALL = 1024 * 1024
MAX_FILES = 10_000
MAX_UNPACKED = 256 * 1024 * 1024

_ENCRYPTED = 0x1
_UTF_8 = 0x800
BROKEN = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error, lzma.LZMAError, OSError)
# Formats that are ZIP files themselves, by a file that each of them holds.
_OFFICE = {
    "xl/workbook.xml": "an XLSX file",
    "ppt/presentation.xml": "a PPTX file",
    "META-INF/container.xml": "an EPUB file",
    "content.xml": "an OpenDocument file",
}


def open_archive(file: BinaryIO, where: str) -> ZipFile:
    """A ZIP file, with its list of contents."""
    try:
        return ZipFile(file)
    except BROKEN as error:
        raise _broken(where, error) from None


def kind_of(archive: ZipFile) -> str:
    """What a ZIP file is: "" for one that merely holds files, “DOCX”, or what cannot be read."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "DOCX"
    return next((kind for name, kind in _OFFICE.items() if name in names), "")


def members(
    archive: ZipFile, where: str, wanted: Callable[[str], bool], most: int
) -> Iterator[tuple[str, bytes] | InputError]:
    """The wanted files by name in order; each that cannot be read is an error, and the rest goes on."""
    entries = sorted((label(entry), index, entry) for index, entry in enumerate(archive.infolist()) if _is_file(entry))
    entries = [found for found in entries if wanted(found[0])]
    size = sum(entry.file_size for _, _, entry in entries)
    if len(entries) > MAX_FILES or size > MAX_UNPACKED:
        told = f"{len(entries)} texts, {size / 1024 / 1024:.0f} MB"
        raise InputError(where, f"is too large ({told})", "pack it as several ZIP files")
    for name, _, entry in entries:
        path = PurePosixPath(name)
        place = f"{where}/{name}"
        if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
            yield InputError(place, "has a name that leads out of its ZIP file", UNPACK)
        elif entry.flag_bits & _ENCRYPTED:
            yield InputError(place, "is encrypted", "unpack it with its password and give the files")
        elif entry.file_size > most or is_bomb(entry):
            told = f"{entry.file_size} bytes in {entry.compress_size}"
            yield InputError(place, f"is too large ({told}); it may be a ZIP bomb", "split it into one file a report")
        else:
            try:
                yield name, archive.read(entry)
            except BROKEN as error:
                yield _broken(place, error)


def label(entry: ZipInfo) -> str:
    """The name of a packed file; Chinese programs write GBK where the format wants a mark for UTF-8."""
    name = entry.filename
    if not entry.flag_bits & _UTF_8:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def is_bomb(entry: ZipInfo) -> bool:
    """Whether a packed file was made to fill a memory."""
    return entry.file_size > max(SMALL, MAX_RATIO * entry.compress_size)


def _is_file(entry: ZipInfo) -> bool:
    """Whether it is a file to read: no folder, no link, nothing that systems hide."""
    hidden = any((part[0] == "." and part != "..") or part == "__MACOSX" for part in PurePosixPath(label(entry)).parts)
    return not entry.is_dir() and not stat.S_ISLNK(entry.external_attr >> 16) and not hidden


def _broken(where: str, error: Exception) -> InputError:
    return InputError(where, f"is a broken ZIP file: {error}", "pack it again")
