"""A county or city that no table holds in, whether the words round it say that it is one out."""

from __future__ import annotations

import re
from collections.abc import Container

from kg.match.places.place_grammar import PLACE_TAGS, Found, PlaceGrammar, is_letter
from kg.match.places.short_levels import LINKS
from kg.match.rulebook.words import DOING, Words

# What only a county or city has: 安和县委, 安和县人民法院, 安和县农业农村局.
ORGAN = re.compile(
    "委(?![员托派培屈曲婉])|[纪监]委|政府|人大|政协|人民(?:法院|检察院|医院|武装部)|妇联|工商联|残联|总工会|融媒体?中心|公安局"
    "|[一-龥]{2,10}?(?:局(?![势面限部促])|管委会)"
)
# 安和县近年来, 安和县今年: when it does so stands before the deed.
SINCE = re.compile("(?:近年来|近年|今年以来|今年|去年|日前|近日|前不久|每年|全年|[12][0-9]{3}年)")
SHUT = re.compile("[，。；！？）]|\\Z|采访|调研|考察|召开|举行|举办|开幕|落户|落地|投资|境内|的|时")
AHEAD, CORE = 8, 2
# Neither opens nor ends what a county is called: 到邻县, 由两县.
LOOSE = frozenset(
    "到在从由向对为将把被给让使与及跟去回往赴进出入返离驻访比是有以并且但而更最很都也还就只再又各每本该全某这那其此哪几多两数个们"
    "的了着过之所邻外他她它你我您贫穷弱强包联帮挂跨整省市区州镇乡村国一二三四五六七八九十"
)
# 安和区青石街道, 安和区人民法院: what a district has, and no other 区.
DISTRICT = re.compile("[一-龥]{2,4}?(?:街道|镇|乡)(?!村)|(?:委(?![员托派])|政府|纪委|人民(?:法院|检察院|政府))")


class LargeNames:
    """Asks one text whether what ends as the name of a county or city does is one that no table holds."""

    def __init__(self, text: str, grammar: PlaceGrammar, words: Words) -> None:
        self.text, self.grammar, self.words = text, grammar, words

    def may_open(self, left: int, start: int) -> bool:
        """临源县: whether two characters that make no word may be what a county is called."""
        core = self.text[left:start]
        named = len(core) == CORE and LOOSE.isdisjoint(core[:1]) and LOOSE.isdisjoint(core[1:].replace("州", ""))
        return named and all(map(is_letter, core)) and not self.words.frequency(core)

    def is_district(self, left: int, start: int, end: int) -> bool:
        """安和区青石街道: whether what no table holds, and the dictionary does not, is a district by what it has."""
        text, core = self.text, self.text[left:start]
        opens = not is_letter(text[left - 1 : left] or "。") or text.endswith(self.grammar.signs.visiting, 0, left)
        common = self._is_word(core) or self.words.frequency(core[1:] + "区")
        named = LOOSE.isdisjoint(core) and all(map(is_letter, core)) and not common
        return opens and named and DISTRICT.match(text, end) is not None

    def shown(self, found: Found, towns: Container[int], starts: Container[int], ends: Container[int]) -> bool:
        """Whether a town stands behind it, or a body or deed of its own, where a clause begins with it.

        `towns` are where the towns and villages of the text begin, `starts` and `ends` where other counties do so.
        """
        start, end, text = found.start, found.end, self.text
        core = text[start : end - 1]
        if len(core) < CORE or self._is_word(core) or core in self.grammar.boundaries:
            return False
        # 云岭县、安和县: beside a county stands another.
        beside = (text[start - 1 : start] in LINKS and start - 1 in ends) or (
            text[end : end + 1] in LINKS and end + 1 in starts
        )
        opens = not is_letter(text[start - 1 : start] or "。") or text[start - 1] == "的"
        if end in towns or beside or (opens and (ORGAN.match(text, end) is not None or self._does(end))):
            return True
        visited = text.endswith(self.grammar.signs.visiting, 0, start)
        return visited and (SHUT.match(text, end) is not None or self._does(end))

    def _is_word(self, core: str) -> bool:
        """Whether the dictionary holds a core, and not as the name of a place or person."""
        return self.words.frequency(core) > 0 and self.words.tag(core) not in PLACE_TAGS

    def _does(self, end: int) -> bool:
        """安和县推行河长制: whether what follows is said of somebody who does things."""
        since = SINCE.match(self.text, end)
        at = since.end() if since else end
        last = at
        while last < min(len(self.text), at + AHEAD) and is_letter(self.text[last]):
            last += 1
        word, tag = next(iter(self.words.cut(self.text[at:last])), ("", "x"))
        return word in self.grammar.boundaries or tag[:1] in DOING or tag == "ad"
