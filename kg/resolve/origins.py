"""Stretches of one document's text in, the stretches of its source that they were read from out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.model import Document, Span


class Origins:
    """Where each stretch of a document stands in its source; most are asked for several times.

    >>> from kg.model import Source
    >>> page = Document(Source("报", "云岭 县", "0", "utf-8"), "云岭县", [0, 1, 3], (), tears=(2,))
    >>> Origins(page).of(Span(0, 3))
    (Span(start=0, end=2), Span(start=3, end=4))
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[tuple[int, int], tuple[Span, ...]] = {}

    def of(self, span: Span) -> tuple[Span, ...]:
        """The stretches in the order of the text."""
        start, end = place = (span.start, span.end)
        found = self._known.get(place)
        if found is None:
            document = self._document
            origin, tears = document.origin, document.tears
            if bisect_right(tears, start) < bisect_left(tears, end):
                found = document.in_source(span)
            else:
                found = (Span(origin[start], origin[end - 1] + 1),)
            self._known[place] = found
        return found

    def each(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The stretches of several spans, one after the other."""
        if len(spans) == 1:
            return self.of(spans[0])
        return tuple([piece for span in spans for piece in self.of(span)])

    def union(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The same in the order of the source, each once."""
        pieces = self.each(spans)
        if len(pieces) == 1:
            return pieces
        found = {(piece.start, piece.end): piece for piece in pieces}
        return tuple([found[place] for place in sorted(found)])
