"""The pieces of a list in, its members in the text's own words out: without the verb before the first, the noun behind the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.match.enumeration import JOINT, cut_open, tidy
from kg.match.lexicon import Lexicon
from kg.match.rules import Rules
from kg.match.shorthand import NUMBER, Numeral, Shorthand, decompose
from kg.model import Span

QUOTED_TAIL = re.compile(r"[“‘]([^“”‘’]+)[”’]$")
# 用真心、热心…: what governs the list is no part of its first member.
PREPOSITIONS = frozenset("把将以用由从对")
CUE = re.compile(r"(?:是指|指的是|就是|即是|即|分别为|分别是|指(?![导挥引标南数令出]))[：，]?")
# A first member this much alike with the rest needs no other proof that it begins there.
SAME_OPENING, SAME_LENGTH, VERB_LIKE_THE_REST = 4.0, 2.0, 3.0
# A list before its name follows a verb most of the time; one behind its cue mostly begins at once.
GOVERNED, AFTER_CUE = 1.5, -1.0
HAN = re.compile("[一-鿿]")


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words that stand at the edges of lists and are no part of them."""

    lead_ins: Lexicon
    governing: frozenset[str]
    verbs: frozenset[str]
    aftermath: re.Pattern[str]
    counted_tail: re.Pattern[str]
    shorthand: Shorthand


@dataclass(frozen=True, slots=True)
class Members:
    """The members of one list, and whether 等 leaves it open."""

    spans: tuple[Span, ...]
    open: bool = False


def compile_list_words(rules: Rules, shorthand: Shorthand) -> ListWords:
    """Make the word lists ready to be asked."""
    words, groups = rules.words, rules.groups
    governing = frozenset((*words["lead_ins"], *groups["推行"], *groups["建立"], *groups["实施"]))
    aftermath = sorted(words["aftermath"], key=lambda w: (-len(w), w))
    measures = "|".join(sorted(words["measures"], key=lambda w: (-len(w), w)))
    return ListWords(
        Lexicon(governing),
        governing,
        governing | frozenset(words["verbs"]) | frozenset(words["boundaries"]),
        re.compile("|".join(map(re.escape, aftermath))),
        re.compile(rf"(?:这|共)?(?P<number>{NUMBER})(?:{measures})[^、，“”]{{0,8}}$"),
        shorthand,
    )


def members(
    text: str, raw: Sequence[Span], numeral: Numeral | None, words: ListWords, *, before: bool, whole: bool
) -> Members:
    """Trim the pieces of a list; `before`: the list stands before its name, `whole`: quotation marks or brackets hold it.

    A list in quotation marks begins where they begin; of any other the first piece may hold the verb that governs it.
    """
    found = [tidy(text, span) for span in raw]
    found = [span for span in found if len(span)]
    if not found:
        return Members(())
    last, open_ = cut_open(text, found[-1])
    found[-1] = tidy(text, last)
    if len(found) > 1 and not open_:
        found[-1] = _last(text, found, words)
    found = _joint(text, found, numeral)
    if not whole and (cue := CUE.match(text, found[0].start, found[0].end - 1)):
        found[0] = Span(cue.end(), found[0].end)
    if len(found) > 1 and not whole:
        governed = text[found[0].start] in PREPOSITIONS and text[found[1].start] != text[found[0].start]
        if governed and not before:
            found[0] = Span(found[0].start + 1, found[0].end)
            found[-1] = _until_verb(text, found, words)
        else:
            found[0] = _first(text, found[0], found[1:], words, before=before)
    return Members(tuple(found), open_)


def _last(text: str, found: Sequence[Span], words: ListWords) -> Span:
    """Without the noun that sums the list up (…三个环节) or the shorthand that names it (…“双带”)."""
    span = found[-1]
    piece = text[span.start : span.end]
    if (tail := words.counted_tail.search(piece)) and tail.start() > 1:
        numeral = decompose(tail[0].lstrip("这共"), words.shorthand)
        if len(numeral) == 1 and numeral[0].number == len(found):
            return Span(span.start, span.start + tail.start())
    if (quoted := QUOTED_TAIL.search(piece)) and quoted.start() > 1 and decompose(quoted[1], words.shorthand):
        return Span(span.start, span.start + quoted.start())
    return span


