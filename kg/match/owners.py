"""Clauses with their topics in, of whom the figures in each of them speak out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from kg.match.alternation import one_of
from kg.match.kinds import BODIES, PLACES
from kg.match.openers import Openers
from kg.match.rules import Rules
from kg.match.subjects import PLACED, Clause
from kg.match.topics import MEASURED_BY, Mentions
from kg.model import Claim, Document, Form, Mention, Sentence, Span

MEASURED = PLACES | BODIES | {"Person", "Facility", "Project"}
SETTLED = frozenset({"Township", "Village", "Community"})
SCENES = SETTLED | BODIES | {"Facility", "Region"}
# These act for the place that they govern: what they tell in figures is the place's.
OFFICES = frozenset({"PartyOrganization", "GovernmentBody"})
# 该公司, 企业: the words by which a text goes on about what it has named, and the classes of what is called so.
TRADING, TENDED = frozenset({"Enterprise"}), frozenset({"Facility", "Institution", "Enterprise", "Region"})
CALLED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("公司", "企业", "集团", "工厂"), TRADING),
        **dict.fromkeys(("合作社", "联合社", "供销社", "农场"), frozenset({"Enterprise", "Association"})),
        **dict.fromkeys(("协会", "商会"), frozenset({"Association"})),
        **dict.fromkeys(("园区", "产业园", "基地", "中心", "市场", "车间", "景区", "工坊", "食堂", "公园"), TENDED),
        **dict.fromkeys(("学校", "医院", "卫生院", "银行", "研究院", "学院"), frozenset({"Institution", "Enterprise"})),
        **dict.fromkeys(("项目", "工程"), frozenset({"Project"})),
    }
)
CALLS = re.compile(f"(?:该|这家|这个|这座|这所|这处|这片|本)?({one_of(CALLED)})")
# 企业家, 合作社员, 中心城区, 项目建设: the word is the beginning of another one.
NOT_CALLED = re.compile("[家员城区化界们门小型集办级数类群制性建的、和与及等]|党[支总委建员组]|职工")
# 走进X, 在X里: a clause that says only where.
ENTERS = re.compile(
    "(?:[一二三四五六]是(?:位于|在)?|在|走进|来到|步入|踏入|踏进|走入|置身|漫步(?:在|于)?|行走在|走在|位于|坐落[于在]|驱车来到)(?:位于|地处)?"
)
INSIDE = re.compile("(?:的?[一-鿿]{0,6})?[里内中上旁前外边下处]|的?[一-鿿]{0,2}(?:现场|境内|门口|一角|车间|大棚|田间|地头)")
# 在X建设中, 在X的支持下: no scenes.
PROCESS = re.compile("建设|过程|工作|发展|推进|改造|实施|支持|帮助|带动|指导|推动|引领|领导|影响|牵头|基础|背景|前提|会议|大会|活动")
GOVERNED = re.compile("[了着过将把被对向为以]|[^，]{2,}的基础")
HOLDS = re.compile("[下内][设辖]|下派|下拨|上缴|外[出迁销]")
KIND = re.compile("[一-鿿]{0,10}(?:企业|国企|公司|集团|单位|社会组织|合作社|示范社|机构|品牌|协会|高校)")
# X的…, X境内…: what is measured there is X's.
OWNS = re.compile("的(?=[一-鿿])|境内|辖区|辖内")
NOT_OWNING = re.compile("的(?:[一-鿿]{0,4})?(?:支持|帮助|带动|带领|引领|推动|指导|努力|关心|牵头|组织|号召|影响|倡议|见证|统筹|协调)")
# In somebody's own words these speak of the place or body, and not of himself.
SHARED = re.compile("我们|咱们?村|村里|村上|全村|村集体|镇里|全镇|县里|全县|社区|合作社|公司|企业|园区|基地|乡里|全乡|街道")
LEADER = re.compile("书记|主任|[局镇乡县市区部社村]长")
CHIEF = re.compile("书记|主任|[局镇乡县市区部科处所院校站队组会社村场厂司]长|经理|董事|负责人|总裁|总监|主席|委员|干部|队员|专员|专干|厂长")
# 由县委牵头: who leads is not who does it.
LEADS = re.compile("[一-鿿]{0,4}(?:牵头|负责|统筹|领导|指导|主导|管理|兜底|领办|领衔|主持|主要|相关)")
FOLK = re.compile("(?:像[她他这那]|[全这各]?(?:[0-9]+|[一二三四五六七八九十百]+)个(?:行政|自然)?(?:村|嘎查|社区|乡镇)(?!级)|[村居牧渔农市]民|群众|农户|[全该](?:县|市|区|乡|镇|村)|村集体|常住人口|户籍人口)")
PAST = 14
# 成立X，…: what follows is the new body's. 建成X，占地…: of a facility only what is said of its size and make.
FOUNDED = frozenset({"Enterprise", "Association"})
FOUNDS = re.compile("成立|组建|创办|注册|创立|领办|开办|办起|兴办|设立|组成")
BUILDS = re.compile("建[成起了设立]|新建|打造|改[成建造]|变成|[开兴创]办|建|成立|引进|落户|设立|开辟|修建|盖起")
# …托幼中心1所: a kind of facility and how many there are now.
COUNTED = re.compile("[”’]?(?:[0-9一]+[个所处座家条间])?")
LONG = 4
MADE = re.compile(
    "(?:(?:试?营业|开业|投用|运营|开放|建成|累计|至今|以来|已|共|先后|每年|每天|日均|年均|月均)*(?:接待|服务(?!中心|站)|进站|进店|到店|客流)|(?:总|建筑|占地|总建筑|使用|经营)?面积|占地|总?投资|总长|全长|长|宽|高|藏书|馆藏|收藏|[内下]?设有?|配[有备套]|可?容纳|可提供|拥有|现有"
    "|注册资[本金]|入驻|冷藏|储藏|仓储|保鲜|处理能力|库容|产能|年加工|年生产|装机|床位|客房|年产|日产|日处理|年处理|总?投入|建有|车位|座位|能同时|可同时|每[天日年月]可)"
)


class Owner(NamedTuple):
    """Of whom a clause's figures speak (None: the article's own place), and the place whose people and means it counts."""

    who: Mention | None
    place: Mention | None


NOBODY = Owner(None, None)


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks where, the posts that people hold, and the verbs by which one sees that somebody tells."""

    speakers: Mapping[int, Mention]
    posts: Mapping[str, Mention]
    leaders: frozenset[str]
    chiefs: frozenset[str]
    says: re.Pattern[str]


