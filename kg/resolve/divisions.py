"""Place mentions in, the divisions down to the county that they name, and the own place of each article, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Division, Gazetteer
from kg.iris import slug
from kg.model import Form, Mention
from kg.resolve.atlas import RANKS, Atlas
from kg.resolve.home import homes, weights
from kg.resolve.unnamed import unnamed_home

# So long is the name of a county in a publisher's.
LONGEST = 12
UPPER = ("Province", "Prefecture", "County")


@dataclass(frozen=True, slots=True)
class Choice:
    """What an upper division's mention names: one of the table, or none, with those that it may be."""

    division: Division | None
    rivals: tuple[Division, ...] = ()


def name_divisions(atlas: Atlas) -> None:
    """Name the divisions down to the county, and find out what each article is about."""
    choices = choose(atlas.mentions, atlas.above, atlas.table)
    pending: dict[int, Choice] = {}
    # What the table does not hold comes last, so that it finds the place above it or the same name with a chain.
    for i, choice in sorted(choices.items(), key=lambda item: _order(item[1], atlas.above[item[0]], item[0])):
        if choice.division is not None:
            atlas.name(i, atlas.division(choice.division))
        elif not choice.rivals and atlas.mentions[i].form is not Form.SHORT:
            atlas.name(i, _unlisted(atlas, i))
        else:
            pending[i] = choice
    unknown = {i: _of_document(atlas, i) for i, choice in pending.items() if _says_no_city(atlas, i, choice)}
    atlas.home = _homes(atlas, unknown)
    for i, iri in unknown.items():
        if iri in atlas.home:
            atlas.make(iri, atlas.mentions[i].type, atlas.mentions[i].name)
            atlas.name(i, iri)
            # Which one of the table it is stays open.
            atlas.reject(i, pending.pop(i).rivals)
    full = {name[:-1]: iri for iri, (_, name) in sorted(atlas.made.items()) if iri not in atlas.known}
    for i in [i for i in pending if atlas.mentions[i].form is Form.SHORT and atlas.mentions[i].name in full]:
        atlas.name(i, full[atlas.mentions[i].name])
        del pending[i]
    for i, choice in pending.items():
        closest = _closest(choice.rivals, atlas.known.get(atlas.home_of(i)))
        if len(closest) == 1:
            atlas.name(i, atlas.division(closest[0]))
        else:
            atlas.reject(i, choice.rivals)


def _says_no_city(atlas: Atlas, i: int, choice: Choice) -> bool:
    """Whether a county is named in full that the table has in several cities, and the text says none of them."""
    mention = atlas.mentions[i]
    full = mention.type == "County" and mention.form is not Form.SHORT
    return full and len(choice.rivals) > 1 and not atlas.parent(i)


def _of_document(atlas: Atlas, i: int) -> str:
    """The IRI of a county that is known in one document alone, so that it is never taken for another of its name."""
    return f"{atlas.document.id}-{slug(atlas.mentions[i].name)}"


def _order(choice: Choice, above: int | None, i: int) -> tuple[int, int]:
    return (0 if choice.division is not None else 1 if above is not None else 2), i


def choose(mentions: Sequence[Mention], above: Sequence[int | None], table: Gazetteer) -> dict[int, Choice]:
    """The division of each mention of the county's rank or higher, by its chain and by the others of the text."""
    found: dict[int, Choice] = {}
    # A chain's higher links stand before its lower ones, so each finds the one above it settled.
    for i, mention in enumerate(mentions):
        if mention.type in UPPER and mention.form is not Form.ANAPHOR:
            rivals = _rivals(mention, table)
            k = above[i]
            if k is not None and k in found and rivals:
                parents = [d for d in (found[k].division, *found[k].rivals) if d is not None]
                inside = tuple(d for d in rivals if table.holds(parents, d))
                # Where the table contradicts the text, the text is right and the division one that the table lacks.
                rivals = inside if inside or not parents else ()
            found[i] = Choice(rivals[0] if len(rivals) == 1 else None, rivals)
    return _by_company(mentions, _by_towns(mentions, above, found, table), table)


def _rivals(mention: Mention, table: Gazetteer) -> tuple[Division, ...]:
    same = table.find(mention.name, mention.type)
    full = tuple(d for d in same if d.name == mention.name)
    return full or same


def _by_towns(
    mentions: Sequence[Mention], above: Sequence[int | None], found: dict[int, Choice], table: Gazetteer
) -> dict[int, Choice]:
    """宝山区月浦镇: of several counties of a name the one that has the town which the text writes behind it."""
    for i, k in enumerate(above):
        if k is None or mentions[i].type != "Township" or k not in found or found[k].division is not None:
            continue
        towns = table.find(mentions[i].name, "Township")
        with_town = [d for d in found[k].rivals if any(table.holds([d], town) for town in towns)]
        if len(with_town) == 1:
            found[k] = Choice(with_town[0], found[k].rivals)
    return found


