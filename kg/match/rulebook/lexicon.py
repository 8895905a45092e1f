"""Words in, an automaton that finds all of them in one pass out: the only module that knows the automaton."""

from __future__ import annotations

from collections.abc import Iterable

import daachorse


class Lexicon:
    """A set of words, found wherever they stand, also inside one another.

    >>> Lexicon(["推行", "探索推行", "机制"]).find("云岭县探索推行新机制")
    [(3, 7, '探索推行'), (5, 7, '推行'), (8, 10, '机制')]
    """

    __slots__ = ("_automaton", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words) - {""})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self._words) if self._words else None

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and word of every occurrence, in the order in which they end, longest first."""
        if self._automaton is None:
            return []
        words = self._words
        return [(start, end, words[which]) for start, end, which in self._automaton.find_overlapping(text)]
