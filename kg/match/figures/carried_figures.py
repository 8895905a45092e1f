"""A figure in, what it measures where that stands in the clause before or goes without saying out."""

from __future__ import annotations

import re

from kg.match.figures.around import Around, fate
from kg.match.figures.comparisons import Reading
from kg.match.figures.counts import HOUSEHOLDS, IN_ALL, PEOPLE, living
from kg.match.figures.indicators import before
from kg.match.figures.runs import Figure
from kg.match.figures.scene import Scene, meets_next
from kg.model import Span

GROWS = re.compile(
    "([^，。；]{2,20}?)(?:在[^，。；]+?(?:基础上|情况下|形势下))?(?:保持|实现|继续|持续|取得|大幅|快速|稳步|逐年|连年)"
    "[^，。；]{0,12}(?:增长|提升|增加|提高|下降|减少|跨越|飞跃|翻番)"
)
# 全村1523户建了档案: who is counted is told apart by what they do.
DOING = re.compile("(?!的|当中|之中)(?:将|从中|[均都]?[为是])*([一-鿿]{2,12})")
# 128件均已办结
DONE = re.compile("(?:[均都]|已经?|全部)+([一-鿿]{2,6})")
# 达产后，9人受益: when it is, and not who.
SPELL_ENDS = ("后", "时", "以来", "期间")
# 地处大山, …的一个苗寨: where a place lies or of what sort it is, which nobody counts.
OF_THE_PLACE = re.compile("^(?:地处|位于|坐落)|(?:[村寨乡镇屯]|社区|街道)$")
WHOLE = re.compile("全(?:[省市县区乡镇村州旗]|街道|社区|小区|寨|屯|组|嘎查)(?:现|共|总共|一共|现有|共有|有)*")

HAS, MANY = re.compile("(?:现|共|总共|一共|目前|如今|全村|全镇|全乡|全县)*有"), 100
# 开展培训90期、9000人次: how often it was done, and how many came to it or how long it took.
TIMES = frozenset(["期", "场", "场次", "次", "批", "批次", "班次", "轮", "届", "站次", "课时"])
CAME = frozenset(["人次", "人", "户次", "家次", "小时", "课时", "学时", "场次"])


