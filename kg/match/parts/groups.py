"""A stretch behind a name of several numbers in, the list before or behind the label of each number out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from kg.match.parts.each_named import read_each
from kg.match.parts.group_labels import labels, says
from kg.match.parts.judging import EXACT, LABELLED, SLOTS, Reading
from kg.match.parts.number_labels import QUOTED_LIST
from kg.match.parts.part_rules import PartPattern, PartRules
from kg.match.parts.readings import read_one
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.enumeration import cuts, list_start, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

NESTED = re.compile("“([^“”\n]{3,12})”(?=[，：])")
CALLED = re.compile(
    "(?P<number>[一二两双三四五六七八九十]|[1-9])(?P<what>[^，。；：、“”\n]{1,10})[，：](?P<cue>(?:也就是|就是|即是|即|分别[是为]|包括)[：，]?)?"
)
# “4”是四个声部：…: who plays them is told clause by clause.
TOLD = re.compile("(?:就是|是指|指的是|即|是|为|指)[^，。；：“”\n]{0,10}：(?=(?P<said>[^。！？\n]+))")
ROLE = re.compile("作为|担任|化身|充当|担当|变身|负责|当好")
QUOTED_ONE = re.compile("[一1][个张支座条套项]“(?P<said>[^“”，。\n]{2,12})”")
LONGEST_ONE, FEWEST_TOLD = 12, 3
FEWEST, LONGEST_WORD = 2, 6
# A name that a text repeats over and over is spelled out near one of its first labels, or nowhere.
MOST_LABELS = 40
PARENTHESIS = re.compile("[（）]")


def read_labelled(text: str, window: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """The groups of a name, each with a label of its own: “甲、乙”2个融合；“丙、丁、戊”3项措施 for a name such as “23”.

    Either all lists stand before their labels or all behind them; the way that binds more groups holds.
    """
    ways = [bind(text, window, numerals, rules, before=before) for before in (True, False)]
    bound = max(ways, key=lambda way: len([g for g in way if g]))
    if bound[0] is None and numerals[0].number == 1 and not numerals[0].key:
        after = next((g.span.start for g in bound if g and g.span), window.start)
        bound[0] = _quoted_one(text, Span(window.start, after), numerals[0])
    return _as_reading(bound, numerals)


def _quoted_one(text: str, span: Span, numeral: Numeral) -> Group | None:
    """办好一个“邻里食堂”，抓好甲、乙两项: the one thing, in quotation marks, before the other lists."""
    one = QUOTED_ONE.search(text, span.start, span.end)
    said = Span(*one.span("said")) if one else None
    return Group(numeral.text, 1, (Item(text[said.start : said.end], said),), False, said) if said else None


def read_labelled_far(text: str, article: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """“三亮”即…。…。“三评”即…: far from the name or before it, where each of its words is spelled out."""
    # “三亮” stands in the name and before its list, “4” before its list alone.
    said = [(n.text, 2) if n.key else (f"“{n.text}”", 1) for n in numerals if n.number is not None]
    if any(text.count(label, article.start, article.end) < times for label, times in said):
        return None
    bound = bind(text, article, numerals, rules, before=False, quoted=True)
    exact = [g if g and len(g.items) == (g.stated or len(g.items)) else None for g in bound]
    return Reading(tuple(g for g in exact if g), LABELLED) if all(exact) else None


def read_led(text: str, window: Span, numerals: Sequence[Numeral], rules: PartRules) -> Reading | None:
    """抓好甲、乙两个重点，落实丙、丁、戊三项措施，形成“123”机制: the lists of a name that stands behind them all."""
    bound = bind(text, window, numerals, rules, before=True)
    if bound[0] is None and numerals[0].number == 1 and (after := next((g for g in bound if g and g.span), None)):
        bound[0] = _only_before(text, Span(window.start, after.span.start if after.span else 0), numerals[0], rules)
    if bound[-1] is None and any(bound) and numerals[-1].key:
        bound[-1] = _last_before(text, window, numerals[-1], rules)
    return _as_reading(bound, numerals)


def _last_before(text: str, window: Span, numeral: Numeral, rules: PartRules) -> Group | None:
    """分为“甲”“乙”两个阶段，提出“丙、丁”的“两阶两调”: what the name follows is the list of its last number."""
    quoted = QUOTED_LIST.search(text, window.start, window.end)
    reading = read_one(text, Span(*quoted.span(1)), numeral, rules.words, SLOTS["quoted"]) if quoted else None
    exact = reading is not None and reading.holds and len(reading.groups[0].items) == numeral.number
    return reading.groups[0] if reading and exact else None


def _only_before(text: str, span: Span, numeral: Numeral, rules: PartRules) -> Group | None:
    """聚焦服务群众，抓好…两个重点: the one thing that a clause before the other lists turns to."""
    clauses = pieces(text, span, 2)
    end = max((c for c in (text.rfind(mark, span.start, span.end) for mark in "，；") if c >= 0), default=-1)
    before = [c for c in clauses if c.end <= end]
    if not before or "、" in text[before[-1].start : before[-1].end]:
        return None
    clause = before[-1]
    verbs = [at for at in range(clause.start, clause.end - 3) if text[at : at + 2] in rules.words.governing]
    held = Span(verbs[-1] + 2, clause.end) if verbs else clause
    if not verbs or len(held) > LONGEST_ONE:
        return None
    return Group(numeral.text, 1, (Item(text[held.start : held.end], held),), False, held)


def _as_reading(bound: Sequence[Group | None], numerals: Sequence[Numeral]) -> Reading | None:
    count = len([g for g in bound if g])
    # 三包五联七带动 may leave a group unsaid; “752” is known by its labels alone.
    least = len(numerals) / 2 if all(n.key for n in numerals) else len(numerals) - (len(numerals) > 2)
    if count < max(2, least):
        return None
    groups = tuple(g or Group(n.text, n.number) for g, n in zip(bound, numerals, strict=True))
    return Reading(groups, LABELLED + EXACT * len([g for g in groups if len(g.items) == g.stated]) / len(groups))


def bind(
    text: str,
    window: Span,
    numerals: Sequence[Numeral],
    rules: PartRules,
    *,
    before: bool,
    quoted: bool = False,
) -> list[Group | None]:
    """The group of each number, looked for behind that of the number before it; `before` its label or behind it.

    `quoted`: far from the name a bare number is known by its quotation marks, or behind one that is.
    """
    found: list[Group | None] = []
    at = window.start
    for i, numeral in enumerate(numerals):
        later = numerals[i + 1] if i + 1 < len(numerals) else None
        best = None
        for label in islice(labels(text, numeral, at, window.end, rules.shorthand), MOST_LABELS):
            said = text[label.start : label.end].strip("“”‘’")
            named = numeral.key or said == numeral.text or (numeral.number != 1 and any(found))
            if quoted and not named:
                continue
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
    if at_once := _clause_before(text, span, numeral, label):
        return at_once
    for pattern in rules.group_before:
        if pattern.closing and text[span.end - 1 : span.end] not in pattern.closing:
            continue
        if match := pattern.regex.search(text, span.start, span.end):
            start, end = match.span(pattern.slot)
            stretch = Span(list_start(text, span.start, end) if pattern.slot == "bare" else start, end)
            if group := _group(text, stretch, numeral, label, pattern, rules):
                return group
    return None


def _clause_before(text: str, span: Span, numeral: Numeral, label: str) -> Group | None:
    """，培训、考核、激励“三健全” for the 3 of “323”: a clause of as many words, which nothing governs."""
    if numeral.key or not text.startswith(f"“{label}”", span.end):
        return None
    start = max(text.rfind(mark, span.start, span.end) for mark in "，；：") + 1
    found = [tidy(text, piece) for piece in pieces(text, Span(start, span.end), 1)] if start else []
    if len(found) != numeral.number or len(found) < FEWEST or any(len(s) > LONGEST_WORD for s in found):
        return None
    # ，即阵地、队伍、资金“三整合”: what brings the list in is no part of the first.
    if len(found[0]) > max(map(len, found[1:])):
        return None
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    return Group(label, numeral.number, items, False, Span(found[0].start, found[-1].end))


def _behind(
    text: str, span: Span, numeral: Numeral, label: str, later: Numeral | None, rules: PartRules
) -> Group | None:
    if not numeral.key and (numeral.number or 0) >= FEWEST_TOLD and (told := _told_heads(text, span, numeral, rules)):
        return told
    for pattern in rules.group_after:
        if match := pattern.regex.match(text, span.start, span.end):
            stretch = Span(*match.span(pattern.slot))
            if pattern.slot == "run":
                stretch = Span(stretch.end, _end(text, Span(stretch.end, span.end), later, rules))
            if group := _group(text, stretch, numeral, label, pattern, rules):
                return group
    return None


def _told_heads(text: str, span: Span, numeral: Numeral, rules: PartRules) -> Group | None:
    """“4”是基础声部：网格员作为前哨，…；党员发挥优势，…: who they are opens as many clauses."""
    told = TOLD.match(text, span.start, span.end)
    clauses = pieces(text, Span(told.end(), told.end("said")), 3) if told else []
    found = [s for c in clauses if (s := _subject(text, c, rules))]
    if len(found) != numeral.number or len(clauses) != numeral.number:
        return None
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    return Group(numeral.text, numeral.number, items, False, Span(found[0].start, found[-1].end))


def _subject(text: str, clause: Span, rules: PartRules) -> Span | None:
    """Who stands before the first verb of a clause."""
    for at in range(clause.start + 2, min(clause.end, clause.start + LONGEST_ONE)):
        if ROLE.match(text, at) or text[at : at + 2] in rules.words.governing:
            return Span(clause.start, at)
    return None


def _end(text: str, span: Span, later: Numeral | None, rules: PartRules) -> int:
    """A list behind its label ends where the next label, a semicolon or the sentence does."""
    # “3”指三项制度：甲制度，逐月核对；乙机制，…: behind a colon the members are as often parted by ；.
    called = CALLED.match(text, span.start, span.end)
    level = 3 if called and text[called.end("what")] == "：" else 2
    stops = [c.start for c in cuts(text, span.start, span.end) if c.level > level]
    end = min([_closed_by(text, span), *stops[:1]])
    for label in labels(text, later, span.start, end, rules.shorthand) if later else ():
        if any(p.regex.match(text, label.end) for p in rules.group_after):
            return label.start
    return end


def _closed_by(text: str, span: Span) -> int:
    """（“1”即…，“N”即…）会场: where a bracket closes that was open before the stretch; else its end."""
    depth = 0
    for match in PARENTHESIS.finditer(text, span.start, span.end):
        depth += 1 if match[0] == "（" else -1
        if depth < 0:
            return match.start()
    return span.end


def _group(
    text: str, stretch: Span, numeral: Numeral, said: str, pattern: PartPattern, rules: PartRules
) -> Group | None:
    if nested := _nested(text, stretch, numeral, said, rules):
        return nested
    counted = numeral
    if not numeral.key:
        # What a bare number counts, its label says: 3个带头.
        known = decompose(said, rules.shorthand)
        counted = (known[0] if len(known) == 1 else Numeral(1, said, said))._replace(number=numeral.number)
    reading = read_one(text, stretch, counted, rules.words, SLOTS[pattern.slot])
    if reading is None or not reading.holds or not reading.groups:
        return None
    if not numeral.key and _says_its_number(text, [i.span for i in reading.groups[0].items], numeral):
        return None
    label = numeral.text if numeral.key or _only_counts(text, said, numeral) else said
    group = reading.groups[0]
    # 甲、乙等两项监督: before the number of what it lists 等 sums up, and leaves nothing open.
    summed = group.open and len(group.items) == numeral.number and text.startswith(said, stretch.end)
    return replace(group, label=label, stated=numeral.number, open=group.open and not summed)


def _says_its_number(text: str, spans: Sequence[Span], numeral: Numeral) -> bool:
    """“2”是两支队伍，干部带头: what the number stands for, and the sentence going on, are no two members."""
    counts = [says(text[s.start : s.start + 1], numeral.number or 0) for s in spans]
    return len(spans) > 1 and counts[0] and not any(counts[1:])


def _only_counts(text: str, said: str, numeral: Numeral) -> bool:
    """等四项监督 for the 4 of “146”: a noun without quotation marks that writes the number out."""
    return numeral.text.isdecimal() and numeral.text not in said and f"“{said}”" not in text


def _summed(text: str, stretch: Span, numeral: Numeral, rules: PartRules) -> Group | None:
    """“2”即两手抓，抓甲、抓乙: what the number is called stands before its list."""
    called = CALLED.match(text, stretch.start, stretch.end)
    if called is None or numeral.key or not says(called["number"], numeral.number or 0):
        return None
    # “1”是一个平台，即镇调度室: one thing needs a word that brings in what it is.
    if numeral.number == 1 and not called["cue"]:
        return None
    # 三项制度：甲制度，逐月核对；乙制度，…: what the number counts, each may end with.
    known = decompose(called[0][: called.end("what") - called.start()], rules.shorthand)
    counted = known[0] if len(known) == 1 and known[0].noun else Numeral(numeral.number, "", numeral.text)
    reading = read_one(text, Span(called.end(), stretch.end), counted, rules.words, SLOTS["run"])
    exact = reading is not None and reading.holds and len(reading.groups[0].items) == numeral.number
    return replace(reading.groups[0], label=numeral.text, stated=numeral.number) if reading and exact else None


def _nested(text: str, stretch: Span, numeral: Numeral, said: str, rules: PartRules) -> Group | None:
    """“4”即“一带一路一网一园”，“一带”是…: a shorthand that is spelled out itself."""
    if summed := _summed(text, stretch, numeral, rules):
        return summed
    inner = NESTED.match(text, stretch.start, stretch.end)
    named = decompose(inner[1], rules.shorthand) if inner else ()
    if inner is None or len(named) != 1 or named[0].number != numeral.number:
        return None
    reading = read_each(text, Span(inner.end(), stretch.end), named)
    return replace(reading.groups[0], label=numeral.text if numeral.key else said) if reading else None
