"""Sentences in, mentions of organisations, facilities, programmes, mechanisms and industries out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from kg.match.decomposed import decompose
from kg.match.defined import find_shortened
from kg.match.goods import find_goods, stands_by_itself
from kg.match.governed import governed
from kg.match.grammar import Grammar, Page, open_page
from kg.match.kinds import BODIES, WAYS
from kg.match.lists import chains, members, sums
from kg.match.nominal import nominal
from kg.match.occurrences import occurrences
from kg.match.phrases import Atom, cut_phrase, phrases
from kg.match.place_grammar import COUNTRY
from kg.match.quotations import quotation
from kg.match.sayings import sayings
from kg.match.shorthand import RANKS
from kg.match.shorthand_spans import SUMMING, shorthand_spans
from kg.match.words import Words
from kg.model import Document, Form, Mention, Rejection, Sentence, Span

INNER = re.compile(r"‘([^‘’\n]{2,10})’(?=[^“\n]{0,4}”)")
# Bodies that have teams and rooms with names of their own.
MOTHERS = ("Institution", "GovernmentBody", "Enterprise")
BRACKET = re.compile("（([^（）\n]{2,60})）")
# Of these each country has its own.
STATE = ("GovernmentBody", "PartyOrganization")
AFTER_VERBS = ("好", "了", "起")
# A shorter quotation as often means another thing.
AGAIN = 4
LISTING = re.compile("、|”“")
COUNTED = re.compile("[0-9]+[余多]?[个项家处条座名位件]")
LINKED = re.compile("[+＋—→]")
# 《云岭日报》, but no bulletin, annual report or journal of a university.
PAPER = re.compile(
    "《([一-龥]{2,10}?(?:[日晚晨早商时邮]报|青年报|少年报|(?<![简年海通公快学画喜警情汇周半月战捷专])报))》"
)
# 国道227线, G318国道, 320国道
ROAD = re.compile(
    "(?:[国省县]道)[GSX]?[0-9]{1,4}线?|(?:[GSX][0-9]{1,4}|[0-9]{3})(?:国道|省道|县道|高速公路|高速|线)(?![一-龥]?[上下]?网)"
)
CHAINED = re.compile("[—→－]")


def find_names(
    document: Document, sentences: Sequence[Sentence], known: Sequence[Mention], grammar: Grammar, words: Words
) -> tuple[list[Mention], list[Rejection]]:
    """All names that the entity rules find, longest first, with the known mentions nested into them.

    The result holds the known mentions that stand alone as well, in the order of the text.
    """
    page = open_page(document.text, grammar, words)
    ends = sorted(page.ends)
    starts = [mention.span.start for mention in known]
    found = [*known]
    for sentence in sentences:
        span = sentence.span
        inside = known[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        _by_shape(page, span, inside, found)
        found += find_goods(page, span, inside)
        here = ends[bisect_right(ends, span.start) : bisect_right(ends, span.end)]
        _by_words(page, span, here, inside, found)
        found += _bracketed(page, span, here, inside)
    found += find_shortened(document.text, found)
    found += _quoted_again(page, found)
    return stands_by_itself(page, _longest(_agreeing(page, found))), []


def _quoted_again(page: Page, found: Sequence[Mention]) -> list[Mention]:
    """“屋场恳谈”入选…: a bare quotation is what the text has called so elsewhere, where the name ends with it."""
    named = {m.name: m for m in reversed(found) if m.core is not None and m.type in WAYS and len(m.name) >= AGAIN}
    taken = {m.span.start for m in found} | {m.core.start - 1 for m in found if m.core is not None}
    places = occurrences(page.text, [f"“{name}”" for name in sorted(named)])
    again = []
    for name, first in sorted(named.items()):
        for start in places[f"“{name}”"]:
            end = start + len(name) + 2
            if start not in taken and _ends_there(page, end):
                core, whole = Span(start + 1, end - 1), Span(start, end)
                again.append(Mention(whole, first.type, "names/quoted-again", name, Form.QUOTED, core))
    return again


def _ends_there(page: Page, place: int) -> bool:
    """Whether a mark or a verb follows, and no noun that a longer name would go on with."""
    text, boundaries = page.text, page.grammar.boundaries
    return not "一" <= text[place : place + 1] <= "龥" or any(text[place : place + n] in boundaries for n in (2, 3, 4))


def _by_shape(page: Page, span: Span, known: Sequence[Mention], found: list[Mention]) -> None:
    """The names that marks and numerals show without a look at the words: lists, chains, ‘三会’, 三联四会."""
    text, grammar = page.text, page.grammar
    if LISTING.search(text, span.start, span.end) and grammar.closing.search(text, span.start, span.end):
        found += members(page, span, known)
    if LISTING.search(text, span.start, span.end) or text.find("等", span.start, span.end) >= 0:
        found += governed(page, span, known)
    if text.find("‘", span.start, span.end) >= 0:
        for inner in INNER.finditer(text, span.start, span.end):
            if decompose(inner[1], grammar.shorthand):
                core = Span(*inner.span(1))
                found.append(Mention(Span(*inner.span()), "Mechanism", "shorthand", inner[1], Form.QUOTED, core))
    found += sayings(text, span)
    for road in ROAD.finditer(text, span.start, span.end):
        found.append(Mention(Span(*road.span()), "Facility", "names/road", road[0]))
    for paper in PAPER.finditer(text, span.start, span.end):
        found.append(Mention(Span(*paper.span(1)), "Institution", "names/paper", paper[1]))
    if CHAINED.search(text, span.start, span.end):
        found += chains(page, span)
    if LINKED.search(text, span.start, span.end):
        found += sums(page, span)
    for bare in shorthand_spans(text, span.start, span.end, grammar.shorthand):
        name = text[bare.start : bare.end]
        if COUNTED.match(name):
            continue  # 36个回归项目
        summing = SUMMING.fullmatch(name) is not None
        governing = not summing and any(name[k : k + 2] in grammar.verbs for k in range(2, len(name) - 2))
        if governing or page.before(bare.start) == "“":
            continue
        rule = page.head_of(bare.start, bare.end)
        # 一荤两素一汤: without a last word only a verb before it makes a name of it.
        if rule is not None or _governed(page, bare.start) or summing:
            rule = rule or grammar.ways
            found.append(Mention(bare, rule.type, "shorthand", name, Form.SHORT))


def _governed(page: Page, start: int) -> bool:
    """Whether a verb of two to four characters ends at a place, or 好 and 了 behind one."""
    at = start - (page.before(start) in AFTER_VERBS)
    return any(page.text[at - size : at] in page.grammar.boundaries for size in (2, 3, 4))


def _by_words(page: Page, span: Span, ends: Sequence[int], known: Sequence[Mention], found: list[Mention]) -> None:
    """The names that their last word or their quotation marks show; `ends` are where heads end in the sentence."""
    text = page.text
    quoted = text.find("“", span.start, span.end) >= 0 or text.find("‘", span.start, span.end) >= 0
    if not ends and not quoted:
        return
    for start, end in phrases(text, span, quoted):
        places = ends[bisect_right(ends, start) : bisect_right(ends, end)]
        if places or (quoted and (text.find("“", start, end) >= 0 or text.find("‘", start, end) >= 0)):
            held = [m for m in known if start <= m.span.start and m.span.end <= end] if known else known
            _phrase(page, start, cut_phrase(page, start, end, places, held), found)


def _bracketed(page: Page, span: Span, ends: Sequence[int], known: Sequence[Mention]) -> list[Mention]:
    """The bodies that brackets name: （新华社记者李华摄）, （作者单位：云岭大学）."""
    found: list[Mention] = []
    if ends and page.text.find("（", span.start, span.end) >= 0:
        for bracket in BRACKET.finditer(page.text, span.start, span.end):
            for start, end in phrases(page.text, Span(*bracket.span(1)), False):
                places = ends[bisect_right(ends, start) : bisect_right(ends, end)]
                held = [m for m in known if start <= m.span.start and m.span.end <= end]
                if places:
                    _phrase(page, start, cut_phrase(page, start, end, places, held), found)
    return [m for m in found if m.type in BODIES and m.form is Form.PROPER]


def _phrase(page: Page, start: int, atoms: Sequence[Atom], found: list[Mention]) -> None:
    """The names of the phrase at `start`, from the right: a head further right makes the longer name."""
    grammar, ends = page.grammar, page.ends
    i = len(atoms)
    while i > 0:
        i -= 1
        atom = atoms[i]
        name = None
        if atom.tag == "“":
            name = quotation(page, atoms, i)
        elif atom.tag == "@":
            if atom.text in grammar.bodies:
                found.append(_of_country(_body(atom.start, atom.end, atom.text, grammar), page, atoms, i))
        elif atom.end in ends:
            head_start, head = ends[atom.end]
            if head in grammar.bodies:
                first = next((k for k in range(i, -1, -1) if atoms[k].start <= head_start), -1)
                # 居民盟誓: what begins inside a word is no body.
                if first >= 0 and (len(head) > 2 or atoms[first].start == head_start):
                    found.append(_of_country(_body(head_start, atom.end, head, grammar), page, atoms, first))
            elif head in grammar.heads:
                name = nominal(page, atoms, i, found)
        if name is not None:
            # 云岭大学“红韵”志愿队: the body before the quotation is another one.
            if name.mention is not None and name.mention.core is not None:
                before = [a for a in atoms[name.first : i] if a.end < name.mention.core.start]
                inner: list[Mention] = []
                _phrase(page, start, before, inner)
                found += [m for m in inner if m.type in MOTHERS and m.form is Form.PROPER]
            i = name.first
            if name.mention is not None:
                found.append(name.mention)


def _body(start: int, end: int, name: str, grammar: Grammar) -> Mention:
    kind = grammar.bodies[name]
    if kind in WAYS:
        return Mention(Span(start, end), kind, "lexicon/programmes", name, Form.NOMINAL)
    return Mention(Span(start, end), kind, "lexicon/bodies", name, Form.PROPER)


def _of_country(body: Mention, page: Page, atoms: Sequence[Atom], first: int) -> Mention:
    """法国外交部 is another one than 外交部; 中国外交部 is the same."""
    country = atoms[first - 1].known if first else None
    if country is None or country.rule != "place/region" or country.span.end != body.span.start:
        return body
    if country.type != "Place" or not (body.type in STATE or body.name.endswith("党")):
        return body
    span = Span(country.span.start, body.span.end)
    if country.name == COUNTRY:
        return replace(body, span=span)
    return replace(body, span=span, name=page.text[span.start : span.end], inside=(country,))


def _agreeing(page: Page, found: Sequence[Mention]) -> list[Mention]:
    """“七彩桥” alone is what “七彩桥”治理模式 says that it is, and not what its own last character could mean."""
    said: dict[str, Counter[str]] = {}
    ways: set[str] = set()
    for mention in found:
        if mention.form is Form.QUOTED:
            if mention.core is not None and mention.span.end > mention.core.end + 1:
                said.setdefault(mention.name, Counter())[mention.type] += 1
            if mention.type in WAYS or len(decompose(mention.name, page.grammar.shorthand)) > 1:
                ways.add(mention.name)
    result = []
    for mention in found:
        if mention.form is Form.QUOTED:
            name = mention.name
            if mention.type in WAYS and (whole := _called_in_full(name, ways, page.grammar.shorthand.heads)):
                result.append(replace(mention, name=whole))
                continue
            # “一表两会”: “两会” alone is a part of it and no way of its own.
            if mention.type in WAYS and 2 <= len(name) <= 3 and any(name in way and name != way for way in ways):
                continue
            if mention.type in WAYS and len(name) <= 4 and _ranked(page, name, ways):
                continue
            bare = mention.core is not None and mention.span.end == mention.core.end + 1 and mention.type != "Honor"
            kinds = said.get(name) if bare else None
            if kinds and mention.type not in kinds:
                mention = replace(mention, type=min(kinds, key=lambda kind: (-kinds[kind], kind)))
        result.append(mention)
    return result


def _ranked(page: Page, name: str, ways: Iterable[str]) -> bool:
    """“二联” behind “一联” is the second of the “三联”."""
    key = name[1:]
    more = RANKS[RANKS.find(name[0]) + 1 :] if name[0] in RANKS else ""
    larger = any(way != name and any(number + key in way for number in more) for way in ways)
    return larger and f"“一{key}”" in page.text


def _called_in_full(name: str, ways: Iterable[str], heads: Set[str]) -> str:
    """“三联” is the “三联工程” that the text names elsewhere; "" where it names none."""
    full = sorted(way for way in ways if way != name and way.startswith(name) and way[len(name) :] in heads)
    return full[0] if len(full) == 1 and len(name) > 1 else ""


def _links(chain: Mention, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The bodies that a chain joins, from the upper to the lower."""
    links: list[Mention] = []
    for mention in found:
        for body in (mention, *mention.inside):
            joined = body.type in BODIES and chain.span.covers(body.span)
            if joined and not any(body.span.overlaps(link.span) for link in links):
                links.append(body)
    return tuple(sorted(links, key=_place))


