"""A text and names in, where they stand in it and which characters they cover out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.match.places.place_grammar import Found
from kg.match.rulebook.lexicon import Lexicon

# （以下简称“青禾经开区”）: what a bracket behind a full name says that the text means by it.
DEFINED = re.compile(r"（(?:以下|下文)?均?(?:简称|下称|又称|统称|称)[为：]?“?([一-龥A-Za-z0-9]{2,12})”?）")
# So many names times characters are looked for together: an automaton is worth its making only in a long text.
MANY = 1_000_000


def cover(text: str, taken: Iterable[Found]) -> bytearray:
    """One byte a character: 1 where a name stands."""
    covered = bytearray(len(text))
    for found in taken:
        covered[found.start : found.end] = b"\1" * (found.end - found.start)
    return covered


def occurrences(text: str, names: Iterable[str]) -> Mapping[str, list[int]]:
    """Where each name begins, each time it stands in the text and does not run into itself.

    >>> occurrences("云岭县大柘村和大柘村", ["大柘村"])
    {'大柘村': [3, 7]}
    """
    wanted = dict.fromkeys(names)
    if len(wanted) * len(text) < MANY:
        return {name: list(places_of(text, name)) for name in wanted}
    found: dict[str, list[int]] = {name: [] for name in wanted}
    for start, _, name in Lexicon(wanted).find(text):
        places = found[name]
        if not places or start >= places[-1] + len(name):
            places.append(start)
    return found


def places_of(text: str, name: str) -> Iterator[int]:
    """Where a name begins, each time it does not run into itself."""
    start = text.find(name)
    while start != -1:
        yield start
        start = text.find(name, start + len(name))
