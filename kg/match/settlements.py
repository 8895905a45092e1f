"""Text and known names in, the places in it that only their last word gives away out: 库代力克村, 红山街道."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.match.name_edges import LONGEST, ORDINAL, REACH, NameEdges
from kg.match.occurrences import occurrences
from kg.match.place_grammar import CITIES, PLACE_TAGS, Found, Hit, PlaceGrammar, is_letter
from kg.match.short_levels import LINKS
from kg.match.words import Words

NATION = re.compile(r"([一-龥]{2,6}?)(?:[一-龥]{1,4}族){1,4}自治[县州旗]\Z")
NUMBERED = re.compile(r"(?<![0-9.])(?:第?[0-9]{1,3}|第[一二三四五六七八九十百]{1,4})(?=社区|村)")
# Behind 南京 they make the name 南京路社区.
STREET = re.compile(r"[东西南北中一二三]?(?:路|街|大道|巷|桥|门|里)\Z")
# What follows where 社区 is no name but what is built up or served: 点亮社区治理.
SERVED = re.compile(r"建设|治理|发展|服务|党建|共建|养老|矫正|教育")
# 桃花村落成, where 村落 is no word.
AT_WORK = re.compile(r"落[成户地实]")
RESIDENTIAL = re.compile(r"小区")
# Behind these a place is named, whatever its name: 走进和平社区.
LOCATIVE = re.compile(r"(?:在|来到|走进|走入|位于|地处|前往|家住|搬进|走访)\Z")
WIDESPREAD = 250
LARGE = ("County", "Prefecture")
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
AGAIN = 2
SETTLED = ("Village", "Community")
# 对各街道 names none.
COLLECTIVE = frozenset("各全每本该这些所有数几个多大小和与及在到")
# A preposition does not stand before a name each of so many times.
STEADY = 3
DISTRICT_CORE = 4
# Mongolian names are written by sound, and of their characters no words can be made.
STEPPE = ("苏木", "嘎查")
BY_SOUND = range(2, 8)
UNSOUNDED = frozenset("的为是以与于元个家户促建引领带")
# 任村党支部书记: a post in the village, and not the village of the Rens.
POSTED = re.compile(
    "(?:党委|党总支|党支部|支部|支书|支委|两委|“两委|书记|主任|会计|文书|委会|委员|监委|妇联|民兵|团支|干部)"
)
SERVING = "任"
LONGEST_CORE = 4
PAST_POSTS = frozenset(("曾任", "现任", "时任", "历任", "前任", "升任", "调任", "转任"))
# 各村, 新村, 镇村: of these there is one everywhere.
ANY_VILLAGE = "任全各每本该新老旧古小大山农乡镇多整个驻城富穷双中"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that ends in a suffix, and how sure its left edge is."""

    found: Found
    left: int  # where the name began at the earliest
    chained: bool  # directly behind another place
    firm: bool  # nothing but the name between the mark before it and its end
    doubtful: bool


