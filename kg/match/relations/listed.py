"""A mention in a folded sentence in, those who are listed with it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.numbers.numerals import TO_TEN
from kg.match.relations.folding import Folded
from kg.match.rulebook.kinds import BODIES, PLACES
from kg.match.rulebook.patterns import CLAUSE_MARK
from kg.model import Form, Mention

# What parts those who act together, each with a bracket or none.
LINK = "(?:（[^（）]{0,20}）)?(?:[、和与及]|以及|会同|联合|携手)"
# 荆溪县、白石县、江岳县: a member that no mention names parts no list.
UNNAMED = "(?:[一-龥]{1,6}(?:[县市区旗镇乡村]|街道|社区)[、和与及])"
LISTED, LISTS = re.compile(f"{LINK}{UNNAMED}{{0,2}}$"), re.compile(LINK)
# 松湾社区党委书记、居民委员会主任李华: how long a title may be, and in what somebody holds a post.
LONGEST_TITLE, POSTED_IN = 32, PLACES | BODIES

# 东湖区4个城区, 云岭旗4个县级市共7个城市: how many there are; and what parts a list before its last part.
COUNT = re.compile("([0-9]+|[两二三四五六七八九十])[个家名所](?:[一-龥]{1,6}共([0-9]+)[个家名所])?")
BEYOND, COMMA_REACH = re.compile("(?:[0-9]+[个家名所][一-龥]{1,8})?，[一-龥]{0,4}$"), 20
OF_A_LIST = "#listed"
LIST_END, LIST_REACH = re.compile("[，。；：！？等\n]"), 30


def lowest(folded: Folded, place: int, kinds: frozenset[str]) -> int:
    """Of names that stand side by side, each saying where the next lies, the last: 江岳市东湖区宏远集团."""
    at = folded.at
    while place in at and _says_where(at[place]) and place + 1 in at and at[place + 1].type in kinds:
        if at[place + 1].type == "Team" and _stays_there(folded, place):
            break
        place += 1
    return place


def _stays_there(folded: Folded, place: int) -> bool:
    """县水利局驻石桥村工作队: whether a team behind a place is one that was sent there, and not the place's."""
    while place - 1 in folded.at and folded.at[place - 1].type in PLACES:
        place -= 1
    return folded.text[place - 1 : place] == "驻"


def _says_where(mention: Mention) -> bool:
    """Whether a name before another says where that lies: 青石县, and 青石街道办."""
    return mention.type in PLACES or mention.name.endswith(("街道办", "街道办事处"))


def listed_before(folded: Folded, place: int, kinds: frozenset[str]) -> int | None:
    """The member of a list that stands before another: 宋家镇（茶叶）和石泉县中坝村."""
    at = folded.at
    while place - 1 in at and at[place - 1].type in PLACES and at[place].type in PLACES:
        place -= 1  # 石泉县 says where 中坝村 lies
    if place - 1 in at and {at[place - 1].form, at[place].form} == {Form.QUOTED}:
        return place - 1 if at[place - 1].type in kinds else None  # “富硒米”“富硒豆”双双获评…
    link = LISTED.search(folded.text, max(0, place - 24), place)
    before = link.start() - 1 if link else _titled_before(folded, place)
    return before if before in at and at[before].type in kinds else None


def counted_on(folded: Folded, last: int, first: int, named: int, kinds: frozenset[str]) -> list[Mention]:
    """Who stands beyond the commas of a list that says it has more members than stand in its last part.

    西湖区、南湖区，东湖区3个城区: the number is the proof that the list began before the comma.
    """
    count = COUNT.match(folded.text, lowest(folded, last, kinds) + 1)
    most = max((_number(some) for some in count.groups() if some), default=0) if count else 0
    found: list[Mention] = []
    while len(found) + named < most:
        while first - 1 in folded.at and folded.at[first - 1].type in PLACES:
            first -= 1
        comma = BEYOND.search(folded.text, max(0, first - COMMA_REACH), first)
        before = comma.start() - 1 if comma else -1
        part: list[Mention] = []
        while before in folded.at and folded.at[before].type in kinds:
            part.insert(0, folded.at[before])
            first, further = before, listed_before(folded, before, kinds)
            before = -1 if further is None else further
        if not part:
            break
        found = [*part, *found]
    return found if len(found) + named == most else []


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 2 if text == "两" else TO_TEN.find(text)


def _titled_before(folded: Folded, place: int) -> int:
    """松湾社区党委书记李华和石桥社区党委书记王刚: where the person stands before a person with his post, or -1."""
    text, at = folded.text, folded.at
    if place not in at or at[place].type != "Person":
        return -1
    for k in range(place - 1, max(-1, place - LONGEST_TITLE), -1):
        if CLAUSE_MARK.match(text, k):
            return -1
        if k in at and at[k].type == "Person":
            posted = any(i in at and at[i].type in POSTED_IN for i in range(k + 2, place))
            return k if posted and text[k + 1] in "、和与及" else -1
    return -1


def listed_after(folded: Folded, place: int, stop: int, kinds: frozenset[str]) -> Iterator[Mention]:
    """The members of a list that stand behind another, before `stop`: 由农科院与宏远集团共建."""
    while link := LISTS.match(folded.text, place + 1):
        place = lowest(folded, link.end(), kinds)
        if link.end() <= stop <= place or place not in folded.at or folded.at[place].type not in kinds:
            return
        yield folded.at[place]


def listed_on(folded: Folded, place: int, kinds: frozenset[str]) -> int | None:
    """The next member of a list that its closing noun has named, over such as are none: 甲园、修路、乙园等项目."""
    at = folded.at
    if place not in at or not at[place].rule.endswith(OF_A_LIST):
        return None
    further = next((k for k in range(place + 1, min(place + LIST_REACH, len(folded.text))) if k in at), None)
    if further is None or not at[further].rule.endswith(OF_A_LIST) or LIST_END.search(folded.text, place, further):
        return None
    return further if at[further].type in kinds else listed_on(folded, further, kinds)
