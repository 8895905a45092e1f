"""A name and the sentences behind it in, the parts that these tell one by one or sum up in so many words out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import BEARS, EXACT, Held, Reading
from kg.match.parts.leads import FEWEST_HEADINGS, spanned
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import members
from kg.match.parts.readings import read_one
from kg.match.shorthand.decomposed import number_of
from kg.match.shorthand.enumeration import list_start, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

# 开头叫“问”, 问完之后要“记”: what a step is called stands in quotation marks behind such a word.
STEP = re.compile("(?:[叫是为即要得靠先再]|——|：)[‘“](?P<said>[^“”‘’，。、\n]{1,4})[’”]")
STEPS = ("步", "环")
REACH = 900
# “快”字当头，…；“准”字发力: of so many 字 each is one.
CHARACTER, OF_CHARACTERS, CHARACTERS_WITHIN = re.compile("[‘“](?P<said>[一-龥])[’”]"), "字", 400
COLON = re.compile("：(?P<said>[^：，。；！？\n]+)(?=[。；，\n]|$)")
GONE_THROUGH = re.compile(
    "(?P<said>[^，。；：！？\n]+、[^，。；：！？\n]+)，(?:这?一整?套(?:流程|程序|办法|环节)?|[二三四五六七八九]步)(?:走|跑|办|做)(?:下来|完)"
)
GOING_THROUGH = re.compile("走完|走过|经过|经历|完成|按照|分为|包括|设置|设有|履行|执行|遵循|实行|落实|打通|明确")
SUMMED = re.compile(
    "(?P<number>[二两三四五六七八九十])(?:道|个|步|环|项|大)(?:手续|程序|步骤|环节|流程|关口|阶段|工序|节点|动作)?(?=[，。；、]|$)"
)
# 诀窍就三条：甲，乙，丙
GIST = re.compile(
    "(?:[诀窍秘要]诀|诀窍|核心|精髓|关键|要义|归纳|概括|总结|提炼|说来说去|说到底|说白了|简单说|简言之|无非|其实)[^。！？\n]{0,16}?"
    "(?P<number>[二两三四五六七八九])(?:句话?|条|点|招|步|样|个字|件事)：(?P<said>[^。！？\n]+)"
)
LONGEST, FEWEST = 20, 4


def read_quoted_steps(text: str, span: Span, numeral: Numeral) -> Reading | None:
    """开头叫“问”。随后是“记”。末了要“还”: exactly as many quoted words of one length as the name counts steps.

    >>> line = "第一步是“听”，听双方说；第二步是“查”，查明原委；末了要“访”。"
    >>> reading = read_quoted_steps(line, Span(0, len(line)), Numeral(3, "步", "三步", ("步",)))
    >>> [item.text for item in reading.groups[0].items]
    ['听', '查', '访']
    """
    if not numeral.key.startswith(STEPS) or (numeral.number or 0) < FEWEST_HEADINGS:
        return None
    found: dict[str, Span] = {}
    for match in STEP.finditer(text, span.start, min(span.end, span.start + REACH)):
        found.setdefault(match["said"], Span(*match.span("said")))
    if len(found) != numeral.number or len({len(s) for s in found}) > 1:
        return None
    return Reading((spanned(text, list(found.values()), numeral),), EXACT + BEARS)


def read_characters(text: str, span: Span, numeral: Numeral) -> Reading | None:
    """“快”字当头，…；“准”字发力，…；“稳”字托底: exactly as many characters in quotation marks as the name counts 字.

    >>> line = "：“快”字当头，当天办；“准”字发力，不走样；“稳”字托底，不反弹。"
    >>> reading = read_characters(line, Span(0, len(line)), Numeral(3, "字诀", "三字诀", ("字诀", "字")))
    >>> [item.text for item in reading.groups[0].items]
    ['快', '准', '稳']
    """
    if not numeral.key.startswith(OF_CHARACTERS):
        return None
    found: dict[str, Span] = {}
    for match in CHARACTER.finditer(text, span.start, span.end):
        found.setdefault(match["said"], Span(*match.span("said")))
    if len(found) != numeral.number or len(found) < FEWEST_HEADINGS:
        return None
    return Reading((spanned(text, sorted(found.values()), numeral),), EXACT + BEARS)


def read_summed(text: str, sentences: Sequence[Span], numeral: Numeral, words: ListWords) -> Reading | None:
    """…要走完收集、建账、交办、晾晒、回访五道手续 for “五步”: a list summed up in as many steps.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> line = "诉求要依次走完收集、建账、交办、回访四道手续，少一道不行。"
    >>> said = read_summed(line, [Span(0, len(line))], Numeral(4, "步", "四步", ("步",)), words)
    >>> [item.text for item in said.groups[0].items]
    ['收集', '建账', '交办', '回访']
    """
    if not numeral.key.startswith(STEPS) or (numeral.number or 0) < FEWEST_HEADINGS:
        return None
    for sentence in sentences:
        # 流程图写得明明白白：听、看、问、劝、访: so many of one length behind a colon.
        for colon in COLON.finditer(text, sentence.start, sentence.end):
            found = [tidy(text, s) for s in pieces(text, Span(*colon.span("said")), 1)]
            if len(found) == numeral.number and len(found) >= FEWEST and len({len(s) for s in found}) == 1:
                return Reading((spanned(text, found, numeral),), EXACT)
        # 支部先行组建、自管会民主推选、公约共同商定，一套流程走下来
        if gone := GONE_THROUGH.search(text, sentence.start, sentence.end):
            found = [tidy(text, s) for s in pieces(text, Span(*gone.span("said")), 1)]
            if len(found) == numeral.number and all(len(s) <= LONGEST for s in found):
                return Reading((spanned(text, found, numeral),), EXACT)
        for summed in SUMMED.finditer(text, sentence.start, sentence.end):
            if number_of(summed["number"]) != numeral.number:
                continue
            start = list_start(text, sentence.start, summed.start())
            led = [m.end() for m in GOING_THROUGH.finditer(text, start, summed.start())]
            clause = Span(led[-1] if led else start, summed.start())
            found = list(members(text, pieces(text, clause, 1), numeral, words, before=True).spans)
            if len(found) == numeral.number and all(len(s) <= LONGEST for s in found):
                return Reading((spanned(text, found, numeral),), EXACT)
    return None


def read_words(text: str, sentences: Sequence[Span], numeral: Numeral) -> Reading | None:
    """帮耕最要紧，…；帮种、帮收，…；帮销有网店: as many words of two characters, each at the head of a clause.

    >>> line = "帮耕最要紧，农忙先排；帮种、帮收，按户轮换；还有帮销，网店代卖。"
    >>> reading = read_words(line, [Span(0, len(line))], Numeral(4, "帮", "四帮", ("帮",)))
    >>> [item.text for item in reading.groups[0].items]
    ['帮耕', '帮种', '帮收', '帮销']
    """
    key, count = numeral.key, numeral.number or 0
    if len(key) != 1 or numeral.counted or count < FEWEST:
        return None
    for sentence in sentences:
        said = re.compile(f"(?:(?<=[，；：、是有])|(?<=^)){key}(?!什)[一-龥](?P<ends>[，、；]|$)?")
        found = {text[m.start() : m.start() + 2]: m for m in said.finditer(text, sentence.start, sentence.end)}
        if text.startswith(key, sentence.start):
            head = re.compile(f"{key}[一-龥](?P<ends>[，、；]|$)?").match(text, sentence.start, sentence.end)
            found = {**({text[head.start() : head.start() + 2]: head} if head else {}), **found}
        closed = sum(m["ends"] is not None for m in found.values())
        if len(found) == count and closed * 2 >= count:
            spans = sorted(Span(m.start(), m.start() + 2) for m in found.values())
            return Reading((spanned(text, spans, numeral),), EXACT)
    return None


def read_gist(text: str, span: Span) -> Reading | None:
    """诀窍就三条：蹲在田头问，站在灶边听，走到圈里看: what a name is said to come to, in as many words as told.

    >>> line = "。说到底就三条：蹲在田头问，站在灶边听，走到圈里看。"
    >>> [item.text for item in read_gist(line, Span(0, len(line))).groups[0].items]
    ['蹲在田头问', '站在灶边听', '走到圈里看']
    """
    gist = GIST.search(text, span.start, span.end)
    if gist is None:
        return None
    for level in (3, 2, 1):
        found = [tidy(text, s) for s in pieces(text, Span(*gist.span("said")), level)]
        if len(found) == number_of(gist["number"]) and all(len(s) <= LONGEST for s in found):
            items = tuple(Item(text[s.start : s.end], s) for s in found)
            return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), EXACT)
    return None


def read_sectioned(
    text: str, sentences: Sequence[Span], numerals: Sequence[Numeral], words: ListWords
) -> Reading | None:  # fmt: skip
    """聚焦“三亮”，…。亮甲，…；亮乙，…。…围绕“三比”，…。比丙，…: behind a heading with each number its list, exact."""
    groups: list[Group] = []
    at = 0
    for numeral in numerals:
        label = f"“{numeral.text}”"
        heads = (i for i in range(at, len(sentences) - 1) if label in text[sentences[i].start : sentences[i].end])
        found = next(((i, g) for i in heads if (g := _listed(text, sentences[i + 1], numeral, words))), None)
        if found is None:
            return None
        at = found[0] + 1
        groups.append(found[1])
    return Reading(tuple(groups), EXACT + BEARS)


def _listed(text: str, sentence: Span, numeral: Numeral, words: ListWords) -> Group | None:
    """The sentence as exactly as many parts as the number states, all with its word."""
    reading = read_one(text, sentence, numeral, words, Held.RUN)
    if reading is None or not reading.holds or numeral.counted:
        return None
    (group,) = reading.groups
    borne = any(all(mark in i.text for i in group.items) for mark in numeral.marks)
    return group if borne and len(group.items) == numeral.number else None
