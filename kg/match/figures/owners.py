"""Clauses with their topics in, of whom the figures in each of them speak out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.match.figures.clause_signs import MEASURED, TENDED, Signs
from kg.match.figures.grounds import SETTLED, grounds
from kg.match.figures.named_again import Again, nameable
from kg.match.figures.owner_words import OwnerWords, compile_owner_words
from kg.match.figures.pointed_owner import PointedOwner
from kg.match.figures.topic_owner import TopicOwner, land_of
from kg.match.rulebook.kinds import BODIES, PLACES, WAYS
from kg.match.rulebook.rule_types import Rules
from kg.match.subjects.clause import Clause
from kg.match.subjects.openers import Openers
from kg.match.subjects.owner import NOBODY, Owner
from kg.match.subjects.passed_over import PLACED, praised_in_passing, sent_to
from kg.match.subjects.subjects import WE
from kg.match.subjects.telling import Voices
from kg.match.subjects.topics import Mentions, is_beside
from kg.model import Document, Form, Mention, Role, Sentence, Span

# 建成X, 成立X，…: of a facility or a body only what is said of its size and make is its own.
PER_HEAD = re.compile("[人户]均")
COUNTED_FOLK = re.compile("(?:[居村]民|群众|农户)[0-9]")
TOWARDS = frozenset("给向跟同替")  # 卖给公司: what the speaker does with a body
OUR_PLACE = frozenset("们村镇")
OF_HIMSELF = re.compile("[我俺咱](?!们?[国省市县区镇乡村局])")
SINCE_THEN = re.compile(
    "自?(?:[0-9年月日]|去年|今年)*(?:正式|全面)?(?:成立|建成|建成投产|投产|投用|投入使用|投运|投产运营|试?运营|开业|开园|开馆|启用|上线)(?:以来|至今)"
)
# 距县城36公里，白河县城9公里: what lies so far away is not of whom the figures speak.
AWAY = re.compile("[一-鿿]{2,10}[约仅近]*[0-9.]+[余多]?(?:公里|千米|华里|里)")
FAR = re.compile("[距离][^。；]*(?:公里|千米|华里|里)[，；]$")
AIDING = re.compile("(?:驻村|帮扶|扶贫|包村|包联|联村)[一-鿿]{0,4}(?:队|组)$")
MAKES_DO = re.compile("(?:带领|引导|组织|发动|动员)(?:全村|当地|本村|该村|广大)?(?:村民|农户|群众|贫困户|脱贫户|乡亲)")
LISTED = re.compile("[一-鿿]{2,5}(?:[、和][一-鿿]{2,5})+")
# 成立合作社，当年有7户报名，后来增加到40户
JOINS = re.compile(
    "[^，。；0-9]{0,8}[0-9]+[余多]?[户名人家](?:[农牧渔]户|[村牧居]民|社员|成员)?(?:报名|入社|加入|入股|参股|入会)"
    "|(?:一下子|很快|迅速|又|再|如今|现在|后来|逐步|目前)*(?:已)?(?:增加|扩大|发展|增|壮大)[到至][0-9]+[余多]?[户名人家](?:[农牧渔]户|社员|成员)?(?=[，。；]?$)"
)
NATURE = tuple("山河江湖海岭峰")
UNSAID = (Role.BYLINE, Role.DATELINE)
FOUNDED = frozenset({"Enterprise", "Association"})


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
        self.pointed = PointedOwner(document.text, self.signs, voices)
        self.topics = TopicOwner(document.text, owning.openers, owning.words, voices)
        self.again = Again(document.text, mentions, nameable(mentions), stands, owning.words)
        self.ground: Mention | None = None  # of the article
        self.first, self.since = NOBODY, 0  # of whom the paragraph spoke first, and where it begins
        # Whether the sentence names somebody, and whether the first of the paragraph did.
        self.named = self.named_first = False
        self.head = NOBODY  # of whom the sentence spoke first
        self.turns: set[int] = set()  # its clauses that speak of one of two, and only of him
        self.here = (-1, -1)
        self.begin = 0  # of the article
        self.who: Mention | None = None
        self.place: Mention | None = None
        self.made: Mention | None = None  # the facility that the clause before says to have been built
        self.opened: Mention | None = None  # or opened
        self.quoted = (-1, NOBODY)  # a speech, and whom the sentence has named in it
        self.said = False  # who is spoken of has only said something
        self.aside: Mention | None = None  # the body of which the sentence spoke before it came to the whole place

    def sentence(self, sentence: Sentence, row: Sequence[Clause]) -> tuple[Owner, ...]:
        """The owners of the next sentence."""
        # 本报讯（记者李华）opens no paragraph: what stands behind it does.
        if not row or sentence.role in UNSAID:
            return tuple(Owner(self.who, self.place) for _ in row)
        here = (sentence.article, sentence.paragraph)
        opens = here != self.here
        if opens:
            if here[0] != self.here[0]:
                self.begin = sentence.span.start
            self.here = here
            carried = [] if row[0].here else [m for who in row[0].topics for m in who]
            self.ground = self.grounds.get(sentence.article)
            self.who = next((m for m in reversed(carried) if m.type in MEASURED), self.ground)
            self.place = self.who if self.who is not None and self.who.type in PLACES else None
            self.first, self.since = Owner(self.who, self.place), sentence.span.start
        elif self.words.folk.match(self.text, self.openers.skip(self.text, sentence.span)):
            here_lives = self.place is not None and self.place.type in SETTLED
            self.who = self._place(self.who) if here_lives else self.first.place
        elif SINCE_THEN.match(self.text, sentence.span.start):
            pass  # 项目开业。自试运营以来，…: what has run since is what was named last
        elif (seen := self._pointed_at(sentence)) is not None:
            self.who = self.place = seen
        else:
            # A sentence that names nobody goes back to what the paragraph spoke of first.
            # But of somebody who has been told of it goes on, and not of who has only said what he thinks.
            of_him = self.who is not None and self.who.type == "Person" and not self.said
            if of_him and self.who is not None and self._leads(self.who):
                self.who = self._place(self.who)  # 村支书李华带头流转土地。…: of those whom he leads
            elif not of_him:
                self.who = self.ground if self._only_said(self.first.who) else self.first.who
        self.made = self.opened = self.aside = None
        self.quoted = (-1, NOBODY)
        self.named, self.head = False, NOBODY
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
            # 种植园总面积9亩: what is named again by its last word, and no act.
            acts = acts and not (clause is row[0] and self.named)
        self.said = self._says_no_more(sentence, row[-1])
        if opens:
            self.named_first = self.named
            # 云岭公司由恒远公司与绿野集团组建，前者占六成。公司…: the paragraph goes on about the whole.
            spoken = self.head if row[-1].span.start in self.turns else Owner(self.who, self.place)
            self.first = spoken if self.named and not acts else self.first
        elif self.first.who is None and self.head.who is not None and self.head.who.type in PLACES:
            # 邻里无小事。青石街道推行…: a saying opens the paragraph, and names nobody.
            self.first = self.head
        return tuple(found)

    def _says_no_more(self, sentence: Sentence, last: Clause) -> bool:
        """“日子越来越好。”村民李华说。: whether a sentence ends with who said it, and he spoke not of himself."""
        who = self.who
        if who is None or who.type != "Person" or not last.span.covers(who.span):
            return False
        tells = self.voices.tells(self.text, who, last.span)
        return tells and OF_HIMSELF.search(self.text, self.since, who.span.start) is None

    def _leads(self, who: Mention) -> bool:
        """Whether somebody leads a village or town, and nothing of his own is told of him."""
        return who.name in self.voices.leaders and self._place(who) is not None and self.first.who is not who

    def _only_said(self, who: Mention | None) -> bool:
        return self.said and who is not None and who is self.who

    def _pointed_at(self, sentence: Sentence) -> Mention | None:
        """…青石村村民李华说。这条路…: the road is the village's, where the paragraph has named no other."""
        if self.named_first or not self.words.this_thing.match(self.text, sentence.span.start):
            return None
        before = self.mentions.between(self.since, sentence.span.start)
        return next((m for m in reversed(before) if m.type in SETTLED and m.form is not Form.ANAPHOR), None)

    def _known(self, owner: Owner) -> Owner:
        """村里 means the village that the whole article is about, where it is about one."""
        ground = self.ground
        if ground is None:
            return owner

        def known(mention: Mention | None) -> Mention | None:
            anaphor = mention is not None and mention.form is Form.ANAPHOR and mention.type == ground.type
            return ground if anaphor else mention

        return Owner(known(owner.who), known(owner.place))

    def _clause(self, clause: Clause, opens: bool) -> Owner:
        start, at = clause.span.start, clause.opens
        if clause.speech is not None:
            return self._spoken(clause, at, clause.speech)
        # Most clauses hold no name of their own, and then none of the signs is there.
        names = len(self.mentions.between(start, clause.span.end)) > 0
        if names and (product := self.signs.product(clause.span, at)) is not None:
            return Owner(product, self._place(self.who))
        if self.text[start - 1] == "；":
            self.made = self.opened = None
            # 云岭县推行…，云岭银行贷款9万元；种茶9亩: behind the semicolon acts who acted first.
            first = self.head.who
            if first is not None and self.who is not first and self.openers.governs(self.text, at):
                self.who = first
        named, made = self._named(clause, at, names), self.made
        last = self.signs.closing(clause.span, at) if names else None
        self.made = self._built(last, at) or (made if named is None else None)
        # 县司法局开展…，全县70%的调解员是党员；实施“双培”工程: who began one thing begins the next.
        if named is None and self.aside is not None and self._begins(at):
            self.who, self.aside = self.aside, None
        # 李华负责两个网格，居民3000人: those whom somebody is said to look after are counted as his.
        looks_after = self.who is not None and self.who.type == "Person" and COUNTED_FOLK.match(self.text, at)
        # 李华带头试种。目前，人均收入9万元: of one man nothing is reckoned by the head.
        person = self.who is not None and self.who.type == "Person"
        shared = person and PER_HEAD.match(self.text, at, clause.span.end) is not None
        folk = shared or (not looks_after and self.words.folk.match(self.text, at, clause.span.end))
        if named is None and folk:
            place = clause.ground or self._place(self.who)
            # 像他这样的大户有9家，种茶9亩: nor does it go on of him.
            if self.who is None or person:
                self.who = place
            return Owner(place, place)
        if named is None and names and (agent := self.signs.agent(clause.span, at)) is not None:
            return Owner(agent, self._place(self.who))
        # …基地扩建。南山、石桥、柳湾建起茶厂3处: what several places do is counted of the whole, and not of the base.
        if named is None and self.who is not None and self.who.type not in PLACES and self._several(clause.span, at):
            self.who = self._place(self.first.who)
        if named is None:
            if made is not None and self._of_made(made, at, clause.span.end):
                return Owner(made, self._place(self.who))
            # 他安排当地90名村民就业 is his deed.
            here = clause.ground is not None and clause.ground.type != "Place"
            if here and self.who is not None and self.who.type == "Person":
                return Owner(clause.ground, clause.ground)
            owner = Owner(self.who, clause.ground or self._place(self.who))
            self._offered(last, at)
            return owner
        # 工作站落户云岭: nothing that follows is the station's but what it makes and holds.
        praised = not opens and named.who is not None and praised_in_passing(self.text, named.who)
        nature = named.who is not None and named.who.type == "Place" and named.who.name.endswith(NATURE)
        if nature:
            pass  # 云岭山移民占三成: no mountain is spoken of
        elif praised or self._placed(named.who, clause.span):
            self.made = self.opened = named.who
        else:
            whole = named.who is not None and named.who.form is Form.ANAPHOR and named.who.type in PLACES
            if whole and self.who is not None and self.who.type in BODIES and not self._acts(named.who):
                self.aside = self.who
            self.who = named.who
            self.place = named.place or self.place
            # 工作队带领村民发展药材，种植90亩: what they grow is grown by the village.
            if self._leads_on(named.who, clause) and (home := self._place(named.who)) is not None:
                self.who = home
            inside = self.mentions.between(start, clause.span.end)
            if (home := sent_to(self.text, clause.span, inside, self.openers)) is not None:
                self.who = self.place = home
            passing = named.who is not None and named.who.type in WAYS
            told = passing or (clause.here and clause.topics[-1][0].type == "Person")
            self.head = self.head if told or self.named else Owner(named.who, self._place(named.who))
            self.named = self.named or not told
        self._offered(last, at)
        return Owner(named.who, clause.ground or self._place(named.who))

    def _several(self, span: Span, at: int) -> bool:
        """南山、石桥、柳湾建起…: whether a clause opens with a list that ends with the name of a place, and a verb."""
        listed = (m for m in self.mentions.between(at + 1, span.end) if self.text[m.span.start - 1] == "、")
        ends = [m.span.end for m in listed if m.type in PLACES and LISTED.fullmatch(self.text, at, m.span.end)]
        acts = any(self.openers.governs(self.text, end) and self.text[end] != "等" for end in ends)
        return acts and not self.openers.governs(self.text, at)

    def _leads_on(self, who: Mention | None, clause: Clause) -> bool:
        """Whether a team sent to help is said to make the people of the place do something."""
        if who is None or who.type != "Team" or AIDING.search(who.name) is None:
            return False
        return MAKES_DO.search(self.text, who.span.end, clause.span.end) is not None

    def _begins(self, at: int) -> bool:
        return bool(self.words.begins.match(self.text, at) or self.words.offers.match(self.text, at))

    def _acts(self, who: Mention | None) -> bool:
        return who is not None and self.openers.governs(self.text, who.span.end)

    def _placed(self, who: Mention | None, span: Span) -> bool:
        if who is None or who.type not in TENDED or who.span.start < span.start:
            return False
        # But a firm that settles somewhere goes on to build and hire.
        if who.type in FOUNDED and self.text.startswith("落户", who.span.end):
            return False
        placed = PLACED.match(self.text, who.span.end, span.end)
        return placed is not None and not self.text.startswith(("以来", "后", "至今"), placed.end())

    def _offered(self, last: Mention | None, at: int) -> None:
        """推出“兴农贷”: what follows is the loan's."""
        product = last is not None and last.form is Form.QUOTED and self.words.product.search(last.name)
        if last is not None and product and self.signs.governs(self.words.offers, at, last):
            self.place, self.who = self._place(self.who), last

    def _built(self, last: Mention | None, at: int) -> Mention | None:
        """What a clause ends with and says to be built or formed; what goes on behind it is the founder's."""
        if last is None:
            return None
        words, governs = self.words, self.signs.governs
        built = last.type in TENDED | FOUNDED and governs(words.builds, at, last)
        return last if built or (last.type == "Team" and governs(words.founds, at, last)) else None

    def _of_made(self, made: Mention, at: int, end: int) -> bool:
        """Whether a clause speaks of the size and use of what was built, or of the work of a team that was formed."""
        # What a firm builds works for the firm.
        firm = self.who is not None and self.who.type in FOUNDED and made is not self.opened
        words = self.words.worked if made.type == "Team" else self.words.made if firm else self.words.opened
        joins = made.type == "Association" and JOINS.match(self.text, at, end) is not None
        return joins or words.match(self.text, at, end) is not None

    def _place(self, who: Mention | None) -> Mention | None:
        """The place whose people and means are counted where somebody of it or in it is spoken of."""
        if who is not None and who.type == "Person":
            who = self.voices.posts.get(who.name, who)
        if who is None or who.type in PLACES:
            return who or self.place
        return next((m for m in reversed(who.inside) if m.type in SETTLED), self.place)

    # ---- what the clause itself says ----------------------------------------------------

    def _named(self, clause: Clause, at: int, names: bool) -> Owner | None:
        """Whom the clause itself speaks of, by `names` that it holds or without; None where it goes on."""
        far = AWAY.match(self.text, at, clause.span.end) is not None and FAR.search(self.text, max(0, at - 24), at)
        if far or self.text[at : at + 1] in "距离" or is_beside(self.text, at, clause.span.end, self.mentions):
            return None
        if (person := self.pointed.him(at, self.since)) is not None:
            return Owner(person, self._place(person))
        if (ours := self.pointed.ours(clause.span, at)) is not None:
            return ours
        # 我们 of somebody who writes himself are the people of the place that he writes of, 我院 the body.
        if clause.speech is None and (we := WE.match(self.text, at)):
            return Owner(self.ground, self.ground) if we[0][-1] in OUR_PLACE else NOBODY
        if (told := self.pointed.told(at, self.since)) is not None:
            return told
        if (purse := self.signs.fiscal(at)) is not None:
            return Owner(purse, purse)
        if names and not clause.here and (caused := self.signs.caused(clause.span, at)) is not None:
            return Owner(caused, caused if caused.type in PLACES else None)
        if names and (work := self.signs.work(clause.span, at)) is not None:
            return Owner(work, None)
        spoken = (self.who, self.first.who)
        called = self.again.meant(clause.span, at, spoken, self.begin, self.since)
        # 公司创始人李华借了9万元: he who is of it.
        of_it = clause.here and clause.topics[-1][0].type == "Person" and clause.topics[-1][0].span.start > at
        if called is not None and not of_it:
            return Owner(called, None)
        if names and (aided := self.signs.aided(clause.span, at)) is not None:
            return Owner(aided, aided)
        if names and (whose := self.signs.counted(clause.span, at)) is not None:
            return Owner(whose, whose)
        if names and (estate := self.signs.estate(clause.span, at)) is not None:
            return Owner(estate, estate)
        if names and (sized := self.signs.sized(clause.span, at)) is not None:
            return Owner(sized, None)
        if names and (giver := self.signs.giver(clause.span, at)) is not None:
            return Owner(giver, giver if giver.type in PLACES else None)
        if clause.here and (told := self.topics.owner(clause, self.place)) is not None:
            return told
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

    # ---- what somebody says -------------------------------------------------------------

    def _spoken(self, clause: Clause, at: int, speech: Span) -> Owner:
        """In somebody's words: whom they name, else his body, else himself."""
        named = self._named(clause, at, names=True)
        if named is not None:
            self.quoted = (speech.start, named)
            return named
        # “合作社去年收入90万元，分红9万元”: whom the sentence has named before.
        if self.quoted[0] == speech.start and not self.words.folk.match(self.text, at, clause.span.end):
            return self.quoted[1]
        who = self.voices.speakers.get(speech.start)
        if who is not None and (told := self.voices.told_by(who)) is not None:
            shared = self.words.shared.search(self.text, clause.span.start, clause.span.end)
            ours = shared is not None and self.text[shared.end() : shared.end() + 1] != "家"  # 我们家 is his own
            if told.who is who and shared and ours and self.text[shared.start() - 1] not in TOWARDS:
                return Owner(self.place or self.who, clause.ground or self.place)
            return Owner(told.who, clause.ground or told.place or self._place(told.who))
        return Owner(self.who, clause.ground or self._place(self.who))
