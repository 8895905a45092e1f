"""Mentions in, claims out: the wordings of the relation files over folded sentences."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping, Sequence

from kg.match.folding import QUOTED
from kg.match.joint import joint_claims
from kg.match.lexicon import Lexicon
from kg.match.periods import compile_periods
from kg.match.rule_types import Pattern, Rules
from kg.match.speakers import compile_tellers
from kg.match.stances import onward, sections
from kg.match.standing import standing_claims
from kg.match.subjects import Clause
from kg.match.wordings import Reading
from kg.match.wordings import Relations as Relations
from kg.model import Claim, Document, Mention, Rejection, Sentence

# The group of nouns that may follow the name of an object and leave it the name of that object: 柑橘面积.
TAILS = "面积"
# The group of last words of papers, brands and the like, which are no entities.
PAPERS = "文件"


# 种植西瓜2万亩、辣椒1万亩: how much there is of a member parts no list.
COUNTED = "[0-9.]+[万千百]?[多余]?(?:亩|公顷|头|只|羽|箱|株|棚|座|处|个|家|所|条)"


def compile_relations(rules: Rules) -> Relations:
    """One automaton over the words of all groups that a pattern names."""
    named = {g for rule in rules.relations for p in (*rule.patterns, *rule.unless) for g in p.needs}
    named |= {g for rule in rules.stances for p in (*rule.patterns, *rule.unless) for g in p.needs}
    groups: dict[str, list[str]] = {}
    for group in sorted(named):
        for word in rules.groups[group]:
            groups.setdefault(word, []).append(group)
    chains, masks = {}, {}
    for rule in rules.relations:
        kinds = "".join(sorted(rules.folds[t] for t in rule.object))
        masks[rule.path] = {ord(kind): QUOTED for kind in kinds}
        if kinds:
            chains[rule.path] = re.compile(
                rf"(?:（[^（）]{{0,30}}）|”|{COUNTED})?(?:(?:、|和|与|及|以及|暨)([一-龥0-9“]{{0,8}}?)|())([{kinds}])"
            )
    return Relations(
        rules.relations,
        rules.stances,
        rules.folds,
        Lexicon(groups),
        {word: tuple(found) for word, found in groups.items()},
        frozenset().union(*(rule.object for rule in rules.relations)) if rules.relations else frozenset(),
        chains,
        masks,
        frozenset((*rules.words["boundaries"], *rules.words["verbs"], *rules.groups.get(TAILS, ()))),
        frozenset((*rules.groups.get(PAPERS, ()), *(head for rule in rules.entities for head in rule.heads))),
        compile_periods(rules.tables),
        compile_tellers(rules),
        {rule.path: tuple(sorted(enumerate(rule.patterns), key=_names_nobody)) for rule in rules.relations},
    )


def _names_nobody(row: tuple[int, Pattern]) -> bool:
    return "subject" not in row[1].regex.groupindex


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    rows: Sequence[tuple[Clause, ...]],
    relations: Relations,
    speakers: Mapping[int, Mention],
) -> tuple[list[Claim], list[Rejection]]:
    """What the sentences say of their mentions: one claim for each subject and object that a pattern binds."""
    starts = [m.span.start for m in mentions]
    sectioned = sections(document, relations.stances)
    turns = onward(document, relations.stances)
    claims: list[Claim] = []
    rejected: list[Rejection] = []
    paragraph, carried, turn = (-1, -1), None, 0
    for sentence, row in zip(sentences, rows, strict=True):
        if (sentence.article, sentence.paragraph) != paragraph:
            paragraph, carried = (sentence.article, sentence.paragraph), None
        said = carried
        while turn < len(turns) and turns[turn][0] < sentence.span.end:
            carried = turns[turn][1] if turns[turn][0] >= sentence.span.start else carried
            turn += 1
        low = bisect.bisect_left(starts, sentence.span.start)
        inside = mentions[low : bisect.bisect_left(starts, sentence.span.end)]
        kinds = {m.type for m in inside}
        if kinds.isdisjoint(relations.types):
            continue
        reading = Reading(document, sentence, inside, row, relations, speakers, sectioned.get(paragraph), said)
        for rule in relations.rules:
            if not kinds.isdisjoint(rule.object):
                reading.read(rule)
        claims += reading.claims
        together = list(joint_claims(document.text, sentence.clauses, reading.claims))
        claims += _new(together, reading.claims) if together else ()
        claims += standing_claims(document.text, inside, reading.claims)
        rejected += reading.rejected
    return claims, rejected


def _new(more: Iterable[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """The claims that the wordings have not made already, each once."""
    said = {(c.subject, c.predicate, c.object) for c in claims}
    return list({(c.subject, c.object): c for c in more if (c.subject, c.predicate, c.object) not in said}.values())
