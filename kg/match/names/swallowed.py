"""Names found so far in, the same without a word of relation that they have taken in out: 石桥村|同|甘旭合作社."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.match.rulebook.kinds import BODIES, PLACES
from kg.model import Form, Mention, Span

RELATING, JOINING = frozenset("同与和跟由在从向让把对为被给将"), frozenset("同与和跟")
# 石桥村同甘旭合作社一道: what several do stands behind the last of them.
TOGETHER = re.compile(
    "一道|一起|一同|一块儿?|共同|携手|联手|联合|合作|合力|合伙|签[订署约下]|结[对成为]|共建|达成|对接|牵手|协作|互[通助]|抱团|建立|开展合作|之间|的合作"
)
SHORTEST = 4
NAMED = BODIES | {"Facility", "Project", "Program"}


def without_relation(text: str, found: Iterable[Mention]) -> list[Mention]:
    """The mentions, each of a place's partner without the word between, where the text says that it is one.

    >>> village = Mention(Span(0, 3), "Village", "test", "石桥村")
    >>> name = "石桥村同甘旭果品合作社"
    >>> whole = Mention(Span(0, 11), "Association", "test", name, inside=(village,))
    >>> [m.name for m in without_relation(name + "一道种茶。", [village, whole])]
    ['石桥村', '甘旭果品合作社']
    """
    found = [*found]
    swollen = {at for at, m in enumerate(found) if _relation(text, m) is not None}
    if not swollen:
        return found
    others = {name for at, m in enumerate(found) if at not in swollen for name in _names(text, m)}
    return [_cut(text, m, others) if at in swollen else m for at, m in enumerate(found)]


def _relation(text: str, name: Mention) -> int | None:
    """Where a word of relation stands with which a name begins, or right behind its place."""
    if name.type not in NAMED or name.form is Form.QUOTED:
        return None
    first = [m for m in name.inside if m.type in PLACES]
    start = name.span.start
    for place in first:
        if place.span.start == start:
            start = place.span.end
    return start if text[start] in RELATING and start + SHORTEST < name.span.end else None


def _names(text: str, name: Mention) -> list[str]:
    """A name as it stands, and without the places before it."""
    whole = text[name.span.start : name.span.end]
    start = name.span.start
    for place in name.inside:
        if place.span.start == start and place.type in PLACES:
            start = place.span.end
    return [whole, text[start : name.span.end]]


def _cut(text: str, name: Mention, others: set[str]) -> Mention:
    at = _relation(text, name)
    if at is None:
        return name
    rest = text[at + 1 : name.span.end]
    partner = at > name.span.start and text[at] in JOINING and TOGETHER.match(text, name.span.end) is not None
    if len(rest) < SHORTEST or not (rest in others or partner):
        return name
    inside = tuple(m for m in name.inside if m.span.start > at)
    return replace(name, span=Span(at + 1, name.span.end), name=rest, inside=inside)
