"""A sentence with its mentions in, the same with each mention as one character out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Mention, Span

QUOTATION = re.compile(r"“[^“”。！？\n]{6,80}”")
QUOTED = "\uf8ff"


@dataclass(frozen=True, slots=True)
class Folded:
    """A sentence in which each mention is one private-use character."""

    text: str
    origin: Sequence[int]  # place in the document of each character
    at: Mapping[int, Mention]  # index in `text` → mention


def fold(text: str, span: Span, mentions: Sequence[Mention], folds: Mapping[str, str]) -> Folded:
    """Fold the mentions of a sentence, so that no trigger can fire inside a name.

    >>> folded = fold("云岭县推行河长制。", Span(0, 9), [Mention(Span(0, 3), "County", "", "云岭县")], {"County": "C"})
    >>> folded.text, list(folded.origin)
    ('C推行河长制。', [0, 3, 4, 5, 6, 7, 8, 9])
    """
    pieces: list[str] = []
    origin: list[int] = []
    at: dict[int, Mention] = {}
    place = span.start
    for mention in mentions:
        if mention.span.start < place:
            continue
        _plain(text, place, mention.span.start, pieces, origin)
        at[len(origin)] = mention
        pieces.append(folds[mention.type])
        origin.append(mention.span.start)
        place = mention.span.end
    _plain(text, place, span.end, pieces, origin)
    origin.append(span.end)
    return Folded("".join(pieces), origin, at)


def _plain(text: str, start: int, end: int, pieces: list[str], origin: list[int]) -> None:
    """A stretch between mentions, in which a quotation that names nothing is one character as well."""
    for quotation in QUOTATION.finditer(text, start, end) if text.find("“", start, end) != -1 else ():
        pieces += (text[start : quotation.start()], QUOTED)
        origin += range(start, quotation.start() + 1)
        start = quotation.end()
    pieces.append(text[start:end])
    origin += range(start, end)
