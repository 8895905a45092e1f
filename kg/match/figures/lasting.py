"""A span of time in, what it is the time of out: 3日内办结, 养牛30多年, 石桥到县城只需27分钟, 只用45天就完成改造."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.match.figures.around import Around
from kg.match.figures.comparisons import Reading
from kg.match.figures.runs import Figure
from kg.match.figures.scene import Scene
from kg.match.numbers.units import Units
from kg.match.numbers.values import find_values
from kg.model import Comparator, Span, Value

# By these rules a span of time is measured, whatever its indicator ends with.
RULES = frozenset({"measures/limit", "measures/lasting", "measures/travel", "measures/taken"})
UPPER = (Comparator.LESS, Comparator.AT_MOST)
BOUNDS = (*UPPER, Comparator.AT_LEAST)
# 一般事项3日内办结, 须在30分钟内赶到现场
DEED = (
    "办结|办理完毕|办理|办好|办完|办成|到场|到达|赶到(?:现场)?|响应|回应|答复|反馈|回复|处置|处理|解决|完成|报到|上门|抵达|送达"
    "|受理|审批|审核|兑现|拨付|到账|出证|拿证|领证|化解|整改"
)
LIMIT = re.compile(f"(?:必须|须|要|应|可以?|能|即可|就|全部|即|予以|给予)*(?P<deed>{DEED})(?![一-鿿]*前)")
MODAL = re.compile("(?:(?:也|都|均)?(?:必须|须|应|要|可|能|需|承诺)?(?:在|于)?)*$")
# 养牛30多年, 在这里住了37年的, 建村600多年
DOING = (
    "养|种|住|干|当|做|教|守|扎根|坚守|从事|从教|从医|从业|从警|任教|任职|经营|打工|务工|务农|行医|建[村校厂社站城]|成立|开办|创办"
    "|运营|营业|办学|研究|参加工作|入党|入行|学艺|制作|驻村|工作|服役|服务|居住|生活|流转"
)
LASTS = re.compile(
    f"(?:已经?|也|就|又)?(?P<words>(?:在[^，。；在]{{1,8}}?)?(?:{DOING})[^，。；、0-9了]{{0,6}})了?(?:已有?|有|整整|近)*$"
)
# 已连续奋战20余个小时: what is kept up for hours or days.
KEPT_UP = re.compile(
    "(?P<words>(?:连续|持续|接连|昼夜|日夜|不眠不休|轮流)*(?:奋战|鏖战|坚守|值守|作战|工作|劳作|抢修|抢险|搜救|救援|搜寻|奔波|忙碌|劳动|施工|作业|加班|蹲守|跋涉))"
    "了?(?:整整|近|长达|超过|达)*$"
)
HOURS = ("小时", "天", "昼夜")
# 成立5年来规模扩大: since when it has been there.
FOUNDED, SINCE_THEN = (
    re.compile("(?P<words>成立|创办|创立|开办|组建|开业|建厂|建校|建社|开园)了?(?:近|已)?$"),
    re.compile("来(?![自往到的])"),
)
EACH = re.compile("每[年月周天日季]")
LONG_YEARS = ("年", "年头")
CLOSED = re.compile("的|[，。；！？”、]|$")
# 石桥到县城只需27分钟
WAY = re.compile(
    "(?P<way>[一-鿿“”]{2,12}[到至][一-鿿“”]{2,14}?)(?:的?(?:车程|路程|行程|时间))?"
    "(?:只需要?|仅需要?|只要|只用|最快|全程|不到|需要?|用时|耗时|缩短[到至]|压缩[到至])+$"
)
# 36小时就能把羊肉送到上海
SENT = re.compile(
    "(?:内|就|便|即)*(?:能够?|可以?)(?P<words>(?:[把将][一-鿿]{1,8}?)?(?:送达|送到|运到|运抵|直达|到达|抵达|直抵)[^，。；！？”]{0,10})"
)
# 仅用45天就完成了改造, 从申请到领证，只用了22天
SPENT = re.compile("(?:[只仅才共就前后]*用|历时|耗时|费时)了?$")
DONE = re.compile(
    "(?:时间|内)?(?:就|便|即)*(?P<words>(?:完成|建成|拿到|办好|办成|办完|修好|修通|走完|搭建|改造|收完|种完|浇完)了?[^，。；！？”]{0,20})"
)
FINISHED = re.compile("(?:就|便|即|能|可)*(?P<words>[浇种收插播修建盖铺改办跑][完好])(?=[，。；！？”])")
STEPS = re.compile("(?P<way>从[^，。；]{2,12}到[^，。；]{2,12})，$")
STEPS_REACH = 28

# 连续8年未发生火灾, 水质连续第5年为优; but 连续5年以上的 is a condition, and 连续5年保持在99%以上 says when.
IN_A_ROW, ROW = "连续", "measures/in-a-row"
YEARS = re.compile(
    "连续(?P<nth>第)?(?P<many>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:年|届))(?P<words>[一-鿿“][^，。；：、0-9]{1,30}?)(?=[，。；]|$)"
)
# “卫生县城”称号连续保持9年
KEPT_FOR = re.compile(
    "连续(?P<words>[一-鿿]{2,8}?)(?:了|长?达|已有?)*"
    "(?P<many>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})年)(?=[，。；]|$)"
)
# 连续3年突破百万元, 连续3年获评先进 say when.
NO_DEED = re.compile(
    "被|获|荣|入选|夺|捧|突破|超|达|实现|[增位居排]|名列|以[上内来下]|来|的|间|里|多|不?[满足到]|后|时间|亏损|未(?:缴|参|报|续|使|年)"
)
CONDITION = re.compile("[对凡如若需须应可]|不得|超过")
# 力争连续5年获评先进 is no fact.
AIM = re.compile("力争|争取|确保|有望|努力|计划|将|目标|要求")
ALREADY = re.compile("(?:已经?|也|又|还|都|更|再|并|先后|曾)$")
ROOM_BEFORE, WORDS_BEHIND = 14, 16


def in_a_row(text: str, clause: Span, start: int, units: Units) -> tuple[Value, str] | None:
    """For how many years in a row something has been so, and what; `start` is where the words for whom end.

    >>> from kg.match.numbers.units import compile_units
    >>> from kg.match.rulebook.rules import load_rules
    >>> units, text = compile_units(load_rules().tables), "全县连续八年未发生火灾，连续5年以上的给予奖励"
    >>> value, words = in_a_row(text, Span(0, 11), 2, units)
    >>> value.number, words
    (Decimal('8'), '连续未发生火灾')
    >>> in_a_row(text, Span(12, len(text)), 12, units)
    """
    found = YEARS.search(text, max(start, clause.start), clause.end)
    found = found or KEPT_FOR.search(text, max(start, clause.start), clause.end)
    if found is None or NO_DEED.match(text, found.start("words")) or CONDITION.match(text, start):
        return None
    if AIM.search(text, clause.start, found.start()):
        return None
    # 第5年 alone is the fifth.
    values = find_values(found["many"], 0, len(found["many"]), units)
    if len(values) != 1 or found["words"].count("“") != found["words"].count("”"):
        return None
    before = text[start : found.start()]
    before = ALREADY.sub("", before)
    before = before if before.replace("“", "").replace("”", "").isalpha() and len(before) <= ROOM_BEFORE else ""
    value = replace(values[0], span=Span(*found.span("many")))
    return value, before + IN_A_ROW + found["words"][:WORDS_BEHIND]


def lasting(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """What a span of time is the time of, where the words round it say so."""
    start, raw = around.value.span.start, around.raw
    within = around.value.text.endswith("内") or scene.text.startswith("内", around.end)
    after = around.end + scene.text.startswith("内", around.end)
    if within and (limit := LIMIT.match(scene.text, after, scene.span.end)):
        words = limit["deed"] + "时限"
        return MODAL.sub("", around.phrase) + words, words, "limit", around.said.start
    if around.value.comparator in UPPER and last is not None and last.rule == "measures/limit" and around.phrase:
        return around.phrase + last.base, last.base, "limit", around.said.start
    lasts = _done_for_years(scene, around) if around.value.unit in LONG_YEARS else None
    if lasts is not None:
        return lasts, lasts, "lasting", around.said.verbs
    if around.value.unit in HOURS and CLOSED.match(scene.text, around.end) and (kept_up := KEPT_UP.search(raw)):
        return kept_up["words"], kept_up["words"], "lasting", around.opens - len(kept_up[0])
    # 医生每年下沉不少于60天: what is asked of somebody in each year.
    if around.value.comparator in BOUNDS and EACH.search(around.phrase):
        return around.phrase, around.phrase, "lasting", around.said.start
    if way := WAY.search(raw):
        words = way["way"] + "用时"
        return words, words, "travel", around.opens - len(way[0])
    if sent := SENT.match(scene.text, around.end, scene.span.end):
        words = around.phrase + sent["words"]
        return words, words, "travel", around.said.start
    return _taken(scene, around, start)


def is_age_of_a_body(text: str, spell: Span) -> bool:
    """合作社成立5年来: whether a spell says both when and for how long there has been somebody.

    >>> is_age_of_a_body("合作社成立5年来", Span(5, 8)), is_age_of_a_body("近5年来", Span(1, 4))
    (True, False)
    """
    return (
        text.endswith("来", spell.start, spell.end)
        and FOUNDED.search(text, max(0, spell.start - 4), spell.start) is not None
    )


def _done_for_years(scene: Scene, around: Around) -> str | None:
    """养牛|30多年, 在这里住了|37年: what somebody has been doing for so long."""
    if SINCE_THEN.match(scene.text, around.end) and (founded := FOUNDED.search(around.raw)):
        return founded["words"]
    if not CLOSED.match(scene.text, around.end):
        return None
    raw = around.opens - len(around.raw)
    for at in (raw, around.said.start, around.said.verbs):
        if lasts := LASTS.match(scene.text, at, around.opens):
            return lasts["words"]
    return None


def _taken(scene: Scene, around: Around, start: int) -> Reading | None:
    """仅用45天就完成了改造; 从申请到领证，只用了22天."""
    spent = SPENT.search(around.raw)
    done = DONE if spent else FINISHED
    if finished := done.match(scene.text, around.end, scene.span.end):
        words = finished["words"].replace("了", "", 1) + "用时"
        return words, words, "taken", start
    steps = STEPS.search(scene.text, max(scene.span.start, around.left - STEPS_REACH), around.left) if spent else None
    if steps is None:
        return None
    words = steps["way"] + "用时"
    return words, words, "taken", start
