"""The pieces of a list in, its members in the text's own words out, without what stands round them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.match.parts.first_member import first_member
from kg.match.parts.last_member import (
    QUOTED_TAIL,
    until_verb,
    without_amount,
    without_kind,
    without_noun,
    without_pointing,
    without_predicate,
    without_purpose,
    without_sum,
    without_together,
    without_work,
)
from kg.match.parts.list_words import ListWords
from kg.match.shorthand.enumeration import CLOSING, JOINT, OPENING, cut_open, is_closed, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

QUOTED_WORD = re.compile("[“‘]([^“”‘’\n]{2,6})[”’]")
# 用真心、热心…: what governs the list is no part of its first member.
PREPOSITIONS = frozenset("把将以用由从对")
NOW = re.compile("(?:如今|目前|现在|眼下|近年来|今年以?来?|去年)(?:，|的)?")
AS_ONE, EACH_IS = re.compile("[于为]一体$"), re.compile("一[一-龥]{1,2}是")
VERB_ENDS, FAR_LONGER = frozenset("出了好起"), 2
COUNT = re.compile(r"(?<!\d)(?P<number>\d[\d.]*)(?:多|余)?[名位个支家]")
RANK = re.compile("[一二三四五六七八九十]{1,2}是")
AMOUNT, FEWEST_COUNTED = (
    re.compile(r"\d[\d.,]*[万千百]?(?:多|余)?(?:[口座处条个台套间亩盏棵株名位人户]|公里|平方米)$"),
    3,
)
A_DEED, A_PHRASE = 2, 4  # 建好“一队” is only governed
FOR_ALL = re.compile("(?<=[一-鿿])为(?:(?!的)[一-鿿]){2,4}(?:$|(?=的|“))")
CUE = re.compile(r"(?:是指|指的是|就是|即是|即|分别为|分别是|指(?![导挥引标南数令出定派]))[：，]?")


class Members(NamedTuple):
    """The members of one list, and whether 等 leaves it open."""

    spans: tuple[Span, ...]
    open: bool = False


def members(
    text: str,
    raw: Sequence[Span],
    numeral: Numeral | None,
    words: ListWords,
    *,
    before: bool = False,
    whole: bool = False,
) -> Members:
    """Trim the pieces of a list that stands `before` its name or behind it.

    Quotation marks or brackets hold a list `whole`: it begins where they begin. In any other the first piece may hold
    the verb that governs the list.
    """
    found = [span for span in [tidy(text, r) for r in raw] if span.start < span.end]
    if not found:
        return Members(())
    found = _without_ordinals(text, found)
    found[-1] = without_purpose(text, found[-1]) if len(found) > 1 else found[-1]
    last, open_ = cut_open(text, found[-1])
    found[-1] = tidy(text, last)
    open_ |= text.startswith("…", found[-1].end)
    found[-1] = without_pointing(text, found[-1])
    found[-1] = without_together(text, found, words)
    if len(found) > 1 and not open_:
        found[-1] = without_sum(text, found, words)
    parted = _joint(text, _without_counts(text, found), numeral)
    # 甲站、乙站和丙点三类阵地: only now are there as many as the noun behind them sums up.
    if len(parted) > len(found) and not open_:
        parted[-1] = without_sum(text, parted, words)
    found = _quoted(text, parted)
    if len(found) > 1 and not open_:
        found[-1] = without_work(text, found, raw[0], words)
    if len(found) == 1 and numeral is not None and numeral.number == 1:
        found = without_lead(text, found[0], numeral, words)
    if not whole:
        cue = CUE.match(text, found[0].start, found[0].end - 1)
        # 即接即办、即查即改: where all of them begin so it is their own word.
        if cue and not (len(found) > 1 and all(text.startswith(cue[0], s.start) for s in found[1:])):
            found[0] = Span(cue.end(), found[0].end)
        if len(found) > 1:
            found[-1] = without_amount(text, without_kind(text, found))
            marks = numeral.marks if numeral and not numeral.counted else ()
            found = _without_verb(text, found, words, before=before, marks=marks)
            if not before:
                found[-1] = without_noun(text, found)
                found[-1] = without_predicate(text, found, words)
    if numeral and numeral.counted and len(found) > 1:
        found = _without_each(text, found, f"一{numeral.key[:1]}")
    found = _without_amounts(text, _told_whole(text, _bare(text, found)))
    return Members(tuple(_words_of(text, found, numeral)), open_)


def _without_each(text: str, found: list[Span], one: str) -> list[Span]:
    """一张权力清单、一张责任清单 for “两张清单”: that each is one is no part of any."""
    each = all(text.startswith(one, s.start) and len(s) > len(one) + 1 for s in found)
    is_ = len(one) + all(text.startswith("是", s.start + len(one)) for s in found)
    return [Span(s.start + is_, s.end) for s in found] if each else found


def _without_amounts(text: str, found: list[Span]) -> list[Span]:
    """小水窖412口、小水池96座: how many there are of each is no part of any."""
    amounts = [AMOUNT.search(text, s.start + 2, s.end) for s in found]
    if len(found) < FEWEST_COUNTED or not all(amounts):
        return found
    return [Span(s.start, a.start()) for s, a in zip(found, amounts, strict=True) if a]


def _told_whole(text: str, found: list[Span]) -> list[Span]:
    """党支部为核心、村委会为主体、村民为基础的: what each is to all is part of it, of the last as of the others."""
    others, last = found[:-1], found[-1]
    told = FOR_ALL.match(text, last.end)
    if not others or told is None or not all(FOR_ALL.search(text, s.start, s.end) for s in others):
        return found
    return [*others, Span(last.start, told.end())]


def _without_ordinals(text: str, found: list[Span]) -> list[Span]:
    """一是包户；二是包事: which one it is is no part of any."""
    marks = [RANK.match(text, s.start, s.end - 1) for s in found]
    return [Span(m.end(), s.end) for m, s in zip(marks, found, strict=True) if m] if all(marks) else found


def _bare(text: str, found: list[Span]) -> list[Span]:
    """集党建、养老于一体; 一张是需求清单，一张是资源清单: what only holds them together is no part of any."""
    # 如今林长、警长: since when it is so is no part of the first.
    if len(found) > 1 and (now := NOW.match(text, found[0].start, found[0].end - 1)):
        found = [Span(now.end(), found[0].end), *found[1:]]
    one, last = found[0], found[-1]
    tied = AS_ONE.search(text, last.start + 1, last.end)
    if len(found) > 1 and tied and text[one.start] == "集" and len(one) > 1:
        return [Span(one.start + 1, one.end), *found[1:-1], Span(last.start, tied.start())]
    each = [EACH_IS.match(text, s.start, s.end - 1) for s in found]
    same = len(found) > 1 and all(each) and len({m[0] for m in each if m}) == 1
    return [Span(m.end(), s.end) for m, s in zip(each, found, strict=True) if m] if same else found


def _words_of(text: str, found: Sequence[Span], numeral: Numeral | None) -> Sequence[Span]:
    """以“解决”破题、用“解气”暖心 for 两解: each member has a word in quotation marks that says what the name says."""
    if numeral is None or len(found) < 2:
        return found
    for mark in numeral.marks:
        # What governs the first is gone already, and with it the first mark: “一站”、建好“一队”.
        said = [[m for m in QUOTED_WORD.finditer(text, s.start - 1, s.end + 1) if mark in m[1]] for s in found]
        if all(len(words) == 1 for words in said) and len({words[0][1] for words in said}) == len(found):
            quoted = [Span(*words[0].span()) for words in said]
            return found if _all_say_more(found, quoted) else [Span(s.start + 1, s.end - 1) for s in quoted]
    return found


def _all_say_more(found: Sequence[Span], quoted: Sequence[Span]) -> bool:
    """“红色”引领、“绿色”发展; 政务公开“一张网”、惠农补贴“一本账”: what stands beside each is as long."""
    more = {(s.start == q.start, s.end == q.end, len(s) - len(q)) for s, q in zip(found, quoted, strict=True)}
    starts, ends, length = more.pop()
    return not more and starts != ends and length >= (A_DEED if starts else A_PHRASE)


def _quoted(text: str, found: list[Span]) -> list[Span]:
    """村里列“需求单”“服务单”: what stands before the first quotation is no part where all others are quoted."""
    tail = QUOTED_TAIL.search(text, found[0].start, found[0].end) if len(found) > 1 else None
    if tail is None or not all(text[s.start - 1] in "“‘" for s in found[1:]):
        return found
    return [Span(*tail.span(1)), *found[1:]]


def without_lead(text: str, span: Span, numeral: Numeral, words: ListWords) -> list[Span]:
    """修订村规民约, 各组推选组长 for 一长: what governs the only member, which the name's word ends, is no part."""
    if not any(text.endswith(mark, span.start, span.end) for mark in numeral.marks):
        return [span]
    # 以“甲”“乙”为主要内容的展厅: what describes it is a piece of it.
    for at in range(span.end - 2, max(span.start, text.rfind("的", span.start, span.end)) + 1, -1):
        verb = text[at - 2 : at]
        # 供需对接平台 for 一平台: what would be left says nothing of its own.
        inner = at > span.start + 3 and verb in words.verbs and text[at : span.end] not in numeral.marks
        if inner or (at == span.start + 2 and verb in words.governing):
            done = text[at] in VERB_ENDS and span.end - at > len(numeral.key) + 1  # 绘制出、修订好
            return [Span(at + done, span.end)]
    return [span]


