"""A word list whose second column says what each word does in, the words of each kind out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def by_kind(rows: Iterable[tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The words of a list by what they do; `columns.tsv` says which kinds a list may name.

    >>> by_kind([("占地", "size"), ("投用", "build since")])["build"]
    ('投用',)
    """
    found: dict[str, list[str]] = {}
    for word, kinds in rows:
        for kind in kinds.split():
            found.setdefault(kind, []).append(word)
    return {kind: tuple(words) for kind, words in found.items()}
