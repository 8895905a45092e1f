"""The last words of places in, the names that each may end out, with how sure their left edges are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.match.places.doubled_suffixes import DoubledSuffixes
from kg.match.places.full_names import CITY, EACH_OF, NO_TOWN, OF_THE_CITY
from kg.match.places.large_names import LargeNames
from kg.match.places.left_edges import Candidate, LeftEdges
from kg.match.places.name_edges import LONGEST, ORDINAL, POINTING, RARE, SELDOM, NameEdges
from kg.match.places.name_evidence import LARGE, NameEvidence
from kg.match.places.place_grammar import CITIES, Found, Hit, PlaceGrammar
from kg.match.places.short_levels import LINKS
from kg.match.places.told_names import ToldNames
from kg.match.places.zones import Zones
from kg.match.rulebook.kinds import SETTLEMENTS
from kg.match.rulebook.words import Words
from kg.model import Form

NUMBERED = re.compile(r"(?<![0-9.])(?:第?[0-9]{1,3}|第[一二三四五六七八九十百]{1,4})(?=社区|村)")
# 柳湾（14）村: the number of a village in brackets, behind its own name.
BRACKETED = re.compile(r"（(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})）\Z")
BRACKET, AND_ALSO = 5, "兼"
# 桃花村落成, 走到桃花村口: where 村落 and 村口 are no words.
AT_WORK = re.compile(r"落[成户地实]|口(?![碑粮味感述腔音才头])|定[下点期向位出了]|压[实减降缩茬]|守[住好牢护]")
JOINING = frozenset("和与及")
ZONED = re.compile(r"[一-龥]{0,10}?(?:高新区|经开区|开发区|管理区|示范区|度假区|风景区|新区|景区)")
RESIDENTIAL = re.compile(r"小区")
COUNTERS = frozenset("处座个条口眼项所家户名位")
CORE, LEVEL_MARKS = 2, frozenset("省市县区镇乡街村组户")
# 在展新镇、双龙镇各开一家: in a row of towns the first is one whatever words it holds.
ROW_OF_TOWNS = re.compile("、[一-龥]{2,4}(?:镇|乡)")
# 每个示范村: of each of them.
OF_EACH_ONE = re.compile("(?:[每各几多]个|所有|其[他余])\\Z")
LONGEST_CORE, LONGEST_OWN = 4, 3
# 青石镇红旗示范村: behind its town a village by its own name and by what it is.
OF_A_KIND = re.compile("(?P<own>[一-龥]{2})(?:示范|精品|样板|标杆|先行|试点|特色|重点|移民)")
OF_PEOPLES = frozenset(("Township", "Village"))
GOVERNS = "的在从到由对向将把给让被"
TOWN_ENDS = ("街道", "镇", "乡")
OF_VILLAGES = frozenset("队组社连屯寨庄")


class Candidates:
    """Finds the candidates of one text; what is found goes into `ends`, behind which further names may begin."""

    def __init__(
        self, text: str, grammar: PlaceGrammar, words: Words, edges: NameEdges, ends: dict[int, Found]
    ) -> None:
        self.text, self.grammar, self.edges, self.ends = text, grammar, edges, ends
        self.evidence = NameEvidence(text, grammar, words, ends)
        self.doubled = DoubledSuffixes(text, grammar)
        self.told = ToldNames(text, grammar, words, ends)
        self.large = LargeNames(text, grammar, words)
        self.lefts = LeftEdges(text, grammar, ends)
        self.zones = Zones(text, grammar, edges, self.large, ends)

    def find(self, hits: Sequence[Hit]) -> list[Candidate]:
        """The candidates of all suffixes of the text."""
        text = self.text
        found: list[Candidate] = []
        last = 0
        for start, end, word in hits:
            # Of the suffixes that end here the longest comes first: 街道社区, 开发区.
            if end == last or end in self.ends:
                continue
            last = end
            suffix = self.grammar.suffixes[word]
            # “七彩社区” is a programme.
            stands = suffix.fits(text, start, end) or AT_WORK.match(text, end) or self._of_villagers(start, end, word)
            # 安和市委: before its committee the city stands whole.
            governs = word == CITY and (text[end : end + 1] == "委" or OF_THE_CITY.match(text, end) is not None)
            stands = stands or (governs and suffix.fits(text, start, len(text)))
            stands = stands or (word in ("乡", "镇") and self._is_behind_a_county(start, end))
            if not stands or text[end : end + 1] == "”" or RESIDENTIAL.match(text, end):
                continue
            candidate = self._candidate(start, end, suffix.type)
            if candidate is not None:
                if found and found[-1].found == replace(candidate.found, end=start, type=found[-1].found.type):
                    # 杨家屯村 begins as surely as 杨家屯 does.
                    candidate = replace(found[-1], found=candidate.found)
                self.ends[end] = candidate.found
                found.append(candidate)
        return found

    def _is_behind_a_county(self, start: int, end: int) -> bool:
        """云岭县石城乡, 云岭县清水乡: whether what is else another word is a town's name behind a higher place."""
        if NO_TOWN.match(self.text, end):
            return False
        if self.text[start - 1] in "家水" and start - 2 in self.ends:
            return True
        town = self.grammar.gazetteer.is_town
        # 夷陵区分乡镇组织学习: one after the other, though 分乡镇 is a town of that district.
        cores = (start - n for n in (1, 2, 3) if self.text[start - n] not in EACH_OF)
        return any(at in self.ends and town(self.text[at:end]) for at in cores)

    def _candidate(self, start: int, end: int, kind: str) -> Candidate | None:
        """The name that ends in the suffix from `start` to `end`, by the way of its kind."""
        if kind in SETTLEMENTS and "0" <= self.text[start - 1 : start] <= "9":
            return self._numbered(start, end, kind)
        if kind in SETTLEMENTS and self.text[start - 1 : start] == "）":
            return self._bracketed(start, end, kind)
        if kind == "District":
            return self.zones.district(start, end)
        if kind == "Region" and self.zones.is_done_in(start, end):
            return Candidate(Found(start, end, "Region", "suffix", Form.SHORT), start, False, True, False)
        left, before = self.lefts.left(start)
        if start - left > 2 and self.text[left : left + 2] in self.grammar.signs.posts:
            left, before = left + 2, None  # 曾任青石镇党委书记
        if start == left:
            return self._coreless(start, end, kind, before)
        if kind in LARGE and before is not None and before.type not in CITIES:
            return None
        return self._cored(left, start, end, kind, before)

    def _coreless(self, start: int, end: int, kind: str, before: Found | None) -> Candidate | None:
        """Nothing stands between the suffix and what is before it: 云岭县经济开发区."""
        if before is not None and self.doubled.grows(before, end, kind):
            chained = before.start in self.ends
            return Candidate(replace(before, end=end, type=kind), before.start, chained, True, False)
        return self.zones.zone(start, end, before) if kind == "Region" else None

    def _cored(self, left: int, start: int, end: int, kind: str, before: Found | None) -> Candidate | None:
        """A name whose own words stand somewhere between `left` and its suffix."""
        judge = self.evidence
        edge = self.lefts.is_edge(left, before)
        begin, doubtful = self.edges.begin(left, start, end, kind, before is not None)
        if before is not None and kind == "Community" and ORDINAL.fullmatch(self.text, before.end, start):
            # 江滨新村第一社区 is one place.
            begin, (left, before) = before.start, self.lefts.left(before.start)
        # 红旗街道和青山村 are two.
        joins = begin == left + 1 and self.text[left] in JOINING
        strange = begin != left and before is not None and kind in SETTLEMENTS and not joins
        if strange and (judge.unheard(left, start) or judge.foreign(left, start)):
            begin = left  # 会川镇醋那村
        doubled = self.doubled.opened(left, start, end, kind, edge)
        if doubled is not None:
            begin, doubtful = doubled, False
        if begin != left and kind in LARGE and edge and self.large.may_open(left, start):
            begin, doubtful = left, False  # 临源县, which the dictionary cuts into 临 and 源
        sounded = judge.sounded(left, start, end) if edge else None
        if sounded is not None:
            begin, doubtful = sounded, False
        if kind == "Township" and (zone := ZONED.match(self.text, left, start)) and start - zone.end() > 1:
            left, edge = zone.end(), True  # 高新区柏坡镇
            begin, doubtful = self.edges.begin(left, start, end, kind, True)
        if kind == "Township":
            begin = judge.by_table(left, begin, start, end, edge)
            begin = left if begin != left and edge and judge.recurs(left, start, end) else begin
            if begin != left and before is not None and before.type == "County" and judge.of_county(left, start):
                begin, doubtful = left, False
            # 水合镇党委书记李华, 来到水合镇，…水合镇: what has a post or is named again.
            gone = left + next((len(word) for word in self.grammar.signs.going if self.text.startswith(word, left)), 0)
            unheard = before is None and begin is None and edge and judge.of_county(gone, start)
            if unheard and judge.named_well(gone, end):
                begin, doubtful, left = gone, False, gone
        # 广和社区推行…: where a sentence begins nobody else is joined to it.
        joined = kind == "Community" and start - left == CORE and self.text[start - 1] in JOINING
        if begin is None and joined and edge and before is None and self.text[left] not in LEVEL_MARKS:
            begin = left
        if begin is None and edge and kind in SETTLEMENTS and judge.told_of(left, start, end):
            begin = left  # 下虎叫村
        if begin != left and before is not None and before.type == "Township" and kind in SETTLEMENTS:
            begin = left if judge.posted(left, start, end) else begin
        told = self._told(left, start, end, kind, before, begin) if kind in SETTLEMENTS else None
        if told is None and kind == "Village" and before is not None and before.type == "Township":
            told = left if self._of_a_kind(left, start) else None
        if told is not None:
            begin, doubtful = told, False
        if begin is not None and self._of_family(left, begin):
            begin -= 1  # 在于家湾村
        joint = left + (self.text[left] in JOINING)
        if begin != joint and self._beside(joint, start, kind):
            begin, doubtful = joint, False  # 后塘村、大盘岭村和何屋村
        if kind == "Township" and begin is None:
            begin = self._in_a_row(left, start, end)
        people = self._of_a_people(left, start, kind, edge) if kind in OF_PEOPLES else None
        if people is not None:
            begin, doubtful = people, False  # 硗碛藏族乡
        if begin is None or (begin == left and not edge) or OF_EACH_ONE.search(self.text, max(0, begin - 2), begin):
            return None
        if before is None and kind in SETTLEMENTS:
            begin = self._behind_short_town(begin, start)
        # 4处单村供水工程: how many of what there are is no name of a place.
        if self.text[begin] in COUNTERS and self.text[begin - 1 : begin].isdigit():
            return None
        if kind in SETTLEMENTS:
            begin = judge.with_steady(begin, left, end)
            # 来到云中镇柳湾村, where nothing says that the town is one.
            begin += begin > left and start - begin > 2 and self.text[begin] in "镇乡"
            begin = judge.served_in(begin + self.edges.says_when(begin, start), start, end)
        # 第一书记兼村党支部书记: two posts.
        if self.text[start - 1] == AND_ALSO:
            return None
        chained = begin == left and before is not None
        core = judge.core_of(begin, start, end, kind)
        town = (chained or (edge and begin == left)) and judge.is_town(begin, end, kind)
        if judge.speaks_against(core, end, kind, before) or not (
            town
            or people is not None
            or told is not None
            or sounded is not None
            or doubled is not None
            or (chained and judge.is_short(core, end, kind))
            or self.edges.fits(core, chained)
        ):
            return None
        # 仙踪镇: a common noun, and a town of the table.
        doubtful = told is None and ((doubtful and not town) or core in self.grammar.doubtful)
        doubtful = doubtful and not chained and not judge.borne_out(begin, core, end)
        return Candidate(Found(begin, end, kind, "suffix"), left, chained, begin == left, doubtful)

    def _behind_short_town(self, begin: int, start: int) -> int:
        """青石柳湾社区: where the name of a settlement of the text begins, whose town stands there in short.

        Both have to be named in full before: 青石街道, 柳湾社区.
        """
        text = self.text
        for at in range(begin + CORE, start - 1):
            if any(text.find(text[begin:at] + last, 0, begin) >= 0 for last in TOWN_ENDS):
                known = [f for f in self.ends.values() if f.type in SETTLEMENTS and f.end <= begin]
                if any(text.startswith(text[f.start : f.end], at) and f.end - f.start > start - at for f in known):
                    return at
        return begin

    def _of_a_people(self, left: int, start: int, kind: str, edge: bool) -> int | None:
        """Where the name of a township or village of one or more peoples begins, which has a name of its own."""
        people = self.grammar.peoples.search(self.text, left, start)
        if people is None or people.start() == left:
            return None
        end = people.start()
        governs = (*self.grammar.signs.going, *GOVERNS)
        left += next((len(word) for word in governs if self.text.startswith(word, left)), 0)
        begin = left if edge and end - left <= LONGEST_OWN else self.edges.governed(left, end)
        least = 1 if kind == "Township" else CORE
        return begin if least <= end - begin <= LONGEST_CORE and self.text[begin] not in POINTING else None

    def _in_a_row(self, left: int, start: int, end: int) -> int | None:
        """Where the name of the first town of a row begins, behind the 在 that governs all."""
        begin = self.text.rfind("在", left, start) + 1
        named = begin and 2 <= start - begin <= LONGEST_CORE - 1 and ROW_OF_TOWNS.match(self.text, end)
        return begin if named else None

    def _told(self, left: int, start: int, end: int, kind: str, before: Found | None, begin: int | None) -> int | None:
        """Where the name begins that what is told behind the suffix makes of all the words before it."""
        if before is None:
            return self.told.opens_clause(left, start, end, kind) if self.lefts.is_edge(left, None) else None
        cut = begin is not None and left < begin < start - 1
        town = before.type == "Township" and self.told.opens(left, start, end, kind, cut)
        return left if town else None

    def _of_a_kind(self, left: int, start: int) -> bool:
        """红旗示范村, but not 党建示范村: whether what a village is called stands before what kind it is."""
        kind = OF_A_KIND.fullmatch(self.text, left, start)
        if kind is None or any(kind["own"][at:] in self.grammar.never for at in range(len(kind["own"]))):
            return False
        words, own = self.edges.words, kind["own"]
        known, called = words.frequency(own), self.grammar.settlement.get(own, 0)
        return known < SELDOM or called * 2 > known or (called > 0 and known < RARE and words.tag(own)[:1] == "n")

    def _of_family(self, left: int, begin: int) -> bool:
        """Whether a name that begins with 家 has the surname before it that is a word of relation elsewhere."""
        family = self.text[begin - 1 : begin] if left < begin else ""
        return self.text[begin] == "家" and family in self.grammar.surnames and family not in LINKS

    def _beside(self, left: int, start: int, kind: str) -> bool:
        """后塘村、大盘岭村: whether a short name stands in a list right behind another of its kind."""
        joined = left and (self.text[left - 1] == "、" or self.text[left - 1] in JOINING)
        before = self.ends.get(left - 1) if joined else None
        return before is not None and before.type == kind == "Village" and 2 <= start - left <= LONGEST_CORE - 1

    def _of_villagers(self, start: int, end: int, word: str) -> bool:
        """乔端镇八里湾村民李华: behind its town a village lends its last character to its people."""
        # 云岭乡二队村民: the team has a name without 村.
        if word != "村" or not self.text.startswith("民", end) or self.text[start - 1] in OF_VILLAGES:
            return False
        left, before = self.lefts.left(start)
        return before is not None and before.type == "Township" and 1 < start - left <= LONGEST_CORE

    def _numbered(self, start: int, end: int, kind: str) -> Candidate | None:
        """25社区, 第3社区; a village by its number only behind its town, or behind another: 木什乡11村、12村."""
        match = next((m for m in NUMBERED.finditer(self.text, max(0, start - 5), end) if m.end() == start), None)
        if match is None:
            return None
        other = self.ends.get(match.start() - 1) if self.text[match.start() - 1 : match.start()] in LINKS else None
        beside = other is not None and NUMBERED.match(self.text, other.start) is not None
        if kind == "Village" and match.start() not in self.ends and not beside:
            return None
        return Candidate(Found(match.start(), end, kind, "suffix"), match.start(), False, True, False)

    def _bracketed(self, start: int, end: int, kind: str) -> Candidate | None:
        """青石乡柳湾（14）村: behind its town whatever stands before the bracket; elsewhere what can be a name."""
        bracket = BRACKETED.search(self.text, max(0, start - BRACKET), start)
        if bracket is None:
            return None
        left, before = self.lefts.left(bracket.start())
        begin = left if before is not None and before.type == "Township" else self.edges.bare(bracket.start(), left)
        if begin is None or not 1 < bracket.start() - begin <= LONGEST:
            return None
        return Candidate(Found(begin, end, kind, "suffix"), left, begin in self.ends, begin == left, False)
