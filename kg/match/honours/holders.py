"""A title in, the classes of those who can hold it out: a 示范村 is a village, a 示范县 a county."""

from __future__ import annotations

import re

from kg.match.rulebook.kinds import LARGE, PLACES, SETTLEMENTS, WAYS

# 中国民间艺术之乡, 长寿故乡: a home, and no township.
SETTLED = re.compile("(?:(?<!之)(?<![故家])[镇乡]|[村寨屯]|村落|村庄|街道|社区)”?$")
COUNTY = re.compile("(?:(?<!郡)县|县城)”?$")
OF_PLACES = re.compile("[县市区镇乡村寨屯]”?$|村[落庄]”?$|街道”?$")
# 云岭县的香菇被评为…示范县: the product only says what the place is praised for.
# 福建名牌产品: what is made.
# 特色农产品优势区: what is grown there may hold it.
ZONE = re.compile("区”?$")
GOODS = re.compile("(?:产品奖?|商标|地理标志[一-龥]*|老字号|(?:绿色|有机)食品|名[茶酒果])”?$")
# 先进个人, 劳动模范: of people. 先进集体: of bodies, and of villages that are called so for theirs.
PERSONAL = re.compile(
    "(?:个人|劳动模范|劳模|工作者|共产党员|优秀党员|党代表|道德模范|(?:奉献|守信|为|爱亲|为乐)模范|好人|好人榜|红旗手|能手|带头人|传承人|致富人|专家|人才|工匠|教师|医生|护士|村官|支书|书记|警察|民警|公务员|志愿者|人物|荣誉[村市]民|奖章|大户|状元)”?$"
)
OF_BODIES = re.compile("(?:集体|党组织|党支部|派出所|企业|合作社)”?$")
# 全国民族团结进步模范集体: with a level and what it is praised for, a county may be one as well.
OF_COUNTIES = re.compile("(?:全国|全[省市]|国家级?|省级?|[一-龥]{2,3}省)[^“”]{4,}(?:先进|模范)集体”?$")
OF_HOMES = re.compile("家庭”?$")
# What a clause that names nobody says of the way of working, or of the crop, before it.
OF_WAYS = re.compile(
    "案例|做法|经验|范例|模式|项目|品牌|创新|成果|工作法|清单|样板|示范|试点|榜|[一二三四五六七八九十]佳|十大|奖|改革"
)
OF_GOODS = re.compile(
    "奖|[冠亚季]军|[金银铜]牌|第一名|产品|品牌|名[茶酒果品牌优]|名录|名单|认证|百强|遗产|绿色食品|有机|杯"
)
NEVER = frozenset({"Industry", "Person"})


# A 示范村 is no town, a 示范镇 no village; 示范村镇 and 历史文化名镇名村 may be both.
OF_A_VILLAGE = re.compile("(?:(?<!镇)(?<!名镇名)村(?:落|庄)?|[寨屯]|社区)”?$")
OF_A_TOWN = re.compile("(?:(?<![之村小古名])[镇乡]|街道)”?$")


def holders(title: str, kinds: frozenset[str]) -> frozenset[str]:
    """Those of `kinds` to whom a title for places may go, where the clause names nobody.

    >>> sorted(holders("全国文明村", frozenset({"County", "Village", "Enterprise"})))
    ['Village']
    >>> sorted(holders("全国科技进步先进县", frozenset({"County", "Village", "Enterprise"})))
    ['County']
    >>> [sorted(holders(title, frozenset({"Mechanism", "Facility"}))) for title in ("省级旅游示范区", "全省治理案例")]
    [['Facility'], ['Facility', 'Mechanism']]
    """
    if not OF_WAYS.search(title):
        kinds -= WAYS
    if not (OF_GOODS.search(title) or GOODS.search(title)):
        kinds -= {"Industry"}
    if not OF_PLACES.search(title):
        return frozenset(kind for kind in kinds if can_hold(kind, title))
    # 青龙山景区…，被评为生态旅游示范区
    zones = {"Facility"} if ZONE.search(title) else set()
    return frozenset(kind for kind in kinds & (PLACES | zones) if can_hold(kind, title))


def can_hold(kind: str, title: str) -> bool:
    """Whether a thing of a class may hold a title: no county is a 示范村, and no product a 示范县.

    >>> can_hold("County", "省级旅游示范村"), can_hold("Enterprise", "省级旅游示范村")
    (False, True)
    >>> can_hold("County", "中国民间艺术之乡"), can_hold("Industry", "中国民间艺术之乡")
    (True, False)
    >>> can_hold("Township", "省级文明村"), can_hold("Village", "省级文明镇"), can_hold("Township", "全国文明村镇")
    (False, False, True)
    >>> can_hold("Township", "中国历史文化名镇名村"), can_hold("Village", "中国历史文化名镇名村")
    (True, True)
    >>> can_hold("County", "全国民族团结进步模范集体")
    True
    >>> can_hold("County", "全国劳动模范"), can_hold("Person", "全国劳动模范"), can_hold("County", "先进集体")
    (False, True, False)
    """
    if GOODS.search(title):
        return kind not in PLACES
    if PERSONAL.search(title):
        return kind == "Person"
    if OF_HOMES.search(title):
        return kind not in PLACES and kind != "Industry"
    if OF_BODIES.search(title):
        return kind not in NEVER | WAYS and (kind not in LARGE or OF_COUNTIES.search(title) is not None)
    if SETTLED.search(title):
        other = (kind == "Township" and OF_A_VILLAGE.search(title)) or (kind in SETTLEMENTS and OF_A_TOWN.search(title))
        return kind not in LARGE and kind not in NEVER and not other
    if COUNTY.search(title):
        return kind not in PLACES - LARGE - {"Place", "Region"} and kind not in NEVER
    return not (kind in NEVER and OF_PLACES.search(title) and not ZONE.search(title))
