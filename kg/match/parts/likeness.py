"""The members of a list in, how alike they are to each other and to the name out."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

VERB_LENGTHS = (4, 3, 2)
MOSTLY = 0.6
SHORTEST_DEED = 4


def has(text: str, span: Span, mark: str) -> bool:
    """Whether a member bears the word; 一 may be written 1."""
    return text.find(mark, span.start, span.end) >= 0 or (mark == "一" and text.find("1", span.start, span.end) >= 0)


def bearing(text: str, spans: Sequence[Span], numeral: Numeral) -> tuple[float, str]:
    """What share of the members bear the word of the name that most of them share, and which word it is.

    >>> from kg.match.shorthand.shorthand import Numeral
    >>> line = "带动就业、带动增收、美化庭院"
    >>> bearing(line, [Span(0, 4), Span(5, 9), Span(10, 14)], Numeral(3, "带动", "三带动", ("带动", "带")))
    (0.6666666666666666, '带动')
    """
    if not spans or not numeral.marks:
        return 0.0, ""
    if not numeral.key:
        # 一图一表一册: each member bears a word of its own.
        return sum(any(has(text, s, m) for m in numeral.marks) for s in spans) / len(spans), ""
    best, word = max([(sum([has(text, s, m) for s in spans]), m) for m in numeral.marks], key=lambda hit: hit[0])
    return best / len(spans), word


def all_bear(text: str, spans: Sequence[Span], numeral: Numeral) -> bool:
    """Whether every member bears one word of the name, or ends with the noun that it counts.

    >>> from kg.match.shorthand.shorthand import Numeral
    >>> all_bear("组织网、平安网", [Span(0, 3), Span(4, 7)], Numeral(2, "张网", "两张网", (), True, "网"))
    True
    """
    if numeral.counted:
        return bool(numeral.noun) and all(text.endswith(numeral.noun, s.start, s.end) for s in spans)
    return any(all(has(text, s, mark) for s in spans) for mark in numeral.marks)


def same_edge(text: str, spans: Sequence[Span]) -> bool:
    """Whether all members open or all end with one character: 订单式、托管式."""
    return len({text[s.start] for s in spans}) == 1 or len({text[s.end - 1] for s in spans}) == 1


def parallel(text: str, spans: Sequence[Span], verbs: Set[str]) -> float:
    """How alike the members are in build, 0 to 1: same opening, ending or length, or each a verb with its object."""
    if len(spans) < 2:
        return 0.0
    rows = ([text[s.start] for s in spans], [text[s.end - 1] for s in spans], [str(s.end - s.start) for s in spans])
    share = max([row.count(x) for row in rows for x in set(row)]) / len(spans)
    if share < 1:
        share = max(share, sum([opens_with_verb(text[s.start : s.end], verbs) for s in spans]) / len(spans))
    return share if share > MOSTLY else share / 3


def opens_with_verb(piece: str, verbs: Set[str]) -> bool:
    """Whether a member is a verb with something behind it."""
    size = len(piece)
    return (size > 2 and piece[:2] in verbs) or (size > 3 and piece[:3] in verbs) or (size > 4 and piece[:4] in verbs)


def ends_in_verb(text: str, spans: Sequence[Span], governing: Set[str], verbs: Set[str]) -> bool:
    """Whether the last piece goes on into the verb of the clause: 在镇、村、组开展 is no list of what is carried out.

    Where all of them end so, they are deeds: 产业升级、设施改造、环境优化.
    """
    items = [text[s.start : s.end] for s in spans]
    # 特色创建、扎实推进、辐射引领 are three steps of one length, 联席、联动、联调 bear one word; 镇、村、推行 go on.
    alike = len({len(item) for item in items}) == 1 and (len(items[0]) >= max(VERB_LENGTHS) or _borne(items))
    if any(item in governing for item in items) and not alike:
        return True
    if ("把" in items[0] or "将" in items[0]) and items[-1][-2:] in verbs:
        return True  # 将甲、乙编入
    if not any(items[-1][-k:] in governing for k in VERB_LENGTHS):
        return False
    return not all(item[-2:] in verbs for item in items) and len({len(item) for item in items}) > 1


def _borne(items: Sequence[str]) -> bool:
    return len(items) > 2 and any(len(set(same)) == 1 for same in zip(*items, strict=True))


def deeds(text: str, spans: Sequence[Span], nouns: tuple[str, ...]) -> bool:
    """Whether the last piece is a noun of a deed as long as the others are, and not one with the verb of the clause.

    `nouns` are the verbs that end a noun as often as they govern one.

    >>> line = "场所设置、督办落实、信息化建设"
    >>> deeds(line, [Span(0, 4), Span(5, 9), Span(10, 15)], ("落实", "建设"))
    True
    """
    lengths = [len(s) for s in spans]
    nominal = text.endswith(nouns, spans[-1].start, spans[-1].end)
    return nominal and len(spans) > 2 and min(lengths) >= SHORTEST_DEED and lengths[-1] <= max(lengths[:-1]) + 1
