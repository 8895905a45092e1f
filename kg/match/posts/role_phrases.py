"""A place in a sentence in, the roles that end there with the bodies of their phrase out: 县委副书记、县长."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.match.posts.carried_roles import carried, spoken_of
from kg.match.posts.role_scene import DWELLS, OF, Held, Scene, ground
from kg.match.posts.roles import RolePhrase
from kg.match.rulebook.kinds import BODIES, PLACES, SETTLEMENTS, STANDING
from kg.model import Mention, Span

JOINTS = frozenset("、和与及兼暨")
NO_ROLE = frozenset({"crowd", "kin"})
# What may stand between a body and the role in it: “花筑”精品民宿负责人, 青石村退休教师; no verb and no clause.
BETWEEN = re.compile("(?:(?![了着过把被将在是有到从与和说兼])[一-鿿0-9]){0,8}")
# 市委组织部 in 市委组织部副部长 is one body of the city.
DEPARTMENT = re.compile(
    ".{3}(?:部|办|局|办公室|中心|法院|检察院|总工会|妇联|工商联)$|^管委会$|.(?:人大(?:常委会)?|政协)$"
    "|委政法委(?:员会)?$|^(?:[省市县区旗州盟镇乡]|街道)(?:总工会|工会|妇联|工商联|残联|科协|文联|侨联|社科联|红十字会|供销社|法院|检察院)$"
)
# 青石镇党政办主任, 市委宣传部副部长、文明办主任: an office that nobody names apart.
OFFICE = "(?:办公室|办|[科股室组处])"
OF_OFFICE = re.compile(f"(?:(?![了着过把被将在是有到从与和及的说])[一-鿿]){{1,8}}{OFFICE}")
OFFICE_BESIDE = re.compile(f"(?<=[、兼])(?:(?![了着过把被将在是有到从与和及的说])[一-鿿]){{1,8}}{OFFICE}$")
# 青石镇代表联络站站长: a station of the town that nobody names apart.
TOWN_STATION = re.compile("(?:(?![了着过把被将在是有到从与和说兼的任当为做选聘由派举推])[一-鿿0-9]){1,7}[站队]")
OWN_BESIDE = re.compile("(?<=[、兼])(?:(?![了着过把被将在是有到从与和及的说兼任为当])[一-鿿0-9]){1,8}$")
OFFICE_REACH = 12
WORKSHOP = "车间"
DIVISION = re.compile("副?[省市州县区旗镇乡]长")
PUBLIC = frozenset({"GovernmentBody", "PartyOrganization"})
OF_SETTLEMENTS = ("村", "社区", "居委会", "镇", "乡", "街道")
PARTY_BODY, PARTY_GROUPS = "PartyOrganization", ("党组", "党委", "党总支", "党支部")
PARTY_OFFICES = ("组织部", "宣传部", "统战部", "政法委", "社会工作部")
RETIRED = ("退休", "离休", "退伍", "退役", "返乡", "转业")
IN_SETTLEMENT = re.compile(
    "(?:(?![了着过把被将在是有到从与和说兼的任当为做选聘由派举推])[一-鿿0-9]){1,7}(?<![社厂司园场店馆院校所站行企坊宿地协会队组])"
)
# What a body may have between it and a role: 青石村的一名, 青石村首任.
ONE_OF = re.compile("的?(?:[一1][名位个]|首[任位个名]|第[一二三四五六七八九十]+任|新[一上]?任|现任|唯一的?)?的?")
# 云州市农科院派来的两名专家李华、王芳: whom a body has sent.
SENT_BY = re.compile(
    "(?:选派|下派|派出|派驻|委派|抽调|派遣|推荐|派)(?:过?来|过?去|到村|下来|下去)?的(?:[0-9一二两三四五六七八九十]+[名位个])?"
)
# 县水利局派驻第一书记李华: the post is where he is sent.
SENDS = re.compile("(?:派驻|选派|下派|派出|委派|派往|派遣|指派)(?:驻村|优秀|专职|[一1][名位])?$")
# 云岭县引进画家李华, 石桥村慰问老党员李华: what a place does for somebody makes him none of its own.
BRINGS = re.compile(
    "(?:引[进来]|聘请|特?邀请?|请[来到]|迎来|[慰访]问|走访|看望|表彰|奖励|资助|救助|采访)(?![^，。；的]*的)"
)
FORMER = re.compile("[原前曾]任?$|曾经$")
# 综治中心主任、“议事厅”成员李华: a group that nobody has named ends no row of posts.
QUOTED, QUOTE_REACH = re.compile("[、和及兼]“[^“”，。]{2,8}”$"), 12
# 青石村回族群众, 青石村土家族群众
PEOPLE, PEOPLES = "族", (2, 3, 4)
# What somebody does stands between: 找到村支书，组长李华也来了.
TOLD, LONG_REACH = re.compile("[了着过找到请由给跟见叫问向对把被在为是有让和说。；！？]"), 60
# Of a post that somebody held; names of places end so too.
PAST, IN_NAMES = "原", frozenset("原前老新大")
OWNERS = ("老板", "老板娘", "店主", "掌柜", "摊主")
SHOP = re.compile("的?[一-龥]{0,4}[宿馆店铺坊摊行院乐场厂]?")
OWN_COMMITTEE = re.compile("[省市州县区旗]委(?!员)|[镇乡]党委|街道党工委")
# 李华等3名党员与民警王刚: what so many are is not what the next one is.
SO_MANY = re.compile("[0-9一二两三四五六七八九十]+[名位]$")


def phrases(scene: Scene, end: int, rule: str) -> list[Held]:
    """The roles that end at `end`, the nearest first: 县委副书记、县长."""
    found: list[Held] = []
    while True:
        role = scene.roles.before(scene.text, end)
        role = role and _apart(scene, role)
        if role is None or role.span.start < scene.sentence.span.start or PAST in role.text:
            break
        if found and SO_MANY.search(scene.text, max(0, role.span.start - 4), role.span.start):
            break
        # 汤师傅和徒弟李华 are two; but 作为人大代表和调解员，李华… is both.
        if found and scene.text[end] in "和与及" and role.kind != "post" and rule != "posts/as":
            break
        # 县林草局干部李华: one of the crowd that the body before it has.
        own = _owning(scene, role) if role.kind in NO_ROLE else None
        if role.kind == "crowd" and own is not None and own.type in SETTLEMENTS:
            role = replace(role, kind=DWELLS)  # 青石村妇女李华
        elif role.kind in NO_ROLE and (own is None or own.type not in BODIES):
            quoted = QUOTED.search(
                scene.text, max(scene.sentence.span.start, role.span.start - QUOTE_REACH), role.span.start
            )
            if quoted is None:
                break
            end = quoted.start()
            continue
        body = _body(scene, role)
        if role.kind == "post":
            role = _with_office(scene, role, body)
        start = min(role.span.start, chain_start(scene, body)) if body else role.span.start
        if FORMER.search(scene.text, max(0, start - 2), start):
            break
        found.append(Held(role, body, rule))
        # 理事长是退休教师李华: what he is, he is besides what he was.
        if start < 2 or not (
            scene.text[start - 1] in JOINTS or scene.text[start - 1] == "是" or _goes_on(scene, start)
        ):
            break
        end = start - 1
    return _shared(scene, found)


def _goes_on(scene: Scene, start: int) -> bool:
    """青石村党支部书记，云茶公司董事长李华: whether before a comma stands another post, and nobody who holds it."""
    if scene.text[start - 1] != "，":
        return False
    earlier = scene.roles.before(scene.text, start - 1)
    low = max(scene.sentence.span.start, start - LONG_REACH)
    named = any(low <= m.span.start < start for m in scene.people)
    told = TOLD.search(scene.text, low, start - 1)
    return earlier is not None and earlier.kind == "post" and not earlier.weak and not named and told is None


def _apart(scene: Scene, role: RolePhrase) -> RolePhrase:
    """太原市委书记, 石前村党支部书记: the role without what is the last character of the name before it."""
    start = role.span.start
    named = role.text[0] in IN_NAMES and any(m.span.start < start < m.span.end - 1 for m in scene.grounds)
    return replace(role, span=Span(start + 1, role.span.end), text=role.text[1:]) if named else role


def _body(scene: Scene, role: RolePhrase) -> Mention | None:
    """The body or place that stands right before a role or reaches into it: {县委}书记, {青石村}党支部书记."""
    for end in range(role.span.end - 1, role.span.start - 1, -1):
        body = scene.ending.get(end)
        # 炒茶车间主任李华: of the firm whose workshop it is, where the text speaks of one.
        if body is not None and body.name.endswith(WORKSHOP) and (firm := spoken_of(scene, body.span.start)):
            return firm
        # A body that begins within the role, 村党支部 in 村党支部书记, is nobody's in particular.
        if body is not None and (body.span.start < role.span.start or end == role.span.start):
            return body
        if body is not None and DEPARTMENT.search(body.name):
            return body
    near = [m for m in scene.grounds if m.span.end <= role.span.start]
    if not near or not BETWEEN.fullmatch(scene.text, near[-1].span.end, role.span.start):
        return None
    gap = scene.text[near[-1].span.end : role.span.start]
    if (SENDS.search(gap) and near[-1].type not in PLACES) or BRINGS.match(gap):
        return None
    if role.kind == "post" and OF_OFFICE.fullmatch(gap):
        return near[-1]
    if role.kind == "post" and near[-1].type == "Township" and TOWN_STATION.fullmatch(gap):
        return near[-1]
    # 青石村党建联建指导员, but not 青石村养殖场场长.
    if role.kind == "post" and near[-1].type in SETTLEMENTS and IN_SETTLEMENT.fullmatch(gap):
        return near[-1]
    # 石桥村的民宿老板, 石桥村餐馆老板
    if near[-1].type in SETTLEMENTS and role.text.endswith(OWNERS) and SHOP.fullmatch(gap):
        return near[-1]
    if near[-1].type in BODIES and SENT_BY.fullmatch(gap):
        return near[-1]
    # 青石村退休教师 lives in the village; 青石县供销社主任 heads what stands between, which nobody has named.
    if ONE_OF.fullmatch(gap) or (OF not in gap[1:] and (near[-1].type in STANDING or role.kind != "post")):
        return near[-1]
    return None


def _owning(scene: Scene, role: RolePhrase) -> Mention | None:
    """Of whose crowd somebody is: {青石志愿服务队}队员, {青石志愿服务队}的成员, {青石村}回族群众."""
    start, text = role.span.start, scene.text
    # The body may end within the role, 青石联合社理事会成员, and a people may stand between.
    starts = [start, role.head, *(start - n for n in PEOPLES if text[start - 1] == PEOPLE)]
    owners = (scene.ending.get(at - (text[at - 1 : at] == OF)) for at in starts)
    if owner := next((owner for owner in owners if owner is not None), None):
        return owner
    # 云岭县农业局下派的干部, 云岭县税务局的一名党员干部
    near = [m for m in scene.grounds if m.span.end <= start and m.type in BODIES]
    own = near and any(way.fullmatch(text, near[-1].span.end, start) for way in (SENT_BY, ONE_OF))
    return near[-1] if own else None


def _with_office(scene: Scene, role: RolePhrase, body: Mention | None) -> RolePhrase:
    """宣传部副部长、文明办主任, 青石镇旧改办主任: the role with the office before it that is no body by itself."""
    begin, end = role.span.start, role.span.end
    if body is None:
        low = max(scene.sentence.span.start, begin - OFFICE_REACH)
        office = OFFICE_BESIDE.search(scene.text, low, begin) or OWN_BESIDE.search(scene.text, low, begin)
        # 党支部书记兼护林队队长: what stands between two posts is the body of the second, whatever it is.
        if office is not None and scene.roles.before(scene.text, office.start() - 1) is None:
            return role
    else:
        office = OF_OFFICE.fullmatch(scene.text, body.span.end, begin)
        if office is None and body.type in SETTLEMENTS:
            office = IN_SETTLEMENT.fullmatch(scene.text, body.span.end, begin)
        if office is None and body.type == "Township":
            office = TOWN_STATION.fullmatch(scene.text, body.span.end, begin)
    if office is None:
        return role
    return replace(role, span=Span(office.start(), end), text=scene.text[office.start() : end])


def chain_start(scene: Scene, body: Mention) -> int:
    """Where a body begins with the places written before it: {青石镇}{李庄村}."""
    start = body.span.start
    while start in scene.ending:
        start = scene.ending[start].span.start
    return start


def _shared(scene: Scene, found: Sequence[Held]) -> list[Held]:
    """A role without a body has that of the role before it, 青石镇党委副书记、镇长, else one named earlier."""
    row: list[Held] = []
    body: Mention | None = None
    for held in reversed(found):
        shared = _of_same(scene, held.role, body) if held.body is None and body is not None else None
        if shared is not None:
            held = replace(held, body=shared, rule="posts/shared")
        elif held.body is None:
            elsewhere = carried(scene, held.role)
            held = replace(held, body=elsewhere, rule="posts/carried" if elsewhere else held.rule)
        body = held.body
        row.insert(0, held)
    return _in_one_body(row)


def _in_one_body(row: list[Held]) -> list[Held]:
    """县教育局党组书记、局长李华: the office of which he is head as well is one body with its party group."""
    bodies = [held.body for held in row if held.body is not None and held.body.type in BODIES - {PARTY_BODY}]
    return [
        replace(held, body=own)
        if (own := next((body for body in bodies if held.rule == "posts/before" and _is_led_by(body, held.body)), None))
        else held
        for held in row
    ]


def _is_led_by(body: Mention, party: Mention | None) -> bool:
    return party is not None and party.type == PARTY_BODY and party.name in {body.name + end for end in PARTY_GROUPS}


def _of_same(scene: Scene, role: RolePhrase, body: Mention) -> Mention | None:
    """Where a role is held that stands behind another one of that body; None where it is held elsewhere."""
    same = ground(body, role.text)
    # 红十字会会长、副县长: no association has such a head.
    if (DIVISION.match(role.text) or role.text.startswith(OF_SETTLEMENTS)) and same.type not in PLACES | PUBLIC:
        return None
    # 州政协副主席、县委书记: of another body, which the role names itself.
    if OWN_COMMITTEE.match(role.text) and body.type not in PLACES and not body.name.endswith(role.text[:2]):
        return None
    # 县委常委、组织部部长
    if body.type == "PartyOrganization" and role.text.startswith(PARTY_OFFICES):
        return body
    # 党校讲师、退休干部: what he is besides.
    if role.text.startswith(RETIRED) and same.type not in PLACES:
        return None
    # 协会会员、高级畜牧师: no post of the association.
    if role.kind == "work" and same.type == "Association":
        return None
    narrow = scene.roles.before(scene.text, role.span.end)
    between = scene.text[role.span.start : narrow.span.start] if narrow else ""
    own = between and OF_OFFICE.fullmatch(between) is None
    return None if own and same.type not in SETTLEMENTS else same
