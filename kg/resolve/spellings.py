"""Mentions in, how the text and the print spell the names out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.model import Document, Mention, Span
from kg.resolve.families import BODIES, PLACES
from kg.resolve.keys import clean
from kg.resolve.origins import Origins

MISPRINT = "误字"
OPENING = ("“", "‘")
# 县教育局党组, 县委办公室: these say nothing of their own.
OFFICES, SHORTEST_OWN, GENERIC = frozenset(("GovernmentBody", "Institution")), 4, ("党", "办公", "机关", "“")


def slips(
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


def spellings(text: str, mention: Mention) -> Iterable[str]:
    """How one mention writes the name of its thing: whole, bare, and from each of its places on."""
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
    if (own := _own_name(text, mention)) is not None:
        yield clean(own)
    if mention.core is not None:
        bare = clean(text[mention.core.start : mention.core.end])
        yield bare
        # 黄桥镇“吉先锋”志愿服务队 is also “吉先锋”志愿服务队 and 吉先锋志愿服务队.
        marked = text[mention.core.start - 1] in OPENING if mention.core.start else False
        opened = clean(text[mention.core.start - marked : mention.span.end])
        yield opened
        if "的" not in opened[len(bare) + 2 : len(bare) + 3]:
            yield opened.replace("“", "").replace("”", "")


def _own_name(text: str, mention: Mention) -> str | None:
    """云岭县公安局石门派出所 is also 石门派出所: what stands behind the name of the body that it is a piece of."""
    bodies = [m.span.end for m in mention.inside if m.type in BODIES]
    own = text[max(bodies, default=mention.span.end) : mention.span.end]
    return own if mention.type in OFFICES and len(own) >= SHORTEST_OWN and not own.startswith(GENERIC) else None
