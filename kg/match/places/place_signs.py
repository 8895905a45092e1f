"""The word list `place_signs` in, the words that stand round the names of places out, by what they do there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.match.rulebook.word_kinds import by_kind


@dataclass(frozen=True, slots=True)
class PlaceSigns:
    """The words round the names of places, by what they do there."""

    going: tuple[str, ...]  # 来到石桥村: behind these a place is named
    staying: tuple[str, ...]  # and behind these, by which somebody is there
    visiting: tuple[str, ...]  # and behind these, where only a county or city is sought
    behind: tuple[str, ...]  # 到城区: behind these a word that may be a county is one
    quarters: frozenset[str]  # 城关区: districts are called so, and quarters of any town
    anywhere: frozenset[str]  # 城区: such a quarter any town has
    ending: tuple[str, ...]  # 城镇: a word, and no name that ends so
    towns: frozenset[str]  # 古镇, 家乡: words that hold the last one of a name
    kinds: frozenset[str]  # 农家院子: of what kind a hamlet is
    waters: frozenset[str]  # 母亲河: any water may be called so
    ways: frozenset[str]  # 社区成功创建: how it does what it does
    posts: frozenset[str]  # 时任白石镇党委书记: no part of the name behind it
    sited: tuple[str, ...]  # 在经济开发区建园: something is done in the zone
    county: tuple[str, ...]  # 县委, 全县: a text that says so speaks of a county
    acting: frozenset[str]  # 中国支持: what the country does
    heights: tuple[str, ...]  # 莲花山脚下: what follows says that a mountain is meant
    shores: tuple[str, ...]  # 清河两岸: or a water
    seas: tuple[str, ...]  # 白沙湾海域: or a bay, a port, an island


def compile_place_signs(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> PlaceSigns:
    """The table of place signs as sets, and as the ends that text is held against.

    >>> from kg.match.rulebook.rules import load_rules
    >>> "来到" in compile_place_signs(load_rules().tables).going
    True
    """
    some = by_kind(tables["place_signs"])
    return PlaceSigns(
        going=some["go"],
        staying=(*some["go"], *some["stay"]),
        visiting=(*some["go"], *some["stay"], *some["leave"]),
        behind=some["near"],
        quarters=frozenset(some["quarter"]),
        anywhere=frozenset(some["anywhere"]),
        ending=some["town"],
        towns=frozenset((*some["town"], *some["townlike"])),
        kinds=frozenset(some["kind"]),
        waters=frozenset(some["water"]),
        ways=frozenset(some["way"]),
        posts=frozenset(some["post"]),
        sited=some["site"],
        county=some["county"],
        acting=frozenset(some["act"]),
        heights=some["height"],
        shores=some["shore"],
        seas=some["sea"],
    )
