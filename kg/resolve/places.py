"""Place mentions in, the places they name, what lies in what, and the own place of each article out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.model import Document, Entity, Form, Mention, Rejection, Sentence, Span
from kg.resolve.anaphors import name_anaphors
from kg.resolve.atlas import RANKS, Atlas
from kg.resolve.chains import chains
from kg.resolve.divisions import name_divisions
from kg.resolve.families import BELOW, SETTLEMENTS
from kg.resolve.focus import focus
from kg.resolve.settlements import name_below

# How the names of what lies in a village end.
HAMLETS = ("屯", "寨", "湾", "坪", "坳", "院子", "组")


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a document."""

    home: tuple[str, ...]
    """for each article the IRI of its own place, or "" """
    of: Mapping[int, str]
    """index of a mention → IRI; what stays unresolved is not in it"""
    entities: tuple[Entity, ...]
    within: tuple[tuple[str, str, Span], ...]
    """place, the next place that it lies in, and the text that shows it"""
    rejected: tuple[Rejection, ...] = ()


def settle_places(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], gazetteer: Gazetteer,
    nested: Collection[int] = (),
) -> Places:  # fmt: skip
    """Say which place each mention names; `mentions` in the order of the text, `nested` those inside bodies' names.

    >>> from kg.model import Article, Source
    >>> table = Gazetteer.load("36\\t江西省\\t江西\\n3607\\t赣州市\\t赣州\\n360734\\t寻乌县\\t寻乌\\n")
    >>> text = "江西省寻乌县白石镇大柘村，全县学习该村。"
    >>> page = Document(Source("报", text, "0", "utf-8"), text, range(len(text)), (Article(Span(0, 20), ()),))
    >>> lines = [Sentence(Span(0, 20), (), 0, 0)]
    >>> named = [("Province", 0, 3), ("County", 3, 6), ("Township", 6, 9), ("Village", 9, 12)]
    >>> mentions = [Mention(Span(a, b), kind, "", text[a:b]) for kind, a, b in named]
    >>> places = settle_places(page, lines, mentions, table)
    >>> [places.of[i] for i in range(4)], places.home
    (['江西省', '寻乌县', '寻乌县-白石镇', '寻乌县-白石镇-大柘村'], ('寻乌县',))
    """
    atlas = Atlas(document, sentences, mentions, chains(document.text, mentions), gazetteer, nested)
    name_divisions(atlas)
    name_below(atlas)
    name_anaphors(atlas)
    within = [(iri, *_next(atlas, iri)) for iri in sorted(atlas.chained)]
    about = focus(atlas, (*BELOW, "Region"))
    within += [(iri, *_nearer(atlas, about, iri)) for iri in sorted(atlas.assumed) if iri not in atlas.chained]
    within += _contained(atlas, {child for child, _, _ in within})
    return Places(about, atlas.of, tuple(_entities(atlas)), tuple(within), tuple(atlas.rejected))


def _nearer(atlas: Atlas, homes: Sequence[str], iri: str) -> tuple[str, Span]:
    """Where a place lies that stands behind no other: in the town, or the village, that the article is about."""
    parent, span = atlas.assumed[iri]
    sentence = next((atlas.where[i] for i in atlas.named.get(iri, ())), None)
    about = homes[sentence.article] if sentence is not None else ""
    if not about or about == iri or parent not in atlas.over(about):
        return parent, span
    type_, name = atlas.made[iri]
    within = type_ in SETTLEMENTS if atlas.made[about][0] == "Township" else name.endswith(HAMLETS)
    return (about, span) if within else (parent, span)


def _contained(atlas: Atlas, placed: set[str]) -> list[tuple[str, str, Span]]:
    """临颍县 in a report on 漯河市: both are named, and the table says that the one lies in the other."""
    codes = {division.code: iri for iri, division in atlas.known.items()}
    own = tuple(atlas.known[home].code for home in atlas.home if home in atlas.known)
    first = {iri: atlas.mentions[i].span for i, iri in sorted(atlas.of.items(), reverse=True)}
    found = []
    for iri, division in sorted(atlas.known.items()):
        above = next((codes[c] for n in (6, 4, 2) if n < len(division.code) and (c := division.code[:n]) in codes), "")
        # 深圳 in a report on 大埔县: that it lies in 广东省 is the table's word and not the report's.
        near = any(code.startswith(division.code) or division.code.startswith(code) for code in own)
        if near and above and iri in first and above in first and iri not in placed:
            found.append((iri, above, first[iri]))
    return found


def _entities(atlas: Atlas) -> list[Entity]:
    spelled: dict[str, set[str]] = {home: set() for home in atlas.home if home}
    for i, iri in atlas.of.items():
        if atlas.mentions[i].form is not Form.ANAPHOR:
            spelled.setdefault(iri, set()).add(atlas.mentions[i].name)
    found = []
    for iri, names in sorted(spelled.items()):
        type_, name = atlas.made[iri]
        division = atlas.known.get(iri)
        code, path = (division.code, atlas.table.path(division)) if division is not None else ("", "")
        found.append(Entity(iri, type_, name, tuple(sorted(names - {name})), code=code, path=path))
    return found


def _next(atlas: Atlas, iri: str) -> tuple[str, Span]:
    """Of the places that the text writes in front of one the nearest: 赣州市, not 江西省."""
    parents = atlas.chained[iri]
    nearest = max(sorted(parents), key=lambda parent: RANKS.get(atlas.made[parent][0], 0))
    return nearest, parents[nearest]
