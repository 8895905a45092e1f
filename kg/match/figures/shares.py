"""Figures behind several names in, each figure with the name that it belongs to out: A镇、B镇各6座, A县和B县分别…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from kg.match.figures.indicators import before
from kg.match.figures.runs import AND, Figure, run
from kg.match.figures.scene import Scene, left, right
from kg.model import Span, Value

# 各级, 各类: no sharing out.
# 青石村、白河村的收入都超过…: all of them have as much.
SHARED_OUT = re.compile(
    "分别|依次|各(?![级类种项地部方族界处科室个])(?:自)?"
    "|(?<![平人户年月日村亩地])[都均](?:已|全部)*(?=$|达|突破|在[0-9]|高于|低于|增长)"
)
JOINT = re.compile("(?:[、和与及]|以及)$")
TAIL = re.compile("(?:同比|又|各)*(增长|提高|提升|上升|下降|降低|增加|减少)?(?:达到?|为|是|有|了|到|至|约)*")
APART = ("分别", "依次")
COUNTS = {**{str(n): n for n in range(2, 11)}, **{word: n for n, word in enumerate("二三四五六七八九十", 2)}, "两": 2}
# 青石、白河、柳湾三个村也分别分到…: how many they are, and 也, are no name of what is shared out.
SUMMED = re.compile("[，；]?([0-9]{1,2}|[二两三四五六七八九十])[个家](?:[一-鿿]{1,4}?)(?:也|还|又|均|都)?")
SUMMING = re.compile("^(?:(?:[0-9]{1,2}|[二两三四五六七八九十])[个家][一-鿿]{1,2})?(?:也|还|又|均|都)?$")
LONGEST_JOINT = 2
NOUN = re.compile("[一-鿿]{0,10}")


class Shares(NamedTuple):
    """Figures whose spans begin with the name of whom each speaks, and how many values they take."""

    figures: tuple[Figure, ...]
    used: int


def shared_out(scene: Scene, index: int, last: Figure | None) -> Shares | None:
    """The figures that begin at `index`, if the words before them share them out among names."""
    start, stop = left(scene, index), scene.starts[index]
    words = [*SHARED_OUT.finditer(scene.text, start, stop)]
    if not words and scene.owners and scene.kinds[index] in ("money", "percent"):
        return _among(scene, index, start, stop)
    if not words or not scene.owners:
        return None
    word = words[-1]
    names, end = _names(scene, start, word.start())
    apart = word[0] in APART
    values = run(scene, index) if apart else scene.values[index : index + 1]
    if apart and not names and (carried := _carried(scene, index, start, word, values)):
        return carried
    # 三个村各得9万元: the names stand in the clause before.
    # Of 13个村各得9万元 nobody names them all.
    if not names and (summed := SUMMED.fullmatch(scene.text, start, word.start())) and summed[1] in COUNTS:
        names, end = _last_row(scene, start, COUNTS[summed[1]]), summed.end()
    if len(names) < 2 or not NOUN.fullmatch(scene.text, end, word.start()) or (apart and len(values) != len(names)):
        return None
    # A镇、B镇茶园面积分别达: what is shared out may stand before the word for it, too.
    noun = SUMMING.sub("", scene.text[end : word.start()])
    indicator = noun.lstrip("的") or _indicator(scene, word.end(), index, last)
    if not indicator:
        return None
    each = values if len(values) > 1 else [*values] * len(names)
    figures = [
        Figure(value, indicator, indicator, "measures/shared-out", Span(name, value.span.end))
        for name, value in zip(names, each, strict=True)
    ]
    return Shares(tuple(figures), len(values))


def _among(scene: Scene, index: int, start: int, stop: int) -> Shares | None:
    """其中青石村、白河村提前完成收入100万元: of those that are named as a part each has as much."""
    if not scene.text.startswith("其中", start):
        return None
    names, end = _names(scene, start, stop)
    if len(names) < 2 or names[0] > start + len("其中，"):
        return None
    said = before(scene.text, end, stop, scene.words, scene.skips)
    noun = scene.text[said.start : said.end].lstrip("的")
    value = scene.values[index]
    figures = [Figure(value, noun, noun, "measures/shared-out", Span(name, value.span.end)) for name in names]
    return Shares(tuple(figures), 1) if noun else None


def _carried(
    scene: Scene, index: int, start: int, word: re.Match[str], values: Sequence[Value]
) -> Shares | None:  # fmt: skip
    """A县、B县…，产值分别增长6.2%和9.8%: the names stand side by side at the head of the sentence."""
    text = scene.text
    grown = TAIL.fullmatch(text, word.end(), values[0].span.start)
    said = before(text, start, word.start(), scene.words, scene.skips, named=True)
    noun = text[said.start : said.end]
    heads = [scene.span.start, *(at + 1 for at in scene.breaks if at < start)]
    names = [*_row(scene, next((at for at in reversed(heads) if at in scene.owners), start))]
    alike = [*takewhile(lambda value: value.unit == values[0].unit, values)]
    if not noun and len(alike) > 1 and (row := _last_row(scene, start, len(alike))):
        # 在青石、白河、柳湾各开一家，依次用工9人、8人和7人
        values, names, noun, grown = alike, row, _indicator(scene, word.end(), index, None), None
    elif grown is None:
        return None
    if not noun or JOINT.search(noun) or len(values) < 2 or len(names) != len(values):
        return None
    indicator = noun + (grown[1] or "" if grown else "")
    figures = [
        Figure(value, indicator, noun, "measures/shared-out", Span(name, value.span.end))
        for name, value in zip(names, values, strict=True)
    ]
    return Shares(tuple(figures), len(values))


def _row(scene: Scene, at: int) -> Iterator[int]:
    """Where the names begin that stand side by side from a place on."""
    while at in scene.owners:
        yield at
        joint = AND.match(scene.text, scene.names[at])
        at = joint.end() if joint else -1


def _last_row(scene: Scene, end: int, size: int) -> list[int]:
    """Where the names begin of the last row of so many before a place."""
    heads = [at for at in sorted(scene.owners) if at < end and scene.text[at - 1] not in "、和与及"]
    rows = [[*_row(scene, at)] for at in heads]
    return next((row for row in reversed(rows) if len(row) == size), [])


def _names(scene: Scene, start: int, end: int) -> tuple[Sequence[int], int]:
    """Where the names begin that stand one after the other before a place, and where the last of them ends."""
    found: list[int] = []
    ends = {scene.names[name]: name for name in scene.owners if start <= name < end}
    last = end = max(ends, default=start)
    while end in ends:
        found.insert(0, ends[end])
        joint = JOINT.search(scene.text, max(start, found[0] - LONGEST_JOINT), found[0])
        if joint is None:
            break
        end = joint.start()
    return found, last


def _indicator(scene: Scene, start: int, index: int, last: Figure | None) -> str:
    """What is shared out: the noun before the figures or behind the first, else what the figure before measures."""
    said = before(scene.text, start, scene.starts[index], scene.words, scene.skips)
    noun = scene.text[said.start : said.end]
    alike = last is not None and last.value.unit == scene.values[index].unit
    # …分得管理费9万元，白河、柳湾也分别分到8万元和7万元
    if len(noun) == 1 and alike and last is not None:
        return last.base
    if noun:
        return noun
    behind = scene.text[scene.ends[index] : right(scene, index)]
    if behind and behind[0] not in "、和与及":
        return behind
    return last.base if alike and last is not None else said.verb
