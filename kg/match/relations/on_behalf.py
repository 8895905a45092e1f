"""The claims of a sentence in, what those who lead a town, village or community do for it, as its own, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.rulebook.kinds import SETTLED
from kg.model import Claim, Mention

# Where a careful reader takes either for who does it.
DONE_FOR = frozenset({"adopts", "implements", "establishes"})
RULE = "on-behalf"


def claims_on_behalf(claims: Sequence[Claim], committees: frozenset[str]) -> Iterator[Claim]:
    """For each thing that the committee of a small place runs or founds, the same of the place.

    >>> from kg.model import Form, Span, Stance
    >>> village = Mention(Span(0, 3), "Village", "", "石桥村")
    >>> branch = Mention(Span(0, 6), "PartyOrganization", "", "石桥村党支部", inside=(village,))
    >>> way = Mention(Span(8, 15), "Mechanism", "", "“三联”机制")
    >>> claim = Claim(branch, "adopts", way, (Span(0, 15),), "adopts/1", Stance.STATED)
    >>> [found.subject.name for found in claims_on_behalf([claim], frozenset({"党支部"}))]
    ['石桥村']
    """
    for claim in claims:
        place = _led_by(claim.subject, committees) if claim.subject and claim.predicate in DONE_FOR else None
        if place is not None and not place.span.covers(claim.object.span):
            yield replace(claim, subject=place, rule=f"{RULE}/{claim.rule}")


def _led_by(body: Mention, committees: frozenset[str]) -> Mention | None:
    """The place that a body leads, if its name is that of the place and nothing but what leads one."""
    at, last = body.span.start, None
    for place in body.inside:
        if place.span.start != at:
            break
        last, at = place, place.span.end
    if last is None or last.type not in SETTLED:
        return None
    behind = body.name[len(body.name) - (body.span.end - at) :]
    return last if behind in committees else None
