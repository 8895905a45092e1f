"""Clauses with their topics in, of whom the figures in each of them speak out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.match.figures.clause_signs import Signs
from kg.match.figures.clause_words import MEASURED
from kg.match.figures.deed_signs import Deeds
from kg.match.figures.grounds import grounds
from kg.match.figures.in_passing import is_nature, leads_on, pays, placed
from kg.match.figures.named_again import Again, nameable
from kg.match.figures.named_owner import NamedOwner
from kg.match.figures.newly_made import NewlyMade
from kg.match.figures.owner_words import OwnerWords, compile_owner_words
from kg.match.figures.pointed_owner import PointedOwner
from kg.match.figures.running import Running
from kg.match.figures.several_places import SeveralPlaces
from kg.match.figures.spoken_owner import SpokenOwner
from kg.match.figures.told_before import ToldBefore
from kg.match.figures.topic_owner import TopicOwner
from kg.match.rulebook.kinds import BODIES, FIRMS, LARGE, OFFICES, PLACES, SETTLED, WAYS
from kg.match.rulebook.rule_types import Rules
from kg.match.subjects.clause import Clause
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.openers import Openers
from kg.match.subjects.owner import NOBODY, Owner
from kg.match.subjects.passed_over import praised_in_passing, sent_to
from kg.match.subjects.telling import Voices
from kg.match.subjects.works_named import is_told_of
from kg.model import UNSAID, Document, Form, Mention, Sentence

PER_HEAD = re.compile("[人户]均")
COUNTED_FOLK = re.compile("(?:[居村]民|群众|农户)[0-9]")
OF_HIMSELF = re.compile("[我俺咱](?!们?[国省市县区镇乡村局])")
HIS = re.compile("[他她我俺]|自[己家掏]|家[里中境]|夫[妻妇]|两口子|老两口|父子|兄弟|姐妹")
SUMS_UP = re.compile(
    "截[至止]|目前|如今|现在|眼下|近年来|[0-9一二两三四五六七八九十几]+(?:多年|年多|年)来|[今去]年以来|据(?:统计|介绍|了解)|此外|另外|同时|与此同时"
)
# 由村党支部入股, 村部折成股份
OF_THE_VILLAGE = re.compile(
    "(?<![一-鿿])(?:由|把|将|让|使|在|给|为|对|从)?村(?:党支部|党总支|部(?!分|门|署|队)|集体(?!经济)|里|委会|“?两委)"
)
VILLAGES = frozenset({"Village", "Community"})
# …；中游，集聚企业9家: each part of a chain is told of whom the sentence began with.
STAGES = re.compile("(?:产业链)?(?:[上中下]游|[前中后]端|产[前中后]|[一二三]产|线[上下])(?:环节)?")
# 一是…，县中心统一派单；二是…: each item is told of whom the list began with.
ITEM = re.compile("(?:[一二三四五六七八九]是|其[一二三四五六七]|第[一二三四五六七])(?![0-9名个位])")
# 云岭铁路全长9公里；新改建公路9公里: no road makes anything.
ROAD = re.compile("(?:公路|铁路|高速|高铁|通道|桥|隧道|大道|快速路|环线|国道|省道)$")
FIXED = frozenset({"Facility", "Institution", "Project", "Program"})
TURN = re.compile("[一-鿿]{2,5}(?:方面|领域|这一头|这一块)，")


@dataclass(frozen=True, slots=True)
class Owning:
    """The word lists by which one sees of whom figures speak, compiled once."""

    openers: Openers
    words: OwnerWords


def compile_owning(rules: Rules, openers: Openers) -> Owning:
    """All word lists that owners need."""
    return Owning(openers, compile_owner_words(rules.tables))


def owners(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention],
    rows: Sequence[Sequence[Clause]], voices: Voices, owning: Owning,
    stands: Mapping[Mention, Mention],
) -> list[tuple[Owner, ...]]:  # fmt: skip
    """For each clause of each sentence of whom its figures speak; `stands` says what 该公司 means."""
    starts = {word.span.start: meant for word, meant in stands.items()}
    keeper = _Keeper(document, Mentions(mentions), voices, owning, grounds(sentences, rows), starts)
    return [keeper.sentence(sentence, row) for sentence, row in zip(sentences, rows, strict=True)]


class _Keeper:
    """Whose the figures are, kept from clause to clause."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        voices: Voices,
        owning: Owning,
        places: Mapping[int, Mention],
        stands: Mapping[int, Mention],
    ) -> None:
        self.text, self.mentions, self.voices, self.grounds = document.text, mentions, voices, places
        self.openers, self.words = owning.openers, owning.words
        self.signs = Signs(document.text, mentions, owning.openers, owning.words)
        self.own = NamedOwner(
            document.text, mentions, self.signs,
            Deeds(document.text, mentions, owning.openers, owning.words),
            PointedOwner(document.text, self.signs, voices),
            TopicOwner(document.text, owning.openers, owning.words, voices),
            Again(document.text, mentions, nameable(mentions), stands, owning.words),
            Running(document.text, mentions, owning.words),
        )  # fmt: skip
        self.spoken = SpokenOwner(document.text, self.own, owning.words, voices)
        self.several = SeveralPlaces(document.text, mentions, owning.openers)
        self.told = ToldBefore(voices)
        self.named_first = False  # whether the first sentence of the paragraph names somebody
        self.turns: set[int] = set()  # its clauses that speak of one of two, and only of him
        self.here = (-1, -1)
        self.new = NewlyMade(document.text, self.signs, owning.words)
        self.said = False  # who is spoken of has only said something
        self.quoted = False  # the paragraph has so far been nothing but somebody's words
        self.last: Mention | None = None  # of whom the last clause spoke
        self.top: Mention | None = None  # of whom the first clause of the paragraph spoke
        self.aside: Mention | None = None  # the body of which the sentence spoke before it came to the whole place

    def sentence(self, sentence: Sentence, row: Sequence[Clause]) -> tuple[Owner, ...]:
        """The owners of the next sentence."""
        # 本报讯（记者李华）opens no paragraph: what stands behind it does.
        if not row or sentence.role in UNSAID:
            return tuple(Owner(self.told.who, self.told.place) for _ in row)
        here = (sentence.article, sentence.paragraph)
        opens = here != self.here
        if opens:
            if here[0] != self.here[0]:
                self.told.begin, self.told.maker = sentence.span.start, None
            self.here = here
            before = [] if row[0].here else [m for who in row[0].topics for m in who]
            carried = [m for m in before if m.type in MEASURED and not is_nature(self.text, m)]
            self.told.ground = self.grounds.get(sentence.article)
            self.told.who = carried[-1] if carried else self.told.ground
            self.told.place = self.told.who if self.told.who is not None and self.told.who.type in PLACES else None
            self.told.first, self.told.since = Owner(self.told.who, self.told.place), sentence.span.start
        elif self.words.folk.match(self.text, self.openers.skip(self.text, sentence.span)):
            here_lives = self.told.place is not None and self.told.place.type in SETTLED
            self.told.who = self.told.seat(self.told.who) if here_lives else self.told.first.place
        elif self.text.startswith("其中", sentence.span.start) and self.last is not None:
            self.told.who = self.last  # of whom the last figures spoke
        elif (seen := self._pointed_at(sentence)) is not None:
            self.told.who = self.told.place = seen
        elif self._is_home():
            pass
        elif self._of_the_village(sentence):
            self.told.who = self.told.place = self.told.ground
        else:
            # A sentence that names nobody goes back to what the paragraph spoke of first.
            # But of somebody who has been told of it goes on, and not of who has only said what he thinks.
            of_him = self.told.who is not None and self.told.who.type == "Person" and not self.said
            # 村支书李华带头流转土地。…: of those whom he leads; 李华种茶。目前…: nor does it sum one man up.
            sums = SUMS_UP.match(self.text, sentence.span.start) is not None
            sums = sums and HIS.search(self.text, sentence.span.start, sentence.span.end) is None
            if of_him and self.told.who is not None and (self._leads(self.told.who) or sums):
                self.told.who = self.told.seat(self.told.who)
            elif not of_him:
                self.told.who = self.told.ground if self._only_said(self.told.first.who) else self.told.first.who
        made = self.new.what
        self.told.founded = made if not opens and made is not None and made.type in FIRMS else None
        self.new.forget()
        self.aside, self.told.entered = None, self.told.who
        self.spoken.forget()
        self.told.named, self.told.head = False, NOBODY
        self.said = False
        self.turns = {c.span.start for c in row if self.text.startswith(("前者", "后者", "对方"), c.opens)}
        # 打造基地3处，“先锋”基地获评…。升级阵地87处: whoever acts without a name acts on.
        acts = opens and not row[0].here and self.openers.acts(self.text, row[0].span)
        # But 走进白河村的草编车间 only sets the scene.
        acts = acts and not self.words.enters.match(self.text, row[0].opens)
        found: list[Owner] = []
        for clause in row:
            # 同比增长…, 取得证书的占…: what compares a figure is of whom the figure is.
            goes_on = found and not clause.here and self.words.compared.match(self.text, clause.span.start)
            found.append(found[-1] if goes_on else self._known(self._clause(clause, clause is row[0])))
            who = found[-1].who
            self.told.maker = who if who is not None and who.type in FIRMS else self.told.maker
            # 种植园总面积9亩: what is named again by its last word, and no act.
            acts = acts and not (clause is row[0] and self.told.named)
        self.last = found[-1].who
        self.said = self._says_no_more(sentence, row[-1])
        if opens:
            self.top = found[0].who
            self.named_first = self.told.named
            # 云岭公司由恒远公司与绿野集团组建，前者占六成。公司…: the paragraph goes on about the whole.
            spoken = self.told.head if row[-1].span.start in self.turns else Owner(self.told.who, self.told.place)
            # 聚焦民生，云岭县改善服务: but for a county that its aim comes before.
            large = self.told.head.who is not None and self.told.head.who.type in LARGE
            self.told.first = spoken if self.told.named and (not acts or large) else self.told.first
        elif self.told.first.who is None and self.told.head.who is not None and self.told.head.who.type in PLACES:
            # 邻里无小事。青石街道推行…: a saying opens the paragraph, and names nobody.
            self.told.first = self.told.head
        elif self.quoted and self.told.named and self.told.head.who is not None and self.told.head.who.type in FIXED:
            # “园区变了样。”工作人员说，该园吸引企业9家。…: the words that open the paragraph are somebody else's.
            self.told.first = self.told.head
        said = all(clause.speech is not None for clause in row)
        self.quoted = said and (opens or self.quoted)
        return tuple(found)

    def _says_no_more(self, sentence: Sentence, last: Clause) -> bool:
        """“日子越来越好。”村民李华说。: whether a sentence ends with who said it, and he spoke not of himself."""
        who = self.told.who
        if who is None or who.type != "Person" or not last.span.covers(who.span):
            return False
        tells = self.voices.tells(self.text, who, last.span)
        return tells and OF_HIMSELF.search(self.text, self.told.since, who.span.start) is None

    def _is_home(self) -> bool:
        """云岭县推行…。石桥镇建起茶站。目前…: what is all about the town goes on of it, and not of its county."""
        home, who, first = self.told.ground, self.told.who, self.told.first.who
        if home is None or who is None or first is None or home.form is Form.ANAPHOR:
            return False
        return who.name == home.name != first.name and who.type in SETTLED and first.type in LARGE

    def _of_the_village(self, sentence: Sentence) -> bool:
        """石桥村种茶。镇党委包抓。资金由村党支部入股: of the village that all is about, though its town came first."""
        ground, first = self.told.ground, self.told.first.who
        if ground is None or ground.type not in VILLAGES or first is None or first.type in VILLAGES:
            return False
        town = first.type == "Township" or (first.type in OFFICES and not first.name.startswith("村"))
        return town and OF_THE_VILLAGE.search(self.text, sentence.span.start, sentence.span.end) is not None

    def _leads(self, who: Mention) -> bool:
        """Whether somebody leads a village or town, and nothing of his own is told of him."""
        return who.name in self.voices.leaders and self.told.seat(who) is not None and self.told.first.who is not who

    def _only_said(self, who: Mention | None) -> bool:
        return self.said and who is not None and who is self.told.who

    def _pointed_at(self, sentence: Sentence) -> Mention | None:
        """…青石村村民李华说。这条路…: the road is the village's, where the paragraph has named no other."""
        if self.named_first or not self.words.this_thing.match(self.text, sentence.span.start):
            return None
        before = self.mentions.between(self.told.since, sentence.span.start)
        return next((m for m in reversed(before) if m.type in SETTLED and m.form is not Form.ANAPHOR), None)

    def _known(self, owner: Owner) -> Owner:
        """村里 means the village that the whole article is about, where it is about one."""
        ground = self.told.ground
        if ground is None:
            return owner

        def known(mention: Mention | None) -> Mention | None:
            anaphor = mention is not None and mention.form is Form.ANAPHOR and mention.type == ground.type
            return ground if anaphor else mention

        return Owner(known(owner.who), known(owner.place))

    def _clause(self, clause: Clause, opens: bool) -> Owner:
        start, at = clause.span.start, clause.opens
        if clause.speech is not None:
            return self.spoken.owner(clause, at, clause.speech, self.told)
        # Most clauses hold no name of their own, and then none of the signs is there.
        names = len(self.mentions.between(start, clause.span.end)) > 0
        if names and (product := self.signs.product(clause.span, at)) is not None:
            self.new.show(product)
            return Owner(product, self.told.seat(self.told.who))
        # 第二棵树是板栗，种植面积90万亩。产值…: it goes on of the product.
        if names and (product := self.signs.shown(clause.span)) is not None:
            self.told.who, self.told.place = product, self.told.seat(self.told.who)
            self.told.first, self.told.named, self.told.head = Owner(product, self.told.place), True, NOBODY
            return Owner(product, self.told.place)
        if self.text[start - 1] == "；":
            self.new.forget()
            if STAGES.match(self.text, at):
                self.told.who = self.told.entered
            # 云岭县推行…，云岭银行贷款9万元；种茶9亩: behind the semicolon acts who acted first.
            first = self.told.head.who
            if first is not None and self.openers.governs(self.text, at) and self._is_parallel(first):
                self.told.who = self.told.entered
            elif first is not None and self.told.who is not first and self.openers.governs(self.text, at):
                self.told.who = first
        if self.text[start - 1] == "；" and ITEM.match(self.text, start):
            self.told.who = self.told.entered
        # 云岭县办音乐会；外贸方面，进出口…: another topic is told of whom the paragraph is about.
        if TURN.match(self.text, at) and (self.top is None or self.top.type in PLACES):
            self.told.who = self.top
        named = self.own.owner(clause, at, names, self.told)
        last = self.signs.closing(clause.span, at) if names else None
        made = self.new.follow(last, at, named is not None)
        # 县司法局开展…，全县70%的调解员是党员；实施“双培”工程: who began one thing begins the next.
        if named is None and self.aside is not None and self._begins(at):
            self.told.who, self.aside = self.aside, None
        # 李华负责两个网格，居民3000人: those whom somebody is said to look after are counted as his.
        looks_after = self.told.who is not None and self.told.who.type == "Person" and COUNTED_FOLK.match(self.text, at)
        # 李华带头试种。目前，人均收入9万元: of one man nothing is reckoned by the head.
        person = self.told.who is not None and self.told.who.type == "Person"
        shared = person and PER_HEAD.match(self.text, at, clause.span.end) is not None
        folk = shared or (not looks_after and self.words.folk.match(self.text, at, clause.span.end))
        if named is None and folk:
            place = self.several.wide_enough(clause.ground or self.told.seat(self.told.who), at)
            # 像他这样的大户有9家，种茶9亩: nor does it go on of him.
            if self.told.who is None or person:
                self.told.who = place
            return Owner(place, place)
        if named is None and names and (agent := self.signs.agent(clause.span, at)) is not None:
            return Owner(agent, self.told.seat(self.told.who))
        # …基地扩建。南山、石桥、柳湾建起茶厂3处: what several places do is counted of the whole, and not of the base.
        acting = self.told.who is not None and self.told.who.type not in PLACES
        if named is None and acting and self.several.act(clause.span, at):
            self.told.who = self.told.seat(self.told.first.who)
        if named is None:
            if made is not None and self.new.speaks_of(made, self.told.who, at, clause.span.end):
                return Owner(made, self.told.seat(self.told.who))
            # 他安排当地90名村民就业 is his deed.
            here = clause.ground is not None and clause.ground.type != "Place"
            if here and self.told.who is not None and self.told.who.type == "Person":
                return Owner(clause.ground, clause.ground)
            owner = Owner(self.told.who, clause.ground or self.told.seat(self.told.who))
            self._offered(last, at)
            return owner
        # 工作站落户云岭: nothing that follows is the station's but what it makes and holds.
        praised = not opens and named.who is not None and praised_in_passing(self.text, named.who)
        nature = named.who is not None and is_nature(self.text, named.who)
        # 合作社挂牌，县里拨来资金90万元，盖起大棚9座: who pays does not go on to act.
        if nature or (self.told.named and pays(self.text, named.who, clause.span.end)):
            pass  # 云岭山移民占三成: no mountain is spoken of
        elif self.told.who is not None and self.told.who.type == "Person" and self.signs.fiscal(at) is named.who:
            pass  # 李华贷款5万元，县财政贴息，如今养羊9只: nor does the purse
        elif praised or placed(self.text, named.who, clause.span, opens):
            self.new.open(named.who)
        else:
            whole = named.who is not None and named.who.form is Form.ANAPHOR and named.who.type in PLACES
            if whole and self.told.who is not None and self.told.who.type in BODIES and not self._acts(named.who):
                self.aside = self.told.who
            self.told.who = named.who
            self.told.place = named.place or self.told.place
            # 工作队带领村民发展药材，种植90亩: what they grow is grown by the village.
            if leads_on(self.text, named.who, clause.span.end) and (home := self.told.seat(named.who)) is not None:
                self.told.who = home
            inside = self.mentions.between(start, clause.span.end)
            if (home := sent_to(self.text, clause.span, inside, self.openers)) is not None:
                self.told.who = self.told.place = home
            # 去年开工的水库扩建项目，总投资9亿元。目前…: a paragraph that opens with a project goes on of it.
            opened = opens and named.who is not None and is_told_of(self.text, named.who)
            passing = named.who is not None and named.who.type in WAYS and not opened
            told = passing or (clause.here and clause.topics[-1][0].type == "Person")
            self.told.head = self.told.head if told or self.told.named else Owner(named.who, self.told.seat(named.who))
            self.told.named = self.told.named or not told
        self._offered(last, at)
        return Owner(named.who, clause.ground or self.told.seat(named.who))

    def _is_parallel(self, first: Mention) -> bool:
        """中学…；医院…；实施行动: where each item tells of another house or road, the next is of the whole place."""
        entered = self.told.entered
        if first.type not in FIXED or (entered is not None and (entered.type not in PLACES or first is entered)):
            return False
        return self.told.who is not first or ROAD.search(first.name) is not None

    def _begins(self, at: int) -> bool:
        return bool(self.words.begins.match(self.text, at) or self.words.offers.match(self.text, at))

    def _acts(self, who: Mention | None) -> bool:
        return who is not None and self.openers.governs(self.text, who.span.end)

    def _offered(self, last: Mention | None, at: int) -> None:
        if self.new.offered(last, at):
            self.told.place, self.told.who = self.told.seat(self.told.who), last
