"""The claims of a sentence in, where what a village, community or town has built stands out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.rulebook.kinds import PLACES
from kg.model import Claim, Form, Mention, Stance

BUILDS, STANDS = "establishes", "locatedIn"
GROUND = frozenset({"Village", "Community", "Township"})
# What stands nowhere: 村里上线“码上办”小程序.
NOWHERE = re.compile("(?:平台|程序|APP|App|公众号|群|网|线|系统|窗口|账号|专栏|直播间|链|圈|带|渠道|体系|品牌|通车)”?$")
RULE = "standing"


def standing_claims(text: str, mentions: Sequence[Mention], claims: Sequence[Claim]) -> Iterator[Claim]:
    """石桥村建成冷库: it stands in the village, where the sentence does not place it elsewhere."""
    placed = {c.subject.span for c in claims if c.predicate == STANDS and c.subject is not None}
    for claim in claims:
        builder, built = claim.subject, claim.object
        if claim.predicate != BUILDS or claim.stance is not Stance.STATED or builder is None:
            continue
        if builder.type not in GROUND or not _built(text, built) or built.span in placed:
            continue
        if not _elsewhere(mentions, claim):
            rule = f"{RULE}/{claim.rule}"
            yield replace(claim, subject=built, predicate=STANDS, object=builder, rule=rule, qualifiers=())


def _built(text: str, mention: Mention) -> bool:
    """Whether a thing stands on the ground: a plant without a name of its own does as a hall does."""
    plant = mention.type == "Enterprise" and mention.form is Form.NOMINAL
    return (mention.type == "Facility" or plant) and not NOWHERE.search(text, mention.span.start, mention.span.end)


def _elsewhere(mentions: Sequence[Mention], claim: Claim) -> bool:
    """在县城建成…: whether another place stands between the builder and what is built."""
    low = claim.spans[-1].start
    # 善港村修建高峰村党群服务中心: its name says where it stands.
    if any(m.type in PLACES and m.form is Form.PROPER for m in claim.object.inside):
        return True
    others = (m for m in mentions if m.type in PLACES and claim.subject is not None and m.span != claim.subject.span)
    return any(low <= m.span.start < claim.object.span.start for m in others)