def carried(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """What was measured stands in the clause before, or goes without saying."""
    value, index, start = around.value, around.place, around.value.span.start
    if (bracketed := _before_bracket(scene, around)) is not None:
        words = scene.text[bracketed.start : bracketed.end]
        return words, words, "bracket", bracketed.start
    room = start - scene.ends[index - 1] if index else start
    if value.unit == PEOPLE and index and room <= 1 and scene.values[index - 1].unit == HOUSEHOLDS:
        people = living(last.base if last else "", scene.words)
        return people, people, "bare", start
    if value.unit == HOUSEHOLDS and meets_next(scene, around.place):
        return "户数", "户数", "bare", start
    # 放款213笔1968万元, 改造农村公路15条、220公里
    gap = scene.text[start - room : start] if index else ""
    joined = room == 0 or (scene.kinds[index - 1] == "count" and (gap == "、" or IN_ALL.fullmatch(gap) is not None))
    # 蜂箱9处700箱
    came = gap in ("、", "，", "") and value.unit in CAME and not (around.behind or around.said.verb)
    if last and came and index and scene.values[index - 1].unit in TIMES and last.value.unit in TIMES - {value.unit}:
        return last.base, last.base, "shared", start
    counts = room == 0 and around.kind == "count" and value.unit not in (HOUSEHOLDS, PEOPLE, "股") and not around.behind
    if last and joined and (counts or around.kind in ("money", "area", "mass", "length")):
        return last.base, last.base, "shared", start
    same = last is not None and last.value.unit == value.unit
    if last and same and (around.left == last.value.span.end or fate(scene, around)):
        return last.base + fate(scene, around), last.base, "shared", start
    # 全村287户、763人: who lives there, whatever the clause before speaks of.
    dwell = value.unit in (HOUSEHOLDS, PEOPLE) and WHOLE.fullmatch(around.raw) is not None
    # 集体收入90万元；其次是白河村，80万元: the clause before only says of whom it is told.
    named = same and around.left - 1 in {scene.names[at] for at in scene.owners}
    if not dwell and not named and (clause := _clause_before(scene, around)) is not None:
        words = scene.text[clause.start : clause.end]
        # 柳湾村是县里的一个苗寨，有236户: the clause before says what sort of place it is.
        if value.unit in (HOUSEHOLDS, PEOPLE) and not around.behind and OF_THE_PLACE.search(words) is not None:
            words = "户数" if value.unit == HOUSEHOLDS else "人口"
            return words, words, "bare", start
        return words, words, "clause", clause.start
    if around.kind != "count" and (grown := _grown_before(scene, around)) is not None:
        words = scene.text[grown.start : grown.end]
        return words, words, "clause", grown.start
    if around.kind == "count" and not around.raw and (done_so := DONE.fullmatch(scene.text, around.end, around.right)):
        return done_so[1], done_so[1], "deed", start
    if last and same:
        done = "完成" if around.raw.endswith("完成") else ""
        return done + last.base, last.base, "shared", start
    if value.unit in (HOUSEHOLDS, PEOPLE) and (doing := DOING.fullmatch(scene.text, around.end, around.right)):
        return doing[1], doing[1], "deed", start
    if value.unit == "股":
        return "股份", "股份", "bare", start
    if value.unit in (HOUSEHOLDS, PEOPLE):
        # 11个村1.87万人
        gap = scene.text[last.noun.end if last and last.noun else around.left : around.opens].strip("，")
        lives = (
            dwell
            or _has_people(scene, around)
            or (last is not None and not gap and last.base.endswith(scene.words.settlements))
        )
        words = "户数" if value.unit == HOUSEHOLDS else "人口" if lives else "人数"
        return words, words, "bare", start
    return None


def _has_people(scene: Scene, around: Around) -> bool:
    """石桥村有2300人、耕地4500亩: whether a place has so many, and nothing says which."""
    opens = around.opens
    if around.value.number is None or around.value.number < MANY or scene.text[opens - 1] != "有":
        return False
    begin = opens - len(around.raw)
    return any(begin <= at and HAS.fullmatch(scene.text, scene.names[at], opens) for at in scene.places if at < opens)


def _before_bracket(scene: Scene, around: Around) -> Span | None:
    """现案破案率（39.18%）超过全省: the noun before a bracket that holds nothing but the figure."""
    start = around.value.span.start
    alone = scene.text[start - 1] == "（" and scene.text[around.end : around.end + 1] == "）"
    # 满意率（含基本满意）均为100%
    behind = (
        scene.text.endswith("）", 0, around.left) and not around.phrase and not around.said.verb and around.raw != ""
    )
    opened = start - 1 if alone else scene.text.rfind("（", scene.span.start, start) if behind else -1
    if opened < 0 or any([opened < at < start for at in scene.starts]):
        return None
    begin = max((at + 1 for at in scene.breaks if at < opened), default=scene.span.start)
    begin = max([begin, *(end for end in scene.ends if end < start)])
    said = before(scene.text, begin, opened, scene.words, scene.skips, named=True)
    measured = behind or scene.text[said.start : said.end].endswith(scene.words.tail_words)
    return Span(said.start, said.end) if measured and said.end - said.start > 1 else None


def _grown_before(scene: Scene, around: Around) -> Span | None:
    """收入在高位的基础上较快增长，从1552万元增长到1719万元: what the clause before says to have grown."""
    end = around.left - 1
    if end <= scene.span.start or scene.text[around.opens : around.opens + 1] not in ("从", "由"):
        return None
    start = max((at + 1 for at in scene.breaks if at < end), default=scene.span.start)
    if not (grows := GROWS.fullmatch(scene.text, start, end)):
        return None
    said = before(scene.text, start, grows.end(1), scene.words, scene.skips, named=True)
    ends = scene.text[said.start : said.end].endswith(scene.words.tail_words)
    return Span(said.start, said.end) if ends and said.end - said.start > 1 else None


def _clause_before(scene: Scene, around: Around) -> Span | None:
    """这样的护林员，还有90多名: the noun at the end of a clause without figures."""
    end = around.left - 1
    if end <= scene.span.start or scene.text[end] not in "，：" or scene.text.endswith(SPELL_ENDS, 0, end):
        return None
    breaks = [at + 1 for at in scene.breaks if at < end]
    start = breaks[-1] if breaks else scene.span.start
    if around.place and scene.ends[around.place - 1] > start:
        return None
    # 校企共建的实训基地，已有9个: whom the clause speaks of is what is counted.
    skips = {at: to for at, to in scene.skips.items() if to != end or at not in scene.subjects or at == start}
    said = before(scene.text, start, end, scene.words, skips)
    at = scene.text.rfind("的", said.start, said.end - 1) + 1 or said.start
    return Span(at, said.end) if 2 <= said.end - at <= 16 else None
