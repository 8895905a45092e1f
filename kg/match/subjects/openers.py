"""Word lists in, what may stand before a subject, and who acts without a name, ready to be asked, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.rule_types import Rules
from kg.match.subjects.topic_words import TopicWords, compile_topic_words
from kg.model import Span

TIME = (
    r"(?:截至)?[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:以来|[上中下]旬|底|初|末|起|度|年底|上半年|下半年)?"
    r"|[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬|[底初末])?|(?:[0-9]+|[一两三四五六七八九十几半])(?:天|周|个月|年多?)(?:里|内|间|前|后|来|以来|下来)"
)
TIME_STARTS = "截0123456789一两三四五六七八九十几半"
MARKS = "，—"
MANY = (
    "全体", "广大", "无数", "许多", "不少", "众多", "很多", "一些", "各", "每名", "每位", "当地", "周边",
)  # fmt: skip
NUMBERS = "0123456789一二三四五六七八九十百千万余多近"
# 党员59名, 群众满意率达99%, 村民人均增收: there a crowd is counted, or what it has and thinks is measured.
COUNTED = (
    "(?:[近约共超达占有])*[0-9.]+[万余多]*[名人户个家位]?(?:[，。；、（]|$)"
    "|满意|幸福感|获得感|安全感|知晓率|参与率|认可度|好评率|人均|户均|年均|年?收入|总?[人户]?数|数量|比例"
)
LONGEST_VERB = 5
# 巴图、乌兰等4个嘎查: those whom no mention names act as well.
SEVERAL = re.compile(
    "(?!会同|联合|协同|[对把将向由在与和同])[一-龥“”]{2,12}(?:、[一-龥“”]{2,12})+等[0-9一二两三四五六七八九十多余]+[个家名位户所][一-龥]"
)
# 以支部为核心，党员群众为先锋: nobody acts there.
PARALLEL, PARALLEL_REACH = re.compile("以[^，。；：]{1,16}为[^，。；：]{1,8}[，、][^，。；：]{1,8}为"), 30
# 石桥村61岁的果农李华: how old he is stands before what he is.
AGE = "(?:今年|现年)?[0-9]{2}多?岁的?"
# 村民叫它“轮渠法”, 群众管这叫“轮渠法”: they only call it so, and what they speak of goes on.
CALLS = re.compile(
    "[^，。；：]{0,4}?(?:[把将管给对][^，。；：“”]{1,8}?)?(?:[叫唤]|[戏美誉]?称|取名|起名)[作做为它成之名]{0,3}“"
)
POINTS = frozenset("该这")
# 这家老厂, 该店: what the text has named in words that no mention holds.
POINTED = (
    "[老小新大民国企工药酒茶纺织食品]{0,3}(?:厂|店|社|校|院|馆|场|站|行|工厂|企业|公司|机构|单位|园子|作坊|门店)"
    "(?![的区户村镇])"
)
# First characters of prepositions: what they open is no act of anybody's.
LEADS = frozenset("在以随为自从经通依按根由对于到借凭围沿作当如针有据")


@dataclass(frozen=True, slots=True)
class Openers:
    """The words that may stand before a subject, and the groups of people who act without a name."""

    light: re.Pattern[str]
    light_starts: frozenset[str]  # first characters: most clauses begin with none of them
    crowd: re.Pattern[str]
    crowd_starts: frozenset[str]
    role: re.Pattern[str]
    pointed: re.Pattern[str]  # 该公司, 这家企业: a body that the text has named
    tells: re.Pattern[str]  # 介绍，…: what stands behind a person who only tells something
    governing: frozenset[str]  # verbs, adverbs, prepositions: a sentence that opens with one goes on about the same
    lengths: Mapping[str, Sequence[int]]  # of these, by their first character
    topics: TopicWords

    def skip(self, text: str, span: Span) -> int:
        """Where the words end that open a clause and are not yet its subject.

        >>> from kg.match.rulebook.rules import load_rules
        >>> compile_openers(load_rules()).skip("2024年以来，青石镇推行河长制", Span(0, 15))
        8
        """
        if text[span.start : span.start + 1] not in self.light_starts:
            return span.start
        match = self.light.match(text, span.start, span.end)
        return match.end() if match else span.start

    def governs(self, text: str, at: int) -> bool:
        """Whether a verb, adverb or preposition stands at a place."""
        governing = self.governing
        return any([text[at : at + n] in governing for n in self.lengths.get(text[at : at + 1], ())])

    def acts(self, text: str, span: Span) -> bool:
        """Whether a stretch opens with what somebody does: 推行…, but not 在…, 随着…."""
        at = self.skip(text, span)
        return text[at : at + 1] not in LEADS and self.governs(text, at)

    def goes_on(self, text: str, span: Span) -> bool:
        """Whether a stretch opens without a subject of its own: 同时, 推行…"""
        at = self.skip(text, span)
        return at > span.start or self.governs(text, at)

    def another_acts(self, text: str, start: int, end: int) -> bool:
        """Whether somebody acts whom no mention names: 村民, 广大党员; 该基地, which nobody knows."""
        if text[start : start + 1] in POINTS and self.pointed.match(text, start, end):
            return True
        if text.find("等", start, end) > 0 and SEVERAL.match(text, start, end) and not self.governs(text, start):
            return True
        crowd = self.crowd.match(text, start, end) if text[start : start + 1] in self.crowd_starts else None
        if crowd is None or CALLS.match(text, crowd.end(), end):
            return False
        return PARALLEL.search(text, max(0, start - PARALLEL_REACH), min(end, start + PARALLEL_REACH)) is None


def compile_openers(rules: Rules) -> Openers:
    """The word lists `openers`, `crowds` and `roles` as regular expressions."""
    openers, crowds = rules.words.get("openers", ()), rules.words.get("crowds", ())
    governing = frozenset((*rules.words.get("boundaries", ()), *rules.words.get("verbs", ())))
    lengths: dict[str, set[int]] = {}
    for word in governing:
        if len(word) <= LONGEST_VERB:
            lengths.setdefault(word[0], set()).add(len(word))
    return Openers(
        re.compile(f"(?:{_either(openers)}|{TIME}|[{MARKS}])*"),
        frozenset({*(word[0] for word in openers), *TIME_STARTS, *MARKS}),
        re.compile(
            f"(?:{'|'.join(MANY)}|[{NUMBERS}]+[名位家户个])?(?:{_either(crowds)})(?:们|代表)?(?![的、和与等党委们]|自[治发]|{COUNTED})"
        ),
        frozenset({*(word[0] for word in (*crowds, *MANY)), *NUMBERS}),
        re.compile(f"{AGE}[一-龥“”、]{{0,10}}|[一-龥“”、]{{0,12}}(?:{_either(rules.words.get('roles', ()))})”?"),
        re.compile(
            f"(?:该|这[家个座所处片])(?:{_either(row[0] for row in rules.tables.get('body_anaphors', ()))})(?!区)"
            f"|(?:该|这[家个座所处片])(?:{POINTED})"
        ),
        re.compile(f"[^，。；“”]{{0,6}}?(?:{_either(rules.groups.get('说', ()))})[^，。；“”]{{0,4}}?(?=[，：。])"),
        governing,
        {first: sorted(some) for first, some in lengths.items()},
        compile_topic_words(rules.tables),
    )


def _either(words: Iterable[str]) -> str:
    return one_of(words) or "(?!)"
