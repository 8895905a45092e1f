"""Text in, words with their boundaries and tags out: the only module that knows jieba."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from functools import cached_property
from itertools import repeat
from math import log
from operator import add

Token = tuple[str, str]
# Its tags of names of people, places and other things: 扎西 is also a place; of idioms; of what somebody does, and how.
PROPER, IDIOMS, DOING = ("nr", "ns", "nz"), ("i", "l"), ("v", "d", "p")
# As jieba parts the text before it looks words up: what stands between is one word each.
BLOCK = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+|\r\n|.", re.DOTALL)
BREAK = "\r\n"
LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
PREFIX = 1e9
CACHE = 4096
RECENT = 1 << 16
SPARE = 1000


class Words:
    """jieba's dictionary, and its cut without the statistical guesser; loaded when first asked.

    The cut is jieba's own (the path of the highest product of frequencies), worked out in one pass over the text
    instead of three, which makes it three times as fast.

    >>> Words().cut("推进农村改革2026年")
    (('推进', 'v'), ('农村', 'n'), ('改革', 'vn'), ('2026', 'x'), ('年', 'm'))
    """

    def __init__(self) -> None:
        self._cut: dict[str, tuple[Token, ...]] = {}
        # What was cut lately: a small table stays in the processor's cache, the dictionary does not.
        self._tokens: dict[str, Token] = {}

    @cached_property
    def _dictionary(self) -> tuple[dict[str, int], dict[str, str]]:
        """Frequencies and tags.

        jieba's own loader writes a cache of a predictable name into the shared temporary folder and is no faster.
        """
        with warnings.catch_warnings():
            # Its regular expressions are no raw strings, and it asks setuptools for its dictionary.
            warnings.simplefilter("ignore")
            import jieba

        with jieba.get_module_res("dict.txt") as file:
            # Word, frequency, tag: one list of all is read in half the time of one a line.
            fields = file.read().decode("utf-8").split()
        words = fields[::3]
        counts = dict(zip(words, map(int, fields[1::3]), strict=True))
        # As it comes this table is as full as Python lets one be: what is not in it is looked for at three places.
        # A few keys more and it grows, and is found wanting at the first place or the second; they go, the room stays.
        spare = [f"\n{number}" for number in range(SPARE)]
        counts.update(dict.fromkeys(spare, 0))
        for key in spare:
            del counts[key]
        return counts, dict(zip(words, fields[2::3], strict=True))

    @cached_property
    def _tables(self) -> tuple[dict[str, float], dict[str, float], float]:
        """Weights of the words and (`PREFIX`) of what else begins words; of single characters; of none.

        A weight is the logarithm of a word's share of all text, so below zero; that of a word with which no longer one
        begins stands with the other sign, which spares the look for one.
        """
        frequency = self.counts
        total = log(sum(frequency.values()))
        begins = {word[:end] for word in frequency for end in range(2, len(word))}
        weights = dict.fromkeys(begins, PREFIX)
        # Words that are counted alike share one number, which is then oftener in the processor's cache.
        of_count = {count: log(count or 1) - total for count in frequency.values()}
        closing = {count: -weight for count, weight in of_count.items()}
        for word, count in frequency.items():
            weights[word] = of_count[count] if word in begins else closing[count]
        singles = {word: of_count[count] for word, count in frequency.items() if len(word) == 1}
        return weights, singles, 0.0 - total

    @property
    def counts(self) -> Mapping[str, int]:
        """How often jieba's dictionary counts each word that it holds."""
        return self._dictionary[0]

    def frequency(self, word: str) -> int:
        """How often jieba's dictionary counts the word; 0 if it does not hold it."""
        return self._dictionary[0].get(word, 0)

    def tag(self, word: str) -> str:
        """The dictionary's tag of the word, or "x"."""
        return self._dictionary[1].get(word, "x")

    def cut(self, text: str) -> tuple[Token, ...]:
        """The words of a stretch of text, each with its tag: dictionary words only, so no guess differs by context."""
        found = self._cut.get(text)
        if found is None:
            if len(self._cut) > CACHE:
                self._cut.clear()
            found = self._cut[text] = tuple(self._tagged(text))
        return found

    def _tagged(self, text: str) -> list[Token]:
        tokens = self._tokens
        if len(tokens) > RECENT:
            tokens.clear()
        found = []
        for block in BLOCK.findall(text):
            for word in self._block(block) if len(block) > 1 and block != BREAK else (block,):
                token = tokens.get(word)
                if token is None:
                    token = tokens[word] = (word, self.tag(word))
                found.append(token)
        return found

    def _block(self, text: str) -> list[str]:
        """The words of an unbroken stretch of letters; single Latin letters and digits run together."""
        ends = self._best_path(text)
        words: list[str] = []
        size = len(text)
        i = 0
        run = -1
        while i < size:
            end = ends[i]
            if end - i == 1 and text[i] in LATIN:
                run = i if run < 0 else run
            else:
                if run >= 0:
                    words.append(text[run:i])
                    run = -1
                words.append(text[i:end])
            i = end
        if run >= 0:
            words.append(text[run:])
        return words

    def _best_path(self, text: str) -> list[int]:
        """For each place, where the word that begins there ends, on the way of the highest product to the end."""
        weights, singles, none = self._tables
        size = len(text)
        best = [0.0] * (size + 1)
        ends = [*range(1, size + 1)]
        # A character that the dictionary does not hold counts as seen once.
        alone = [*map(singles.get, text, repeat(none))]
        # At most places no word of two characters begins, and so no longer one.
        begun = [*map(weights.get, map(add, text, text[1:])), None]
        for i in range(size - 1, -1, -1):
            top = alone[i] + best[i + 1]
            weight = begun[i]
            j = i + 2
            while weight is not None:
                if weight != PREFIX:
                    product = best[j] - abs(weight)
                    # Of two ways that weigh the same jieba takes the longer word.
                    if product >= top:
                        top, ends[i] = product, j
                    if weight > 0:
                        break
                if j == size:
                    break
                j += 1
                weight = weights.get(text[i:j])
            best[i] = top
        return ends
