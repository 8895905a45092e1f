"""Sentences and mentions of mechanisms in, what each mechanism is made of out."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.match.enumeration import chain, list_start, pieces
from kg.match.groups import read_labelled
from kg.match.part_rules import PartPattern, PartRules
from kg.match.readings import Held, Reading, read_list
from kg.match.shorthand import STATES_A_NUMBER, Numeral, counted_outside, decompose, phrase
from kg.model import Document, Form, Gloss, Group, Listing, Mention, Rejection, Sentence, Span

HELD = {
    "quoted": Held.WHOLE, "bracketed": Held.WHOLE, "enclosed": Held.WHOLE, "bare": Held.BEFORE, "told": Held.TOLD, "levels": Held.LEVELS,
    "run": Held.RUN, "keyed": Held.KEYED, "ordinals": Held.ORDINALS,
}  # fmt: skip
# How far behind its name, in sentences of the same paragraph, a list may go on.
SENTENCES_ON, ORDINALS_ON = 2, 12
LIST_LENGTH, OWNED_WITHIN = 240, 120
# The name is itself a member of what stands before it; 参与, 普及 and 总和 only end like it.
# Two names with nothing but these between them are spelled out together; what is found so is the better reading.
BESIDE, SHARED = ("", "、", "和", "及", "与"), 4.0
# 以甲、乙为引领 describes, and names nothing.
DESCRIBES = re.compile(r"[以从].*为")
SEPARATED = re.compile(r"[、，；—－–→+和及与-]|”“|’‘")
FIGURE = re.compile(r"\d[\d.]*%")
LISTED_WITH = re.compile(r"(?:[、或]|(?<![参给赋])与|(?<![普涉推波])及|(?<![总共温饱缓调])和)\Z")
SLOGAN_MARKS = re.compile(r"[、，+＋]|[—－–→]|(?<=[一-鿿])-(?=[一-鿿])")


@dataclass(frozen=True, slots=True)
class Announced:
    """What a name says of its parts, and the places where a list would touch it."""

    mention: Mention
    numerals: tuple[Numeral, ...]
    starts: tuple[int, ...]  # of the quotation mark or the counted noun, and of the whole
    ends: tuple[int, ...]  # behind the quotation mark, and behind the whole
    slogan: Span | None  # the name is itself a list
    own: bool = True  # the name itself states its number: not so in 四项“清障”机制


@dataclass(frozen=True, slots=True)
class Candidate:
    """A list that may be the one that a name announces."""

    announced: Announced
    reading: Reading
    span: Span
    rule: str
    held: Held


def find_listings(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], rules: PartRules
) -> tuple[list[Listing], list[Gloss], list[Rejection]]:
    """The parts of every mechanism, programme or facility whose name announces any, each name once in a document."""
    finder = _Finder(document.text, sentences, rules)
    candidates: list[Candidate] = []
    announced = [a for m in mentions if (a := finder.announced(m)) is not None]
    glosses = [g for a in announced if not a.numerals and (g := finder.gloss(a)) is not None]
    for each, after in zip_longest(announced, announced[1:]):
        candidates += _by_cue_first(list(finder.candidates(each)))
        if after is not None:
            candidates += finder.shared(each, after)
    best: dict[str, Candidate] = {}
    rejected = []
    for candidate in candidates:
        name = candidate.announced.mention.name
        if not candidate.reading.holds:
            rejected.append(Rejection(candidate.span, name, candidate.rule, candidate.reading.reason))
        elif name not in best or _better(candidate, best[name]):
            best[name] = candidate
    taken = _not_within(best)
    listings = [_listing(c) for c in taken.values()]
    named = {*best, *(g.label for listing in listings if len(listing.groups) > 1 for g in listing.groups)}
    for each in announced:
        name = each.mention.name
        if each.own and name not in named and (groups := _unlisted(each)):
            named.add(name)
            listings.append(Listing(each.mention, groups, (each.mention.span,), "parts/unlisted"))
    listings.sort(key=lambda listing: listing.whole.span)
    return listings, glosses, [r for r in rejected if r.candidate not in best]


def _by_cue_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without those known by a repeated word alone, where a cue in the same stretch says where the list begins."""
    cued = [c.span for c in candidates if c.held is not Held.KEYED and c.reading.holds]
    return [c for c in candidates if c.held is not Held.KEYED or not any(c.span.covers(span) for span in cued)]


