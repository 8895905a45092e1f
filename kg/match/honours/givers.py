"""Claims of honours in, the same with their giver where another clause names him out: 民政部授予…“X”，石桥村获得“X”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from kg.match.rulebook.kinds import BODIES
from kg.model import Claim, Document, Mention

RECEIVED, GIVER, PERIOD = "received", "conferredBy", "period"
# From the verb up to the title: 授予200个组织“…”.
GAVE = "(?:授予|表彰|命名|公布|发布|认定|评选|推介)"
GIVES, GIVING = re.compile(f"{GAVE}了?[^，。；！？\n]{{0,20}}\\Z"), re.compile(GAVE)
# 下发《关于表彰…的决定》: the title stands in the name of a paper.
ISSUES = re.compile("(?:下发|印发|发布|公布|发出|出台|公示|下达)了?(?:[^，。；《》\n]{0,8})《[^《》\n]*\\Z")
ADVERBS = 8  # 民政部近日联合授予: so many characters may stand between the giver and the verb
SENTENCE = re.compile("[。！？\n]")
PASSIVE = ("被", "经", "由", "获")
# 民政部公布示范社区名单。其中，松湾社区入选: a list that somebody published, and who then is said to be on it.
PUBLISHES = re.compile(
    "(?:公布|发布|公示|印发|下发|通报|公告)了?(?P<list>[^。！？\n]{0,40}?(?:名单|结果|目录|名录|通知|决定|榜单))"
)
ON_THE_LIST = re.compile("(?:其中|此次|这次|本次)|.{0,40}(?:入选|上榜|榜上有名|名列其中|在列|跻身|入围)", re.DOTALL)
OF_IT, SHARED, BACK = re.compile("其中"), 4, 2
YEARS = re.compile("([12][0-9]{3})(?:年?度?[-—~至]([12][0-9]{3}))?年度?")
REACH = 160


def with_givers(document: Document, mentions: Sequence[Mention], claims: Sequence[Claim]) -> list[Claim]:
    """Each honour without a giver gets the one who is said, in another clause, to give that very title.

    >>> from kg.model import Source, Span
    >>> text = "民政部授予9个社区“和谐社区”称号，松湾社区获得“和谐社区”称号。"
    >>> document = Document(Source("", text, "", ""), text, range(len(text)), ())
    >>> giver = Mention(Span(0, 3), "GovernmentBody", "", "民政部")
    >>> who = Mention(Span(17, 21), "Community", "", "松湾社区")
    >>> claim = Claim(who, "received", Mention(Span(23, 29), "Honor", "", "和谐社区"), (Span(17, 31),), "")
    >>> [m.name for _, m in with_givers(document, [giver, who], [claim])[0].agents]
    ['民政部']
    """
    page = _Page(document.text, [m for m in mentions if m.type in BODIES], {})
    return [_given(document, page, claim) if _wants(claim) else claim for claim in claims]


class _Page(NamedTuple):
    """A text, its bodies in order, and the places where a title is given, by the title and the article."""

    text: str
    bodies: Sequence[Mention]
    gifts: dict[tuple[str, int, int], list[_Gift]]


class _Gift(NamedTuple):
    """Where a title stands that somebody gives, the giver, and the years that the paper names in which it stands."""

    place: int
    giver: Mention
    years: str


def _wants(claim: Claim) -> bool:
    return claim.predicate == RECEIVED and all(name != GIVER for name, _ in claim.agents)


def _given(document: Document, page: _Page, claim: Claim) -> Claim:
    article = next((a.span for a in document.articles if a.span.covers(claim.object.span)), None)
    low, high = (article.start, article.end) if article else (0, len(page.text))
    title = claim.object
    key = (title.name, low, high)
    if key not in page.gifts:
        page.gifts[key] = [*_gifts(page, title.name, low, high)]
    gift = next((g for g in page.gifts[key] if not title.span.start <= g.place < title.span.end), None)
    if gift is not None:
        dated = any(name == PERIOD for name, _ in claim.qualifiers)
        when = ((PERIOD, gift.years),) if gift.years and not dated else ()
        return replace(claim, agents=(*claim.agents, (GIVER, gift.giver)), qualifiers=(*claim.qualifiers, *when))
    giver = _publisher(page, claim, low)
    return claim if giver is None else replace(claim, agents=(*claim.agents, (GIVER, giver)))


def _gifts(page: _Page, title: str, low: int, high: int) -> Iterator[_Gift]:
    """Wherever a title stands that a body is said to give."""
    text = page.text
    place = text.find(title, low, high)
    while place >= 0:
        opening = max([low, place - REACH, *(m.end() for m in SENTENCE.finditer(text, max(low, place - REACH), place))])
        paper = ISSUES.search(text, opening, place)
        verb = paper or GIVES.search(text, opening, place)
        giver = _giver(page, opening, verb.start()) if verb else None
        if giver is not None:
            years = YEARS.search(text, paper.start(), place) if paper else None
            yield _Gift(place, giver, "/".join(filter(None, years.groups())) if years else "")
        place = text.find(title, place + 1, high)


def _publisher(page: _Page, claim: Claim, low: int) -> Mention | None:
    """Who published the list, one or two sentences before, on which a sentence says that somebody is."""
    text, title = page.text, claim.object
    starts = [title.span.start]
    while len(starts) <= BACK + 1 and starts[0] > low:
        starts.insert(0, max([low, *(text.rfind(mark, low, starts[0] - (len(starts) > 1)) + 1 for mark in "。！？\n")]))
    own = starts[-2] if len(starts) > 1 else low
    if ON_THE_LIST.match(text, own, title.span.end) is None:
        return None
    for opening, end in [*pairwise(starts[:-1])][::-1]:
        verb = PUBLISHES.search(text, opening, end)
        of_it = verb is not None and (OF_IT.match(text, own) or _alike(verb["list"], title.name))
        giver = _giver(page, opening, verb.start()) if verb is not None and of_it else None
        if giver is not None:
            return giver
    return None


def _alike(listed: str, title: str) -> bool:
    """Whether the name of a list holds four characters of a title in a row."""
    return any(title[at : at + SHARED] in listed for at in range(max(1, len(title) - SHARED + 1)))


def _giver(page: _Page, opening: int, verb: int) -> Mention | None:
    """The body that acts before the verb: right before it, or where the clause opens with the verb, before that."""
    text = page.text
    first = bisect_left(page.bodies, opening, key=lambda m: m.span.start)
    near_by = page.bodies[first : bisect_left(page.bodies, verb, first, key=lambda m: m.span.start)]
    before = [m for m in near_by if m.span.end <= verb]
    if not before:
        return None
    last = before[-1]
    between = text[last.span.end : verb]
    near = len(between) <= ADVERBS and "，" not in between
    goes_on = text[verb - 1] in "，、；" and GIVING.match(between.lstrip("近日前联合共同")) is not None
    return last if (near or goes_on) and text[last.span.start - 1 : last.span.start] not in PASSIVE else None
