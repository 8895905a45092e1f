"""What a rule of relations makes of an example, held against its marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.match.numbers.periods import Periods
from kg.match.relations.compiled_relations import Relations, compile_relations
from kg.match.relations.dating import stated_period
from kg.match.relations.relations import find_claims
from kg.match.relations.stances import sections
from kg.match.rulebook.rule_types import Example, RelationRule, Rules
from kg.match.subjects.clause import Clause
from kg.match.subjects.subjects import clauses
from kg.model import Claim, Document, Mention, Sentence, Span
from kg.pipeline import Tools
from kg.proof.demands import Judge
from kg.proof.pages import plain_document
from kg.read.page.sentences import sentences


def _marked(rule: RelationRule, example: Example, rules: Rules) -> list[Mention]:
    """The marked mentions of an example, of the class that the header or the mark names."""
    found = []
    for role, type_, start, end in example.marks:
        name = role.removeprefix("-")
        if name in rule.values or (rule.words and name == "object"):
            continue
        kinds = {"subject": rule.subject, "object": rule.object, **rule.agents}.get(name)
        kind = type_ or (name if kinds is None else _first(rule, name, rules, kinds))
        found.append(Mention(Span(start, end), kind, "example", example.text[start:end]))
    return found


def _first(rule: RelationRule, role: str, rules: Rules, kinds: frozenset[str]) -> str:
    header = next(h for h in rules.headers if h.kind == "property" and h.name == rule.predicate)
    order = {"subject": header.domain, "object": header.range}.get(role, ())
    return next((name for name in order if name in kinds), min(kinds))


@dataclass(frozen=True, slots=True)
class Read:
    """An example with what a rule finds in it already: its sentences, mentions and clauses."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    rows: tuple[tuple[Clause, ...], ...]


def _read(rule: RelationRule, example: Example, tools: Tools) -> Read:
    document = plain_document(example.text)
    said = sentences(document)
    mentions = _marked(rule, example, tools.rules)
    return Read(document, tuple(said), tuple(mentions), tuple(clauses(document, said, mentions, tools.openers)))


def relation_judge(tools: Tools) -> Judge[RelationRule]:
    """Finds the claims of an example with the rule alone, and holds them against its marks."""
    compiled: dict[int, tuple[RelationRule, Relations]] = {}

    # The same for a rule and for all that is left of it when a line is taken out.
    read: dict[tuple[str, Example], Read] = {}

    def judge(rule: RelationRule, example: Example) -> str:
        if id(rule) not in compiled:
            compiled.clear()
            compiled[id(rule)] = rule, compile_relations(replace(tools.rules, relations=(rule,)))
        relations = compiled[id(rule)][1]
        if (rule.path, example) not in read:
            read[rule.path, example] = _read(rule, example, tools)
        page = read[rule.path, example]
        stances = sections(page.document, relations.stances)
        claims, _ = find_claims(page.document, page.sentences, page.mentions, page.rows, relations, {}, stances)
        found = Counter((c.subject.span if c.subject else None, c.object.span) for c in claims)
        subjects: list[Span | None] = [Span(a, b) for role, _, a, b in example.marks if role == "subject"]
        objects = [Span(a, b) for role, _, a, b in example.marks if role == "object"]
        wanted = Counter((s, o) for s in subjects or [None] for o in objects)
        if found != wanted:
            return f"says {_pairs(example.text, found)}, not {_pairs(example.text, wanted)}"
        return _qualified(rule, page.document, example, claims, relations.periods)

    return judge


def _pairs(text: str, pairs: Iterable[tuple[Span | None, Span]]) -> str:
    shown = [f"{text[s.start : s.end] if s else '（本地）'}→{text[o.start : o.end]}" for s, o in pairs]
    return "、".join(shown) or "nothing"


def _qualified(
    rule: RelationRule, document: Document, example: Example, claims: Sequence[Claim], periods: Periods
) -> str:
    said: set[tuple[str, str]] = set()
    for claim in claims:
        said |= set(claim.qualifiers) | {(name, document.quote(m.span)) for name, m in claim.agents}
    for role, _, start, end in example.marks:
        words = example.text[start:end]
        if role in rule.values or role in rule.agents:
            wanted = stated_period(document, Span(start, end), periods) if role == "period" else words
            if (role, wanted) not in said:
                return f"does not say {role} {words}"
    return ""
