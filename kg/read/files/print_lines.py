"""The columns of printed pages in, their paragraphs out, headlines marked as in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from kg.read.files.print_order import Piece, columns

# Larger than the text by so much, a line is a heading; by so much, the headline of an article.
_HEADING, _HEADLINE = 1.15, 1.7
_SAME = 1.08
_LONGEST_HEADLINE = 60
# In characters: the white before a paragraph, and how much its last line lacks.
_INDENT, _SHORT = 1.2, 2.5
_DEEPEST_INDENT = 4.5
# In heights of a character: from one line to the next, at most.
_PITCH = 2.2
_CLOSED = re.compile(r"[。！？…；：!?;:][”’\"'）)】》]*\Z")
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·\s]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    left: float
    right: float
    top: float
    bottom: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; `opens`: it begins as paragraphs do, `mark`: its sign as a heading."""

    text: str
    size: float
    opens: bool
    mark: str = ""


def page_paragraphs(pieces: Sequence[Piece]) -> list[Paragraph]:
    """The paragraphs of one page, in the order of its columns."""
    body = body_size(pieces)
    return [paragraph for column in columns(list(pieces)) for paragraph in _paragraphs(lines(column), body)]


def body_size(pieces: Sequence[Piece]) -> float:
    """The size in which most is set."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def text_of(pages: Sequence[Sequence[Paragraph]]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages, and where in it each begins; a paragraph may go on in the next column or on the next page.

    >>> text_of([[Paragraph("全县建成服", 10, True)], [Paragraph("务站。", 10, False)]])
    ('全县建成服 务站。\\n', (0, 6))
    """
    parts, starts, length = list[str](), list[int](), 0
    last: Paragraph | None = None
    for page in pages:
        begun = False
        for paragraph in page:
            gap = "" if last is None else " " if _goes_on(last, paragraph) else "\n\n"
            if not begun:
                starts.append(length + len(gap))
                begun = True
            words = ("" if gap == " " else paragraph.mark) + paragraph.text
            parts += [gap, words]
            length += len(gap) + len(words)
            last = paragraph
        if not begun:
            starts.append(length)
    return ("".join([*parts, "\n"]), tuple(starts)) if parts else ("", tuple(starts))


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    alike = above.size / _SAME <= below.size <= above.size * _SAME
    return alike and not below.opens and not above.mark and not below.mark and not _CLOSED.search(above.text)


# ---- lines --------------------------------------------------------------------------------