def compile_voices(
    rules: Rules, speakers: Mapping[int, Mention], posts: Sequence[Claim], roles: Sequence[tuple[Mention, str, Span]]
) -> Voices:
    """The posts of the people of a document by their names; a chief is who leads a body that the text does not name."""
    held = {c.subject.name: c for c in reversed(posts) if c.subject is not None and c.predicate == "memberOf"}
    serving = frozenset(name for name, c in held.items() if LEADER.search(dict(c.qualifiers).get("role", "")))
    chiefs = frozenset(person.name for person, role, _ in roles if CHIEF.search(role))
    return Voices(speakers, {name: c.object for name, c in held.items()}, serving, chiefs, re.compile(one_of(rules.groups.get("说", ()))))


def owners(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention],
    rows: Sequence[Sequence[Clause]], voices: Voices, openers: Openers,
) -> list[tuple[Owner, ...]]:  # fmt: skip
    """For each clause of each sentence of whom its figures speak."""
    keeper = _Keeper(document, Mentions(mentions), voices, openers, _grounds(sentences, rows))
    return [keeper.sentence(sentence, row) for sentence, row in zip(sentences, rows, strict=True)]


def _grounds(sentences: Sequence[Sentence], rows: Sequence[Sequence[Clause]]) -> Mapping[int, Mention]:
    """The one village, community or town that an article speaks of over and over, where no county acts as often."""
    spoken: dict[int, dict[tuple[str, str], list[Mention]]] = {}
    for sentence, row in zip(sentences, rows, strict=True):
        for clause in row:
            for mention in clause.topics[-1] if clause.here else ():
                if mention.type in PLACES:
                    kind = mention.type if mention.type in SETTLED else ""
                    name = mention.name if mention.form is not Form.ANAPHOR else ""
                    spoken.setdefault(sentence.article, {}).setdefault((kind, name), []).append(mention)
    found = {}
    for article, counts in spoken.items():
        wide = sum(len(all_) for (kind, _), all_ in counts.items() if not kind)
        named = {key: len(all_) + len(counts.get((key[0], ""), ())) for key, all_ in counts.items() if all(key)}
        best = max(named, key=lambda key: (named[key], key), default=None)
        if best is not None and named[best] >= 3 and named[best] > 2 * wide and len(named) <= named[best] // 2:
            found[article] = counts[best][0]
    return found


