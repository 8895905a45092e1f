"""A wording that stands in a sentence in, who acts in it out: as the wording binds it, else as the clause has it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.match.honours.holders import OF_A_VILLAGE, can_hold, holders
from kg.match.relations.folding import Folded
from kg.match.relations.joint import TOGETHER
from kg.match.relations.listed import counted_on, listed_after, listed_before, lowest
from kg.match.rulebook.kinds import BODIES, NATURE, PLACES
from kg.match.rulebook.rule_types import RelationRule
from kg.match.subjects.clause import Clause, actor
from kg.model import Document, Form, Mention

MADE, HONOUR, FIRM = "Facility", "Honor", "Enterprise"
ADOPTS, BUILDS, GROWS = "adopts", "establishes", "develops"
FOUNDS = frozenset((BUILDS, TOGETHER))
WITH = ("与", "同", "和", "跟")
RUNS, PERSON, PARTY = frozenset(("adopts", "implements")), "Person", "PartyOrganization"
# 党组书记、检察长: between a body and a person nothing but his posts.
POST = re.compile(
    "[一-龥]{0,8}(?:、[一-龥]{2,8}){0,3}"
    "(?:书记|主任|局长|检察长|院长|校长|所长|会长|主席|理事长|队长|站长|科长|镇长|乡长|县长|区长|市长|负责人)"
)
# 设有阅览室, 站内建有母婴室, 一楼设立展厅: of what parts a house consists.
ROOMS = re.compile("设[有置立]|建有|配[备齐]|内设|分设")
# What an industrial park sets up on its ground is not set up by the county.
ZONES = ("区", "产业园", "工业园", "创业园", "科技园", "物流园", "市场")
HOLDS, ROOM = ("设有", "内设", "分设", "配有"), re.compile("(?:[室厅区间房角]|食堂|厨房)$")
INSIDE = re.compile("[一-龥]{0,4}?[站馆园院厅室楼场店坊心]内|[一二三四五六七八九十0-9至、]{1,4}[楼层]")


@dataclass(frozen=True, slots=True)
class Actors:
    """Who acts in the clauses of one sentence."""

    document: Document
    row: Sequence[Clause]
    folded: Folded

    def clause_at(self, place: int) -> Clause | None:
        """The clause in which a character of the text stands."""
        return next((c for c in self.row if c.span.start <= place < c.span.end), None)

    def acting(
        self, rule: RelationRule, match: re.Match[str], objects: Sequence[Mention] = ()
    ) -> tuple[Mention, ...] | None:
        """Who acts: as the pattern binds it, else as the clause has it; () is the article's own place."""
        if "subject" in match.re.groupindex and match["subject"] is not None:
            place = lowest(self.folded, match.start("subject"), rule.subject)
            group = [self.folded.at[place]]
            # 电商助力云岭河两岸: nobody of the river does so.
            if rule.predicate in RUNS | FOUNDS | {GROWS} and _is_river(group[0]):
                return None
            if rule.predicate == ADOPTS and match.groupdict().get("object") and match.start("object") == place + 1:
                return (group[0],)  # 青石镇“有事来说”、白鹭镇“大妈说事”: each its own
            while (before := listed_before(self.folded, place, rule.subject)) is not None:
                # A与B、C与D签约: B is a partner of A's, and stands in no list with C.
                if rule.predicate == TOGETHER and self.folded.text[before - 1 : before] in WITH:
                    break
                group.insert(0, self.folded.at[before])
                place = before
            group = [*counted_on(self.folded, match.start("subject"), place, len(group), rule.subject), *group]
            if rule.predicate == TOGETHER:
                return tuple(group)  # 石桥村与旅游集团旗下茶厂合作: who stands behind 与 is a partner
            stop = match.start("object") if "object" in match.re.groupindex else -1
            # 作为产业强镇，食用菌…: the title is the town's, also where its trade is named behind it.
            behind = 0 <= stop < match.start("subject")
            if not behind or group[0].type != "Industry" or "Industry" in _kinds(rule, objects):
                return (*group, *listed_after(self.folded, match.start("subject"), stop, rule.subject))
        clause = self.clause_at(self.folded.origin[match.start()])
        if clause is None:
            return None
        target = self._target(match)
        if target is not None and rule.predicate == BUILDS and self._indoors(clause, match, target):
            return None
        # 松湾社区养老中心启用: what has come to stand belongs to the place of which its name speaks.
        if target is not None and rule.predicate == BUILDS and match.end() > match.start("object") + 1:
            own = _own_place(target)
            if own is not None:
                return (own,)
        # 青石镇“清水”工程让河变清: so does an undertaking of which something is told.
        told = target is not None and match.start("object") == match.start() < match.end() - 1
        if target is not None and told and rule.predicate in RUNS and (own := _own_place(target)) is not None:
            return (own,)
        if target is not None and clause.topics and target in clause.topics[-1]:
            # 城北水厂投入使用: what is built is not who builds it.
            clause = replace(clause, topics=clause.topics[:-1], here=False)
        # 青石湖保护治理紧扣“四治”思路: who goes about it was named before, or is the article's own place.
        if rule.predicate in RUNS | FOUNDS | {GROWS} and any(map(_is_river, (m for who in clause.topics for m in who))):
            clause = replace(clause, topics=tuple(who for who in clause.topics if not all(map(_is_river, who))))
        kinds = _kinds(rule, objects)
        if rule.predicate in RUNS | {TOGETHER} and (runs := self._posted(clause)) is not None:
            return (runs,)
        # 民宿推行“管家制”, 工业园新建厂房: it is not the town's, and a house itself adopts and founds nothing.
        house = clause.here and all(m.type == MADE for m in clause.topics[-1])
        # 服务站改造用房，按照“保本+微利”模式供餐: nor does what it goes on to do belong to the town.
        if rule.predicate in RUNS and (house or self._goes_on(clause)):
            return None
        if rule.predicate in FOUNDS and (house or self._goes_on(clause)) and _is_park(clause.topics[-1]):
            return None
        # 建成冷库，打造景区: a facility acts where its own clause says so, else it may be what was made.
        who = actor(clause, kinds if clause.here or MADE not in rule.object else kinds - {MADE})
        if who == () and objects and objects[0].type == HONOUR:
            # 松湾社区党支部…，荣获“和谐社区”称号: a body of the place holds what the place would.
            who = actor(clause, frozenset(kind for kind in rule.subject & BODIES if can_hold(kind, objects[0].name)))
            # 青石县的松桥社区, which no mention names, …，荣获“和谐社区”称号: a title for what lies in the county.
            small = any(OF_A_VILLAGE.search(title.name) for title in objects)
            lies_in = small and any(m.type in PLACES for who_acts in clause.topics for m in who_acts)
            return None if who == () and lies_in else who
        # 云岭县“直播”模式获省妇联点赞: nobody else is named, and the way is called by its place.
        if who == () and target is not None and rule.predicate in RUNS and (own := _own_place(target)) is not None:
            return (own,)
        if who == () and rule.predicate == GROWS:
            ground = self._ground(clause, match.start())
            return (ground,) if ground is not None else who
        return who

    def _goes_on(self, clause: Clause) -> bool:
        """药材市场引进一家公司，合建…: whether a clause goes on about a house that its sentence opens with."""
        if not clause.topics or any(m.type != MADE for m in clause.topics[-1]):
            return False
        return any(c.here and c.topics[-1] == clause.topics[-1] for c in self.row if c.span.end <= clause.span.start)

    def _posted(self, clause: Clause) -> Mention | None:
        """县检察院检察长李华开展…: a leader runs it for the body, or the village, in which he has his post."""
        who = clause.topics[-1] if clause.topics and not clause.blocked else ()
        if len(who) != 1 or who[0].type != PERSON:
            return None
        before = [m for m in self.folded.at.values() if m.span.end <= who[0].span.start]
        body = max(before, key=lambda m: m.span.end, default=None)
        if body is None or not POST.fullmatch(self.document.text, body.span.end, who[0].span.start):
            return None
        if body.type in PLACES:
            return body if body.form is not Form.ANAPHOR else None
        if body.type == PARTY:
            return _own_place(body) or next(
                (m for m in before if m.type in PLACES and m.span.end == body.span.start), None
            )
        return body if body.type in BODIES else None

    def _ground(self, clause: Clause, before: int) -> Mention | None:
        """走进青石镇柑橘基地，果实挂满枝头: of what is grown in a house, the place of which its name speaks."""
        near = [m for at, m in self.folded.at.items() if at < before and m.type == MADE]
        spoken = [m for who in clause.topics for m in who if m.type == MADE]
        named = (_own_place(m, frozenset({Form.PROPER, Form.SHORT})) for m in (*reversed(near), *reversed(spoken)))
        return next((place for place in named if place is not None and place.type != "Province"), None)

    def _indoors(self, clause: Clause, match: re.Match[str], target: Mention) -> bool:
        """该中心设有阅览室, 馆内建有展厅: whether what is told is how a house is divided, which nobody founds."""
        if not ROOMS.match(match[0]):
            return False
        if not clause.here and match[0].startswith(HOLDS) and ROOM.search(target.name):
            return True
        house = clause.here and all(m.type == MADE for m in clause.topics[-1])
        return house or INSIDE.match(self.document.text, clause.opens, clause.span.end) is not None

    def _target(self, match: re.Match[str]) -> Mention | None:
        return self.folded.at.get(match.start("object")) if match.groupdict().get("object") else None


def _is_park(who: Sequence[Mention]) -> bool:
    return all(m.type == MADE and m.name.endswith(ZONES) for m in who)


def _own_place(built: Mention, forms: frozenset[Form] = frozenset({Form.PROPER})) -> Mention | None:
    """The place with which the name of a house or body begins, the last of a chain; a firm is nobody's."""
    found, at = None, built.span.start
    for place in built.inside if built.type != FIRM else ():
        if place.span.start == at and place.type in PLACES and place.form in forms:
            # 长江云岭段修复工程: a river does nothing.
            found, at = None if _is_river(place) else place, place.span.end
    return found


def _is_river(place: Mention) -> bool:
    return place.type == "Place" and place.name.endswith(NATURE)


def _kinds(rule: RelationRule, objects: Sequence[Mention]) -> frozenset[str]:
    """What may act here: a title for counties, 生态示范县, is given to no programme and to no firm."""
    kinds = [holders(target.name, rule.subject) for target in objects if target.type == HONOUR]
    return frozenset.intersection(*kinds) or kinds[0] if kinds else rule.subject
