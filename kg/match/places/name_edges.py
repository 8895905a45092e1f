"""A stretch of text that ends in a name of a place in, where the name begins out."""

from __future__ import annotations

import re

from kg.match.places.place_grammar import PLACE_TAGS, PlaceGrammar, is_letter
from kg.match.rulebook.kinds import SETTLEMENTS
from kg.match.rulebook.words import Words

LONGEST, REACH = 8, 12
LOOSE_TAGS = ("v", "d", "p", "c", "r", "u", "q", "i", "l", "vd", "ad")
RELATING = "vdpcru"
NUMBERS = ("m", "mq")
# A noun that seldom stands in running text makes a name where a common one says what kind of village it is.
RARE = 500
OFTEN, SELDOM = 20, 10
# After a number they count; 潘家湾 and 后日村 have them as any other character.
COUNTING = frozenset("人家户条名位批项种个口年月日时岁级届次")
# Before a suffix and as words of their own they say what is done there or how many are meant: 回村.
GOVERNING = frozenset("回返来出离进入到跨改访涉撤一绕治")
# Right behind a higher place they may be the end of a name: 会川镇马回村.
NEARBY = 2
# 产业强镇, 人口大县: how it fares, no name.
RANKING = frozenset("强大小名重古穷富老新兴")
RANKED = ("Township", "County")
# 富民强村, 选优配强村书记: villages grow strong; 自强村 and 富强村 bear a word of their own.
GROWN = frozenset("强弱优兴")
# Words that end as a town's name does and name none: 高于城镇居民.
WATERS, HOMES, OF_TWO = "水乡", "家乡", 2
# A word that itself ends as a place does is another place, or none: 文明村 before 观南村.
ENDS = re.compile(r"(?:[村镇乡]|社区|街道)\Z")
MARKET_TOWN = "集镇"
ESTATE = "小区"
STREETS = ("路", "街", "巷")
BEHIND_SURNAMES = "家庄湾寨营屯集店沟坪坝"
# 学习型社区, 国际化社区
MANNERS = tuple("型化式级制性类度")
# 组团联村, but 五联村
JOINING = ("联村", "联镇", "联乡")
# 丰裕村委会东村: the name began before the committee.
COMMITTEE = "委会"
# 彝族山村: whose village it is, and of what kind.
OF_A_PEOPLE = re.compile("族(?:聚居|特色)?[山小古老新大农渔]?$")
# 跨镇联村, 跨村
ACROSS = "跨"
# 下雨都得找镇里: what one has to do
SOUGHT = re.compile("找|[都也就]得")
# 种菜大村, 产粮大镇
GREAT = "大"
TAKEN_FOR_NAMES = "从向由"
WHEN = frozenset("原现今")
# 石桥镇的坡村, 该坡村: what never opens a name; 镇村, 校村, 企村: who does something together.
POINTING = frozenset("的了着是该本某每各我你他她它您们这那此全等性类型式化度者员件次")
CROPS = tuple("子果桃梨杏枣栗莓瓜茶竹萄桑柑橘橙柚椒姜蒜")
LAND = frozenset("河塘溪泉沟坑坪坡岭岩坝滩洞")
NEIGHBOURS = frozenset("省市县区镇乡街社校企园城户组点站院所银警店厂家人国省外内旧古穷富茶花果柳桃杏枣")
DIRECTIONS = "东西南北前后上下"
# 汉庄一村 and 汉庄二村 are two villages; 一村 by itself is any.
ORDINALS = frozenset("一二三四五六七八九十")
ORDINAL = re.compile("第?[一二三四五六七八九十]{1,3}")


