"""One report in, all that it says out: the whole flow on one screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kg.errors import KgError
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.graph.write.triples import triples
from kg.graph.write.vocabulary import Vocabulary, load_vocabulary
from kg.match.figures.measured import counts_houses
from kg.match.figures.measures import Measuring, compile_measuring, find_measures
from kg.match.figures.owners import Owning, compile_owning, owners
from kg.match.honours.conferring import openings
from kg.match.honours.givers import with_givers
from kg.match.honours.honour_levels import with_qualifiers
from kg.match.honours.honour_titles import Honours, compile_honours
from kg.match.honours.honours import find_honours
from kg.match.names.alone import national, stands_alone
from kg.match.names.grammar import Grammar, compile_grammar
from kg.match.names.names import find_names, sought_names
from kg.match.parts.part_rules import PartRules, compile_parts
from kg.match.parts.parts import find_listings
from kg.match.people.clashes import people_and_places, without_senders
from kg.match.people.people import LEADER, find_people
from kg.match.people.person_context import People, compile_people
from kg.match.places.country import WHOLE, Country, compile_country, find_country
from kg.match.places.place_grammar import COUNTRY, PlaceGrammar, compile_places
from kg.match.places.places import places_and_doubts
from kg.match.posts.posts import Posts, compile_posts, find_posts, find_roles
from kg.match.posts.reporters import find_papers, find_reporters
from kg.match.relations.compiled_relations import Relations, compile_relations
from kg.match.relations.relations import find_claims
from kg.match.relations.stances import sections
from kg.match.rulebook.kinds import WAYS
from kg.match.rulebook.rule_files import KINDS
from kg.match.rulebook.rule_types import Rules
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.signs import Sieve, Stretches
from kg.match.rulebook.words import Words
from kg.match.subjects.openers import Openers, compile_openers
from kg.match.subjects.owner import Owner
from kg.match.subjects.speakers import bodies_of, speakers, spokesmen_of
from kg.match.subjects.stand_ins import StandIns, as_named, compile_stand_ins, find_stand_ins
from kg.match.subjects.subjects import clauses
from kg.match.subjects.telling import compile_voices
from kg.model import (
    Document,
    Findings,
    Knowledge,
    Measurement,
    Mention,
    Rejection,
    Sentence,
    Source,
    Span,
    Stance,
)
from kg.read.page.bylines import Surnames
from kg.read.page.known import Known
from kg.read.page.layout import as_printed, read_document
from kg.read.page.misprints import Shapes, shapes
from kg.read.page.sentences import sentences
from kg.resolve.knowledge import settle_all

WHOLES = WAYS | {"Facility", "Team"}

# Of 10,000 people so many bear a surname that one may look for in the middle of a run.
COMMON = 10


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything that a build loads once."""

    rules: Rules
    words: Words
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    pages: Known
    shapes: Shapes
    places: PlaceGrammar
    people: People
    country: Country
    honours: Honours
    grammar: Grammar
    openers: Openers
    stand_ins: StandIns
    relations: Relations
    posts: Posts
    parts: PartRules
    measures: Measuring
    owning: Owning
    sieve: Sieve


def load_tools(rule_folders: Sequence[Path] = ()) -> Tools:
    """Rules, word lists and tables, compiled; raises RuleError with all their faults."""
    return _compiled(_rules(rule_folders), Words(), load_gazetteer())


def load_terms(rule_folders: Sequence[Path] = ()) -> Vocabulary:
    """The ontology: the terms of core.ttl, and those that the rule files declare."""
    return load_vocabulary(_rules(rule_folders).headers)


def _rules(folders: Sequence[Path]) -> Rules:
    """The built-in rules and those of the folders, none of which may teach nothing: 我的规则/relations, a slip."""
    for folder in folders:
        if not folder.is_dir():
            raise KgError(str(folder), "does not exist", "check the path")
        if not any((folder / kind).is_dir() for kind in ("lexicon", "rules", *KINDS)):
            kinds = ", ".join(("lexicon", *KINDS))
            raise KgError(str(folder), "is a folder without rules", f"give the one that holds any of {kinds}")
    return load_rules(folders)


