"""The word list `quotation_words` in, the words that stand round quotations out, by what they do there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.word_kinds import by_kind


@dataclass(frozen=True, slots=True)
class QuotationWords:
    """The words round quotations, by what they do there."""

    holding: frozenset[str]  # “跨镇跨村”学习考察比拼活动: what is done with an occasion is no part of its name
    numbered: tuple[str, ...]  # “12345”工作法 is no hotline
    kinds: tuple[str, ...]  # “一窗通办”改革, “一网统管”机制: in how many steps it is done
    own: tuple[str, ...]  # “一企一策”服务机制, “一户一策”帮扶方案: what each has of its own
    for_each: re.Pattern[str]  # “一户一档”台账: what each has in writing
    brands: tuple[str, ...]  # “红袖标”服务品牌: a brand of work, and of no product
    founding: tuple[str, ...]  # 成立“绿凉亭”议事会: what is founded is a body, and what is only held a way of working
    put_to_use: tuple[str, ...]  # 企业推行的“订单坚果”: nobody puts a crop into practice
    sums: tuple[str, ...]  # “4+4科创工程”: what is added up there is an undertaking all the same
    moving: tuple[str, ...]  # “红管家”引领小区治理: what the quotation does with that is no undertaking
    once: tuple[str, ...]  # 曾“靠山吃山、砍树卖钱”: how it was before
    trying: frozenset[str]  # 探索“甲、乙、丙”的股份合作经营: what is tried out
    carrying: tuple[str, ...]  # 启动“银龄安康”: what is carried out has a name
    no_nouns: frozenset[str]  # 围绕“三治”做文章: what is done with the name, and no noun
    houses: frozenset[str]  # “银龄”调解服务站: whatever is done there, its name says
    badly: tuple[str, ...]  # “以罚代管”: and no way of working


def compile_quotation_words(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> QuotationWords:
    """The table of quotation words as sets, and as the ends that text is held against.

    >>> from kg.match.rulebook.rules import load_rules
    >>> "推行的" in compile_quotation_words(load_rules().tables).put_to_use
    True
    """
    some = by_kind(tables["quotation_words"])
    return QuotationWords(
        holding=frozenset(some["hold"]),
        numbered=some["number"],
        kinds=(*some["undertaking"], *some["way"]),
        own=(*some["each"], *some["written"]),
        for_each=re.compile(f"的?[一-龥]{{0,6}}?(?:{one_of(some['written'])})(?![一-龥]*[村镇](?![一-龥]))"),
        brands=some["brand"],
        founding=some["found"],
        put_to_use=tuple(verb + of for verb in some["use"] for of in ("", "的", "了")),
        sums=some["sum"],
        moving=some["move"],
        once=some["once"],
        trying=frozenset(some["try"]),
        carrying=some["carry"],
        no_nouns=frozenset(some["turn"]),
        houses=frozenset(some["house"]),
        badly=some["badly"],
    )
