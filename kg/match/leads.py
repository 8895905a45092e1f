"""A name with one number and the paragraphs behind it in, the parts that open them (一联：…, 县里建平台。…) out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.judging import EXACT, Reading
from kg.match.shorthand import RANKS, Numeral
from kg.model import Group, Item, Span

# A paragraph is announced by a short sentence or heading of its own, mostly behind a number: 1.听。, （二）查。
NUMBERING = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十\d]{1,2}[、.．]|[①-⑳]|——"
    r"|第[一二三四五六七八九十][步招项条]?[，、：]|[一二三四五六七八九十][是要])\s*"
)
LEAD = re.compile(r"(?P<said>[^，。；：、！？“”（）《》\n—]{1,14})(?:[。：！？\n—]|$)")
FIRST_CLAUSE = re.compile(r"[：，、]?“?(?P<said>[^，。；：！？“”\n]{2,24})”?(?:[，。；：！？\n]|$)")
SHORTEST, LENGTHS_APART = 3, 2
# 一联 begins its sentence; a colon or a line before it is as good as a full stop.
OPENS = r"(?:(?<=[。；：！？\n])|(?<=^))"


def read_leads(text: str, paragraphs: Sequence[Span], numeral: Numeral) -> Reading | None:
    """As many paragraphs as the name states that open with a part each, right behind its own or one further on."""
    count = numeral.number
    if count is None or count < 2:
        return None
    for skipped in (0, 1):
        found = [_lead(text, p) for p in paragraphs[skipped : skipped + count + 1]]
        leads = [lead for lead in found[:count] if lead is not None]
        if len(leads) < count or (skipped and _lead(text, paragraphs[0]) is not None):
            continue
        numbered = {behind for _, behind in leads}
        more = found[count] if len(found) > count else None
        goes_on = more is not None and more[1] in numbered and (more[1] or _alike(text, [*leads, more], numeral))
        if len(numbered) == 1 and not goes_on and _alike(text, leads, numeral):
            return Reading((_group(text, [span for span, _ in leads], numeral),), EXACT)
    return None


def read_ranked(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """“一联”：…。“二联”：…。: each part behind the number that it has among those of its kind.

    >>> line = "一联：户户相联。二联：组组相联。"
    >>> read_ranked(line, Span(0, len(line)), [Numeral(2, "联", "二联", ("联",))]).groups[0].items[1].text
    '组组相联'
    """
    groups = [_ranked(text, span, numeral) for numeral in numerals]
    if not any(groups):
        return None
    told = tuple(g or Group(n.text, n.number) for g, n in zip(groups, numerals, strict=True))
    return Reading(told, EXACT * len([g for g in groups if g]) / len(groups))


def _ranked(text: str, span: Span, numeral: Numeral) -> Group | None:
    if not numeral.number or numeral.number < 2 or numeral.number > len(RANKS) or not numeral.key or numeral.counted:
        return None
    found, at = [], span.start
    for rank in RANKS[: numeral.number]:
        label = re.compile(f"{OPENS}“?{rank}{re.escape(numeral.key)}(?P<parted>”?[：，、]|”)", re.M)
        match = label.search(text, at, span.end)
        clause = FIRST_CLAUSE.match(text, match.end(), span.end) if match else None
        if match is None or clause is None:
            return None
        found.append(Span(*clause.span("said")))
        at = clause.end("said")
    return _group(text, found, numeral)


def _lead(text: str, paragraph: Span) -> tuple[Span, bool] | None:
    """The sentence or heading that opens a paragraph, and whether a number stands before it."""
    number = NUMBERING.match(text, paragraph.start, paragraph.end)
    lead = LEAD.match(text, number.end() if number else paragraph.start, paragraph.end)
    if lead is None or (number is None and len(lead["said"]) < SHORTEST):
        return None
    return Span(*lead.span("said")), number is not None


def _alike(text: str, leads: Sequence[tuple[Span, bool]], numeral: Numeral) -> bool:
    """Whether the leads are built as the parts of one name: numbered, of one length, or bearing its word."""
    spans = [span for span, _ in leads]
    lengths = [len(span) for span in spans]
    bears = any(all(mark in text[s.start : s.end] for s in spans) for mark in numeral.marks)
    return leads[0][1] or bears or max(lengths) - min(lengths) < LENGTHS_APART


def _group(text: str, spans: Sequence[Span], numeral: Numeral) -> Group:
    items = tuple(Item(text[s.start : s.end], s) for s in spans)
    return Group(numeral.text, numeral.number, items, False, Span(spans[0].start, spans[-1].end))
