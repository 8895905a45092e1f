"""Each word of `honour_words` does what its kind says, and without it another title is found, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.match.honours.honour_words import compile_honour_words
from kg.match.honours.honours import find_honours
from kg.match.rulebook.word_kinds import by_kind
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences
from tests.match.needs import Say, Tables, not_needed
from tests.match.test_honours import HONOURS, RULES

LIST = "honour_words"
SHOWN: dict[str, list[str]] = {
    "aided": ["青石村被列为省级※对象。"],
    "burden": ["青石县被列为国家示范※县。"],
    "confer": ["县中医院被※为省级中医药特色医院。", "省局※绿野公司为省级龙头企业。", "获得省民政厅※的“优秀案例”。"],
    "demerit": ["青石村是全国示范※集体。"],
    "enter": ["大蒜※全国文明村。"],
    "holder": ["获得省级青禾※。"],
    "marked": ["青石县获得督查※县。"],
    "merit": ["作为省级※村，青石村山清水秀。", "青石县是全国水稻制种※。"],
    "name": ["获评全国青禾之星的※。"],
    "plain": ["项目获得※省级示范村。"],
    "plate": ["获评全国青禾之星※。"],
    "praise": [
        "青石县成为全国示范※。",
        "青石县成为全国文明※。",
        "青石县成为全国乡村治理※。",
        "青石县成为全国“青禾”※。",
    ],
    "ranked": ["获得人民※派出所。"],
    "register": ["青石村列入省级青禾※。"],
    "so": ["青石镇素有“鱼米之乡”※。"],
    "sum": ["荣获青禾之星、山乡之光等※。"],
    "title": ["老茶坊被※为全国“五好”县级茶坊。"],
    "work": ["青石村被列为省级青禾※。"],
}


def saying(tables: Tables) -> Say:
    honours = replace(HONOURS, words=compile_honour_words(tables))

    def say(text: str) -> object:
        document = plain_document(text)
        return [m.span for m in find_honours(document, sentences(document), [], honours)]

    return say


def test_each_kind_of_word_is_shown() -> None:
    assert set(SHOWN) == set(by_kind(RULES.tables[LIST]))


@pytest.mark.parametrize("kind", sorted(SHOWN))
def test_a_word_round_titles_makes_or_unmakes_one_and_no_other_does_so_already(kind: str) -> None:
    found = not_needed(LIST, kind, RULES.tables, SHOWN[kind], saying)
    assert found == [], f"take these out of {LIST}.tsv, or show in SHOWN what they do"
