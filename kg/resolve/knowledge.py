"""Findings in, knowledge out: the last step of the language work on one document."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.model import (
    WORDS,
    Claim,
    Document,
    Evidence,
    Fact,
    Findings,
    Form,
    Knowledge,
    Measurement,
    Mention,
    Observation,
    Rejection,
    Sentence,
    Span,
    Stance,
    Story,
)
from kg.resolve.anaphors import is_bare
from kg.resolve.atlas import RANKS
from kg.resolve.entities import Entities, settle
from kg.resolve.facts import settle_facts
from kg.resolve.families import BELOW, BODIES, PLACES
from kg.resolve.keys import clean, key_of
from kg.resolve.nesting import adjacent, grounds_of, nesting
from kg.resolve.origins import Origins
from kg.resolve.places import Places, settle_places
from kg.resolve.protagonist import protagonists
from kg.resolve.scopes import Belonging
from kg.resolve.sums import check_sums
from kg.resolve.wholes import wholes

WATERS = ("江", "河", "湖", "海")
PREDICATES = {("implements", "Mechanism"): "adopts", ("adopts", "Program"): "implements"}
# The relations that code finds by the role words, and no rule file.
TIES = frozenset({"memberOf", "residentOf"})
ROLE_TEXT = "roleText"
NOBODYS = "nobody is named whom it is said of, nor does the text show which place it is about: --place says it"


def settle_all(
    document: Document,
    sentences: Sequence[Sentence],
    findings: Findings,
    gazetteer: Gazetteer,
    alone: Callable[[Mention], bool],
    national: Callable[[Mention], bool],
    printed: Callable[[Span], str],
) -> Knowledge:
    """Everything that one document says, as entities and facts with evidence in the source."""
    kept, dropped = _kept(findings, alone)
    # A level word inside a body's name (村党支部) means a place as 该村 does.
    inner_places = [m for top in kept for m in grounds_of(top) if m.type in PLACES]
    by_key = {key_of(m): m for m in inner_places}
    order = [by_key[key] for key in sorted(by_key)]
    held = {key_of(m) for top in kept if top.type in BODIES for m in grounds_of(top)[1:]}
    inner = frozenset(i for i, m in enumerate(order) if key_of(m) in held)
    places = settle_places(document, sentences, order, gazetteer, inner)
    place_of = {key_of(order[i]): iri for i, iri in places.of.items()}
    origins = Origins(document)
    home = _of_article(document, places.home)
    tied = {clean(c.subject.name): c.object for c in findings.claims if c.subject and c.predicate in TIES}
    belonging = Belonging(document, home, national, tied)
    entities = settle(origins, kept, place_of, places.entities, belonging, findings.glosses, printed)
    said = [_under_one(_of_all(c, document, entities), entities) for c in findings.claims if not _beside(c)]
    claims = [*said, *nesting(kept), *adjacent(kept)]
    bodies = protagonists(document, sentences, kept, entities.iri, places.home)
    actor = _of_article(document, [body or place for body, place in zip(bodies, places.home, strict=True)])
    facts = _joined(settle_facts(origins, claims, entities.iri, actor, home), _within(origins, places))
    facts = [*_helping_others(facts)]
    observations = _observations(origins, findings.measurements, entities, actor)
    known = {e.iri for e in entities.all}
    worded = {claim.predicate for claim in claims if claim.object.type == WORDS}
    return Knowledge(
        document,
        entities.all,
        tuple([(iri, origins.union(spans)) for iri, spans in sorted(entities.seen.items()) if iri in known]),
        (
            *(f for f in facts if f.subject in known and (f.object in known or f.predicate in worded)),
            *_called(origins, (*findings.roles, *_unplaced(findings.claims, entities)), entities, facts),
        ),
        tuple(o for o in observations if o.subject in known),
        tuple(sorted(wholes(origins, findings.listings, entities))),
        tuple(_stories(document, origins, places, entities)),
        tuple(_ledger(origins, (*findings.rejected, *dropped, *places.rejected, *_nobodys(findings, actor)))),
    )


def _kept(findings: Findings, alone: Callable[[Mention], bool]) -> tuple[list[Mention], list[Rejection]]:
    """The mentions that are things of the text: by their own form, or because something is said of them."""
    spans = [m.span for c in findings.claims for m in (c.subject, c.object, *[a for _, a in c.agents]) if m]
    spans += [x.whole.span for x in findings.listings] + [g.mention.span for g in findings.glosses]
    spans += [m.subject.span for m in findings.measurements if m.subject]
    used = {(span.start, span.end) for span in spans}
    kept, dropped = [], []
    for mention in findings.mentions:
        if alone(mention) or (mention.span.start, mention.span.end) in used:
            kept.append(mention)
        else:
            kept += (m for m in mention.inside if m.type in PLACES)
            dropped.append(Rejection(mention.span, mention.name, mention.rule, "named, but nothing is said of it"))
    return sorted(kept, key=lambda m: (m.span.start, m.span.end)), dropped


def _beside(claim: Claim) -> bool:
    """青石镇位于县城城关镇西边: whether a division would lie in one of its own rank or below."""
    if claim.predicate != "locatedIn" or claim.subject is None:
        return False
    # 地处清水河畔
    if claim.subject.type in RANKS and claim.object.type == "Place" and claim.object.name.endswith(WATERS):
        return True
    low, high = RANKS.get(claim.subject.type), RANKS.get(claim.object.type)
    return low is not None and high is not None and low <= high and low <= RANKS["Township"]


def _of_all(claim: Claim, document: Document, entities: Entities) -> Claim:
    """社区能答的当场答。探索…模式: what any community does is no subject of the sentences behind."""
    who = claim.subject
    if who is None or not is_bare(who) or entities.iri(who):
        return claim
    carried = document.text.find("。", who.span.end, claim.object.span.start) >= 0
    return replace(claim, subject=None) if carried else claim


def _under_one(claim: Claim, entities: Entities) -> Claim:
    """A programme that turned out to be a mechanism, or the other way round, has the predicate of what it is."""
    fitting = PREDICATES.get((claim.predicate, entities.kinds.get(entities.iri(claim.object) or "", "")))
    return replace(claim, predicate=fitting) if fitting else claim


def _of_article(document: Document, each: Sequence[str]) -> Callable[[Span], str]:
    """What belongs to the article that holds a span, or ""."""
    starts = [a.span.start for a in document.articles]

    def of(span: Span) -> str:
        at = bisect.bisect_right(starts, span.start) - 1
        return each[at] if 0 <= at < len(each) else ""

    return of


def _within(origins: Origins, places: Places) -> list[Fact]:
    return [
        Fact(child, "locatedIn", parent, (Evidence(origins.of(span), "places/chain"),))
        for child, parent, span in places.within
    ]


def _helping_others(facts: Sequence[Fact]) -> Iterator[Fact]:
    """在县委、县政府的支持下，…: that the county's own bodies help the county is said of something in it."""
    seated = {(fact.subject, fact.object) for fact in facts if fact.predicate == "locatedIn"}
    return (f for f in facts if f.predicate != "supports" or (f.subject, f.object) not in seated)


