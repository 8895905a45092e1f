"""A person in a sentence in, the roles that the words behind the name give out: 李华当选青石村党支部书记."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.match.posts.identities import identities, own, pointed, sent_to
from kg.match.posts.role_phrases import FORMER, chain_start, phrases
from kg.match.posts.role_scene import Held, Scene, named_before, since
from kg.match.rulebook.kinds import SETTLEMENTS, STANDING
from kg.model import Mention, Stance

PARTICULAR = "男|女|[^，。；：]{1,3}族|(?:现年)?[0-9]{1,3}岁|[0-9]{4}年[^，。；：]{0,8}|中共党员|[^，。；：]{2,6}人"
NOW = "(?:现在|如今|目前|当时|同时|[现也都就正既便曾还])?"
APPOSITION = re.compile(
    f"(?:[今现]年[0-9]{{1,3}}岁)?(?:，(?:{PARTICULAR}))*，(?:现任|任|系|是|时任)?|（|{NOW}是|系|任|[为当做]|："
)
CHOSEN_AS = ("为", "当", "做")
# 李华等3名, 李华、王刚2位: how many there are, before what they are.
COUNTED, ROLE_LENGTH = re.compile("等?[0-9一二两三四五六七八九十]+[名位]"), 10
# ，把居民的事…; ，带领村民…
NOT_APPOSED = re.compile(
    "(?:[今去前当同次]年|[0-9]{4}年|近日|日前|近年来?|先后|曾|还|也|又|已)*[把将被向对给让为与和跟同从到在带帮领替请找听劝说看见陪当有]"
)
IN, WORKS_AS = "在", re.compile("里?(?:当|做|任|干)[上起了过]*(?![中地年天])")
CALLED = re.compile("老人|同志|[本个]人|老师|师傅")
ELECTS = re.compile("(?:选举|推选|任命|聘请|推举|选派|聘任|委派|指派|推荐|选)(?:了|出)?$")
# 拟任命李华为…, 将选举李华为…; 将李华选为 is done.
WILL, WILL_REACH = (
    re.compile(
        "(?:拟|有望|提名|准备|计划|打算|建议|希望|将)(?:由[^，。；]{1,10})?(?:选举|推选|任命|聘请|推举|选派|聘任|委派|指派|推荐)(?:了|出)?$"
    ),
    20,
)
CLAUSE_END = re.compile("[，。；：！？（）\n]")
# What may stand between a comma and the verb: ，2019年6月又当选….
LATER = re.compile(
    "，(?:[12][0-9]{3}年|[今去前]年|次年|同年|后来|随后|如今|现在|目前)?(?:[0-9]{1,2}月)?(?:起|后|以后)?(?:在[村镇乡厂队]里?)?[又还并也仍]?"
)
JOINS = re.compile("(?:(?:被|先后)?(?:考|应聘|分配?|调|回|来|进|加盟|入职)[进入到上]?了?|到|去|在)")
IS = re.compile("现?任|[是系]|现[为是]")
STILL = re.compile("，在[村镇乡厂队]里?[又还也并](?:担任|兼任|任)")
BESIDES = re.compile("，?(?:并自?|自己?|亲自|并由他)(?:担任|任|出任|当)(?![了起])|，[担出]?任|并(?:被?推?选为|当选为?)")
IN_VILLAGE = re.compile("[回返到进驻在留]村")
CLOSING = re.compile(
    "职务|一职|以来|后|时|、|的|之一|[已近满]|长达|至今|期间|多年|[0-9一二三四五六七八九十]+[多余]?[年个]"
)
VERB_REACH = 30
REPLACES, REPLACE_REACH = re.compile("(?:接替|接任|顶替|代替|替换|接过)(?:了)?$"), 4
YEAR_REACH = 20
REFUSES = re.compile("拒绝|婉拒|谢绝|不再|未能?|没有?|无意|不愿|辞去|辞掉|卸任|免去|落选")
INTENDS = re.compile("[拟将欲]|有望|提名|准备|计划|打算|竞选")


def after(scene: Scene, person: Mention) -> list[Held]:
    """李华当选青石村党支部书记; 李华，青石村党支部书记."""
    if told := identities(scene, person) or pointed(scene, person) or own(scene, person) or sent_to(scene, person):
        return told
    # 王芳接替李华担任镇长: he holds it no longer, and whoever comes before him does.
    if REPLACES.search(scene.text, max(0, person.span.start - REPLACE_REACH), person.span.start):
        return []
    start = person.span.end
    others = [m.span.start for m in scene.people if m.span.start > start]
    if others and REPLACES.search(scene.text, start, others[0]):
        others = others[1:]
    limit = min([scene.sentence.span.end, *others])
    if works := _works_in(scene, start, limit):
        return works
    verb = scene.takes.search(scene.text, start, min(_clause_end(scene, start, limit), start + VERB_REACH))
    if verb is None:
        apposed = _apposed(scene, person, limit) or _counted(scene, person)
        # 李华是青石村的信息员，在村里还担任村支书: what he is besides.
        besides = STILL.search(scene.text, start, limit) or not any(held.body for held in apposed)
        return [*apposed, *(_later(scene, person) if besides else ())]
    if FORMER.search(scene.text, start, verb.start()):
        return []
    stance = stance_of(scene.text[start : verb.end()])
    period = since(scene, person.span.start - YEAR_REACH, verb.start())
    row = [replace(held, stance=stance, period=period) for held in _from(scene, verb.end(), limit)]
    if not row:
        return _later(scene, person)
    if not IN_VILLAGE.search(scene.text, start, verb.start()):
        return row
    # 李华回村担任党支部书记: of the village that was named last.
    home = next((m for m in reversed(named_before(scene, person.span.start)) if m.type in SETTLEMENTS), None)
    return [replace(held, body=held.body or home) for held in row]


def _works_in(scene: Scene, start: int, limit: int) -> list[Held]:
    """李华在青石制衣厂当线长: what somebody is where the clause says that he works."""
    stop = _clause_end(scene, start, limit)
    for body in scene.grounds:
        works = WORKS_AS.match(scene.text, body.span.end, stop) if start < body.span.start else None
        if works and body.type in STANDING and scene.text[start : chain_start(scene, body)].endswith(IN):
            return [replace(held, body=held.body or body) for held in _from(scene, works.end(), limit)]
    return []


def _later(scene: Scene, person: Mention) -> list[Held]:
    """李华是退役军人，今年8月当选青石村党支部书记: a later clause that opens with the verb goes on about him."""
    part = scene.text.find("；", person.span.end, scene.sentence.span.end)
    limit = part if part >= 0 else scene.sentence.span.end
    if any(m is not person and m.span.start < limit for m in scene.people):
        return []
    stop = _clause_end(scene, person.span.end, limit)
    for opening in LATER.finditer(scene.text, stop, limit):
        # 李华毕业后，考进云岭县人民医院当护士
        joins = JOINS.match(scene.text, opening.end())
        body = next((m for m in scene.grounds if joins and chain_start(scene, m) == joins.end()), None)
        works = WORKS_AS.match(scene.text, body.span.end, limit) if body and body.type in STANDING else None
        if works:
            return [replace(held, body=held.body or body) for held in _from(scene, works.end(), limit)]
        verb = scene.takes.match(scene.text, opening.end()) or IS.match(scene.text, opening.end())
        if verb is not None and not scene.text.startswith("的", verb.end()):
            stance, period = stance_of(verb[0]), since(scene, person.span.start - YEAR_REACH, verb.start())
            row = _from(scene, verb.end(), limit)
            if verb.re is not IS or any(held.body for held in row):
                return [replace(held, stance=stance, period=period if verb.re is not IS else "") for held in row]
    # 李华返乡后办起青石合作社并任理事长: of what he has set up.
    for besides in BESIDES.finditer(scene.text, person.span.end, limit):
        body = next((m for m in scene.grounds if m.span.end == besides.start() and m.type in STANDING), None)
        row = _from(scene, besides.end(), limit)
        if body is not None and row:
            return [replace(held, body=body) for held in row]
    return []


def _apposed(scene: Scene, person: Mention, limit: int) -> list[Held]:
    """李华，男，青石村党支部书记; 李华（…）; 李华是…; 选举李华为…."""
    called = CALLED.match(scene.text, person.span.end, limit)
    stated = APPOSITION.match(scene.text, called.end() if called else person.span.end, limit)
    if stated is None:
        return []
    if stated[0] in CHOSEN_AS:
        # 推选老党员李华为…
        role = scene.roles.before(scene.text, person.span.start)
        start = role.span.start if role else person.span.start
        if not ELECTS.search(scene.text, max(0, start - 4), start):
            return []
        planned = WILL.search(scene.text, max(scene.sentence.span.start, start - WILL_REACH), start)
        stance = Stance.PLANNED if planned else Stance.STATED
        return [replace(held, stance=stance) for held in _from(scene, stated.end(), limit)]
    row = _from(scene, stated.end(), limit)
    # 李华，把居民的事放在心上: what he does, and not what he is.
    if stated[0].endswith("，") and row and row[0].role.text and not _opens(scene, row[0], stated.end()):
        return []
    return row


def _opens(scene: Scene, held: Held, at: int) -> bool:
    """Whether nothing but places, bodies and what modifies them stands from `at` on before a role."""
    start = held.role.span.start
    return start <= at or not NOT_APPOSED.match(scene.text, at, start)


def _counted(scene: Scene, person: Mention) -> list[Held]:
    """李华等3名党员: what they all are who are counted with him."""
    counted = COUNTED.match(scene.text, person.span.end, scene.sentence.span.end)
    if counted is None:
        return []
    for place in range(min(counted.end() + ROLE_LENGTH, scene.sentence.span.end), counted.end(), -1):
        role = scene.roles.before(scene.text, place)
        if role is not None and role.span.start >= counted.end():
            return [Held(role, None, "posts/counted")]
    return []


def _from(scene: Scene, start: int, limit: int) -> list[Held]:
    """The roles that the clause gives from `start` on."""
    stop = _clause_end(scene, start, limit)
    # 区委书记李华，区委常委、办公室主任王刚: all that leads up to the next name is said of him.
    if stop == limit < scene.sentence.span.end and scene.roles.before(scene.text, limit):
        return []
    for place in range(stop, start, -1):
        # What ends right before another name is that person's role.
        closes = place == stop and (stop < limit or limit == scene.sentence.span.end)
        if (closes or CLOSING.match(scene.text, place)) and scene.roles.before(scene.text, place):
            row = phrases(scene, place, "posts/after")
            return [h for h in row if h.role.head >= start or (h.body and h.body.span.start >= start)]
    return []


def _clause_end(scene: Scene, start: int, limit: int) -> int:
    end = CLAUSE_END.search(scene.text, start, limit)
    return end.start() if end else limit


def stance_of(words: str) -> Stance:
    """Whether the words between a person and a post say that it is held.

    >>> stance_of("拒绝出任"), stance_of("拟任"), stance_of("当选为")
    (<Stance.DENIED: 'Denied'>, <Stance.PLANNED: 'Planned'>, <Stance.STATED: 'Stated'>)
    """
    if REFUSES.search(words):
        return Stance.DENIED
    return Stance.PLANNED if INTENDS.search(words) else Stance.STATED
