"""Places named so far in, the town or village that each article is about out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from kg.model import Article, Form, Role
from kg.resolve.atlas import RANKS, Atlas
from kg.resolve.home import LEVEL_WORDS

# How often an article names a town or village that its title names, to be about it.
OFTEN = 2
# A report that is about a town or village names it in its first sentences, and then so many times oftener than others.
LEAD, FAR = 4, 2
# Words for a zone, and how often one stands in an article that is about it.
ZONE, AGAIN = re.compile("开发区|经开区|高新区|保税区|自贸区|新区|园区"), 6


def focus(atlas: Atlas, types: Collection[str]) -> tuple[str, ...]:
    """For each article the place of one of the types, below the county, that it is about, or else its own place."""
    said: list[Counter[str]] = [Counter() for _ in atlas.home]
    alone: list[Counter[str]] = [Counter() for _ in atlas.home]
    named: list[Counter[str]] = [Counter() for _ in atlas.home]
    opening: list[set[str]] = [set() for _ in atlas.home]
    # Of 云岭县白石镇石桥村 the text speaks of the village alone.
    frames = {k for k in atlas.above if k is not None}
    first = {sentence.article: i for i, sentence in reversed(list(enumerate(atlas.sentences)))}
    lead = {s.span for i, s in enumerate(atlas.sentences) if i - first[s.article] < LEAD}
    for i, iri in atlas.of.items():
        sentence = atlas.where[i]
        if sentence is None:
            continue
        said[sentence.article][iri] += 1
        # Where 云岭市水务局 acts, 云岭市 is not spoken of, nor 华南 where its university does.
        inner = i in atlas.nested and (iri == atlas.home[sentence.article] or atlas.made[iri][0] == "Region")
        alone[sentence.article][iri] += i not in frames and not inner
        named[sentence.article][iri] += atlas.mentions[i].form is not Form.ANAPHOR
        if sentence.span in lead:
            opening[sentence.article].add(iri)
    return tuple(
        _titled(atlas, article, told, home, types)
        or _leading(atlas, by_itself, spelled, heads, home, types)
        or ("Region" in types and _zone(atlas, article, told, heads))
        or home
        for article, told, by_itself, spelled, heads, home in zip(
            atlas.document.articles, said, alone, named, opening, atlas.home, strict=True
        )
    )


def _titled(atlas: Atlas, article: Article, said: Counter[str], home: str, types: Collection[str]) -> str:
    """容桂：街坊的贴心人 is about 容桂街道; where the county is 昌黎县, 昌黎 is not its 昌黎镇."""
    titles = "".join(atlas.document.quote(p.span) for p in article.paragraphs if p.role is Role.TITLE)
    below = {iri: count for iri, count in said.items() if atlas.made[iri][0] in types}
    own = _core(atlas.made[home][1]) if home in atlas.made else ""
    named = []
    for iri, count in below.items():
        name = atlas.made[iri][1]
        if count >= OFTEN and (name if _core(name) == own else _core(name)) in titles:
            named.append(iri)
    return max(sorted(named), key=lambda iri: (RANKS.get(atlas.made[iri][0], 0), said[iri]), default="")


def _leading(
    atlas: Atlas, alone: Counter[str], named: Counter[str], opening: set[str], home: str, types: Collection[str]
) -> str:  # fmt: skip
    """The town or village that the article opens with and speaks of far more than of its county or of any other."""
    below = sorted(iri for iri in alone if atlas.made[iri][0] in types)
    best = max(below, key=lambda iri: alone[iri], default="")
    # 全村 once is no second time that a village is named.
    often = OFTEN if named[best] >= OFTEN else OFTEN + 1
    if not best or best not in opening or alone[best] < max(often, FAR * alone[home]):
        return ""
    others = [iri for iri in below if iri != best and iri not in atlas.ancestors(best)]
    return best if all(FAR * alone[iri] <= alone[best] for iri in others) else ""


def _zone(atlas: Atlas, article: Article, said: Counter[str], opening: set[str]) -> str:
    """云岭经开区 in the title or the first sentences, and 开发区, 园区 again and again: an article about the zone."""
    text = atlas.document.quote(article.span)
    if len(ZONE.findall(text)) < AGAIN:
        return ""
    titles = "".join(atlas.document.quote(p.span) for p in article.paragraphs if p.role is Role.TITLE)
    zones = [iri for iri in sorted(said) if atlas.made[iri][0] == "Region" and ZONE.search(atlas.made[iri][1])]
    named = [iri for iri in zones if said[iri] >= OFTEN and (iri in opening or atlas.made[iri][1] in titles)]
    return named[0] if len(named) == 1 else ""


def _core(name: str) -> str:
    """A name without its last word, where that leaves enough of it."""
    core = next((name.removesuffix(word) for word in LEVEL_WORDS if name.endswith(word)), name)
    return core if len(core) > 1 else name