def _unplaced(claims: Iterable[Claim], entities: Entities) -> Iterator[tuple[Mention, str, Span]]:
    """社区党委书记李华 in a text that names no community: the role stays, though nobody knows where it is held."""
    for claim in claims:
        if (
            claim.predicate in TIES
            and claim.subject
            and claim.stance is Stance.STATED
            and not entities.iri(claim.object)
        ):
            yield from ((claim.subject, words, claim.spans[-1]) for name, words in claim.qualifiers if name == "role")


def _called(
    origins: Origins, roles: Iterable[tuple[Mention, str, Span]], entities: Entities, facts: Iterable[Fact]
) -> Iterator[Fact]:
    """What the text calls people without saying where, here or elsewhere: a fact whose object is words."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    placed = [(fact.subject, words) for fact in facts for name, words in fact.qualifiers if name == "role"]
    for person, role, span in roles:
        iri = entities.iri(person)
        if iri and role and not any(iri == who and (role in words or words in role) for who, words in placed):
            whole = Span(min(person.span.start, span.start), max(person.span.end, span.end))
            found.setdefault((iri, role), []).append(Evidence(origins.of(whole), "posts/role"))
    for (iri, role), evidence in sorted(found.items()):
        yield Fact(iri, ROLE_TEXT, role, tuple(dict.fromkeys(evidence)), (("role", role),))


def _joined(*lists: Iterable[Fact]) -> list[Fact]:
    """One fact for each triple, with the evidence of all."""
    found: dict[tuple[str, str, str], Fact] = {}
    for facts in lists:
        for fact in facts:
            key = (fact.subject, fact.predicate, fact.object)
            old = found.get(key)
            if old is not None:
                more = tuple(e for e in fact.evidence if e not in old.evidence)
                fact = Fact(*key, old.evidence + more, old.qualifiers or fact.qualifiers, old.agents or fact.agents)
            found[key] = fact
    return [found[key] for key in sorted(found)]


def _observations(
    origins: Origins, measurements: Sequence[Measurement], entities: Entities, actor: Callable[[Span], str]
) -> tuple[Observation, ...]:
    found = []
    for measure in measurements:
        subject = entities.iri(measure.subject) if measure.subject else None
        # What is said of a village that lies nobody knows where is said of no other place.
        adrift = measure.subject is not None and measure.subject.type in BELOW
        adrift = adrift and measure.subject is not None and measure.subject.form is not Form.ANAPHOR
        subject = subject or ("" if adrift else actor(measure.value.span))
        if subject:
            evidence = Evidence(origins.union(measure.spans), measure.rule, measure.stance)
            found.append(
                Observation(subject, measure.indicator, measure.value, evidence, measure.period, measure.before)
            )
    return check_sums(found)


def _nobodys(findings: Findings, actor: Callable[[Span], str]) -> Iterator[Rejection]:
    """What is said of nobody whom the text names, in an article that does not show which place it is about."""
    for claim in findings.claims:
        if claim.subject is None and not actor(claim.object.span) and len(claim.object.span):
            yield Rejection(claim.object.span, claim.object.name, claim.rule, NOBODYS)
    for measure in findings.measurements:
        if measure.subject is None and not actor(measure.value.span):
            yield Rejection(measure.value.span, measure.value.text, measure.rule, NOBODYS)


def _stories(document: Document, origins: Origins, places: Places, entities: Entities) -> Iterable[Story]:
    people: Mapping[str, str] = {e.name: e.iri for e in entities.all if e.type == "Person"}
    for article, about in zip(document.articles, places.home, strict=True):
        credits = tuple(
            (people[clean(c.name)], c.role, Evidence(origins.union((c.span,)), "read/byline"))
            for c in article.credits
            if clean(c.name) in people
        )
        title = document.quote(article.title) if article.title else ""
        yield Story(title, origins.union((article.span,))[:1], about, credits)


def _ledger(origins: Origins, rejected: Iterable[Rejection]) -> Iterable[tuple[Span, str, str, str]]:
    rows = {}
    for one in rejected:
        if one.span.start < one.span.end:
            span = origins.of(one.span)[0]
            rows[span.start, span.end, one.candidate, one.rule, one.reason] = span
    return [(rows[row], *row[2:]) for row in sorted(rows)]
