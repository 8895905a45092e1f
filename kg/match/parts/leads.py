"""A name with one number and the paragraphs behind it in, the parts that open them (一联：…, 县里建平台。…) out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, Reading
from kg.match.shorthand.enumeration import ordinals
from kg.match.shorthand.shorthand import RANKS, Numeral
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
FIRST, LAST = frozenset(("先", "首先")), frozenset(("后", "最后", "最终"))
STEP = re.compile(
    r"(?:(?<=[，。；：\n])|(?<=^))(?P<said>(?P<when>首先|先|再|然后|接着|随后|其次|最后|最终|后)[^，。；：！？\n]{1,30})(?=[，。；！？\n]|$)"
)
CALLED = re.compile("(?:叫它|叫作|叫做|称之为|称为|称作|管这叫|这就是|总结为|概括为|归纳为|就是)[一-龥]{0,8}$")
# More than a word that the members only happen to share.
CALLED_FIT = 6.0
HEADING = re.compile("“?(?P<said>[^，。；：、！？“”\n]{2,7})")
FEWEST_HEADINGS, LONGEST_HEADING, LONGEST_CLAUSE = 3, 32, 16
STEPS, QUOTED_END = ("步", "招"), re.compile("“([^“”\n]{2,10})”\\Z")
KINDS = frozenset("色长员师级")
# Behind 县级: a word in quotation marks, or one that all of them have and a verb ends.
LEVELLED = "(?:“[^“”\n]{1,8}”|[一-龥]{1,8}?(?=由|以|为|负责|主要|重点|承担|统筹))?"
SHORTEST, LONGEST, LENGTHS_APART = 3, 8, 2
# 一联 begins its sentence; a colon or a line before it is as good as a full stop.
OPENS = r"(?:(?<=[，、。；：！？\n])|(?<=^))"


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
    if not ends and not _bears(text, [span for span, _ in leads], numeral):
        return None
    if len(leads) < count or len(kinds) > 1 or goes_on or not _alike(text, leads, numeral):
        return None
    return Reading((_group(text, [span for span, _ in leads], numeral),), EXACT)


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
    steps = numeral.key.startswith(STEPS) and len(paragraphs) == count and _distinct(text, found)
    goes_on = bool(more) and _bears(text, [*found, *more], numeral)
    if not steps and (goes_on or not _bears(text, found, numeral)):
        return None
    return Reading((_group(text, _inside(text, found), numeral),), EXACT)


def _inside(text: str, spans: Sequence[Span]) -> list[Span]:
    """打造“阳光家园”, 打造“爱心家园”: what the quotation marks hold, where all of them end with some."""
    quoted = [QUOTED_END.search(text, s.start, s.end) for s in spans]
    return [Span(*q.span(1)) for q in quoted if q] if all(quoted) else list(spans)


def read_below(text: str, own: Span, paragraphs: Sequence[Span], numeral: Numeral) -> Reading | None:
    """构建“三个阵地”体系。 as a heading, and below it 一是…。二是…。三是…。: as many ordinals as it states."""
    count = numeral.number or 0
    if count < FEWEST_HEADINGS or len(own) > LONGEST_HEADING or not paragraphs:
        return None
    marked = ordinals(text, Span(paragraphs[0].start, paragraphs[-1].end))
    clauses = [FIRST_CLAUSE.match(text, s.start, paragraphs[-1].end) for s in marked]
    found = [Span(*c.span("said")) for c in clauses if c is not None]
    if len(marked) != count or len(found) != count or marked[0].start > paragraphs[0].start + len("（一）是"):
        return None
    return Reading((_group(text, found, numeral),), EXACT)


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


def read_openings(text: str, sentences: Sequence[Span], numeral: Numeral, *, shortest: int = 2) -> Reading | None:
    """坚持问题导向，…。坚持目标导向，…。: as many sentences as the name states that begin with its word.

    Of paragraphs in a row a word of one character is enough (`shortest`).
    """
    count = numeral.number or 0
    for mark in (m for m in numeral.marks if len(m) >= shortest and 1 < count <= len(sentences)):
        if not all(text.startswith(mark, s.start) for s in sentences[:count]):
            continue
        clauses = [FIRST_CLAUSE.match(text, s.start, s.end) for s in sentences[:count]]
        found = [Span(*c.span("said")) for c in clauses if c is not None]
        if len(found) == count and not text.startswith(mark, *_next(sentences, count)):
            return Reading((_group(text, found, numeral),), EXACT)
    heads = _headings(text, sentences, numeral)
    return Reading((_group(text, heads, numeral),), EXACT) if heads else None


def _headings(text: str, sentences: Sequence[Span], numeral: Numeral) -> list[Span]:
    """居民自治推行…。平安法治整合…。: sentences in a row that open with words of one length, ending with the mark."""
    count = numeral.number or 0
    for mark in (m for m in numeral.marks if FEWEST_HEADINGS <= count <= len(sentences)):
        found = []
        for sentence in sentences[:count]:
            head = HEADING.match(text, sentence.start, sentence.end)
            at = text.find(mark, head.start("said") + 1, head.end("said")) if head else -1
            if head and at >= 0:
                found.append(Span(head.start("said"), at + len(mark)))
        if len(found) == count and _distinct(text, found):
            return found
    return []


def _distinct(text: str, spans: Sequence[Span]) -> bool:
    """Whether the words are of one length, and each another."""
    return len({len(s) for s in spans}) == 1 and len({text[s.start : s.end] for s in spans}) == len(spans)


def _rungs(text: str, spans: Sequence[Span]) -> bool:
    """Whether each is another rung, and the same stands on all of them: 县级“导师”, 村级“导师”."""
    said = [text[s.start : s.end].partition("级") for s in spans]
    return len({rung for rung, _, _ in said}) == len(spans) and len({what for _, _, what in said}) == 1


def read_kinds(text: str, spans: Sequence[Span], numeral: Numeral) -> Reading | None:
    """红色标记用于…；黄色标记提醒…: as many clauses in a row, each opening with another of what the number counts."""
    count, noun = numeral.number or 0, numeral.key[:1]
    if noun not in KINDS or count < FEWEST_HEADINGS:
        return None
    # 县级“导师”由局长担任；村级“导师”由支书担任: a rung with what stands on it.
    rung = LEVELLED if noun == "级" else ""
    opening = re.compile(f"(?:其中，)?“?(?P<said>[一-龥（）]{{1,{5 if rung else 3}}}?{noun}{rung})")
    heads = [opening.match(text, s.start, s.end) for s in spans]
    for at in range(len(heads) - count + 1):
        found = [Span(*h.span("said")) for h in heads[at : at + count] if h]
        if (
            len(found) == count
            and (_distinct(text, found) if noun != "级" else _rungs(text, found))
            and all(text[s.start : s.end] != numeral.text for s in found)  # “三色”协同 itself
        ):
            return Reading((_group(text, found, numeral),), EXACT + (CALLED_FIT if rung else 0.0))
    return None


def read_sequence(text: str, span: Span, numeral: Numeral) -> Reading | None:
    """先由…，再由…，最后由…: as many clauses as the name states steps, each behind a word of time.

    >>> line = "先由党员提，再由代表议，最后由村民定。"
    >>> reading = read_sequence(line, Span(0, len(line)), Numeral(3, "步议事", "三步议事"))
    >>> [item.text for item in reading.groups[0].items]
    ['先由党员提', '再由代表议', '最后由村民定']
    """
    steps = list(STEP.finditer(text, span.start, span.end))
    first = next((i for i, s in enumerate(steps) if s["when"] in FIRST), None)
    if first is None or not numeral.key.startswith("步"):
        return None
    steps = steps[first : first + (numeral.number or 0)]
    if len(steps) != numeral.number or steps[-1]["when"] not in LAST or any(s["when"] in FIRST for s in steps[1:]):
        return None
    return Reading((_group(text, [Span(*s.span("said")) for s in steps], numeral),), EXACT)


def read_told(text: str, span: Span, numeral: Numeral) -> Reading | None:
    """第一步收集，第二步议定，当地人叫它…: as many ordinals before a name that the text calls them by."""
    if numeral.number is None or not CALLED.search(text, span.start, span.end):
        return None
    marked = ordinals(text, span)
    clauses = [FIRST_CLAUSE.match(text, s.start, span.end) for s in marked]
    found = [Span(*c.span("said")) for c in clauses if c is not None]
    if len(marked) != numeral.number or len(found) != len(marked):
        return None
    return Reading((_group(text, found, numeral),), EXACT + CALLED_FIT)


def _next(sentences: Sequence[Span], count: int) -> tuple[int, int]:
    return (sentences[count].start, sentences[count].end) if count < len(sentences) else (0, 0)


def _ranked(text: str, span: Span, numeral: Numeral) -> Group | None:
    if not numeral.number or numeral.number < 2 or numeral.number > len(RANKS) or not numeral.key or numeral.counted:
        return None
    found, at = [], span.start
    for rank in RANKS[: numeral.number]:
        # An expression that holds the word takes long to compile, and most texts do not count so.
        if text.find(rank + numeral.key, at, span.end) < 0:
            return None
        label = re.compile(f"{OPENS}“?{rank}{re.escape(numeral.key)}(?P<parted>”?[：，、]|”)?", re.M)
        match = label.search(text, at, span.end)
        clause = FIRST_CLAUSE.match(text, match.end(), span.end) if match else None
        if match is None or clause is None:
            return None
        # 一问家底，二问心愿: without a mark behind it the rank is a word of the part.
        found.append(Span(clause.start("said") if match["parted"] else match.start(), clause.end("said")))
        at = clause.end("said")
    return _group(text, found, numeral)


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
    return leads[0][1] == "number" or _bears(text, spans, numeral) or max(lengths) - min(lengths) < LENGTHS_APART


def _bears(text: str, spans: Sequence[Span], numeral: Numeral) -> bool:
    return any(all(mark in text[s.start : s.end] for s in spans) for mark in numeral.marks)


def _group(text: str, spans: Sequence[Span], numeral: Numeral) -> Group:
    items = tuple(Item(text[s.start : s.end], s) for s in spans)
    return Group(numeral.text, numeral.number, items, False, Span(spans[0].start, spans[-1].end))
