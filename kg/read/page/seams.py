"""Two ends of text in, how likely the one goes on in the other out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from operator import itemgetter
from typing import Protocol


class Wordhood(Protocol):
    """Who knows words: asked only where a repair needs evidence."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How common each word is; what is not among them is none."""


# All words of jieba's dictionary, each as often as it counts them.
_ALL_WORDS = log(60_000_000)
# A character that is no word of its own; longer strings that are none do not exist.
_RARE = -_ALL_WORDS - 1
_REACH = 4  # characters to each side of a seam
_LONGEST_WORD = 4
_MARKS = frozenset('，。、；：！？“”（）《》"')
# How far words of so many characters reach to both sides, and what stands there round a seam, all taken at once.
_OVER_A_SEAM = ((1, 1), (2, 2), (2, 1), (1, 2), (1, 3), (3, 1))
_over_a_seam = itemgetter(*[slice(_REACH - before, _REACH + after) for before, after in _OVER_A_SEAM])
# Where words of several characters may stand within so many.
_WITHIN = tuple(
    tuple((end - size, end) for end in range(2, length + 1) for size in range(min(end, _LONGEST_WORD), 1, -1))
    for length in range(_REACH + 1)
)
_OVER_A_CHARACTER = ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (0, 3), (3, 0))

# Of a word over a seam: how much of it stands to the left and to the right, and how likely it is, as a logarithm.
_Crossing = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Seams:
    """Weighs seams by the words that they make."""

    words: Wordhood

    def gain(self, left: str, right: str) -> float:
        """How much likelier the two are as one text than as two, as a logarithm: 0 where no word crosses.

        >>> class Few:
        ...     counts = {"产品": 9000, "产": 500, "品": 500, "生态": 3000, "价值": 3000}
        >>> Seams(Few()).gain("生态产", "品价值") > 4, Seams(Few()).gain("生态", "价值")
        (True, 0.0)
        """
        return self.onto(left)(right)

    def onto(self, left: str) -> Callable[[str], float]:
        """The gain of each text that may go on where this one ends."""
        # No word holds a mark.
        if left[-1:] in _MARKS:
            return _no_gain
        # No word holds a line break, which makes both sides of one length.
        ending = left[-_REACH:].rjust(_REACH, "\n")
        known = self.words.counts.get
        before: list[float] = []

        def gain(right: str) -> float:
            if right[:1] in _MARKS:
                return 0.0
            counts = [*map(known, _over_a_seam(ending + right[:_REACH].ljust(_REACH, "\n")))]
            # Nearly no seam makes a word.
            if not any(counts):
                return 0.0
            crossing = [
                (back, on, log(count) - _ALL_WORDS)
                for (back, on), count in zip(_OVER_A_SEAM, counts, strict=True)
                if count
            ]
            if not before:
                before.extend(self._before(left[-_REACH:]))
            after = self._after(right[:_REACH])
            return max(0.0, _likeliest(before, crossing, after) - before[-1] - after[0])

        return gain

    def around(self, left: str, right: str) -> Callable[[str], float]:
        """How likely a character stands between two ends of text, as a logarithm."""
        before, after = self._before(left), self._after(right)

        def likelihood(char: str) -> float:
            count = self.words.counts.get(char)
            alone = (0, 0, log(count) - _ALL_WORDS if count else _RARE)
            return _likeliest(before, [alone, *self._words(left, char, right, _OVER_A_CHARACTER)], after)

        return likelihood

    def _words(self, left: str, char: str, right: str, reaches: Sequence[tuple[int, int]]) -> list[_Crossing]:
        """The words that reach from the one end into the other."""
        known = self.words.counts.get
        text, start, end = left + char + right, len(left), len(left) + len(char)
        return [
            (before, after, log(count) - _ALL_WORDS)
            for before, after in reaches
            if before <= start and (count := known(text[start - before : end + after])) and after <= len(right)
        ]

    def _before(self, text: str) -> list[float]:
        """The likelihood of each beginning of a text, from the empty one to the whole, in its likeliest words."""
        known = self.words.counts.get
        words = self._within(text)
        best = [0.0]
        for end, char in enumerate(text, 1):
            count = known(char)
            top = best[-1] + (log(count) - _ALL_WORDS if count else _RARE)
            for start, stop, weight in words:
                if stop == end and best[start] + weight > top:
                    top = best[start] + weight
            best.append(top)
        return best

    def _after(self, text: str) -> list[float]:
        """The same of each end of a text, from the whole to the empty one."""
        known = self.words.counts.get
        words = self._within(text)
        best = [0.0] * (len(text) + 1)
        for start in range(len(text) - 1, -1, -1):
            count = known(text[start])
            top = best[start + 1] + (log(count) - _ALL_WORDS if count else _RARE)
            for place, end, weight in words:
                if place == start and best[end] + weight > top:
                    top = best[end] + weight
            best[start] = top
        return best

    def _within(self, text: str) -> list[tuple[int, int, float]]:
        """The words of several characters in an end of text: of so few characters there are seldom two."""
        known = self.words.counts.get
        return [
            (start, end, log(count) - _ALL_WORDS)
            for start, end in _WITHIN[len(text)]
            if (count := known(text[start:end]))
        ]


def _no_gain(_: str) -> float:
    return 0.0


def _likeliest(before: list[float], crossing: Iterable[_Crossing], after: list[float]) -> float:
    return max([before[-1 - left] + weight + after[right] for left, right, weight in crossing])
