"""The name of a mechanism in, the lists that stand where a pattern says that one may stand, read, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.match.parts.announced import Announced
from kg.match.parts.judging import SLOTS, Held, Reading
from kg.match.parts.loose_lists import loose
from kg.match.parts.part_rules import PartPattern, PartRules
from kg.match.parts.several import read_list
from kg.match.parts.vicinity import Vicinity
from kg.match.rulebook.kinds import WAYS
from kg.match.shorthand.enumeration import list_start, pieces
from kg.match.shorthand.shorthand import NUMBER, Numeral
from kg.model import Span

# How far behind its name, in sentences of the same paragraph, a list may go on; how long one before it may be.
SENTENCES_ON, ORDINALS_ON, LIST_LENGTH = 2, 12, 240
# The name is itself a member of what stands before it; 参与, 普及 and 总和 only end like it.
LISTED_WITH = re.compile(r"(?:[、或]|(?<![参给赋])与|(?<![普涉推波])及|(?<![总共温饱缓调])和)\Z")
OTHER_NAME = re.compile("的“[^“”\n]{2,8}”[一-龥]{0,6}?(?:和|以及|与)(?=[^、“”]{2,12}、)")
QUOTATION = re.compile("“[^“”]*”")
SEPARATED = re.compile(r"[、，；？—－–→+和及与-]|”“|’‘")
# 以甲、乙为引领 describes and names nothing; 满意率99% is a result and no part.
DESCRIBED = re.compile("以[^，。；]*[、和][^，。；、]*为[一-龥]{2,4}的?\\Z")
EACH_IS = re.compile("[^以]为[一-龥]{2,4}的?\\Z")
COUNTED_APART = re.compile(rf"等{NUMBER}[^、，；]{{1,6}}\Z")
STANDING_BEFORE = ("bare", "told", "dealt", "united")
OWN_VERB, ONE_WORD = 2, 2
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
        span = self._stretch(pattern, match, bounds, each.numerals)
        if span.start >= span.end or not self._may_hold(span, each.numerals, pattern.slot):
            return
        # 等 between a list and what it belongs to: “甲、乙”等七大工程.
        behind = match.end(pattern.slot)
        open_ = (pattern.before or "phrase" in match.re.groupindex) and "等" in self.text[behind : behind + 3]
        held = SLOTS[pattern.slot]
        reading = read_list(self.text, span, each.numerals, self.rules.words, held, open_=open_)
        described = self.text.startswith("的", match.end())
        words = self.rules.words
        if reading is not None and not loose(
            self.text, pattern.slot, reading, each.numerals, words, described=described
        ):
            yield Candidate(each, reading, span, pattern.rule, held)

    def _all_keyed(self, start: int, end: int, numerals: Sequence[Numeral]) -> int:
        """勤走访，…。勤记录，…。: the end of as many sentences as the number states, if each begins with its word."""
        count = numerals[0].number or 0
        reach = self.near.reach(start, count - 1) if len(numerals) == 1 and count > 1 else None
        if reach is None:
            return end
        said = pieces(self.text, Span(start, reach.end), 4)
        keyed = any(all(self.text.startswith(mark, s.start) for s in said) for mark in numerals[0].marks)
        return reach.end if len(said) == count and keyed else end

    def _stretch(
        self, pattern: PartPattern, match: re.Match[str], bounds: Span, numerals: Sequence[Numeral]
    ) -> Span:  # fmt: skip
        """The stretch that a slot stands for: its own, or as far as the clause or the sentence goes."""
        start, end = match.span(pattern.slot)
        if pattern.slot in STANDING_BEFORE:
            start = list_start(self.text, max(bounds.start, end - LIST_LENGTH), end)
            # …的“三包”责任制和日排查、周调度的“两项制度”: behind another name and 和 the list of this one begins.
            start = max((m.end() for m in OTHER_NAME.finditer(self.text, start, end)), default=start)
        elif pattern.slot == "ordinals":
            end = bounds.end
        elif pattern.slot in ("run", "spelled", "keyed"):
            start, end = end, min(self.near.run_end(end, bounds.end), bounds.end)
            if pattern.slot == "keyed" and self.text[start - 1] == "。":
                end = self._all_keyed(start, end, numerals)
        elif pattern.slot in ("means", "aimed") and QUOTATION.fullmatch(self.text, start, end):
            start, end = start + 1, end - 1
        return Span(start, end)

    def _one_of_them(self, span: Span) -> bool:
        """防火灾、防盗伐、防“四乱”: whether the name, behind the verb that all members have, is one of them."""
        flat = pieces(self.text, span, 1)
        said = self.text[flat[-1].start : flat[-1].end] if len(flat) > 1 else ""
        return 0 < len(said) <= OWN_VERB and all(self.text.startswith(said, s.start) for s in flat[1:-1] or flat[:1])

    def _may_hold(self, span: Span, numerals: Sequence[Numeral], slot: str) -> bool:
        """Whether a stretch is worth reading: it parts something, and where only words tell, it holds them."""
        if slot in ("keyed", "asked"):
            often = 1 if len(numerals) > 1 else 2
            return all(
                any(self.text.count(m, span.start, span.end) >= often for m in n.marks or (n.noun or n.text,))
                for n in numerals
            )
        if slot in STANDING_BEFORE and (
            LISTED_WITH.search(self.text, max(span.start, span.end - 2), span.end) or self._one_of_them(span)
        ):
            return False
        # 甲、乙、丙等5大类22项“小微权力”: what they are is counted before the name.
        if slot == "bare" and COUNTED_APART.search(self.text, span.start, span.end):
            return False
        # 以甲、乙、丙为支撑的: another pattern says where that list ends.
        if slot == "bare" and DESCRIBED.search(self.text, span.start, span.end):
            # 以甲为中心、以乙为依托、丙为触角的“三位一体”: each of them says what it is to all.
            flat = pieces(self.text, span, 1)
            return len(flat) > 2 and all(EACH_IS.search(self.text, s.start, s.end) for s in flat)
        # 社区“双报到”: two characters are a word, unless it is levels that are counted.
        if slot == "levels" and len(span) == ONE_WORD and not numerals[0].key.startswith("级"):
            return False
        # （一事一领导一专班一抓到底）: of “四个一” each 一 parts.
        alone = slot in ("levels", "ordinals") or any(n.number == 1 or n.marks == ("一",) for n in numerals)
        return alone or SEPARATED.search(self.text, span.start, span.end) is not None
