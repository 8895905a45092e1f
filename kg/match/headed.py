"""A name of bare numbers and its article in, the lists of the sections that its numbers head (一、“2”，两张网) out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.groups import bind
from kg.match.judging import EXACT, Held, Reading
from kg.match.part_rules import PartRules
from kg.match.readings import read_one
from kg.match.shorthand import Numeral
from kg.model import Group, Span

NAMELY = re.compile(r"(?<=[\n。；：，])即[：，]?")
SENTENCE_END = re.compile("[。！？\n]")
# Numerals and marks that may stand before the number in its heading.
NUMBERING = r"[（(]?[一二三四五六七八九十0-9]{0,2}[)）、.．]{0,2}"
LONGEST_SECTION = 1500


def read_headed(text: str, span: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """The group of each number of the name, from the section whose heading begins with the number in quotation marks.

    All sections must be there, in the order of the name, and all but one must spell out their number.
    """
    sections = list(_sections(text, span, numerals))
    if len(sections) != len(numerals):
        return None
    bound = [_spelled(text, s, n, rules) for s, n in zip(sections, numerals, strict=True)]
    if len([g for g in bound if g]) < max(2, len(numerals) - 1):
        return None
    groups = tuple(g or Group(n.text, n.number) for g, n in zip(bound, numerals, strict=True))
    return Reading(groups, EXACT * len([g for g in groups if len(g.items) == g.stated]) / len(groups))


def _sections(text: str, span: Span, numerals: Sequence[Numeral]) -> Iterator[Span]:
    """The stretch behind each heading, up to the next one."""
    heads: list[re.Match[str]] = []
    at = span.start
    for numeral in numerals:
        head = re.compile(rf"^{NUMBERING}“{re.escape(numeral.text)}”", re.M).search(text, at, span.end)
        if head is None:
            return
        heads.append(head)
        at = head.end()
    for i, head in enumerate(heads):
        end = heads[i + 1].start() if i + 1 < len(heads) else span.end
        yield Span(head.end(), min(end, head.end() + LONGEST_SECTION))


def _spelled(text: str, section: Span, numeral: Numeral, rules: PartRules) -> Group | None:
    """The list of a section: before or behind what the number counts (三笔账分别是…), or behind 即."""
    for before in (False, True):
        (group,) = bind(text, section, [numeral], rules, before=before)
        if group is not None and len(group.items) == numeral.number:
            return replace(group, label=numeral.text)
    cue = NAMELY.search(text, section.start, section.end)
    stop = SENTENCE_END.search(text, cue.end(), section.end) if cue else None
    if cue is None or stop is None:
        return None
    counted = Numeral(numeral.number, "", numeral.text)
    reading = read_one(text, Span(cue.end(), stop.start()), counted, rules.words, Held.WHOLE)
    if reading is None or not reading.holds or len(reading.groups[0].items) != numeral.number:
        return None
    return replace(reading.groups[0], label=numeral.text, stated=numeral.number)
