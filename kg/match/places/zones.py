"""The last words of zones and of districts in, those before which a place makes a name of them out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.match.places.large_names import LargeNames
from kg.match.places.left_edges import Candidate
from kg.match.places.name_edges import NameEdges
from kg.match.places.place_grammar import CITIES, Found, PlaceGrammar, is_letter
from kg.model import Form

SHORTEST_ZONE = 4
ZONES = ("经开区", "高新区", "开发区")
OF_A_ZONE = re.compile("党工委|工委|纪工委|管委会|总工会|工会|妇联|团工委|[一-龥]{2,6}局|公安分局|人民?法院|检察院")
DISTRICT_CORE, SHORTEST_CORE = 4, 2
# 在高新技术产业开发区建园: where something is done in a zone, it is the one of the text.
NOT_THE_ZONE = re.compile("[一-龥]?(?:级|内各|等)|建设|发展|管理")


@dataclass(frozen=True, slots=True)
class Zones:
    """The text with the places that are known by where they end, and the judges of names."""

    text: str
    grammar: PlaceGrammar
    edges: NameEdges
    large: LargeNames
    ends: Mapping[int, Found]

    def district(self, start: int, end: int) -> Candidate | None:
        """Any word may stand before 区, so only a city in front of it makes a name: 云州市观城区."""
        for left in range(start - 1, max(start - DISTRICT_CORE, 0) - 1, -1):
            before = self.ends.get(left)
            if before is not None:
                core = self.text[left:start]
                city = before.type == "Prefecture" or self._is_municipality(before)
                named = len(core) > 1 and self.edges.fits(core) and all(map(is_letter, core))
                if city and named and before.rule != "short":
                    return Candidate(Found(left, end, "County", "suffix"), left, True, True, False)
                return None
        # 安和区青石街道: or a town of its own behind it.
        left = start - SHORTEST_CORE
        if left >= 0 and self.large.is_district(left, start, end) and self.edges.fits(self.text[left:start]):
            return Candidate(Found(left, end, "County", "suffix"), left, False, True, False)
        return None

    def _is_municipality(self, place: Found) -> bool:
        """北京市: whether a city is a province."""
        name = self.text[place.start : place.end]
        return name[-1] == "市" and bool(self.grammar.gazetteer.find(name, "Province"))

    def zone(self, start: int, end: int, before: Found | None) -> Candidate | None:
        """云岭县经济开发区 bears the name of its place."""
        if before is not None and before.rule == "region":
            # 营口辽河经济开发区: the river, behind the city.
            before = replace(before, start=behind.start) if (behind := self.ends.get(before.start)) else None
        elif before is not None and before.type not in (*CITIES, "County"):
            return None
        if before is None and self._is_of_the_text(start, end):
            return Candidate(Found(start, end, "Region", "suffix", Form.SHORT), start, False, True, False)
        if before is None or self.text[start:end] == "新区":
            return None
        return Candidate(Found(before.start, end, "Region", "suffix"), before.start, True, True, False)

    def _is_of_the_text(self, start: int, end: int) -> bool:
        """经开区总工会: whether a zone without any other name has a body of its own, so that one is meant."""
        opens = not is_letter(self.text[start - 1 : start] or "。")
        return opens and self.text[start:end] in ZONES and OF_A_ZONE.match(self.text, end) is not None

    def is_done_in(self, start: int, end: int) -> bool:
        """县里在经济开发区建园: whether something is done in a zone without another name, and not 在各地经济开发区."""
        done = next((len(word) for word in self.grammar.signs.sited if self.text.endswith(word, 0, start)), 0)
        before = self.text[start - done - 1 : start - done] or "。"
        opens = done > 1 or not is_letter(before) or start - done in self.ends or before == "里"
        return done > 0 and opens and end - start > SHORTEST_ZONE and NOT_THE_ZONE.match(self.text, end) is None
