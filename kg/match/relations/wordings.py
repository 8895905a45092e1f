"""One sentence in, what the wordings of the relation files say of its mentions out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cached_property

from kg.match.honours.holders import can_hold
from kg.match.relations.acting import WITH, Actors
from kg.match.relations.compiled_relations import Relations
from kg.match.relations.dating import YEAR, period_before, periods_in_turn, stated_period
from kg.match.relations.folding import fold
from kg.match.relations.joint import TOGETHER
from kg.match.relations.listed import listed_before, listed_on, lowest
from kg.match.relations.silence import silent
from kg.match.relations.stances import is_done, stance_of
from kg.match.rulebook.rule_types import Pattern, RelationRule, StanceRule
from kg.match.rulebook.signs import each
from kg.match.subjects.clause import Clause, actor
from kg.match.subjects.speakers import told as told_in
from kg.model import WORDS, Claim, Document, Form, Mention, Rejection, Sentence, Span, Stance

HOME, HONOUR = "home", "Honor"
LINKS = tuple("、和与及")
PARTNERED = re.compile("[^，。；、]{0,6}?(?:签|合作|共建|达成|联手|联合|结对|合伙|携手)")
# A、B分别获评X、Y: the first got the first.
IN_TURN = re.compile("分别|依次")
NOBODY = "somebody else acts, whom no rule names"
UNFIT = "the title is for places of another kind"
UNEVEN = "分别 pairs two lists, and as many are not known on both sides"
PERIOD, ONCE = "period", "后"
# “全国文明村”（2012年）
BEHIND = re.compile("（(?:([12][0-9]{3}年(?:[0-9]{1,2}月)?)|(连续[0-9一二三四五六七八九十两]+[届年次]))）")
MONTH = re.compile("([0-9]{4})-[0-9]{2}")
REMARK_BEFORE, REMARK_LENGTH = re.compile("（[^（）]*）”?[、和与及]?“?\\Z"), 24
REST_OF_A_NUMBER = re.compile(
    r"(?<=[0-9])[0-9]*(?:\.[0-9]+)?[余多]?[万千百亿]*[余多]?(?:亩|公顷|公里|吨|公斤|斤|户|人|家|个|元|头|只|羽|株|棵|箱|%)?"
)


class Reading:
    """One sentence, folded once and read by every rule that may speak."""

    def __init__(
        self, document: Document, sentence: Sentence, mentions: Sequence[Mention], row: Sequence[Clause],
        relations: Relations, speakers: Mapping[int, Mention], section: Stance | None, carried: Stance | None,
    ) -> None:  # fmt: skip
        self.document, self.sentence, self.row = document, sentence, row
        self.relations, self.speakers = relations, speakers
        self.section, self.carried = section, carried  # what the section, or a sentence before, says of all in this one
        self.folded = fold(document.text, sentence.span, mentions, relations.folds)
        self.actors = Actors(document, row, self.folded)
        self.shown = relations.signs.met(self.folded.text)
        self.words = sorted(relations.triggers.find(self.folded.text))
        self.hits: dict[str, list[int]] = {}  # word list → where its words begin
        for start, _, word in self.words:
            for group in relations.groups[word]:
                self.hits.setdefault(group, []).append(start)
        people = [m for m in mentions if m.type == "Person"]
        self.told = told_in(document.text, sentence.span, people, relations.tells)
        self.claims: list[Claim] = []
        self.rejected: list[Rejection] = []
        self.said: set[tuple[str, int, int]] = set()
        self.bound: dict[tuple[str, int], int] = {}  # where the wording begins that names who acts on an object

    @cached_property
    def stances(self) -> list[tuple[StanceRule, list[Pattern]]]:
        """What may say of a claim of the sentence that it is planned or denied."""
        shown, hits = self.shown, self.hits.keys()
        return [
            (rule, [p for p, signs in some if shown & signs == signs and hits >= {*p.needs}])
            for rule, some in self.relations.speaking
        ]

    @cached_property
    def to_come(self) -> list[re.Match[str]]:
        """水库建成后可灌田三万亩: where the sentence says what is hoped for once a thing stands."""
        return [*self.relations.to_come.finditer(self.folded.text)] if ONCE in self.folded.text else []

    def read(self, kinds: Set[str]) -> None:
        """Say what the rules find in a sentence with mentions of these classes."""
        relations, text, hits, shown = self.relations, self.folded.text, self.hits, self.shown
        near = [k for group in hits for k in relations.needing.get(group, ())]
        near += [k for sign in (0, *each(shown & relations.shown)) for k in relations.showing.get(sign, ())]
        for k in sorted(near):
            rule, n, pattern, signs = relations.wordings[k]
            if shown & signs == signs and not kinds.isdisjoint(rule.about) and pattern.may_stand(text, hits):
                self._apply(rule, n, pattern)

    def _matches(self, pattern: Pattern) -> Iterator[re.Match[str]]:
        """All places where a wording stands; one that begins with a verb is tried at its verbs alone."""
        return self._at_verbs(pattern) if pattern.opens else pattern.regex.finditer(self.folded.text)

    def _at_verbs(self, pattern: Pattern) -> Iterator[re.Match[str]]:
        done = 0
        for start in self.hits[pattern.opens]:
            match = pattern.regex.match(self.folded.text, start) if start >= done else None
            if match is not None:
                yield match
                done = match.end()

    def _apply(self, rule: RelationRule, n: int, pattern: Pattern) -> None:
        for match in self._matches(pattern):
            if "object" not in match.re.groupindex:
                self._implied(rule, n, match)
                continue
            if rule.words:
                self._in_words(rule, n, match)
                continue
            objects = self._chain(rule, match)
            subjects = self.actors.acting(rule, match, [self.folded.at[place] for place in objects])
            several = len(subjects or ()) > 1 and len(objects) > 1 and IN_TURN.search(match[0]) is not None
            in_turn = several and len(subjects or ()) == len(objects)
            nobody = NOBODY if subjects is None else UNEVEN if several and not in_turn else ""
            for k, place in enumerate(objects):
                forbidden = silent(self.relations, self.folded, self.hits, rule, n, match, place)
                why = forbidden or nobody
                if why:
                    self._reject(rule, n, self.folded.at[place], why)
                    continue
                who: Sequence[Mention | None] = (subjects or ())[k : k + 1] if in_turn else subjects or (None,)
                dated = self._dated_in_turn(rule, match, objects)[k : k + 1]
                for subject in who:
                    if not _may_have(subject, self.folded.at[place]):
                        self._reject(rule, n, self.folded.at[place], UNFIT)
                        continue
                    self._claim(rule, n, match, subject, self.folded.at[place], dated)

    def _reject(self, rule: RelationRule, n: int, target: Mention, why: str) -> None:
        quoted = self.document.quote(target.span)
        self.rejected.append(Rejection(target.span, quoted, f"{rule.name}/{n + 1}", why))

    def _dated_in_turn(self, rule: RelationRule, match: re.Match[str], objects: Sequence[int]) -> list[str]:
        """The date of each of several objects: 2019年和2021年分别获评A、B."""
        if PERIOD not in rule.values or len(objects) < 2 or not IN_TURN.search(match[0]):
            return []
        start = self.folded.at[objects[0]].span.start
        return periods_in_turn(self.document, self.sentence.clauses, start, len(objects), self.relations.periods)

    def _implied(self, rule: RelationRule, n: int, match: re.Match[str]) -> None:
        """在A的支持下，…: the object is whoever acts in what follows, else the article's own place."""
        subjects = self.actors.acting(rule, match)
        end = self.folded.origin[match.end()]
        after = next((c for c in self.row if c.span.start >= end and c.here), None)
        clause = after or self.actors.clause_at(self.folded.origin[match.start()])
        if clause is None or not subjects:
            return
        if clause is after and not any(m.type in rule.object for m in clause.topics[-1]):
            return  # 在省厅的支持下，李华…: who acts is named, and is nobody whom the rule knows
        others = tuple(t for t in clause.topics if not set(t) & set(subjects))
        who = actor(replace(clause, topics=others), rule.object)
        for subject in subjects if who is not None else ():
            for target in who or (_home_of(subject),):
                self._claim(rule, n, match, subject, target)

    def _in_words(self, rule: RelationRule, n: int, match: re.Match[str]) -> None:
        """对每名党员实行积分制: the object is what the text says, and no mention."""
        start, end = (self.folded.origin[place] for place in match.span("object"))
        target = Mention(Span(start, end), WORDS, rule.path, self.document.text[start:end], Form.NOMINAL)
        why = silent(self.relations, self.folded, self.hits, rule, n, match, match.start("object"))
        if why:
            self.rejected.append(Rejection(target.span, target.name, f"{rule.name}/{n + 1}", why))
            return
        for subject in self.actors.acting(rule, match) or ():
            self._claim(rule, n, match, subject, target)

    def _chain(self, rule: RelationRule, match: re.Match[str]) -> list[int]:
        """The object that the pattern bound, and those that the text lists after it."""
        if match["object"] is None:
            return []
        opens = match.start("object")
        before = self._listed_before(rule, opens) if opens == match.start() else []
        found = [*before, lowest(self.folded, opens, rule.object)]
        chain = self.relations.chains[rule.path]
        while True:
            link = chain.match(self.folded.text, found[-1] + 1)
            # 获A、先后五年获得B: what a verb of its own governs is no member of the list.
            joined = link is not None and self._joins(rule, found[-1], link)
            if link is None or joined or self._governs(link[1] or ""):
                further = listed_on(self.folded, found[-1], rule.object)
                if further is None:
                    return found
                found.append(further)
            else:
                found.append(lowest(self.folded, link.start(3), rule.object))

    def _listed_before(self, rule: RelationRule, opens: int) -> list[int]:
        """甲改革、乙改革接连落地: what is done to the last of a list before its verb is done to them all."""
        found: list[int] = []
        at = self.folded.at
        while self.folded.text[opens - 1 : opens] in LINKS and opens - 2 in at and at[opens - 2].type in rule.object:
            opens -= 2
            found.insert(0, opens)
        return found

    def _governs(self, between: str) -> bool:
        """Whether a word before a member of a list governs it; 农民 in 戏台、农民憩园 is part of a member."""
        words = {word for _, _, word in self.relations.triggers.find(between)}
        return any(len(word) > 2 or word in self.relations.following for word in words)

    def _joins(self, rule: RelationRule, place: int, link: re.Match[str]) -> bool:
        """领办的合作社与绿野公司签约: what 与 joins to the last object is its partner, and no further object."""
        text = self.folded.text
        if rule.predicate == TOGETHER:
            return text[link.end() : link.end() + 1] in WITH  # A与B、C与D签约: C has a partner of its own
        return text[place + 1 : place + 2] in WITH and PARTNERED.match(text, link.end()) is not None

    def _claim(
        self, rule: RelationRule, n: int, match: re.Match[str], subject: Mention | None, target: Mention,
        dated: Sequence[str] = (),
    ) -> None:  # fmt: skip
        if subject is not None and subject.span == target.span:
            return
        if "subject" in match.re.groupindex and match["subject"] is not None:
            named = (rule.predicate, target.span.start)
            self.bound[named] = min(match.start(), self.bound.get(named, match.start()))
        elif match.start() >= self.bound.get((rule.predicate, target.span.start), len(self.folded.text)):
            return  # 由村党支部探索推出的X: who explores is said
        key = (rule.predicate, subject.span.start if subject else -1, target.span.start)
        if key in self.said:
            return
        self.said.add(key)
        agents = tuple(self._agents(rule, match))
        stance, speaker = self._stance(rule, n, match)
        if speaker is not None:
            agents += (("speaker", speaker),)
        spans, values = self._spans(match, subject, target), self._values(rule, match, target, dated)
        self.claims.append(
            Claim(subject, rule.predicate, target, spans, f"{rule.name}/{n + 1}", stance, values, agents)
        )

    def _agents(self, rule: RelationRule, match: re.Match[str]) -> Iterator[tuple[str, Mention]]:
        """Those whom the wording binds besides subject and object, each with the list that it ends."""
        for name, kinds in rule.agents.items():
            place: int | None = match.start(name) if match.groupdict().get(name) else None
            while place is not None:
                yield name, self.folded.at[place]
                place = listed_before(self.folded, place, kinds)

    def _values(
        self, rule: RelationRule, match: re.Match[str], target: Mention, dated: Sequence[str]
    ) -> tuple[tuple[str, str], ...]:
        """The literals that the wording binds, and when it was, where the wording leaves that out."""
        origin, periods = self.folded.origin, self.relations.periods
        found: dict[str, str] = {PERIOD: dated[0]} if dated else {}
        for name in rule.values:
            if name not in found and match.groupdict().get(name):
                words = Span(origin[match.start(name)], origin[match.end(name) - 1] + 1)
                found[name] = stated_period(self.document, words, periods) if name == PERIOD else match[name]
        behind = BEHIND.match(self.document.text, target.span.end)
        if PERIOD in rule.values and behind:
            found[PERIOD] = behind[2] or stated_period(self.document, Span(*behind.span(1)), periods)
        if PERIOD in rule.values and PERIOD not in found:
            # “甲”（连续三届）、“乙”: the remark is on the title before it.
            start = target.span.start
            remark = REMARK_BEFORE.search(self.document.text, max(0, start - REMARK_LENGTH), start)
            start = remark.start() if remark else start
            period = period_before(self.document, self.sentence.clauses, start, periods)
            # 2022年10月，…；甲获评2021—2024年度示范县: the title is of a later year.
            later = max(YEAR.findall(self.document.quote(target.span)), default="") > period[:4]
            found |= {PERIOD: period} if period and not (later and period[:4].isdecimal()) else {}
        # A question for a year finds what the text says of a month.
        month = MONTH.match(found.get(PERIOD, ""))
        return (*found.items(), *([(PERIOD, month[1])] if month else []))

    def _spans(self, match: re.Match[str], subject: Mention | None, target: Mention) -> tuple[Span, ...]:
        origin = self.folded.origin
        start, end = origin[match.start()], max(origin[match.end()], target.span.end)
        start = min(start, target.span.start)
        # 蜜柚种植达9|.2万亩: a wording may end at a digit, a quotation may not.
        cut = REST_OF_A_NUMBER.match(self.document.text, end)
        end = cut.end() if cut else end
        if subject is None or self.actors.clause_at(subject.span.start) is not self.actors.clause_at(start):
            # Whom the sentence or paragraph went on about is a passage of its own.
            return (Span(start, end),) if subject is None else (subject.span, Span(start, end))
        return (Span(min(start, subject.span.start), max(end, subject.span.end)),)

    def _stance(self, rule: RelationRule, n: int, match: re.Match[str]) -> tuple[Stance, Mention | None]:
        verb = self._verb_end(rule.patterns[n].needs, match)
        issued = self.document.issued
        found = self.section or stance_of(self.folded.text, verb, match.end(), issued, self.stances)
        if found is None and not is_done(self.folded.text, verb):
            found = self.carried
        if found is None and any(once.start() < verb <= once.end() for once in self.to_come):
            found = Stance.PLANNED
        if found is not None:
            return found, None
        clause = self.actors.clause_at(self.folded.origin[match.start()])
        if clause is not None and clause.speech is not None:
            return Stance.REPORTED, self.speakers.get(clause.speech.start)
        at = self.folded.origin[match.start()]
        told = next((row for row in reversed(self.told) if row[0] <= at), None)
        return (Stance.REPORTED, told[1]) if told is not None else (Stance.STATED, None)

    def _verb_end(self, needs: Sequence[str], match: re.Match[str]) -> int:
        """Where the verb of a wording ends; the wording's end where it names no list of verbs."""
        low, high = match.span()
        groups = self.relations.groups
        ends = [
            (start, -end)
            for start, end, word in (self.words if needs else ())
            if low <= start and end <= high and not set(needs).isdisjoint(groups[word])
        ]
        return -min(ends)[1] if ends else high


def _may_have(subject: Mention | None, target: Mention) -> bool:
    """Whether a title may be somebody's, or the article's own place's."""
    return target.type != HONOUR or can_hold(subject.type if subject is not None else "Place", target.name)


def _home_of(mention: Mention) -> Mention:
    """The article's own place where the text leaves it out, standing before a mention."""
    return Mention(Span(mention.span.start, mention.span.start), "Place", HOME, "", Form.ANAPHOR)
