"""What a rule of pages makes of an example, held against its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from kg.match.rulebook.faults import RuleFile
from kg.match.rulebook.page_rules import compile_pages
from kg.match.rulebook.rule_types import Example, PageRule, Rules
from kg.pipeline import known
from kg.proof.demands import Judge, Without, opening, texts_of, without_alternatives
from kg.read.page.furniture import is_notice, recommends
from kg.read.page.known import Known

# What a whole line may be, as reading asks it.
WHOLE: Mapping[str, Callable[[str, Known], bool]] = MappingProxyType(
    {
        "line": lambda text, alone: alone.lines.fullmatch(text) is not None,
        "related": recommends,
        "notice": is_notice,
    }
)
# What may stand within one.
INSIDE: Mapping[str, Callable[[Known], re.Pattern[str]]] = MappingProxyType(
    {
        "aside": lambda alone: alone.asides,
        "dated": lambda alone: alone.dated,
        "issue": lambda alone: alone.issue,
        "beside": lambda alone: alone.beside,
    }
)


def page_judge(rules: Rules) -> Judge[PageRule]:
    """Asks the rule alone what of an example is of the page, and holds that against the marks."""

    compiled: dict[int, tuple[PageRule, Known]] = {}

    def judge(rule: PageRule, example: Example) -> str:
        if id(rule) not in compiled:
            compiled.clear()
            printed = compile_pages((rule,), rules.page_words)
            compiled[id(rule)] = rule, known(replace(rules, pages=(rule,), printed=printed))
        alone = compiled[id(rule)][1]
        text, roles = example.text, {role.removeprefix("-") for role, *_ in example.marks}
        if unknown := roles - {*WHOLE, *INSIDE}:
            return f"marks {', '.join(sorted(unknown))}; a page has {', '.join((*WHOLE, *INSIDE))}"
        wanted = {(role, text[start:end]) for role, _, start, end in example.marks if not role.startswith("-")}
        said = {(role, text) for role, asks in WHOLE.items() if asks(text, alone)}
        # A line may be a notice as well: of these the one that is marked is enough.
        said = said & wanted if said & wanted else said
        said |= {(role, piece) for role in roles or {"aside"} for piece in _within(text, role, alone)}
        return "" if said == wanted else f"says {_shown(said)}, not {_shown(wanted)}"

    return judge


def unmarked(rule: PageRule, file: RuleFile) -> Iterator[str]:
    """The `yes` examples that say nothing, which no rule can fail."""
    for example, marked in zip(rule.yes, texts_of(file.says["yes"]), strict=True):
        if not example.marks:
            yield f"{file.at(opening(marked))}: yes: {example.text}\n  marks nothing: write {{line={example.text}}}"


def without_wordings(rule: PageRule) -> Iterator[Without[PageRule]]:
    """The rule without each of its patterns, and without each alternative of these and of its pieces."""
    for key, patterns in rule.patterns.items():
        for place, text in enumerate(patterns):
            before, after = patterns[:place], patterns[place + 1 :]
            yield Without(f"'{text}'", text, _with(rule, key, (*before, *after)))
            for option, fewer in without_alternatives(text):
                yield Without(f"'{option}' in '{text}'", text, _with(rule, key, (*before, fewer, *after)))
    for name, body in rule.pieces.items():
        for option, fewer in without_alternatives(f"(?:{body})"):
            pieces = MappingProxyType({**rule.pieces, name: fewer})
            yield Without(f"'{option}' in {{{name}}}", option, replace(rule, pieces=pieces))


def _with(rule: PageRule, key: str, patterns: tuple[str, ...]) -> PageRule:
    return replace(rule, patterns=MappingProxyType({**rule.patterns, key: patterns}))


def _within(text: str, role: str, alone: Known) -> Iterator[str]:
    return (match[0] for match in INSIDE[role](alone).finditer(text)) if role in INSIDE else iter(())


def _shown(said: set[tuple[str, str]]) -> str:
    return "、".join(f"{role} {text}" for role, text in sorted(said)) or "nothing"