def _without_counts(text: str, found: list[Span]) -> list[Span]:
    """14名小区长、59名楼栋长: how many there are is no part of what they are; 1名组长包片 is."""
    counts = [COUNT.match(text, s.start, s.end - 1) for s in found[1:]]
    if not counts or not all(counts):
        return found
    opening = list(COUNT.finditer(text, found[0].start, found[0].end - 1))
    every = [*opening[-1:], *(c for c in counts if c)]
    if not opening or all(c["number"] == "1" for c in every):
        return found
    return [Span(c.end(), s.end) for c, s in zip(every, found, strict=True)]


def _joint(text: str, found: list[Span], numeral: Numeral | None) -> list[Span]:
    """甲、乙和丙: the last piece is two members where the number or their likeness says so."""
    last = found[-1]
    marks = numeral.marks if numeral else ()
    # 阵地共同建设和活动与节会共同举办: of several the one on both sides of which the word of the name stands.
    joints = sorted(
        JOINT.finditer(text, last.start + 1, last.end - 1),
        key=lambda j: not any(m in text[last.start : j.start()] and m in text[j.end() : last.end] for m in marks),
    )
    for joint in joints:
        left, right = Span(last.start, joint.start()), Span(joint.end(), last.end)
        # 县、乡和村: where all have one character, 和 parts the one more that the number wants.
        least = 1 if all(len(s) == 1 for s in found[:-1]) and numeral and numeral.number == len(found) + 1 else 2
        if len(left) < least or len(right) < least or not is_closed(text, left):
            continue
        # The first piece may still hold the verb before it.
        others = [text[s.start : s.end] for s in found[len(found) > 2 : -1]] or [text[right.start : right.end]]
        alike = _alike(text[left.start : left.end], text[right.start : right.end], others)
        room = numeral is None or len(found) < (numeral.number or 0)
        sure = len(found) > 2 and not any(JOINT.search(o) for o in others)
        wanted = numeral is not None and numeral.number == len(found) + 1
        if wanted or (alike and (room or sure)):
            return [*found[:-1], tidy(text, left), tidy(text, right)]
    return found


