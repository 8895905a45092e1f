"""The bytes of one input in, its characters out, whatever its format."""

from __future__ import annotations

import io
import re

from kg.errors import InputError
from kg.read.files import archive
from kg.read.files.encoding import characters
from kg.read.files.extract import Extract

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".zip")
_WEB = (".html", ".htm", ".xhtml", ".shtml")
_BEGINS_WEB_PAGE = re.compile(
    rb"[\xef\xbb\xbf\s]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.I | re.S
)
_TAGGED = re.compile(rb"<(?:html|head|body|meta|div|p|table|br)[\s/>]", re.I)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def extract(data: bytes, name: str, encoding: str | None = None) -> Extract:
    """Read the bytes of one text by what they are, and of plain text and HTML also by what the name says.

    >>> extract("吉水县".encode("gb18030"), "报纸.txt").text
    '吉水县'
    """
    if b"%PDF-" in data[:1024]:
        from kg.read.files.print_pages import read_pdf

        return read_pdf(data, name)
    if data.startswith(archive.MARKS):
        return _of_zip(data, name)
    if data.startswith(_OLD_OFFICE) and _ENCRYPTED in data:
        raise InputError(name, "is encrypted", "save it without a password")
    text, used = characters(data, name, encoding)
    if _BEGINS_WEB_PAGE.match(data, 0, 10_000) or (name.lower().endswith(_WEB) and _TAGGED.search(data)):
        from kg.read.files.web_page import article

        return Extract(article(text, name), used)
    return Extract(text, used)


def _of_zip(data: bytes, name: str) -> Extract:
    packed = archive.open_archive(io.BytesIO(data), name)
    kind = archive.kind_of(packed)
    if kind == "DOCX":
        from kg.read.files.word_file import paragraphs

        if any(map(archive.is_bomb, packed.infolist())):
            raise InputError(name, "unpacks to far more than a text; it may be a ZIP bomb", "save it again in Word")
        return Extract(paragraphs(data, name), "docx")
    if kind:
        raise InputError(name, f"is {kind}, not text", "save it as plain text, DOCX or PDF")
    raise InputError(name, "is a ZIP file in a ZIP file", archive.UNPACK)
