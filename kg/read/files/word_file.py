"""A DOCX file in, its paragraphs out, headings marked as in Markdown: the door to python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import InputError
from kg.read.files.archive import BROKEN
from kg.read.files.extract import OCR, missing

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P, _TEXT_BOX, _TABLE, _ROW, _CELL = (f"{_W}{name}" for name in ("p", "txbxContent", "tbl", "tr", "tc"))
_LONGEST_CELL = 60
# What is crossed out or moved away, what an older program would draw, and instructions to the program.
_SKIPPED = frozenset((*(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr")), _COMPATIBLE))
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_TITLE = re.compile(r"(?:title|标题)", re.I)


def paragraphs(data: bytes, name: str) -> str:
    """The text of a document, its paragraphs parted by empty lines."""
    try:
        import docx
        import docx.exceptions
        import docx.opc.exceptions
    except ImportError:
        raise missing(name, "DOCX", "office") from None
    # What the library says of a broken file depends on where it is broken.
    told = (*BROKEN, ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError)
    try:
        document = docx.Document(io.BytesIO(data))
        styles = {style.style_id: style.name or "" for style in document.styles}
        lines = [line for line in _lines(document.element.body, styles) if line.strip("# \t\n\u3000")]
    except (*told, docx.exceptions.PythonDocxError, docx.opc.exceptions.OpcError) as error:
        raise InputError(name, f"is a broken DOCX file: {error}", "open it in Word and save it again") from None
    if not lines:
        raise InputError(name, "is a DOCX file without text", OCR)
    return "\n\n".join(lines) + "\n"


def _lines(body: Any, styles: Mapping[str, str]) -> Iterator[str]:
    """Each paragraph, text boxes below the paragraph that they hang on, and each row of a table as one line."""
    todo: list[Any] = [body]
    while todo:
        node = todo.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag == _ROW:
            cells = [" ".join(_text(p).strip() for p in cell.iter(_P)) for cell in node.iter(_CELL)]
            # A cell that lays out a page holds paragraphs or tables, not a figure.
            if max(map(len, cells), default=0) < _LONGEST_CELL and next(node.iter(_TABLE), None) is None:
                yield "\t".join(cells)
                continue
        if node.tag == _P:
            yield _mark(node, styles) + _text(node).strip()
            todo += [box for box in reversed(list(node.iter(_TEXT_BOX))) if not _is_fallback(box)]
            continue
        todo += reversed(node)


def _text(paragraph: Any) -> str:
    """The characters of a paragraph, without those of its text boxes."""
    parts: list[str] = []
    todo: list[Any] = [paragraph]
    while todo:
        node = todo.pop()
        if node.tag in _SKIPPED or node.tag == _TEXT_BOX:
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in _MARKS:
            parts.append(_MARKS[node.tag])
        else:
            todo += reversed(node)
    return "".join(parts)


def _is_fallback(node: Any) -> bool:
    return any(above.tag == _COMPATIBLE for above in node.iterancestors())


def _mark(paragraph: Any, styles: Mapping[str, str]) -> str:
    """The sign of Markdown for a heading, by the name of its style."""
    style = next(paragraph.iter(f"{_W}pStyle"), None)
    name = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
    level = _HEADING.match(name)
    if level is not None:
        return "#" * min(int(level[1]) + 1, 6) + " "
    return "# " if _TITLE.fullmatch(name) else ""
