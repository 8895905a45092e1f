"""Of whom figures speak."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Mention


class Owner(NamedTuple):
    """Of whom a clause's figures speak (None: the article's own place), and whose people and means it counts."""

    who: Mention | None
    place: Mention | None


NOBODY = Owner(None, None)
