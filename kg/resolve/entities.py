"""Mentions in, entities out: which mentions are the same thing, and by what name the graph knows it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.iris import slug
from kg.model import Document, Entity, Form, Gloss, Mention, Span

PLACES = frozenset("Place Province Prefecture County Township Village Community Region".split())
FAMILY_WORDS: Mapping[str, str] = {
    "Organization": "组织", "PartyOrganization": "组织", "GovernmentBody": "组织", "Enterprise": "组织",
    "Association": "组织", "Institution": "组织", "Team": "组织",
    "Person": "人物", "Facility": "设施", "Honor": "荣誉", "Industry": "产业", "Event": "活动",
    "Program": "项目", "Project": "项目", "Mechanism": "机制", "Guideline": "机制",
}  # fmt: skip
WAYS = frozenset({"Mechanism", "Guideline", "Program", "Project"})
FAMILY_CLASS = {"机制": "Mechanism", "项目": "Program"}
LEGAL = re.compile(r"(?:公司|集团|银行)$")
INDUSTRY_TAIL = re.compile(r"(?<=..)(?:首位产业|产业集群|产业链|产业)$")
# 新时代文明实践全国试点工作 is 新时代文明实践.
MISPRINT = "误字"
WORK_TAIL = re.compile(r"(?<=....)(?:(?:全国|全省)?试点)?工作$")
WAY_TAIL = re.compile(r"(?<=..)(?:工作机制|推进机制|培养机制|机制|制度|体系|模式|措施|原则|方针|思路|路径|活动|行动|计划|工程|项目|工作)$")


@dataclass(frozen=True, slots=True)
class Entities:
    """The things of a document, and which thing each mention names."""

    all: tuple[Entity, ...]
    of: Mapping[tuple[Span, str], str]  # span and type of a mention → IRI
    seen: Mapping[str, tuple[Span, ...]]  # IRI → where the text names it

    def iri(self, mention: Mention) -> str | None:
        return self.of.get((mention.span, mention.type))


def clean(name: str) -> str:
    """A name in NFKC without blanks.

    >>> clean("党建 引领＋")
    '党建引领+'
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))


def nested(mention: Mention) -> Iterable[Mention]:
    """The mention and all that stand inside its name."""
    yield mention
    for inner in mention.inside:
        yield from nested(inner)


