"""A regular expression in, the characters out of which some stand in every text that it fits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from operator import add
from typing import Any

# The only place that sees how Python parses an expression: what an expression needs is nowhere else to be had.
from re import _constants, _parser  # type: ignore[attr-defined]  # isort: skip

Conditions = tuple[frozenset[str], ...]
# Of more characters some stand in nearly every text.
MOST = 400
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
# What is looked for at a place, and takes up none.
NO_WIDTH = (_constants.AT, _constants.ASSERT_NOT)
# What may be any character.
ANYTHING: frozenset[str] = frozenset()


def needed(pattern: str) -> Conditions:
    """Sets of characters, and of pairs of them, of each of which one stands in every text that an expression fits.

    The first is that which the fewest texts fulfil, as far as can be told.

    >>> [sorted(some) for some in needed("[设建]立.*(?:村|社区)的")]
    [['建立', '设立'], ['的'], ['村', '社区']]
    >>> needed("推?行?")
    ()
    """
    parsed = _parser.parse(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return ()
    return tuple(sorted(dict.fromkeys(_conditions([*parsed])), key=_likelihood))


def _likelihood(condition: frozenset[str]) -> tuple[bool, int]:
    """Single characters are found oftener than pairs, and many oftener than few."""
    return any(len(characters) == 1 for characters in condition), len(condition)


def _conditions(items: Sequence[Any]) -> list[frozenset[str]]:
    """What a row of parsed items needs: pairs of known characters that stand side by side, and what stands alone."""
    found: list[frozenset[str]] = []
    row = [*_row(items, found), ANYTHING]
    paired = False
    for first, second in pairwise(row):
        pair = first and second and len(first) * len(second) <= MOST
        if pair:
            found.append(frozenset(map("".join, product(first, second))))
        elif first and not paired:
            found.append(first)
        paired = bool(pair)
    return found


def _row(items: Iterable[Any], found: list[frozenset[str]]) -> Iterator[frozenset[str]]:
    """The characters that may stand at each place in turn; what is needed apart from the row is added to `found`."""
    for kind, what in items:
        if kind in NO_WIDTH:
            continue
        if kind is _constants.ASSERT:
            # What stands before a place may stand before the stretch that is looked through.
            found += _conditions([*what[1]]) if what[0] > 0 else ()
        elif kind is _constants.SUBPATTERN and not what[1] & re.IGNORECASE:
            yield from _row(what[3], found)
        elif kind is _constants.BRANCH:
            yield ANYTHING
            found += _of_branches(what[1])
        elif kind in REPEATS and what[0] > 0:
            once = [*_row(what[2], found)]
            # The first time it stands behind what is before it, and the last time before what follows.
            yield from once if len(once) == 1 else [*once, ANYTHING, *once]
        else:
            yield _characters(kind, what)


def _of_branches(branches: Iterable[Iterable[Any]]) -> Iterator[frozenset[str]]:
    """What several ways need together: of each way that which the fewest texts fulfil."""
    ways = [min(_conditions([*way]), key=_likelihood, default=ANYTHING) for way in branches]
    if all(ways) and sum(map(len, ways)) <= MOST:
        yield frozenset().union(*ways)


def _characters(kind: Any, what: Any) -> frozenset[str]:
    """The characters that an item may be, where they are few."""
    if kind is _constants.LITERAL:
        return frozenset({chr(what)})
    if kind is not _constants.IN:
        return ANYTHING
    codes: set[int] = set()
    for form, code in what:
        if form is _constants.LITERAL:
            codes.add(code)
        elif form is _constants.RANGE and code[1] - code[0] < MOST:
            codes.update(range(code[0], code[1] + 1))
        else:
            return ANYTHING  # all but these, or a class of characters
    return frozenset(map(chr, codes)) if len(codes) <= MOST else ANYTHING


def each(bits: int) -> Iterator[int]:
    """The bits that are set.

    >>> [*each(0b1010)]
    [2, 8]
    """
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest


class Signs:
    """The conditions of many expressions, each with a bit of its own, so that a text is looked through once for all.

    >>> signs = Signs()
    >>> founding, running = signs.bits(needed("[设建]立")), signs.bits(needed("推行|实施"))
    >>> met = signs.met("青石镇推行河长制")
    >>> met & founding == founding, met & running == running
    (False, True)
    """

    __slots__ = ("_bits", "_numbers")

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], int] = {}
        self._bits: dict[str, int] = {}  # characters → the bits of the conditions that they fulfil

    def bits(self, conditions: Conditions) -> int:
        """The bits of all of the conditions; they are made known."""
        found = 0
        for condition in conditions:
            bit = 1 << self._numbers.setdefault(condition, len(self._numbers))
            found |= bit
            for characters in condition:
                self._bits[characters] = self._bits.get(characters, 0) | bit
        return found

    def met(self, text: str) -> int:
        """The bits of the conditions that a text fulfils."""
        found, bits = 0, self._bits
        for characters in bits.keys() & {*text, *map(add, text, text[1:])}:
            found |= bits[characters]
        return found


class Sought:
    """An expression that is looked for only where what it needs is shown."""

    __slots__ = ("expression", "needs")

    def __init__(self, expression: str | re.Pattern[str]) -> None:
        self.expression = re.compile(expression)
        self.needs = needed(self.expression.pattern)


class Sieve:
    """Many such expressions, and the bits of what each of them needs."""

    __slots__ = ("bits", "signs")

    def __init__(self, expressions: Iterable[Sought]) -> None:
        self.signs = Signs()
        self.bits: Mapping[Sought, int] = {sought: self.signs.bits(sought.needs) for sought in expressions}

    def standing(self, text: str) -> frozenset[Sought]:
        """Those that may stand in a text."""
        met = self.signs.met(text)
        return frozenset([sought for sought, bits in self.bits.items() if met & bits == bits])


class Stretches:
    """A text of which each stretch is looked through once, whatever is sought there.

    >>> roads = Sought("(?:国道|省道)[0-9]+线")
    >>> text = Stretches("国道227线穿过石桥村。", Sieve([roads]))
    >>> text.may_stand([roads], 0, 6), text.may_stand([roads], 6, 12)
    (True, False)
    >>> [match[0] for match in text.each(roads, 0, 6)]
    ['国道227线']
    """

    __slots__ = ("_sieve", "_standing", "_text")

    def __init__(self, text: str, sieve: Sieve) -> None:
        self._text, self._sieve = text, sieve
        self._standing: dict[tuple[int, int], frozenset[Sought]] = {}

    def each(self, sought: Sought, start: int, end: int) -> Iterator[re.Match[str]]:
        """Where an expression stands in a stretch; one that the sieve does not hold is looked for everywhere."""
        if sought in self._sieve.bits and sought not in self._at(start, end):
            return iter(())
        return sought.expression.finditer(self._text, start, end)

    def may_stand(self, some: Collection[Sought], start: int, end: int) -> bool:
        """Whether one of some expressions may stand in a stretch."""
        return not self._at(start, end).isdisjoint(some) or not self._sieve.bits.keys() >= {*some}

    def _at(self, start: int, end: int) -> frozenset[Sought]:
        found = self._standing.get((start, end))
        if found is None:
            found = self._standing[start, end] = self._sieve.standing(self._text[start:end])
        return found
