"""Full names in, the places where the text means them by a shorter one out: （下称绿源公司）, 渭水源药业."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.places.occurrences import DEFINED, occurrences
from kg.match.rulebook.kinds import BODIES, PLACES
from kg.model import Form, Mention, Span

LEGAL_FORM = re.compile("(?:有限责任公司|股份有限公司|集团有限公司|有限公司)$")
SHORTEST = 4


def find_shortened(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of bodies by what a bracket defines, and of firms by their name without its place and legal form.

    >>> full = Mention(Span(0, 10), "Enterprise", "", "云岭绿源农业有限公司", Form.PROPER)
    >>> [m.span for m in find_shortened("云岭绿源农业有限公司（下称绿源公司）建厂，绿源公司招工。", [full])]
    [Span(start=13, end=17), Span(start=21, end=25)]
    """
    names: dict[str, Mention] = {}
    for mention in found:
        if mention.type not in BODIES or mention.form is Form.SHORT:
            continue
        bracket = DEFINED.match(text, mention.span.end)
        if bracket is not None:
            names.setdefault(bracket[1], mention)
        if mention.type == "Enterprise" and LEGAL_FORM.search(mention.name):
            core = LEGAL_FORM.sub("", without_place(text, mention))
            if len(core) >= SHORTEST:
                names.setdefault(core, mention)
    places = occurrences(text, sorted(names))
    for name, full in sorted(names.items()):
        for start in places[name]:
            span = Span(start, start + len(name))
            if span.start >= full.span.end:
                yield Mention(span, full.type, "names/defined", full.name, Form.SHORT)


def without_place(text: str, mention: Mention) -> str:
    """The name of a body without the places that it begins with."""
    at = mention.span.start
    for inner in mention.inside:
        if inner.span.start == at and inner.type in PLACES:
            at = inner.span.end
    return text[at : mention.span.end]
