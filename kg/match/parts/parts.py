"""Sentences and mentions of mechanisms in, what each mechanism is made of out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.match.parts.announced import Announced, announced
from kg.match.parts.judging import Held
from kg.match.parts.list_finder import ListFinder
from kg.match.parts.part_rules import PartRules
from kg.match.parts.placed_lists import Candidate
from kg.match.rulebook.kinds import WAYS
from kg.model import Document, Gloss, Group, Item, Listing, Mention, Rejection, Sentence, Span

JOINED = "parts/joined"
# What stands between a name and the first of the names that spell it out, and between these.
SAYS = re.compile("的?(?:主要|具体|核心)?(?:内容|内涵)?，?(?:是|即|为|就是|包括|指的是|指)?[：，]?")
GOES_ON = re.compile("”?[，；。、和]?")


def find_listings(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], rules: PartRules
) -> tuple[list[Listing], list[Gloss], list[Rejection]]:
    """The parts of every mechanism, programme or facility whose name announces any, each name once in a document.

    A name whose parts the document does not spell out has its groups without items.
    """
    finder = ListFinder(document, sentences, rules)
    names = [_borne_out(announced(document.text, m, rules.shorthand), finder) for m in mentions]
    candidates = [c for each in names for c in _cues_first(list(finder.candidates(each)))]
    candidates += [
        c for one, other in pairwise(names) if one.numerals and other.numerals for c in finder.shared(one, other)
    ]
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.reading.holds and (candidate.name not in best or _better(candidate, best[candidate.name])):
            best[candidate.name] = candidate
    outer = _outermost(best.values())
    own = _undisputed(outer)
    listings = _gathered(document.text, names, _own_lists([_listing(c) for c in own]))
    disputed = {c.name for c in outer} - {c.name for c in own}
    listings += _unlisted(
        names, {*best, *(g.label for li in listings if len(li.groups) > 1 for g in li.groups)} - disputed
    )
    # 即访民情、议难题、办实事 is the list of “访议办”, and no gloss beside it.
    glosses = [g for each in names if not each.numerals and each.mention.name not in best and (g := finder.gloss(each))]
    rejected = [
        Rejection(c.span, c.name, c.rule, c.reading.reason)
        for c in candidates
        if c.name not in best and not c.reading.holds
    ]
    return sorted(listings, key=lambda listing: listing.whole.span), glosses, rejected


def _borne_out(each: Announced, finder: ListFinder) -> Announced:
    """党建三联 and 阳光三农: only a list of as many as it states that all bear the word shows that the name counts."""
    if not each.borne:
        return each
    for found in finder.candidates(each):
        (group, *more) = found.reading.groups
        whole = found.reading.holds and not more and len(group.items) == group.stated
        if whole and all(each.borne in item.text for item in group.items):
            return each
    return each._replace(numerals=(), borne="", own=True)


def _cues_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without those known by a repeated word alone, where a cue in the same stretch says where the list begins."""
    if len(candidates) < 2:
        return list(candidates)
    cued = [c.span for c in candidates if c.held is not Held.KEYED and c.reading.holds]
    return [c for c in candidates if c.held is not Held.KEYED or not any(c.span.covers(span) for span in cued)]


def _better(one: Candidate, other: Candidate) -> bool:
    """Better fitting, or as good with less: the pattern that explains more of the words round the list."""
    return (one.reading.fit, -len(one.span)) > (other.reading.fit, -len(other.span))


def _outermost(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Without the names that are only groups of another: “三联”即… inside the list of 三联两包."""
    kept = list(candidates)
    owned = {i.span for c in kept if len(c.reading.groups) > 1 for g in c.reading.groups for i in g.items}
    return [
        c
        for c in kept
        if len(c.reading.groups) > 1 or not all(i.span in owned for g in c.reading.groups for i in g.items)
    ]


def _undisputed(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without the lists that agree with another name and not with their own: 在“四议”之上创新“三议”，甲、乙、丙."""
    agreed = [c for c in candidates if _agrees(c)]
    exact = [i.span for c in agreed for i in _items(c)]
    return [
        c for c in candidates if _agrees(c) or not all(any(i.span.overlaps(s) for s in exact) for i in _items(c))
    ]  # fmt: skip


def _agrees(candidate: Candidate) -> bool:
    return all(g.stated is None or len(g.items) == g.stated for g in candidate.reading.groups)


def _items(candidate: Candidate) -> list[Item]:
    return [item for group in candidate.reading.groups for item in group.items]


def _own_lists(listings: Sequence[Listing]) -> list[Listing]:
    """Without the slogans whose members another name has for its parts: “甲、乙”，这就是“两甲”."""
    taken = {i.span for li in listings if li.rule != JOINED for g in li.groups for i in g.items}
    return [li for li in listings if li.rule != JOINED or not all(i.span in taken for g in li.groups for i in g.items)]


def _listing(candidate: Candidate) -> Listing:
    whole, groups = candidate.announced.mention, candidate.reading.groups
    spans = [whole.span, *(g.span for g in groups if g.span)]
    reach = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Listing(whole, groups, (reach,), candidate.rule)


def _gathered(text: str, names: Sequence[Announced], listings: Sequence[Listing]) -> list[Listing]:
    """“五三”工作法，即“三联”：…；“三议”：…: names with lists of their own that spell out the name before them all."""
    rows, taken = sorted(listings, key=lambda listing: listing.whole.span), {li.whole.name for li in listings}
    for each in names:
        at, found = each.ends[-1], list[Listing]()
        for row in rows:
            start = row.whole.span.start
            leads = SAYS if not found else GOES_ON
            if start >= at and len(row.groups) == 1 and leads.fullmatch(text, at, start):
                found.append(row)
                at = row.spans[-1].end
        if len(found) > 1 and each.mention.core is not None and each.mention.name not in taken:
            groups = tuple(group for row in found for group in row.groups)
            reach = Span(each.mention.span.start, found[-1].spans[-1].end)
            rows = [row for row in rows if row not in found]
            rows.append(Listing(each.mention, groups, (reach,), "parts/gathered"))
    return rows


def _unlisted(names: Sequence[Announced], known: set[str]) -> Iterator[Listing]:
    """The names that state numbers which nothing in the document spells out, each at its first mention."""
    for each in names:
        groups = tuple(Group(n.text, n.number) for n in each.numerals if n.number is not None)
        if groups and each.own and each.mention.type in WAYS and each.mention.name not in known:
            known.add(each.mention.name)
            yield Listing(each.mention, groups, (each.mention.span,), "parts/unlisted")
