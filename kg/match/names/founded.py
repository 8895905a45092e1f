"""A kind of house or body in, whether the text says that somebody set one up out: 新建了一座冷库."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.patterns import CLAUSE_MARKS

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

FARTHEST = 80
ASPECT = "(?:了|起了?|出了?|好)?"
# 新建戏台、凉亭和停车场, 建起全镇首座冷库, 打造了一处集会务、展览于一体的文化礼堂.
LISTED = f"(?:[^{CLAUSE_MARKS}、]{{1,16}}?(?:、|[和与及]))*?"
FIRST = "(?:[一-龥]{0,6}?(?:首[个座家处支]|第一[个座家处支]))?"
ONE = "(?:[约近]?[一1][个座处家间所支栋条口片排项套])?"
LIKE = f"(?P<like>[^{CLAUSE_MARKS}、的]{{0,24}}的)?"
# 打造全国重要的生产基地: what a place wants to be.
AIM = re.compile("全[国省球]|世界|国[内际]|区域|重要|主要|一流|领先|[知著]名|最[大好美强]|影响力|有力|坚强|优质")
# 村里活跃着一支巾帼宣讲队
AT_WORK = re.compile("(?:活跃着|有着?|拥有|驻有)(?:这样)?一?支(?:[^，。；、的]{0,10}的)?$")
SHORT_TEAM, SEVERAL_TEAMS = 2, ("一支", "多支", "各", "每", "几支", "数支")
# 检测中心、设计中心相继投用
BESIDE = "(?:[、和与及][一-龥]{2,10}?){0,5}?"
DONE = "(?:已|正式|全面|顺利|相继|先后|陆续|如期|也|都|均|现已|终于)*"
# 这家2019年建成的合作社 has been spoken of before.
POINTED = re.compile("[这该那][个座家处所条]?[^，。；]{0,20}的$")
PUT_UP, RAISED = re.compile("[建设办盖修]"), re.compile("创|[规谋筹]划|强|优")
# 省级绿色工厂12家: what somebody is found to be, and puts up none of.
RANKED = re.compile("国家|世界|全[国省市县]|[一-龥]{1,2}级")


def founding(verbs: Iterable[str]) -> re.Pattern[str]:
    """A verb that sets up what follows, with the word of aspect behind it."""
    return re.compile(f"(?:{one_of(sorted(set(verbs)))}){ASPECT}")


def building(verbs: Iterable[str]) -> re.Pattern[str]:
    """What stands before a kind that somebody sets up, up to where the kind begins."""
    return re.compile(f"{founding(verbs).pattern}{LISTED}{FIRST}{ONE}{LIKE}$")


def building_many(verbs: Iterable[str]) -> re.Pattern[str]:
    """The same for a verb that puts up so many of what has no name: 新建鲜茧收购站9个, and no 创建示范村20个."""
    put_up = [verb for verb in verbs if PUT_UP.search(verb) and not RAISED.search(verb)]
    return building(put_up)


def standing(opened: Iterable[str]) -> re.Pattern[str]:
    """What stands behind a kind that has been built or opened."""
    return re.compile(f"{BESIDE}{DONE}(?:{one_of(sorted(opened))})")


def is_team_set_up(page: Page, start: int, end: int, name: str, head: str) -> bool:
    """成立巾帼宣讲团, 组建护林队: a team of whatever common name is one thing of those who have formed it."""
    said = len(head) < len(name) or (len(head) > SHORT_TEAM and head not in page.grammar.name_words.teams)
    known = AT_WORK.search(page.text, max(0, start - FARTHEST), start) or is_founded(page, start, end)
    return said and not name.startswith(SEVERAL_TEAMS) and bool(known)


def is_founded(page: Page, start: int, end: int) -> bool:
    """Whether a verb of founding governs what stands there, or says of it that it has come to stand.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("村里新建了一座冷库，冷库不够用", compile_grammar(load_rules()), Words())
    >>> is_founded(page, 7, 9), is_founded(page, 10, 12)
    (True, False)
    """
    return page.grammar.opened.match(page.text, end) is not None or _governed(page, start, page.grammar.building)


def _governed(page: Page, start: int, founding: re.Pattern[str]) -> bool:
    text = page.text
    low = max(0, start - FARTHEST)
    low = max(low, *(text.rfind(mark, low, start) + 1 for mark in CLAUSE_MARKS))
    built = founding.search(text[low:start])
    if built is None or AIM.search(built["like"] or ""):
        return False
    return POINTED.search(text, low, start) is None


def is_put_up(page: Page, start: int) -> bool:
    """Whether somebody put up so many of what stands there: 建成果穗烘干线4条."""
    if RANKED.match(page.text, start):
        return False
    return _governed(page, start, page.grammar.building_many)
