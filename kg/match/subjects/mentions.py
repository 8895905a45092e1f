"""The mentions of a document in, those of a stretch of it or before a place out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Mention


class Mentions:
    """The mentions of a document in order, found by where they begin."""

    __slots__ = ("all", "starts")

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.all, self.starts = mentions, [mention.span.start for mention in mentions]

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """Those that begin at `start` or later, but before `end`."""
        starts = self.starts
        low = bisect_left(starts, start)
        # Most stretches that are asked for hold none.
        if low == len(starts) or starts[low] >= end:
            return ()
        return self.all[low : bisect_left(starts, end, low)]

    def before(self, place: int, most: int) -> Sequence[Mention]:
        """The last ones that begin before a place."""
        high = bisect_left(self.starts, place)
        return self.all[max(0, high - most) : high]
