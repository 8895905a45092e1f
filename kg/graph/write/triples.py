"""What is known of one document in, its sorted N-Triples lines out: a mapping and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

from kg.errors import KgError
from kg.graph.write.figures import observations
from kg.graph.write.lines import (
    ADDRESS,
    CHINESE,
    DATE,
    LABEL,
    OBJECT,
    PART_OF,
    PLAIN,
    PREDICATE,
    SUBJECT,
    TYPE,
    Sheet,
    escaped,
    once,
    period,
)
from kg.graph.write.parts import wholes
from kg.graph.write.vocabulary import BASE, DCTERMS, JC, SKOS, Vocabulary
from kg.model import HOLDS, Entity, Fact, Knowledge, Story

IS_FACT = f"{TYPE}<{JC}Fact> .\n"
# The relations that are not of our own namespace.
OUTSIDE = {"creator": f"{DCTERMS}creator"}
ISO_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
IRI_BASE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*[/#]')


def triples(knowledge: Knowledge, vocabulary: Vocabulary, rules_hash: str = "", base: str = BASE) -> list[str]:
    """All that one document adds to the graph, as sorted lines, no line twice.

    >>> from kg.graph.write.vocabulary import load_vocabulary
    >>> from kg.model import Document, Source, Span
    >>> document = Document(Source("云岭.txt", "云岭县", "0" * 64, "utf-8"), "云岭县", range(3), ())
    >>> county = Entity("云岭县", "County", "云岭县")
    >>> known = Knowledge(document, (county,), (("云岭县", (Span(0, 3),)),))
    >>> print(next(line for line in triples(known, load_vocabulary()) if "label" in line), end="")
    <https://w3id.org/jiceng/id/云岭县> <http://www.w3.org/2000/01/rdf-schema#label> "云岭县"@zh-Hans .
    """
    if not IRI_BASE.fullmatch(base):
        raise KgError(base, "cannot begin an IRI", "give an absolute IRI that ends in / or #")
    sheet = Sheet(knowledge.document, base)
    lines = [
        *_document(knowledge, rules_hash, sheet),
        *_entities(knowledge.entities, vocabulary, sheet),
        *(line for iri, spans in knowledge.seen for line in sheet.derived(sheet.node(iri), spans)),
        *_facts((*knowledge.facts, *_bylines(knowledge, sheet)), vocabulary, sheet),
        *observations(knowledge.observations, sheet),
        *wholes(knowledge.parts, sheet),
    ]
    # The passages come last: by now all that are cited are known.
    lines += sheet.passages()
    return once(lines)


def _document(knowledge: Knowledge, rules_hash: str, sheet: Sheet) -> list[str]:
    document, node = knowledge.document, sheet.node(sheet.id)
    details = document.source.details
    lines = [f"{node}{TYPE}<{JC}Document> .\n", f'{node} <{DCTERMS}identifier> "{document.source.digest}{PLAIN}']
    if details.url:
        lines.append(f'{node} <{DCTERMS}source> "{escaped(details.url)}{ADDRESS}')
    else:
        lines.append(f'{node} <{DCTERMS}source> "{escaped(document.source.name)}{PLAIN}')
    if document.issued:
        issued = DATE if ISO_DATE.fullmatch(document.issued) else PLAIN
        lines.append(f'{node} <{DCTERMS}issued> "{escaped(document.issued)}{issued}')
    if rules_hash:
        lines.append(f'{node} <{JC}rulesHash> "{escaped(rules_hash)}{PLAIN}')
    lines += _titled(node, details.title or next((story.title for story in knowledge.stories if story.title), ""))
    for position, story in enumerate(knowledge.stories, 1):
        lines += _article(sheet.node(f"{sheet.id}-article-{position}"), story, sheet)
    return lines


def _article(node: str, story: Story, sheet: Sheet) -> list[str]:
    lines = [f"{node}{TYPE}<{JC}Article> .\n", f"{node}{PART_OF}{sheet.node(sheet.id)} .\n"]
    lines += _titled(node, story.title)
    if story.about:
        lines.append(f"{node} <{JC}aboutPlace> {sheet.node(story.about)} .\n")
    return lines + sheet.derived(node, story.spans)


def _titled(node: str, title: str) -> list[str]:
    if not title:
        return []
    words = escaped(title)
    return [f'{node}{LABEL}"{words}{CHINESE}', f'{node} <{DCTERMS}title> "{words}{CHINESE}']


def _entities(entities: Iterable[Entity], vocabulary: Vocabulary, sheet: Sheet) -> list[str]:
    lines: list[str] = []
    types: dict[str, list[str]] = {}
    for entity in entities:
        node = sheet.node(entity.iri)
        ends = types.get(entity.type)
        if ends is None:
            classes = (JC + entity.type, *vocabulary.superclasses(entity.type))
            ends = types[entity.type] = [f"{TYPE}<{iri}> .\n" for iri in classes]
        lines += [node + end for end in ends]
        lines.append(f'{node}{LABEL}"{escaped(entity.name)}{CHINESE}')
        lines += [f'{node} <{SKOS}altLabel> "{escaped(name)}{CHINESE}' for name in entity.also if name != entity.name]
        lines += [f'{node} <{SKOS}hiddenLabel> "{escaped(name)}{CHINESE}' for name in entity.misprints]
        lines += [f'{node} <{SKOS}definition> "{escaped(gloss)}{CHINESE}' for gloss in entity.glosses]
        if entity.code:
            lines.append(f'{node} <{JC}divisionCode> "{escaped(entity.code)}{PLAIN}')
        if entity.path:
            lines.append(f'{node} <{JC}divisionPath> "{escaped(entity.path)}{CHINESE}')
    return lines


def _bylines(knowledge: Knowledge, sheet: Sheet) -> list[Fact]:
    """Who wrote or photographed the articles, and so the document: facts like all others."""
    return [
        Fact(written, "creator", person, (evidence,), (("role", role),) if role else ())
        for position, story in enumerate(knowledge.stories, 1)
        for person, role, evidence in story.credits
        for written in (sheet.id, f"{sheet.id}-article-{position}")
    ]


def _facts(facts: Iterable[Fact], vocabulary: Vocabulary, sheet: Sheet) -> list[str]:
    grouped: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        grouped.setdefault((fact.subject, fact.predicate, fact.object), []).append(fact)
    signed = sorted((blake2b(" ".join(key).encode(), digest_size=6).hexdigest(), key) for key in grouped)
    lines: list[str] = []
    for sign, key in signed:
        lines += _fact(f"<{sheet.base}fact-{sheet.digits}-{sign}>", key, grouped[key], vocabulary, sheet)
    return lines


def _fact(
    node: str, key: tuple[str, str, str], same: Iterable[Fact], vocabulary: Vocabulary, sheet: Sheet
) -> list[str]:
    """The node that carries what is known of a relation, and the plain triple where some passage says that it holds."""
    subject = sheet.node(key[0])
    predicate = f"<{OUTSIDE.get(key[1]) or JC + key[1]}>"
    # A predicate whose value is text has words where others have an entity.
    thing = f'"{escaped(key[2])}"@zh-Hans' if key[1] in vocabulary.texts else sheet.node(key[2])
    evidence = [e for fact in same for e in fact.evidence]
    lines = [
        f"{node}{OBJECT}{thing} .\n",
        f"{node}{PREDICATE}{predicate} .\n",
        f"{node}{SUBJECT}{subject} .\n",
        node + IS_FACT,
        *sheet.told(node, evidence),
    ]
    if any(e.stance in HOLDS for e in evidence):
        lines.append(f"{subject} {predicate} {thing} .\n")
    for fact in same:
        for name, text in fact.qualifiers:
            lines.append(period(node, text) if name == "period" else f'{node} <{JC}{name}> "{escaped(text)}{CHINESE}')
        lines += [f"{node} <{JC}{name}> {sheet.node(agent)} .\n" for name, agent in fact.agents]
    return lines
