"""Claims in, facts out: the same claim twice is one fact with two pieces of evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.model import Claim, Document, Evidence, Fact, Mention, Span


def settle_facts(
    document: Document,
    claims: Sequence[Claim],
    iri: Callable[[Mention], str | None],
    home: Callable[[Span], str],
) -> list[Fact]:
    """Facts between entities; a claim whose subject or object is no entity says nothing."""
    evidence: dict[tuple[str, str, str], list[Evidence]] = {}
    qualifiers: dict[tuple[str, str, str], dict[tuple[str, str], None]] = {}
    agents: dict[tuple[str, str, str], dict[tuple[str, str], None]] = {}
    for claim in claims:
        subject = home(claim.object.span) if claim.subject is None else iri(claim.subject)
        target = home(claim.object.span) if not len(claim.object.span) else iri(claim.object)
        if not subject or not target or subject == target:
            continue
        key = (subject, claim.predicate, target)
        speaker = ""
        for name, mention in claim.agents:
            agent = iri(mention)
            if agent and name == "speaker":
                speaker = agent
            elif agent:
                agents.setdefault(key, {}).setdefault((name, agent))
        for qualifier in claim.qualifiers:
            qualifiers.setdefault(key, {}).setdefault(qualifier)
        spans = tuple(s for span in claim.spans for s in document.in_source(span))
        found = Evidence(spans, claim.rule, claim.stance, speaker)
        known = evidence.setdefault(key, [])
        if found not in known:
            known.append(found)
    return [
        Fact(*key, tuple(found), tuple(qualifiers.get(key, ())), tuple(agents.get(key, ())))
        for key, found in sorted(evidence.items())
    ]
