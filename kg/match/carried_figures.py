"""A figure in, what it measures where that stands in the clause before or goes without saying out."""

from __future__ import annotations

import re

from kg.match.around import Around, fate
from kg.match.comparisons import Reading
from kg.match.counts import HOUSEHOLDS, PEOPLE
from kg.match.indicators import before
from kg.match.runs import Figure
from kg.match.scene import Scene, meets_next
from kg.model import Span

# 全村1523户建了档案: who is counted is told apart by what they do.
DOING = re.compile("(?!的)([一-鿿]{2,12})")
WHOLE = re.compile("全(?:[省市县区乡镇村州旗]|街道|社区|小区|寨|屯|组|嘎查)(?:现|共|总共|一共|现有|共有|有)*")
# 辖14个行政村、2个社区，2.9万人: who lives there.
SETTLEMENTS = ("村", "社区", "小组", "乡镇", "街道", "嘎查", "户", "户数", "屯", "寨")


def carried(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """What was measured stands in the clause before, or goes without saying."""
    value, index, start = around.value, around.place, around.value.span.start
    room = start - scene.ends[index - 1] if index else start
    if value.unit == PEOPLE and index and room <= 1 and scene.values[index - 1].unit == HOUSEHOLDS:
        # 户籍人口2716户7105人
        of = last.base.removesuffix("户数").removesuffix("人口") if last and last.base.endswith("户数") else ""
        people = of + ("人数" if of.endswith("民") else "人口")
        return people, people, "bare", start
    if value.unit == HOUSEHOLDS and meets_next(scene, around.place):
        return "户数", "户数", "bare", start
    # 放款213笔1968万元, 改造农村公路15条、220公里
    joined = room == 0 or (room == 1 and scene.text[start - 1] == "、" and scene.kinds[index - 1] == "count")
    if last and joined and around.kind in ("money", "area", "mass", "length"):
        return last.base, last.base, "shared", start
    same = last is not None and last.value.unit == value.unit
    if last and same and (around.left == last.value.span.end or fate(scene, around)):
        return last.base + fate(scene, around), last.base, "shared", start
    # 全村287户、763人: who lives there, whatever the clause before speaks of.
    dwell = value.unit in (HOUSEHOLDS, PEOPLE) and WHOLE.fullmatch(around.raw) is not None
    if not dwell and (clause := _clause_before(scene, around)) is not None:
        words = scene.text[clause.start : clause.end]
        return words, words, "clause", clause.start
    if last and same:
        done = "完成" if around.raw.endswith("完成") else ""
        return done + last.base, last.base, "shared", start
    if value.unit in (HOUSEHOLDS, PEOPLE) and (doing := DOING.fullmatch(scene.text, around.end, around.right)):
        return doing[1], doing[1], "deed", start
    if value.unit in (HOUSEHOLDS, PEOPLE):
        # 11个村1.87万人
        gap = scene.text[last.noun.end if last and last.noun else around.left : around.opens].strip("，")
        lives = dwell or (last is not None and not gap and last.base.endswith(SETTLEMENTS))
        words = "户数" if value.unit == HOUSEHOLDS else "人口" if lives else "人数"
        return words, words, "bare", start
    return None


def _clause_before(scene: Scene, around: Around) -> Span | None:
    """这样的护林员，还有90多名: the noun at the end of a clause without figures."""
    end = around.left - 1
    if end <= scene.span.start or scene.text[end] not in "，：":
        return None
    breaks = [at + 1 for at in scene.breaks if at < end]
    start = breaks[-1] if breaks else scene.span.start
    if around.place and scene.ends[around.place - 1] > start:
        return None
    said = before(scene.text, start, end, scene.words, scene.skips)
    at = scene.text.rfind("的", said.start, said.end - 1) + 1 or said.start
    return Span(at, said.end) if 2 <= said.end - at <= 16 else None
