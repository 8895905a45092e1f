"""A rule and who judges it in, the examples that fail and the lines that none of them needs out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Generic, TypeVar

from kg.match.rulebook.faults import RuleFile
from kg.match.rulebook.patterns import ALTERNATION, BETWEEN, compile_pattern
from kg.match.rulebook.rule_types import EntityRule, Example, PageRule, Pattern, RelationRule, Rules, StanceRule
from kg.match.rulebook.rules import slots_of

Rule = TypeVar("Rule", EntityRule, RelationRule, StanceRule, PageRule)
Worded = TypeVar("Worded", RelationRule, StanceRule)
Entry = TypeVar("Entry")
HAN = re.compile("[一-龥]+")
WORDED = ("headings", "openings", "until", "onward", "patterns", "unless")


@dataclass(frozen=True, slots=True)
class Without(Generic[Rule]):
    """A rule without one of its lines, or without one piece of a line, and what was left out: the narrowest first."""

    told: str
    line: str
    rest: Rule


Judge = Callable[[Rule, Example], str]
"""The fault of a rule on a `yes` example, or "" where it says just what is marked."""


def failing(rule: Rule, judge: Judge[Rule], file: RuleFile) -> Iterator[str]:
    """The examples that do not say what they should, told with their line and fault."""
    for example, line in zip(rule.yes, _lines(file, "yes"), strict=True):
        if fault := judge(rule, example):
            yield f"{line}: yes: {example.text}\n  {fault}"
    for example, line in zip(rule.no, _lines(file, "no"), strict=True):
        if fault := judge(rule, _silenced(rule, example)):
            yield f"{line}: no: {example.text}\n  {fault} ({example.why})"
    for example, line in zip(rule.todo, _lines(file, "todo"), strict=True):
        if not judge(rule, example):
            yield f"{line}: todo: {example.text}\n  works now: move it to yes"


def _lines(file: RuleFile, key: str) -> list[str]:
    return [file.at(opening(marked)) for marked in texts_of(file.says.get(key))]


def texts_of(entries: object) -> list[str]:
    """The sentences under a key of a rule file, with their marks."""
    found = entries if isinstance(entries, list) else []
    return [str(entry["text"]) if isinstance(entry, dict) else str(entry) for entry in found]


def opening(marked: str) -> str:
    """The first words of an example as its file holds them, enough to find its line."""
    return marked.split('"')[0].split("\n")[0][:40]


def _silenced(rule: Rule, example: Example) -> Example:
    """The marks of a `no` example stay as given mentions, and nothing may be said of them."""
    if isinstance(rule, EntityRule):
        return replace(example, marks=tuple(m for m in example.marks if m[0] != rule.type))
    return replace(example, marks=tuple((f"-{role}", kind, start, end) for role, kind, start, end in example.marks))


def unneeded(rule: Rule, fewer: Iterable[Without[Rule]], judge: Judge[Rule], file: RuleFile) -> Iterator[str]:
    """Each line taken out in turn must break some example that the whole rule fulfils."""
    everything = (*rule.yes, *(_silenced(rule, example) for example in rule.no))
    examples = [example for example in everything if not judge(rule, example)]
    for one in fewer:
        if not any(judge(one.rest, example) for example in likeliest_first(one.told, examples, attrgetter("text"))):
            yield f"{file.at(one.line)}: no example needs {one.told}\n  Write one that does, or take it out."


def likeliest_first(line: str, examples: Iterable[Entry], text: Callable[[Entry], str]) -> list[Entry]:
    """The examples in the order in which they are likely to need a line: those that hold its words come first.

    >>> likeliest_first("签订{object}", ["甲县建成水库。", "甲县签订协议。"], str)
    ['甲县签订协议。', '甲县建成水库。']
    """
    words = HAN.findall(line)
    return sorted(examples, key=lambda example: [word not in text(example) for word in words])


def without_patterns(rule: Worded, rules: Rules) -> Iterator[Without[Worded]]:
    """The rule without each of its patterns, and without each alternative of these."""
    for key in WORDED:
        patterns: tuple[Pattern, ...] = getattr(rule, key, ())
        place: int
        for place, pattern in enumerate(patterns):
            before: tuple[Pattern, ...] = patterns[:place]
            after: tuple[Pattern, ...] = patterns[place + 1 :]
            yield Without(f"'{pattern.text}'", pattern.text, _changed(rule, key, (*before, *after)))
            for option, text in without_alternatives(pattern.text):
                compiled = compile_pattern(text, slots_of(rule, rules), rules.groups, rules.folds)
                fewer = _changed(rule, key, (*before, compiled, *after))
                yield Without(f"'{option}' in '{pattern.text}'", pattern.text, fewer)


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


def without_words(rule: EntityRule) -> Iterator[Without[EntityRule]]:
    """The rule without each word of its own."""
    for word in sorted(rule.never_own):
        yield Without(f"never '{word}'", word, replace(rule, never=rule.never - {word}))
    for word in sorted(rule.heads_own):
        yield Without(f"head '{word}'", word, replace(rule, heads=rule.heads - {word}))
    for word in sorted(rule.listed):
        yield Without(f"listed '{word}'", word, replace(rule, listed=rule.listed - {word}))
