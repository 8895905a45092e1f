"""The mentions of a text in, what their names say of the places and bodies inside or right before them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.model import Claim, Form, Mention, Span
from kg.resolve.families import BELOW, BODIES, PLACES
from kg.resolve.keys import nested

SETTLED = frozenset({"Enterprise", "Association", "Institution"})
STANDING = BODIES | {"Facility"}
GROUNDS = ("区", "园", "城", "地", "港", "岛")  # where something may stand
# Of these the name says where they stand, also where that is a whole province.
SEATED, WIDE = frozenset({"Facility", "Enterprise"}), frozenset({"Province", "Prefecture"})


def grounds_of(mention: Mention) -> list[Mention]:
    """The mention and what stands inside it, but not 哈尔滨 in 哈尔滨工业大学: there it is a part of the name alone."""
    named = mention.name.endswith("大学") or (mention.type == "Enterprise" and mention.name.endswith("公司"))
    inner = [
        m for m in mention.inside if not (named and m.type in PLACES and (m.form is Form.SHORT or m.type == "Region"))
    ]
    return [mention, *(one for m in inner for one in grounds_of(m))]


def nesting(mentions: Iterable[Mention]) -> list[Claim]:
    """What a name says of its own parts: 云岭县教育局 stands in 云岭县, 商会党支部 belongs to 商会."""
    found = []
    for top in mentions:
        if top.rule.endswith("#chain"):
            for upper, lower in pairwise(top.inside):
                span = Span(upper.span.start, lower.span.end)
                found.append(Claim(lower, "subOrganizationOf", upper, (span,), "names/chain"))
        for mention in nested(top):
            if mention.type not in STANDING:
                continue
            bodies = [m for m in mention.inside if m.type in BODIES]
            grounds = [m for m in mention.inside if m.type in PLACES and m.form is not Form.ANAPHOR]
            # 吉林银行辽源分行: what the bank is called by, and the branch lies elsewhere.
            grounds = [m for m in grounds if not (m.form is Form.SHORT and mention.name.startswith(f"{m.name}银行"))]
            if bodies and mention.type in BODIES:
                body = max(bodies, key=lambda m: len(m.span))
                found.append(Claim(mention, "subOrganizationOf", body, (mention.span,), "names/nested"))
            elif grounds and not bodies:
                chain = [grounds[0]]
                for ground in grounds[1:]:
                    if ground.span.start == chain[-1].span.end:
                        chain.append(ground)
                # 黄河水利研究院, 华南建筑设计院: after what it is called, and it stands wherever it does.
                called = chain[-1].type in ("Region", "Place") and not chain[-1].name.endswith(GROUNDS)
                # 江岳省民政厅, 江岳市中级人民法院: of whom a body is, not where it stands.
                if not (called and mention.type in BODIES) and (chain[-1].type not in WIDE or mention.type in SEATED):
                    found.append(Claim(mention, "locatedIn", chain[-1], (mention.span,), "names/nested"))
    return found


def adjacent(mentions: Sequence[Mention]) -> Iterator[Claim]:
    """云岭县青石镇石桥村江岳云茶有限公司: a body lies in the village or town that is written right before it."""
    for place, body in pairwise(mentions):
        if place.type in BELOW and body.type in SETTLED and place.span.end == body.span.start:
            span = Span(place.span.start, body.span.end)
            yield Claim(body, "locatedIn", place, (span,), "names/adjacent")
