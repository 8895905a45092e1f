"""A list that only its place brings near a name in, whether nothing but that speaks for it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import Reading, aligned
from kg.match.parts.likeness import MOSTLY, all_bear, bearing, parallel
from kg.match.parts.list_words import ListWords
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group

FEWEST, LEAD_LENGTH = 3, 12
# 整合甲、乙、丙等力量，构建“三方联动”机制: what is one, or who takes part, is listed a clause before.
AS_ONE = "位一体"
OF_SEVERAL = (AS_ONE, "方", "员", "维", "力")
DEALT_WITH = "对把将就使让"
UNITING = re.compile("(?:整合|融合|汇聚|统筹|联合|凝聚|吸纳|聚合|串联|链接|贯通|集结|集|[，。；\n])[“‘]?\\Z")
# Four of a kind, or three steps.
SURE, STEPS = 4, ("步", "招", "法", "环")


def loose(
    text: str, slot: str, reading: Reading, numerals: Sequence[Numeral], words: ListWords, *, described: bool
) -> bool:
    """Whether a list in such a slot stands apart from its name; `described`: it has a noun of its own behind it."""
    if slot == "asked":
        return not aligned(text, reading, numerals)
    pairs = list(zip(reading.groups, numerals, strict=False))
    if slot == "spelled":
        return any(_told_otherwise(text, g, n) for g, n in pairs)
    if slot not in ("united", "means", "aimed", "flank", "beside", "dealt"):
        return False
    if not pairs or not all(len(g.items) == g.stated for g, _ in pairs):
        return bool(pairs)
    if slot == "means":
        # 推行“三联”机制，通过开会、走访、发单等方式宣传: three of anything are soon found.
        return not all(_all_bear(text, g, n) or (not n.counted and _many(g, n)) for g, n in pairs)
    if slot == "aimed":
        return not all(_all_bear(text, g, n) for g, n in pairs)
    if slot == "beside":
        # 推行“四民”工作法，让居民“说事、议事、办事、评事”: nothing but the number tells that it is the list; in
        # 实现“甲、乙、丙”的精准服务 its words must tell, too.
        if len(pairs) > 1:
            return not all(_all_bear(text, g, n) for g, n in pairs)
        return not all(len(g.items) >= FEWEST and (not described or _all_bear(text, g, n)) for g, n in pairs)
    if len(numerals) != 1:
        return slot != "flank" or not all(_all_bear(text, g, n) for g, n in pairs)
    (group, numeral) = pairs[0]
    if slot == "flank":
        as_one = numeral.key.startswith(AS_ONE) and len(group.items) >= FEWEST
        return not (as_one or _all_bear(text, group, numeral))
    if slot == "united":
        return not (numeral.key.startswith(OF_SEVERAL) and _united(text, group))
    # 对人员、财务、药品实行“三统一”: the name says what is done to them all.
    return not (numeral.key.endswith(words.done_to_all) and text[group.items[0].span.start - 1] in DEALT_WITH)


def _told_otherwise(text: str, group: Group, numeral: Numeral) -> bool:
    """开展“三送”活动：春节前夕，领导带队，送去米面: clauses behind a colon may tell what was done.

    All the more where they are too few: 三级巡护网络：山上设哨点，每处配两人.
    """
    spans = [item.span for item in group.items]
    if len(spans) < (group.stated or 0) and text[spans[0].end] in "，；":
        return bearing(text, spans, numeral)[0] < MOSTLY
    if len(spans) < FEWEST or text[spans[0].end] != "，" or numeral.counted or numeral.key.startswith(STEPS):
        return False
    return bearing(text, spans, numeral)[0] < MOSTLY and parallel(text, spans, frozenset()) < MOSTLY


def _united(text: str, group: Group) -> bool:
    """Whether the members open their clause, or follow a verb that brings them together."""
    first = group.items[0].span.start
    enough = len(group.items) >= FEWEST
    return enough and (group.open or UNITING.search(text, max(0, first - LEAD_LENGTH), first) is not None)


def _many(group: Group, numeral: Numeral) -> bool:
    """Whether so many members, or as many steps as the name counts, are no chance."""
    return len(group.items) >= SURE or numeral.key.startswith(STEPS)


def _all_bear(text: str, group: Group, numeral: Numeral) -> bool:
    return all_bear(text, [item.span for item in group.items], numeral)
