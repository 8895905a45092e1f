"""A figure and the one before it in, what it measures where it speaks of the same indicator out."""

from __future__ import annotations

import re

from kg.match.figures.around import Around
from kg.match.figures.runs import Figure
from kg.match.figures.scene import Scene

AVERAGE = re.compile(
    "(?:平均)?每(?:一?[个家名位亩户人村年月天项斤吨头只株间]|平方米|公斤|公顷|小时|个?[村镇乡县])(?:每年)?"
    "|户均|人均|村均|亩均|平均"
)
TAKES = re.compile("占[了去到]?$")
AVERAGES = frozenset("每户人村亩平")
# 收入212万元，是2018年的35倍
# 收入212万元，是2018年6万元的35倍: the figure between is what it was then.
TIMES_WHAT_IT_WAS = re.compile("(?:相当于|[是为])(?:上年|去年|前年|[0-9]{4}年)(?:底|末)?$")
TIMES = re.compile("(?:相当于|[是为])[^，。；]{2,10}的")

Reading = tuple[str, str, str, int]  # indicator, base, rule, where its words begin
SIGNED = frozenset(["同比", "环比"])
# 增速较上年加快: whose pace it is stands before.
PACE = re.compile("(?:增速|增幅|涨幅|降幅|占比|比重)(?=[较比]|同比|环比|高于|低于|快于|慢于)[^，。；]{2,14}")
# 较4年前翻了近一倍
TURNED_OVER = re.compile("(?:[比较][^，]{1,8}前)?(?:整整|几乎|足足)?翻了?")
AGAINST = frozenset("同环比较年净")
OWN = re.compile("[亩人户]均")
# 年平均补贴1.4万元，最高的可拿2万元: the most and the least of what the average is of.
UTMOST = re.compile(
    "(?:其中)?(?P<most>最?高峰(?:期|时|日|时段)?|(?:最[高低多少大小长短])(?=的?[一-鿿]{0,3}[户人位名家村组队天年亩只株项个块头件处]?)|[高低多少](?=[的者])|首[户位])"
    "(?:的|者)?(?P<whom>[一那]?[户人位名家个村组])?(?:[一1单][天日])?(?:[每一]年|每月)?(?:还|也|就|都|则|只|仅|才)*(?:可以|可|能|能够)?"
    "(?:拿|领|得|分|挣|赚|获|达|有|收|补|奖|为|是|到|超过?|突破|发放|领取|拿到|得到|获得)?(?:到|了|有|过)*"
)
MEAN = re.compile("(?<=.)(?:平均|人均|户均|村均|日均)(?=.)|^(?:平均|日均)(?=.)")
# 完成年计划的25.8%, 为年初预算的105%
PLAN = re.compile(
    "(?:完成|达到?|为|是)(?:全|本)?[年季月]?[初度内]?(?:序时|投资|预算|进度|收入|调整)?"
    "(?:计划|目标|任务|预算|进度)(?:数|总数|任务)?"
)

# 涉及白河社区3部: what may stand before the first of such a row.
CHANGES = frozenset("增减降升涨")
WHOLE = re.compile("占[^，。；0-9]{1,14}$")
PLACED = "(?:社区|街道|[镇乡村县区市州旗])"
NAMELY, NEXT = re.compile(f"{PLACED}$"), re.compile(f"[、，][一-鿿]{{2,9}}{PLACED}[0-9]")
SITE = re.compile("[一-鿿]{2,10}(?<![长宽高深程达为])")
ROW = re.compile("(?:其中|涉及|分布在|包括|分别为|为)?")


