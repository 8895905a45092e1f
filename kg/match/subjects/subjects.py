"""Sentences and mentions in, of whom each clause speaks out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from kg.match.rulebook.kinds import BODIES, LARGE, PLACES, WAYS_AND_TRADES
from kg.match.subjects.clause import Clause
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.openers import Openers
from kg.match.subjects.passed_over import LIES, PASSES_BY, PLACED, TELLS_OF, is_own_branch, praised_in_passing, sent_to
from kg.match.subjects.speakers import HEAD, governed, speaks_for, speeches
from kg.match.subjects.topics import ESTATE, topic
from kg.match.subjects.unnamed import Unnamed
from kg.model import Document, Form, Mention, Role, Sentence, Span

SMALL = PLACES - LARGE
RULING = frozenset({"PartyOrganization", "GovernmentBody"})
NO_SEAT: tuple[str, ...] = ()
OF_A_SEAT = {"Township": ("街道", "镇", "乡", "苏木"), "Village": ("村", "嘎查"), "Community": ("社区",)}
OF_A_COUNTY = re.compile("(?:[省市州盟县区旗]委|政府|人大|政协|常委会)(?:常委会|办公厅|办公室)?$")
STEADY = SMALL | {"PartyOrganization", "GovernmentBody", "Association"}
NO_VOICES: Mapping[int, tuple[Mention, ...]] = {}
NO_PEOPLE: Mapping[int, Mention] = {}
WE = re.compile(
    "(?:我们|咱们)(?!家(?!乡|园))|我[司社村镇校院局场厂队]|我所(?![知在说有见看想做谓住用需能熟了认]|处(?!于))|我行(?![我走李动])|我站(?![在起上出到着立了])"
)
ME = re.compile("(?:我们|咱们)家|(?:我|俺|咱)(?:自己|家)?(?![们国县市省区镇乡村社司校院厂店局所场行队站])")
# First characters of prepositions and of 靠着 that say by what somebody whom the next clause names does it.
AHEAD, SINCE = frozenset("依靠凭借以通按围"), frozenset("自从")
AHEAD_WORDS = ("对照", "对标", "根据", "遵照", "照着", "聚焦", "针对", "面对", "本着", "秉持", "紧扣", "立足", "着眼")
# A team that no mention names.
TEAM = re.compile("(?:驻村|帮扶|包村|包联|联村)?(?:工作队|工作组|帮扶队|服务队)(?!员)")
# Words with which a clause goes somewhere, and where: the scene of a report is no province or city.
ENTERS, SETTLED = re.compile("(?:[在到]|走进|来到|步入|走入|行走在)"), SMALL | {"County"}
# The last characters of a clause that only says where, and who may own the place.
INSIDE, SCENES = frozenset("里内旁"), SMALL | BODIES
# 石桥村的晒场上，…: what is open to the sky is a scene as well.
OUTDOORS = re.compile("(?:[广晒球操]场|[山坡岭梁坝塬桥街路堤岸垄滩台船]|田[野埂间]|地[头里]|水面|集市|村道)上")
OUTDOORS_LENGTH = 3
PARTS = "；"
COUNTED_OFF = re.compile("第?[二三四五六七八九十]{1,2}是")
REMEMBERED = 4  # topics that a clause may fall back upon


def clauses(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    openers: Openers,
    voices: Mapping[int, tuple[Mention, ...]] = NO_VOICES,
    people: Mapping[int, Mention] = NO_PEOPLE,
) -> list[tuple[Clause, ...]]:
    """For each sentence its clauses with their topics; a paragraph starts afresh, a headless sentence has none.

    `voices` says for the start of a speech which body 我们 means in it, `people` whom 我 means.
    """
    tracker = _Tracker(document, Mentions(mentions), openers, voices, people)
    return [tracker.sentence(sentence) for sentence in sentences]


class _Tracker:
    """Of whom the text speaks, kept from clause to clause."""

    def __init__(
        self, document: Document, mentions: Mentions, openers: Openers, voices: Mapping[int, tuple[Mention, ...]],
        people: Mapping[int, Mention],
    ) -> None:  # fmt: skip
        self.document, self.text, self.mentions = document, document.text, mentions
        self.openers, self.voices, self.people = openers, voices, people
        self.unnamed = Unnamed(self.text, self.mentions, openers)
        self.speaking = {speaker.span: start for start, speaker in reversed([*people.items()])}
        self.place = (-1, -1)
        self.carried: tuple[tuple[Mention, ...], ...] = ()
        self.opening: tuple[tuple[Mention, ...], ...] = ()
        self.speeches: list[Span] = []
        self.spoken = self.alone = -1  # the speech in which 我们 was said, and 我
        self.named: tuple[int, tuple[tuple[Mention, ...], ...]] = (-1, ())  # a speech, and whom it has named last
        self.passing: tuple[tuple[Mention, ...], ...] = ()  # the programme or product of which the sentence speaks
        self.larger = False  # the county itself has acted in this article
        self.seat: Mention | None = None  # the town or village with which it began
        self.told = False  # the sentence before named of whom it spoke

    def sentence(self, sentence: Sentence) -> tuple[Clause, ...]:
        """The clauses of the next sentence."""
        if (sentence.article, sentence.paragraph) != self.place:
            self._paragraph(sentence)
        elif self.carried and not self.openers.goes_on(self.text, sentence.span):
            # A sentence with a subject of its own that no mention names: back to what the paragraph opened with.
            self.carried = self.opening
        elif self._was_an_example():
            self.carried = self.opening
        # Only a lost head takes the subject with it; a lost tail leaves what stands before it as it is.
        blocked = not sentence.whole and sentence.first and sentence.role is not Role.HEADING
        limit = sentence.span.end
        grounds = [m for m in self.mentions.between(sentence.span.start, limit) if m.form is Form.ANAPHOR]
        row: list[Clause] = []
        self.passing = ()
        before = self.carried
        lost, led = blocked, before
        for span in sentence.clauses:
            speech = self._speech(span.start) if self.speeches else None
            # “云岭县建成了产业园”: who is quoted may name who acts.
            quoted = speech is not None and self.text.startswith("“", span.start)
            at = self.openers.skip(self.text, Span(span.start + 1, span.end) if quoted else span)
            # 一是X机制，网格员随叫随到；二是Y机制: what is counted off is of whom the list began with.
            counted = row and COUNTED_OFF.match(self.text, span.start, span.end) is not None
            parted = row and span.start and self.text[span.start - 1] == PARTS and self.openers.governs(self.text, at)
            if counted or parted:
                # 县司法局开展…，骨干都报了名；实施…: behind the semicolon acts who acted first.
                # 去年，县司法局开展…；实施…: behind when it was stands who acts.
                leads = next((c for c in row if c.opens < c.span.end), row[0])
                led = leads.topics if leads.here and not leads.blocked else led
                blocked, self.carried = lost, led
            who = self._voice(span, speech) or topic(self.text, span, at, limit, self.mentions, self.openers)
            if who and self.unnamed.of_another(who[-1], span.end):
                who = None
            # 社区荣获… has a subject of its own, also where no mention names it.
            passing = self.passing if self.passing and self.openers.governs(self.text, at) else ()
            topics = (*self.carried, *passing)
            if who is None and speech is not None and speech.start == self.named[0]:
                topics = (*topics, *self.named[1])
            if who is not None:
                blocked = False
                topics = (*self.carried[1 - REMEMBERED :], who)
                self._carry(topics, sentence, speech, span)
                if speech is not None and who[0].type not in WAYS_AND_TRADES:
                    self.named = (speech.start, (who,))
            elif speech is None and WE.match(self.text, at):
                # 我们 in the writer's own words is the place of which he writes.
                blocked, topics, self.carried, self.passing = False, (), (), ()
            elif self.text.startswith("他们", at) and self._by_people(row):
                blocked = False  # 公安局开展排查。他们走访…: its people act for it
            elif (
                self.openers.another_acts(self.text, at, span.end)
                or self.unnamed.acts(at, span.end)
                or self._it(at, row)
            ):
                blocked = True
            elif TEAM.match(self.text, at, span.end) and self.carried and self.carried[-1][0].type in BODIES:
                # 驻村工作队推行…, behind what a bureau did: who sent it, or where it is, the text leaves open.
                topics = self.carried = ()
            else:
                there = self._scene(span, at) if speech is None and not blocked else None
                if there is not None:
                    topics = self.carried = before = (*self.carried[1 - REMEMBERED :], (there,))
            ground = _ground(grounds, span) if grounds else None
            row.append(Clause(span, at, topics, who is not None, blocked, speech, ground))
        row = list(self._looking_ahead(self._in_scenes(row)))
        first = row[0] if row else None
        if first and not first.here and not first.blocked and self.openers.acts(self.text, first.span):
            # 修通公路，青石镇获评…。推行…: who acts without a name acts on; the town was named in passing.
            self.carried = before
        self.told = any(clause.here for clause in row)
        if self.told and all(self._passes_by(clause, before) for clause in row if clause.here):
            self.carried = before
        return tuple(row)

    def _was_an_example(self) -> bool:
        """云岭县改善服务。石桥村办起食堂。建成…: whether one place was told of in a paragraph that the county opens."""
        if not self.opening or not self.carried or self.carried[-1] == self.opening[-1]:
            return False
        first, last = self.opening[-1][-1], self.carried[-1][-1]
        return first.type in LARGE and last.type in PLACES - LARGE and last.form is not Form.ANAPHOR

    def _passes_by(self, clause: Clause, before: Sequence[tuple[Mention, ...]]) -> bool:
        """Whether whom a clause names only helps those of whom the text spoke before, or comes to see them."""
        who = clause.topics[-1][-1]
        return clause.topics[-1] not in before and PASSES_BY.match(self.text, who.span.end, clause.span.end) is not None

    def _scene(self, span: Span, at: int) -> Mention | None:
        """在日土县，…; 走进石桥村，…: a clause that only says where, and what follows is said of the place."""
        enters = ENTERS.match(self.text, at, span.end)
        if enters is None:
            return None
        chain = self.mentions.between(enters.end(), span.end)
        if not chain or chain[0].span.start != enters.end() or chain[-1].span.end != span.end:
            return None
        linked = all(first.span.end == second.span.start for first, second in pairwise(chain))
        last = chain[-1]
        return last if linked and last.type in SETTLED and last.form is not Form.ANAPHOR else None

    def _looking_ahead(self, row: Sequence[Clause]) -> Iterator[Clause]:
        """依托“四联”机制，石桥村…: what a preposition opens is done by whom the next clause names."""
        for clause, following in zip_longest(row, row[1:]):
            alone = following is not None and following.here and not (clause.here or clause.blocked or clause.speech)
            if alone and self._opens_only(clause.span):
                yield replace(clause, topics=(*clause.topics, following.topics[-1]))
            else:
                yield clause

    def _by_people(self, row: Sequence[Clause]) -> bool:
        """Whether 他们 are the people of the one body of which the text goes on to speak, and of nobody else."""
        carried = self.carried[-1] if self.carried else ()
        return len(carried) == 1 and carried[0].type in BODIES and not (row and row[-1].blocked)

    def _it(self, at: int, row: Sequence[Clause]) -> bool:
        """青禾丝业走的是另一条路。它…: whether 它 is something that no mention names, and not what was spoken of."""
        if not self.text.startswith("它", at):
            return False
        named = row[-1].here if row else self.told
        return not (named or (self.carried and self.carried[-1][0].type not in LARGE))

    def _in_scenes(self, row: Sequence[Clause]) -> list[Clause]:
        """石桥村合作社的大棚里，辣椒挂满枝头: what is said behind a scene is said of the village or body there."""
        found = list(row)
        for k in range(1, len(row)):
            scene, clause = row[k - 1], row[k]
            if (
                scene.here
                or (clause.here and clause.topics[-1][0].type not in WAYS_AND_TRADES)
                or clause.blocked
                or clause.speech
                or not self._is_scene(scene.span)
            ):
                continue
            there = [m for m in self.mentions.between(scene.span.start, scene.span.end) if m.type in SCENES]
            if there and there[-1].form is not Form.ANAPHOR and not there[-1].name.endswith(ESTATE):
                # 石桥村里，柑橘挂满枝头: of the crop is said what is the village's.
                last = len(clause.topics) - clause.here
                found[k] = replace(clause, topics=(*clause.topics[:last], (there[-1],), *clause.topics[last:]))
        return found

    def _is_scene(self, span: Span) -> bool:
        """Whether a clause ends with where something is seen: 大棚里, 晒场上."""
        last = self.text[span.end - 1]
        return last in INSIDE or (
            last == "上" and OUTDOORS.search(self.text, span.end - OUTDOORS_LENGTH, span.end) is not None
        )

    def _opens_only(self, span: Span) -> bool:
        """依托…, 自…以来: a clause that only says with what or since when the next one acts."""
        text = self.text
        if text[span.start : span.start + 1] in SINCE and text.endswith(("以来", "后", "起"), span.start, span.end):
            return True
        at = self.openers.skip(text, span)
        return at < span.end and (text[at] in AHEAD or text.startswith(AHEAD_WORDS, at))

    def _paragraph(self, sentence: Sentence) -> None:
        if sentence.article != self.place[0]:
            self.opening, self.larger, self.seat = (), False, None
        # An article on one village or community, whose county never acts, goes on about it in the next paragraph,
        # and so does one on an office, or on a body or a station that its headline names.
        about = self.opening[-1][0] if self.opening else None
        if self.larger or about is None or not (_is_steady(about) or self._headed(about, sentence.article)):
            self.opening = ()
        elif self.seat is not None and about.type in RULING and _is_led_by(self.seat, about):
            # 青石镇…。镇党委牵头成立…。Behind that paragraph the report goes on about the town.
            self.opening = ((self.seat,),)
        self.carried = self.opening
        self.place = (sentence.article, sentence.paragraph)
        span = self.document.articles[sentence.article].paragraphs[sentence.paragraph].span
        self.speeches = speeches(self.text, span)
        colon = self.text.find("：", span.start, min(span.start + HEAD, span.end)) + 1
        if colon and colon in self.people and not self.text.startswith("“", colon):
            self.speeches.append(Span(colon, span.end))

    def _headed(self, topic: Mention, article: int) -> bool:
        """Whether the headline names a body or a station: 北山林场的账变了."""
        title = self.document.articles[article].title
        return topic.type in BODIES | {"Facility"} and title is not None and topic.name in self.document.quote(title)

    def _speech(self, place: int) -> Span | None:
        return next((speech for speech in self.speeches if speech.start <= place < speech.end), None)

    def _voice(self, span: Span, speech: Span | None) -> tuple[Mention, ...] | None:
        """我们 in somebody's words is the body or place that he speaks for, 我 he himself, to the end of the speech."""
        if speech is None or (speech.start not in self.people and speech.start not in self.voices):
            return None
        start = span.start + (self.text.startswith("“", span.start))
        at = self.openers.skip(self.text, Span(start, span.end))
        if WE.match(self.text, at):
            self.spoken, self.alone = speech.start, -1
        elif ME.match(self.text, at):
            self.spoken, self.alone = -1, speech.start
        if self.alone == speech.start:
            return (self.people[speech.start],) if speech.start in self.people else None
        return self.voices.get(speech.start) if self.spoken == speech.start else None

    def _carry(
        self, topics: tuple[tuple[Mention, ...], ...], sentence: Sentence, speech: Span | None, clause: Span
    ) -> None:
        """What a programme or product is said to be ends with its clause; a place or body goes on acting."""
        kind = topics[-1][0].type
        self.passing = topics[-1:] if kind in WAYS_AND_TRADES else ()
        # A headline names the county to say where the matter is.
        self.larger = self.larger or (kind in LARGE and sentence.role is Role.BODY)
        # 青石村建成… is the village's doing.
        # But a school that lies somewhere goes on to act.
        end = topics[-1][-1].span.end
        lies = kind in BODIES and LIES.match(self.text, end)
        placed = kind not in PLACES and not lies and PLACED.match(self.text, end)
        told = kind in BODIES and TELLS_OF.match(self.text, topics[-1][-1].span.end)
        praised = clause.start != sentence.span.start and praised_in_passing(self.text, topics[-1][-1])
        if kind == "Person" and speech is None and (heard := self._heard(topics[-1][-1], clause)) is not None:
            # “…”石桥村党支部书记李华说。建成…: who only tells of it does not do it; his village or body does.
            # 石桥村…。村党支部书记李华说，…: his is the village of which the text speaks.
            at_home = bool(heard) and len(topics) > 1 and is_own_branch(heard[-1], topics[-2][-1])
            self.carried = topics[:-1] if at_home else (*topics[:-1], *([heard] if heard else []))
        elif kind not in WAYS_AND_TRADES and speech is None and not (placed or told or praised):
            inside = self.mentions.between(clause.start, clause.end) if kind in BODIES else ()
            sent = sent_to(self.text, clause, inside, self.openers) if inside else None
            self.carried = (*topics[:-1], (sent,)) if sent else topics
            if sentence.first:
                self.opening = self.carried
                first = self.carried[-1][-1]
                named = first.type in SMALL and first.form is not Form.ANAPHOR
                self.seat = self.seat or (first if named else None)

    def _heard(self, who: Mention, clause: Span) -> tuple[Mention, ...] | None:
        """For whom a person speaks of whom a clause only says that he tells something; None where he does more."""
        if who.span.start < clause.start:
            return None  # 他种起柑橘
        speech = self.speaking.get(who.span)
        if speech is None and self.openers.tells.match(self.text, who.span.end, clause.end + 1) is None:
            return None
        if speech is not None and speech in self.voices:
            return self.voices[speech]
        before = [m for m in self.mentions.between(clause.start, who.span.start) if m.type in PLACES | BODIES]
        return (governed(speaks_for(before)[-1]),) if before else ()


def _is_steady(about: Mention) -> bool:
    """Whether the next paragraph goes on about what one opened with: a county's own committee is but its county."""
    return about.type in STEADY and not (about.type in BODIES and OF_A_COUNTY.search(about.name))


def _is_led_by(seat: Mention, office: Mention) -> bool:
    """Whether an office is that of a town or village: 镇党委, 青石镇党委 of 青石镇."""
    named = [m.name for m in office.inside if m.type in PLACES and m.form is not Form.ANAPHOR]
    return named[-1] == seat.name if named else office.name.startswith(OF_A_SEAT.get(seat.type, NO_SEAT))


def _ground(anaphors: Sequence[Mention], span: Span) -> Mention | None:
    return next((m for m in anaphors if m.type in PLACES and span.covers(m.span)), None)