def _alike(left: str, right: str, others: Sequence[str]) -> bool:
    """Whether both halves are built as the other members are: same ending, same opening, or same length."""
    return (
        all(o[-1] == left[-1] == right[-1] or o[0] == left[0] == right[0] for o in others)
        or {len(left), len(right)} == {len(o) for o in others}
    )  # fmt: skip


def _without_verb(
    text: str, found: list[Span], words: ListWords, *, before: bool, marks: Sequence[str] = ()
) -> list[Span]:  # fmt: skip
    """The members without what governs them: the verb before the first, or the clause that a preposition opens."""
    first, rest = found[0], found[1:]
    # “开业送一课”“年报帮一手”: quotation marks say where it begins.
    if text[first.start - 1 : first.start] in OPENING and text[first.end : first.end + 1] in CLOSING:
        return found
    shortest = min(len(s) for s in rest)
    # 用心倾听 beside 贴心服务 is a member; 用真心 beside 热心 is governed.
    governed = text[first.start] in PREPOSITIONS and len(first) > shortest and text[rest[0].start] != text[first.start]
    governed = governed and text[first.start : first.start + 2] not in words.governing  # 用好 is a verb
    if governed and not before:
        # 将诉求分为大事、小事、私事: the verb may stand behind the preposition.
        at = 1 + first_member(
            text[first.start + 1 : first.end], [text[s.start : s.end] for s in rest], words, before=before
        )
        return [Span(first.start + at, first.end), *rest[:-1], until_verb(text, found, words)]
    # Behind the last member the clause may go on: 支部提议、群众评议后方可实施.
    goes_on = not before and len(rest) > 1 and len(rest[-1]) > max(map(len, rest[:-1])) + FAR_LONGER
    like = rest[:-1] if goes_on else rest
    others = [text[s.start : s.end] for s in like]
    at = first_member(text[first.start : first.end], others, words, before=before, marks=marks)
    return [tidy(text, Span(first.start + at, first.end)), *rest]
