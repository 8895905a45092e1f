"""The word list `way_words` in, the wordings that stand round ways of working out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.signs import Sought
from kg.match.rulebook.word_kinds import by_kind

# 规模提质、补链强链: members of four characters each.
SAID = "(?P<said>[一-龥]{4}(?:、[一-龥]{4}){1,5})"
# 便民、公开、高效: of two or three characters at least three.
SHORT_SAID = "(?P<said>[一-龥]{2}(?:、[一-龥]{2}){2,5}|[一-龥]{3}(?:、[一-龥]{3}){2,5})"

# 支部把方向、村委抓落实、群众齐参与: longer ones of one length, at least three.
LONG_SAID = "(?P<said>" + "|".join(f"[一-龥]{{{n}}}(?:、[一-龥]{{{n}}}){{2,6}}" for n in (5, 6, 7)) + ")"

GOALS = "(?:工作|总体|基本|发展|管理|运营|建设|治理)?"

# 自治、法治、德治, and what makes one whole of them.
MEMBERS = "(?P<said>[一-龥]{2,6}?(?:、[一-龥]{2,6}?){1,5}?)"
TIES = (
    "(?:有机|深度)?(?:相?结合|相?融合|相统一|相衔接|并重|并举|一条龙式?)的?[一-龥]{0,10}?"
    "(?:体系|机制|模式|格局|制度)(?![一-龥])"
)


@dataclass(frozen=True, slots=True)
class WayWords:
    """The wordings, as regular expressions and sets."""

    routes: tuple[Sought, ...]  # 以…为基本路径, 按照…原则: what a place goes by
    taken: Sought  # 采取…等形式
    single: Sought  # 通过村企联营的模式: one way, of four characters
    tied: Sought  # 健全自治、法治、德治相结合的体系: several that work as one
    built: Sought  # 建立…的工作机制: what is set up
    levelled: re.Pattern[str]  # …一贯到底的三级架构: the whole whose levels a chain counts
    whole: re.Pattern[str]  # “甲、乙”的多方共赢格局: the whole behind more words than a name has
    allsided: frozenset[str]  # adverbs that only say how many take part, or how it is done
    trouble: re.Pattern[str]  # “三多三少”的治理困境: what is amiss
    said: frozenset[str]  # “小事不出村”的治理目标: an aim or a state, and no undertaking called 治理
    figure: re.Pattern[str]  # 擦亮“红旅木塔”名片: a figure of speech
    meeting: re.Pattern[str]  # “屋场恳谈会”: a meeting that is called by what is done at it
    practising: frozenset[str]  # 深化“结对帮带”工作
    fair: frozenset[str]  # 公平、公正、公开的原则 is everybody's
    spelling: frozenset[str]  # “五治”融合: said of a shorthand alone

    @property
    def said_so(self) -> tuple[Sought, ...]:
        """The wordings that name a way of working by what it is."""
        return *self.routes, self.taken, self.single, self.tied, self.built


def compile_way_words(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> WayWords:
    """The table of way words as patterns."""
    kinds = by_kind(tables["way_words"])
    some = {kind: one_of(words) for kind, words in kinds.items()}
    return WayWords(
        (
            Sought(f"以{SAID}为(?:基本|主要|核心|根本|总)?(?:{some['route']})(?![一-龥])"),
            Sought(f"(?:{some['keep']})了?{SHORT_SAID}的?(?:工作|总体|基本|发展|管理)?原则"),
            Sought(f"(?:{some['keep']})了?{SAID}的?{GOALS}(?:原则|思路)"),
            Sought(f"(?:{some['keep']})了?(?:{SAID}的{GOALS}(?:格局|机制|模式|路径))(?![一-龥])"),
            Sought(f"(?:{some['keep']})了?{LONG_SAID}的{GOALS}(?:原则|思路|格局|机制|模式|路径)(?![一-龥])"),
        ),
        Sought(
            f"(?:{some['take']})(?:了|出)?(?P<said>[一-龥]{{4,6}}(?:、[一-龥]{{4,6}}){{1,5}})(?:等|的)(?:{some['manner']})"
        ),
        Sought(f"(?:{some['by']})了?(?P<said>[一-龥]{{4}})的(?:{some['trade']})?模式(?![一-龥])"),
        Sought(f"(?:{some['found']})(?:健全)?[了起出]?(?:[一-龥]{{2,8}}的)?{MEMBERS}{TIES}"),
        Sought(f"(?:{some['found']})(?:健全)?[了起出]?{SAID}的[一-龥]{{0,8}}?(?:{some['whole']})(?![一-龥])"),
        re.compile(f"[^，。；、：！？“”]{{0,10}}?[二两三四五六七八九]级[^，。；、：！？“”]{{0,8}}?(?:{some['whole']})"),
        re.compile(f"的[^，。；、：！？“”的]{{2,16}}?(?:{some['whole']})(?![一-龥])"),
        frozenset(kinds["allsided"]),
        re.compile(f"(?:的[^，。；、：！？“”的]{{0,6}}?)?(?:{some['trouble']})"),
        frozenset((*kinds["aim"], *kinds["trouble"])),
        re.compile(f"(?:金|新|亮|红色|绿色|文化|靓丽)*(?:{some['figure']}|新?颜)|[绘绽谱奏添][新就放写响]"),
        re.compile(
            "(?!村民|居民|村居|乡贤|党员|妇女|代表|家长)"
            f"[一-龥]{{0,4}}(?:[晒议谈说评讲听碰][一-龥]|{some['meeting']})会"
        ),
        frozenset(kinds["practise"]),
        frozenset(kinds["fair"]),
        frozenset(kinds["spell"]),
    )
