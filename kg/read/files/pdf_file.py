"""A PDF file on standard input, its text as JSON on standard output: a process of its own, the door to pdfplumber."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from kg.errors import InputError
from kg.read.files.extract import OCR, Extract
from kg.read.files.print_lines import page_paragraphs, text_of, without_furniture
from kg.read.files.print_order import Piece

MAX_PAGES = 2000
# Characters of a page that no reader could read: fonts that do not say what their shapes mean.
UNREADABLE = re.compile("\\(cid:\\d+\\)|[\ud800-\uf8ff\ufffd\U000f0000-\U0010ffff]")
MOST_UNREADABLE = 0.1
# Of a character's size: what stands further apart is another piece, what stands closer is the same character.
_GAP, _HAIR = 0.6, 0.08


def read(data: bytes) -> Extract:
    """The text of a PDF file, where its pages begin, and which of them cannot be read."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > MAX_PAGES:
                what = f"has {len(pdf.pages)} pages, more than {MAX_PAGES}"
                raise InputError("", what, "split it into fewer pages")
            return _read(pdf.pages)
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise InputError("", "is encrypted", "save it without a password") from None
        what = f"is a broken PDF file: {error}"
        raise InputError("", what, "open it in a PDF reader and save it again") from None


def _read(pages: Sequence[Any]) -> Extract:
    found: list[list[Piece]] = []
    faults: list[InputError] = []
    for number, page in enumerate(pages, 1):
        said = list(pieces(page))
        fault = _fault(said, bool(page.images), f", page {number}")
        faults += [fault] if fault else []
        found.append([] if fault else said)
        page.close()
    if not any(found):
        raise InputError("", faults[0].what if faults else "has no text", OCR)
    text, starts = text_of([page_paragraphs(page) for page in without_furniture(found)])
    return Extract(text, "pdf", starts, tuple(faults))


def pieces(page: Any) -> Iterator[Piece]:
    """The words that stand on a page."""
    for word in extract_words(list(_once(page)), x_tolerance_ratio=_GAP, return_chars=True):
        size = median(char["size"] for char in word["chars"])
        yield Piece(word["x0"], word["x1"], word["top"], word["bottom"], size, UNREADABLE.sub("\ufffd", word["text"]))


def _once(page: Any) -> Iterator[Any]:
    """The characters within a page, each once: bold print is often the same character twice, a hair apart."""
    left, top, right, bottom = page.bbox
    seen: set[tuple[str, int, int]] = set()
    for char in page.chars:
        if not (left <= char["x0"] < right and top <= char["top"] < bottom):
            continue
        step = _HAIR * max(char["size"], 1)
        text, x, y = char["text"], int(char["x0"] / step), int(char["top"] / step)
        # Two places a hair apart may lie to both sides of a step.
        if text.isspace() or not any((text, x + i, y + j) in seen for i in (-1, 0, 1) for j in (-1, 0, 1)):
            seen.add((text, x, y))
            yield char


def _fault(said: Sequence[Piece], pictured: bool, where: str) -> InputError | None:
    """What keeps a page from being read."""
    characters = sum(len(piece.text) for piece in said)
    unreadable = sum(piece.text.count("\ufffd") for piece in said)
    if unreadable > MOST_UNREADABLE * characters:
        what = f"{unreadable} of {characters} characters are shapes without a meaning"
        return InputError(where, f"has no readable text: {what}", OCR)
    return InputError(where, "is a picture without text", OCR) if pictured and not characters else None


def main() -> None:
    """Read one file within the memory that is allowed."""
    if sys.platform != "win32":
        import resource

        most = int(sys.argv[1])
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    try:
        found = read(sys.stdin.buffer.read())
        faults = [(fault.where, fault.what, fault.remedy) for fault in found.faults]
        told: object = {"text": found.text, "pages": found.pages, "faults": faults}
    except InputError as error:
        told = {"what": error.what, "remedy": error.remedy}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
