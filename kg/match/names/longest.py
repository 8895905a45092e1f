"""Mentions in, those that stand out: of two that overlap the longer, with what lies inside it nested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.match.rulebook.kinds import BODIES
from kg.model import Form, Mention

# Bodies that have teams and rooms with names of their own.
MOTHERS = ("Institution", "GovernmentBody", "Enterprise")


def longest(found: Iterable[Mention]) -> list[Mention]:
    """Longest mention wins, then the quoted one, then the order of names; what lies inside is nested."""
    ordered = sorted(found, key=_rank)
    taken: list[Mention] = []
    cover = bytearray(max((m.span.end for m in ordered), default=0))
    for mention in ordered:
        start, end = mention.span.start, mention.span.end
        if cover.find(1, start, end) != -1:
            continue
        cover[start:end] = b"\1" * (end - start)
        if mention.rule.endswith("#chain"):
            mention = replace(mention, inside=_links(mention, ordered))
        if mention.core is not None and mention.type in BODIES:
            mention = replace(mention, inside=_leading(mention, ordered))
        taken.append(mention)
    return sorted(taken, key=_place)


def _links(chain: Mention, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The bodies that a chain joins, from the upper to the lower."""
    links: list[Mention] = []
    for mention in found:
        for body in (mention, *mention.inside):
            joined = body.type in BODIES and chain.span.covers(body.span)
            if joined and not any(body.span.overlaps(link.span) for link in links):
                links.append(body)
    return tuple(sorted(links, key=_place))


def _leading(name: Mention, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """What stands inside a quoted name, with the body that it begins with."""
    bodies = (m for m in found if m.type in MOTHERS and m.core is None and m.span.start == name.span.start)
    body = next((m for m in bodies if name.core is not None and m.span.end < name.core.start), None)
    return name.inside if body is None else (body, *(m for m in name.inside if not body.span.covers(m.span)))


def _rank(mention: Mention) -> tuple[int, bool, bool, bool, bool, int, str, str]:
    span, kind, rule = mention.span, mention.type, mention.rule
    quoted = mention.form is Form.QUOTED
    # “甲”、“满园硕果”等增收模式: the noun behind a list says what its members are, whatever their last characters.
    other = not rule.endswith("#listed")
    return span.start - span.end, kind != "Honor", rule != "lexicon/bodies", not quoted, other, span.start, kind, rule


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end
