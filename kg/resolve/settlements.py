"""Mentions of what lies below the county in, which place each names out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from kg.gazetteer import Division
from kg.iris import slug
from kg.model import Form, Role
from kg.resolve.atlas import CORPS, RANKS, Atlas
from kg.resolve.focus import OFTEN, focus
from kg.resolve.home import gone_to

SETTLEMENTS = ("Village", "Community")
# A member of a list and a name without its last word mean what the full names say.
LATER = {"place/list": 1, "place/core": 2}
# 大柘村小洲自然村 waits for 白石镇大柘村.
DEPTHS = ("Township", "Region", "Village", "Community", "County", "Prefecture", "Province", "Place")
# 赴安吉县考察, 来自会昌县: what is named next may lie there.
AWAY = re.compile(r"赴|前往|考察|学习|取经|参观|观摩|来自")
# A report of so many sentences says in the first where it plays.
WHOLE_REPORT = 3
LIES = re.compile("，?(?:位于|地处|坐落[于在]|隶属于?|属于?)")
NOWHERE = "no county, town or village is known that it lies in"


def name_below(atlas: Atlas) -> None:
    """Name regions, towns and villages, first what has a chain, so that the bare name later means the same."""
    order = [i for i, m in enumerate(atlas.mentions) if m.form is not Form.ANAPHOR and i not in atlas.of]
    regions = {m.name for m in atlas.mentions if m.rule == "place/region" and m.form is not Form.SHORT}
    for i in order:
        if atlas.mentions[i].type in ("Region", "Place"):
            _region(atlas, i, regions)
    atlas.zones = tuple("" if home in atlas.known else home for home in focus(atlas, ("Region",)))
    for wanted in ("Township", *SETTLEMENTS):
        mine = [i for i in order if atlas.mentions[i].type == wanted]
        for i in sorted(mine, key=lambda i: (_depth(atlas, i), LATER.get(atlas.mentions[i].rule, 0), i)):
            _town(atlas, i) if wanted == "Township" else _settlement(atlas, i)
        if wanted == "Township":
            atlas.towns = focus(atlas, ("Township",))
    _homes_below(atlas)


def _depth(atlas: Atlas, i: int) -> int:
    """0 for the fullest chain: 白石镇大柘村 before 云岭县大柘村 before a bare 大柘村."""
    k = atlas.above[i]
    k = _lowest(atlas, i) if k is None else k
    return len(DEPTHS) if k is None else DEPTHS.index(atlas.mentions[k].type)


def _lowest(atlas: Atlas, i: int) -> int | None:
    """石桥村位于云岭县白石镇东部: the last link of the chain in which the text says that a place lies."""
    lies = LIES.match(atlas.document.text, atlas.mentions[i].span.end)
    k = i + 1
    if lies is None or k == len(atlas.mentions) or atlas.mentions[k].span.start != lies.end():
        return None
    while k + 1 < len(atlas.mentions) and atlas.above[k + 1] == k:
        k += 1
    return k if atlas.mentions[k].type in ("Township", "County") else None


def _ground(atlas: Atlas, i: int) -> str:
    """The place that the text writes in front of a mention, or behind it with a verb of lying."""
    k = _lowest(atlas, i)
    return atlas.parent(i) or (atlas.of.get(k, "") if k is not None else "")


def _nearest(atlas: Atlas, i: int) -> str:
    """What the text writes before a place; of a city, the county in it that the article is about."""
    parent, home = _ground(atlas, i), atlas.home_of(i)
    wide = parent in atlas.made and atlas.made[parent][0] in ("Province", "Prefecture")
    within = wide and atlas.made.get(home, ("",))[0] == "County" and parent in atlas.ancestors(home)
    return home if within and home in atlas.named and not _foreign(atlas, i) else parent


def _homes_below(atlas: Atlas) -> None:
    """An article that names nothing of the county's rank is about the town it names most."""
    if all(atlas.home):
        return
    here: list[Counter[str]] = [Counter() for _ in atlas.home]
    for i, iri in atlas.of.items():
        sentence = atlas.where[i]
        # In a town of the table, or of the document alone.
        if sentence is not None and atlas.made[iri][0] == "Township" and not _gone_to(atlas, iri):
            here[sentence.article][iri] += 1
    for article, home in enumerate(atlas.home):
        (best, most), (_, next_most) = [*here[article].most_common(2), ("", 0), ("", 0)][:2]
        # Of two towns named as often it is about neither.
        atlas.home[article] = home or (best if most > next_most else "")


# ---- towns -------------------------------------------------------------------------------


def _town(atlas: Atlas, i: int) -> None:
    mention, home = atlas.mentions[i], atlas.home_of(i)
    # 上海市临汾路375弄 behind 临汾路街道.
    if mention.rule == "place/core" and atlas.held(mention.name + "街道", "Township"):
        return _short_town(atlas, i, home)
    ground = _nearest(atlas, i)
    if ground:
        return atlas.put_below(i, ground)
    if mention.form is Form.SHORT:
        return _short_town(atlas, i, home)
    held = atlas.held(mention.name, "Township")
    if len(held) == 1 and not _foreign(atlas, i):
        return atlas.name(i, held[0])
    if mention.rule == CORPS:
        atlas.make(slug(mention.name), "Township", mention.name)
        return atlas.name(i, slug(mention.name))
    towns = atlas.table.find(mention.name, "Township")
    own = atlas.known.get(home)
    at_home = [d for d in towns if own is not None and d.code.startswith(own.code)]
    elsewhere = atlas.counties_of(towns) - {home}
    if atlas.holds_towns(home) and (at_home or not (elsewhere or _foreign(atlas, i))):
        return atlas.put_below(i, home)
    if len(elsewhere) == 1:
        return atlas.put_below(i, elsewhere.pop())
    for fitting in (at_home, towns if not home else ()):
        if len(fitting) == 1:
            return _put_by_table(atlas, i, fitting[0], home)
    only = _only_county(atlas, i)
    if only and not atlas.holds_towns(home):
        return atlas.put_below(i, only)
    zone = _zone(atlas, i)
    if zone and not towns:
        return atlas.put_below(i, zone)
    if not home and _bears_out(atlas, i):
        _of_document(atlas, i)
    # Which one of the table it is stays open.
    return atlas.reject(i, towns)


