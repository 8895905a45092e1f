"""Sentences and mentions of mechanisms in, what each mechanism is made of out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.match.parts.announced import Announced, announced
from kg.match.parts.judging import Held
from kg.match.parts.list_finder import ListFinder
from kg.match.parts.part_rules import PartRules
from kg.match.parts.placed_lists import Candidate
from kg.match.parts.trimmed import trimmed
from kg.match.rulebook.kinds import WAYS
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.shorthand import Shorthand
from kg.model import Document, Gloss, Group, Item, Listing, Mention, Rejection, Sentence, Span

JOINED, GATHERED = "parts/joined", "parts/gathered"
# What stands between a name and the first of the names that spell it out, and between these.
SAYS = re.compile("的?(?:主要|具体|核心)?(?:内容|内涵)?，?(?:是|即|为|就是|包括|指的是|指)?[：，]?")
ONE = re.compile("一[^一二两三四五六七八九十]{2,5}\\Z")
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
    candidates = [c._replace(reading=trimmed(document.text, c.reading)) for c in candidates]
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.reading.holds and (candidate.name not in best or _better(candidate, best[candidate.name])):
            best[candidate.name] = candidate
    outer = _outermost(best.values())
    own = _undisputed(outer)
    listings = _gathered(document.text, names, _own_lists([_listing(c) for c in own]))
    disputed = {c.name for c in outer} - {c.name for c in own}
    known = {*best, *(g.label for li in listings if len(li.groups) > 1 for g in li.groups)} - disputed
    listings = [_by_number(document.text, li, listings, rules.shorthand) for li in listings]
    listings += list(_unlisted(document.text, names, known, listings))
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
        groups = found.reading.groups
        if not found.reading.holds or len(groups) != 1 or len(groups[0].items) != groups[0].stated:
            continue
        if all(each.borne in item.text for item in groups[0].items):
            return each
    return each._replace(numerals=(), borne="", own=True)


def _cues_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without those known by a repeated word alone, where a cue in the same stretch says where the list begins."""
    if len(candidates) < 2:
        return list(candidates)
    cued = [c.span for c in candidates if c.held is not Held.KEYED and c.reading.holds]
    return [c for c in candidates if c.held is not Held.KEYED or not any(c.span.covers(span) for span in cued)]


def _better(one: Candidate, other: Candidate) -> bool:
    """Better fitting, or as good with less: the pattern that explains more of the words round the list.

    “问、议、办”的“三步法”：入户问需、支部议题、专人办事: the list that tells the other, word by word, is the one.
    """
    if _tells(one, other) or _tells(other, one):
        return _tells(one, other)
    return (one.reading.fit, -len(one.span)) > (other.reading.fit, -len(other.span))


def _tells(one: Candidate, other: Candidate) -> bool:
    longer, shorter = _items(one), _items(other)
    told = len(longer) == len(shorter) and all(len(s.text) == 1 for s in shorter)
    return told and all(s.text in i.text != s.text for s, i in zip(shorter, longer, strict=True))


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
    """Without the slogans whose members another name has for its parts: “甲、乙”，这就是“两甲”.

    “甲、乙”制度 is as good a name beside “两甲” as this.
    """
    taken = {i.span for li in listings if li.rule != JOINED for g in li.groups for i in g.items}
    return [
        li
        for li in listings
        if li.rule != JOINED or _has_last_word(li.whole) or not all(i.span in taken for g in li.groups for i in g.items)
    ]


def _has_last_word(whole: Mention) -> bool:
    return whole.core is not None and whole.span.end > whole.core.end + len("”")


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
            rows.append(Listing(each.mention, groups, (reach,), GATHERED))
    return rows


def _unlisted(
    text: str, names: Sequence[Announced], known: set[str], listings: Sequence[Listing]
) -> Iterator[Listing]:  # fmt: skip
    """The names that state numbers which nothing beside them spells out, each at its first mention.

    Of “三包、四联、五送” each number may be a name with a list of its own elsewhere in the document.
    """
    for each in names:
        stated = [n for n in each.numerals if n.number is not None]
        if stated and each.own and each.mention.type in WAYS and each.mention.name not in known:
            known.add(each.mention.name)
            lists = [_elsewhere(text, n.text, listings) if n.key and len(stated) > 1 else None for n in stated]
            groups = tuple(g or Group(n.text, n.number) for n, g in zip(stated, lists, strict=True))
            yield Listing(each.mention, groups, (each.mention.span,), GATHERED if any(lists) else "parts/unlisted")


def _by_number(text: str, listing: Listing, listings: Sequence[Listing], shorthand: Shorthand) -> Listing:
    """“一线贯通、三网并进、五联共治”: a slogan of numbers with the lists that they have elsewhere in the document."""
    items = listing.groups[0].items
    stated = [ONE.match(i.text) or decompose(i.text, shorthand) for i in items] if listing.rule == JOINED else []
    if not stated or not all(stated):
        return listing
    lists = [_elsewhere(text, i.text, listings) for i in items]
    if not any(lists):
        return listing
    numbers = [found[0].number if isinstance(found, tuple) else 1 for found in stated]
    groups = [g or Group(i.text, n, (), False, i.span) for g, i, n in zip(lists, items, numbers, strict=True)]
    return replace(listing, groups=tuple(groups), rule=GATHERED)


def _elsewhere(text: str, number: str, listings: Sequence[Listing]) -> Group | None:
    """The list of a name that is, or goes on behind its quotation with, one number of a longer name."""
    for listing in listings:
        whole, group = listing.whole, listing.groups[0]
        behind = whole.core.end + 1 if whole.core else whole.span.start
        called = whole.name.startswith(number) or text.startswith(number, behind, whole.span.end)
        if called and len(listing.groups) == 1 and group.stated == len(group.items):
            return replace(group, label=number)
    return None
