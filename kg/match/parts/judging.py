"""The members of a list and the number that a name states in, whether the one may be the parts of the other out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from kg.match.parts.likeness import MOSTLY, bearing, deeds, ends_in_verb, parallel, same_edge
from kg.match.parts.list_words import ListWords
from kg.match.parts.members import Members
from kg.match.shorthand.enumeration import LINK
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Item, Span

FEWEST_ALIGNED, LONGEST_ALIGNED = 3, 14
POINTING = frozenset({"这", "这是", "这就是", "就是", "正是"})
# 宽24米、长140米的大棚 is measured, and made of nothing.
FIGURE = re.compile(r"\d")
# 第一招是请能人: what the first of them is, stands behind it.
RANKED = re.compile("第[一二三四五六七八九十]{1,2}[一-龥]{1,2}")
# 办事不难了、路不堵了; 缺人才、缺资金; 镇长王芳、副镇长张强: none of these spells a name out.
BECOME = "了"
NO_PARTS = (
    (
        re.compile("^[缺少没无难]|(?:不[足够强高实畅优]|薄弱|滞后|短缺|匮乏|欠缺|困难)$"),
        "the members say what is wanting",
    ),
    (re.compile("^在[一-龥]{1,2}$"), "the members say where"),
    (re.compile(r"\d{4}年"), "dates are no parts"),
)
OFFICE = re.compile(
    r"(?:书记|主任|主席|[县市区镇乡州局厅处科部院校]长)[一-龥]{1,2}[^\W总牵头办实导抓管责促领挂带包联督推]$"
)
LONGEST_MEMBER, SHORT_MEMBER = 48, 8


class Held(StrEnum):
    """What holds a list together, and so how sure its two ends are."""

    WHOLE = "whole"  # quotation marks or brackets
    BEFORE = "before"  # it ends where the name begins
    TOLD = "told"  # so too, and a word says that it is the list: 甲、乙组成的, 甲、乙，简称
    RUN = "run"  # it begins behind a cue and ends where it ends
    KEYED = "keyed"  # nothing but the word that its members repeat
    ORDINALS = "ordinals"  # 一是…二是…
    LEVELS = "levels"  # 县乡村: a character each


# What the slot of a pattern says of the list in it.
SLOTS: Mapping[str, Held] = MappingProxyType(
    {
        "quoted": Held.WHOLE,
        "flank": Held.WHOLE,
        "beside": Held.WHOLE,
        "bracketed": Held.WHOLE,
        "enclosed": Held.WHOLE,
        "means": Held.WHOLE,
        "aimed": Held.WHOLE,
        "bare": Held.BEFORE,
        "told": Held.TOLD,
        "dealt": Held.TOLD,
        "united": Held.TOLD,
        "levels": Held.LEVELS,
        "run": Held.RUN,
        "spelled": Held.RUN,
        "keyed": Held.KEYED,
        "asked": Held.KEYED,
        "ordinals": Held.ORDINALS,
    }
)
# Of two readings the one whose number agrees holds, then the one that bears the name's word, then the likelier place.
EXACT, BEARS, BEARS_COUNTED, ALIKE = 6.0, 3.0, 1.0, 1.5
A_WORD, A_CLAUSE = 3, 4
TAKING_PART, WHO = frozenset("方"), 4.0
# A label of its own is the best proof that a list is the one of its number.
LABELLED = 8.0
TRUST: Mapping[Held, float] = MappingProxyType(
    {
        Held.WHOLE: 2.0,
        Held.RUN: 1.0,
        Held.BEFORE: 1.0,
        Held.TOLD: 1.0,
        Held.ORDINALS: 0.5,
        Held.KEYED: 0.0,
        Held.LEVELS: 0.0,
    }
)


class Reading(NamedTuple):
    """One way to read a stretch: its groups, how well they fit the name, or why they do not."""

    groups: tuple[Group, ...]
    fit: float
    reason: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.reason


def better(readings: Sequence[Reading]) -> Reading | None:
    """The reading that holds and fits best; of none that holds, the one whose refusal says most."""
    told = [r for r in readings if r.groups or r.reason]
    return max(told, key=lambda r: (not r.reason, r.fit, -_spread(r))) if len(told) > 1 else told[0] if told else None


def _spread(reading: Reading) -> int:
    """By how much the longest member is longer than the shortest."""
    lengths = [len(item.span) for group in reading.groups for item in group.items]
    return max(lengths) - min(lengths) if lengths else 0


def group_of(text: str, found: Members, numeral: Numeral | None) -> Group:
    """Members as the group of a number, or of a name that states none."""
    items = tuple([Item(text[s.start : s.end], s) for s in found.spans])
    span = Span(found.spans[0].start, found.spans[-1].end) if found.spans else None
    return Group(numeral.text if numeral else "", numeral.number if numeral else None, items, found.open, span)


def judge(text: str, found: Members, numeral: Numeral | None, words: ListWords, held: Held) -> Reading:
    """Whether members look like the parts of the name, and how much."""
    spans = found.spans
    stated = numeral.number if numeral else None
    # Only 一 and a letter (1+4+X) may be spelled out by a single member.
    single = stated == 1 or (numeral is not None and stated is None)
    if not spans or (len(spans) == 1 and not single):
        return Reading((), 0.0)
    if any([s.end - s.start > LONGEST_MEMBER for s in spans]):
        return Reading((), 0.0, "a member is too long for a list")
    if any([text.count("“", s.start, s.end) != text.count("”", s.start, s.end) for s in spans]):
        return Reading((), 0.0, "a member is cut out of a quotation")
    if text[spans[-1].start : spans[-1].end] in POINTING:
        return Reading((), 0.0, "a member only points at the name")
    as_many = stated == len(spans) and (deeds(text, spans, words.nouns) or _as_long(text, spans))
    if held is Held.BEFORE and not as_many and ends_in_verb(text, spans, words.governing, words.verbs):
        return Reading((), 0.0, "a verb stands between list and name")
    if held is Held.BEFORE and _of_another(text, spans):
        return Reading((), 0.0, "what the list describes stands between list and name")
    groups = (group_of(text, found, numeral),)
    alike = parallel(text, spans, words.verbs)
    if numeral is None or stated is None:
        alike_told = same_edge(text, spans) or (held is Held.BEFORE and _shares_out(text, spans, words))
        alien = any(_no_part(text[s.start : s.end], words) for s in spans) or not alike_told
        odd = held is Held.BEFORE and (alien or any(len(s) > SHORT_MEMBER for s in spans))
        return Reading(groups, TRUST[held] + ALIKE * alike, "the members are not of one build" if odd else "")
    count = len(spans)
    share, _ = bearing(text, spans, numeral)
    fit = TRUST[held] + ALIKE * alike + (BEARS_COUNTED if numeral.counted else BEARS) * share
    fit += EXACT if count == stated else 0.0 if found.open and count < stated else -min(3, abs(count - stated))
    # 甲、乙、丙“三方联动”机制：…: who takes part stands before the name, and behind it what they do.
    if held in (Held.BEFORE, Held.TOLD) and count == stated and numeral.key[:1] in TAKING_PART:
        fit += WHO
    return Reading(groups, fit, _refusal(text, found, numeral, stated, share, alike, held))


def _as_long(text: str, spans: Sequence[Span]) -> bool:
    """组织、网格、热线“三线融合”: words of one length right before a quotation; elsewhere one may be a verb."""
    lengths = {len(s) for s in spans}
    return len(spans) > 2 and len(lengths) == 1 and max(lengths) <= A_WORD and text[spans[-1].end] == "“"


def _shares_out(text: str, spans: Sequence[Span], words: ListWords) -> bool:
    """健全党员值守、村医巡诊、邻里帮衬的“…”模式: who does what, behind a verb of setting up."""
    lengths = [len(s) for s in spans]
    built = text.endswith(words.adopting, 0, spans[0].start) and text.startswith("的“", spans[-1].end)
    told = built and len(spans) > 2 and max(lengths) - min(lengths) <= 1 and min(lengths) >= A_CLAUSE
    deeds_told = [text[s.end - 2 : s.end] in words.governing or text[s.end - 2 : s.end] in words.verbs for s in spans]
    return told and 2 * sum(deeds_told) > len(spans)


def _of_another(text: str, spans: Sequence[Span]) -> bool:
    """支部联合、产业联育、资源联享的村企“三联”: a 的 in the last member alone ends the list before it."""
    places = [text.find("的", s.start + 1, s.end) for s in spans]
    return places[-1] >= 0 and all(at < 0 for at in places[:-1])


def _no_part(member: str, words: ListWords) -> bool:
    """Whether a member says of what size a thing is, or who works in it."""
    return member.endswith(words.crews) or FIGURE.search(member) is not None


def aligned(text: str, reading: Reading, numerals: Sequence[Numeral]) -> bool:
    """Whether the members of each group bear its word at the same place: 定人、定责; 挂牌亮身份、上墙亮职责."""
    for group, numeral in zip(reading.groups, numerals, strict=False):
        spans = [item.span for item in group.items]
        if len(spans) < FEWEST_ALIGNED or any(len(s) > LONGEST_ALIGNED for s in spans):
            return False
        ways = [{text.find(mark, s.start, s.end) - s.start for s in spans} for mark in numeral.marks] + [
            {s.end - text.rfind(mark, s.start, s.end) for s in spans} for mark in numeral.marks
        ]
        if not any(len(places) == 1 for places in ways):
            return False
    return True


def _refusal(
    text: str, found: Members, numeral: Numeral, stated: int, share: float, alike: float, held: Held
) -> str:  # fmt: skip
    """Why a list cannot be what the name announces; empty where it can."""
    count = len(found.spans)
    off = 0 if found.open and count < stated else abs(count - stated)
    bears = share >= MOSTLY and not numeral.counted
    if held is Held.KEYED and all(RANKED.fullmatch(text, s.start, s.end) for s in found.spans):
        return "the members only say which of them they are"
    if held is Held.KEYED:
        if off == 0 and numeral.noun and all(text.endswith(numeral.noun, s.start, s.end) for s in found.spans):
            return ""
        if all(text[s.end - 1] == BECOME for s in found.spans):
            return "the members say what has become of things"
        missed = off <= (not numeral.counted and count >= FEWEST_ALIGNED)
        return "" if share == 1 and missed else "the members do not repeat the word of the name"
    for pattern, reason in NO_PARTS if not bears else ():
        if all(pattern.search(text[s.start : s.end]) for s in found.spans):
            return reason
    if not bears and sum(OFFICE.search(text[s.start : s.end]) is not None for s in found.spans) > 1:
        return "the members are people by their posts"
    if numeral.marks == ("一",) and share < 0.5:
        return "the members do not say 一"
    if held is Held.BEFORE and stated == 2 and not bears and alike < MOSTLY:
        return "two members that have nothing in common"
    if off == 0 or bears:
        return ""
    linked = count > 1 and LINK.match(text, found.spans[0].end) is not None
    allowed = {
        Held.LEVELS: 0,
        Held.ORDINALS: 0,
        # Right before the name one too many or too few may be the paper's miscount, where the list is of one build.
        Held.BEFORE: 1 if linked or alike >= MOSTLY else 0,
    }.get(held, max(1, stated // 3))
    return "" if off <= allowed else f"the name states {stated}, the list holds {count}"


def joined(readings: Sequence[Reading]) -> Reading:
    """The readings of each number of a name as one of all, as fit as they are on average."""
    reason = next((r.reason for r in readings if r.reason), "")
    return Reading(tuple(g for r in readings for g in r.groups), sum(r.fit for r in readings) / len(readings), reason)