def recompiled(tools: Tools, rules: Rules) -> Tools:
    """The same tools with other entity rules."""
    grammar = compile_grammar(rules)
    return replace(tools, rules=rules, grammar=grammar, sieve=_sieve(tools.honours, grammar))


def _sieve(honours: Honours, grammar: Grammar) -> Sieve:
    return Sieve((*openings(honours), *sought_names(grammar)))


def _compiled(rules: Rules, words: Words, gazetteer: Gazetteer) -> Tools:
    openers = compile_openers(rules)
    honours, grammar = compile_honours(rules), compile_grammar(rules)
    return Tools(
        rules,
        words,
        gazetteer,
        load_vocabulary(rules.headers),
        known(rules),
        shapes(rules.tables["lookalikes"]),
        compile_places(gazetteer, rules),
        compile_people(gazetteer, rules),
        compile_country(rules),
        honours,
        grammar,
        openers,
        compile_stand_ins(rules),
        compile_relations(rules),
        compile_posts(rules),
        compile_parts(rules),
        compile_measuring(rules.tables, words),
        compile_owning(rules, openers),
        _sieve(honours, grammar),
    )


def known(rules: Rules) -> Known:
    """What the rules and word lists tell reading of papers and sites."""
    return Known(
        Surnames(
            frozenset((*rules.words["surnames"], *rules.words["compound_surnames"])),
            frozenset(row[0] for row in rules.tables["surnames"] if int(row[1]) >= COMMON),
        ),
        frozenset(rules.words["site_words"]),
        frozenset(rules.words["site_labels"]),
        {ord(old): new for old, new in rules.tables["traditional"]},
        **rules.printed,
    )


def understand(source: Source, tools: Tools) -> Knowledge:
    """Read one report and say what it claims."""
    document = read(source, tools)
    said = sentences(document)
    return settle_all(
        document, said, find_all(document, said, tools), tools.gazetteer,
        stands_alone(tools.rules.entities), national(tools.grammar), partial(as_printed, document),
    )  # fmt: skip


def read(source: Source, tools: Tools) -> Document:
    """The document as its editor wrote it, as far as the page shows."""
    return read_document(source, tools.words, tools.pages, tools.shapes)


def find_all(document: Document, said: Sequence[Sentence], tools: Tools) -> Findings:
    """Everything that the sentences of a document say, in mentions."""
    everybody, doubted = mentions_and_doubts(document, said, tools)
    # Leaders who are quoted do nothing in the place that the text is about, and the country is no actor of a report.
    mentions = [m for m in everybody if m.rule not in (LEADER, WHOLE) and m.name != COUNTRY]
    stands = find_stand_ins(document, said, mentions, tools.stand_ins, tools.openers)
    spoken = sorted([*mentions, *stands], key=lambda m: m.span) if stands else mentions
    posts = find_posts(document, said, spoken, tools.posts)
    reporters = tuple(find_reporters(document, mentions))
    voices = speakers(document, mentions, tools.rules)
    spokesmen = spokesmen_of(document, mentions, tools.rules)
    rows = clauses(document, said, spoken, tools.openers, bodies_of(voices, posts, spokesmen), voices)
    sectioned = sections(document, tools.rules.stances)
    claims, silenced = find_claims(document, said, spoken, rows, tools.relations, voices, sectioned)
    claims = with_givers(document, mentions, [with_qualifiers(document, c) for c in claims])
    claims = [*claims, *posts, *reporters]
    claims = [as_named(claim, stands) for claim in claims] if stands else claims
    listings, glosses, unlisted = find_listings(document, said, [m for m in mentions if m.type in WHOLES], tools.parts)
    parts = [item.span for listing in listings for group in listing.groups for item in group.items]
    steps = covered(parts, len(document.text))
    # What the steps of a mechanism do (设立指导站) is said of the mechanism.
    claims = [c for c in claims if not all(steps[c.object.span.start : c.object.span.end] or b"\0")]
    roles = find_roles(document, said, mentions, tools.posts)
    told = compile_voices(tools.rules, voices, posts, roles)
    owned = owners(document, said, mentions, rows, told, tools.owning, stands)
    # “1+16+N”体系，即1个服务中心、16个服务站…: houses are counted, though they are its parts.
    quiet = [part for part in parts if not counts_houses(document.text, part)]
    # “五个80%”，即…占84%: nor does a share say what is done.
    quiet = [part for part in quiet if "%" not in document.text[part.start : part.end]]
    measures = _measurements(document, said, mentions, owned, quiet, sectioned, tools)
    if stands:
        measures = [replace(m, subject=stands[m.subject]) if m.subject in stands else m for m in measures]
    # Of the country nothing is claimed: it is what the text speaks of, and no actor of a report.
    country = find_country(document.text, said, everybody, tools.country)
    return Findings(
        tuple(sorted([*everybody, *country], key=lambda m: m.span)), tuple(claims), tuple(measures),
        tuple(listings), tuple(glosses), (*silenced, *unlisted, *doubted), tuple(roles),
    )  # fmt: skip


