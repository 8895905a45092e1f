"""The number of a group in, where its label may stand in the text out: 三联, 4个融合, “四项机制”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.numbers.numerals import TO_TEN
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.enumeration import CLOSING, OPENING
from kg.match.shorthand.shorthand import Numeral, Shorthand
from kg.model import Span

SHORT = re.compile("“([^“”\n]{3,6})”")


def labels(text: str, numeral: Numeral, start: int, end: int, shorthand: Shorthand) -> Iterator[Span]:
    """How the label of a number may be written: 三联, 3联, “三联”; for a bare number 4个融合, “四项机制”, “4”."""
    if numeral.number is None:
        lone = f"“{numeral.text}”"
        while (start := text.find(lone, start, end)) >= 0:
            yield Span(start, start + len(lone))
            start += len(lone)
        return
    if not numeral.key:
        counted = shorthand.labelled.finditer(text, start, end)
        found = [Span(*m.span()) for m in counted if says(m["quoted"] or m["number"], numeral.number)]
        # 甲、乙、丙“三整合”，丁、戊“两统一” for “32”: a shorthand of that one number.
        for quoted in SHORT.finditer(text, start, end):
            known = decompose(quoted[1], shorthand)
            if len(known) == 1 and known[0].key and known[0].number == numeral.number:
                found.append(Span(*quoted.span()))
        yield from sorted(set(found))
        return
    at = text.find(numeral.key, start, end)
    while at >= 0:
        stop = at + len(numeral.key)
        begin = _numbered(text, numeral.number, start, at)
        if begin >= 0:
            stop += text.startswith(CLOSING, stop, end)
            yield Span(begin - text.endswith(OPENING, start, begin), stop)
            start = stop
        at = text.find(numeral.key, stop if begin >= 0 else at + 1, end)


def _numbered(text: str, number: int, start: int, at: int) -> int:
    """Where the number begins that ends at a place, or before the 个 there; -1 if there is none."""
    for end in (at, at - 1) if text[at - 1 : at] == "个" else (at,):
        for length in (1, 2):
            if end - length >= start and says(text[end - length : end], number):
                return end - length
    return -1


def says(text: str, number: int) -> bool:
    """Whether the text is the number: 3 or 三, 12 but not 十二."""
    han = TO_TEN[number] if number < len(TO_TEN) else ""
    return text == han or text == str(number) or (number == 2 and text in ("两", "双"))
