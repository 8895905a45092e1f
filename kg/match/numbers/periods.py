"""Text in, periods out: dates, intervals and spells of time with the literal that stands in the graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from kg.match.rulebook.alternation import one_of
from kg.model import Span

DIGIT = str.maketrans("〇零一二三四五六七八九", "00123456789")
YEAR = "(?:19|20)[0-9]{2}|[一二][九〇零][〇零一二三四五六七八九]{2}"
NUMBERS = "一二两三四五六七八九十百几数"
SPELL = f"(?:[0-9]+|[{NUMBERS}]+)[余多]?个?"
TO = "(?:至|到|[—–－~～-]+)"
SINCE = "(?:年?以来|年?起|至今|年?开始|之后|以后|年?来)"
TAIL = (
    "(?P<half>[上下]半年)|(?P<quarters>前三季度|前三个季度)|第?(?P<quarter>[一二三四])季度"
    f"|(?P<m1>[0-9]{{1,2}})月?{TO}(?P<m2>[0-9]{{1,2}})月份?|(?P<month>[0-9]{{1,2}}|[一二三四五六七八九十]+)月份?(?P<day>[0-9]{{1,2}})?(?(day)[日号])"
)
EDGE = "(?:年?[底初末]|中旬|上旬|下旬|中期|全年|度)?"
# 2021种植桑葚: the sign of the year was dropped.
DATE = f"(?P<year>{YEAR})(?:年(?:{TAIL})?{EDGE}|(?<![0-9.][0-9]{{4}})(?=种植(?!物)))"
SAME = "彼时|当时|那时|那一年|这一年|当年|同年|同期"
NOW = "截[至止]目前|到目前为止|截[至止]发稿|(?<!项)目前|如今|现在|当前|现如今|眼下|迄今(?:为止)?|至今(?!年)"
RATES: Mapping[str, str] = MappingProxyType(
    {
        "每年": "每年", "年均": "每年", "每月": "每月", "月均": "每月", "每天": "每天", "每日": "每天", "日均": "每天",
        "每周": "每周", "周均": "每周", "每季度": "每季度", "每学期": "每学期", "每个月": "每月", "每星期": "每周",
        "每学年": "每学年", "每晚": "每天", "每小时": "每小时",
    }
)  # fmt: skip
# The same month or quarter without groups, which a pattern may name only once.
NAMELESS = re.sub("[?]P<[a-z0-9]+>", "?:", TAIL).replace("(?(day)[日号])", "[日号]?")
RELATIVE = (
    "(?:今年|去年|前年|明年|(?<![产成营])后年|上年|次年|本年|上一年|下一年)"
    f"度?(?:{NAMELESS})?(?:以来|年?[底初末]|全年)?"
)
SPELLS = (
    f"(?:近|最近|过去|今后|未来|连续)(?:的)?{SPELL}(?:年|月|个月|季度|天|周|届)(?:多)?(?:以?来|间|里|内)?"
    f"|近些年来?|近年来?|近几年来?|多年来|长期以来|{SPELL}年(?:多)?(?:以?来|间|里)|(?<=[，。；：、\n“]){SPELL}年(?=共|累计|先后|内|里|总共)"
    "|(?:上|[0-9]{2})世纪[0-9一二三四五六七八九十]+年代(?:初期?|末期?|中期)?"
)
# What a period begins with, by one character and by two: tried before any alternative, most of which are long.
FIRSTS = f"0-9{NUMBERS}今去前明后上次本下近最过未连多长早截到自从目当如现眼迄至年月日周每彼那这同"
BEGINNINGS = (
    f"[0-9]++[年月个余多世种至到—–－～~底初末中上下全度-]|[一二][九〇零]|[{NUMBERS}]++[余多]?个?年|一季|[今去前明后上次本]年"
    f"|上世|[上下][一半]|前三|近[的些年0-9{NUMBERS}]|最近|过去|今后|未来|连续|多年|长期|早在|截[至止]|到[12一二目]|[自从][12一二]"
    "|[目当]前|当[时年]|如今|现[在如]|眼下|[迄至]今|[年月日周]均|每|彼时|那[时一]|这一|同[年期]"
)
MONTHS = MappingProxyType(
    {
        "上半年": ("01", "06"), "下半年": ("07", "12"),
        "一": ("01", "03"), "二": ("04", "06"), "三": ("07", "09"), "四": ("10", "12"),
    }
)  # fmt: skip


class Period(NamedTuple):
    """A stretch of text that says when, and its literal: ISO where a calendar date follows, else the words."""

    span: Span
    literal: str
    kind: str  # date, since, range, rate, now, same (as the period before), words


@dataclass(frozen=True, slots=True)
class Periods:
    """The grammar of periods, compiled once."""

    pattern: re.Pattern[str]
    policies: Mapping[str, tuple[str, str]]  # name → interval, event or plan


def compile_periods(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> Periods:
    """The calendar and the named periods as one grammar."""
    policies = {name: (interval, kind) for name, interval, kind, _ in tables["policy_periods"]}

    def names(kind: str) -> str:
        found = [name for name, (_, which) in policies.items() if which == kind]
        return "|".join(sorted(map(re.escape, found), key=lambda name: (-len(name), name)))

    return Periods(
        re.compile(
            # The look ahead spares all alternatives where no period can begin.
            f"(?=[{FIRSTS}{''.join(sorted({name[0] for name in policies}))}])"
            f"(?={BEGINNINGS}|{_beginnings(policies)})(?:"
            f"(?P<range>(?:从|自)?(?P<from>{YEAR})年?{EDGE}{TO}(?P<till>{YEAR})年{EDGE})"
            f"|(?P<date>(?:自|从|截至|截止到?|早在|到)?{DATE}(?P<since>{SINCE})?)"
            f"|(?P<event>(?:自|从)?(?P<name>{names('event')})(?:胜利)?(?:召开|闭幕)?(?:以来|之后|后|至今))"
            f"|(?P<plan>(?P<plans>{names('plan')})(?P<part>规划)?(?P<how>期间|时期|以来|开局之年|收官之年|期末|末|初期|[前后][一两三]年|头[一两]年|五年))"
            f"|(?P<relative>{RELATIVE})|(?P<spell>{SPELLS})|(?P<now>{NOW})|(?P<rate>{'|'.join(RATES)})|(?P<same>{SAME})"
            f"|(?P<words>(?<![0-9])(?:[0-9]{{1,2}}{TO})?[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|份|底|初)?"
            "|[上下]半年|前三季度|一季度))"
        ),
        MappingProxyType(policies),
    )


def _beginnings(policies: Mapping[str, tuple[str, str]]) -> str:
    """The first two characters of the named periods, which 自 and 从 may stand before."""
    firsts = one_of({name[:2] for name in policies})
    return f"{firsts}|[自从](?:{firsts})"


def find_periods(text: str, start: int, end: int, periods: Periods) -> list[Period]:
    """All that says when in a stretch of text, in order.

    >>> from kg.match.rulebook.rules import load_rules
    >>> periods = compile_periods(load_rules().tables)
    >>> text = "2016年以来，2018年5月，“十四五”期间，党的十八大以来，2016年至2020年，近三年，今年，截至目前，每年"
    >>> [period.literal for period in find_periods(text, 0, len(text), periods)]
    ['2016/', '2018-05', '2021/2025', '2012-11/', '2016/2020', '近三年', '今年', '截至目前', '每年']
    """
    found = []
    for match in periods.pattern.finditer(text, start, end):
        kind = match.lastgroup or ""
        kind = kind if kind in LITERALS else _outer(match)
        literal, kind = LITERALS[kind](match, periods)
        if literal:
            found.append(Period(Span(*match.span()), literal, kind))
    return found


def _outer(match: re.Match[str]) -> str:
    return next(name for name in LITERALS if match[name] is not None)


def _number(text: str) -> str:
    return text.translate(DIGIT)


def _date(match: re.Match[str], _: Periods) -> tuple[str, str]:
    year, spell = _number(match["year"]), ""
    if match["half"]:
        spell = "/".join(f"{year}-{month}" for month in MONTHS[match["half"]])
    elif match["quarters"]:
        spell = f"{year}-01/{year}-09"
    elif match["quarter"]:
        spell = "/".join(f"{year}-{month}" for month in MONTHS[match["quarter"]])
    elif match["m1"]:
        spell = f"{year}-{int(match['m1']):02}/{year}-{int(match['m2']):02}"
    elif match["month"]:
        spell = f"{year}-{_month(match['month']):02}" + (f"-{int(match['day']):02}" if match["day"] else "")
    else:
        spell = year
    if match["since"]:
        return spell.partition("/")[0] + "/", "since"
    return spell, "date"


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    digits = "一二三四五六七八九"
    return (10 if "十" in text else 0) + (digits.index(text[-1]) + 1 if text[-1] in digits else 0)


def _range(match: re.Match[str], _: Periods) -> tuple[str, str]:
    return f"{_number(match['from'])}/{_number(match['till'])}", "range"


def _event(match: re.Match[str], periods: Periods) -> tuple[str, str]:
    return f"{periods.policies[match['name']][0]}/", "since"


def _plan(match: re.Match[str], periods: Periods) -> tuple[str, str]:
    interval = periods.policies[match["plans"]][0]
    first, _, last = interval.partition("/")
    how = match["how"]
    if how == "开局之年":
        return first, "date"
    if how in ("收官之年", "期末", "末"):
        return last, "date"
    if how == "以来":
        return f"{first}/", "since"
    if how[0] in "前后头初":
        return match[0], "words"
    return interval, "range"


def _words(kind: str) -> Callable[[re.Match[str], Periods], tuple[str, str]]:
    return lambda match, _: (match[0], kind)


LITERALS: Mapping[str, Callable[[re.Match[str], Periods], tuple[str, str]]] = MappingProxyType(
    {
        "range": _range,
        "date": _date,
        "event": _event,
        "plan": _plan,
        "relative": _words("words"),
        "spell": _words("words"),
        "now": _words("now"),
        "rate": lambda match, _: (RATES[match[0]], "rate"),
        "same": _words("same"),
        "words": _words("words"),
    }
)
