"""Mentions of towns in, which town each names out."""

from __future__ import annotations

from kg.gazetteer import Division
from kg.iris import slug
from kg.model import Form
from kg.resolve.atlas import CORPS, Atlas
from kg.resolve.lying import borne_out, foreign, name_of_document, nearest, only_county, zone_of

ABOVE_COUNTIES = frozenset({"Province", "Prefecture"})


def name_town(atlas: Atlas, i: int) -> None:
    """Say which town a mention means: by what stands before it, the text, its county, and the table, in that order."""
    mention, home = atlas.mentions[i], atlas.home_of(i)
    # 上海市临汾路375弄 behind 临汾路街道.
    if mention.rule == "place/core" and atlas.held(mention.name + "街道", "Township"):
        return _short_town(atlas, i, home)
    ground = nearest(atlas, i)
    if ground:
        return atlas.put_below(i, ground)
    if mention.form is Form.SHORT:
        return _short_town(atlas, i, home)
    held = atlas.held(mention.name, "Township")
    if len(held) == 1 and not foreign(atlas, i):
        return atlas.name(i, held[0])
    if mention.rule == CORPS:
        atlas.make(slug(mention.name), "Township", mention.name)
        return atlas.name(i, slug(mention.name))
    towns = atlas.table.find(mention.name, "Township")
    own = atlas.known.get(home)
    at_home = [d for d in towns if own is not None and d.code.startswith(own.code)]
    elsewhere = atlas.counties_of(towns) - {home}
    if atlas.holds_towns(home) and (at_home or not (elsewhere or foreign(atlas, i))):
        return atlas.put_below(i, home)
    if len(elsewhere) == 1:
        return atlas.put_below(i, elsewhere.pop())
    for fitting in (at_home, towns if not home else ()):
        if len(fitting) == 1:
            return _put_by_table(atlas, i, fitting[0], home)
    # 北京茶商 in a report on 留车镇: a city far off, without a county, is no reason to doubt the only town so called.
    if len(towns) == 1 and home and atlas.made[home][0] in ABOVE_COUNTIES and not elsewhere & set(atlas.named):
        return _put_by_table(atlas, i, towns[0], "")
    only = only_county(atlas, i)
    if only and not atlas.holds_towns(home):
        return atlas.put_below(i, only)
    zone = zone_of(atlas, i)
    if zone and not towns:
        return atlas.put_below(i, zone)
    if not home and borne_out(atlas, i):
        name_of_document(atlas, i)
    # Which one of the table it is stays open.
    return atlas.reject(i, towns)


def _short_town(atlas: Atlas, i: int, home: str) -> None:
    """晨光 in 晨光、南桥等乡镇."""
    full = [atlas.mentions[i].name + suffix for suffix in ("镇", "乡", "街道")]
    own = atlas.known.get(home)
    towns = [d for name in full for d in atlas.table.find(name, "Township")]
    at_home = [d for d in towns if own is not None and d.code.startswith(own.code)]
    held = [iri for name in full for iri in atlas.held(name, "Township")]
    if len(held) == 1:
        atlas.name(i, held[0])
    elif len(at_home) == 1:
        _put_by_table(atlas, i, at_home[0], home)
    elif atlas.holds_towns(home):
        atlas.put_below(i, home)
    else:
        atlas.reject(i, towns)


def _put_by_table(atlas: Atlas, i: int, town: Division, home: str) -> None:
    """Name a town whose county only the table tells: the county is no place of the text unless the text names it."""
    county = "-".join(map(slug, atlas.table.tail(town)[:-1]))
    iri = atlas.division(town)
    atlas.name(i, iri)
    parent = county if county in atlas.named else home
    if parent in atlas.named:
        atlas.assumed.setdefault(iri, (parent, atlas.mentions[i].span))
