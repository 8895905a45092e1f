"""A name of one character for each part (“访议办”) and a list of its document in, whether they agree out."""

from __future__ import annotations

import re

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.shorthand.decomposed import number_of
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import NUMBER, Numeral
from kg.model import Group, Item, Span

CHARACTERS = re.compile("[一-龥]{3,6}")
NEAR, SHORTEST = 160, 3
# “听理断和”四字诀: the name says itself that each of its characters is a part.
COUNTED = re.compile(f"”的?(?P<counted>(?P<number>{NUMBER})(?:字(?=[一-龥]{{0,4}}?(?:诀|经|法))|色))")
COLOURS = frozenset("红橙黄绿青蓝紫白黑灰金银粉")


def initials(text: str, core: str, end: int) -> Numeral | None:
    """What a name of one character for each part announces; None where its characters do not stand behind it in order.

    >>> line = "“访议办”工作法：访民情、议难题、办实事"
    >>> initials(line, "访议办", 4).number, initials(line, "河小青", 4)
    (3, None)
    """
    if not CHARACTERS.fullmatch(core) or len(set(core)) < len(core):
        return None
    at = end
    for character in core:
        at = text.find(character, at, end + NEAR) + 1
        if not at:
            return None
    return Numeral(len(core), "", core, tuple(core))


def read_counted_characters(text: str, core: Span) -> Reading | None:
    """“听理断和”四字诀: as many characters in quotation marks as are counted behind them.

    >>> line = "“听理断和”四字诀"
    >>> [item.text for item in read_counted_characters(line, Span(1, 5)).groups[0].items]
    ['听', '理', '断', '和']
    >>> [item.text for item in read_counted_characters("“红黄绿”三色管理", Span(1, 4)).groups[0].items]
    ['红', '黄', '绿']
    """
    counted = COUNTED.match(text, core.end)
    if counted is None or number_of(counted["number"]) != len(core) or len(core) < SHORTEST:
        return None
    if counted["counted"].endswith("色") and not COLOURS.issuperset(text[core.start : core.end]):
        return None
    items = tuple(Item(text[at], Span(at, at + 1)) for at in range(core.start, core.end))
    return Reading((Group(counted["counted"], len(core), items, False, core),), EXACT + LABELLED)


def read_in_order(text: str, core: str, behind: Span) -> Reading | None:
    """“望闻问”法，望气色、闻民声、问需求: the pieces at once behind the name, each opening with its character.

    >>> line = "，红的一周一访，黄的半月一访，绿的每季一访。"
    >>> [item.text for item in read_in_order(line, "红黄绿", Span(0, len(line))).groups[0].items]
    ['红的一周一访', '黄的半月一访', '绿的每季一访']
    """
    if behind.start >= behind.end or text[behind.start] not in "，：。——" or len(core) < SHORTEST:
        return None
    flat = pieces(text, Span(behind.start + 1, behind.end), 1)
    for first in (0, 1):
        found = flat[first : first + len(core)]
        if len(found) == len(core) and all(
            text.startswith(c, s.start) and len(s) > 1 for c, s in zip(core, found, strict=True)
        ):
            items = tuple(Item(text[s.start : s.end], s) for s in found)
            return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), EXACT + LABELLED)
    return None


def read_colours(text: str, core: str, behind: Span) -> Reading | None:
    """“红黄蓝”管理：红色，隐患大；黄色，有隐患；蓝色，没隐患: each colour opens a clause, in order.

    >>> line = "，把车库分成三等：红色，隐患大；黄色，有隐患；蓝色，没隐患。"
    >>> [item.text for item in read_colours(line, "红黄蓝", Span(0, len(line))).groups[0].items]
    ['红色', '黄色', '蓝色']
    """
    if len(core) < SHORTEST or not COLOURS.issuperset(core):
        return None
    found, at = list[Span](), behind.start
    for colour in core:
        opens = re.compile(f"(?<=[，。；：、\n]){colour}色(?=[，：（]|代表|表示|是|为|即|指)")
        said = opens.search(text, at, behind.end)
        if said is None or (found and said.start() - at > NEAR):
            return None
        found.append(Span(*said.span()))
        at = said.end()
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), EXACT + LABELLED)


def spelled(core: str, reading: Reading) -> Reading | None:
    """The list as the parts of the name, where each member has the character of its place: 访民情, 议难题, 办实事."""
    items = [item for group in reading.groups for item in group.items]
    if len(items) != len(core) or not reading.holds:
        return None
    pairs = list(zip(core, [i.text for i in items], strict=True))
    # 每月一歌、每季一展: each in the same place.
    alike = len({said.find(c) for c, said in pairs}) == 1 or len({len(said) - said.rfind(c) for c, said in pairs}) == 1
    if not alike or not all(c in said != c for c, said in pairs) or len({said for _, said in pairs}) < len(items):
        return None
    return Reading((Group("", None, tuple(items), False, reading.groups[0].span),), EXACT + LABELLED)
