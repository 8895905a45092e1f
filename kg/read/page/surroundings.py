"""Blocks and their looks in, the same looks out where what stands beside furniture is furniture, too."""

from __future__ import annotations

from collections.abc import Sequence

from kg.read.page.blocks import Block
from kg.read.page.masthead import BODY, BYLINE, CAPTION, DATELINE, LONGEST_TITLE, Look, is_closed

# So many short lines above a text may be its headlines; more are a list of links.
_MOST_HEADLINES = 3
_LONGEST_LABEL, _LONGEST_VALUE = 7, 12
# Within so many lines.
_NEAR = 3
_SILENT = Look(DATELINE)


def silence(blocks: Sequence[Block], looks: list[Look]) -> list[Look]:
    """Take for furniture the values below lone labels, and the links below an article."""
    places = [index for index, seen in enumerate(looks) if seen.role is DATELINE]
    if not places:
        return looks
    found = list(looks)
    told = next((index for index, seen in enumerate(looks) if seen.role is BODY), len(looks))
    for index in places:
        _silence_value(blocks, found, index)
        _silence_names(blocks, found, index)
        if index >= told:
            told = _silence_links(blocks, found, index)
    return found


def _silence_value(blocks: Sequence[Block], looks: list[Look], index: int) -> None:
    """来源： and below it 青禾日报: the value of a label may stand on a line of its own."""
    label = blocks[index].text
    if not label.endswith("：") or len(label) > _LONGEST_LABEL or index + 1 == len(blocks):
        return
    if looks[index + 1].role is None and len(blocks[index + 1].text) <= _LONGEST_VALUE:
        looks[index + 1] = _SILENT


def _silence_names(blocks: Sequence[Block], looks: list[Look], index: int) -> None:
    """2023-01-31 李华王芳 and below it 李华 王芳: who signs a dated line stands there once more, and is no headline."""
    if not looks[index].issued:
        return
    for below in range(index + 1, min(index + 1 + _NEAR, len(looks))):
        said = blocks[below].text
        if looks[below].role is None and len(said) <= _LONGEST_VALUE and blocks[index].text.endswith(said):
            looks[below] = _SILENT


def _silence_links(blocks: Sequence[Block], looks: list[Look], index: int) -> int:
    """Below the foot of an article stand the headlines of others, up to where one is told, which is returned."""
    end = index + 1
    while end < len(looks) and not _tells(blocks[end], looks[end]):
        end += 1
    first = index + 1
    lines = [place for place in range(first, end) if looks[place].role not in (DATELINE, CAPTION)]
    kept = [place for place in lines if looks[place].role is None] if end < len(looks) else []
    if len(kept) > _MOST_HEADLINES:
        kept = kept[-1:]
    for place in lines:
        if place not in kept:
            looks[place] = _SILENT
    return end


def _tells(block: Block, seen: Look) -> bool:
    """Whether an article stands here."""
    if seen.role is BODY:
        # What lost its end is text all the same, if it is longer than a headline and has clauses.
        torn = len(block.text) > LONGEST_TITLE and block.text.count("，") > 1
        return seen.opens or torn or is_closed(block.text)
    return seen.role is BYLINE or (seen.role is DATELINE and bool(seen.issued))