def compared(scene: Scene, around: Around, last: Figure) -> Reading | None:
    """同比增长5.4%, 占30%, 平均每村24万元: figures that speak of the indicator before them."""
    words, phrase = scene.words, around.phrase
    _, _, raw = around.raw.rpartition("、")
    start = around.opens - len(raw)
    if start in scene.skips and scene.skips[start] <= around.opens:
        start = scene.skips[start]
        raw = scene.text[start : around.opens]
    if raw == "的" and around.kind == "ratio":
        return _of_what_it_was(scene, around, last)
    # 占任务15万亩的97%
    if raw == "的" and around.kind == "percent" and (whole := WHOLE.search(scene.text, 0, last.value.span.start)):
        return whole[0], whole[0], "share", whole.start()
    raw = raw.strip("，的了")
    if not raw:
        return None
    # 全县有竹林900亩，青石村占了300亩
    if (
        (takes := TAKES.search(raw))
        and around.kind not in ("percent", "ratio")
        and last.value.unit == around.value.unit
    ):
        # 全县9万人，农业人口占了3万: a kind of those, and nobody who has some of them.
        kind = raw[: takes.start()].lstrip("光仅单").rstrip("就都也已便") if start not in scene.names else ""
        part = kind if kind and not NAMELY.search(kind) else last.base
        return part, part, "shared", start
    if last.value.unit == around.value.unit and not around.behind and (most := UTMOST.fullmatch(raw)):
        return f"{MEAN.sub('', last.base)}{most['most']}{most['whom'] or ''}", last.base, "utmost", start
    if around.kind in ("ratio", "fold") and TURNED_OVER.fullmatch(raw):
        return last.base + "翻番", last.base, "growth", start
    # 较项目实施前农民亩均增收338元 has an indicator of its own.
    if raw[0] in "较比" and OWN.search(raw):
        return None
    # 提升3061个村的饮水条件: how many are counted, and no growth.
    counted = around.kind == "count" and around.behind != "" and raw[0] not in AGAINST
    grows = not counted and (raw[-1] in words.growth_ends or raw[1:2] == "于")
    if grows and (grown := words.growth.fullmatch(raw)):
        return (last.indicator if grown["against"] else last.base) + raw, last.base, "growth", start
    # 同比-2.5%: the sign says what became of it.
    if raw in SIGNED and around.kind == "percent":
        return last.base + raw, last.base, "growth", start
    if around.kind == "percent" and last.value.unit != "元" and PACE.fullmatch(raw):
        return last.base + raw, last.base, "growth", start
    # 从540万元上升到588万元，增幅达到8.75%
    if around.kind == "percent" and phrase in words.paces:
        return last.base + phrase, last.base, "growth", start
    if around.kind == "percent" and PLAN.fullmatch(raw):
        return last.base + raw, last.base, "share", start
    # 较上年（总产19吨）增26%
    if around.kind == "percent" and raw in CHANGES:
        return last.base + raw, last.base, "growth", start
    # 占比已超九成、达91.28%: the same, and more exactly
    near = last.value.unit == around.value.unit and scene.text[around.left : around.left + 1] == "、"
    if near and around.kind == "percent" and raw in ("达", "达到", "为"):
        return last.indicator, last.base, "share", start
    if around.value.text[0] == "翻":
        # 贫困发生率降至0.3%，人均收入实现翻番
        own = around.said.linked or phrase.endswith(words.tail_words)
        if len(phrase) > 1 and own:
            return phrase + "翻番", phrase, "growth", start
        return last.base + "翻番", last.base, "growth", start
    if around.kind == "ratio" and (times := TIMES.fullmatch(around.raw)):
        return last.base + times[0].rstrip("的"), last.base, "share", around.opens - len(around.raw)
    if around.kind in ("percent", "ratio") and raw[0] == "占":
        raw = raw.rstrip("已也均仅")
        # 受理417件，化解409件，占98%: of those that were dealt with, and not of all.
        whose = last.indicator if raw == "占" and last.rule == "measures/verb" else last.base
        return whose + ("占比" if raw == "占" else raw), last.base, "share", start
    same = last.value.unit == around.value.unit
    if same and phrase in words.levels:
        base = next((last.base.removesuffix(level) for level in words.levels if last.base.endswith(level)), last.base)
        return base + phrase, base, "level", start
    if same and phrase in ("总量", "总数"):
        return last.base + phrase, last.base, "total", start
    if (raw[0] in AVERAGES and AVERAGE.fullmatch(raw)) or (phrase[:1] in AVERAGES and AVERAGE.fullmatch(phrase)):
        average = phrase if AVERAGE.fullmatch(phrase) else raw
        if same:
            return average + last.base, last.base, "average", start
        if around.behind:
            return average + around.behind, around.behind, "average", start
    return None


def _of_what_it_was(scene: Scene, around: Around, last: Figure) -> Reading | None:
    """是2018年6万元的35倍: how many times what it was in that year."""
    before = around.place - 1
    was = TIMES_WHAT_IT_WAS.search(scene.text, scene.span.start, scene.starts[before])
    if was is None or last.base[:1] in ("是", "为", "相") or last.value is not scene.values[before]:
        return None
    return last.base + was[0], last.base, "share", was.start()


def of_another(scene: Scene, around: Around, last: Figure) -> Reading | None:
    """最多的青石村达到94万元: the same was measured of another."""
    said = around.said
    if (listed := _of_next(scene, around, last)) is not None:
        return listed
    # 距县城36公里，白河火车站9公里
    if last.rule == "measures/distance" and last.value.unit == around.value.unit and SITE.fullmatch(around.raw):
        return "距" + around.raw, "距" + around.raw, "distance", around.opens - len(around.raw)
    if not said.linked or last.value.unit != around.value.unit or around.kind == "count":
        return None
    name = next((start for start, end in scene.names.items() if end == said.end and start >= said.start), None)
    if name is None or (name > said.start and scene.text[name - 1] != "的"):
        return None
    return last.base, last.base, "another", said.start


def _of_next(scene: Scene, around: Around, last: Figure) -> Reading | None:
    """建站26座，其中白河镇9座、柳林镇8座: of the names that stand in a row each has so many of the same."""
    start, opens = around.value.span.start, around.opens - len(around.raw)
    # 小区党支部9个、楼栋党小组90个: what the figure before counts is itself called so.
    if around.behind or last.value.unit != around.value.unit or NAMELY.search(last.base):
        return None
    name = next((at for at in scene.places if scene.names[at] == start and at >= opens), None)
    if name is None or ROW.fullmatch(scene.text, opens, name) is None:
        return None
    more = NEXT.match(scene.text, around.end) is not None
    # 其中柳河镇9座、白河镇8座: the first of them stands among the whole.
    row = last.rule == "measures/another" or (last.rule == "measures/among" and last.span.start in scene.places)
    return (last.base, last.base, "another", name) if more or row else None
