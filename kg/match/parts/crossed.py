"""A list of which each member holds a part of either number of a name in, the parts of both out: 小积分兑换大文明."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.match.parts.first_member import first_member
from kg.match.parts.judging import Held, Reading, group_of, joined, judge
from kg.match.parts.last_member import without_noun
from kg.match.parts.likeness import VERB_LENGTHS
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import Members, members
from kg.match.shorthand.enumeration import pieces
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

# 小积分兑换大文明: such words need a verb before the second; 包政策促转变 does not.
QUALITIES = frozenset("大小微新老好多少高低优强")
LINKING, BY = frozenset("促带推助解破聚强引兴建提增惠"), frozenset("以用")


def crossed(text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, held: Held) -> Iterator[Reading]:
    """小积分兑换大文明、小网格撬动大治理: each member holds one part of both numbers."""
    clauses = pieces(text, span, 2)
    raw = [p for c in (clauses if held is Held.WHOLE else clauses[:1]) for p in pieces(text, c, 1)]
    if len(raw) == 1 < len(clauses) and held in (Held.RUN, Held.KEYED) and numerals[0].number == numerals[-1].number:
        raw = clauses[: numerals[0].number]  # 问需于民解民生难事，问计于民解工作难点
    if len(numerals) != 2 or len(raw) < (1 if held is Held.WHOLE else 2):
        return
    whole = members(text, raw, None, words, whole=True).spans
    halves = [_halves(text, piece, numerals[0].marks[0], numerals[1].marks[0], words) for piece in whole]
    pairs = [h for h in halves if h is not None]
    if len(pairs) < len(whole):
        return
    if held is not Held.WHOLE:
        # 通过支部联建促提升: what governs the list is no part of its first half.
        (first, second), rest = pairs[0], [text[left.start : left.end] for left, _ in pairs[1:]]
        at = first_member(text[first.start : first.end], rest, words, before=held is Held.BEFORE)
        pairs[0] = (Span(first.start + at, first.end), second)
    if len(pairs) > 1 and held is not Held.WHOLE:
        pairs[-1] = (pairs[-1][0], without_noun(text, [pair[1] for pair in pairs]))
    if len(pairs) > 1 and len({text[right.start : right.end] for _, right in pairs}) == 1:
        # 提议公开、商议公开: what is said alike of all is no part by itself.
        pairs = [(left, Span(left.start, right.end)) for left, right in pairs]
    readings = []
    for side, numeral in enumerate(numerals):
        found = Members(tuple(pair[side] for pair in pairs))
        reading = judge(text, found, numeral, words, held)
        readings.append(reading if len(pairs) > 1 else reading._replace(groups=(group_of(text, found, numeral),)))
    yield joined(readings)


def _halves(text: str, piece: Span, left: str, right: str, words: ListWords) -> tuple[Span, Span] | None:
    """The two parts in one member: 包政策促转变 parts at the second word, 小积分兑换大文明 at the verb between."""
    one = text.find(left, piece.start, piece.end)
    two = text.find(right, one + 1, piece.end) if one >= 0 else -1
    if two < 0:
        return None
    link = one + len(left)
    # 以组织化促资源变资产; of 问建议送服务 the first is not 问 alone.
    if one > piece.start and right not in LINKING and text[link] in LINKING and link + 1 < two:
        return Span(piece.start + (text[piece.start] in BY), link), Span(link + 1, piece.end)
    if two + 1 == piece.end and two > link + 1 and right not in QUALITIES:  # 限时办结制让群众省心
        return Span(piece.start, link), Span(link, piece.end)
    if right not in QUALITIES:
        return Span(piece.start, two), Span(two, piece.end)
    for at in range(one + len(left) + 1, two):
        for length in VERB_LENGTHS:
            if at + length <= two and text[at : at + length] in words.verbs:
                return Span(piece.start, at), Span(at + length, piece.end)
    return None
