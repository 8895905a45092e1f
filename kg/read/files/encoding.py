"""Bytes in, characters out: by mark, as UTF-8, as GB18030, or not at all."""

from __future__ import annotations

import re

from kg.errors import InputError

# Longer marks first: the one of UTF-32-LE begins with that of UTF-16-LE.
MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
MAGIC = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office file (DOC, XLS)",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"\x1f\x8b": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ\x00": "an xz file",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip file",
    b"Rar!\x1a\x07": "a RAR file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3\x00": "a database",
}
CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "shift_jis", "euc_kr")
SURROGATE = re.compile("[\ud800-\udfff]")
HAN = re.compile("[\u4e00-\u9fff]")
# A file of real GB18030 is nearly all GB2312; other encodings misread as GB18030 are not.
LIKELY = 0.8
SAMPLE = 100_000


def characters(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """Decode a text file, and say how; an encoding that is given is not doubted.

    >>> characters("吉水县".encode("gb18030"), "报纸.txt")
    ('吉水县', 'gb18030')
    """
    if data.startswith(tuple(MAGIC)):
        kind = next(kind for magic, kind in MAGIC.items() if data.startswith(magic))
        raise InputError(name, f"is {kind}, not text", "save it as plain text, DOCX or PDF")
    text, used = _as_given(data, name, encoding) if encoding else _by_ladder(data, name)
    if not text or text.isspace():
        raise InputError(name, "holds only blanks" if data else "is empty", "give a file with text")
    # Well-formed UTF-8 holds none.
    if used != "utf-8" and SURROGATE.search(text):
        raise InputError(name, f"holds halves of characters when read as {used}", "name its encoding with --encoding")
    return text, used


def _as_given(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            name, f"is not {encoding} (see byte {error.start})", f"candidates: {', '.join(_candidates(data))}"
        ) from None
    except (LookupError, UnicodeError, ValueError):
        raise InputError(
            name, f"cannot be read as “{encoding}”: no such encoding", "name one such as utf-8, gb18030 or big5"
        ) from None
    return text.removeprefix("\ufeff"), encoding.lower()


def _by_ladder(data: bytes, name: str) -> tuple[str, str]:
    for mark, codec in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec), codec
            except UnicodeDecodeError as error:
                place = error.start + len(mark)
                raise InputError(
                    name, f"is marked as {codec}, and byte {place} is not", "save it again as UTF-8"
                ) from None
    if b"\x00" in data:
        wide = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
        raise InputError(
            name, "is not text: it holds NUL bytes", f"if it is UTF-16 without a mark, try --encoding {wide}"
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error.start
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if _is_plausible(text):
        return text, "gb18030"
    raise InputError(
        name,
        f"is neither UTF-8 (see byte {broken}) nor GB18030",
        f"name its encoding with --encoding; candidates: {', '.join(_candidates(data))}",
    )


def _is_plausible(text: str) -> bool:
    """Whether text decoded as GB18030 looks like Chinese and not like another encoding misread."""
    han = "".join(HAN.findall(text, 0, SAMPLE))
    # Two bytes a character: what GB2312 does not hold falls away.
    return bool(han) and len(han.encode("gb2312", "ignore")) >= 2 * LIKELY * len(han)


def _candidates(data: bytes) -> list[str]:
    """Encodings that could be meant: those that read nearly all of it, and much of it as Chinese."""
    sample, found = data[:SAMPLE], []
    for codec in CANDIDATES:
        text = sample.decode(codec, "ignore")
        lost = len(sample) - len(text.encode(codec, "ignore"))
        if lost <= len(sample) // 50 and 3 * len(HAN.findall(text)) >= len(text):
            found.append(codec)
    return found or ["utf-8", "gb18030", "big5"]
