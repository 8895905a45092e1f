"""Place mentions in, the places of one document as they become known: the ground on which they are settled."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Collection, Iterable, Sequence

from kg.gazetteer import LEVELS, Division, Gazetteer
from kg.iris import slug
from kg.model import Document, Form, Mention, Rejection, Sentence, Span

RANKS = {"Province": 0, "Prefecture": 1, "County": 2, "Township": 3, "Village": 4, "Community": 4}
KIND_OF_VILLAGE = re.compile(r"(?<=..)(?:自然村|行政村)\Z")
# The rule by which places of the corps are found: there is one 第八师, and one 一四九团.
CORPS = "place/corps"
# How many of the divisions that a name may mean the ledger tells.
TOLD = 6


class Atlas:
    """What is known of the places of one document so far: `above` are the chains that its text writes."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        above: Sequence[int | None],
        table: Gazetteer,
        nested: Collection[int] = (),
    ) -> None:
        self.document, self.sentences, self.mentions = document, sentences, mentions
        self.above, self.table = above, table
        self.nested = nested  # mentions inside the name of a body: 任丘市 of 任丘市水务局
        # 小洲自然村 is 小洲村.
        self.names = [KIND_OF_VILLAGE.sub("村", mention.name) for mention in mentions]
        self.where = self._where()
        # Written by the methods below alone, and kept both ways: a long text asks each of them of every mention.
        self.of: dict[int, str] = {}
        self.named: dict[str, list[int]] = {}  # IRI → the mentions that name it, in order
        self.counties: list[set[str]] = [set() for _ in document.articles]  # the counties that each article names
        self.known: dict[str, Division] = {}  # IRI → division of the table
        self.coded: dict[str, set[str]] = {}  # code of a division → IRIs
        self._iris: dict[str, str] = {}  # the same, as far as the table makes the IRI
        self.made: dict[str, tuple[str, str]] = {}  # IRI → class, name
        self.called: dict[tuple[str, str], set[str]] = {}  # class, name → IRIs
        self.chained: dict[str, dict[str, Span]] = {}  # IRI → IRIs that the text writes in front of it, and where
        self.assumed: dict[str, tuple[str, Span]] = {}  # IRI → IRI of the place that it must lie in
        self.home: list[str] = []
        self.zones: tuple[str, ...] = ()  # for each article the development zone that it is about, or ""
        self.towns: tuple[str, ...] = ()  # for each article the town that it is about, or else its own place
        self.rejected: list[Rejection] = []

    def _where(self) -> list[Sentence | None]:
        """The sentence of each mention."""
        found: list[Sentence | None] = []
        following = iter(self.sentences)
        sentence = next(following, None)
        for mention in self.mentions:
            start = mention.span.start
            while sentence is not None and sentence.span.end <= start:
                sentence = next(following, None)
            found.append(sentence if sentence is not None and sentence.span.start <= start else None)
        return found

    # ---- asking --------------------------------------------------------------------------

    def home_of(self, i: int) -> str:
        """The own place of the article that holds the mention."""
        sentence = self.where[i]
        return self.home[sentence.article] if sentence is not None and self.home else ""

    def town_of(self, i: int) -> str:
        """The town that the article of a mention is about, or ""."""
        sentence = self.where[i]
        town = self.towns[sentence.article] if sentence is not None and self.towns else ""
        return town if town and self.made[town][0] == "Township" else ""

    def parent(self, i: int) -> str:
        """The IRI of the place that the text writes in front of the mention."""
        k = self.above[i]
        return self.of.get(k, "") if k is not None else ""

    def held(self, name: str, type_: str) -> list[str]:
        """The places known by that name."""
        return sorted(self.called.get((type_, name), ()))

    def counties_of(self, towns: Iterable[Division]) -> set[str]:
        """The counties of the text in which the towns of the table lie."""
        found = (iri for town in towns for iri in self.coded.get(town.code[:6], ()))
        return {iri for iri in found if self.known[iri].level == "County"}

    def holds_towns(self, iri: str) -> bool:
        """Whether towns lie directly in that place: a county, or a city without any (东莞市)."""
        division = self.known.get(iri)
        if division is None:
            return bool(iri) and self.made[iri][0] == "County"
        return self.table.holds_towns(division)

    def ancestors(self, iri: str) -> set[str]:
        """The places in which a place lies by the chains of the text."""
        found: set[str] = set()
        todo = [iri]
        while todo:
            for parent in self.chained.get(todo.pop(), {}):
                if parent not in found:
                    found.add(parent)
                    todo.append(parent)
        return found

    def over(self, iri: str) -> list[str]:
        """The places of the text in which a place lies, by the table or the text, the nearest first."""
        division = self.known.get(iri)
        found = self.ancestors(iri)
        if division is not None:
            found.update(*[self.coded.get(division.code[:length], set()) - {iri} for length in LEVELS])
        found &= self.named.keys()
        return sorted(found, key=lambda other: (-RANKS.get(self.made[other][0], 0), other))

    # ---- writing down --------------------------------------------------------------------

    def division(self, division: Division) -> str:
        """The IRI of a division of the table."""
        iri = self._iris.get(division.code)
        if iri is None:
            iri = self._iris[division.code] = "-".join(map(slug, self.table.tail(division)))
        self.know(iri, division)
        self.make(iri, division.level, division.name)
        return iri

    def know(self, iri: str, division: Division) -> None:
        """Say which division of the table a place is."""
        self.known[iri] = division
        self.coded.setdefault(division.code, set()).add(iri)

    def make(self, iri: str, type_: str, name: str) -> None:
        """Say of which class a place is, and its full name."""
        old = self.made.get(iri)
        if old != (type_, name):
            if old is not None:
                self.called[old].discard(iri)
            self.made[iri] = (type_, name)
            self.called.setdefault((type_, name), set()).add(iri)

    def mean(self, i: int, iri: str) -> None:
        """Say which place a mention names."""
        self.of[i] = iri
        insort(self.named.setdefault(iri, []), i)
        sentence = self.where[i]
        sent_from = self.mentions[i].rule == "place/dateline"
        if sentence is not None and self.made[iri][0] == "County" and not sent_from:
            self.counties[sentence.article].add(iri)

    def name(self, i: int, iri: str) -> None:
        """Say which place a mention names, and keep the chain in front of it."""
        self.mean(i, iri)
        k, parent = self.above[i], self.parent(i)
        if k is not None and parent and parent != iri:
            span = Span(self.mentions[k].span.start, self.mentions[i].span.end)
            self.chained.setdefault(iri, {}).setdefault(parent, span)

    def put_below(self, i: int, parent: str) -> None:
        """Name a place that lies in `parent`: behind its chain, or because there is nowhere else it could lie."""
        mention, name = self.mentions[i], self.names[i]
        iri = f"{parent}-{slug(name)}"
        self.make(iri, mention.type, name)
        county = self.known.get(parent)
        if mention.type == "Township" and county is not None:
            towns = [d for d in self.table.find(name, "Township") if d.code.startswith(county.code)]
            if len(towns) == 1:
                self.know(iri, towns[0])
        self.name(i, iri)
        if self.above[i] is not None and parent in self.named and parent != self.parent(i):
            # 长春市松湾社区 under the headline of 宽城区: nearer than what is written before it.
            self.chained.setdefault(iri, {}).setdefault(parent, mention.span)
        elif self.above[i] is None and parent in self.named:
            self.assumed.setdefault(iri, (parent, mention.span))

    def reject(self, i: int, rivals: Sequence[Division] = (), why: str = "") -> None:
        """Leave a mention unresolved and tell what it may be."""
        mention = self.mentions[i]
        if mention.form is Form.ANAPHOR:
            return
        paths = [self.table.path(division) for division in rivals]
        told = "、".join(paths[:TOLD]) + (f" and {len(paths) - TOLD} more" if len(paths) > TOLD else "")
        reason = why or (f"may be {told}" if told else "no table and no full name says which place this is")
        self.rejected.append(Rejection(mention.span, mention.name, mention.rule, reason))
