"""Text in, words with their boundaries and tags out: the only module that knows jieba."""

from __future__ import annotations

from functools import cached_property

Token = tuple[str, str]


class Words:
    """jieba's dictionary and its cut without the statistical guesser, loaded when first asked.

    >>> Words().cut("推进农村改革")
    (('推进', 'v'), ('农村', 'n'), ('改革', 'vn'))
    """

    def __init__(self) -> None:
        self._cut: dict[str, tuple[Token, ...]] = {}

    @cached_property
    def _tables(self) -> tuple[dict[str, int], dict[str, str], int]:
        """Frequencies (0 for a mere prefix), tags, and the sum of the frequencies.

        jieba's own loader writes a cache of a predictable name into the shared temporary folder and is no faster.
        """
        import jieba

        frequency: dict[str, int] = {}
        tags: dict[str, str] = {}
        total = 0
        with jieba.get_module_res("dict.txt") as file:
            lines = file.read().decode("utf-8").splitlines()
        for line in lines:
            word, count, tag = line.split(" ")
            number = int(count)
            frequency[word] = number
            tags[word] = tag
            total += number
        for word in list(frequency):
            for end in range(1, len(word)):
                frequency.setdefault(word[:end], 0)
        return frequency, tags, total

    @cached_property
    def _tokenizer(self):  # type: ignore[no-untyped-def]  # jieba ships no types
        import jieba

        tokenizer = jieba.Tokenizer()
        tokenizer.FREQ, _, tokenizer.total = self._tables
        tokenizer.initialized = True
        return tokenizer

    def frequency(self, word: str) -> int:
        """How often jieba's dictionary counts the word; 0 if it does not hold it."""
        return self._tables[0].get(word, 0)

    def tag(self, word: str) -> str:
        """The dictionary's tag of the word, or "x"."""
        return self._tables[1].get(word, "x")

    def cut(self, text: str) -> tuple[Token, ...]:
        """The words of a stretch of text, each with its tag: dictionary words only, so no guess differs by context."""
        found = self._cut.get(text)
        if found is None:
            tags = self._tables[1]
            found = tuple((word, tags.get(word, "x")) for word in self._tokenizer.cut(text, HMM=False))
            if len(self._cut) > 4096:
                self._cut.clear()
            self._cut[text] = found
        return found
