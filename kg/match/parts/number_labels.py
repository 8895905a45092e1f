"""A stretch behind a name of bare numbers in, what each number counts out: “123”, 即一个核心、两张清单、三支队伍."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.numbers.numerals import DIGITS
from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.leads import NUMBERING
from kg.match.parts.list_words import NAMED_BY
from kg.match.shorthand.enumeration import chain, cuts, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

CUE = re.compile(
    r"[^，。；：、！？“”（）\n]{0,8}?"
    r"(?:[，。]?(?:即|就是|也就是|包括|涵盖|由|是指|指的是)[：，]?|：(?:即)?|(?P<bracket>（)(?:即|包括)?[：，]?|——"
    # 推行“123”工作法，通过…: without a word that brings it in a list needs three numbers.
    r"|(?P<bare>[，。](?P<means>通过|以|坚持|围绕|聚焦|依托|做到|按照)?))"
)
FEWEST_BARE = 3
CLOSERS = {"“": "”", "（": "）"}
HAN_NUMBER = re.compile(r"[一二两三四五六七八九]|\d{1,4}|[XNMxnm]|若干|多")
QUOTED_NUMBER = re.compile(rf"“(?:{HAN_NUMBER.pattern})”")
# 推行“135”机制，1小时内响应、3天内办结: deeds are told by when they are done.
WITHIN = re.compile(rf"(?:{HAN_NUMBER.pattern})个?(?:小时|分钟|工作日|天|日|周|月)[以之]?内")
QUOTED_LIST = re.compile("“([^“”\n]+)”(?:等|为[一-龥]{2,4})?的?\\Z")
# 去年获得1个国家级奖、2个省级奖: what came in is counted.
GAINED = re.compile("[获夺拿]得?|荣|评|累计|先后|新增|引进|涉及|[今去前]年")
RANKED_LIST = re.compile("以([^，。；：“”\n]+为[^，。；：、“”\n]{2,4})的?\\Z")
TOGETHER = re.compile("共同|一起|联合|结对|协同|负责|组成|参[加与]")
JOINED_NUMBER = re.compile(r"(?:以及|和|及)(?=[一二两三四五六七八九\dXNM]|若干)")
# “1”是突出一个核心: what the number stands for is the member.
LABEL_ALONE = re.compile("[“‘]?[0-9XNM][”’]?")
STANDS_FOR = re.compile(rf"“(?:{HAN_NUMBER.pattern})”(?:就是|即是|是指|指的是|即|是|为|指)[：，]?")
SHARE = re.compile("(?:[一二两三四五六七八九]|[1-9])[成股份]")
MANY = ("若干", "多")
LONGEST, LONGEST_VERB, LONGEST_TOLD = 24, 4, 36
# 四级联动。…三方会商。…: a head so short is no sentence that only counts.
SHORT_HEAD = 8
# Less than lists behind the labels of their own.
FIT = 0.5


def read_number_labels(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """The members of the list that opens the stretch, where each begins with its number of the name.

    >>> line = "，即1个中心、3支队伍、N个站点，办事不出村"
    >>> numbers = [Numeral(1, "", "1"), Numeral(3, "", "3"), Numeral(None, "", "N")]
    >>> reading = read_number_labels(line, Span(0, len(line)), numbers)
    >>> [item.text for item in reading.groups[0].items]
    ['1个中心', '3支队伍', 'N个站点']
    """
    cue = CUE.match(text, span.start, span.end)
    if cue is None or (cue["bare"] and len(numerals) < FEWEST_BARE):
        return None
    start, end = cue.end(), span.end
    mark = "（" if cue["bracket"] else text[start : start + 1]
    # “1”个中心、“8”个站点 only begins with a quotation.
    if mark in CLOSERS and not QUOTED_NUMBER.match(text, start, end):
        start += text[start : start + 1] == mark
        end = text.find(CLOSERS[mark], start, end)
    if end < start:
        return None
    clause = next(iter(pieces(text, Span(start, end), 2)), Span(start, start))
    sentence = Span(start, next((c.start for c in cuts(text, start, end) if c.level > 3), end))
    # 即，工作时间内，室内有1名调解员、2名村干部: the list may stand a clause on.
    further = pieces(text, sentence, 2)[1:3]
    stretches = ((clause, 1), (sentence, 2), (sentence, 3), *((s, 1) for s in further))
    # 即1个中心，统筹全局；3支队伍，分片包干: each may go on to say what it is for.
    glossed = [next(iter(pieces(text, s, 2)), s) for s in pieces(text, sentence, 3)]
    ways = (chain(text, clause), glossed, *(pieces(text, s, level) for s, level in stretches))
    tidied = ([tidy(text, p) for p in _as_many(text, _unjoined(text, way), numerals)] for way in ways)
    # 1个中心、3支队伍、N个站点: as many as a sum that ends in a letter.
    several = len(numerals) >= FEWEST_BARE and numerals[-1].number is None
    told = not cue["bare"] or cue["means"] or several or WITHIN.match(text, cue.end(), end)
    trimmed = ((w, _without_lead(text, w, numerals)) for w in tidied)
    fitting = [(raw, w) for raw, w in trimmed if _fits(text, w, numerals)]
    fitting = [way for way in fitting if not (cue["bare"] and GAINED.search(text, span.start, way[1][0].start))]
    found = next((w for raw, w in fitting if told or _governed(text, raw) or _measured(text, w, numerals)), None)
    if found is None and not cue["bare"]:
        clauses = [tidy(text, piece) for piece in pieces(text, sentence, 2)[: len(numerals)]]
        found = clauses if _one_leads(text, clauses, numerals) else None
    return _ungrouped(text, found) if found else None


def read_numbers_led(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """围绕1个目标，抓好2个重点，落实3项措施，形成“123”机制: the clauses before a name that each hold its number."""
    if len(numerals) < FEWEST_BARE:
        return None
    count = len(numerals)
    # “一核引领、两网融合、三治并举”的“123”模式: the list that the name follows at once.
    if (quoted := QUOTED_LIST.search(text, span.start, span.end)) is not None:
        inside = Span(*quoted.span(1))
        listed = [tidy(text, piece) for piece in chain(text, inside) or pieces(text, inside, 1)]
        if _fits(text, listed, numerals):
            return _ungrouped(text, listed)
    if (ranked := RANKED_LIST.search(text, span.start, span.end)) is not None:
        # 以镇中心为龙头、3个分站为支撑、N个服务点为基础的“1+3+N”体系
        roles = [(s, text.rfind("为", s.start, s.end)) for s in pieces(text, Span(*ranked.span(1)), 1)]
        listed = [Span(s.start, at) for s, at in roles if at > s.start]
        if len(listed) == len(roles) and (_fits(text, listed, numerals) or _one_leads(text, listed, numerals)):
            return _ungrouped(text, listed)
    clauses = [tidy(text, piece) for piece in pieces(text, span, 2)]
    flat = [tidy(text, piece) for piece in pieces(text, span, 1)]
    if (at_once := _at_once(text, flat[-count:], numerals)) is not None:
        return at_once
    for way in (clauses[-count - 1 : -1], clauses[-count:], flat[-count - 1 : -1], flat[-count:]):
        bare = _without_lead(text, way, numerals)
        if _fits(text, bare, numerals) and (bare != way or _governed(text, way)):
            return _ungrouped(text, bare)
    return None


def _at_once(text: str, way: list[Span], numerals: Sequence[Numeral]) -> Reading | None:
    """构建1个中心、3支队伍、N个站点的“1+3+N”体系: the list that the name follows, whatever governs it."""
    tail = NAMED_BY.search(text, way[-1].start + 1, way[-1].end) if way else None
    way = [*way[:-1], Span(way[-1].start, tail.start())] if tail else way
    found = _without_lead(text, way, numerals)
    begins = all(HAN_NUMBER.match(text, s.start, s.end) for s in found)
    return _ungrouped(text, found) if begins and _fits(text, found, numerals) else None


def read_number_heads(text: str, heads: Sequence[Span], numerals: Sequence[Numeral]) -> Reading | None:
    """建好“一个中心”，…。 用活“两个平台”，…。: as many paragraphs or sentences in a row that open with their number."""
    if len(heads) < len(numerals):
        return None
    openings = [Span(_unnumbered(text, h), h.end) for h in heads[: len(numerals)]]
    found = [_before_colon(text, _behind_label(text, h)) for h in openings]
    told = len(numerals) >= FEWEST_BARE and (numerals[-1].number is None or all(len(s) <= SHORT_HEAD for s in found))
    return _ungrouped(text, found) if _fits(text, found, numerals) and (told or _governed(text, found)) else None


def _behind_label(text: str, opening: Span) -> Span:
    """“1”，一窗受理。: the first clause, or the second where the first only says which number it is about."""
    clauses = pieces(text, opening, 2)
    alone = len(clauses) > 1 and LABEL_ALONE.fullmatch(text, clauses[0].start, clauses[0].end)
    return clauses[bool(alone)] if clauses else opening


def _before_colon(text: str, head: Span) -> Span:
    """四级联动：干部带头: what a colon parts from what is told of it."""
    colon = text.find("：", head.start + 1, head.end)
    return Span(head.start, colon) if colon >= 0 else head


def _unnumbered(text: str, head: Span) -> int:
    number = NUMBERING.match(text, head.start, head.end)
    return number.end() if number else head.start


def _ungrouped(text: str, found: Sequence[Span]) -> Reading:
    labels = [STANDS_FOR.match(text, s.start, s.end) for s in found]
    if all(labels):
        found = [Span(label.end(), s.end) for label, s in zip(labels, found, strict=True) if label]
    items = tuple(Item(text[s.start : s.end], s) for s in found)
    fit = EXACT + LABELLED - 1.0 if all(labels) else FIT
    return Reading((Group("", None, items, False, Span(found[0].start, found[-1].end)),), fit)


def _unjoined(text: str, way: Sequence[Span]) -> Sequence[Span]:
    """1名组长、两名队员以及若干名志愿者共同负责: the last two apart, and without what all of them do."""
    if not way:
        return way
    for i, piece in enumerate(way):
        if done := TOGETHER.search(text, piece.start + 1, piece.end):
            way = [*way[:i], Span(piece.start, done.start())]
            break
    last = way[-1]
    joint = JOINED_NUMBER.search(text, last.start + 1, last.end)
    return [*way[:-1], Span(last.start, joint.start()), Span(joint.end(), last.end)] if joint else [*way[:-1], last]


def _as_many(text: str, way: Sequence[Span], numerals: Sequence[Numeral]) -> Sequence[Span]:
    """The clauses that count, without those behind them that say what the list is good for."""
    count = len(numerals)
    further = next(iter(way[count:]), None)
    ends = further is not None and HAN_NUMBER.search(text, further.start, further.end) is None
    return way[:count] if count > 1 and ends else way


def _without_lead(text: str, way: list[Span], numerals: Sequence[Numeral]) -> list[Span]:
    """每个网格配备1名组长、2名队员: what governs the first member is no part of it, where all others begin bare."""
    pairs = list(zip(way, numerals, strict=False))
    if len(way) < 2 or not all(_worth(HAN_NUMBER.match(text, s.start, s.end), n) for s, n in pairs[1:]):
        return way
    first, numeral = pairs[0]
    said = [m for m in HAN_NUMBER.finditer(text, first.start, first.end) if _worth(m, numeral)]
    return [Span(said[-1].start(), first.end), *way[1:]] if said else way


def _governed(text: str, way: Sequence[Span]) -> bool:
    """Whether a verb governs the first member, 建强2支队伍, so that it is not only counted."""
    return bool(way) and HAN_NUMBER.match(text, way[0].start, way[0].end) is None


def _fits(text: str, found: Sequence[Span], numerals: Sequence[Numeral]) -> bool:
    """Whether each of the numbers has a member, in the order of the name."""
    pairs = list(zip(found, numerals, strict=False))
    if len(found) != len(numerals) or any(len(s) > LONGEST_TOLD for s in found):
        return False
    if all(STANDS_FOR.match(text, s.start, s.end) for s in found):
        # “1”是乡中心，“5”是五个片区站: each stands for one thing, and one of them says its number again.
        told = [_told(text, s, n) for s, n in pairs]
        several = [said for said, n in zip(told, numerals, strict=True) if (n.number or 0) > 1]
        return all(said is not None for said in told) and any(several)
    short = all(len(s) <= LONGEST for s in found)
    return short and (all(_opens(text, s, n) for s, n in pairs) or _same_measure(text, found, numerals))


def _one_leads(text: str, found: Sequence[Span], numerals: Sequence[Numeral]) -> bool:
    """镇党委牵头，3个站所常驻，商户、医生等N方参与 for “1+3+N”: who leads is one and is not counted."""
    if len(found) != len(numerals) or len(found) < FEWEST_BARE or numerals[0].number != 1:
        return False
    if HAN_NUMBER.search(text, found[0].start, found[0].end) or len(found[0]) > LONGEST:
        return False
    rest = list(zip(found[1:], numerals[1:], strict=True))
    return all(n.text in text[s.start : s.end] if n.number is None else _opens(text, s, n) for s, n in rest)


def _told(text: str, piece: Span, numeral: Numeral) -> bool | None:
    """Whether what a number is said to stand for says it again; None where it is another number, or a list."""
    label = STANDS_FOR.match(text, piece.start, piece.end)
    if label is None or "、" in text[piece.start : piece.end]:
        return None
    if not _worth(HAN_NUMBER.search(text, piece.start, label.end()), numeral):
        return None
    return any(_worth(said, numeral) for said in HAN_NUMBER.finditer(text, label.end(), piece.end))


def _same_measure(text: str, found: Sequence[Span], numerals: Sequence[Numeral]) -> bool:
    """县干部帮3户、镇干部帮2户、党员帮1户 for “321”: the last number of each, before the same measure."""
    said = [list(HAN_NUMBER.finditer(text, s.start, s.end)) for s in found]
    measures = {text[m[-1].end() : m[-1].end() + 1] for m in said if m}
    # 1个园区、2个基地 are only counted.
    told = all(m and m[-1].start() > s.start + 1 for m, s in zip(said, found, strict=True))
    each = told and all(_worth(m[-1], n) for m, n in zip(said, numerals, strict=True))
    return each and len(found) >= FEWEST_BARE and len(measures) == 1


def _measured(text: str, found: Sequence[Span], numerals: Sequence[Numeral]) -> bool:
    """So, too, 六成归农户、两成归集体、两成留作公益金 for “622”: how it is shared out."""
    shares = all(SHARE.match(text, s.start, s.end) for s in found)
    return shares or _same_measure(text, found, numerals)


def _opens(text: str, piece: Span, numeral: Numeral) -> bool:
    """Whether a member begins with the number, or with a verb before it (建好1个中心), and goes on."""
    said = HAN_NUMBER.search(text, piece.start, min(piece.end, piece.start + LONGEST_VERB + 1))
    return said is not None and said.end() < piece.end and _worth(said, numeral)


def _worth(said: re.Match[str] | None, numeral: Numeral) -> bool:
    """Whether a numeral of the text is the number of the name."""
    if said is None or numeral.number is None:
        return said is not None and (said[0] in MANY or said[0] == numeral.text)
    return str(DIGITS.get(said[0], said[0])) == str(numeral.number)
