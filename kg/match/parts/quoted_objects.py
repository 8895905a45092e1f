"""A name with one number and the text behind it in, the quoted objects that head its paragraphs or sentences out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, Reading
from kg.match.parts.leads import FEWEST_HEADINGS, distinct, spanned
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

# 夯实“引领链”，…; 逐村排查“量尺子”。
HEAD = re.compile("(?P<lead>[一-龥]{2,6})[“‘](?P<said>[^“”‘’，、\n]{2,6})[”’](?P<alone>(?=[，。；：！\n]|$))?")
# 四条“治理链”: the noun stands in quotation marks, and is told by its last character.
OUTSIDE = re.compile("[^“]+“[^“”]*(?P<last>[一-龥])”")
VERB_LENGTH = 2


def read_quoted_objects(text: str, heads: Sequence[Span], numeral: Numeral) -> Reading | None:
    """夯实“引领链”，…。优化“传动链”，…。: exactly as many stretches as the name states that open so, with its noun.

    >>> line = "夯实“引领链”，建强堡垒。优化“传动链”，激活末梢。延长“服务链”，解决难题。"
    >>> heads = [Span(0, 13), Span(13, 26), Span(26, 39)]
    >>> reading = read_quoted_objects(line, heads, Numeral(3, "链", "三链", ("链",)))
    >>> [item.text for item in reading.groups[0].items]
    ['引领链', '传动链', '服务链']
    """
    count = numeral.number or 0
    if count < FEWEST_HEADINGS:
        return None
    outside = OUTSIDE.fullmatch(numeral.key)
    marks = (outside["last"],) if outside else (numeral.noun,) if numeral.noun else numeral.marks
    opened = [m for head in heads if (m := HEAD.match(text, head.start, head.end))]
    for mark in marks:
        told = [m for m in opened if m["said"].endswith(mark) and m["said"] != mark]
        # 群策群力“议尺子”。: with so long a word before it the whole heading is the part.
        whole = all(len(m["lead"]) > VERB_LENGTH and m["alone"] is not None for m in told)
        found = [Span(m.start() if whole else m.start("said"), m.end() if whole else m.end("said")) for m in told]
        if len(found) == count and distinct(text, found):
            return Reading((spanned(text, found, numeral),), EXACT)
    return None
