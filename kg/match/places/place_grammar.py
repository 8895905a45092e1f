"""Division table and word lists in, what the finders of places ask them out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from types import MappingProxyType

from kg.gazetteer import Gazetteer
from kg.match.places.place_signs import PlaceSigns, compile_place_signs
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.lexicon import Lexicon
from kg.match.rulebook.rule_types import Rules
from kg.match.rulebook.words import Words
from kg.model import Form

PLACE_TAGS = ("ns", "nr", "nrt", "nz", "nrfg", "x")
CITIES = ("Province", "Prefecture")
WINDOW = 6

# 赣南, 粤北: a province by its one character, and a side of it.
SIDES = tuple(map("".join, product("赣湘鄂皖苏浙闽粤桂琼川黔滇陕陇冀晋豫鲁辽", "东西南北中")))
COUNTRY = "中国"
QUARTERS = ("中心城区", "主城区")
MOUNTAINS, WATERS = "山岭岩峰", "河江湖溪海"
BAYS, LAGOONS = "湾港岛礁", ("潟湖", "泻湖")
# 瓦窑、木桥等9个自然村, 白石、青溪等乡镇, 瓦窑、木桥、朱行塔三村, 瓦窑和木桥两村
COUNTS: Mapping[str, int] = MappingProxyType({char: n for n, char in enumerate("两三四五六七八九十", 2)})

# 据陇东报报道: a paper that is called after where it comes out.
PAPER = re.compile("(?:日|晚|早|晨|商)?报(?=报道|讯|记者|消息|客户端|社|全媒体|融媒体|公众号)")


class Role(IntEnum):
    """What a word that the automaton finds may be for."""

    NAME = 0
    SUFFIX = 1
    ANAPHOR = 2
    SIDE = 3
    LIST = 4
    NATURE = 5


Hit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Region:
    """A named stretch of country that is no division."""

    type: str
    name: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """A class, and the characters beside a word that make another word of it: 市 in 市场."""

    type: str
    behind: str
    before: str

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the word stands for itself here."""
        return (start == 0 or text[start - 1] not in self.behind) and (end == len(text) or text[end] not in self.before)


@dataclass(frozen=True, slots=True)
class PlaceGrammar:
    """All words that give places away in one automaton, and those that names are made of or never end in."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    roles: Mapping[str, tuple[Role, ...]]
    regions: Mapping[str, Region]
    abroad: frozenset[str]  # of these, what lies in other countries
    suffixes: Mapping[str, Ending]
    anaphors: Mapping[str, Ending]
    settlement: Mapping[str, int]
    names: frozenset[str]  # what many villages are called, though it holds a verb or a word of relation
    starts: Mapping[str, bool]  # characters behind which a name begins: whether they may themselves open one
    never: frozenset[str]
    doubtful: frozenset[str]
    ordinary: frozenset[str]
    boundaries: frozenset[str]
    done_to_people: frozenset[str]  # verbs whose object is somebody: 任命
    surnames: frozenset[str]
    sounds: frozenset[str]  # characters with which names of other peoples are written
    list_kinds: Mapping[str, str]  # 等9个自然村: what closes a list of places, and the class of its members
    abroad_or_else: frozenset[str]  # 在河内养鱼: what is another word at home
    signs: PlaceSigns
    peoples: re.Pattern[str]  # 侗族, 达斡尔鄂温克民族: whose a township is, as its name has it before 乡


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A stretch of text that names a place."""

    start: int
    end: int
    type: str
    rule: str
    form: Form = Form.PROPER
    name: str = ""  # in full, where the text has said that it means that one: 长春汽开区


def compile_places(gazetteer: Gazetteer, rules: Rules) -> PlaceGrammar:
    """One automaton over the names of all divisions down to the county, regions, suffixes and words for places."""
    regions = {}
    for name, kind, *shorts in rules.tables["regions"]:
        regions[name] = Region(kind, name)
        regions |= {short: Region(kind, name, True) for short in shorts}
    regions |= {name: Region("Place", name) for name in (*rules.words["foreign_places"], COUNTRY)}
    signs, kinds = compile_place_signs(rules.tables), {row[0]: row[1] for row in rules.tables["place_kinds"]}
    told = (
        *product(MOUNTAINS, signs.heights),
        *product(WATERS, signs.shores),
        *product((*BAYS, *(f"{bay}的" for bay in BAYS), "段"), signs.seas),
    )
    nature = (*map("".join, told), *LAGOONS)
    list_ends = map("".join, (*product("个等", kinds), *product(COUNTS, ("村", "镇", "乡"))))
    suffixes, anaphors = (_endings(rules.tables[name]) for name in ("place_suffixes", "place_anaphors"))
    roles: dict[str, tuple[Role, ...]] = {}
    for role, words in (
        (Role.NAME, {**gazetteer.named, **regions}),
        (Role.SUFFIX, suffixes),
        (Role.ANAPHOR, anaphors),
        (Role.SIDE, (*SIDES, *QUARTERS)),
        (Role.LIST, list_ends),
        (Role.NATURE, nature),
    ):
        for word in words:
            roles[word] = (*roles.get(word, ()), role)
    return PlaceGrammar(
        gazetteer,
        Lexicon(roles),
        MappingProxyType(roles),
        MappingProxyType(regions),
        frozenset(rules.words["foreign_places"]),
        suffixes,
        anaphors,
        MappingProxyType({word: int(count) for word, count in rules.tables["settlement_words"]}),
        frozenset(rules.words["village_names"]),
        MappingProxyType({row[0]: row[1:] == ("soft",) for row in rules.tables["place_starts"]}),
        frozenset(rules.words["place_never"]),
        frozenset(rules.words["place_doubtful"]),
        frozenset(rules.words["place_words"]),
        frozenset(rules.words["boundaries"]) | frozenset(rules.words["verbs"]),
        frozenset(rules.words["person_verbs"]),
        frozenset(rules.words["surnames"]),
        frozenset(rules.words["transliterating"]),
        MappingProxyType(kinds),
        frozenset(row[0] for row in rules.tables["foreign_places"] if row[1:] == ("else",)),
        signs,
        re.compile("(?:(?:(?:{0})族)+|(?:{0})+民族)\\Z".format(one_of(rules.words["peoples"]))),
    )


def _endings(rows: tuple[tuple[str, ...], ...]) -> Mapping[str, Ending]:
    return MappingProxyType({word: Ending(kind, behind, before) for word, kind, behind, before in rows})


def scan(text: str, grammar: PlaceGrammar) -> tuple[list[Hit], ...]:
    """For each role the words of the text that may play it, in the order in which they end, longest first."""
    found: tuple[list[Hit], ...] = tuple([] for _ in Role)
    roles = grammar.roles
    for hit in grammar.lexicon.find(text):
        for role in roles[hit[2]]:
            found[role].append(hit)
    return found


def is_letter(char: str) -> bool:
    """Whether a character can be part of a Chinese name."""
    return "一" <= char <= "龥" or "㐀" <= char <= "䶵" or char == "〇"


def stands_whole(text: str, start: int, end: int, words: Words) -> bool:
    """Whether no word of the language runs across either edge of a stretch: 河南 in 黄河南岸 does not stand whole.

    >>> stands_whole("沿黄河南岸", 2, 4, Words()), stands_whole("来自河南的", 2, 4, Words())
    (False, True)
    """
    left = start > 0 and words.frequency(text[start - 1 : start + 1]) > 0
    right = end < len(text) and words.frequency(text[end - 1 : end + 1]) > 0
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
