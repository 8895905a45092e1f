"""Each word of `goods_words` does what its kind says, and without it another product is found, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.match.names.goods import compile_goods
from kg.match.rulebook.word_kinds import by_kind
from kg.pipeline import Tools, find_mentions
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences
from tests.match.needs import Say, Tables, not_needed

LIST = "goods_words"
SHOWN: dict[str, list[str]] = {
    "field": ["集市上西瓜※红火。", "今年棉花※喜人。"],
    "other": ["学院开设园艺、会展等※。"],
    "measure": ["全县乌洋芋※达到210。", "参与乌洋芋※草场流转。"],
}


def test_each_kind_of_word_is_shown(tools: Tools) -> None:
    assert set(SHOWN) == set(by_kind(tools.rules.tables[LIST]))


@pytest.mark.parametrize("kind", sorted(SHOWN))
def test_a_word_behind_a_product_shows_it_and_no_other_does_so_already(kind: str, tools: Tools) -> None:
    def saying(tables: Tables) -> Say:
        goods = compile_goods(replace(tools.rules, tables=tables))
        less = replace(tools, grammar=replace(tools.grammar, goods=goods))

        def say(text: str) -> object:
            document = plain_document(text)
            return [(m.span, m.form) for m in find_mentions(document, sentences(document), less)]

        return say

    found = not_needed(LIST, kind, tools.rules.tables, SHOWN[kind], saying)
    assert found == [], f"take these out of {LIST}.tsv, or show in SHOWN what they do"
