"""Two ends of text in, what besides their words says that the one goes on in the other out."""

from __future__ import annotations

import re

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
