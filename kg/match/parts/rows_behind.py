"""The numbers of a name and the text behind it in, for each number the row that a clause of its own holds out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.parts.edges import CUES, only_of
from kg.match.parts.first_member import first_member
from kg.match.parts.judging import ALIKE, BEARS, EXACT, Reading
from kg.match.parts.last_member import without_noun
from kg.match.parts.likeness import VERB_LENGTHS
from kg.match.parts.list_words import ListWords
from kg.match.parts.readings import at_mark
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

FEWEST, LONGEST, EACH_ROW = 2, 12, 0.5
BREAKS = "，。；：！？“”\n"
COLON = re.compile("：(?P<said>[^。！？；：、“”\n]+)")
# 以学习促提升, 让资源变资产: such a character governs a row as a verb does.
OPENING = frozenset("以把将让使用按靠由")


def read_rows_behind(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords) -> Reading | None:
    """做实“甲联、乙联、丙联”，采取丁共、戊共的办法: a row for each number, exact, whose members all bear its word.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> line = "，坚持班子联学、工坊联办、市场联拓，实现设备共用、收益共分的目标。"
    >>> two = [Numeral(3, "联", "三联", ("联",)), Numeral(2, "共", "两共", ("共",))]
    >>> [[i.text for i in g.items] for g in read_rows_behind(line, Span(0, len(line)), two, words).groups]
    [['班子联学', '工坊联办', '市场联拓'], ['设备共用', '收益共分']]
    """
    rows = list(_rows(text, span))
    groups: list[Group] = []
    for numeral in numerals:
        if numeral.number == 1 and numeral.key and len(numerals) > 1:
            groups.append(_one(text, span, numeral, words))
            continue
        if not numeral.marks or (numeral.number or 0) < FEWEST:
            return None
        taken = [g.span for g in groups]
        found = (r for row in rows if (r := _borne(text, row, numeral, words)))
        group = next((g for g in found if not any(g.span and s and g.span.overlaps(s) for s in taken)), None)
        if group is None:
            return None
        groups.append(group)
    filled = len([g for g in groups if g.items])
    if filled < min(len(groups), FEWEST) and max(len(g.items) for g in groups) <= FEWEST:
        return None
    # More than the same words at the edges of pieces, wherever these stand.
    return Reading(tuple(groups), (EXACT + BEARS + ALIKE) * filled / len(groups) + EACH_ROW * filled)


def _rows(text: str, span: Span) -> Iterator[list[Span]]:
    """What 、 parts in each clause or quotation, without the cue before it."""
    at = span.start
    for end in (*(i for i in range(span.start, span.end) if text[i] in BREAKS), span.end):
        cue = CUES.match(text, at, end)
        row = pieces(text, Span(cue.end() if cue else at, end), 1) if at < end else []
        if len(row) >= FEWEST:
            yield row
        at = end + 1
    # 贴上公示栏：苗木栽植到位，水肥管护到位: behind a colon the clauses themselves may be the row.
    for colon in COLON.finditer(text, span.start, span.end):
        yield pieces(text, Span(*colon.span("said")), 2)


def _one(text: str, span: Span, numeral: Numeral, words: ListWords) -> Group:
    """把甲册和乙册合订成一本册 for 一册: the clause that says that there is one."""
    if (only := only_of(text, span, numeral)).items:
        return only
    said = re.compile(f"(?<![统唯])一[一-龥]{{0,5}}?{re.escape(numeral.key)}(?![一-龥”])")
    for clause in pieces(text, span, 2):
        if said.search(text, clause.start, clause.end) and "、" not in text[clause.start : clause.end]:
            start = clause.start + (text[clause.start : clause.start + 2] in words.governing) * 2
            one = Span(start, clause.end)
            return Group(numeral.text, 1, (Item(text[one.start : one.end], one),), False, one)
    return Group(numeral.text, 1)


def _borne(text: str, row: Sequence[Span], numeral: Numeral, words: ListWords) -> Group | None:
    """The row as the parts of a number: as many as it states, each with its word and little behind that."""
    if len(row) != numeral.number:
        return None
    for mark in numeral.marks:
        if any(text.find(mark, s.start, s.end) < 0 for s in row):
            continue
        found = _trimmed(text, at_mark(text, row, mark, words), mark, words)
        # 联系客商、签订联营: only before the first may a verb stand that governs them all.
        if any(one.start != s.start for one, s in zip(found[1:], row[1:], strict=True)):
            continue
        distinct = len({text[s.start : s.end] for s in found}) == len(row)
        if distinct and all(len(mark) < s.end - s.start <= LONGEST for s in found):
            items = tuple(Item(text[s.start : s.end], s) for s in found)
            return Group(numeral.text, numeral.number, items, False, Span(row[0].start, row[-1].end))
    return None


def _trimmed(text: str, row: Sequence[Span], mark: str, words: ListWords) -> list[Span]:
    """The row without what governs its first member, and without what goes on behind its last."""
    first, last = row[0], row[-1]
    places = [text.rfind(mark, s.start, s.end) for s in row]
    before = {at - s.start for at, s in zip(places[1:-1] or places[1:], row[1:-1] or row[1:], strict=True)}
    start = places[0] - min(before)
    if len(before) > 1 or start <= first.start or not _governs(text[first.start : start], words):
        others = [text[s.start : s.end] for s in row[1:]]
        start = first.start + first_member(text[first.start : first.end], others, words, before=False, marks=(mark,))
    noun = without_noun(text, row).end
    if noun < last.end:
        return [Span(start, first.end), *row[1:-1], Span(last.start, noun)]
    behind = {s.end - at for at, s in zip(places[:-1], row[:-1], strict=True)}
    # 服务网合成一张网: what goes on may say the word again.
    end = text.find(mark, last.start + min(min(before), 1), last.end) + max(behind)
    # 同吃、同住、同劳动: one character more is the member's own.
    goes_on = len(behind) == 1 and end + 1 < last.end
    return [Span(start, first.end), *row[1:-1], Span(last.start, end if goes_on else last.end)]


def _governs(lead: str, words: ListWords) -> bool:
    return lead[-1] in OPENING or any(lead[-k:] in words.verbs for k in VERB_LENGTHS)
