"""A word list whose second column says what each word does in, the words of each kind out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.errors import RuleError


def by_kind(
    tables: Mapping[str, Iterable[tuple[str, ...]]], name: str, kinds: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """The words of a list by what they do; raises RuleError with every row that says what is not known.

    >>> by_kind({"signs": [("占地", "size"), ("投用", "since build")]}, "signs", ["build", "since", "size"])["build"]
    ('投用',)
    """
    found: dict[str, list[str]] = {kind: [] for kind in kinds}
    unknown: list[str] = []
    for row in tables[name]:
        for kind in row[1].split() if len(row) > 1 else ("",):
            if kind in found:
                found[kind].append(row[0])
            else:
                unknown.append(f"{row[0]}: '{kind}'")
    if unknown:
        raise RuleError(
            f"lexicon/{name}.tsv", f"unknown kind at {', '.join(unknown)}", f"Kinds are {', '.join(sorted(found))}."
        )
    return {kind: tuple(words) for kind, words in found.items()}
