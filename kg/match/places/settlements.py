"""Text and known names in, the places in it that only their last word gives away out: 库代力克村, 红山街道."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from kg.match.places.full_names import within
from kg.match.places.large_names import LargeNames
from kg.match.places.left_edges import Candidate
from kg.match.places.name_edges import GOVERNING, NameEdges
from kg.match.places.name_evidence import LARGE
from kg.match.places.occurrences import occurrences
from kg.match.places.place_grammar import Found, Hit, PlaceGrammar
from kg.match.places.settlement_candidates import Candidates
from kg.match.places.short_levels import LINKS
from kg.match.rulebook.kinds import SETTLED
from kg.match.rulebook.words import Words

AGAIN = 2


class Settlements:
    """The names by suffix of one text: `known` and `shorts` are those that the tables hold."""

    def __init__(
        self,
        text: str,
        hits: Sequence[Hit],
        known: Sequence[Found],
        shorts: Sequence[Found],
        grammar: PlaceGrammar,
        words: Words,
        favoured: str = "",
    ) -> None:
        self.text, self.favoured, self.table = text, favoured, grammar.gazetteer
        self.edges = NameEdges(text, grammar, words)
        self.large = LargeNames(text, grammar, words)
        self.known = [*known, *shorts]
        self.doubted: list[Found] = []  # counties and cities that nothing but their last word shows
        self.ends: dict[int, Found] = {f.end: f for f in (*known, *shorts)}
        # Each county once, however often a long page names it.
        self.counties = list({text[f.start : f.end]: f for f in known if f.type == "County"}.values())
        self.candidates = Candidates(text, grammar, words, self.edges, self.ends).find(hits)

    def found(self) -> list[Found]:
        """The candidates that the whole text bears out."""
        counts = Counter(self._name(c) for c in self.candidates)
        alone = Counter(self._name(c) for c in self.candidates if c.firm)
        sure = {self._name(c) for c in self.candidates if c.chained}
        sure |= {name for name, count in alone.items() if count >= AGAIN}
        chained = {c.found.start for c in self.candidates if c.chained}
        sure |= {self._name(c) for c in self.candidates if c.found.type == "Township" and self._heads_chain(c, chained)}
        firm = {self._name(c) for c in self.candidates if (c.firm or c.chained) and not c.doubtful}
        starts = {f.start for f in self.ends.values()}
        places = [*self.known, *(c.found for c in self.candidates if c.chained or c.found.type not in LARGE)]
        towns = {f.start for f in places if f.type in SETTLED}
        large_starts = {f.start for f in self.known if f.type in LARGE}
        large_ends = {f.end for f in self.known if f.type in LARGE}
        kept = []
        for candidate in self.candidates:
            if not candidate.firm and not candidate.chained:
                candidate = self._as_elsewhere(candidate, firm)
            elif not candidate.chained and self._name(candidate)[0] in GOVERNING:
                candidate = self._without_verb(candidate, sure)
            name = self._name(candidate)
            large = candidate.found.type in LARGE and counts[name] < AGAIN and name not in self.favoured
            end = candidate.found.end
            listed = self.text[end : end + 1] in LINKS and end + 1 in starts
            large = large and not self.large.shown(candidate.found, towns, large_starts, large_ends)
            if name in sure or not ((candidate.doubtful and not listed) or large):
                kept.append(candidate.found)
            elif large:
                self.doubted.append(candidate.found)
        return kept + self._again({self._name(c): c.found.type for c in self.candidates if self._name(c) in sure})

    def _heads_chain(self, candidate: Candidate, chained: Container[int]) -> bool:
        """以八渡镇杨家庄村为样板: whether a town of the table stands before its village, or in a county of the text."""
        found, table = candidate.found, self.table
        if not table.is_town(self._name(candidate)):
            return False
        if found.end in chained:
            return True
        towns = table.find(self._name(candidate), "Township")
        return any(within(table, self.text, towns, place) for place in self.counties)

    def _again(self, names: Mapping[str, str]) -> list[Found]:
        """The other places of names that the text bears out, where no candidate of their own says otherwise."""
        taken = {c.found.end for c in self.candidates}
        places = occurrences(self.text, names)
        return [
            Found(start, start + len(name), kind, "suffix")
            for name, kind in sorted(names.items())
            for start in places[name]
            if start + len(name) not in taken
        ]

    def _name(self, candidate: Candidate) -> str:
        return self.text[candidate.found.start : candidate.found.end]

    def _without_verb(self, candidate: Candidate, sure: set[str]) -> Candidate:
        """，回东双沟村发展: the candidate without the verb before a name that the text bears out."""
        found = candidate.found
        known = self.text[found.start + 1 : found.end] in sure
        return replace(candidate, found=replace(found, start=found.start + 1)) if known else candidate

    def _as_elsewhere(self, candidate: Candidate, firm: set[str]) -> Candidate:
        """The candidate with the left edge that the same name has where it stands alone."""
        found = candidate.found
        if self._name(candidate) in firm:
            return candidate
        for start in range(candidate.left, found.end - 2):
            if self.text[start : found.end] in firm:
                return replace(candidate, found=replace(found, start=start))
        return candidate
