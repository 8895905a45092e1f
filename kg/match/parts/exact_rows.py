"""A name and the sentences behind it in, for each of its numbers a row of exactly as many parts with its word out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from kg.match.parts.edges import CUES
from kg.match.parts.judging import BEARS, EXACT, Held, Reading, judge
from kg.match.parts.leads import FEWEST_HEADINGS, spanned
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import Members, members
from kg.match.shorthand.enumeration import ordinals, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

LONGEST, LONGEST_LEAD, PAIR = 26, 8, 2
# 至于一管，管的是日常水肥: the only part of a number is what the text says of it.
ONLY = (
    "(?:(?<=[，。；：])|(?<=^))(?:至于)?“?{label}”?[，：]?(?:就是|即是|即|是|指|{key}的是)"
    "(?P<said>[^，。；：！？“”\\n]{{2,16}})"
)
# 一条是“治理线”，…；另一条是“产业线”，…: of two the one and the other.
ONE_AND_OTHER = re.compile(
    "(?:(?<=[，。；：])|(?<=^))一(?P<measure>[条个张头手类项方])面?是?“?(?P<one>[^，。；：！？“”\n]{2,12})”?[，；][^。！？\n]*?"
    "另(?:外)?一(?P=measure)面?则?是?“?(?P<other>[^，。；：！？“”\n]{2,12})”?(?=[，。；])"
)
# 通过派出所、司法所、村委会共同参与: what parties do together.
PARTY = "方"
ALL_TOGETHER = re.compile(
    "(?:通过|由|组织|整合|联合|邀请|召集|协调|联动|吸纳|统筹|依托)(?P<row>[^，。；：“”\n]{2,12}(?:、[^，。；：“”\n]{2,12}?)+?)"
    "(?:等?[二两三四五六七][方家][一-龥]{0,6}|(?:共同|联合|一起|协同|参与|参加|联动|会商)[一-龥]{0,8})"
)


def read_exact_rows(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords) -> Reading | None:
    """选好小组长，建起小讲堂，用好小喇叭 for “三小”: rows some sentences on, each exact, its word at one place in it.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> line = "。过去人来不齐。如今选好小组长，建起小讲堂，用好小喇叭。"
    >>> reading = read_exact_rows(line, Span(0, len(line)), [Numeral(3, "小", "三小", ("小",))], words)
    >>> [item.text for item in reading.groups[0].items]
    ['选好小组长', '建起小讲堂', '用好小喇叭']
    """
    if pairs := _pairs(text, span, numerals) or _turns(text, span, numerals):
        return Reading(pairs, EXACT + BEARS)
    if len(numerals) == 1 and numerals[0].number == PAIR:
        return _one_and_other(text, span, numerals[0])
    groups: list[Group] = []
    for numeral in numerals:
        group = _only(text, span, numeral) if numeral.number == 1 else next(_rows(text, span, numeral, words), None)
        if group is None or any(group.span and g.span and group.span.overlaps(g.span) for g in groups):
            return None
        groups.append(group)
    return Reading(tuple(groups), EXACT)


def _rows(text: str, span: Span, numeral: Numeral, words: ListWords) -> Iterator[Group]:
    if (numeral.number or 0) < FEWEST_HEADINGS:
        return
    if numeral.counted:
        yield from _of_a_noun(text, span, numeral, words)
        return
    if numeral.key.startswith(PARTY):
        yield from _of_parties(text, span, numeral)
    for row, opened in _stretches(text, span):
        for mark in numeral.marks:
            if sum(text.find(mark, s.start, s.end) >= 0 for s in row) != numeral.number:
                continue
            found = [s for s in row if text.find(mark, s.start, s.end) >= 0]
            near = row.index(found[-1]) - row.index(found[0]) == len(found) - 1
            told = _at_one_place(text, found, mark, opened=opened) if near else []
            distinct = len({text[s.start : s.end] for s in told}) == numeral.number
            apart = distinct and not any("“" in text[s.start : s.end] for s in told)
            if not told or not apart or not all(len(mark) < len(s) <= LONGEST for s in told):
                continue
            if not judge(text, Members(tuple(told)), numeral, words, Held.KEYED).reason:
                yield spanned(text, told, numeral)


def _of_parties(text: str, span: Span, numeral: Numeral) -> Iterator[Group]:
    """通过派出所、司法所、村委会共同参与 for “三方联调”: a row of as many as the name counts, who do it together."""
    for clause in pieces(text, span, 2):
        if together := ALL_TOGETHER.fullmatch(text, clause.start, clause.end):
            row = [tidy(text, s) for s in pieces(text, Span(*together.span("row")), 1)]
            if len(row) == numeral.number and all(len(s) > 1 for s in row):
                yield spanned(text, row, numeral)


def _of_a_noun(text: str, span: Span, numeral: Numeral, words: ListWords) -> Iterator[Group]:
    """建立意愿清单、岗位清单和技能清单 for “三张清单”: a row whose members all end with the noun that is counted."""
    for clause in pieces(text, span, 2) if len(numeral.noun) > 1 else ():
        row = pieces(text, clause, 1)
        if len(row) < PAIR or not text.endswith(numeral.noun, row[-1].start, row[-1].end):
            continue
        told = members(text, row, numeral, words, before=True).spans
        ends = all(text.endswith(numeral.noun, s.start, s.end) and len(s) > len(numeral.noun) for s in told)
        if len(told) == numeral.number and ends and len({text[s.start : s.end] for s in told}) == len(told):
            yield spanned(text, told, numeral)


def _stretches(text: str, span: Span) -> Iterator[tuple[list[Span], bool]]:
    """What may be a row: the pieces of a clause, the clauses of a sentence, the heads of what ；, 。 or ordinals part.

    And whether nothing but the word itself may open its members: 天气不好也上门。干部不怕苦。 are only sentences.
    """
    marked = [next(iter(pieces(text, s, 2)), s) for s in ordinals(text, span)]
    if marked:
        yield [tidy(text, s) for s in marked], False
    for sentence in pieces(text, span, 4):
        for clause in pieces(text, sentence, 2):
            cue = CUES.match(text, clause.start, clause.end)
            yield [tidy(text, s) for s in pieces(text, Span(cue.end() if cue else clause.start, clause.end), 1)], False
        colon = text.rfind("：", sentence.start, sentence.end)
        told = Span(colon + 1 if colon >= 0 else sentence.start, sentence.end)
        yield [tidy(text, s) for s in pieces(text, told, 2)], False
        yield [tidy(text, next(iter(pieces(text, s, 2)), s)) for s in pieces(text, told, 3)], False
    yield [tidy(text, next(iter(pieces(text, s, 2)), s)) for s in pieces(text, span, 4)], True


def _at_one_place(text: str, row: Sequence[Span], mark: str, *, opened: bool) -> list[Span]:
    """The row, if the word stands as far from the start, or from the end, of all; before the first a lead may stand."""
    places = [text.find(mark, s.start, s.end) for s in row]
    before = [at - s.start for at, s in zip(places, row, strict=True)]
    if opened:
        return list(row) if not any(before) else []
    if len(set(before[1:])) == 1 and 0 <= before[0] - before[1] <= LONGEST_LEAD:
        return [Span(places[0] - before[1], row[0].end), *row[1:]]
    if len(mark) > 1 and text[row[0].start - 1] == "：":
        return list(row)  # behind a colon a word of two characters says enough wherever it stands
    last = [text.rfind(mark, s.start, s.end) for s in row]
    behind = {s.end - at for at, s in zip(last, row, strict=True)}
    return list(row) if len(behind) == 1 else []


def _pairs(text: str, span: Span, numerals: Sequence[Numeral]) -> tuple[Group, ...]:
    """先算账后动员，…；先示范后推广，…；先签约后扩面，… for “三先三后”: each clause holds a part of both numbers."""
    if len(numerals) != PAIR or numerals[0].number != numerals[1].number or any(len(n.key) != 1 for n in numerals):
        return ()
    one, two = (n.key for n in numerals)
    both = re.compile(f"(?P<one>{one}[^{two}，。；]{{1,8}})、?(?P<two>{two}[^，。；]{{1,8}})")
    inside = re.compile(
        f"(?:通过|围绕|坚持|推动|聚焦|以)?(?P<one>[^{two}，。；、]{{1,4}}{one}[^{two}，。；、]{{0,3}})(?P<two>{two}[^，。；、]{{2,8}})"
    )
    for row, _ in _stretches(text, span):
        found = [m for s in row if (m := both.fullmatch(text, s.start, s.end))]
        if len(found) == numerals[0].number and len(found) >= PAIR:
            halves = [[Span(*m.span(half)) for m in found] for half in ("one", "two")]
            return tuple(spanned(text, half, n) for half, n in zip(halves, numerals, strict=True))
        # 组织联建促堡垒提升、产业联育促农民增收 for 四联四促: the word of the first number inside its part.
        inner = [m for s in row if (m := inside.fullmatch(text, s.start, s.end))]
        if len(inner) == len(row) == numerals[0].number and len(inner) > PAIR:
            halves = [[Span(*m.span(half)) for m in inner] for half in ("one", "two")]
            return tuple(spanned(text, half, n) for half, n in zip(halves, numerals, strict=True))
    return ()


def _turns(text: str, span: Span, numerals: Sequence[Numeral]) -> tuple[Group, ...]:
    """进村组，问难题，帮思路；进社区，问诉求，帮协调 for “两进两问两帮”: a clause of each number in turn."""
    count, keys = numerals[0].number or 0, [n.key for n in numerals]
    if len(keys) <= PAIR or count < PAIR or any(n.number != count or len(n.key) != 1 for n in numerals):
        return ()
    said = [s for s in map(partial(tidy, text), pieces(text, span, 2)) if text[s.start] in keys and len(s) > 1]
    found = said[: count * len(keys)]
    turns = [text[s.start] for s in found]
    if turns != keys * count or any(len(s) > LONGEST for s in found):
        return ()
    return tuple(spanned(text, found[k :: len(keys)], n) for k, n in enumerate(numerals))


def _only(text: str, span: Span, numeral: Numeral) -> Group | None:
    if not numeral.key or text.find(numeral.text, span.start, span.end) < 0:
        return None
    way = ONLY.format(label=re.escape(numeral.text), key=re.escape(numeral.key))
    only = re.compile(way).search(text, span.start, span.end)
    if only is None:
        return None
    said = Span(*only.span("said"))
    return Group(numeral.text, 1, (Item(only["said"], said),), False, said)


def _one_and_other(text: str, span: Span, numeral: Numeral) -> Reading | None:
    said = ONE_AND_OTHER.search(text, span.start, span.end)
    borne = said and any(m in said["one"] and m in said["other"] for m in (*numeral.marks, numeral.noun or numeral.key))
    if said is None or not borne:
        return None
    return Reading((spanned(text, [Span(*said.span("one")), Span(*said.span("other"))], numeral),), EXACT)
