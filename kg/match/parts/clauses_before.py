"""The text before a name in, the parts told there in clauses of their own, with no word that says so, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.parts.judging import BEARS, EXACT, Reading
from kg.match.parts.leads import spanned
from kg.match.parts.likeness import has
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import members
from kg.match.shorthand.enumeration import pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

# 李长河这样解释村里的“三多”工作法: what was said right before is what it means.
EXPLAINED = re.compile(
    "[。！]”?[^，。；：！？“”\n]{0,16}?(?:(?:这样|如此)(?:解释|介绍|概括|总结|形容|描述|理解|诠释|解读|说起|评价)|一语道[破出])"
    "[^，。；：！？“”\n]{0,10}\\Z"
)
NEXT_SENTENCE = re.compile("[。！]”?“?\\Z")
# 先征求改不改，再征求改什么，最后征求怎么管: one after the other.
FIRST, THEN = ("先", "首先"), re.compile("再|又|后|然后|接着|最后|还")
# “三问于民” may ask so, “三色” tourism has no turns.
TURNS = tuple("问步招法环议审访查")
LONGEST, SHORTEST, FEWEST, PAIR = 16, 2, 3, 2


def read_clauses_before(text: str, front: Span, numeral: Numeral, words: ListWords) -> Reading | None:
    """与邻为善、以邻为伴，“两邻”理念…: as many as the name states fill the clause, or the clauses, before it.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> line = "大家定下来：不请戏班，不摆长席，不放礼炮。"
    >>> reading = read_clauses_before(line, Span(0, len(line)), Numeral(3, "不", "三不", ("不",)), words)
    >>> [item.text for item in reading.groups[0].items]
    ['不请戏班', '不摆长席', '不放礼炮']
    """
    count = numeral.number or 0
    if count < PAIR:
        return None
    explained = EXPLAINED.search(text, front.start, front.end)
    apart = explained or NEXT_SENTENCE.search(text, front.start, front.end)
    if apart is None and text[front.end - 1 : front.end] != "，":
        return None
    end = apart.start() if apart else front.end - 1
    for row, sure in _rows(text, Span(front.start, end), count):
        found = members(text, row, numeral, words, before=True).spans
        if len(found) != count or not all(SHORTEST <= len(s) <= LONGEST for s in found):
            continue
        told = _borne(text, found, numeral)
        alone = not apart and (_in_turn(text, found, numeral) or (sure and _of_one_kind(text, found, numeral)))
        if told or alone:
            return Reading((spanned(text, found, numeral),), EXACT + BEARS * told)
    return None


def _rows(text: str, span: Span, count: int) -> Iterator[tuple[list[Span], bool]]:
    """What 、 parts in the last clause, and the last clauses; whether these fill their sentence up to the name."""
    sentences = pieces(text, span, 4)
    if not sentences or sentences[-1].end != span.end:
        return
    last = sentences[-1]
    at = max(text.rfind(mark, last.start, last.end) for mark in "：；“—") + 1
    told = Span(max(last.start, at), last.end)
    clauses = pieces(text, told, 2)
    if clauses:
        yield [tidy(text, s) for s in pieces(text, clauses[-1], 1)], len(clauses) == 1
        # 说到底，就是党员多跑一步，…: what only leads up to them is no clause of them.
        yield [tidy(text, s) for s in clauses[-count:]], len(clauses) == count


def _borne(text: str, found: Sequence[Span], numeral: Numeral) -> bool:
    """Whether all bear the word of the name at one place, from the start or the end, or say whose turn it is."""
    if numeral.counted:
        return bool(numeral.noun) and all(text.endswith(numeral.noun, s.start, s.end) for s in found)
    for mark in numeral.marks:
        if all(has(text, s, mark) for s in found):
            from_start = {text.find(mark, s.start, s.end) - s.start for s in found}
            from_end = {s.end - text.rfind(mark, s.start, s.end) for s in found}
            if len(from_start) == 1 or len(from_end) == 1:
                return True
    return False


def _in_turn(text: str, found: Sequence[Span], numeral: Numeral) -> bool:
    """先…，再…，最后…"""
    opened = numeral.key.startswith(TURNS) and text.startswith(FIRST, found[0].start)
    return len(found) >= FEWEST and opened and all(THEN.match(text, s.start) for s in found[1:])


def _of_one_kind(text: str, found: Sequence[Span], numeral: Numeral) -> bool:
    """饮水机、微波炉、充电柜 for 三件套: things that the name counts by a measure, of much the same length."""
    lengths = [len(s) for s in found]
    return numeral.counted and len(found) >= FEWEST and max(lengths) - min(lengths) <= SHORTEST
