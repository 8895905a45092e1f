"""Every example of every parts file is run; each pattern, word and exception taken out in turn is missed by one."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from kg.errors import RuleError
from kg.match.part_rules import PartRules, compile_parts
from kg.match.rules import Rules, load_rules
from tests.match.parts_examples import expected, found, unmark

RULES = load_rules()
FILES: dict[str, dict[str, Any]] = {path.rsplit("/", 1)[-1]: dict(raw) for path, raw in RULES.parts}


def with_file(name: str, raw: dict[str, Any]) -> Rules:
    return replace(RULES, parts=tuple((path, raw if path.endswith(f"/{name}") else old) for path, old in RULES.parts))


@cache
def compiled() -> PartRules:
    return compile_parts(RULES)


def passes(marked: str, rules: PartRules) -> bool:
    text, marks = unmark(marked)
    return found(text, marks, rules)[0] == expected(text, marks)


YES = [(name, text) for name, raw in FILES.items() for text in raw["yes"]]
NO = [(name, entry["text"]) for name, raw in FILES.items() for entry in raw["no"]]
TODO = [(name, entry["text"]) for name, raw in FILES.items() for entry in raw.get("todo", [])]


def test_there_are_files_and_examples() -> None:
    assert len(FILES) >= 8
    assert len(YES) >= 60
    assert all(any(file == name for file, _ in NO) for name in FILES)


@pytest.mark.parametrize(("name", "marked"), YES, ids=[f"{name}-{text[:24]}" for name, text in YES])
def test_a_marked_list_is_found_part_by_part(name: str, marked: str) -> None:
    text, marks = unmark(marked)
    assert found(text, marks, compiled())[0] == expected(text, marks)


@pytest.mark.parametrize(("name", "marked"), NO, ids=[f"{name}-{text[:24]}" for name, text in NO])
def test_what_is_no_list_gives_no_parts(name: str, marked: str) -> None:
    text, marks = unmark(marked)
    made, _ = found(text, marks, compiled())
    assert not made.parts and not made.glosses


@pytest.mark.parametrize(("name", "marked"), TODO, ids=[f"{name}-{text[:24]}" for name, text in TODO])
@pytest.mark.xfail(strict=True, reason="known miss")
def test_a_known_miss_is_still_missed(name: str, marked: str) -> None:
    assert passes(marked, compiled())


def lines() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every pattern, word and exception of every file, and the file without it."""
    for name, raw in FILES.items():
        for key in ("patterns", "unless"):
            for i, line in enumerate(raw.get(key, [])):
                less = copy.deepcopy(raw)
                del less[key][i]
                yield name, line, less
        for group, words in raw.get("words", {}).items():
            for i, word in enumerate(words):
                less = copy.deepcopy(raw)
                del less["words"][group][i]
                if less["words"][group]:
                    yield name, f"{group}: {word}", less


LINES = list(lines())


@pytest.mark.parametrize(("name", "line", "less"), LINES, ids=[f"{name}-{line}" for name, line, _ in LINES])
def test_every_line_is_needed(name: str, line: str, less: dict[str, Any]) -> None:
    without = compile_parts(with_file(name, less))
    yes = [text for file, text in YES if file == name]
    no = [text for file, text in NO if file == name]
    assert not all(passes(text, without) for text in yes + no), f"{name}: nothing needs {line}"


def test_an_unknown_key_is_refused() -> None:
    name = next(iter(FILES))
    with pytest.raises(RuleError, match="unknown key"):
        compile_parts(with_file(name, {**FILES[name], "patternss": []}))


@pytest.mark.parametrize(
    ("pattern", "remedy"),
    [
        ("{run}", "once"),
        ("{whole}", "one side"),
        ("{whole}即", "needs one of"),
        ("{whole}{cue:无}{run}", "no word list"),
        ("{whole}（({run}", "not a regular expression"),
    ],
)
def test_a_pattern_that_cannot_work_is_refused(pattern: str, remedy: str) -> None:
    name = next(iter(FILES))
    broken = {**FILES[name], "patterns": [pattern]}
    with pytest.raises(RuleError, match=remedy):
        compile_parts(with_file(name, broken))
