"""A clause of a speech in, whose the figures in it are out."""

from __future__ import annotations

import re

from kg.match.figures.named_owner import NamedOwner
from kg.match.figures.owner_words import OwnerWords
from kg.match.figures.told_before import ToldBefore
from kg.match.subjects.clause import Clause
from kg.match.subjects.owner import NOBODY, Owner
from kg.match.subjects.telling import Voices
from kg.model import Span

TOWARDS = frozenset("给向跟同替")  # 卖给公司: what the speaker does with a body
HIMSELF = re.compile("[我俺咱](?:家|自己|自家|一个人)(?!乡)|(?<![一-鿿])[我俺](?![们国省市县区镇乡村局院校厂社这那家])")


class SpokenOwner:
    """Whom speeches tell of, kept from clause to clause of a sentence."""

    __slots__ = ("named", "own", "text", "voices", "words")

    def __init__(self, text: str, own: NamedOwner, words: OwnerWords, voices: Voices) -> None:
        self.text, self.own, self.words, self.voices = text, own, words, voices
        self.named = (-1, NOBODY)  # a speech, and whom the sentence has named in it

    def forget(self) -> None:
        """A sentence begins."""
        self.named = (-1, NOBODY)

    def _said_since(self, clause: Clause, speech: Span) -> int:
        """Where the sentence of a speech begins in which a clause stands."""
        return max(speech.start, *(self.text.rfind(mark, speech.start, clause.span.start) for mark in "。！？；"))

    def owner(self, clause: Clause, at: int, speech: Span, told: ToldBefore) -> Owner:
        """In somebody's words: whom they name, else his body, else himself."""
        who = self.voices.speakers.get(speech.start)
        # “我家种茶9亩，卖了9万元。”村支书李华说: it is his own, whatever he leads.
        if who is not None and HIMSELF.search(self.text, self._said_since(clause, speech), clause.span.end):
            return Owner(who, clause.ground or told.seat(who))
        named = self.own.owner(clause, at, True, told)
        if named is not None:
            self.named = (speech.start, named)
            return named
        # “合作社去年收入90万元，分红9万元”: whom the sentence has named before.
        if self.named[0] == speech.start and not self.words.folk.match(self.text, at, clause.span.end):
            return self.named[1]
        if who is not None and (meant := self.voices.told_by(who)) is not None:
            shared = self.words.shared.search(self.text, clause.span.start, clause.span.end)
            ours = shared is not None and self.text[shared.end() : shared.end() + 1] != "家"  # 我们家 is his own
            if meant.who is who and shared and ours and self.text[shared.start() - 1] not in TOWARDS:
                return Owner(told.place or told.who, clause.ground or told.place)
            return Owner(meant.who, clause.ground or meant.place or told.seat(meant.who))
        return Owner(told.who, clause.ground or told.seat(told.who))
