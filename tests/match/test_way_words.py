"""Each word of `way_words` does what its kind says, and without it another name is found, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.match.names.way_words import compile_way_words
from kg.match.rulebook.word_kinds import by_kind
from kg.pipeline import Tools, find_mentions
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences
from tests.match.needs import Say, Tables, not_needed

LIST = "way_words"
SHOWN: dict[str, list[str]] = {
    "aim": ["定下“小事不出村”的治理※。", "确立“一村一品”的发展※。"],
    "allsided": [
        f"形成“村里出地、企业出钱、农户出力”的{words}格局。"
        for words in ("※", "※治理", "※共赢", "多方※", "多方共※", "多方※赢")
    ],
    "by": ["※村企联营的模式。"],
    "fair": ["坚持※、公平、公正的原则。"],
    "found": ["※村企共建、利益共享的工作机制。"],
    "figure": ["擦亮“三联四会”※。"],
    "keep": ["※因地制宜、因河施策原则。"],
    "manner": ["采取组织联建、产业联推等※。"],
    "meeting": ["召开“※会”。"],
    "practise": ["※党组织“结对共学”工作。"],
    "route": ["以扩面提质、补链强链为基本※。"],
    "spell": ["推行“五治”※。"],
    "take": ["※组织联建、产业联推等形式。"],
    "trade": ["通过村企联营的※模式。"],
    "trouble": ["破解“三联四会”※。", "破解“三联四会”的治理※。"],
    "whole": ["建立“党支部-党小组-党员”一贯到底的三级※。", "形成“村里出地、企业出钱”的各方共同参与※。"],
}


def reading(tools: Tools) -> Say:
    def say(text: str) -> object:
        document = plain_document(text)
        return [(m.span, m.type) for m in find_mentions(document, sentences(document), tools)]

    return say


def test_each_kind_of_word_is_shown(tools: Tools) -> None:
    assert set(SHOWN) == set(by_kind(tools.rules.tables[LIST]))


@pytest.mark.parametrize("kind", sorted(SHOWN))
def test_a_word_round_ways_makes_or_unmakes_a_name_and_no_other_does_so_already(kind: str, tools: Tools) -> None:
    def saying(tables: Tables) -> Say:
        return reading(replace(tools, grammar=replace(tools.grammar, way_words=compile_way_words(tables))))

    found = not_needed(LIST, kind, tools.rules.tables, SHOWN[kind], saying)
    assert found == [], f"take these out of {LIST}.tsv, or show in SHOWN what they do"
