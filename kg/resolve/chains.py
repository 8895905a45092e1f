"""Place mentions in, for each the place in front of it that it lies in, as the text writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Form, Mention
from kg.resolve.atlas import CORPS, RANKS
from kg.resolve.families import SETTLEMENTS

# Between two links of a chain: 云岭县白石镇, 云岭县的白石镇.
JOINTS = ("", "的")
# 云岭县驻青石村工作队, 云岭县旅游局驻青石村工作队: whoever a county sends to a village stays within it.
SENT = re.compile("(?:[一-龥]{2,8}[局办部委院会社])?驻")
# 青石街道办事处柳湾社区: the office stands for its street.
OFFICE = "办事处"
# 石桥村委会哈尼寨, and 青石镇其他三个村——龙湾、大塘、瓦岗.
COMMITTEES = ("委", "委会", "民委员会")
ANNOUNCING = re.compile(
    "(?:其他|其余|另外|共?有|下?辖|的)*(?:[0-9]{1,2}|[两三四五六七八九十])个(?:行政村|自然村|村|社区)(?:——|，即|，分别[是为])"
)
LISTS = ("、", "和", "与", "及", "以及")
# A zone and what lies in it: 云州经济开发区白石镇; a division of the corps: 第八师一四九团.
ZONES = (("Region", "place/suffix"), ("Region", CORPS))
# A member of the list that no rule reads: 石马村、胖土地村、土桥村.
UNREAD = re.compile("、[一-龥]{2,6}[村社区乡镇]、")
NEW_ZONES = ("新区", "开发区", "经开区", "高新区")
ESTATE = "小区"
LOOK_BACK = 3


def chains(text: str, mentions: Sequence[Mention]) -> list[int | None]:
    """For each mention the index of the next higher link of its chain, or None.

    In 白石镇大柘村、小洲村 both villages lie in the town.
    """
    above: list[int | None] = []
    for i, mention in enumerate(mentions):
        above.append(_above(text, mentions, above, i) if mention.form is not Form.ANAPHOR else None)
    return above


def _above(text: str, mentions: Sequence[Mention], above: Sequence[int | None], i: int) -> int | None:
    mention = mentions[i]
    rank = RANKS.get(mention.type)
    for k in range(i - 1, max(-1, i - 1 - LOOK_BACK), -1):
        before = mentions[k]
        if before.span.end > mention.span.start:
            # 云岭 in 云岭经济开发区: the chain goes on before the whole name.
            continue
        if before.form is Form.ANAPHOR:
            return None
        gap = text[before.span.end : mention.span.start]
        if before.type == "County" and mention.type in (*SETTLEMENTS, "Township") and SENT.fullmatch(gap):
            return k
        if gap == OFFICE and before.type == "Township" and before.name.endswith("街道"):
            return k if _holds(before, mention, rank, "") else None
        if gap in COMMITTEES and before.type == mention.type == "Village":
            return k
        if before.type == "Township" and mention.type in SETTLEMENTS and ANNOUNCING.fullmatch(gap):
            return k
        if gap in JOINTS:
            return k if _holds(before, mention, rank, gap) else None
        shares = (
            (gap in LISTS or UNREAD.fullmatch(gap))
            and before.type == mention.type
            and rank is not None
            and rank > RANKS["County"]
        )
        return above[k] if shares else None
    return None


def _holds(before: Mention, mention: Mention, rank: int | None, gap: str) -> bool:
    """Whether the place before may be a higher link of the same chain."""
    if (before.type, before.rule) in ZONES and rank is not None and rank > RANKS["County"]:
        return True
    if before.type == "Region" and before.name.endswith(NEW_ZONES) and mention.type == "Township":
        return True
    if before.type in SETTLEMENTS and mention.type == "Village":
        return gap == ""
    # 松湾社区锦绣小区: an estate lies in its community.
    if before.type == mention.type == "Community" and mention.name.endswith(ESTATE):
        return not before.name.endswith(ESTATE)
    return before.type in RANKS and (rank is None or RANKS[before.type] < rank)
