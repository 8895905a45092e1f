"""Frames in, where to put them side by side out: in rows, the whole about half as wide again as high."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")
Point = tuple[int, int]
Frame = tuple[int, int, int, int]  # left, top, right, bottom, seen from the origin of what it frames

BETWEEN = 260


def shelves(frames: Mapping[Key, Frame]) -> dict[Key, Point]:
    """The origin of each framed thing; the first stays where it is.

    >>> shelves({"云岭县": (-50, -40, 50, 40), "石桥区": (-30, -20, 30, 20)})
    {'云岭县': (0, 0), '石桥区': (340, 0)}
    """
    order = list(frames)
    counts = range(1, 2 * math.isqrt(len(order)) + 2) if order else ()
    columns = min(counts, key=lambda count: (_misfit(order, frames, count), count), default=1)
    origins: dict[Key, Point] = {}
    down = 0
    for row in _rows(order, columns):
        height = max(frames[key][3] - frames[key][1] for key in row)
        along = 0
        for key in row:
            left, top, right, bottom = frames[key]
            origins[key] = (along - left, down - top + (height - (bottom - top)) // 2)
            along += right - left + BETWEEN
        down += height + BETWEEN
    first = next(iter(origins.values()), (0, 0))
    return {key: (x - first[0], y - first[1]) for key, (x, y) in origins.items()}


def _rows(order: Sequence[Key], columns: int) -> list[Sequence[Key]]:
    return [order[i : i + columns] for i in range(0, len(order), columns)]


def _misfit(order: Sequence[Key], frames: Mapping[Key, Frame], columns: int) -> int:
    """How far from three to two the whole would be in so many columns, in percent."""
    rows = [[frames[key] for key in row] for row in _rows(order, columns)]
    width = max(sum(right - left + BETWEEN for left, _, right, _ in row) for row in rows) - BETWEEN
    height = sum(max(bottom - top for _, top, _, bottom in row) + BETWEEN for row in rows) - BETWEEN
    wide, high = 2 * max(width, 1), 3 * max(height, 1)
    return 100 * max(wide, high) // min(wide, high)
