"""A line of labels with their values in, its values out: 来源：青禾日报 作者：王芳 浏览次数：12."""

from __future__ import annotations

import re
from collections.abc import Set as Words
from typing import NamedTuple

_PUBLISHERS = ("来源", "稿源", "转自", "发布单位", "发布机构", "发布者", "供稿单位", "发文机关")
_WRITERS = ("作者", "记者", "撰稿", "供稿")
_LONGEST_LABEL, _LONGEST_VALUE = 8, 48
_COLON = " \x1f:："
_BEFORE_COLON = re.compile(r"([\u4e00-\u9fff]{2,12})[ \x1f]*[:：]")
# What may stand before the first label: the day, the hour, the paper.
_BEFORE = re.compile(r"[\s【\[（(•|｜·-]*(?:[\d年月日时分./:：\s-]{4,}|[\u4e00-\u9fff]{2,8}\s+)*[\s【\[（(•|｜·-]*")


class Value(NamedTuple):
    """A label, where it begins, and the stretch of its value."""

    label: str
    place: int
    start: int
    end: int


def values(line: str, labels: Words[str]) -> list[Value]:
    """The labels of a line with their values; none where anything else is said.

    >>> labels = {"发布时间", "作者", "责编", "时间"}
    >>> [(found.label, found.start, found.end) for found in values("发布时间：2024-05-13 作者：王芳责编：", labels)]
    [('发布时间', 5, 16), ('作者', 19, 21), ('责编', 24, 24)]
    >>> values("时间：农闲时节。地点：村口。", labels)
    []
    """
    if "。" in line:
        return []
    places = [label for colon in _BEFORE_COLON.finditer(line) if (label := _label(colon, labels))]
    before = _BEFORE.match(line) if places else None
    if before is None or places[0][0] > before.end():
        return []
    edges = [*(place for place, _ in places[1:]), len(line)]
    found = [
        Value(line[place:start].rstrip(_COLON), place, start, edge)
        for (place, start), edge in zip(places, edges, strict=True)
    ]
    return [] if any(value.end - value.start > _LONGEST_VALUE for value in found) else found


def _label(colon: re.Match[str], labels: Words[str]) -> tuple[int, int] | None:
    """Where the longest label that ends before a colon begins (编辑 in 青禾日报编辑), and where the colon ends."""
    run = colon[1]
    for length in range(min(_LONGEST_LABEL, len(run)), 1, -1):
        if run[-length:] in labels:
            return colon.end(1) - length, colon.end()
    return None


def names_writers(value: Value) -> bool:
    """Whether a value says who wrote."""
    return value.label in _WRITERS


def names_publisher(value: Value) -> bool:
    """Whether a value says who published what the page holds.

    >>> names_publisher(values("信息来源：青禾县融媒体中心", {"信息来源"})[0])
    True
    """
    return value.label.endswith(_PUBLISHERS)
