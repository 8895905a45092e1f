"""What the rules of names make of an example, held against its marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.match.rulebook.rule_types import EntityRule, Example
from kg.model import Mention
from kg.pipeline import Tools, find_mentions, recompiled
from kg.proof.demands import Judge
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences


def _flat(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        yield from _flat(mention.inside)


def entity_judge(tools: Tools) -> Judge[EntityRule]:
    """Finds the names of an example with the rule among all others, and holds them against its marks."""
    compiled: dict[EntityRule, Tools] = {}

    def judge(rule: EntityRule, example: Example) -> str:
        if rule not in compiled:
            ordered = tuple(rule if other.path == rule.path else other for other in tools.rules.entities)
            compiled.clear()
            compiled[rule] = recompiled(tools, replace(tools.rules, entities=ordered))
        document = plain_document(example.text)
        mentions = find_mentions(document, sentences(document), compiled[rule])
        found = {(m.span.start, m.span.end, m.type) for m in _flat(mentions) if m.type == rule.type}
        wanted = {(start, end, role) for role, _, start, end in example.marks if role == rule.type}
        return difference(example.text, found, wanted)

    return judge


def difference(text: str, found: set[tuple[int, int, str]], wanted: set[tuple[int, int, str]]) -> str:
    """What of a text is marked and not found, and what is found and not marked, each stretch with its class."""
    missing = [text[a:b] for a, b, _ in sorted(wanted - found)]
    extra = [text[a:b] for a, b, _ in sorted(found - wanted)]
    faults = (("not found", missing), ("found and not marked", extra))
    return "; ".join(f"{word}: {'、'.join(names)}" for word, names in faults if names)
