"""A text in, the people out whom it counts and then names in a row, whatever their names: 两名专家苏雅、乌云."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.people.person_context import TELLING, People
from kg.match.people.person_itself import COMMON
from kg.match.rulebook.words import Words

COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5}
# Behind the row stands a mark, so that its last name ends where it should.
COUNTED = re.compile(
    "(?<![0-9十百千])(?P<count>[两二三四五2-5])余?[名位]"
    "(?P<row>[^，。；：！？“”（）、的\n]{4,12}(?:[、和][^，。；：！？“”（）、的\\n]{2,4}){1,4})(?=[，。；（])"
)
# In 李守和、王芳 the particle belongs to the name.
NAME, JOINED = re.compile("[^、]+"), re.compile("(?:[^、和]|和(?=、|$))+")
SHORTEST, LONGEST = 2, 4


def counted(text: str, people: People, words: Words) -> Iterator[tuple[int, int]]:
    """Where the names of such rows stand: as many of them as the number says, the first right behind a role.

    >>> from kg.gazetteer import load_gazetteer
    >>> from kg.match.people.person_context import compile_people
    >>> from kg.match.rulebook.rules import load_rules
    >>> text = "研究所派来的两名专家苏雅、乌云，吃住都在村里。"
    >>> [text[start:end] for start, end in counted(text, compile_people(load_gazetteer(), load_rules()), Words())]
    ['苏雅', '乌云']
    """
    for match in COUNTED.finditer(text):
        split = ([item.span() for item in mark.finditer(text, *match.span("row"))] for mark in (NAME, JOINED))
        items = next((row for row in split if len(row) == COUNTS[match["count"]]), None)
        if items is None:
            continue
        opens, end = items[0]
        starts = (at for at in range(end - LONGEST, end - SHORTEST + 1) if at > opens)
        start = next((at for at in starts if _follows_role(text, at, people)), None)
        row = [(start, end), *items[1:]] if start is not None else []
        if row and all(_may_be_name(text[a:b], people, words) for a, b in row):
            yield from row


def _follows_role(text: str, start: int, people: People) -> bool:
    role = people.roles.kind_before(text, start)
    return role is not None and role[0] in TELLING


def _may_be_name(name: str, people: People, words: Words) -> bool:
    """Whether a name has a surname or is written by its sound, and is no word or role."""
    if name in people.ordinary or name in people.roles.heads:
        return False
    if words.frequency(name) >= COMMON and not words.tag(name).startswith("nr"):
        return False
    likeness = people.naming.likeness(name)
    return (likeness is not None and likeness > 0) or people.transliterating.issuperset(name)
