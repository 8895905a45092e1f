"""Blocks in, blocks out: paragraphs whose column was torn are put together where the evidence allows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.model import Repair, Role, Span
from kg.read.blocks import Block
from kg.read.masthead import Look, is_closed
from kg.read.seams import Seams, brackets, echo, figure, subject, torn_off

# How far below or above its end a paragraph may go on.
_AHEAD, _BACK = 6, 4
# A word must run over the seam to one that stands above, or that looks like a headline.
_STRONG = 3.5
_NEEDED = 0.0
_SURE = 0.85
# The weight of the case that the rest is lost.
_LOST = math.exp(-0.7)
_PAGE = 15_000
_SHORT = 16


@dataclass(frozen=True, slots=True)
class _Join:
    weight: float
    first: int
    second: int
    why: str


def join_columns(
    blocks: Sequence[Block], looks: Sequence[Look], seams: Seams
) -> tuple[list[Block], list[Look], list[Repair]]:
    """Put together what was torn; what stays open stays where it is."""
    ends = [index for index in range(len(blocks)) if _is_open(blocks[index], looks[index])]
    # Where most paragraphs have no end it is no prose, and nothing is torn.
    if not ends or (len(ends) > 20 and 2 * len(ends) > len(blocks)):
        return list(blocks), list(looks), []
    following = _chosen([join for end in ends for join in _joins(end, blocks, looks, seams)])
    return _merged(blocks, looks, following)


def _is_open(block: Block, look: Look) -> bool:
    if look.role is Role.BODY:
        return not is_closed(block.text)
    return look.role is None and not block.mark and len(block.text) >= _SHORT and not is_closed(block.text)


def _joins(end: int, blocks: Sequence[Block], looks: Sequence[Look], seams: Seams) -> list[_Join]:
    """The places where an open paragraph may go on, if one of them is clearly the best."""
    page = _page(end, blocks)
    openings = Counter(block.text[:2] for block in blocks[max(0, end - 40) : end + 40])
    found: list[_Join] = []
    for index in range(max(0, end - _BACK), min(len(blocks), end + _AHEAD + 1)):
        if index == end or blocks[index].mark or looks[index].role not in (Role.BODY, None):
            continue
        weight, why = _weight(end, index, blocks, looks, seams, page)
        if openings[blocks[index].text[:2]] >= 3:
            weight -= 1.3
        if weight > -50:
            found.append(_Join(weight, end, index, why))
    total = sum(math.exp(join.weight) for join in found) + _LOST
    return [join for join in found if join.weight >= _NEEDED and math.exp(join.weight) >= _SURE * total]


def _weight(
    end: int, index: int, blocks: Sequence[Block], looks: Sequence[Look], seams: Seams, page: str
) -> tuple[float, str]:
    left, right = blocks[end].text, blocks[index].text
    word = min(seams.gain(left, right), 8.0)
    short = looks[index].role is None or looks[end].role is None
    if (short or index < end) and word < _STRONG:
        return -100.0, ""
    heard = echo(left, right, page)
    weight = 1.4 * word + torn_off(right) + figure(left, right) + brackets(left, right) + heard + subject(right, page)
    steps = index - end
    weight += 0.7 if steps == 1 else -0.4 * (steps - 2) if steps > 2 else 0.0 if steps > 0 else -2.0
    why = "接缝成词" if word > 1 else "文中他处有此语" if heard > 0 else "上文未完，此处无头"
    return weight, f"{why}：{left[-6:]}｜{right[:6]}"


def _page(index: int, blocks: Sequence[Block]) -> str:
    """What stands round a block."""
    near, size = [], 0
    for block in blocks[max(0, index - 60) : index + 60]:
        near.append(block.text)
        size += len(block.text)
        if size > 2 * _PAGE:
            break
    return "\n".join(near)


def _chosen(joins: Sequence[_Join]) -> dict[int, _Join]:
    """The best joins, each end and each beginning used once, and no ring."""
    following: dict[int, _Join] = {}
    taken: set[int] = set()
    for join in sorted(joins, key=lambda join: (-join.weight, join.first, join.second)):
        if join.first in following or join.second in taken:
            continue
        last = join.second
        while last in following:
            last = following[last].second
        if last != join.first:
            following[join.first] = join
            taken.add(join.second)
    return following


def _merged(
    blocks: Sequence[Block], looks: Sequence[Look], following: dict[int, _Join]
) -> tuple[list[Block], list[Look], list[Repair]]:
    moved = {join.second for join in following.values()}
    new_blocks, new_looks, repairs = [], [], []
    for index, (block, look) in enumerate(zip(blocks, looks, strict=True)):
        if index in moved:
            continue
        place = index
        while place in following:
            join = following[place]
            place = join.second
            other = blocks[place]
            where = Span(other.stretches[0][0], other.stretches[-1][1])
            repairs.append(Repair(where, "接到断栏之后", join.why))
            block = replace(block, stretches=block.stretches + other.stretches, text=block.text + other.text)
            look = Look(Role.BODY, look.names + looks[place].names, look.issued, look.opens)
        new_blocks.append(block)
        new_looks.append(look)
    return new_blocks, new_looks, repairs
