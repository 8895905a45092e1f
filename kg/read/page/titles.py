"""The blocks of an article and their roles in, which of them is its title out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from kg.model import Role
from kg.read.page.blocks import Block
from kg.read.page.masthead import DATELINE, TITLE, Look

_SHORTEST = 5
# So many headlines are compared; a list of more is no page of a paper.
_MOST = 40
_NUMBER = re.compile(r"[\s（(【]*(?:第?[一二三四五六七八九十百]{1,4}[篇章]?|[\d\s]+)[）)】、.]*")


def main_title(blocks: Sequence[Block], roles: Sequence[Role], looks: Sequence[Look]) -> int | None:
    """Which block is the title: of the headlines the one to which the page gives most weight."""
    places = [i for i, role in enumerate(roles) if role is TITLE and not _NUMBER.fullmatch(blocks[i].text)]
    if len(places) < 2:
        return places[0] if places else None
    ranked = [i for i in places if blocks[i].mark.startswith("#")]
    if ranked:
        return min(ranked, key=lambda i: len(blocks[i].mark))
    parts = _dates(roles)
    if not parts:
        return _of_run(blocks, places)
    repeated = _repeated(blocks, places[:_MOST], parts)
    return _of_run(blocks, _run(blocks, looks, places, parts)) if repeated is None else repeated


def listed_above(blocks: Sequence[Block], roles: Sequence[Role], title: int) -> list[int]:
    """The headlines above that only tell what else the page holds."""
    parts = _dates(roles)
    before = bisect_left(parts, title)
    above = [i for i in range(parts[before - 1]) if roles[i] is TITLE] if before else []
    return above if above and _repeated(blocks, [*above[:_MOST], title], parts) == title else []


def _dates(roles: Sequence[Role]) -> list[int]:
    """Where furniture parts the headlines."""
    return [i for i, role in enumerate(roles) if role is DATELINE]


def _repeated(blocks: Sequence[Block], places: Sequence[int], parts: Sequence[int]) -> int | None:
    """The headline that a list of the page's headlines, or its foot, says once more."""
    feet = [blocks[i].text for i in parts[-_MOST:] if "：" not in blocks[i].text]
    listed: dict[str, int] = {}
    for i in places:
        text = blocks[i].text
        first = listed.setdefault(text, i)
        if len(text) >= _SHORTEST and (_are_parted(first, i, parts) or any(text in foot for foot in feet)):
            return i
    return None


def _are_parted(first: int, last: int, parts: Sequence[int]) -> bool:
    """Whether furniture stands between two headlines."""
    return bisect_left(parts, first) < bisect_left(parts, last)


def _run(blocks: Sequence[Block], looks: Sequence[Look], places: Sequence[int], parts: Sequence[int]) -> list[int]:
    """Of several groups of headlines the one above the line that signs the article, else the last."""
    runs = [[places[0]]]
    for before, i in pairwise(places):
        if _are_parted(before, i, parts):
            runs.append([])
        runs[-1].append(i)
    signed = set(parts)
    for run in runs:
        below = run[-1] + 1
        if below in signed and looks[below].opens:
            return run
    long = [run for run in runs if any(len(blocks[i].text) >= _SHORTEST for i in run)]
    return (long or runs)[-1]


def _of_run(blocks: Sequence[Block], run: Sequence[int]) -> int:
    """Of headlines that stand together the one above a second line after a dash, else the first long one."""
    for above, below in pairwise(run):
        if blocks[below].text.startswith("——") and not blocks[above].text.startswith("——"):
            return above
    whole = [i for i in run if not blocks[i].text.endswith("：")]
    return next((i for i in whole if len(blocks[i].text) >= _SHORTEST), (whole or run)[0])
