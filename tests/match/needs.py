"""Which words of a list that says what each word does change nothing, by a sentence a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.match.rulebook.word_kinds import by_kind

HERE = "※"  # where the word stands in a sentence
Tables = Mapping[str, tuple[tuple[str, ...], ...]]
Say = Callable[[str], object]
"""A sentence in, what is seen of it out."""


def not_needed(
    name: str, kind: str, tables: Tables, sentences: Sequence[str], saying: Callable[[Tables], Say]
) -> list[str]:
    """The words of a kind without which all its sentences say the same; `saying` is how they are read by a table."""
    rows, say = tables[name], saying(tables)
    found = []
    for word in by_kind(rows)[kind]:
        rest = ((w, " ".join(k for k in kinds.split() if (w, k) != (word, kind))) for w, kinds in rows)
        say_less = saying({**tables, name: tuple(row for row in rest if row[1])})
        with_word = [sentence.replace(HERE, word) for sentence in sentences]
        if all(say(sentence) == say_less(sentence) for sentence in with_word):
            found.append(word)
    return found
