"""The word list `name_words` in, the words that stand round or in names out, by what they do there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.match.rulebook.word_kinds import by_kind


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words round names, by what they do there."""

    apart: frozenset[str]  # 北山水库库区: behind the name of a house these are no part of it
    there: frozenset[str]  # 北山水库大厅, 北山水库一带: where somebody is who is at a house
    lately: frozenset[str]  # 目前青禾已投产: right before a brand
    traits: frozenset[str]  # 富硒茶业, 林下菌业: rare in the dictionary, and no brand
    wide: frozenset[str]  # 全国农民技能大赛: a contest of so many is one
    works: tuple[str, ...]  # 龙王庙水库: what bears a name that the dictionary takes for somebody's
    grounds: tuple[str, ...]  # 团结水库, 和平广场: what bears a name that many villages have
    farms: frozenset[str]  # 王家岭茶场: a firm that bears such a name
    sites: frozenset[str]  # 铁机小区改造: what an undertaking is done to has a name of its own
    teams: frozenset[str]  # 工作队: a team that anybody sets up
    bettering: frozenset[str]  # 培育, 改造: what these govern is made better or chosen, and need not be new
    raw: frozenset[str]  # the dictionary tags some of them as nouns: 原料
    fostered: frozenset[str]  # 培育发展枸杞: what is done with a crop
    raising: frozenset[str]  # 农户发展辣椒产业: nor are these in the name of a trade
    fostering: frozenset[str]  # 培育家庭农场15家: what a place does with its farms and co-operatives
    growers: frozenset[str]  # 园区西红柿总产量: whose it is
    days: frozenset[str]  # 八一小学: what houses, schools and teams are called after
    tasks: frozenset[str]  # 重点工作推进领导小组: there 重点 is no adverb
    becoming: frozenset[str]  # “清水”工程纳入民生实事, 对车棚进行改造: what it is made, or that it is done
    mending: frozenset[str]  # 县水利局创新机制: with no more than a last word behind it the verb is what somebody does
    guiding: frozenset[str]  # 有关部门指导石桥小学: what those do whom no name tells apart
    unnamed: frozenset[str]  # those whom no name tells apart: 部门
    firsts: frozenset[str]  # 全县首家共享书房: no part of the name
    ages: frozenset[str]  # the dictionary takes 老年 for a time
    carrying: frozenset[str]  # 法庭积极开展活动: of what is carried out it is no part
    driving: frozenset[str]  # 甘肃推进全民健身提升工程: what a place does with its undertaking
    manners: frozenset[str]  # 云岭县统筹推进老旧小区改造: how a place does it, between its name and the verb
    builders: tuple[str, ...]  # 中铁第九勘察设计院: the dictionary cuts 中|铁 in two
    surveys: tuple[str, ...]  # 省地质局第三地质大队: whose teams are numbered
    farming: tuple[str, ...]  # 林果种植: what ends so is grown
    sent: frozenset[str]  # 对口帮扶大埔县工作组: who is sent to a place is called after it
    kinds: tuple[str, ...]  # 老字号|龙泉茶厂: of what kind it is, before its name
    branches: frozenset[str]  # 企业青年党支部 is the party's body in one
    spots: tuple[str, ...]  # 村务公开栏, 林长制办公室: what hangs or sits somewhere is no way of working
    jointly: tuple[str, ...]  # 共建的研发中心 is what the bodies before it founded
    built: tuple[str, ...]  # 年产20万吨有机肥项目: what it yields tells it from the others
    undertaken: tuple[str, ...]  # 老旧小区改造项目 is the programme 老旧小区改造; longest first
    sending: tuple[str, ...]  # 农业农村部下发, 建筑学院派来: the dictionary sees 部下 and 学院派 there
    offices: tuple[str, ...]  # the branch of a bank or a court is in a place that stands behind the bank's own name
    bureaus: tuple[str, ...]  # 冠县公安局梁堂派出所: what has posts in the places of its district
    posts: tuple[str, ...]  # and what these are
    serving: frozenset[str]  # 任省政协主席: what says that somebody serves a body
    purposes: frozenset[str]  # 在云岭县扶贫产业园内: a word that only says what for governs nothing
    zones: frozenset[str]  # 在治理区建设调节坝: who or what a word means that builds it
    building: frozenset[str]  # and that it does so
    firms: frozenset[str]  # 龙头企业云岭果业有限公司: the kind before the place is no part of the name
    sides: frozenset[str]  # 辽宁队, 中国女排: a side is called by its place
    ranks: tuple[str, ...]  # 世界级产业集群, 党建引领产业发展: how a trade fares, and not what is made
    fields: frozenset[str]  # 福鼎市茶园: what any place has, and no house of its own
    pastimes: frozenset[str]  # 文化节: what any place has a festival of
    going: frozenset[str]  # 来到石院里·共富工坊: behind these a place is named, and no name holds one
    abstract: frozenset[str]  # 学习、实践、服务三大平台: no list names the houses


def compile_name_words(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> NameWords:
    """The table of name words as sets, and as the ends that text is held against.

    >>> from kg.match.rulebook.rules import load_rules
    >>> "目前" in compile_name_words(load_rules().tables).lately
    True
    """
    some = by_kind(tables["name_words"])
    return NameWords(
        apart=frozenset(some["apart"]),
        there=frozenset(some["there"]),
        lately=frozenset(some["lately"]),
        traits=frozenset(some["trait"]),
        wide=frozenset(some["wide"]),
        works=some["works"],
        grounds=(*some["works"], *some["ground"]),
        farms=frozenset(some["farm"]),
        sites=frozenset(some["site"]),
        teams=frozenset(some["team"]),
        bettering=frozenset(some["better"]),
        raw=frozenset(some["raw"]),
        fostered=frozenset(some["foster"]),
        raising=frozenset(some["raise"]),
        fostering=frozenset((*some["raise"], *some["support"])),
        growers=frozenset(some["grower"]),
        days=frozenset(some["day"]),
        tasks=frozenset(some["task"]),
        becoming=frozenset((*some["become"], *some["light"])),
        mending=frozenset(some["mend"]),
        guiding=frozenset(some["guide"]),
        unnamed=frozenset(some["unnamed"]),
        firsts=frozenset(some["first"]),
        ages=frozenset(some["age"]),
        carrying=frozenset(some["carry"]),
        driving=frozenset((*some["carry"], *some["drive"])),
        manners=frozenset(some["manner"]),
        builders=tuple(some["builder"]),
        surveys=tuple(some["survey"]),
        farming=some["farming"],
        sent=frozenset(some["sent"]),
        kinds=some["kind"],
        branches=frozenset(some["branch"]),
        spots=some["spot"],
        jointly=some["jointly"],
        built=some["built"],
        undertaken=tuple(sorted(some["undertaken"], key=len, reverse=True)),
        sending=some["send"],
        offices=some["office"],
        bureaus=some["bureau"],
        posts=some["post"],
        serving=frozenset(some["serve"]),
        purposes=frozenset(some["purpose"]),
        zones=frozenset(some["zone"]),
        building=frozenset(some["build"]),
        firms=frozenset(some["firm"]),
        sides=frozenset(some["side"]),
        ranks=some["rank"],
        fields=frozenset(some["field"]),
        pastimes=frozenset(some["pastime"]),
        going=frozenset(by_kind(tables["place_signs"])["go"]),
        abstract=frozenset(some["abstract"]),
    )