def _bears_out(atlas: Atlas, i: int) -> bool:
    """Whether the text speaks of the place again and again, opens a whole report with it, or says what lies in it."""
    sentence = atlas.where[i]
    if i + 1 < len(atlas.mentions) and atlas.above[i + 1] == i:
        return True  # 大河镇满店村
    if sentence is None or atlas.document.text.count(atlas.mentions[i].name) >= OFTEN:
        return sentence is not None
    said = [s.span for s in atlas.sentences if s.article == sentence.article and s.role is Role.BODY]
    return len(said) >= WHOLE_REPORT and sentence.span == said[0]


def _of_document(atlas: Atlas, i: int) -> None:
    """Name a place where the article says no county: it is never taken for another of its name."""
    mention = atlas.mentions[i]
    iri = f"{atlas.document.id}-{slug(mention.name)}"
    atlas.make(iri, mention.type, mention.name)
    atlas.name(i, iri)


def _zone(atlas: Atlas, i: int) -> str:
    """The development zone that the article is about, where it names no county: such a zone has towns of its own."""
    sentence = atlas.where[i]
    if sentence is None or atlas.counties[sentence.article] or _foreign(atlas, i):
        return ""
    return atlas.zones[sentence.article]


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


def _foreign(atlas: Atlas, i: int) -> bool:
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


def _only_county(atlas: Atlas, i: int) -> str:
    """The one county that the article names, other than those that somebody only goes to, or ""."""
    sentence = atlas.where[i]
    if sentence is None:
        return ""
    counties = {iri for iri in atlas.counties[sentence.article] if not _gone_to(atlas, iri)}
    return next(iter(counties)) if len(counties) == 1 else ""


def _gone_to(atlas: Atlas, iri: str) -> bool:
    return all(gone_to(atlas.document.text, atlas.mentions, atlas.above, i) for i in atlas.named[iri])


# ---- villages and communities ------------------------------------------------------------


def _settlement(atlas: Atlas, i: int) -> None:
    mention, name, parent = atlas.mentions[i], atlas.names[i], _nearest(atlas, i) or _pointed_town(atlas, i)
    if mention.rule == "place/core":
        return _same(atlas, i, atlas.held(name + "村", "Village"))
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
    home, only = atlas.home_of(i), _only_county(atlas, i)
    if atlas.holds_towns(home) and not _foreign(atlas, i):
        return atlas.put_below(i, atlas.town_of(i) or home)
    if only and not atlas.holds_towns(home):
        return atlas.put_below(i, only)
    ground = _zone(atlas, i) or _lone_town(atlas, i)
    if ground:
        return atlas.put_below(i, ground)
    if _of_a_city(atlas, i, home):
        _of_document(atlas, i)
        atlas.assumed.setdefault(atlas.of[i], (home, mention.span))
        return None
    if not home and _bears_out(atlas, i):
        return _of_document(atlas, i)
    return atlas.reject(i, why=NOWHERE)


def _of_a_city(atlas: Atlas, i: int, home: str) -> bool:
    """Whether the article is about a city and names no county of it, where the place could lie as well."""
    sentence = atlas.where[i]
    city = home in atlas.made and atlas.made[home][0] == "Prefecture" and home in atlas.named
    return city and sentence is not None and not atlas.counties[sentence.article] and not _foreign(atlas, i)


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


def _lone_town(atlas: Atlas, i: int) -> str:
    """The only town of a text that names no county: its villages lie there."""
    sentence = atlas.where[i]
    if sentence is None or atlas.home_of(i) or atlas.counties[sentence.article] or _foreign(atlas, i):
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


# ---- regions -----------------------------------------------------------------------------


def _region(atlas: Atlas, i: int, regions: set[str]) -> None:
    """A region of the table or named for its province stands by itself, any other in its place."""
    mention = atlas.mentions[i]
    if mention.rule in ("place/region", CORPS):
        name = mention.name if mention.form is not Form.SHORT else _whole_region(regions, mention.name)
        iri = slug(name)
        if iri not in atlas.made:
            atlas.make(iri, mention.type, name)
        return atlas.mean(i, iri)
    near = range(max(0, i - 2), min(i + 3, len(atlas.mentions)))
    inner = next((k for k in near if k != i and mention.span.covers(atlas.mentions[k].span)), None)
    parent = atlas.of.get(inner, "") if inner is not None else atlas.parent(i) or atlas.home_of(i)
    iri = f"{parent}-{slug(mention.name)}" if parent else slug(mention.name)
    if iri not in atlas.made:
        atlas.make(iri, mention.type, mention.name)
    atlas.name(i, iri)
    if mention.type == "Region" and parent in atlas.named and parent not in atlas.chained.get(iri, {}):
        atlas.assumed.setdefault(iri, (parent, mention.span))


def _whole_region(regions: set[str], short: str) -> str:
    """大湾区 is the 粤港澳大湾区 of the text."""
    return min((name for name in regions if short in name), key=lambda name: (len(name), name), default=short)
