"""Text and the places known so far in, the members of lists out of which the words round them make places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.places.name_edges import ESTATE, NameEdges
from kg.match.places.occurrences import occurrences
from kg.match.places.place_grammar import COUNTS, PLACE_TAGS, Found, Hit, stands_whole
from kg.match.rulebook.words import Words
from kg.model import Form

LIST_NUMBER = re.compile(r"(?:等|(?<=[一-龥]))(?:[0-9]+|[一二两三四五六七八九十百多几数]+)\Z")
NOT_A_LIST = "级民委务集域内里长书两党庄落办"
LIST_OPENING = re.compile(r"[，。；：！？“”（）\n]|[0-9一二三四五六七八九十两]个[一-龥]{1,3}?[和及与、]")
LIST_REACH, PAIR = 120, 2
OF_EACH = re.compile("级(?:党|组织|联合)")
JOINED = re.compile("[与同和]")
LIST_JOINTS = re.compile("[、和与及]")
# 青山、柳湾和石门等村, but 永和、太和等村
LIST_MARKS, MARK = re.compile("、|(?<=[^、]{2})(?:以及|[和与及])(?=[^、]{2})"), "、"
MEMBER = (2, 6)
# 其他三个村——龙湾、大塘、瓦岗，也办起民宿
ANNOUNCED = re.compile(
    "(?P<number>[0-9]{1,2}|[两三四五六七八九十])个(?P<kind>行政村|自然村|村|社区|镇|乡)(?:——|，即|，分别[是为])"
    "(?P<list>[一-龥]{2,5}(?:[、和与及][一-龥]{2,5})+)(?=[，。；：——])"
)
ROW, ROW_REACH = re.compile(r"(?:[一-龥]{2,12}、)(?:[一-龥]{2,4}、)*\Z"), 60
SHARING = {"Village": "村", "Community": "社区"}
# 石桥镇茶场、粮站、石门村: what else there is in a town.
OTHER_LAST_WORDS = frozenset("场厂站院校所局馆园社企厅处会委队办室店行学府部库坊村镇乡区")
CHOOSING = frozenset("选挑定推派到访驻赴援帮包联")
DEEDS = frozenset("种养修采办建做卖收挖栽")
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
            # 青山、柳湾和石门三个村, 青山和柳湾、石门3个村
            said = number or (int(listed[0]) if listed[0].isdigit() else 0)
            if not counted and _as_many(text[opening:start], said, word[1:]):
                counted, number = True, said
        if "、" not in text[opening:start] and not (counted and number == PAIR):
            continue
        # 石桥村与相邻的东坪、西坪两个村: with whom the two are joined is none of them.
        joined = JOINED.search(text, opening, start) if counted else None
        if joined and joined.start() in taken and _as_many(text[joined.end() : start], number, word[1:]):
            opening = joined.end()
        if counted and not _as_many(text[opening:start], number, word[1:]):
            continue
        kind = edges.grammar.list_kinds[word[1:]]
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
            kind = edges.grammar.list_kinds[match["kind"]]
            form = Form.PROPER if kind == "Village" else Form.SHORT
            found += [Found(a, b, kind, "list", form) for a, b in spans if b not in taken]
    return found


def sharing_last_word(text: str, edges: NameEdges, named: Sequence[Found]) -> list[Found]:
    """石桥镇青山、柳湾、石门村: the members of a row behind a town that say 村 once, with the last of them."""
    towns = {f.end for f in named if f.type == "Township"}
    found = []
    for last in named:
        row = ROW.search(text, max(0, last.start - ROW_REACH), last.start) if last.type in SHARING else None
        # Of what the expression takes for the first member the town is a part.
        opening = next((at for at in range(row.start(), last.start) if at in towns), None) if row else None
        opening = opening + 1 if opening is not None and text[opening] in "在辖" else opening
        if opening is None or not text.endswith(SHARING[last.type], last.start, last.end):
            continue
        items = text[opening : last.start - 1].split(MARK)
        at, spans = opening, []
        for item in items:
            spans.append((at, at + len(item)))
            at += len(item) + 1
        free = all(b - a > 1 and _is_bare(text, a, b, edges) for a, b in spans)
        if len(items) > 1 and free:
            found += [Found(a, b, last.type, "list") for a, b in spans]
    return found


def _is_bare(text: str, start: int, end: int, edges: NameEdges) -> bool:
    """青山, but 种茶 and 粮站 are no villages."""
    item, words = text[start:end], edges.words
    named = words.frequency(item) == 0 or words.tag(item) == PLACE_TAGS[0] or item in edges.grammar.settlement
    named = named and item[0] not in DEEDS and item[-1] not in OTHER_LAST_WORDS and edges.is_said_of_none(item)
    return named and edges.bare(end, start) == start


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
    listed = text[opening:end]
    # Before the first mark of a list that nobody has counted, words of the sentence stand.
    first, mark, others = ("", "", listed) if counted else listed.partition(MARK)
    for n, item in enumerate([*([first] if mark else []), *(LIST_JOINTS if counted else LIST_MARKS).split(others)]):
        start = text.index(item, at)
        stop = at = start + len(item)
        if stop in taken:
            continue
        if aside := ASIDE.match(text, start, stop):
            start = aside.end()
        # 开化 is a word and a county.
        named = text[start:stop] in edges.grammar.gazetteer.named
        # 白石镇瓦窑、木桥、朱行塔三村
        least = max((edge for edge in taken if start < edge < stop), default=start) if n == 0 else start
        begin = start if named or (n and estate and edges.is_said_of_none(item)) else edges.bare(stop, least)
        # 镇上选南岭、董家堡两个村: the verb before the first is no part of it.
        if n == 0 and begin is not None and stop - begin > MEMBER[0] and _is_verb(edges, text[begin:stop]):
            begin += 1
        if begin is None or (n and begin != start) or not MEMBER[0] <= stop - begin <= MEMBER[1]:
            return []
        found.append((begin, stop))
    return found


def _is_verb(edges: NameEdges, name: str) -> bool:
    """Whether a name opens with a verb of one character by itself."""
    word, _ = edges.words.cut(name)[0]
    return word in CHOOSING


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
