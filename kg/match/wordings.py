"""One sentence in, what the wordings of the relation files say of its mentions out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.match.dating import period_before, stated_period
from kg.match.folding import fold
from kg.match.lexicon import Lexicon
from kg.match.periods import Periods
from kg.match.rules import RelationRule, StanceRule
from kg.match.stances import stance_of
from kg.match.subjects import Clause, actor
from kg.model import Claim, Document, Form, Mention, Rejection, Sentence, Span, Stance

HOME = "home"
CLAUSE_MARK = re.compile("[，。；：！？\n]")
# A、B分别获评X、Y: the first got the first.
IN_TURN = re.compile("分别|依次")
# What may follow a name without making it the first part of a longer one.
AFTER_NAME = frozenset("和与及等以并来为用后也均都已还让使从在由共中上内到至了")
PERIOD = "period"


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
    masks: Mapping[str, Mapping[int, str]]  # rule path → its objects, of which an `unless` that names {object} sees one
    following: frozenset[str]  # words that may follow the name of an object
    periods: Periods


class Reading:
    """One sentence, folded once and read by every rule that may speak."""

    def __init__(
        self, document: Document, sentence: Sentence, mentions: Sequence[Mention], row: Sequence[Clause],
        relations: Relations, speakers: Mapping[int, Mention], section: Stance | None,
    ) -> None:  # fmt: skip
        self.document, self.sentence, self.row = document, sentence, row
        self.relations, self.speakers, self.section = relations, speakers, section
        self.folded = fold(document.text, sentence.span, mentions, relations.folds)
        self.claims: list[Claim] = []
        self.rejected: list[Rejection] = []
        self.said: set[tuple[str, int, int]] = set()

    def apply(self, rule: RelationRule, n: int) -> None:
        """Say what one wording of a rule finds in the sentence."""
        for match in rule.patterns[n].regex.finditer(self.folded.text):
            if "object" not in match.re.groupindex:
                self._implied(rule, n, match)
                continue
            subjects = self._subjects(rule, match)
            objects = self._chain(rule, match)
            for k, place in enumerate(objects):
                silent = self._silent(rule, match, place) or ("" if subjects is not None else "somebody else acts, whom no rule names")
                if silent:
                    self._reject(rule, n, self.folded.at[place], silent)
                    continue
                in_turn = len(subjects or ()) == len(objects) > 1 and IN_TURN.search(match[0])
                who: Sequence[Mention | None] = (subjects or ())[k : k + 1] if in_turn else subjects or (None,)
                for subject in who:
                    self._claim(rule, n, match, subject, self.folded.at[place])

    def _reject(self, rule: RelationRule, n: int, target: Mention, reason: str) -> None:
        self.rejected.append(Rejection(target.span, self.document.quote(target.span), f"{rule.name}/{n + 1}", reason))

    def _implied(self, rule: RelationRule, n: int, match: re.Match[str]) -> None:
        """在A的支持下，…: the object is whoever acts in what follows, else the article's own place."""
        subjects = self._subjects(rule, match)
        end = self.folded.origin[match.end()]
        after = next((c for c in self.row if c.span.start >= end and c.here), None)
        clause = after or self._clause(self.folded.origin[match.start()])
        if clause is None or not subjects:
            return
        others = tuple(t for t in clause.topics if not set(t) & set(subjects))
        who = actor(replace(clause, topics=others), rule.object)
        for subject in subjects if who is not None else ():
            for target in who or (home_of(subject),):
                self._claim(rule, n, match, subject, target)

    def _chain(self, rule: RelationRule, match: re.Match[str]) -> list[int]:
        """The object that the pattern bound, and those that the text lists after it."""
        if match["object"] is None:
            return []
        found = [match.start("object")]
        chain = self.relations.chains[rule.path]
        while True:
            link = chain.match(self.folded.text, found[-1] + 1)
            # 获A、先后五年获得B: what a verb of its own governs is no member of the list.
            if link is None or self.relations.triggers.find(link[1] or ""):
                return found
            found.append(link.start(3))

    def _silent(self, rule: RelationRule, match: re.Match[str], place: int) -> str:
        """What forbids a claim on the mention at `place`, or nothing."""
        folded = self.folded.text
        if place + 1 >= match.end() and self._goes_on(place + 1):
            return "only the first part of a longer name"
        before = [m.end() for m in CLAUSE_MARK.finditer(folded, 0, match.start())]
        low = before[-1] if before else 0
        after = CLAUSE_MARK.search(folded, max(match.end(), place))
        high = after.start() if after else len(folded)
        masked = ""
        for pattern in rule.unless:
            text = folded
            if "object" in pattern.regex.groupindex:
                mask = self.relations.masks[rule.path]
                text = masked = masked or folded[:place].translate(mask) + folded[place] + folded[place + 1 :].translate(mask)
            if pattern.regex.search(text, low, high):
                return f"unless {pattern.text}"
        return ""

    def _goes_on(self, place: int) -> bool:
        """柑橘 in 柑橘深加工基地, 五崖寨景区 in 五崖寨景区品牌: what follows makes it another thing's name."""
        text = self.folded.text
        if not "一" <= text[place : place + 1] <= "龥" or text[place] in AFTER_NAME:
            return False
        return not any(text[place : place + n] in self.relations.following for n in range(1, 6))

    def _subjects(self, rule: RelationRule, match: re.Match[str]) -> tuple[Mention, ...] | None:
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
            return tuple(group)
        clause = self._clause(self.folded.origin[match.start()])
        return actor(clause, rule.subject) if clause else None

    def _clause(self, place: int) -> Clause | None:
        return next((c for c in self.row if c.span.start <= place < c.span.end), None)

    def _claim(self, rule: RelationRule, n: int, match: re.Match[str], subject: Mention | None, target: Mention) -> None:
        if subject is not None and subject.span == target.span:
            return
        key = (rule.predicate, subject.span.start if subject else -1, target.span.start)
        if key in self.said:
            return
        self.said.add(key)
        agents = tuple((name, self.folded.at[match.start(name)]) for name in rule.agents if match.groupdict().get(name))
        stance, speaker = self._stance(rule, n, match)
        if speaker is not None:
            agents += (("speaker", speaker),)
        spans, values = self._spans(match, subject, target), self._values(rule, match, target)
        self.claims.append(Claim(subject, rule.predicate, target, spans, f"{rule.name}/{n + 1}", stance, values, agents))

    def _values(self, rule: RelationRule, match: re.Match[str], target: Mention) -> tuple[tuple[str, str], ...]:
        """The literals that the wording binds, and when it was, where the wording leaves that out."""
        origin, periods = self.folded.origin, self.relations.periods
        found: dict[str, str] = {}
        for name in rule.values:
            if match.groupdict().get(name):
                words = Span(origin[match.start(name)], origin[match.end(name) - 1] + 1)
                found[name] = stated_period(self.document, words, periods) if name == PERIOD else match[name]
        if PERIOD in rule.values and PERIOD not in found:
            period = period_before(self.document, self.sentence.clauses, target.span.start, periods)
            found |= {PERIOD: period} if period else {}
        return tuple(found.items())

    def _spans(self, match: re.Match[str], subject: Mention | None, target: Mention) -> tuple[Span, ...]:
        origin = self.folded.origin
        start, end = origin[match.start()], max(origin[match.end()], target.span.end)
        start = min(start, target.span.start)
        if subject is None:
            return (Span(start, end),)
        if self.sentence.span.start <= subject.span.start and subject.span.end <= self.sentence.span.end:
            return (Span(min(start, subject.span.start), max(end, subject.span.end)),)
        return (subject.span, Span(start, end))

    def _stance(self, rule: RelationRule, n: int, match: re.Match[str]) -> tuple[Stance, Mention | None]:
        verb = self._verb_end(rule.patterns[n].needs, match)
        found = self.section or stance_of(self.folded.text, verb, match.end(), self.document.issued, self.relations.stances)
        if found is not None:
            return found, None
        clause = self._clause(self.folded.origin[match.start()])
        if clause is not None and clause.speech is not None:
            return Stance.REPORTED, self.speakers.get(clause.speech.start)
        return Stance.STATED, None

    def _verb_end(self, needs: Sequence[str], match: re.Match[str]) -> int:
        """Where the verb of a wording ends; the wording's end where it names no list of verbs."""
        hits = self.relations.triggers.find(match[0]) if needs else ()
        ends = [(start, -end) for start, end, word in hits if not set(needs).isdisjoint(self.relations.groups[word])]
        return match.start() - min(ends)[1] if ends else match.end()


def home_of(mention: Mention) -> Mention:
    """The article's own place where the text leaves it out, standing before a mention."""
    return Mention(Span(mention.span.start, mention.span.start), "Place", HOME, "", Form.ANAPHOR)
