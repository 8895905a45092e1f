"""A sentence in, who in it is on the list that one before it made known out: 省里公布名单。石桥村榜上有名。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.honours.holders import can_hold
from kg.match.relations.folding import Folded
from kg.match.relations.listed import listed_before
from kg.match.rulebook.kinds import ACTORS
from kg.model import Claim, Mention, Span

RECEIVED, HONOUR, RULE = "received", "Honor", "on-list"
# 等4个社区入选, 成功上榜, 获此殊荣: no title stands behind it.
ON_IT = re.compile(
    "(?P<count>(?P<more>等)?[0-9一二两三四五六七八九十]+[个家名位所][一-龥]{0,6}?)?(?:成功|光荣|顺利|双双|强势|也|均|都)*"
    "(?:入选|上榜|榜上有名|名列其中|位列其中|在列|入围|荣?获此殊荣|获得(?:这一|该|此项?)(?:荣誉|称号|殊荣))(?=[，。；！])"
)
MADE_KNOWN = re.compile("公布|发布|公示|命名|授予|表彰|通报|印发|下发|认定|名单|揭晓")
BEFORE, REACH = 60, 160


def claims_on_list(text: str, folded: Folded, span: Span, before: Sequence[Mention], article: Span) -> Iterator[Claim]:
    """Those who a sentence says to be on a list, where the title stands one or two sentences before it."""
    title = next((m for m in reversed(before) if m.type == HONOUR and article.covers(m.span)), None)
    if title is None or span.start - title.span.end > REACH or any(m.type == HONOUR for m in folded.at.values()):
        return
    if not MADE_KNOWN.search(text, max(article.start, title.span.start - BEFORE), span.start):
        return
    for match in ON_IT.finditer(folded.text):
        group = list(_group(folded, match.start() - 1))
        # 江岳省3个村入选: that many of its villages.
        if match["count"] and not match["more"] and len(group) < 2:
            continue
        end = folded.origin[match.end()]
        for who in group:
            if can_hold(who.type, title.name):
                yield Claim(who, RECEIVED, title, (title.span, Span(who.span.start, end)), RULE)


def _group(folded: Folded, place: int | None) -> Iterator[Mention]:
    """Who stands right before a place, and all that are listed with him."""
    while place is not None and place in folded.at and folded.at[place].type in ACTORS:
        yield folded.at[place]
        place = listed_before(folded, place, ACTORS)