def _longest(found: Iterable[Mention]) -> list[Mention]:
    """Longest mention wins, then the quoted one, then the order of names; what lies inside is nested."""
    ordered = sorted(found, key=_rank)
    taken: list[Mention] = []
    cover = bytearray(max((m.span.end for m in ordered), default=0))
    for mention in ordered:
        start, end = mention.span.start, mention.span.end
        if cover.find(1, start, end) != -1:
            continue
        cover[start:end] = b"\1" * (end - start)
        if mention.rule.endswith("#chain"):
            mention = replace(mention, inside=_links(mention, ordered))
        if mention.core is not None and mention.type in BODIES:
            mention = replace(mention, inside=_leading(mention, ordered))
        taken.append(mention)
    return sorted(taken, key=_place)


def _leading(name: Mention, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """What stands inside a quoted name, with the body that it begins with."""
    bodies = (m for m in found if m.type in MOTHERS and m.core is None and m.span.start == name.span.start)
    body = next((m for m in bodies if name.core is not None and m.span.end < name.core.start), None)
    return name.inside if body is None else (body, *(m for m in name.inside if not body.span.covers(m.span)))


def _rank(mention: Mention) -> tuple[int, bool, bool, bool, bool, int, str, str]:
    span, kind, rule = mention.span, mention.type, mention.rule
    quoted = mention.form is Form.QUOTED
    # “甲”、“满园硕果”等增收模式: the noun behind a list says what its members are, whatever their last characters.
    other = not rule.endswith("#listed")
    return span.start - span.end, kind != "Honor", rule != "lexicon/bodies", not quoted, other, span.start, kind, rule


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end
