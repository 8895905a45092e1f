"""Two ends of text in, whether the one goes on in the other out."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Protocol


class Wordhood(Protocol):
    """Who knows words: asked only where a repair needs evidence."""

    def frequency(self, word: str) -> int:
        """How common a word is; 0 if it is none."""


# The words of jieba's dictionary, counted as often as it counts them.
_ALL_WORDS = math.log(60_000_000)
_UNKNOWN = -_ALL_WORDS - 1
_REACH = 7  # characters to each side of a seam
_LONGEST_WORD = 6


@dataclass(slots=True)
class Seams:
    """Weighs seams by the words that they would make or break."""

    words: Wordhood
    _known: dict[str, float] = field(default_factory=dict)

    def gain(self, left: str, right: str) -> float:
        """How much likelier the two are as one text than as two, in natural logarithms: 0 where no word crosses.

        >>> class Few:
        ...     def frequency(self, word):
        ...         return {"产品": 9000, "产": 500, "品": 500, "生态": 3000, "价值": 3000}.get(word, 0)
        >>> Seams(Few()).gain("生态产", "品价值") > 4, Seams(Few()).gain("生态", "价值")
        (True, 0.0)
        """
        left, right = left[-_REACH:], right[:_REACH]
        return self._likelihood(left + right) - self._likelihood(left) - self._likelihood(right)

    def _likelihood(self, text: str) -> float:
        """Of the likeliest parting of a text into words."""
        best = [0.0]
        for end in range(1, len(text) + 1):
            best.append(
                max(best[start] + self._word(text[start:end]) for start in range(max(0, end - _LONGEST_WORD), end))
            )
        return best[-1]

    def _word(self, word: str) -> float:
        if word not in self._known:
            count = self.words.frequency(word)
            never = _UNKNOWN if len(word) == 1 else 3 * _UNKNOWN * len(word)
            self._known[word] = math.log(count) - _ALL_WORDS if count else never
        return self._known[word]


# ---- how paragraphs begin -----------------------------------------------------------------

_FRESH = re.compile(
    r"[“\"（(《【—#>]"
    r"|\d{1,4}[年月]|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]|\d{1,2}[.、]\D"
    r"|各位|同志们|我们|他们|如今|目前|当前|日前|近日|近年|多年|去年|今年|前年|今天|近期|最近|过去|此前|截至|截止|据|自\S{0,6}以来|\S{2,4}以来"
    r"|同时|此外|另外|与此|不仅|不过|然而|但是|可是|因此|为此|对此|于是|接下来|下一步|未来|今后|期间|随后|随着|随即"
    r"|为了|为\S{2}|在\S{2}|从\S{2}|对\S{2}|以\S{2}|按照|根据|依托|围绕|聚焦|针对|通过|面对|面向|走进|走在|来到|谈[及起到]|说起|作为|正是|只见"
    r"|[该这那]\S|每\S|一[年边方面路直系]|全[县市区镇乡村省州旗国]\S|当地|记者|老\S|有了|没有|谁|怎|如何|为什么"
    r"|春|夏|秋|冬|初|清晨|傍晚|夜幕|上午|下午|盛夏|金秋|五月|\S{1,2}时节"
    r"|加快|促进|推动|加强|深入|持续|提高|深化|提升|推进|积极|强化|坚持|实施|打造|防范|着力|扎实|实现|优化|大力|加大|扩大|统筹|全力|健全|全面"
    r"|拓展|创新|弘扬|繁荣|办好|完善|充分|坚定|综合|构建|落实|切实|增强|激发|抓\S|筑牢|聚力|发挥|激活|建强|突出|夯实|牢固|树立"
)
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,7}?(?:省|市|县|区|旗|州|镇|乡|村|街道|社区|公司|合作社|党委|支部|书记)(?![，。、]?[\u4e00-\u9fff]?[。])"
)
_CANNOT_BEGIN = re.compile(
    r"[，。、；：！？”’）)》】%…的了着过们与和及或等者性化型式件条项户亩吨元万亿页]|以上|以下|以内|左右|之[一前后间内中]|地[\u4e00-\u9fff]{2}(?<!地方)(?<!地区)(?<!地处)"
)
_FIRST_CLAUSE = re.compile(r"[^，。、；：！？]{0,30}")
_FIGURE_END = re.compile(r"\d\Z")
_FIGURE_GOES_ON = re.compile(r"[\d.%％年月日余多万亿千百个家户名人元亩吨公平米件条项次支处所座岁倍余]")


def beginning(text: str) -> float:
    """How much a text looks torn from what went before: above 0 it does, below 0 it begins something.

    >>> beginning("的老路子。") > 2, beginning("近年来，全县建站。") < -2
    (True, True)
    """
    if _CANNOT_BEGIN.match(text):
        return 6.0
    if _FRESH.match(text):
        return -4.0
    clause = _FIRST_CLAUSE.match(text)
    length = len(clause[0]) if clause else 0
    stop = text[length : length + 1]
    weight = 1.0 + (3.0 if length <= 2 else 1.0 if length == 3 else 0.0) + (0.5 if stop == "、" else 0.0)
    return weight - (2.5 if _PLACE.match(text) else 0.0)


def figure(left: str, right: str) -> float:
    """Whether a number goes on over a seam."""
    if not _FIGURE_END.search(left):
        return 0.0
    return 5.0 if _FIGURE_GOES_ON.match(right) else -4.0


_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))


def closing(left: str, right: str) -> float:
    """Whether what the one opens and never closes, the other closes."""
    weight = 0.0
    if '"' in left or '"' in right:
        odd = (left.count('"') % 2, right.count('"') % 2)
        weight += {(1, 1): 3.0, (0, 0): 0.0}.get(odd, -2.0)
    for opens, closes in _PAIRS:
        wants = left.count(opens) > left.count(closes)
        gives = right.count(closes) > right.count(opens)
        weight += 5.0 if wants and gives else -2.0 if wants or gives else 0.0
    return weight
