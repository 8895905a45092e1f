"""The lines of an article in, the one that is its title out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.model import Role
from kg.read.blocks import Block
from kg.read.masthead import DATELINE, TITLE

_SHORTEST = 5
_NUMBER = re.compile(r"[\s（(【]*(?:第?[一二三四五六七八九十百]{1,4}[篇章]?|[\d\s]+)[）)】、.]*")


class Line(NamedTuple):
    """A block of an article, its role, and whether it says who published the article and when."""

    block: Block
    role: Role
    signs: bool = False


def main_title(lines: Sequence[Line]) -> int | None:
    """Which line is the title: the first of those that the page gives most weight."""
    places = [index for index, line in enumerate(lines) if line.role is TITLE and not _is_number(line.block.text)]
    if not places:
        return None
    ranked = [index for index in places if lines[index].block.mark.startswith("#")]
    if ranked:
        return min(ranked, key=lambda index: len(lines[index].block.mark))
    repeated = _repeated(lines, places)
    if repeated is not None:
        return repeated
    return _of_run(lines, _run(lines, places))


def listed_above(lines: Sequence[Line], title: int) -> list[int]:
    """The headlines above that only tell what else the page holds."""
    edge = next((index for index in range(title, -1, -1) if lines[index].role is DATELINE), -1)
    above = [index for index in range(edge) if lines[index].role is TITLE]
    return above if _repeated(lines, [*above, title]) == title else []


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _repeated(lines: Sequence[Line], places: Sequence[int]) -> int | None:
    """The headline that a list of the page's headlines, or its foot, says once more."""
    feet = [line.block.text for line in lines if line.role is DATELINE and "：" not in line.block.text]
    listed: dict[str, int] = {}
    for index in places:
        text = lines[index].block.text
        before = listed.setdefault(text, index)
        if len(text) >= _SHORTEST and (_are_parted(lines, before, index) or any(text in foot for foot in feet)):
            return index
    return None


def _are_parted(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether furniture stands between two lines."""
    return any(line.role is DATELINE for line in lines[first:last])


def _run(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """Of several groups of headlines the one above the line that signs the article, else the last."""
    runs: list[list[int]] = []
    for before, index in pairwise([0, *places]):
        if not runs or _are_parted(lines, before, index):
            runs.append([])
        runs[-1].append(index)
    for run in runs:
        below = lines[run[-1] + 1 :]
        if below and below[0].signs:
            return run
    long = [run for run in runs if any(len(lines[index].block.text) >= _SHORTEST for index in run)]
    return (long or runs)[-1]


def _of_run(lines: Sequence[Line], run: Sequence[int]) -> int:
    texts = {index: lines[index].block.text for index in run}
    for above, below in pairwise(run):
        if texts[below].startswith("——") and not texts[above].startswith("——"):
            return above
    whole = [index for index in run if not texts[index].endswith("：")]
    return next(iter(_long(texts, whole) or whole or run))


def _long(texts: dict[int, str], run: Iterable[int]) -> list[int]:
    return [index for index in run if len(texts[index]) >= _SHORTEST]
