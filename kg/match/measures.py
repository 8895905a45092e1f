"""A sentence with its mentions in, measurements out: of whom, what, how much, when."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.match.figures import read_figures
from kg.match.measure_words import MeasureWords, Wordhood, compile_measure_words
from kg.match.owner import Owner
from kg.match.periods import Period, Periods, compile_periods, find_periods
from kg.match.runs import Figure
from kg.match.scene import make_scene
from kg.match.units import Units, compile_units
from kg.match.values import find_values
from kg.model import Comparator, Document, Form, Measurement, Mention, Role, Sentence, Span, Stance, Value

# 年经营性收入, 月销售额: what is counted by the year or month.
EACH = re.compile(
    "(?=[年月日])(?<![0-9今去前明近半全每多当历百])([年月日])(?=增收|总?收入|产[量值]|销|均|接待|经营|利润|营业|度|租金|补[助贴]|缴|纳税|交易|加工|处理|发电|出栏|吞吐|人均|综合|节|减|可)"
)
# Python 3.11 works a member of an enumeration out at each look.
NOMINAL, QUOTED = Form.NOMINAL, Form.QUOTED
BOUNDS, SILENT = (Comparator.AT_MOST, Comparator.AT_LEAST), (Role.BYLINE, Role.DATELINE)
RATES = {"年": "每年", "月": "每月", "日": "每天"}
PLANNED = re.compile(
    "(?=[力计拟预目规争有打即下今未明将要确])(?:"
    "力争|计划(?=[投建新用在到于总完实改引培安开举修扩种将]|[0-9])|拟(?=[投新建用在引于实招聘开增设购办])|预计|预期|目标(?:是|为|任务|：)"
    "|规划(?=建设|新建|投资|总?面积|实施|布局)|争取到|争取在|有望|打算|准备(?=再?[建投新扩引种开搞办用改把在])|即将|下一步|今后|明年"
    "|未来(?!产业|能源|空间|网络|工厂|乡村|社区|学校|科技|健康|农业|材料|制造|信息|城|已)"
    "|将(?=[^，。；]{0,6}?(?:实现|达到|达|新增|新建|建成|完成|投入|继续|进一步|再|超过|突破|增加|形成|带动|力争|开展|举办|培育|投资|改造|推进))"
    "|要(?=实现|达到|完成|建成|确保)|确保(?=[^，。；]{0,14}(?:达|稳定|不低于|完成|实现|以上)))"
)
DONE = re.compile("已|截至|目前|累计|如今|现有|共有|[完建]成了")
AGAINST = re.compile("同比|[比较](?:上年|去年)(?!.{0,12}将)")
UNTIL = re.compile("到(20[0-9]{2})年")
# “三所联动”: a name in quotation marks, and no figure.
NAMED = re.compile("[一-鿿]{1,6}”")
TROOPS = frozenset("队退入行")
RANK = re.compile("(?:排名|位次|名次|位列)[^，。；]{0,4}$|[提上跃前后][升移进][了至到]?$")
# Spans of time, ages and scores are measured only where the words before say so; elsewhere they say when or who.
KEPT = {
    "time": re.compile(
        "(?:时长|时间|时限|工期|寿命|年限|周期|期限|工龄|教龄|党龄|[学课工机]时|时数|[租工聘任学刑保周]期|历史"
        "|用时|缩短|延长|提前)$"
    ),
    "age": re.compile("年龄|平均|寿命"),
    "score": re.compile("[得评积]分|分数|[满考均总]分|指数|满意度|考核|成绩|测评"),
    "degree": re.compile("温|电|[经纬]|坡|角"),
    "voltage": re.compile("电压"),
}
SUBSTANCES = frozenset(["area", "mass", "length", "volume", "money"])
BETWEEN = re.compile("[一-鿿“”]{2,12}")
LARGE_ONES = re.compile("(?:的?重?大|重点|产业)?(?:项目|企业|工程|集群)")
DWELLERS = re.compile(
    "村集体|[村居牧渔农市]民[^，。；]{0,6}(?:收入|增收|人均|户均|满意)|(?:城镇|城乡|农村|农牧区)(?:常住)?居民|[全该](?:县|市|区|乡|镇|村)|(?:常住|户籍)人口"
)
SERVING = frozenset("为给帮替")
BUILT = re.compile("建|打造|改|拾掇|收拾|腾|开辟|装修|布置")
PLACES = frozenset(["Place", "Province", "Prefecture", "County", "Township", "Village", "Community", "Region"])
BODIES = frozenset(
    ["Organization", "PartyOrganization", "GovernmentBody", "Enterprise", "Association", "Institution", "Team"]
)
OWNERS = BODIES | PLACES | {"Facility", "Project"}
# 建成1200平方米的加工厂: a works is built, too.
SIZED = frozenset({"Facility", "Enterprise", "Institution"})
LANDLESS = frozenset({"Facility", "Industry", "Place"})
ADJACENT = 8
GAP, LINKED = re.compile("这|的这|[现共]?有|共"), re.compile("[一-鿿]{0,6}(?:达到?|为|有|是|超过?|突破)了?")
# 辖13个村, 167个村民小组: a road, a river or a park has none of them.
TERRITORY = re.compile("(?:行政|自然)?村(?:（社区）|屯|庄|寨|民小组)?|社区|居民小组|乡镇|嘎查")
INHABITED = re.compile("(?:国土|幅员|耕地)(?:总?面积)?|(?:常住|户籍)(?:人口|户数|人数)|总?人口")
GOVERNED = re.compile("(?:下?辖|管辖|现?有|共有|拥有)?")
OWN_VERBS = frozenset(["占地", "占", "拥有", "投资", "有", "建有", "设有", "配有", "年产", "总投资", "存栏", "出栏"])


@dataclass(frozen=True, slots=True)
class Measuring:
    """The grammars of quantities, periods and the words round them, compiled once."""

    units: Units
    periods: Periods
    words: MeasureWords
    kinds: Mapping[str, str]


def compile_measuring(tables: Mapping[str, Iterable[tuple[str, ...]]], wordhood: Wordhood) -> Measuring:
    """All word lists that measuring needs as one grammar."""
    units = compile_units(tables)
    # What several words write alike (%, 成) is of the kind of the word that is written so.
    every = [unit for group in units.by_first.values() for unit in group]
    kinds = {unit.name: unit.kind for unit in every} | {unit.text: unit.kind for unit in every}
    return Measuring(units, compile_periods(tables), compile_measure_words(tables, wordhood), kinds)


def find_measures(
    document: Document,
    sentence: Sentence,
    mentions: Sequence[Mention],
    owners: Sequence[Owner],
    grammar: Measuring,
    silent: Sequence[Span] = (),
) -> list[Measurement]:
    """Every figure of a sentence with what it measures, of whom and when; those in names and in `silent` are none."""
    text, span = document.text, sentence.span
    if sentence.role in SILENT:
        return []
    values = find_values(text, span.start, span.end, grammar.units)
    if not values:
        return []
    periods = find_periods(text, span.start, span.end, grammar.periods)
    # 由过去的98天缩短到31天: how long it took, and not when.
    periods = [p for p in periods if p.literal[:2] != "过去" or text[p.span.start - 1] not in "由从"]
    taken = [s for s in silent if s.start < span.end and span.start < s.end]
    taken += [period.span for period in periods if period.kind != "rate"]
    names = [mention for mention in mentions if mention.form is not NOMINAL]
    values = [value for value in values if _is_free(text, value, taken) and not _is_named(value, names)]
    values = [v for v, later in zip_longest(values, values[1:]) if not _bounds(text, v, later)]
    if not values:
        return []
    teller = _Teller(document, sentence, mentions, owners, grammar, periods)
    return teller.measurements(values)


def _is_free(text: str, value: Value, taken: Sequence[Span]) -> bool:
    """Whether a figure stands outside names, outside what is silent and outside what says when."""
    start, end = value.span.start, value.span.end
    for span in taken:
        if span.start < end and start < span.end:
            return False
    # “26条” is the name of a policy; “…、…、…”3个带头 sums up what the quotation lists; 排名提升6位 is a rank.
    before = text[start - 1 : start]
    if value.text[0] == "伍" and before in TROOPS:
        return False  # 队伍名为
    if before == "“" and text[end : end + 1] == "”":
        return False
    if before == "“" and not value.text[0].isdigit() and NAMED.match(text, end):
        return False
    if before == "”" and value.number == text.count("、", text.rfind("“", 0, start), start) + 1:
        return False
    # 化工、装备、食品三块 sums up a list, and is no price.
    if value.unit == "元" and value.text[-1] == "块" and value.number == _listed(text, start):
        return False
    return not (value.unit == "人" and value.text[-1] == "位" and RANK.search(text, max(0, start - 8), start))


def _is_land(figure: Figure) -> bool:
    """Whether a figure counts what only a place has: its villages, its people, its land."""
    villages = GOVERNED.fullmatch(figure.verb) and TERRITORY.fullmatch(figure.indicator)
    return bool(villages or INHABITED.fullmatch(figure.indicator))


def _listed(text: str, end: int) -> int:
    """How many members a list has that ends at a place; 0 if there is none."""
    marks = text.count("、", max(text.rfind(mark, 0, end) for mark in "，。；：\n") + 1, end)
    return marks + 1 if marks else 0


def _bounds(text: str, value: Value, later: Value | None) -> bool:
    """35岁以下党员, 10亿元以上项目3个: a figure that only says which are counted."""
    if value.text[-1] not in "上下内" or value.comparator not in BOUNDS:
        return False
    end = value.span.end
    if value.unit == "元" and LARGE_ONES.match(text, end):
        return True
    if value.unit == "岁" or (text[end : end + 1] == "的" and value.unit != "%"):
        return text[end : end + 1].isalpha()
    counted = later is not None and value.unit in ("元", "亩")
    return counted and later is not None and BETWEEN.fullmatch(text, end, later.span.start) is not None


def _is_named(value: Value, names: Sequence[Mention]) -> bool:
    """Whether a figure is part of a name; “零漏评、满意度99.2%” holds figures all the same."""
    start, end = value.span.start, value.span.end
    for mention in names:
        if mention.span.start <= start and end <= mention.span.end:
            return mention.form is not QUOTED or value.unit not in ("%", "元")
    return False


class _Teller:
    """What a sentence says of its figures besides their indicators: whose they are, when, and whether it is so."""

    def __init__(
        self, document: Document, sentence: Sentence, mentions: Sequence[Mention],
        owners: Sequence[Owner], grammar: Measuring, periods: Sequence[Period],
    ) -> None:  # fmt: skip
        self.text, self.document, self.sentence, self.grammar = document.text, document, sentence, grammar
        self.starts = {mention.span.start: mention for mention in mentions}
        self.owners = owners
        self.clauses = [clause.start for clause in sentence.clauses]
        self.periods = periods
        span = sentence.span
        self.planned = [match.start() for match in PLANNED.finditer(self.text, span.start, span.end)]
        until = UNTIL.search(self.text, span.start, span.end)
        if until and document.issued[:4].isdecimal() and until[1] > document.issued[:4]:
            bisect.insort(self.planned, until.start())

    def measurements(self, values: Sequence[Value]) -> list[Measurement]:
        text, span = self.text, self.sentence.span
        skips = {period.span.start: period.span.end for period in self.periods if period.kind != "rate"}
        speaking = {who.span.start: who.span.end for who, _ in self.owners if who and self._speaks(who)}
        skips |= speaking
        # 农户种植辣椒 is a trade only to who looks for one: such a name may be cut.
        names = {start: m.span.end for start, m in self.starts.items() if m.type != "Industry" or m.form is not NOMINAL}
        people = frozenset(start for start, mention in self.starts.items() if mention.type == "Person")
        owners = frozenset(start for start in names if self.starts[start].type in OWNERS)
        scene = make_scene(
            text,
            span,
            values,
            skips,
            names,
            people,
            frozenset(speaking),
            owners,
            self.grammar.kinds,
            self.grammar.words,
        )
        return [self._measurement(figure) for figure in read_figures(scene) if self._is_measured(figure)]

    def _speaks(self, who: Mention) -> bool:
        """Whether a clause that names an owner is his own: 全区组建“邻里帮”服务队36支 is not, 队员90名 behind it is."""
        inside = self.sentence.span.covers(who.span)
        return not inside or self.owners[self._clause(who.span.start)].who is who

    def _clause(self, at: int) -> int:
        return max(0, bisect.bisect_right(self.clauses, at) - 1)

    def _is_measured(self, figure: Figure) -> bool:
        # 2分钱 is no score.
        kind = "money" if figure.value.text[-1] == "钱" else self.grammar.kinds.get(figure.value.unit, "")
        if kind in KEPT:
            # 从申请到领证由98天缩短到31天: what takes less time than before is measured in time.
            if kind == "time" and figure.origin is not None:
                return True
            return KEPT[kind].search(figure.indicator) is not None
        if kind in SUBSTANCES and figure.value.number == 1 and figure.value.text.startswith("一"):
            return False  # 一亩地能收3000斤 measures nothing by 一亩
        return bool(figure.value.unit) or figure.rule in ("measures/before", "measures/from-to", "measures/each")

    def _measurement(self, figure: Figure) -> Measurement:
        clause = self._clause(figure.value.span.start)
        owner, indicator = self._owner(figure, self.owners[clause])
        return Measurement(
            owner, indicator, figure.value, (figure.span,), figure.rule, self._period(figure, clause),
            self._stance(figure.value.span.start), figure.origin.number if figure.origin else None,
        )  # fmt: skip

    def _owner(self, figure: Figure, owner: Owner) -> tuple[Mention | None, str]:
        """Of whom a figure speaks where the words behind it name the owner: 占地120亩的物流园, 80余人“合唱队”."""
        text, end, unit, subject = self.text, figure.value.span.end, figure.value.unit, owner.who
        if figure.rule == "measures/shared-out":
            return self.starts[figure.span.start], figure.indicator
        at = end + 1 if text[end : end + 1] == "的" else end
        mention = self.starts.get(at)
        if unit == "人" and text[at : at + 1] == "“":
            team = mention or next((m for m in self.starts.values() if m.span.start < at < m.span.end), None)
            if team is not None and team.type in BODIES:
                return team, "人数"
        if mention is None and figure.noun and text.startswith("组成的", figure.noun.end):
            # 由41名妇女组成的劝导队
            mention = self.starts.get(figure.noun.end + 3)
            if mention is not None and mention.type in BODIES:
                return mention, figure.indicator
        if mention is not None and mention.type in OWNERS:
            if unit == "人" and mention.type == "Team":
                return mention, "人数"
            own = mention.form is not NOMINAL or BUILT.search(figure.verb)
            sized = self.grammar.kinds.get(unit) == "area" and figure.verb[:1] != "占"
            if sized and own and mention.type in SIZED:
                return mention, "面积"
            if at > end and (figure.verb in OWN_VERBS or figure.rule == "measures/before"):
                return mention, figure.indicator if figure.rule == "measures/before" else figure.verb
        if (beside := self._beside(figure)) is not None:
            return beside, figure.indicator
        start = figure.value.span.start
        held = figure.verb in OWN_VERBS or text[start - 2 : start] in OWN_VERBS or text[start - 1] == "有"
        if figure.noun and held and text[figure.noun.end : figure.noun.end + 1] == "的":
            mention = self.starts.get(figure.noun.end + 1)
            if mention is not None and mention.type in OWNERS:
                return mention, figure.indicator
        if figure.noun and text[figure.noun.end : figure.noun.end + 1] == "的":
            person = self.starts.get(figure.noun.end + 1)
            if person is not None and person.type == "Person":
                return person, figure.indicator
        # 全村人均收入, 村民收入: of the place, also where a body of the place is the subject.
        # 为村集体增收9万元: but who does so for the place is the subject.
        served = text[figure.span.start - 1] in SERVING
        if subject is not None and subject.type not in PLACES and not served and (
            DWELLERS.match(text, figure.span.start, end) or "常住人口" in figure.indicator
        ):  # fmt: skip
            return owner.place, figure.indicator
        if subject is not None and subject.type in LANDLESS and _is_land(figure):
            return owner.place, figure.indicator
        return subject, figure.indicator

    def _beside(self, figure: Figure) -> Mention | None:
        """青石村达到94万元, 居委会这11个人: the owner stands at the figure itself."""
        start = figure.value.span.start
        for mention in self.starts.values():
            if mention.type in OWNERS and figure.span.start - ADJACENT <= mention.span.end <= start:
                gap = self.text[mention.span.end : start]
                if (GAP.fullmatch(gap) if figure.rule != "measures/another" else LINKED.fullmatch(gap)) is not None:
                    return mention
        return None

    def _period(self, figure: Figure, clause: int) -> str:
        """The date nearest before a figure; else how often, where the words say so."""
        at, start = figure.value.span.start, self.sentence.clauses[clause].start
        dated, rate, same = "", "", False
        for period in self.periods:
            if period.span.start >= at:
                break
            here = period.span.start >= start
            if period.kind == "rate":
                rate = period.literal if here else rate
            elif period.kind == "same":
                same = True
            # 连续三年 speaks of its own clause.
            elif not self._compares(period, figure) and (here or period.literal[:2] != "连续"):
                dated = period.literal
                rate = "" if here else rate
        if rate or dated:
            return rate or dated
        if same:
            before = self.sentence.span.start
            earlier = find_periods(self.text, max(0, before - 240), before, self.grammar.periods)
            return next((period.literal for period in reversed(earlier) if period.kind == "date"), "")
        if start < figure.span.start:
            start = figure.span.start - 1
        each = EACH.search(self.text, start, at)
        return RATES[each[1]] if each else ""

    def _compares(self, period: Period, figure: Figure) -> bool:
        """较2019年增长, 是2018年的9倍: the year that a figure is compared with is not its own."""
        if figure.rule == "measures/share" and figure.span.covers(period.span):
            return True  # 是2018年6万元的9倍
        before, behind = self.text[period.span.start - 1], self.text[period.span.end : period.span.end + 1]
        return before in "较比" or (before in "是为" and behind == "的")

    def _stance(self, at: int) -> Stance:
        """Planned where the last word of planning stands later than the last word of having done."""
        if not self.planned or self.planned[0] >= at:
            return Stance.STATED
        planned = max(place for place in self.planned if place < at)
        # 产值预计增长8%，投资同比增长12%: what is compared with the year before is counted.
        clause = self.sentence.clauses[self._clause(at)]
        counted = planned < clause.start and AGAINST.search(self.text, clause.start, clause.end)
        return Stance.STATED if counted or DONE.search(self.text, planned, at) else Stance.PLANNED