def _better(one: Candidate, other: Candidate) -> bool:
    """Better fitting, or as good with less: the pattern that explains more of the words round the list."""
    return (one.reading.fit, -len(one.span)) > (other.reading.fit, -len(other.span))


def _not_within(best: dict[str, Candidate]) -> dict[str, Candidate]:
    """Without the names that are only groups of another: “三联”即… inside the list of 三联四会."""
    labels = {
        (g.label, i.span)
        for c in best.values() if len(c.reading.groups) > 1
        for g in c.reading.groups for i in g.items
    }  # fmt: skip
    owned = {span for _, span in labels}
    return {
        name: c
        for name, c in best.items()
        if len(c.reading.groups) > 1 or not all(i.span in owned for g in c.reading.groups for i in g.items)
    }


def _listing(candidate: Candidate) -> Listing:
    groups = candidate.reading.groups
    spans = [g.span for g in groups if g.span]
    spans.append(candidate.announced.mention.span)
    return Listing(candidate.announced.mention, groups, (Span(min(s.start for s in spans), max(s.end for s in spans)),), candidate.rule)


def _unlisted(each: Announced) -> tuple[Group, ...]:
    return tuple(Group(n.text, n.number) for n in each.numerals if n.number is not None)


class _Finder:
    """The text with its sentences, asked about one name after the other."""

    def __init__(self, text: str, sentences: Sequence[Sentence], rules: PartRules) -> None:
        self.text, self.sentences, self.rules = text, sentences, rules
        self.starts = [s.span.start for s in sentences]

    # ---- what a name announces ----------------------------------------------------------

    def announced(self, mention: Mention) -> Announced | None:
        text, core = self.text, mention.core
        if core is None:
            return self._nominal(mention)
        # A chain of links may be the core of a name without quotation marks round it.
        start = core.start - (text[core.start - 1 : core.start] in ("“", "‘"))
        behind = core.end + (text[core.end : core.end + 1] in ("”", "’"))
        ends = (behind,) if behind >= mention.span.end else (behind, mention.span.end)
        name = text[core.start : core.end]
        slogan = core if SLOGAN_MARKS.search(name) else None
        numerals = decompose(name, self.rules.shorthand)
        if name.isdecimal() and text[behind : behind + 1] in self.rules.shorthand.measures:
            numerals = ()  # “21”条 are twenty-one
        if slogan is None and not numerals and (count := self.rules.shorthand.before.search(text, max(0, start - 4), start)):
            return Announced(mention, (counted_outside(count["number"], count[0] + text[start : mention.span.end]),), (count.start(),), ends, None, False)
        if slogan is not None and not numerals and (found := phrase(text[behind : mention.span.end], self.rules.shorthand)):
            numerals = (found[1],)
        elif numerals and slogan is not None:
            slogan = None
        starts = (start,) if start <= mention.span.start else (start, mention.span.start)
        return Announced(mention, numerals, starts, ends, slogan)

    def _nominal(self, mention: Mention) -> Announced | None:
        """A name without quotation marks: its number stands in front, or counts the noun at its end."""
        start, end = mention.span.start, mention.span.end
        if "、" in (name := self.text[start:end]):
            start += name.rfind("的") + 1
        name = self.text[start:end]
        if not STATES_A_NUMBER.search(name):
            return Announced(mention, (), (start,), (end,), None)
        if found := phrase(name, self.rules.shorthand):
            return Announced(mention, (found[1],), (start + found[0],), (end,), None)
        numerals = decompose(name, self.rules.shorthand)
        headed = bool(self.rules.shorthand.head(name))
        if len(numerals) == 1 and not numerals[0].counted and len(numerals[0].key) > (3 if headed else 2):
            numerals = ()  # 五柳湖景区 is a place
        if self.text[start - 1 : start] in ("“", "‘"):
            start, end = start - 1, end + 1
        return Announced(mention, numerals, (start,), (end,), None)

    # ---- where its list may stand -------------------------------------------------------

    def candidates(self, each: Announced) -> Iterator[Candidate]:
        """Every list that touches the name, read."""
        if each.slogan is not None:
            yield from self._joined(each)
            if not each.numerals:
                return
        window = self._window(each.mention.span.start)
        if window is None:
            return
        sentence, paragraph = window
        if not each.numerals:
            if each.mention.core is None and self.text[each.starts[0] - 1 : each.starts[0]] == "的":
                yield from self._before(each, sentence, self.rules.way_before)
            yield from self._owned(each, sentence)
            return
        yield from self._before(each, sentence, self.rules.before)
        yield from self._after(each, paragraph)
        if len(each.numerals) > 1:
            labelled = read_labelled(self.text, Span(each.ends[0], paragraph.end), each.numerals, self.rules)
            if labelled is not None:
                yield Candidate(each, labelled, Span(each.starts[0], paragraph.end), "parts/groups", Held.RUN)

    def _window(self, at: int, on: int = SENTENCES_ON) -> tuple[Span, Span] | None:
        """The sentence of a place, and the stretch from there to some sentences on in the same paragraph."""
        i = bisect.bisect_right(self.starts, at) - 1
        if i < 0 or at >= self.sentences[i].span.end:
            return None
        first = self.sentences[i]
        last = first
        for other in self.sentences[i + 1 : i + 1 + on]:
            if (other.article, other.paragraph) != (first.article, first.paragraph):
                break
            last = other
        return first.span, Span(first.span.start, last.span.end)

    def _joined(self, each: Announced) -> Iterator[Candidate]:
        """社区吹哨、部门报到: the name is the list."""
        span = each.slogan
        if span is None or not self.rules.joined:
            return
        text = self.text
        if DESCRIBES.match(text, span.start, span.end):
            return
        raw = chain(text, span) or pieces(text, span, 1)
        if any(not text[s.start : s.end].strip("XN0123456789") or FIGURE.search(text, s.start, s.end) for s in raw):
            return
        reading = read_list(text, span, each.numerals, self.rules.words, Held.WHOLE)
        if reading is not None:
            yield Candidate(each, reading, each.mention.span, self.rules.joined[0], Held.WHOLE)

    def _before(self, each: Announced, sentence: Span, patterns: Sequence[PartPattern]) -> Iterator[Candidate]:
        for pattern in patterns:
            for start in each.starts:
                match = pattern.regex.search(self.text, max(sentence.start, start - LIST_LENGTH), start)
                if match is not None:
                    yield from self._read(each, pattern, match, sentence)

    def _after(self, each: Announced, paragraph: Span) -> Iterator[Candidate]:
        for pattern in self.rules.after:
            for end in each.ends:
                match = pattern.regex.match(self.text, end, paragraph.end)
                if match is None:
                    continue
                bounds = paragraph
                if pattern.slot == "ordinals" and (wide := self._window(each.mention.span.start, ORDINALS_ON)):
                    bounds = wide[1]
                yield from self._read(each, pattern, match, bounds)

    def _owned(self, each: Announced, sentence: Span) -> Iterator[Candidate]:
        """…模式，通过“甲、乙”等七大板块: the counted sections are those of the mechanism."""
        end = each.ends[-1]
        if not self.rules.sections.search(self.text, end, min(end + OWNED_WITHIN, sentence.end)):
            return
        for pattern in self.rules.way_after:
            match = pattern.regex.match(self.text, end, sentence.end)
            if match is None:
                continue
            label = self.text[match.start("phrase") : match.end()]
            numerals = decompose(label, self.rules.shorthand)
            if len(numerals) == 1:
                counted = Announced(each.mention, numerals, each.starts, each.ends, None)
                yield from self._read(counted, pattern, match, sentence)

    def _read(self, each: Announced, pattern: PartPattern, match: re.Match[str], bounds: Span) -> Iterator[Candidate]:
        span = self._stretch(pattern, match, bounds)
        if pattern.slot in ("bare", "told") and LISTED_WITH.search(self.text, max(span.start, span.end - 2), span.end):
            return
        if not self._may_hold(span, each.numerals, pattern.slot):
            return
        goes_on = (pattern.before or "phrase" in pattern.regex.groupindex) and "等" in match[0][match.end(pattern.slot) - match.start() :][:3]
        reading = read_list(self.text, span, each.numerals, self.rules.words, HELD[pattern.slot], open_=goes_on)
        if reading is not None and len(span):
            yield Candidate(each, reading, span, pattern.rule, HELD[pattern.slot])

    def _may_hold(self, span: Span, numerals: Sequence[Numeral], slot: str) -> bool:
        """Whether a stretch is worth reading: it parts something, and where only words tell, it holds them."""
        if slot == "keyed":
            many = 1 if len(numerals) > 1 else 2
            return all(any(self.text.count(m, span.start, span.end) >= many for m in n.marks) for n in numerals)
        return slot == "levels" or SEPARATED.search(self.text, span.start, span.end) is not None or any(n.number == 1 for n in numerals)

    def _stretch(self, pattern: PartPattern, match: re.Match[str], bounds: Span) -> Span:
        """The stretch that a slot stands for: its own, or as far as the clause or the sentence goes."""
        start, end = match.span(pattern.slot)
        if pattern.slot in ("bare", "told"):
            return Span(list_start(self.text, max(bounds.start, end - LIST_LENGTH), end), end)
        if pattern.slot == "ordinals":
            return Span(start, bounds.end)
        if pattern.slot in ("run", "keyed"):
            return Span(end, self._sentence_end(end, bounds.end))
        return Span(start, end)

    def _sentence_end(self, at: int, limit: int) -> int:
        i = bisect.bisect_right(self.starts, at) - 1
        return min(self.sentences[i].span.end, limit) if i >= 0 else limit

    def shared(self, one: Announced, other: Announced) -> Iterator[Candidate]:
        """“两带”“三园”：… : two names side by side have one list, the first part of which is that of the first."""
        between = self.text[one.mention.span.end : other.mention.span.start]
        if not one.numerals or not other.numerals or between not in BESIDE:
            return
        window = self._window(other.mention.span.start)
        if window is None:
            return
        both = replace(other, numerals=(*one.numerals, *other.numerals))
        for found in self._after(both, window[1]):
            if found.reading.holds:
                for each, groups in ((one, found.reading.groups[: len(one.numerals)]), (other, found.reading.groups[len(one.numerals) :])):
                    yield replace(found, announced=each, reading=Reading(groups, found.reading.fit + SHARED))

    # ---- glosses ------------------------------------------------------------------------

    def gloss(self, each: Announced) -> Gloss | None:
        """What a bracket or clause behind a quoted name says that it stands for."""
        if each.mention.form is not Form.QUOTED or each.slogan is not None:
            return None
        window = self._window(each.mention.span.start)
        for pattern in self.rules.gloss:
            for end in each.ends:
                match = pattern.regex.match(self.text, end, window[0].end if window else end)
                if match is None:
                    continue
                span = Span(*match.span(pattern.slot))
                said = self.text[span.start : span.end]
                if not self.rules.unless.search(said):
                    return Gloss(each.mention, said, span)
        return None
