"""A name of bare numbers such as 三三四 and a stretch in, who gets which share of what is shared out so, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from kg.match.numbers.numerals import DIGITS
from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.list_words import ListWords
from kg.match.shorthand.enumeration import JOINT, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

# 30%, 百分之三十, 三成: a share in tenths.
SHARE = re.compile(
    "(?P<percent>[1-9])0[%％]|百分之(?P<han>[一二三四五六七八九])十(?![一二三四五六七八九])"
    "|(?P<tenths>[一二两三四五六七八九1-9])成"
)
WHOLE, FEWEST, LONGEST = 10, 2, 24
# 即收益的30%归村集体, 把收益的一半…: what brings the list in.
LEAD = re.compile(
    "[^，。；：、！？“”（）\n]{0,8}?(?:即|就是|具体[是为]|分别[是为]|其中|规定|约定|明确|[把将])[：，]?|[，：。（]"
)
# 产量增长30%、收入增长40%: what has grown is not shared out.
GROWN = re.compile("增[长加产收]|提[高升]|下降|减少|上[涨升]")
TAIL = re.compile("的(?:比例|办法|方式|标准)?\\Z")
# （收益的30%归集体、…）: a list may stand in marks of its own.
INSIDE = re.compile("[“（](?P<said>[^“”（）\n]+)[”）]")


def read_shares(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords) -> Reading | None:
    """即30%归集体、30%用于再生产、40%分给农户 for “三三四”: a member for each number, which says it as a share.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> words = compile_list_words(load_rules(), compile_shorthand(load_rules()))
    >>> line = "，即30%归集体，30%用于生产，四成分给农户，人人叫好"
    >>> numbers = [Numeral(3, "", "三"), Numeral(3, "", "三"), Numeral(4, "", "四")]
    >>> [item.text for item in read_shares(line, Span(0, len(line)), numbers, words).groups[0].items]
    ['30%归集体', '30%用于生产', '四成分给农户']
    """
    counts = [n.number for n in numerals]
    if len(counts) < FEWEST or sum(c or WHOLE for c in counts) != WHOLE:
        return None
    marked = [Span(*m.span("said")) for m in INSIDE.finditer(text, span.start, span.end)]
    for level, stretch in product((1, 2, 3), (*marked, span)):
        flat = [half for s in pieces(text, stretch, level) for half in _parted(text, tidy(text, s))]
        for at in range(len(flat) - len(counts) + 1):
            found = flat[at : at + len(counts)]
            grown = any(GROWN.search(text, s.start, s.end) for s in found)
            if [_share(text, s) for s in found] == counts and not grown:
                found = [_without_lead(text, found[0], words), *found[1:-1], _without_tail(text, found[-1])]
                items = tuple(Item(text[s.start : s.end], s) for s in found)
                group = Group("", None, items, False, Span(found[0].start, found[-1].end))
                return Reading((group,), EXACT + LABELLED) if all(len(s) <= LONGEST for s in found) else None
    return None


def _parted(text: str, span: Span) -> Iterator[Span]:
    """30%用于生产和40%分给农户: 和 parts two that have a share each."""
    for joint in JOINT.finditer(text, span.start + 1, span.end - 1):
        halves = Span(span.start, joint.start()), Span(joint.end(), span.end)
        if all(_share(text, half) for half in halves):
            yield from halves
            return
    yield span


def _share(text: str, span: Span) -> int | None:
    """The one share of ten that a member tells; None where it tells none or several."""
    said = list(SHARE.finditer(text, span.start, span.end))
    if len(said) != 1:
        return None
    worth = said[0]["percent"] or said[0]["han"] or said[0]["tenths"]
    return int(DIGITS.get(worth, worth))


def _without_lead(text: str, span: Span, words: ListWords) -> Span:
    """即收益的30%归集体, 村里建立30%归集体: without the cue or the verb that brings the list in."""
    share = SHARE.search(text, span.start, span.end)
    before = Span(span.start, share.start() if share else span.start)
    ends = [m.end() for m in LEAD.finditer(text, before.start, before.end)]
    ends += [before.start + end for _, end, _ in words.lead_ins.find(text[before.start : before.end])]
    return Span(max(ends, default=span.start), span.end)


def _without_tail(text: str, span: Span) -> Span:
    tail = TAIL.search(text, span.start, span.end)
    return Span(span.start, tail.start()) if tail else span
