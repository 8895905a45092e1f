"""Blocks in, blocks out: paragraphs that a column ran together stand apart again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise

from kg.model import Repair, Span
from kg.read.page.blocks import Block
from kg.read.page.masthead import BODY, TEXT, Look, is_closed

# So many paragraphs of a page begin with the same word: 坚持…，坚持…，坚持….
_PARALLEL = 3
_SENTENCE_END = re.compile(r"[。！？][”’\"]?\Z")
# A sentence may have lost its mark at the end of a line: what ends it is a name in quotation marks, or a figure.
_MAY_END = re.compile(r"[”\"]\Z|\d[个人次名户家亩元万亿倍%余条项件]{1,3}\Z")
_HEADS = re.compile(r"[\u4e00-\u9fff]{4,10}，[\u4e00-\u9fff]{4}")


def part_paragraphs(blocks: list[Block], looks: list[Look]) -> tuple[list[Block], list[Look], list[Repair]]:
    """Part blocks where a line begins as several paragraphs of the page begin."""
    # On a clean page no paragraph has blanks.
    if max([len(block.stretches) for block in blocks], default=0) < 2:
        return blocks, looks, []
    starts = [block.text[:2] for block, seen in zip(blocks, looks, strict=True) if seen.role is BODY]
    if len(starts) - len(set(starts)) < _PARALLEL - 1:
        return blocks, looks, []
    common = {start for start, count in Counter(starts).items() if count >= _PARALLEL and start.isalpha()}
    if not common:
        return blocks, looks, []
    new_blocks: list[Block] = []
    new_looks: list[Look] = []
    repairs: list[Repair] = []
    for block, seen in zip(blocks, looks, strict=True):
        cuts = _cuts(block, common) if seen.role is BODY and len(block.stretches) > 1 else []
        if not cuts:
            new_blocks.append(block)
            new_looks.append(seen)
            continue
        edges = [0, *cuts, len(block.stretches)]
        for first, last in pairwise(edges):
            part = _part(block, first, last)
            if last != len(block.stretches) and not is_closed(part.text):
                part = part._replace(closed=True)
            if first:
                where = Span(block.stretches[first - 1][1], block.stretches[first][0])
                repairs.append(Repair(where, "分段", f"此处与他段开头相同：{part.text[:6]}"))
            new_blocks.append(part)
            new_looks.append(seen if first == 0 else TEXT)
    return new_blocks, new_looks, repairs


def _cuts(block: Block, common: set[str]) -> list[int]:
    """The stretches with which a new paragraph begins."""
    text = block.text
    edges = accumulate([end - start for start, end in block.stretches])
    return [
        index
        for index, edge in enumerate(edges, 1)
        if text[edge : edge + 2] in common and _HEADS.match(text, edge) and _may_end(text[max(0, edge - 8) : edge])
    ]


def _may_end(before: str) -> bool:
    return _SENTENCE_END.search(before) is not None or _MAY_END.search(before) is not None


def _part(block: Block, first: int, last: int) -> Block:
    """The stretches of a block from one up to another."""
    if first == 0 and last == len(block.stretches):
        return block
    skipped = sum(end - start for start, end in block.stretches[:first])
    length = sum(end - start for start, end in block.stretches[first:last])
    return block._replace(
        stretches=block.stretches[first:last],
        text=block.text[skipped : skipped + length],
        mark=block.mark if first == 0 else "",
        whole=block.whole or first > 0,
    )
