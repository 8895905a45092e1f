"""A name with one number and the paragraphs behind it in, the parts that open them (一、听。…, 县里建平台。…) out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, Reading
from kg.match.parts.likeness import all_bear
from kg.match.shorthand.enumeration import ordinals
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

# A paragraph is announced by a short sentence or heading of its own, mostly behind a number: 1.听。, （二）查。
NUMBERING = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十\d]{1,2}[、.．]|[①-⑳]|——"
    r"|第[一二三四五六七八九十][步招项条]?[，、：]|[一二三四五六七八九十][是要])\s*"
)
LEAD = re.compile(r"(?P<said>(?:[^，。；：、！？“”（）《》\n—]|“[^“”\n]{1,6}”){1,14})(?:[。：！？\n—]|$)")
FIRST_CLAUSE = re.compile(
    r"[：，、]?“?(?P<said>(?:[^，、。；：！？“”\n]|(?<=[^：，、])“[^“”\n]{1,8}”){2,24})”?(?:[，、。；：！？\n]|$)"
)
FEWEST_HEADINGS, LONGEST_HEADING, LONGEST_CLAUSE = 3, 32, 16
STEPS, QUOTED_END = ("步", "招"), re.compile("“([^“”\n]{2,10})”\\Z")
SHORTEST, LONGEST, LENGTHS_APART = 3, 8, 2


def read_leads(text: str, paragraphs: Sequence[Span], numeral: Numeral, *, ends: bool) -> Reading | None:
    """As many paragraphs as the name states, right behind its own, that open with a part each.

    Where the name does not end its own paragraph (`ends`), each must bear its word, too.
    """
    count = numeral.number
    if count is None or count < 2:
        return None
    found = [_lead(text, p) for p in paragraphs[: count + 1]]
    leads = [lead for lead in found[:count] if lead is not None]
    kinds = {kind for _, kind in leads}
    more = found[count] if len(found) > count else None
    goes_on = more is not None and more[1] in kinds and (more[1] or _alike(text, [*leads, more], numeral))
    if not ends and not all_bear(text, [span for span, _ in leads], numeral):
        return None
    if len(leads) < count or len(kinds) > 1 or goes_on or not _alike(text, leads, numeral):
        return None
    return Reading((spanned(text, [span for span, _ in leads], numeral),), EXACT)


def read_clauses(text: str, paragraphs: Sequence[Span], numeral: Numeral) -> Reading | None:
    """打造“阳光家园”，…。 打造“爱心家园”，…。: as many paragraphs whose first clauses bear the word of the name.

    Of steps it is enough that nothing but they follows, and that their clauses are of one length.
    """
    count = numeral.number or 0
    if count < FEWEST_HEADINGS or len(paragraphs) < count:
        return None
    clauses = [FIRST_CLAUSE.match(text, p.start, p.end) for p in paragraphs[: count + 1]]
    found = [Span(*c.span("said")) for c in clauses[:count] if c is not None]
    if len(found) < count or any(len(s) > LONGEST_CLAUSE for s in found):
        return None
    more = [Span(*c.span("said")) for c in clauses[count:] if c is not None]
    steps = numeral.key.startswith(STEPS) and len(paragraphs) == count and distinct(text, found)
    goes_on = bool(more) and all_bear(text, [*found, *more], numeral)
    if not steps and (goes_on or not all_bear(text, found, numeral)):
        return None
    return Reading((spanned(text, _inside(text, found), numeral),), EXACT)


def _inside(text: str, spans: Sequence[Span]) -> list[Span]:
    """打造“阳光家园”, 打造“爱心家园”: what the quotation marks hold, where all of them end with some."""
    quoted = [QUOTED_END.search(text, s.start, s.end) for s in spans]
    return [Span(*q.span(1)) for q in quoted if q] if all(quoted) else list(spans)


def read_below(text: str, own: Span, paragraphs: Sequence[Span], numeral: Numeral) -> Reading | None:
    """构建“三个阵地”体系。 as a heading, and below it 一是…。二是…。三是…。: as many ordinals as it states."""
    count = numeral.number or 0
    if count < FEWEST_HEADINGS or not paragraphs:
        return None
    marked = ordinals(text, Span(paragraphs[0].start, paragraphs[-1].end))
    clauses = [FIRST_CLAUSE.match(text, s.start, paragraphs[-1].end) for s in marked]
    found = [Span(*c.span("said")) for c in clauses if c is not None]
    if len(marked) != count or len(found) != count or marked[0].start > paragraphs[0].start + len("（一）是"):
        return None
    # Below a whole paragraph that speaks of more than them they are known by the word.
    if len(own) > LONGEST_HEADING and not any(all(m in text[s.start : s.end] for s in found) for m in numeral.marks):
        return None
    return Reading((spanned(text, found, numeral),), EXACT)


def distinct(text: str, spans: Sequence[Span]) -> bool:
    """Whether the words are of one length, and each another."""
    return len({len(s) for s in spans}) == 1 and len({text[s.start : s.end] for s in spans}) == len(spans)


def _lead(text: str, paragraph: Span) -> tuple[Span, str] | None:
    """The sentence or heading that opens a paragraph, and what marks it: a number before it, a colon, or nothing."""
    number = NUMBERING.match(text, paragraph.start, paragraph.end)
    lead = LEAD.match(text, number.end() if number else paragraph.start, paragraph.end)
    if lead is None:
        return None
    mark = "number" if number else "：" if text[lead.end() - 1] == "：" else ""
    return (Span(*lead.span("said")), mark) if mark or SHORTEST <= len(lead["said"]) <= LONGEST else None


def _alike(text: str, leads: Sequence[tuple[Span, str]], numeral: Numeral) -> bool:
    """Whether the leads are built as the parts of one name: numbered, of one length, or bearing its word."""
    spans = [span for span, _ in leads]
    lengths = [len(span) for span in spans]
    return leads[0][1] == "number" or all_bear(text, spans, numeral) or max(lengths) - min(lengths) < LENGTHS_APART


def spanned(text: str, spans: Sequence[Span], numeral: Numeral) -> Group:
    """The stretches as the group of a number."""
    items = tuple(Item(text[s.start : s.end], s) for s in spans)
    return Group(numeral.text, numeral.number, items, False, Span(spans[0].start, spans[-1].end))


def spanned_each(text: str, row: Sequence[Span], numerals: Sequence[Numeral]) -> tuple[Group, ...]:
    """The members of one row as the groups of several numbers, in order."""
    groups, at = [], 0
    for numeral in numerals:
        groups.append(spanned(text, row[at : at + (numeral.number or 0)], numeral))
        at += numeral.number or 0
    return tuple(groups)


def numbered_rows(text: str, paragraphs: Sequence[Span]) -> list[list[Span]]:
    r"""The rows of paragraphs that begin with a number, each without it.

    >>> numbered_rows("1.听。\n2.议。\n散会。", [Span(0, 4), Span(5, 9), Span(10, 13)])
    [[Span(start=2, end=4), Span(start=7, end=9)]]
    """
    rows: list[list[Span]] = [[]]
    for paragraph in paragraphs:
        number = NUMBERING.match(text, paragraph.start, paragraph.end)
        if number:
            rows[-1].append(Span(number.end(), paragraph.end))
        elif rows[-1]:
            rows.append([])
    return [row for row in rows if row]
