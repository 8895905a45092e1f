"""Sentences and mentions in, of whom each clause speaks out."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.match.rules import Rules
from kg.model import Claim, Document, Form, Mention, Role, Sentence, Span

SPEECH = re.compile(r"“[^“”\n]*”")
SPEECH_MIN = 30
PLACES = frozenset("Place Province Prefecture County Township Village Community Region".split())
BODIES = frozenset(
    "Organization PartyOrganization GovernmentBody Enterprise Association Institution Team".split()
)
TOPICS = PLACES | BODIES | {"Person", "Facility", "Mechanism", "Guideline", "Program", "Project", "Industry"}
WAYS = frozenset({"Mechanism", "Guideline", "Program", "Project"})
MEASURED = PLACES | BODIES | {"Person", "Facility"}
PASSING = WAYS | {"Industry"}
LARGE = frozenset({"Province", "Prefecture", "County"})
SMALL = PLACES - LARGE
NO_VOICES: Mapping[int, tuple[Mention, ...]] = {}
SAYING = re.compile("[^。；！？\n]{1,12}[，：]")
WE = re.compile("我们|咱们|我司|我社|我村|我镇")
THIS_WAY = re.compile(r"(?:该|这一|此|这个|这种|这项)(?:做法|模式|机制|体系|制度|活动|品牌|项目|案例|经验|工程|行动|改革|举措|工作法|平台|计划)")
# 寻乌的…, 寻乌境内, 在寻乌: the place is not who acts.
NOT_ACTING = re.compile(r"[的内里上下中外之]|境内|全境|辖区|籍|人民(?!政府)")
# 网格党小组建成率达87.5%: the body is what is measured.
MEASURED_BY = re.compile(r"[一-龥]{0,8}?(?:率|比例|占比|面积|总量|产值|收入|人数|数量|总数|总额|规模|增速|覆盖面)")
# 科研中心落户云岭: nothing that follows is the centre's doing.
PLACED = re.compile(
    r"(?:等[^，。；]{0,8})?(?:正式|顺利|成功)?(?:落户|位于|坐落|开工|投用|投入使用|揭牌|竣工|建成|启用|上线|通车|投产)"
)
# A与B签订协议: what 与 joins does not act, what 和 joins does.
LIST_LINK = re.compile(r"[、和及]|以及")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with those of whom it may speak, the likeliest last; `here` where the clause itself names them."""

    span: Span
    topics: tuple[tuple[Mention, ...], ...]
    here: bool
    blocked: bool  # someone acts whom no mention names, or the sentence lost its head
    speech: Span | None
    voice: Mention | None = None  # the body or place for which whoever speaks here holds a post
    ground: Mention | None = None  # 全镇, 该村: the place that the clause itself speaks of


@dataclass(frozen=True, slots=True)
class Openers:
    """The words that may stand before a subject, and the groups of people who act without a name."""

    light: re.Pattern[str]
    crowd: re.Pattern[str]
    role: re.Pattern[str]
    governing: frozenset[str]  # verbs, adverbs, prepositions: a sentence that opens with one goes on about the same


def compile_openers(rules: Rules) -> Openers:
    """The word lists `openers` and `crowds` as two regular expressions."""
    light = "|".join(sorted(map(re.escape, rules.words.get("openers", ())), key=lambda w: (-len(w), w)))
    crowd = "|".join(sorted(map(re.escape, rules.words.get("crowds", ())), key=lambda w: (-len(w), w)))
    time = r"(?:截至)?[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:以来|底|初|起|年底|上半年|下半年)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?"
    roles = "|".join(sorted(map(re.escape, rules.words.get("roles", ())), key=lambda w: (-len(w), w)))
    return Openers(
        re.compile(f"(?:{light or '(?!)'}|{time}|[，—])*"),
        re.compile(f"(?:全体|广大|无数|许多|不少|众多|很多|一些|各|每名|每位|当地|周边|[0-9一二三四五六七八九十百千万余多近]+[名位家户个])?(?:{crowd or '(?!)'})(?:们|代表)?(?![的、和与等党委])"),
        re.compile(f"[一-龥“”、]{{0,12}}(?:{roles or '(?!)'})”?"),
        frozenset(rules.words.get("boundaries", ())) | frozenset(rules.words.get("verbs", ())),
    )


