"""A mention in, what its name announces of its parts out, and the places where their list would touch it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.match.names.sayings import QUOTED
from kg.match.shorthand.decomposed import counted_outside, decompose, inner_count, phrase, topical_count
from kg.match.shorthand.enumeration import CLOSING, OPENING
from kg.match.shorthand.shorthand import STATES_A_NUMBER, UNITED, Numeral, Shorthand
from kg.model import Form, Mention, Span

SLOGAN_MARKS = re.compile(r"[、，+＋]|[—－–→]|(?<=[一-鿿])-(?=[一-鿿])")
# 五柳湖景区 counts no lakes: of a name without quotation marks only a short word is what its number counts.
NOMINAL_KEY, NOMINAL_KEY_WITH_HEAD = 2, 3
# “12345”工作法 is no telephone.
HOTLINE = "12345"
WAY_OF_WORKING = re.compile("的?(?:党建|基层|社区|乡村|社会)?(?:治理|服务|管理)?(?:工作)?(?:法|思路|模式|机制|体系)")
GREAT = re.compile("[二两三四五六七八九十]大")
COUNT_LENGTH, OF_COLOURS = 4, 2
ONE = ("一", "1")
# “分流—调解—速裁—精审”四步递进解纷: as many steps as the quotation tells, where the name ends with it.
COUNTED_BEHIND = re.compile("的?([三四五六七八九][步级环])(?!行)")
UNIFORM = re.compile("[三四五六七八九]个?统一(?=(?:服务|管理|经营|标准|办法)\\Z)")


class Announced(NamedTuple):
    """What a name says of its parts."""

    mention: Mention
    numerals: tuple[Numeral, ...]
    starts: tuple[int, ...]  # of the quotation mark or the counted noun, and of the whole
    ends: tuple[int, ...]  # behind the quotation mark, and behind the whole
    slogan: Span | None = None  # the name is itself a list
    own: bool = True  # the name itself states its number: not so in 四项“清障”机制
    borne: str = ""  # the word that each part must bear


def announced(text: str, mention: Mention, shorthand: Shorthand) -> Announced:
    """Take a name apart: its numbers, or the list that it is."""
    if mention.core is None:
        start, end = mention.span.start, mention.span.end
        if not STATES_A_NUMBER.search(text, start, end):
            return Announced(mention, (), (_own_start(text, start, end),), (end,))
        # “四议两公开”工作法 may be known by its whole name.
        if (inner := QUOTED.match(text, start, end)) and decompose(inner[1], shorthand):
            return _quoted(text, mention, Span(*inner.span(1)), shorthand)
        return _nominal(text, mention, shorthand)
    return _quoted(text, mention, mention.core, shorthand)


def _quoted(text: str, mention: Mention, core: Span, shorthand: Shorthand) -> Announced:
    # A chain of links may be the core of a name without quotation marks round it.
    start = core.start - (text[core.start - 1 : core.start] in OPENING)
    behind = core.end + (text[core.end : core.end + 1] in CLOSING)
    starts = tuple(dict.fromkeys((start, min(start, mention.span.start))))
    ends = tuple(dict.fromkeys((behind, max(behind, mention.span.end))))
    name = text[core.start : core.end]
    numerals = decompose(name, shorthand)
    if name == HOTLINE and WAY_OF_WORKING.match(text, behind):
        numerals = tuple(Numeral(int(digit), "", digit) for digit in name)
    if name.isdecimal() and text[behind : behind + 1] in shorthand.measures:
        numerals = ()  # “21”条 are twenty-one
    if GREAT.fullmatch(name):
        # “三大”行动: what is counted stands behind the quotation.
        numerals = decompose(name + text[behind : mention.span.end], shorthand)
    if numerals:
        return Announced(mention, numerals, starts, ends)
    if SLOGAN_MARKS.search(name):
        tail = UNITED.match(text, behind)
        said = tail[0] if tail else text[behind : mention.span.end]
        # “党建+产业”“党建+治理”“党建+服务”三大品牌 counts the quotations.
        if text[start - 1 : start] in CLOSING and (summed := phrase(said, shorthand)) and summed[0] == 0:
            return Announced(mention, (summed[1],), (behind,), ends)
        return Announced(mention, _behind_slogan(text, name, behind, said, shorthand), starts, ends, core)
    count = shorthand.before.search(text, max(0, start - COUNT_LENGTH), start)
    # 一项“没有终点的工程” is one of its kind, and made of nothing.
    if count and count["number"] not in ONE:
        counted = counted_outside(count["number"], count[0] + text[start : mention.span.end])
        return Announced(mention, (counted,), (count.start(),), ends, own=False)
    if deeds := inner_count(name, shorthand):
        return Announced(mention, (deeds,), starts, ends, own=False)
    if topical := topical_count(name, shorthand):
        return Announced(mention, (topical,), starts, ends, own=False, borne=topical.key)
    return Announced(mention, (), starts, ends)


def _behind_slogan(text: str, slogan: str, behind: int, tail: str, shorthand: Shorthand) -> tuple[Numeral, ...]:
    """The number that follows a slogan: “A—B—C”三级体系, or, as many as it lists, “A、B、C、D”四步工作法."""
    if counted := phrase(tail, shorthand):
        return (counted[1],)
    found = decompose(tail.removeprefix("的"), shorthand)
    listed = len(SLOGAN_MARKS.findall(slogan)) + 1
    if not found and (outside := COUNTED_BEHIND.match(text, behind)):
        found = decompose(outside[1], shorthand)
    return found if len(found) == 1 and found[0].number == listed and not found[0].text.startswith("双") else ()


def _nominal(text: str, mention: Mention, shorthand: Shorthand) -> Announced:
    """A name without quotation marks: its number stands in front, or counts the noun at its end."""
    end = mention.span.end
    start = _own_start(text, mention.span.start, end)
    if mention.form is Form.SHORT and (number := STATES_A_NUMBER.search(text, start, end)):
        start = number.start()  # 楼栋五步工作法
    name = text[start:end]
    if not STATES_A_NUMBER.search(name):
        return Announced(mention, (), (start,), (end,))
    if found := phrase(name, shorthand):
        return Announced(mention, (found[1],), (start + found[0],), (end,))
    # 五统一管理, 四统一服务: the last word is no part of what is counted.
    numerals = decompose(uniform[0] if (uniform := UNIFORM.match(name)) else name, shorthand)
    longest = NOMINAL_KEY_WITH_HEAD if shorthand.head(name) else NOMINAL_KEY
    longest += OF_COLOURS * (len(numerals) == 1 and numerals[0].key.startswith("色"))  # 三色督办单制度
    if len(numerals) == 1 and not numerals[0].counted and len(numerals[0].key) > longest:
        numerals = ()
    if text[start - 1 : start] in OPENING:
        start, end = start - 1, end + 1
    return Announced(mention, numerals, (start,), (end,))


def _own_start(text: str, start: int, end: int) -> int:
    """Where a name begins without the list before it that was read into it."""
    return text.rfind("的", start, end) + 1 or start if text.find("、", start, end) >= 0 else start
