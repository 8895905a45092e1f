"""A person in a sentence in, the posts that are told off behind the word for them out: 李华有三个身份：….

Also those that a clause sets beside each other: 李华既是…，又是….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.posts.role_phrases import JOINTS, phrases
from kg.match.posts.role_scene import OF, Held, Scene, since
from kg.match.posts.roles import RolePhrase
from kg.match.rulebook.kinds import FIRMS, SETTLEMENTS
from kg.match.rulebook.patterns import CLAUSE_MARK
from kg.model import Mention, Span

# 李华的身份有好几个：, 他，头衔有好几个：, 李华头上有三顶“帽子”：
TOLD_OFF = re.compile(
    "，?[^，。；：！？\n]{0,8}(?:身份|头衔|职务|“?帽子”?|[身兼][数多几]职)[^，。；：！？\n]{0,10}(?:：|——)"
)
BOTH, ALSO = re.compile("，?[^，。；：！？“”\n]{0,4}既是"), re.compile("，(?:又|也|还|更|同时也?|同时还)是")
POINTS, POINTED_REACH = ("这位", "这名"), 24
# A first secretary is sent by a body, and is one of the village.
SENT, GOES = ("第一书记", "驻村干部", "队员", "队长"), re.compile("，?(?:[12][0-9]{3}年)?(?:来到|到|赴|前往|进驻)")
ARRIVES, PLACES_REACH, YEAR_REACH = re.compile("(?:任职|报到|驻村|上任|履职|履新)"), 8, 24
# 他的云茶公司同事: whoever works there with him.
COLLEAGUES = re.compile("的?(?:同事|同伴|同学|工友|老板|老乡|员工|朋友|伙伴|领导|师傅|主管|搭档)")
STOP = re.compile("[。；！？\n]")


def identities(scene: Scene, person: Mention) -> list[Held]:
    """李华有两个身份：青石村村医、云岭县政协委员; 李华既是青石村村医，又是青石茶叶合作社社长."""
    text, end = scene.text, scene.sentence.span.end
    if intro := TOLD_OFF.match(text, person.span.end, end):
        return _row(scene, intro.end(), _first(STOP, text, intro.end(), end))
    row: list[Held] = []
    clause = BOTH.match(text, person.span.end, end)
    while clause:
        stop = _first(CLAUSE_MARK, text, clause.end(), end)
        row += _row(scene, clause.end(), stop)
        clause = ALSO.match(text, stop, end)
    return row


def pointed(scene: Scene, person: Mention) -> list[Held]:
    """这位云岭县林业局的副科长来了: what somebody is on whom the text points back."""
    if scene.text[person.span.start : person.span.end] not in POINTS:
        return []
    stop = _first(
        CLAUSE_MARK, scene.text, person.span.end, min(scene.sentence.span.end, person.span.end + POINTED_REACH)
    )
    for place in range(person.span.end + 2, stop + 1):
        row = phrases(scene, place, "posts/pointed") if scene.roles.before(scene.text, place) else []
        row = [held for held in row if held.body is not None and held.body.span.start >= person.span.end]
        if row:
            return row
    return []


def sent_to(scene: Scene, person: Mention) -> list[Held]:
    """县教育局派驻第一书记李华到青石村任职: the place where somebody does what he has been sent to do."""
    role = scene.roles.before(scene.text, person.span.start)
    goes = GOES.match(scene.text, person.span.end, scene.sentence.span.end)
    if role is None or goes is None or not role.text.endswith(SENT):
        return []
    place = next((m for m in scene.grounds if goes.end() <= m.span.start <= goes.end() + PLACES_REACH), None)
    if place is None or place.type not in SETTLEMENTS or not ARRIVES.match(scene.text, place.span.end):
        return []
    return [Held(role, place, "posts/sent-to", period=since(scene, person.span.start - YEAR_REACH, goes.end()))]


def own(scene: Scene, person: Mention) -> list[Held]:
    """她的彩云家庭农场, 李华的青石合作社: the firm or co-operative that is somebody's."""
    start = person.span.end + len(OF)
    body = next((m for m in scene.grounds if m.span.start == start and scene.text[start - 1] == OF), None)
    if body is None or body.type not in FIRMS or COLLEAGUES.match(scene.text, body.span.end):
        return []
    return [Held(RolePhrase(Span(start, start), start, "post", False, ""), body, "posts/own")]


def _first(mark: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = mark.search(text, start, end)
    return found.start() if found else end


def _row(scene: Scene, start: int, stop: int) -> list[Held]:
    """The posts of a stretch, each of which ends before a comma, a joint or the end."""
    row: list[Held] = []
    low = stop + 1
    for place in _ends(scene, start, stop):
        if place < low:
            held = [h for h in phrases(scene, place, "posts/told-off") if h.role.span.start >= start]
            low = min([low, *(h.role.span.start for h in held)])
            row += held
    return row


def _ends(scene: Scene, start: int, stop: int) -> Iterator[int]:
    return (at for at in range(stop, start, -1) if at == stop or scene.text[at] in JOINTS | {"，"})
