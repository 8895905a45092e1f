"""The printed pieces of a page in, its columns in the order in which they are read out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand close together on one line; from the left and from the top, in points."""

    left: float
    right: float
    top: float
    bottom: float
    size: float
    text: str

    @property
    def middle(self) -> float:
        """Half way down it."""
        return (self.top + self.bottom) / 2


Pieces = list[Piece]

# The white between two columns, in characters.
_GUTTER = 0.9
# A side of it has so many lines, and no more than this share of all pieces lies across: headlines do.
_LINES = 2
_ACROSS = 0.2
_LIKE = 1.15
# Of text, and not a headline, so many lines lie across at once: a by-line, the first words.
_MOST_LINES = 4
# A line above a column that belongs to all: so many, and so wide.
_HEAD_LINES, _HEAD_WIDTH = 2, 0.8
# The white between two articles: in characters, and in usual distances of two lines.
_WHITE, _WIDER = 0.6, 1.5
_FEW_LINES = 3
_CELL = 6


def columns(pieces: Pieces) -> list[Pieces]:
    """Part a page: by the white between columns, by what lies across them, by the white between articles.

    >>> page = [Piece(x, x + 80, y, y + 10, 10, f"第{x}栏文字{y}") for y in (40, 55) for x in (100, 0)]
    >>> page += [Piece(20, 160, 0, 20, 20, "标题")]
    >>> [[piece.text for piece in column] for column in columns(page)]
    [['标题'], ['第0栏文字40', '第0栏文字55'], ['第100栏文字40', '第100栏文字55']]
    """
    found: list[Pieces] = []
    todo = [pieces] if pieces else []
    while todo:
        part = todo.pop()
        parts = [] if _is_table(part) else _by_gutter(part) or _by_spanners(part) or _by_gap(part)
        if parts:
            todo += reversed(parts)
        else:
            found.append(part)
    return found


def _by_gutter(pieces: Pieces) -> list[Pieces]:
    """Side by side, where white runs down the whole of it."""
    if len(pieces) < 2 * _LINES:
        return []
    least = _GUTTER * _size(pieces)
    parts: list[Pieces] = [[]]
    edge = min(piece.left for piece in pieces)
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if piece.left - edge >= least:
            parts.append([])
        parts[-1].append(piece)
        edge = max(edge, piece.right)
    # A column of one line is none: a blank within the line.
    if len(parts) == 1 or min(map(_lines, parts)) < _LINES:
        return []
    return _without_head([_downwards(part) for part in parts])


def _is_table(pieces: Pieces) -> bool:
    """Whether short words stand in rows: a table is read across."""
    lines = len({round(piece.bottom) for piece in pieces})
    return 2 * lines <= len(pieces) and median(len(piece.text) for piece in pieces) <= _CELL


def _without_head(parts: list[Pieces]) -> list[Pieces]:
    """A short line above the middle column stands above them all: it is centred, and narrower than a column."""
    tops = [part[0].top for part in parts]
    highest = tops.index(min(tops))
    others = min(top for index, top in enumerate(tops) if index != highest)
    column = parts[highest]
    head = [piece for piece in column if piece.bottom <= others]
    rest = column[len(head) :]
    width = max(piece.right for piece in column) - min(piece.left for piece in column)
    if not head or not rest or _lines(head) > _HEAD_LINES or _width(head) > _HEAD_WIDTH * width:
        return parts
    return [head, *parts[:highest], rest, *parts[highest + 1 :]]


def _width(pieces: Pieces) -> float:
    return max(piece.right for piece in pieces) - min(piece.left for piece in pieces)


def _size(pieces: Pieces) -> float:
    return median(piece.size for piece in pieces)


def _downwards(pieces: Pieces) -> Pieces:
    return sorted(pieces, key=lambda piece: (piece.top, piece.left))


def _lines(pieces: Pieces) -> int:
    """How many lines they make, about."""
    count, bottom = 0, float("-inf")
    for piece in _downwards(pieces):
        if piece.middle > bottom:
            count += 1
            bottom = piece.bottom
    return count


# ---- what lies across columns -------------------------------------------------------------


