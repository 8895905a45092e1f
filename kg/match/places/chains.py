"""The names of divisions in a text in, those out that stand right behind the province or city they lie in."""

from __future__ import annotations

from collections.abc import Sequence

from kg.gazetteer import Division
from kg.match.places.place_grammar import Hit, PlaceGrammar

UPPER = frozenset({"Province", "Prefecture"})
Spans = frozenset[tuple[int, int]]


def chains(hits: Sequence[Hit], grammar: PlaceGrammar) -> tuple[Spans, Spans]:
    """江西萍乡, 云南镇雄县: the spans of what opens such a chain, and of what goes on with it.

    That a name lies in the one before it is proof enough for both: no 云南镇 is meant, and no 西晋 in 山西晋城.

    >>> from kg.gazetteer import load_gazetteer
    >>> from kg.match.places.place_grammar import Role, compile_places, scan
    >>> from kg.match.rulebook.rules import load_rules
    >>> grammar = compile_places(load_gazetteer(), load_rules())
    >>> chains(scan("云南镇雄的土豆", grammar)[Role.NAME], grammar)
    (frozenset({(0, 2)}), frozenset({(2, 4)}))
    """
    named = grammar.gazetteer.named
    ends: dict[int, list[tuple[int, list[Division]]]] = {}
    opening, following = set(), set()
    for start, end, word in sorted(hits, key=lambda hit: (hit[1], hit[0])):
        divisions = named.get(word, ())
        above = [d for d in divisions if d.level in UPPER]
        for first, upper in ends.get(start, ()):
            # 河北路南侧: as a short form 路南 is any road's, but 大同 of 山西 no other word.
            meant = [d for d in divisions if d.level == "Prefecture" or word not in grammar.ordinary]
            if any(d not in upper and _lies_in(d, upper) for d in meant):
                opening.add((first, start))
                following.add((start, end))
        if above:
            ends.setdefault(end, []).append((start, above))
    return frozenset(opening), frozenset(following)


def _lies_in(division: Division, upper: Sequence[Division]) -> bool:
    return any(division.code.startswith(d.code) for d in upper)
