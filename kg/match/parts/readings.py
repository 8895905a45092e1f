"""A stretch of text and one number of a name in, the best way to read the one as the parts of the other out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.parts.glossed import ONE, POSTS, glossed, heading
from kg.match.parts.judging import Held, Reading, better, judge
from kg.match.parts.last_member import runs_on
from kg.match.parts.likeness import MOSTLY, bearing, has, same_edge
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import Members, members
from kg.match.shorthand.decomposed import number_of
from kg.match.shorthand.enumeration import JOINT, OPENERS, ORDINAL, between, chain, cuts, ordinals, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Span

SHORTEST_SUBJECT, FEWEST_IN_A_ROW = 3, 3
ASKED = re.compile(
    "(?:要求|组织|引导|发动|鼓励|号召|动员|倡导|带领|激励)(?:他们|她们|大家|其|(?:全体|广大)?(?:党员|干部|群众|村民|居民|职工|青年|妇女)+)?"
)


def read_one(
    text: str, span: Span, numeral: Numeral | None, words: ListWords, held: Held, *, open_: bool = False
) -> Reading | None:
    """The best reading of a stretch as one list; None where it is no list at all. `open_`: 等 stands behind it."""
    found = _ways(text, span, numeral, words, held)
    return better([judge(text, m._replace(open=True) if open_ else m, numeral, words, held) for m in found])


def _ways(text: str, span: Span, numeral: Numeral | None, words: ListWords, held: Held) -> Iterator[Members]:
    """Every way to cut a stretch into members."""
    before, whole = held in (Held.BEFORE, Held.TOLD), held is Held.WHOLE
    if held is Held.ORDINALS:
        yield from _by_ordinals(text, span, numeral, words)
    elif held is Held.LEVELS:
        yield Members(tuple(Span(at, at + 1) for at in range(span.start, span.end)))
    elif links := chain(text, span):
        yield members(text, links, numeral, words, before=before, whole=whole)
    elif before:
        raw = pieces(text, span, 1)
        summed = list(_summed_up(text, raw, numeral, words)) if held is Held.TOLD and numeral and raw else []
        yield from summed or _before(text, raw, numeral, words)
    elif whole:
        marks = cuts(text, span.start, span.end)
        if not marks and numeral and (ones := _ones(text, span, numeral)):
            yield Members(ones)
            return
        for level in sorted({c.level for c in marks} or {1}, reverse=True):
            found = members(text, between(text, span, marks, level), numeral, words, whole=True)
            yield found
            # （清理乱占、乱采、乱堆）: what governs the word of the name is no part of the first.
            if numeral and (mark := bearing(text, found.spans, numeral)[1]) and not numeral.counted:
                cut = at_mark(text, found.spans, mark, words)
                if cut[1:] == found.spans[1:] and cut != found.spans:
                    yield found._replace(spans=cut)
    else:
        sure = list(_sure(text, span, numeral, words, held)) if numeral and held in (Held.RUN, Held.KEYED) else []
        if sure:
            yield from sure
            return
        if held is Held.RUN:
            yield from _run(text, span, numeral, words)
        if numeral and numeral.key and (not numeral.counted or (held is Held.KEYED and numeral.noun)):
            yield from _keyed(text, span, numeral, words, held)


def _ones(text: str, span: Span, numeral: Numeral) -> tuple[Span, ...]:
    """（一事一领导一专班一抓到底）: of “四个一” each 一 begins a part, also where no mark parts them."""
    if numeral.marks != (ONE,) or not text.startswith(ONE, span.start):
        return ()
    starts = [at for at in range(span.start, span.end) if text[at] == ONE]
    found = tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], span.end], strict=True))
    return found if len(found) == numeral.number and all(len(s) > 1 for s in found) else ()


def _sure(text: str, span: Span, numeral: Numeral, words: ListWords, held: Held) -> Iterator[Members]:
    """What opens as many clauses as the name states, or stands behind as many ordinals: nothing else need be tried."""
    yield from heading(text, span, numeral, words)
    yield from glossed(text, span, numeral, words)
    first = ORDINAL.search(text, span.start, span.end) if held is Held.RUN else None
    # 即大事都要走四道程序：一、提议；二、…: behind a colon of its own, too.
    if first and (first.start() == span.start or text[first.start() - 1] == "："):
        yield from (m for m in _by_ordinals(text, span, numeral, words) if len(m.spans) == numeral.number)


def _before(text: str, raw: Sequence[Span], numeral: Numeral | None, words: ListWords) -> Iterator[Members]:
    """A list that ends where its name begins: all of the clause, or only what bears the word of the name.

    甲改革、乙改革和项目评审、机构评估 before “两评” holds two of them.
    """
    if not raw or runs_on(text, raw[-1], words):
        return
    yield members(text, raw, numeral, words, before=True)
    if numeral and 1 < (numeral.number or 0) < len(raw) and (found := _last_done(text, raw, numeral, words)):
        yield members(text, found, numeral, words, before=True)
    for mark in numeral.marks if numeral and not numeral.counted else ():
        at = len(raw)
        while at and has(text, raw[at - 1], mark):
            at -= 1
        if at < len(raw) - 1:
            first = raw[at]
            joints = list(JOINT.finditer(text, first.start + 1, max(first.start + 1, text.find(mark, first.start))))
            start = joints[-1].end() if joints else first.start
            yield members(text, [Span(start, first.end), *raw[at + 1 :]], numeral, words, before=True)


def _last_done(text: str, raw: Sequence[Span], numeral: Numeral, words: ListWords) -> Sequence[Span]:
    """在区、镇、村打造中心、站、点 before “三级网络”: what the last verb governs, as much as it states."""
    found = raw[-(numeral.number or 0) :]
    first = found[0]
    verbs = [at for at in range(first.start + 1, first.end - 2) if text[at : at + 2] in words.governing]
    return [Span(verbs[-1] + 2, first.end), *found[1:]] if verbs else ()


def _summed_up(text: str, raw: Sequence[Span], numeral: Numeral, words: ListWords) -> Iterator[Members]:
    """甲、乙、丙三类家底全部登记: as many as the name states, and the clause goes on."""
    last = raw[-1]
    for count in words.counting.finditer(text, last.start + 1, last.end):
        if number_of(count["number"]) == numeral.number:
            yield members(text, [*raw[:-1], Span(last.start, count.start())], numeral, words, before=True)


def _run(text: str, span: Span, numeral: Numeral | None, words: ListWords) -> Iterator[Members]:
    """A list that begins at the start of the stretch and ends somewhere in it."""
    if ORDINAL.match(text, span.start, span.end):
        yield from _by_ordinals(text, span, numeral, words)
        return
    stretches = pieces(text, span, 3)
    clauses = until_aftermath(text, pieces(text, stretches[0], 2), words) if stretches else []
    if not clauses:
        return
    opened = tidy(text, clauses[0])
    # 即“听、记、议”，…: quotation marks hold the list whole.
    held = opened if len(opened) < len(clauses[0]) and text[opened.start - 1] in OPENERS else None
    inner = pieces(text, held or clauses[0], 1)
    if held and len(inner) > 1:
        yield members(text, inner, numeral, words, whole=True)
    elif numeral and numeral.number == 1:
        yield members(text, clauses[:1], numeral, words)
    elif len(inner) > 1 or (inner := chain(text, clauses[0])):
        yield members(text, inner, numeral, words)
    elif numeral and numeral.number is None:
        yield members(text, clauses[:1], numeral, words)  # “X”即若干小分队，覆盖全镇
    else:
        for raw in (clauses, _as_far_as_alike(text, clauses, numeral), clauses[:1]):
            yield members(text, raw, numeral, words)
    if len(stretches) > 1:
        openings = [pieces(text, s, 2)[0] for s in stretches]
        if all(len(o) < len(s) for o, s in zip(openings, stretches, strict=True)):
            yield members(text, openings, numeral, words)
        yield members(text, stretches, numeral, words)


def until_aftermath(text: str, clauses: Sequence[Span], words: ListWords, borne: str = "") -> Sequence[Span]:
    """The clauses before the one that says what the list is good for: …，有效提升了治理水平.

    One that bears the word of the name (`borne`) may go on with the list: …，并且带头帮带两户.
    """
    for i, clause in enumerate(clauses[1:], 1):
        if words.aftermath.match(text, clause.start, clause.end):
            if len(borne) > 1 and text.find(borne, clause.start, clause.end) >= 0:
                continue
            return clauses[:i]
    return clauses


def _as_far_as_alike(text: str, clauses: Sequence[Span], numeral: Numeral | None) -> Sequence[Span]:
    """As many clauses as the name states, and those behind them that are built like them."""
    end = numeral.number if numeral else None
    if numeral is None or end is None or end >= len(clauses):
        return clauses
    _, mark = bearing(text, clauses[:end], numeral)
    bears = bool(mark) and all(has(text, c, mark) for c in clauses[:end])
    while (
        end < len(clauses)
        and not _says_it(text, clauses[end], numeral)
        and (has(text, clauses[end], mark) if bears else same_edge(text, clauses[: end + 1]))
    ):
        end += 1
    return clauses[:end]


def _says_it(text: str, clause: Span, numeral: Numeral) -> bool:
    """67名“三长”由干部担任: what says the number itself again tells of all its parts."""
    number = numeral.text.removesuffix(numeral.key)
    said = [numeral.text, *(number + mark for mark in numeral.marks if numeral.key)]
    return any(text.find(f"“{name}”", clause.start, clause.end) >= 0 for name in said)


def _by_ordinals(text: str, span: Span, numeral: Numeral | None, words: ListWords) -> Iterator[Members]:
    """一是甲，……；二是乙，……: the first clause of each."""
    marked = ordinals(text, span)
    if len(marked) > 1:
        yield members(text, [(pieces(text, s, 2) or [s])[0] for s in marked], numeral, words, whole=True)


def _keyed(text: str, span: Span, numeral: Numeral, words: ListWords, held: Held) -> Iterator[Members]:
    """The members that bear the word of the name, with what 、 ties to them."""
    # 三大员: of one character the noun that is counted is the word of its parts.
    for mark in numeral.marks or ((numeral.noun,) if numeral.noun in POSTS or len(numeral.noun) == 1 else ()):
        flat = until_aftermath(text, pieces(text, span, 1), words, mark)
        holding = [i for i, s in enumerate(flat) if has(text, s, mark)]
        # 送政策、送技术，把服务送到家: what only holds the word may be the sentence going on.
        opening = [i for i in holding if text.startswith(mark, flat[i].start)]
        # 为老人送政策、送技术: what 、 ties to the first of them, with the word, is one of them.
        if opening and opening[0] - 1 in holding and text[flat[opening[0] - 1].end] == "、":
            opening.insert(0, opening[0] - 1)
        tied = _tied(text, flat, holding)
        ways = [holding, *(way for way in (opening, tied) if 1 < len(way) < len(holding))]
        for bears in ways:
            yield from _bearers(text, flat, bears, mark, numeral, words, held)


def _tied(text: str, flat: Sequence[Span], bears: Sequence[int]) -> list[int]:
    """The first of the bearing pieces and those that 、 ties to it."""
    found = list(bears[:1])
    while found and found[-1] + 1 in bears and text[flat[found[-1]].end] == "、":
        found.append(found[-1] + 1)
    return found


def _bearers(
    text: str, flat: Sequence[Span], bears: Sequence[int], mark: str, numeral: Numeral, words: ListWords, held: Held
) -> Iterator[Members]:  # fmt: skip
    if len(bears) < 2 or (held is Held.KEYED and not _tells(text, [flat[i] for i in bears], mark, numeral, words)):
        return
    first, last = bears[0], bears[-1]
    if len(bears) < (last - first + 1) * MOSTLY:
        return
    while last + 1 < len(flat) and text[flat[last].end] == "、":
        last += 1
    while held is Held.RUN and first and text[flat[first - 1].end] == "、":
        first -= 1
    row = flat[first : last + 1]
    # 带头参保，遇到牛病的事，还要带头出主意: of just as many as it states what stands between bears nothing.
    tied = any(text[flat[i].end] == "、" and i + 1 not in bears for i in bears[:-1])
    if len(mark) > 1 and len(bears) == numeral.number and len(row) > len(bears) and not tied:
        yield members(text, at_mark(text, [flat[i] for i in bears], mark, words), numeral, words)
    yield members(text, at_mark(text, row, mark, words), numeral, words)


def _tells(text: str, bears: Sequence[Span], mark: str, numeral: Numeral, words: ListWords) -> bool:
    """Whether a repeated word alone makes a list: a single character only at one edge of all, or in just as many.

    深化 and 优化 are none of the “三化”; 资源变资产、资金变股金、农民变股东 are the “三变”. Behind the last member the
    clause may go on.
    """
    if len(mark) > 1 or all(text[s.end - 1] == mark for s in bears[:-1]):
        return True
    # 理一次发、量一次血压、扫一次院子: what is done once each.
    once = mark == ONE and len(bears) >= FEWEST_IN_A_ROW and all(text[s.end] == "、" for s in bears[:-1])
    if once and all(text[s.start + 1 : s.start + 2] == ONE for s in bears):
        return True
    # 建设小书屋、小广场: a verb may stand before the first.
    first = text[bears[0].start : text.find(mark, bears[0].start)]
    opened = all(text[s.start] == mark for s in bears[1:])
    if opened and (not first or first[-2:] in words.verbs):
        return True
    # 为老人送政策、送技术、送健康: so many in one row.
    if opened and len(bears) >= FEWEST_IN_A_ROW and all(text[s.end] == "、" for s in bears[:-1]):
        return True
    # 户主挂牌亮身份，干部上墙亮职责: the same word at the same place.
    tails = {s.end - text.rfind(mark, s.start, s.end) for s in bears}
    if len(bears) == numeral.number and len(tails) == 1:
        return True
    joined = sum(text.startswith(mark, joint.end()) for joint in JOINT.finditer(text, bears[-1].start, bears[-1].end))
    return len(bears) + joined == numeral.number and all(text[s.end] == "、" for s in bears[:-1])


def at_mark(text: str, spans: Sequence[Span], mark: str, words: ListWords) -> tuple[Span, ...]:
    """Members cut at their word: most open with it (组织党员带头学习 is 带头学习), or all but the last end with it."""
    if len(spans) > 2 and all(text.endswith(mark, s.start, s.end) for s in spans[:-1]):
        at = text.rfind(mark, spans[-1].start, spans[-1].end)
        return (*spans[:-1], Span(spans[-1].start, at + len(mark))) if at > spans[-1].start else tuple(spans)
    # 要求他们带头学技术: who is asked to do it is no part of the first.
    asked = ASKED.match(text, spans[0].start, spans[0].end) if spans and len(mark) > 1 else None
    if asked and text.startswith(mark, asked.end()) and all(has(text, s, mark) for s in spans):
        return (Span(asked.end(), spans[0].end), *spans[1:])
    opening = sum(text.startswith(mark, s.start) for s in spans)
    if opening * 2 < len(spans) or (opening < len(spans) - 1 and opening * 2 == len(spans)):
        return tuple(spans)
    places = [(text.find(mark, s.start, s.end), s) for s in spans]
    # 红白事带头不超标准 behind 带头清理柴草: what stands before the word of a later clause is its own.
    apart = [
        k > 0 and text[spans[k - 1].end] in "，；。" and text[s.start : at] not in words.verbs
        for k, (at, s) in enumerate(places)
    ]
    return tuple(
        Span(at, s.end) if s.end - at > len(mark) and not own and not _own_subject(text, s, at, words) else s
        for (at, s), own in zip(places, apart, strict=True)
    )


def _own_subject(text: str, span: Span, at: int, words: ListWords) -> bool:
    """廉政教育入脑、入耳: a noun of a deed before the word is a piece of the member, 组织党员带头 is none."""
    if at <= span.start:
        return True
    noun = text.endswith(words.fields, span.start + SHORTEST_SUBJECT - 1, at)
    return noun and text[span.start : span.start + 2] not in words.verbs
