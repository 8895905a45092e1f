"""Text and known names in, the places in it that only their last word gives away out: 库代力克村, 红山街道."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.match.place_grammar import Found, PlaceGrammar, is_letter
from kg.match.words import Words

# The look-arounds only save time: what they shut out would fail the look at its words as well.
SUFFIX = re.compile(
    r"(?P<Village>(?<![农乡该每两个整各驻逐])(?<!城中)(?:村民小组|自然村|行政村|村(?![民级落庄镇寨规史貌容口医道])(?!小区))|嘎查|屯(?![里子]))"
    r"|(?P<Community>社区(?!化))"
    r"|(?P<Township>街道(?!口)|(?<![乡小重全各该])镇(?![静痛定压守])|(?<![城下家故老返回水侨之全各该县两])乡(?![村镇亲愁土情贤音风])|苏木)"
    r"|(?P<Prefecture>自治州|(?<![城全该本各我地县省都夜超股上集闹])市(?![场民值容面况井委级区]))"
    r"|(?P<District>(?<![地园社片小灾牧辖厂校街各全该本我市县选战特])区(?![域间划块别级分位]))"
    r"|(?P<County>自治[县旗]|(?<![全该本各我每州市区强大小个])县(?![域级乡城直区处]))"
    r"|(?P<Region>(?:国家级)?(?:经济技术|高新技术产业|高新技术|经济|产业)开发区|开发区|高新区|经开区|综合保税区|保税区|自贸试验区|自贸区|新区(?![域块]))"
)
AUTONOMOUS = re.compile(r"([一-龥]{2,6}?)(?:[一-龥]{1,4}族){1,4}自治[县州旗]$")
NUMBERED = re.compile(r"(?<![0-9.])(?:第?[0-9]{1,3}|第[一二三四五六七八九十百]{1,4})社区")
# Before a suffix and as words of their own they say what is done to a village or how many are meant: 回村, 邻村.
GOVERNING = frozenset("回返来出离进入到跨改访涉撤一")
# 产业强镇, 人口大县: how it fares, no name.
RANKING = frozenset("强大小名重古穷富老新")
# 学习型社区, 国际化社区
KINDS = tuple("型化式级制性类度")
# After a number they count; 潘家湾 and 后日村 have them as any other character.
COUNTING = frozenset("人家户条名位批项种个口年月日时岁级届次")
NUMBERS = ("m", "mq")
# Behind these a place is named, whatever its name: 走进和平社区.
LOCATIVE = re.compile(r"(?:在|来到|走进|走入|位于|地处|前往|家住|搬进|走访)$")
WIDESPREAD = 250
# What follows where 社区 is no name but what is built up or served: 点亮社区治理.
SERVED = re.compile(r"建设|治理|发展|服务|党建|共建|养老|矫正|教育")
# A 路社区 behind 南京 is 南京路社区.
STREET = re.compile(r"[东西南北中一二三]?(?:路|街|大道|巷|桥|门|里)\\Z")
# A word that itself ends as a place does is another place, or none: 文明村 before 观南村.
ENDS = re.compile(r"[村镇乡]$|社区$|街道$")
RARE = 500
PLACE_TAGS = ("ns", "nr", "nrt", "nz", "nrfg", "x")
LOOSE_TAGS = ("v", "d", "p", "c", "r", "u", "q", "i", "l", "vd", "ad")
LONGEST = 8
REACH = 12
CITIES = ("Province", "Prefecture")
LARGE = ("County", "Prefecture")
OFTEN = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that ends in a suffix, and how sure its left edge is."""

    found: Found
    core: str
    left: int  # where the name began at the earliest
    chained: bool  # directly behind another place
    firm: bool  # nothing but the name between the mark before it and its end
    doubtful: bool