def _by_company(mentions: Sequence[Mention], found: dict[int, Choice], table: Gazetteer) -> dict[int, Choice]:
    """Settle the names of several divisions by the others of the text: the full name, or what one lies in."""
    settled = {choice.division for choice in found.values() if choice.division is not None}
    named = {division.name for division in settled}
    for i, choice in found.items():
        if choice.division is not None or not choice.rivals:
            continue
        tests = (
            [d for d in choice.rivals if d in settled],
            [d for d in choice.rivals if d.name in named and mentions[i].form is Form.SHORT],
            [d for d in choice.rivals if table.holds([s for s in settled if s.level == "Prefecture"], d)],
            [d for d in choice.rivals if table.holds([s for s in settled if s.level == "Province"], d)],
        )
        only = next((fitting[0] for fitting in tests if len(fitting) == 1), None)
        if only is not None:
            found[i] = Choice(only, choice.rivals)
    return found


def _unlisted(atlas: Atlas, i: int) -> str:
    """The IRI of a division that the table does not hold: its name, behind its chain where others may bear it."""
    name, type_ = atlas.mentions[i].name, atlas.mentions[i].type
    parent = atlas.parent(i)
    held = atlas.held(name, type_) if not parent else []
    if held:
        return held[0]
    scoped = parent and (atlas.table.find(name) or name.endswith("区"))
    iri = f"{parent}-{slug(name)}" if scoped else slug(name)
    atlas.make(iri, type_, name)
    return iri


def _closest(rivals: Sequence[Division], own: Division | None) -> list[Division]:
    """Of several divisions those in the county, prefecture or province of the document."""
    for length in (6, 4, 2) if own is not None else ():
        near = [d for d in rivals if own is not None and d.code[:length] == own.code[:length]]
        if near:
            return near
    return []


# ---- the own place of each article -------------------------------------------------------


def _homes(atlas: Atlas, unknown: Mapping[int, str]) -> list[str]:
    """The own places; `unknown` are mentions of counties, with their IRIs, that may be one of several."""
    given = _given(atlas)
    if given:
        return [given] * len(atlas.document.articles)
    ranks = {iri: RANKS.get(type_, 0) for iri, (type_, _) in atlas.made.items()}
    ranks.update(dict.fromkeys(unknown.values(), RANKS["County"]))
    counties, names = _bare_towns(atlas), {**atlas.of, **unknown}
    scores = weights(atlas.document, atlas.sentences, atlas.mentions, atlas.above, names, counties)
    found = homes(scores, ranks)
    # 我县 is none of the places by name.
    own = unnamed_home(atlas)
    if own:
        return [own] * len(scores)
    # 全镇, and no place by name: it is written for those who know whose paper they read.
    return found if any(found) else [_published(atlas)] * len(scores)


def _bare_towns(atlas: Atlas) -> dict[int, str]:
    """The county of the text in which the table has a town that stands without a chain."""
    found = {}
    for i, mention in enumerate(atlas.mentions):
        if mention.type == "Township" and atlas.above[i] is None and mention.form is Form.PROPER:
            own = atlas.counties_of(atlas.table.find(mention.name, "Township"))
            if len(own) == 1:
                found[i] = own.pop()
    return found


def _published(atlas: Atlas) -> str:
    """The county or city that who published the page is called after: 龙井市 of 龙井市人民政府."""
    publisher = atlas.document.publisher.removeprefix("中共")
    for end in range(min(len(publisher) - 1, LONGEST), 1, -1):
        divisions = [d for d in atlas.table.find(publisher[:end]) if d.level in ("Prefecture", "County")]
        if divisions:
            return atlas.division(divisions[0]) if len(divisions) == 1 else ""
    return ""


def _given(atlas: Atlas) -> str:
    """The place that the user gave, as far as the text or the table knows it."""
    given = atlas.document.source.details.place
    named = [iri for iri, (_, name) in atlas.made.items() if given.endswith(name)]
    if named:
        return max(named, key=lambda iri: (len(atlas.made[iri][1]), iri))
    division = division_of(given, atlas.table)
    return atlas.division(division) if division is not None else ""


def division_of(given: str, table: Gazetteer) -> Division | None:
    """The division that somebody means by a name, with or without those above it; none where it may be several.

    >>> table = Gazetteer.load("3201\\t南京市\\n320106\\t鼓楼区\\n3501\\t福州市\\n350102\\t鼓楼区\\n")
    >>> division_of("福州市鼓楼区", table).code, division_of("鼓楼区", table)
    ('350102', None)
    """
    for start in range(len(given) - 1):
        divisions = table.find(given[start:])
        written = [d for d in divisions if any(link.name in given for link in table.chain(d)[:-1])]
        for fitting in (divisions, written):
            if len(fitting) == 1:
                return fitting[0]
    return None