class Settlements:
    """The names by suffix of one text: `known` and `shorts` are those that the tables hold."""

    def __init__(
        self,
        text: str,
        hits: Sequence[Hit],
        known: Sequence[Found],
        shorts: Sequence[Found],
        grammar: PlaceGrammar,
        words: Words,
        favoured: str = "",
    ) -> None:
        self.text, self.grammar, self.words, self.favoured = text, grammar, words, favoured
        self.edges = NameEdges(text, grammar, words)
        self.ends: dict[int, Found] = {f.end: f for f in (*known, *shorts)}
        self.candidates = self._candidates(hits)

    def found(self) -> list[Found]:
        """The candidates that the whole text bears out."""
        counts = Counter(self._name(c) for c in self.candidates)
        alone = Counter(self._name(c) for c in self.candidates if c.firm)
        sure = {self._name(c) for c in self.candidates if c.chained}
        sure |= {name for name, count in alone.items() if count >= AGAIN}
        firm = {self._name(c) for c in self.candidates if (c.firm or c.chained) and not c.doubtful}
        starts = {f.start for f in self.ends.values()}
        kept = []
        for candidate in self.candidates:
            if not candidate.firm and not candidate.chained:
                candidate = self._as_elsewhere(candidate, firm)
            name = self._name(candidate)
            large = candidate.found.type in LARGE and counts[name] < AGAIN and name not in self.favoured
            end = candidate.found.end
            listed = self.text[end : end + 1] in LINKS and end + 1 in starts
            if name in sure or not ((candidate.doubtful and not listed) or large):
                kept.append(candidate.found)
        return kept + self._again({self._name(c): c.found.type for c in self.candidates if self._name(c) in sure})

    def _again(self, names: Mapping[str, str]) -> list[Found]:
        """The other places of names that the text bears out, where no candidate of their own says otherwise."""
        taken = {c.found.end for c in self.candidates}
        places = occurrences(self.text, names)
        return [
            Found(start, start + len(name), kind, "suffix")
            for name, kind in sorted(names.items())
            for start in places[name]
            if start + len(name) not in taken
        ]

    def _name(self, candidate: Candidate) -> str:
        return self._name_of(candidate.found)

    def _name_of(self, found: Found) -> str:
        return self.text[found.start : found.end]

    def _as_elsewhere(self, candidate: Candidate, firm: set[str]) -> Candidate:
        """The candidate with the left edge that the same name has where it stands alone."""
        found = candidate.found
        if self._name(candidate) in firm:
            return candidate
        for start in range(candidate.left, found.end - 2):
            if self.text[start : found.end] in firm:
                return replace(candidate, found=replace(found, start=start))
        return candidate

    # ---- one suffix ----------------------------------------------------------------------

    def _candidates(self, hits: Sequence[Hit]) -> list[Candidate]:
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
            if not stands or text[end : end + 1] == "”" or RESIDENTIAL.match(text, end):
                continue
            candidate = self._candidate(start, end, suffix.type)
            if candidate is not None:
                self.ends[end] = candidate.found
                found.append(candidate)
        return found

    def _candidate(self, start: int, end: int, kind: str) -> Candidate | None:
        if kind in SETTLED and "0" <= self.text[start - 1 : start] <= "9":
            return self._numbered(start, end, kind)
        if kind == "District":
            return self._district(start, end)
        left, before = self._left(start)
        if start - left > 2 and self.text[left : left + 2] in PAST_POSTS:
            left, before = left + 2, None  # 曾任青石镇党委书记
        if start == left and kind == "Community" and before is not None and before.type == "Village":
            # 谢家湾街道民主村社区: the village has become a community, and its name with it.
            chained = before.start in self.ends
            return Candidate(replace(before, end=end, type=kind), before.start, chained, True, False)
        if start == left:
            return self._zone(start, end, before) if kind == "Region" else None
        if kind in LARGE and before is not None and before.type not in CITIES:
            return None
        served = self.text[left - 2 : left] in PAST_POSTS
        edge = before is not None or left == 0 or not is_letter(self.text[left - 1]) or served
        begin, doubtful = self.edges.begin(left, start, end, kind, before is not None)
        if before is not None and kind == "Community" and ORDINAL.fullmatch(self.text, before.end, start):
            # 江滨新村第一社区 is one place.
            begin, (left, before) = before.start, self._left(before.start)
        if begin != left and before is not None and kind in SETTLED and self._unheard(left, start):
            begin = left  # 会川镇醋那村
        # 奈曼旗白音他拉苏木, 是克尔伦苏木
        opened = left + (self.grammar.starts.get(self.text[left], True) is False)
        sounded = edge and self.text[start:end] in STEPPE and self._by_sound(opened, start)
        if sounded:
            begin, doubtful = opened, False
        if kind == "Township":
            begin = self._by_table(left, begin, start, end, edge)
            begin = left if begin != left and edge and self._recurs(left, start, end) else begin
        if begin is None or (begin == left and not edge):
            return None
        begin = self._with_steady(begin, left, end) if kind in SETTLED else begin
        chained = begin == left and before is not None
        core = self._core(begin, start, end, kind)
        if (kind in LARGE and self._runs_on(core)) or (core == SERVING and POSTED.match(self.text, end)):
            return None
        alone = chained or (edge and begin == left)
        town = alone and kind == "Township" and self.grammar.gazetteer.is_town(self.text[begin:end])
        short = chained and kind == "Village" and self._is_short(core, end)
        if not (town or sounded or short or self.edges.fits(core, chained)) or (
            kind == "Community" and self._served(end, core, before)
        ):
            return None
        doubtful = not chained and (doubtful or core in self.grammar.doubtful) and not self._borne_out(begin, core)
        return Candidate(Found(begin, end, kind, "suffix"), left, chained, begin == left, doubtful)

    def _of_villagers(self, start: int, end: int, word: str) -> bool:
        """乔端镇八里湾村民李华: behind its town a village lends its last character to its people."""
        if word != "村" or not self.text.startswith("民", end):
            return False
        left, before = self._left(start)
        return before is not None and before.type == "Township" and 1 < start - left <= LONGEST_CORE

    def _runs_on(self, core: str) -> bool:
        """贵州湄潭兴县富民: whether a county of the table stands there in short, and a verb goes on behind it."""
        named = self.grammar.gazetteer.named
        return any(core[:at] in named for at in range(2, len(core)))

    def _is_short(self, core: str, end: int) -> bool:
        """新圩镇河村，: one character behind the town, with a mark behind it."""
        alone = len(core) == 1 and not is_letter(self.text[end : end + 1] or "。")
        return alone and core not in self.grammar.starts and core not in ANY_VILLAGE

    def _with_steady(self, begin: int, left: int, end: int) -> int:
        """The left edge with the character that stands there each time the name does: 可 of 可邑新寨村."""
        if begin != left + 1 or not is_letter(self.text[left]) or self.text[left] in LINKS:
            return begin
        name = self.text[begin:end]
        again = self.text.count(name)
        return left if again >= STEADY and self.text.count(self.text[left] + name) == again else begin

    def _recurs(self, left: int, start: int, end: int) -> bool:
        """铁东区对炉街道, 对炉街道: whether the same words stand again and again, and once behind a higher place."""
        core, name = self.text[left:start], self.text[left:end]
        if not 2 <= len(core) <= 3 or not COLLECTIVE.isdisjoint(core):
            return False
        at = [match.start() for match in re.finditer(re.escape(name), self.text)]
        return len(at) >= STEADY and any(place in self.ends for place in at)

    def _unheard(self, left: int, start: int) -> bool:
        """Whether between a higher place and a suffix stand two to four characters that make no word."""
        if not 2 <= start - left <= 4 or self.text[left] in self.grammar.starts:
            return False
        tokens = self.words.cut(self.text[left:start])
        return all(len(word) == 1 for word, _ in tokens) and tokens[0][1][:1] not in ("v", "p", "d", "r", "m", "c")

    def _by_sound(self, left: int, start: int) -> bool:
        core = self.text[left:start]
        if not core:
            return False
        first, tag = self.words.cut(core)[0]
        # 打破嘎查界限 begins with what is done.
        done = len(first) > 1 and tag.startswith("v")
        spoken = COLLECTIVE.isdisjoint(core) and UNSOUNDED.isdisjoint(core) and not core[0].isdigit()
        return len(core) in BY_SOUND and spoken and not done

    def _left(self, start: int) -> tuple[int, Found | None]:
        """Where the name begins at the earliest, and the place that ends there."""
        text, at, least = self.text, start, max(0, start - REACH)
        if at in self.ends:
            return at, self.ends[at]
        while at > least and is_letter(text[at - 1]):
            at -= 1
            before = self.ends.get(at)
            if before is None or before.rule == "region":
                continue
            # 江西 begins the name 江西村, 南京 the name 南京路社区.
            if before.rule != "short" or (start - at > 1 and not STREET.match(text[at:start])):
                return at, before
        return at, None

    def _numbered(self, start: int, end: int, kind: str) -> Candidate | None:
        """25社区, 第3社区; a village by its number only behind its town: 木什乡11村."""
        match = next((m for m in NUMBERED.finditer(self.text, max(0, start - 5), end) if m.end() == start), None)
        if match is None or (kind == "Village" and match.start() not in self.ends):
            return None
        return Candidate(Found(match.start(), end, kind, "suffix"), match.start(), False, True, False)

    def _district(self, start: int, end: int) -> Candidate | None:
        """Any word may stand before 区, so only a city in front of it makes a name: 云州市观城区."""
        for left in range(start - 1, max(start - DISTRICT_CORE, 0) - 1, -1):
            before = self.ends.get(left)
            if before is not None:
                core = self.text[left:start]
                city = before.type == "Prefecture" or self._name_of(before) in MUNICIPALITIES
                named = len(core) > 1 and self.edges.fits(core) and all(map(is_letter, core))
                if city and named and before.rule != "short":
                    return Candidate(Found(left, end, "County", "suffix"), left, True, True, False)
                return None
        return None

    def _zone(self, start: int, end: int, before: Found | None) -> Candidate | None:
        """云岭县经济开发区 bears the name of its place."""
        if before is not None and before.rule == "region":
            # 营口辽河经济开发区: the river, behind the city.
            before = replace(before, start=behind.start) if (behind := self.ends.get(before.start)) else None
        elif before is not None and before.type not in (*CITIES, "County"):
            return None
        if before is None or self.text[start:end] == "新区":
            return None
        return Candidate(Found(before.start, end, "Region", "suffix"), before.start, True, True, False)

    def _core(self, begin: int, start: int, end: int, kind: str) -> str:
        """The name without its suffix and nations: 云岭 of 云岭苗族自治县."""
        match = NATION.match(self.text[begin:end]) if kind in LARGE else None
        return match[1] if match else self.text[begin:start][-LONGEST - 1 :]

    def _by_table(self, left: int, begin: int | None, start: int, end: int, edge: bool) -> int | None:
        """The left edge that makes a township of the table, if one near the edge found does."""
        text, table = self.text, self.grammar.gazetteer
        if begin is not None and ((begin == left and edge) or table.is_town(text[begin:end])):
            return begin
        # 店村镇 behind 云岭县 is a town, 高于城镇居民 speaks of none.
        if begin is not None:
            near = [begin + 1, begin - 1, begin + 2, begin - 2]
        else:
            firm = [left] if edge else []
            near = firm + [at for at in range(left + 1, start) if LOCATIVE.search(text, max(0, at - 2), at)]
        return next((at for at in near if left <= at < start - 1 and table.is_town(text[at:end])), begin)

    def _served(self, end: int, core: str, before: Found | None) -> bool:
        known = core in self.grammar.settlement or self.words.tag(core) in PLACE_TAGS[:1]
        return before is None and not known and SERVED.match(self.text, end) is not None

    def _borne_out(self, begin: int, core: str) -> bool:
        """Whether what stands before a doubtful name says that it is one."""
        text = self.text
        if text[begin - 1 : begin] in LINKS and begin - 1 in self.ends:
            return True
        widespread = self.grammar.settlement.get(core, 0) >= WIDESPREAD
        return widespread and LOCATIVE.search(text, max(0, begin - 2), begin) is not None