def _by_spanners(pieces: Pieces) -> list[Pieces]:
    """One below the other: headlines that lie across columns, and the bands between them."""
    across = _spanners(pieces)
    if not across:
        return []
    rows: list[Pieces] = []
    for piece in _downwards(across):
        if rows and piece.middle < max(other.bottom for other in rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    spanning = set(map(id, across))
    rest = [piece for piece in _downwards(pieces) if id(piece) not in spanning]
    parts: list[Pieces] = []
    for row in rows:
        line = min(piece.middle for piece in row)
        parts += [[piece for piece in rest if piece.middle < line], row]
        rest = [piece for piece in rest if piece.middle >= line]
    return [part for part in _joined([*parts, rest], spanning) if part]


def _joined(parts: Sequence[Pieces], spanning: set[int]) -> Iterator[Pieces]:
    """Rows that lie across with nothing between them are one part."""
    last: Pieces = []
    for part in filter(None, parts):
        if last and id(part[0]) in spanning and id(last[0]) in spanning:
            last += part
            continue
        if last:
            yield last
        last = list(part)
    yield last


def _spanners(pieces: Pieces) -> Pieces:
    """The few pieces but for which white would part the rest in columns."""
    if len(pieces) < 4 * _LINES:
        return []
    size = _size(pieces)
    width = _GUTTER * size
    most = _ACROSS * len(pieces)
    best: tuple[int, float, Pieces] | None = None
    middle = (min(piece.left for piece in pieces) + max(piece.right for piece in pieces)) / 2
    for left in sorted({round(piece.right, 1) for piece in pieces}):
        across = [piece for piece in pieces if piece.left < left + width and piece.right > left + 0.1]
        if not across or len(across) > most:
            continue
        key = (len(across), abs(left + width / 2 - middle))
        if (best is not None and key >= best[:2]) or _is_text(across, size):
            continue
        before = [piece for piece in pieces if piece.right <= left + 0.1]
        after = [piece for piece in pieces if piece.left >= left + width]
        if min(_lines(before), _lines(after)) >= 2 * _LINES - 1:
            best = (*key, across)
    if best is None:
        return []
    # A headline with blanks is several pieces, of which not all lie across.
    rows = best[2]
    return [piece for piece in pieces if any(piece is row or _is_beside(piece, row) for row in rows)]


def _is_text(across: Pieces, size: float) -> bool:
    """Whether lines of text stand one below the other here, as in a column."""
    count, bottom = 0, float("-inf")
    for piece in _downwards([piece for piece in across if piece.size < _LIKE * size]):
        if piece.middle > bottom:
            count = count + 1 if piece.top - bottom < 1.5 * size else 1
            bottom = piece.bottom
        if count > _MOST_LINES:
            return True
    return False


def _is_beside(piece: Piece, row: Piece) -> bool:
    alike = row.size / _LIKE <= piece.size <= row.size * _LIKE
    return alike and row.top < piece.middle < row.bottom


# ---- articles one below the other ---------------------------------------------------------


def _by_gap(pieces: Pieces) -> list[Pieces]:
    """One below the other, where white runs across and what stands below is parted otherwise than what stands above."""
    bands = _bands(pieces)
    if len(bands) < 2:
        return []
    parts = [bands[0]]
    for band in bands[1:]:
        both = parts[-1] + band
        parted = len(_by_gutter(both))
        # A headline belongs to the columns below it; of two bands with columns both must be parted alike.
        least = 2 if _lines(parts[-1]) <= _FEW_LINES else max(len(_by_gutter(parts[-1])), len(_by_gutter(band)))
        if parted >= max(least, 2):
            parts[-1] = both
        else:
            parts.append(band)
    if len(parts) < 2 or not any(_by_gutter(part) or _spanners(part) for part in parts):
        return []
    return parts


def _bands(pieces: Pieces) -> list[Pieces]:
    """What stands between the white that runs across, where that is wider than between two lines."""
    rows = _downwards(pieces)
    gaps: list[tuple[float, int]] = []
    bottom = rows[0].bottom if rows else 0.0
    for index, piece in enumerate(rows):
        if piece.top > bottom:
            gaps.append((piece.top - bottom, index))
        bottom = max(bottom, piece.bottom)
    if not gaps:
        return [rows]
    least = max(_WHITE * _size(rows), _WIDER * median(gap for gap, _ in gaps))
    cuts = [index for gap, index in gaps if gap >= least]
    return [rows[first:last] for first, last in pairwise([0, *cuts, len(rows)])]
