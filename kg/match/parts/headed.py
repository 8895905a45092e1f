"""A name of several numbers and its article in, the lists of the sections that the numbers head (一、“2”，…) out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.numbers.numerals import TO_TEN
from kg.match.parts.groups import bind
from kg.match.parts.judging import EXACT, Held, Reading
from kg.match.parts.part_rules import PartRules
from kg.match.parts.readings import read_one
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

NAMELY = re.compile(r"(?:(?<=[\n。；：，])|(?<=^))即[：，]?")
OPENS_WITH = re.compile("[，：]?(?:即|就是|是指|指的是|是|为|指)?[：，]?")
SENTENCE_END = re.compile("[。！？\n]")
# Numerals and marks that may stand before the number in its heading.
NUMBERING = r"[（(]?[一二三四五六七八九十0-9]{0,2}[)）、.．]{0,2}"
LONGEST_SECTION, SHORTEST_DEED, TWO = 1500, 5, 2


def read_headed(text: str, span: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """The group of each number, from the section whose heading begins with the number in quotation marks.

    All sections must be there, in the order of the name, and all but one must spell out their number.
    """
    sections = list(_sections(text, span, numerals))
    if len(sections) != len(numerals):
        return None
    bound = [_spelled(text, label, s, n, rules) for (label, s), n in zip(sections, numerals, strict=True)]
    if len([g for g in bound if g]) < max(2, len(numerals) - 1):
        return None
    groups = tuple(g or Group(n.text, n.number) for g, n in zip(bound, numerals, strict=True))
    return Reading(groups, EXACT * len([g for g in groups if len(g.items) == g.stated]) / len(groups))


def _sections(text: str, span: Span, numerals: Sequence[Numeral]) -> Iterator[tuple[str, Span]]:
    """The label of each heading, and the stretch behind it, up to the next one."""
    heads: list[re.Match[str]] = []
    at = span.start
    for numeral in numerals:
        head = _heading(numeral).search(text, at, span.end)
        if head is None:
            return
        heads.append(head)
        at = head.end()
    for i, head in enumerate(heads):
        end = heads[i + 1].start() if i + 1 < len(heads) else span.end
        yield head["label"], Span(head.end(), min(end, head.end() + LONGEST_SECTION))


def _heading(numeral: Numeral) -> re.Pattern[str]:
    """一、“2”，两张网; “五项机制”即…; of a number with a word that word alone."""
    if numeral.key or numeral.number is None:
        said = re.escape(numeral.text)
    else:
        han = "二两双" if numeral.number == TWO else TO_TEN[numeral.number : numeral.number + 1]
        said = f"(?:{numeral.text}|[{han}{numeral.text[-1]}][^“”\n]{{1,10}})"
    return re.compile(rf"^{NUMBERING}“(?P<label>{said})”", re.M)


def _spelled(text: str, label: str, section: Span, numeral: Numeral, rules: PartRules) -> Group | None:
    """The list of a section: before or behind what the number counts (三笔账分别是…), or behind 即."""
    named = numeral.text if numeral.key or label == numeral.text else label
    for before in (False, True) if not numeral.key else ():
        (group,) = bind(text, section, [numeral], rules, before=before)
        if group is not None and len(group.items) == numeral.number:
            return replace(group, label=named)
    if numeral.number == 1:
        return _only(text, label, named, section, rules)
    opening = OPENS_WITH.match(text, section.start, section.end)
    cue = NAMELY.search(text, section.start, section.end)
    starts = [c.end() for c in (opening if opening and opening[0] else None, cue) if c]
    for start in starts:
        stop = SENTENCE_END.search(text, start, section.end)
        counted = numeral if numeral.key else Numeral(numeral.number, "", numeral.text)
        end = stop.start() if stop else section.end
        for held in (Held.WHOLE, Held.RUN):
            reading = read_one(text, Span(start, end), counted, rules.words, held)
            if reading is not None and reading.holds and len(reading.groups[0].items) == numeral.number:
                return replace(reading.groups[0], label=named, stated=numeral.number)
    return None


def _only(text: str, label: str, named: str, section: Span, rules: PartRules) -> Group | None:
    """“一个行动”即开展…行动: the clause behind the heading, or the one that says it again, is the only member."""
    opening = OPENS_WITH.match(text, section.start, section.end)
    start = opening.end() if opening else section.start
    stop = SENTENCE_END.search(text, start, section.end)
    clauses = pieces(text, Span(start, stop.start() if stop else section.end), 2)
    if not clauses or (opening and not opening[0]):
        return None
    span = next((c for c in clauses if label in text[c.start : c.end]), clauses[0])
    if span is clauses[0] and text[span.start : span.start + 2] in rules.words.governing and len(span) > SHORTEST_DEED:
        span = Span(span.start + 2, span.end)
    return Group(named, 1, (Item(text[span.start : span.end], span),), False, span)
