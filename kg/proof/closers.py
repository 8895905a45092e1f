"""The nouns that sum lists up in, what their examples prove of them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from kg.match.names.governed import BY_VERB, CLOSERS, compile_governing
from kg.match.rulebook.rule_entries import parse_example
from kg.pipeline import Tools, find_mentions
from kg.proof.entities import difference
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences

NOT_NEEDED = "is found without this line\n  Write an example that needs it, or take it out."


def prove_closers(tools: Tools) -> Iterator[str]:
    """The faults of the list: members not found as its examples mark them, and lines that it can do without."""
    for row in tools.rules.tables[CLOSERS]:
        noun, example = row[0], row[-1]
        at = f"{CLOSERS}: {noun}: {example}\n "
        if fault := _fault(example, tools):
            yield f"{at} {fault}"
        elif not _fault(example, _without(row, tools)):
            yield f"{at} {NOT_NEEDED}"


def _fault(marked: str, tools: Tools) -> str:
    """What is found of an example and not marked, or marked and not found."""
    example = parse_example(marked)
    document = plain_document(example.text)
    mentions = find_mentions(document, sentences(document), tools)
    found = {(m.span.start, m.span.end, m.type) for m in mentions if m.rule.startswith(BY_VERB)}
    wanted = {(start, end, kind) for kind, _, start, end in example.marks}
    return difference(example.text, found, wanted)


def _without(row: tuple[str, ...], tools: Tools) -> Tools:
    tables: Mapping[str, tuple[tuple[str, ...], ...]] = tools.rules.tables
    rest = tuple(other for other in tables[CLOSERS] if other != row)
    rules = replace(tools.rules, tables=MappingProxyType({**tables, CLOSERS: rest}))
    return replace(tools, grammar=replace(tools.grammar, governing=compile_governing(rules)))
