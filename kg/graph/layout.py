"""Boxes and who is near whom in, a point for every box out: integers only, the same on every machine."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.graph.shelves import Frame, Point, shelves

Place = tuple[int, int, int]  # x, y, angle

TURN = 4096  # steps of a full turn
UNIT = 1 << 16
INNER = 130  # radius of the first ring
FINE, COARSE = (26, 12), (44, 26)  # from ring to ring, and from place to place on one
BETWEEN_HOPS = 30
NARROWEST = TURN // 28  # of a sector
BESIDE = 9  # how far a line should stay from what it passes
PATIENCE = 20  # rings to look for a place in sight before one out of sight is taken
SWEEPS = 3
ROUNDS = 4
FEW = 1500  # boxes for which there is time to try every place, in several rounds


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
    frames = {home: _frame(points, boxes) for home, points in clusters.items()}
    for home, (left, top) in shelves(frames).items():
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
    far = 1 + max(hops.values(), default=0)
    sectors: dict[int, list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda box: (hops.get(box.key, far), -len(near[box.key]), box.width, box.key)):
        sectors[box.sector].append(box)
    needs = {sector: sum(box.width * box.height for box in sectors[sector]) for sector in sorted(sectors)}
    best: dict[str, Slot] = {}
    # A sector that came to reach far out is given more of the turn, until all reach about as far.
    for _ in range(ROUNDS if len(boxes) <= FEW else 1):
        chosen = _filled(sectors, _shares(needs), hops, far)
        reach = {sector: max(chosen[box.key].ring for box in sectors[sector]) for sector in needs}
        if not best or max(reach.values()) < max(slot.ring for slot in best.values()):
            best = chosen
        needs = {sector: need * reach[sector] // INNER for sector, need in needs.items()}
    for _ in range(SWEEPS if len(boxes) <= FEW else 1):
        for sector in needs:
            _untangle(sectors[sector], best, near, hops, far)
    centre = {home: (0, 0)} if home else {}
    return centre | {key: (slot.x, slot.y) for key, slot in best.items()}


def _shares(needs: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """The turn divided by the room each sector needs; the first has its middle at the top."""
    whole = sum(needs.values())
    loose = TURN - NARROWEST * len(needs)
    shares = {sector: NARROWEST + loose * need // whole for sector, need in needs.items()}
    start = 3 * TURN // 4 - next(iter(shares.values()), 0) // 2
    spans = {}
    for sector, share in shares.items():
        spans[sector] = (start, start + share)
        start += share
    return spans


def _filled(
    sectors: Mapping[int, Sequence[Box]], spans: Mapping[int, tuple[int, int]], hops: Mapping[str, int], far: int
) -> dict[str, Slot]:
    """A slot for every box of a cluster."""
    every = [box for boxes in sectors.values() for box in boxes]
    taken = _Taken(max((box.width for box in every), default=1), max((box.height for box in every), default=1))
    taken.add(0, 0, 100, 100)
    chosen: dict[str, Slot] = {}
    for sector, (start, end) in spans.items():
        chosen.update(_fill(sectors[sector], start, end, hops, far, taken, FINE if len(every) <= FEW else COARSE))
    return chosen


def _fill(
    waiting: Sequence[Box],
    start: int,
    end: int,
    hops: Mapping[str, int],
    far: int,
    taken: _Taken,
    grain: Point,
) -> Iterator[tuple[str, Slot]]:
    """Put boxes one after the other on the rings of a sector, from the inside out."""
    width, height = max(box.width for box in waiting), max(box.height for box in waiting)
    margin = min(TURN // 100, (end - start) // 6)
    start, end = start + margin, end - margin
    ring, apart = grain
    radius, hop = INNER, hops.get(waiting[0].key, far)
    places = _ring(radius, start, end, 0, apart)
    spare: list[Place] = []
    lines: list[tuple[int, int]] = []
    for box in waiting:
        beyond = hops.get(box.key, far)
        if beyond != hop:
            hop, radius, spare = beyond, radius + BETWEEN_HOPS + ring, []
            places = _ring(radius, start, end, (radius - INNER) // ring, apart)
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
                if spare and radius - INNER >= PATIENCE * ring:
                    place = spare.pop(0)
                else:
                    radius += ring
                    places = _ring(radius, start, end, (radius - INNER) // ring, apart)
        x, y, angle = place
        taken.add(x, y, width, height)
        lines.append((angle, TURN * BESIDE // (6 * radius)))
        yield box.key, Slot(x, y, angle, radius)


def _in_sight(angle: int, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the centre can be seen at this angle past what stands at others, each as broad as it seems from there."""
    return all(abs(angle - other) > breadth for other, breadth in lines)


def _ring(radius: int, start: int, end: int, turn: int, apart: int) -> Iterator[Place]:
    """Places on a ring within a sector: x, y and angle. A ring is a little wider than high, as labels and screens are.

    Each ring begins elsewhere (by the golden section), lest things stand in rows behind each other and hide whose
    line is whose.
    """
    circle = _circle()
    step = max(1, TURN * apart // (7 * radius))
    span = end - start + 1
    first = (span // 2 + turn * span * 618 // 1000) % span
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
        self._last = (0, 0, 0, 0)

    def free(self, x: int, y: int, width: int, height: int) -> bool:
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
        self._cells[x // self._width, y // self._height].append((x, y, width, height))


def _frame(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> Frame:
    """Left, top, right and bottom of a cluster with its labels."""
    return (
        min((x - boxes[key].width // 2 for key, (x, _) in points.items()), default=0),
        min((y - boxes[key].height // 2 for key, (_, y) in points.items()), default=0),
        max((x + boxes[key].width // 2 for key, (x, _) in points.items()), default=0),
        max((y + boxes[key].height // 2 for key, (_, y) in points.items()), default=0),
    )
