"""The word list `owner_words` in, the wordings by which a clause says of whom its figures speak out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.word_kinds import by_kind

NUMBER = "(?:[0-9]+|[一二三四五六七八九十百]+)"
NOUNS = "户园业率地"  # 种植户, 建设用地
# 小哥们, 志愿者们: many, none of whom is named
CROWD = "(?![他她它我咱你人])[一-鿿]{1,4}?们(?=[一-鿿0-9])"
AGO = "[0-9一二两三四五六七八九十]+(?:年|个月)多?(?:[来间里])?"
# 投产以来, 运营两年多来, 开业头三个月, 开放后
SOME = "[0-9一二两三四五六七八九十半几]+"
PAST = (
    f"(?:以来|至今|[之以]?后|(?:[近才仅]|短短|刚刚?|不到|已|满)*{SOME}多?(?:年|个?月|天|周)多?(?:以?来|里|间|时间|[之以]?后)?"
    f"|的?[头首前第](?:{SOME})?个?[年月天周季](?:[里内])?)"
)
# 建成产业园，整个园区占地90亩: it is spoken of by its kind.
ITSELF = "(?:整个|全)?(?:园区|厂区|景区|基地|项目)?"
# 新增2000个学位, 补植复绿面积达410亩, 平均等候时间: what a works has room for, and how it works.
ROOM = (
    "新增[^，。；]{0,8}(?:学位|床位|车位|泊位|座位|餐位|产能|装机|库容|客房|展位|摊位)"
    "|(?!村民|农民|群众|居民|农户|人均|户均|全)[一-鿿]{0,6}"
    "(?:面积|[产销]量|能力|时间|时长|使用率|入住率|利用率)(?:达|为|约|由|从|不|超|突破|[0-9])"
)


@dataclass(frozen=True, slots=True)
class OwnerWords:
    """The wordings, as regular expressions."""

    shared: re.Pattern[str]  # in somebody's own words these speak of the place or body, and not of himself
    not_called: re.Pattern[str]  # 企业家, 合作社员, 中心城区: the word is the beginning of another one
    enters: re.Pattern[str]  # 走进X, 在X里: a clause that says only where
    inside: re.Pattern[str]
    process: re.Pattern[str]  # 在X建设中, 在X的支持下: no scenes
    governed: re.Pattern[str]
    holds: re.Pattern[str]  # 镇党委下设…: it owns what is counted
    kind: re.Pattern[str]  # 县属国企X: what says of which kind a body is
    owns: re.Pattern[str]  # X的…, X境内…: what is measured there is X's
    not_owning: re.Pattern[str]
    leads: re.Pattern[str]  # 由县委牵头: who leads is not who does it
    folk: re.Pattern[str]  # the people and means of a place, and whoever is 像她这样
    aids: re.Pattern[str]  # 帮助该村建设…: what those do who are made to act
    founds: re.Pattern[str]
    offers: re.Pattern[str]  # 推出“兴农贷”: whom a loan or insurance reaches, and with how much, is its own
    product: re.Pattern[str]
    this_thing: re.Pattern[str]  # 这条排水沟: what was just shown
    builds: re.Pattern[str]
    made: re.Pattern[str]  # what is said of the size and use of what was just built
    opened: re.Pattern[str]  # what is said of a works that was opened
    worked: re.Pattern[str]  # what is said of a team that was just formed
    resumes: re.Pattern[str]  # what the founder goes on to do
    begins: re.Pattern[str]
    runs: re.Pattern[str]  # 投产以来, 开业头三个月
    compared: re.Pattern[str]  # 同比增长…, …的占…: the figure before is spoken of


def compile_owner_words(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> OwnerWords:
    """The table of owner words as patterns."""
    some = {kind: one_of(words) for kind, words in by_kind(tables["owner_words"]).items()}
    return OwnerWords(
        re.compile(some["shared"]),
        re.compile(f"(?!门诊|化解)(?:{some['longer']})"),
        re.compile(f"(?:[一二三四五六]是(?:位于|在)?|{some['enter']})(?:{some['lie']})?"),
        re.compile(f"(?:的?[一-鿿]{{0,6}})?(?:{some['side']})|的?[一-鿿]{{0,2}}(?:{some['spot']})"),
        re.compile(some["process"]),
        re.compile(f"{some['act']}|[^，]{{2,}}的基础"),
        re.compile(some["hold"]),
        re.compile(f"[一-鿿]{{0,10}}(?:{some['kind']})"),
        re.compile(f"的(?=[一-鿿0-9])|{some['within']}"),
        re.compile(f"的[一-鿿]{{0,4}}(?:{some['help']})"),
        re.compile(f"[一-鿿]{{0,4}}(?:{some['lead']})"),
        re.compile(
            f"[全这各]?{NUMBER}个(?:行政|自然)?(?:{some['settlement']})(?!级)|(?:{some['folk']})(?!满意|知晓)|{CROWD}"
        ),
        re.compile(f"(?:{some['aid']})$"),
        re.compile(some["found"]),
        re.compile(some["offer"]),
        re.compile(f"(?:{some['product']})$"),
        re.compile(f"[这那该]一?(?:{some['shown']})"),
        re.compile(some["build"]),
        re.compile(f"{ITSELF}(?:{some['since']}|{AGO})*(?:(?:{some['serve']})(?!中心|站)|{some['size']}|{ROOM})"),
        re.compile(f"{ITSELF}[已共]?(?:{some['since']}|{AGO})*(?:{some['serve']}|{some['size']}|{some['run']}|{ROOM})"),
        re.compile(f"[已共]?(?:{some['since']}|{AGO})*[现共]?有?(?:{some['team']})"),
        re.compile(f"[已共]?(?:{some['since']}|{AGO})*(?:{some['resume']})(?![{NOUNS}]|面积|规模)"),
        re.compile(some["begin"]),
        re.compile(f"(?:正式|全面|建成|试)?(?:{some['start']})(?:迎客)?{PAST}"),
        re.compile(
            "同比|环比|[比较](?:上年|去年|前年|[0-9]{4}年)|其中[^，]{0,8}占|[^，。；]{2,14}的(?:共|也)?(?:占|有[0-9])"
        ),
    )
