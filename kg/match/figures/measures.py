"""A sentence with its mentions in, measurements out: of whom, what, how much, when."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.match.figures.ages import ages
from kg.match.figures.figure_owner import OWNERS, figure_owner
from kg.match.figures.figure_time import Timing, compile_planned
from kg.match.figures.figures import read_figures
from kg.match.figures.lasting import IN_A_ROW, ROW, in_a_row, is_age_of_a_body
from kg.match.figures.measure_words import MeasureWords, Wordhood, compile_measure_words
from kg.match.figures.measured import is_free, is_measured, is_named, only_bounds, only_names, says_when, sums_up
from kg.match.figures.runs import Figure
from kg.match.figures.scene import make_scene
from kg.match.numbers.periods import Period, Periods, compile_periods, find_periods
from kg.match.numbers.units import Units, compile_units
from kg.match.numbers.values import HISTORY, find_values
from kg.match.rulebook.kinds import PLACES
from kg.match.rulebook.word_kinds import by_kind
from kg.match.subjects.owner import Owner
from kg.model import UNSAID, Document, Form, Measurement, Mention, Sentence, Span, Value

# Python 3.11 works a member of an enumeration out at each look.
TITLE = re.compile("《[^《》]*》")
NOMINAL = Form.NOMINAL
OTHERS = re.compile(
    "(?:企业|群众|村民|农户|商户|业主|居民|党员|干部|乡贤|社会(?:各界|力量)?|个人|职工|牧民|用户|商家)(?:共|自愿|主动|自行)?\\Z"
)
# 石桥村委会将90亩林地承包给村民: the body of a place that a short name leaves behind it.
DAYS = re.compile("[0-9]{1,2}日")
BODY_OF = re.compile("委会|民委员会|党总?支部?|党委|“?两委”?(?:班子)?")


@dataclass(frozen=True, slots=True)
class Measuring:
    """The grammars of quantities, periods and the words round them, compiled once."""

    units: Units
    periods: Periods
    words: MeasureWords
    kinds: Mapping[str, str]
    planned: re.Pattern[str]
    estimates: tuple[str, ...]


def compile_measuring(tables: Mapping[str, Iterable[tuple[str, ...]]], wordhood: Wordhood) -> Measuring:
    """All word lists that measuring needs as one grammar."""
    units = compile_units(tables)
    # What several words write alike (%, 成) is of the kind of the word that is written so.
    every = [unit for group in units.by_first.values() for unit in group]
    kinds = {unit.name: unit.kind for unit in every} | {unit.text: unit.kind for unit in every}
    return Measuring(
        units, compile_periods(tables), compile_measure_words(tables, wordhood), kinds, compile_planned(tables),
        by_kind(tables["plan_words"])["estimate"],
    )  # fmt: skip


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
    if sentence.role in UNSAID:
        return []
    rows = (
        _in_a_row(document, sentence, mentions, owners, grammar)
        if text.find(IN_A_ROW, span.start, span.end) >= 0
        else []
    )
    values = find_values(text, span.start, span.end, grammar.units)
    values = _before_names(text, span, values, mentions, grammar.units)
    if not values:
        return rows
    periods = find_periods(text, span.start, span.end, grammar.periods)
    # 由过去的98天缩短到31天: how long it took, and not when; 近300年的种茶历史: how long it is.
    periods = [p for p in periods if p.literal[:2] != "过去" or text[p.span.start - 1] not in "由从"]
    periods = [p for p in periods if p.literal[0] != "近" or not HISTORY.match(text, p.span.end)]
    # 3日内办结 is no date.
    dates = {p.span.start for p in periods if DAYS.fullmatch(text, p.span.start, p.span.end)}
    periods = [p for p in periods if p.span.start not in dates or not text.startswith("内", p.span.end)]
    # 在上一年度的基础上新增9座: on what it builds is not when it is.
    periods = [p for p in periods if not text.startswith(("的基础上", "基础上"), p.span.end)]
    taken = [s for s in silent if s.start < span.end and span.start < s.end]
    taken += [p.span for p in periods if p.kind != "rate" and not is_age_of_a_body(text, p.span)]
    # 《优化营商环境三十条》: how a document is called.
    taken += [Span(*title.span()) for title in TITLE.finditer(text, span.start, span.end)]
    names = [mention for mention in mentions if mention.form is not NOMINAL]
    values = [value for value in values if is_free(text, value, taken) and not is_named(value, names)]
    values = [v for v in values if not says_when(text, v, grammar.kinds) and not sums_up(text, v)]
    values = [v for v in values if not only_names(text, v)]
    values = [v for v, later in zip_longest(values, values[1:]) if not only_bounds(text, v, later)]
    if not values:
        return rows
    teller = _Teller(document, sentence, mentions, owners, grammar, periods)
    return rows + teller.measurements(values)


def _in_a_row(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], owners: Sequence[Owner], grammar: Measuring
) -> list[Measurement]:  # fmt: skip
    """For how many years in a row something has been so, clause by clause."""
    found = []
    for clause, owner in zip(sentence.clauses, owners, strict=True):
        who = owner.who
        inside = who is not None and clause.covers(who.span)
        # 该县已连续四年…: the words for whom stand before.
        named = [m.span.end for m in mentions if clause.start == m.span.start and m.span.end < clause.end]
        start = who.span.end if who is not None and inside else max(named, default=clause.start)
        row = in_a_row(document.text, clause, start, grammar.units)
        if row is not None:
            found.append(Measurement(who, row[1], row[0], (Span(start, clause.end),), ROW))
    return found


def _before_names(text: str, span: Span, values: list[Value], mentions: Sequence[Mention], units: Units) -> list[Value]:
    """The quantities, none of which runs into the name of a place: 57万双峰儿女 are no pairs."""
    places = [m.span for m in mentions if m.type in PLACES and m.form is not Form.ANAPHOR] if values else []
    cut = [place for place in places if any(v.span.start < place.start < v.span.end < place.end for v in values)]
    for place in cut:
        # No number and no unit, and as long.
        text = f"{text[: place.start]}{'某' * len(place)}{text[place.end :]}"
    return find_values(text, span.start, span.end, units) if cut else values


class _Teller:
    """What a sentence says of its figures besides their indicators: whose they are, when, and whether it is so."""

    def __init__(
        self, document: Document, sentence: Sentence, mentions: Sequence[Mention],
        owners: Sequence[Owner], grammar: Measuring, periods: Sequence[Period],
    ) -> None:  # fmt: skip
        self.text, self.sentence, self.grammar = document.text, sentence, grammar
        self.starts = {mention.span.start: mention for mention in mentions}
        self.owners = owners
        self.clauses = [clause.start for clause in sentence.clauses]
        self.periods = periods
        self.timing = Timing(document, sentence, periods, grammar.periods, grammar.planned, grammar.estimates)

    def measurements(self, values: Sequence[Value]) -> list[Measurement]:
        text, span = self.text, self.sentence.span
        skips = {period.span.start: period.span.end for period in self.periods if period.kind != "rate"}
        speaking = {who.span.start: self._end(who) for who, _ in self.owners if who and self._speaks(who)}
        skips |= speaking
        # 农户种植辣椒 is a trade only to who looks for one: such a name may be cut.
        names = {start: m.span.end for start, m in self.starts.items() if m.type != "Industry" or m.form is not NOMINAL}
        people = frozenset(start for start, mention in self.starts.items() if mention.type == "Person")
        places = frozenset(start for start, mention in self.starts.items() if mention.type in PLACES)
        owners = frozenset(start for start in names if self.starts[start].type in OWNERS)
        everybody = list(self.starts.values())
        aged = ages(text, span, values, everybody, self.grammar.words.wordhood, self._spoken_of)
        scene = make_scene(
            text, span, values, skips, names, people, places, frozenset(speaking), owners,
            self.grammar.kinds, self.grammar.words,
        )  # fmt: skip
        figures = [figure for figure in read_figures(scene) if is_measured(figure, self.grammar.kinds)]
        told = [self._measurement(figure) for figure in figures]
        measured = {figure.value.span.start for figure in figures}
        return told + [self._age(who, figure) for who, figure in aged if figure.value.span.start not in measured]

    def _end(self, who: Mention) -> int:
        """Where the words end for whom a clause speaks of: with those for the body of a place."""
        body = BODY_OF.match(self.text, who.span.end) if who.type in PLACES else None
        return body.end() if body else who.span.end

    def _speaks(self, who: Mention) -> bool:
        """Whether a clause that names an owner is his own: 全区组建“邻里帮”服务队36支 is not, 队员90名 behind it is."""
        inside = self.sentence.span.covers(who.span)
        return not inside or self.owners[self._clause(who.span.start)].who is who

    def _clause(self, at: int) -> int:
        return max(0, bisect.bisect_right(self.clauses, at) - 1)

    def _spoken_of(self, value: Span) -> Mention | None:
        return self.owners[self._clause(value.start)].who

    def _age(self, who: Mention, figure: Figure) -> Measurement:
        clause = self.sentence.clauses[self._clause(figure.value.span.start)]
        return Measurement(
            who, figure.indicator, figure.value, (figure.span,), figure.rule, self.timing.period(figure, clause)
        )

    def _measurement(self, figure: Figure) -> Measurement:
        at = self._clause(figure.value.span.start)
        clause = self.sentence.clauses[at]
        owner, indicator = figure_owner(
            self.text, figure, self.owners[at], self.starts, self.grammar.kinds, self.grammar.words.owning
        )
        # 企业出资300万元，群众筹资20万元: of those whom no name tells apart it is said whose money it is.
        if indicator in self.grammar.words.putting_up and (
            others := OTHERS.search(self.text, max(0, figure.span.start - 6), figure.span.start)
        ):
            indicator = others[0] + indicator
        return Measurement(
            owner, indicator, figure.value, (figure.span,), figure.rule, self.timing.period(figure, clause),
            self.timing.stance(figure, clause), figure.origin.number if figure.origin else None,
        )  # fmt: skip
