"""A clause in, whether several places act in it, and the place wide enough for the villages that it counts out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.match.rulebook.kinds import PLACES, SETTLED
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.openers import Openers
from kg.model import Mention, Span

LISTED = re.compile("[一-鿿]{2,5}(?:[、和][一-鿿]{2,5})+")
VILLAGES = re.compile("[0-9]+[余多]?个(?:行政)?(?:村|社区|嘎查)")
NAMED_BEFORE = 30


@dataclass(frozen=True, slots=True)
class SeveralPlaces:
    """The text with its mentions, and the verbs by which one sees that places act."""

    text: str
    mentions: Mentions
    openers: Openers

    def wide_enough(self, place: Mention | None, at: int) -> Mention | None:
        """岭头村推行公约，22个村都有: so many villages are of the town or county named before, and of no village."""
        if place is None or place.type not in SETTLED - {"Township"} or not VILLAGES.match(self.text, at):
            return place
        before = reversed(self.mentions.before(at, NAMED_BEFORE))
        return next((m for m in before if m.type in PLACES and m.type not in SETTLED - {"Township"}), place)

    def act(self, span: Span, at: int) -> bool:
        """南山、石桥、柳湾建起…: whether a clause opens with a list that ends with the name of a place, and a verb."""
        listed = (m for m in self.mentions.between(at + 1, span.end) if self.text[m.span.start - 1] == "、")
        ends = [m.span.end for m in listed if m.type in PLACES and LISTED.fullmatch(self.text, at, m.span.end)]
        acts = any(self.openers.governs(self.text, end) and self.text[end] != "等" for end in ends)
        return acts and not self.openers.governs(self.text, at)