def _until_verb(text: str, found: Sequence[Span], words: ListWords) -> Span:
    """用真心、热心、贴心赢得民心: the last member ends where the clause goes on to its verb."""
    last, longest = found[-1], max(len(s) for s in found[:-1])
    for at in range(last.start + 2, last.end - 1):
        if at - last.start >= min(len(s) for s in found[:-1]) and any(text[at : at + k] in words.verbs for k in (4, 3, 2)):
            return Span(last.start, at) if len(last) > longest else last
    return last


def _joint(text: str, found: list[Span], numeral: Numeral | None) -> list[Span]:
    """甲、乙和丙: the last piece is two members where the number or their likeness says so."""
    last = found[-1]
    for joint in JOINT.finditer(text, last.start + 1, last.end - 1):
        left, right = Span(last.start, joint.start()), Span(joint.end(), last.end)
        if text.count("“", *_pair(left)) != text.count("”", *_pair(left)) or text.count("（", *_pair(left)) != text.count("）", *_pair(left)):
            continue
        wanted = numeral is not None and numeral.number == len(found) + 1
        # The first piece may still hold the verb before it.
        others = [text[s.start : s.end] for s in found[len(found) > 2 : -1]] or [text[right.start : right.end]]
        alike = all(o[-1] == text[left.end - 1] == text[right.end - 1] or o[0] == text[left.start] == text[right.start] for o in others)
        alike = alike or {len(left), len(right)} == {len(o) for o in others}
        room = numeral is None or len(found) < (numeral.number or 0)
        sure = len(found) > 2 and alike and not any(JOINT.search(o) for o in others)
        if len(left) > 1 and len(right) > 1 and (wanted or sure or (alike and room)):
            return [*found[:-1], left, right]
    return found


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _first(text: str, first: Span, rest: Sequence[Span], words: ListWords, *, before: bool) -> Span:
    """Where the first member begins, seen from the others: 建立一图、一表 begins with 一图, 建强队伍、做优服务 with 建强."""
    others = [text[s.start : s.end] for s in rest]
    piece = text[first.start : first.end]
    starts = {0: 0.0} | {at: bias if before else AFTER_CUE for at, bias in _openings(piece, others, words, before=before)}
    best = max(sorted(starts), key=lambda at: _likeness(piece[at:], others, words) + starts[at])
    return tidy(text, Span(first.start + best, first.end))


def _openings(piece: str, others: Sequence[str], words: ListWords, *, before: bool) -> Iterator[tuple[int, float]]:
    """The places where the first member may begin, and how likely each is by itself."""
    # 建立 holds 建, which is no place to cut.
    hits = words.lead_ins.find(piece)
    hits = [h for h in hits if not any(s <= h[0] and h[1] <= e and (s, e) != h[:2] for s, e, _ in hits)]
    shortest = min(map(len, others))
    reached = 0
    for start, end, _ in hits:
        governs = start == reached
        reached = end if governs else reached
        if len(piece) - end >= min(2, shortest):
            goes_on = any(s == end for s, _, _ in hits)
            # The verb that opens the clause governs the list, unless each member has a verb of its own.
            alone = governs and not goes_on and not all(opens_with_verb(o, words) for o in others)
            yield end, GOVERNED if alone else 0.4 if goes_on else 0.5
    opening = others[0][: 1 if len(others) > 1 else 2]
    if HAN.match(opening) and all(o.startswith(opening) for o in others):
        at = {m.start() for m in re.finditer(re.escape(opening), piece)} - {0}
        yield from ((a, 0.5) for a in sorted(at) if before or a in {e for _, e, _ in hits})
    cut = len(piece) - shortest
    if before and not hits and cut > 1 and len(others) > 1 and len({len(o) for o in others}) == 1:
        # Behind a verb, or behind so little at the start of the clause that it can only be one.
        if cut < 4 or piece[cut - 2 : cut] in words.verbs:
            yield cut, 0.5


