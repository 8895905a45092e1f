"""Values and figures of a sentence in, whether each measures something out: 一亩 of 一亩能收 does not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.match.figures.lasting import RULES
from kg.match.figures.runs import Figure
from kg.model import Comparator, Form, Mention, Span, Value

BOUNDS = (Comparator.AT_MOST, Comparator.AT_LEAST)
QUOTED = Form.QUOTED
# “三所联动”: a name in quotation marks, and no figure.
NAMED = re.compile("[一-鿿]{1,6}”")
# “半亩桔园助脱贫，一亩桔园奔小康”: a slogan counts nothing.
SLOGAN = re.compile("“[半一百千万][亩户村人][^，“”]{3,9}，[半一百千万][亩户村人][^“”]{3,30}”")
BEASTS = frozenset("牛猪驴骡马羊鹿象熊大小黑花母公耕肥种")
GROUP = re.compile("[一-鿿]{1,2}(?<![全该本每各行政自然])[村寨屯]$")
# 以10户为单元: how many make one, which the figure behind it counts.
UNIT_OF = "[一-鿿]{0,3}(?:为|作为)(?:一?个?|基本|最小)*(?:单元|单位|一?组|基数|网格|片区)"
PARTED = re.compile(f"{UNIT_OF}(?![，]?[一-鿿]{{1,6}}[0-9]+余?[个支名])")
# 从三处着力, 写下这8个字
GOING_ABOUT = re.compile(
    "(?:方面|维度|层面|环节|方向)?(?:着力|发力|用力|入手|着手|切入|下功夫|协同发力|同时发力|齐发力|同步推进)"
)
LETTERS = re.compile("(?:鲜红|金色|红色|醒目)?的?大?字(?![号体节眼典库段母幕])")
TROOPS = frozenset("队退入行")
RANK = re.compile("(?:排名|位次|名次|位列)[^，。；]{0,4}$|[提上跃前后][升移进][了至到]?$")
# Spans of time, ages and scores are measured only where the words before say so; elsewhere they say when or who.
KEPT = {
    "time": re.compile(
        "(?:时长|时间|时限|工期|寿命|年限|周期|期限|工龄|教龄|党龄|[学课工机]时|时数|[租工聘任学刑保周包]期|(?:流转|服务|有效|保修|质保|培训|使用)期|车程|路程|历史"
        "|用时|缩短|延长|提前)$"
    ),
    "age": re.compile("年龄|平均|寿命"),
    "score": re.compile("[得评积]分|分数|[满考均总]分|指数|满意度|考核|成绩|测评"),
    "degree": re.compile("温|电|[经纬]|坡|角"),
    "voltage": re.compile("电压"),
}
SUMMED = re.compile("(?:行政)?(?:村|社区|镇|乡|乡镇|县|街道|嘎查)(?:也|还|又|均|都)?(?:分别|各(?![类级种自])|依次)")
# 柳岸小区2栋楼长: which house it is; “五个80%”: how many shares there are.
HOUSED = frozenset("栋幢")
ESTATE = re.compile("(?:小区|社区|花园|家园|[苑园府城庭湾里])$")
AT_HOME = re.compile("[楼住居业单门前后旁边的里上]|[一二三四五六七八九0-9]+单元")
SO_MANY = re.compile("[“‘][二两三四五六七八九十]个$")
PEAK = ("最高峰", "高峰期", "高峰时", "最忙", "最多的")
MOST = tuple(f"最{most}一" for most in "高多低大小少长远")
QUOTED_RUN, RUN_REACH = re.compile("(?:“[^“”，。；]{1,16}”[、和与及]?)+$"), 60
ASPECTS = re.compile("(?:基点|重点|要点|关键|目标|原则|抓手|方向|维度|层面|方面|主题|字|理念|要求|特点|环节|坚持)")
SUBSTANCES = frozenset(["area", "mass", "length", "volume", "money"])
HOUSES = re.compile(
    "[0-9]+[余多]?[个支座处家所名间][一-鿿（）“”]{1,20}"
    "(?:[站点室馆园店屋员队岗院]|中心|超市|基地|公司|企业|合作社|学校|窗口|支部)"
)
BETWEEN = re.compile("[一-鿿“”]{2,12}")
HEDGES = frozenset("近约逾超")
COUNTERS = frozenset("个家项")
LARGE_ONES = re.compile("(?:的?重?大|重点|产业)?(?:项目|企业|工程|集群)")


def is_free(text: str, value: Value, taken: Sequence[Span]) -> bool:
    """Whether a figure stands outside names, outside what is silent and outside what says when."""
    start, end = value.span.start, value.span.end
    for span in taken:
        if span.start < end and start < span.end:
            return False
    # “26条” is the name of a policy; “…、…、…”3个带头 sums up what the quotation lists; 排名提升6位 is a rank.
    before = text[start - 1 : start]
    if value.text[0] == "伍" and before in TROOPS:
        return False  # 队伍名为
    # 三天两头堵, 两头一碰; 石桥村3组 is where somebody lives; 同上一节课: the verb is 上.
    if value.text == "两头" and text[end : end + 1] not in BEASTS:
        return False
    if value.unit == "组" and before in "村寨屯" and value.text[0].isdigit() and GROUP.search(text, start - 3, start):
        return False
    if value.text.startswith("上一"):
        return False
    if before == "“" and text[end : end + 1] == "”":
        return False
    if before == "“" and not value.text[0].isdigit() and NAMED.match(text, end):
        return False
    if before in "“，、" and not value.text[0].isdigit() and SLOGAN.search(text, max(0, start - 24), end + 24):
        return False
    if before == "”" and value.number == text.count("、", text.rfind("“", 0, start), start) + 1:
        return False
    # 以9户为单元设网格: by what something is parted.
    if before == "以" and PARTED.match(text, end) is not None:
        return False
    # 从三处着力, 四个方面发力: how many ways there are to go about it.
    if not value.text[0].isdigit() and GOING_ABOUT.match(text, end) is not None:
        return False
    # 写下这8个字, 四个大字格外醒目: how long a saying is.
    if value.unit == "个" and LETTERS.match(text, end) is not None:
        return False
    # 最低一户80万元, 最高峰一天: which one it is.
    if value.number == 1 and (value.text.startswith(MOST) or text.endswith(PEAK, 0, start)):
        return False
    # “全”“新”两个基点, but “云黄1号”“云黄2号”两个品种 are two.
    quoted = QUOTED_RUN.search(text, max(0, start - RUN_REACH), start) if before == "”" else None
    if quoted is not None and value.number == quoted[0].count("“") > 1 and ASPECTS.search(text, start, end + 2):
        return False
    # 化工、装备、食品三块 sums up a list, and is no price.
    if value.unit == "元" and value.text[-1] == "块" and value.number == _listed(text, start):
        return False
    return not (value.unit == "人" and value.text[-1] == "位" and RANK.search(text, max(0, start - 8), start))


def _listed(text: str, end: int) -> int:
    """How many members a list has that ends at a place; 0 if there is none."""
    marks = text.count("、", max(text.rfind(mark, 0, end) for mark in "，。；：\n") + 1, end)
    return marks + 1 if marks else 0


def only_bounds(text: str, value: Value, later: Value | None) -> bool:
    """35岁以下党员, 10亿元以上项目3个: a figure that only says which are counted."""
    if value.text[-1] not in "上下内" or value.comparator not in BOUNDS:
        return False
    end = value.span.end
    if value.unit == "元" and (LARGE_ONES.match(text, end) or text[value.span.start - 1] in COUNTERS):
        return True
    if value.unit == "岁" or (text[end : end + 1] == "的" and value.unit != "%"):
        return text[end : end + 1].isalpha()
    counted = later is not None and value.unit in ("元", "亩", "平方米")
    return counted and later is not None and BETWEEN.fullmatch(text, end, later.span.start) is not None


def says_when(text: str, value: Value, kinds: Mapping[str, str]) -> bool:
    """较4年前翻了一倍: a spell of time that says when."""
    return kinds.get(value.unit) == "time" and text[value.span.end : value.span.end + 1] in ("前", "后")


def sums_up(text: str, value: Value) -> bool:
    """青石、白河两个村也分别分到9万元: so many are those who each have something."""
    return SUMMED.match(text, value.span.end) is not None


def only_names(text: str, value: Value) -> bool:
    """Whether a figure only tells one thing from others: 锦绣花园小区3栋居民李华, “五个80%”.

    >>> from kg.match.numbers.units import compile_units
    >>> from kg.match.numbers.values import find_values
    >>> from kg.match.rulebook.rules import load_rules
    >>> units = compile_units(load_rules().tables)
    >>> line = "柳岸小区2栋楼长李华；实现“五个80%”；改造柳岸小区9栋。"
    >>> [only_names(line, value) for value in find_values(line, 0, len(line), units)]
    [True, True, False]
    """
    start, end = value.span.start, value.span.end
    housed = value.unit in HOUSED and ESTATE.search(text, max(0, start - 3), start) and AT_HOME.match(text, end)
    return bool(housed) or SO_MANY.search(text, max(0, start - 3), start) is not None


def counts_houses(text: str, part: Span) -> bool:
    """Whether a part of a mechanism is so many houses or people, and no step of what is done.

    >>> counts_houses("16个便民服务站", Span(0, 8)), counts_houses("1个核心", Span(0, 4))
    (True, False)
    """
    return HOUSES.fullmatch(text, part.start, part.end) is not None


def is_named(value: Value, names: Sequence[Mention]) -> bool:
    """Whether a figure is part of a name; “零漏评、满意度99.2%” holds figures all the same."""
    start, end = value.span.start, value.span.end
    for mention in names:
        if mention.span.start <= start and end <= mention.span.end:
            # 石桥村近千亩中药材基地: what is not quite so much is no name.
            if value.text[0] in HEDGES and mention.form is not QUOTED:
                return False
            return mention.form is not QUOTED or value.unit not in ("%", "元")
    return False


def is_measured(figure: Figure, kinds: Mapping[str, str]) -> bool:
    """Whether a figure is measured by the words round it: spans of time, ages and scores need them."""
    # 2分钱 is no score.
    kind = "money" if figure.value.text[-1] == "钱" else kinds.get(figure.value.unit, "")
    if kind in KEPT:
        # 从申请到领证由98天缩短到31天: what takes less time than before is measured in time.
        if kind == "time" and (figure.origin is not None or figure.rule in RULES):
            return True
        return KEPT[kind].search(figure.indicator) is not None
    if kind in SUBSTANCES and figure.value.number == 1 and figure.value.text.startswith("一"):
        return False  # 一亩地能收3000斤 measures nothing by 一亩
    return bool(figure.value.unit) or figure.rule in ("measures/before", "measures/from-to", "measures/each")
