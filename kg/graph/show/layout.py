"""Boxes and who is near whom in, a point for every box out: integers only, the same on every machine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter

from kg.graph.show.sectors import INNER, TURN, Box, Slot, Taken, fill, spread
from kg.graph.show.shelves import Frame, Point, shelves

NARROWEST = TURN // 28  # of a sector
SWEEPS, ROUNDS = 3, 4
BY_ANGLE = itemgetter(2, 3)  # of a slot: angle, ring
FEW = 1500  # boxes of a cluster for which there is time to try every place, in several rounds
MANY = 6000  # beyond, no eye can follow a line, and no line is worth untangling


def arrange(boxes: Sequence[Box], near: Sequence[Sequence[int]], centres: Sequence[int]) -> list[Point]:
    """Give every box its point: a cluster round each centre, sectors in their order, the nearest inside.

    Boxes are numbered as they stand, and know each other by number.

    >>> county, mechanism = Box(0, 0, 8, 50, 50), Box(1, 0, 0, 40, 30)
    >>> arrange([county, mechanism], [[1], [0]], [0])
    [(0, 0), (0, -130)]
    """
    hops, owners = _distances(near, centres)
    members: dict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        members[box.home if box.home >= 0 else owners.get(box.key, centres[0] if centres else -1)].append(box)
    clusters = {
        home: _cluster([box for box in members[home] if box.key != home], near, hops, home)
        for home in sorted(members, key=lambda home: (-len(members[home]), home))
    }
    placed = [(0, 0)] * len(boxes)
    frames = {home: _frame(points, boxes) for home, points in clusters.items()}
    for home, (left, top) in shelves(frames).items():
        for key, (x, y) in clusters[home].items():
            placed[key] = (x + left, y + top)
    return placed


def _distances(near: Sequence[Sequence[int]], centres: Sequence[int]) -> tuple[list[int], dict[int, int]]:
    """How many steps each thing is from the nearest centre, and which centre that is."""
    hops, owners = [-1] * len(near), {centre: centre for centre in centres}
    for centre in centres:
        hops[centre] = 0
    front, far = list(centres), 0
    while front:
        far += 1
        beyond = []
        for node in front:
            owner = owners[node]
            for other in near[node]:
                if hops[other] < 0:
                    hops[other], owners[other] = far, owner
                    beyond.append(other)
        front = beyond
    # What no relation leads to stands outside all else.
    far = max(far, 1)
    return [far if hop < 0 else hop for hop in hops], owners


def _cluster(boxes: Sequence[Box], near: Sequence[Sequence[int]], hops: Sequence[int], home: int) -> dict[int, Point]:
    """Points round the origin, where the centre stands."""
    sectors: dict[int, list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda box: (hops[box.key], -len(near[box.key]), box.width, box.key)):
        sectors[box.sector].append(box)
    needs = {sector: sum([box.width * box.height for box in sectors[sector]]) for sector in sorted(sectors)}
    best: dict[int, Slot] = {}
    # A sector that came to reach far out is given more of the turn, until all reach about as far.
    for _ in range(ROUNDS if len(boxes) <= FEW else 1):
        chosen = _filled(sectors, _shares(needs), hops)
        reach = {sector: max([chosen[box.key].ring for box in sectors[sector]]) for sector in needs}
        if not best or max(reach.values()) < max([slot.ring for slot in best.values()]):
            best = chosen
        needs = {sector: need * reach[sector] // INNER for sector, need in needs.items()}
    for _ in range(SWEEPS if len(boxes) <= FEW else len(boxes) <= MANY):
        angles = {key: slot.angle for key, slot in best.items()}
        for sector in needs:
            _untangle(sectors[sector], best, angles, near, hops)
    centre = {home: (0, 0)} if home >= 0 else {}
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
    sectors: Mapping[int, Sequence[Box]], spans: Mapping[int, tuple[int, int]], hops: Sequence[int]
) -> dict[int, Slot]:
    """A slot for every box of a cluster."""
    every = [box for boxes in sectors.values() for box in boxes]
    taken = Taken(max((box.width for box in every), default=1), max((box.height for box in every), default=1))
    taken.add(0, 0, 100, 100)
    chosen: dict[int, Slot] = {}
    for sector, (start, end) in spans.items():
        margin = min(TURN // 100, (end - start) // 6)
        within = start + margin, end - margin
        waiting = sectors[sector]
        chosen.update(fill(waiting, *within, hops, taken) if len(every) <= FEW else spread(waiting, *within, hops))
    return chosen


def _untangle(
    boxes: Sequence[Box],
    chosen: dict[int, Slot],
    angles: dict[int, int],
    near: Sequence[Sequence[int]],
    hops: Sequence[int],
) -> None:
    """Let boxes at like distance change places, so that each comes to lie towards its neighbours."""
    shells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for box in boxes:
        shells[hops[box.key], chosen[box.key].ring // 100].append(box.key)
    half = TURN // 2
    for keys in shells.values():
        if len(keys) < 2:
            continue
        wish = {}
        for key in keys:
            own = angles[key]
            back = half - own
            pulls = [(angles[other] + back) % TURN for other in near[key] if other in angles]
            wish[key] = own * 64 + (64 * (sum(pulls) - half * len(pulls)) // len(pulls) if pulls else 0)
        slots = sorted([chosen[key] for key in keys], key=BY_ANGLE)
        keys.sort()
        for key, slot in zip(sorted(keys, key=wish.__getitem__), slots, strict=True):
            chosen[key] = slot
            angles[key] = slot.angle


def _frame(points: Mapping[int, Point], boxes: Sequence[Box]) -> Frame:
    """Left, top, right and bottom of a cluster with its labels."""
    left = top = right = bottom = 0
    for key, (x, y) in points.items():
        box = boxes[key]
        across, down = box.width // 2, box.height // 2
        if x - across < left:
            left = x - across
        if y - down < top:
            top = y - down
        if x + across > right:
            right = x + across
        if y + down > bottom:
            bottom = y + down
    return left, top, right, bottom
