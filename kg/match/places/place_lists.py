"""Text and the places known so far in, the members of lists out of which the words round them make places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.places.name_edges import ESTATE, NameEdges
from kg.match.places.occurrences import occurrences
from kg.match.places.place_grammar import COUNTS, KINDS_OF_LIST, Found, Hit, stands_whole
from kg.match.rulebook.words import Words
from kg.model import Form

LIST_NUMBER = re.compile(r"(?:等|(?<=[一-龥]))(?:[0-9]+|[一二两三四五六七八九十百多几数]+)\Z")
NOT_A_LIST = "级民委务集域内里长书两党庄落办"
LIST_OPENING = re.compile(r"[，。；：！？“”（）\n]|[0-9一二三四五六七八九十两]个[一-龥]{1,3}?[和及与、]")
LIST_REACH, PAIR = 120, 2
OF_EACH = re.compile("级(?:党|组织|联合)")
JOINED = re.compile("[与同和]")
LIST_MARK, LIST_JOINTS = re.compile("、"), re.compile("[、和与及]")
MEMBER = (2, 6)
# 其他三个村——龙湾、大塘、瓦岗，也办起民宿
ANNOUNCED = re.compile(
    "(?P<number>[0-9]{1,2}|[两三四五六七八九十])个(?P<kind>行政村|自然村|村|社区|镇|乡)(?:——|，即|，分别[是为])"
    "(?P<list>[一-龥]{2,5}(?:[、和与及][一-龥]{2,5})+)(?=[，。；：——])"
)
# 柳湾和相邻的松塘两个乡
ASIDE = re.compile("(?:相邻|邻近|毗邻|附近|周边|隔壁)的")


def listed_places(text: str, hits: Sequence[Hit], edges: NameEdges, named: Sequence[Found]) -> list[Found]:
    """瓦窑、木桥、朱行塔等9个自然村: what the end of a list says of its members."""
    taken = {f.end for f in named}
    found = []
    for start, end, word in hits:
        # Behind a number only 三级 and 村民 make another word of it: 瓦窑、木桥、塘坊三村党支部.
        other = end < len(text) and text[end] in ("级民" if word[0] in COUNTS else NOT_A_LIST)
        # 瓦窑、木桥、塘坊三个村级党组织: of each of the villages one.
        if other and (word != "个村" or OF_EACH.match(text, end) is None):
            continue
        since = max(start - LIST_REACH, 0)
        opening = max((m.end() for m in LIST_OPENING.finditer(text, since, start)), default=since)
        counted, number = word[0] in COUNTS, COUNTS.get(word[0], 0)
        if word[0] == "个":
            listed = LIST_NUMBER.search(text[opening:start])
            if listed is None:
                continue
            start = opening + listed.start()
            # 柳湾嘉园和青石尚品两个小区
            number = COUNTS.get(listed[0], 0)
            counted = number == PAIR or text.startswith("级", end)
        if "、" not in text[opening:start] and not (counted and number == PAIR):
            continue
        # 石桥村与相邻的东坪、西坪两个村: with whom the two are joined is none of them.
        joined = JOINED.search(text, opening, start) if counted else None
        if joined and joined.start() in taken and _as_many(text[joined.end() : start], number, word[1:]):
            opening = joined.end()
        if counted and not _as_many(text[opening:start], number, word[1:]):
            continue
        kind = KINDS_OF_LIST[word[1:]]
        estate = word.endswith(ESTATE)
        form = Form.PROPER if kind == "Village" or estate else Form.SHORT
        members = _members(text, opening, start, edges, taken, counted, estate)
        found += [Found(a, b, kind, "list", form) for a, b in members]
    return found


def announced_places(text: str, edges: NameEdges, named: Sequence[Found]) -> list[Found]:
    """其他三个村——龙湾、大塘、瓦岗: what the words before a list say of its members, if as many follow."""
    taken = {f.end for f in named}
    found = []
    for match in ANNOUNCED.finditer(text):
        items = LIST_JOINTS.split(match["list"])
        number = COUNTS.get(match["number"]) or (match["number"].isdigit() and int(match["number"]))
        at = match.start("list")
        spans = []
        for item in items:
            spans.append((at, at + len(item)))
            at += len(item) + 1
        free = all(b in taken or (edges.bare(b, a) == a and edges.is_said_of_none(text[a:b])) for a, b in spans)
        if len(items) == number and free:
            kind = KINDS_OF_LIST[match["kind"]]
            form = Form.PROPER if kind == "Village" else Form.SHORT
            found += [Found(a, b, kind, "list", form) for a, b in spans if b not in taken]
    return found


def _as_many(listed: str, number: int, kind: str) -> bool:
    """Whether a list holds as many as the number behind it says; 张一村、张二村、张三村 are called so."""
    members = LIST_JOINTS.split(listed)
    return len(members) == number and not any(member.endswith(kind) for member in members)


def _members(
    text: str, opening: int, end: int, edges: NameEdges, taken: set[int], counted: bool, estate: bool
) -> list[tuple[int, int]]:
    """The members of a list that are no names by themselves; none where one of them cannot be a name."""
    found = []
    at = opening
    for n, item in enumerate((LIST_JOINTS if counted else LIST_MARK).split(text[opening:end])):
        start, stop = at, at + len(item)
        at = stop + 1
        if stop in taken:
            continue
        if aside := ASIDE.match(text, start, stop):
            start = aside.end()
        # 开化 is a word and a county.
        named = text[start:stop] in edges.grammar.gazetteer.named
        # 白石镇瓦窑、木桥、朱行塔三村
        least = max((edge for edge in taken if start < edge < stop), default=start) if n == 0 else start
        begin = start if named or (n and estate and edges.is_said_of_none(item)) else edges.bare(stop, least)
        if begin is None or (n and begin != start) or not MEMBER[0] <= stop - begin <= MEMBER[1]:
            return []
        found.append((begin, stop))
    return found


def listed_again(text: str, listed: Sequence[Found], words: Words) -> list[Found]:
    """前澳、鹿坪两村…，前澳中心渔港: the villages of a list wherever the text names them, if they are no other word."""
    names = {text[f.start : f.end] for f in listed if f.type == "Village" and f.form is Form.PROPER}
    # 柳湾村 is the village whose name a list gives as 柳湾.
    own = sorted(name for name in names if not words.frequency(name) and f"{name}村" not in text)
    taken = {f.start for f in listed}
    return [
        Found(at, at + len(name), "Village", "suffix")
        for name, places in sorted(occurrences(text, own).items())
        for at in places
        if at not in taken and stands_whole(text, at, at + len(name), words)
    ]
