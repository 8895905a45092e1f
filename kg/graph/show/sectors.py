"""The boxes of one sector in, a place on its rings for each out, from the inside out."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.graph.show.shelves import Point

Place = tuple[int, int, int]  # x, y, angle

TURN = 4096  # steps of a full turn
UNIT = 1 << 16
INNER = 130  # radius of the first ring
RING, APART = 26, 12  # from ring to ring, and from place to place on one
BETWEEN_HOPS = 30
BESIDE = 9  # how far a line should stay from what it passes
PATIENCE = 20  # rings to look for a place in sight before one out of sight is taken


class Box(NamedTuple):
    """A thing to be placed: its number, that of the centre it belongs to or -1, its sector, the room it needs."""

    key: int
    home: int
    sector: int
    width: int
    height: int


class Slot(NamedTuple):
    """A free place on a ring."""

    x: int
    y: int
    angle: int
    ring: int


def fill(waiting: Sequence[Box], start: int, end: int, hops: Sequence[int], taken: Taken) -> Iterator[tuple[int, Slot]]:
    """Put boxes one after the other where there is room and, next to the centre, a free line to it.

    >>> taken = Taken(100, 50)
    >>> dict(fill([Box(1, 0, 0, 40, 30)], 3000, 3100, [0, 1], taken))[1].ring
    130
    """
    width, height = _largest(waiting)
    hop = hops[waiting[0].key]
    radius, places = INNER, _ring(INNER, start, end, APART)
    spare: list[Place] = []
    lines: list[tuple[int, int]] = []
    for box in waiting:
        if hops[box.key] != hop:
            hop, radius, spare = hops[box.key], radius + BETWEEN_HOPS + RING, []
            places = _ring(radius, start, end, APART)
        place = None
        while place is None:
            for x, y, angle in places:
                if taken.free(x, y, width, height):
                    # A line to the centre that runs through another thing would seem to end there.
                    if hop != 1 or _in_sight(angle, lines):
                        place = x, y, angle
                        break
                    spare.append((x, y, angle))
            else:
                spare = [(x, y, angle) for x, y, angle in spare if taken.free(x, y, width, height)]
                if spare and radius - INNER >= PATIENCE * RING:
                    place = spare.pop(0)
                else:
                    radius += RING
                    places = _ring(radius, start, end, APART)
        x, y, angle = place
        taken.add(x, y, width, height)
        lines.append((angle, TURN * BESIDE // (6 * radius)))
        yield box.key, Slot(x, y, angle, radius)


def spread(waiting: Sequence[Box], start: int, end: int, hops: Sequence[int]) -> Iterator[tuple[int, Slot]]:
    """Put boxes one after the other on rings that leave room for the largest: quick, for thousands."""
    width, height = _largest(waiting)
    hop = hops[waiting[0].key]
    radius, places = INNER, _ring(INNER, start, end, width)
    for box in waiting:
        if hops[box.key] != hop:
            hop, radius = hops[box.key], radius + BETWEEN_HOPS + height
            places = _ring(radius, start, end, width)
        place = next(places, None)
        while place is None:
            radius += height
            places = _ring(radius, start, end, width)
            place = next(places, None)
        x, y, angle = place
        yield box.key, Slot(x, y, angle, radius)


def _largest(boxes: Sequence[Box]) -> Point:
    return max(box.width for box in boxes), max(box.height for box in boxes)


def _in_sight(angle: int, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the centre can be seen at this angle past what stands at others, each as broad as it seems from there."""
    return all(abs(angle - other) > breadth for other, breadth in lines)


def _ring(radius: int, start: int, end: int, apart: int) -> Iterator[Place]:
    """Places on a ring within a sector: x, y and angle. A ring is a little wider than high, as labels and screens are.

    Each ring begins elsewhere (by the golden section), lest things stand in rows behind each other and hide whose
    line is whose.
    """
    circle = _circle()
    step = max(1, TURN * apart // (7 * radius))
    span = end - start + 1
    first = (span // 2 + (radius - INNER) // RING * span * 618 // 1000) % span
    for along in range(0, span, step):
        angle = start + (first + along) % span
        cosine, sine = circle[angle % TURN]
        yield radius * cosine * 5 // (4 * UNIT), radius * sine // UNIT, angle


@cache
def _circle() -> tuple[Point, ...]:
    """Cosine and sine, times `UNIT`, of every angle in steps."""
    # No value comes near a half, so a machine whose cosine differs in the last place rounds to the same integers.
    quarter = [round(UNIT * math.cos(2 * math.pi * i / TURN)) for i in range(TURN // 4 + 1)]
    half = quarter + [-value for value in quarter[-2::-1]]
    cosines = half + half[-2:0:-1]
    return tuple((cosines[i], cosines[i - TURN // 4]) for i in range(TURN))


class Taken:
    """The boxes that stand already, in cells as large as the largest, so that only neighbours are looked at."""

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = max(width, 100), max(height, 100)
        self._cells: dict[Point, list[tuple[int, int, int, int]]] = defaultdict(list)
        self._last = (0, 0, 0, 0)

    def free(self, x: int, y: int, width: int, height: int) -> bool:
        """Whether nothing that was put down stands in the way of a box."""
        # What was in the way a dozen pixels ago most often still is.
        if self._clash(self._last, x, y, width, height):
            return False
        column, row = x // self._width, y // self._height
        for i in (column - 1, column, column + 1):
            for j in (row - 1, row, row + 1):
                for other in self._cells.get((i, j), ()):
                    if self._clash(other, x, y, width, height):
                        self._last = other
                        return False
        return True

    @staticmethod
    def _clash(other: tuple[int, int, int, int], x: int, y: int, width: int, height: int) -> bool:
        return 2 * abs(x - other[0]) < width + other[2] and 2 * abs(y - other[1]) < height + other[3]

    def add(self, x: int, y: int, width: int, height: int) -> None:
        """Put a box down."""
        self._cells[x // self._width, y // self._height].append((x, y, width, height))
