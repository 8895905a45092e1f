"""Blocks in, blocks out: paragraphs whose column was torn are put together where the evidence allows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Repair, Role, Span
from kg.read.blocks import Block
from kg.read.masthead import Look, is_closed
from kg.read.seams import Seams, brackets, clause, echo, figure, subject, torn_off

# How far below or above its end a paragraph may go on.
_AHEAD, _BACK = 6, 4
# A word must run over the seam to one that stands above, or that looks like a headline.
_STRONG = 3.5
_SURE = 0.6
_LIKELY = 0.25
_NEVER = -100.0
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
    """Put together what was torn; what stays open stays where it is, and what lost its beginning is marked."""
    now, seen, repairs = list(blocks), list(looks), list[Repair]()
    while ends := _open_ends(now, seen):
        weighed = [_weighed(end, now, seen, seams) for end in ends]
        following = _chosen([join for joins in weighed for join in _clear(joins)])
        if not following:
            lost = {join.second for joins in weighed for join in _likely(joins)}
            return (
                [replace(block, whole=False) if index in lost else block for index, block in enumerate(now)],
                seen,
                repairs,
            )
        # What is joined is no place for another to go on, so the rest may be clearer now.
        now, seen, more = _merged(now, seen, following)
        repairs += more
    return now, seen, repairs


def _open_ends(blocks: Sequence[Block], looks: Sequence[Look]) -> list[int]:
    ends = [index for index in range(len(blocks)) if _is_open(blocks[index], looks[index])]
    # Where most paragraphs have no end it is no prose, and nothing is torn.
    return ends if len(ends) <= max(20, len(blocks) // 2) else []


def _is_open(block: Block, look: Look) -> bool:
    if look.role is Role.BODY:
        return not is_closed(block.text)
    return look.role is None and not block.mark and len(block.text) >= _SHORT and not is_closed(block.text)


def _weighed(end: int, blocks: Sequence[Block], looks: Sequence[Look], seams: Seams) -> list[_Join]:
    """The places where an open paragraph may go on."""
    page = _page(end, blocks)
    openings = Counter(block.text[:2] for block in blocks[max(0, end - 40) : end + 40])
    found: list[_Join] = []
    for step, index in _near(end, blocks, looks):
        weight, why = _weight(end, index, blocks, looks, seams, page)
        weight += 0.7 if step == 1 else -0.4 * (step - 2) if step > 2 else 0.0 if step > 0 else -2.0
        weight -= 1.5 if openings[blocks[index].text[:2]] >= 3 else 0.0
        if weight > _NEVER / 2:
            found.append(_Join(weight, end, index, why))
    return found


def _near(end: int, blocks: Sequence[Block], looks: Sequence[Look]) -> Iterator[tuple[int, int]]:
    """The paragraphs round one, and how many steps below it (or, less than 0, above it) they stand."""
    for way, most in ((1, _AHEAD), (-1, _BACK)):
        step, index = 0, end + way
        while 0 <= index < len(blocks) and step < most and abs(index - end) <= 3 * most:
            if looks[index].role in (Role.BODY, None) and not blocks[index].mark:
                step += 1
                yield way * step, index
            index += way


def _clear(joins: Sequence[_Join]) -> list[_Join]:
    """The one that is clearly the best, if there is one."""
    total = sum(math.exp(join.weight) for join in joins) + _LOST
    return [join for join in joins if join.weight >= 0 and math.exp(join.weight) >= _SURE * total]


def _likely(joins: Sequence[_Join]) -> list[_Join]:
    """Those of which one may well be the place."""
    total = sum(math.exp(join.weight) for join in joins) + _LOST
    return [join for join in joins if math.exp(join.weight) >= _LIKELY * total]


def _weight(
    end: int, index: int, blocks: Sequence[Block], looks: Sequence[Look], seams: Seams, page: str
) -> tuple[float, str]:
    left, right = blocks[end].text, blocks[index].text
    word = min(seams.gain(left, right), 6.0)
    short = looks[index].role is None or looks[end].role is None
    if (short or index < end) and word < _STRONG:
        return _NEVER, ""
    heard = echo(left, right, page)
    weight = 2.0 * word + heard + torn_off(right) + subject(right, page)
    weight += figure(left, right) + brackets(left, right) + clause(left, right)
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
            repairs.append(Repair(_first_run(other), "接到断栏之后", join.why))
            block = replace(block, stretches=block.stretches + other.stretches, text=block.text + other.text)
            look = Look(Role.BODY, look.names + looks[place].names, look.issued, look.opens)
        new_blocks.append(block)
        new_looks.append(look)
    return new_blocks, new_looks, repairs


def _first_run(block: Block) -> Span:
    """A block in the source, up to where it was put together itself."""
    start, end = block.stretches[0]
    for first, last in block.stretches[1:]:
        if first < end:
            break
        end = last
    return Span(start, end)
