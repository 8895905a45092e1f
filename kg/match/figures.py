"""The figures of a sentence in, what each of them measures out: from the words before, behind and between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.match.indicators import Before, MeasureWords, after, before
from kg.model import Span, Value

# 示范乡（镇）4个: a short bracket is part of the noun.
BRACKET = "（(?![一-鿿]{1,4}）)|(?<!（[一-鿿])(?<!（[一-鿿]{2})(?<!（[一-鿿]{3})(?<!（[一-鿿]{4})）"
BREAK = re.compile(f"[，；：。！？\n]|{BRACKET}")
PARTING = re.compile(f"[，；：。！？\n、]|{BRACKET}")
# 由1.2%提升至1.9%, 从2018年的7000余元增长到去年的1.65万元
FROM = re.compile("(?:(?:由|从)[^，；。、由从]{0,14}|自)$")
AVERAGE = re.compile(
    "(?:平均)?每(?:一?[个家名位亩户人村年月天项斤吨头只株间]|平方米|公斤|公顷|小时|个?[村镇乡县])(?:每年)?|户均|人均|村均|亩均|平均"
)
FATE = re.compile("(?:留于|留存|留作|归入|归属|归|用于|作为|来自|分给|划归|上缴|返还|属于|转为|投入到|分配|计入|存入)[^，。；、]{1,12}")
SHAPE = re.compile("([宽长高深厚粗])的?(?=[一-鿿])")
DISTANCE = re.compile("[^，。；的在]{0,2}(?:距离?|离)[^，。；距离]{1,16}$")
SITE = re.compile("[^，。；]*(?:位于|坐落于|坐落在|地处|处于)([^，。；]{2,16})$")
EACH = re.compile("分别(?:达到?|为|是|有|完成|实现|约)*(?P<grown>增长|提高|提升|上升|下降|降低|增加|减少)?(?:了|到|至)*")
JOINT = re.compile("[、和及与，]|以及")
AND = re.compile("[、和与及]|以及")
BODY = re.compile(
    "[一-鿿]{0,8}?(?:行政村|自然村|村|社区|乡镇|[镇乡县市区]|街道|网格|小区|园区|学校|企业|支部|合作社|农场|基地|项目|[户员民工人众师生者农])"
    "(?=集体|[年月](?!龄)|日均|人均|户均|村均|亩均|平均|总|经营性|全部|均|共|实现)"
)
FOLK = re.compile("[一-鿿]{0,8}(?:儿女|人民(?![政法检医币大代团警银])|父老乡亲|父老|百姓|各族群众)")
LEVELS = ("国家级", "省级", "市级", "州级", "县级", "区级", "省部级", "地市级")
HOUSEHOLDS = "户"


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its figures, and what is known of the words in it."""

    text: str
    span: Span
    values: Sequence[Value]
    skips: Mapping[int, int]  # starts of periods and of the subject → their ends
    names: Mapping[int, int]  # starts of mentions → their ends
    words: MeasureWords
    kinds: Mapping[str, str]  # unit → money, area, count …
    growth: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its indicator, the stretch that says it, the noun behind it and the figure it grew from."""

    value: Value
    indicator: str
    base: str  # the indicator without growth and average: what a later 同比增长 speaks of
    rule: str
    span: Span
    origin: Value | None = None
    noun: Span | None = None
    verb: str = ""


@dataclass(frozen=True, slots=True)
class _Around:
    """The words round one figure."""

    value: Value
    index: int
    left: int
    opens: int  # where the words before end
    right: int
    raw: str  # all words before, as they are
    said: Before
    phrase: str  # of these, what may be measured
    noun: Span | None
    behind: str
    kind: str


def read_figures(scene: Scene) -> list[Figure]:
    """All figures of a sentence, each with what it measures."""
    found: list[Figure] = []
    index = 0
    while index < len(scene.values):
        shared = _each(scene, index, found)
        if shared:
            found += shared
            index += len(shared)
            continue
        if _qualifies(scene, index):
            index += 1
            continue
        pairs = _pairs(scene, index)
        if pairs:
            found += pairs
            index += 4
            continue
        origin = _origin(scene, index)
        at = index if origin is None else index + 1
        figure = _figure(scene, at, origin, found)
        if figure is not None:
            found.append(figure)
        index = at + 1
    return found


def _qualifies(scene: Scene, index: int) -> bool:
    """3个过千亿元产业: an amount between a count and its noun says which things are counted."""
    if not index or scene.values[index - 1].span.end != scene.values[index].span.start:
        return False
    return (_kind(scene, scene.values[index - 1].unit), _kind(scene, scene.values[index].unit)) == ("count", "money")


def _left(scene: Scene, index: int) -> int:
    """Where the words before a figure begin: behind the last break or the figure before."""
    start = scene.values[index - 1].span.end if index else scene.span.start
    breaks = [match.end() for match in BREAK.finditer(scene.text, start, scene.values[index].span.start)]
    return breaks[-1] if breaks else start


def _right(scene: Scene, index: int) -> int:
    """Where the words behind a figure end: at the next mark or the next figure."""
    start = scene.values[index].span.end
    end = scene.values[index + 1].span.start if index + 1 < len(scene.values) else scene.span.end
    last = index + 1 == len(scene.values) or BREAK.search(scene.text, start, end) is not None
    # 100户脱贫户、监测户: with no further figure in the clause the list is of one kind.
    match = (BREAK if last and not scene.text.startswith("、", start) else PARTING).search(scene.text, start, end)
    return match.start() if match else end


def _origin(scene: Scene, index: int) -> tuple[Value, int] | None:
    """由A提升至B: the figure A and where the words before 由 end, if the figure at `index` is such an A."""
    if index + 1 >= len(scene.values):
        return None
    first, second = scene.values[index], scene.values[index + 1]
    between = scene.text[first.span.end : second.span.start]
    if len(between) > 22 or first.number is None or (first.unit and first.unit != second.unit) or not between:
        return None
    if BREAK.search(between[1:]) or scene.words.shifts.search(between) is None:
        return None
    opened = FROM.search(scene.text, _left(scene, index), first.span.start)
    return (first, opened.start()) if opened else None


def _pairs(scene: Scene, index: int) -> list[Figure]:
    """从5126户17890人减少到43户112人: two figures, each from its own beginning."""
    run = scene.values[index : index + 4]
    if len(run) < 4 or run[0].span.end != run[1].span.start or run[2].span.end != run[3].span.start:
        return []
    between = scene.text[run[1].span.end : run[2].span.start]
    opened = FROM.search(scene.text, _left(scene, index), run[0].span.start)
    same = (run[0].unit, run[1].unit) == (run[2].unit, run[3].unit)
    if not same or opened is None or len(between) > 22 or BREAK.search(between[1:]) or not scene.words.shifts.search(between):
        return []
    said = before(scene.text, _left(scene, index), opened.start(), scene.words, scene.skips, True)
    words = scene.text[said.start : said.end]
    return [
        Figure(after_, words, words, "measures/from-to", Span(said.start, after_.span.end), before_)
        for before_, after_ in ((run[0], run[2]), (run[1], run[3]))
    ] if words else []


def _each(scene: Scene, index: int, found: Sequence[Figure]) -> list[Figure]:
    """A、B分别达到1和2: as many figures as names, or as there were indicators just before."""
    text, start, first = scene.text, _left(scene, index), scene.values[index]
    at = text.rfind("分别", start, first.span.start)
    if at < 0 or EACH.fullmatch(text, at, first.span.start) is None:
        # 同比增长4.8%、7.1% after 分别达到…: as many as there were names.
        grown = scene.growth.fullmatch(text, start, first.span.start)
        if grown is None or len(found) < 2 or found[-1].rule != found[-2].rule or not found[-1].rule.endswith("each"):
            return []
        at = -1
    run = [first]
    for value in scene.values[index + 1 :]:
        if not JOINT.fullmatch(text[run[-1].span.end : value.span.start]):
            break
        run.append(value)
    if len(run) == 1:
        return []
    if at < 0:
        words = text[start : first.span.start]
        return [
            Figure(value, figure.base + words, figure.base, "measures/each", Span(start, value.span.end))
            for figure, value in zip(found[-len(run) :], run, strict=True)
        ] if len(found) >= len(run) else []
    match = EACH.match(text, at)
    grown = (match["grown"] if match else "") or ""
    ratio = next((word for word in ("同比", "环比", "年均") if text.endswith(word, start, at)), "") if start < at else ""
    names = _names(scene, start, at - len(ratio))
    if len(names) != len(run) and at - len(ratio) - start < 2:
        names = [figure.base for figure in found[-len(run) :]]
    names = _completed(scene, names) if len(names) == len(run) else []
    if not names:
        return []
    return [
        Figure(value, name + ratio + grown, name, "measures/each", Span(start, value.span.end))
        for name, value in zip(names, run, strict=True)
    ]


def _completed(scene: Scene, names: list[str]) -> list[str]:
    """Give the earlier names of a list what only the last one says: 城镇、农村居民人均收入, 电路、锂电池出口."""
    last, tail = names[-1], scene.words.tails.search(names[-1])
    if tail is None or any(scene.words.tails.search(name) for name in names[:-1]):
        return names
    size = len(names[0])
    if {len(name) for name in names[:-1]} == {size} and scene.words.wordhood.frequency(last[:size]) and size < len(last) - 1:
        return [*(name + last[size:] for name in names[:-1]), last]
    if len(tail[0]) > 1 and len(last) > len(tail[0]) + 1:
        return [*(name + tail[0] for name in names[:-1]), last]
    return names


def _names(scene: Scene, start: int, end: int) -> list[str]:
    """The members of the list before 分别, each without the verb that governs it."""
    pieces = []
    for joint in AND.finditer(scene.text, start, end):
        pieces.append((start, joint.start()))
        start = joint.end()
    names = []
    for left, right in (*pieces, (start, end)):
        said = before(scene.text, left, right, scene.words, scene.skips, True)
        names.append(scene.text[said.start : said.end] or scene.text[left:right])
    return [name for name in names if name]


def _figure(scene: Scene, index: int, origin: tuple[Value, int] | None, found: Sequence[Figure]) -> Figure | None:
    around = _around(scene, index, origin)
    last = found[-1] if found else None
    reading = _compared(scene, around, last) or _named(scene, around)
    reading = reading or _carried(scene, around, last)
    if reading is None:
        return None
    indicator, base, rule, start = reading
    value, noun = around.value, around.noun
    first = origin[0].span.start if origin else value.span.start
    used = noun is not None and around.behind in indicator
    span = Span(min(start, first), noun.end if noun and used else value.span.end)
    rule = "from-to" if origin else "among" if "其中" in around.raw else rule
    return Figure(value, indicator, base, f"measures/{rule}", span, origin[0] if origin else None, noun, around.said.verb)


def _around(scene: Scene, index: int, origin: tuple[Value, int] | None) -> _Around:
    text, value = scene.text, scene.values[index]
    left = _left(scene, index - 1 if origin else index)
    opens = origin[1] if origin else value.span.start
    right = _right(scene, index)
    # 247个行政村年经营性收入达15万元: one stretch holds the noun of one figure and the words before the next.
    begin = left
    if index and left == scene.values[index - 1].span.end and (body := BODY.match(text, left, opens)):
        begin = left if text.startswith("集体", body.end()) else body.end()
    said = before(text, begin, opens, scene.words, scene.skips, origin is not None)
    noun = after(text, value.span.end, right, scene.words, scene.names)
    # 惠及3400万人的工程: the noun behind 的 is not what is counted.
    if text[value.span.end : value.span.end + 1] == "的" and said.verb and _kind(scene, value.unit) == "count":
        noun = None
    if noun and index + 1 < len(scene.values) and right == scene.values[index + 1].span.start:
        body = BODY.match(text, noun.start, right)
        noun = Span(noun.start, body.end()) if body and body.end() <= noun.end else noun
    return _Around(
        value, index, left, opens, right, text[left:opens].lstrip("、和及与"), said, text[said.start : said.end],
        noun, text[noun.start : noun.end] if noun else "", _kind(scene, value.unit),
    )  # fmt: skip


def _kind(scene: Scene, unit: str) -> str:
    return "rate" if "/" in unit else scene.kinds.get(unit, "count") if unit else "number"


Reading = tuple[str, str, str, int]  # indicator, base, rule, where its words begin


def _compared(scene: Scene, around: _Around, last: Figure | None) -> Reading | None:
    """同比增长5.4%, 占30%, 平均每村24万元: figures that speak of the indicator before them."""
    head, mark, raw = around.raw.rpartition("、")
    start = around.left + len(head) + len(mark)
    raw = raw.strip("，的了 ")
    for opened, closed in scene.skips.items():
        if opened == start and closed <= around.opens:
            raw, start = scene.text[closed : around.opens].strip("，的了"), closed
    grown = scene.growth.fullmatch(raw)
    if grown and raw and last:
        return (last.indicator if grown["against"] else last.base) + raw, last.base, "growth", start
    if around.kind in ("percent", "ratio") and raw.startswith("占") and last:
        return last.base + ("占比" if raw == "占" else raw), last.base, "share", start
    if around.phrase in LEVELS and last and last.value.unit == around.value.unit:
        base = next((last.base.removesuffix(level) for level in LEVELS if last.base.endswith(level)), last.base)
        return base + around.phrase, base, "level", start
    if around.phrase in ("总量", "总数") and last and last.value.unit == around.value.unit:
        return last.base + around.phrase, last.base, "total", start
    if AVERAGE.fullmatch(raw) or AVERAGE.fullmatch(around.phrase):
        average = around.phrase or raw
        if last and last.value.unit == around.value.unit:
            return average + last.base, last.base, "average", start
        if around.behind:
            return average + around.behind, around.behind, "average", start
    return None


def _named(scene: Scene, around: _Around) -> Reading | None:
    """The words that stand at the figure itself."""
    text, said, phrase, behind, end = scene.text, around.said, around.phrase, around.behind, around.value.span.end
    if around.kind == "count":
        if not behind and (noun := _next_noun(scene, around)):
            return noun, noun, "after", around.value.span.start
        if behind:
            # 57万吉水儿女 are the people of the place.
            behind = "人口" if FOLK.match(behind) else behind
            return behind, behind, "after", around.value.span.start
        if scene.words.deeds.match(text, end, around.right):
            deed = text[end : min(around.right, end + 10)]
            return (said.verb or phrase) + deed, deed, "deed", said.end - len(said.verb)
        if phrase:
            return phrase, phrase, "before", said.start
    elif around.kind == "length":
        if shape := SHAPE.match(text, end, around.right):
            noun = text[shape.end() : around.right][:12].rstrip("外内上")
            return noun + shape[1], noun, "shape", around.value.span.start
        for place in (DISTANCE.search(around.raw), SITE.search(around.raw)):
            if place:
                words = place[1] if place.re is SITE else place[0]
                return ("距" if place.re is SITE else "") + words, words, "distance", around.opens - len(words)
    if around.kind == "count":
        done = text[said.verbs : said.end]
        return (done, done, "verb", said.verbs) if said.verb and len(done) > 1 else None
    if around.kind in ("percent", "ratio") and around.raw.endswith("的") and said.start < said.end:
        whole = text[said.start : around.opens - 1]
        return whole, whole, "share", said.start
    if phrase and (said.linked or not behind or scene.words.tails.search(phrase)):
        return phrase + _fate(scene, around), _base(scene, phrase), "before", said.start
    if behind and phrase.startswith("每"):
        return phrase + behind, phrase + behind, "after", said.start
    if behind:
        return behind, behind, "after", around.value.span.start
    if said.verb and not said.linked:
        return said.verb, said.verb, "verb", said.end - len(said.verb)
    return None


def _base(scene: Scene, phrase: str) -> str:
    """旅居人数增长: what a later 同比下降 speaks of is 旅居人数."""
    for word in scene.words.growth:
        if phrase.endswith(word) and len(phrase) > len(word) + 1:
            return phrase[: -len(word)].removesuffix("同比")
    return phrase


def _fate(scene: Scene, around: _Around) -> str:
    """利润51%留于合作社发展资金: a share is told apart by what becomes of it."""
    fate = FATE.match(scene.text, around.value.span.end, around.right) if around.kind == "percent" else None
    return fate[0] if fate else ""


def _carried(scene: Scene, around: _Around, last: Figure | None) -> Reading | None:
    """What was measured stands at the next figure, in the clause before, or goes without saying."""
    value, index, start = around.value, around.index, around.value.span.start
    if value.unit == HOUSEHOLDS and _next(scene, around):
        return "户数", "户数", "bare", start
    if value.unit == "人" and index and scene.values[index - 1].unit == HOUSEHOLDS and start - scene.values[index - 1].span.end <= 1:
        return "人口", "人口", "bare", start
    if last and last.value.unit == value.unit and (around.left == last.value.span.end or _fate(scene, around)):
        return last.base + _fate(scene, around), last.base, "shared", start
    clause = _clause_before(scene, around)
    if clause is not None:
        words = scene.text[clause.start : clause.end]
        return words, words, "clause", clause.start
    if last and last.value.unit == value.unit:
        return last.base, last.base, "shared", start
    if value.unit in ("户", "人"):
        words = "户数" if value.unit == HOUSEHOLDS else "人数"
        return words, words, "bare", start
    return None


def _next(scene: Scene, around: _Around) -> bool:
    """Whether the next figure follows at once: 8类3万余场活动, 295户582人."""
    index = around.index + 1
    return index < len(scene.values) and scene.values[index].span.start == around.value.span.end


def _next_noun(scene: Scene, around: _Around) -> str:
    if not _next(scene, around):
        return ""
    index = around.index + 1
    noun = after(scene.text, scene.values[index].span.end, _right(scene, index), scene.words, scene.names)
    return scene.text[noun.start : noun.end] if noun else ""


def _clause_before(scene: Scene, around: _Around) -> Span | None:
    """像这样的老党员，还有220多名: the noun at the end of a clause without figures."""
    end = around.left - 1
    if end <= scene.span.start or scene.text[end] not in "，：":
        return None
    start = scene.values[around.index - 1].span.end if around.index else scene.span.start
    breaks = [match.end() for match in BREAK.finditer(scene.text, start, end)]
    if around.index and not breaks:
        return None
    start = breaks[-1] if breaks else start
    said = before(scene.text, start, end, scene.words, scene.skips)
    at = scene.text.rfind("的", said.start, said.end - 1) + 1 or said.start
    return Span(at, said.end) if 2 <= said.end - at <= 16 else None
