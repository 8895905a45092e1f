"""The text before a name in, the parts told there before all that is called so (…。这套做法叫“三席议事”) out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.leads import spanned
from kg.match.parts.likeness import all_bear
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Span

TELLING = "(?:做法|办法|经验|方法|法子|路子|规矩|机制|制度|模式|招数|流程|程序)"
CALLING = "(?:叫|称|唤|喊|取名|命名|概括|归纳|总结|提炼|凝练|就是)[作做为成]?"
# 这套做法后来有了名字，叫…; 街坊把它唤作…; 当地管这叫…
CALLED = re.compile(
    f"(?:(?<=[，。；\n])|(?<=^))(?:(?:这|这[一套种些]+|该|此|上述){TELLING}[^。！？“”\n]{{0,16}}?{CALLING}"
    f"|[^，。；：！？“”\n]{{0,8}}?(?:[把管将](?:它|这|其)|称它|叫它|称之为?)[^，。；：！？“”\n]{{0,8}}?{CALLING}?)"
    "[^，。；：！？“”\n]{0,6}\\Z"
)
LONGEST, MANY = 16, 3


def read_called(text: str, front: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """Exactly as many clauses or heads of clauses before the calling as a number states, all with its word.

    >>> line = "竹凳谈大事，人人到；木凳聊家事，随时来；石凳了小事，当场清。这套办法叫"
    >>> read = read_called(line, Span(0, len(line)), [Numeral(3, "凳议事", "三凳议事", ("凳议事", "凳"))])
    >>> [item.text for item in read.groups[0].items]
    ['竹凳谈大事', '木凳聊家事', '石凳了小事']
    """
    called = CALLED.search(text, front.start, front.end)
    if called is None:
        return None
    told = Span(front.start, called.start())
    groups: list[Group | None] = []
    for numeral in numerals:
        group = next(_lists(text, told, numeral), None)
        # 修缮前看、修缮中看、修缮后看 for “三看三修”: one list is that of one number.
        groups.append(group if group not in [g and replace(g, label=numeral.text) for g in groups] else None)
    sure = [g for g in groups if g and (len(numerals) == 1 or len(g.items) >= MANY)]
    if not sure:
        return None
    listed = tuple(g or Group(n.text, n.number) for g, n in zip(groups, numerals, strict=True))
    return Reading(listed, (EXACT + LABELLED) * len(sure) / len(groups))


def _lists(text: str, told: Span, numeral: Numeral) -> Iterator[Group]:
    count = numeral.number or 0
    sentences = pieces(text, told, 4)
    if count < 2 or not sentences:
        return
    last = sentences[-1]
    clauses = pieces(text, last, 2)
    heads = [next(iter(pieces(text, s, 2)), s) for s in pieces(text, last, 3)]
    openings = [next(iter(pieces(text, s, 2)), s) for s in sentences]
    for way in (pieces(text, clauses[-1], 1), heads, clauses, openings):
        found = way[-count:]
        distinct = len({text[s.start : s.end] for s in found}) == count
        if distinct and all(len(s) <= LONGEST for s in found) and all_bear(text, found, numeral):
            yield spanned(text, found, numeral)
