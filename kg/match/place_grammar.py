"""Division table and word lists in, what the finders of places ask them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.gazetteer import Gazetteer
from kg.match.lexicon import Lexicon
from kg.match.rules import Rules
from kg.match.words import Words
from kg.model import Form

WINDOW = 6


@dataclass(frozen=True, slots=True)
class Region:
    """A named stretch of country that is no division."""

    type: str
    name: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class PlaceGrammar:
    """The known names in one automaton, and the words that names of places are made of or never end in."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    regions: Mapping[str, Region]
    settlement: Mapping[str, int]
    starts: frozenset[str]
    never: frozenset[str]
    doubtful: frozenset[str]
    ordinary: frozenset[str]
    boundaries: frozenset[str]
    surnames: frozenset[str]


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A stretch of text that names a place."""

    start: int
    end: int
    type: str
    rule: str
    form: Form = Form.PROPER


def compile_places(gazetteer: Gazetteer, rules: Rules) -> PlaceGrammar:
    """One automaton over the names of all divisions down to the county and of all regions."""
    regions = {}
    for name, kind, *shorts in rules.tables["regions"]:
        regions[name] = Region(kind, name)
        regions |= {short: Region(kind, name, True) for short in shorts}
    return PlaceGrammar(
        gazetteer,
        Lexicon([*gazetteer.named, *regions]),
        MappingProxyType(regions),
        MappingProxyType({word: int(count) for word, count in rules.tables["settlement_words"]}),
        frozenset(rules.words["place_starts"]),
        frozenset(rules.words["place_never"]),
        frozenset(rules.words["place_doubtful"]),
        frozenset(rules.words["place_words"]),
        frozenset(rules.words["boundaries"]) | frozenset(rules.words["verbs"]),
        frozenset(rules.words["surnames"]),
    )


def is_letter(char: str) -> bool:
    """Whether a character can be part of a Chinese name."""
    return "一" <= char <= "龥" or char in "〇㐀㙍㘵"


def stands_whole(text: str, start: int, end: int, words: Words) -> bool:
    """Whether no word of the language runs across either edge of a stretch: 河南 in 黄河南岸 does not stand whole.

    >>> stands_whole("沿黄河南岸", 2, 4, Words()), stands_whole("来自河南的", 2, 4, Words())
    (False, True)
    """
    left = start > 0 and is_letter(text[start - 1]) and words.frequency(text[start - 1 : start + 1]) > 0
    right = end < len(text) and is_letter(text[end]) and words.frequency(text[end - 1 : end + 1]) > 0
    if not (left or right):
        return True
    first, last = start, end
    while first > max(0, start - WINDOW) and is_letter(text[first - 1]):
        first -= 1
    while last < min(len(text), end + WINDOW) and is_letter(text[last]):
        last += 1
    edges, at = {first}, first
    for word, _ in words.cut(text[first:last]):
        at += len(word)
        edges.add(at)
    return start in edges and end in edges
