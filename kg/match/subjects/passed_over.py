"""A clause that names somebody only in passing in, of whom the text goes on out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.rulebook.kinds import BODIES, PLACES, SETTLED
from kg.match.subjects.openers import Openers
from kg.model import Form, Mention, Span

# 科研中心落户云岭: nothing that follows is the centre's doing.
PLACED = re.compile(
    r"(?:等[^，。；]{0,8})?(?:正式|顺利|成功)?"
    r"(?:落户|位于|坐落|投用|投入使用|揭牌|竣工|通车|投产|(?:开工|建成|启用|上线)(?=[，。；、后以投通的并]))"
)
LIES = re.compile("位于|坐落")
# 央视曾报道其经验: who tells of it does nothing of what follows.
# But 县税务局聚焦需求 is what a bureau does.
TELLS_OF = re.compile(
    "(?:曾经?|多次|先后|也|还|等)*(?:专题|连续|集中)?(?:报道|刊发|点赞|播出|推介)"
    "|(?:曾经?|多次|先后|也|还|等|专题|连续|集中)+(?:关注|聚焦)"
)
# …，“淬火”基地被命名为…: in passing, a facility is praised, and whoever acted before goes on.
PRAISED = re.compile(
    "(?:先后|也|还|更|均|都|已|成功|顺利)*(?:被[^，。；]{0,12}?(?:评为|命名为|列为|列入|授予|认定为|确定为|评定为|纳入)"
    "|获评|荣获|获得|获批|入选|跻身)"
)
# 县财政局拨付资金。推行…, 市委书记到村里调研。建成…: who helps or comes to see does nothing of what follows.
PASSES_BY = re.compile(
    "[^，。；]{0,10}?(?:(?:到|来|赴|前往|深入|走进)[^，。；]{0,8}?(?:调研|考察|指导|检查|督导|慰问|采访|参观|取经|视察|授课|义诊)"
    "|(?:派|抽调|安排)[^，。；]{1,12}?(?:来|到|下乡|驻村|指导)"
    "|拨付|下拨|拨款|捐赠|捐款|捐资|援助|援手|帮扶|支援|赞助|资助|高度重视|大力支持)"
)
# 到石桥村任职, 担任石桥村第一书记, 为石桥村驻村干部: where somebody is sent, and that he works there.
THITHER = re.compile("到|赴|去|往|前往|来到|驻|入驻|进驻|担任|兼任|挂任|出任|任|为|在")
LEVELS = {
    "村": "Village",
    "嘎查": "Village",
    "社区": "Community",
    "镇": "Township",
    "乡": "Township",
    "街道": "Township",
}
AT_WORK = re.compile(
    "[^，。；：]{0,8}?(?:挂职|驻村|驻点|蹲点|帮扶|[任做当为]|第一书记|支部?书记|指导员|联络员|特派员|工作队)"
)


def sent_to(text: str, clause: Span, mentions: Sequence[Mention], openers: Openers) -> Mention | None:
    """县水利局选派李华到石桥村任第一书记: the village for which he works from then on, and not for who sent him."""
    inside = [m for m in mentions if m.span.end <= clause.end]
    person = next((m for m in inside if m.type == "Person"), None)
    before = [m for m in inside if person is not None and m.span.end <= person.span.start and m.type in BODIES]
    if person is None or not before:
        return None
    if openers.topics.sends.match(text, before[-1].span.end, person.span.start) is None:
        return None
    home: Mention | None = None
    for place in (m for m in inside if m.span.start >= person.span.end and m.type in PLACES):
        opens = home is None and THITHER.fullmatch(text, person.span.end, place.span.start)
        if not opens and (home is None or home.span.end != place.span.start):
            break
        home = place
    if home is None or home.type not in SETTLED:
        return None
    return home if AT_WORK.match(text, home.span.end, clause.end) else None


def is_own_branch(body: Mention, spoken: Mention) -> bool:
    """村党支部, of which no village is named: whether it is that of the village of which the text speaks."""
    level = next((level for level, kind in LEVELS.items() if body.name.startswith(level) and kind == spoken.type), None)
    named = any(m.type in PLACES and m.form is not Form.ANAPHOR for m in body.inside)
    return level is not None and not named and body.type == "PartyOrganization"


def only_chairs(text: str, clause: Span, end: int, people: Sequence[Mention], openers: Openers) -> bool:
    """镇党委书记任组长，: whether a clause only says who, of a body named up to `end`, has which post."""
    taken = openers.topics.chairs.search(text, end, clause.end)
    if taken is None:
        return False
    holder = next((m.span.start for m in people if m.span.end == taken.start()), taken.start())
    return openers.role.fullmatch(text, end, holder) is not None


def praised_in_passing(text: str, who: Mention) -> bool:
    """Whether of a facility that a later clause names is only said what it was declared to be."""
    return who.type == "Facility" and PRAISED.match(text, who.span.end) is not None
