"""Rules in, what their own examples prove of them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kg.match.dating import stated_period
from kg.match.periods import Periods
from kg.match.relations import compile_relations, find_claims
from kg.match.rules import (
    ALTERNATION,
    EntityRule,
    Example,
    Pattern,
    RelationRule,
    Rules,
    StanceRule,
    compile_pattern,
    slots_of,
)
from kg.match.stances import sections, stance_of
from kg.match.subjects import clauses
from kg.match.wordings import Relations
from kg.model import Article, Claim, Document, Mention, Paragraph, Role, Source, Span
from kg.pipeline import Tools, find_mentions, recompiled
from kg.read.sentences import sentences

AnyRule = EntityRule | RelationRule | StanceRule
Rule = TypeVar("Rule", EntityRule, RelationRule, StanceRule)
WORDED = ("headings", "openings", "until", "onward", "patterns", "unless")


@dataclass(frozen=True, slots=True)
class Report:
    """What was proved, and every fault that was found."""

    faults: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def check(tools: Tools) -> Report:
    """Run every example of every rule file, and ask of every line whether an example needs it."""
    rules = tools.rules
    worded: tuple[RelationRule | StanceRule, ...] = (*rules.relations, *rules.stances)
    everything: tuple[AnyRule, ...] = (*rules.entities, *worded)
    faults = [fault for rule in everything for fault in prove(rule, tools)]
    counts = (
        ("rule files", len(everything) + len(rules.parts)),
        ("patterns", sum(len(r.patterns) for r in worded)),
        ("yes", sum(len(r.yes) for r in everything)),
        ("no", sum(len(r.no) for r in everything)),
        ("todo", sum(len(r.todo) for r in everything)),
        ("words", sum(map(len, rules.words.values()))),
    )
    return Report(tuple(faults), counts)


def prove(rule: AnyRule, tools: Tools) -> list[str]:
    """The faults of one rule file: examples that fail, and lines that none of them needs."""
    if isinstance(rule, EntityRule):
        named = _entity_judge(tools)
        return [*_prove(rule, named), *_needed(rule, _without_words(rule), named)]
    if isinstance(rule, RelationRule):
        related = _relation_judge(tools)
        return [*_prove(rule, related), *_needed(rule, _without_patterns(rule, tools.rules), related)]
    so = _stance_judge(tools)
    return [*_prove(rule, so), *_needed(rule, _without_patterns(rule, tools.rules), so)]


def plain_document(text: str) -> Document:
    """A document of one paragraph, as it stands.

    >>> plain_document("云岭县推行“四联”机制。").text
    '云岭县推行“四联”机制。'
    """
    span = Span(0, len(text))
    return Document(
        Source("example", text, "0" * 64, "utf-8"), text, range(len(text)), (Article(span, (Paragraph(span),)),)
    )


# ---- what an example demands --------------------------------------------------------------


Judge = Callable[[Rule, Example], str]
"""The fault of a rule on a `yes` example, or "" where it says just what is marked."""


def _prove(rule: Rule, judge: Judge[Rule]) -> Iterator[str]:
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


def _needed(rule: Rule, fewer: Iterable[tuple[str, Rule]], judge: Judge[Rule]) -> Iterator[str]:
    """Each line taken out in turn must break some example."""
    for line, without in fewer:
        if not any(True for _ in _prove(replace(without, todo=()), judge)):
            yield f"{rule.path}: no example needs {line}\n  Write one that does, or take it out."


def _without_patterns(rule: Rule, rules: Rules) -> Iterator[tuple[str, Rule]]:
    for key in WORDED:
        patterns: tuple[Pattern, ...] = getattr(rule, key, ())
        place: int
        for place, pattern in enumerate(patterns):
            before: tuple[Pattern, ...] = patterns[:place]
            after: tuple[Pattern, ...] = patterns[place + 1 :]
            yield f"'{pattern.text}'", _changed(rule, key, (*before, *after))
            for option, text in _without_alternatives(pattern.text):
                compiled = compile_pattern(text, slots_of(rule, rules), rules.groups, rules.folds)
                yield f"'{option}' in '{pattern.text}'", _changed(rule, key, (*before, compiled, *after))


def _changed(rule: Rule, key: str, patterns: tuple[Pattern, ...]) -> Rule:
    changes: dict[str, Any] = {key: patterns}
    return replace(rule, **changes)


def _without_alternatives(text: str) -> Iterator[tuple[str, str]]:
    for group in ALTERNATION.finditer(text):
        options = group[1].split("|")
        for k, option in enumerate(options):
            rest = "|".join(options[:k] + options[k + 1 :])
            yield option, f"{text[: group.start()]}(?:{rest}){text[group.end() :]}"


def _without_words(rule: EntityRule) -> Iterator[tuple[str, EntityRule]]:
    for word in sorted(rule.never_own):
        yield f"never '{word}'", replace(rule, never=rule.never - {word})
    for word in sorted(rule.heads_own):
        yield f"head '{word}'", replace(rule, heads=rule.heads - {word})
    for word in sorted(rule.listed):
        yield f"listed '{word}'", replace(rule, listed=rule.listed - {word})


# ---- entities -----------------------------------------------------------------------------


def _flat(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        yield from _flat(mention.inside)


def _entity_judge(tools: Tools) -> Judge[EntityRule]:
    compiled: dict[EntityRule, Tools] = {}

    def judge(rule: EntityRule, example: Example) -> str:
        if rule not in compiled:
            others = tuple(r for r in tools.rules.entities if r.path != rule.path)
            ordered = tuple(sorted((*others, rule), key=lambda r: r.path))
            compiled.clear()
            compiled[rule] = recompiled(tools, replace(tools.rules, entities=ordered))
        document = plain_document(example.text)
        mentions, _ = find_mentions(document, sentences(document), compiled[rule])
        found = {(m.span.start, m.span.end) for m in _flat(mentions) if m.type == rule.type}
        wanted = {(start, end) for role, _, start, end in example.marks if role == rule.type}
        return _difference(example.text, found, wanted)

    return judge


def _difference(text: str, found: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> str:
    missing = [text[a:b] for a, b in sorted(wanted - found)]
    extra = [text[a:b] for a, b in sorted(found - wanted)]
    faults = (("not found", missing), ("found and not marked", extra))
    return "; ".join(f"{word}: {'、'.join(names)}" for word, names in faults if names)


# ---- relations ----------------------------------------------------------------------------


def _marked(rule: RelationRule, example: Example, rules: Rules) -> list[Mention]:
    """The marked mentions of an example, of the class that the header or the mark names."""
    found = []
    for role, type_, start, end in example.marks:
        name = role.removeprefix("-")
        if name in rule.values:
            continue
        kinds = {"subject": rule.subject, "object": rule.object, **rule.agents}.get(name)
        kind = type_ or (name if kinds is None else _first(rule, name, rules, kinds))
        found.append(Mention(Span(start, end), kind, "example", example.text[start:end]))
    return found


def _first(rule: RelationRule, role: str, rules: Rules, kinds: frozenset[str]) -> str:
    header = next(h for h in rules.headers if h.kind == "property" and h.name == rule.predicate)
    order = {"subject": header.domain, "object": header.range}.get(role, ())
    return next((name for name in order if name in kinds), min(kinds))


def _relation_judge(tools: Tools) -> Judge[RelationRule]:
    compiled: dict[int, tuple[RelationRule, Relations]] = {}

    def judge(rule: RelationRule, example: Example) -> str:
        if id(rule) not in compiled:
            compiled.clear()
            compiled[id(rule)] = rule, compile_relations(replace(tools.rules, relations=(rule,)))
        relations = compiled[id(rule)][1]
        document = plain_document(example.text)
        said = sentences(document)
        mentions = _marked(rule, example, tools.rules)
        rows = clauses(document, said, mentions, tools.openers)
        claims, _ = find_claims(document, said, mentions, rows, relations, {})
        found = Counter((c.subject.span if c.subject else None, c.object.span) for c in claims)
        subjects: list[Span | None] = [Span(a, b) for role, _, a, b in example.marks if role == "subject"]
        objects = [Span(a, b) for role, _, a, b in example.marks if role == "object"]
        wanted = Counter((s, o) for s in subjects or [None] for o in objects)
        if found != wanted:
            return f"says {_pairs(example.text, found)}, not {_pairs(example.text, wanted)}"
        return _qualified(rule, document, example, claims, relations.periods)

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


# ---- stances ------------------------------------------------------------------------------


STANDING = {"heading": Role.HEADING, "until": Role.HEADING, "opening": Role.BODY, "onward": Role.BODY}
"""The marks of an example that is a page: its headings, the first words of a part without one, what opens a list."""


def _stance_judge(tools: Tools) -> Judge[StanceRule]:
    def judge(rule: StanceRule, example: Example) -> str:
        roles = [role.removeprefix("-") for role, *_ in example.marks]
        if not STANDING.keys().isdisjoint(roles):
            speaks = bool(sections(_page(example), (rule,)).get((0, len(roles))))
        else:
            # The mark ends where the verb ends of which the sentence is asked.
            verb = next((end for role, _, _, end in example.marks if "stance" in role), len(example.text))
            speaks = stance_of(example.text, verb, len(example.text), "", (rule,)) is not None
        wanted = not any(role.startswith("-") for role, *_ in example.marks) and roles[-1:] not in ([], ["until"])
        if speaks != wanted:
            return "speaks" if speaks else "is silent"
        return ""

    return judge


def _page(example: Example) -> Document:
    """The marked stretches as headings or paragraphs, and a paragraph below them that is asked for its stance."""
    marks = [(role.removeprefix("-"), Span(start, end)) for role, _, start, end in example.marks]
    document = plain_document(example.text + ("一是" if marks[-1][0] == "onward" else "") + BELOW)
    paragraphs = [Paragraph(span, STANDING[role]) for role, span in marks]
    last = Paragraph(Span(len(example.text), len(document.text)))
    return replace(document, articles=(Article(Span(0, last.span.end), (*paragraphs, last)),))


BELOW = "云岭县推行河长制。"
