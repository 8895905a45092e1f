"""Mentions that stand together in, those of them who act out: of a chain the last, of a list all, of what is whose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.rulebook.kinds import BODIES, PLACES
from kg.match.subjects.openers import Openers
from kg.match.subjects.phrases_named import TOPICS
from kg.model import Mention, Span

OWNED = BODIES | {"Person", "Facility"}
OF_HIM = PLACES | BODIES
# 所在的, 一手创办的: what a person is or does in a body or place that is named behind it.
HIS = re.compile("[一-龥]{1,6}的")
# 寻乌的…, 寻乌境内, 在寻乌, 寻乌西北部，: the place is not who acts.
NOT_ACTING = re.compile(
    r"(?!上[线马报门缴交下]|下[设辖派沉发拨达调定足大真狠苦硬功决]|中[标选规]|外[派聘出引]|内[设外强]|里里|之所以)[的内里上下中外之]|境内|全境|辖区|籍|人民(?!政府)|(?:[东西南北中]{1,2}部|腹地|[东西南北]麓)(?:，|\Z)"
)
# A与B签订协议: what 与 joins does not act, what 和 joins does.
LIST_LINK = re.compile(r"[、和及]|以及")
# 云岭市的龙头企业恒远公司: of what kind a body of a place is.
OF_KIND = re.compile(
    "[一-龥]{0,8}?(?:企业|公司|集团|单位|机构|大户|国企|民企|央企|园区|厂|合作社|协会|商会|品牌|学校|高校|院校|医院|老字号)"
)
OPENS = frozenset("。！？\n")
# 据石桥村负责人介绍，: it is the village's own that is then told.
BY_ACCOUNT = re.compile("[^，。；的]{0,12}?(?:介绍|透露|说|讲|反映)(?=，|$)")


def acting_group(text: str, span: Span, inside: Sequence[Mention]) -> tuple[tuple[Mention, ...], int]:
    """晨光镇竹背村: of a chain the last one acts; 恒大、腾讯: of a list all act. With the index of the last mention."""
    group = [inside[0]]
    k = 0
    while k + 1 < len(inside) and inside[k + 1].type in TOPICS and inside[k + 1].span.end <= span.end:
        between = text[inside[k].span.end : inside[k + 1].span.start]
        two = inside[k].type == "PartyOrganization" and inside[k + 1].type == "GovernmentBody"
        if between in ("", "（", "）") and not (two and not between):
            group[-1] = inside[k + 1]
        elif not between or LIST_LINK.fullmatch(between):
            # 县委县政府 are two as 县委、县政府 are.
            group.append(inside[k + 1])
        else:
            break
        k += 1
    return tuple(group), k


def by_account(text: str, span: Span, start: int, inside: Sequence[Mention]) -> tuple[Mention, ...] | None:
    """据云岭县石桥村负责人介绍，推行…: whose account it is that a clause gives, named from `start` on."""
    if not inside or inside[0].span.start != start or inside[0].type not in OF_HIM:
        return None
    group, k = acting_group(text, span, inside)
    return group if BY_ACCOUNT.fullmatch(text, inside[k].span.end, span.end) else None


def called_by(
    text: str, span: Span, end: int, following: Sequence[Mention], openers: Openers
) -> tuple[Mention, ...] | None:
    """The place or body that stands behind what a person does there, if words go on behind it."""
    whose = HIS.match(text, end, span.end)
    if whose is None or not following or following[0].span.start != whose.end() or following[0].type not in OF_HIM:
        return None
    group, k = acting_group(text, span, following)
    after = following[k].span.end
    goes_on = openers.governs(text, after) or text[after : after + 1] == "，"
    return group if goes_on and group[-1].type in OF_HIM else None


def owned(text: str, span: Span, following: Sequence[Mention], start: int) -> tuple[Mention, ...] | None:
    """青石镇的云茶公司, 江岳区的帮扶企业绿谷公司: what stands in a place, or comes from there."""
    for mention in following:
        kind = OF_KIND.fullmatch(text, start, mention.span.start) if mention.type in BODIES else None
        if (mention.span.start == start or kind) and mention.span.end <= span.end and mention.type in OWNED:
            return None if text[mention.span.end : mention.span.end + 1] in ("的", "、", "和") else (mention,)
    return None


def within(text: str, span: Span, following: Sequence[Mention], start: int) -> tuple[Mention, ...] | None:
    """江岳市的云岭县是…, 云岭县的青石镇建成…: the place within the place acts."""
    if not following or following[0].span.start != start or following[0].type not in PLACES:
        return None
    group, k = acting_group(text, span, following)
    end = following[k].span.end
    # 三峡库区的白帝镇，…: a sentence that opens so speaks of it.
    if end >= span.end:
        return group if span.start == 0 or text[span.start - 1] in OPENS else None
    return None if text[end] in "的、和与等" or NOT_ACTING.match(text, end, span.end) else group
