"""Boxes and who is near whom in, a point for every box out: integers only, the same on every machine."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

Point = tuple[int, int]

TURN = 4096  # steps of a full turn
UNIT = 1 << 16
INNER = 130  # radius of the first ring
RING = 26
BETWEEN_HOPS = 30
BETWEEN_CLUSTERS = 260
NARROWEST = TURN // 28  # of a sector
SWEEPS = 3


@dataclass(frozen=True, slots=True)
class Box:
    """A thing to be placed: its name, the centre it belongs to, its sector, the room it needs."""

    key: str
    home: str
    sector: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A free place on a ring."""

    x: int
    y: int
    angle: int
    ring: int


def arrange(boxes: Mapping[str, Box], near: Mapping[str, Sequence[str]], centres: Sequence[str]) -> dict[str, Point]:
    """Give every box its point: a cluster round each centre, sectors in their order, the nearest inside.

    >>> county, mechanism = Box("云岭县", "云岭县", 8, 50, 50), Box("四联", "云岭县", 0, 40, 30)
    >>> arrange({"云岭县": county, "四联": mechanism}, {"云岭县": ["四联"], "四联": ["云岭县"]}, ["云岭县"])
    {'云岭县': (0, 0), '四联': (0, -130)}
    """
    hops, owners = _distances(near, centres)
    members: dict[str, list[Box]] = defaultdict(list)
    for box in boxes.values():
        home = box.home if box.home in boxes else owners.get(box.key, centres[0] if centres else "")
        members[home].append(box)
    clusters = {
        home: _cluster([box for box in members[home] if box.key != home], near, hops, home)
        for home in sorted(members, key=lambda home: (-len(members[home]), home))
    }
    placed: dict[str, Point] = {}
    for home, (left, top) in _shelves(clusters, boxes).items():
        placed.update((key, (x + left, y + top)) for key, (x, y) in clusters[home].items())
    # Neighbours on the plane follow the order of the graph, whatever order they were placed in.
    return {key: placed[key] for key in boxes}


def _distances(near: Mapping[str, Sequence[str]], centres: Sequence[str]) -> tuple[dict[str, int], dict[str, str]]:
    """How many steps each thing is from the nearest centre, and which centre that is."""
    hops, owners = dict.fromkeys(centres, 0), {centre: centre for centre in centres}
    front = list(centres)
    while front:
        beyond = []
        for node in front:
            for other in near[node]:
                if other not in hops:
                    hops[other], owners[other] = hops[node] + 1, owners[node]
                    beyond.append(other)
        front = beyond
    return hops, owners


def _cluster(
    boxes: Sequence[Box], near: Mapping[str, Sequence[str]], hops: Mapping[str, int], home: str
) -> dict[str, Point]:
    """Points round the origin, where the centre stands."""
    taken = _Taken(max((box.width for box in boxes), default=1), max((box.height for box in boxes), default=1))
    taken.add(0, 0, 100, 100)
    far = 1 + max(hops.values(), default=0)
    sectors: dict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        sectors[box.sector].append(box)
    chosen: dict[str, Slot] = {}
    for sector, (start, end) in _shares(sectors).items():
        waiting = sorted(
            sectors[sector], key=lambda box: (hops.get(box.key, far), -len(near[box.key]), box.width, box.key)
        )
        chosen.update(_fill(waiting, start, end, hops, far, taken))
    for _ in range(SWEEPS):
        for sector in sorted(sectors):
            _untangle(sectors[sector], chosen, near, hops, far)
    centre = {home: (0, 0)} if home else {}
    return centre | {key: (slot.x, slot.y) for key, slot in chosen.items()}


