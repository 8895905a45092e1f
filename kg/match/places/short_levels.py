"""A short form of a division in its text in, of which level it is there out: 始兴 in 始兴、新丰、和平、龙川."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.gazetteer import SELF_GOVERNED, Division
from kg.match.places.full_names import highest, within
from kg.match.places.occurrences import places_of
from kg.match.places.place_grammar import CITIES, PLACE_TAGS, Found, Hit, PlaceGrammar, is_letter
from kg.match.rulebook.words import Words

LINKS = ("、", "和", "与", "及")
# A word of the language so rare is hardly ever one where the county of that name is spoken of: 顺平, 石楼.
HARDLY_SAID, NAMES_HARDLY_SAID, OFTEN_SAID = 20, 100, 500
# What is told of a county at the beginning of a clause, and of hardly anything else: 公安被评为, 资源人民.
TOLD = re.compile(
    "县域|作为|(?:连续|先后)[0-9一二两三四五六七八九十]+[年次届]|(?:被|成功|再次)?(?:[入评]选|确定|列|评|命名)为?"
    "|荣?获(?:得|评|批|颁)?|跻身|率先|被授"
)
# With whom one works, and how: 与中山长期结对合作.
WITH = ("与", "同", "和")
PARTNER = re.compile(r"(?!的)[^，。；、！？\n]{0,8}?(?:合作|协作|结对|支援|帮扶|对接|共建|签订|签约|联手)")
FOLK = re.compile("人民(?![法检政代币])|儿女|各族")
CLAUSE_STARTS = "，。；：！？”“（\n"
TOWARDS = ("在", "到", "去", "来", "自", "从", "至", "赴", "回", "往", "于", "距", "驻", "抵", "离")
# 岷县、漳县、陇西等地: what a list of places ends with.
LISTED = ("等地", "等县", "县城")
# 湘乡、醴陵、临澧三县（市）
SUMMED = re.compile("(?:等|(?:等?(?:[0-9]+|[二两三四五六七八九十]+)个?))(?:地|县|市|区|旗)")
# 高阳的带领, 文成说: behind a name that people bear as well.
PERSONAL = (*"的说和、等也", "")
# 宁蒗县 for 宁蒗彝族自治县: such a short form says by its last character what it is.
OWN_LEVEL = "县旗州"
REACH = 6
# So many short forms of one province in a row are counties, whatever else they may be.
IN_A_ROW = 4
# What a text on a county says of it, and how often it names one that it never names in full.
ZONE = re.compile("(?:省级|国家级)?(?:经济|高新|工业|产业|生态|循环)[一-龥]{0,8}(?:开发区|园区|产业园|集聚区|新区)")
AGAIN = 3


class ShortLevels:
    """The evidence of one text for its short forms.

    `favoured` is what the title and the user say, where a short form may stand without a full one.
    """

    def __init__(
        self, text: str, hits: Sequence[Hit], full: Sequence[Found], grammar: PlaceGrammar, words: Words, favoured: str
    ) -> None:
        self.text, self.hits, self.grammar, self.words, self.favoured = text, hits, grammar, words, favoured
        cities = [hit for hit in hits if self._is_city(hit[2])]
        self.city_starts, self.city_ends = {hit[0] for hit in cities}, {hit[1] for hit in cities}
        self.listed = self._lists()
        self.present = {text[found.start : found.end] for found in full}
        named = {hit[2] for hit in hits if not self.present and self._is_county(hit[2])}
        self.only = next(iter(named)) if len(named) == 1 else ""

    def level(self, start: int, end: int, word: str, before: Found | None) -> str | None:
        """Of which level the short form is here, or None where nothing shows that it is one."""
        divisions = self.grammar.gazetteer.named[word]
        if word.endswith(SELF_GOVERNED):
            return highest(divisions)  # 紫云自治县
        meant = [d for d in divisions if d.name in self.present]
        if not meant and before is not None:
            table = self.grammar.gazetteer
            meant = [d for d in divisions if before.type in CITIES and within(table, self.text, [d], before)]
        ordinary = word in self.grammar.ordinary
        if start in self.listed:
            return self.listed[start]
        if meant:
            level = highest(meant)
            # 武汉江岸：…: nothing goes on behind the city and its district.
            whole = self.in_city(word, before) and not is_letter(self.text[end : end + 1] or "。")
            doubtful = ordinary and level == "County" and not whole and not self._is_said(start, end, word)
            return None if doubtful else level
        level = highest(divisions)
        if level == "Province" or (word[-1] in OWN_LEVEL and len(word) > 2):
            return level
        if level == "Prefecture" and (not ordinary or self._listed(start, end) or self._joins(start, end)):
            return level
        # 开化经济开发区: what has a zone of its own is no word of the language there.
        zoned = ZONE.match(self.text, end) is not None and any(cue in self.text for cue in self.grammar.signs.county)
        if ordinary:
            return level if zoned and len(divisions) == 1 else None
        if self._is_visited(start, end, divisions):
            return level
        # 全椒：茶山绿了, where the text speaks of 全县
        said = self.words.tag(word) in PLACE_TAGS or any(cue in self.text for cue in self.grammar.signs.county)
        headed = self._heads(word) and said
        own = headed or any(d.name in self.favoured for d in divisions) or self._is_own(word, divisions)
        return level if own else None

    def in_city(self, word: str, before: Found | None) -> bool:
        """Whether the name of its city stands right before it: 济宁泗水."""
        table = self.grammar.gazetteer
        return before is not None and any(
            before.type in CITIES and bool(within(table, self.text, [d], before)) for d in table.named.get(word, ())
        )

    def _is_said(self, start: int, end: int, word: str) -> bool:
        """Whether a word of the language is the county here, of which the text speaks: 大田连续四年获评."""
        text, common = self.text, self.words.frequency(word)
        named = self.words.tag(word)[:2] in ("ns", "nr", "nz")
        rare = common <= (NAMES_HARDLY_SAID if named else HARDLY_SAID)
        if rare or text.endswith(self.grammar.signs.going, 0, start) or FOLK.match(text, end):
            return True
        if start and text[start - 1] not in CLAUSE_STARTS:
            return False
        if TOLD.match(text, end):
            return True
        _, tag = (*self.words.cut(text[end : end + REACH].partition("\n")[0])[:1], ("", "x"))[0]
        return common <= OFTEN_SAID and tag[:1] in ("d", "p")

    def _heads(self, word: str) -> bool:
        """Whether the title, or a phrase of it, begins with the word."""
        before = (self.favoured[at - 1 : at] for at in places_of(self.favoured, word))
        return any(not is_letter(char) and char != "“" for char in before)

    def _is_own(self, word: str, divisions: Sequence[Division]) -> bool:
        """Whether the text speaks of 县委 and 全县, and again and again of one that it only calls by its short form."""
        known = self.words.tag(word) == "ns" or self.words.frequency(word) < NAMES_HARDLY_SAID
        if len(divisions) > 1 or not known:
            return False
        # Twice is enough for the only one of which a text on 我市 speaks, and for 龙游 beside 龙游经济开发区.
        zoned = any(ZONE.match(self.text, at + len(word)) for at in places_of(self.text, word))
        if self.text.count(word) < AGAIN - (self.only == word or zoned):
            return False
        level = divisions[0].name[-1]
        spoken = any(cue.replace("县", level) in self.text for cue in self.grammar.signs.county)
        return spoken and not any(name[-1] == level for name in self.present)

    def _is_visited(self, start: int, end: int, divisions: Sequence[Division]) -> bool:
        """Whether somebody goes to the county, or comes from it: 来到张北, 福清籍."""
        text, after = self.text, self.text[end : end + 1]
        if len(divisions) > 1 or (self.words.tag(text[start:end]).startswith("nr") and after in PERSONAL):
            return False
        if after == "》":  # 《爱在竹山》
            return False
        if text.endswith(self.grammar.signs.going, 0, start) or after == "籍" or text.startswith("灾区", end):
            return True
        # 在漠河过冬, 由祁门至景德镇: behind a preposition only what the dictionary knows as a place.
        return text.startswith(LISTED, end) or (
            self.words.tag(text[start:end]) in ("ns", "nr")
            and text.endswith(TOWARDS, 0, start)
            and self._ends_here(end)
        )

    def _ends_here(self, end: int) -> bool:
        """Whether no single noun follows that may be the end of a longer name: 在罗城头."""
        word, tag = (*self.words.cut(self.text[end : end + REACH].partition("\n")[0])[:1], ("", "x"))[0]
        return len(word) != 1 or tag[:1] not in "nfsaqgz"

    def _listed(self, start: int, end: int) -> bool:
        """Whether another city stands beside it in a list: 黄山 in 黄山、池州."""
        return (self.text[start - 1 : start] in LINKS and start - 1 in self.city_ends) or (
            self.text[end : end + 1] in LINKS and end + 1 in self.city_starts
        )

    def _joins(self, start: int, end: int) -> bool:
        """Whether somebody works with it: 与中山建立合作机制, 对口支援的中山."""
        return self.text[start - 1 : start] in WITH and PARTNER.match(self.text, end) is not None

    def _is_city(self, word: str) -> bool:
        divisions = self.grammar.gazetteer.named.get(word)
        return divisions is not None and word not in self.grammar.ordinary and highest(divisions) in CITIES

    def _is_county(self, word: str) -> bool:
        divisions = self.grammar.gazetteer.named.get(word)
        return divisions is not None and word not in self.grammar.ordinary and highest(divisions) == "County"

    def _lists(self) -> dict[int, str]:
        """Where short forms of counties of one province stand in a row, and their level: 始兴、新丰、和平、龙川."""
        named = self.grammar.gazetteer.named
        counties = [hit for hit in self.hits if any(d.level == "County" for d in named.get(hit[2], ()))]
        rows: list[list[Hit]] = []
        for hit in counties:
            joined = rows and self.text[rows[-1][-1][1] : hit[0]] == "、"
            rows[-1].append(hit) if joined else rows.append([hit])
        found: dict[int, str] = {}
        for row in rows:
            provinces = [{d.code[:2] for d in named[word] if d.level == "County"} for _, _, word in row]
            summed = len(row) > 1 and SUMMED.match(self.text, row[-1][1]) is not None
            if (len(row) >= IN_A_ROW or summed) and set.intersection(*provinces):
                found |= {start: "County" for start, _, _ in row}
        return found
