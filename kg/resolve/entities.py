"""Mentions in, entities out: which mentions are the same thing, and by what name the graph knows it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.iris import slug
from kg.model import Document, Entity, Form, Gloss, Mention, Span
from kg.resolve.aliases import full_names, general_goods
from kg.resolve.origins import Origins

PLACES = frozenset(("Place", "Province", "Prefecture", "County", "Township", "Village", "Community", "Region"))
FAMILY_WORDS: Mapping[str, str] = {
    "Organization": "组织", "PartyOrganization": "组织", "GovernmentBody": "组织", "Enterprise": "组织",
    "Association": "组织", "Institution": "组织", "Team": "组织",
    "Person": "人物", "Facility": "设施", "Honor": "荣誉", "Industry": "产业", "Event": "活动",
    "Program": "项目", "Project": "项目", "Mechanism": "机制", "Guideline": "机制",
}  # fmt: skip
# 乡村道路改造工程, 农光互补项目: works with a beginning and an end, where a programme goes on.
BUILT = re.compile(
    "(?:项目|(?:改造|修复|扩建|硬化|亮化|引水|饮水|供水|排水|水利|管网|道路|公路|桥梁|防洪|护岸|灌溉|节水|调水|连通|整修|大修|修缮|加固)工程)$"
)
WAYS = frozenset({"Mechanism", "Guideline", "Program", "Project"})
FAMILY_CLASS = {"机制": "Mechanism", "项目": "Program"}
LEGAL = re.compile(r"(?:公司|集团|银行)$")
# 乡村旅游 is no other name of 旅游.
TRADES = ("业", "经济", "旅游", "加工", "制造", "服务", "物流", "电商", "养殖", "种植", "文旅", "研学", "康养", "苗木")
# Rules of mentions that name a body by a part of its name, or as the text defines.
LATER = frozenset({"names/again", "names/defined"})
UNIVERSITY = re.compile(r"大学(?!生)|(?<![党村镇工])[工医农林业]学院$")
INDUSTRY_TAIL = re.compile(r"(?<=..)(?:首位产业|产业集群|全?产业链|产业)$")
# 新时代文明实践全国试点工作 is 新时代文明实践.
MISPRINT = "误字"
WORK_TAIL = re.compile(r"(?<=....)(?:(?:全国|全省)?试点)?工作$")
WAY_TAIL = re.compile(
    r"(?<=..)(?:工作机制|推进机制|培养机制|机制|制度|体系|模式|措施|原则|方针|思路|路径|活动|行动|计划|工程|项目|工作)$"
)


# Start, end and type of a mention.
Key = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Entities:
    """The things of a document, and which thing each mention names."""

    all: tuple[Entity, ...]
    of: Mapping[Key, str]
    seen: Mapping[str, Sequence[Span]]  # IRI → where the text names it
    kinds: Mapping[str, str]  # IRI → the type that was settled on

    def iri(self, mention: Mention) -> str | None:
        return self.of.get(key_of(mention))


def key_of(mention: Mention) -> Key:
    """What tells a mention from the others of its document."""
    return mention.span.start, mention.span.end, mention.type


@lru_cache(maxsize=4096)  # a text says the same names again and again
def clean(name: str) -> str:
    """A name in NFKC without blanks.

    >>> clean("党建 引领＋")
    '党建引领+'
    """
    return "".join(unicodedata.normalize("NFKC", name).split())


def nested(mention: Mention) -> list[Mention]:
    """The mention and all that stand inside its name."""
    found = [mention]
    for inner in mention.inside:
        found += nested(inner)
    return found


def settle(
    document: Document,
    origins: Origins,
    mentions: Sequence[Mention],
    place_of: Mapping[Key, str],
    places: Sequence[Entity],
    home: Callable[[Span], str],
    national: Callable[[Mention], bool],
    tied: Mapping[str, Mention],
    glosses: Sequence[Gloss],
    printed: Callable[[Span], str],
) -> Entities:
    """One entity for each thing that the mentions name.

    `place_of` gives the IRIs of the place mentions, `home` the own place of the article round a span,
    `tied` the place or body to which a person of that name belongs, `printed` the characters of the file.
    """
    text = document.text
    of: dict[Key, str] = dict(place_of)
    seen: dict[str, list[Span]] = {}
    names: dict[str, set[str]] = {}
    first: dict[str, tuple[str, str]] = {}
    merged = _bare_names(mentions)
    ways = _one_family(mentions)
    every = [one for mention in mentions for one in nested(mention)]
    shorts = full_names(every)
    firms = _of_levels(every, of, {place.iri: place.name for place in places})
    latest: dict[tuple[str, str], Mention] = {}  # the full mention of a name that stood last
    # People come last: their scope is the body or place to which they belong.
    for mention in sorted(mentions, key=lambda m: m.type == "Person"):
        for one in nested(mention):
            key, word = key_of(one), FAMILY_WORDS.get(one.type)
            if word is None:
                if one.type in PLACES and key in of:
                    seen.setdefault(of[key], []).append(one.span)
                continue
            full = shorts.get(one.name, one)
            if one.rule in LATER:
                full = latest.get((word, one.name), one)
            else:
                latest[word, one.name] = full
            scope, name = _scope(full, of, home, national, tied, document)
            name = firms.get(name, merged.get((word, name), name))
            family = ways.get(name, word) if one.type in WAYS else word
            iri = f"{scope}-{family}-{slug(name)}" if scope else f"{family}-{slug(name)}"
            of[key] = iri
            seen.setdefault(iri, []).append(one.span)
            first.setdefault(iri, (full.type if word == family else FAMILY_CLASS[family], name))
            names.setdefault(iri, set()).update(_spellings(text, one))
    slips = _slips(document, origins, seen, printed)
    for article in document.articles:
        # The place that the user told: where the text does not name it, all of the text is about it.
        own = home(article.span)
        if own and own not in seen:
            seen[own] = [article.span]
    said: dict[str, dict[str, None]] = {}
    for gloss in glosses:
        iri = of.get(key_of(gloss.mention), "")
        said.setdefault(iri, {}).setdefault(gloss.text)
    found = [
        Entity(
            iri,
            _narrowed(type_, name),
            name,
            tuple(sorted(names[iri] - {name})),
            slips.get(iri, ()),
            tuple(said.get(iri, ())),
        )
        for iri, (type_, name) in first.items()
    ]
    found += [replace(place, misprints=slips.get(place.iri, ())) for place in places if place.iri in seen]
    types = {place.iri: place.type for place in places if place.iri in seen} | {i: t for i, (t, _) in first.items()}
    return Entities(tuple(sorted(found, key=lambda e: e.iri)), of, seen, types)


def _narrowed(type_: str, name: str) -> str:
    """The most specific class that a name tells: what ends in 项目 or in works that are built is a project.

    >>> _narrowed("Program", "乡村道路改造工程"), _narrowed("Program", "基层党建提升工程")
    ('Project', 'Program')
    """
    return "Project" if type_ == "Program" and BUILT.search(name) else type_


def _slips(
    document: Document, origins: Origins, seen: Mapping[str, Sequence[Span]], printed: Callable[[Span], str]
) -> Mapping[str, tuple[str, ...]]:
    """The spellings that reading mended: 寻鸟 where the paper means 寻乌."""
    # Each is one character of the source.
    mended = sorted(r.span.start for r in document.repairs if r.what == MISPRINT)
    if not mended:
        return {}
    found: dict[str, set[str]] = {}
    for iri, spans in seen.items():
        for span in spans:
            if any(bisect_left(mended, at.start) < bisect_left(mended, at.end) for at in origins.of(span)):
                found.setdefault(iri, set()).add(clean(printed(span)))
    return {iri: tuple(sorted(names)) for iri, names in found.items()}


def _one_family(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """A name that stands for a programme here and a mechanism there is one thing, of the family named oftener."""
    counted: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.type in WAYS:
            name = WORK_TAIL.sub("", clean(mention.name))
            counted.setdefault(name, Counter())[FAMILY_WORDS[mention.type]] += 1
    return {
        name: min(families, key=lambda word: (-families[word], word))
        for name, families in counted.items()
        if len(families) > 1
    }


def _bare_names(mentions: Sequence[Mention]) -> Mapping[tuple[str, str], str]:
    """三联四会六带头机制 without quotation marks is the thing that the text also writes with them."""
    quoted: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.form is Form.QUOTED and mention.type in FAMILY_WORDS:
            quoted.setdefault(FAMILY_WORDS[mention.type], set()).add(clean(mention.name))
    trades = [m for m in mentions if m.type == "Industry" and m.form is not Form.QUOTED]
    goods = [INDUSTRY_TAIL.sub("", clean(trade.name)) for trade in trades]
    found = {
        (FAMILY_WORDS["Industry"], name): general
        for name, general in general_goods(goods).items()
        if not general.endswith(TRADES)
    }
    for mention in mentions:
        family = FAMILY_WORDS.get(mention.type, "")
        cores = quoted.get(family)
        if cores and mention.form is not Form.QUOTED:
            name = clean(mention.name)
            # 产业片区大党委 where the text also writes “大党委”.
            tails = cores.intersection([name[at:] for at in range(len(name) - 2)])
            if tails and mention.type not in ("Industry", "Honor"):
                found[family, name] = min(tails)
                continue
            bare = WAY_TAIL.sub("", name)
            if bare != name and bare in cores:
                found[family, name] = bare
    return found


def _of_levels(mentions: Sequence[Mention], of: Mapping[Key, str], called: Mapping[str, str]) -> Mapping[str, str]:
    """县文旅集团 is the 云岭县文旅集团 of the same text."""
    firms = {clean(m.name) for m in mentions if m.type == "Enterprise"}
    found = {}
    for mention in mentions:
        lead = mention.inside[0] if mention.type == "Enterprise" and mention.inside else None
        if lead is not None and lead.form is Form.ANAPHOR and lead.span.start == mention.span.start:
            full = called.get(of.get(key_of(lead), ""), "") + mention.name[len(lead.name) :]
            if full in firms and full != mention.name:
                found[clean(mention.name)] = full
    return found


def _scope(
    mention: Mention,
    of: Mapping[Key, str],
    home: Callable[[Span], str],
    national: Callable[[Mention], bool],
    tied: Mapping[str, Mention],
    document: Document,
) -> tuple[str, str]:
    """The scope of a name, and the name without it."""
    name = clean(mention.name)
    if mention.type == "Industry":
        return "", INDUSTRY_TAIL.sub("", name)
    if mention.form is not Form.QUOTED and mention.type in ("Program", "Project"):
        name = WORK_TAIL.sub("", name)
    if mention.type == "Person":
        body = tied.get(name)
        return (of.get(key_of(body)) if body else None) or document.id, name
    if national(mention) or (mention.type == "Enterprise" and LEGAL.search(name)) or UNIVERSITY.search(name):
        return "", name
    own = home(mention.span)
    lead = [m for m in mention.inside if m.type in PLACES and (m.form is not Form.ANAPHOR or len(m.name) <= 2)]
    if lead and lead[0].span.start == mention.span.start and mention.type != "Honor":
        chain = [lead[0]]
        for inner in lead[1:]:
            if inner.span.start == chain[-1].span.end:
                chain.append(inner)
        scope = of.get(key_of(chain[-1]))
        if scope:
            cut = chain[-1].span.end - mention.span.start
            # 云岭县委 is the 县委 of 云岭县.
            cut -= name[cut : cut + 1] == "委"
            if mention.form is Form.QUOTED:
                return scope, name
            rest = name[cut:]
            # 龙口水库 without its place is any reservoir; 云岭县教育局 is the 教育局 of 云岭县.
            enough = 4 if mention.type == "Facility" else 2
            if len(rest) >= enough and rest[:1] not in "(（":
                return scope, rest
            # 青石镇大柘村活动室 is the 大柘村活动室.
            return scope, name[chain[-1].span.start - mention.span.start :] if mention.type == "Facility" else name
    return own or document.id, name


def _spellings(text: str, mention: Mention) -> Iterable[str]:
    whole = text[mention.span.start : mention.span.end]
    yield clean(whole)
    if whole != mention.name:
        yield clean(mention.name)
    chain = mention.inside[:1]
    for place in mention.inside[1:]:
        # 江岳市云岭县教育局 is also 云岭县教育局.
        if chain[-1].type not in PLACES or place.type not in PLACES or place.span.start != chain[-1].span.end:
            break
        chain = (*chain, place)
        yield clean(text[place.span.start : mention.span.end])
    if mention.core is not None:
        bare = clean(text[mention.core.start : mention.core.end])
        yield bare
        # 黄桥镇“吉先锋”志愿服务队 is also “吉先锋”志愿服务队 and 吉先锋志愿服务队.
        opened = clean(text[mention.core.start - 1 : mention.span.end])
        yield opened
        if "的" not in opened[len(bare) + 2 : len(bare) + 3]:
            yield opened.replace("“", "").replace("”", "")
