"""A sentence with its mentions in, the roles that it gives its people, each with the body it is held in, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kg.match.roles import RolePhrase, Roles
from kg.model import Mention, Sentence, Span, Stance

PLACES = frozenset({"Place", "Province", "Prefecture", "County", "Township", "Village", "Community", "Region"})
BODIES = frozenset(
    {"Organization", "PartyOrganization", "GovernmentBody", "Enterprise", "Association", "Institution", "Team"}
)
# A station or a guesthouse has a manager as a body has.
STANDING = BODIES | {"Facility"}
SETTLEMENTS = frozenset({"Village", "Community"})
JOINTS = frozenset("、和与及兼暨")
DWELLS = "resident"
NO_ROLE = frozenset({"crowd", "kin"})
OF = "的"
# What may stand between a body and the role in it: “花筑”精品民宿负责人, 青石村退休教师; no verb and no clause.
BETWEEN = re.compile("(?:(?![了着过把被将在是有到从与和说])[一-鿿0-9]){0,8}")
# Whose post 村党支部书记 or 镇长 is, where no body is named, follows from the last place of that level.
LEVELS = {
    "村": frozenset({"Village"}),
    "社区": frozenset({"Community"}),
    "街道": frozenset({"Township"}),
    "镇": frozenset({"Township"}),
    "乡": frozenset({"Township"}),
    "县": frozenset({"County"}),
}
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
# 公司总经理, 合作社理事长: the last body whose name ends so; the longest ending first.
ENDINGS = (4, 3, 2)
PARTY = re.compile("党|书记|支部|支委|常委|(?:组织|宣传|纪检)委员")
PARTICULAR = "男|女|[^，。；：]{1,3}族|(?:现年)?[0-9]{1,3}岁|[0-9]{4}年[^，。；：]{0,8}|中共党员|[^，。；：]{2,6}人"
APPOSITION = re.compile(f"(?:，(?:{PARTICULAR}))*，(?:现任|任|系|是|时任)?|（|是|系|任|为|：")
BESIDE = re.compile("[、和与及兼暨][一-龥]{0,4}")
LIVES = re.compile("，?(?:家住|住在|居住在|家在)")
# 家住青石镇柳湾村的退休工人李华: where somebody lives, before who he is.
LIVING = re.compile("(?:家住|住在|居住在|家在)[^，。；：！？“”\n]{2,24}的[^，。；：！？“”的\n]{0,8}$")
LIVING_REACH = 38
OFFICE = ("时任", "担任", "现任", "身为", "作为")
CALLED = re.compile("老人|同志|[本个]人|老师|师傅")
ELECTS = re.compile("(?:选举|推选|任命|聘请|推举|选派|聘任|委派|指派|推荐|选)(?:了|出)?$")
CLAUSE_END = re.compile("[，。；：！？（）\n]")
AGED, AGED_REACH = re.compile("[0-9]{2}(?:多|来)?岁的$"), 8
BRACKETED, BRACKET_REACH = re.compile("（[^（），。]{1,8}）$"), 10
TITLE = re.compile("副?教授|老师|博士|院士|研究员|(?:高级)?工程师|(?:主任)?医[师生]|主任|站长|院长|校长|老板|师傅|专家")
# 市委组织部 in 市委组织部副部长 is one body of the city.
DEPARTMENT = re.compile(".{3}(?:部|办|局|办公室|中心|法院|检察院|总工会|妇联|工商联)$|^管委会$")
# 队员, 副社长, 院长 where no body stands before them: of the last one that ends so.
ENDED = re.compile("副?(?P<end>[队社院校厂站馆所会团店场园行])(?:长|员|友)")
GROWS = re.compile("[户农民]$")
# What may stand between a comma and the verb: ，2019年6月又当选….
LATER = re.compile("，(?:[12][0-9]{3}年|[今去前]年|次年|同年|后来|随后|如今|现在|目前)?(?:[0-9]{1,2}月)?[又还并也]?")
IS = re.compile("现?任|[是系]|现[为是]")
# 作为青石村妇联主席，李华…; 担任青石村党支部书记的李华.
# Whose people some words name, and how the names of such bodies end.
OF_KIND: Mapping[tuple[str, ...], tuple[str, ...]] = MappingProxyType(
    {
        ("教授", "讲师"): ("大学", "学院", "学校"),
        ("研究员",): ("研究所", "研究院", "科学院", "农科院", "林科院", "研究中心", "实验室", "大学"),
        ("医生", "医师", "护士", "护士长"): ("医院", "卫生院", "卫生室", "卫生服务中心"),
        ("教师", "老师"): ("学校", "小学", "中学", "幼儿园"),
        ("校长",): ("学校", "小学", "中学", "大学", "学院"),
        ("民警", "辅警"): ("派出所", "公安局", "交警大队"),
        ("法官", "庭长", "书记员", "审判员"): ("法院", "法庭"),
        ("检察官",): ("检察院",),
    }
)
OF_FIRMS = ("董事长", "总经理", "厂长", "车间主任", "技术总监", "法定代表人")
AS, AS_REACH = re.compile("作为(?=[^，。；：！？]{3,28}，$)"), 32
# What a body may have between it and a role: 青石村的一名, 青石村首任.
ONE_OF = re.compile("的?(?:[一1][名位个]|首[任位个名]|第[一二三四五六七八九十]+任|新[一上]?任|现任|唯一的?)?的?")
BRANCH = re.compile("(?:党支部|党总支|党委|支部)(?:第一)?副?书记")
IN_VILLAGE = re.compile("[回返到进驻在留]村")
CLOSING = ("职务", "一职", "以来", "后", "时", "、", "的")
VERB_REACH = 30
FORMER = re.compile("[原前曾]任?$|曾经$")
REFUSES = re.compile("拒绝|婉拒|谢绝|不再|未能?|没有?|无意|不愿|辞去|辞掉|卸任|免去|落选")
INTENDS = re.compile("[拟将欲]|有望|提名|准备|计划|打算|竞选")
YEAR = re.compile("(自|从)?((?:19|20)[0-9]{2})年(?:([0-9]{1,2})月)?(?:[0-9]{1,2}日)?(以来|起|至今|开始)?")


@dataclass(frozen=True, slots=True)
class Held:
    """A role that the text gives a person: its words, its body, the kind of wording, and since when."""

    role: RolePhrase
    body: Mention | None
    rule: str
    stance: Stance = Stance.STATED
    period: str = ""


class RoleReading:
    """One sentence with people in it, and what its article named shortly before."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        inside: Sequence[Mention],
        earlier: Sequence[Mention],
        roles: Roles,
        takes: re.Pattern[str],
    ) -> None:
        self.text, self.sentence, self.inside, self.earlier = text, sentence, inside, earlier
        self.roles, self.takes = roles, takes
        self.people = [m for m in inside if m.type == "Person"]
        self.grounds = [m for m in inside if m.type in PLACES or m.type in STANDING]
        self.ending = {m.span.end: m for m in self.grounds}

    def held(self) -> Iterator[tuple[Mention, list[Held]]]:
        """Each person of the sentence with the roles that stand before the name, after it, or before its neighbour."""
        rows: list[tuple[Mention, list[Held]]] = []
        for person in self.people:
            row = [*self._before(person), *self._titled(person), *self._after(person), *self._dwelling(person)]
            if rows:
                before, others = rows[-1]
                row = [self._same_body(held, before, others) for held in row]
                if not row and self._beside(before, person):
                    row = [replace(held, rule="posts/list") for held in others if held.rule != "posts/after"]
            rows.append((person, row))
        # 李华、王刚受聘为…顾问: what is said behind the last is said of all.
        for (person, row), (following, others) in zip(reversed(rows[:-1]), reversed(rows[1:]), strict=True):
            if self._beside(person, following) and not any(held.rule == "posts/after" for held in row):
                row += [held for held in others if held.rule == "posts/after"]
        return iter(rows)

    def _same_body(self, held: Held, before: Mention, others: Sequence[Held]) -> Held:
        """中心主任李华、副主任王刚: the second post is held where the first is."""
        start = held.role.span.start
        joined = BESIDE.fullmatch(self.text, before.span.end, start)
        bodies = [other.body for other in others if other.body is not None and other.rule != "posts/after"]
        if held.body is not None or held.role.kind != "post" or not joined or not bodies:
            return held
        return replace(held, body=ground(bodies[-1], held.role.text), rule="posts/shared")

    def _beside(self, one: Mention, other: Mention) -> bool:
        return other.span.start == one.span.end + 1 and self.text[one.span.end] in JOINTS

    # ---- 青石村党支部书记李华 -----------------------------------------------------------

    def _before(self, person: Mention) -> list[Held]:
        row = self._phrases(self._bracketed(person.span.start), "posts/before")
        end = person.span.start - 1
        if not row and self.text[end : end + 1] == "，":
            low = max(self.sentence.span.start, person.span.start - AS_REACH)
            row = self._phrases(end, "posts/as") if AS.search(self.text, low, person.span.start) else []
        if not row and self.text[end : end + 1] == OF:
            # 时任县委书记的李华
            served = self._phrases(end, "posts/before")
            starts = [self._chain_start(held.body) if held.body else held.role.span.start for held in served]
            if starts and self.text.endswith(OFFICE, 0, min(*starts, served[0].role.span.start)):
                return served
        home = self.ending.get(end) if self.text[end : end + 1] == OF else None
        if not row and home is not None and home.type in SETTLEMENTS:
            return [Held(RolePhrase(Span(end, end), end, DWELLS, False, ""), home, "posts/of")]
        if not row and AGED.search(self.text, max(self.sentence.span.start, end - AGED_REACH), end + 1):
            # 柳湾村的果园里，67岁的李华…
            near = [m for m in self.grounds if m.type in SETTLEMENTS and m.span.end <= end]
            row = [Held(RolePhrase(Span(end, end), end, DWELLS, False, ""), home, "posts/aged") for home in near[-1:]]
        return row

    def _titled(self, person: Mention) -> list[Held]:
        """江岳大学的李华教授: the title behind the name."""
        title = TITLE.match(self.text, person.span.end, self.sentence.span.end)
        start = person.span.start
        body = self.ending.get(start - (self.text[start - 1 : start] == OF))
        if title is None or body is None or body.type not in STANDING:
            return []
        role = RolePhrase(Span(*title.span()), title.start(), "post", False, title[0])
        return [Held(role, body, "posts/titled")]

    def _bracketed(self, end: int) -> int:
        """Where a bracket before a name begins: 副县长（挂职）李华."""
        bracket = BRACKETED.search(self.text, max(self.sentence.span.start, end - BRACKET_REACH), end)
        return bracket.start() if bracket else end

    def _phrases(self, end: int, rule: str) -> list[Held]:
        """The roles that end at `end`, the nearest first: 县委副书记、县长."""
        found: list[Held] = []
        while True:
            role = self.roles.before(self.text, end)
            if role is None or role.span.start < self.sentence.span.start or "原" in role.text:
                break
            # 县林草局干部李华: one of the crowd that the body before it has.
            own = self.ending.get(role.span.start) if role.kind in NO_ROLE else None
            if role.kind == "crowd" and own is not None and own.type in SETTLEMENTS:
                role = replace(role, kind=DWELLS)  # 青石村妇女李华
            elif role.kind in NO_ROLE and (own is None or own.type not in BODIES):
                break
            body = self._body(role)
            start = min(role.span.start, self._chain_start(body)) if body else role.span.start
            if FORMER.search(self.text, max(0, start - 2), start):
                break
            found.append(Held(role, body, rule))
            # 理事长是退休教师李华: what he is, he is besides what he was.
            if start < 2 or (self.text[start - 1] not in JOINTS and self.text[start - 1] != "是"):
                break
            end = start - 1
        return self._shared(found)

    def _body(self, role: RolePhrase) -> Mention | None:
        """The body or place that stands right before a role or reaches into it: {县委}书记, {青石村}党支部书记."""
        for end in range(role.span.end - 1, role.span.start - 1, -1):
            body = self.ending.get(end)
            # A body that begins within the role, 村党支部 in 村党支部书记, is nobody's in particular.
            if body is not None and (body.span.start < role.span.start or end == role.span.start):
                return body
            if body is not None and DEPARTMENT.search(body.name):
                return body
        near = [m for m in self.grounds if m.span.end <= role.span.start]
        if not near or not BETWEEN.fullmatch(self.text, near[-1].span.end, role.span.start):
            return None
        gap = self.text[near[-1].span.end : role.span.start]
        # 青石村退休教师 lives in the village; 青石县供销社主任 heads what stands between, which nobody has named.
        if ONE_OF.fullmatch(gap) or (OF not in gap[1:] and (near[-1].type in STANDING or role.kind != "post")):
            return near[-1]
        return None

    def _chain_start(self, body: Mention) -> int:
        """Where a body begins with the places written before it: {青石镇}{李庄村}."""
        start = body.span.start
        while start in self.ending:
            start = self.ending[start].span.start
        return start

    def _shared(self, found: Sequence[Held]) -> list[Held]:
        """A role without a body has that of the role before it, 青石镇党委副书记、镇长, else one named earlier."""
        row: list[Held] = []
        body: Mention | None = None
        for held in reversed(found):
            if held.body is None and body is not None:
                held = replace(held, body=ground(body, held.role.text), rule="posts/shared")
            elif held.body is None:
                carried = self._carried(held.role)
                held = replace(held, body=carried, rule="posts/carried" if carried else held.rule)
            body = held.body
            row.insert(0, held)
        return row

    def _carried(self, role: RolePhrase) -> Mention | None:
        """The last place of the level that a role names, or of any settlement for who lives in one."""
        level = next((level for level in LEVELS if role.text.removeprefix("副").startswith(level)), "")
        settled = role.text.endswith(self.roles.settled)
        if not level and BRANCH.fullmatch(role.text):
            # 在青石村，党支部书记李华…: the branch of the village that the sentence has named last.
            here = [m for m in self.grounds if m.span.end <= role.span.start]
            return here[-1] if here and here[-1].type in SETTLEMENTS else self._named_so(role, self._near(role))
        if heads := HEADS.match(role.text):
            fitting = [m for m in self._near(role) if m.type in HEADED[heads[1]] and m.name.endswith(heads[1])]
            return fitting[-1] if fitting else None
        types = LEVELS[level] if level else SETTLEMENTS if settled or role.kind == DWELLS else frozenset()
        near = [m for top in (*self.earlier, *self.inside) for m in nested(top)]
        before = self._near(role)
        if not types:
            return self._named_so(role, before) or self._of_kind(role, before)
        fitting = [m for m in before if m.type in types]
        if not fitting and GROWS.search(role.text) and not any(m.type in SETTLEMENTS for m in near):
            fitting = [m for m in before if m.type == "Township"]
        if fitting:
            return fitting[-1]
        after = {m.name: m for m in near if m.span.start > role.span.start and m.type in types}
        return next(iter(after.values())) if (level or settled) and len(after) == 1 else None

    def _near(self, role: RolePhrase) -> list[Mention]:
        """All that was named before a role, with what stands in the names."""
        near = [m for top in (*self.earlier, *self.inside) for m in nested(top)]
        return [m for m in near if m.span.end <= role.span.start]

    def _named_so(self, role: RolePhrase, before: Sequence[Mention]) -> Mention | None:
        """The last body that ends in the word before a role: 合作社 in 合作社理事长."""
        for length in ENDINGS:
            ending = self.text[max(self.sentence.span.start, role.span.start - length) : role.span.start]
            fitting = [m for m in before if m.type in STANDING and len(m.name) > length and m.name.endswith(ending)]
            if len(ending) == length and fitting:
                return fitting[-1]
        end = ENDED.fullmatch(role.text)
        opens = not "一" <= self.text[role.span.start - 1 : role.span.start] <= "龥"
        ended = [m for m in before if end and m.type in STANDING and self._is_called(m, end["end"])] if opens else []
        return ended[-1] if ended else None

    def _of_kind(self, role: RolePhrase, before: Sequence[Mention]) -> Mention | None:
        """农科院设有试验站，研究员李华…: of the body of the sentence that has such people; 董事长 of the only firm."""
        for roles, names in OF_KIND.items():
            if role.text.endswith(roles):
                here = [m for m in self.inside if m.span.end <= role.span.start and m.name.endswith(names)]
                return here[-1] if here and here[-1].type in STANDING else None
        if self.text.endswith(("公司", "企业"), 0, role.span.start):
            # “…”公司负责人李华说，云茶集团…
            before = [*before, *(m for m in self.inside if m.span.start > role.span.start)]
        elif not role.text.endswith(OF_FIRMS):
            return None
        firms = {m.name: m for m in before if m.type == "Enterprise"}
        return next(iter(firms.values())) if len(firms) == 1 else None

    def _is_called(self, body: Mention, end: str) -> bool:
        """Whether a body's name, or the word behind its quotation, ends so; 居委会 has no 会长."""
        if end == "会" and body.type != "Association":
            return False
        return self.text.endswith(end, body.span.start, body.span.end)

    # ---- 李华当选青石村党支部书记 -------------------------------------------------------

    def _after(self, person: Mention) -> list[Held]:
        start = person.span.end
        others = [m.span.start for m in self.people if m.span.start > start]
        limit = min([self.sentence.span.end, *others])
        verb = self.takes.search(self.text, start, min(self._clause_end(start, limit), start + VERB_REACH))
        if verb is None:
            apposed = self._apposed(person, limit)
            return apposed if any(held.body for held in apposed) else [*apposed, *self._later(person)]
        if FORMER.search(self.text, start, verb.start()):
            return []
        stance = stance_of(self.text[start : verb.end()])
        period = self._since(person, verb.start())
        row = [replace(held, stance=stance, period=period) for held in self._from(verb.end(), limit)]
        if not row:
            return self._later(person)
        if not IN_VILLAGE.search(self.text, start, verb.start()):
            return row
        # 李华回村担任党支部书记: of the village that was named last.
        villages = [m for top in (*self.earlier, *self.inside) for m in nested(top) if m.type in SETTLEMENTS]
        home = next((m for m in reversed(villages) if m.span.end <= person.span.start), None)
        return [replace(held, body=held.body or home) for held in row]

    def _dwelling(self, person: Mention) -> list[Held]:
        """李华家住青石镇柳湾村, 家住青石镇柳湾村的李华: where somebody lives."""
        lives = LIVES.match(self.text, person.span.end, self.sentence.span.end)
        if lives is None:
            low = max(self.sentence.span.start, person.span.start - LIVING_REACH)
            living = LIVING.search(self.text, low, person.span.start)
            lives = LIVES.match(self.text, living.start()) if living else None
        if lives is None:
            return []
        row = [m for m in self.grounds if m.span.start >= lives.end()]
        chain = [m for k, m in enumerate(row) if m.span.start == (row[k - 1].span.end if k else lives.end())]
        role = RolePhrase(Span(*lives.span()), lives.end(), DWELLS, False, "")
        return [Held(role, chain[-1], "posts/lives")] if chain and chain[-1].type in PLACES else []

    def _later(self, person: Mention) -> list[Held]:
        """李华是退役军人，今年8月当选青石村党支部书记: a later clause that opens with the verb goes on about him."""
        if len(self.people) > 1:
            return []
        stop = self._clause_end(person.span.end, self.sentence.span.end)
        for opening in LATER.finditer(self.text, stop, self.sentence.span.end):
            verb = self.takes.match(self.text, opening.end()) or IS.match(self.text, opening.end())
            if verb is not None and not self.text.startswith("的", verb.end()):
                stance, period = stance_of(verb[0]), self._since(person, verb.start())
                row = self._from(verb.end(), self.sentence.span.end)
                if verb.re is not IS or any(held.body for held in row):
                    return [replace(held, stance=stance, period=period if verb.re is not IS else "") for held in row]
        return []

    def _apposed(self, person: Mention, limit: int) -> list[Held]:
        """李华，男，青石村党支部书记; 李华（…）; 李华是…; 选举李华为…."""
        called = CALLED.match(self.text, person.span.end, limit)
        stated = APPOSITION.match(self.text, called.end() if called else person.span.end, limit)
        if stated is None:
            return []
        if stated[0] == "为":
            # 推选老党员李华为…
            role = self.roles.before(self.text, person.span.start)
            start = role.span.start if role else person.span.start
            if not ELECTS.search(self.text, max(0, start - 4), start):
                return []
        return self._from(stated.end(), limit)

    def _from(self, start: int, limit: int) -> list[Held]:
        """The roles that the clause gives from `start` on."""
        stop = self._clause_end(start, limit)
        for place in range(stop, start, -1):
            # What ends right before another name is that person's role.
            closes = place == stop and (stop < limit or limit == self.sentence.span.end)
            if (closes or self.text.startswith(CLOSING, place)) and self.roles.before(self.text, place):
                row = self._phrases(place, "posts/after")
                return [h for h in row if h.role.span.start >= start or (h.body and h.body.span.start >= start)]
        return []

    def _clause_end(self, start: int, limit: int) -> int:
        end = CLAUSE_END.search(self.text, start, limit)
        return end.start() if end else limit

    def _since(self, person: Mention, verb: int) -> str:
        """The last year that the sentence gives before a verb of taking a post."""
        low = max(self.sentence.span.start, person.span.start - 20)
        years = list(YEAR.finditer(self.text, low, verb))
        if not years:
            return ""
        since, year, month, on = years[-1].groups()
        return year + (f"-{int(month):02}" if month else "") + ("/" if since or on else "")


def nested(mention: Mention) -> Iterable[Mention]:
    """A mention and all those in its name."""
    yield mention
    for inner in mention.inside:
        yield from nested(inner)


def ground(body: Mention, role: str) -> Mention:
    """Where a second role is held that stands without a body: 镇长 after 青石镇党委副书记, 董事长 after 党委书记."""
    if body.type != "PartyOrganization" or PARTY.search(role):
        return body
    bodies = [m for m in body.inside if m.type in BODIES]
    places = [m for m in body.inside if m.type in PLACES]
    return (bodies or places[-1:] or [body])[0]


def stance_of(words: str) -> Stance:
    """Whether the words between a person and a post say that it is held.

    >>> stance_of("拒绝出任"), stance_of("拟任"), stance_of("当选为")
    (<Stance.DENIED: 'Denied'>, <Stance.PLANNED: 'Planned'>, <Stance.STATED: 'Stated'>)
    """
    if REFUSES.search(words):
        return Stance.DENIED
    return Stance.PLANNED if INTENDS.search(words) else Stance.STATED