class Settlements:
    """The names by suffix of one text."""

    def __init__(self, text: str, known: Sequence[Found], shorts: Sequence[Found], grammar: PlaceGrammar, words: Words, favoured: str = "") -> None:
        self.text, self.grammar, self.words, self.favoured = text, grammar, words, favoured
        self.known = sorted(known)
        self.starts = [found.start for found in self.known]
        self.short_ends = {found.end: found for found in shorts}
        self.candidates = self._candidates()

    def found(self) -> list[Found]:
        """The candidates that the whole text bears out, and the districts that it names once behind their city."""
        names = Counter(self._name(c) for c in self.candidates)
        firm = {self._name(c) for c in self.candidates if (c.firm or c.chained) and not c.doubtful}
        sure = {self._name(c) for c in self.candidates if c.chained} | {
            name for name, count in Counter(self._name(c) for c in self.candidates if c.firm).items() if count >= OFTEN
        }
        kept = []
        for candidate in self.candidates:
            name = self._name(candidate)
            if not candidate.firm and not candidate.chained:
                candidate = self._as_elsewhere(candidate, name, firm, names)
                name = self._name(candidate)
            if candidate.doubtful and name not in sure:
                continue
            if candidate.found.type in LARGE and name not in sure and names[name] < OFTEN and name not in self.favoured:
                continue
            kept.append(candidate.found)
        return kept + self._districts(kept)

    def _districts(self, kept: Sequence[Found]) -> list[Found]:
        names = {self.text[f.start : f.end] for f in kept if f.type == "County"}
        taken = {f.start for f in kept}
        found = []
        for name in sorted(name for name in names if name[-1] == "区"):
            start = self.text.find(name)
            while start != -1:
                if start not in taken:
                    found.append(Found(start, start + len(name), "County", "suffix"))
                start = self.text.find(name, start + 1)
        return found

    def name_before(self, end: int, least: int = 0) -> int | None:
        """Where a name begins that ends here without any suffix."""
        left = end
        while left > max(least, end - REACH) and is_letter(self.text[left - 1]):
            left -= 1
        begin = self._begin(left, end, end)[0] if left < end else None
        never = self.grammar.never
        return None if begin is None or any(self.text[at:end] in never for at in range(begin, end)) else begin

    def _name(self, candidate: Candidate) -> str:
        return self.text[candidate.found.start : candidate.found.end]

    def _as_elsewhere(self, candidate: Candidate, name: str, firm: set[str], names: Counter[str]) -> Candidate:
        """The candidate with the left edge that the same name has where it stands alone."""
        if name in firm:
            return candidate
        end = candidate.found.end
        for start in range(candidate.left, candidate.found.end - 2):
            if self.text[start:end] in firm:
                return replace(candidate, found=replace(candidate.found, start=start))
        return candidate

    def _candidates(self) -> list[Candidate]:
        text = self.text
        found: list[Candidate] = []
        for match in NUMBERED.finditer(text):
            place = Found(match.start(), match.end(), "Community", "suffix")
            found.append(Candidate(place, match[0][:-2], match.start(), False, True, False))
        numbered = {c.found.end for c in found}
        ends: dict[int, Found] = {found.end: found for found in (*self.known, *self.short_ends.values()) if found.rule != "region"}
        for match in SUFFIX.finditer(text):
            start, end = match.span()
            i = bisect_right(self.starts, start) - 1
            if end in numbered or end in self.short_ends or (i >= 0 and self.known[i].end > start):
                continue
            kind = match.lastgroup or "Place"
            if kind == "District":
                # Any word may stand before 区, so only a city in front makes a name of it.
                if not any(near in ends and ends[near].type in CITIES for near in range(start - 4, start - 1)):
                    continue
                kind = "County"
            if self._quoted(end):
                continue
            left, before = self._left(start, self.known[i] if i >= 0 else None, ends)
            candidate = self._candidate(left, start, end, kind, before, ends)
            if candidate is not None:
                ends[end] = candidate.found
                found.append(candidate)
        return found

    def _quoted(self, end: int) -> bool:
        """Whether a quotation ends here: “七彩社区” is a programme."""
        return self.text[end : end + 1] == "”"

    def _left(self, start: int, known: Found | None, ends: dict[int, Found]) -> tuple[int, Found | None]:
        """Where the name begins at the earliest, and the place that ends there."""
        text, at = self.text, start
        least = max(0, start - REACH, known.end if known else 0)
        while at > least and is_letter(text[at - 1]):
            at -= 1
            before = ends.get(at)
            # 南京 begins the name 南京路社区, and 江西 the name 江西村.
            if before is not None and (before.rule != "short" or (start - at > 1 and not STREET.match(text[at:start]))):
                return at, before
        return at, ends.get(at)

    def _borne_out(self, begin: int, core: str, ends: dict[int, Found]) -> bool:
        """Whether what stands before a doubtful name says that it is one."""
        text = self.text
        if text[begin - 1 : begin] in ("、", "和", "与", "及") and begin - 1 in ends:
            return True
        return self.grammar.settlement.get(core, 0) >= WIDESPREAD and LOCATIVE.search(text, max(0, begin - 2), begin) is not None

    def _candidate(
        self, left: int, start: int, end: int, kind: str, before: Found | None, ends: dict[int, Found]
    ) -> Candidate | None:
        text = self.text
        if start == left:
            # 赣州市经济开发区: the zone bears the name of its place.
            zone = before is not None and kind == "Region" and before.type in ("Province", *LARGE)
            return Candidate(Found(before.start, end, kind, "suffix"), "", left, True, True, False) if zone and before else None
        edge = before is not None or left == 0 or not is_letter(text[left - 1])
        begin, doubtful = self._begin(left, start, end, kind, before is not None)
        if kind == "Township":
            begin = self._in_table(left, begin, start, end, edge)
        if begin is None:
            return None
        core = text[begin:start]
        town = kind == "Township" and self.grammar.gazetteer.is_town(text[begin:end])
        if kind in LARGE and (match := AUTONOMOUS.match(text[begin:end])):
            core = match[1]
        if not town and not self._fits(core, kind, before is not None and begin == left):
            return None
        if kind == "Community" and before is None and SERVED.match(text, end) and not self._of_place_words(core):
            return None
        at_edge = begin == left and edge
        if begin == left and not edge:
            return None
        chained = at_edge and before is not None
        if begin != left or before is None:
            doubtful = (doubtful or core in self.grammar.doubtful) and not self._borne_out(begin, core, ends)
        else:
            doubtful = False
        return Candidate(Found(begin, end, kind, "suffix"), core, left, chained, at_edge, doubtful)

    def _in_table(self, left: int, begin: int | None, start: int, end: int, edge: bool) -> int | None:
        """The left edge that makes a township of the table, if one near the edge found does."""
        text, table = self.text, self.grammar.gazetteer
        if begin is not None and table.is_town(text[begin:end]):
            return begin
        # 店村镇 behind 云岭县 is a town, 高于城镇居民 speaks of none.
        if begin == left and edge:
            return begin
        near = [begin + 1, begin - 1, begin + 2, begin - 2] if begin is not None else [left] * edge
        return next((at for at in near if left <= at < start - 1 and table.is_town(text[at:end])), begin)

    def _fits(self, core: str, kind: str, chained: bool) -> bool:
        """Whether the core is one that a place of that kind may have."""
        never = self.grammar.never
        if core.endswith(KINDS) or any(core[at:] in never for at in range(len(core))):
            return False
        if len(core) == 1:
            return chained and (core in self.grammar.surnames or core in "东西南北前后上下")
        return len(core) <= LONGEST

    def _of_place_words(self, core: str) -> bool:
        return core in self.grammar.settlement or self.words.tag(core) in ("ns", "nz")

    def _begin(self, left: int, start: int, end: int, kind: str = "", chained: bool = False) -> tuple[int | None, bool]:
        """Where the name begins, by the words before its suffix; and whether they may only say of what kind it is."""
        at, tokens = left, []
        for word, tag in self.words.cut(self.text[left:end]):
            tokens.append((at, word, tag))
            at += len(word)
        while tokens and tokens[-1][0] >= start:
            tokens.pop()
        if not tokens:
            return None, False
        begin: int | None = None
        doubtful = False
        at, word, tag = tokens[-1]
        if at + len(word) > start:
            # The suffix is the end of a word: 新村, 农村, 开发区.
            settled = word in self.grammar.settlement or self.text[at:start] in self.grammar.settlement
            if kind == "Township" or self.text[at:start] in GOVERNING or not (settled or self._names(self.text[at:end], tag)):
                return None, False
            tokens.pop()
            begin = at
        while tokens:
            at, word, tag = tokens.pop()
            counted = bool(tokens) and (tokens[-1][2] in NUMBERS or tokens[-1][1][-1] in "0123456789几多余数两")
            street = begin is not None and self.text[begin:start] in ("路", "街", "巷") and tag[0] in "na" and len(word) == 2
            if start - at > LONGEST or (word in COUNTING and counted) or not (street or self._part(at, word, tag, begin is None)):
                break
            if begin is None:
                ranking = kind in ("Township", "County") and word in RANKING
                if ranking or (word in GOVERNING and not (chained and at > left)):
                    return None, False
                doubtful = len(word) > 1 and self._doubtful(word, tag)
            begin = at
        return begin, doubtful

    def _doubtful(self, word: str, tag: str) -> bool:
        """Whether the word before a suffix may as well say what is done there or what kind of place it is."""
        count = self.grammar.settlement.get(word, 0)
        if word in self.grammar.boundaries or not (count or tag in PLACE_TAGS):
            return True
        return tag in LOOSE_TAGS and self.words.frequency(word) > 3 * count

    def _names(self, word: str, tag: str) -> bool:
        return tag in PLACE_TAGS or self.grammar.gazetteer.is_town(word)

    def _part(self, at: int, word: str, tag: str, adjacent: bool) -> bool:
        """Whether a word can be part of the name: `adjacent` to its suffix, or further left."""
        if len(word) == 1:
            surname = word in self.grammar.surnames and self.text[at + 1] in "家庄湾寨营屯集店沟坪坝"
            return (word not in self.grammar.starts or surname) and is_letter(word)
        if word in self.grammar.never or not is_letter(word[0]) or ENDS.search(word):
            return False
        count = self.grammar.settlement.get(word, 0)
        if word in self.grammar.boundaries or tag in LOOSE_TAGS:
            return count >= 20 and (adjacent or self.words.frequency(word) < 3 * count)
        rare = tag == "n" and len(word) == 2 and self.words.frequency(word) < RARE
        return tag in PLACE_TAGS or rare or count >= 10
