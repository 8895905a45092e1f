"""A sentence with its figures in, the edges of the words round each of them out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.match.figures.measure_words import MeasureWords
from kg.model import Span, Value

# 示范乡（镇）4个, 5个县（市、区）: a short bracket is part of the noun.
BREAK = re.compile(
    "——|[，；：。！？\n（）](?:(?<![（）])|(?<=（)(?![一-鿿、]{1,4}）)"
    "|(?<=）)(?<!（[一-鿿、]）)(?<!（[一-鿿、]{2}）)(?<!（[一-鿿、]{3}）)(?<!（[一-鿿、]{4}）))"
)
APART = re.compile("分别|依次")
YEARS, AGED = "岁", re.compile("(?:年满|年过|年龄在?)?")
ORIGIN = re.compile("[由从自]")


class Scene(NamedTuple):
    """A sentence with its figures, where they stand, and what is known of the words in it."""

    text: str
    span: Span
    values: Sequence[Value]
    starts: tuple[int, ...]  # of the figures
    ends: tuple[int, ...]
    kinds: tuple[str, ...]  # money, area, count …
    breaks: tuple[int, ...]  # where a clause or a bracket ends
    skips: Mapping[int, int]  # starts of periods and of the subject → their ends
    names: Mapping[int, int]  # starts of mentions → their ends
    people: frozenset[int]  # starts of the names of people
    places: frozenset[int]  # and of those of places
    subjects: frozenset[int]  # of those of whom its clauses speak
    owners: frozenset[int]  # and of all whom figures may speak of
    shared: bool  # 分别 or 依次 gives several names their figures
    grown: bool  # 由 and 从 say from which figure another grew
    words: MeasureWords


def make_scene(
    text: str, span: Span, values: Sequence[Value], skips: Mapping[int, int], names: Mapping[int, int],
    people: frozenset[int], places: frozenset[int],
    subjects: frozenset[int], owners: frozenset[int], kinds: Mapping[str, str], words: MeasureWords,
) -> Scene:  # fmt: skip
    """Everything that the figures of a sentence have in common."""
    return Scene(
        text, span, values,
        tuple([value.span.start for value in values]), tuple([value.span.end for value in values]),
        tuple([kinds.get(value.unit) or _kind(value.unit) for value in values]),
        tuple([match.start() for match in BREAK.finditer(text, span.start, span.end)]), skips, names,
        people, places, subjects, owners,
        APART.search(text, span.start, span.end) is not None,
        ORIGIN.search(text, span.start, span.end) is not None, words,
    )  # fmt: skip


def _kind(unit: str) -> str:
    return "number" if not unit else "rate" if "/" in unit else "count"


def left(scene: Scene, index: int) -> int:
    """Where the words before a figure begin: behind the last break or the figure before."""
    start = scene.ends[index - 1] if index else scene.span.start
    at = bisect_left(scene.breaks, scene.starts[index]) - 1
    if at >= 0 and scene.breaks[at] >= start:
        return scene.breaks[at] + 1
    # 8个社区、2.3万户: what stands before the mark belongs to the figure before.
    mark = scene.text.find("、", start, scene.starts[index]) if index else -1
    return start if mark < 0 else mark


def right(scene: Scene, index: int) -> int:
    """Where the words behind a figure end: at the next mark or the next figure."""
    text, start = scene.text, scene.ends[index]
    # 120名80岁以上老人: how old they are is a part of what is counted.
    later = index + 1
    while (
        later < len(scene.values)
        and scene.values[later].unit == YEARS
        and AGED.fullmatch(text, scene.ends[later - 1], scene.starts[later])
    ):
        later += 1
    final = later == len(scene.values)
    end = scene.span.end if final else scene.starts[later]
    if text.startswith("、", start):
        return start
    at = bisect_left(scene.breaks, start)
    broken = at < len(scene.breaks) and scene.breaks[at] < end
    if broken or final:
        # 100户脱贫户、监测户: with no further figure in the clause the list is of one kind.
        return scene.breaks[at] if broken else end
    mark = text.find("、", start, end)
    return end if mark < 0 else mark


def unbroken(scene: Scene, start: int, end: int) -> bool:
    """Whether no clause ends between two places."""
    at = bisect_left(scene.breaks, start)
    return at == len(scene.breaks) or scene.breaks[at] >= end


def meets_next(scene: Scene, index: int) -> bool:
    """Whether the next figure follows at once: 6类2万余场演出, 310户1206人."""
    return index + 1 < len(scene.values) and scene.starts[index + 1] == scene.ends[index]