def _likeness(piece: str, others: Sequence[str], words: ListWords) -> float:
    score = 0.0
    if all(o[0] == piece[0] for o in others):
        score += SAME_OPENING
    if all(opens_with_verb(o, words) for o in others):
        score += VERB_LIKE_THE_REST if opens_with_verb(piece, words) else -VERB_LIKE_THE_REST
    if len({len(o) for o in others}) == 1 and len(others[0]) == len(piece):
        score += SAME_LENGTH
    # How far its length lies outside those of the others.
    off = max(min(map(len, others)) - len(piece), len(piece) - max(map(len, others)), 0)
    return score - min(1.5, off / min(len(piece), *map(len, others)))


def opens_with_verb(piece: str, words: ListWords) -> bool:
    return any(piece[:k] in words.verbs for k in (4, 3, 2) if len(piece) > k)


def runs_on(text: str, last: Span, words: ListWords) -> bool:
    """Whether behind its 等 the clause has gone on to a verb: 教育、住建等部门推行."""
    listed, open_ = cut_open(text, last)
    return open_ and any(text[last.end - k : last.end] in words.governing for k in (4, 3, 2) if last.end - k >= listed.end)


def ends_in_verb(text: str, spans: Sequence[Span], words: ListWords) -> bool:
    """Whether the last piece goes on into the verb of the clause: 在镇、村、组开展 is no list of what is carried out.

    Where all of them end so, they are deeds: 产业升级、设施改造、环境优化.
    """
    items = [text[s.start : s.end] for s in spans]
    if any(item in words.governing for item in items):
        return True
    if not any(items[-1][-k:] in words.governing for k in (4, 3, 2)):
        return False
    return not all(item[-2:] in words.verbs for item in items) and len({len(item) for item in items}) > 1


def bearing(text: str, spans: Sequence[Span], numeral: Numeral) -> tuple[float, str]:
    """What share of the members bear the word of the name that they share, and which word: 带头 of 六带头."""
    best, word = 0.0, ""
    if not spans:
        return best, word
    if len(numeral.marks) > 1 and numeral.key == "":
        hits = sum(any(m in text[s.start : s.end] for m in numeral.marks) for s in spans)
        return hits / len(spans), ""
    for mark in numeral.marks:
        share = sum(has(text, s, mark) for s in spans) / len(spans)
        if share > best:
            best, word = share, mark
    return best, word


def has(text: str, span: Span, mark: str) -> bool:
    """Whether a member bears the word; 一 may be written 1."""
    return text.find(mark, span.start, span.end) >= 0 or (mark == "一" and text.find("1", span.start, span.end) >= 0)


def same_edge(text: str, spans: Sequence[Span]) -> bool:
    """Whether all members open or all end with one character: 订单式、托管式."""
    return len({text[s.start] for s in spans}) == 1 or len({text[s.end - 1] for s in spans}) == 1


def parallel(text: str, spans: Sequence[Span], words: ListWords) -> float:
    """How alike the members are in build, 0 to 1: same opening, ending or length, or each a verb with its object."""
    if len(spans) < 2:
        return 0.0
    items = [text[s.start : s.end] for s in spans]
    opening = max(sum(i[0] == j[0] for j in items) for i in items) / len(items)
    ending = max(sum(i[-1] == j[-1] for j in items) for i in items) / len(items)
    lengths = [len(i) for i in items]
    length = max(lengths.count(n) for n in lengths) / len(items)
    verbs = sum(opens_with_verb(item, words) for item in items) / len(items)
    return max(x if x > 0.6 else x / 3 for x in (opening, ending, length, verbs))


