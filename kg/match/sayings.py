"""A stretch of text in, the ways of working out that have no quotation marks and no last word: what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Form, Mention, Span

# 以规模提质、补链强链为基本路径: what a place goes by is a way of working, whose members are of one build.
ROUTE = re.compile(
    "以(?P<said>[一-龥]{4}(?:、[一-龥]{4}){1,5})为(?:基本|主要|核心|根本|总)?(?:路径|思路|方针|举措|抓手)(?![一-龥])"
)
# 按照因地制宜、因河施策原则: so too what it keeps to.
RULED = re.compile("(?:按照|按|本着|坚持|遵循)(?P<said>[一-龥]{4}(?:、[一-龥]{4}){1,5})的?原则")
# 小事不出村、大事不出镇: how far a quarrel may go.
NOT_BEYOND = "事不出"
BOUNDS = "(?:村组|网格|社区|街道|[村组镇乡县院门户格网屯街])"
WITHIN = re.compile(
    "(?<!“)(?P<said>[小大难急要][一-龥]?事不出[一-龥]{1,4}"
    f"(?:[、，][小大难急要][一-龥]?事不出{BOUNDS}){{1,3}}(?:[、，]矛盾不上交)?)"
)


def sayings(text: str, span: Span) -> Iterator[Mention]:
    """The routes that a place goes by, and the sayings of how far a quarrel may go.

    >>> line = "以扩面提质、补链强链为基本路径，做到小事不出村、大事不出镇。"
    >>> [m.name for m in sayings(line, Span(0, len(line)))]
    ['扩面提质、补链强链', '小事不出村、大事不出镇']
    """
    yield from _said(ROUTE, text, span)
    yield from _said(RULED, text, span)
    if text.find(NOT_BEYOND, span.start, span.end) >= 0:
        yield from _said(WITHIN, text, span)


def _said(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[Mention]:
    for match in pattern.finditer(text, span.start, span.end):
        core = Span(*match.span("said"))
        yield Mention(core, "Mechanism", "names/saying", match["said"], Form.QUOTED, core)
