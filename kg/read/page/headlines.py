"""Blocks in, blocks out: headlines that a page printed into the midst of a sentence stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.model import Repair, Span
from kg.read.page.blocks import Block, Stretch
from kg.read.page.masthead import BODY, HEADING, Look
from kg.read.page.seams import Seams

_SHORTEST, _LONGEST = 5, 45
_FEWEST_STRETCHES = 3  # a headline, and what stands to both sides of it
_MARK = '#>*□■◆●“"'
_MARKS = re.compile(f"[{_MARK}]*")
_NO_LETTER = re.compile(r"[^\w]+")
# In so many characters one may be misread.
_ONE_MAY_DIFFER = 7
_STOPS = "，。、；：！？”’）》】%"


@dataclass(frozen=True, slots=True)
class _Cut:
    """Which characters of a block are a headline."""

    start: int
    end: int
    why: str


def cut_headlines(blocks: list[Block], looks: list[Look], seams: Seams) -> tuple[list[Block], list[Look], list[Repair]]:
    """Take headlines out of sentences; each stands below the paragraph that it was printed into."""
    # On a clean page no paragraph has blanks.
    if max([len(block.stretches) for block in blocks], default=0) < _FEWEST_STRETCHES:
        return blocks, looks, []
    heads = [_letters(block.text) for block, seen in zip(blocks, looks, strict=True) if seen.role is None]
    known = _by_beginning([head for head in heads if _SHORTEST <= len(head) <= _LONGEST])
    new_blocks: list[Block] = []
    new_looks: list[Look] = []
    repairs: list[Repair] = []
    for block, seen in zip(blocks, looks, strict=True):
        cuts = _cuts(block, known, seams) if len(block.stretches) >= _FEWEST_STRETCHES and seen.role is BODY else ()
        if not cuts:
            new_blocks.append(block)
            new_looks.append(seen)
            continue
        taken = []
        for cut in reversed(cuts):
            block, head = _without(block, cut)
            taken.append(head)
            where = Span(head.stretches[0][0], head.stretches[-1][1])
            repairs.append(Repair(where, "标题移出正文", f"{cut.why}：{head.text[:20]}"))
        new_blocks += [block, *taken]
        new_looks += [seen, *[Look(HEADING)] * len(taken)]
    return new_blocks, new_looks, repairs


def _cuts(block: Block, known: dict[str, list[str]], seams: Seams) -> Sequence[_Cut]:
    lengths = [end - start for start, end in block.stretches]
    edges = [*accumulate(lengths, initial=0)]
    return (_known(block.text, edges, known) if known else []) or _unknown(block.text, edges, lengths, seams)


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)


def _by_beginning(heads: Sequence[str]) -> dict[str, list[str]]:
    """Headlines by their first character and, since it may be misread, by their third and fourth."""
    table: dict[str, list[str]] = {}
    for head in dict.fromkeys(heads):
        for key in (head[0], head[2:4]):
            table.setdefault(key, []).append(head)
    return table


# ---- headlines that stand elsewhere on the page -------------------------------------------


def _known(text: str, edges: Sequence[int], heads: dict[str, list[str]]) -> list[_Cut]:
    """The stretches between blanks that say what a headline of the page says."""
    # Nearly every line fails here.
    starts = [
        start
        for start in edges[1:-1]
        if text[start] in _MARK or text[start] in heads or text[start + 2 : start + 4] in heads
    ]
    if not starts:
        return []
    ends = set(edges)
    found: list[_Cut] = []
    for start in starts:
        if found and start < found[-1].end:
            continue
        first = _after_marks(text, start)
        for head in (*heads.get(text[first : first + 1], ()), *heads.get(text[first + 2 : first + 4], ())):
            end = _last_edge(text, _match(text, first, head), ends)
            if end:
                found.append(_Cut(start, end, "页上有此标题"))
                break
    return found


def _last_edge(text: str, end: int, edges: set[int]) -> int:
    """The blank after a headline, beyond its own last marks; 0 if there is none."""
    last = 0
    while 0 < end <= len(text):
        last = end if end in edges else last
        if end == len(text) or text[end].isalnum():
            break
        end += 1
    return last


def _after_marks(text: str, start: int) -> int:
    mark = _MARKS.match(text, start)
    return mark.end() if mark else start


def _match(text: str, start: int, head: str) -> int:
    """Where a headline that begins at `start` ends, or -1; punctuation may differ, and one letter in many."""
    place, differ = start, 0
    for letter in head:
        while place < len(text) and not text[place].isalnum():
            place += 1
        if place == len(text):
            return -1
        differ += text[place] != letter
        if differ * _ONE_MAY_DIFFER > len(head):
            return -1
        place += 1
    return place


# ---- headlines of which only this is left -------------------------------------------------


def _unknown(text: str, edges: Sequence[int], lengths: Sequence[int], seams: Seams) -> list[_Cut]:
    """A line much shorter than those round it, without which the sentence makes a word."""
    if len(lengths) < 5:
        return []
    most = 0.7 * max(lengths)
    if min(lengths[1:-1]) > most:
        return []
    for index, length in enumerate(lengths):
        if not _SHORTEST <= length <= most or not 0 < index < len(lengths) - 1:
            continue
        start, end = edges[index], edges[index + 1]
        full = min(lengths[index - 1], lengths[index + 1] if index + 2 < len(lengths) else lengths[index - 1])
        before, line, after = text[max(0, start - 8) : start], text[start:end], text[end : end + 8]
        if length > 0.7 * full or any(mark in _STOPS for mark in line):
            continue
        if before[-1] in _STOPS or not after[0].isalpha():
            continue
        closed = seams.gain(before, after)
        if closed > 3 and closed > seams.gain(before, line) + 2 and seams.gain(line, after) < 2:
            return [_Cut(start, end, f"去此而成词（{before[-4:]}｜{after[:4]}）")]
    return []


# ---- the cut ------------------------------------------------------------------------------


def _without(block: Block, cut: _Cut) -> tuple[Block, Block]:
    """The block without the headline, and the headline as a block."""
    kept: list[Stretch] = []
    taken: list[Stretch] = []
    edge = 0
    for start, end in block.stretches:
        (taken if cut.start <= edge < cut.end else kept).append((start, end))
        edge += end - start
    head = block.text[cut.start : cut.end]
    marks = _after_marks(head, 0)
    # What is not kept of the headline are signs of markup, each a stretch of its own or the beginning of one.
    left = marks
    while left:
        start, end = taken[0]
        step = min(left, end - start)
        left -= step
        taken[:1] = [(start + step, end)] if start + step < end else []
    text = block.text[: cut.start] + block.text[cut.end :]
    return Block(tuple(kept), text, block.mark), Block(tuple(taken), head[marks:])
