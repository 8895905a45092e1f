"""A title in, the classes of those who can hold it out: a 示范村 is a village, a 示范县 a county."""

from __future__ import annotations

import re

from kg.match.rulebook.kinds import LARGE, PLACES

# 中国民间艺术之乡, 长寿故乡: a home, and no township.
SETTLED = re.compile("(?:(?<!之)(?<![故家])[镇乡]|[村寨屯]|村落|村庄|街道|社区)”?$")
COUNTY = re.compile("(?:(?<!郡)县|县城)”?$")
OF_PLACES = re.compile("[县市区镇乡村寨屯]”?$|村[落庄]”?$|街道”?$")
# 云岭县的香菇被评为…示范县: the product only says what the place is praised for.
# 福建名牌产品: what is made.
# 特色农产品优势区: what is grown there may hold it.
ZONE = re.compile("区”?$")
GOODS = re.compile("(?:产品奖?|商标|地理标志[一-龥]*|老字号)”?$")
NEVER = frozenset({"Industry", "Person"})


def holders(title: str, kinds: frozenset[str]) -> frozenset[str]:
    """Those of `kinds` to whom a title for places may go, where the clause names nobody.

    >>> sorted(holders("全国文明村", frozenset({"County", "Village", "Enterprise"})))
    ['Village']
    >>> sorted(holders("全国科技进步先进县", frozenset({"County", "Village", "Enterprise"})))
    ['County']
    """
    if not OF_PLACES.search(title):
        return frozenset(kind for kind in kinds if can_hold(kind, title))
    return frozenset(kind for kind in kinds & PLACES if can_hold(kind, title))


def can_hold(kind: str, title: str) -> bool:
    """Whether a thing of a class may hold a title: no county is a 示范村, and no product a 示范县.

    >>> can_hold("County", "省级旅游示范村"), can_hold("Enterprise", "省级旅游示范村")
    (False, True)
    >>> can_hold("County", "中国民间艺术之乡"), can_hold("Industry", "中国民间艺术之乡")
    (True, False)
    """
    if GOODS.search(title):
        return kind not in PLACES
    if SETTLED.search(title):
        return kind not in LARGE and kind not in NEVER
    if COUNTY.search(title):
        return kind not in PLACES - LARGE - {"Place", "Region"} and kind not in NEVER
    return not (kind in NEVER and OF_PLACES.search(title) and not ZONE.search(title))
