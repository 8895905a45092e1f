"""A sentence in, what was found in it, by which rule, and what silenced the rest, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.errors import KgError
from kg.match.posts.posts import find_held
from kg.match.posts.role_scene import DWELLS
from kg.match.relations.folding import fold
from kg.match.rulebook.rule_types import RelationRule
from kg.match.subjects.clause import actor
from kg.match.subjects.subjects import clauses
from kg.model import Document, Findings, Mention, Sentence, Source, Span, Value
from kg.numbers import read_quantities
from kg.pipeline import Tools, find_all, find_mentions, read
from kg.read.page.sentences import sentences
from kg.resolve.knowledge import TIES


def explain(text: str, tools: Tools, relation: str | None = None) -> str:
    """Mentions, claims, figures and parts of a text, each with its rule; with `relation`, why it speaks or not.

    Raises KgError for a relation that no rule file declares.
    """
    document = read(Source("explain", text, "0" * 64, "utf-8"), tools)
    said = sentences(document)
    found = find_all(document, said, tools)
    rows = [*_found(document, found, read_quantities(document, tools))]
    if relation is not None:
        rows += ["", f"{relation}："]
        rows += _why(document, said, found, relation, tools)
    return "\n".join(rows)


def _found(document: Document, found: Findings, values: Sequence[Value]) -> Iterator[str]:
    def quote(span: Span) -> str:
        return document.quote(span)

    measured = {measure.value.span for measure in found.measurements}
    others = [value for value in values if value.span not in measured]
    if not (found.mentions or found.claims or found.measurements or found.listings or found.rejected or others):
        yield "没有认出什么 nothing is found"
    if found.mentions:
        yield "名称 mentions"
    for mention in found.mentions:
        yield from _mention(document, mention, 1)
    if found.claims:
        yield "关系 claims"
    for claim in found.claims:
        subject = quote(claim.subject.span) if claim.subject else "（本地 the place of the text）"
        more = "".join(f" {name}={value}" for name, value in claim.qualifiers)
        more += "".join(f" {name}={quote(m.span)}" for name, m in claim.agents)
        yield f"  {subject} —{claim.predicate}→ {quote(claim.object.span)}  {claim.stance}{more}  [{claim.rule}]"
        yield from (f"      “{quote(span)}”" for span in claim.spans)
    if found.measurements:
        yield "数量 figures"
    for measure in found.measurements:
        subject = quote(measure.subject.span) if measure.subject else "（本地 the place of the text）"
        period = f" {measure.period}" if measure.period else ""
        yield f"  {subject} {measure.indicator}: {measure.value.text}{period}  {measure.stance}  [{measure.rule}]"
        yield f"      {_reading(measure.value)}"
    if others:
        yield "其他数量 quantities of which nothing is measured"
    yield from (f"  {value.text}  {_reading(value)}" for value in others)
    if found.listings:
        yield "组成 parts"
    for listing in found.listings:
        yield f"  {quote(listing.whole.span)}  [{listing.rule}]"
        for group in listing.groups:
            count = f" {len(group.items)}/{group.stated}" if group.stated is not None else ""
            items = ": " + " | ".join(i.text for i in group.items) if group.items else ""
            yield f"    {group.label or '—'}{count}{items}"
    if found.rejected:
        yield "未收 left out"
    for rejection in found.rejected:
        yield f"  {rejection.candidate}  [{rejection.rule}] {rejection.reason}"


def _reading(value: Value) -> str:
    """What a quantity was read as: = 3.5 斤, <~ 35000 户, 1200–1500 元."""
    if value.number is None and value.lower is not None and value.upper is not None:
        return f"{value.lower:f}–{value.upper:f} {value.unit}".rstrip()
    return f"{value.comparator} {value.number:f} {value.unit}".rstrip()


def _mention(document: Document, mention: Mention, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{document.quote(mention.span)}  {mention.type} ({mention.form})  [{mention.rule}]"
    for inner in mention.inside:
        yield from _mention(document, inner, depth + 1)


def _why(document: Document, said: tuple[Sentence, ...], found: Findings, relation: str, tools: Tools) -> Iterator[str]:
    """For each wording of a relation what it says or what silences it, those first that come nearest to speaking."""
    rules = [r for r in tools.rules.relations if r.predicate == relation]
    if not rules and relation not in TIES:
        known = ", ".join(sorted({r.predicate for r in tools.rules.relations} | TIES))
        raise KgError(relation, "no rule file declares this relation", f"Relations are {known}.")
    mentions = find_mentions(document, said, tools)
    if relation in TIES:
        yield from _why_held(document, said, mentions, tools)
        return
    rows = clauses(document, said, mentions, tools.openers)
    folded = [fold(document.text, sentence.span, mentions, tools.rules.folds).text for sentence in said]
    told = [
        (*_verdict(document, found, folded, rule, n, tools), f"{rule.name}/{n}", pattern.text)
        for rule in rules
        for n, pattern in enumerate(rule.patterns, 1)
    ]
    yield from (f"  {name} {why}: '{text}'" for _, why, name, text in sorted(told, key=lambda row: row[0]))
    for row in rows:
        for clause in row:
            who = actor(clause, rules[0].subject)
            place = "nobody" if who is None else "the place of the text"
            names = "、".join(document.quote(m.span) for m in who) if who else place
            yield f"  “{document.quote(clause.span)}”: acts {names}"


def _why_held(document: Document, said: tuple[Sentence, ...], mentions: list[Mention], tools: Tools) -> Iterator[str]:
    """For each person the roles that the text gives, and whether it names where they are held."""
    people = list(find_held(document, said, mentions, tools.posts))
    if not people:
        yield "  no mention of a Person"
    for person, row in people:
        if not row:
            yield f"  {person.name}: no word of the list roles stands before or behind the name"
        for held in row:
            role = held.role.text or DWELLS
            where = "no body or place is named for it" if held.body is None else f"in {document.quote(held.body.span)}"
            yield f"  {person.name}: {role}, {where}  {held.stance}  [{held.rule}]"


def _verdict(
    document: Document, found: Findings, folded: Sequence[str], rule: RelationRule, n: int, tools: Tools
) -> tuple[int, str]:
    """How far a wording is from speaking, and what it says or lacks."""
    name, pattern = f"{rule.name}/{n}", rule.patterns[n - 1]
    said = [claim.object.span for claim in found.claims if claim.rule == name]
    silenced = [f"{one.candidate}: {one.reason}" for one in found.rejected if one.rule == name]
    if said or silenced:
        speaks = [f"成立 speaks, of {'、'.join(map(document.quote, said))}"] if said else []
        return 0, "；".join([*speaks, *(f"被止住 silenced, {one}" for one in dict.fromkeys(silenced))])
    if any(pattern.regex.search(text) for text in folded):
        return 1, "原文合此写法，已由别处说出 stands here, and is said by another wording or as a part of something"
    for group in pattern.needs:
        if not any(word in document.text for word in tools.rules.groups[group]):
            return 4, f"缺词 no word of the list {group}"
    kinds = {mention.type for mention in found.mentions}
    if kinds.isdisjoint(rule.object) and not rule.words:
        return 3, f"缺宾语 no mention that can be its object ({', '.join(sorted(rule.object))})"
    if "{subject}" in pattern.text and kinds.isdisjoint(rule.subject):
        return 3, f"缺主语 no mention that can be its subject ({', '.join(sorted(rule.subject))})"
    return 2, "次序不合 what it is made of does not stand in this order"
