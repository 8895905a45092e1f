"""A name and the text behind it in, the quoted words that are told there one by one (“甲”，即…；“乙”，即…) out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.leads import FEWEST_HEADINGS, distinct, spanned
from kg.match.parts.likeness import all_bear
from kg.match.parts.number_labels import read_number_heads
from kg.match.parts.several import read_sliced
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

TOLD = re.compile(
    "(?:(?<=[，。；：、\n])|(?<=——))“(?P<said>[^，。；：、！？“”\n]{1,12})”"
    "(?:，?(?:也?就是|即是?|是指|指的是|意为|意味着|要求)(?!日起)|——|：)(?=[^\n])"
)
# How far behind the name, or behind the one before it, the next may stand.
NEXT = 120


def read_heads_told(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """Exactly as many quoted words as the name states, each with what it means behind it.

    >>> line = "。“走访”，即每月入户；“代办”，即少跑冤枉路；“回访”，即问一声满不满意。"
    >>> reading = read_heads_told(line, Span(0, len(line)), [Numeral(3, "步", "三步", ("步",))])
    >>> [item.text for item in reading.groups[0].items]
    ['走访', '代办', '回访']
    """
    labels = {n.text for n in numerals}
    found: list[Span] = []
    at = span.start
    for match in TOLD.finditer(text, span.start, span.end):
        if match["said"] in labels:
            return None  # the numbers themselves are told, one by one
        if match.start() - at > NEXT:
            break
        found.append(Span(*match.span("said")))
        at = match.end()
    if len({text[s.start : s.end] for s in found}) < len(found) or len(found) < 2:
        return None
    if len(numerals) > 1:
        bare = not any(n.key for n in numerals)
        return read_number_heads(text, found, numerals) if bare else read_sliced(text, found, numerals, sure=True)
    (numeral,) = numerals
    bears = all_bear(text, found, numeral)
    if len(found) != numeral.number or not (bears or (len(found) >= FEWEST_HEADINGS and _sure(text, found))):
        return None
    return Reading((spanned(text, found, numeral),), EXACT + LABELLED)


def _sure(text: str, found: Sequence[Span]) -> bool:
    """Whether words that say nothing of the name are of one length, or so many that they are no chance."""
    return distinct(text, found) or len(found) > FEWEST_HEADINGS
