"""A stretch behind a name of several numbers in, the list before or behind the label of each number out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.match.enumeration import list_start
from kg.match.judging import EXACT, SLOTS, Reading
from kg.match.part_rules import PartPattern, PartRules
from kg.match.readings import read_one
from kg.match.shorthand import COUNTED, FRESH, Numeral, Shorthand, decompose, longest_first
from kg.model import Group, Span

HAN_DIGITS = "零一二三四五六七八九十"
STOPS = re.compile("[；。！？\n]")
# A label of its own is the best proof that a list is the one of its number.
LABELLED = 8.0


def read_labelled(text: str, window: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """The groups of a name, each with a label of its own: “甲、乙”2个融合；“丙、丁、戊”3项措施 for a name such as “23”.

    Either all lists stand before their labels or all behind them; the way that binds more groups holds.
    """
    said = [text.find(n.key, window.start, window.end) >= 0 for n in numerals]
    labels = [_labels(n, rules.shorthand) if s else None for n, s in zip(numerals, said, strict=True)]
    ways = [_bind(text, window, numerals, labels, rules, before=before) for before in (True, False)]
    bound = max(ways, key=lambda way: len([g for g in way if g]))
    count = len([g for g in bound if g])
    # 三包五联七带动 may leave a group unsaid; “752” is known by its labels alone.
    least = len(numerals) / 2 if all(n.key for n in numerals) else len(numerals) - (len(numerals) > 2)
    if count < max(2, least):
        return None
    groups = tuple(g or Group(n.text, n.number) for g, n in zip(bound, numerals, strict=True))
    return Reading(groups, LABELLED + EXACT * len([g for g in groups if len(g.items) == g.stated]) / len(groups))


def _labels(numeral: Numeral, shorthand: Shorthand) -> re.Pattern[str]:
    """How the label of a number may be written: 三联, 3联, “三联”; for a bare number 4个融合, “四项机制”, “4”."""
    if numeral.number is None:
        return re.compile(f"“{re.escape(numeral.text)}”")
    han = HAN_DIGITS[numeral.number] if numeral.number < len(HAN_DIGITS) else str(numeral.number)
    number = f"(?:{numeral.number}|{han}{'|两|双' if numeral.number == 2 else ''})"
    if numeral.key:
        return re.compile(f"“?{number}个?{re.escape(numeral.key)}”?")
    measures = "|".join(longest_first(shorthand.measures))
    closed = r"(?=[，。；：、！？“”（）\n]|即|是指|指|包括|分别)”?"
    return re.compile(rf"“{numeral.number}”|“?{FRESH}{number}(?:{measures}){COUNTED}{{1,10}}?{closed}")


def _bind(
    text: str,
    window: Span,
    numerals: Sequence[Numeral],
    labels: Sequence[re.Pattern[str] | None],
    rules: PartRules,
    *,
    before: bool,
) -> list[Group | None]:
    """The group of each number, looked for behind that of the number before it."""
    found: list[Group | None] = []
    at = window.start
    for i, (numeral, label) in enumerate(zip(numerals, labels, strict=True)):
        later = labels[i + 1] if i + 1 < len(labels) else None
        best = None
        for match in label.finditer(text, at, window.end) if label else ():
            if not before:
                best = _behind(text, Span(match.end(), window.end), numeral, match, later, rules)
            elif numeral.key or match[0].strip("“”") != numeral.text:  # a bare “3” has its list behind it
                best = _in_front(text, Span(at, match.start()), numeral, match, rules)
            if best is not None:
                at = max(match.end(), best.span.end if best.span and not before else 0)
                break
        found.append(best)
    return found


def _in_front(text: str, span: Span, numeral: Numeral, label: re.Match[str], rules: PartRules) -> Group | None:
    for pattern in rules.group_before:
        if match := pattern.regex.search(text, span.start, span.end):
            start, end = match.span(pattern.slot)
            stretch = Span(list_start(text, span.start, end) if pattern.slot == "bare" else start, end)
            if group := _group(text, stretch, numeral, label, pattern, rules):
                return group
    return None


def _behind(
    text: str, span: Span, numeral: Numeral, label: re.Match[str], later: re.Pattern[str] | None, rules: PartRules
) -> Group | None:
    for pattern in rules.group_after:
        if match := pattern.regex.match(text, span.start, span.end):
            stretch = Span(*match.span(pattern.slot))
            if pattern.slot == "run":
                stretch = Span(stretch.end, _end(text, Span(stretch.end, span.end), later, rules))
            if group := _group(text, stretch, numeral, label, pattern, rules):
                return group
    return None


def _end(text: str, span: Span, later: re.Pattern[str] | None, rules: PartRules) -> int:
    """A list behind its label ends where the next label, a semicolon or the sentence does."""
    stop = STOPS.search(text, span.start, span.end)
    end = stop.start() if stop else span.end
    for label in later.finditer(text, span.start, end) if later else ():
        if any(p.regex.match(text, label.end()) for p in rules.group_after):
            return label.start()
    return end


def _group(
    text: str, stretch: Span, numeral: Numeral, label: re.Match[str], pattern: PartPattern, rules: PartRules
) -> Group | None:
    said = label[0].strip("“”")
    counted = numeral
    if not numeral.key:
        # What a bare number counts, its label says: 3个带头.
        known = decompose(said, rules.shorthand)
        counted = replace(known[0] if len(known) == 1 else Numeral(1, said, said), number=numeral.number)
    reading = read_one(text, stretch, counted, rules.words, SLOTS[pattern.slot])
    if reading is None or not reading.holds or not reading.groups:
        return None
    return replace(reading.groups[0], label=numeral.text if numeral.key else said, stated=numeral.number)
