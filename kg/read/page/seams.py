"""Two ends of text in, how likely the one goes on in the other out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from operator import itemgetter
from typing import Protocol


class Wordhood(Protocol):
    """Who knows words: asked only where a repair needs evidence."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How common each word is; what is not among them is none."""


# All words of jieba's dictionary, each as often as it counts them.
_ALL_WORDS = log(60_000_000)
# A character that is no word of its own; longer strings that are none do not exist.
_RARE = -_ALL_WORDS - 1
_REACH = 4  # characters to each side of a seam
_LONGEST_WORD = 4
_MARKS = frozenset('，。、；：！？“”（）《》"')
# How far words of so many characters reach to both sides, and what stands there round a seam, all taken at once.
_OVER_A_SEAM = ((1, 1), (2, 2), (2, 1), (1, 2), (1, 3), (3, 1))
_over_a_seam = itemgetter(*[slice(_REACH - before, _REACH + after) for before, after in _OVER_A_SEAM])
# Where words of several characters may stand within so many.
_WITHIN = tuple(
    tuple((end - size, end) for end in range(2, length + 1) for size in range(min(end, _LONGEST_WORD), 1, -1))
    for length in range(_REACH + 1)
)
_OVER_A_CHARACTER = ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (0, 3), (3, 0))

# Of a word over a seam: how much of it stands to the left and to the right, and how likely it is, as a logarithm.
_Crossing = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Seams:
    """Weighs seams by the words that they make."""

    words: Wordhood

    def gain(self, left: str, right: str) -> float:
        """How much likelier the two are as one text than as two, as a logarithm: 0 where no word crosses.

        >>> class Few:
        ...     counts = {"产品": 9000, "产": 500, "品": 500, "生态": 3000, "价值": 3000}
        >>> Seams(Few()).gain("生态产", "品价值") > 4, Seams(Few()).gain("生态", "价值")
        (True, 0.0)
        """
        return self.onto(left)(right)

    def onto(self, left: str) -> Callable[[str], float]:
        """The gain of each text that may go on where this one ends."""
        # No word holds a mark.
        if left[-1:] in _MARKS:
            return _no_gain
        # No word holds a line break, which makes both sides of one length.
        ending = left[-_REACH:].rjust(_REACH, "\n")
        known = self.words.counts.get
        before: list[float] = []

        def gain(right: str) -> float:
            if right[:1] in _MARKS:
                return 0.0
            counts = [*map(known, _over_a_seam(ending + right[:_REACH].ljust(_REACH, "\n")))]
            # Nearly no seam makes a word.
            if not any(counts):
                return 0.0
            crossing = [
                (back, on, log(count) - _ALL_WORDS)
                for (back, on), count in zip(_OVER_A_SEAM, counts, strict=True)
                if count
            ]
            if not before:
                before.extend(self._before(left[-_REACH:]))
            after = self._after(right[:_REACH])
            return max(0.0, _likeliest(before, crossing, after) - before[-1] - after[0])

        return gain

    def around(self, left: str, right: str) -> Callable[[str], float]:
        """How likely a character stands between two ends of text, as a logarithm."""
        before, after = self._before(left), self._after(right)

        def likelihood(char: str) -> float:
            count = self.words.counts.get(char)
            alone = (0, 0, log(count) - _ALL_WORDS if count else _RARE)
            return _likeliest(before, [alone, *self._words(left, char, right, _OVER_A_CHARACTER)], after)

        return likelihood

    def _words(self, left: str, char: str, right: str, reaches: Sequence[tuple[int, int]]) -> list[_Crossing]:
        """The words that reach from the one end into the other."""
        known = self.words.counts.get
        text, start, end = left + char + right, len(left), len(left) + len(char)
        return [
            (before, after, log(count) - _ALL_WORDS)
            for before, after in reaches
            if before <= start and (count := known(text[start - before : end + after])) and after <= len(right)
        ]

    def _before(self, text: str) -> list[float]:
        """The likelihood of each beginning of a text, from the empty one to the whole, in its likeliest words."""
        known = self.words.counts.get
        words = self._within(text)
        best = [0.0]
        for end, char in enumerate(text, 1):
            count = known(char)
            top = best[-1] + (log(count) - _ALL_WORDS if count else _RARE)
            for start, stop, weight in words:
                if stop == end and best[start] + weight > top:
                    top = best[start] + weight
            best.append(top)
        return best

    def _after(self, text: str) -> list[float]:
        """The same of each end of a text, from the whole to the empty one."""
        known = self.words.counts.get
        words = self._within(text)
        best = [0.0] * (len(text) + 1)
        for start in range(len(text) - 1, -1, -1):
            count = known(text[start])
            top = best[start + 1] + (log(count) - _ALL_WORDS if count else _RARE)
            for place, end, weight in words:
                if place == start and best[end] + weight > top:
                    top = best[end] + weight
            best[start] = top
        return best

    def _within(self, text: str) -> list[tuple[int, int, float]]:
        """The words of several characters in an end of text: of so few characters there are seldom two."""
        known = self.words.counts.get
        return [
            (start, end, log(count) - _ALL_WORDS)
            for start, end in _WITHIN[len(text)]
            if (count := known(text[start:end]))
        ]


