"""A name and the sentences round it in, the parts that open them or follow each other in them (一联：…, 先…再…) out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.match.parts.judging import EXACT, Reading
from kg.match.parts.leads import FEWEST_HEADINGS, FIRST_CLAUSE, distinct, spanned
from kg.match.shorthand.enumeration import ordinals, pieces
from kg.match.shorthand.shorthand import RANKS, Numeral
from kg.model import Group, Span

FIRST, LAST = frozenset(("先", "首先")), frozenset(("后", "最后", "最终"))
STEP = re.compile(
    r"(?:(?<=[，。；：\n])|(?<=^))(?P<said>(?P<when>首先|先|再|然后|接着|随后|其次|最后|最终|后)[^，。；：！？\n]{1,30})(?=[，。；！？\n]|$)"
)
CALLED = re.compile("(?:叫它|叫作|叫做|称之为|称为|称作|管这叫|这就是|总结为|概括为|归纳为|就是)[一-龥]{0,8}$")
# More than a word that the members only happen to share.
CALLED_FIT = 6.0
HEADING = re.compile("“?(?P<said>[^，。；：、！？“”\n]{2,7})")
ONE = "一"
NO_NOUNS = frozenset("不有能敢会要在")  # 群众不: what so ends heads nothing
KINDS = frozenset("色长员师级队")
# Behind 县级: a word in quotation marks, or one that all of them have and a verb ends.
LEVELLED = "(?:“[^“”\n]{1,8}”|[一-龥]{1,8}?(?=由|以|为|负责|主要|重点|承担|统筹))?"
RUNG = re.compile("[省市州盟县区旗乡镇街村社网组户][一-龥]?级[一-龥]{2,8}")
# 一联 begins its sentence; a colon or a line before it is as good as a full stop.
# “一联”：…, 头一返是…: what parts the rank from what is told of it.
PARTED = "(?P<parted>”?(?:就?是|即|为)?[：，、]|”|就?是|即|为)?"
OPENS = r"(?:(?<=[，、。；：！？\n])|(?<=^))"


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
            return Reading((spanned(text, found, numeral),), EXACT)
    heads = _headings(text, sentences, numeral)
    return Reading((spanned(text, heads, numeral),), EXACT) if heads else None


def _headings(text: str, sentences: Sequence[Span], numeral: Numeral) -> list[Span]:
    """居民自治推行…。平安法治整合…。: sentences in a row that open with words of one length, ending with the mark."""
    count = numeral.number or 0
    for mark in (m for m in numeral.marks if FEWEST_HEADINGS <= count <= len(sentences) and m not in NO_NOUNS):
        found = []
        for sentence in sentences[:count]:
            head = HEADING.match(text, sentence.start, sentence.end)
            at = text.find(mark, head.start("said") + 1, head.end("said")) if head else -1
            # 上一堂党课，…: 一 is the number of what stands behind it, up to the mark.
            whole = mark == ONE
            if head and at >= 0 and not (whole and text[head.end()] not in "，。；："):
                found.append(Span(head.start("said"), head.end("said") if whole else at + len(mark)))
        if len(found) == count and distinct(text, found):
            return found
    return []


def _rungs(text: str, spans: Sequence[Span]) -> bool:
    """Whether each is another rung, and the same stands on all of them: 县级“导师”, 村级“导师”."""
    said = [text[s.start : s.end].partition("级") for s in spans]
    return len({rung for rung, _, _ in said}) == len(spans) and len({what for _, _, what in said}) == 1


def read_kinds(text: str, spans: Sequence[Span], numeral: Numeral) -> Reading | None:
    """红色标记用于…；黄色标记提醒…: as many clauses in a row, each opening with another of what the number counts."""
    count, noun = numeral.number or 0, numeral.key[:1] if numeral.key[:1] in KINDS else numeral.noun
    if not noun or count < FEWEST_HEADINGS or sum(text.find(noun, s.start, s.end) >= 0 for s in spans) < count:
        return None
    # 县级“导师”由局长担任；村级“导师”由支书担任: a rung with what stands on it.
    longest = 5 if noun == "级" else 6 if noun == "队" else 3
    rung = LEVELLED if noun == "级" else ""
    # 由退休党员组成的宣讲队负责…: who they are made up of stands before what they are.
    opening = re.compile(
        f"(?:其中，)?(?P<made>由?[^，。；：]{{2,20}}(?:组成|担任|构成)的)?“?(?P<said>[一-龥（）]{{1,{longest}}}?{noun}{rung})"
    )
    heads = [opening.match(text, s.start, s.end) for s in spans]
    for at in range(len(heads) - count + 1):
        found = [Span(*h.span("said")) for h in heads[at : at + count] if h]
        # 红色工单当日办 for “三色工单”: the whole word, where all of them have it.
        if not rung and all(text.startswith(numeral.key, s.end - 1) for s in found):
            found = [Span(s.start, s.end - 1 + len(numeral.key)) for s in found]
        if (
            len(found) == count
            and (distinct(text, found) if noun != "级" else _rungs(text, found))
            and all(text[s.start : s.end] != numeral.text for s in found)  # “三色”协同 itself
        ):
            made_up = all(h and h["made"] for h in heads[at : at + count])
            return Reading((spanned(text, found, numeral),), EXACT + (CALLED_FIT if rung or made_up else 0.0))
    return None


def read_levels(text: str, span: Span, numeral: Numeral) -> Reading | None:
    """村级收集、镇级分办、县级督办: side by side what is done on as many levels as the name counts.

    >>> line = "，村级收集、镇级分办、县级督办，事事有回音"
    >>> reading = read_levels(line, Span(0, len(line)), Numeral(3, "级联办", "三级联办", ("联办",), True))
    >>> [item.text for item in reading.groups[0].items]
    ['村级收集', '镇级分办', '县级督办']
    """
    count = numeral.number or 0
    if not numeral.key.startswith("级") or count < FEWEST_HEADINGS:
        return None
    flat = [s for clause in pieces(text, span, 2) for s in pieces(text, clause, 1)]
    found = [s for s in flat if RUNG.fullmatch(text, s.start, s.end)]
    near = all(text[a.end] in "、，" and a.end + 1 == b.start for a, b in pairwise(found))
    if len(found) != count or not near or len({text[s.start] for s in found}) < count:
        return None
    return Reading((spanned(text, found, numeral),), EXACT)


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
    return Reading((spanned(text, [Span(*s.span("said")) for s in steps], numeral),), EXACT)


def read_told(text: str, span: Span, numeral: Numeral) -> Reading | None:
    """第一步收集，第二步议定，当地人叫它…: as many ordinals before a name that the text calls them by."""
    if numeral.number is None or not CALLED.search(text, span.start, span.end):
        return None
    marked = ordinals(text, span)
    clauses = [FIRST_CLAUSE.match(text, s.start, span.end) for s in marked]
    found = [Span(*c.span("said")) for c in clauses if c is not None]
    if len(marked) != numeral.number or len(found) != len(marked):
        return None
    return Reading((spanned(text, found, numeral),), EXACT + CALLED_FIT)


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
        label = re.compile(f"{OPENS}“?[第头]?{rank}{re.escape(numeral.key)}{PARTED}", re.M)
        match = label.search(text, at, span.end)
        clause = FIRST_CLAUSE.match(text, match.end(), span.end) if match else None
        if match is None or clause is None:
            return None
        # 一问家底，二问心愿: without a mark behind it the rank is a word of the part.
        found.append(Span(clause.start("said") if match["parted"] else match.start(), clause.end("said")))
        at = clause.end("said")
    return spanned(text, found, numeral)
