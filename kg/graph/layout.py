"""Boxes and who is near whom in, a point for every box out: integers only, the same on every machine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.graph.sectors import INNER, TURN, Box, Slot, Taken, fill, spread
from kg.graph.shelves import Frame, Point, shelves

NARROWEST = TURN // 28  # of a sector
SWEEPS, ROUNDS = 3, 4
FEW = 1500  # boxes of a cluster for which there is time to try every place, in several rounds


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
    # What no relation leads to stands outside all else.
    far = 1 + max(hops.values(), default=0)
    return {node: hops.get(node, far) for node in near}, owners


def _cluster(
    boxes: Sequence[Box], near: Mapping[str, Sequence[str]], hops: Mapping[str, int], home: str
) -> dict[str, Point]:
    """Points round the origin, where the centre stands."""
    sectors: dict[int, list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda box: (hops[box.key], -len(near[box.key]), box.width, box.key)):
        sectors[box.sector].append(box)
    needs = {sector: sum(box.width * box.height for box in sectors[sector]) for sector in sorted(sectors)}
    best: dict[str, Slot] = {}
    # A sector that came to reach far out is given more of the turn, until all reach about as far.
    for _ in range(ROUNDS if len(boxes) <= FEW else 1):
        chosen = _filled(sectors, _shares(needs), hops)
        reach = {sector: max(chosen[box.key].ring for box in sectors[sector]) for sector in needs}
        if not best or max(reach.values()) < max(slot.ring for slot in best.values()):
            best = chosen
        needs = {sector: need * reach[sector] // INNER for sector, need in needs.items()}
    for _ in range(SWEEPS if len(boxes) <= FEW else 1):
        for sector in needs:
            _untangle(sectors[sector], best, near, hops)
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
    sectors: Mapping[int, Sequence[Box]], spans: Mapping[int, tuple[int, int]], hops: Mapping[str, int]
) -> dict[str, Slot]:
    """A slot for every box of a cluster."""
    every = [box for boxes in sectors.values() for box in boxes]
    taken = Taken(max((box.width for box in every), default=1), max((box.height for box in every), default=1))
    taken.add(0, 0, 100, 100)
    chosen: dict[str, Slot] = {}
    for sector, (start, end) in spans.items():
        margin = min(TURN // 100, (end - start) // 6)
        within = start + margin, end - margin
        waiting = sectors[sector]
        chosen.update(fill(waiting, *within, hops, taken) if len(every) <= FEW else spread(waiting, *within, hops))
    return chosen


def _untangle(
    boxes: Sequence[Box],
    chosen: dict[str, Slot],
    near: Mapping[str, Sequence[str]],
    hops: Mapping[str, int],
) -> None:
    """Let boxes at like distance change places, so that each comes to lie towards its neighbours."""
    shells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for box in boxes:
        shells[hops[box.key], chosen[box.key].ring // 100].append(box.key)
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


def _frame(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> Frame:
    """Left, top, right and bottom of a cluster with its labels."""
    return (
        min((x - boxes[key].width // 2 for key, (x, _) in points.items()), default=0),
        min((y - boxes[key].height // 2 for key, (_, y) in points.items()), default=0),
        max((x + boxes[key].width // 2 for key, (x, _) in points.items()), default=0),
        max((y + boxes[key].height // 2 for key, (_, y) in points.items()), default=0),
    )
