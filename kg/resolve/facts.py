"""Claims in, facts out: the same claim twice is one fact with two pieces of evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.model import HOLDS, WORDS, Claim, Evidence, Fact, Mention, Span
from kg.resolve.origins import Origins

Key = tuple[str, str, str]
# What holds both ways: said once of A and B, and once of B and A, it is one fact.
MUTUAL = frozenset({"cooperatesWith"})


def settle_facts(
    origins: Origins,
    claims: Sequence[Claim],
    iri: Callable[[Mention], str | None],
    actor: Callable[[Span], str],
    home: Callable[[Span], str],
) -> list[Fact]:
    """Facts between entities; a claim whose subject or object is no entity says nothing.

    `actor` says of whom an article speaks that names nobody, `home` what place it is about.
    """
    evidence: dict[Key, list[Evidence]] = {}
    qualifiers: dict[Key, dict[tuple[str, str], bool]] = {}
    agents: dict[Key, dict[tuple[str, str], None]] = {}
    for claim in claims:
        subject = actor(claim.object.span) if claim.subject is None else iri(claim.subject)
        target = _target(claim.object, iri, home)
        if not subject or not target or subject == target:
            continue
        key = (subject, claim.predicate, target)
        turned = (target, claim.predicate, subject)
        key = turned if claim.predicate in MUTUAL and turned in evidence else key
        speaker = ""
        for name, mention in claim.agents:
            agent = iri(mention)
            if agent and name == "speaker":
                speaker = agent
            elif agent:
                agents.setdefault(key, {}).setdefault((name, agent))
        for qualifier in claim.qualifiers:
            told = qualifiers.setdefault(key, {})
            told[qualifier] = told.get(qualifier, False) or claim.stance in HOLDS
        found = Evidence(origins.each(claim.spans), claim.rule, claim.stance, speaker)
        evidence.setdefault(key, []).append(found)
    return [
        Fact(*key, _distinct(found), _told(found, qualifiers.get(key, {})), tuple(agents.get(key, ())))
        for key, found in ((key, evidence[key]) for key in sorted(evidence))
    ]


def _target(mention: Mention, iri: Callable[[Mention], str | None], home: Callable[[Span], str]) -> str | None:
    """What a claim leads to: an entity, the article's own place where nothing stands there, or words of the text."""
    if mention.type == WORDS:
        return mention.name
    return iri(mention) if len(mention.span) else home(mention.span)


def _told(found: Sequence[Evidence], qualifiers: Mapping[tuple[str, str], bool]) -> tuple[tuple[str, str], ...]:
    """When a plan was to be done says nothing of what is done: of a fact that holds, the qualifiers that do."""
    holds = any(evidence.stance in HOLDS for evidence in found)
    return tuple(qualifier for qualifier, held in qualifiers.items() if held or not holds)


def _distinct(found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Each piece of evidence once, the first first."""
    if len(found) == 1:
        return tuple(found)
    # Tuples of numbers are compared far faster than spans are.
    kept: dict[tuple[str, str, str, tuple[tuple[int, int], ...]], Evidence] = {}
    for one in found:
        places = tuple([(span.start, span.end) for span in one.spans])
        kept.setdefault((one.rule, one.stance, one.speaker, places), one)
    return tuple(kept.values())