def _no_gain(_: str) -> float:
    return 0.0


def _likeliest(before: list[float], crossing: Iterable[_Crossing], after: list[float]) -> float:
    return max([before[-1 - left] + weight + after[right] for left, right, weight in crossing])


# ---- how a paragraph begins ---------------------------------------------------------------

# Marks, particles, measure words and second halves of words, where they do not begin one themselves.
_CANNOT_BEGIN = re.compile(
    r"[（(](?![一二三四五六七八九十\d]{1,3}[）)])|[，。、；：！？”’）)》】%…们者型吨]|以上(?![这各成工目措])|以下(?![是为简])|以内|左右(?!为|翼|岸)|之[一前后间内中]"
    r"|的(?!确)|了(?!解|却|不起)|着(?![力眼手重实装])|过(?![去年节硬往了关渡程冬])|与(?![此会时其众])|和(?![谐平静睦田县顺])"
    r"|及(?![时早])|或(?!许)|等(?![级待到着候])|性(?![别能格质])|化(?![工解肥学繁州险])|式(?!样)|件|条(?!件)|项(?!目)"
    r"|户(?![均籍外口])|亩(?![均产])|元(?![旦宵月宝])|万(?![里家物象众州宁载安年源全达山水千民])|亿(?!万)|页(?!岩)"
)
_BEGINS = (
    r"[（(【—]|\d{1,4}年|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]|\d{1,2}[.、]\D"
    r"|各位|同志们|我们|他们|当地|记者|老\S|[该这那每]\S|一[年边方面路直系]|全[县市区镇乡村省州旗国]"
    r"|如今|目前|当前|日前|近[日年期]|多年|[去今前]年|今天|最近|过去|此前|截至|截止|据|(?:自\S{0,6}|\S{2,4})以来"
    r"|同时|此外|另外|与此|不仅|不过|然而|但是|可是|因此|为此|对此|于是|接下来|下一步|未来|今后|期间|随[后着即]"
    r"|为了|走[进在]|来到|谈[及起到]|说起|作为|正是|只见|有了|没有|谁|怎|如何|为什么"
    r"|[春夏秋冬初]|清晨|傍晚|夜幕|[上下]午|盛夏|金秋|\S{1,2}时节"
)
_LEADS_IN = r"为(?!主|辅|全)|在|从|以(?![上下内来及外])|按照|根据|依托|围绕|聚焦|针对|通过|面[对向]"
_URGES = (
    r"加快|促进|推[动进]|加[强大]|深[入化]|持续|提[高升]|积极|[强优]化|坚[持定]|实[施现]|打造|防范|着力|扎实|[大全聚]力|扩大|统筹|健全"
    r"|全面|拓展|创新|弘扬|繁荣|办好|[完改]善|充分|综合|构建|落实|切实|增强|激[发活]|抓\S|筑牢|发挥|建强|突出|夯实|牢固|树立"
)
# For each of the ways to begin how much it speaks for a beginning: the first that fits counts.
_SPEAKS = (3.4, 3.0, 1.3)
_AFRESH = re.compile(f"(?:{_BEGINS})()|(?:{_LEADS_IN})()|(?:{_URGES})()")
_FIRST_CLAUSE = re.compile(r"[^，。、；：！？]{0,30}")
# A short first sentence of one clause or two: 产业强，农民富。
_TOPIC = re.compile(
    r"(?![^，。]*等)(?:[^，。、；：！？“”\"\d]{3,9}，[^，。、；：！？“”\"\d]{2,12}。|[^，。、；：！？“”\"\d]{7,16}[。？])"
)


