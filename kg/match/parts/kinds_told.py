"""A name that counts things of a kind and the text behind it in, the words of that kind there, exact, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.leads import FEWEST_HEADINGS, spanned
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

COLOUR, COLOURS = "色", "红橙黄绿青蓝紫黑白灰金银"
# 既当政策宣传员、项目服务员，也当问题协调员: who they are in turn.
POSTS = frozenset("员长师队")
BEFORE = "(?:(?<=[、，；：])|当好?|作为|担任|是|由|有|既|也)"
BEHIND = "(?=[、，。；]|[和与及]|负责|$)"
QUOTED = re.compile("[“‘](?P<said>[^“”‘’，、。；：\n]{2,7})[”’]")
SHORTEST_NOUN = 2


def read_kinds_told(text: str, span: Span, numeral: Numeral) -> Reading | None:
    """Exactly as many words that end with what the name counts: colours, posts, or words in quotation marks.

    >>> line = "：一般问题，发蓝色督办单；逾期未办的，改发黄色督办单；仍不改的，发红色督办单。"
    >>> read = read_kinds_told(line, Span(0, len(line)), Numeral(3, "色督办单", "三色督办单", ("色督办单", "色")))
    >>> [item.text for item in read.groups[0].items]
    ['蓝色督办单', '黄色督办单', '红色督办单']
    >>> line = "，干部既当宣传员、服务员，也当调解员，每月进一次厂。"
    >>> read = read_kinds_told(line, Span(0, len(line)), Numeral(3, "员", "三员", ("员",)))
    >>> [item.text for item in read.groups[0].items]
    ['宣传员', '服务员', '调解员']
    """
    count = numeral.number or 0
    if count < FEWEST_HEADINGS:
        return None
    if numeral.key.startswith(COLOUR):
        colours = _exact(text, span, numeral, _colours(text, span, numeral))
        # 蓝色督办单 for “三色督办单”: more than the clauses that such words stand in.
        named = colours and all(item.text.endswith(numeral.key) for item in colours.groups[0].items)
        return colours._replace(fit=EXACT + LABELLED) if colours and named and numeral.key != COLOUR else colours
    noun = numeral.noun or (numeral.marks[0] if numeral.marks else "")
    if not numeral.counted and numeral.key[:1] in POSTS:
        said = f"{BEFORE}(?P<said>(?:(?!当|作为|担任|[是由有既也])[一-龥]){{2,5}}{numeral.key[0]}){BEHIND}"
        found = [m for m in re.compile(said).finditer(text, span.start, span.end)]
        return _exact(text, span, numeral, found)
    if len(noun) >= SHORTEST_NOUN:
        quoted = [m for m in QUOTED.finditer(text, span.start, span.end) if _names(m["said"], noun)]
        return _exact(text, span, numeral, quoted)
    return None


def _names(said: str, noun: str) -> bool:
    return said.endswith(noun) and said != noun


def _colours(text: str, span: Span, numeral: Numeral) -> list[re.Match[str]]:
    """蓝色督办单: a colour before all that the name has behind 色, or, of none that has it, by itself."""
    for tail in dict.fromkeys((numeral.key, COLOUR)):
        found = list(re.compile(f"(?P<said>[{COLOURS}]{tail})").finditer(text, span.start, span.end))
        if found:
            return found
    return []


def _exact(text: str, span: Span, numeral: Numeral, found: Sequence[re.Match[str]]) -> Reading | None:
    first: dict[str, Span] = {}
    for match in found:
        first.setdefault(match["said"], Span(*match.span("said")))
    if len(first) != numeral.number or numeral.text in first:
        return None
    return Reading((spanned(text, sorted(first.values()), numeral),), EXACT - 0.5)
