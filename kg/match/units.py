"""The lists of units and hedges in, the grammar of quantities out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kg.match.numerals import DIGITS, MARKS
from kg.model import Comparator

Table = Iterable[tuple[str, ...]]

HAN_DIGITS = "".join(mark for mark in DIGITS if mark not in "零〇")
# 千 belongs to the unit in 千瓦 and 千米, 百 in 百分点 and 百分之.
MULTIPLIERS = "(?:[百万亿佰萬億]|百(?!分)|[千仟](?![瓦米克卡伏焦赫字比]))"
HAN = f"(?:[{''.join(mark for mark in MARKS if mark not in '百千仟兆')}几数幾]|百(?!分)|[千仟](?![瓦米克卡伏焦赫字比]))"
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
MIXED = rf"{ARABIC}(?:[余多来几]?{MULTIPLIERS}+(?:{ARABIC}{MULTIPLIERS}+)*)?[余多来]?"
POINT = rf"[点點][{HAN_DIGITS}零]+{MULTIPLIERS}*"
CHINESE = rf"{HAN}+{POINT}|{HAN}{{2,}}(?:[余多来]{MULTIPLIERS}*)?"


# 半小时 is half an hour, 上半年 and 大半天 are no numbers.
HALF = "(?<![上下大过前后对折减参夜多小])半(?=个?(?:小时|钟头|月|天|公里|公斤|斤|亩|公顷|吨|里路))"


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word: what it measures, how it is written in the graph, and when it is another word."""

    text: str
    kind: str
    least: str  # the least Chinese numeral that counts it: any, few (from 两), ten, no (digits only)
    name: str
    si: tuple[Decimal, Decimal] | None  # numerator and denominator
    si_unit: str
    unless: str
    latin: bool = False  # written in letters, which no further letter may follow
    more: bool = False  # 个多月: the unit says that the number is exceeded


@dataclass(frozen=True, slots=True)
class Units:
    """The grammar of quantities, compiled once."""

    numeral: re.Pattern[str]
    by_first: Mapping[str, tuple[Unit, ...]]
    lone: Mapping[str, Unit]  # units of one character with which no longer one begins
    before: Mapping[str, tuple[Comparator, str]]
    before_ends: frozenset[str]
    after: re.Pattern[str]
    after_starts: frozenset[str]
    comparators: Mapping[str, Comparator]
    people: re.Pattern[str]
    counted: Mapping[str, str]


def compile_units(tables: Mapping[str, Table]) -> Units:
    """The lists of units, hedges and counted nouns as one grammar."""
    by_first: dict[str, list[Unit]] = {}
    for text, kind, least, name, si, si_unit, unless in tables["units"]:
        top, _, below = si.partition("/")
        factor = None if si == "-" else (Decimal(top), Decimal(below or 1))
        unit = Unit(
            text, kind, least, text if name == "-" else name, factor, si_unit.strip("-"), unless.strip("-"),
            text.isascii() and text.isalpha(), "多" in text,
        )  # fmt: skip
        by_first.setdefault(text[0], []).append(unit)
    hedges = [row for row in tables["hedges"] if row[1] == "before"]
    before = {word: (Comparator(sign), unless.strip("-")) for word, _, sign, unless in hedges}
    after = {word: Comparator(sign) for word, side, sign, _ in tables["hedges"] if side == "after"}
    nouns = {row[0]: row[1] for row in tables["person_nouns"]}
    return Units(
        re.compile(_numeral(by_first)),
        {first: tuple(sorted(units, key=lambda unit: -len(unit.text))) for first, units in by_first.items()},
        {units[0].text: units[0] for units in by_first.values() if len(units) == 1 and _is_lone(units[0])},
        before,
        frozenset(word[-1] for word in before),
        re.compile("|".join(sorted(map(re.escape, after), key=lambda word: (-len(word), word)))),
        frozenset(word[0] for word in after),
        after,
        re.compile(f"[一-鿿“”]{{0,8}}?({'|'.join(sorted(nouns, key=lambda noun: (-len(noun), noun)))})"),
        nouns,
    )


def _is_lone(unit: Unit) -> bool:
    return len(unit.text) == 1 and not unit.latin


def _numeral(by_first: Mapping[str, Iterable[Unit]]) -> str:
    """What may be a numeral; one Chinese digit only where the next character can open a unit that it counts."""

    def openers(*least: str) -> str:
        return "".join(sorted(first for first, units in by_first.items() if any(unit.least in least for unit in units)))

    few = openers("any", "few")
    return (
        # The look ahead spares all alternatives where no numeral can begin.
        rf"(?=[0-9{MARKS}几数幾翻半])(?:[百千万]分之|{HAN}+(?:又{HAN}+)?分之|{MIXED}|{CHINESE}"
        rf"|[{HAN_DIGITS[1:]}](?=[{few}至到])|[十拾](?:[余多来]{MULTIPLIERS}*|(?=[{openers('any', 'few', 'ten')}]))"
        rf"|[一壹](?=[{openers('any')}])|{MULTIPLIERS}[余多]{MULTIPLIERS}*"
        rf"|(?<=[超近上过逾破约达足到]){MULTIPLIERS}|翻|{HALF})"
    )
