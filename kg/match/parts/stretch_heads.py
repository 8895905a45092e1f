"""A name and the sentences behind it in, its parts, of which each opens a stretch or a clause of its own, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.edges import CUES
from kg.match.parts.judging import BEARS, EXACT, LABELLED, Reading
from kg.match.parts.leads import spanned
from kg.match.shorthand.enumeration import pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

# Any list that more speaks for is the better one.
LEAST = 1.0
# 线上…；线下…, and as many 一 as counted, are no chance.
SURE = EXACT + BEARS + LABELLED
LONGEST, FEWEST, PAIR = 24, 4, 2
LONGEST_DEED = 4
# 由龙头企业绑定合作社: what brings them all in.
LEAD = re.compile("(?:由|通过|让|使|推动|要求|坚持)(?=.{3})")
# 每名儿童都有一份档案: up to the first of them.
HAS = re.compile("[^，。；：、“”\n]*?(?:都有|配有|设有|建有|有|做到|开展|落实)(?=一)")
SIDE = re.compile("[上下内外前后左右]")
OPENS_ONE = frozenset("一每各")
EACH, EACH_ONE = "每", re.compile("每[名位个户支]")
ONE, ONCE = "一", re.compile("一[^一二两三四五六七八九十些定样般起同直致切律旦向心][^，。；、]{1,12}")


def read_stretch_heads(text: str, sentences: Sequence[Span], numeral: Numeral) -> Reading | None:
    """龙头企业绑定合作社，…；合作社绑定农户，… for “双绑”: so many stretches, a clause of each with the word.

    >>> line = "由龙头企业绑定合作社，签订协议；合作社绑定农户，增加收入。"
    >>> reading = read_stretch_heads(line, [Span(0, len(line))], Numeral(2, "绑", "双绑", ("绑",)))
    >>> [item.text for item in reading.groups[0].items]
    ['龙头企业绑定合作社', '合作社绑定农户']
    """
    count = numeral.number or 0
    if count < PAIR or numeral.counted:
        return None
    for sentence in sentences:
        stretches = pieces(text, sentence, 3)
        if len(stretches) != count or "；" not in text[sentence.start : sentence.end]:
            continue
        for mark in numeral.marks:
            # 线上依托平台，…；线下设立窗口，… for “双线”
            sides = [SIDE.match(text, tidy(text, s).start + len(mark)) for s in stretches]
            begins = all(text.startswith(mark, tidy(text, s).start) for s in stretches)
            if begins and all(sides) and len({side[0] for side in sides if side}) == count:
                told = [Span(side.start() - len(mark), side.end()) for side in sides if side]
                return Reading((spanned(text, told, numeral),), SURE)
            found = [
                next((c for c in pieces(text, s, 2) if text.find(mark, c.start + 1, c.end) >= 0), None)
                for s in stretches
            ]
            heads = [tidy(text, c) for c in found if c is not None]
            if len(heads) < count or not all(text.count(mark, s.start, s.end) == 1 for s in stretches):
                continue
            lead = LEAD.match(text, heads[0].start, heads[0].end)
            heads[0] = Span(lead.end() if lead else heads[0].start, heads[0].end)
            ends = [text.endswith(mark, h.start, h.end) for h in heads]
            whole = (all(ends) or not any(ends)) and not any("“" in text[h.start : h.end] for h in heads)
            if whole and all(len(mark) < len(h) <= LONGEST for h in heads):
                return Reading((spanned(text, heads, numeral),), LEAST)
    return None


def read_ones(text: str, sentences: Sequence[Span], numeral: Numeral) -> Reading | None:
    """每户都有一份档案、一名管家，每周上门一次，每月体检一次 for “四个一”: a sentence with 一 in so many pieces.

    >>> line = "每名老人都有一份档案、一名管家，每周接到一次电话，每月做一次体检。"
    >>> reading = read_ones(line, [Span(0, len(line))], Numeral(4, "一", "四个一", ("一",)))
    >>> [item.text for item in reading.groups[0].items]
    ['一份档案', '一名管家', '每周接到一次电话', '每月做一次体检']
    """
    count = numeral.number or 0
    if ONE not in numeral.marks or count < FEWEST:
        return None
    for sentence in sentences:
        said = [s for clause in pieces(text, sentence, 2) for s in pieces(text, clause, 1)]
        row = [tidy(text, s) for s in said]
        ones = [ONCE.search(text, s.start, s.end) is not None for s in row]
        if sum(ones) != count or len(row) > count + 1:
            continue
        first = ones.index(True)
        found = row[first : first + count]
        # “五个一”，即梳理一张清单: what a cue brings in is read behind it.
        if not all(ones[first : first + count]) or CUES.match(text, found[0].start):
            continue
        has = HAS.match(text, found[0].start, found[0].end)
        # 每天敲一次门、每月做一次体检: where each says when, the first does, too.
        timed = all(text.startswith(EACH, s.start) for s in found)
        found[0] = Span(has.end(), found[0].end) if has and not timed else _without_doer(text, found)
        # 由上一堂党课、办一件实事: what goes on with a verb is read by what brings it in.
        opens = text[found[0].start] in OPENS_ONE or found[0].start > row[first].start
        if opens and all(len(s) <= LONGEST for s in found):
            return Reading((spanned(text, found, numeral),), SURE)
    return None


def _without_doer(text: str, row: Sequence[Span]) -> Span:
    """每名干部联系一个村、包抓一个项目: the first without who does it all, where the others open with verbs."""
    first, deeds = row[0], {text.find(ONE, s.start, s.end) - s.start for s in row[1:]}
    if not EACH_ONE.match(text, first.start) or len(deeds) != 1 or not 0 < (length := deeds.pop()) < LONGEST_DEED:
        return first
    return Span(max(first.start, text.find(ONE, first.start, first.end) - length), first.end)


def read_next_clause(text: str, behind: Span, numeral: Numeral) -> Reading | None:
    """“四步议事法”，居民点题、支部审题、多方解题、群众评题，…: a clause right behind it of exactly so many, all alike.

    >>> line = "，居民点题、支部审题、多方解题、群众评题，小事不出楼。"
    >>> reading = read_next_clause(line, Span(0, len(line)), Numeral(4, "步议事", "四步议事", ("步议事", "步")))
    >>> [item.text for item in reading.groups[0].items]
    ['居民点题', '支部审题', '多方解题', '群众评题']
    """
    if (numeral.number or 0) < FEWEST or not text.startswith("，", behind.start):
        return None
    clause = next(iter(pieces(text, Span(behind.start + 1, behind.end), 2)), None)
    row = [tidy(text, s) for s in pieces(text, clause, 1)] if clause else []
    lengths = {len(s) for s in row}
    if len(row) != numeral.number or len(lengths) != 1 or min(lengths) < FEWEST - 1:
        return None
    return Reading((spanned(text, row, numeral),), LEAST)
