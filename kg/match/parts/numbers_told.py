"""A name of bare digits (“321”) and the text behind it in, the clauses that say its numbers one by one out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.numbers.numerals import DIGITS
from kg.match.parts.judging import EXACT, Reading
from kg.match.parts.number_labels import CUE, WITHIN
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import ONES, Numeral
from kg.model import Group, Item, Span

# 3分钟内, 每月1次, 一名党员: what is measured so is told by the name.
SAID = re.compile(
    rf"(?<![{ONES}十\d第每])(?P<number>\d{{1,2}}|[{ONES}十])个?(?=工作日|小时|分钟|秒|天|日|周|月|季|年|次|遍|轮|名|位|人|户|支|张|项|条|公里|米|元)"
)
FEWEST, LONGEST = 3, 32
ONE_EACH = frozenset("1一")


def read_numbers_told(text: str, behind: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """即组长查1次，副组长查2次，组员查3次 for “123”: at once behind the name clauses with one number each.

    >>> line = "。即：5分钟内回电，15分钟内到场，3日内回访，不满意的退回重办"
    >>> numbers = [Numeral(int(d), "", d) for d in "5153"]
    >>> [item.text for item in read_numbers_told(line, Span(0, len(line)), numbers).groups[0].items]
    ['5分钟内回电', '15分钟内到场', '3日内回访']
    """
    cue = CUE.match(text, behind.start, behind.end)
    name = "".join(str(DIGITS.get(n.text, n.text)) for n in numerals)
    # “1+1+1”机制，1名党员…，1名医生…: what is only counted behind a comma need not be what the name means.
    if cue is None:
        return None
    sure = not cue["bare"] or set(name) <= ONE_EACH
    for level in (2, 1):
        found: list[Span] = []
        said = ""
        for clause in pieces(text, Span(cue.end(), behind.end), level):
            numbers = SAID.findall(text, clause.start, clause.end)
            if len(numbers) != 1 or len(clause) > LONGEST:
                break
            found.append(clause)
            said += str(DIGITS.get(numbers[0], numbers[0]))
            # “135”机制，1小时内联系，3日内反馈，5日内办结: by when something is done the name tells, too.
            within = sure or all(WITHIN.search(text, s.start, s.end) for s in found)
            if said == name and len(found) >= FEWEST and within:
                items = tuple(Item(text[s.start : s.end], s) for s in found)
                return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), EXACT)
    return None
