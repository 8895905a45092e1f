"""Figures that stand in a pattern in, their shared words told apart out: 分别达到, 由…提升至, pairs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.match.figures.indicators import before
from kg.match.figures.scene import Scene, left, right, unbroken
from kg.model import Span, Value

SMALLER = {
    ("小时", "分钟"): 60, ("天", "小时"): 24, ("日", "小时"): 24, ("天", "分钟"): 1440, ("年", "个月"): 12,
    ("天", "日"): 1, ("日", "天"): 1, ("小时", "秒"): 3600, ("分钟", "秒"): 60,
}  # fmt: skip
SPELLS = frozenset(["工作日", "日", "天", "个月", "月", "周", "个星期", "年", "小时", "分钟"])
# 由1.2%提升至1.9%, 从2017年的5000余元增长到去年的1.2万元
FROM = re.compile("(?:(?:由|从)[^，；。、由从]{0,14}|自)$")
EACH = re.compile(
    "(?:分别|依次)(?:达到?|为|是|有|完成|实现|约)*(?P<part>占(?:比|股|有)?)?(?P<against>(?:比|较)[^，。；分别]{1,10}?)?"
    "(?P<grown>增长|提高|提升|上升|下降|降低|增加|减少)?(?:提(?=[到至])|调整|上调|上涨|涨|升)?(?:了|到|至|为|每[人户亩]|每[年月天])*"
)
JOINT = re.compile("[、和及与，]|以及")
AND = re.compile("[、和与及]|以及")
YEAR = re.compile("[与比较](?:[0-9]{4}年|上年|去年)(?:同期|同口径)*(?:相比|比较)?$")
RATIO = re.compile("(?:同比|环比|年均|[比较](?:上年|去年|上一年|[0-9]{4}年)(?:同期)?|与(?:上年|去年)(?:同期)?相比)$")
# 两项指标分别提高1.1个和0.9个百分点: those of which the clause before told.
BOTH = re.compile(
    "(?:这|上述|前述|以上)?(?:[两二三四2-4][项个者]|各项)(?:主要|核心|关键|重要)?(?:经济)?"
    "(?:指标|数据|比率|数字|数值|[率值])?(?:均|都)?"
)
THEN = re.compile("[到至](?:如今|现在|目前|今天|今年|去年|[0-9]{4}年)的?")
UNDER = re.compile("不足|不到")
APART = 22
GROWN_BY = re.compile("(?:同比|环比)(?:增长|提高|提升|上升|下降|降低|增加|减少)$")
# 响应率、办结率达到99.5%、97.8%
REACHED = re.compile("(?<=率)(?:已|已经)?(?:达到?|为|[升增]至|提[升高]到)$")
# 牛羊饲养量分别达到38万头和170万只; 牛、羊存栏分别达到…
KEPT = "(?:存栏|出栏|饲养|存出栏|年出栏)[量数]?"
HERD, HERDS = re.compile(f"{KEPT}$"), re.compile(f"(?P<all>[猪牛羊马驴鸡鸭鹅兔]{{2,4}})(?P<kept>{KEPT})")
# 国家级、省级龙头企业; 拥有省、市级
GOT = "(?:拥有|[现建共]?有|培育|创建|获评|累计|建成|认定|新增|评选)"
AT_LEVEL, LEVEL = re.compile(f"^{GOT}"), re.compile(f"{GOT}?(?:国家|[省市县区乡镇村]|地市)(?:家?级)?(?![区域])")
# 从5万元到150万元的跨越
LEAP = re.compile("的(?:历史性)?(?:跨越|飞跃|跃升|突破|转变|蜕变|增长|提升|提高)")


class Figure(NamedTuple):
    """A figure with its indicator, the stretch that says it, the noun behind it and the figure it grew from."""

    value: Value
    indicator: str
    base: str  # the indicator without growth and average: what a later 同比增长 speaks of
    rule: str
    span: Span
    origin: Value | None = None
    noun: Span | None = None
    verb: str = ""


def qualifies(scene: Scene, index: int) -> bool:
    """2个过百亿元产业: an amount between a count and its noun says which things are counted."""
    # 放款213笔1968万元: without a noun behind it the amount counts.
    follows = index > 0 and scene.ends[index - 1] == scene.starts[index] and right(scene, index) > scene.ends[index]
    return follows and scene.kinds[index - 1] == "count" and scene.kinds[index] == "money"


def origin(scene: Scene, index: int) -> tuple[Value, int] | None:
    """由A提升至B: the figure A and where the words before 由 end, if the figure at `index` is such an A."""
    if not scene.grown or index + 1 >= len(scene.values):
        return None
    first, second = scene.values[index], scene.values[index + 1]
    # 车程从1小时缩短到35分钟: it was sixty of what it is given in now.
    if first.number is not None and (times := SMALLER.get((first.unit, second.unit))):
        first = replace(first, number=first.number * times, unit=second.unit)
    # 由5个工作日压到1日: how much that was of what it is given in now nobody can say.
    if first.unit in SPELLS and second.unit in SPELLS and first.unit != second.unit:
        first = replace(first, number=None, unit=second.unit)
    elif first.number is None or (first.unit and first.unit != second.unit):
        return None
    leap = LEAP.match(scene.text, scene.ends[index + 1]) is not None
    opened = _from(scene, index, scene.ends[index], scene.starts[index + 1], leap)
    return None if opened is None else (first, opened)


def _from(scene: Scene, index: int, end: int, begin: int, leap: bool = False) -> int | None:
    """Where 由 or 从 stands before the figure at `index`, if words of change stand between `end` and `begin`."""
    if not 0 < begin - end <= APART or not unbroken(scene, end + 1, begin):
        return None
    opened = FROM.search(scene.text, left(scene, index), scene.starts[index])
    shifted = scene.words.shifts.search(scene.text, end, begin) or (leap and scene.text[end] in "到至")
    # 从不足2000元到突破2万元, 从3户到如今的86户: two bounds or times are no range.
    then = THEN.fullmatch(scene.text, end, begin) or UNDER.match(scene.text, scene.starts[index])
    if opened is None or not (shifted or then):
        return None
    return opened.start()


def pairs(scene: Scene, index: int) -> list[Figure]:
    """从5126户17890人减少到43户112人: two figures, each from its own beginning."""
    run = scene.values[index : index + 4] if scene.grown else ()
    if len(run) < 4 or scene.ends[index] != scene.starts[index + 1] or scene.ends[index + 2] != scene.starts[index + 3]:
        return []
    opened = _from(scene, index, scene.ends[index + 1], scene.starts[index + 2])
    if opened is None or (run[0].unit, run[1].unit) != (run[2].unit, run[3].unit):
        return []
    said = before(scene.text, left(scene, index), opened, scene.words, scene.skips, named=True)
    words = scene.text[said.start : said.end]
    if not words:
        return []
    return [
        Figure(now, words, words, "measures/from-to", Span(said.start, now.span.end), was)
        for was, now in ((run[0], run[2]), (run[1], run[3]))
    ]


def each(scene: Scene, index: int, found: Sequence[Figure]) -> list[Figure]:
    """A、B分别达到1和2: as many figures as names, or as there were indicators just before."""
    text, start, stop = scene.text, left(scene, index), scene.starts[index]
    if not scene.shared:
        return _side_by_side(scene, index, start)
    at = max(text.rfind("分别", start, stop), text.rfind("依次", start, stop))
    match = EACH.fullmatch(text, at, stop) if at >= 0 else None
    # 同比增长4.8%、7.1% after 分别达到…
    again = match is None and len(found) > 1 and found[-1].rule == found[-2].rule == "measures/each"
    if match is None and not (again and scene.words.growth.fullmatch(text, start, stop)):
        return _side_by_side(scene, index, start)
    values = run(scene, index)
    if len(values) == 1:
        return []
    if match is None:
        names, tail = [figure.base for figure in found[-len(values) :]], text[start:stop]
    else:
        ratio = RATIO.search(text, start, at)
        part = match["part"] or ""
        tail = (
            (ratio[0] if ratio else "")
            + ("占比" if part == "占" else part)
            + (match["against"] or "")
            + (match["grown"] or "")
        )
        end = ratio.start() if ratio else at
        # 人数、收入与2019年同口径同比分别增长: against which year is no name of what grew.
        end = year.start() if (year := YEAR.search(text, start, end)) else end
        names = _names(scene, start, end)
        if len(names) == 1 < len(values) and (animals := HERDS.fullmatch(names[0])):
            names = [f"{animal}{animals['kept']}" for animal in animals["all"]]
        if len(names) == len(values):
            names = _completed(scene, names)
        elif (ratio.start() if ratio else at) - start < 2 or BOTH.fullmatch(text, start, end):
            names = [figure.base for figure in found[-len(values) :]]
    if len(names) != len(values):
        return []
    return [
        Figure(value, name + tail, name, "measures/each", Span(start, value.span.end))
        for name, value in zip(names, values, strict=True)
    ]


def _side_by_side(scene: Scene, index: int, start: int) -> list[Figure]:
    """产量、产值同比增长5%、6%: as many figures as names, and what they do stands between."""
    values = run(scene, index)
    end = scene.starts[index]
    tail = GROWN_BY.search(scene.text, start, end) if len(values) > 1 else None
    reached = REACHED.search(scene.text, start, end) if len(values) > 1 and tail is None else None
    if tail is None and reached is None:
        return []
    names = _names(scene, start, tail.start() if tail else reached.start() if reached else end)
    if len(names) != len(values):
        return []
    grown = tail[0] if tail else ""
    return [
        Figure(value, name + grown, name, "measures/each", Span(start, value.span.end))
        for name, value in zip(names, values, strict=True)
    ]


def run(scene: Scene, index: int) -> list[Value]:
    """The figures from `index` on that only 、 or 和 part."""
    found = [scene.values[index]]
    for after in range(index + 1, len(scene.values)):
        if not JOINT.fullmatch(scene.text, scene.ends[after - 1], scene.starts[after]):
            break
        found.append(scene.values[after])
    return found


def _names(scene: Scene, start: int, end: int) -> list[str]:
    """The members of the list before 分别, each without the verb that governs it."""
    pieces = []
    for joint in AND.finditer(scene.text, start, end):
        pieces.append((start, joint.start()))
        start = joint.end()
    names = []
    for opened, closed in (*pieces, (start, end)):
        said = before(scene.text, opened, closed, scene.words, scene.skips, named=True)
        names.append(scene.text[said.start : said.end] or scene.text[opened:closed])
    return [name for name in names if name]


def _completed(scene: Scene, names: list[str]) -> list[str]:
    """Give the earlier names of a list what only the last one says: 城镇、农村居民人均收入, 电机、灯具出口."""
    tails, last = scene.words.tails, names[-1]
    level = LEVEL.match(last)
    levelled = level is not None and level[0][-1] == "级" and level.end() < len(last)
    if level is not None and levelled and names[1:] and all(map(LEVEL.fullmatch, names[:-1])):
        levels = [AT_LEVEL.sub("", name.removesuffix("级")) + "级" for name in names[:-1]]
        return [*(name + last[level.end() :] for name in levels), last]
    tail = HERD.search(last) or tails.search(last)
    if tail is None or any(tails.search(name) for name in names[:-1]):
        return names
    size = len(names[0])
    alike = {len(name) for name in names[:-1]} == {size} and size < len(last) - 1
    if alike and scene.words.wordhood.frequency(last[:size]):
        return [*(name + last[size:] for name in names[:-1]), last]
    if len(tail[0]) > 1 and len(last) > len(tail[0]) + 1:
        return [*(name + tail[0] for name in names[:-1]), last]
    return names
