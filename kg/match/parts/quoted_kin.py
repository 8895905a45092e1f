"""A name with a number and the text behind it in, the quotations there that all end as its word does, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import BEARS, EXACT, LABELLED, Reading
from kg.match.parts.leads import FEWEST_HEADINGS, spanned
from kg.match.shorthand.enumeration import chain
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

REACH = 700
QUOTED = re.compile("[“‘](?P<said>[^“”‘’，、。：\n]{2,8})[”’]")
CHAINED = re.compile("“(?P<said>[^“”，。、：\n]{5,40})”")
# So much of a word, or so many that end with one character, are no chance.
A_WORD, MANY = 2, 4
SURE = EXACT + BEARS + LABELLED
NAMED_WITHIN = 8
ONE, WAY = "一", "制"
# More than the clauses that the quotations open, less than what each of them lists.
LABELS_ONLY = 1.0
# What stands in quotation marks behind a bare number: “两个统一”.
HAN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def read_quoted_kin(text: str, behind: Span, numeral: Numeral) -> Reading | None:
    """对甲类实行“红色预警”；对乙类实行“橙色预警”；…: exactly as many quotations as the number, with the word behind it.

    >>> line = "，对大案实行“红色预警”，对小案实行“黄色预警”，对苗头实行“蓝色预警”。"
    >>> reading = read_quoted_kin(line, Span(0, len(line)), Numeral(3, "色预警", "三色预警", ("色预警", "色")))
    >>> [item.text for item in reading.groups[0].items]
    ['红色预警', '黄色预警', '蓝色预警']
    """
    count, end = numeral.number or 0, numeral.key[-1:]
    near = min(behind.end, behind.start + REACH)
    if count < FEWEST_HEADINGS or not end or text.count(end, behind.start, near) < count:
        return None
    words = [numeral.key] if len(numeral.key) >= A_WORD and not numeral.counted else []
    words += [m for m in (numeral.noun, *numeral.marks) if len(m) == 1 and count >= MANY and m != ONE]
    for word in words:
        said: dict[str, Span] = {}
        for m in QUOTED.finditer(text, behind.start, near):
            if m["said"].endswith(word) and m["said"] not in (word, numeral.text):
                said.setdefault(m["said"], Span(*m.span("said")))
        found = [*said.values()]
        if len(found) == count and len({len(s) for s in found}) == 1:
            return Reading((spanned(text, found, numeral),), SURE)
    return None


def read_quoted_chain(text: str, article: Span, numeral: Numeral) -> Reading | None:
    """“网格长—楼栋长—单元长” for “三长制”: the one chain in quotation marks whose members all end as the number says.

    >>> line = "实行“三长制”。“网格长—楼栋长—单元长”架构建了起来。"
    >>> reading = read_quoted_chain(line, Span(0, len(line)), Numeral(3, "长", "三长", ("长",)))
    >>> [item.text for item in reading.groups[0].items]
    ['网格长', '楼栋长', '单元长']
    """
    count, ends = numeral.number or 0, {numeral.key.removesuffix(WAY)[-1:], *numeral.marks}
    if count < FEWEST_HEADINGS or numeral.counted:
        return None
    quoted = list(CHAINED.finditer(text, article.start, article.end))
    # “片长+巷长+院长”三长机制 is one and the same name.
    same = {m["said"] for m in quoted if text.find(numeral.text, m.end(), m.end() + NAMED_WITHIN) >= 0}
    for m in (m for m in quoted if m["said"] not in same):
        found = chain(text, Span(*m.span("said")))
        if len(found) == count and all(text[s.end - 1] in ends and len(s) > 1 for s in found):
            return Reading((spanned(text, found, numeral),), LABELS_ONLY)
    return None


def read_quoted_numbers(text: str, behind: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """“123”工作法：“一张网格”…；“两支队伍”…；“三项制度”…: of bare numbers a quotation for each, in order.

    >>> line = "：“一张网格”全覆盖；“两支队伍”常上门；“三项制度”管长远。"
    >>> numbers = [Numeral(n, "", str(n)) for n in (1, 2, 3)]
    >>> [item.text for item in read_quoted_numbers(line, Span(0, len(line)), numbers).groups[0].items]
    ['一张网格', '两支队伍', '三项制度']
    """
    if len(numerals) < FEWEST_HEADINGS or not all(n.number for n in numerals):
        return None
    near = min(behind.end, behind.start + REACH)
    quoted = [m for m in QUOTED.finditer(text, behind.start, near) if m["said"][0] in HAN]
    found = [Span(*m.span("said")) for m in quoted[: len(numerals)]]
    if [HAN[text[s.start]] for s in found] != [n.number for n in numerals]:
        return None
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), LABELS_ONLY)
