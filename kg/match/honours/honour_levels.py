"""An honour in, its level and batch out, as its own words give them: 国家级, 第四批."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Claim, Document

BATCHES = r"首批|第[0-9一二三四五六七八九十]+(?:批次?|届(?!.*[赛会节奖]))"
LEVELS = re.compile("国家级|省级|市级|州级|县级|区级|全国|全省|全市|全州|全区|全县|世界|国际")


def with_qualifiers(document: Document, claim: Claim) -> Claim:
    """A claim about an honour with the level and batch that its words give."""
    if claim.predicate != "received":
        return claim
    return replace(claim, qualifiers=claim.qualifiers + qualifiers(document.quote(claim.object.span)))


def qualifiers(text: str) -> tuple[tuple[str, str], ...]:
    """Level and batch as the words of the honour give them.

    >>> qualifiers("全国第四批国家级生态文明建设示范县")
    (('level', '国家级'), ('batch', '第四批'))
    """
    levels = LEVELS.findall(text)
    # 全国第四批国家级示范县 is of the one level; the 县级 of 全国“五好”县级工商联 says what is chosen.
    best = next((word for word in levels if word[-1] == "级" and _tier(word) == _tier(levels[0])), "")
    level = best or next(iter(levels), "")
    batch = re.search(BATCHES, text)
    return tuple((name, said) for name, said in (("level", level), ("batch", batch[0] if batch else "")) if said)


def _tier(level: str) -> int:
    return next(n for n, tier in enumerate(("国世际", "省", "市州", "县区")) if any(char in level for char in tier))
