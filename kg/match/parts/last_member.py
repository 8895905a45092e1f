"""The members of a list in, the last of them without what is said of the whole list out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.likeness import VERB_LENGTHS
from kg.match.parts.list_words import ListWords
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.enumeration import cut_open
from kg.model import Span

QUOTED_TAIL = re.compile(r"[“‘]([^“”‘’]+)[”’]$")
# 甲提醒、乙提醒的“三提醒”制度
NAMED_TAIL = re.compile(r"的“([^“”]{2,8})”[一-龥]{0,6}$")
KIND = re.compile("(?:力量|资源|部门|职能|要素|作用)$")
AMOUNT = re.compile(r"\d[\d.,]*[万千百]?(?:多|余)?[一-龥]{1,2}$")
FIGURE = re.compile(r"\d")
WORK = re.compile("(?:工作|活动|行动|服务)$")
PURPOSE = re.compile("为(?:主要)?(?:内容|抓手|重点|主题|载体|主线)的[一-龥]{1,8}$")
POINTED, LONGEST_NOUN = re.compile("这(?:一|个|些|类)[^，。；、]{1,14}$"), 8


def without_purpose(text: str, last: Span) -> Span:
    """打造甲、乙、丙为主要内容的举措: what a list is to something is no part of its last member."""
    said = PURPOSE.search(text, last.start + 2, last.end)
    return Span(last.start, said.start()) if said else last


def without_pointing(text: str, last: Span) -> Span:
    """镇机关这个“龙头”; 木匠、瓦匠这些手艺人: what they are pointed at as is no part of the last."""
    pointed = POINTED.search(text, last.start + 2, last.end)
    return Span(last.start, pointed.start()) if pointed else last


def without_together(text: str, found: Sequence[Span], words: ListWords) -> Span:
    """派出所、司法所、法庭各司其职 is said of all; in 政府组织落实、各方齐抓共管 it is a member's own deed."""
    last = found[-1]
    said = words.together.search(text, last.start + 2, last.end)
    shortest = min(map(len, found[:-1]), default=0)
    return Span(last.start, said.start()) if said and said.start() - last.start + 1 >= shortest else last


def without_work(text: str, found: Sequence[Span], opened: Span, words: ListWords) -> Span:
    """开展矛盾大化解、困难大帮扶、信息大采集工作: what a verb does with all of them is no part of the last."""
    last, lengths = found[-1], [len(s) for s in found[:-1]]
    work = WORK.search(text, last.start + 2, last.end)
    if work is None or not min(lengths) <= work.start() - last.start <= max(lengths) < len(last):
        return last
    verbs = {text[at - 2 : at] for at in (found[0].start, opened.start)} | {text[opened.start : opened.start + 2]}
    others = any(text.endswith(work[0], s.start, s.end) for s in found[:-1])
    return last if others or not verbs & words.governing else Span(last.start, work.start())


def runs_on(text: str, last: Span, words: ListWords) -> bool:
    """Whether behind its 等 the clause has gone on to a verb: 教育、住建等部门推行."""
    listed, open_ = cut_open(text, last)
    lengths = [k for k in VERB_LENGTHS if last.end - k >= listed.end]
    return open_ and any(text[last.end - k : last.end] in words.governing for k in lengths)


def without_sum(text: str, found: Sequence[Span], words: ListWords) -> Span:
    """The last member without the noun that sums the list up (…三个环节) or the shorthand that names it (…“双带”)."""
    span = found[-1]
    piece = text[span.start : span.end]
    if (tail := words.counted_tail.search(piece)) and tail.start() > 1:
        numerals = decompose(tail[0].lstrip("这共"), words.shorthand)
        if len(numerals) == 1 and numerals[0].number == len(found):
            return Span(span.start, span.start + tail.start())
    if (named := NAMED_TAIL.search(piece)) and named.start() > 1 and decompose(named[1], words.shorthand):
        return Span(span.start, span.start + named.start())
    if (quoted := QUOTED_TAIL.search(piece)) and quoted.start() > 1 and decompose(quoted[1], words.shorthand):
        return Span(span.start, span.start + quoted.start())
    return span


def without_amount(text: str, found: Sequence[Span]) -> Span:
    """小水窖、小水池1200处: how many there are of all of them is no part of the last."""
    last = found[-1]
    amount = AMOUNT.search(text, last.start + 2, last.end)
    told = any(FIGURE.search(text, s.start, s.end) for s in found[:-1])
    return last if amount is None or told else Span(last.start, amount.start())


def without_kind(text: str, found: list[Span]) -> list[Span]:
    """整合公安、法院、司法所力量: what all of them are is no part of the last."""
    last, others = found[-1], found[:-1]
    kind = KIND.search(text, last.start + 2, last.end)
    told = kind is None or any(text.endswith(kind[0], s.start, s.end) for s in others)
    if kind is None or told or len(last) <= max(map(len, others)):
        return found
    return [*others, Span(last.start, kind.start())]


def without_predicate(text: str, found: Sequence[Span], words: ListWords) -> Span:
    """小花园、小菜地全部折算成分: behind the last member the clause may go on and say what becomes of all."""
    last, lengths = found[-1], [len(s) for s in found[:-1]]
    if len(last) > max(lengths) + 1:
        deeds = any(_governing(text, s.start, s, words) for s in found[:-1])
        for at in range(last.start + min(lengths), min(last.end, last.start + max(lengths) + 2)):
            governs = not deeds and at + 2 < last.end and text[at : at + 2] in words.governing
            if words.of_all.match(text, at, last.end) or governs:
                return Span(last.start, at)
    return last


def _governing(text: str, start: int, span: Span, words: ListWords) -> bool:
    return any(text[at : at + 2] in words.governing for at in range(start, span.end - 1))


def without_noun(text: str, found: Sequence[Span]) -> Span:
    """干部敢为、群众敢首创的氛围: 的 after the last member alone opens what the whole list describes."""
    last, longest = found[-1], max(len(s) for s in found[:-1])
    at = text.find("的", last.start + 2, last.end)
    # 远处的货托给流动“收购车”: so much is said by the member itself.
    told = at >= 0 and (last.end - at > LONGEST_NOUN or text.find("“", at, last.end) >= 0)
    if at < 0 or told or len(last) < longest + 3 or any(text.find("的", s.start, s.end) >= 0 for s in found[:-1]):
        return last
    return Span(last.start, at)


def until_verb(text: str, found: Sequence[Span], words: ListWords) -> Span:
    """用真心、热心、贴心赢得民心: the last member ends where the clause goes on to its verb."""
    last, lengths = found[-1], [len(s) for s in found[:-1]]
    if len(last) > max(lengths):
        for at in range(last.start + max(2, min(lengths)), last.end - 1):
            if any(text[at : at + k] in words.verbs for k in VERB_LENGTHS):
                return Span(last.start, at)
    return last
