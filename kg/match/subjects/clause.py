"""A clause with its topics in, who acts in it out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Mention, Span

MADE, ESTATES = "Facility", re.compile("(?:庄|农|山|茶)园$|[农牧林]场$|[农山酒茶]庄$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with those of whom it may speak, the likeliest last; `here` where the clause itself names them."""

    span: Span
    opens: int  # where the words end that only open it, and a quotation mark
    topics: tuple[tuple[Mention, ...], ...]
    here: bool
    blocked: bool  # someone acts whom no mention names, or the sentence lost its head
    speech: Span | None
    ground: Mention | None = None  # 全镇, 该村: the place that the clause itself speaks of


def actor(clause: Clause, types: frozenset[str]) -> tuple[Mention, ...] | None:
    """The last topic that fits; () for the article's own place, None where somebody else acts."""
    if clause.blocked:
        return None
    if clause.here and MADE not in types and any(m.type == MADE and ESTATES.search(m.name) for m in clause.topics[-1]):
        return None  # 和美庄园种植草莓: neither the place nor who was spoken of before
    # Where the clause names who acts, but nobody who can, the topic before it acts: 该平台建立…
    for who in reversed(clause.topics):
        fitting = tuple(m for m in who if m.type in types)
        if fitting:
            return fitting
    return () if clause.speech is None else None
