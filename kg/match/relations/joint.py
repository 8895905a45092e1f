"""The claims of a sentence in, what those who work together there do together out: 与农科院共建试验站."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.rulebook.kinds import BODIES, PLACES
from kg.model import Claim, Span

TOGETHER, DONE = "cooperatesWith", frozenset({"establishes", "implements"})
# 联合农科院，建成试验站: what the next clause says is still done by both.
JOINED = re.compile("联合|携手|联手|协同|牵手")
# 会同市财政局等部门开展…，成立…: who is called in helps with the one thing, and what follows is the leader's.
HELPED = re.compile("会同")
BOTH = re.compile("共同|联合|合作|携手|联手|共建|合建|联建")
RULE, SHORT = "joint", 4


def joint_claims(text: str, clauses: Sequence[Span], claims: Sequence[Claim]) -> Iterator[Claim]:
    """For each partner that a sentence names, what the other is said to found or carry out in the same breath."""
    partners = {claim.object.span for claim in claims if claim.predicate == TOGETHER}
    for tie in claims:
        if tie.predicate != TOGETHER or tie.object.type not in BODIES | PLACES:
            continue
        for claim in claims:
            if claim.predicate not in DONE or claim.stance != tie.stance or claim.subject not in (tie.subject, None):
                continue
            # 引进培育甲公司、乙公司: a partner is founded by no other partner.
            if claim.object.span not in partners and _shared(text, clauses, tie, claim):
                yield replace(claim, subject=tie.object, rule=f"{RULE}/{claim.rule}", spans=_spans(tie, claim))


def _shared(text: str, clauses: Sequence[Span], tie: Claim, claim: Claim) -> bool:
    """Whether what is founded stands behind the partner, and a word says that both did it."""
    between = Span(tie.object.span.end, claim.object.span.start)
    if between.start >= between.end:
        return False
    at, behind = _index(clauses, tie.object.span.start), _index(clauses, between.end)
    before = text[max(0, tie.spans[-1].start) : tie.object.span.start]
    if HELPED.search(before):
        return behind == at
    if JOINED.search(before):
        return 0 <= behind - at <= 1
    # 与农学院组建法援团: nothing but the verb stands between.
    return behind == at and (len(between) <= SHORT or BOTH.search(text, between.start, between.end) is not None)


def _index(clauses: Sequence[Span], place: int) -> int:
    return next((i for i, clause in enumerate(clauses) if clause.start <= place < clause.end), -1)


def _spans(tie: Claim, claim: Claim) -> tuple[Span, ...]:
    last = claim.spans[-1]
    return (Span(min(tie.object.span.start, last.start), max(tie.object.span.end, last.end)),)
