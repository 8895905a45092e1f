"""A clause in, whom it says by itself that its figures speak of out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.match.figures.clause_signs import Signs, is_any
from kg.match.figures.clause_words import WHOLE
from kg.match.figures.deed_signs import Deeds
from kg.match.figures.named_again import Again
from kg.match.figures.pointed_owner import PointedOwner
from kg.match.figures.running import Running
from kg.match.figures.told_before import ToldBefore
from kg.match.figures.topic_owner import TopicOwner, land_of
from kg.match.rulebook.kinds import FIRMS, OFFICES, PLACES
from kg.match.subjects.clause import Clause
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.owner import NOBODY, Owner
from kg.match.subjects.subjects import WE
from kg.match.subjects.topics import is_beside
from kg.model import Form, Mention, Span

OUR_PLACE = frozenset("们村镇")
# 距县城36公里，白河县城9公里: what lies so far away is not of whom the figures speak.
AWAY = re.compile("[一-鿿]{2,10}[约仅近]*[0-9.]+[余多]?(?:公里|千米|华里|里)")
FAR = re.compile("[距离][^。；]*(?:公里|千米|华里|里)[，；]$")
# 产品远销26个省份: whoever makes them.
PRODUCTS = re.compile(
    "[一-鿿]{0,4}(?:产品|成品)(?:已经?|还|先后|主要)*(?:[远畅外热]销|销[往到售]|卖[到往]|出口|打入|走进|进入)"
)

# 王强办起合作社。如今社员有90户: of whom a firm or cooperative is made up.
MEMBERS = re.compile(
    "(?:如今|现在|目前|眼下|现有|已有|仅)*(?:入社|社员|股民|股东|入股|会员单位|合作社成员|成员(?:户|单位)?)"
)

# 前身是青石镇酱菜厂: what somebody was is not what is spoken of.
FORMER = re.compile("(?:其|它的)?(?:前身|原名|旧称|曾用名)")
COUNTS = re.compile(
    "的?(?:初步|最新|不完全|事后|年底|[0-9]{4}年|[0-9]{1,2}月)*(?:统计|测算|监测|核算|摸底|排查|普查|清点|调查|台账|数据|通报|盘点|盘账|一?盘账|一算账)(?:数据|里)?(?:显示|表明)?[，：]?$"
)
OF_A_SCHOOL = re.compile("(?:在校)?(?:学生|师生|教师)|床位|学位|病房|门诊|藏书|馆藏")
COUNTING = OFFICES | {"Institution"}
# The works of which a part is told, and what is said of that part.
PARTED = frozenset({"Facility", "Project"})
SIZE = re.compile("[总全]?[长宽高深厚](?:约|近|达)?[0-9]")
WORKS = re.compile("(?:如今|现在|目前|现有)*(?:厂区|厂房|车间|生产线|员工|职工|注册资[本金])")
# 在社区党委带领下，物业费收缴率达90%: who leads is not what is counted, where no name says of which place it is.
LED = re.compile(
    "在[^，。；]{2,16}(?:带领|率领|领导|引领|指导|推动|支持|帮助|帮扶|牵头|组织|统筹|协调|号召|鼓励|动员)[之]?下[，。]?"
)
LED_PARTY = re.compile("(?:社区|村|街道|镇|乡|小区)?党(?:委|总支|支部|组织|工委)")


@dataclass(frozen=True, slots=True)
class NamedOwner:
    """The text with its mentions, and the signs by which a clause says of whom it speaks."""

    text: str
    mentions: Mentions
    signs: Signs
    deeds: Deeds
    pointed: PointedOwner
    topics: TopicOwner
    again: Again
    running: Running

    def owner(self, clause: Clause, at: int, names: bool, told: ToldBefore) -> Owner | None:
        """Whom the clause itself speaks of, by `names` that it holds or without; None where it goes on."""
        far = AWAY.match(self.text, at, clause.span.end) is not None and FAR.search(self.text, max(0, at - 24), at)
        # But 距县城9公里的石桥村 goes on of the village.
        distance = self.text[at : at + 1] in "距离" and not clause.here
        if far or distance or is_beside(self.text, at, clause.span.end, self.mentions):
            return None
        if FORMER.match(self.text, at):
            return None
        if self.text[at : at + 1] == "在" and self._is_led(clause.span, at):
            return None
        if (town := self.pointed.committee(at)) is not None:
            return Owner(town, town)
        if (person := self.pointed.him(at, told.since)) is not None:
            return Owner(person, told.seat(person))
        if (ours := self.pointed.ours(clause.span, at)) is not None:
            return ours
        if (here := self.pointed.here(at, told.since)) is not None:
            return here
        # 我们 of somebody who writes himself are the people of the place that he writes of, 我院 the body.
        if clause.speech is None and (we := WE.match(self.text, at)):
            return Owner(told.ground, told.ground) if we[0][-1] in OUR_PLACE else NOBODY
        if (teller := self.pointed.told(at, told.since)) is not None:
            return teller
        if (purse := self.signs.fiscal(at)) is not None:
            return Owner(purse, purse)
        if names and (runs := self.running.named(clause.span)) is not None:
            return Owner(runs, told.seat(told.who))
        if (runs := self.running.unnamed(clause.span, at, told.begin)) is not None:
            return Owner(runs, told.seat(told.who))
        if names and not clause.here and (caused := self.deeds.caused(clause.span, at)) is not None:
            return Owner(caused, caused if caused.type in PLACES else None)
        if names and (formed := self.deeds.formed(clause.span, at)) is not None:
            return Owner(formed, None)
        if names and (work := self.deeds.work(clause.span, at)) is not None:
            return Owner(work, None)
        spoken = (told.who, told.first.who)
        called = self.again.meant(clause.span, at, spoken, told.begin, told.since)
        # 公司创始人李华借了9万元: he who is of it.
        of_it = clause.here and clause.topics[-1][0].type == "Person" and clause.topics[-1][0].span.start > at
        if called is not None and not of_it:
            return Owner(called, None)
        if names and (joint := self.deeds.joint(clause.span, at)) is not None:
            return Owner(joint, None)
        if names and not clause.here and (brought := self.deeds.brought(clause.span, at)) is not None:
            return Owner(brought, None)
        if names and (aided := self.deeds.aided(clause.span, at)) is not None:
            return Owner(aided, aided)
        if names and not clause.here and (holds := self.signs.holding(clause.span, at)) is not None:
            return Owner(holds, None)
        if names and (whose := self.signs.counted(clause.span, at)) is not None:
            return Owner(whose, whose)
        if names and (estate := self.signs.estate(clause.span, at)) is not None:
            return Owner(estate, estate)
        if names and (sized := self.signs.sized(clause.span, at)) is not None:
            return Owner(sized, None)
        if names and (giver := self.deeds.giver(clause.span, at)) is not None:
            return Owner(giver, giver if giver.type in PLACES else None)
        # 县文旅局的台账显示
        book = self.signs.chained(clause.span, at) if names and not clause.here else None
        if book is not None and COUNTS.match(self.text, book.span.end, clause.span.end):
            return self._seat(book, told)
        # 园子开门，县文旅局统计，接待游客9万人次: who counts is not who is counted.
        if clause.here and COUNTS.match(self.text, clause.topics[-1][0].span.end, clause.span.end):
            return None if told.named else self._seat(clause.topics[-1][0], told)
        if clause.here and self._is_part(clause, told.who):
            return None
        if clause.here and (topic := self.topics.owner(clause, told.place)) is not None:
            return topic
        # 公司是李华办的。他种茶，如今厂区90亩: a works is the firm's, and not of him who runs it.
        if told.who is not None and told.who.type == "Person" and WORKS.match(self.text, at):
            before = reversed(self.mentions.between(told.since, at))
            if (firm := next((m for m in before if m.type in FIRMS and not is_any(m)), None)) is not None:
                return Owner(firm, None)
        # 小学有学生90人。校长李华很忙。去年，床位添到9张: a school has them, and nobody who heads it.
        if told.who is not None and told.who.type == "Person" and OF_A_SCHOOL.match(self.text, at):
            before = reversed(self.mentions.between(told.since, at))
            if (school := next((m for m in before if m.type == "Institution" and not is_any(m)), None)) is not None:
                return Owner(school, None)
        made = not told.named and (told.who is None or told.who.type in PLACES)
        if made and told.maker is not None and PRODUCTS.match(self.text, at, clause.span.end):
            return Owner(told.maker, None)
        if told.founded is not None and MEMBERS.match(self.text, at, clause.span.end):
            return Owner(told.founded, None)
        if not names:
            return None
        who = (
            self.signs.owned_scene(clause.span, at)
            or self.signs.possessor(clause.span, at)
            or self.signs.described(clause.span, at)
            or self.signs.scene(clause.span, at)
        )
        who = land_of(who)
        return None if who is None else Owner(who, who if who.type in PLACES else None)

    def _seat(self, teller: Mention, told: ToldBefore) -> Owner | None:
        """县文旅局统计，接待游客9万人次: the place of which an office counts something."""
        if teller.type not in COUNTING:
            return None
        place = next((m for m in reversed(teller.inside) if m.type in PLACES), told.place)
        return Owner(place, place)

    def _is_led(self, span: Span, at: int) -> bool:
        """在社区党委带领下: whether a clause only says who leads, and not of which place."""
        if LED.fullmatch(self.text, at, span.end) is None:
            return False
        last = next(reversed(self.mentions.between(at, span.end)), None)
        return last is not None and last.type == "PartyOrganization" and LED_PARTY.fullmatch(last.name) is not None

    def _is_part(self, clause: Clause, whole: Mention | None) -> bool:
        """渔港完工，防波堤长860米: of a short name that only a size follows the works is told whose part it is."""
        part = clause.topics[-1][0]
        short = part.type == "Facility" and len(part.span) < WHOLE and part.form is not Form.QUOTED
        works = whole is not None and whole.type in PARTED and whole is not part
        return short and works and SIZE.match(self.text, part.span.end, clause.span.end) is not None