def _measurements(
    document: Document, said: Sequence[Sentence], mentions: Sequence[Mention],
    owned: Sequence[tuple[Owner, ...]], silent: Sequence[Span], sectioned: Mapping[tuple[int, int], Stance],
    tools: Tools,
) -> list[Measurement]:  # fmt: skip
    starts = [m.span.start for m in mentions]
    # A sentence asks only those that can reach it.
    hushed = sorted(silent)
    begins, longest = [s.start for s in hushed], max(map(len, hushed), default=0)
    found: list[Measurement] = []
    for sentence, row in zip(said, owned, strict=True):
        start, end = sentence.span.start, sentence.span.end
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        near = hushed[bisect_left(begins, start - longest) : bisect_left(begins, end)]
        figures = find_measures(document, sentence, inside, row, tools.measures, near)
        section = sectioned.get((sentence.article, sentence.paragraph))
        found += [replace(f, stance=section) for f in figures] if section else figures
    return found


def covered(spans: Sequence[Span], length: int) -> bytearray:
    """For each character of the text whether one of the spans holds it."""
    found = bytearray(length)
    for span in spans:
        found[span.start : span.end] = b"\1" * len(span)
    return found


def find_mentions(document: Document, said: Sequence[Sentence], tools: Tools) -> list[Mention]:
    """All names of a document: places, people and honours first, then what the entity rules find round them."""
    return mentions_and_doubts(document, said, tools)[0]


def mentions_and_doubts(
    document: Document, said: Sequence[Sentence], tools: Tools
) -> tuple[list[Mention], list[Rejection]]:
    """All names of a document, and what may be the name of a place and is left out."""
    places, doubted = places_and_doubts(document, said, tools.places, tools.words)
    people = find_people(document, said, tools.words, tools.people)
    first = people_and_places(document, people, places, tools.places, tools.grammar.goods)
    stretches = Stretches(document.text, tools.sieve)
    honours = find_honours(document, said, first, tools.honours, stretches)
    known = sorted([*first, *honours], key=lambda m: m.span)
    named = find_names(document, said, known, tools.grammar, tools.words, stretches)
    named = without_senders(said, named, tools.people.papers)
    papers = list(find_papers(document, named))
    # 浙江在线: the place is part of what the paper is called.
    named = [m for m in named if not any(paper.span.covers(m.span) for paper in papers)]
    named = sorted([*named, *papers], key=lambda m: m.span)
    country = find_country(document.text, said, named, tools.country)
    return (sorted([*named, *country], key=lambda m: m.span) if country else named), doubted


def lines(knowledge: Knowledge, tools: Tools) -> list[str]:
    """The sorted N-Triples lines of one document."""
    return triples(knowledge, tools.vocabulary, tools.rules.digest)
