"""Text in, the divisions and regions in it whose names the tables hold out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.gazetteer import Division
from kg.match.lexicon import Lexicon
from kg.match.place_grammar import CITIES, COUNTRY, PLACE_TAGS, Found, Hit, PlaceGrammar, is_letter, stands_whole
from kg.match.words import Words
from kg.model import Form

LEVELS = ("Province", "Prefecture", "County", "Township")
SIDES, FLANKS = "东西南北", "麓岸坡端侧缘"
LINKS = ("、", "和", "与", "及")
# 长沙市场, 和平区域: the last character of the name begins another word.
RUNS_ON = {"市": "场民值容面况井", "区": "域间划块别级分位隔", "县": "域", "旗": "帜下袍手号", "盟": "友约主"}
# 江西路, 黄山街道: a name that is part of another, which the suffix grammar finds if it is one.
PART = re.compile(
    r"[东西南北中]?(?:路(?![径线演])|大道|大街(?!小)|街(?!头)|巷|大桥|桥(?!头)|村(?![民级庄寨落镇])"
    r"|镇(?![江海远宁平安原坪])|乡(?!村)|社区|屯|新区|区(?![域位块县市])|号(?!召)|牌|精神"
    r"|水库|水电站|电站|景区|公园|广场|小学|中学|医院|酒店|[日晚晨早商]报|都市报)"
)
# 中国特色, 中国梦, 中国移动: the country is meant only where nothing makes another name of it.
ITSELF = re.compile(
    r"[，。、；：！？“”（）\n]|[和与及同在是的对将已向从有也正仍驻]|政府|人民(?!解放军|银行|保险)|代表|外交|大使|经济|市场|队|[男女](?:排|篮|足|队|子)|\Z"
)
# 云溪市人民医院: of a city that no table knows, and not of 云溪区. But 长沙市场, 萍乡县域.
OTHER_LEVEL = re.compile("市(?![场民值容面况井区县内外郊里上级直]|委市政府)|县(?![域区级城内乡处际])|自治[州县旗]")
TOWN = re.compile(r"[一-龥]{1,7}?(?:街道|镇|乡)")
# 斯德哥尔摩市, 冲绳县: what a place abroad is called with its level.
LARGER = re.compile(
    "市(?![场民值容面况长井])|[省州](?![长府立级])|[县邦](?![长级城])|半岛|群岛|岛(?![国上内屿])|(?:独立|人民|社会主义|伊斯兰|民主|联邦|阿拉伯)*(?:共和国|联合王国|王国|独立国|酋长国|合众国)"
)
# 新华社南昌5月1日电: where the report was sent from, not what it is about.
SENT_FROM = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日[电讯]")
# Verbs and prepositions behind which a place is named.
GOING = (
    "来到",
    "走进",
    "走出",
    "赶赴",
    "奔赴",
    "前往",
    "抵达",
    "飞往",
    "运往",
    "位于",
    "地处",
    "回到",
    "离开",
    "落户",
    "卖到",
    "销往",
    "发往",
)
BEHIND = tuple("在到从赴")
TOWARDS = ("在", "到", "去", "来", "自", "从", "至", "赴", "回", "往", "于", "距", "驻", "抵", "离")
# 岷县、漳县、陇西等地: what a list of places ends with.
LISTED = ("等地", "等县", "县城")
# 湘乡、醴陵、临澧三县（市）
SUMMED = re.compile("(?:等|(?:等?(?:[0-9]+|[二两三四五六七八九十]+)个?))(?:地|县|市|区|旗)")
# 高阳的带领, 文成说: behind a name that people bear as well.
PERSONAL = (*"的说和、等也", "")
REACH = 6
ACTING = ("d", "p", "c", "u")
DOING = frozenset(
    (
        "给",
        "有",
        "要",
        "能",
        "会",
        "可以",
        "成为",
        "希望",
        "愿意",
        "支持",
        "反对",
        "主张",
        "坚持",
        "认为",
        "取得",
        "举行",
        "提出",
        "欢迎",
        "加入",
        "承诺",
        "赢得",
        "需要",
    )
)
# Nothing in between that joins or governs: the rest of a firm's name.
FIRM = re.compile(r"[^\W0-9A-Za-z的在和与由了及等向被把将]{2,14}?(?:公司|合作社|集团|合作联社)")
SENDERS = ("本报", "新华社", "中新社", "本社")
# So many names times characters are looked for together: an automaton is worth its making only in a long text.
MANY = 1_000_000
# Names of districts that any town uses for its quarters.
IN_A_ROW = 4
VERBAL = frozenset(("会同",))
QUARTERS = frozenset(
    ("城区", "郊区", "矿区", "新城区", "老城区", "城中区", "城东区", "城西区", "城北区", "城关区", "市中区", "市北区")
)


def highest(divisions: Iterable[Division]) -> str:
    """The highest level among divisions that share a name."""
    return min((division.level for division in divisions), key=LEVELS.index)


class KnownPlaces:
    """The known names of one text: full names first, then short ones on the evidence of the full ones.

    `favoured` is what the title and the user say, where a short form may stand without a full one.
    """

    def __init__(self, text: str, hits: Sequence[Hit], grammar: PlaceGrammar, words: Words, favoured: str = "") -> None:
        self.text, self.grammar, self.words, self.favoured = text, grammar, words, favoured
        named = grammar.gazetteer.named
        self.full_hits: list[Hit] = []
        self.other_hits: list[Hit] = []
        for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            full = any(division.name == hit[2] for division in named.get(hit[2], ()))
            (self.full_hits if full else self.other_hits).append(hit)
        cities = [hit for hit in self.other_hits if self._is_city(hit[2])]
        self.city_starts, self.city_ends = {hit[0] for hit in cities}, {hit[1] for hit in cities}
        self.listed = self._lists()
        self.full = self._full_names()
        self.present = {text[found.start : found.end] for found in self.full}

    def _is_city(self, word: str) -> bool:
        divisions = self.grammar.gazetteer.named.get(word)
        return divisions is not None and word not in self.grammar.ordinary and highest(divisions) in CITIES

    def _lists(self) -> dict[int, str]:
        """Where short forms of counties of one province stand in a row, and their level: 始兴、新丰、和平、龙川."""
        named = self.grammar.gazetteer.named
        counties = [hit for hit in self.other_hits if any(d.level == "County" for d in named.get(hit[2], ()))]
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

    def _full_names(self) -> list[Found]:
        found: list[Found] = []
        doubted: list[Found] = []
        firm: Counter[str] = Counter()
        text, table = self.text, self.grammar.gazetteer
        last = 0
        for start, end, word in self.full_hits:
            if start < last or (end < len(text) and text[end] in RUNS_ON.get(word[-1], "")):
                continue
            divisions = [d for d in table.named[word] if d.name == word]
            chained = bool(found) and found[-1].end == start and self._within(divisions, found[-1])
            edge = start == 0 or not is_letter(text[start - 1])
            if not (chained or edge or stands_whole(text, start, end, self.words)):
                continue
            place = Found(start, end, highest(divisions), "division")
            last = end
            # 指挥部会同县教育局: the verb and 县 are no name of a county.
            verbal = word[:-1] in VERBAL and not (chained or edge)
            if len(word) > 2 and word not in QUARTERS and not verbal:
                found.append(place)
                continue
            # 和县 and 城区 are other words as often as names.
            town = TOWN.match(text, end)
            chained = chained or (town is not None and self._within(table.find(town[0], "Township"), place))
            firm[word] += 2 if chained or text[start - 1 : start] in BEHIND else edge
            doubted.append(place)
        for place in doubted:
            name = text[place.start : place.end]
            if firm[name] > 1 or name in self.favoured:
                found.append(place)
        return sorted(found)

    def _within(self, divisions: Sequence[Division], above: Found) -> bool:
        table = self.grammar.gazetteer
        parents = table.find(self.text[above.start : above.end], above.type)
        return any(table.holds(parents, division) for division in divisions)

    def short_names(self) -> list[Found]:
        """Short forms of divisions, and regions."""
        text, regions = self.text, self.grammar.regions
        ends = {found.end: found for found in self.full}
        covered = cover(text, self.full)
        named = {regions[word].name for _, _, word in self.other_hits if word in regions and not regions[word].short}
        found: list[Found] = []
        for start, end, word in self.other_hits:
            if covered[start] or covered[end - 1] or PART.match(text, end) or OTHER_LEVEL.match(text, end):
                continue
            if self._is_dateline(start, end):
                found.append(self._dateline(start, end, word))
                continue
            region = regions.get(word)
            if region is not None:
                if region.short and region.name not in named:
                    continue
                if word == COUNTRY and not self._is_the_country(start, end):
                    continue
                if not region.short and (suffix := LARGER.match(text, end)) is not None and region.type == "Place":
                    end = suffix.end()
                place = Found(start, end, region.type, "region", Form.SHORT if region.short else Form.PROPER)
            else:
                level = self._level(start, end, word, ends.get(start))
                if level is None:
                    continue
                # 克孜勒苏州 for 克孜勒苏柯尔克孜自治州
                if level == "Prefecture" and text[end : end + 1] == "州" and len(word) > 2:
                    end += 1
                place = Found(start, end, level, "short", Form.SHORT)
            whole = stands_whole(text, start, end, self.words) or (
                self._opens_body(start, end) if region is not None else self._opens_firm(end, word)
            )
            if whole and not self._other_word(start, end):
                found.append(place)
                ends[end] = place
                covered[start:end] = b"\1" * (end - start)
        return found

    def _is_the_country(self, start: int, end: int) -> bool:
        """Whether 中国 is the country here, and not the beginning of another name: 中国给了我们机会, not 中国移动."""
        text = self.text
        if text[start - 1 : start] == "新":
            return False
        after = self.words.cut(text[end : end + REACH].partition("\n")[0])[:1]
        acts = bool(after) and (after[0][1][:1] in ACTING or after[0][0] in DOING)
        return acts or ITSELF.match(text, end) is not None

    def _opens_body(self, start: int, end: int) -> bool:
        """法国外交部, which the dictionary holds whole."""
        text = self.text
        if text[end : end + 1] == "人":  # 国外的泰国人也: no 国人 is meant
            return start == 0 or not self.words.frequency(text[start - 1 : start + 1])
        word, tag = (*self.words.cut(text[start : end + REACH].partition("\n")[0])[:1], ("", ""))[0]
        return len(word) > end - start and (tag == "nt" or word[end - start :] == "地区")

    def _opens_firm(self, end: int, word: str) -> bool:
        """引来信阳春芽食品有限公司: the cut is wrong where a place of the text opens the name of a firm."""
        if FIRM.match(self.text, end) is None:
            return False
        return any(division.name in self.present for division in self.grammar.gazetteer.named.get(word, ()))

    def _is_dateline(self, start: int, end: int) -> bool:
        """新华社南昌5月1日电, 本报海口电: where a report was sent from."""
        text = self.text
        return SENT_FROM.match(text, end) is not None or (
            text.endswith(SENDERS, 0, start) and text[end : end + 1] in "电讯"
        )

    def _dateline(self, start: int, end: int, word: str) -> Found:
        region = self.grammar.regions.get(word)
        kind = region.type if region is not None else highest(self.grammar.gazetteer.named[word])
        return Found(start, end, kind, "region" if region is not None else "dateline", Form.SHORT)

    def _other_word(self, start: int, end: int) -> bool:
        """Whether the next character makes something else of the name: 荷兰豆, 太行山西麓."""
        longer = self.text[start : end + 1]
        side = longer[-2:-1] in SIDES and longer[-1] in FLANKS
        return len(longer) > end - start and (side or (self.words.tag(longer) == "n" and longer[-1] != "人"))

    def extra_shorts(self, names: Iterable[str], taken: Sequence[Found]) -> list[Found]:
        """Short forms of divisions that no table holds, by the full names of the text."""
        text = self.text
        covered = cover(text, taken)
        found = []
        unlisted = [name for name in sorted(names) if self._is_unlisted(name[:-1])]
        places = occurrences(text, [name[:-1] for name in unlisted])
        for name in unlisted:
            core = name[:-1]
            level = "Prefecture" if name[-1] in "市州盟" else "County"
            for start in places[core]:
                end = start + len(core)
                free = not any(covered[start:end]) and not PART.match(text, end)
                if free and stands_whole(text, start, end, self.words):
                    found.append(Found(start, end, level, "short", Form.SHORT))
        return found

    def _is_unlisted(self, core: str) -> bool:
        """Whether the core of a full name stands in no table and can be a name by itself."""
        known = core in self.grammar.ordinary or core in self.grammar.gazetteer.named
        return len(core) > 1 and not known and self.words.tag(core) in PLACE_TAGS

    def _level(self, start: int, end: int, word: str, before: Found | None) -> str | None:
        """Of which level the short form is here, or None where nothing shows that it is one."""
        divisions = self.grammar.gazetteer.named[word]
        meant = [d for d in divisions if d.name in self.present]
        if not meant and before is not None:
            meant = [d for d in divisions if before.type in CITIES and self._within([d], before)]
        ordinary = word in self.grammar.ordinary
        if start in self.listed:
            return self.listed[start]
        if meant:
            level = highest(meant)
            return None if ordinary and level == "County" else level
        level = highest(divisions)
        if level == "Province":
            return level
        if level == "Prefecture" and (not ordinary or self._listed(start, end)):
            return level
        if ordinary:
            return None
        if self._is_visited(start, end, divisions):
            return level
        headed = re.search(rf"(?<![一-龥“]){word}", self.favoured) is not None and self.words.tag(word) in PLACE_TAGS
        return level if headed or any(d.name in self.favoured for d in divisions) else None

    def _is_visited(self, start: int, end: int, divisions: Sequence[Division]) -> bool:
        """Whether somebody goes to the county, or comes from it: 来到张北, 福清籍."""
        text, after = self.text, self.text[end : end + 1]
        if len(divisions) > 1 or (self.words.tag(text[start:end]).startswith("nr") and after in PERSONAL):
            return False
        if text.endswith(GOING, 0, start) or after == "籍" or text.startswith("灾区", end):
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


def cover(text: str, taken: Iterable[Found]) -> bytearray:
    """One byte a character: 1 where a name stands."""
    covered = bytearray(len(text))
    for found in taken:
        covered[found.start : found.end] = b"\1" * (found.end - found.start)
    return covered


def occurrences(text: str, names: Iterable[str]) -> Mapping[str, list[int]]:
    """Where each name begins, each time it stands in the text and does not run into itself.

    >>> occurrences("云岭县大柘村和大柘村", ["大柘村"])
    {'大柘村': [3, 7]}
    """
    wanted = dict.fromkeys(names)
    if len(wanted) * len(text) < MANY:
        return {name: list(_places_of(text, name)) for name in wanted}
    found: dict[str, list[int]] = {name: [] for name in wanted}
    for start, _, name in Lexicon(wanted).find(text):
        places = found[name]
        if not places or start >= places[-1] + len(name):
            places.append(start)
    return found


def _places_of(text: str, name: str) -> Iterator[int]:
    start = text.find(name)
    while start != -1:
        yield start
        start = text.find(name, start + len(name))
