"""The places that a report names in, the county or city that it calls 我县 or 全市 and never names out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.gazetteer import Division
from kg.model import Form
from kg.resolve.atlas import Atlas
from kg.resolve.home import gone_to, level_word

# 城关镇 lies in many counties, 城关镇 and 石哲镇 together in one; so many of them must agree.
AGREED = 2
LEVELS = ("County", "Prefecture")
# 全市 may be the city of a county that the text names, 我市 is not.
OURS = ("我", "本")


def unnamed_home(atlas: Atlas) -> str:
    """The IRI of the county in which its towns lie together, or of the city of its counties, or "".

    A report on a county is written for its people, who need no name to know what 我县 is.
    """
    found = _city(atlas, _words(atlas, OURS)) or _county(atlas, _words(atlas))
    return atlas.division(found) if found is not None else ""


def _words(atlas: Atlas, opening: tuple[str, ...] = ("",)) -> set[str]:
    """县 of 我县, 市 of 全市, where no place of the text can be meant by it."""
    standing = {
        level_word(m.name)
        for m in atlas.mentions
        if m.form is Form.ANAPHOR and m.type in LEVELS and m.name.startswith(opening)
    }
    named = [name for iri, (_, name) in atlas.made.items() if iri in atlas.named]
    return {word for word in standing if word and not any(name.endswith(word) for name in named)}


def _city(atlas: Atlas, words: set[str]) -> Division | None:
    """The city in which all counties of the text lie, of which it names several."""
    codes = {
        atlas.known[iri].code
        for iri in atlas.named
        if iri in atlas.known and atlas.made[iri][0] == "County" and not _visited(atlas, iri)
    }
    above = {code[:4] for code in codes}
    city = atlas.table.upper.get(above.pop()) if len(codes) >= AGREED and len(above) == 1 else None
    return city if city is not None and city.name[-1] in words else None


def _county(atlas: Atlas, words: set[str]) -> Division | None:
    """The county in which most towns of the text lie, or the only town, whose name no other bears."""
    bearing = [{d.code[:6] for d in rivals} for rivals in _towns(atlas)]
    counties = atlas.table.upper
    votes = Counter(code for codes in bearing for code in codes if counties[code].name[-1] in words)
    best, most = max(sorted(votes.items()), key=lambda vote: vote[1], default=("", 0))
    rivals = [code for code, count in votes.items() if count == most]
    agreed = most >= AGREED and 2 * most > len(bearing) and len(rivals) == 1
    alone = bearing == [{best}]
    return counties[best] if agreed or alone else None


def _towns(atlas: Atlas) -> Iterator[tuple[Division, ...]]:
    """For each name of a town that stands by itself the towns of the table that bear it."""
    names = {
        mention.name
        for i, mention in enumerate(atlas.mentions)
        if mention.type == "Township"
        and mention.form is Form.PROPER
        and atlas.above[i] is None
        and not gone_to(atlas.document.text, atlas.mentions, atlas.above, i)
    }
    for name in sorted(names):
        rivals = tuple(d for d in atlas.table.find(name, "Township") if d.code[:6] in atlas.table.upper)
        if rivals:
            yield rivals


def _visited(atlas: Atlas, iri: str) -> bool:
    return all(gone_to(atlas.document.text, atlas.mentions, atlas.above, i) for i in atlas.named[iri])
