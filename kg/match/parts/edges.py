"""A stretch behind a name of several numbers in, for each the run of members with its word at one edge out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.match.parts.judging import ALIKE, BEARS, EXACT, Reading
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

# Coarse marks first: 问当事人，了解原因；问第三方，了解看法 are two members, each with what it is for.
LEVELS = (re.compile("[；。！？\n“”]"), re.compile("[；。！？\n“”，]"), re.compile("[；。！？\n“”，、]"))
LONGEST, PAIR, FEWEST_SURE = 24, 2, 3
CUES = re.compile("(?:即(?!.即)|就是|并?做到|坚持|包括|分别[是为]|具体[是为])[：，]?")


def read_edges(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """问甲，…；问乙，…。访丙，…；访丁，…: the numbers of the name, each with exactly as many members side by side.

    >>> line = "问老人，听意见；问邻居，知实情。访村组，看现场；访部门，找办法"
    >>> two = [Numeral(2, "问", "两问", ("问",)), Numeral(2, "访", "两访", ("访",))]
    >>> [[i.text for i in g.items] for g in read_edges(line, Span(0, len(line)), two).groups]
    [['问老人，听意见', '问邻居，知实情'], ['访村组，看现场', '访部门，找办法']]
    """
    groups: list[Group] = []
    at = span.start
    for numeral in numerals:
        if numeral.number == 1 and len(numerals) > PAIR:
            groups.append(only_of(text, span, numeral))  # 以党组织为“一核”
            continue
        if not numeral.marks or numeral.counted or (numeral.number or 0) < 2:
            return None
        group = next(_runs(text, Span(at, span.end), numeral), None)
        if group is None or group.span is None:
            groups.append(Group(numeral.text, numeral.number))
            continue
        groups.append(group)
        at = group.span.end
    if any(group.items for group in groups) and all(group.items or group.stated == 1 for group in groups):
        return Reading(tuple(groups), EXACT + BEARS + ALIKE)
    # “三晒两比”行动，引导党员晒岗位、晒任务、晒成绩: of the other number nothing is told.
    sure = [g for g in groups if g.span and len(g.items) >= FEWEST_SURE and g.span.start - span.start <= LONGEST]
    return Reading(tuple(groups), ALIKE) if sure else None


def read_alternating(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """评镇街、优谋划，评村组、优治理: the parts of two numbers in turn, each opening with the word of its number.

    >>> line = "，除了“评党委、优决策”，还有“评支部、优班子”"
    >>> two = [Numeral(2, "评", "两评", ("评",)), Numeral(2, "优", "两优", ("优",))]
    >>> [[i.text for i in g.items] for g in read_alternating(line, Span(0, len(line)), two).groups]
    [['评党委', '评支部'], ['优决策', '优班子']]
    """
    if len(numerals) != PAIR or numerals[0].number != numerals[1].number or any(n.counted for n in numerals):
        return None
    count = numerals[0].number or 0
    flat = list(_pieces(text, span, LEVELS[-1]))
    for one in numerals[0].marks:
        for two in numerals[1].marks:
            said = [p for p in flat if text.startswith((one, two), p.start) and p.end - p.start <= LONGEST]
            turns = all(text.startswith(two if i % PAIR else one, p.start) for i, p in enumerate(said))
            if count >= PAIR and len(said) == PAIR * count and turns:
                groups = tuple(_group(text, said[k::PAIR], n) for k, n in enumerate(numerals))
                return Reading(groups, EXACT + BEARS)
    return None


def only_of(text: str, span: Span, numeral: Numeral) -> Group:
    """以党组织为“一核”: the only part of a number, where the text says that it is one."""
    said = re.search(f"以(?P<said>[^，。；：“”\n]{{2,12}})为“?{re.escape(numeral.text)}”?", text[span.start : span.end])
    if said is None:
        return Group(numeral.text, numeral.number)
    return _group(text, [Span(span.start + said.start("said"), span.start + said.end("said"))], numeral)


def _group(text: str, run: Sequence[Span], numeral: Numeral) -> Group:
    items = tuple(Item(text[p.start : p.end], p) for p in run)
    return Group(numeral.text, numeral.number, items, False, Span(run[0].start, run[-1].end))


def _runs(text: str, span: Span, numeral: Numeral) -> Iterator[Group]:
    """The runs of exactly as many pieces that all open with the word of the number, or all end with it."""
    for marks in LEVELS:
        flat = list(_pieces(text, span, marks))
        for mark in numeral.marks:
            if opened := _governed(text, flat, mark, numeral.number or 0):
                yield _group(text, opened, numeral)
            for at_edge in (str.startswith, str.endswith, _but_one):
                bears = [at_edge(text[p.start : p.end], mark) for p in flat]
                first = bears.index(True) if True in bears else len(bears)
                run = flat[first : first + (numeral.number or 0)]
                ends = first + len(run)
                whole = len(run) == numeral.number and all(bears[first:ends]) and not any(bears[ends : ends + 1])
                if whole and all(len(mark) < len(p) <= LONGEST for p in run):
                    yield _group(text, run, numeral)


def _governed(text: str, flat: Sequence[Span], mark: str, count: int) -> list[Span]:
    """引导党员晒岗位、晒任务、晒成绩: as many side by side, of which the first stands behind what governs all."""
    if count < FEWEST_SURE:
        return []
    for first, second in pairwise(range(len(flat))):
        rest = flat[second : second + count - 1]
        at = text.rfind(mark, flat[first].start + 1, flat[first].end)
        alike = len(rest) == count - 1 and all(text.startswith(mark, p.start) and len(mark) < len(p) for p in rest)
        further = flat[second + count - 1 : second + count]
        if at < 0 or not alike or any(text.startswith(mark, p.start) for p in further):
            continue
        lengths = [len(p) for p in rest]
        if abs(flat[first].end - at - lengths[0]) <= 1 and max(lengths) - min(lengths) <= 1:
            return [Span(at, flat[first].end), *rest]
    return []


def _but_one(piece: str, mark: str) -> bool:
    """阵地融合, 队伍融合 for 融: one character goes on behind the word."""
    return piece[:-1].endswith(mark)


def _pieces(text: str, span: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    """The stretches between marks, each without a cue before it; empty ones left out."""
    at = span.start
    for mark in (*marks.finditer(text, span.start, span.end), None):
        end = mark.start() if mark else span.end
        cue = CUES.match(text, at, end)
        start = cue.end() if cue else at
        if start < end:
            yield Span(start, end)
        at = mark.end() if mark else end
