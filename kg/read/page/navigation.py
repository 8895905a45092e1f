"""A line in, whether it only helps to find one's way about a site or an electronic paper out."""

from __future__ import annotations

import re
from collections.abc import Set as Words

_PAPERS = ("日报", "晚报", "早报", "晨报", "时报", "周报", "法制报", "法治报", "新闻", "网")
_LONGEST_PAPER = 8
_BETWEEN = re.compile(r"[\s|｜/·•:：>＞»›,，、()（）\[\]【】〖〗{}\d↑↓←→▲▼◀▶._]+")
_OF_DATES = frozenset(("", "年", "月", "日", "-", "--"))
# One of these stands in what the patterns below are looked for in.
_SIGN = re.compile(r"[|｜>＞»›/]|html|-\d\d ")
_PATTERNS = tuple(
    map(
        re.compile,
        (
            # where one is: 首页 > 新闻中心 > 镇街动态
            r"(?:[^>＞»›。，；！？]{0,20}[>＞»›]++){1,8}[^>＞»›。！？；]{0,40}",
            # where one may go: 要闻 | 原创 | 直播
            r"[|｜\s]*(?:[^|｜。，；：！？\d]{1,12}[|｜]+){2,}[^|｜。，；：！？\d]{0,12}[|｜\s]*",
            r"(?:https?[:：]//|www\.)[^。；]{4,120}|data[:：]image/.*",
            # what a press system writes below each article: 2024-06-13 2 2 青禾日报 content_1.html 1 3 三上门
            r"\d{4}-\d{2}-\d{2}[\s\d]+\S.*\bcon(?:tent)?_?\d+\.s?html?.*|.*/enpproperty\b.*"
            r"|.{4,80}\d{4}-\d{2}-\d{2}[\s\d]+年\d+月\d+日.{0,8}",
        ),
    )
)


def is_navigation(line: str, words: Words[str]) -> bool:
    """Whether a line is made of the words that readers press and of where they are.

    >>> words = {"上一篇", "下一篇", "放大", "缩小"}
    >>> is_navigation("3上一篇  下一篇4 2023年8月15日 放大 缩小", words), is_navigation("放大 镜头看青禾", words)
    (True, False)
    """
    if _SIGN.search(line) and any(pattern.fullmatch(line) for pattern in _PATTERNS):
        return True
    pieces = [piece for piece in _BETWEEN.split(line) if piece not in _OF_DATES]
    if len(pieces) < 2:
        return bool(pieces) and pieces[0] in words
    return all(piece in words or _is_paper(piece) for piece in pieces)


def _is_paper(piece: str) -> bool:
    return len(piece) <= _LONGEST_PAPER and piece.endswith(_PAPERS)


def names_a_neighbour(line: str) -> bool:
    """Whether a line names the article before or behind, whose date is not this one's.

    >>> names_a_neighbour("上一篇 2023-04-27"), names_a_neighbour("3上一篇  下一篇4 2023年8月15日 放大 缩小")
    (True, False)
    """
    return ("上一" in line or "下一" in line) and "放大" not in line and "缩小" not in line
