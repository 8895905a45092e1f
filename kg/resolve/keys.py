"""A mention in, what tells it from the others of its document out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from kg.model import Mention

# Start, end and type of a mention.
Key = tuple[int, int, str]


def key_of(mention: Mention) -> Key:
    """What tells a mention from the others of its document."""
    return mention.span.start, mention.span.end, mention.type


@lru_cache(maxsize=4096)  # a text says the same names again and again
def clean(name: str) -> str:
    """A name in NFKC without blanks.

    >>> clean("党建 引领＋")
    '党建引领+'
    """
    return "".join(unicodedata.normalize("NFKC", name).split())


def nested(mention: Mention) -> list[Mention]:
    """The mention and all that stand inside its name."""
    found = [mention]
    for inner in mention.inside:
        found += nested(inner)
    return found
