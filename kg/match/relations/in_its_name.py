"""The mentions of a sentence in, the places out whose names open those of ways of working: 青石镇“三联”机制."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.rulebook.kinds import PLACES
from kg.model import Claim, Form, Mention, Stance

PREDICATES = {"Mechanism": "adopts", "Program": "implements", "Project": "implements"}
RULE = "in-its-name"
# 青石镇“三联”机制, 青石镇的“三联”机制: nothing but the quotation stands behind the place.
QUOTED_NEXT = re.compile("的?“")
# 拟打造青石镇“三联”机制, 没有青石镇“三联”机制: what is to be, or is not.
UNSURE = re.compile("(?:将|拟|要|计划|力争|争取|申报|争创|打造|如果|若|没有|未|尚未|不|缺乏)[^，。；！？\n]{0,10}\\Z")
REACH = 16


def claims_in_names(text: str, mentions: Sequence[Mention], claims: Sequence[Claim]) -> Iterator[Claim]:
    """青石镇“三联”机制走进课堂: the place with whose name that of a quoted way begins follows it.

    >>> from kg.model import Span
    >>> text = "青石镇“三联”机制走进课堂。"
    >>> place = Mention(Span(0, 3), "Township", "place/suffix", "青石镇", Form.PROPER)
    >>> way = Mention(Span(0, 9), "Mechanism", "quoted", "三联", Form.QUOTED, Span(4, 6), (place,))
    >>> [(claim.subject.name, claim.predicate) for claim in claims_in_names(text, [place, way], [])]
    [('青石镇', 'adopts')]
    """
    # In 青石镇“三联”机制在全省推广 the province is only where it spreads to.
    told = {
        (claim.predicate, claim.object.span)
        for claim in claims
        if claim.subject is None or claim.subject.form is not Form.ANAPHOR
    }
    for mention in mentions:
        predicate = PREDICATES.get(mention.type, "")
        if not predicate or mention.form is not Form.QUOTED or not mention.inside:
            continue
        place = mention.inside[0]
        opens = place.type in PLACES and place.form is not Form.ANAPHOR and place.span.start == mention.span.start
        if not opens or QUOTED_NEXT.match(text, place.span.end) is None or (predicate, mention.span) in told:
            continue
        if UNSURE.search(text, max(0, mention.span.start - REACH), mention.span.start) is None:
            yield Claim(place, predicate, mention, (mention.span,), RULE, Stance.STATED, (), ())
