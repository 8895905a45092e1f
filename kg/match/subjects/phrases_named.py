"""The names that a clause opens with in, whom it speaks of where they are one phrase out: 云岭县推行的“四联”机制."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.rulebook.kinds import BODIES, PLACES, WAYS, WAYS_AND_TRADES
from kg.match.subjects.topic_words import TopicWords
from kg.model import Form, Mention, Span

TOPICS = PLACES | BODIES | WAYS | {"Person", "Facility", "Industry"}
MADE = frozenset({"Facility", "Program", "Project"})
OF_THE_PLACE = re.compile(
    "的?(?:特色|优质|传统|地方|地理标志)?(?:农产品|产品|特产|土特产|名茶|名果|经验|做法|案例|品牌|项目|的)?"
)
PRAISED = re.compile(
    "(?:[的等]?(?:案例|做法|经验|项目|品牌|模式))?(?:还|也|又|曾|已|于|在)?(?:[12][0-9]{3}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?"
    "(?:还|也|又|曾|已|先后|成功|连续|相继|分别|再次)*(?:获|荣获|斩获|摘得|入选|上榜|跻身|喜获|被(?:评|列|认定|命名|授予|确定|选))"
)
WITH = re.compile("联合|会同|携手|联手|[与同和]")
# 青石镇建成一座崭新的冷库 is no name: it is done, and counted.
# 村里还建起立体化的“三级议事”体系: nor is what somebody does besides, or what he makes of such a kind.
RELATIVE = re.compile(
    "(?![还又也再便就]|[^的]{0,10}(?:已|成功|了|一[个条座批处家项支套种]))[一-龥]{2,12}(?<![化性型式])的"
)


def grown_at(ground: Mention, crop: Mention) -> tuple[Mention, ...] | None:
    """石桥村茶叶面积达千亩，…: the village right before a crop that is measured is spoken of."""
    at = ground.type in PLACES and ground.form is not Form.ANAPHOR and ground.span.end == crop.span.start
    return (ground,) if at and crop.type == "Industry" else None


def headed(text: str, span: Span, chain: Sequence[Mention]) -> Mention | None:
    """云岭县推行的“板凳会”机制，: a clause that is one long name speaks of what it names."""
    first, at = chain[0], 1
    # 县文旅局联合青石镇政府建设的学院，: with whom it is done stands between.
    if len(chain) > 2 and WITH.fullmatch(text, first.span.end, chain[1].span.start):
        first, at = chain[1], 2
    if len(chain) <= at or span.end - chain[at].span.end > 1:
        return None
    whole = chain[at].type in TOPICS and RELATIVE.fullmatch(text, first.span.end, chain[at].span.start)
    return chain[at] if whole else None


def worked_upon(text: str, span: Span, chain: Sequence[Mention], words: TopicWords) -> Mention | None:
    """青石镇引进的恒远公司投资…: the body acts that a place is said to have brought, sent or founded."""
    end = chain[0].span.end
    if chain[0].type not in PLACES | BODIES:
        return None
    # 县里同云州大学合建的创意园去年投用
    if len(chain) > 2 and WITH.fullmatch(text, end, chain[1].span.start):
        chain = chain[1:]
        while len(chain) > 2 and chain[1].span.start == chain[0].span.end:
            chain = chain[1:]
        end = chain[0].span.end
    for mention in chain[1:]:
        if mention.type in BODIES | MADE and span.end - mention.span.end >= 3 and (
            words.taken.fullmatch(text, end, mention.span.start) or words.known.fullmatch(text, end, mention.span.start)
        ):  # fmt: skip
            return None if text[mention.span.end] in "的、和与等" else mention
    return None


def praised(text: str, chain: Sequence[Mention]) -> Mention | None:
    """云岭县农产品“青石秀珍菇”于2010年获…: what a place has, and for what it is praised, is spoken of further on."""
    if len(chain) < 2 or chain[0].type not in PLACES or chain[1].type not in WAYS_AND_TRADES:
        return None
    apposed = OF_THE_PLACE.fullmatch(text, chain[0].span.end, chain[1].span.start)
    return chain[1] if apposed and PRAISED.match(text, chain[1].span.end) else None
