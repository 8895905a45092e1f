"""Text in, characters that were misread for ones of like shape out, with what must have stood there."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

from kg.read.page.seams import Seams

# A misread character is rare on its page: so often at most, and so much oftener on a long one.
_RARE, _PER_CHARACTERS = 3, 4000
_AROUND = 4
# What the right character must make likelier, as a logarithm, where only the dictionary speaks for it.
_CLEAR_NEAR, _CLEAR = 5.0, 7.7
# A name need not be in the dictionary.
_SAID = -5.0
_COMMON_WORD = 20
_NAMED = re.compile("[一-龥]?(?:[镇乡村县市区屯寨河江山]|街道|社区)")
# Where the page itself speaks: how often it has the right form, and how much oftener than the other.
_OFTEN, _TIMES = 6, 6
_WINDOW = 10_000
# What counts or dates after a figure; what only looks like it does not, and no clause ends with it.
_COUNTING = {"入": "人", "曰": "日", "卢": "户"}
_MISCOUNTED = re.compile(rf"[{''.join(_COUNTING)}](?<=[\d余多万].)(?=[，。、；：）”次])")


@dataclass(frozen=True, slots=True)
class Shapes:
    """For each character those that differ by a stroke or two, and those that are merely alike."""

    near: dict[str, str] = field(default_factory=dict)
    all: dict[str, str] = field(default_factory=dict)


NO_SHAPES = Shapes()


@dataclass(frozen=True, slots=True)
class Slip:
    """A misread character: its place in the text, what it must be, and why."""

    place: int
    right: str
    why: str


def shapes(rows: Iterable[Sequence[str]]) -> Shapes:
    """The look-alikes of each character, both ways.

    >>> shapes([("乌", "鸟", "马")]).all
    {'乌': '鸟马', '鸟': '乌', '马': '乌'}
    """
    found = Shapes()
    for char, near, *others in rows:
        for other in near:
            for one, two in ((char, other), (other, char)):
                found.near[one] = found.near.get(one, "") + two
        for other in near + "".join(others):
            for one, two in ((char, other), (other, char)):
                found.all[one] = found.all.get(one, "") + two
    return found


def slips(text: str, seams: Seams, alike: Shapes) -> list[Slip]:
    """The misread characters of a page of which something is known to be misread or torn."""
    counts = Counter(text)
    found = {slip.place: slip for slip in _miscounted(text)} if not counts.keys().isdisjoint(_COUNTING) else {}
    odd: list[int] = []
    for place in sorted(_suspects(text, counts, alike, seams.words.counts)):
        if place in found:
            continue
        slip = _slip(text, place, seams, alike, counts)
        if slip is not None:
            found[place] = slip
        else:
            odd.append(place)
    # Where one character was misread the next may be, too: there the page need say the right form only once.
    for place in odd if found else ():
        if (place - 1 in found or place + 1 in found) and (slip := _echoed(text, place, alike.all)):
            found[place] = slip
    return [found[place] for place in sorted(found)]


def _miscounted(text: str) -> Iterator[Slip]:
    for found in _MISCOUNTED.finditer(text):
        yield Slip(found.start(), _COUNTING[found[0]], f"形近误字：数后“{found[0]}”应为量词")


def _suspects(text: str, counts: Counter[str], alike: Shapes, known: Mapping[str, int]) -> list[int]:
    """Where characters stand in no word, once, or seldom beside a frequent one that is nearly the same."""
    seen, near, find = alike.all, alike.near, text.find
    places: list[int] = []
    place = 0
    # In the order in which they first stand in the text, so that each is looked for from the one before.
    for char in compress(counts, map((1).__eq__, counts.values())):
        if char in seen:
            place = find(char, place)
            # Nearly every character makes a word of two, so that these are asked for first.
            if (
                text[place : place + 2] not in known
                and text[place - 1 : place + 1] not in known
                and not _in_longer_word(text, place, known)
            ):
                places.append(place)
    most = _RARE + len(text) // _PER_CHARACTERS
    # From the frequent ones, which are few: what stands twice needs one that stands more than four times.
    seldom = {
        char
        for often in near.keys() & counts.keys()
        if (count := counts[often]) > 4
        for char in near[often]
        if char in counts and 1 < counts[char] <= most and count > 2 * counts[char]
    }
    for char in seldom:
        place = -1
        for _ in range(counts[char]):
            place = find(char, place + 1)
            if not _in_word(text, place, known):
                places.append(place)
    return places


def _in_word(text: str, place: int, known: Mapping[str, int]) -> bool:
    """Whether the dictionary holds a word of the character and its neighbours."""
    return (
        text[place : place + 2] in known
        or text[max(0, place - 1) : place + 1] in known
        or _in_longer_word(text, place, known)
    )


def _in_longer_word(text: str, place: int, known: Mapping[str, int]) -> bool:
    return (
        text[max(0, place - 2) : place + 1] in known
        or text[place : place + 3] in known
        or text[max(0, place - 1) : place + 2] in known
    )


def mended(text: str, found: Iterable[Slip]) -> str:
    """The text with the right characters.

    >>> mended("寻鸟县", [Slip(1, "乌", "")])
    '寻乌县'
    """
    pieces, end = [], 0
    for slip in found:
        pieces += [text[end : slip.place], slip.right]
        end = slip.place + 1
    return "".join([*pieces, text[end:]])


def _slip(text: str, place: int, seams: Seams, alike: Shapes, counts: Counter[str]) -> Slip | None:
    left, wrong, right = text[max(0, place - _AROUND) : place], text[place], text[place + 1 : place + 1 + _AROUND]
    before, after = left[-1:], right[:1]
    known = seams.words.counts.get
    best, slip = -math.inf, None
    likely: Callable[[str], float] | None = None
    as_read = 0.0
    for char in alike.all[wrong]:
        common = known(before + char, 0) > _COMMON_WORD or known(char + after, 0) > _COMMON_WORD
        said = char in counts and counts[char] >= _OFTEN and _said_by_page(text, place, char, counts)
        # A name may be any two characters; only the page itself can say that it is another's.
        if not said and (not common or _NAMED.match(text, place + 1)):
            continue
        if likely is None:
            likely = seams.around(left, right)
            as_read = likely(wrong)
        gain = likely(char) - as_read
        clear = _SAID if said else _CLEAR_NEAR if char in alike.near.get(wrong, "") else _CLEAR
        if gain > max(best, clear):
            reason = "文中多处作此" if said else "改之成词"
            best, slip = gain, Slip(place, char, f"形近误字：“{wrong}”应为“{char}”，{reason}")
    return slip


def _said_by_page(text: str, place: int, char: str, counts: Counter[str]) -> bool:
    """Whether the page has the two characters with the right one often, and those with the wrong one hardly."""
    start, end = max(0, place - _WINDOW), place + _WINDOW
    for beside, wrong, right in _pairs(text, place, char):
        # Two characters stand together no oftener than each of them stands.
        if counts[beside] >= _OFTEN and wrong.isalpha():
            count = text.count(right, start, end)
            if count >= _OFTEN and count >= _TIMES * text.count(wrong, start, end):
                return True
    return False


def _pairs(text: str, place: int, char: str) -> Iterator[tuple[str, str, str]]:
    """What stands beside a character, with it and with what may be right."""
    before, wrong, after = text[place - 1 : place], text[place], text[place + 1 : place + 2]
    if before:
        yield before, before + wrong, before + char
    if after:
        yield after, wrong + after, char + after


def _echoed(text: str, place: int, alike: dict[str, str]) -> Slip | None:
    start, end = max(0, place - _WINDOW), place + _WINDOW
    before = text[max(0, place - 2) : place]
    for char in alike.get(text[place], ""):
        if len(before) == 2 and before.isalpha() and text.find(before + char, start, end) >= 0:
            return Slip(place, char, f"形近误字：“{text[place]}”应为“{char}”，文中他处作“{before + char}”")
    return None
