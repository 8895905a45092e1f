"""Every named query says in two languages what it asks, and answers it on a graph that has the answer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import QueryError
from kg.graph.queries import NamedQuery, named_queries, named_query, read_query
from kg.graph.store import Graph
from kg.graph.vocabulary import JC, Vocabulary, ontology_folder

if TYPE_CHECKING:
    from kg.corpus import Corpus

QUERIES = sorted(named_queries().values(), key=lambda query: query.name)


@pytest.fixture(scope="module")
def graph(lines: list[str]) -> Graph:
    return Graph.from_lines(lines)


def rows(graph: Graph, name: str, *columns: str, **bound: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in graph.query(name=name, **bound)]


def test_the_queries_are_found() -> None:
    assert len(QUERIES) >= 8
    assert {path.stem for path in (ontology_folder() / "queries").iterdir()} == set(named_queries())


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_has_a_head_and_answers_on_the_example(query: NamedQuery, graph: Graph) -> None:
    assert query.question_zh.endswith("？") and query.question_en.endswith("?")
    bound = {"place": "云岭县", "mechanism": "三联", "thing": "云岭县"}
    assert graph.query(name=query.name, **{need: bound[need] for need in query.needs})


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_what_a_query_expects_of_the_seeds_binds_what_it_needs(query: NamedQuery) -> None:
    assert query.on_seeds
    assert all(set(bound) == set(query.needs) for bound, _ in query.on_seeds)


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
    assert rows(graph, "mechanism-parts", "所称数", "内容", mechanism="四个一") == [(4, "四个一")]
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


def test_one_name_in_two_counties_part_by_part(graph: Graph) -> None:
    found = rows(graph, "same-name-two-places", "机制", "组", "序", "此地", "此地内容", "彼地", "彼地内容")
    assert found == [
        ("三联", "三联", 1, "云岭县", "联支部", "青溪县", "联田"),
        ("三联", "三联", 2, "云岭县", "联党员", "青溪县", "联户"),
        ("三联", "三联", 3, "云岭县", "联群众", "青溪县", "联心"),
    ]


def test_what_is_only_planned(graph: Graph) -> None:
    assert rows(graph, "planned", "谁", "什么", "原文") == [("云岭县", "云岭博物馆", "将建设云岭博物馆")]


def test_what_is_said_of_somebody_and_where(graph: Graph) -> None:
    found = rows(graph, "said-of", "主语", "宾语", "原文", "文档", thing="孟凯")
    assert found == [("孟凯", "鹤潭村党支部", "鹤潭村党支部书记孟凯", "云岭.txt")]


def test_what_a_query_needs_must_be_given(graph: Graph) -> None:
    with pytest.raises(QueryError, match="needs place"):
        graph.query(name="honours-of-place")
    with pytest.raises(QueryError, match="needs nothing"):
        graph.query(name="posts", place="云岭县")


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_finds_on_the_seeds_what_it_expects(query: NamedQuery, seeds: Corpus) -> None:
    graph = Graph.from_lines(seeds.lines)
    for bound, least in query.on_seeds:
        assert len(graph.query(name=query.name, **bound)) >= least, bound


def test_an_unknown_name_is_answered_with_the_known() -> None:
    with pytest.raises(QueryError, match="mechanism-parts"):
        named_query("机制")


@pytest.mark.parametrize("head", ["", "#+ question-zh: 甲？\n#+ question-en: a?\n#+ on-seeds: many\n"])
def test_a_query_without_a_full_head_is_refused(tmp_path: Path, head: str) -> None:
    (tmp_path / "x.rq").write_text(f"{head}SELECT * {{ ?s ?p ?o }}", "utf-8")
    with pytest.raises(QueryError, match="head"):
        read_query(tmp_path / "x.rq")
