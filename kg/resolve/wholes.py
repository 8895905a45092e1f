"""The lists of a text in, the parts of each whole out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.model import Item, Listing, Part
from kg.resolve.entities import Entities
from kg.resolve.origins import Origins


def wholes(
    origins: Origins, listings: Sequence[Listing], entities: Entities
) -> Iterable[tuple[str, tuple[Part, ...], str]]:
    """The parts of each whole; where two lists spell one out, the fuller."""
    best: dict[str, Listing] = {}
    for listing in listings:
        iri = entities.iri(listing.whole)
        if iri and (iri not in best or _size(listing) > _size(best[iri])):
            best[iri] = listing
    for iri, listing in best.items():
        yield iri, _parts(origins, listing), listing.rule


def _size(listing: Listing) -> int:
    return sum(len(g.items) for g in listing.groups)


def _parts(origins: Origins, listing: Listing) -> tuple[Part, ...]:
    def leaves(items: Sequence[Item]) -> tuple[Part, ...]:
        return tuple(Part(item.text, n, origins.union((item.span,))) for n, item in enumerate(items, 1))

    if len(listing.groups) == 1 and not listing.groups[0].label:
        return leaves(listing.groups[0].items)
    found = []
    for n, group in enumerate(listing.groups, 1):
        spans = origins.union((group.span or listing.whole.span,))
        listed = len(group.items) or None
        found.append(Part(group.label, n, spans, group.stated, listed, group.open, leaves(group.items)))
    return tuple(found)
