"""The word list `topic_words` in, the wordings by which a clause says of whom it speaks out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.word_kinds import by_kind


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The wordings, as regular expressions."""

    this_way: re.Pattern[str]  # 该机制, 这一做法
    measured: re.Pattern[str]  # 网格党小组建成率达87.5%: the body is what is measured
    people: re.Pattern[str]  # 青石镇的村民种起了…: what the people of a place do is done there
    lies: re.Pattern[str]  # 位于白河村的制茶厂: what a clause is about stands behind where it lies
    taken: re.Pattern[str]  # 青石镇引进的恒远公司: what a place has done with a body
    sends: re.Pattern[str]  # 水利局派出党员李华: what a body has done with a person
    known: re.Pattern[str]  # 云岭县最大的茶企: what a place says of a body
    beside: re.Pattern[str]  # 黄河东岸的青石镇
    leads: re.Pattern[str]  # 由县教育局牵头，会同…
    describes: re.Pattern[str]  # 地处山区的石桥村推行…: words like verbs that only say which place it is
    chairs: re.Pattern[str]  # 镇党委书记任组长，: a clause that only says who leads a group


def compile_topic_words(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> TopicWords:
    """The table of topic words as patterns."""
    some = {kind: f"(?:{one_of(words)})" for kind, words in by_kind(tables["topic_words"]).items()}
    return TopicWords(
        re.compile(f"(?:该|这一|此|这个|这种|这项){some['way']}"),
        re.compile(f"[一-龥]{{0,8}}?(?:(?<![表草轻坦直真])率(?![先领队众部])|{some['measure']})"),
        re.compile(
            f"(?:广大|众多|不少|许多|很多)?(?:[茶果菜蚕药烟蔗棉花瓜稻粮]农|{some['folk']})们?(?![的、和与等代个])"
        ),
        re.compile(f"{some['lie']}[^，。；、“”0-9]{{0,8}}?"),
        re.compile(
            f"(?:今年|去年|近年来?|[0-9]{{4}}年|新|率先|全资|自主|共同|联合|先后)*{some['take']}[一-鿿0-9.]{{0,14}}的"
        ),
        re.compile(f"(?:先后|专门|又)?{some['take']}"),
        re.compile(f"(?:最[大小早好高多强]|首[个家座条支]|{some['known']})[一-鿿]{{0,4}}的"),
        re.compile(f"[东西南北]{{0,2}}(?:[岸畔麓侧部缘坡]|{some['side']})的"),
        re.compile(f"(?:负责)?{some['lead']}(?=，|负责)"),
        re.compile(
            f"(?:[这此本][次轮批回]|最[早先]|首[个批家]|第一[个批家]|[有以因刚曾]|{some['describe']})[^，。；：]{{0,18}}的"
        ),
        re.compile(
            "(?:亲自|分别|共同|均|都|同时)?(?:担任|兼任|出任|任|为|当)“?(?:[双总副正第一常务执行]{0,6})"
            f"{some['chair']}(?:、[双总副正第一常务执行]{{0,6}}{some['chair']})*”?(?=[，。；]?$)"
        ),
    )
