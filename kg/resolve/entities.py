"""Mentions in, entities out: which mentions are the same thing, and by what name the graph knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.iris import slug
from kg.model import Entity, Gloss, Mention, Span
from kg.resolve.aliases import full_names
from kg.resolve.families import FAMILY_CLASS, WAYS, family_of, narrowed
from kg.resolve.keys import Key, key_of, nested
from kg.resolve.origins import Origins
from kg.resolve.same_names import bare_names, of_levels, one_family
from kg.resolve.scopes import Belonging, scope_of
from kg.resolve.spellings import slips, spellings
from kg.resolve.titles import one_title

# Rules of mentions that name a body by a part of its name, or as the text defines.
LATER = frozenset({"names/again", "names/brand", "names/defined"})


@dataclass(frozen=True, slots=True)
class Entities:
    """The things of a document, and which thing each mention names."""

    all: tuple[Entity, ...]
    of: Mapping[Key, str]
    seen: Mapping[str, Sequence[Span]]  # IRI → where the text names it
    kinds: Mapping[str, str]  # IRI → the type that was settled on

    def iri(self, mention: Mention) -> str | None:
        """The thing that a mention names."""
        return self.of.get(key_of(mention))


def settle(
    origins: Origins,
    mentions: Sequence[Mention],
    place_of: Mapping[Key, str],
    places: Sequence[Entity],
    belonging: Belonging,
    glosses: Sequence[Gloss],
    printed: Callable[[Span], str],
) -> Entities:
    """One entity for each thing that the mentions name.

    `place_of` gives the IRIs of the place mentions, `printed` the characters of the file.
    """
    document = belonging.document
    gathered = _Gathered(mentions, place_of, places, belonging)
    # People come last: their scope is the body or place to which they belong.
    for mention in sorted(mentions, key=lambda m: m.type == "Person"):
        for one in nested(mention):
            gathered.add(one)
    of, seen = gathered.of, gathered.seen
    misprints = slips(document, origins, seen, printed)
    for article in document.articles:
        # The place that the user told: where the text does not name it, all of the text is about it.
        own = belonging.home(article.span)
        if own and own not in seen:
            seen[own] = [article.span]
    found = gathered.entities(misprints, _said(glosses, of))
    here = [place for place in places if place.iri in seen]
    found += [replace(place, misprints=misprints.get(place.iri, ())) for place in here]
    kinds = {place.iri: place.type for place in here} | {iri: kind for iri, (kind, _) in gathered.first.items()}
    return Entities(tuple(sorted(found, key=lambda e: e.iri)), of, seen, kinds)


def _said(glosses: Iterable[Gloss], of: Mapping[Key, str]) -> Mapping[str, Sequence[str]]:
    """What the text says that each thing stands for, each wording once."""
    said: dict[str, dict[str, None]] = {}
    for gloss in glosses:
        said.setdefault(of.get(key_of(gloss.mention), ""), {}).setdefault(gloss.text)
    return {iri: tuple(texts) for iri, texts in said.items()}


class _Gathered:
    """The things of one document so far, and the names by which a later mention may mean one of them."""

    def __init__(
        self, mentions: Sequence[Mention], place_of: Mapping[Key, str], places: Sequence[Entity], belonging: Belonging
    ) -> None:
        self.text, self.belonging = belonging.document.text, belonging
        self.of: dict[Key, str] = dict(place_of)
        self.seen: dict[str, list[Span]] = {}
        self.spelt: dict[str, set[str]] = {}
        self.first: dict[str, tuple[str, str]] = {}  # IRI → the class and name of its first mention
        every = [one for mention in mentions for one in nested(mention)]
        self.full = full_names(every)
        self.merged = {**bare_names(mentions), **one_title(mentions)}
        self.families = one_family(mentions)
        self.firms = of_levels(every, self.of, {place.iri: place.name for place in places})
        self.latest: dict[tuple[str, str], Mention] = {}  # the full mention of a name that stood last

    def add(self, one: Mention) -> None:
        """Take in a mention as the thing that it names."""
        key, word = key_of(one), family_of(one.type)
        if not word:
            if key in self.of:
                self.seen.setdefault(self.of[key], []).append(one.span)
            return
        full = self._full(one, word)
        scope, name = scope_of(full, self.of, self.belonging)
        name = self.firms.get(name, self.merged.get((word, name), name))
        family = self.families.get(name, word) if one.type in WAYS else word
        iri = f"{scope}-{family}-{slug(name)}" if scope else f"{family}-{slug(name)}"
        self.of[key] = iri
        self.seen.setdefault(iri, []).append(one.span)
        self.first.setdefault(iri, (full.type if word == family else FAMILY_CLASS[family], name))
        self.spelt.setdefault(iri, set()).update(spellings(self.text, one))

    def _full(self, one: Mention, word: str) -> Mention:
        """The mention whose full name a mention is short for, else itself."""
        if one.rule in LATER:
            return self.latest.get((word, one.name), one)
        full = self.full.get(one.name, one)
        self.latest[word, one.name] = full
        return full

    def entities(self, misprints: Mapping[str, tuple[str, ...]], said: Mapping[str, Sequence[str]]) -> list[Entity]:
        """All that is no place, in the order in which it was met."""
        return [
            Entity(
                iri,
                narrowed(kind, name),
                name,
                tuple(sorted(self.spelt[iri] - {name})),
                misprints.get(iri, ()),
                tuple(said.get(iri, ())),
            )
            for iri, (kind, name) in self.first.items()
        ]
