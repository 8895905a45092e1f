"""A stretch that tells clause by clause what each part is for in, the parts that open its clauses out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.parts.list_words import ListWords
from kg.match.parts.members import Members, members
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

# 民情账 opens its clause within so many characters, and nothing governs it.
LONGEST_HEADING = 8
POSTS = frozenset("长员师色")
ONE_DONE = re.compile("(?:[一-鿿]{2})?一[一-鿿]{2}")
ONE = "一"
NOT_IN_HEADING = frozenset("、，的是和与及把将为在对")


def heading(text: str, span: Span, numeral: Numeral, words: ListWords) -> Iterator[Members]:
    """民情账由组长记，……；交办账由镇里登记: each part opens a clause that says what it is for."""
    # 三长共治: 田长管耕地，林长管山林 names them and goes on with what they do.
    # 红色工单当日办 for “三色工单”: as much of its word as all of them have.
    said = (m for m in numeral.marks if text.count(m, span.start, span.end) >= (numeral.number or 0))
    noun = numeral.noun or (next(said, "") if len(numeral.key) > 1 and numeral.key[0] in POSTS else "")
    # “五个办”。马上办是态度，网上办是效率: so too where each clause says what its part is.
    told = not noun and len(numeral.marks) == 1 == len(numeral.marks[0])
    noun = numeral.marks[0] if told else noun
    if not noun:
        return
    for level in (3, 2, 1):
        found, tails = [], set[str]()
        for piece in pieces(text, span, level):
            at = text.find(noun, piece.start + 1, min(piece.end, piece.start + LONGEST_HEADING))
            if at < 0:
                if level > 2:
                    break
                continue
            found.append(Span(piece.start, at + len(noun)))
            tails.add(text[found[-1].end : piece.end])
        named = all(not any(c in NOT_IN_HEADING for c in text[s.start : s.end]) for s in found)
        named = named and not (told and any(text[s.end] != "是" for s in found))
        # 网格长王强、楼栋长李梅: only where each goes on in its own way is what follows no part.
        named = named and (level > 1 or (len(tails) == len(found) and "" not in tails))
        if len(found) == numeral.number and named:
            yield members(text, found, numeral, words)


def glossed(text: str, span: Span, numeral: Numeral, words: ListWords) -> Iterator[Members]:
    """勤走访，掌握民情；勤记录，写好日记: as many stretches as it states, each a part and what it is for.

    Each part begins with the word of the name, or all end with it.
    """
    for level in (4, 3):
        stretches = pieces(text, span, level)
        first = [(pieces(text, s, 2) or [s])[0] for s in stretches]
        # 合作社出一点，入账公开；工厂让一点，按季结算；农户添一点: the last may need no more words.
        found = [f for f, s in zip(first, stretches, strict=True) if len(f) < len(s) or s is stretches[-1]]
        if len(found) != numeral.number or len(stretches) != len(found):
            continue
        for mark in numeral.marks:
            # 建好一张网络: of “三个一” the verb may stand before 一.
            opened = all(
                ONE_DONE.match(text, f.start, f.end) if mark == ONE else text.startswith(mark, f.start) for f in found
            )
            if all(len(mark) < len(f) <= LONGEST_HEADING for f in found) and (
                opened or all(text.endswith(mark, f.start, f.end) for f in found)
            ):
                yield members(text, found, numeral, words, whole=True)
                return
