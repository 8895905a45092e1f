"""A sentence in, the houses and teams that are called by two parts with a dot between them out: 石院里·共富工坊."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.names.grammar import Page
from kg.match.places.place_grammar import COUNTRY, is_letter
from kg.match.rulebook.kinds import PLACES
from kg.model import Form, Mention, Span

DOT = "·"
LONGEST_FIRST, LONGEST_SECOND, SHORTEST = 10, 16, 2
KINDS = ("Facility", "Team")
LOOSE_TAGS = ("c", "p", "u")
SEVERAL = re.compile("[0-9]+[余多]?[个所座处家支]")


def dotted(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The names of a sentence with a dot, whatever words stand before it.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> line = "集特色店铺于一体的石院里·共富工坊，云鹿直播带货·共富工坊带动增收"
    >>> page = open_page(line, compile_grammar(load_rules()), Words())
    >>> [mention.name for mention in dotted(page, Span(0, len(line)), [])]
    ['石院里·共富工坊', '云鹿直播带货·共富工坊']
    """
    dot = page.text.find(DOT, span.start, span.end)
    while dot >= 0:
        start, end = _start(page, span.start, dot, known), _end(page, dot + 1, span.end)
        if end is not None and dot - start >= SHORTEST and not _is_marked(page, start, end):
            head = page.ends[end][1]
            rule = page.grammar.heads.get(head) or page.grammar.quoted[head]
            places = _chain(start, known)
            whole = Span(places[0].span.start if places else start, end)
            name = page.text[whole.start : end]
            yield Mention(whole, rule.type, "names/dotted", name, Form.PROPER, None, places)
        dot = page.text.find(DOT, max(dot + 1, end or 0), span.end)


def _is_marked(page: Page, start: int, end: int) -> bool:
    """Whether the name is what a quotation names, which is read with its marks."""
    return page.before(start) == DOT or (page.before(start) in ("“", "‘") and page.text[end : end + 1] in ("”", "’"))


def _chain(start: int, known: Sequence[Mention]) -> tuple[Mention, ...]:
    """The places right before the name: 云岭县青石镇和乐·共富工坊."""
    ends = {m.span.end: m for m in known if m.type in PLACES and m.name != COUNTRY and m.form is not Form.ANAPHOR}
    chain: list[Mention] = []
    while (place := ends.get(start)) is not None:
        chain.insert(0, place)
        start = place.span.start
    return tuple(chain)


def _is_edge(page: Page, word: str, tag: str) -> bool:
    """Whether a word is no part of such a name."""
    grammar = page.grammar
    inner = word in grammar.ambivalent or word in grammar.name_verbs
    bound = word in grammar.name_words.going or word in grammar.founding or (word in grammar.boundaries and not inner)
    return bound or word in grammar.function or tag[:1] in LOOSE_TAGS


def _start(page: Page, least: int, dot: int, known: Sequence[Mention]) -> int:
    """Where the part before the dot begins: behind a mark, a place, or what is done."""
    farthest = dot - LONGEST_FIRST
    placed = [m.span.end for m in known if m.type in PLACES and m.name != COUNTRY and m.span.end < dot]
    left = dot
    while left > max(least, farthest, *placed) and is_letter(page.text[left - 1]):
        left -= 1
    at = start = left
    for word, tag in page.words.cut(page.text[left:dot]):
        at += len(word)
        # 云鹿直播带货, 和乐: with nothing between it and the dot a verb is part of the name.
        start = at if dot - at >= SHORTEST and _is_edge(page, word, tag) else start
    return start


def _end(page: Page, start: int, most: int) -> int | None:
    """Where the part behind the dot ends, if its last word is that of a house or a team."""
    right = start
    while right < min(most, start + LONGEST_SECOND) and is_letter(page.text[right]):
        right += 1
    return next((end for end in range(right, start + SHORTEST - 1, -1) if _is_house(page, start, end)), None)


def _is_house(page: Page, start: int, end: int) -> bool:
    first, head = page.ends.get(end, (0, ""))
    rule = page.grammar.heads.get(head) or page.grammar.quoted.get(head)
    if first < start or len(head) < SHORTEST or rule is None or rule.type not in KINDS or SEVERAL.match(page.text, end):
        return False
    return not any(_is_edge(page, word, tag) for word, tag in page.words.cut(page.text[start:first]))
