"""Mentions of what lies below the county in, which place each names out."""

from __future__ import annotations

from collections import Counter

from kg.iris import slug
from kg.model import Form
from kg.resolve.atlas import CORPS, Atlas
from kg.resolve.families import SETTLEMENTS
from kg.resolve.focus import focus
from kg.resolve.lying import lowest, only_gone_to
from kg.resolve.towns import name_town
from kg.resolve.villages import name_settlement

# A member of a list and a name without its last word mean what the full names say.
LATER = {"place/list": 1, "place/core": 2}
# 大柘村小洲自然村 waits for 白石镇大柘村.
DEPTHS = ("Township", "Region", "Village", "Community", "County", "Prefecture", "Province", "Place")
# 经开区 by itself is the one whole name that ends in any of these.
WHOLE_ZONES = {
    "经开区": ("经开区", "经济开发区", "经济技术开发区"),
    "高新区": ("高新区", "高新技术产业开发区", "高新技术开发区"),
    "开发区": ("开发区", "经开区"),
}


def name_below(atlas: Atlas) -> None:
    """Name regions, towns and villages, first what has a chain, so that the bare name later means the same."""
    order = [i for i, m in enumerate(atlas.mentions) if m.form is not Form.ANAPHOR and i not in atlas.of]
    regions = {m.name for m in atlas.mentions if m.rule == "place/region" and m.form is not Form.SHORT}
    for i in sorted(order, key=lambda i: atlas.mentions[i].name in WHOLE_ZONES):
        if atlas.mentions[i].type in ("Region", "Place"):
            _region(atlas, i, regions)
    atlas.zones = tuple("" if home in atlas.known else home for home in focus(atlas, ("Region",)))
    for wanted in ("Township", *SETTLEMENTS):
        mine = [i for i in order if atlas.mentions[i].type == wanted]
        for i in sorted(mine, key=lambda i: (_depth(atlas, i), LATER.get(atlas.mentions[i].rule, 0), i)):
            name_town(atlas, i) if wanted == "Township" else name_settlement(atlas, i)
        if wanted == "Township":
            atlas.towns = focus(atlas, ("Township",))
    _homes_below(atlas)


def _depth(atlas: Atlas, i: int) -> int:
    """0 for the fullest chain: 白石镇大柘村 before 云岭县大柘村 before a bare 大柘村; villages before hamlets."""
    k = atlas.above[i]
    village = 0 if k is None or atlas.mentions[k].type not in SETTLEMENTS else _depth(atlas, k)
    k = lowest(atlas, i) if k is None else k
    return len(DEPTHS) if k is None else max(village, DEPTHS.index(atlas.mentions[k].type))


def _homes_below(atlas: Atlas) -> None:
    """An article that names nothing of the county's rank is about the town it names most."""
    if all(atlas.home):
        return
    here: list[Counter[str]] = [Counter() for _ in atlas.home]
    for i, iri in atlas.of.items():
        sentence = atlas.where[i]
        # In a town of the table, or of the document alone.
        if sentence is not None and atlas.made[iri][0] == "Township" and not only_gone_to(atlas, iri):
            here[sentence.article][iri] += 1
    for article, home in enumerate(atlas.home):
        (best, most), (_, next_most) = [*here[article].most_common(2), ("", 0), ("", 0)][:2]
        # Of two towns named as often it is about neither.
        atlas.home[article] = home or (best if most > next_most else "")


def _region(atlas: Atlas, i: int, regions: set[str]) -> None:
    """A region of the table or named for its province stands by itself, any other in its place."""
    mention = atlas.mentions[i]
    if mention.rule in ("place/region", CORPS):
        name = mention.name if mention.form is not Form.SHORT else _whole_region(regions, mention.name)
        iri = slug(name)
        if iri not in atlas.made:
            atlas.make(iri, mention.type, name)
        return atlas.mean(i, iri)
    if mention.form is Form.SHORT and (whole := _whole_zone(atlas, mention.name)):
        return atlas.mean(i, whole)
    near = range(max(0, i - 2), min(i + 3, len(atlas.mentions)))
    inner = next((k for k in near if k != i and mention.span.covers(atlas.mentions[k].span)), None)
    parent = atlas.of.get(inner, "") if inner is not None else atlas.parent(i) or atlas.home_of(i)
    iri = f"{parent}-{slug(mention.name)}" if parent else slug(mention.name)
    if iri not in atlas.made:
        atlas.make(iri, mention.type, mention.name)
    atlas.name(i, iri)
    if mention.type == "Region" and parent in atlas.named and parent not in atlas.chained.get(iri, {}):
        atlas.assumed.setdefault(iri, (parent, mention.span))


def _whole_zone(atlas: Atlas, short: str) -> str:
    """经开区 is the 云州经济技术开发区 of the text, where it names no other."""
    ends = WHOLE_ZONES.get(short, ())
    wholes = [iri for iri, (_, name) in atlas.made.items() if name != short and name.endswith(ends)]
    return wholes[0] if len(wholes) == 1 else ""


def _whole_region(regions: set[str], short: str) -> str:
    """大湾区 is the 粤港澳大湾区 of the text."""
    return min((name for name in regions if short in name), key=lambda name: (len(name), name), default=short)
