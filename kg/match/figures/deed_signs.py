"""A clause in, whom its words for a deed name out: who was brought in, set up, helped, or who gave."""

from __future__ import annotations

from dataclasses import dataclass

from kg.match.figures.clause_words import (
    AIDED,
    CAME,
    CAUSED,
    DIGIT,
    DONE,
    FORMED,
    HELPS,
    HOW_MANY,
    JOINT,
    MEASURED,
    SIZED,
    TENDED,
    WORKS,
)
from kg.match.figures.owner_words import OwnerWords
from kg.match.rulebook.kinds import BODIES, PLACES, SETTLED
from kg.match.subjects.mentions import Mentions
from kg.match.subjects.openers import Openers
from kg.model import Mention, Span


@dataclass(frozen=True, slots=True)
class Deeds:
    """The text with its mentions, and the wordings by which a deed says whose the figures of its clause are."""

    text: str
    mentions: Mentions
    openers: Openers
    words: OwnerWords

    def caused(self, span: Span, at: int) -> Mention | None:
        """好年景让合作社缓过了气: the body that something, which nobody is, makes do well."""
        causes = CAUSED.match(self.text, at, span.end)
        body = next(iter(self.mentions.between(causes.end(), causes.end() + 1)), None) if causes else None
        if body is None or body.type not in BODIES | SETTLED or DONE.search(self.text, body.span.end, span.end) is None:
            return None
        acting = (m for m in self.mentions.between(at, causes.end()) if m.type in MEASURED) if causes else ()
        return body if next(iter(acting), None) is None else None

    def formed(self, span: Span, at: int) -> Mention | None:
        """18名教师组成“和事佬”调解队: the body that so many people make up, of which the clauses behind speak."""
        formed = FORMED.match(self.text, at, span.end)
        if formed is None:
            return None
        within = self.mentions.between(formed.end() - 1, formed.end() + 1)
        return next((m for m in within if m.type in BODIES and m.span.start <= formed.end()), None)

    def work(self, span: Span, at: int) -> Mention | None:
        """由云岭公司建设的风电项目总投资…: a described work of which the clause tells the size."""
        for mention in self.mentions.between(at + 1, span.end):
            sized = self.words.made.match(self.text, mention.span.end, span.end) is not None
            sized = sized and not HOW_MANY.match(self.text, mention.span.end, span.end + 1)
            if sized and self.text[mention.span.start - 1] == "的" and mention.type in WORKS:
                return mention
        return None

    def giver(self, span: Span, at: int) -> Mention | None:
        """对口帮扶白河村的云岭县出资…: the place behind the words for what it does for others."""
        if not HELPS.match(self.text, at, span.end):
            return None
        chain = [m for m in self.mentions.between(at + 1, span.end) if m.type in PLACES | BODIES]
        last = None
        for mention in chain[1:]:
            if mention.span.start == last.span.end if last else self.text[mention.span.start - 1] == "的":
                last = mention
        # Behind whom no verb could follow stands what is helped.
        return (
            last
            if last is not None and span.end - last.span.end > 2 and self.text[last.span.end] not in "的、和与等，"
            else None
        )

    def brought(self, span: Span, at: int) -> Mention | None:
        """引进的恒远公司年加工茶叶90吨: what was brought in or built is told of behind the words for it."""
        for mention in self.mentions.between(at + 1, span.end):
            if mention.type not in TENDED | {"Association"} or self.text[mention.span.start - 1] != "的":
                continue
            goes_on = span.end - mention.span.end > 3 and self.text[mention.span.end] not in "的、，和与等"
            closes = self.text[mention.span.end : mention.span.end + 1] == "，"
            # 两地合办的云岭县驻江岳工作站: behind the place that opens its name, too.
            said = CAME.fullmatch(self.text, at, mention.span.start) or SIZED.fullmatch(
                self.text, at, mention.span.start
            )
            return mention if (goes_on or closes) and said else None
        return None

    def aided(self, span: Span, at: int) -> Mention | None:
        """县农业农村局帮助该村建设…: a village that is made to act, as far as what it does."""
        for mention in self.mentions.between(at + 1, span.end):
            end = mention.span.end
            if mention.type in AIDED and self.words.aids.search(self.text, at, mention.span.start):
                acts = self.openers.governs(self.text, end) or self.words.builds.match(self.text, end)
                return mention if acts and DIGIT.search(self.text, end, span.end) else None
        return None

    def joint(self, span: Span, at: int) -> Mention | None:
        """产业园与江岳大学共建的茶学院开课: what two have set up, and not the first of them."""
        for mention in self.mentions.between(at + 1, span.end):
            if mention.type in TENDED and JOINT.fullmatch(self.text, at, mention.span.start):
                return mention if self.text[mention.span.end] not in "的、和与等" else None
        return None
