"""Word lists in, what tells a number that counts parts from one that does not out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.match.rulebook.rule_types import Rules

ONES = "一二两三四五六七八九"
HAN_NUMBER = rf"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[{ONES}双])"
NUMBER = rf"(?:{HAN_NUMBER}|\d{{1,2}})"
# 第三 ranks, 每两 repeats, 十三 is one number: a name's number begins at none of these.
FRESH = rf"(?<![{ONES}十百千万\d.第每几数])"
# What a number may count: no further number, no mark.
COUNTED = rf"[^{ONES}十双\d\s，。；：、！？“”‘’（）]"
QUOTED_NOUN = r"(?:“[^“”\n]{1,8}”)?"
# 县乡村三级网络: the levels are part of the name.
LEVELS = "[省市州盟县旗区乡镇街村社组户]{2,6}"
STATES_A_NUMBER = re.compile(rf"[{ONES}十双\dXNM]")
RANKS = "一二三四五六七八九"
# “甲-乙-丙”三位一体的生态: what is one in three is told behind the marks.
UNITED = re.compile("[二两三四五六七八][位维元级网方]一体")


class Numeral(NamedTuple):
    """One number of a name, what it counts, and the words that its parts bear, longest first."""

    number: int | None  # None where a letter stands for it
    key: str
    text: str
    marks: tuple[str, ...] = ()
    counted: bool = False  # by a measure word: 三大目标 says less of its parts than 三联
    noun: str = ""  # what a measure word counts: 账 in 四本账


@dataclass(frozen=True, slots=True)
class Shorthand:
    """The word lists that tell a numeral which counts parts from one that does not."""

    uncounted: frozenset[str]
    heads: frozenset[str]
    head_lengths: Mapping[str, tuple[int, ...]]  # last character → lengths of the heads that end so, longest first
    heads_at: Mapping[str, tuple[str, ...]]  # first character → heads that begin so, longest first
    amounts: tuple[str, ...]
    measures: frozenset[str]
    hidden: re.Pattern[str]
    measured: re.Pattern[str]
    counted: re.Pattern[str]
    before: re.Pattern[str]
    inner: re.Pattern[str]  # 入户五看: what stands before a number inside a name, the number, and what it counts
    topical: re.Pattern[str]  # 党建三联: a number behind what it is about, the number, and what it counts
    labelled: re.Pattern[str]  # a number that labels a list: “4”, 4个融合, “四项机制”
    # Names taken apart: one document asks for the same ones over and over.
    known: dict[str, tuple[Numeral, ...]] = field(default_factory=dict, repr=False, compare=False)

    def head(self, text: str) -> str:
        """The longest generic last word that a stretch ends with, or none."""
        for length in self.head_lengths.get(text[-1:], ()):
            if text[-length:] in self.heads:
                return text[-length:]
        return ""


def compile_shorthand(rules: Rules) -> Shorthand:
    """Make the word lists ready to be asked."""
    words = rules.words
    heads = frozenset((*words["heads_mechanism"], *words["heads_program"]))
    by_start, by_end = _by_character(heads, 0), _by_character(heads, -1)
    return Shorthand(
        frozenset(words["uncounted"]),
        heads,
        {end: tuple(sorted({*map(len, some)}, reverse=True)) for end, some in by_end.items()},
        {start: tuple(longest_first(some)) for start, some in by_start.items()},
        words["amounts"],
        frozenset(words["measures"]),
        re.compile("|".join(map(re.escape, longest_first(words["number_words"])))),
        re.compile(
            rf"{FRESH}(?:{LEVELS}(?={NUMBER}级))?(?P<number>{NUMBER})"
            rf"(?P<measure>{'|'.join(longest_first(words['measures']))})(?P<noun>{QUOTED_NOUN}{COUNTED}{{1,10}})"
        ),
        re.compile(rf"{FRESH}(?P<number>{NUMBER})(?P<measure>[大级项条类])(?P<noun>{QUOTED_NOUN}{COUNTED}{{1,10}})$"),
        re.compile(rf"{FRESH}(?P<number>{NUMBER})[大项条种类]\Z"),
        re.compile(
            rf"[一-龥]{{1,6}}{FRESH}(?P<number>[二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九两])"
            # 清四乱: what is cleared away needs no word of its own.
            rf"(?P<noun>(?:{'|'.join(longest_first(words['deeds']))})|(?<=[清治除防纠打][二三四五六七八九])[一-龥])"
        ),
        re.compile(rf"{COUNTED}{{2,4}}{FRESH}(?P<number>[二三四五六七八九双两])(?P<noun>{COUNTED}{{1,2}})"),
        re.compile(
            rf"“(?P<quoted>\d{{1,2}})”|“?{FRESH}(?P<number>{NUMBER})(?:{'|'.join(longest_first(words['measures']))})"
            rf"(?:{COUNTED}|(?<=[统同])一){{1,10}}?(?=[，。；：、！？“”（）\n—]|即|则由|是指|指|包括|分别)”?"
        ),
    )


def _by_character(words: Iterable[str], place: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[place], []).append(word)
    return found


def longest_first(words: Iterable[str]) -> list[str]:
    """Words in the order in which a regular expression must try them."""
    return sorted(words, key=lambda w: (-len(w), w))
