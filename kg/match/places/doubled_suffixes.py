"""A place and the suffix right behind it in, whether both are one longer name out: 杨家屯村, 管镇镇, 赵镇街道."""

from __future__ import annotations

import re

from kg.match.places.name_evidence import ANY_VILLAGE, POSTED, SERVED
from kg.match.places.place_grammar import Found, PlaceGrammar, is_letter

FULL = ("suffix", "division")
HAMLET = "屯"
SINGLE = 2
# 青石镇街道 are the streets of a town, 青石镇街道办事处 is an office with a name.
OFFICES = re.compile("办事处|(?:党|人大|纪)工委|党(?:委|群|政办)|总工会|妇联|团工委|书记|主任")
# 青石镇社区党支部 is that of one community, 青石镇社区干部 are those of all.
HEADED = re.compile("党(?:委|总支|支部|群)|支部|两委|“两委|书记|主任|居委会|居民委员会")
# 俞镇街道两旁, 柳家屯乡里: no words for a body.
ALONG = re.compile("街道(?:[上两旁边沿]|路面)|[镇乡][上里]")
OF_ALL = re.compile(f"{SERVED.pattern}|工作|干部")
# 管镇镇长, 管镇镇区: the second word belongs to what follows.
OF_TOWN, SEATED = re.compile("镇[长区域村直级]"), re.compile("镇[党委政]")
# 张村村委会 is the committee of 张村, 赵镇村集体 are the villages of 赵镇.
OF_VILLAGES = re.compile("村[委集组部屯居社庄庙干两支]")
# 区镇村三级
LEVELS = frozenset("省市县区")
CLOSED = re.compile(r"[，。；：！？（）]|\Z")
# 白石镇集镇社区: the community of the market town.
MARKETS = ("集镇", "场镇")


class DoubledSuffixes:
    """Asks one text whether a name goes on with a second suffix."""

    def __init__(self, text: str, grammar: PlaceGrammar) -> None:
        self.text, self.grammar = text, grammar

    def grows(self, before: Found, end: int, kind: str) -> bool:
        """Whether the suffix that ends at `end` goes on with the place before it."""
        if ALONG.match(self.text, before.end):
            return False
        if kind == "Township" and self._is_town(before, end):
            return OF_TOWN.match(self.text, before.end) is None or before.type != "Township"
        if before.type == "Village" and before.rule == "suffix":
            return self._village_grows(before, end, kind)
        return before.type == "Township" and before.rule in FULL and self._town_grows(before, end, kind)

    def _is_town(self, before: Found, end: int) -> bool:
        named = before.rule in FULL and before.type in ("Village", "Township")
        return named and self.grammar.gazetteer.is_town(self.text[before.start : end])

    def _village_grows(self, before: Found, end: int, kind: str) -> bool:
        """谢家湾街道民主村社区, 杨家屯村, 张村村, 柳屯镇."""
        text, tail = self.text, self.text[before.end : end]
        if kind == "Community":
            return True
        hamlet, single = text[before.end - 1] == HAMLET, before.end - before.start == SINGLE
        if tail == "街道":
            return OFFICES.match(text, end) is not None
        if tail == "村":
            return text[end : end + 1] != "组" if hamlet else single and not OF_VILLAGES.match(text, before.end)
        return tail in ("镇", "乡") and (hamlet or single)

    def _town_grows(self, before: Found, end: int, kind: str) -> bool:
        """管镇镇, 赵镇街道, 城关镇社区党支部."""
        text, tail = self.text, self.text[before.end : end]
        single = before.end - before.start == SINGLE
        if tail == "街道":
            return single or OFFICES.match(text, end) is not None
        if tail == "社区":
            alone = CLOSED.match(text, end) is not None and not is_letter(text[before.start - 1 : before.start] or "。")
            return alone or HEADED.match(text, end) is not None or (single and OF_ALL.match(text, end) is None)
        if not single or OF_TOWN.match(text, before.end) or OF_VILLAGES.match(text, before.end):
            return False
        known = self.grammar.gazetteer.is_town(text[before.start : before.end])
        if kind == "Village":
            return tail == "村" and (not known or bool(POSTED.match(text, end) or CLOSED.match(text, end)))
        return tail in ("镇", "乡") and not (known and SEATED.match(text, before.end))

    def opened(self, left: int, start: int, end: int, kind: str, edge: bool) -> int | None:
        """走访管镇镇: where a name begins whose first suffix has one character before it, if one ends in the second."""
        text, at = self.text, start - SINGLE
        if at < left:
            return None
        if kind == "Community" and text[at:start] in MARKETS:
            return at if edge and at == left and self._is_of_market(at, end) else None
        first = self.grammar.suffixes.get(text[start - 1])
        if first is None or first.type not in ("Village", "Township") or not first.fits(text, start - 1, start):
            return None
        bound = (edge and at == left) or self.grammar.starts.get(text[at - 1]) is not None
        named = text[at] in self.grammar.surnames and text[at] not in ANY_VILLAGE and text[at] not in LEVELS
        return at if bound and named and self.grows(Found(at, start, first.type, "suffix"), end, kind) else None

    def _is_of_market(self, at: int, end: int) -> bool:
        """白石镇集镇社区, 集镇社区党支部: behind its town, or by what it has."""
        placed = is_letter(self.text[at - 1 : at] or "。") and SERVED.match(self.text, end) is None
        return placed or HEADED.match(self.text, end) is not None
