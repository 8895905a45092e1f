"""Sentences in, mentions of organisations, facilities, programmes, mechanisms and industries out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kg.match.names.agreeing import agreeing, quoted_again, unmarked_again
from kg.match.names.brands import called_by_brand
from kg.match.names.defined import find_shortened
from kg.match.names.firm_names import ANNOUNCED, find_firms, named_again
from kg.match.names.gatherings import find_gatherings
from kg.match.names.goods import TOLD, find_goods
from kg.match.names.goods_alone import stands_by_itself
from kg.match.names.grammar import Grammar, Page, open_page
from kg.match.names.longest import MOTHERS, longest
from kg.match.names.nominal import SEVERAL, nominal
from kg.match.names.phrases import Atom, cut_phrase, phrases
from kg.match.names.project_rows import COSTED, LED, SUMMED, project_rows
from kg.match.names.quotations import quotation
from kg.match.names.rows_of_goods import BRANDS, find_rows
from kg.match.names.sayings import SAID, SET_UP, set_up
from kg.match.names.shapes import PAIR, SHAPES, by_shape
from kg.match.names.swallowed import without_relation
from kg.match.names.undertakings import SET_SO
from kg.match.places.place_grammar import COUNTRY
from kg.match.rulebook.kinds import BODIES, WAYS
from kg.match.rulebook.signs import Sought, Stretches
from kg.match.rulebook.words import Words
from kg.model import Document, Form, Mention, Sentence, Span

BRACKET = re.compile("（([^（）\n]{2,60})）")
# 甲、乙、丙（统称“三联”机制）: a bracket may say what goes before it is called.
CALLED_SO = re.compile(
    "（(?:以下|当地人?|群众|也|被)?(?:简称|统称|合称|俗称|并称|称为|称作|叫做|叫作)[为：]?(“[^“”\n]{2,16}”[^“”（）\n]{0,8})）"
)
# Of these each country has its own.
STATE = ("GovernmentBody", "PartyOrganization")
# Who sits in them is no deed of theirs: 全国人大代表.
ASSEMBLIES, SITTING = ("人大", "政协"), ("代表", "委员")


def sought_names(grammar: Grammar) -> tuple[Sought, ...]:
    """The expressions for whole names, which most sentences hold none of."""
    made = (*grammar.way_words.said_so, grammar.goods.measured, grammar.firms.ending)
    return *made, *SAID, SET_UP, *SET_SO, *SHAPES, PAIR, *TOLD, *BRANDS, ANNOUNCED, SUMMED, LED, COSTED


def find_names(
    document: Document, sentences: Sequence[Sentence], known: Sequence[Mention], grammar: Grammar, words: Words,
    stretches: Stretches,
) -> list[Mention]:  # fmt: skip
    """All names that the entity rules find, longest first, with the known mentions nested into them.

    The result holds the known mentions that stand alone as well, in the order of the text.
    """
    page = open_page(document.text, grammar, words, stretches)
    ends = sorted(page.ends)
    starts = [mention.span.start for mention in known]
    found = [*known]
    for sentence in sentences:
        span = sentence.span
        inside = known[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        found += by_shape(page, span, inside)
        found += find_goods(page, span, inside)
        found += find_rows(page, span)
        found += find_firms(page, span, inside)
        found += find_gatherings(page, span, inside)
        here = ends[bisect_right(ends, span.start) : bisect_right(ends, span.end)]
        _by_words(page, span, here, inside, found)
        found += [*project_rows(page, span, found)]
        ways = [m for m in found if m.type in WAYS]
        found += [m for m in set_up(page, span, inside) if not any(m.span.overlaps(way.span) for way in ways)]
        found += _bracketed(page, span, here, inside)
        found += _called_so(page, span, here)
    found = without_relation(document.text, found)
    found += find_shortened(document.text, found)
    found += called_by_brand(page, found)
    found += named_again(page, found)
    found += quoted_again(page, found)
    found += unmarked_again(page, found)
    return stands_by_itself(page, longest(agreeing(page, found)))


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


def _called_so(page: Page, span: Span, ends: Sequence[int]) -> list[Mention]:
    """The ways of working that a bracket says the words before it are called by."""
    found: list[Mention] = []
    if page.text.find("（", span.start, span.end) >= 0:
        for called in CALLED_SO.finditer(page.text, span.start, span.end):
            _by_words(page, Span(*called.span(1)), ends, (), found)
    return [m for m in found if m.type in WAYS]


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
                if head.endswith(ASSEMBLIES) and page.text.startswith(SITTING, atom.end):
                    continue
                # 居民盟誓: what begins inside a word is no body.
                way = grammar.bodies[head]
                counted = way == "Mechanism" and SEVERAL.match(page.text, atom.end) is not None
                counted = counted or (way in WAYS and page.text.startswith(grammar.name_words.spots, atom.end))
                if first >= 0 and (len(head) > 2 or atoms[first].start == head_start) and not counted:
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
