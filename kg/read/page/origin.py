"""The stretches of a source that were read in, for each character of the text its place in the source out."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import overload

from kg.read.page.blocks import Stretch


@dataclass(frozen=True, slots=True)
class Origin(Sequence[int]):
    """Where each character of a text stood: a number a stretch, where one a character would be twice the text.

    >>> places = origin([(0, 3), (7, 8)])
    >>> list(places), places[3], places[-1], places[1:], len(places)
    ([0, 1, 2, 7], 7, 7, [1, 2, 7], 4)
    """

    starts: array[int]
    """where in the text each stretch begins, and where the last one ends"""
    places: array[int]
    """where in the source each stretch begins"""

    def __len__(self) -> int:
        return self.starts[-1]

    def __iter__(self) -> Iterator[int]:
        lengths = [end - start for start, end in pairwise(self.starts)]
        return chain.from_iterable(
            range(place, place + length) for place, length in zip(self.places, lengths, strict=True)
        )

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        starts = self.starts
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(starts[-1]))]
        place = index + starts[-1] if index < 0 else index
        if not 0 <= place < starts[-1]:
            raise IndexError(f"the text has no character {index}")
        stretch = bisect_right(starts, place) - 1
        return self.places[stretch] + place - starts[stretch]


def origin(stretches: Sequence[Stretch]) -> Origin:
    """The places of a text that is made of these stretches, one after the other."""
    if not stretches:
        return Origin(array("I", [0]), array("I"))
    places = array("I", [start for start, _ in stretches])
    lengths = [end - start for start, end in stretches]
    return Origin(array("I", accumulate(lengths, initial=0)), places)
