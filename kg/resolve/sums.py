"""Observations in, the same with what the arithmetic says of them out: a share of a whole, a mean, a growth, a total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.model import Observation

# Figures that bear on each other stand in one paragraph: so far apart in the source, and no further.
NEAR = 160
SHARES = ("率", "占比", "比例", "比重", "占", "覆盖面")
MEANS = ("平均每", "均", "每")
GROWTH = ("增长", "增加", "提高", "上升", "提升", "下降", "减少", "降低")
FALL = ("下降", "减少", "降低")
PLACES = {"村": "村", "户": "户", "人": "人", "亩": "亩"}

Verdict = tuple[int, int, bool, str]  # of which figure, with which, whether they agree, the arithmetic in words


def check_sums(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """Fill in `agrees` where the text relates figures to each other closely enough to check them."""
    verdicts: dict[int, list[tuple[int, bool, str]]] = {}
    for index in range(len(observations)):
        near = _near(observations, index)
        for check in (_share, _mean, _growth, _total):
            for of, other, agrees, words in check(observations, index, near):
                verdicts.setdefault(of, []).append((other, agrees, words))
    return tuple(
        replace(observation, agrees=tuple(verdicts[index])) if index in verdicts else observation
        for index, observation in enumerate(observations)
    )
