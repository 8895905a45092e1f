"""A clause in, whether it opens with a body that no mention names, but only the place or body that it is of, out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.match.rulebook.kinds import BODIES, PLACES
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.openers import Openers
from kg.model import Mention

# What a place has and no mention names, before what it does.
BODY = re.compile(
    # 石桥社区与县中医院联办: whom it works with is none of its own.
    "(?![的内里中全境各地市区县镇乡村与和同跟])(?:(?!与)[一-龥]){1,8}?(?:中心|公司|集团|合作社|协会|医院|学校|小学|中学|学院|委员会|党委|支部|党总支|工作站|派出所|俱乐部|商会"
    "|工作组|工作队|督查组|督导组|调研组|巡察组|考察团|代表团|联合会|服务队|法院|检察院|银行|大队|支队)"
    "(?=[开推建组创设举与和联将把积通依先来到]|成立|荣获|获评|入选|实施|牵头)"
    "|(?![的内里中全境各地市区县镇乡村])(?:(?!打造|建|创|设|引|推|发展|投)[一-龥]){1,10}?"
    "(?:开发区|高新区|经开区|保税区|旅游区|风景区|景区|度假区|保护区|产业园|工业园|园区)(?![的内里周游])"
    # 安徽农垦率先投入…, 西安工务段派出…: what works for the whole country is called by where it sits.
    "|(?:农垦|中烟|烟草|电网|供电|铁塔|邮政|移动|联通|电信|农商银?行|农信|[工电机车]务段|供电段|车辆段)(?![产业网户])"
)
# What a bureau, a court, a bank or a firm has below it.
UNDER = re.compile(
    "(?:[一-龥]{1,8}?(?:派出所|分局|法庭|支行|分行|分理处|[分支]公司|营业部|营业所|供电所|税务所|司法所|分院|校区|分场|管理区|车间)"
    "|[一-龥]{0,8}?(?:交警|交通警察|救援|执法|刑侦|治安)[大中]队)(?![的、和与等])"
)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The text with its mentions, and the verbs by which one sees that the words behind a name go on without it."""

    text: str
    mentions: Mentions
    openers: Openers

    def acts(self, at: int, end: int) -> bool:
        """松湾社区第二睦邻中心开展…: a body of a place, or of a body, that no mention names."""
        named = self.mentions.between(at, at + 1)
        return any(self.of_another(m, end) for m in named if m.type in PLACES | BODIES)

    def of_another(self, who: Mention, end: int) -> bool:
        """Whether the words behind a place or body name a body of its own: 江岳市公安局青湾分局石桥派出所."""
        if who.type in PLACES:
            return self._of_a_body(who.span.end, end)
        if who.type not in BODIES or self.openers.governs(self.text, who.span.end):
            return False
        return UNDER.match(self.text, who.span.end, end) is not None

    def _of_a_body(self, at: int, end: int) -> bool:
        """Whether the words behind a place name a body of its own."""
        return not self.openers.governs(self.text, at) and BODY.match(self.text, at, end) is not None
