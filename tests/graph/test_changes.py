"""Two builds are compared by what they say, not by the names of their nodes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.graph.export.changes import Change, as_words, changes
from kg.graph.store import Graph
from tests.command import kg

LABEL = "label"


def compared(old: list[str], new: list[str]) -> list[Change]:
    return changes(Graph.from_lines(sorted(old)).store, Graph.from_lines(sorted(new)).store)


def altered(lines: list[str], pattern: str, by: str) -> list[str]:
    text = re.sub(pattern, by, "".join(lines))
    assert text != "".join(lines)
    return text.splitlines(keepends=True)


def test_a_graph_does_not_differ_from_itself(lines: list[str]) -> None:
    assert compared(lines, lines) == []


def test_a_document_with_other_bytes_that_says_the_same_is_no_change(lines: list[str]) -> None:
    digits = re.findall(r"doc-([0-9a-f]{16})>", "".join(lines))[0]
    assert compared(lines, altered(lines, digits, "0123456789abcdef")) == []


@pytest.mark.parametrize(
    ("pattern", "by", "kind", "words", "before", "after"),
    [
        ('"19000"', '"20000"', "observations", "鹤潭村 油茶种植面积 2022", ("value", "19000"), ("value", "20000")),
        ('"联群众"', '"联干部"', "parts", "云岭县-机制-三联-1 3: 联干部", (LABEL, "联群众"), (LABEL, "联干部")),
        ('"第三批"', '"首批"', "facts", "云岭县 —received→ 文明县", ("batch", "第三批"), ("batch", "首批")),
        ('"云岭"@', '"岭县"@', "entities", "云岭县", ("aliases", "云岭"), ("aliases", "岭县")),
    ],
)  # fmt: skip
def test_what_changed_is_told_with_before_and_after(
    lines: list[str], pattern: str, by: str, kind: str, words: str, before: tuple[str, str], after: tuple[str, str]
) -> None:
    found = compared(lines, altered(lines, pattern, by))
    assert [(one.kind, one.how, one.words) for one in found] == [(kind, "changed", words)]
    assert (found[0].before, found[0].after) == ((before,), (after,))


def test_what_came_in_one_direction_went_in_the_other(lines: list[str]) -> None:
    fact = next(line.split(" ")[0] for line in lines if "#object> " in line and "云岭博物馆" in line)
    without = [line for line in lines if "云岭博物馆" not in line and not line.startswith(fact)]
    came, went = compared(without, lines), compared(lines, without)
    assert {one.how for one in went} <= {"went", "changed"} and {one.how for one in came} <= {"came", "changed"}
    assert [(one.kind, one.words) for one in came if one.how == "came"] == [
        (one.kind, one.words) for one in went if one.how == "went"
    ]
    assert ("entities", "云岭博物馆") in [(one.kind, one.words) for one in came]


def test_words_count_and_name_what_differs(lines: list[str]) -> None:
    said = as_words(compared(lines, altered(lines, '"第三批"', '"首批"')))
    assert said.startswith(
        "实体 entities: +0 -0 ~0\n事实 facts: +0 -0 ~1\n  ~ 云岭县 —received→ 文明县: 批次 batch 第三批 → 首批\n"
    )


@pytest.mark.slow
def test_the_command_tells_it_in_words_and_json(tmp_path: Path) -> None:
    for name, text in (("a", "南漳县推行“四步议事”机制。"), ("b", "南漳县推行“五步议事”机制。")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "报.txt").write_text(text, "utf-8")
        assert kg("build", tmp_path / name, "-o", tmp_path / name / "out").returncode == 0
    old, new = tmp_path / "a" / "out", tmp_path / "b" / "out"
    said = kg("diff", old, new).stdout.decode("utf-8")
    assert (
        "  - 四步议事（" in said
        and "  + 五步议事（" in said
        and "  + 南漳县 —adopts→ 五步议事（语气 status Stated）" in said
    )
    told = json.loads(kg("diff", old, new, "--json").stdout)
    (gone,) = told["entities"]["went"]
    assert (gone["words"], gone["before"]["class"]) == ("四步议事", "Mechanism")
    assert sorted(told) == ["entities", "facts", "observations", "parts"]
    none = kg("diff", old, tmp_path)
    assert none.returncode == 3 and "graph.nt" in none.stderr.decode("utf-8")
