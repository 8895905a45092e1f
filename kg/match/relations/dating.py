"""A clause in, since when or in what period its claim holds out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kg.match.numbers.periods import Period, Periods, find_periods
from kg.model import Document, Span

# Counted from the day of issue where the page gives it.
FROM_ISSUE: Mapping[str, int] = MappingProxyType({"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2})
BY_ISSUE = re.compile(
    f"(?P<year>{'|'.join(FROM_ISSUE)})(?:度|年?[底初末]|全年)?(?:(?P<month>[0-9]{{1,2}})月份?(?:(?P<day>[0-9]{{1,2}})[日号])?)?"
    "(?P<since>以来)?"
)
# Counted from the date that the text gave last.
FROM_LAST = re.compile("次年|同年|当年")
YEAR = re.compile("[12][0-9]{3}")
LAST_REACH = 150
KINDS = frozenset({"date", "since", "range", "words"})
# 在2022年全省平安建设考评中，: the date of the occasion.
OCCASION = re.compile("在.*[评赛会选核查测节展比审][中上里]，?")
OTHERWISE = ("此前", "之前", "早前", "此后", "随后", "后来", "前不久", "不久前", "近日", "日前", "最近")
# 去年春天，: the season of a year.
SEASON = re.compile("[春夏秋冬][天季]?，?")
# 建于2005年的X: the date is another's.
ANOTHERS = re.compile("的|[建生始起]于$")


def literal(document: Document, found: Period, periods: Periods) -> str:
    """How a period stands in the graph: 去年 as a year where the day of issue is known, 次年 by the date before it."""
    year = document.issued[:4]
    counted = BY_ISSUE.fullmatch(found.literal)
    if counted and year.isdecimal():
        date = [str(int(year) + FROM_ISSUE[counted["year"]])]
        date += [f"{int(part):02}" for part in (counted["month"], counted["day"]) if part]
        return "-".join(date) + ("/" if counted["since"] else "")
    if FROM_LAST.match(found.literal):
        return _from_last(document, found, periods)
    return found.literal


def _from_last(document: Document, found: Period, periods: Periods) -> str:
    """同年, 次年: the year of the date that the paragraph gave last, or the one after it; else the words."""
    low = max(found.span.start - LAST_REACH, document.text.rfind("\n", 0, found.span.start) + 1)
    dates = [p for p in find_periods(document.text, low, found.span.start, periods) if p.kind in ("date", "since")]
    year = YEAR.match(dates[-1].literal) if dates else None
    if year is None:
        return found.literal if found.kind in KINDS else ""
    return str(int(year[0]) + (1 if found.literal[0] == "次" else 0))


def stated_period(document: Document, words: Span, periods: Periods) -> str:
    """The literal of a stretch of text that says when; the words themselves where no calendar date follows."""
    text = document.quote(words)
    found = find_periods(document.text, words.start, words.end, periods)
    if found and document.quote(found[0].span) == text and found[0].kind in KINDS:
        return literal(document, found[0], periods)
    return text


def period_before(document: Document, clauses: Sequence[Span], end: int, periods: Periods) -> str:
    """The period that a clause up to `end` gives, else the one that makes up the clause before it.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.model import Source
    >>> text = "2025年11月，青石村获评全国文明村。"
    >>> document = Document(Source("", text, "", ""), text, range(len(text)), ())
    >>> from kg.match.numbers.periods import compile_periods
    >>> period_before(document, [Span(0, 8), Span(9, 20)], 14, compile_periods(load_rules().tables))
    '2025-11'
    >>> text = "去年春天，青石村获评全国文明村。"
    >>> document = Document(Source("", text, "", ""), text, range(len(text)), ())
    >>> period_before(document, [Span(0, 4), Span(5, 16)], 10, compile_periods(load_rules().tables))
    '去年春天'
    """
    here = [span for span in clauses if span.start <= end]
    if not here:
        return ""
    own = find_periods(document.text, here[-1].start, end, periods)
    for found in reversed(own):
        before = document.text[max(0, found.span.start - 2) : found.span.start]
        if ANOTHERS.match(document.text, found.span.end) or ANOTHERS.search(before):
            continue
        if found.kind in KINDS or FROM_LAST.match(found.literal):
            return literal(document, found, periods)
    if document.text.startswith(OTHERWISE, here[-1].start):
        return ""
    for span in reversed(here[:-1]):
        # 今年6月，甲…；此前，乙…: of another time.
        if document.text.startswith(OTHERWISE, span.start):
            return ""
        whole = find_periods(document.text, span.start, span.end, periods)
        said = len(whole) == 1 and (whole[0].kind in KINDS or FROM_LAST.match(whole[0].literal))
        alone = len(span) - len(whole[0].span) <= 1 if said else False
        if said and SEASON.fullmatch(document.text, whole[0].span.end, span.end):
            dated = literal(document, whole[0], periods)
            return dated if dated[:4].isdecimal() else document.quote(span).rstrip("，")
        if said and (alone or OCCASION.fullmatch(document.quote(span))):
            return literal(document, whole[0], periods)
    return ""


def periods_in_turn(document: Document, clauses: Sequence[Span], end: int, count: int, periods: Periods) -> list[str]:
    """2019年和2021年，甲分别获评A、B: the dates, one for each of `count` things, else none.

    >>> from kg.match.numbers.periods import compile_periods
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.model import Source
    >>> text = "2019年、2021年，青石村分别获评全国文明村、省级森林村。"
    >>> document = Document(Source("", text, "", ""), text, range(len(text)), ())
    >>> periods_in_turn(document, [Span(0, 12), Span(12, 29)], 18, 2, compile_periods(load_rules().tables))
    ['2019', '2021']
    """
    here = [span for span in clauses if span.start <= end]
    for span in reversed(here[-2:]):
        found = [p for p in find_periods(document.text, span.start, min(span.end, end), periods) if p.kind == "date"]
        if len(found) == count:
            return [literal(document, p, periods) for p in found]
    return []
