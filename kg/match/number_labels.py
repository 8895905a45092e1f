"""A stretch behind a name of bare numbers in, what each number counts out: “123”, 即一个核心、两张清单、三支队伍."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.enumeration import OPENERS, chain, cuts, pieces, tidy
from kg.match.judging import Reading
from kg.match.numerals import DIGITS
from kg.match.shorthand import Numeral
from kg.model import Group, Item, Span

CUE = re.compile(
    r"[^，。；：、！？“”（）\n]{0,8}(?:，?(?:即|就是|也就是|包括|是指|指的是)[：，]?|：(?:即)?|（(?:即)?|——)"
)
CLOSERS = {"“": "”", "（": "）"}
HAN_NUMBER = re.compile(r"[一二两三四五六七八九]|\d{1,2}|[XNMxnm]|若干|多")
TOGETHER = re.compile("共同|一起|联合|结对|协同|负责|组成")
JOINED_NUMBER = re.compile(r"(?:以及|和|及)(?=[一二两三四五六七八九\d]|若干)")
MANY = ("若干", "多")
LONGEST, LONGEST_VERB = 16, 4
# Less than lists behind the labels of their own.
FIT = 0.5


def read_number_labels(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """The members of the list that opens the stretch, where each begins with its number of the name.

    >>> line = "，即1个中心、3支队伍、N个站点，办事不出村"
    >>> numbers = [Numeral(1, "", "1"), Numeral(3, "", "3"), Numeral(None, "", "N")]
    >>> reading = read_number_labels(line, Span(0, len(line)), numbers)
    >>> [item.text for item in reading.groups[0].items]
    ['1个中心', '3支队伍', 'N个站点']
    """
    cue = CUE.match(text, span.start, span.end)
    if cue is None:
        return None
    start, end = cue.end(), span.end
    mark = text[start] if text[start : start + 1] in OPENERS else text[start - 1]
    if mark in CLOSERS:
        start += text[start] == mark
        end = text.find(CLOSERS[mark], start, end)
    if end < start:
        return None
    clause = next(iter(pieces(text, Span(start, end), 2)), Span(start, start))
    sentence = Span(start, next((c.start for c in cuts(text, start, end) if c.level > 3), end))
    ways = (chain(text, clause), *(pieces(text, s, level) for s, level in ((clause, 1), (sentence, 2), (sentence, 3))))
    tidied = ([tidy(text, piece) for piece in _unjoined(text, way)] for way in ways)
    found = next((way for way in tidied if _fits(text, way, numerals)), None)
    if found is None:
        return None
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), FIT)


def _unjoined(text: str, way: Sequence[Span]) -> Sequence[Span]:
    """1名组长、两名队员以及若干名志愿者共同负责: the last two apart, and without what all of them do."""
    if not way:
        return way
    last = way[-1]
    done = TOGETHER.search(text, last.start + 1, last.end)
    last = Span(last.start, done.start()) if done else last
    joint = JOINED_NUMBER.search(text, last.start + 1, last.end)
    return [*way[:-1], Span(last.start, joint.start()), Span(joint.end(), last.end)] if joint else [*way[:-1], last]


def _fits(text: str, found: Sequence[Span], numerals: Sequence[Numeral]) -> bool:
    """Whether each of the numbers has a member, in the order of the name."""
    pairs = zip(found, numerals, strict=False)
    return len(found) == len(numerals) and all(len(s) <= LONGEST and _opens(text, s, n) for s, n in pairs)


def _opens(text: str, piece: Span, numeral: Numeral) -> bool:
    """Whether a member begins with the number, or with a verb before it (建好1个中心), and goes on."""
    said = HAN_NUMBER.search(text, piece.start, min(piece.end, piece.start + LONGEST_VERB + 1))
    if said is None or said.end() == piece.end:
        return False
    if numeral.number is None:
        return said[0] in MANY or said[0] == numeral.text
    worth = DIGITS.get(said[0], said[0])
    return str(worth) == str(numeral.number)
