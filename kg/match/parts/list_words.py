"""Word lists in, what stands at the edges of lists and is no part of them, ready to be asked, out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.match.rulebook.lexicon import Lexicon
from kg.match.rulebook.rule_types import Rules
from kg.match.rulebook.word_kinds import by_kind
from kg.match.shorthand.shorthand import NUMBER, Shorthand, longest_first

# 定期召开联席会、参加恳谈会: such a verb is a member's own.
OF_MEETINGS = frozenset(("召开", "举行", "召集"))


# 以甲、乙为主要内容的“两联”, 甲、乙，形成“两联”: what stands between a list and the name that it comes before.
NAMED_BY = re.compile(
    "(?:为(?:主要)?[一-鿿]{2}的?|相结合的|[组构]成的|的(?:(?:做法|经验|办法|方法)(?:概括|归纳|总结|提炼|凝练)为)?"
    "|[，（][一-鿿]{0,4}?(?:简称|统称|合称|俗称|称作|叫[做作]|称为|(?:概括|归纳|总结|提炼|凝练)为|即|这就是|形成|推行|建立|构建"
    "|探索|总结出|打造|落实)了?)$"
)

# 各司其职 is no piece of a word; 同步 may be.
IDIOM = 4


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words round a list: what governs it, what sums it up, what follows it."""

    lead_ins: Lexicon
    governing: frozenset[str]
    verbs: frozenset[str]
    aftermath: re.Pattern[str]
    of_all: re.Pattern[str]
    together: re.Pattern[str]  # those of of_all that end a list wherever they stand
    counted_tail: re.Pattern[str]
    counting: re.Pattern[str]
    shorthand: Shorthand
    actors: frozenset[str]  # 党员学习在前、服务在前: who does all of it is no part of the first member
    nouns: tuple[str, ...]  # 信息化建设: verbs that end a noun as often as they govern one
    done_to_all: tuple[str, ...]  # 对人员、财务实行“两统一”
    fields: tuple[str, ...]  # 廉政教育入脑、入耳: whose deed the member tells
    crews: tuple[str, ...]  # 党员牵头: who works there
    working: tuple[str, ...]  # “河湾经验”工作法: what a way of working is called
    adopting: tuple[str, ...]  # 健全党员值守、村医巡诊的“…”模式: what brings a way of working in


def compile_list_words(rules: Rules, shorthand: Shorthand) -> ListWords:
    """Make the word lists ready to be asked."""
    words, groups, some = rules.words, rules.groups, by_kind(rules.tables["list_words"])
    governing = frozenset((*words["lead_ins"], *groups["推行"], *groups["建立"], *groups["实施"])) - OF_MEETINGS
    measures = "|".join(longest_first(words["measures"]))
    return ListWords(
        Lexicon(governing),
        governing,
        governing | frozenset(words["verbs"]) | frozenset(words["boundaries"]),
        re.compile("|".join(map(re.escape, longest_first(words["aftermath"])))),
        re.compile("|".join(map(re.escape, longest_first(words["of_all"])))),
        re.compile("|".join(map(re.escape, longest_first(w for w in words["of_all"] if len(w) >= IDIOM)))),
        re.compile(
            rf"(?:这|共)?(?P<number>{NUMBER})(?:(?:{measures})[^、，“”]{{0,8}}|(?:部分|方面|板块|要素)|[方人者样]|家(?:[一-龥]{{2,4}})?)$"
        ),
        re.compile(rf"(?P<number>{NUMBER})(?:{measures})"),
        shorthand,
        frozenset(some["actor"]),
        some["noun"],
        some["all"],
        some["field"],
        some["crew"],
        some["working"],
        groups["推行"],
    )
