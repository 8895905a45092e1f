"""What stands behind the last word of a name in, whether the name goes on with it out."""

from __future__ import annotations

import re

from kg.match.names.grammar import CLOSING_NOUNS, Page
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import BODIES, WAYS
from kg.match.rulebook.rule_types import EntityRule

MEASURED = re.compile(
    "面积|年?产量|年?总?产值|年产|综合产值|企业|大户|农户|专业户|总产|规模|销量|销售|存栏|出栏|饲养|种植|养殖|栽培|苗|园"
    "|基地|主?产区|主?产地|集散地|收益|收入|价格|行情|品质|市场|销路|产销|单产|亩产|收成|长势|种植?户|养殖?户|工艺|技艺|历史|步伐|品牌|行业|经济|类"
)
RANKED = re.compile("(?:特色|优势|主导|支柱|首位|富民)产业")
# Behind a way of working these go on naming it; behind an event these end its name.
GROWING = frozenset({"建设", "改革", "创新"})
OF_EVENTS = frozenset({"建设", "项目", "工作", "组委会", "期间"})
# 石口水库蓄水以来, but not 水库蓄水方案: what is done there.
DONE_THERE = re.compile("(?:蓄水|泄洪|通车|开园|竣工)(?:以来|后|前|至|[，。；、]|$)")
# 北山水库库容300万立方米, 湿地水面由90平方公里涨到…: what is measured of it is no part of its name.
FIGURE_BEHIND = re.compile(
    "总?(?:装机(?:容量|规模)?|库容|蓄水量?|水面(?:面积)?|水位|坝[高长]|供水|补水|全长|长度|总?长|[净桥路]?宽度?|主?跨径?|里程|建筑面积|灌溉面积|面积|投资|床位|座位)(?:由|从|达到?|超过?|约|为|突破)?[0-9]"
)
KEPT_IN = re.compile("(?:储备|试验|示范|展示|孵化|集聚|先行|管理)(?:区|园|基地|中心|库)")
MEASURED_WORKS = ("项目", "工程")


def may_go_on(page: Page, after: Atom, rule: EntityRule) -> bool:
    """Whether the word after a head belongs to the same name, so that the name does not end there."""
    if rule.type == "Industry" and RANKED.match(after.text):
        return False  # 食用菌特色产业: what it is for the place
    if after.tag in ("“", "@"):
        return after.tag == "“" and rule.type in WAYS
    # 碳汇项目储备区: what the undertakings of a kind are kept in.
    if rule.type in WAYS and KEPT_IN.match(page.text, after.start):
        return True
    text = after.text
    if rule.type == "Facility" and DONE_THERE.match(page.text, after.start):
        return False
    if rule.type == "Industry" and MEASURED.match(text):
        return False
    if text in page.grammar.boundaries or text in page.grammar.function or after.tag[:1] in "vmqfpcudt":
        return text in GROWING and rule.type in WAYS
    if rule.type in BODIES:
        return False
    if rule.type == "Event":
        return text in OF_EVENTS
    return after.tag.startswith(CLOSING_NOUNS) and text not in page.grammar.name_words.apart


def is_measured(page: Page, after: Atom, head: str, rule: EntityRule) -> bool:
    """北山水库库容300万立方米: whether the noun behind a name says what a figure measures of it."""
    measured = rule.type == "Facility" or head in MEASURED_WORKS
    return measured and FIGURE_BEHIND.match(page.text, after.start) is not None


def is_beside(page: Page, after: Atom) -> bool:
    """北山水库职工, 北山水库主任李华, 北山水库内: who is there, and where that is."""
    beside = after.text in page.grammar.people or after.text in page.grammar.name_words.there
    return beside or page.grammar.roles.match(page.text, after.start) is not None
