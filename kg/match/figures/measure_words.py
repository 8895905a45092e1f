"""The word list `measure_words` in, the words that stand round what is measured out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.match.rulebook.alternation import one_of, opened_by
from kg.match.rulebook.word_kinds import by_kind

# In 在群体中发展党员 and 累计发展党员 what is part of a noun elsewhere can only be a verb.
LATE = "(?:(?<=[中后里])|已|共|累计|先后|新|再|又|均|都|还|也|可|将|能|陆续|相继|积极|成功)"
PARTICLES = "因由在对向给把被将以为达是使让令从到并均都已"
# The article's own place where a clause opens with it: no part of what is measured.
HOMES = "全该我咱本各当县市村乡镇区"
HOME = (
    "(?:(?:[全该我本各]|我们|咱们?)(?:省|市|县|区|乡|镇|村|街道|社区|州|旗|国|场|师|团|域)|当地|[县市村乡镇区]里)"
    "(?![级直])"
)
# 网格党小组建成率, 办结率, 参与度: a verb with such a suffix is part of a noun.
SUFFIX = "率度力量额费者员型性感值点数外"


class Wordhood(Protocol):
    """Who knows words: asked only where a cut may run through one."""

    def frequency(self, word: str) -> int:
        """How common a word is; 0 if it is none."""

    def cut(self, text: str) -> Sequence[tuple[str, str]]:
        """The words of a stretch of text, each with its tag."""


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """The words that stand round what is measured, by what they do there."""

    links: frozenset[str]
    link_ends: frozenset[str]
    leads: re.Pattern[str]
    verbs: re.Pattern[str]
    openers: frozenset[str]
    starts: re.Pattern[str]  # what no noun phrase begins with
    stops: re.Pattern[str]  # what none goes on with
    deeds: re.Pattern[str]
    tails: re.Pattern[str]  # what is measured ends with these
    tail_words: tuple[str, ...]
    growth: re.Pattern[str]  # 同比增长, 比全省高: what compares a figure with the one before
    growth_ends: frozenset[str]
    grown: re.Pattern[str]
    shifts: re.Pattern[str]
    closes: re.Pattern[str]  # 30万元门槛, 百亿元大关: what only rounds an amount off
    nouns: Mapping[str, str]  # 卖 → 卖出: verbs of one character as what was measured
    fates: re.Pattern[str]  # 归村集体, 用于分红: what becomes of a share
    actors: re.Pattern[str]  # 社区|投入, 公司|投资: the noun of who acts, before what is done
    turns: re.Pattern[str]  # 党员|联系群众: a verb behind those who act
    served: re.Pattern[str]  # 为农户|送去化肥: for whom it is done, before what is done
    spending: frozenset[str]  # 投入45万元改造6座危桥: what it was spent on stands behind
    paid: tuple[str, ...]  # 年底还分到2380元红利: what somebody gets
    rest: frozenset[str]  # 其余9000亩为茶园: what is left over; behind it stands what it is
    levels: tuple[str, ...]  # 省级9家: the same of a level; longest first
    paces: frozenset[str]  # 增幅达到8.75%: how fast what stands before has grown
    solving: frozenset[str]  # 解决3.1万人的饮水问题: what was done away with stands behind
    averages: tuple[str, ...]  # 参保的112户平均领款3700元: no noun of what is counted
    settlements: tuple[str, ...]  # 辖14个行政村、2个社区，2.9万人: who lives there
    extents: tuple[str, ...]  # 6.7平方公里范围内: the extent is no thing that has a size
    owning: frozenset[str]  # 占地120亩的物流园: what is behind owns what is measured
    having: frozenset[str]  # 共有4个村: that somebody has them is not what is measured
    reaching: frozenset[str]  # 实现合格率98%: that it is reached is no part of what is measured
    putting_up: frozenset[str]  # 群众筹资20万元: of those whom no name tells apart it is said whose money it is
    wordhood: Wordhood


def compile_measure_words(tables: Mapping[str, Iterable[tuple[str, ...]]], wordhood: Wordhood) -> MeasureWords:
    """The table of measure words as patterns."""
    some = by_kind(tables["measure_words"])
    verbs, openers, deeds = some["verb"], some["opener"], some["deed"]
    ambivalent = {row[0] for row in tables.get("ambivalent", ())} | set(openers)
    stops = {row[0] for row in tables.get("boundaries", ()) if len(row[0]) > 1} - ambivalent | set(some["stop"])
    govern = [*verbs, *(word for word in some["link"] if len(word) > 1)]
    opening = [*govern, *some["adverb"]]
    # 水库加固, 公路改造: a house does nothing.
    acting = (row[0] for row in tables["body_anaphors"] if row[1:] != ("bare", "Facility"))
    actors = [*acting, *(row[0] for row in tables["way_anaphors"]), "社区", "街道"]
    grown = one_of(some["growth"])
    served = one_of(row[0] for name in ("crowds", "person_nouns") for row in tables[name])
    return MeasureWords(
        frozenset(some["link"]),
        frozenset(word[-1] for word in some["link"]),
        re.compile(
            f"{opened_by([*verbs, *openers, *HOMES, *some['lead']])}"
            f"(?:(?P<verb>{one_of([*verbs, *openers])})|{HOME}|{one_of(some['lead'])})"
        ),
        re.compile(
            f"{opened_by([*verbs, *openers, *'已共累先新再又均都还也可将能陆相积成'])}(?<![年月日均])"
            f"(?:{one_of(verbs)}|{LATE}(?:{one_of(openers)}))(?:了|过|起|出)?(?![{SUFFIX}])"
        ),
        frozenset(openers) - frozenset(verbs),
        re.compile(f"{opened_by([*opening, *PARTICLES])}(?:(?:{one_of(opening)})(?![{SUFFIX}])|[{PARTICLES}])"),
        re.compile(
            f"{opened_by([*govern, *stops, *deeds, *PARTICLES])}"
            f"(?:(?:{one_of([*govern, *stops])})(?![{SUFFIX}])|(?<=[户民员众工人农师生者女属士匠商])(?:{one_of(deeds)})"
            f"|[{PARTICLES}])"
        ),
        re.compile(f"{opened_by(deeds)}(?:{one_of(deeds)})(?!大?户|人员|基地|中心|[{SUFFIX}])"),
        re.compile(f"{opened_by(some['tail'])}(?:{one_of(some['tail'])})$"),
        tuple(sorted(set(some["tail"]))),
        re.compile(
            f"(?:同比|环比|同期|相比|比较|与[^，]{{2,8}}?(?:相比|比较)|(?:比|较)[^，]{{1,10}}?|年均|分别|实际|又|再|均|都|累计|净|名义|平均|约|就|共)*(?:{grown})(?:了|至|到|约)*"
            f"|(?P<against>(?:比|较)[^，]{{1,12}}?(?:高|低|快|慢|多|少)(?:出|了)?|(?:高于|低于|快于|优于|好于|高出|低出)[^，]{{1,12}})"
        ),
        frozenset(word[-1] for word in some["growth"]) | frozenset("了至到约高低快慢多少出"),
        re.compile(f"(?:同比)?(?:{grown})$"),
        re.compile(f"(?:{one_of(some['shift'])})了?(?:至|到|为|成)?"),
        re.compile(f"(?:{one_of(some['close'])})"),
        {verb: noun for verb, noun in tables["short_verbs"]},
        re.compile(f"(?:{one_of(some['fate'])})"),
        re.compile(
            f"(?:{one_of(actors)}|(?![他她它我咱你人])[一-鿿]{{1,4}}?们)"
            f"(?=累计|先后|已经|(?:共|已|又|还|每年)*(?:{one_of([*verbs, *openers])})了?(?![{SUFFIX}]))"
        ),
        re.compile(f"{opened_by(openers)}(?<=[户民员众工人农师生者])(?:{one_of(openers)})(?![{SUFFIX}])"),
        re.compile(
            "(?:帮助|协助|[为给替帮])(?:[0-9]*余?多?[个名位户]|全[县市区镇乡村]|广大|所有|当地|本地|周边|周围|附近|辖区|沿线|[困特]困|独居|空巢|高龄|贫困)*"
            f"(?:每[个户名位]?(?:{served}|[县镇乡村组户人])|{served})(?=[一-鿿]{{2}})(?!小组|委员|代表|之家|自治|户数|的)"
        ),
        spending=frozenset(some["spend"]),
        paid=some["pay"],
        rest=frozenset(some["rest"]),
        levels=tuple(sorted(some["level"], key=len, reverse=True)),
        paces=frozenset(some["pace"]),
        solving=frozenset(some["solve"]),
        averages=some["average"],
        settlements=some["settlement"],
        extents=some["extent"],
        owning=frozenset(some["own"]),
        having=frozenset(some["have"]),
        reaching=frozenset(some["reach"]),
        putting_up=frozenset(some["fund"]),
        wordhood=wordhood,
    )
