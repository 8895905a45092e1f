"""A sentence with its mentions in, measurements out: of whom, what, how much, when."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.match.figures import Figure, Scene, read_figures
from kg.match.indicators import MeasureWords, Wordhood, compile_measure_words
from kg.match.periods import Period, Periods, compile_periods, find_periods
from kg.match.units import Units, compile_units
from kg.match.values import find_values
from kg.model import Comparator, Document, Form, Measurement, Mention, Role, Sentence, Span, Stance, Value

HOME = re.compile("(?:[全该我本各](?:省|市|县|区|乡|镇|村|街道|社区|州|旗|国|场|师|团|域)|当地|[县市村乡镇区]里)(?![级直])")
# 年经营性收入, 月销售额: what is counted by the year or month.
EACH = re.compile(
    "(?<![0-9今去前明近半全每多当历百])([年月日])(?=增收|总?收入|产[量值]|销|均|接待|经营|利润|营业|度|租金|补[助贴]|缴|纳税|交易|加工|处理|发电|出栏|吞吐|人均|综合|节|减|可)"
)
RATES = {"年": "每年", "月": "每月", "日": "每天"}
PLANNED = re.compile(
    "力争|计划(?=[投建新用在到于总完实改引培安开举修扩种将]|[0-9])|拟(?=[投新建用在引于实])|预计|预期|目标(?:是|为|任务|：)|规划(?=建设|新建|投资|总?面积|实施|布局)|争取到|争取在|有望|打算|即将|下一步|今后|未来|明年"
    "|将(?=[^，。；]{0,6}?(?:实现|达到|达|新增|新建|建成|完成|投入|继续|进一步|再|超过|突破|增加|形成|带动|力争|开展|举办|培育|投资|改造|推进))|要(?=实现|达到|完成|建成|确保)|确保(?=[^，。；]{0,14}(?:达|稳定|不低于|完成|实现|以上))"
)
DONE = re.compile("已|截至|目前|累计|[完建]成了|如今|现有|共有")
UNTIL = re.compile("到(20[0-9]{2})年")
# Spans of time, ages and scores are measured only where the words before say so; elsewhere they say when or who.
KEPT = {
    "time": re.compile("(?:时长|时间|时限|工期|寿命|年限|周期|期限|工龄|教龄|党龄|[学课工机]时|时数)$"),
    "age": re.compile("年龄|平均"),
    "score": re.compile("[得评]分|分数|[满考均总]分|指数|满意度|考核|成绩|测评"),
    "degree": re.compile("温|电|[经纬]|坡|角"),
    "voltage": re.compile("电压|达"),
}
RANK = re.compile("(?:排名|位次|名次|位列)[^，。；]{0,4}$|[提上跃前后][升移进][了至到]?$")
DWELLERS = re.compile("村集体|[村居牧渔农市]民|[全该](?:县|市|区|乡|镇|村)|(?:常住|户籍)人口")
PLACES = frozenset("Place Province Prefecture County Township Village Community Region".split())
BODIES = frozenset("Organization PartyOrganization GovernmentBody Enterprise Association Institution Team".split())
OWNERS = BODIES | PLACES | {"Facility", "Project"}
OWN_VERBS = frozenset("占地 占 拥有 投资 有 建有 设有 配有 年产 总投资 存栏 出栏".split())


@dataclass(frozen=True, slots=True)
class Measuring:
    """The grammars of quantities, periods and the words round them, compiled once."""

    units: Units
    periods: Periods
    words: MeasureWords
    kinds: Mapping[str, str]
    growth: re.Pattern[str]


def compile_measuring(tables: Mapping[str, Iterable[tuple[str, ...]]], wordhood: Wordhood) -> Measuring:
    """All word lists that measuring needs as one grammar."""
    units = compile_units(tables)
    words = compile_measure_words(tables, wordhood)
    kinds = {unit.name: unit.kind for group in units.by_first.values() for unit in group}
    grown = "|".join(sorted(words.growth, key=lambda word: (-len(word), word)))
    return Measuring(
        units,
        compile_periods(tables),
        words,
        kinds,
        re.compile(
            f"(?:同比|环比|(?:比|较)[^，]{{1,10}}?|年均|分别|实际|又|再|累计|净|名义|平均|约|就|共)*(?:{grown})(?:了|至|到|约)*"
            "|(?P<against>(?:比|较)[^，]{1,12}?(?:高|低|快|慢|多|少)(?:出|了)?|(?:高于|低于|快于|优于|好于|高出|低出)[^，]{1,12})"
        ),
    )


def find_measures(
    document: Document,
    sentence: Sentence,
    mentions: Sequence[Mention],
    subject_of: Callable[[Span], Mention | None],
    grammar: Measuring,
    silent: Sequence[Span] = (),
) -> list[Measurement]:
    """Every figure of a sentence with what it measures, of whom and when; those in names and in `silent` are none."""
    text, span = document.text, sentence.span
    if sentence.role in (Role.BYLINE, Role.DATELINE):
        return []
    values = find_values(text, span.start, span.end, grammar.units)
    if not values:
        return []
    periods = find_periods(text, span.start, span.end, grammar.periods)
    taken = [*silent, *(period.span for period in periods if period.kind != "rate")]
    values = [value for value in values if _is_free(text, value, mentions, taken)]
    if not values:
        return []
    subjects = {clause: _subject(sentence, clause, subject_of) for clause in _clauses(sentence, values)}
    figures = read_figures(_scene(text, sentence, values, periods, mentions, subjects, grammar))
    starts = {mention.span.start: mention for mention in mentions}
    found = []
    for figure in figures:
        if _is_measured(figure, grammar, text):
            subject = subjects[_clause(sentence, figure.value.span.start)]
            owner, indicator = _owner(text, figure, starts, subject, grammar)
            found.append(
                Measurement(
                    owner, indicator, figure.value, (figure.span,), figure.rule,
                    _period(text, sentence, figure, periods, grammar), _stance(document, sentence, figure),
                    figure.origin.number if figure.origin else None,
                )
            )  # fmt: skip
    return found


def _is_free(text: str, value: Value, mentions: Sequence[Mention], taken: Sequence[Span]) -> bool:
    """Whether a figure stands outside names, outside what is silent, and outside what says when."""
    # “21条” is the name of a policy, 排名提升4位 a rank.
    start, end = value.span.start, value.span.end
    if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
        return False
    if value.text.endswith("位") and RANK.search(text, max(0, start - 8), start):
        return False
    # 35岁以下党员: an age that bounds who is counted is no figure of its own.
    if value.unit == "岁" and value.comparator in (Comparator.AT_MOST, Comparator.AT_LEAST) and text[end : end + 1].isalpha():
        return False
    named = any(m.form is not Form.NOMINAL and m.span.covers(value.span) for m in mentions)
    return not named and not any(span.overlaps(value.span) for span in taken)


def _clause(sentence: Sentence, at: int) -> Span:
    index = bisect.bisect_right(sentence.clauses, at, key=lambda clause: clause.start) - 1
    return sentence.clauses[max(index, 0)]


def _clauses(sentence: Sentence, values: Sequence[Value]) -> list[Span]:
    return list(dict.fromkeys(_clause(sentence, value.span.start) for value in values))


def _subject(sentence: Sentence, clause: Span, subject_of: Callable[[Span], Mention | None]) -> Mention | None:
    """Of whom a clause speaks; a bare noun (网格党小组建成率) is what is measured, and its owner was named before."""
    for earlier in reversed([c for c in sentence.clauses if c.start <= clause.start]):
        subject = subject_of(earlier)
        if subject is None or subject.form is not Form.NOMINAL:
            return subject
    return None


def _scene(
    text: str, sentence: Sentence, values: Sequence[Value], periods: Sequence[Period], mentions: Sequence[Mention],
    subjects: Mapping[Span, Mention | None], grammar: Measuring,
) -> Scene:  # fmt: skip
    skips = {period.span.start: period.span.end for period in periods if period.kind != "rate"}
    skips |= {match.start(): match.end() for match in HOME.finditer(text, sentence.span.start, sentence.span.end)}
    skips |= {subject.span.start: subject.span.end for subject in subjects.values() if subject}
    names = {mention.span.start: mention.span.end for mention in mentions}
    return Scene(
        text, sentence.span, values, skips, names, grammar.words, grammar.kinds, grammar.growth
    )


def _is_measured(figure: Figure, grammar: Measuring, text: str) -> bool:
    kind = grammar.kinds.get(figure.value.unit, "")
    if kind in KEPT:
        return KEPT[kind].search(figure.indicator) is not None
    if kind in ("area", "mass", "length", "volume", "money") and figure.value.text.startswith("一"):
        return False  # 一亩地能收3000斤 measures nothing by 一亩
    if not figure.value.unit:
        return figure.rule in ("measures/before", "measures/from-to", "measures/each")
    return True


def _owner(
    text: str, figure: Figure, starts: Mapping[int, Mention], subject: Mention | None, grammar: Measuring
) -> tuple[Mention | None, str]:
    """Of whom a figure speaks where the words behind it name the owner: 占地340亩的产业园, 300余人“帮帮团”."""
    end, unit = figure.value.span.end, figure.value.unit
    at = end + 1 if text[end : end + 1] == "的" else end
    mention = starts.get(at)
    if mention is not None and mention.type in OWNERS:
        if unit == "人" and mention.type == "Team":
            return mention, "人数"
        if grammar.kinds.get(unit) == "area" and mention.type == "Facility" and not figure.verb.startswith("占"):
            return mention, "面积"
        if at > end and (figure.verb in OWN_VERBS or figure.rule == "measures/before"):
            return mention, figure.verb if figure.rule != "measures/before" else figure.indicator
    if figure.noun and figure.verb in OWN_VERBS and text[figure.noun.end : figure.noun.end + 1] == "的":
        mention = starts.get(figure.noun.end + 1)
        if mention is not None and mention.type in OWNERS:
            return mention, figure.indicator
    # 全村人均收入, 村民收入: of the place, also where a body of the place is the subject.
    if subject is not None and subject.type not in PLACES and (
        DWELLERS.match(text, figure.span.start, end) or "常住人口" in figure.indicator
    ):
        return next((inner for inner in reversed(subject.inside) if inner.type in PLACES), None), figure.indicator
    return subject, figure.indicator


def _period(text: str, sentence: Sentence, figure: Figure, periods: Sequence[Period], grammar: Measuring) -> str:
    """The date nearest before a figure; else how often, where the words say so."""
    at = figure.value.span.start
    clause = _clause(sentence, at)
    # 较2020年增长: the year that a figure is compared with is not its own.
    dated = [p for p in periods if p.span.end <= at and p.kind not in ("rate", "same") and text[p.span.start - 1] not in "较比"]
    near = [p for p in dated if p.span.start >= clause.start]
    if near:
        return near[-1].literal
    rates = [p for p in periods if p.kind == "rate" and clause.start <= p.span.start < at]
    # 连续三年 says when of its own clause alone.
    carried = [p for p in dated if not p.literal.startswith("连续")]
    if carried and not rates:
        return carried[-1].literal
    if rates:
        return rates[-1].literal
    if any(p.kind == "same" and p.span.end <= at for p in periods):
        earlier = find_periods(text, max(0, sentence.span.start - 240), sentence.span.start, grammar.periods)
        return next((p.literal for p in reversed(earlier) if p.kind == "date"), "")
    each = EACH.search(text, max(clause.start, figure.span.start - 1), at)
    return RATES[each[1]] if each else ""


def _stance(document: Document, sentence: Sentence, figure: Figure) -> Stance:
    """Planned where the last word of planning stands later than the last word of having done."""
    text, start, at = document.text, sentence.span.start, figure.value.span.start
    planned = [match.start() for match in PLANNED.finditer(text, start, at)]
    until = UNTIL.search(text, start, at)
    if until and document.issued[:4].isdecimal() and until[1] > document.issued[:4]:
        planned.append(until.start())
    if not planned:
        return Stance.STATED
    done = [match.start() for match in DONE.finditer(text, start, at)]
    return Stance.STATED if done and done[-1] > max(planned) else Stance.PLANNED
