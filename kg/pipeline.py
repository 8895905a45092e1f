"""One report in, all that it says out: the whole flow on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.gazetteer import Gazetteer, load_gazetteer
from kg.graph.triples import triples
from kg.graph.vocabulary import Vocabulary, load_vocabulary
from kg.match.honours import Honours, compile_honours, find_honours
from kg.match.measures import Units, compile_units, find_measures
from kg.match.names import Grammar, compile_grammar, find_names
from kg.match.parts import find_listings
from kg.match.people import find_people
from kg.match.places import find_places
from kg.match.posts import find_posts
from kg.match.relations import Relations, compile_relations, find_claims
from kg.match.rules import Rules, load_rules
from kg.match.subjects import Openers, actor, clauses, compile_openers, speakers
from kg.match.words import Words
from kg.model import Claim, Document, Findings, Knowledge, Measurement, Mention, Sentence, Source, Span
from kg.read.layout import read_document
from kg.read.sentences import sentences
from kg.resolve.knowledge import settle_all


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything that a build loads once."""

    rules: Rules
    words: Words
    gazetteer: Gazetteer
    grammar: Grammar
    honours: Honours
    openers: Openers
    relations: Relations
    units: Units
    vocabulary: Vocabulary
    surnames: frozenset[str]


def load_tools(rule_folders: Sequence[Path] = ()) -> Tools:
    """Rules, word lists and tables, compiled; raises RuleError with all their faults."""
    rules = load_rules(rule_folders)
    return Tools(
        rules,
        Words(),
        load_gazetteer(),
        compile_grammar(rules),
        compile_honours(rules),
        compile_openers(rules),
        compile_relations(rules),
        compile_units(rules.tables),
        load_vocabulary(rules.headers),
        frozenset(rules.words["surnames"]) | frozenset(rules.words["compound_surnames"]),
    )


def understand(source: Source, tools: Tools) -> Knowledge:
    """Read one report and say what it claims."""
    document = read_document(source, tools.words, tools.surnames)
    said = sentences(document)
    return settle_all(document, said, find_all(document, said, tools), tools.gazetteer, tools.rules)


def lines(knowledge: Knowledge, tools: Tools) -> list[str]:
    """The sorted N-Triples lines of one document."""
    return triples(knowledge, tools.vocabulary, tools.rules.digest)
