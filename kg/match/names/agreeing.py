"""The names of a text in, what they say of each other out: what is quoted again, and what is called so elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from kg.match.names.grammar import Page
from kg.match.places.occurrences import occurrences
from kg.match.rulebook.kinds import STANDING, WAYS
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.shorthand import RANKS
from kg.model import Form, Mention, Span

# A shorter quotation as often means another thing.
AGAIN = 4
# The clause that a name ends, and how long one with a list may be.
CLAUSE, LIST_LENGTH = re.compile("[^，。；：“”\n]*$"), 80


def quoted_again(page: Page, found: Sequence[Mention]) -> list[Mention]:
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


def unmarked_again(page: Page, found: Sequence[Mention]) -> list[Mention]:
    """绿野庄园占地…: a quoted name with its own last word stands again without its marks."""
    named = {
        m.name: m
        for m in reversed(found)
        if m.form is Form.QUOTED
        and m.type in STANDING
        and len(m.name) >= AGAIN
        and m.core is not None
        and m.span.end == m.core.end + 1
        and not m.name.startswith("“")
    }
    places = occurrences(page.text, sorted(named))
    return [
        Mention(Span(start, start + len(name)), first.type, "names/quoted-again", name)
        for name, first in sorted(named.items())
        for start in places[name]
        if page.text[start - 1 : start] != "“"
    ]


def _ends_there(page: Page, place: int) -> bool:
    """Whether a mark or a verb follows, and no noun that a longer name would go on with."""
    text, boundaries, after = page.text, page.grammar.boundaries, page.text[place : place + 1]
    # “邻里五帮”是指…: so does a word that says something of it.
    said = after in page.grammar.function and after != "的"
    return said or not "一" <= after <= "龥" or any(text[place : place + n] in boundaries for n in (2, 3, 4))


def agreeing(page: Page, found: Sequence[Mention]) -> list[Mention]:
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
        if not mention.name:
            continue  # “”“”: marks of a broken page
        if mention.form is Form.QUOTED:
            name = mention.name
            if mention.type in WAYS and (whole := _called_in_full(name, ways, page.grammar.shorthand.heads)):
                result.append(replace(mention, name=whole))
                continue
            # “一表两会”: “两会” alone is a part of it and no way of its own.
            if (
                mention.type in WAYS
                and 2 <= len(name) <= 3
                and any(name in way and name != way for way in ways)
                and not (_spelled_before(page, mention) or _named_besides(mention, ways))
            ):
                continue
            if mention.type in WAYS and len(name) <= 4 and _ranked(page, name, ways):
                continue
            bare = mention.core is not None and mention.span.end == mention.core.end + 1 and mention.type != "Honor"
            kinds = said.get(name) if bare else None
            if kinds and mention.type not in kinds:
                mention = replace(mention, type=min(kinds, key=lambda kind: (-kinds[kind], kind)))
        result.append(mention)
    return result


def _named_besides(mention: Mention, ways: Iterable[str]) -> bool:
    """“四创”工程 where “四创、四提升” is aimed at: one of a list that has a last word of its own."""
    named = mention.core is not None and mention.span.end > mention.core.end + 1
    return named and all("、" in way for way in ways if mention.name in way and way != mention.name)


def _spelled_before(page: Page, mention: Mention) -> bool:
    """支部联合、产业联育、资源联享的“三联”模式: whether a list of as many stands before it."""
    clause = CLAUSE.search(page.text[max(0, mention.span.start - LIST_LENGTH) : mention.span.start])
    numerals = decompose(mention.name, page.grammar.shorthand)
    listed = clause[0].count("、") + 1 if clause else 0
    return len(numerals) == 1 and listed > 1 and numerals[0].number == listed


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
