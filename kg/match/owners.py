"""Clauses with their topics in, of whom the figures in each of them speak out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.match.grounds import SETTLED, grounds
from kg.match.kinds import BODIES, PLACES
from kg.match.openers import Openers
from kg.match.owner_words import (
    BUILDS,
    CALLED,
    CALLS,
    COUNTED,
    ENTERS,
    FOLK,
    FOUNDS,
    GOVERNED,
    HOLDS,
    INSIDE,
    KIND,
    LEADS,
    MADE,
    NAMED_AGAIN,
    NOT_CALLED,
    NOT_OWNING,
    OFFERS,
    OWNS,
    POINTED,
    PROCESS,
    PRODUCT,
    SHARED,
    TENDED,
    THIS_THING,
    TRADING,
)
from kg.match.subjects import PLACED, Clause
from kg.match.telling import Voices
from kg.match.topics import MEASURED_BY, Mentions
from kg.model import Document, Form, Mention, Sentence, Span

MEASURED = PLACES | BODIES | {"Person", "Facility", "Project"}
SCENES = SETTLED | BODIES | {"Facility", "Region"}
# These act for the place that they govern: what they tell in figures is the place's.
WIDE = re.compile("[江河湖海山岭]$|流域|三角|地区$|沿[江海黄]")
OFFICES = frozenset({"PartyOrganization", "GovernmentBody"})
# 成立X，…: what follows is the new body's. 建成X，占地…: of a facility only what is said of its size and make.
FOUNDED = frozenset({"Enterprise", "Association"})
GOVERNING = {
    "Association": re.compile("(?:村|居|社区居?|村民|居民)委(?:员)?会$"),
    "PartyOrganization": re.compile("[县市区州旗省](?:委|纪委)"),
    "GovernmentBody": re.compile("政府$"),
}
LONG = 4
# 加工厂 can only be the 红枣加工厂 of the article; 中心 may be another one.
UNMISTAKABLE = 3
PAST = 14


class Owner(NamedTuple):
    """Of whom a clause's figures speak (None: the article's own place), and whose people and means it counts."""

    who: Mention | None
    place: Mention | None


NOBODY = Owner(None, None)


def owners(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention],
    rows: Sequence[Sequence[Clause]], voices: Voices, openers: Openers,
) -> list[tuple[Owner, ...]]:  # fmt: skip
    """For each clause of each sentence of whom its figures speak."""
    keeper = _Keeper(document, Mentions(mentions), voices, openers, grounds(sentences, rows))
    return [keeper.sentence(sentence, row) for sentence, row in zip(sentences, rows, strict=True)]


class _Keeper:
    """Whose the figures are, kept from clause to clause."""

    def __init__(
        self, document: Document, mentions: Mentions, voices: Voices, openers: Openers, places: Mapping[int, Mention]
    ) -> None:
        self.text, self.mentions, self.voices, self.openers = document.text, mentions, voices, openers
        self.grounds = places
        self.ground: Mention | None = None  # of the article
        self.first, self.since = NOBODY, 0  # of whom the paragraph spoke first, and where it begins
        # Whether the sentence names somebody, and whether the first of the paragraph did.
        self.named = self.named_first = False
        self.here = (-1, -1)
        self.begin = 0  # of the article
        self.who: Mention | None = None
        self.place: Mention | None = None
        self.made: Mention | None = None  # the facility that the clause before says to have been built

    def sentence(self, sentence: Sentence, row: Sequence[Clause]) -> tuple[Owner, ...]:
        """The owners of the next sentence."""
        here = (sentence.article, sentence.paragraph)
        opens = here != self.here
        if opens:
            if here[0] != self.here[0]:
                self.begin = sentence.span.start
            self.here = here
            carried = [] if not row or row[0].here else [m for who in row[0].topics for m in who]
            self.ground = self.grounds.get(sentence.article)
            self.who = next((m for m in reversed(carried) if m.type in MEASURED), self.ground)
            self.place = self.who if self.who is not None and self.who.type in PLACES else None
            self.first, self.since = Owner(self.who, self.place), sentence.span.start
        elif FOLK.match(self.text, self.openers.skip(self.text, sentence.span)):
            here_lives = self.place is not None and self.place.type in SETTLED
            self.who = self._place(self.who) if here_lives else self.first.place
        elif (seen := self._pointed_at(sentence)) is not None:
            self.who = self.place = seen
        else:
            # A sentence that names nobody goes back to what the paragraph spoke of first.
            self.who = self.first.who
        self.made = None
        self.named = False
        found = tuple([self._known(self._clause(clause)) for clause in row])
        if opens:
            self.named_first = self.named
            self.first = Owner(self.who, self.place) if self.named else self.first
        return found

    def _pointed_at(self, sentence: Sentence) -> Mention | None:
        """…青石村村民李华说。这条路…: the road is the village's, where the paragraph has named no other."""
        if self.named_first or not THIS_THING.match(self.text, sentence.span.start):
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
        if not self._placed(named.who, clause.span):
            self.who = named.who
            self.place = named.place or self.place
            told = clause.here and clause.topics[-1][0].type == "Person"
            self.named = self.named or not told
        self._found(clause.span, at)
        return Owner(named.who, clause.ground or self._place(named.who))

    def _placed(self, who: Mention | None, span: Span) -> bool:
        if who is None or who.type not in TENDED or who.span.start < span.start:
            return False
        placed = PLACED.match(self.text, who.span.end, span.end)
        return placed is not None and not self.text.startswith(("以来", "后", "至今"), placed.end())

    def _found(self, span: Span, at: int) -> None:
        """成立了云雾茶业公司, 推出“兴农贷”: what follows is the company's, or the loan's."""
        offered = self._governed(span, at, OFFERS)
        if offered is not None and offered.form is Form.QUOTED and PRODUCT.search(offered.name):
            self.place, self.who = self._place(self.who), offered
            return
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
        """该中心, 加工厂: what the article last named by a name that ends so; 企业: the last one at all."""
        pointed = POINTED.match(self.text, at, span.end)
        at = pointed.end() if pointed else at
        before = [m for m in self.mentions.before(at, 40) if m.span.start >= self.begin and m.type in NAMED_AGAIN]
        best, size = None, 1
        # Of several that end so it is the one of which the text has been speaking.
        spoken = [m for m in (self.who, self.first.who) if m is not None and m.type in NAMED_AGAIN]
        for mention in (*spoken, *reversed(before)):
            ends = self._ends(mention, at, span.end)
            near = pointed is not None or mention.span.start >= self.since or ends >= UNMISTAKABLE
            if ends > size and near and (mention.form is not Form.NOMINAL or pointed or ends >= UNMISTAKABLE):
                best, size = mention, ends
        if best is not None:
            return None if NOT_CALLED.match(self.text, at + size) else best
        kind = CALLS.match(self.text, at, span.end)
        if kind is None or NOT_CALLED.match(self.text, kind.end()):
            return None
        types = CALLED[kind[0]]
        fitting = [m for m in before if m.type in types and m.form is not Form.NOMINAL]
        if pointed is None:
            fitting = [m for m in fitting if m.span.start >= self.since and types is TRADING]
        return fitting[-1] if fitting else None

    def _ends(self, mention: Mention, at: int, end: int) -> int:
        """How many of the last characters of a name stand at a place where no other name begins; 0 if too few."""
        name = mention.name
        most = len(name) if mention.form is Form.NOMINAL else len(name) - 1
        for size in range(min(most, end - at), 1, -1):
            if self.text.startswith(name[-size:], at):
                other = next(iter(self.mentions.between(at, at + 1)), None)
                whole = other is None or other.form is Form.NOMINAL or other.span.end <= at + size
                return size if whole else 0
        return 0

    def _topic(self, clause: Clause) -> Owner | None:
        fitting = [m for m in clause.topics[-1] if m.type in MEASURED and m.form is not Form.NOMINAL]
        # 沙河、松林等10个县: what several have is counted of the whole.
        if not fitting or len(fitting) > 1 or WIDE.search(fitting[0].name):
            return None
        who = fitting[0]
        led = self.text.startswith("由", clause.span.start) or self.text[who.span.start - 1] == "由"
        if led and LEADS.match(self.text, who.span.end):
            return None
        if who.type == "Person":
            held = self.voices.posts.get(who.name) if who.name in self.voices.leaders else None
            serves = held is not None and held.type in OFFICES | PLACES
            if serves or self._tells(who, clause.span):
                return self._teller(who)
        if who.type == "Project" and who.form is Form.QUOTED:
            return None
        if self._governs(who):
            place = self._seat(who) or self._place(who)
            return Owner(place or who, place)
        return Owner(who, who if who.type in PLACES else None)

    def _governs(self, who: Mention) -> bool:
        """村委会, 县委组织部: what it does for the place is counted of the place; 县人社局 runs works of its own."""
        words = GOVERNING.get(who.type)
        return words is not None and words.search(who.name) is not None

    @staticmethod
    def _seat(who: Mention) -> Mention | None:
        return next((m for m in reversed(who.inside) if m.type in PLACES), None)

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
