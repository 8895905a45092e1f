"""A text in, the names with which reports are signed in a line of their own or in brackets at their end out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.people.person_context import People
from kg.match.people.person_evidence import Candidate
from kg.match.people.person_itself import COMMON
from kg.match.rulebook.words import Words
from kg.model import Span

# ……喜获丰收。（李华 王芳）, ……已经通车。（云岭县公路局李华）
SIGNED = re.compile(r"(?<=[。！？”’…])（([一-鿿 、]{2,24})）")
# 云岭县委组织部 李华 王芳: a line of its own.
BY_LINE = re.compile(
    r"(?m)^[一-鿿]{1,20}[省市县区州旗镇乡][一-鿿]{0,12}[部局委社院厅办台馆心会站校厂行处所] ?"
    r"(?P<who>[一-鿿][一-鿿 ]{1,10})$"
)
LONGEST = 11
# What the bodies and places end in that stand before a signature.
OF_BODIES = frozenset("院队县市区局部社校厂行委处所站乡镇村报台司团")
LIKELY, VERY_LIKELY = 5, 45
Names = tuple[int, tuple[Candidate, ...]]


def find_signed(text: str, people: People, words: Words) -> Iterator[Candidate]:
    """Who has written a report, by what stands in brackets behind it or in a line behind a body.

    >>> from kg.gazetteer import load_gazetteer
    >>> from kg.match.people.person_context import compile_people
    >>> from kg.match.rulebook.rules import load_rules
    >>> people = compile_people(load_gazetteer(), load_rules())
    >>> [c.name for c in find_signed("喜获丰收。（李晓华王芳）", people, Words())]
    ['李晓华', '王芳']
    >>> [c.name for c in find_signed("喜获丰收。（李晓华、王芳）", people, Words())]
    ['李晓华', '王芳']
    >>> [c.name for c in find_signed("已经通车。（云岭县公路局张立军）", people, Words())]
    ['张立军']
    >>> [c.name for c in find_signed("古茶泡出好日子\\n云岭县委组织部 李晓华 王芳\\n雨后，茶香扑鼻。", people, Words())]
    ['李晓华', '王芳']
    """
    for match in BY_LINE.finditer(text):
        whole = _names(text, *match.span("who"), people, words)
        if whole is not None and all(_alone(c, words) for c in whole[1]):
            yield from whole[1]
    for match in SIGNED.finditer(text):
        start, end = match.span(1)
        whole = _names(text, start, end, people, words) if end - start <= LONGEST else None
        if whole is not None:
            yield from whole[1]
            continue
        for length in (3, 2):
            at = end - length
            if at > start and text[at - 1] in OF_BODIES:
                name = _signature(text, Span(at, end), people, words)
                if name is not None and name.likeness >= VERY_LIKELY:
                    yield name
                    break


def _alone(name: Candidate, words: Words) -> bool:
    """Whether a name needs no brackets to be one: 李晓华, but not 金秋忙."""
    return name.likeness >= VERY_LIKELY and (len(name.name) < 3 or words.frequency(name.name[:2]) < COMMON)


def _names(text: str, start: int, end: int, people: People, words: Words) -> Names | None:
    """The likeliest names that make up the whole stretch, and how likely they are together."""
    while start < end and text[start] in " 、":
        start += 1
    if start == end:
        return 0, ()
    best: Names | None = None
    for length in people.naming.lengths(text, start):
        name = _signature(text, Span(start, start + length), people, words) if start + length <= end else None
        rest = _names(text, start + length, end, people, words) if name is not None else None
        if name is not None and rest is not None:
            found = (name.likeness + rest[0], (name, *rest[1]))
            best = found if best is None or found[0] > best[0] else best
    return best


def _signature(text: str, span: Span, people: People, words: Words) -> Candidate | None:
    name = text[span.start : span.end]
    likeness = people.naming.likeness(name)
    if likeness is None or likeness < LIKELY or name in people.ordinary or name.endswith("摄"):
        return None
    if words.frequency(name) >= COMMON and not words.tag(name).startswith("nr"):
        return None
    return Candidate(span, name, likeness, "list", "end")
