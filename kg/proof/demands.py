"""A rule and who judges it in, the examples that fail and the lines that none of them needs out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from kg.match.rulebook.patterns import ALTERNATION, BETWEEN, compile_pattern
from kg.match.rulebook.rule_types import EntityRule, Example, PageRule, Pattern, RelationRule, Rules, StanceRule
from kg.match.rulebook.rules import slots_of

Rule = TypeVar("Rule", EntityRule, RelationRule, StanceRule, PageRule)
Worded = TypeVar("Worded", RelationRule, StanceRule)
WORDED = ("headings", "openings", "until", "onward", "patterns", "unless")


Judge = Callable[[Rule, Example], str]
"""The fault of a rule on a `yes` example, or "" where it says just what is marked."""


def failing(rule: Rule, judge: Judge[Rule]) -> Iterator[str]:
    """The examples that do not say what they should, told with their fault."""
    for example in rule.yes:
        fault = judge(rule, example)
        if fault:
            yield f"{rule.path}: yes: {example.text}\n  {fault}"
    for example in rule.no:
        fault = judge(rule, replace(example, marks=_silenced(rule, example)))
        if fault:
            yield f"{rule.path}: no: {example.text}\n  {fault} ({example.why})"
    for example in rule.todo:
        if not judge(rule, example):
            yield f"{rule.path}: todo: {example.text}\n  works now: move it to yes"


def _silenced(rule: Rule, example: Example) -> tuple[tuple[str, str, int, int], ...]:
    """The marks of a `no` example stay as given mentions, and nothing may be said of them."""
    if isinstance(rule, EntityRule):
        return tuple(m for m in example.marks if m[0] != rule.type)
    return tuple((f"-{role}", type_, start, end) for role, type_, start, end in example.marks)


def unneeded(rule: Rule, fewer: Iterable[tuple[str, Rule]], judge: Judge[Rule]) -> Iterator[str]:
    """Each line taken out in turn must break some example."""
    for line, without in fewer:
        if not any(True for _ in failing(replace(without, todo=()), judge)):
            yield f"{rule.path}: no example needs {line}\n  Write one that does, or take it out."


def without_patterns(rule: Worded, rules: Rules) -> Iterator[tuple[str, Worded]]:
    """The rule without each of its patterns, and without each alternative of these."""
    for key in WORDED:
        patterns: tuple[Pattern, ...] = getattr(rule, key, ())
        place: int
        for place, pattern in enumerate(patterns):
            before: tuple[Pattern, ...] = patterns[:place]
            after: tuple[Pattern, ...] = patterns[place + 1 :]
            yield f"'{pattern.text}'", _changed(rule, key, (*before, *after))
            for option, text in without_alternatives(pattern.text):
                compiled = compile_pattern(text, slots_of(rule, rules), rules.groups, rules.folds)
                yield f"'{option}' in '{pattern.text}'", _changed(rule, key, (*before, compiled, *after))


def _changed(rule: Worded, key: str, patterns: tuple[Pattern, ...]) -> Worded:
    changes: dict[str, Any] = {key: patterns}
    return replace(rule, **changes)


def without_alternatives(text: str) -> Iterator[tuple[str, str]]:
    """Each alternative of the innermost groups of a pattern, and the pattern without it."""
    for group in ALTERNATION.finditer(text):
        options = BETWEEN.split(group[1])
        for k, option in enumerate(options):
            rest = "|".join(options[:k] + options[k + 1 :])
            yield option, f"{text[: group.start()]}(?:{rest}){text[group.end() :]}"


def without_words(rule: EntityRule) -> Iterator[tuple[str, EntityRule]]:
    """The rule without each word of its own."""
    for word in sorted(rule.never_own):
        yield f"never '{word}'", replace(rule, never=rule.never - {word})
    for word in sorted(rule.heads_own):
        yield f"head '{word}'", replace(rule, heads=rule.heads - {word})
    for word in sorted(rule.listed):
        yield f"listed '{word}'", replace(rule, listed=rule.listed - {word})