class NameEdges:
    """Finds left edges in one text, by the words before the end of a name."""

    def __init__(self, text: str, grammar: PlaceGrammar, words: Words) -> None:
        self.text, self.grammar, self.words = text, grammar, words

    def reach(self, end: int, least: int = 0) -> int:
        """How far to the left of `end` a name may begin at the most."""
        left = end
        while left > max(least, end - REACH) and is_letter(self.text[left - 1]):
            left -= 1
        return left

    def bare(self, end: int, least: int = 0) -> int | None:
        """Where a name begins that ends here without any suffix."""
        left = self.reach(end, least)
        begin = self.begin(left, end, end)[0] if left < end else None
        return begin if begin is not None and self.fits(self.text[begin:end]) else None

    def governed(self, left: int, end: int) -> int:
        """Where a name begins that ends here, whatever nouns it is made of: behind the last word that governs it."""
        begin = end
        for word, tag in reversed(self.words.cut(self.text[left:end])):
            if word in self.grammar.boundaries or (len(word) == 1 and tag[0] in RELATING):
                break
            begin -= len(word)
        return begin

    def is_said_of_none(self, item: str) -> bool:
        """北方尚品: whether a member of a list of estates, which are called by whatever noun, holds no verb."""
        loose = (tag in LOOSE_TAGS or word in self.grammar.boundaries for word, tag in self.words.cut(item))
        return all(map(is_letter, item)) and not any(loose)

    def fits(self, core: str, chained: bool = False) -> bool:
        """Whether a name may be made of that core; one character is enough only `chained` to a higher place."""
        never = self.grammar.never
        if (
            core.endswith(MANNERS)
            or SOUGHT.search(core) is not None
            or core.startswith(COMMITTEE)
            or ACROSS in core
            or (len(core) > 2 and core[-1] == GREAT)
            or (OF_A_PEOPLE.search(core) is not None and not chained)
            or any(core[at:] in never for at in range(len(core)))
        ):
            return False
        if len(core) == 1:
            return chained and (core in self.grammar.surnames or core in DIRECTIONS)
        return len(core) <= LONGEST

    def says_when(self, begin: int, start: int) -> bool:
        """原青山村, 今柳河村: whether what seems to open a name says that it was called so, or is now."""
        if self.text[begin] not in WHEN or start - begin <= 2 or self.text[begin + 1] in BEHIND_SURNAMES:
            return False
        return len(self.words.cut(self.text[begin:start])[0][0]) == 1

    def begin(self, left: int, start: int, end: int, kind: str = "", chained: bool = False) -> tuple[int | None, bool]:
        """Where the name begins whose suffix stands from `start` to `end`; and whether it may be no name.

        `left` is the earliest place, `chained` whether a higher place ends there.
        """
        tokens = self._tokens(left, start, end)
        if not tokens:
            return None, False
        begin: int | None = None
        doubtful = False
        at, word, tag = tokens[-1]
        if at + len(word) > start:
            # The suffix is the end of a word: 新村, 农村, 开发区.
            ordinal = self.text[at:start] in ORDINALS
            if word in JOINING and len(tokens) > 1 and tokens[-2][1] not in ORDINALS:
                return None, False
            # 金阳县依达乡: right behind a higher place a word that hardly stands elsewhere is a name.
            rare = chained and at == left and self.words.frequency(word) < SELDOM
            # 王家集镇, 李集镇: the town of the market of a family.
            owner = tokens[-2][1].removesuffix("家") if word == MARKET_TOWN and len(tokens) > 1 else ""
            # 云岭县马家乡, 云岭县清水乡: with one character more such a word is a town's name.
            whole = chained and len(tokens) == OF_TWO and at == left + 1 and tokens[0][2][:1] not in "upcdrm"
            town = whole and (word == WATERS or (word == HOMES and tokens[0][1] in self.grammar.surnames))
            family = owner in self.grammar.surnames or town
            if not ordinal and not rare and not family and not self._ends_name(word, tag, self.text[at:start]):
                return None, False
            tokens.pop()
            begin = at
        while tokens:
            at, word, tag = tokens.pop()
            # 投建镇敬老院, 搭上青山村的车: a verb that the dictionary cuts in two.
            if not chained and tokens and len(word) == 1 and tokens[-1][1] + word in self.grammar.boundaries:
                return begin, doubtful
            counted = word in COUNTING and self._numbered(at, tokens)
            street = begin is not None and self.text[begin:start] in STREETS and tag[0] in "na" and len(word) == 2
            beside = begin is None or start - begin == 1
            # Where a clause begins 沿港镇 is a town's name: hardly one is called by a single character.
            town = kind == "Township" and begin is not None and start - begin == 1
            opens = (chained or town) and at == left and self.grammar.starts.get(word, False)
            opens = opens or (chained and at == left and begin is not None and self._opens_two(at, begin, start, kind))
            # 邮电小区, 纺织小区: an estate is called by whatever noun; the text must bear it out.
            estate = begin is None and self.text[start:end] == ESTATE and tag[0] in "njv" and len(word) == 2
            governs = tag[0] == "v" and word in self.grammar.boundaries
            estate = estate and not governs and word not in self.grammar.never
            # 江滨新村第一社区, 江一社区
            numbered = begin is None and kind == "Community" and ORDINAL.fullmatch(word) is not None
            lies = begin is not None and kind == "Community" and word == "新村"
            # 柳坪乡泥垅村: what the dictionary hardly knows is a name right behind a higher place.
            hardly = chained and at == left and begin is None and len(word) == 2 and word not in self.grammar.boundaries
            hardly = hardly and word not in self.grammar.never and 0 < self.words.frequency(word) < SELDOM
            part = street or opens or estate or numbered or lies or hardly
            part = part or self._part(at, word, tag, begin is None, beside)
            if start - at > LONGEST or counted or not part:
                break
            if begin is None:
                if numbered:
                    begin, doubtful = at, word[0] != "第"
                    continue
                ranked = (kind in RANKED and word in RANKING) or (kind == "Village" and word in GROWN)
                if ranked or (word in GOVERNING and not (chained and left < at <= left + NEARBY)):
                    return None, False
                doubtful = len(word) > 1 and self._doubtful(word, tag)
            begin = at
        return (None if begin is None or ORDINAL.fullmatch(self.text[begin:start]) else begin), doubtful

    def _opens_two(self, at: int, begin: int, start: int, kind: str) -> bool:
        """石桥镇对坡村: behind a town 坡村 is none to which a word of relation could lead, as 李村 and 山村 are."""
        inside = self.text[begin:start]
        if kind not in SETTLEMENTS or (at + 1, at + 2) != (begin, start) or self.text[at] in POINTING:
            return False
        if inside in LAND:
            return True
        plain = inside in self.grammar.surnames or inside in DIRECTIONS or inside in NEIGHBOURS
        return not plain and self.words.tag(inside)[:1] in "ngz" and not self.words.frequency(inside + "村")

    def _numbered(self, at: int, before: list[tuple[int, str, str]]) -> bool:
        """Whether a number stands in front of the word at `at`."""
        if before:
            return before[-1][2] in NUMBERS or before[-1][1][-1] in "几多余数两"
        return "0" <= self.text[at - 1 : at] <= "9"

    def _tokens(self, left: int, start: int, end: int) -> list[tuple[int, str, str]]:
        """The words from `left` on that begin before the suffix."""
        at, tokens = left, []
        for word, tag in self.words.cut(self.text[left:end]):
            if at >= start:
                break
            # 帮着从松林镇拉来: the dictionary takes 从松林 for a person.
            if tag == "nr" and len(word) > 2 and word[0] in TAKEN_FOR_NAMES:
                tokens.append((at, word[0], "p"))
                at, word = at + 1, word[1:]
            tokens.append((at, word, tag))
            at += len(word)
        return tokens

    def _ends_name(self, word: str, tag: str, rest: str) -> bool:
        """Whether a word that holds the suffix may be the end of a name."""
        if word in self.grammar.signs.towns or rest in GOVERNING:
            return False
        settled = word in self.grammar.settlement or rest in self.grammar.settlement
        return settled or tag in PLACE_TAGS or self.grammar.gazetteer.is_town(word)

    def _part(self, at: int, word: str, tag: str, adjacent: bool, beside: bool) -> bool:
        """Whether a word can be part of a name: `adjacent` to its suffix, `beside` its last character, or further."""
        if len(word) == 1:
            surname = word in self.grammar.surnames and self.text[at + 1 : at + 2] in BEHIND_SURNAMES
            return (word not in self.grammar.starts or surname) and is_letter(word)
        # 柿子沟村: a crop names no village, but what it grows in does.
        grown = beside and not adjacent and tag == "n" and word.endswith(CROPS) and self.text[at + len(word)] in LAND
        if (word in self.grammar.never and not grown) or not is_letter(word[0]) or ENDS.search(word):
            return False
        count = self.grammar.settlement.get(word, 0)
        if word in self.grammar.boundaries or tag in LOOSE_TAGS:
            return count >= OFTEN and (adjacent or self.words.frequency(word) < 3 * count)
        # 骆驼 is part of 骆驼湾, 时任 is no part of 时任白石.
        rare = beside and tag == "n" and len(word) == 2 and self.words.frequency(word) < RARE
        return tag in PLACE_TAGS or rare or grown or count >= SELDOM

    def _doubtful(self, word: str, tag: str) -> bool:
        """Whether the word before a suffix may as well say what is done there or what kind of place it is."""
        count = self.grammar.settlement.get(word, 0)
        if word in self.grammar.boundaries or not (count or tag in PLACE_TAGS):
            return True
        return tag in LOOSE_TAGS and self.words.frequency(word) > 3 * count
