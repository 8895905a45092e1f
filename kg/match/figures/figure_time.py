"""A figure in, of when it is and whether it is so already out."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence

from kg.match.figures.runs import Figure
from kg.match.numbers.periods import Period, Periods, find_periods
from kg.match.rulebook.alternation import one_of, opened_by
from kg.match.rulebook.to_come import once_built
from kg.match.rulebook.word_kinds import by_kind
from kg.model import Document, Sentence, Span, Stance

# 年经营性收入, 月销售额: what is counted by the year or month.
EACH = re.compile(
    "(?=[年月日])(?<![0-9一今去前明近半全每多当历百])([年月日])(?=增收|总?收入|产[量值品]|销|均|接待|经营|利润|营业|度|租金|补[助贴]|缴|纳税|交易|发电|吞吐|人均|综合|节|减|可"
    "|(?P<does>加工|处理|出[栏圃苗]|供|回收|救治|诊疗|消化|屠宰|检测|烘|孵化|繁育|工资|薪|饲养|产(?![量值业品])))"
)
# 一天产气9立方米, 一年分红9万元: so much each day or year.
ONE = re.compile(
    "(?<![第近这那前后头到唯统同百千万十])一(?P<each>年|天|个?月)(?![多后前内里间来以期度到次半又年天月份的下两二三四五六七八九十0-9，。；、])"
)
RATES = {"年": "每年", "月": "每月", "日": "每天", "天": "每天", "个月": "每月"}
PLANS = frozenset({"力争", "下一步"})  # the groups of words that name a plan
WISHES = "希望"  # and that of those which are nouns as well
# 面向未来，…; 2020年以|来年|均增长; 不负期待，…
NO_TIME, NO_WISH = (
    "(?<!面向)(?<!着眼)(?!(?<=[以年月天])来年)",
    ("(?<![见集纳取的负足应对])", "(?![，。；、！？）”0-9书会满热])"),
)
# 收到建议900条: what somebody wishes is counted as well, and then is no plan.
COUNTED_TOO = frozenset({"建议", "倡议"})
# What is planned by these only before what may be done: 计划投资, 将达到, but not 按计划, 将军.
PLANNED_TO = (
    "(?<!年)计划(?=[投存建新用在到于总完实改引培安开举修扩种将]|[0-9])|拟(?=[投新建用在引于实招聘开增设购办])|目标(?:任务)?(?:是|为|：)"
    "|(?<!完成)(?<!了)目标任务(?![，。；的])"
    "|规划(?=建设|新建|投资|使用|实施|布局|到20)|争取(?=突破|超过|达到?|实现)|争取到(?=20[0-9]{2}|[明今本后]?年|月|[0-9]{1,2}月|“十)|准备(?=再?[建投新扩引种开搞办用改把在])|即将"
    "|(?<!面向)(?<!着眼)(?<!引领)(?<!赢得)(?<!走向)未来(?!可期|产业|能源|空间|网络|工厂|乡村|社区|学校|科技|健康|农业|材料|制造|信息|城|已)"
    "|将(?=[^，。；]{0,6}?(?:实现|达到|达|新增|新建|建成|完成|投入|继续|进一步|再|超过|突破|增加|形成|带动|力争|争取|筹集|引进|安排|开展|举办|培育|投资|改造|推进))"
    "|要(?=实现|达到|完成|建成|确保)|确保(?=[^，。；]{0,14}(?:达|稳定|不低于|完成|实现|以上))"
)
# 主要种植, 按需要培训, 反应: the end of another word, or what is done as it must be.
# 将管理单元优化为76个: what is made of something; 每天要走访9户: what is done day by day.
NO_MODAL = (
    "(?!将[^，。；0-9]{2,12}(?:为|成|至|到|给)[0-9])(?<!每[天晚周日])(?<!每[天晚周日]都)"
    "(?<![主重首紧只纲摘简扼概次机提反响供适相顺感回对效急所刚军大名少上中据按照即必需])"
)
# 将在三年内逐步种植: what may stand before the verb.
HOW = "(?:再|还|新|共|继续|进一步|陆续|逐步|全面|加快|加大|分[期批年]|每年|年底前|[在于][^，。；、]{1,8}?)*"
DEEDS = {"verb", "opener"}  # the uses in measure_words of what may be done
# 会议提出的建议90件, 希望小学9所
# 预期收益权质押贷款: a loan by what it is lent on.
NO_PLAN = "(?!小学|收益|寿命|的(?:代表|委员|议案|建议|提案|意见))"
DONE = re.compile("已|截至|目前|累计|如今|现有|共有|[完建]成了")
AGAINST = re.compile("同比|[比较](?:上年|去年)(?!.{0,12}将)")
UNTIL = re.compile("到(20[0-9]{2})年")
ORIGIN = re.compile("的?[0-9]")
FROM = re.compile("[从由]")
AMONG = re.compile("其中$")
# “共赢未来”签约仪式: what a name or a slogan says is no plan of the sentence round it.
QUOTED = re.compile("“[^“”]+”")
EARLIER = 240  # so far before its sentence stands the date that 同期 means


def compile_planned(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> re.Pattern[str]:
    """What says that a figure is to come: the words of plans that the stance rules name, and some that need more.

    >>> from kg.match.rulebook.rules import load_rules
    >>> compile_planned(load_rules().tables).search("今年力争产茶9吨")[0]
    '力争'
    """
    rows = [(row[0], row[1].split()) for name in ("verbs", "wordings") for row in tables[name] if len(row) > 1]
    words = {word for word, groups in rows if not PLANS.isdisjoint(groups)}
    wishes = {word for word, groups in rows if WISHES in groups} - COUNTED_TOO
    said = by_kind(tables["plan_words"])
    deeds = [word for kind, listed in by_kind(tables["measure_words"]).items() if kind in DEEDS for word in listed]
    to_come = f"{NO_MODAL}(?:{one_of(said['modal'])})(?={HOW}(?:{one_of(deeds)}))|{NO_MODAL}(?:{one_of(said['if'])})"
    wished = f"{NO_WISH[0]}(?:{one_of(wishes)}){NO_WISH[1]}"
    first = [*words, *wishes, *said["modal"], *said["if"], *said["built"], *"计拟目规争准即未将要确"]
    opening = opened_by(first)
    return re.compile(
        f"{opening}(?:{NO_TIME}(?:{one_of(words)})|{wished}|{PLANNED_TO}|{to_come}|{once_built(tables)}){NO_PLAN}"
    )


class Timing:
    """What a sentence says of the time of its figures: its dates, and where it speaks of what is to come."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        periods: Sequence[Period],
        grammar: Periods,
        planned: re.Pattern[str],
        estimates: tuple[str, ...],
    ) -> None:
        self.text, self.start, self.periods, self.grammar = document.text, sentence.span.start, periods, grammar
        self.estimates = estimates  # 预计总产量19万吨，品牌价值19.42亿元: what is estimated ends with its clause
        span = sentence.span
        self.planned = [match.start() for match in planned.finditer(self.text, span.start, span.end)]
        quoted = QUOTED.finditer(self.text, span.start, span.end) if self.planned else ()
        self.quoted = [match.span() for match in quoted]
        until = UNTIL.search(self.text, span.start, span.end)
        if until and document.issued[:4].isdecimal() and until[1] > document.issued[:4]:
            insort(self.planned, until.start())

    def period(self, figure: Figure, clause: Span) -> str:
        """The date nearest before a figure; else how often, where the words say so."""
        at, start = figure.value.span.start, clause.start
        dated, rate, same, now, loose = "", "", False, False, True
        for period in self.periods:
            if period.span.start >= at:
                break
            here = period.span.start >= start
            # 其中2014年造林6万亩；…: of a part only.
            if not here and AMONG.search(self.text, period.span.start - 3, period.span.start):
                continue
            # 2024年产值9亿元，2020年以来年均增长6%；税收1亿元: behind the mark the year goes on.
            if not here and dated and period.literal[-1:] == "/" and "；" in self.text[period.span.end : at]:
                continue
            # 从前年的540.7万元上升到…: when it was what it grew from.
            from_then = FROM.search(self.text, period.span.start - 1, period.span.start + 1)
            if from_then and ORIGIN.match(self.text, period.span.end):
                continue
            if period.kind == "rate":
                rate = period.literal if here else rate
            elif period.kind == "same":
                same = True
            # 连续三年 speaks of its own clause.
            elif not self._compares(period, figure) and (here or period.literal[:2] != "连续"):
                dated = period.literal
                rate = "" if here else rate
                now = period.kind == "now"
                loose = now or not here
        if rate:
            return rate
        each = EACH.search(self.text, max(start, figure.span.start - 2), at)
        # 如今年产茶9吨, 2013年办厂，年产茶9吨: what a works does each year it does in every year.
        if each and (not dated or (loose and (now or each["does"]))):
            return RATES[each[1]]
        if loose and (one := ONE.search(self.text, start, at)):
            return RATES[one["each"]]
        if dated:
            return dated
        return self._date_before() if same else ""

    def _date_before(self) -> str:
        """The last date before the sentence."""
        earlier = find_periods(self.text, max(0, self.start - EARLIER), self.start, self.grammar)
        return next((period.literal for period in reversed(earlier) if period.kind == "date"), "")

    def _compares(self, period: Period, figure: Figure) -> bool:
        """较2019年增长, 是2018年的9倍: the year that a figure is compared with is not its own."""
        if figure.rule == "measures/share" and figure.span.covers(period.span):
            return True  # 是2018年6万元的9倍
        before, behind = self.text[period.span.start - 1], self.text[period.span.end : period.span.end + 1]
        # 建成于1998年的小区 tells which estate it is.
        return before in "较比与同" or (before in "是为于" and behind == "的")

    def stance(self, figure: Figure, clause: Span) -> Stance:
        """Planned where the last word of planning stands later than the last word of having done."""
        at = figure.value.span.start
        if not self.planned or self.planned[0] >= at:
            return Stance.STATED
        said = [
            p
            for p in self.planned
            if p < at
            and (p >= clause.start or not self.text.startswith(self.estimates, p))
            and not any(start < p < end <= at for start, end in self.quoted)
        ]
        if not said:
            return Stance.STATED
        planned = said[-1]
        # 产值预计增长8%，投资同比增长12%: what is compared with the year before is counted.
        counted = planned < clause.start and AGAINST.search(self.text, clause.start, clause.end)
        return Stance.STATED if counted or DONE.search(self.text, planned, at) else Stance.PLANNED
