"""Mentions in, claims out: the patterns of the relation files over folded sentences."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.match.lexicon import Lexicon
from kg.match.rules import RelationRule, Rules, StanceRule
from kg.match.stances import sections, stance_of
from kg.match.subjects import Clause, actor
from kg.model import Claim, Document, Form, Mention, Rejection, Sentence, Span, Stance

QUOTATION = re.compile(r"“[^“”。！？\n]{6,80}”")
HOME = "home"
QUOTED = "\uf8ff"
CLAUSE_MARK = re.compile("[，。；：！？\n]")


@dataclass(frozen=True, slots=True)
class Relations:
    """The relation rules with one automaton over all their trigger words."""

    rules: tuple[RelationRule, ...]
    stances: tuple[StanceRule, ...]
    folds: Mapping[str, str]
    triggers: Lexicon
    groups: Mapping[str, tuple[str, ...]]  # trigger word → its groups
    types: frozenset[str]  # object types of any rule
    chains: Mapping[str, re.Pattern[str]]  # rule path → how a list of its objects goes on


def compile_relations(rules: Rules) -> Relations:
    """One automaton over the words of all groups that a pattern names."""
    named = {g for rule in rules.relations for p in (*rule.patterns, *rule.unless) for g in p.needs}
    named |= {g for rule in rules.stances for p in (*rule.patterns, *rule.unless) for g in p.needs}
    groups: dict[str, list[str]] = {}
    for group in sorted(named):
        for word in rules.groups[group]:
            groups.setdefault(word, []).append(group)
    chains = {}
    for rule in rules.relations:
        kinds = "".join(sorted(rules.folds[t] for t in rule.object))
        if kinds:
            chains[rule.path] = re.compile(
                rf"(?:（[^（）]{{0,30}}）|”)?(?:(?:、|和|与|及|以及|暨)([一-龥0-9“]{{0,8}}?)|())([{kinds}])"
            )
    return Relations(
        rules.relations,
        rules.stances,
        rules.folds,
        Lexicon(groups),
        {word: tuple(found) for word, found in groups.items()},
        frozenset().union(*(rule.object for rule in rules.relations)) if rules.relations else frozenset(),
        chains,
    )


@dataclass(frozen=True, slots=True)
class Folded:
    """A sentence in which each mention is one private-use character."""

    text: str
    origin: Sequence[int]  # place in the document of each character
    at: Mapping[int, Mention]  # index in `text` → mention
    index: Mapping[int, int]  # start of a mention in the document → index in `text`


def fold(text: str, span: Span, mentions: Sequence[Mention], folds: Mapping[str, str]) -> Folded:
    """Fold the mentions of a sentence, so that no trigger can fire inside a name."""
    pieces: list[str] = []
    origin: list[int] = []
    at: dict[int, Mention] = {}
    index: dict[int, int] = {}
    place = span.start
    for mention in mentions:
        if mention.span.start < place:
            continue
        _plain(text, place, mention.span.start, pieces, origin)
        at[len(origin)] = mention
        index[mention.span.start] = len(origin)
        pieces.append(folds[mention.type])
        origin.append(mention.span.start)
        place = mention.span.end
    _plain(text, place, span.end, pieces, origin)
    origin.append(span.end)
    return Folded("".join(pieces), origin, at, index)


def _plain(text: str, start: int, end: int, pieces: list[str], origin: list[int]) -> None:
    """A stretch between mentions, in which a quotation that names nothing is one character as well."""
    for quotation in QUOTATION.finditer(text, start, end) if text.find("“", start, end) != -1 else ():
        pieces += (text[start : quotation.start()], QUOTED)
        origin += range(start, quotation.start() + 1)
        start = quotation.end()
    pieces.append(text[start:end])
    origin += range(start, end)


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    rows: Sequence[tuple[Clause, ...]],
    relations: Relations,
    speakers: Mapping[int, Mention],
) -> tuple[list[Claim], list[Rejection]]:
    """What the sentences say of their mentions: one claim for each subject and object that a pattern binds."""
    text = document.text
    hits = relations.triggers.find(text)
    starts = [m.span.start for m in mentions]
    claims: list[Claim] = []
    rejected: list[Rejection] = []
    at = 0
    sectioned = sections(document, relations.stances)
    for sentence, row in zip(sentences, rows, strict=True):
        groups: set[str] = set()
        while at < len(hits) and hits[at][1] <= sentence.span.end:
            if hits[at][0] >= sentence.span.start:
                groups.update(relations.groups[hits[at][2]])
            at += 1
        low = bisect.bisect_left(starts, sentence.span.start)
        inside = mentions[low : bisect.bisect_left(starts, sentence.span.end)]
        kinds = {m.type for m in inside}
        if kinds.isdisjoint(relations.types):
            continue
        section = sectioned.get((sentence.article, sentence.paragraph))
        reading = _Reading(text, sentence, inside, row, relations, speakers, section)
        for rule in relations.rules:
            if kinds.isdisjoint(rule.object):
                continue
            for n, pattern in enumerate(rule.patterns):
                if all(g in groups for g in pattern.needs):
                    reading.apply(rule, n)
        claims += reading.claims
        rejected += reading.rejected
    return claims, rejected


class _Reading:
    """One sentence, folded once and read by every rule that may speak."""

    def __init__(self, text: str, sentence: Sentence, mentions: Sequence[Mention], row: Sequence[Clause], relations: Relations, speakers: Mapping[int, Mention], section: Stance | None) -> None:
        self.section = section
        self.text, self.sentence, self.row, self.relations, self.speakers = text, sentence, row, relations, speakers
        self.folded = fold(text, sentence.span, mentions, relations.folds)
        self.claims: list[Claim] = []
        self.rejected: list[Rejection] = []
        self.said: set[tuple[str, int, int]] = set()

    def apply(self, rule: RelationRule, n: int) -> None:
        folded = self.folded.text
        for match in rule.patterns[n].regex.finditer(folded):
            objects = self._chain(rule, match)
            if "object" not in match.re.groupindex:
                self._implied(rule, n, match)
                continue
            veto = self._veto(rule, match)
            subjects, explicit = self._subjects(rule, match)
            for place in objects:
                target = self.folded.at[place]
                if veto or subjects is None:
                    reason = f"unless {veto}" if veto else "somebody else acts, whom no rule names"
                    self.rejected.append(Rejection(target.span, self.text[target.span.start : target.span.end], f"{rule.name}/{n + 1}", reason))
                    continue
                for subject in subjects or (None,):
                    self._claim(rule, n, match, subject, explicit, target)

    def _implied(self, rule: RelationRule, n: int, match: re.Match[str]) -> None:
        """在A的支持下，…: the object is whoever acts in what follows, else the article's own place."""
        subjects, _ = self._subjects(rule, match)
        clause = self._clause(self.folded.origin[match.start()])
        others = tuple(t for t in clause.topics if not set(t) & set(subjects or ())) if clause else ()
        who = actor(replace(clause, topics=others), rule.object) if clause else None
        if who is None or not subjects:
            return
        for subject in subjects:
            for target in who or (home_of(subject),):
                self._claim(rule, n, match, subject, True, target)

    def _chain(self, rule: RelationRule, match: re.Match[str]) -> list[int]:
        """The object that the pattern bound, and those that the text lists after it."""
        if "object" not in match.re.groupindex or match["object"] is None:
            return []
        found = [match.start("object")]
        chain = self.relations.chains[rule.path]
        while True:
            link = chain.match(self.folded.text, found[-1] + 1)
            # 获A、先后五年获得B: what a verb of its own governs is no member of the list.
            if link is None or self.relations.triggers.find(link[1] or ""):
                return found
            found.append(link.start(3))

    def _veto(self, rule: RelationRule, match: re.Match[str]) -> str:
        folded = self.folded.text
        before = [m.end() for m in CLAUSE_MARK.finditer(folded, 0, match.start())]
        low = before[-1] if before else 0
        after = CLAUSE_MARK.search(folded, match.end())
        high = after.start() if after else len(folded)
        return next((p.text for p in rule.unless if p.regex.search(folded, low, high)), "")

    def _subjects(self, rule: RelationRule, match: re.Match[str]) -> tuple[tuple[Mention, ...] | None, bool]:
        """Who acts: as the pattern binds it, else as the clause has it; () is the article's own place."""
        if "subject" in match.re.groupindex and match["subject"] is not None:
            place = match.start("subject")
            group = [self.folded.at[place]]
            while place >= 2 and self.folded.text[place - 1] in "、和与及":
                before = self.folded.at.get(place - 2)
                if before is None or before.type not in rule.subject:
                    break
                group.insert(0, before)
                place -= 2
            return tuple(group), True
        clause = self._clause(self.folded.origin[match.start()])
        if clause is None:
            return None, False
        return actor(clause, rule.subject), False

    def _clause(self, place: int) -> Clause | None:
        return next((c for c in self.row if c.span.start <= place < c.span.end), None)

    def _claim(self, rule: RelationRule, n: int, match: re.Match[str], subject: Mention | None, explicit: bool, target: Mention) -> None:
        if subject is not None and subject.span == target.span:
            return
        key = (rule.predicate, subject.span.start if subject else -1, target.span.start)
        if key in self.said:
            return
        self.said.add(key)
        agents = tuple((name, self.folded.at[match.start(name)]) for name in rule.agents if match.groupdict().get(name))
        values = tuple((name, match[name]) for name in rule.values if match.groupdict().get(name))
        stance, speaker = self._stance(match)
        if speaker is not None:
            agents += (("speaker", speaker),)
        self.claims.append(
            Claim(subject, rule.predicate, target, self._spans(match, subject, target), f"{rule.name}/{n + 1}", stance, values, agents)
        )

    def _spans(self, match: re.Match[str], subject: Mention | None, target: Mention) -> tuple[Span, ...]:
        origin = self.folded.origin
        start, end = origin[match.start()], max(origin[match.end()], target.span.end)
        start = min(start, target.span.start)
        if subject is None:
            return (Span(start, end),)
        if self.sentence.span.start <= subject.span.start and subject.span.end <= self.sentence.span.end:
            return (Span(min(start, subject.span.start), max(end, subject.span.end)),)
        return (subject.span, Span(start, end))

    def _stance(self, match: re.Match[str]) -> tuple[Stance, Mention | None]:
        found = self.section or stance_of(self.folded.text, match.end(), self.relations.stances)
        if found is not None:
            return found, None
        clause = self._clause(self.folded.origin[match.start()])
        if clause is not None and clause.speech is not None:
            return Stance.REPORTED, self.speakers.get(clause.speech.start)
        return Stance.STATED, None


def home_of(mention: Mention) -> Mention:
    """The article's own place where the text leaves it out, standing before a mention."""
    return Mention(Span(mention.span.start, mention.span.start), "Place", HOME, "", Form.ANAPHOR)

