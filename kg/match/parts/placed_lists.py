"""The name of a mechanism in, the lists that stand where a pattern says that one may stand, read, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.match.parts.announced import Announced
from kg.match.parts.judging import SLOTS, Held, Reading, aligned
from kg.match.parts.part_rules import PartPattern, PartRules
from kg.match.parts.several import read_list
from kg.match.parts.vicinity import Vicinity
from kg.match.rulebook.kinds import WAYS
from kg.match.shorthand.enumeration import list_start
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Span

# How far behind its name, in sentences of the same paragraph, a list may go on; how long one before it may be.
SENTENCES_ON, ORDINALS_ON = 2, 12
LIST_LENGTH, LEAD_LENGTH, FEWEST = 240, 12, 3
# 整合甲、乙、丙等力量，构建“三方联动”机制: what is one, or who takes part, is listed a clause before.
OF_SEVERAL = ("位一体", "方", "员", "维", "力")
# The name is itself a member of what stands before it; 参与, 普及 and 总和 only end like it.
LISTED_WITH = re.compile(r"(?:[、或]|(?<![参给赋])与|(?<![普涉推波])及|(?<![总共温饱缓调])和)\Z")
QUOTATION = re.compile("“[^“”]*”")
SEPARATED = re.compile(r"[、，；？—－–→+和及与-]|”“|’‘")
# 以甲、乙为引领 describes and names nothing; 满意率99% is a result and no part.
DESCRIBED = re.compile("以[^，。；]*[、和][^，。；、]*为[一-龥]{2}的?\\Z")
DONE_TO_ALL = ("统一", "一体", "同步", "合一", "融合", "共享", "公开", "贯通", "到位", "清零", "达标", "同")
DEALT_WITH = "对把将就使让"
UNITING = re.compile("(?:整合|融合|汇聚|统筹|联合|凝聚|吸纳|聚合|串联|链接|贯通|集结|集|[，。；\n])[“‘]?\\Z")
STANDING_BEFORE = ("bare", "told", "dealt", "united")
# Four of a kind, or three steps.
SURE, STEPS = 4, ("步", "招", "法", "环")
OF_WAYS = frozenset(("parts/ways", "parts/levels"))


class Candidate(NamedTuple):
    """A list that may be the one that a name announces."""

    announced: Announced
    reading: Reading
    span: Span
    rule: str
    held: Held

    @property
    def name(self) -> str:
        """The name whose parts these may be."""
        return self.announced.mention.name


class PlacedLists:
    """The text with its sentences and the patterns, asked about one name after the other."""

    def __init__(self, text: str, near: Vicinity, rules: PartRules) -> None:
        self.text, self.near, self.rules = text, near, rules

    def before(self, each: Announced, sentence: Span, patterns: Sequence[PartPattern]) -> Iterator[Candidate]:
        """The lists that end where the name begins, or a few words before it."""
        for pattern in patterns:
            # A hall of two levels, a shed so wide and so long: a house is made of nothing that stands before it so.
            if pattern.rule in OF_WAYS and each.mention.type not in WAYS:
                continue
            for start in each.starts:
                if pattern.closing and self.text[start - 1 : start] not in pattern.closing:
                    continue
                # 甲、乙、丙。这就是“三步”: a word may point back over the end of a sentence.
                reach = self.near.back(sentence) if pattern.slot == "told" else sentence
                if match := pattern.regex.search(self.text, max(reach.start, start - LIST_LENGTH), start):
                    yield from self.read(each, pattern, match, reach)
                    break

    def after(self, each: Announced) -> Iterator[Candidate]:
        """The lists that begin behind the name, in its sentence or the next ones."""
        at = each.mention.span.start
        paragraph = self.near.reach(at, SENTENCES_ON)
        if paragraph is None:
            return
        for pattern, match in self.matches_behind(self.rules.after, each, paragraph.end):
            wide = self.near.reach(at, ORDINALS_ON) if pattern.slot == "ordinals" else None
            yield from self.read(each, pattern, match, wide or paragraph)

    def matches_behind(
        self, patterns: Sequence[PartPattern], each: Announced, limit: int
    ) -> Iterator[tuple[PartPattern, re.Match[str]]]:
        """The patterns that match behind the name, each once."""
        for pattern in patterns:
            for end in each.ends:
                if match := pattern.regex.match(self.text, end, limit):
                    yield pattern, match
                    break

    def read(self, each: Announced, pattern: PartPattern, match: re.Match[str], bounds: Span) -> Iterator[Candidate]:
        """The list in the slot of a pattern, where it may be that of the name."""
        span = self._stretch(pattern, match, bounds)
        if span.start >= span.end or not self._may_hold(span, each.numerals, pattern.slot):
            return
        # 等 between a list and what it belongs to: “甲、乙”等七大工程.
        behind = match.end(pattern.slot)
        open_ = (pattern.before or "phrase" in match.re.groupindex) and "等" in self.text[behind : behind + 3]
        held = SLOTS[pattern.slot]
        reading = read_list(self.text, span, each.numerals, self.rules.words, held, open_=open_)
        if reading is not None and not self._loose(pattern.slot, reading, each.numerals):
            yield Candidate(each, reading, span, pattern.rule, held)

    def _loose(self, slot: str, reading: Reading, numerals: Sequence[Numeral]) -> bool:
        """Whether only the place of a list speaks for it, and it stands apart from the name."""
        if slot == "asked":
            return not aligned(self.text, reading, numerals)
        if slot == "united":
            told = len(numerals) == 1 and numerals[0].key.startswith(OF_SEVERAL)
            return not told or not all(self._united(g) for g in reading.groups)
        if slot == "means":
            # 推行“三联”机制，通过开会、走访、发单等方式宣传: three of anything are soon found.
            pairs = zip(reading.groups, numerals, strict=False)
            return not all(len(g.items) == g.stated and (_many(g, n) or _all_bear(g, n)) for g, n in pairs)
        if slot == "flank":
            return len(numerals) != 1 or not all(
                len(g.items) == g.stated and _all_bear(g, numerals[0]) for g in reading.groups
            )
        if slot == "beside":
            # 推行“四民”工作法，让居民“说事、议事、办事、评事”: nothing but the number tells that it is the list.
            return not all(len(g.items) == g.stated and len(g.items) >= FEWEST for g in reading.groups)
        if slot != "dealt":
            return False
        # 对人员、财务、药品实行“三统一”: the name says what is done to them all.
        same = len(numerals) == 1 and numerals[0].key.endswith(DONE_TO_ALL)
        return not same or not all(
            len(g.items) == g.stated and self.text[g.items[0].span.start - 1] in DEALT_WITH for g in reading.groups
        )

    def _united(self, group: Group) -> bool:
        """Whether as many members as stated open their clause, or follow a verb that brings them together."""
        if len(group.items) != group.stated or group.stated < FEWEST:
            return False
        first = group.items[0].span.start
        return group.open or UNITING.search(self.text, max(0, first - LEAD_LENGTH), first) is not None

    def _stretch(self, pattern: PartPattern, match: re.Match[str], bounds: Span) -> Span:
        """The stretch that a slot stands for: its own, or as far as the clause or the sentence goes."""
        start, end = match.span(pattern.slot)
        if pattern.slot in STANDING_BEFORE:
            start = list_start(self.text, max(bounds.start, end - LIST_LENGTH), end)
        elif pattern.slot == "ordinals":
            end = bounds.end
        elif pattern.slot in ("run", "keyed"):
            start, end = end, min(self.near.run_end(end, bounds.end), bounds.end)
        elif pattern.slot == "means" and QUOTATION.fullmatch(self.text, start, end):
            start, end = start + 1, end - 1
        return Span(start, end)

    def _may_hold(self, span: Span, numerals: Sequence[Numeral], slot: str) -> bool:
        """Whether a stretch is worth reading: it parts something, and where only words tell, it holds them."""
        if slot in ("keyed", "asked"):
            often = 1 if len(numerals) > 1 else 2
            return all(
                any(self.text.count(m, span.start, span.end) >= often for m in n.marks or (n.noun or n.text,))
                for n in numerals
            )
        if slot in STANDING_BEFORE and LISTED_WITH.search(self.text, max(span.start, span.end - 2), span.end):
            return False
        # 以甲、乙、丙为支撑的: another pattern says where that list ends.
        if slot == "bare" and DESCRIBED.search(self.text, span.start, span.end):
            return False
        alone = slot in ("levels", "ordinals") or any(n.number == 1 for n in numerals)
        return alone or SEPARATED.search(self.text, span.start, span.end) is not None


def _many(group: Group, numeral: Numeral) -> bool:
    """Whether so many members, or as many steps as the name counts, are no chance."""
    return len(group.items) >= SURE or numeral.key.startswith(STEPS)


def _all_bear(group: Group, numeral: Numeral) -> bool:
    """Whether every member bears one word of the name."""
    return not numeral.counted and any(all(mark in i.text for i in group.items) for mark in numeral.marks)