def clauses(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    openers: Openers,
    voices: Mapping[int, tuple[Mention, ...]] = NO_VOICES,
) -> list[tuple[Clause, ...]]:
    """For each sentence its clauses with their topics; a paragraph starts afresh, a headless sentence has none.

    `voices` says for the start of a speech which body 我们 means in it.
    """
    tracker = _Tracker(document, mentions, openers, voices)
    return [tracker.sentence(sentence) for sentence in sentences]


class _Tracker:
    """Of whom the text speaks, kept from clause to clause."""

    def __init__(self, document: Document, mentions: Sequence[Mention], openers: Openers, voices: Mapping[int, tuple[Mention, ...]]) -> None:
        self.document, self.text, self.openers, self.voices = document, document.text, openers, voices
        self.mentions, self.starts = mentions, [m.span.start for m in mentions]
        self.place = (-1, -1)
        self.carried: list[tuple[Mention, ...]] = []
        self.opening: list[tuple[Mention, ...]] = []
        self.speeches: list[Span] = []
        self.spoken = -1  # the speech in which 我们 was said
        self.larger = False  # the county itself has acted in this article

    def sentence(self, sentence: Sentence) -> tuple[Clause, ...]:
        """The clauses of the next sentence."""
        if (sentence.article, sentence.paragraph) != self.place:
            self._paragraph(sentence)
        elif self.carried and not _goes_on(self.text, sentence.span, self.openers):
            # A sentence with a subject of its own that no mention names: back to what the paragraph opened with.
            self.carried = self.opening
        # Only a lost head takes the subject with it; a lost tail leaves what stands before it as it is.
        blocked = not sentence.whole and sentence.first and sentence.role is not Role.HEADING
        low = bisect.bisect_left(self.starts, sentence.span.start)
        inside = self.mentions[low : bisect.bisect_left(self.starts, sentence.span.end)]
        row = []
        for span in sentence.clauses:
            speech = next((s for s in self.speeches if s.start <= span.start < s.end), None)
            topic = self._voice(span, speech) or _topic(self.text, span, inside, self.openers, self.mentions, self.starts)
            topics = self.carried
            if topic is not None:
                blocked = False
                topics = [*self.carried[-3:], topic]
                self._carry(topics, sentence, speech)
            elif self.openers.crowd.match(self.text, _skip(self.text, span, self.openers), span.end):
                blocked = True
            voice = self.voices.get(speech.start, (None,))[0] if speech is not None else None
            ground = next((m for m in inside if m.form is Form.ANAPHOR and m.type in PLACES and span.covers(m.span)), None)
            row.append(Clause(span, tuple(topics), topic is not None, blocked, speech, voice, ground))
        return tuple(row)

    def _paragraph(self, sentence: Sentence) -> None:
        if sentence.article != self.place[0]:
            self.opening, self.larger = [], False
        # An article on one village or community, whose county never acts, goes on about it in the next paragraph.
        if self.larger or not self.opening or self.opening[-1][0].type not in SMALL:
            self.opening = []
        self.carried = self.opening
        self.place = (sentence.article, sentence.paragraph)
        span = self.document.articles[sentence.article].paragraphs[sentence.paragraph].span
        self.speeches = _speeches(self.text, span)

    def _voice(self, span: Span, speech: Span | None) -> tuple[Mention, ...] | None:
        """我们 in somebody's words is the body or place that he speaks for, to the end of the speech."""
        if speech is None or speech.start not in self.voices:
            return None
        start = span.start + (self.text.startswith("“", span.start))
        if WE.match(self.text, _skip(self.text, Span(start, span.end), self.openers)):
            self.spoken = speech.start
        return self.voices[speech.start] if self.spoken == speech.start else None

    def _carry(self, topics: list[tuple[Mention, ...]], sentence: Sentence, speech: Span | None) -> None:
        """What a programme or product is said to be ends with its clause; a place or body goes on acting."""
        kind = topics[-1][0].type
        self.larger = self.larger or kind in LARGE
        if kind not in PASSING and speech is None and not PLACED.match(self.text, topics[-1][-1].span.end):
            self.carried = topics
            if sentence.first:
                self.opening = topics


