"""The numbers of a name and the text behind it in, one row whose members end each with the word of its number out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.first_member import first_member
from kg.match.parts.judging import BEARS, EXACT, Reading
from kg.match.parts.leads import spanned_each
from kg.match.parts.list_words import ListWords
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

FEWEST, LONGEST, MOST = 3, 10, 9
# 将执委编入宣传组: what is done with them is no part of the first.
LEAD = re.compile(
    r"编[入为成]|分[为成]|下?设[立置有]?|组[建成](?=..)|成立|建[立起](?=..)|配[备齐](?=..)|[既又还更也就]?是(?=..)"
    r"|[一两三四五六七八九十\d多余][名位个]"
)
# 既是宣传员，又是信息员，还是调解员
MEMBER, PIECE, JOINT = "[^，。；：、“”（）\n]", 14, "(?:[、和与及]|，(?:又|还|更|也|同时也)是)"
KEY, GOVERNS = 2, 2
# 护林公约和护林理事会，防火议事会、巡山会的“一约三会”: up to the name a comma may part them as well.
JOINING = "、和与及，以"
BEFORE_NAME, UP_TO_NAME, ANY_JOINT = "等的", "等?的?\\Z", "(?:[、，]和?|[和与及]|以及)"


def read_row_by_ends(
    text: str, span: Span, numerals: Sequence[Numeral], words: ListWords, *, ahead: bool = False
) -> Reading | None:  # fmt: skip
    """派出所、司法所、法庭信息共享 for 两所一庭: what all do together begins behind the word of the last.

    `ahead`: the row ends where the span ends, at the name.

    >>> from kg.match.parts.list_words import compile_list_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.shorthand.shorthand import compile_shorthand
    >>> rules = load_rules()
    >>> words = compile_list_words(rules, compile_shorthand(rules))
    >>> line = "，派出所、司法所、人民法庭信息共享、矛盾联调，化解纠纷。"
    >>> two = [Numeral(2, "所", "两所", ("所",)), Numeral(1, "庭", "一庭", ("庭",))]
    >>> [[i.text for i in g.items] for g in read_row_by_ends(line, Span(0, len(line)), two, words).groups]
    [['派出所', '司法所'], ['人民法庭']]
    """
    # 五员合一 counts 员.
    ends = [n.marks[-1] if len(numerals) == 1 and n.marks else n.key for n in numerals]
    alone = len(numerals) == 1 and numerals[0].counted
    if alone or any(n.number is None or not 0 < len(end) <= KEY for n, end in zip(numerals, ends, strict=True)):
        return None
    keys = [end for n, end in zip(numerals, ends, strict=True) for _ in range(n.number or 0)]
    if not FEWEST <= len(keys) <= MOST or any(text.find(key, span.start, span.end) < 0 for key in keys):
        return None
    if ahead and not text[span.start : span.end].rstrip(BEFORE_NAME).endswith(keys[-1]):
        return None
    # The expression takes long to compile: no row is without a mark behind the word of each but the last.
    if not all(any(text.find(key + mark, span.start, span.end) >= 0 for mark in JOINING) for key in {*keys[:-1]}):
        return None
    said = [f"({MEMBER}{{1,{PIECE}}}?{re.escape(key)})" for key in keys]
    row = re.compile(ANY_JOINT.join(said) + UP_TO_NAME if ahead else JOINT.join(said))
    for match in row.finditer(text, span.start, span.end):
        found = [Span(*match.span(k)) for k in range(1, len(keys) + 1)]
        others = [text[s.start : s.end] for s in found[1:]]
        led = [m.end() for m in LEAD.finditer(text, found[0].start, found[0].end - 1)]
        first = Span(led[-1] if led else found[0].start, found[0].end)
        # 建立健全护林公约: of two verbs that govern the row only the second is beside it.
        verb = Span(first.start, first.start + GOVERNS)
        if ahead and len(first) > len(keys[0]) + GOVERNS and text[verb.start : verb.end] in words.governing:
            first = Span(verb.end, first.end)
        at = first_member(text[first.start : first.end], others, words, before=False)
        found[0] = Span(first.start + at, first.end)
        distinct = len({text[s.start : s.end] for s in found}) == len(keys)
        if distinct and all(1 < len(s) <= LONGEST for s in found):
            return Reading(spanned_each(text, found, numerals), EXACT + BEARS)
    return None
