"""Rules in, what their own examples prove of them out."""

from __future__ import annotations

from dataclasses import dataclass

from kg.match.rulebook.rule_types import EntityRule, PageRule, RelationRule, Rules, StanceRule
from kg.pipeline import Tools
from kg.proof.closers import prove_closers
from kg.proof.demands import failing, unneeded, without_patterns, without_words
from kg.proof.entities import entity_judge
from kg.proof.furniture import page_judge, unmarked, without_wordings
from kg.proof.parts import prove_parts
from kg.proof.relations import relation_judge
from kg.proof.stances import stance_judge

AnyRule = EntityRule | RelationRule | StanceRule | PageRule


@dataclass(frozen=True, slots=True)
class Report:
    """What was proved, and every fault that was found."""

    faults: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def check(tools: Tools) -> Report:
    """Run every example of every rule file, and ask of every line whether an example needs it."""
    rules = tools.rules
    worded: tuple[RelationRule | StanceRule, ...] = (*rules.relations, *rules.stances)
    everything: tuple[AnyRule, ...] = (*rules.entities, *worded, *rules.pages)
    faults = [fault for rule in everything for fault in prove(rule, tools)]
    faults += [fault for file in rules.parts for fault in prove_parts(file, rules)]
    faults += prove_closers(tools)
    counts = (
        ("rule files", len(everything) + len(rules.parts)),
        ("patterns", sum(len(r.patterns) for r in worded) + _entries(rules, "patterns") + _of_pages(rules)),
        ("yes", sum(len(r.yes) for r in everything) + _entries(rules, "yes")),
        ("no", sum(len(r.no) for r in everything) + _entries(rules, "no")),
        ("todo", sum(len(r.todo) for r in everything) + _entries(rules, "todo")),
        ("words", sum(map(len, rules.words.values()))),
    )
    return Report(tuple(faults), counts)


def _entries(rules: Rules, key: str) -> int:
    found = [file.says.get(key) for file in rules.parts]
    return sum(len(entries) for entries in found if isinstance(entries, list))


def _of_pages(rules: Rules) -> int:
    return sum(len(patterns) for page in rules.pages for patterns in page.patterns.values())


def prove(rule: AnyRule, tools: Tools) -> list[str]:
    """The faults of one rule file: examples that fail, and lines that none of them needs."""
    file = tools.rules.files[rule.path]
    if isinstance(rule, EntityRule):
        named = entity_judge(tools)
        return [*failing(rule, named, file), *unneeded(rule, without_words(rule), named, file)]
    if isinstance(rule, RelationRule):
        related = relation_judge(tools)
        return [*failing(rule, related, file), *unneeded(rule, without_patterns(rule, tools.rules), related, file)]
    if isinstance(rule, PageRule):
        printed = page_judge(tools.rules)
        return [
            *unmarked(rule, file),
            *failing(rule, printed, file),
            *unneeded(rule, without_wordings(rule), printed, file),
        ]
    so = stance_judge(tools)
    return [*failing(rule, so, file), *unneeded(rule, without_patterns(rule, tools.rules), so, file)]
