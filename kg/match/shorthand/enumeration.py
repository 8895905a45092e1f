"""A stretch of text in, the members of the list that it holds out, uncut by brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.model import Span

TOKEN = re.compile(r"[“”‘’（）《》【】、，；。！？：\n]")
OPENERS, CLOSERS = "“‘（《【", "”’）》】"
OPENING, CLOSING = ("“", "‘"), ("”", "’")
LEVELS = {"、": 1, "，": 2, "；": 3, "。": 4, "！": 4, "？": 4, "\n": 4}
EDGES = "、，；。：！？… \n"
LINK = re.compile(r"[—－–]{1,2}|→|[+＋]|(?<=[一-鿿”）])-(?=[一-鿿“（])")
ORDINAL = re.compile(
    r"(?<=[。：；\n])[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十])"
    r"|(?:(?<=[，。：；\n、])|(?<=^))(?:"
    r"[一二三四五六七八九十]{1,2}[是要](?=[^、，])|其[一二三四五六七八九十](?:是|为)?[，、：]?|第[一二三四五六七八九十]{1,2}(?:[，、：]|步[，：]?|[招条件项关张道环]?是|[招条件项关张道环][，：])"
    r"|（[一二三四五六七八九十]{1,2}）|[①-⑳]|[1-9][.．、](?!\d)|首先(?:是|要)?[，：]?|其次(?:是|要)?[，：]?|再次(?:是|要)?[，：]?|再者[，：]?|最后(?:是|要)?[，：]?)"
)
IS = re.compile("[才则就]?是(?=[^，、])")  # 第二步是…, 最后才是…
FIRST_ORDINAL = re.compile("一[是要](?=[^、，])|首先(?:是|要)?")
WRAPPED = re.compile(r"“[^“”]*”|‘[^‘’]*’|“[^“”]*(?:“[^“”]*”[^“”]*)+”")
# 和美乡村, 及时响应 and 和解 only begin like a joint.
LEADING = re.compile(
    r"(?:以及|还有|并且|同时|还要|更要|也要|[和及并](?![睦谐平美顺气善时购联网]|(?<=和)解(?![决除答放读]))"
    r"|[①-⑳]|（[一二三四五六七八九十]）|[1-9][.．、](?!\d))+"
)
# What a joint or a number of its own begins with.
LEADS = frozenset("以还更也并同和及（123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
BRACKET = re.compile(f"[{OPENERS}{CLOSERS}]")
# 等 that ends a list, and not the one of 平等, 等级 or 等待.
AND_SO_ON = re.compile(r"(?<![平同高中初优均对何相上下劣])等(?!级|待|候|于|同(?!步|时|类)|额|次|差|腰|距|效|值)")
JOINT = re.compile(r"以及|和|及|与")


class Cut(NamedTuple):
    """A mark that parts two members; zero wide between two quotations."""

    start: int
    end: int
    level: int


def cuts(text: str, start: int, end: int) -> list[Cut]:
    """The marks outside brackets and quotations: 、 is of level 1, ， of 2, ； of 3, an end of sentence of 4.

    >>> [(c.start, c.level) for c in cuts("甲（乙、丙）、丁，“戊，己”“庚”", 0, 17)]
    [(6, 1), (8, 2), (14, 1)]
    """
    found = []
    depth = 0
    for match in TOKEN.finditer(text, start, end):
        mark, at = match[0], match.start()
        if mark in OPENERS:
            depth += 1
        elif mark in CLOSERS:
            depth = max(0, depth - 1)
            if not depth and text[at : at + 2] in ("”“", "’‘") and at + 1 < end:
                found.append(Cut(at + 1, at + 1, 1))
        elif not depth and mark in LEVELS:
            found.append(Cut(at, at + 1, LEVELS[mark]))
    return found


def pieces(text: str, span: Span, level: int) -> list[Span]:
    """The stretches between marks of at least a level; empty ones left out.

    >>> line = "清库存、清账目，清债务"
    >>> [line[s.start : s.end] for s in pieces(line, Span(0, 11), 2)]
    ['清库存、清账目', '清债务']
    """
    return between(text, span, cuts(text, span.start, span.end), level)


def chain(text: str, span: Span) -> list[Span]:
    """The members that dashes, arrows or plus signs link: 村——组——户; empty where none or where other marks part.

    >>> line = "镇党委——“先锋”支部——党员"
    >>> [line[s.start : s.end] for s in chain(line, Span(0, len(line)))]
    ['镇党委', '“先锋”支部', '党员']
    """
    if not LINK.search(text, span.start, span.end) or cuts(text, span.start, span.end):
        return []
    links = [
        Cut(m.start(), m.end(), 1)
        for m in LINK.finditer(text, span.start, span.end)
        if is_closed(text, Span(span.start, m.start()))
    ]
    found = between(text, span, links, 1)
    return found if len(links) == len(found) - 1 and len(found) > 1 else []


def is_closed(text: str, span: Span) -> bool:
    """Whether every quotation mark and bracket that opens in a stretch closes in it."""
    start, end = span.start, span.end
    return BRACKET.search(text, start, end) is None or all(
        text.count(a, start, end) == text.count(b, start, end) for a, b in zip(OPENERS, CLOSERS, strict=True)
    )


def between(text: str, span: Span, marks: Sequence[Cut], level: int) -> list[Span]:
    """The stretches between those marks that are of at least a level; empty ones left out."""
    found = []
    at = span.start
    for start, end, _ in [*(c for c in marks if c.level >= level), Cut(span.end, span.end, level)]:
        while at < start and text[at] in EDGES:
            at += 1
        if at < start:
            found.append(Span(at, start))
        at = end
    return found


def list_start(text: str, first: int, end: int) -> int:
    """Where the clause begins that ends at `end`: behind the nearest mark, bracket or quotation still open.

    >>> list_start("近年来，实行（镇、村）甲、乙、丙", 0, 16)
    4
    """
    depth = 0
    for match in reversed(list(TOKEN.finditer(text, first, end))):
        mark = match[0]
        if mark in CLOSERS:
            depth += 1
        elif mark in OPENERS:
            if not depth:
                return match.end()
            depth -= 1
        elif not depth and (mark == "：" or LEVELS.get(mark, 0) > 1):
            return match.end()
    return first


def ordinals(text: str, span: Span) -> list[Span]:
    """What stands behind 一是…二是…, 首先…其次… or ①…②…, each up to the next of them or its own end of sentence."""
    marks = list(ORDINAL.finditer(text, span.start, span.end))
    # “三包”一是…: behind a closing mark the first needs no comma.
    if (first := FIRST_ORDINAL.match(text, span.start, span.end)) and not (marks and marks[0].start() == span.start):
        marks.insert(0, first)
    found = []
    for i, mark in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else span.end
        stop = next((c.start for c in cuts(text, mark.end(), end) if c.level > 2), end)
        is_ = IS.match(text, mark.end(), stop)
        found.append(Span(is_.end() if is_ else mark.end(), stop))
    return found


def tidy(text: str, span: Span) -> Span:
    """A member without marks at its edges, joining words, a number of its own, or quotation marks around all of it.

    >>> line = "以及“清账目”；"
    >>> s = tidy(line, Span(0, len(line)))
    >>> line[s.start : s.end]
    '清账目'
    """
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    if start < end and text[start] in LEADS and (lead := LEADING.match(text, start, end)):
        start = lead.end() if lead.end() < end else start
    if start < end and text[start] in "“‘" and WRAPPED.fullmatch(text, start, end):
        start, end = start + 1, end - 1
    return span if start == span.start and end == span.end else Span(start, end)


def cut_open(text: str, span: Span) -> tuple[Span, bool]:
    """The last member without 等 and what follows it, and whether there was one.

    >>> line = "柿饼等特色产品"
    >>> cut_open(line, Span(0, len(line)))
    (Span(start=0, end=2), True)
    """
    # 进社区、进军营……已办63场: so, too, where the paper leaves it open.
    if (left := text.find("…", span.start + 1, span.end)) >= 0 and is_closed(text, Span(span.start, left)):
        return Span(span.start, left), True
    if text.find("等", span.start + 1, span.end) < 0:
        return span, False
    for match in AND_SO_ON.finditer(text, span.start + 1, span.end):
        listed = Span(span.start, match.start())
        if is_closed(text, listed):
            return listed, True
    return span, False
