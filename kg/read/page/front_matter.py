"""Evened source in, what the front matter of a Markdown file says of it out, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.read.page.blocks import Block, without_layout
from kg.read.page.bylines import Surnames, persons
from kg.read.page.masthead import BYLINE, DATELINE, Look, iso_date

_KEY = r"[A-Za-z_\u4e00-\u9fff][\w-]{0,30}"
# Between two lines of hyphens: keys with their values, and lists below them.
_FRONT = re.compile(
    rf"\s*(?P<edge>-{{3}}|—{{3}})[ ]*\n(?P<body>(?:(?:{_KEY}[ ]*[:：]|[ ]+|- ).*\n){{1,60}})(?P=edge)[ ]*(?:\n|\Z)"
)
_LINE = re.compile(rf"(?P<key>{_KEY})[ ]*[:：][ ]*[\"'“”\[]?(?P<value>[^\n]*?)[\"'“”\]]?[ ]*(?:\n|\Z)")
_TITLES, _AUTHORS = ("title", "标题"), ("author", "authors", "作者", "记者")
_DATES = ("date", "pubdate", "published", "issued", "created", "time", "日期", "时间", "发布时间")


def front_matter(even: str, surnames: Surnames) -> tuple[list[tuple[Block, Look]], int]:
    """The lines of the front matter, each with what it is, and where it ends; without one, none and 0.

    >>> found, end = front_matter("---\\ntitle: 三上门\\ndate: 2024-05-13\\n---\\n青禾县。", frozenset())
    >>> [(block.text, look.issued) for block, look in found], end
    ([('三上门', ''), ('2024-05-13', '2024-05-13')], 36)
    """
    front = _FRONT.match(even)
    if front is None:
        return [], 0
    return list(_said(even, *front.span("body"), surnames)), front.end()


def _said(even: str, start: int, end: int, surnames: Surnames) -> Iterator[tuple[Block, Look]]:
    for line in _LINE.finditer(even, start, end):
        key, span = line["key"].lower(), line.span("value")
        if not line["value"].strip():
            continue
        kept, text = without_layout(even, *span)
        if key in _TITLES:
            yield Block(kept, text, "#"), Look(None)
        elif key in _AUTHORS and (names := tuple(persons(even, *span, surnames))):
            yield Block(kept, text), Look(BYLINE, names)
        elif key in _DATES:
            yield Block(kept, text), Look(DATELINE, (), iso_date(text))