def lines(pieces: Sequence[Piece]) -> list[Line]:
    """The lines of one column from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.left)):
        if rows and _is_level(piece, rows[-1][0]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    found = [_line(sorted(row, key=lambda piece: piece.left)) for row in rows]
    return _upright(_with_initials(found))


def _is_level(piece: Piece, other: Piece) -> bool:
    """Whether two pieces stand on one line; a character that reaches down several lines stands on none of them."""
    smaller, larger = sorted((piece.size, other.size))
    return abs(piece.middle - other.middle) < 0.5 * smaller and larger < _HEADLINE * smaller


def _line(row: Sequence[Piece]) -> Line:
    # They are pieces because a blank or white parts them.
    text, right = " ".join(piece.text for piece in row), max(piece.right for piece in row)
    size = max((piece.size for piece in row), key=lambda size: sum(len(p.text) for p in row if p.size == size))
    return Line(row[0].left, right, min(p.top for p in row), max(p.bottom for p in row), size, text)


def _with_initials(found: Sequence[Line]) -> list[Line]:
    """A large first character that reaches down several lines belongs to the first of them."""
    whole = sorted(found, key=lambda line: line.top)
    for initial in [line for line in whole if len(line.text) == 1]:
        beside = [line for line in whole if _is_beside(line, initial)]
        if len(beside) > 1:
            whole[whole.index(beside[0])] = replace(beside[0], text=initial.text + beside[0].text)
            whole.remove(initial)
    return whole


def _is_beside(line: Line, initial: Line) -> bool:
    level = line.bottom > initial.top and line.top < initial.bottom
    return level and line.left >= initial.right and initial.size >= _HEADLINE * line.size


def _upright(found: Sequence[Line]) -> list[Line]:
    """Characters one below the other, as headlines are set beside a column, are one line."""
    whole: list[Line] = []
    for line in found:
        last = whole[-1] if whole else None
        if (
            last
            and len(line.text) == 1
            and abs(line.left - last.left) < 0.3 * line.size
            and last.right - last.left < 1.5 * last.size
            and line.top - last.bottom < 0.8 * line.size
        ):
            whole[-1] = replace(last, bottom=line.bottom, text=last.text + line.text)
        else:
            whole.append(line)
    return whole


# ---- paragraphs ---------------------------------------------------------------------------


def _paragraphs(column: Sequence[Line], body: float) -> Iterator[Paragraph]:
    left = min((line.left for line in column), default=0.0)
    right = max((line.right for line in column), default=0.0)
    steps = [below.top - above.top for above, below in pairwise(column)]
    pitch = median(steps) if len(steps) > 1 else 0.0
    group: list[Line] = []
    for line in column:
        if group and _begins(group[-1], line, left, right, pitch, body):
            yield _paragraph(group, left, body)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group, left, body)


def _begins(above: Line, line: Line, left: float, right: float, pitch: float, body: float) -> bool:
    """Whether a line begins a paragraph."""
    step = line.top - above.top
    if not above.size / _SAME <= line.size <= above.size * _SAME or step > _PITCH * line.size + 0.2 * pitch:
        return True
    if line.size >= _HEADING * body:
        # The lines of a headline stand centred, each with its own left edge.
        return False
    short = above.right < right - _SHORT * above.size
    if _is_indented(line, left) and (short or not _are_flush(above, line)):
        return True
    if pitch and step > 1.5 * pitch:
        return True
    # Beside a picture all lines are short; before a paragraph one is, and the next is not.
    return short and (_CLOSED.search(above.text) is not None or line.right > above.right + _SHORT * line.size)


def _is_indented(line: Line, left: float) -> bool:
    return _INDENT * line.size < line.left - left < _DEEPEST_INDENT * line.size


def _are_flush(above: Line, line: Line) -> bool:
    """Whether two lines stand in, the one below the other, and the upper runs on: a quotation set apart."""
    return abs(above.left - line.left) < 0.3 * line.size and not _CLOSED.search(above.text)


def _paragraph(group: Sequence[Line], left: float, body: float) -> Paragraph:
    text = " ".join(line.text for line in group)
    size = group[0].size
    mark = ""
    if size >= _HEADING * body and len(text) <= _LONGEST_HEADLINE:
        mark = "# " if size >= _HEADLINE * body else "## "
    return Paragraph(text, size, group[0].left - left > 0.8 * size, mark)


# ---- what pages print again and again -----------------------------------------------------


def without_furniture(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Pages without their numbers, and without the heads and feet that the pages before had, too."""
    edges = [_edges(page) for page in pages]
    often = Counter(key for edge in edges for key in {_masked(text) for text, _ in edge})
    seen: set[str] = set()
    found = []
    for page, edge in zip(pages, edges, strict=True):
        gone: set[int] = set()
        for text, row in edge:
            key = _masked(text)
            again = key in seen and often[key] >= 3 and 2 * often[key] > len(pages)
            if again or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(text)):
                gone |= set(map(id, row))
            seen.add(key)
        found.append([piece for piece in page if id(piece) not in gone])
    return found


def _edges(page: Sequence[Piece]) -> list[tuple[str, list[Piece]]]:
    """The first and the last line of a page, across all columns."""
    rows: list[list[Piece]] = []
    for piece in sorted(page, key=lambda piece: piece.middle):
        if rows and abs(piece.middle - rows[-1][0].middle) < 0.5 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    ends = rows if len(rows) < 2 else [rows[0], rows[-1]]
    return [(" ".join(p.text for p in sorted(row, key=lambda piece: piece.left)), row) for row in ends]


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", text)
