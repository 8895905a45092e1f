"""A role without a body in its phrase in, the body or place named elsewhere that it is held in out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.posts.role_scene import DWELLS, Scene, named_before, nested
from kg.match.posts.roles import RolePhrase
from kg.match.rulebook.kinds import BODIES, FIRMS, SETTLEMENTS, STANDING
from kg.model import Mention

# Whose post 村党支部书记 or 镇长 is, where no body is named, follows from the last place of that level.
# An estate has no posts of its own: 社区党委书记 is the community's.
ESTATE = "小区"
LEVELS = {
    "村": frozenset({"Village"}),
    "社区": frozenset({"Community"}),
    "街道": frozenset({"Township"}),
    "镇": frozenset({"Township"}),
    "乡": frozenset({"Township"}),
    "县": frozenset({"County"}),
}
# 乡贤, 乡村医生: the word says nothing of a 乡.
OF_NO_LEVEL = ("乡贤", "乡村", "乡土", "县域")
# 市长, 区委书记: of the last place whose name ends in that character; 市场部经理 and 区域经理 begin with it as well.
HEADED = {
    "省": frozenset({"Province"}),
    "市": frozenset({"Prefecture", "County"}),
    "州": frozenset({"Prefecture"}),
    "盟": frozenset({"Prefecture"}),
    "区": frozenset({"County"}),
    "旗": frozenset({"County"}),
}
HEADS = re.compile("副?([省市州盟区旗])[长委](?!员)")
TERM = re.compile("^(?:[时现新]任)?副?")
OF_GROUP = re.compile("(?P<of>[省市州县区旗][一-龥]{2,8})(?:党组|党委|党总支|党支部)(?:第一)?副?书记")
CHARGED = re.compile("(?:挂职|科技|常务|分管)+副?([县镇乡])长")
# 公司总经理, 合作社理事长: the last body whose name ends so; the longest ending first.
ENDINGS = (4, 3, 2)
KINDS = {"园区": "园", "景区": "景区", "基地": "基地", "物业": "物业公司"}
IN_FULL = {"居委会": "居民委员会", "村委会": "村民委员会"}
# 队员, 副社长, 院长 where no body stands before them: of the last one that ends so.
ENDED = re.compile("副?(?P<end>[队社院校厂站馆所会团店场园行]|农场|[庄坊塘])(?:长|员|友|主)")
PARTY_HEAD = re.compile("[^一-龥]([院校局厂所站社])(?:党委|党总支|党支部|党组)副?书记")
# 青石检测中心添了设备，主任李华…: of what the sentence speaks of.
OFFICES = ("中心", "办公室", "委员会", "管委会", "实验室", "产业园", "创意园", "工作站")
OF_ASSOCIATIONS = ("理事长", "理事会成员", "监事长")
# Of these a firm has one, and what else has is named with them.
OF_FIRMS = ("董事长", "总经理", "厂长", "车间主任", "技术总监", "法定代表人")
WITH_BRANCHES = frozenset(
    {"Township", "County", "Enterprise", "Association", "Institution", "GovernmentBody", "Region"}
)
BRANCH = re.compile(
    "(?:党支部|党总支|党委|支部)(?:(?:第一)?副?书记|(?:纪检|组织|宣传)委员)|(?:首任|新任|现任|前任|时任|老)书记"
)
HEADING = re.compile("(?:第一)?副?(?:书记|主任|会长|理事长|主席|[校院站社厂所队场团]?长)$")
# 走进青石茶厂，负责人李华…: where the sentence has gone.
OPENS = re.compile("(?:在|[走迈踏]进了?|来到了?|走入|步入|位于|[进踏]入了?|一?进|走访|探访|抵达|到达?|前往|置身)$")
CLAUSE = re.compile("[^，。；：！？“”\n]*，$")
AT_WORK, INSIDE = ("post", "work"), "里内中"
FOUNDED_BY = re.compile("(?:[创领开兴承主]办|创建|成立|建[成起]|投资|办起?)的$")
# Of these whatever is run by somebody has one or some.
OF_HOUSES = (
    *("法人", "法人代表", "合伙人", "创始人", "创办人", "负责人", "带头人", "领办人", "主理人", "经营者", "当家人"),
    *("老板", "老板娘", "掌柜", "经理"),
)
PARTNERS = frozenset("与和同跟对帮")
GIVEN_TO = PARTNERS | frozenset("在到赴向给为")
# 兼任经理: what somebody becomes stands right behind the verb.
TAKEN = re.compile("[兼担出接]任$")
SENTENCE_ENDS = frozenset("。！？；”\n")
HOUSES = frozenset({"Enterprise", "Association", "Facility", "Institution"})
HELD = 3  # so many characters of a name tell which one it is
GROWS = re.compile("[户农民]$")


def carried(scene: Scene, role: RolePhrase) -> Mention | None:
    """The last place of the level that a role names, or of any settlement for who lives in one."""
    # 县妇联党组书记李华: of the body that the role names, and never of the county.
    if (grouped := OF_GROUP.fullmatch(role.text)) is not None:
        led = [m for m in named_before(scene, role.span.start) if m.type in BODIES and m.name.endswith(grouped["of"])]
        return led[-1] if led else None
    # 时任村主任
    level = next((level for level in LEVELS if TERM.sub("", role.text).startswith(level)), "")
    level = "" if role.text.startswith(OF_NO_LEVEL) else level
    # 科技副县长: what a deputy is charged with stands before the level.
    level = level or (charged[1] if (charged := CHARGED.fullmatch(role.text)) else "")
    settled = role.text.endswith(scene.roles.settled)
    if not level and BRANCH.fullmatch(role.text):
        # 在青石村，党支部书记李华…: the branch of the village that the sentence has named last.
        here = [m for m in scene.grounds if m.span.end <= role.span.start]
        # 青石村党支部…，由党支部书记李华牵头: of the branch itself, where the sentence has named it.
        branch = HEADING.sub("", role.text)
        own = [m for m in here if m.type == "PartyOrganization" and m.name.endswith(branch)]
        if own and own[-1] is here[-1]:
            return own[-1]
        if here and here[-1].type in SETTLEMENTS:
            return here[-1]
        # 石桥镇镇长李华主持，党委书记王刚讲话
        if here and here[-1].type == "Township" and role.text.startswith("党委"):
            return here[-1]
        return _named_so(scene, role, named_before(scene, role.span.start)) or _of_village(scene, role)
    if heads := HEADS.match(role.text):
        fitting = [
            m for m in named_before(scene, role.span.start) if m.type in HEADED[heads[1]] and m.name.endswith(heads[1])
        ]
        return fitting[-1] if fitting else None
    types = LEVELS[level] if level else SETTLEMENTS if settled or role.kind == DWELLS else frozenset()
    near = [m for top in (*scene.earlier, *scene.inside) for m in nested(top)]
    before = named_before(scene, role.span.start)
    if not types:
        return (
            _named_so(scene, role, before)
            or _of_kind(scene, role, before)
            or _gone_to(scene, role, before)
            or _of_house(scene, role, before)
        )
    fitting = [m for m in before if m.type in types and not (role.kind == "post" and m.name.endswith(ESTATE))]
    if not fitting and level:
        # 镇党委书记李华: far from the only 镇 that the article has named.
        only = {m.name: m for top in scene.article for m in nested(top) if m.type in types}
        fitting = list(only.values()) if len(only) == 1 else []
    if not fitting and GROWS.search(role.text) and not any(m.type in SETTLEMENTS for m in near):
        fitting = [m for m in before if m.type == "Township"]
    if fitting:
        return fitting[-1]
    after = {m.name: m for m in near if m.span.start > role.span.start and m.type in types}
    return next(iter(after.values())) if (level or settled) and len(after) == 1 else None


def _of_village(scene: Scene, role: RolePhrase) -> Mention | None:
    """柳湾村…。首任书记李华…: the village that was named last, where no body with a branch of its own was since."""
    seats = [m for m in named_before(scene, role.span.start) if m.type in SETTLEMENTS or m.type in WITH_BRANCHES]
    return seats[-1] if seats and seats[-1].type in SETTLEMENTS else None


def _named_so(scene: Scene, role: RolePhrase, before: Sequence[Mention]) -> Mention | None:
    """The last body that ends in the word before a role: 合作社 in 合作社理事长."""
    for length in ENDINGS:
        ending = scene.text[max(scene.sentence.span.start, role.span.start - length) : role.span.start]
        fitting = [m for m in before if m.type in STANDING and len(m.name) > length and m.name.endswith(ending)]
        if len(ending) == length and fitting:
            return fitting[-1]
    # 院党委书记, behind 云州市医院: a single character, where it opens the phrase.
    own = PARTY_HEAD.fullmatch(scene.text, max(0, role.span.start - 2), role.span.end)
    fitting = [
        m
        for m in before
        if own and m.type in STANDING and m.name.endswith(own[1]) and scene.text[m.span.start - 1] not in PARTNERS
    ]
    if fitting:
        return fitting[-1]
    # 片区党委书记, behind 设施农业片区党委: the role holds the end of the name.
    held = HEADING.sub("", role.text)
    held = IN_FULL.get(held, held)
    fitting = [m for m in before if m.type in STANDING and len(m.name) > len(held) and m.name.endswith(held)]
    if len(held) >= HELD and held != role.text and fitting:
        return fitting[-1]
    # 园区负责人, behind 菌菇产业园
    word = scene.text[role.span.start : role.head]
    fitting = [m for m in before if word in KINDS and m.type in STANDING and m.name.endswith((word, KINDS[word]))]
    if fitting:
        return fitting[-1]
    end = ENDED.fullmatch(role.text)
    opens = not "一" <= scene.text[role.span.start - 1 : role.span.start] <= "龥"
    ended = [m for m in before if end and m.type in STANDING and _is_called(scene, m, end["end"])] if opens else []
    return ended[-1] if ended else None


def _of_kind(scene: Scene, role: RolePhrase, before: Sequence[Mention]) -> Mention | None:
    """农科院设有试验站，研究员李华…: of the body of the sentence that has such people; 董事长 of the only firm."""
    for word, endings in scene.roles.bodies.items():
        # “鱼见”的店长李华: the words before the role say of what, in a name that nothing else holds.
        if role.text.endswith(word) and not scene.text.endswith(("”", "”的"), 0, role.span.start):
            here = [m for m in scene.inside if m.span.end <= role.span.start and _written(scene, m).endswith(endings)]
            # 甲医院在乙医院开了门诊，医生李华…: of the one that does it.
            here = [m for m in here if scene.text[m.span.start - 1] not in GIVEN_TO] or here
            # 石桥镇人民法庭……。庭长李华说: or of the only one that was named before.
            named = [m for m in before if m.type in STANDING and _written(scene, m).endswith(endings)]
            only = named if role.kind == "post" and len({m.name for m in named}) == 1 else []
            found = (here or only)[-1:]
            return found[0] if found and found[0].type in STANDING else None
    # 兴农合作社成立于2015年。理事长李华说: of the association that was named last.
    if role.text.endswith(OF_ASSOCIATIONS) and (unions := [m for m in before if m.type == "Association"]):
        return unions[-1]
    if role.text in ("主任", "副主任") and not _is_letter(scene.text[role.span.start - 1 : role.span.start]):
        opened = [m for m in _opening(scene, role.span.start) if m.type in STANDING]
        return opened[-1] if opened and opened[-1].name.endswith(OFFICES) else None
    if scene.text.endswith(("公司", "企业"), 0, role.span.start):
        # “…”公司负责人李华说，云茶集团…
        before = [*before, *(m for m in scene.inside if m.span.start > role.span.start)]
    elif not role.text.endswith(OF_FIRMS):
        return None
    firms = {m.name: m for m in before if m.type == "Enterprise"}
    return next(iter(firms.values())) if len(firms) == 1 else spoken_of(scene, role.span.start)


def _written(scene: Scene, mention: Mention) -> str:
    """“红嫂”志愿队 as it stands in the text."""
    return scene.text[mention.span.start : mention.span.end].rstrip("”")


def spoken_of(scene: Scene, end: int) -> Mention | None:
    """青石药业公司由云茶集团和金谷公司合建。总经理李华说: the firm with which a sentence of the paragraph began."""
    opening = [m for m in _opening(scene, end) if m.type == "Enterprise" or m.name.endswith("合作社")]
    return opening[-1] if opening else None


def _opening(scene: Scene, end: int) -> list[Mention]:
    """What opens a sentence of the paragraph, before `end`."""
    text = scene.text
    paragraph = text.rfind("\n", 0, end) + 1
    near = [m for m in (*scene.earlier, *scene.inside) if paragraph <= m.span.start and m.span.end <= end]
    ends = {m.span.end: m for m in near}
    found = []
    for mention in near:
        start = mention.span.start
        while start in ends:
            start = ends[start].span.start
        joined = text[mention.span.end : mention.span.end + 1] in ("、", "和", "与", "及")
        if not joined and (start == paragraph or text[start - 1] in SENTENCE_ENDS):
            found.append(mention)
    return found


def _gone_to(scene: Scene, role: RolePhrase, before: Sequence[Mention]) -> Mention | None:
    """在青石食品公司的车间，质检员李华…: the body of the clause before, where the sentence begins in it."""
    clause = CLAUSE.search(scene.text, scene.sentence.span.start, role.span.start)
    if clause is None or role.kind not in AT_WORK:
        return None
    here = [m for m in before if m.span.start >= clause.start() and m.type in STANDING and m in scene.inside]
    if not here or any(m.span.start >= clause.start() for m in scene.people if m.span.end <= role.span.start):
        return None
    bodies = [m for m in here if m.type in BODIES] or here
    start = bodies[-1].span.start
    while start in scene.ending:
        start = scene.ending[start].span.start
    # 青石镇龙湾葡萄园里，负责人李华…: so too where it begins with the body itself.
    inside = scene.text[bodies[-1].span.end : bodies[-1].span.end + 1] in tuple(INSIDE)
    opens = start == clause.start() and (inside or scene.text[role.span.start - 2] in INSIDE)
    # 石桥村党支部领办的茶叶合作社里，饲养员李华…: whoever set it up stands before it.
    opens = opens or (inside and FOUNDED_BY.search(scene.text, clause.start(), start) is not None)
    return bodies[-1] if opens or OPENS.search(scene.text, clause.start(), start) else None


def _of_house(scene: Scene, role: RolePhrase, before: Sequence[Mention]) -> Mention | None:
    """青石合作社成立于2015年，法人李华…: of the body that its sentence speaks of, where none was named since."""
    free = not _is_letter(scene.text[role.span.start - 1 : role.span.start])
    taken = TAKEN.search(scene.text, 0, role.span.start)
    if not role.text.endswith(OF_HOUSES) or not (free or taken):
        return None
    # A station has no 总经理, and 由农技站站长李华兼任经理 speaks of no station's manager.
    firm = taken or role.text.endswith(OF_FIRMS)
    bodies = [m for m in before if m.type in (FIRMS if firm else HOUSES)]
    if not bodies:
        return None
    last = bodies[-1]
    start = last.span.start
    while start in scene.ending:
        start = scene.ending[start].span.start
    alone = {m.name for m in bodies} == {last.name}
    opens = not _is_letter(scene.text[start - 1 : start])
    return last if alone or opens else None


def _is_letter(char: str) -> bool:
    return "一" <= char <= "鿿"


def _is_called(scene: Scene, body: Mention, end: str) -> bool:
    """Whether a body's name, or the word behind its quotation, ends so; 居委会 has no 会长."""
    if end == "会" and body.type != "Association":
        return False
    return scene.text.endswith(end, body.span.start, body.span.end)
