"""What a client accepts in, the form that suits it best out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# The forms of an answer, by the media types that ask for them; where all are equally welcome, the first is given.
TABLES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
# Neither CSV nor TSV can hold a truth.
TRUTHS: Mapping[str, str] = {media: form for media, form in TABLES.items() if form in {"json", "xml"}}
STATEMENTS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/ld+json": "jsonld",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/json": "jsonld",
    "text/plain": "ntriples",
    "application/x-turtle": "turtle",
}


def best(accept: str, offered: Sequence[str]) -> str | None:
    """The media type that an Accept header likes best of those offered; None where it likes none.

    >>> best("text/html, application/*;q=0.5", ["text/csv", "application/json"])
    'application/json'
    >>> best("", ["text/csv"]), best("image/png", ["text/csv"]), best("text/csv;q=0, */*", ["text/csv"])
    ('text/csv', None, None)
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    liked = {media: _liking(media, ranges) for media in offered}
    chosen = max(offered, key=lambda media: liked[media], default=None)
    return chosen if chosen is not None and liked[chosen] > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((said[2:] for said in parameters if said.startswith("q=")), "1")
    try:
        return media, min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return media, 0.0


def _liking(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """What the most exact range says that a media type falls into."""
    kinds = (media, media.partition("/")[0] + "/*", "*/*")
    found = [(-kinds.index(range_), quality) for range_, quality in ranges if range_ in kinds]
    return max(found, default=(0, 0.0))[1]
