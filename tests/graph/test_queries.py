"""Every named query says in two languages what it asks, and answers it on a graph that has the answer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from kg.errors import QueryError
from kg.graph.query.queries import NamedQuery, named_queries, named_query, names_like, read_query
from kg.graph.store import Graph
from kg.graph.write.vocabulary import JC, Vocabulary, ontology_folder

if TYPE_CHECKING:
    from kg.corpus import Corpus

QUERIES = sorted(named_queries().values(), key=lambda query: query.name)


# What has no answer on the example has a test of its own below.
SILENT = {
    "established", "figures-that-conflict", "programmes-of-place", "spending", "who-works-with-whom",
    "who-reports-to-whom",
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(lines: list[str]) -> Graph:
    return Graph.from_lines(lines)


def rows(graph: Graph, name: str, *columns: str, **bound: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in graph.query(name=name, **bound)]


def test_the_queries_are_found() -> None:
    assert len(QUERIES) >= 20
    assert {path.stem for path in (ontology_folder() / "queries").iterdir()} == set(named_queries())


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_has_a_head_and_answers_on_the_example(query: NamedQuery, graph: Graph) -> None:
    assert query.question_zh.endswith("？") and query.question_en.endswith("?")
    bound = {"place": "云岭县", "mechanism": "三联", "thing": "云岭县", "indicator": "脱贫占比"}
    assert query.name in SILENT or graph.query(name=query.name, **{need: bound[need] for need in query.needs})


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_what_a_query_expects_of_the_seeds_binds_what_it_needs(query: NamedQuery) -> None:
    assert query.on_seeds
    assert all(set(one.bound) == set(query.needs) for one in query.on_seeds)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_uses_only_terms_that_exist(query: NamedQuery, vocabulary: Vocabulary) -> None:
    used = set(re.findall(r"\bjc:(\w+)", query.text))
    assert used
    assert {f"<{JC}{name}>" for name in used} <= {line.split(" ")[0] for line in vocabulary.lines}


def test_a_mechanism_is_made_of_its_groups_and_items(graph: Graph) -> None:
    columns = ("组", "所称数", "所列数", "相符", "序", "内容", "文档")
    items = ("联支部", "联党员", "联群众")
    found = rows(graph, "mechanism-parts", *columns, mechanism='"三联"机制')
    assert found == [("三联", 3, 3, True, n, item, "云岭.txt") for n, item in enumerate(items, 1)]
    # Of what the text does not spell out the number is known, and nothing else.
    assert rows(graph, "mechanism-parts", "组", "所称数", "内容", mechanism="四个一") == [("四个一", 4, None)]
    # A group may bear the name of the whole, and is none; the same name in two counties is two wholes.
    assert len(rows(graph, "mechanism-parts", "文档", "内容", mechanism="三联")) == 6


def test_a_place_runs_what_it_is_said_to_run(graph: Graph) -> None:
    found = set(rows(graph, "mechanisms-of-place", "推行者", "机制", place="云岭"))
    # 鹤潭村 is said not to run it.
    assert found == {("云岭县", "三联"), ("云岭县", "四个一"), ("云岭县", "五好")}


def test_what_was_read_across_a_column_is_quoted_in_order(graph: Graph) -> None:
    found = rows(graph, "mechanisms-of-place", "机制", "原文", place="云岭县")
    assert ("五好", '该县还推行 … "五好"标准') in found


def test_shorthands_that_nobody_spells_out(graph: Graph) -> None:
    assert rows(graph, "shorthands-not-spelled-out", "机制", "所称数", "原文") == [("四个一", 4, '"四个一"')]


def test_an_honour_has_its_year_batch_and_giver(graph: Graph) -> None:
    found = rows(graph, "honours-of-place", "获得者", "荣誉", "时间", "授予者", "批次", place="云岭县")
    assert found == [("云岭县", "文明县", "2018", "省文明办", "第三批")]


def test_numbers_that_disagree(graph: Graph) -> None:
    found = rows(graph, "numbers-that-disagree", "何处", "一数", "另一数", "验算")
    assert found == [("五好", 5, 2, None), ("脱贫占比", "90%", "42户", "42 / 48 = 87.5%, 而非 90%")]


def test_the_figures_of_a_place_and_all_in_it(graph: Graph) -> None:
    found = rows(graph, "figures-of-place", "谁", "指标", "数量原文", place="云龄")
    assert len(found) == 6
    assert ("鹤潭村", "油茶种植面积", "1.90万亩") in found and ("云岭县", "每组干部", "1至2名") in found


def test_who_holds_which_post(graph: Graph) -> None:
    assert rows(graph, "posts", "人", "职务", "单位") == [("孟凯", "书记", "鹤潭村党支部")]


def test_of_a_body_that_every_place_has_the_posts_say_where_it_is() -> None:
    graph = of(
        'id:人 rdfs:label "孟凯"@zh-Hans . id:甲 oa:start 3 . id:支部 rdfs:label "党支部"@zh-Hans ; '
        "jc:locatedIn id:云岭县 ; jc:subOrganizationOf id:青溪县 . id:事实 rdf:subject id:人 ; "
        "rdf:predicate jc:memberOf ; rdf:object id:支部 ; jc:status jc:Stated ; prov:wasDerivedFrom id:甲 ."
    )
    ((body, above),) = rows(graph, "posts", "单位", "属于")
    assert body == "党支部" and sorted(str(above).split("、")) == ["云岭县", "青溪县"]


def test_one_name_in_two_counties_part_by_part(graph: Graph) -> None:
    found = rows(graph, "same-name-two-places", "机制", "组", "序", "地方", "内容")
    assert found == [
        ("三联", "三联", 1, "云岭县", "联支部"),
        ("三联", "三联", 1, "青溪县", "联田"),
        ("三联", "三联", 2, "云岭县", "联党员"),
        ("三联", "三联", 2, "青溪县", "联户"),
        ("三联", "三联", 3, "云岭县", "联群众"),
        ("三联", "三联", 3, "青溪县", "联心"),
    ]


def test_an_item_that_only_one_of_the_places_has_is_told_too() -> None:
    listed = {"云岭县": ("甲", "乙"), "青溪县": ("丙",)}
    graph = of(
        "".join(
            f'id:{place} jc:adopts id:{place}-网 . id:{place}-网 a jc:Mechanism ; rdfs:label "一张网"@zh-Hans ; '
            f"jc:hasPart {', '.join(f'id:{item}条' for item in items)} .\n"
            + "".join(
                f'id:{item}条 rdfs:label "{item}"@zh-Hans ; jc:position {n} .\n' for n, item in enumerate(items, 1)
            )
            for place, items in listed.items()
        )
    )
    found = rows(graph, "same-name-two-places", "序", "地方", "内容")
    assert found == [(1, "云岭县", "甲"), (1, "青溪县", "丙"), (2, "云岭县", "乙")]


def test_what_is_only_planned(graph: Graph) -> None:
    assert rows(graph, "planned", "谁", "什么", "原文") == [("云岭县", "云岭博物馆", "将建设云岭博物馆")]


def test_what_is_said_of_somebody_and_where(graph: Graph) -> None:
    found = rows(graph, "said-of", "主语", "宾语", "原文", "文档", thing="孟凯")
    assert found == [("孟凯", "鹤潭村党支部", "鹤潭村党支部书记孟凯", "云岭.txt")]


HEAD = """
@prefix id: <https://w3id.org/jiceng/id/> . @prefix jc: <https://w3id.org/jiceng/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
id:云岭县 a jc:County ; rdfs:label "云岭县"@zh-Hans . id:青溪县 a jc:County ; rdfs:label "青溪县"@zh-Hans .
id:甲 dcterms:isPartOf id:d1 ; oa:exact "投入资金" . id:d1 dcterms:source "甲.txt" .
id:乙 dcterms:isPartOf id:d2 ; oa:exact "收入" . id:d2 dcterms:source "乙.txt" .
"""


def of(turtle: str) -> Graph:
    """A small graph of its own."""
    return Graph.from_lines(sorted(f"{one} .\n" for one in parse(HEAD + turtle, RdfFormat.TURTLE)))


def figure(name: str, passage: str, text: str, more: str, indicator: str = "茶园面积", status: str = "Stated") -> str:
    return (
        f'id:{name} a jc:Observation ; jc:observationOf id:云岭县 ; jc:indicator "{indicator}"@zh-Hans ; '
        f'jc:quantityText "{text}" ; jc:status jc:{status} ; prov:wasDerivedFrom id:{passage} ; {more} .\n'
    )


EXACT = 'jc:comparator "=" ; jc:value {} ; jc:unit "亩"'


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (EXACT.format("5.0"), EXACT.format("6.0"), True),
        (EXACT.format("5.0"), EXACT.format("5.00"), False),
        (EXACT.format("5.0"), 'jc:comparator ">" ; jc:value 6.0 ; jc:lower 6.0 ; jc:unit "亩"', True),
        (EXACT.format("7.0"), 'jc:comparator ">" ; jc:value 6.0 ; jc:lower 6.0 ; jc:unit "亩"', False),
        (EXACT.format("5.0"), 'jc:comparator "~" ; jc:value 6.0 ; jc:unit "亩"', False),
        (EXACT.format("5.0"), 'jc:comparator "=" ; jc:value 6.0 ; jc:unit "公顷"', False),
        (EXACT.format("5.0") + ' ; jc:period "2020"', EXACT.format("6.0") + ' ; jc:period "2021"', False),
        (EXACT.format("5.0") + ' ; jc:period "2020"', EXACT.format("6.0") + ' ; jc:period "2020"', True),
        ('jc:comparator "=" ; jc:lower 1.0 ; jc:upper 2.0 ; jc:unit "亩"', EXACT.format("3.0"), True),
    ],
)
def test_figures_that_cannot_both_hold(one: str, other: str, conflict: bool) -> None:
    graph = of(figure("o1", "甲", "一数", one) + figure("o2", "乙", "另一数", other))
    found = rows(graph, "figures-that-conflict", "谁", "指标", "一文档", "另一文档")
    assert found == ([("云岭县", "茶园面积", "甲.txt", "乙.txt")] if conflict else [])


def test_what_one_document_says_twice_or_only_plans_is_no_conflict() -> None:
    twice = of(figure("o1", "甲", "5", EXACT.format("5.0")) + figure("o2", "甲", "6", EXACT.format("6.0")))
    planned = of(
        figure("o1", "甲", "5", EXACT.format("5.0")) + figure("o2", "乙", "6", EXACT.format("6.0"), status="Planned")
    )
    assert not rows(twice, "figures-that-conflict", "谁") and not rows(planned, "figures-that-conflict", "谁")


def test_what_was_spent_is_told_from_what_was_earned() -> None:
    money = 'jc:comparator "=" ; jc:value 9.0 ; jc:unit "元"'
    about = money.replace("=", "~")
    given = [
        figure("o1", "甲", "约9元", about, "茶园"),
        figure("o2", "乙", "9元", money, "茶农收入"),
        figure("o3", "甲", "9元", money, "争取上级补助资金"),
        figure("o4", "甲", "9元", money, "路灯", status="Planned"),
    ]
    found = rows(of("".join(given)), "spending", "谁", "用于", "比较", "数值", "数量原文")
    assert found == [("云岭县", "茶园", "~", 9, "约9元")]


@pytest.mark.parametrize(
    ("name", "predicate"),
    [
        ("programmes-of-place", "implements"),
        ("industries-of-place", "develops"),
        ("established", "establishes"),
        ("who-works-with-whom", "cooperatesWith"),
        ("who-works-with-whom", "supports"),
        ("who-reports-to-whom", "subOrganizationOf"),
    ],
)
def test_a_relation_is_found_by_its_question_once_and_where_it_holds(name: str, predicate: str) -> None:
    said = (
        f"id:fact a jc:Fact ; rdf:subject id:云岭县 ; rdf:predicate jc:{predicate} ; rdf:object id:青溪县 ; "
        "jc:status jc:%s ; prov:wasDerivedFrom id:甲, id:甲二 . "
        'id:甲 oa:start 3 . id:甲二 dcterms:isPartOf id:d1 ; oa:start 9 ; oa:exact "新建" .'
    )
    bound = {"place": "云岭县"} if "place" in named_query(name).needs else {}
    found = of(said % "Stated").query(name=name, **bound)
    assert all({"云岭县", "青溪县"} <= set(row.values()) for row in found)
    # There is a row for each relation, not for each passage.
    assert [row["原文"] for row in found] == ["投入资金 … 新建"]
    assert not of(said % "Planned").query(name=name, **bound)


def test_a_report_without_a_heading_is_a_report() -> None:
    graph = of("id:d1-article-1 a jc:Article ; dcterms:isPartOf id:d1 ; jc:aboutPlace id:云岭县 .")
    assert rows(graph, "documents", "题目", "所写地方", "文件") == [(None, "云岭县", "甲.txt")]


def test_the_honours_of_what_a_place_runs_and_of_its_people_are_its_own() -> None:
    graph = of(
        'id:云岭县 jc:implements id:行动 . id:行动 rdfs:label "清河行动"@zh-Hans . '
        'id:人 jc:residentOf id:云岭县 ; rdfs:label "孟凯"@zh-Hans . id:奖 rdfs:label "样板"@zh-Hans . '
        "id:甲 oa:start 3 . "
        + "".join(
            f"id:事实{n} rdf:subject id:{who} ; rdf:predicate jc:received ; rdf:object id:奖 ; jc:status jc:Stated ; "
            "prov:wasDerivedFrom id:甲 . "
            for n, who in enumerate(("行动", "人"))
        )
    )
    assert rows(graph, "honours-of-place", "获得者", "荣誉", place="云岭县") == [("孟凯", "样板"), ("清河行动", "样板")]


def test_a_programme_is_run_by_those_who_carry_it_out() -> None:
    graph = of(
        'id:行动 a jc:Program ; rdfs:label "四个一"@zh-Hans . id:甲 oa:start 3 . id:事实 rdf:subject id:云岭县 ; '
        "rdf:predicate jc:implements ; rdf:object id:行动 ; jc:status jc:Stated ; prov:wasDerivedFrom id:甲 ."
    )
    assert rows(graph, "mechanism-in-places", "推行者", mechanism="四个一") == [("云岭县",)]


def test_a_figure_that_is_an_aim_is_planned() -> None:
    graph = of(figure("o1", "甲", "9亩", EXACT.format("9.0"), status="Planned") + "id:甲 oa:start 3 .")
    assert rows(graph, "planned", "谁", "关系", "什么") == [("云岭县", "茶园面积", "9亩")]


def test_an_indicator_is_found_by_a_part_of_its_words(graph: Graph) -> None:
    columns = ("指标", "谁", "数值", "单位", "原数值", "见报")
    found = rows(graph, "indicator-across-places", *columns, indicator="占比")
    assert [(*row[:4], str(row[4]), str(row[5])) for row in found] == [
        ("脱贫占比", "鹤潭村", 90, "%", "61.2", "2023-05-12")
    ]


def test_what_a_query_needs_must_be_given(graph: Graph) -> None:
    with pytest.raises(QueryError, match="needs place"):
        graph.query(name="honours-of-place")
    with pytest.raises(QueryError, match="such as --set mechanism=三联四会六带头"):
        graph.query(name="mechanism-parts")
    with pytest.raises(QueryError, match="leave out plaec"):
        graph.query(name="honours-of-place", plaec="云岭县")
    with pytest.raises(QueryError, match="needs nothing"):
        graph.query(name="posts", place="云岭县")


def test_names_near_to_given_words_are_found_the_likest_first(graph: Graph) -> None:
    def near(words: str) -> list[object]:
        return [row["name"] for row in graph.query(names_like(words))]

    assert near("云岭县城")[0] == "云岭县" and near("云岭")[0] == "云岭"
    assert "脱贫占比" in near("全村脱贫占比"), "indicators are asked for as well"
    # What is given is words and no SPARQL.
    assert near('甲") } #\\') == []


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_finds_on_the_seeds_what_it_expects(query: NamedQuery, seeds: Corpus) -> None:
    graph = Graph.from_lines(seeds.lines)
    for one in query.on_seeds:
        found = graph.query(name=query.name, **one.bound)
        assert len(found) >= one.least, one
        rows = [{str(cell).lower() if isinstance(cell, bool) else str(cell) for cell in row.values()} for row in found]
        assert not one.cells or any(set(one.cells) <= row for row in rows), (one.cells, rows[:5])


def test_an_unknown_name_is_answered_with_the_known() -> None:
    with pytest.raises(QueryError, match=r"there are: .*mechanism-parts"):
        named_query("机制")


def test_a_name_that_is_nearly_one_is_answered_with_that() -> None:
    with pytest.raises(QueryError, match="is it mechanism-parts"):
        named_query("mechanism-part")


@pytest.mark.parametrize("head", ["", "#+ question-zh: 甲？\n#+ question-en: a?\n#+ on-seeds: many\n"])
def test_a_query_without_a_full_head_is_refused(tmp_path: Path, head: str) -> None:
    (tmp_path / "x.rq").write_text(f"{head}SELECT * {{ ?s ?p ?o }}", "utf-8")
    with pytest.raises(QueryError, match="head"):
        read_query(tmp_path / "x.rq")
