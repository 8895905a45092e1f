"""A stretch behind a name of several numbers in, the list behind or before the label of each number out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.enumeration import list_start
from kg.match.part_rules import PartPattern, PartRules
from kg.match.readings import EXACT, Held, Reading, read_list
from kg.match.shorthand import Numeral, decompose
from kg.model import Group, Span

HAN = {str(i): h for i, h in enumerate("零一二三四五六七八九十")}
HELD = {"quoted": Held.WHOLE, "bracketed": Held.WHOLE, "enclosed": Held.WHOLE, "bare": Held.BEFORE, "run": Held.RUN}
# A label of its own is the best proof that a list is the one of its number.
LABELLED = 8.0
LABEL = r"[^一二三四五六七八九十双\d，。；：、！？“”（）\n]{1,10}?"


def read_labelled(text: str, window: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """The groups of a name, each with a label of its own: “甲、乙”2个融合；“丙、丁、戊”3项措施 for a name such as “23”.

    Either all lists stand before their labels or all behind them; the way that binds more groups holds.
    """
    ways = [_bind(text, window, numerals, rules, before=before) for before in (True, False)]
    bound = [(sum(g is not None for g in way), way) for way in ways]
    count, groups = max(bound, key=lambda b: b[0])
    named = all(n.key for n in numerals)
    if count < 2 or (count * 2 < len(numerals) if named else count < len(numerals) - (len(numerals) > 2)):
        return None
    held = tuple(g or Group(n.text, n.number) for g, n in zip(groups, numerals, strict=True))
    exact = sum(len(g.items) == g.stated for g in held)
    return Reading(held, EXACT * exact / len(held) + LABELLED)


def _bind(text: str, window: Span, numerals: Sequence[Numeral], rules: PartRules, *, before: bool) -> list[Group | None]:
    labels: list[re.Match[str] | None] = []
    found: list[Group | None] = []
    at = window.start
    for numeral in numerals:
        best: tuple[re.Match[str], Group] | None = None
        if text.find(numeral.key, at, window.end) < 0:
            found.append(None)
            continue
        for label in _labels(numeral, rules).finditer(text, at, window.end):
            if before and label[0].strip("“”") == numeral.text and not numeral.key:
                continue  # a bare “3” has its list behind it
            group = _before(text, Span(at, label.start()), numeral, label, rules) if before else _after(text, Span(label.end(), window.end), numeral, label, numerals, rules)
            if group is not None:
                best = label, group
                break
        labels.append(best[0] if best else None)
        found.append(best[1] if best else None)
        if best is not None:
            at = best[0].end() if before else max(best[0].end(), (best[1].span or Span(0, 0)).end)
    return found


def _labels(numeral: Numeral, rules: PartRules) -> re.Pattern[str]:
    """How the label of a number may be written: 三联, 3联, “三联”; for a bare number 4个融合, “四项机制”, “4”."""
    if numeral.number is None:
        return re.compile(f"“{re.escape(numeral.text)}”")
    number = f"(?:{numeral.number}|{HAN.get(str(numeral.number), numeral.number)}{'|两|双' if numeral.number == 2 else ''})"
    if numeral.key:
        return re.compile(f"“?{number}个?{re.escape(numeral.key)}”?")
    measures = "|".join(sorted(rules.shorthand.measures, key=lambda m: (-len(m), m)))
    return re.compile(rf"“{numeral.number}”|“?(?<![\d一二三四五六七八九十第]){number}(?:{measures}){LABEL}(?=[，。；：、！？“”（）\n]|即|是指|指|包括|分别)”?")


def _before(text: str, span: Span, numeral: Numeral, label: re.Match[str], rules: PartRules) -> Group | None:
    for pattern in rules.group_before:
        match = pattern.regex.search(text, span.start, span.end)
        if match is None:
            continue
        start, end = match.span(pattern.slot)
        stretch = Span(list_start(text, span.start, end), end) if pattern.slot == "bare" else Span(start, end)
        if (group := _read(text, stretch, numeral, label, pattern, rules)) is not None:
            return group
    return None


def _after(text: str, span: Span, numeral: Numeral, label: re.Match[str], numerals: Sequence[Numeral], rules: PartRules) -> Group | None:
    for pattern in rules.group_after:
        match = pattern.regex.match(text, span.start, span.end)
        if match is None:
            continue
        start, end = match.span(pattern.slot)
        stretch = Span(end, _end_of_group(text, Span(end, span.end), numeral, numerals, rules)) if pattern.slot == "run" else Span(start, end)
        if (group := _read(text, stretch, numeral, label, pattern, rules)) is not None:
            return group
    return None


def _end_of_group(text: str, span: Span, numeral: Numeral, numerals: Sequence[Numeral], rules: PartRules) -> int:
    """A group that stands behind its label ends where the next label, semicolon or sentence begins."""
    stops = [m.start() for m in re.finditer("[；。！？\n]", text[span.start : span.end])]
    end = span.start + stops[0] if stops else span.end
    later = numerals[list(numerals).index(numeral) + 1 :]
    for label in _starts(text, Span(span.start, end), later, rules):
        end = min(end, label)
    return end


def _starts(text: str, span: Span, numerals: Sequence[Numeral], rules: PartRules) -> Iterator[int]:
    for numeral in numerals[:1]:
        for label in _labels(numeral, rules).finditer(text, span.start, span.end):
            if any(p.regex.match(text, label.end()) for p in rules.group_after):
                yield label.start()
                return


def _read(text: str, stretch: Span, numeral: Numeral, label: re.Match[str], pattern: PartPattern, rules: PartRules) -> Group | None:
    said = label[0].strip("“”")
    held = decompose(said, rules.shorthand)
    counted = held[0] if len(held) == 1 else Numeral(1, said, said)
    counted = numeral if numeral.key else replace(counted, number=numeral.number)
    reading = read_list(text, stretch, (counted,), rules.words, HELD[pattern.slot])
    if reading is None or not reading.holds or not reading.groups:
        return None
    group = reading.groups[0]
    return replace(group, label=numeral.text if numeral.key else said, stated=numeral.number)
