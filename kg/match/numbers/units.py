"""The lists of units and hedges in, the grammar of quantities out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.match.numbers.numerals import DIGITS, MARKS, Numeral
from kg.model import Comparator

Table = Iterable[tuple[str, ...]]

HAN_DIGITS = "".join(mark for mark in DIGITS if mark not in "零〇")
# 千 belongs to the unit in 千瓦 and 千米, 百 in 百分点 and 百分之, 兆 but in front of further figures.
MULTIPLIERS = "(?:[万亿佰萬億]|百(?![分帕])|[千仟](?![瓦米克卡伏焦赫字比帕]))"
PLACES = "".join(mark for mark in MARKS if mark not in "百千仟兆")
HAN = f"(?:[{PLACES}几数幾]|百(?![分帕])|[千仟](?![瓦米克卡伏焦赫字比帕])|兆(?=[{PLACES}百千]))"
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
MIXED = (
    rf"{ARABIC}(?:[kKwM](?![A-Za-z㎡])|(?:[余多来几]?{MULTIPLIERS}+(?:{ARABIC}{MULTIPLIERS}+)*(?:(?<=[万亿])\d{{3,4}}(?!\d))?)?"
    rf"(?:[余多来]|(?<=0)几(?![十百千])|(?<=[0-9万亿][0-9万亿])\+(?=[一-鿿]))?)"
)
POINT = rf"[点點][{HAN_DIGITS}零]+{MULTIPLIERS}*"
CHINESE = rf"{HAN}+{POINT}|{HAN}{{2,}}(?:[余多来]{MULTIPLIERS}*)?"
# 五百分之一: in front of 分之 a whole number may end in 百.
# What may follow the noun that a few of are a count: 两个村党支部 is no count of 村.
BEHIND = r"(?![一-鿿])|(?=[在为于是由被已均都共和与及有开建进成完通获达入落投最还也正年每占带用签])"
WHOLE = rf"(?:[{MARKS}]+|\d+)"
FRACTION = rf"(?:(?:{WHOLE}又)?[负負]?{WHOLE}|[百千万])分之(?=[负負]?[0-9{MARKS}几数])"
# 2/3以上 and 占总量的1/6， are shares, 5/20 and 24/7 are none.
SHARE = (
    r"(?<![0-9/.])[1-9]\d?/[1-9]\d?(?=以上|以下|左右|多数|的(?:村民|居民|党员|业主|代表|成员|人))"
    r"|(?:(?<=[的占])[1-9]|(?<=[为是到])1)/[1-9]\d?(?=[，。；、）]|$)"
)

# 三个亿 is money where nothing else is named; 3个亿元村 are villages.
HUNDRED_MILLIONS = rf"(?:{ARABIC}|{HAN}+)个多?亿(?=的(?:资金|投资|投入|产值|收入|营收|债务)|元?(?![一-鿿0-9])"

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


PURE = Unit("", "number", "any", "", None, "", "")  # of a number that counts nothing


@dataclass(frozen=True, slots=True)
class Units:
    """The grammar of quantities, compiled once."""

    numeral: re.Pattern[str]
    by_first: Mapping[str, tuple[Unit, ...]]
    lone: Mapping[str, Unit]  # units of one character with which no longer one begins
    smaller: Mapping[tuple[str, str], tuple[Decimal, str]]  # a unit and a larger one: how many of it, in which unit
    currencies: re.Pattern[str]  # a currency that stands before its number
    currency_ends: frozenset[str]
    named: Mapping[str, Unit]  # units by how they are written
    before: Mapping[str, tuple[Comparator, str]]
    before_ends: frozenset[str]
    after: re.Pattern[str]
    after_starts: frozenset[str]
    comparators: Mapping[str, Comparator]
    people: re.Pattern[str]
    counted: Mapping[str, str]
    apart: re.Pattern[str]  # 小区, 主导产业: of what stands apart so even a few with 个 are a count
    variants: Mapping[int, str]  # traditional characters, for str.translate
    traditional: re.Pattern[str]
    alone: Units | None = None  # the same for a text that is nothing but a quantity: any numeral counts any unit


def compile_units(tables: Mapping[str, Table]) -> Units:
    """The lists of units, hedges and counted nouns as one grammar."""
    listed: list[Unit] = []
    for text, kind, least, name, si, si_unit, unless in tables["units"]:
        top, _, below = si.partition("/")
        factor = None if si == "-" else (Decimal(top), Decimal(below or 1))
        unit = Unit(
            text, kind, least, text if name == "-" else name, factor, si_unit.strip("-"), unless.strip("-"),
            text.isascii() and text.isalpha(), "多" in text,
        )  # fmt: skip
        listed.append(unit)
    free = [replace(unit, least="any") for unit in listed]
    return replace(_compiled(tables, listed, _numeral(listed)), alone=_compiled(tables, free, _any_numeral()))


def _compiled(tables: Mapping[str, Table], listed: Iterable[Unit], numeral: str) -> Units:
    by_first: dict[str, list[Unit]] = {}
    for unit in listed:
        by_first.setdefault(unit.text[0], []).append(unit)
    hedges = [row for row in tables["hedges"] if row[1] == "before"]
    before = {word: (Comparator(sign), unless.strip("-")) for word, _, sign, unless in hedges}
    after = {word: Comparator(sign) for word, side, sign, _ in tables["hedges"] if side == "after"}
    nouns = {row[0]: row[1] for row in tables["person_nouns"]}
    money = [unit.text for unit in listed if unit.kind == "money" and (len(unit.text) > 1 or not unit.text.isalpha())]
    variants = {ord(old): new for old, new in tables["variants"]}
    return Units(
        re.compile(numeral),
        {first: tuple(sorted(units, key=lambda unit: -len(unit.text))) for first, units in by_first.items()},
        {units[0].text: units[0] for units in by_first.values() if len(units) == 1 and _is_lone(units[0])},
        {(small, large): (Decimal(times), whole) for small, large, times, whole in tables["subunits"]},
        re.compile(f"({_either(money)}) ?$"),
        frozenset([*(word[-1] for word in money), " "]),
        {unit.text: unit for unit in listed},
        before,
        frozenset(word[-1] for word in before),
        re.compile(_either(after)),
        frozenset(word[0] for word in after),
        after,
        re.compile(f"[一-鿿“”]{{0,8}}?({_either(nouns)})"),
        nouns,
        re.compile(f"(?!一)[一-鿿]{{0,8}}?(?:{_either(row[0] for row in tables['things_apart'])})(?:{BEHIND})"),
        variants,
        re.compile(f"[{''.join(map(chr, variants))}]"),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _is_lone(unit: Unit) -> bool:
    return len(unit.text) == 1 and not unit.latin


def _numeral(listed: Iterable[Unit]) -> str:
    """What may be a numeral; one Chinese digit only where the next character can open a unit that it counts."""

    def openers(*least: str) -> str:
        return "".join(sorted({unit.text[0] for unit in listed if unit.least in least}))

    few = openers("any", "few")
    money = _either(unit.text for unit in listed if unit.kind == "money" and len(unit.text) > 1)
    return (
        # The look ahead spares all alternatives where no numeral can begin.
        rf"(?=[0-9{MARKS}几数幾翻半对])(?:{FRACTION}|{SHARE}|{HUNDRED_MILLIONS}|{money})|{MIXED}|{CHINESE}"
        rf"|[{HAN_DIGITS[1:]}](?=[{few}至到])|[{HAN_DIGITS[1:]}](?=个)|[{HAN_DIGITS[1:]}](?=[～~—–-][{HAN_DIGITS}0-9])"
        # 一至三年, but 统一到三个平台 and 周一至周五.
        rf"|(?<![统第周期初专归合划唯万])一(?=[至到][{HAN_DIGITS[1:]}十0-9])"
        # 至少一名, 不到一成: what is so bounded is counted; 找不到一处 is a saying.
        rf"|(?<=至少|最少|少于|不足)一(?=[{openers('few', 'ten')}])|(?<=不到|超过)一(?=成)|一(?=[名位次])"
        rf"|[廿卅](?=[{few}])|[十拾](?:[余多来]{MULTIPLIERS}*|(?=[{openers('any', 'few', 'ten')}]))"
        rf"|[一壹](?=[{openers('any')}]|块[{HAN_DIGITS}](?:[角毛]|{{END}}))|{MULTIPLIERS}[余多]{MULTIPLIERS}*"
        rf"|(?<=[超近上过逾破约达足到]){MULTIPLIERS}|翻|(?<=打)对(?=折)|{HALF})"
    ).replace("{END}", r"(?![一-鿿0-9])")


def _any_numeral() -> str:
    """What is a numeral where nothing else stands beside it."""
    return (
        rf"(?:\d+ )?\d+/\d+|\d*\.?\d+(?:[eE][+-]?\d+|G)(?![A-Za-z])|\.\d+[kKwM]?(?![A-Za-z])"
        # 100万三千, 200亿零四千230, 一百点123
        rf"|{FRACTION}|(?:{ARABIC}|{HAN}+)个亿|{ARABIC}{HAN}+(?:\d{{2,}})?(?![\d余多来几百千万亿])|{HAN}+[点點]\d+|{MIXED}|{HAN}+(?:{POINT}|[余多来]{MULTIPLIERS}*)?|半百?"
    )


def unit_at(text: str, start: int, end: int, units: Units) -> tuple[Unit | None, int]:
    """The longest unit that stands here, and where it ends."""
    first = text[start : start + 1]
    lone = units.lone.get(first)
    if lone is not None and start < end:
        following = text[start + 1 : start + 2]
        return (None, start) if following and following in lone.unless else (lone, start + 1)
    for unit in units.by_first.get(first, ()):
        if text.startswith(unit.text, start):
            stop = start + len(unit.text)
            following = text[stop : stop + 1]
            if stop > end or (following and following in unit.unless):
                continue
            if unit.latin and following.isascii() and following.isalnum():
                continue
            return unit, stop
    return None, start


def is_counted(unit: Unit, written: str, numeral: Numeral, text: str, stop: int) -> bool:
    """Whether the numeral is one that this unit is counted with, and not a year, a level or a saying."""
    # 千亿级, 万吨级 and 5米级 are classes, 2023年 is a date.
    if text[stop : stop + 1] == "级" or (unit.text == "年" and len(written) == 4 and is_year(written)):
        return False
    if written[0].isdecimal():
        # 10k and 3w are said of money; a 4K人 is no crowd.
        return not written[-1].isalpha() or not written[-1].isascii() or unit.kind in ("money", "percent")
    # 二栋居民: who counts says 两.
    if written == "二" and unit.least == "pair":
        return False
    if unit.least == "no" or (unit.least == "ten" and written in ("十", "拾") and unit.text != "个"):
        return False
    # 三四个, 几十项: who says it so vaguely is counting.
    return numeral.number is None or unit.least == "any" or numeral.number >= (10 if unit.least == "ten" else 2)


def is_year(written: str) -> bool:
    """Whether a numeral of four characters is that of a year."""
    return "1900" <= written <= "2100" if written[0].isdecimal() else written[0] in "一二" and "千" not in written
