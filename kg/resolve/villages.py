"""Mentions of villages and communities in, which of them each names out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from kg.model import Form, Mention
from kg.resolve.atlas import RANKS, Atlas
from kg.resolve.families import SETTLEMENTS
from kg.resolve.lying import borne_out, foreign, name_of_document, nearest, only_county, zone_of

HELD = re.compile("[^。；\n]{0,12}辖[^。；\n]{0,24}")
HOLDING = re.compile("[下管现共]辖(?:了|有)?[^。；\n，]{0,16}\\Z")
LINKS = ("、", "和", "与", "及")
SUFFIX = {"Village": "村", "Community": "社区"}
OPENING = 12
NOWHERE = "no county, town or village is known that it lies in"


def name_settlement(atlas: Atlas, i: int) -> None:
    """Say which village or community a mention means, which no table knows."""
    mention, name, parent = (
        atlas.mentions[i],
        atlas.names[i],
        nearest(atlas, i) or _pointed_town(atlas, i) or _held_by(atlas, i),
    )
    if mention.rule == "place/core":
        return _same(atlas, i, atlas.held(name + SUFFIX[mention.type], mention.type))
    held = atlas.held(name, mention.type)
    if parent:
        # 云岭县大柘村 is the 白石镇大柘村 of the same text.
        inside = [iri for iri in held if iri.startswith(f"{parent}-")]
        if inside and RANKS.get(atlas.made[parent][0], 9) < RANKS["Township"]:
            atlas.mean(i, _latest(atlas, i, inside))
            return None
        return atlas.put_below(i, parent)
    if mention.rule == "place/list":
        return _hamlet(atlas, i)
    if held:
        return _same(atlas, i, held)
    home, only = atlas.home_of(i), only_county(atlas, i)
    if atlas.holds_towns(home) and not foreign(atlas, i):
        return atlas.put_below(i, atlas.town_of(i) or _town_of_paragraph(atlas, i, home) or home)
    if only and not atlas.holds_towns(home):
        return atlas.put_below(i, only)
    ground = zone_of(atlas, i) or _lone_town(atlas, i)
    if ground:
        return atlas.put_below(i, ground)
    if _of_a_city(atlas, i, home):
        name_of_document(atlas, i)
        atlas.assumed.setdefault(atlas.of[i], (home, mention.span))
        return None
    # A province says too little to be the scope of a village, and nothing against it.
    if (not home or _of_a_province(atlas, i, home)) and borne_out(atlas, i):
        return name_of_document(atlas, i)
    return atlas.reject(i, why=NOWHERE)


def _of_a_city(atlas: Atlas, i: int, home: str) -> bool:
    """Whether the article is about a city and names no county of it, where the place could lie as well."""
    sentence = atlas.where[i]
    city = home in atlas.made and atlas.made[home][0] == "Prefecture" and home in atlas.named
    return city and sentence is not None and not atlas.counties[sentence.article] and not foreign(atlas, i)


def _of_a_province(atlas: Atlas, i: int, home: str) -> bool:
    """Whether the article names no division but a province, as in the name of a firm: 江岳建投集团 helps 石桥村."""
    sentence = atlas.where[i]
    province = home in atlas.made and atlas.made[home][0] == "Province"
    return province and sentence is not None and not atlas.counties[sentence.article] and not foreign(atlas, i)


def _town_of_paragraph(atlas: Atlas, i: int, home: str) -> str:
    """和顺镇的中午飘香。十字路社区…: the town with which the paragraph begins, if it names no other before."""
    sentence = atlas.where[i]
    if sentence is None:
        return ""
    start = atlas.document.articles[sentence.article].paragraphs[sentence.paragraph].span.start
    here = takewhile(lambda k: atlas.mentions[k].span.start >= start, range(i - 1, -1, -1))
    wide = [k for k in here if _is_wide(atlas.mentions[k])]
    if len(wide) != 1 or atlas.mentions[wide[0]].span.start - start > OPENING:
        return ""
    town = atlas.of.get(wide[0], "")
    return town if town.startswith(f"{home}-") and atlas.made[town][0] == "Township" else ""


def _is_wide(mention: Mention) -> bool:
    """Whether a mention names a town or what is larger."""
    named = mention.form is not Form.ANAPHOR
    return named and mention.type in RANKS and RANKS[mention.type] <= RANKS["Township"]


def _pointed_town(atlas: Atlas, i: int) -> str:
    """该镇石桥村: the town that was named last, where a word that stands for one is written in front."""
    before = atlas.mentions[i - 1] if i else None
    if before is None or (before.form, before.type) != (Form.ANAPHOR, "Township"):
        return ""
    if before.span.end != atlas.mentions[i].span.start:
        return ""
    here = atlas.where[i]
    for k in range(i - 2, -1, -1):
        there = atlas.where[k]
        if here is None or there is None or there.article != here.article:
            return ""
        if atlas.mentions[k].type == "Township" and atlas.of.get(k):
            return atlas.of[k]
    return ""


def _held_by(atlas: Atlas, i: int) -> str:
    """全镇下辖14个行政村：大柘村、小洲村: the town of which the article speaks, or that opened a sentence last."""
    text, named, k = atlas.document.text, atlas.mentions, i
    while k and named[k - 1].type == named[i].type and text[named[k - 1].span.end : named[k].span.start] in LINKS:
        k -= 1
    if own := _opening(atlas, k):
        return own
    before = named[k - 1] if k else None
    if before is None or (before.form, before.type) != (Form.ANAPHOR, "Township"):
        return ""
    if not HELD.fullmatch(text, before.span.end, named[k].span.start):
        return ""
    opening = (
        atlas.of[j]
        for j in range(k - 2, -1, -1)
        if named[j].type == "Township" and atlas.of.get(j) and _opens(atlas, j)
    )
    return atlas.town_of(i) or next(opening, "")


def _opening(atlas: Atlas, first: int) -> str:
    """石桥镇位于云岭县东部，下辖大柘村、小洲村: the town or village that opens the sentence whose list begins there."""
    sentence, named = atlas.where[first], atlas.mentions
    j = first - 1
    while j >= 0 and atlas.where[j] is sentence and named[j].span.start > (sentence.span.start if sentence else 0):
        j -= 1
    if sentence is None or j < 0 or atlas.where[j] is not sentence:
        return ""
    # 云岭县白石镇石桥村下辖…: of a chain the last link.
    while j + 1 < first and atlas.above[j + 1] == j:
        j += 1
    if named[j].type not in ("Township", "Village"):
        return ""
    held = HOLDING.search(atlas.document.text, named[j].span.end, named[first].span.start)
    return atlas.of.get(j, "") if held else ""


def _opens(atlas: Atlas, i: int) -> bool:
    sentence = atlas.where[i]
    return sentence is not None and sentence.span.start == atlas.mentions[i].span.start


def _lone_town(atlas: Atlas, i: int) -> str:
    """The only town of a text that names no county: its villages lie there."""
    sentence = atlas.where[i]
    if sentence is None or atlas.home_of(i) or atlas.counties[sentence.article] or foreign(atlas, i):
        return ""
    towns = [iri for iri, (kind, _) in atlas.made.items() if kind == "Township"]
    return towns[0] if len(towns) == 1 else ""


def _same(atlas: Atlas, i: int, held: Sequence[str]) -> None:
    if held:
        atlas.name(i, _latest(atlas, i, held))
    else:
        atlas.reject(i)


def _latest(atlas: Atlas, i: int, held: Sequence[str]) -> str:
    """Of several places of one name the bare name means the one named last."""
    before = [(named[at - 1], iri) for iri in held if (at := bisect_left(named := atlas.named.get(iri, []), i))]
    return max(before)[1] if before else held[0]


def _hamlet(atlas: Atlas, i: int) -> None:
    """A member of a list of villages: it lies in the village or town of which the sentence speaks."""
    mention, sentence, home = atlas.mentions[i], atlas.where[i], atlas.home_of(i)
    parent = ""
    for k in range(i - 1, -1, -1):
        other = atlas.mentions[k]
        if atlas.where[k] is not sentence or other.form is Form.ANAPHOR or parent:
            break
        if other.rule != "place/list" and other.type in (*SETTLEMENTS, "Township"):
            parent = atlas.of.get(k, "")
            if parent and atlas.made[parent][1] == mention.name + "村":
                # 大柘村辖大柘、小洲等5个自然村: the first hamlet bears the village's name.
                return atlas.name(i, parent)
    parent = parent or (home if atlas.holds_towns(home) else "")
    return atlas.put_below(i, parent) if parent else atlas.reject(i, why=NOWHERE)
