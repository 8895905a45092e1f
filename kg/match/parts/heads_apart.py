"""A name with one number and the text behind it in, the parts that head clauses or short sentences there out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, Reading
from kg.match.parts.leads import FEWEST_HEADINGS, STEPS, spanned
from kg.match.parts.likeness import all_bear
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

# ‘红心’宣讲润民心; 用“真心”换民心: a word in quotation marks that opens its clause.
QUOTED_HEAD = re.compile(
    "(?:(?<=[，。；：、“\n])|^)[以用凭靠让拿]?[“‘](?P<said>[^“”‘’，、\n]{2,5})[”’](?=[一-龥：])(?!的)", re.M
)
COLON_HEAD = re.compile("“?(?P<said>[一-龥]{1,8})”?：[^\n]")
OPENING = re.compile("[“‘](?P<said>[^“”‘’，、\n]{2,8})[”’](?=[一-龥，：])(?!的|[一-龥]{0,6}[说道])")
SENTENCE = re.compile("(?P<said>[^，。；：、！？“”\n]{3,12})[。！？]?")
OPENED = re.compile("”?[^，。；：“”\n]{0,12}[。：，；]?\\s*")
REACH = 700
LONG_ENOUGH, VERB = ({4}, {5}, {6}), 2
# Less than the clauses that such words stand in, where these are of one build.
WORDS_ALONE = EXACT - 0.5
# More than 红色 in “红色预警”, where the quotation marks say how long each is.
QUOTED_FIT = EXACT + 0.5


def read_quoted_heads(text: str, span: Span, numeral: Numeral) -> Reading | None:
    """‘红心’宣讲…；‘正心’引领…；‘爱心’服务…: exactly as many words in quotation marks, each with that of the name.

    >>> line = "“真心”走访听民意，“细心”办事解民忧，“暖心”陪伴慰老人"
    >>> reading = read_quoted_heads(line, Span(0, len(line)), Numeral(3, "心", "三心", ("心",)))
    >>> [item.text for item in reading.groups[0].items]
    ['真心', '细心', '暖心']
    """
    count = numeral.number or 0
    near = Span(span.start, min(span.end, span.start + REACH))
    marks = (numeral.noun,) if numeral.counted and numeral.noun else () if numeral.counted else numeral.marks
    for mark in marks if count >= FEWEST_HEADINGS else ():
        if text.count(mark, near.start, near.end) < count:
            continue
        for edge in (str.endswith, str.startswith):
            said = {
                m["said"]: Span(*m.span("said"))
                for m in reversed(list(QUOTED_HEAD.finditer(text, near.start, near.end)))
                if edge(m["said"], mark) and m["said"] not in (mark, numeral.text)
            }
            found = sorted(said.values())
            if len(found) == count and len({len(s) for s in found}) == 1:
                return Reading((spanned(text, found, numeral),), WORDS_ALONE)
    return None


def read_colon_heads(text: str, behind: Span, numeral: Numeral) -> Reading | None:
    """网格初调：…；村级联调：…；镇级专调：…: as many clauses at once behind the name, each headed by its part.

    >>> line = "。问需：楼长上门；议事：大家商量；回访：电话问效。"
    >>> reading = read_colon_heads(line, Span(0, len(line)), Numeral(3, "步", "三步", ("步",)))
    >>> [item.text for item in reading.groups[0].items]
    ['问需', '议事', '回访']
    """
    count = numeral.number or 0
    opened = OPENED.match(text, behind.start, behind.end)
    flat = pieces(text, Span(opened.end() if opened else behind.start, behind.end), 3)
    heads = [COLON_HEAD.match(text, s.start, s.end) for s in flat[: count + 1]]
    found = [Span(*h.span("said")) for h in heads[:count] if h]
    if count < FEWEST_HEADINGS or len(found) < count or any(heads[count:]):
        return None
    # 李明：…；张华：… are who speaks.
    steps = numeral.key.startswith(STEPS)
    told = (
        (steps or all(len(s) > 1 for s in found))
        and len({text[s.start : s.end] for s in found}) == count
        and (
            steps
            or any(all(m in text[s.start : s.end] for s in found) for m in numeral.marks)
            or {len(s) for s in found} in LONG_ENOUGH
        )
    )
    return Reading((spanned(text, found, numeral),), EXACT) if told else None


def read_quoted_openings(text: str, sentences: Sequence[Span], numeral: Numeral) -> Reading | None:
    """“上门问”摸清家底，…。“现场议”定好章程，…。: as many sentences in a row that open with words in quotation marks.

    >>> line = "“上门问”摸清家底。“现场议”定好章程。“限期办”兑现承诺。"
    >>> said = pieces(line, Span(0, len(line)), 4)
    >>> [i.text for i in read_quoted_openings(line, said, Numeral(3, "步", "三步", ("步",))).groups[0].items]
    ['上门问', '现场议', '限期办']
    """
    count = numeral.number or 0
    heads = [OPENING.match(text, s.start, s.end) for s in sentences[: count + 1]]
    found = [Span(*h.span("said")) for h in heads[:count] if h]
    if count < FEWEST_HEADINGS or len(found) < count or any(heads[count:]):
        return None
    apart = len({text[s.start : s.end] for s in found}) == count
    like = len({len(s) for s in found}) == 1 or all_bear(text, found, numeral)
    return Reading((spanned(text, found, numeral),), QUOTED_FIT) if apart and like else None


def read_short_sentences(text: str, sentences: Sequence[Span], numeral: Numeral) -> Reading | None:
    """遇到问题不推。…。难点问题不拖。…: exactly as many sentences of one clause with the word at the same place."""
    count = numeral.number or 0
    short = [m for s in sentences if (m := SENTENCE.fullmatch(text, s.start, s.end))]
    for mark in numeral.marks if count >= FEWEST_HEADINGS and not numeral.counted else ():
        said = [Span(*m.span("said")) for m in short if mark in m["said"]]
        ends = {s.end - text.rfind(mark, s.start, s.end) for s in said}
        starts = {(text.find(mark, s.start, s.end) - s.start, len(s)) for s in said}
        distinct = len({text[s.start : s.end] for s in said}) == count
        if len(said) == count and distinct and (len(ends) == 1 or len(starts) == 1):
            return Reading((spanned(text, said, numeral),), EXACT)
    return None


def read_numbered(text: str, rows: Sequence[Sequence[Span]], numeral: Numeral) -> Reading | None:
    """1.院里的事党小组要牵头。 2.院里的事住户要知道。: as many numbered paragraphs in a row that bear the word."""
    count = numeral.number or 0
    for row in rows if count >= FEWEST_HEADINGS and not numeral.counted else ():
        found = [next(iter(pieces(text, s, 2)), s) for s in row] if len(row) == count else []
        if found and any(all(m in text[s.start : s.end] for s in found) for m in numeral.marks):
            return Reading((spanned(text, found, numeral),), EXACT)
        if found and (won := _objects(text, row, numeral)):
            return Reading((spanned(text, won, numeral),), EXACT)
    return None


def _objects(text: str, row: Sequence[Span], numeral: Numeral) -> list[Span]:
    """（一）立足山林，竞当护林岗。 （二）立足河道，竞当护水岗。: what the same verb has in each opening sentence."""
    said = [next(iter(pieces(text, s, 4)), s) for s in row]
    last = [pieces(text, s, 2)[-1] for s in said if pieces(text, s, 2)]
    verb = text[last[0].start : last[0].start + VERB] if last else ""
    led = len(last) == len(row) and all(text.startswith(verb, s.start) and len(s) > VERB + 1 for s in last)
    found = [Span(s.start + VERB, s.end) for s in last] if led else []
    return found if any(all(text.endswith(m, s.start, s.end) for s in found) for m in numeral.marks) else []
