"""Every file of parts proves itself: its examples run, and each of its lines is needed by one of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import RuleError
from kg.match.parts.part_rules import compile_parts
from kg.match.rulebook.faults import RuleFile
from kg.match.rulebook.rule_types import Rules
from kg.match.rulebook.rules import load_rules
from kg.proof.parts import prove_parts

RULES = load_rules()
FIRST = RULES.parts[0]


def examples(file: RuleFile, key: str) -> list[object]:
    entries = file.says[key]
    assert isinstance(entries, list)
    return entries


def with_file(file: RuleFile, **says: object) -> Rules:
    """The rules with one file saying something else."""
    changed = replace(file, says={**file.says, **says})
    return replace(RULES, parts=tuple(changed if f.path == file.path else f for f in RULES.parts))


def test_there_are_files_and_examples() -> None:
    assert len(RULES.parts) >= 8
    assert sum(len(examples(file, "yes")) for file in RULES.parts) >= 60
    assert all(examples(file, "no") for file in RULES.parts)


@pytest.mark.parametrize("file", RULES.parts, ids=lambda file: file.path)
def test_a_file_of_parts_proves_itself(file: RuleFile) -> None:
    assert prove_parts(file, RULES) == []


def test_an_example_that_fails_is_told_with_what_the_rules_say() -> None:
    lost = [*examples(FIRST, "yes"), "推行{part=甲乙}、{part=丙丁}、{part=戊己}，{whole=“三个一”机制}无关。"]
    rules = with_file(FIRST, yes=lost)
    [told] = prove_parts(rules.parts[0], rules)
    assert "says nothing, not 甲乙、丙丁、戊己" in told


def test_a_no_example_that_speaks_is_told() -> None:
    spoken = [*examples(FIRST, "no"), {"text": "推行一图、一表、一册{whole=“三个一”机制}。", "why": "made up"}]
    rules = with_file(FIRST, no=spoken)
    [told] = prove_parts(rules.parts[0], rules)
    assert "no: 推行一图" in told and "says 一图、一表、一册" in told


def test_a_line_that_no_example_needs_is_told() -> None:
    rules = with_file(FIRST, patterns=[*examples(FIRST, "patterns"), "{quoted}兮{whole}"])
    [told] = prove_parts(rules.parts[0], rules)
    assert "no example needs '{quoted}兮{whole}'" in told


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(RuleError, match="unknown key"):
        compile_parts(with_file(FIRST, patternss=[]))


@pytest.mark.parametrize("key", ["yes", "no"])
def test_a_file_without_examples_is_refused(key: str) -> None:
    with pytest.raises(RuleError, match=f"no example under '{key}'"):
        compile_parts(with_file(FIRST, **{key: []}))


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
    with pytest.raises(RuleError, match=remedy):
        compile_parts(with_file(FIRST, patterns=[pattern]))
