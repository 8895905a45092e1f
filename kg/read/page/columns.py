"""Blocks in, blocks out: paragraphs whose column was torn are put together where the evidence allows."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import NamedTuple

from kg.model import Repair, Span
from kg.read.page.blocks import Block
from kg.read.page.masthead import BODY, Look, is_closed
from kg.read.page.seam_signs import brackets, clause, echo, figure, heard_after, is_headless, subject, torn_off
from kg.read.page.seams import Seams

# How far below or above its end a paragraph may go on.
_AHEAD, _BACK = 6, 4
_STEPS_DOWN, _STEPS_UP = range(1, _AHEAD + 1), range(-1, -_BACK - 1, -1)
# A word must run over the seam to one that stands above, or that looks like a headline.
_STRONG = 3.5
_CERTAIN, _LIKELY, _POSSIBLE = 0.95, 0.6, 0.25
# What begins so much like a paragraph goes on in no other.
_FRESH = -2.9
# The weight of the case that the rest is lost.
_LOST = math.exp(-0.7)
# Paragraphs that count as one page, and characters in which its words are looked for.
_PART = 40
_LONGEST_PAGE = 60_000
_PARALLEL = 3
_SHORT = 16


# Of two ends: the word between them, and when asked the whole weight and why.
Weights = dict[tuple[str, str], tuple[float, tuple[float, str] | None]]


class _Join(NamedTuple):
    weight: float
    first: int
    second: int
    why: str
    """in short; the words at the seam are told where it is joined"""


def join_columns(
    blocks: Sequence[Block], looks: Sequence[Look], seams: Seams
) -> tuple[list[Block], list[Look], list[Repair]]:
    """Put together what was torn; what stays open stays where it is, and what lost its beginning is marked."""
    now, seen, repairs = list(blocks), list(looks), list[Repair]()
    weights: Weights = {}
    begins: dict[str, float] = {}
    lost: set[int] = set()
    while ends := _open_ends(now, seen):
        places = _places(now, seen)
        page = _Page(now, places, [*places], seams, weights, begins)
        weighed = [page.joins(end) for end in ends]
        # What is certain goes first: where one paragraph is joined no other can go on.
        clear = [_clear(joins, _CERTAIN) for joins in weighed]
        following = _chosen(clear) or _chosen([_clear(joins, _LIKELY) for joins in weighed])
        if not following:
            lost = {join.second for joins in weighed for join in _possible(joins)}
            break
        now, seen, more = _merged(now, seen, following)
        repairs += more
    for index, (block, look) in enumerate(zip(now, seen, strict=True)):
        if index in lost or (look.role is BODY and is_headless(block.text)):
            now[index] = block._replace(whole=False)
    return now, seen, repairs


def _open_ends(blocks: Sequence[Block], looks: Sequence[Look]) -> list[int]:
    """Paragraphs without an end; on a page that has some, what looks like a headline may be one, too."""
    ends, short = [], []
    for index, (block, look) in enumerate(zip(blocks, looks, strict=True)):
        if look.role is BODY:
            if not block.closed and not is_closed(block.text):
                ends.append(index)
        elif (
            ends
            and look.role is None
            and not block.mark
            and len(block.text) >= _SHORT
            and _is_piece(block.text)
            and not is_closed(block.text)
        ):
            short.append(index)
    # Where most paragraphs have no end it is no prose, and nothing is torn.
    if not ends or len(ends) > max(20, len(blocks) // 2):
        return []
    return sorted(ends + short)


def _is_piece(text: str) -> bool:
    """Whether what looks like a headline may be a piece of text."""
    return "，" in text or "、" in text


def _places(blocks: Sequence[Block], looks: Sequence[Look]) -> dict[int, bool]:
    """The paragraphs that may go on in another or be what another goes on in, and whether they surely are text."""
    found: dict[int, bool] = {}
    for index, look in enumerate(looks):
        if look.role is BODY:
            found[index] = True
        elif look.role is None and found and not blocks[index].mark and _is_piece(blocks[index].text):
            found[index] = False
    return found


class _Surroundings(NamedTuple):
    page: str
    """the paragraphs round one, as one text"""
    openings: Counter[str]
    """with what words they begin"""


@dataclass(frozen=True, slots=True)
class _Page:
    """Weighs which paragraph goes on in which; what was weighed once is kept."""

    blocks: Sequence[Block]
    text: dict[int, bool]
    order: list[int]
    seams: Seams
    weights: Weights
    begins: dict[str, float]
    subjects: dict[str, float] = field(default_factory=dict)
    heard: dict[int, frozenset[str] | None] = field(default_factory=dict)
    near: dict[int, _Surroundings] = field(default_factory=dict)

    def joins(self, end: int) -> list[_Join]:
        """The places where an open paragraph may go on."""
        blocks, begins, weights = self.blocks, self.begins, self.weights
        left, surely = blocks[end].text, self.text.get(end)
        gain = self.seams.onto(left)
        found: list[_Join] = []
        for step, index in self._near(end):
            text = self.text[index]
            if step < 0 and not text:
                continue
            right = blocks[index].text
            torn = begins.get(right)
            if torn is None:
                torn = begins[right] = torn_off(right)
            if torn <= _FRESH:
                continue
            known = weights.get((left, right))
            if known is None:
                known = weights[left, right] = (min(gain(right), 6.0), None)
            word, weighed = known
            if word < _STRONG and not (step > 0 and text and surely):
                continue
            around = self._round(end)
            if weighed is None:
                weighed = self._weight(end, right, word, torn, around.page)
                weights[left, right] = (word, weighed)
            weight, why = weighed
            weight += 0.7 if step == 1 else -0.4 * (step - 2) if step > 2 else 0.0 if step > 0 else -2.0
            weight -= 1.5 if around.openings[right[:2]] >= _PARALLEL else 0.0
            found.append(_Join(weight, end, index, why))
        return found

    def _near(self, end: int) -> list[tuple[int, int]]:
        """The paragraphs round one, and how many steps below it (or, less than 0, above it) they stand."""
        here = bisect_left(self.order, end)
        after = here + (end in self.text)
        below, above = self.order[after : after + _AHEAD], self.order[max(0, here - _BACK) : here]
        # They are in order, and the farthest is seldom far.
        if below and below[-1] >= end + 3 * _AHEAD:
            below = [index for index in below if index < end + 3 * _AHEAD]
        if above and above[0] <= end - 3 * _BACK:
            above = [index for index in above if index > end - 3 * _BACK]
        return [*zip(_STEPS_DOWN, below, strict=False), *zip(_STEPS_UP, reversed(above), strict=False)]

    def _round(self, end: int) -> _Surroundings:
        """What stands round a paragraph."""
        part = end // _PART
        found = self.near.get(part)
        if found is None:
            texts = [block.text for block in self.blocks[max(0, (part - 1) * _PART) : (part + 2) * _PART]]
            openings = Counter([text[:2] for text in texts])
            found = self.near[part] = _Surroundings("\n".join(texts)[:_LONGEST_PAGE], openings)
        return found

    def _weight(self, end: int, right: str, word: float, torn: float, page: str) -> tuple[float, str]:
        left = self.blocks[end].text
        heard = self._heard(end, right, page)
        weight = 2.0 * word + heard + torn + self._subject(right, page)
        weight += figure(left, right) + brackets(left, right) + clause(left, right)
        return weight, "接缝成词" if word > 1 else "文中他处有此语" if heard > 0 else "上文未完，此处无头"

    def _subject(self, text: str, page: str) -> float:
        word = text[:3]
        if word not in self.subjects:
            self.subjects[word] = subject(word, page)
        return self.subjects[word]

    def _heard(self, end: int, right: str, page: str) -> float:
        """What the page says elsewhere; it is searched once an end and not for each that the end may go on in."""
        left = self.blocks[end].text
        if end not in self.heard:
            self.heard[end] = heard_after(left, page)
        followers = self.heard[end]
        return echo(left, right, page) if followers is None or right[:1] in followers else 0.0


def _clear(joins: Sequence[_Join], sure: float) -> _Join | None:
    """The one that is clearly the best, if there is one."""
    if not joins:
        return None
    weights = [join.weight for join in joins]
    best = max(weights)
    # Of most ends no place is likelier than none.
    if best < 0 or math.exp(best) <= sure * (sum(map(math.exp, weights)) + _LOST):
        return None
    return joins[weights.index(best)]


def _possible(joins: Sequence[_Join]) -> list[_Join]:
    """Those of which one may well be the place."""
    total = sum(math.exp(join.weight) for join in joins) + _LOST
    return [join for join in joins if math.exp(join.weight) >= _POSSIBLE * total]


def _chosen(joins: Sequence[_Join | None]) -> dict[int, _Join]:
    """The best joins, each end and each beginning used once, and no ring."""
    following: dict[int, _Join] = {}
    taken: set[int] = set()
    for join in sorted(filter(None, joins), key=lambda join: (-join.weight, join.first, join.second)):
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
    now, seen, repairs = list(blocks), list(looks), list[Repair]()
    for index in sorted(following.keys() - moved):
        block, look, place = blocks[index], looks[index], index
        while place in following:
            join = following[place]
            place = join.second
            other = blocks[place]
            why = f"{join.why}：{blocks[join.first].text[-6:]}｜{other.text[:6]}"
            repairs.append(Repair(_first_run(other), "接到断栏之后", why))
            block = block._replace(
                stretches=block.stretches + other.stretches,
                text=block.text + other.text,
                closed=other.closed,
            )
            look = Look(BODY, look.names + looks[place].names, look.issued, look.opens)
        now[index], seen[index] = block, look
    kept = [index not in moved for index in range(len(now))]
    return [*compress(now, kept)], [*compress(seen, kept)], repairs


def _first_run(block: Block) -> Span:
    """A block in the source, up to where it was put together itself."""
    start, end = block.stretches[0]
    for first, last in block.stretches[1:]:
        if first < end:
            break
        end = last
    return Span(start, end)
