"""A place and the text round it in, where it lies as far as the text says or the article lets one know, out."""

from __future__ import annotations

import re

from kg.iris import slug
from kg.model import Role
from kg.resolve.atlas import RANKS, Atlas
from kg.resolve.focus import OFTEN
from kg.resolve.home import gone_to, guest

# 赴安吉县考察, 来自会昌县: what is named next may lie there.
AWAY = re.compile(r"赴|前往|考察|学习|取经|参观|观摩|来自")
# A report of so many sentences says in the first where it plays.
WHOLE_REPORT = 3
# 石桥镇下辖14个行政村：大柘村、小洲村
HOLDS = re.compile("[^。；\n]{0,24}辖[^。；\n]{0,12}[0-9一二三四五六七八九十]+个")
LIES = re.compile("，?(?:位于|地处|坐落[于在]|隶属于?|属于?|(?P<bare>[就地]?在))")
# 石桥村在白石镇最北边
SIDE = re.compile("的?最?[东西南北中]{1,2}[部面边端侧麓角]")


def lowest(atlas: Atlas, i: int) -> int | None:
    """石桥村位于云岭县白石镇东部: the last link of the chain in which the text says that a place lies."""
    lies = LIES.match(atlas.document.text, atlas.mentions[i].span.end)
    k = i + 1
    if lies is None or k == len(atlas.mentions) or atlas.mentions[k].span.start != lies.end():
        return None
    while k + 1 < len(atlas.mentions) and atlas.above[k + 1] == k:
        k += 1
    if lies["bare"] and not SIDE.match(atlas.document.text, atlas.mentions[k].span.end):
        return None
    return k if atlas.mentions[k].type in ("Township", "County") else None


def _ground(atlas: Atlas, i: int) -> str:
    """The place that the text writes in front of a mention, or behind it with a verb of lying."""
    k = lowest(atlas, i)
    return atlas.parent(i) or (atlas.of.get(k, "") if k is not None else "")


def nearest(atlas: Atlas, i: int) -> str:
    """What the text writes before a place; of a city, the county in it that the article is about."""
    parent, home = _ground(atlas, i), atlas.home_of(i)
    wide = parent in atlas.made and atlas.made[parent][0] in ("Province", "Prefecture")
    within = wide and atlas.made.get(home, ("",))[0] == "County" and parent in atlas.ancestors(home)
    return home if within and home in atlas.named and not foreign(atlas, i) else parent


def foreign(atlas: Atlas, i: int) -> bool:
    """Whether the sentence goes to another county, city or province before it names the place."""
    home, sentence = atlas.home_of(i), atlas.where[i]
    if sentence is None or not AWAY.search(atlas.document.text, sentence.span.start, atlas.mentions[i].span.start):
        return False
    own = atlas.known.get(home)
    for k in range(i - 1, -1, -1):
        if atlas.where[k] is not sentence:
            return False
        iri = atlas.of.get(k, "")
        if not iri or RANKS.get(atlas.mentions[k].type, 9) > RANKS["County"] or iri == home:
            continue
        division = atlas.known.get(iri)
        above = own is not None and division is not None and own.code.startswith(division.code)
        if not above and iri not in atlas.ancestors(home):
            return True
    return False


def only_county(atlas: Atlas, i: int) -> str:
    """The one county that the article names, other than where somebody only goes to, or comes from as a guest."""
    sentence = atlas.where[i]
    if sentence is None:
        return ""
    counties = {iri for iri in atlas.counties[sentence.article] if not only_gone_to(atlas, iri)}
    text, named = atlas.document.text, atlas.mentions
    counties = {iri for iri in counties if not any(guest(text, named[k]) for k in atlas.named[iri])}
    return next(iter(counties)) if len(counties) == 1 else ""


def only_gone_to(atlas: Atlas, iri: str) -> bool:
    """Whether somebody goes to a place wherever the text names it."""
    return all(gone_to(atlas.document.text, atlas.mentions, atlas.above, i) for i in atlas.named[iri])


def zone_of(atlas: Atlas, i: int) -> str:
    """The development zone that the article is about, where it names no county: such a zone has towns of its own."""
    sentence = atlas.where[i]
    if sentence is None or atlas.counties[sentence.article] or foreign(atlas, i):
        return ""
    return atlas.zones[sentence.article]


def borne_out(atlas: Atlas, i: int) -> bool:
    """Whether the text speaks of the place again and again, opens a whole report with it, or says what lies in it."""
    sentence = atlas.where[i]
    if i + 1 < len(atlas.mentions) and atlas.above[i + 1] == i:
        return True  # 大河镇满店村
    if atlas.mentions[i].type == "Township" and HOLDS.match(atlas.document.text, atlas.mentions[i].span.end):
        return True
    if sentence is None or atlas.document.text.count(atlas.mentions[i].name) >= OFTEN:
        return sentence is not None
    said = [s.span for s in atlas.sentences if s.article == sentence.article and s.role is Role.BODY]
    return len(said) >= WHOLE_REPORT and sentence.span == said[0]


def name_of_document(atlas: Atlas, i: int) -> None:
    """Name a place where the article says no county: it is never taken for another of its name."""
    mention = atlas.mentions[i]
    iri = f"{atlas.document.id}-{slug(mention.name)}"
    atlas.make(iri, mention.type, mention.name)
    atlas.name(i, iri)
