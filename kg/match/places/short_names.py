"""Text and the full names in it in, its short forms of divisions and its regions out: 寻乌, 长三角, 中国."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.match.places.chains import Spans
from kg.match.places.country import MEDIUM
from kg.match.places.full_names import highest
from kg.match.places.occurrences import cover, occurrences
from kg.match.places.place_grammar import (
    COUNTRY,
    PAPER,
    PLACE_TAGS,
    Found,
    Hit,
    PlaceGrammar,
    is_letter,
    stands_whole,
)
from kg.match.places.short_levels import REACH, ShortLevels
from kg.match.rulebook.words import Words
from kg.model import Form

# 县城中东部 is a part of the county.
PARTLY = re.compile("部(?![分门署队])")
SIDES, FLANKS = "东西南北", "麓岸坡端侧缘"
# 江西路, 黄山街道: a name that is part of another, which the suffix grammar finds if it is one.
PART = re.compile(
    r"[东西南北中]?(?:路(?![径线演])|大道|大街(?!小)|街(?!头)|巷|大桥|桥(?!头)|村(?![民级庄寨落镇])"
    r"|镇(?![江海远宁平安原坪])|乡(?!村)|[渔古]村|社区|屯|组(?![织合建团成长])|新区|区(?![域位块县市])|号(?!召)|牌|精神"
    r"|地(?=等|、|，|。)|大地|热带|论坛|峰会|网(?:讯|消息|记者)"
    r"|[一-龥]{0,4}(?<!老旧)(?<!住宅)(?:小区|花园|家园|公寓|山庄)"
    r"|[湖荡塘潭][水边畔里岸流区，。、]"
    # 南阳溪两岸: a water that is called as a city is, and no part of that city.
    r"|[溪河江涧](?=[，、。；：！？）”]|[边畔岸]|[两沿]岸|沿线|流域|[上中下]游|支流|干流|成[了为]|蜿蜒|穿|流|的(?:水|源|治理|河))"
    r"|水库|水电站|电站|景区|公园|广场|小学|中学|医院|酒店|[日晚晨早商]报|都市报|新闻网)"
)
# 纽荷兰: behind one character more a make is called so, where no word of relation is that character.
BRAND = re.compile(
    "(?<![一-龥])[一-龥](?<![在到从往向与和赴去访驻至给对由被将把及经于抵飞如像学是该让叫使为而且并但即有来自跟同比当以或非])$"
)
# 在河内养鱼, 走廊里加床: abroad only where the text speaks of another place abroad, or of what a capital has.
ABROAD = re.compile("市长|大使|总统|总理|共和国|王国|首都|国际机场")
# 中国特色, 中国梦, 中国移动: the country is meant only where nothing makes another name of it.
# “中国苹果之乡”: what is called so.
TITLED = re.compile("“[^“”，。；：！？\\n]{3,16}”")
ITSELF = re.compile(
    r"[，。、；：！？“”（）\n]|[和与及同在是的对将已向从有也正仍驻]|政府|人民(?!解放军|银行|保险)|代表|外交|大使|经济|市场|队|[男女](?:排|篮|足|队|子)|\Z"
)
# 云溪市人民医院: of a city that no table knows, and not of 云溪区. But 长沙市场, 萍乡县域.
OTHER_LEVEL = re.compile("市(?![场民值容面况井区县内外郊里上级直]|委市政府)|县(?![域区级城内乡处际])|自治[州县旗]")
# 斯德哥尔摩市, 冲绳县: what a place abroad is called with its level.
LARGER = re.compile(
    "市(?![场民值容面况长井])|[省州](?![长府立级])|[县邦](?![长级城])|半岛|群岛|岛(?![国上内屿])|(?:独立|人民|社会主义|伊斯兰|民主|联邦|阿拉伯)*(?:共和国|联合王国|王国|独立国|酋长国|合众国)"
)
LANDFORM = re.compile("高原|平原|盆地|丘陵|山区|草原|城市群(?!体)")
# 新华社南昌5月1日电: where the report was sent from, not what it is about.
SENT_FROM = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日[电讯]")
ACTING = ("d", "p", "c", "u")
# Nothing in between that joins or governs: the rest of a firm's name.
FIRM = re.compile(r"[^\W0-9A-Za-z的在和与由了及等向被把将]{2,14}?(?:公司|合作社|集团|合作联社)")
LESSER = "小"
# 守护祖国北疆: the border in the north, and no part of a province.
HOMELAND = "祖国"
# 第十一届普洱咖啡生豆大赛: what a meeting is called after.
SESSION, SESSION_REACH = re.compile("第[0-9一二三四五六七八九十百]{1,4}届\\Z"), 6
SENDERS = ("本报", "新华社", "中新社", "本社")


class ShortNames:
    """The short forms and regions of one text, on the evidence of its full names."""

    def __init__(
        self,
        text: str,
        hits: Sequence[Hit],
        full: Sequence[Found],
        chained: tuple[Spans, Spans],
        grammar: PlaceGrammar,
        words: Words,
        favoured: str,
    ) -> None:
        # What opens a chain of names (云南 in 云南镇雄), and what goes on with it, stands whole.
        self.text, self.hits, self.full, self.grammar, self.words = text, hits, full, grammar, words
        self.opening, self.following = chained
        self.levels = ShortLevels(text, hits, full, grammar, words, favoured)

    def found(self) -> list[Found]:
        """Short forms of divisions, and regions."""
        text, regions = self.text, self.grammar.regions
        ends = {found.end: found for found in self.full}
        covered = cover(text, self.full)
        named = {regions[word].name for _, _, word in self.hits if word in regions and not regions[word].short}
        surely = self.grammar.abroad - self.grammar.abroad_or_else
        abroad = any(word in surely for _, _, word in self.hits)
        found: list[Found] = []
        for start, end, word in self.hits:
            opens = (start, end) in self.opening
            other = not opens and (PART.match(text, end) or OTHER_LEVEL.match(text, end))
            if covered[start] or covered[end - 1] or other or text.endswith(HOMELAND, 0, start):
                continue
            if self._is_dateline(start, end):
                found.append(self._dateline(start, end, word))
                continue
            region = regions.get(word)
            if region is not None and (self._is_division(word) or self.levels.in_city(word, ends.get(start))):
                region = None  # 巫山 where the text names 巫山县, and 济宁泗水
            if region is not None:
                if (region.short and region.name not in named) or (word[-1] in SIDES and PARTLY.match(text, end)):
                    continue
                # 被誉为“小庐山”: what a place is likened to.
                if text[start - 1 : start] == LESSER and text[start - 2 : start - 1] in "“‘":
                    continue
                if word == COUNTRY and not self._is_the_country(start, end):
                    continue
                if word in self.grammar.abroad_or_else and not (abroad or ABROAD.match(text, end)):
                    continue
                if word in self.grammar.abroad and BRAND.search(text, max(0, start - 2), start):
                    continue
                if (land := LANDFORM.match(text, end)) is not None:
                    end = land.end()  # 陕北高原
                if not region.short and (suffix := LARGER.match(text, end)) is not None and region.type == "Place":
                    end = suffix.end()
                place = Found(start, end, region.type, "region", Form.SHORT if region.short else Form.PROPER)
            else:
                level = self.levels.level(start, end, word, ends.get(start))
                session = SESSION.search(text, max(0, start - SESSION_REACH), start) is not None
                if level is None or (session and level != "Province" and not self._is_division(word)):
                    continue
                # 克孜勒苏州 for 克孜勒苏柯尔克孜自治州
                if level == "Prefecture" and text[end : end + 1] == "州" and len(word) > 2:
                    end += 1
                place = Found(start, end, level, "short", Form.SHORT)
            if PAPER.match(text, end):
                continue
            whole = opens or (start, end) in self.following or stands_whole(text, start, end, self.words)
            whole = whole or (self._opens_body(start, end) if region is not None else self._opens_firm(end, word))
            if whole and not self._other_word(start, end):
                found.append(place)
                ends[end] = place
                covered[start:end] = b"\1" * (end - start)
        return found

    def _is_division(self, word: str) -> bool:
        """Whether a word of the table is the short form of a division that the text names in full."""
        divisions = self.grammar.gazetteer.named.get(word, ())
        return any(division.name in self.levels.present for division in divisions)

    def _is_the_country(self, start: int, end: int) -> bool:
        """Whether 中国 is the country here, and not the beginning of another name: 中国给了我们机会, not 中国移动."""
        text = self.text
        if text[start - 1 : start] in ("新", "《") or TITLED.match(text, start - 1):
            return False
        after = self.words.cut(text[end : end + REACH].partition("\n")[0])[:1]
        if MEDIUM.match(text, end) is not None:
            return False
        acts = bool(after) and (after[0][1][:1] in ACTING or after[0][0] in self.grammar.signs.acting)
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
        # 湖南京能新能源有限公司: no 南京 in it.
        before = self.text[end - len(word) - 1 : end - len(word)]
        opens = not is_letter(before or "。") or before in "和与及至到往赴"
        if opens and any(division.level == "Province" for division in self.grammar.gazetteer.named.get(word, ())):
            return True
        return any(division.name in self.levels.present for division in self.grammar.gazetteer.named.get(word, ()))

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

    def extra(self, names: Iterable[str], taken: Sequence[Found]) -> list[Found]:
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
