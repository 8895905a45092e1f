"""A name of numbers and a stretch in, the list of each that its own word governs once (联好甲、乙，带好丙、丁) out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import BEARS, EXACT, Reading
from kg.match.parts.leads import spanned
from kg.match.shorthand.enumeration import JOINT, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Span

LONGEST, FEWEST = 16, 2
# What is done to the members; 步, 级 and the like are no verbs.
DEEDS = frozenset(
    "联包带帮促查访改建治清进送讲看比亮学抓管护保防解办评议听问走转引育扶推创强优提补换巡排调督报晒说守教助聚"
)
# 联好, 联系, 带动: what the word of the number goes on with, and what of time and will may stand before it.
GOES_ON = "(?:[好牢紧实系住稳强准活优清细透动进到出]|联系)?"
# 建立县级领导联系…: who does it stands before the first.
WHO, LEAD = "[一-龥]{0,10}?", "[要须即并也再]?"


def read_governed(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """“两联三带”，联好甲、乙，带好丙、丁、戊: for each number a clause with exactly its members.

    >>> line = "，要联好示范户、困难户，带好村干部、小组长和党员。"
    >>> two = [Numeral(2, "联", "两联", ("联",)), Numeral(3, "带", "三带", ("带",))]
    >>> [[i.text for i in g.items] for g in read_governed(line, Span(0, len(line)), two).groups]
    [['示范户', '困难户'], ['村干部', '小组长', '党员']]
    """
    alone = len(numerals) == 1 and (numerals[0].number or 0) > FEWEST
    if not (alone or len(numerals) >= FEWEST) or not all(n.key in DEEDS and (n.number or 0) > 1 for n in numerals):
        return None
    # 联系甲、乙，包丙、丁的“两联两包”制度
    end = span.end - text.endswith("的", span.start, span.end)
    clauses = pieces(text, Span(span.start, end), 2)
    groups: list[Group] = []
    for clause in clauses:
        numeral = numerals[len(groups)]
        group = _listed(text, clause, numeral, first=not groups)
        if group is not None:
            groups.append(group)
        elif groups or alone:
            return None
        if len(groups) == len(numerals):
            return Reading(tuple(groups), EXACT + BEARS)
    return None


def _listed(text: str, clause: Span, numeral: Numeral, *, first: bool) -> Group | None:
    """The members behind the word of a number, if there are just as many and none has the word again."""
    opened = re.compile(f"{WHO if first else LEAD}{numeral.key}{GOES_ON}").match(text, clause.start, clause.end)
    if opened is None:
        return None
    row = [tidy(text, s) for s in pieces(text, Span(opened.end(), clause.end), 1)]
    if len(row) + 1 == numeral.number and (joint := JOINT.search(text, row[-1].start + 1, row[-1].end - 1)):
        row = [*row[:-1], Span(row[-1].start, joint.start()), Span(joint.end(), row[-1].end)]
    exact = len(row) == numeral.number and all(len(s) <= LONGEST for s in row)
    again = any(text.find(numeral.key, s.start, s.end) >= 0 for s in row)
    return spanned(text, row, numeral) if exact and not again else None
