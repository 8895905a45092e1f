"""Mentions in, which names of honours mean one title out: 三八红旗手 here and 云岭县“三八红旗手” there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.model import Mention
from kg.resolve.families import FAMILY_WORDS
from kg.resolve.keys import clean

HONOUR = "Honor"
# What may stand before a title and says of which level, year or batch it is.
LEVELS = {
    "nation": "全国|国家级|国家|中国",
    "province": "全省|省级|全自治区|自治区级?|[一-龥]{2,3}省级?|(?:北京|天津|上海|重庆)市级?",
    "prefecture": "全[市州盟]|[市州盟]级|[一-龥]{2,3}[市州盟]级?",
    "county": "全[县区旗]|[县区旗]级|[一-龥]{1,3}[县旗区]级?",
}
LEAD = re.compile("|".join(f"(?P<{level}>{words})" for level, words in LEVELS.items()))
BESIDES = re.compile("[12][0-9]{3}年?度?|首批|第[0-9一二三四五六七八九十]+[批届]|[“”]|(?:名单|名录|榜单)$")
LONG = 4


def one_title(mentions: Sequence[Mention]) -> Mapping[tuple[str, str], str]:
    """For each name of a title the fullest name of the same title, where the text names but one of its kind.

    >>> from kg.model import Span
    >>> names = ["三八红旗手", "云岭县“三八红旗手”", "中国名优产品", "中国名优产品名录"]
    >>> names += ["省级文明村镇", "全国文明村镇", "国家级文明村镇"]
    >>> found = one_title([Mention(Span(k, k + 1), "Honor", "", name) for k, name in enumerate(names)])
    >>> sorted((name, full) for (_, name), full in found.items())
    [('三八红旗手', '云岭县“三八红旗手”'), ('中国名优产品', '中国名优产品名录'), ('全国文明村镇', '国家级文明村镇')]
    """
    alike: dict[str, dict[str, set[str]]] = {}
    for mention in mentions:
        if mention.type == HONOUR:
            name = clean(mention.name)
            level, core = _apart(name)
            alike.setdefault(core, {}).setdefault(level, set()).add(name)
    found: dict[tuple[str, str], str] = {}
    for core, levels in alike.items():
        if len(core) < LONG:
            continue
        bare = levels.pop("", set())
        # Of two levels a title without one is neither's.
        groups = [names | bare for names in levels.values()] if len(levels) == 1 else [*levels.values(), bare]
        for names in groups:
            full = max(sorted(names), key=len, default="")
            found |= {(FAMILY_WORDS[HONOUR], name): full for name in names - {full}}
    return found


def _apart(name: str) -> tuple[str, str]:
    """The level that a title says, and what is left of it."""
    level, rest = "", BESIDES.sub("", name)
    while match := LEAD.match(rest):
        if len(rest) - match.end() < LONG:
            break
        level, rest = level or str(match.lastgroup), rest[match.end() :]
    return level, rest
