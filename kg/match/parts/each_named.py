"""A name such as 一图一表一册 and a stretch in, what each of its kinds is called there (“一图”是网格图) out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.shorthand.enumeration import OPENERS
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

SAYS = "(?:就是|即是|是指|指的是|即|是|为|指|：)[：，]?"
TOLD = "(?P<said>(?:[^，。；：！？“”\\n]|“[^“”\\n]*”){2,40})"


def read_each(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """“一图”是网格图，“一表”是民情表: for each kind of the name what its own label says that it is, in order.

    >>> line = "，“一图”是网格图，“一表”是民情表，“一册”是服务手册。"
    >>> reading = read_each(line, Span(0, len(line)), [Numeral(3, "", "一图一表一册", ("一图", "一表", "一册"))])
    >>> [item.text for item in reading.groups[0].items]
    ['网格图', '民情表', '服务手册']
    """
    if len(numerals) != 1 or numerals[0].key or len(numerals[0].marks) < 2:
        return None
    numeral, found, at = numerals[0], list[Span](), span.start
    for mark in numeral.marks:
        said = mark if mark[0] == "一" else f"一{mark}"
        # An expression that holds the word takes long to compile, and most texts do not label so.
        if text.find(said, at, span.end) < 0:
            return None
        match = re.compile(f"(?:(?<=[，。；：、“\\n])|^)“?{re.escape(said)}”?{SAYS}{TOLD}").search(text, at, span.end)
        if match is None:
            return None
        found.append(_unquoted(text, Span(*match.span("said"))))
        at = match.end()
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    group = Group(numeral.text, numeral.number, items, False, Span(found[0].start, found[-1].end))
    # More than the labels themselves, which are told as well.
    return Reading((group,), EXACT + LABELLED + 1.0)


def _unquoted(text: str, span: Span) -> Span:
    whole = text[span.start] in OPENERS and text.find(text[span.start + 1 : span.end][-1], span.start) == span.end - 1
    return Span(span.start + 1, span.end - 1) if whole else span
