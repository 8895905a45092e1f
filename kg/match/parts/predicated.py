"""A name of a number and a deed (两公开) in, the list that the text says the deed of (甲、乙一律公开) out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.parts.judging import EXACT, Reading, group_of
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import Members, members
from kg.match.parts.readings import at_mark
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Span

# 三方共管, 三师联诊: who they are stands before the deed, or behind 由 and before 共同.
PARTIES = "方师长员社"
TOGETHER = "共同|联合|一起|轮流"
ALL = "一律|全部|必须|必到|统统|都|均|(?<![安健完周齐保])全|共同"
MEMBER = "[^、，。；：！？“”（）\n]{2,12}"
SHORTEST_DEED, MANY, FEWEST_OPEN = 2, 4, 3
MUST = ("必", "均", "全", "都")  # 逢红白喜事、生病住院、邻里纠纷等必访


def read_predicated(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords) -> Reading | None:
    """For each number the list of exactly as many members of which the text says what the name says, or that say it.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> line = "，流程、结果一律向群众公开。"
    >>> reading = read_predicated(line, Span(0, len(line)), [Numeral(2, "公开", "两公开", ("公开",))], words)
    >>> [item.text for item in reading.groups[0].items]
    ['流程', '结果']
    """
    groups: list[Group] = []
    said = 0
    for numeral in numerals:
        of_all = next(_of_all(text, span, numeral, words), None)
        group = of_all or (_bearing(text, span, numeral, words) if len(numerals) > 1 else None)
        if group is None and len(numerals) == 1:
            return None
        # 修剪、水肥、植保、采收全由企业统起来: so many show what one number means, also where the others are not told.
        said += len(of_all.items) if of_all else 0
        groups.append(group or Group(numeral.text, numeral.number))
    filled = len([g for g in groups if g.items])
    sure = said and (filled == len(groups) or said >= MANY)
    return Reading(tuple(groups), EXACT * filled / len(groups)) if sure else None


def _of_all(text: str, span: Span, numeral: Numeral, words: ListWords) -> Iterator[Group]:
    """甲、乙、丙必须到场; 由甲、乙、丙共同负责."""
    count = numeral.number or 0
    if count < 2 or numeral.counted:
        return
    parties = numeral.key[:1] in PARTIES
    deed = numeral.key[1:] if parties else numeral.key
    listed = f"(?P<list>{MEMBER}(?:、{MEMBER})*?(?:[、和与及]{MEMBER}?))"
    together = parties and any(text.find(how, span.start, span.end) >= 0 for how in TOGETHER.split("|"))
    ways = [rf"(?:由|请|组织){listed}(?:{TOGETHER})"] if together else []
    # An expression that holds the deed takes long to compile, and most texts do not say it again.
    if len(deed) >= SHORTEST_DEED and text.find(deed, span.start, span.end) >= 0:
        counted = f"(?:[{numeral.text[:1]}{count}][项个样者方])?"
        ways.append(
            rf"(?<=[，：；。]){listed}{counted}，?(?:{ALL}|(?<=[一-龥])有)[^，。；：\n]{{0,6}}?{re.escape(deed)}"
        )
        # …全由企业统起来: what is said of them all may be only the first half of the word.
    elif len(deed) >= SHORTEST_DEED and text.find(deed[0], span.start, span.end) >= 0:
        ways.append(
            rf"(?<=[，：；。]){listed}(?:全|都|均|全部|一律)(?:由|交由|交给|归)[^，。；：\n]{{1,8}}?{re.escape(deed[0])}"
        )
    if deed.startswith(MUST) and text.find(deed, span.start, span.end) >= 0:
        ways.append(
            rf"(?<=[，：；。])(?:逢|凡是?|遇到?|每逢|对)?{listed}(?P<more>等(?:情形|情况|对象)?)?{re.escape(deed)}(?=[，。；])"
        )
    for way in ways:
        for match in re.compile(way).finditer(text, span.start, span.end):
            found = members(text, pieces(text, Span(*match.span("list")), 1), numeral, words, whole=True)
            more = "more" in match.re.groupindex and match["more"]
            if len(found.spans) == count or (more and FEWEST_OPEN <= len(found.spans) < count):
                yield group_of(text, found._replace(open=bool(more) and len(found.spans) < count), numeral)


def _bearing(text: str, span: Span, numeral: Numeral, words: ListWords) -> Group | None:
    """必查时限、必查内容: exactly as many members side by side that bear the word of the name."""
    for mark in (m for m in numeral.marks if len(m) >= SHORTEST_DEED):
        flat = [p for clause in pieces(text, span, 2) for p in pieces(text, clause, 1)]
        bears = [p for p in flat if mark in text[p.start : p.end]]
        if len(bears) == numeral.number and all(text[p.end] == "、" for p in bears[:-1]):
            return group_of(text, Members(at_mark(text, bears, mark, words)), numeral)
    return None