def settle(
    document: Document,
    mentions: Sequence[Mention],
    place_of: Mapping[tuple[Span, str], str],
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
    of: dict[tuple[Span, str], str] = dict(place_of)
    seen: dict[str, list[Span]] = {}
    names: dict[str, dict[str, None]] = {}
    first: dict[str, tuple[str, str]] = {}
    merged = _bare_names(mentions)
    ways = _one_family(mentions)
    latest: dict[tuple[str, str], str] = {}  # the scope in which a name stood last
    # People come last: their scope is the body or place to which they belong.
    for mention in sorted(mentions, key=lambda m: m.type == "Person"):
        for one in nested(mention):
            key = (one.span, one.type)
            if one.type in PLACES:
                if key in of:
                    seen.setdefault(of[key], []).append(one.span)
                continue
            if one.type not in FAMILY_WORDS:
                continue
            scope, name = _scope(one, of, home, national, tied, document)
            name = merged.get((FAMILY_WORDS[one.type], name), name)
            again = (FAMILY_WORDS[one.type], name)
            if one.rule == "names/again" and again in latest:
                scope = latest[again]
            latest[again] = scope
            family = ways.get(name, FAMILY_WORDS[one.type]) if one.type in WAYS else FAMILY_WORDS[one.type]
            iri = "-".join(filter(None, (scope, family, slug(name))))
            of[key] = iri
            seen.setdefault(iri, []).append(one.span)
            first.setdefault(iri, (one.type if FAMILY_WORDS[one.type] == family else FAMILY_CLASS[family], name))
            spelled = names.setdefault(iri, {})
            for form in _spellings(text, one):
                if form != name:
                    spelled.setdefault(form)
    slips = _slips(document, seen, printed)
    said: dict[str, dict[str, None]] = {}
    for gloss in glosses:
        iri = of.get((gloss.mention.span, gloss.mention.type), "")
        said.setdefault(iri, {}).setdefault(gloss.text)
    found = [
        Entity(iri, type_, name, tuple(sorted(names[iri])), slips.get(iri, ()), tuple(said.get(iri, ())))
        for iri, (type_, name) in first.items()
    ]
    found += [replace(place, misprints=slips.get(place.iri, ())) for place in places if place.iri in seen]
    return Entities(
        tuple(sorted(found, key=lambda e: e.iri)), of, {iri: tuple(sorted(set(spans))) for iri, spans in seen.items()}
    )


def _slips(
    document: Document, seen: Mapping[str, Sequence[Span]], printed: Callable[[Span], str]
) -> Mapping[str, tuple[str, ...]]:
    """The spellings that reading mended: 寻鸟 where the paper means 寻乌."""
    mended = {r.span for r in document.repairs if r.what == MISPRINT}
    if not mended:
        return {}
    found: dict[str, set[str]] = {}
    for iri, spans in seen.items():
        for span in spans:
            if any(origin.overlaps(slip) for origin in document.in_source(span) for slip in mended):
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
    quoted = {(FAMILY_WORDS[m.type], clean(m.name)) for m in mentions if m.form is Form.QUOTED and m.type in FAMILY_WORDS}
    found = {}
    for mention in mentions:
        if mention.form is not Form.QUOTED and mention.type in FAMILY_WORDS:
            name = clean(mention.name)
            # 产业片区大党委 where the text also writes “大党委”.
            tail = next((core for family, core in sorted(quoted) if family == FAMILY_WORDS[mention.type] and len(core) > 2 and name.endswith(core)), "")
            if tail and mention.type not in ("Industry", "Honor"):
                found[(FAMILY_WORDS[mention.type], name)] = tail
                continue
            bare = WAY_TAIL.sub("", name)
            if bare != name and (FAMILY_WORDS[mention.type], bare) in quoted:
                found[(FAMILY_WORDS[mention.type], name)] = bare
    return found


def _scope(
    mention: Mention,
    of: Mapping[tuple[Span, str], str],
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
        return (of.get((body.span, body.type)) if body else None) or document.id, name
    if national(mention) or (mention.type == "Enterprise" and LEGAL.search(name)):
        return "", name
    own = home(mention.span)
    lead = [m for m in mention.inside if m.type in PLACES and (m.form is not Form.ANAPHOR or len(m.name) <= 2)]
    if lead and lead[0].span.start == mention.span.start and mention.type != "Honor":
        chain = [lead[0]]
        for inner in lead[1:]:
            if inner.span.start == chain[-1].span.end:
                chain.append(inner)
        scope = of.get((chain[-1].span, chain[-1].type))
        if scope:
            cut = chain[-1].span.end - mention.span.start
            # 云岭县委 is the 县委 of 云岭县.
            cut -= name[cut : cut + 1] == "委"
            rest = name[cut:] if mention.form is not Form.QUOTED else name
            return scope, rest if len(rest) >= 2 else name
    return own or document.id, name


def _spellings(text: str, mention: Mention) -> Iterable[str]:
    whole = clean(text[mention.span.start : mention.span.end])
    yield whole
    yield clean(mention.name)
    if mention.core is not None:
        bare = clean(text[mention.core.start : mention.core.end])
        yield bare
        # 黄桥镇“吉先锋”志愿服务队 is also “吉先锋”志愿服务队 and 吉先锋志愿服务队.
        opened = clean(text[mention.core.start - 1 : mention.span.end])
        yield opened
        if "的" not in opened[len(bare) + 2 : len(bare) + 3]:
            yield opened.replace("“", "").replace("”", "")
