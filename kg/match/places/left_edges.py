"""The last words of places in, where the names that end in them begin at the earliest out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.match.places.name_edges import REACH
from kg.match.places.place_grammar import Found, PlaceGrammar, is_letter

# 2001年12月治平乡, 2015年底柳湾村, （现青石镇）: a date is no part of the name behind it, nor that it is called so now.
DATED, DATE = re.compile(r"(?:[0-9][年月日]|[年月](?:底|初|末|[上中下]旬)|（[现原今])\Z"), 3
# Behind 南京 they make the name 南京路社区.
STREET = re.compile(r"[东西南北中一二三]?(?:路|街|大道|巷|桥|门|里)\Z")
# 下辖上塘村
HOLDS, HELD_WORDS = "辖", frozenset("区境内地")
# 石桥村委会哈尼寨: behind the committee of a village the name of a part of it begins.
COMMITTEES = ("村委会", "村委", "村民委员会")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that ends in a suffix, and how sure its left edge is."""

    found: Found
    left: int  # where the name began at the earliest
    chained: bool  # directly behind another place
    firm: bool  # nothing but the name between the mark before it and its end
    doubtful: bool


@dataclass(frozen=True, slots=True)
class LeftEdges:
    """The text with the places that are known by where they end."""

    text: str
    grammar: PlaceGrammar
    ends: Mapping[int, Found]

    def is_edge(self, left: int, before: Found | None) -> bool:
        """Whether a name may begin at `left` and no further to the left: behind a place, a mark or 曾任."""
        served = (
            self.text[left - 2 : left] in self.grammar.signs.posts
            or self.text[left - 1 : left] == HOLDS
            or DATED.search(self.text, max(0, left - DATE), left)
            or self.text.endswith(COMMITTEES, 0, left)
        )
        return before is not None or left == 0 or not is_letter(self.text[left - 1]) or bool(served)

    def left(self, start: int) -> tuple[int, Found | None]:
        """Where the name begins at the earliest, and the place that ends there."""
        text, at, least = self.text, start, max(0, start - REACH)
        if at in self.ends:
            return at, self.ends[at]
        while at > least and is_letter(text[at - 1]):
            holds = text[at - 1] == HOLDS and text[at] not in HELD_WORDS
            if holds or DATED.search(text, max(0, at - DATE), at) or text.endswith(COMMITTEES, 0, at):
                break
            at -= 1
            before = self.ends.get(at)
            if before is None or before.rule == "region":
                continue
            # 江西 begins the name 江西村, 南京 the name 南京路社区.
            if before.rule != "short" or (start - at > 1 and not STREET.match(text[at:start])):
                return at, before
        return at, None