def _goes_on(text: str, span: Span, openers: Openers) -> bool:
    at = _skip(text, span, openers)
    return at > span.start or any(text[at : at + n] in openers.governing for n in range(1, 6))


def _skip(text: str, span: Span, openers: Openers) -> int:
    match = openers.light.match(text, span.start, span.end)
    return match.end() if match else span.start


def _speeches(text: str, span: Span) -> list[Span]:
    """Quotations that are somebody's words and not a name."""
    return [
        Span(*m.span())
        for m in SPEECH.finditer(text, span.start, span.end)
        if len(m[0]) >= SPEECH_MIN and "，" in m[0] or re.search("[。！？]", m[0])
    ]


def _topic(
    text: str, span: Span, inside: Sequence[Mention], openers: Openers,
    mentions: Sequence[Mention], starts: Sequence[int],
) -> tuple[Mention, ...] | None:  # fmt: skip
    at = _skip(text, span, openers)
    this = THIS_WAY.match(text, at, span.end)
    if this and text[this.end() : this.end() + 1] not in "的、":
        before = mentions[: bisect.bisect_left(starts, this.start())]
        ways = [m for m in before[-12:] if m.type in WAYS]
        way = next((m for m in reversed(ways) if text[m.span.end - 2 : m.span.end] == this[0][-2:]), None)
        way = way or next((m for m in reversed(ways) if m.form is not Form.NOMINAL), None)
        way = way or next((m for m in reversed(before[-6:]) if m.type in WAYS), None)
        return (way,) if way else None
    if text.startswith(("他", "她"), at) and text[at + 1 : at + 2] != "们":
        before = mentions[max(0, bisect.bisect_left(starts, at) - 12) : bisect.bisect_left(starts, at)]
        person = next((m for m in reversed(before) if m.type == "Person"), None)
        return (person,) if person else None
    first = next((k for k, m in enumerate(inside) if m.span.start == at and m.type in TOPICS), None)
    if first is None:
        return _described(text, span, at, inside, openers)
    group = [inside[first]]
    k = first
    # 晨光镇竹背村: of a chain the last one acts; 恒大、腾讯: of a list all act.
    while k + 1 < len(inside) and inside[k + 1].type in TOPICS:
        between = text[inside[k].span.end : inside[k + 1].span.start]
        if inside[k + 1].span.end > span.end:
            break
        if not between or between in ("（", "）"):
            group[-1] = inside[k + 1]
        elif LIST_LINK.fullmatch(between) and inside[k + 1].type in TOPICS:
            group.append(inside[k + 1])
        else:
            break
        k += 1
    # 供销合作社主任李华: of a body, a role and a person the person acts.
    person = next((m for m in inside[k + 1 : k + 3] if m.type == "Person" and m.span.end <= span.end), None)
    if person and openers.role.fullmatch(text, group[-1].span.end, person.span.start):
        return (person,)
    end = inside[k].span.end
    if text[end : end + 1] == "内" and _goes_on(text, Span(end + 1, span.end), openers):
        return tuple(group)  # 村内先后荣获…
    # 青石镇的云雾茶业公司建成…: what stands in the place acts.
    if text[end : end + 1] == "的" and group[-1].type in PLACES:
        owned = next((m for m in inside[k + 1 : k + 2] if m.span.start == end + 1 and m.span.end <= span.end), None)
        acts = owned and owned.type in BODIES | {"Facility", "Person"} and text[owned.span.end : owned.span.end + 1] not in tuple("的、和")
        return (owned,) if owned and acts else None
    if NOT_ACTING.match(text, end, span.end):
        return None
    if group[-1].type not in PLACES and group[-1].type != "Person" and MEASURED_BY.match(text, end, span.end):
        return None
    if group[-1].type in PLACES and text[end : end + 1] in "，。" and at != span.start and span.end - end <= 1 and len(group) > 1:
        return None
    return tuple(group)