class _Keeper:
    """Whose the figures are, kept from clause to clause."""

    def __init__(
        self, document: Document, mentions: Mentions, voices: Voices, openers: Openers, grounds: Mapping[int, Mention]
    ) -> None:
        self.text, self.mentions, self.voices, self.openers = document.text, mentions, voices, openers
        self.grounds = grounds
        self.ground: Mention | None = None  # of the article
        self.first, self.since = NOBODY, 0  # whom the paragraph named first, and where it begins
        self.here = (-1, -1)
        self.begin = 0  # of the article
        self.who: Mention | None = None
        self.place: Mention | None = None
        self.made: Mention | None = None  # the facility that the clause before says to have been built

    def sentence(self, sentence: Sentence, row: Sequence[Clause]) -> tuple[Owner, ...]:
        """The owners of the next sentence."""
        here = (sentence.article, sentence.paragraph)
        if here != self.here:
            if here[0] != self.here[0]:
                self.begin = sentence.span.start
            self.here = here
            carried = [] if not row or row[0].here else [m for who in row[0].topics for m in who]
            self.ground = self.grounds.get(sentence.article)
            self.who = next((m for m in reversed(carried) if m.type in MEASURED), self.ground)
            self.place = self.who if self.who is not None and self.who.type in PLACES else None
            self.first, self.since = NOBODY, sentence.span.start
        elif FOLK.match(self.text, self.openers.skip(self.text, sentence.span)):
            self.who = self._place(self.who)
        elif self.who is not None and self.who.type not in PLACES and self.first.who not in (None, self.who):
            # A sentence that names nobody goes back to what the paragraph spoke of first.
            self.who = self.first.who
        self.made = None
        return tuple([self._known(self._clause(clause)) for clause in row])

    def _known(self, owner: Owner) -> Owner:
        """村里 means the village that the whole article is about, where it is about one."""
        ground = self.ground
        if ground is None:
            return owner

        def known(mention: Mention | None) -> Mention | None:
            anaphor = mention is not None and mention.form is Form.ANAPHOR and mention.type == ground.type
            return ground if anaphor else mention

        return Owner(known(owner.who), known(owner.place))

    def _clause(self, clause: Clause) -> Owner:
        start = clause.span.start
        quoted = clause.speech is not None and self.text.startswith("“", start)
        at = self.openers.skip(self.text, Span(start + quoted, clause.span.end))
        if clause.speech is not None:
            return self._spoken(clause, at, clause.speech)
        if (product := self._product(clause.span, at)) is not None:
            return Owner(product, self._place(self.who))
        named, made = self._named(clause, at), self.made
        self.made = self._built(clause.span, at) or (made if MADE.match(self.text, at, clause.span.end) else None)
        if named is None and FOLK.match(self.text, at, clause.span.end):
            place = clause.ground or self._place(self.who)
            return Owner(place, place)
        if named is None and (agent := self._agent(clause.span, at)) is not None:
            return Owner(agent, self._place(self.who))
        if named is None:
            if made is not None and MADE.match(self.text, at, clause.span.end):
                return Owner(made, self._place(self.who))
            if clause.ground is not None and self.who is not None and self.who.type == "Person":
                return Owner(clause.ground, clause.ground)
            owner = Owner(self.who, clause.ground or self._place(self.who))
            self._found(clause.span, at)
            return owner
        # 工作站落户云岭: nothing that follows is the station's.
        if not self._placed(named.who, clause.span.end):
            self.who = named.who
            self.place = named.place or self.place
            told = clause.here and clause.topics[-1][0].type == "Person"
            self.first = named if self.first is NOBODY and not told else self.first
        self._found(clause.span, at)
        return Owner(named.who, clause.ground or self._place(named.who))

    def _placed(self, who: Mention | None, end: int) -> bool:
        if who is None or who.type not in TENDED:
            return False
        placed = PLACED.match(self.text, who.span.end, end)
        return placed is not None and not self.text.startswith(("以来", "后", "至今"), placed.end())

    def _found(self, span: Span, at: int) -> None:
        """成立了云雾茶业公司: what follows is the company's."""
        last = self._governed(span, at, FOUNDS)
        if last is not None and last.type in FOUNDED and last.form is not Form.NOMINAL:
            self.place, self.who = self._place(self.who), last

    def _built(self, span: Span, at: int) -> Mention | None:
        last = self._governed(span, at, BUILDS)
        return last if last is not None and last.type in TENDED | FOUNDED else None

    def _governed(self, span: Span, at: int, verbs: re.Pattern[str]) -> Mention | None:
        """The name at the end of a clause, if a verb governs it."""
        inside = self.mentions.between(at, span.end)
        if not inside or not COUNTED.fullmatch(self.text, inside[-1].span.end, span.end):
            return None
        return inside[-1] if verbs.search(self.text, at, inside[-1].span.start) else None

    def _place(self, who: Mention | None) -> Mention | None:
        """The place whose people and means are counted where somebody of it or in it is spoken of."""
        if who is not None and who.type == "Person":
            who = self.voices.posts.get(who.name, who)
        if who is None or who.type in PLACES:
            return who or self.place
        return next((m for m in reversed(who.inside) if m.type in SETTLED), self.place)

    # ---- what the clause itself says ----------------------------------------------------

    def _named(self, clause: Clause, at: int) -> Owner | None:
        """Whom the clause itself names; None where it goes on about the same."""
        if self.text[at : at + 1] in "距离":
            return None
        # 我们 of somebody who writes himself are the people of the place that he writes of.
        if self.text.startswith(("我们", "咱们"), at) and clause.speech is None:
            return Owner(self.ground, self.ground)
        called = self._called(clause.span, at)
        if called is not None:
            return Owner(called, None)
        if clause.here and (told := self._topic(clause)) is not None:
            return told
        who = self._possessor(clause.span, at) or self._described(clause.span, at) or self._scene(clause.span, at)
        return None if who is None else Owner(who, who if who.type in PLACES else None)

    def _called(self, span: Span, at: int) -> Mention | None:
        """该中心, 企业: what the article last named so, or by a name of that class."""
        match = CALLS.match(self.text, at, span.end)
        if match is None or NOT_CALLED.match(self.text, match.end()):
            return None
        word, types = match[1], CALLED[match[1]]
        before = [m for m in self.mentions.before(at, 40) if m.span.start >= self.begin and m.type in types]
        before = [m for m in before if m.form is not Form.NOMINAL or m.name.endswith(word)]
        so = (m for m in reversed(before) if m.name.endswith(word))
        if match[0] == word:
            before = [m for m in before if m.span.start >= self.since and m.form is not Form.NOMINAL]
            so = (m for m in reversed(before) if m.name.endswith(word))
            return next(so, before[-1] if before and types is TRADING else None)
        return next(so, before[-1] if before else None)

    def _topic(self, clause: Clause) -> Owner | None:
        fitting = [m for m in clause.topics[-1] if m.type in MEASURED and m.form is not Form.NOMINAL]
        if not fitting:
            return None
        who = fitting[0]
        if who.type == "Person":
            held = self.voices.posts.get(who.name) if who.name in self.voices.leaders else None
            serves = held is not None and held.type in OFFICES | PLACES
            if serves or self._tells(who, clause.span):
                return self._teller(who)
        if who.type == "Project" and who.form is Form.QUOTED:
            return None
        return Owner(who, who if who.type in PLACES else None)

    def _tells(self, who: Mention, span: Span) -> bool:
        """李华介绍，…: the clause only says who tells what follows."""
        end = who.span.end
        said = self.voices.says.search(self.text, end, min(end + PAST, span.end))
        return said is not None and span.end - said.end() <= 4

    def _teller(self, who: Mention) -> Owner | None:
        """Of whom somebody tells: of his body, or of the place that it governs; who holds no post, of himself."""
        held = self.voices.posts.get(who.name)
        if held is None:
            return None if who.name in self.voices.chiefs else Owner(who, None)
        if held.type in OFFICES and not any(m.type in BODIES for m in held.inside):
            place = next((m for m in reversed(held.inside) if m.type in PLACES), None)
            return Owner(place, place)
        return Owner(held, held if held.type in PLACES else None)

    def _possessor(self, span: Span, at: int) -> Mention | None:
        """青石村的村集体收入, 青石镇境内; 全镇辣椒面积; 云雾茶业公司产值."""
        chain = [*self._chain(span, at)]
        ground = [mention for mention in chain if mention.type in MEASURED]
        if not ground or ground[-1].form is Form.NOMINAL or NOT_OWNING.match(self.text, chain[-1].span.end, span.end):
            return None
        last = ground[-1]
        if last is not chain[-1]:
            return last if last.type in PLACES else None
        if OWNS.match(self.text, last.span.end, span.end) or HOLDS.match(self.text, last.span.end):
            return last
        proper = last.type not in PLACES and last.type != "Person" and last.form is not Form.SHORT
        return last if proper and MEASURED_BY.match(self.text, last.span.end, span.end) else None

    def _product(self, span: Span, at: int) -> Mention | None:
        """“云岭红茶”品牌价值达…: a brand is measured by itself."""
        first = next(self._chain(span, at + 2 * self.text.startswith("其中", at)), None)
        brand = first is not None and first.type == "Industry" and first.form is Form.QUOTED
        return first if brand and first is not None and self.text[first.span.end] not in "、和等的" else None

    def _described(self, span: Span, at: int) -> Mention | None:
        """县属国企云岭投资集团出资…: a body behind the word for what it is."""
        first = next(iter(self.mentions.between(at + 1, span.end)), None)
        if first is None or first.type not in BODIES or first.form is Form.NOMINAL or span.end - first.span.end < 3:
            return None
        kind = KIND.fullmatch(self.text, at, first.span.start)
        return first if kind and self.text[first.span.end] not in "的、和与等" else None

    def _agent(self, span: Span, at: int) -> Mention | None:
        """由县住建局筹集…: who is said to act."""
        if self.text[at : at + 1] != "由":
            return None
        chain = [*self._chain(span, at + 1)]
        if not chain or chain[-1].type not in BODIES or LEADS.match(self.text, chain[-1].span.end):
            return None
        return chain[-1] if span.end - chain[-1].span.end > 2 else None

    def _chain(self, span: Span, at: int) -> Iterator[Mention]:
        """The mentions that follow one upon the other from a place on: 青石镇李庄村."""
        for mention in self.mentions.between(at, span.end):
            if mention.span.start != at:
                return
            yield mention
            at = mention.span.end

    def _scene(self, span: Span, at: int) -> Mention | None:
        """在X，…; X里，…; …的X，…: the place, body or facility at which a clause only sets the scene."""
        inside = self.mentions.between(at, span.end)
        if not inside or self.text.find("、", at, span.end) >= 0:
            return None
        last = inside[-1]
        kind = last.type in TENDED and len(last.span) >= LONG
        if last.type not in SCENES or last.form is Form.ANAPHOR or (last.form is Form.NOMINAL and not kind):
            return None
        start = last.span.start
        for mention in reversed(inside[:-1]):
            if mention.span.end == start:
                start = mention.span.start
        enters = ENTERS.match(self.text, at, span.end)
        tail = INSIDE.fullmatch(self.text, last.span.end, span.end)
        if last.span.end < span.end and (tail is None or PROCESS.search(tail[0])):
            return None
        if enters is None:
            opens = start == at and (tail is not None or last.type in SETTLED)
            described = self.text[start - 1] == "的" and not self.openers.governs(self.text, at)
            if not opens and not described:
                return None
        elif GOVERNED.search(self.text, enters.end(), start) or self._acts(enters.end(), start):
            return None
        return last

    def _acts(self, start: int, end: int) -> bool:
        """Whether a verb stands between two places."""
        return any(self.text[i : i + 2] in self.openers.governing for i in range(start, end - 1))

    # ---- what somebody says -------------------------------------------------------------

    def _spoken(self, clause: Clause, at: int, speech: Span) -> Owner:
        """In somebody's words: whom they name, else his body, else himself."""
        named = self._named(clause, at)
        if named is not None:
            return named
        who = self.voices.speakers.get(speech.start)
        if who is not None and (told := self._teller(who)) is not None:
            if told.who is who and SHARED.search(self.text, clause.span.start, clause.span.end):
                return Owner(self.place or self.who, clause.ground or self.place)
            return Owner(told.who, clause.ground or told.place or self._place(told.who))
        return Owner(self.who, clause.ground or self._place(self.who))
