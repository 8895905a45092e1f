"""A stretch behind a name of several numbers in, the list before or behind the label of each number out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.decomposed import decompose
from kg.match.enumeration import list_start
from kg.match.judging import EXACT, SLOTS, Reading
from kg.match.part_rules import PartPattern, PartRules
from kg.match.readings import read_one
from kg.match.shorthand import Numeral, Shorthand
from kg.model import Group, Span

HAN_DIGITS = "零一二三四五六七八九十"
STOPS = re.compile("[；。！？\n]")
# A label of its own is the best proof that a list is the one of its number.
LABELLED = 8.0


def read_labelled(text: str, window: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """The groups of a name, each with a label of its own: “甲、乙”2个融合；“丙、丁、戊”3项措施 for a name such as “23”.

    Either all lists stand before their labels or all behind them; the way that binds more groups holds.
    """
    ways = [bind(text, window, numerals, rules, before=before) for before in (True, False)]
    bound = max(ways, key=lambda way: len([g for g in way if g]))
    count = len([g for g in bound if g])
    # 三包五联七带动 may leave a group unsaid; “752” is known by its labels alone.
    least = len(numerals) / 2 if all(n.key for n in numerals) else len(numerals) - (len(numerals) > 2)
    if count < max(2, least):
        return None
    groups = tuple(g or Group(n.text, n.number) for g, n in zip(bound, numerals, strict=True))
    return Reading(groups, LABELLED + EXACT * len([g for g in groups if len(g.items) == g.stated]) / len(groups))


def _labels(text: str, numeral: Numeral, start: int, end: int, shorthand: Shorthand) -> Iterator[Span]:
    """How the label of a number may be written: 三联, 3联, “三联”; for a bare number 4个融合, “四项机制”, “4”."""
    if numeral.number is None:
        lone = f"“{numeral.text}”"
        while (start := text.find(lone, start, end)) >= 0:
            yield Span(start, start + len(lone))
            start += len(lone)
        return
    if not numeral.key:
        for match in shorthand.labelled.finditer(text, start, end):
            if _says(match["quoted"] or match["number"], numeral.number):
                yield Span(*match.span())
        return
    at = text.find(numeral.key, start, end)
    while at >= 0:
        stop = at + len(numeral.key)
        begin = _numbered(text, numeral.number, start, at)
        if begin >= 0:
            stop += text.startswith("”", stop, end)
            yield Span(begin - (begin > start and text[begin - 1] == "“"), stop)
            start = stop
        at = text.find(numeral.key, stop if begin >= 0 else at + 1, end)


def _numbered(text: str, number: int, start: int, at: int) -> int:
    """Where the number begins that ends at a place, or before the 个 there; -1 if there is none."""
    for end in (at, at - 1) if text[at - 1 : at] == "个" else (at,):
        for length in (1, 2):
            if end - length >= start and _says(text[end - length : end], number):
                return end - length
    return -1


def _says(text: str, number: int) -> bool:
    """Whether the text is the number: 3 or 三, 12 but not 十二."""
    han = HAN_DIGITS[number] if number < len(HAN_DIGITS) else ""
    return text == han or text == str(number) or (number == 2 and text in ("两", "双"))


def bind(
    text: str,
    window: Span,
    numerals: Sequence[Numeral],
    rules: PartRules,
    *,
    before: bool,
) -> list[Group | None]:
    """The group of each number, looked for behind that of the number before it; `before` its label or behind it."""
    found: list[Group | None] = []
    at = window.start
    for i, numeral in enumerate(numerals):
        later = numerals[i + 1] if i + 1 < len(numerals) else None
        best = None
        for label in _labels(text, numeral, at, window.end, rules.shorthand):
            said = text[label.start : label.end].strip("“”")
            if not before:
                best = _behind(text, Span(label.end, window.end), numeral, said, later, rules)
            elif numeral.key or said != numeral.text:  # a bare “3” has its list behind it
                best = _in_front(text, Span(at, label.start), numeral, said, rules)
            if best is not None:
                at = max(label.end, best.span.end if best.span and not before else 0)
                break
        found.append(best)
    return found


def _in_front(text: str, span: Span, numeral: Numeral, label: str, rules: PartRules) -> Group | None:
    for pattern in rules.group_before:
        if pattern.closing and text[span.end - 1 : span.end] not in pattern.closing:
            continue
        if match := pattern.regex.search(text, span.start, span.end):
            start, end = match.span(pattern.slot)
            stretch = Span(list_start(text, span.start, end) if pattern.slot == "bare" else start, end)
            if group := _group(text, stretch, numeral, label, pattern, rules):
                return group
    return None


def _behind(
    text: str, span: Span, numeral: Numeral, label: str, later: Numeral | None, rules: PartRules
) -> Group | None:
    for pattern in rules.group_after:
        if match := pattern.regex.match(text, span.start, span.end):
            stretch = Span(*match.span(pattern.slot))
            if pattern.slot == "run":
                stretch = Span(stretch.end, _end(text, Span(stretch.end, span.end), later, rules))
            if group := _group(text, stretch, numeral, label, pattern, rules):
                return group
    return None


def _end(text: str, span: Span, later: Numeral | None, rules: PartRules) -> int:
    """A list behind its label ends where the next label, a semicolon or the sentence does."""
    stop = STOPS.search(text, span.start, span.end)
    end = stop.start() if stop else span.end
    for label in _labels(text, later, span.start, end, rules.shorthand) if later else ():
        if any(p.regex.match(text, label.end) for p in rules.group_after):
            return label.start
    return end


def _group(
    text: str, stretch: Span, numeral: Numeral, said: str, pattern: PartPattern, rules: PartRules
) -> Group | None:
    counted = numeral
    if not numeral.key:
        # What a bare number counts, its label says: 3个带头.
        known = decompose(said, rules.shorthand)
        counted = (known[0] if len(known) == 1 else Numeral(1, said, said))._replace(number=numeral.number)
    reading = read_one(text, stretch, counted, rules.words, SLOTS[pattern.slot])
    if reading is None or not reading.holds or not reading.groups:
        return None
    return replace(reading.groups[0], label=numeral.text if numeral.key else said, stated=numeral.number)