def actor(clause: Clause, types: frozenset[str]) -> tuple[Mention, ...] | None:
    """The last topic that fits; () for the article's own place, None where somebody else acts."""
    if clause.blocked:
        return None
    for topic in reversed(clause.topics):
        fitting = tuple(m for m in topic if m.type in types)
        if fitting:
            return fitting
        if clause.here and topic is clause.topics[-1]:
            # The clause names who acts, and it is of no class that can: 该平台建立…
            continue
    return () if clause.speech is None else None


def _described(
    text: str, span: Span, at: int, inside: Sequence[Mention], openers: Openers
) -> tuple[Mention, ...] | None:
    """开茶馆的李华…, 投资2300万元的服务中心去年启用: whom or what the words before describe."""
    first = next((m for m in inside if m.type in TOPICS and span.start < m.span.start < span.end), None)
    if first is None or text[first.span.end : first.span.end + 1] in tuple("的、和与等"):
        return None
    if first.type == "Person":
        led = text[first.span.start - 1] == "的" or openers.role.fullmatch(text, at, first.span.start)
        return (first,) if led else None
    # What a verb governs stands at the end of its clause; who acts has words behind him.
    acts = text[first.span.start - 1] == "的" and span.end - first.span.end >= 3
    verb = any(text[at : at + n] in openers.governing for n in range(1, 6))
    return (first,) if acts and not verb and first.type in MEASURED else None


def measured(row: Sequence[Clause], span: Span) -> Mention | None:
    """Of whom a figure in a clause speaks; None for the article's own place."""
    clause = next((c for c in row if c.span.overlaps(span)), None)
    # What somebody says in figures he says of the body or place that he speaks for.
    if clause is not None and not clause.here and clause.voice:
        return clause.voice
    # 村民人均收入: what is measured of a crowd is measured of its place.
    fitting = (m for topic in reversed(clause.topics if clause else ()) for m in topic if m.type in MEASURED)
    return next(fitting, clause.ground if clause else None)


def bodies_of(voices: Mapping[int, Mention], posts: Sequence[Claim]) -> Mapping[int, tuple[Mention, ...]]:
    """For the start of each speech the body or place whose post the speaker holds."""
    held = {c.subject.name: c.object for c in reversed(posts) if c.subject is not None}
    return {start: (held[who.name],) for start, who in voices.items() if who.name in held}


def speakers(document: Document, mentions: Sequence[Mention], rules: Rules) -> Mapping[int, Mention]:
    """For the start of each speech, the person or body who says it: “…”李华说, 李华介绍：“…”."""
    verbs = rules.groups.get("说", ())
    if not verbs:
        return {}
    said = re.compile("(?:" + "|".join(sorted(map(re.escape, verbs), key=lambda w: (-len(w), w))) + ")")
    starts = [m.span.start for m in mentions]
    found: dict[int, Mention] = {}
    text = document.text
    for article in document.articles:
        for paragraph in article.paragraphs:
            for speech in SPEECH.finditer(text, paragraph.span.start, paragraph.span.end):
                near = mentions[bisect.bisect_left(starts, speech.end()) :][:4]
                before = mentions[max(0, bisect.bisect_left(starts, speech.start()) - 1)] if mentions else None
                if before and before.type == "Person" and SAYING.fullmatch(text, before.span.end, speech.start()):
                    if said.search(text, before.span.end, speech.start()):
                        found[speech.start()] = before
                        continue
                after = next((m for m in near if m.type == "Person" and m.span.start - speech.end() <= 40), None)
                if after and said.search(text, after.span.end, min(after.span.end + 14, paragraph.span.end)):
                    found[speech.start()] = after
    return found
