"""Of whom the clauses before have spoken, kept for the next one to be read by."""

from __future__ import annotations

from dataclasses import dataclass

from kg.match.rulebook.kinds import PLACES, SETTLED
from kg.match.subjects.owner import NOBODY, Owner
from kg.match.subjects.telling import Voices
from kg.model import Mention


@dataclass(slots=True)
class ToldBefore:
    """What is known of an article up to a clause."""

    voices: Voices
    begin: int = 0  # of the article
    ground: Mention | None = None  # the settlement that the article is about
    maker: Mention | None = None  # the last firm or cooperative of which the article spoke
    founded: Mention | None = None  # what the sentence before says to have been founded
    first: Owner = NOBODY  # of whom the paragraph spoke first
    since: int = 0  # where the paragraph begins
    entered: Mention | None = None  # of whom one would take the sentence to speak before it has named anybody
    head: Owner = NOBODY  # of whom the sentence spoke first
    named: bool = False  # whether it names somebody
    who: Mention | None = None
    place: Mention | None = None

    def seat(self, who: Mention | None) -> Mention | None:
        """The place whose people and means are counted where somebody of it or in it is spoken of."""
        if who is not None and who.type == "Person":
            who = self.voices.posts.get(who.name, who)
        if who is None or who.type in PLACES:
            return who or self.place
        return next((m for m in reversed(who.inside) if m.type in SETTLED), self.place)
