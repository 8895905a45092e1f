"""The text before a name in, the parts told there before all that is called so (…。这套做法叫“三席议事”) out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.leads import FEWEST_HEADINGS, spanned
from kg.match.parts.likeness import all_bear
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import members
from kg.match.shorthand.enumeration import Cut, between, chain, cuts, ordinals, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Span

TELLING = "(?:做法|办法|经验|方法|法子|路子|规矩|机制|制度|模式|招数|流程|程序|教法|打法|玩法|管法|治法)"
CALLING = "(?:叫|称|唤|喊|取名|起名|命名|概括|归纳|归拢|归结|总结|提炼|凝练|就是)[作做为成叫]?"
# 这套做法后来有了名字，叫…; 街坊把它唤作…; 当地管这叫…; 这套被商户叫作…; 就顺着这…: what points back at what was told.
CALLED = re.compile(
    f"(?:(?<=[，。；\n—])|(?<=^))(?:(?:这|这[一套种些]+|该|此|上述){TELLING}[^。！？“”\n]{{0,16}}?{CALLING}"
    f"|这(?:一?整?套|种|些)(?:[被让由][^，。；“”\n]{{1,10}}?)?{CALLING}"
    f"|[^，。；：！？“”\n]{{0,8}}?(?:[把管将](?:它|这|其)|称它|叫它|称之为?)[^，。；：！？“”\n]{{0,8}}?{CALLING}?"
    f"|[^，。；：！？“”\n]{{0,12}}?[把将][^，。；：！？“”\n]{{0,12}}?这(?:一?整?套|种|些)[^，。；：！？“”\n]{{0,4}}?{TELLING}{CALLING}"
    "|这(?:就|便|正)?是[^。！？“”\n]{0,40}的[^。！？，“”\n]{0,8}\\Z"
    f"|[^，。；：！？“”\n]{{0,16}}?用这(?:[0-9一二三四五六七八九十]+个字|几句话?|[二三四五六七八九十]句话?){CALLING}"
    "|(?P<points>[^，。；：！？“”\n]{0,30}?这(?:一|套|些)?\\Z))"
    "[^，。；：！？“”\n]{0,6}\\Z"
)
# 把这种课前讲、课中请、课后做的教法叫作“三段式”: the list stands between.
LISTED = re.compile(f"[把将]这[种套些样](?P<said>[^，。；：“”\n]+、[^，。；：“”\n]+?)的[一-龥]{{1,4}}{CALLING}\\Z")
QUOTED = re.compile("[“‘](?P<said>[^“”‘’，、。\n]{2,6})[”’]")
DASH = re.compile("——")
STEPS, SENTENCE = re.compile("步|招|段|环|条|道|件|部曲"), 4
LONGEST, MANY, LENGTHS_APART, PAIR, ONE = 20, 3, 4, 2, "一"


def read_called(text: str, front: Span, numerals: Sequence[Numeral], words: ListWords) -> Reading | None:
    """Exactly as many clauses or heads of clauses before the calling as a number states, all with its word.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> line = "竹凳谈大事，人人到；木凳聊家事，随时来；石凳了小事，当场清。这套办法叫"
    >>> read = read_called(line, Span(0, len(line)), [Numeral(3, "凳议事", "三凳议事", ("凳议事", "凳"))], words)
    >>> [item.text for item in read.groups[0].items]
    ['竹凳谈大事', '木凳聊家事', '石凳了小事']
    """
    listed = LISTED.search(text, front.start, front.end)
    called = CALLED.search(text, front.start, front.end)
    if listed is None and called is None:
        return _told_before(text, front, numerals) if len(numerals) == 1 else None
    told = Span(front.start, called.start() if called else front.end)
    groups: list[Group | None] = []
    for numeral in numerals:
        if listed:
            group = _exact(text, pieces(text, Span(*listed.span("said")), 1), numeral)
        else:
            sure = called is not None and called["points"] is None
            group = next(_lists(text, told, numeral, words, sure=sure), None)
        # 修缮前看、修缮中看、修缮后看 for “三看三修”: one list is that of one number.
        groups.append(group if group not in [g and replace(g, label=numeral.text) for g in groups] else None)
    found = [g for g in groups if g and (len(numerals) == 1 or len(g.items) >= MANY)]
    if not found:
        return None
    told_of = tuple(g or Group(n.text, n.number) for g, n in zip(groups, numerals, strict=True))
    return Reading(told_of, (EXACT + LABELLED) * len(found) / len(groups))


def _told_before(text: str, front: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """组织联建，…；难题联商，…；服务联办，…。推行“三联”机制: the heads of the sentence right before that of a name."""
    (numeral,) = numerals
    if numeral.number == PAIR:
        return _pair_before(text, front, numeral)
    sentences = pieces(text, front, SENTENCE)
    # What stands between the sentence and the name opens the sentence of the name.
    if len(sentences) < PAIR or (numeral.number or 0) < MANY or numeral.counted:
        return None
    told = sentences[-2]
    heads = [next(iter(pieces(text, s, 2)), s) for s in pieces(text, told, 3)]
    marked = [next(iter(pieces(text, s, 2)), s) for s in ordinals(text, told)]
    for found in (marked, heads):
        if len(found) != numeral.number or not _distinct(text, found, len(found)):
            continue
        for mark in numeral.marks:
            places = {text.find(mark, s.start, s.end) - s.start for s in found}
            borne = all(text.find(mark, s.start, s.end) >= 0 for s in found)
            if borne and (len(places) == 1 or (found is marked and mark == ONE)):
                return Reading((spanned(text, found, numeral),), EXACT)
    return None


def _pair_before(text: str, front: Span, numeral: Numeral) -> Reading | None:
    """党组织到社区报到，党员到小区报到，县里的“双报到”制度: the two clauses right before, which end with its word."""
    two = pieces(text, front, 2)[-3:-1]
    ended = len(numeral.key) > 1 and all(text.endswith(numeral.key, s.start, s.end) for s in two)
    if len(two) != PAIR or not ended or not _distinct(text, two, PAIR):
        return None
    return Reading((spanned(text, two, numeral),), EXACT)


def _exact(text: str, found: Sequence[Span], numeral: Numeral) -> Group | None:
    return spanned(text, found, numeral) if len(found) == numeral.number else None


def _lists(text: str, told: Span, numeral: Numeral, words: ListWords, *, sure: bool) -> Iterator[Group]:
    """The ways in which exactly as many parts may be told; `sure`: it is said that they are called so."""
    count = numeral.number or 0
    sentences = pieces(text, told, SENTENCE)
    if count < 2 or not sentences:
        return
    last = sentences[-1]
    clauses = _clauses(text, last)
    heads = [next(iter(pieces(text, s, 2)), s) for s in pieces(text, last, 3)]
    openings = [next(iter(pieces(text, s, 2)), s) for s in sentences]
    rows = [_row(text, clause, numeral, words) for clause in reversed(clauses)]
    exact = [row for row in rows if len(row) == count and all_bear(text, row, numeral)]
    marked = [next(iter(pieces(text, s, 2)), s) for s in ordinals(text, told)]
    if not exact and len(marked) == count and STEPS.match(numeral.key):
        yield spanned(text, marked, numeral)
    if not exact and (group := _words(text, last, numeral)):
        yield group
    for way in (*exact, heads, clauses, openings):
        found = way[-count:]
        if _distinct(text, found, count) and all_bear(text, found, numeral):
            yield spanned(text, found, numeral)
    if sure and STEPS.match(numeral.key) and count >= FEWEST_HEADINGS:
        for way in (rows[0], clauses):
            lengths = [len(s) for s in way]
            if len(way) == count and _distinct(text, way, count) and max(lengths) - min(lengths) <= LENGTHS_APART:
                yield spanned(text, way, numeral)


def _clauses(text: str, span: Span) -> list[Span]:
    """The clauses of a sentence, also where a dash ends one."""
    dashes = [Cut(m.start(), m.end(), 2) for m in DASH.finditer(text, span.start, span.end)]
    marks = sorted([*cuts(text, span.start, span.end), *dashes])
    return [tidy(text, s) for s in between(text, span, marks, 2)]


def _row(text: str, clause: Span, numeral: Numeral, words: ListWords) -> Sequence[Span]:
    colon = text.rfind("：", clause.start, clause.end)
    held = Span(colon + 1, clause.end) if colon >= 0 else tidy(text, clause)
    if links := chain(text, held):
        return links
    row = pieces(text, held, 1)
    return members(text, row, numeral, words, before=True).spans if len(row) > 1 else row


def _distinct(text: str, found: Sequence[Span], count: int) -> bool:
    return len({text[s.start : s.end] for s in found}) == count and all(len(s) <= LONGEST for s in found)


def _words(text: str, sentence: Span, numeral: Numeral) -> Group | None:
    """上门问诊，…；坐下会诊，…；还要复诊 for “三诊”: as many words of two characters that end clauses with it."""
    key, count = numeral.key, numeral.number or 0
    if len(key) != 1 or numeral.counted or count < MANY:
        return None
    said = re.compile(f"[一-龥]{key}(?=[，；。、]|$)")
    found = {text[m.start() : m.end()]: Span(*m.span()) for m in said.finditer(text, sentence.start, sentence.end)}
    return _exact(text, sorted(found.values()), numeral)


def read_quoted_before(text: str, sentence: Span, numeral: Numeral) -> Reading | None:
    """给孩子的是“故事课”，给家长的是“夜话课”，…“四课联讲”: in the sentence as many quotations that end with the word.

    >>> line = "给孩子的是“故事课”，给老人的是“健康课”，给家长的是“夜话课”，"
    >>> read = read_quoted_before(line, Span(0, len(line)), Numeral(3, "课联讲", "三课联讲", ("课联讲", "课联", "课")))
    >>> [item.text for item in read.groups[0].items]
    ['故事课', '健康课', '夜话课']
    """
    if numeral.counted or (numeral.number or 0) < MANY:
        return None
    said = [Span(*m.span("said")) for m in QUOTED.finditer(text, sentence.start, sentence.end)]
    for mark in numeral.marks:
        for test in (str.endswith, str.startswith):
            found = [s for s in said if test(text[s.start : s.end], mark)]
            group = _exact(text, found, numeral) if _distinct(text, found, numeral.number or 0) else None
            if group and all(len(mark) < len(s) for s in found):
                return Reading((group,), EXACT)
    return None