def torn_off(text: str) -> float:
    """How much likelier a paragraph begins in mid-sentence than afresh, as a logarithm.

    The weights were fitted on reports cut at random places.

    >>> torn_off("的老路子。") > 1, torn_off("近年来，全县建站。") < -3
    (True, True)
    """
    clause = _first_clause(text)
    weight = (0.9 if 0 < len(clause) <= 2 else 0.0) + (0.4 if text[len(clause) : len(clause) + 1] == "、" else 0.0)
    if is_headless(text):
        return weight + 2.2
    weight -= 2.3 if _TOPIC.match(text) else 0.0
    if text.startswith(("“", '"')):
        return weight - 2.4
    afresh = _AFRESH.match(text)
    return weight - _SPEAKS[afresh.lastindex - 1] if afresh and afresh.lastindex else weight


def is_headless(text: str) -> bool:
    """Whether nothing can begin as this text does."""
    return _CANNOT_BEGIN.match(text) is not None


def _first_clause(text: str) -> str:
    found = _FIRST_CLAUSE.match(text)
    return found[0] if found else ""


# ---- what the two sides have of each other ------------------------------------------------

_FIGURE_GOES_ON = re.compile(r"[.,%年月日余多万亿千百]")
_COUNTED = re.compile(r"[个家户名人元亩吨公平米件条项次支处所座岁倍]")
_BRACKETS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"))


def figure(left: str, right: str) -> float:
    """Whether a number goes on over the seam."""
    if not left[-1:].isdigit():
        return 0.0
    if right[:1].isdigit():
        return 2.0
    return 0.8 if _FIGURE_GOES_ON.match(right) else 0.4 if _COUNTED.match(right) else -1.2


def brackets(left: str, right: str) -> float:
    """Whether what the one side opens, the other closes; print loses marks, so that disagreement says less."""
    ending, beginning = left[left.rfind("。") + 1 :], right[: right.find("。") + 1] or right
    weight = 0.0
    if '"' in left or '"' in right:
        odd = (left.count('"') % 2, right.count('"') % 2)
        near = (ending.count('"') % 2, beginning.count('"') % 2)
        weight = 2.8 if (1, 1) in (odd, near) else -1.5 if 1 in near and 1 in odd else 0.0
    for opening, closing in _BRACKETS:
        wants = opening in ending and ending.count(opening) > ending.count(closing)
        gives = closing in beginning and beginning.count(closing) > beginning.count(opening)
        if wants or gives:
            weight += 2.8 if wants and gives else -1.5
    return weight


_LONGEST_CLAUSE = 22
_OFTEN = 50
_TO_MARK = re.compile(r"[^，。、；：！？“”\"]{0,30}")


def clause(left: str, right: str) -> float:
    """Whether the clause over the seam is one that a writer would write: no longer than others, and no broken list."""
    beginning = _first_clause(right)
    # Read from its end: a search for what reaches to the end would begin at every place.
    ending = _TO_MARK.match(left[:-32:-1])
    weight = -0.9 if ending and len(ending[0]) + len(beginning) > _LONGEST_CLAUSE else 0.0
    if left.endswith("、"):
        weight += 0.9 if right[len(beginning) : len(beginning) + 1] == "、" or "等" in beginning else -0.5
    return weight


def heard_after(left: str, page: str) -> frozenset[str] | None:
    """What follows on the page wherever it says what the left side ends with; None where it says that very often."""
    ending = left[-2:]
    after = set[str]()
    place = page.find(ending)
    # Found one by one, not by a split, which would copy the page each time.
    for _ in range(_OFTEN):
        if place < 0:
            return frozenset(after)
        place += len(ending)
        after.add(page[place : place + 1])
        place = page.find(ending, place)
    return None


def echo(left: str, right: str, page: str) -> float:
    """Whether the page says elsewhere what the seam would say."""
    longest, most = 2, min(4, len(right))
    for before in range(2, min(6, len(left)) + 1):
        # Whatever longer stretch the page repeats, it repeats the shorter ones in it.
        after = 0
        while after < most and left[-before:] + right[: after + 1] in page:
            after += 1
        if not after:
            break
        longest, most = max(longest, before + after), after
    return 1.2 * (min(longest, 6) - 2)


_ASKED = 21
_STARTS = '\n。，；：！？”“"、'


def subject(right: str, page: str) -> float:
    """Whether the first word of a paragraph begins sentences elsewhere on the page, too."""
    word = right[:3]
    starts = others = 0
    place = page.find(word)
    while place >= 0 and starts + others < _ASKED:
        if page[place - 1 : place] in _STARTS:
            starts += 1
        else:
            others += 1
        place = page.find(word, place + len(word))
    # One of them is the paragraph itself.
    return -2.3 if starts - 1 > others else 0.0