def _shares(sectors: Mapping[int, Sequence[Box]]) -> dict[int, tuple[int, int]]:
    """The turn divided by the room each sector needs; the first has its middle at the top."""
    need = {sector: sum(box.width * box.height for box in sectors[sector]) for sector in sorted(sectors)}
    whole = sum(need.values())
    loose = TURN - NARROWEST * len(need)
    shares = {sector: NARROWEST + loose * area // whole for sector, area in need.items()}
    if not shares:
        return {}
    start = 3 * TURN // 4 - next(iter(shares.values())) // 2
    spans = {}
    for sector, share in shares.items():
        spans[sector] = (start, start + share)
        start += share
    return spans


def _fill(
    waiting: Sequence[Box], start: int, end: int, hops: Mapping[str, int], far: int, taken: _Taken
) -> Iterator[tuple[str, Slot]]:
    """Put boxes one after the other on the rings of a sector, from the inside out."""
    width, height = max(box.width for box in waiting), max(box.height for box in waiting)
    margin = min(TURN // 100, (end - start) // 6)
    radius, hop = INNER, hops.get(waiting[0].key, far)
    places = _ring(radius, start + margin, end - margin)
    for box in waiting:
        beyond = hops.get(box.key, far)
        if beyond != hop:
            hop, radius = beyond, radius + BETWEEN_HOPS + RING
            places = _ring(radius, start + margin, end - margin)
        while True:
            slot = next((s for s in places if taken.free(s.x, s.y, width, height)), None)
            if slot is not None:
                break
            radius += RING
            places = _ring(radius, start + margin, end - margin)
        taken.add(slot.x, slot.y, width, height)
        yield box.key, slot


def _ring(radius: int, start: int, end: int) -> Iterator[Slot]:
    """Places on a ring from the middle of a sector to its edges, about a dozen pixels apart."""
    step = max(1, TURN * 12 // (7 * radius))
    middle, reach = (start + end) // 2, (end - start) // 2
    for away in range(0, reach + 1, step):
        for angle in (middle + away, middle - away) if away else (middle,):
            x, y = _on_ring(radius, angle)
            yield Slot(x, y, angle, radius)


def _on_ring(radius: int, angle: int) -> Point:
    """A ring is a little wider than high, as labels and screens are."""
    return radius * _cosine(angle) * 5 // (4 * UNIT), radius * _cosine(angle - TURN // 4) // UNIT


@cache
def _quarter() -> tuple[int, ...]:
    # No value comes near a half, so a machine whose cosine differs in the last place rounds to the same integers.
    return tuple(round(UNIT * math.cos(2 * math.pi * i / TURN)) for i in range(TURN // 4 + 1))


def _cosine(angle: int) -> int:
    """The cosine of an angle in steps, times `UNIT`."""
    angle %= TURN
    if angle > TURN // 2:
        angle = TURN - angle
    return _quarter()[angle] if angle <= TURN // 4 else -_quarter()[TURN // 2 - angle]


def _untangle(
    boxes: Sequence[Box],
    chosen: dict[str, Slot],
    near: Mapping[str, Sequence[str]],
    hops: Mapping[str, int],
    far: int,
) -> None:
    """Let boxes at like distance change places, so that each comes to lie towards its neighbours."""
    shells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for box in boxes:
        shells[hops.get(box.key, far), chosen[box.key].ring // 100].append(box.key)
    for keys in shells.values():
        if len(keys) < 2:
            continue
        wish = {}
        for key in keys:
            own = chosen[key].angle
            pulls = [(chosen[n].angle - own + TURN // 2) % TURN - TURN // 2 for n in near[key] if n in chosen]
            wish[key] = own * 64 + (64 * sum(pulls) // len(pulls) if pulls else 0)
        slots = sorted((chosen[key] for key in keys), key=lambda slot: (slot.angle, slot.ring))
        for key, slot in zip(sorted(keys, key=lambda key: (wish[key], key)), slots, strict=True):
            chosen[key] = slot


class _Taken:
    """The boxes that stand already, in cells as large as the largest, so that only neighbours are looked at."""

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = max(width, 100), max(height, 100)
        self._cells: dict[Point, list[tuple[int, int, int, int]]] = defaultdict(list)

    def free(self, x: int, y: int, width: int, height: int) -> bool:
        column, row = x // self._width, y // self._height
        for i in (column - 1, column, column + 1):
            for j in (row - 1, row, row + 1):
                for other_x, other_y, other_width, other_height in self._cells.get((i, j), ()):
                    if 2 * abs(x - other_x) < width + other_width and 2 * abs(y - other_y) < height + other_height:
                        return False
        return True

    def add(self, x: int, y: int, width: int, height: int) -> None:
        self._cells[x // self._width, y // self._height].append((x, y, width, height))


def _shelves(clusters: Mapping[str, Mapping[str, Point]], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Where each cluster's origin comes to lie: in rows, the whole about half as wide again as high."""
    frames = {home: _frame(points, boxes) for home, points in clusters.items()}
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in frames.values())
    wide = max(math.isqrt(area * 2), max((right - left for left, _, right, _ in frames.values()), default=0))
    rows: list[list[str]] = []
    room = 0
    for home, (left, _, right, _) in frames.items():
        if not rows or right - left > room:
            rows.append([])
            room = wide + BETWEEN_CLUSTERS
        rows[-1].append(home)
        room -= right - left + BETWEEN_CLUSTERS
    origins: dict[str, Point] = {}
    down = 0
    for row in rows:
        height = max(frames[home][3] - frames[home][1] for home in row)
        along = 0
        for home in row:
            left, top, right, bottom = frames[home]
            origins[home] = (along - left, down - top + (height - (bottom - top)) // 2)
            along += right - left + BETWEEN_CLUSTERS
        down += height + BETWEEN_CLUSTERS
    first = next(iter(origins.values()), (0, 0))
    return {home: (x - first[0], y - first[1]) for home, (x, y) in origins.items()}


def _frame(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a cluster with its labels."""
    return (
        min((x - boxes[key].width // 2 for key, (x, _) in points.items()), default=0),
        min((y - boxes[key].height // 2 for key, (_, y) in points.items()), default=0),
        max((x + boxes[key].width // 2 for key, (x, _) in points.items()), default=0),
        max((y + boxes[key].height // 2 for key, (_, y) in points.items()), default=0),
    )
