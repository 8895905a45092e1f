"""A kind of house or body in, whether the text says that somebody set one up out: 新建了一座冷库."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.match.rulebook.alternation import one_of

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

FARTHEST = 80
MARKS = "，。；：！？\n"
# 新建戏台、凉亭和停车场, 建起全镇首座冷库, 打造了一处集会务、展览于一体的文化礼堂.
LISTED = f"(?:[^{MARKS}、]{{1,16}}?(?:、|[和与及]))*?"
FIRST = "(?:[一-龥]{0,6}?(?:首[个座家处支]|第一[个座家处支]))?"
ONE = "(?:[约近]?[一1][个座处家间所支栋条口片排项套])?"
LIKE = f"(?P<like>[^{MARKS}、的]{{0,24}}的)?"
# 打造全国重要的生产基地: what a place wants to be.
AIM = re.compile("全[国省球]|世界|国[内际]|区域|重要|主要|一流|领先|[知著]名|最[大好美强]|影响力|有力|坚强|优质")
DONE = "(?:已|正式|全面|顺利|相继|先后|陆续|如期|也|都|均|现已|终于)*"
# 这家2019年建成的合作社 has been spoken of before.
POINTED = re.compile("[这该那][个座家处所条]?[^，。；]{0,20}的$")
# What these govern is made better, drawn on a map or chosen, and need not be new.
NOT_BUILDING = frozenset(
    ("培育", "培育了", "开发", "研发了", "研发出", "自主研发", "划定", "改造", "升级改造", "选聘", "组成")
)


def building(founding: Iterable[str]) -> re.Pattern[str]:
    """What stands before a kind that somebody sets up, up to where the kind begins."""
    verbs = one_of(sorted(set(founding) - NOT_BUILDING))
    return re.compile(f"(?:{verbs})(?:了|起了?|出了?|好)?{LISTED}{FIRST}{ONE}{LIKE}$")


def standing(opened: Iterable[str]) -> re.Pattern[str]:
    """What stands behind a kind that has been built or opened."""
    return re.compile(f"{DONE}(?:{one_of(sorted(opened))})")


def is_founded(page: Page, start: int, end: int) -> bool:
    """Whether a verb of founding governs what stands there, or says of it that it has come to stand.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("村里新建了一座冷库，冷库不够用", compile_grammar(load_rules()), Words())
    >>> is_founded(page, 7, 9), is_founded(page, 10, 12)
    (True, False)
    """
    text, grammar = page.text, page.grammar
    if grammar.opened.match(text, end) is not None:
        return True
    low = max(0, start - FARTHEST)
    low = max(low, *(text.rfind(mark, low, start) + 1 for mark in MARKS))
    built = grammar.building.search(text[low:start])
    if built is None or AIM.search(built["like"] or ""):
        return False
    return POINTED.search(text, low, start) is None
