"""A clause that opens with words for somebody or something in, whom or what they describe out."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.match.rulebook.kinds import ACTORS, PLACES, WAYS
from kg.match.subjects.chains_named import NOT_ACTING, acting_group, called_by
from kg.match.subjects.inverted import of_such_size, who_has_been
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.openers import Openers
from kg.match.subjects.phrases_named import TOPICS
from kg.match.subjects.works_named import works_told_of
from kg.model import Mention, Span

LED = re.compile("[一-龥][以由]")
# 青石镇有个叫李华的青年，种茶: he is who is spoken of.
BY_NAME = re.compile("[一-龥]{0,4}?(?:有|来了|出了)?一?[个位名](?:名叫|叫做?)")
SITUATED = re.compile("(?:平均)?海拔|距|离|地处|位于|坐落|面积|总面积|[全总]?人口|常住人口")
LIVES = re.compile("(?:家住|现住|家在|住在|居住在|租住在|来自)")
ROLE_BETWEEN = re.compile("的[^，。；：、的]{0,8}\\Z")
CAUSING = frozenset("让使令")
NUMBERED = re.compile("[0-9]+[余多]?[名位户]")
# 主产区云州区是…, 茶叶大县青石县建成…: what a place is, before its name.
APPOSED = re.compile(
    "[一-龥“”0-9]{0,14}(?:[县市区镇乡村城][县区]|产区|灌区|灾区|林区|牧区|库区|山区|老区|苏区|老?[大强小穷弱富重名古山水边侨]?[县城镇乡村市]|之[乡都城]|基地)"
)
# 位于经开区内的绿野公司, 位于青石县城东部的石桥村, 距青石县城50公里的石桥村
THERE = re.compile(
    "(?:[县市州镇]?城?(?:[东西南北]{1,2}[部边侧郊面]|[东西南北]|区)"
    "|[县市州]?城?区?(?:仅|约|不足|不到|有)?[0-9.]+[多余]?(?:公里|千米|里|米)[外处远]?"
    "|[境辖]?[内里上中]|(?:工业|产业|科技)?园区?[内里]?|境内|腹地|附近|旁边?|脚下|[东西南北]麓)?的"
)
# 距县城50公里的石桥村: no mention names the town.
AWAY = re.compile("距离?[县市州省镇]城?区?(?:仅|约|不足|不到|有)?[0-9.]+[多余]?(?:公里|千米|里|米)[外处远]?的")
HOUSED = PLACES | {"Facility"}
# 最多的青石村分红9万元
MOST = re.compile("最[一-龥]{1,3}的")
# Where somebody has gone, or what is done with a place: it does not act.
GONE_TO = re.compile(
    "走[进入访近出]|[来到]到?|在|位于|前往|深入|探访|沿着|从|[对向为给据把将被让以与和同]|站在|漫步|驱车|抵达|进入|支[援持]|帮[扶助]|推荐|授予"
)


def _is_apposed(text: str, at: int, end: int, openers: Openers) -> bool:
    """主产区, 产茶大县 before a name, but not 走进古城."""
    verbal = openers.governs(text, at) and not text.startswith("主产区", at)
    return not verbal and APPOSED.fullmatch(text, at, end) is not None


def described(text: str, span: Span, at: int, mentions: Mentions, openers: Openers) -> tuple[Mention, ...] | None:
    """开茶馆的李华…, 投资2300万元的服务中心去年启用: whom or what the words before describe."""
    # 90户村民从山外的青石村搬来: who acts stands at the head.
    if NUMBERED.match(text, at, span.end):
        return None
    # 多年的经验，让负责人李华有了信心: what moves him acts, and not he.
    if text[at : at + 1] in CAUSING:
        return None
    inside = [m for m in mentions.between(span.start + 1, span.end) if m.type in TOPICS]
    lies = openers.topics.lies.match(text, at, span.end)
    for where, who in pairwise(inside) if lies else ():
        if where.type in HOUSED and THERE.fullmatch(text, where.span.end, who.span.start) and who.type in ACTORS:
            return None if text[who.span.end : who.span.end + 1] in ("的", "、", "和", "与", "等") else (who,)
    away = AWAY.match(text, at, span.end)
    if away and inside and inside[0].span.start == away.end() and inside[0].type in ACTORS:
        return acting_group(text, span, inside)[0]
    spoken = (
        who_has_been(text, span, at, inside, openers)
        or of_such_size(text, span, at, inside)
        or works_told_of(text, at, inside)
    )
    if spoken is not None:
        return (spoken,)
    first = inside[0] if inside else None
    # 家住石桥村的护林员李华，…: where he lives only describes him.
    if LIVES.match(text, at, span.end):
        people = [m for m in inside if m.type == "Person"]
        alone = people and ROLE_BETWEEN.search(text, at, people[0].span.start)
        return (people[0],) if alone else None
    if first is not None and first.type == "Person" and BY_NAME.fullmatch(text, at, first.span.start):
        return (first,)
    if first is None or text[first.span.end : first.span.end + 1] in ("的", "、", "和", "与", "等"):
        return None
    if first.type in PLACES and _is_apposed(text, at, first.span.start, openers):
        group, k = acting_group(text, span, inside)
        end = inside[k].span.end
        return None if end >= span.end or NOT_ACTING.match(text, end, span.end) else group
    described = text[first.span.start - 1] == "的"
    if described and first.type in PLACES:
        group, k = acting_group(text, span, inside)
        end = inside[k].span.end
        verbal = openers.topics.describes.fullmatch(text, at, first.span.start)
        opens = MOST.fullmatch(text, at, first.span.start) is not None or not openers.governs(text, at)
        acts = openers.governs(text, end) if verbal else span.end - end >= 3 and opens
        # 捧回奖牌的石桥村，推行…, but not 走进山里的石桥村，
        closes = text.startswith("，", end) and GONE_TO.match(text, at) is None
        acts = acts or (closes and openers.goes_on(text, Span(end + 1, min(end + 12, len(text)))))
        # 平均海拔1100米的石桥村，山高坡陡，…: how high or how far it lies can only describe it.
        acts = acts or (closes and SITUATED.match(text, at, first.span.start) is not None)
        return group if acts and not NOT_ACTING.match(text, end, span.end) else None
    if first.type == "Person":
        # 创立以支部书记李华牵头的调解室: he is a member of what somebody else founds.
        titled = openers.role.fullmatch(text, at, first.span.start) and not LED.search(text, at, first.span.start)
        # 种粮大户李华创办的云川公司采用…: who is called by him acts.
        if titled and (called := called_by(text, span, first.span.end, inside[1:], openers)):
            return called
        return (first,) if described or titled else None
    # 同为青石村民的李华承包…: he is who acts, whatever stands in what describes him.
    for who in inside[1:]:
        if who.type == "Person" and text[who.span.start - 1] == "的" and not openers.governs(text, at):
            return (who,) if openers.governs(text, who.span.end) else None
    # What a verb governs stands at the end of its clause; who acts has words behind him.
    acts = described and first.type in ACTORS and span.end - first.span.end >= 3
    # 镇上推行的“板凳会”机制，也被…
    acts = acts or (described and first.type in WAYS and span.end - first.span.end <= 1)
    return (first,) if acts and not openers.governs(text, at) else None
