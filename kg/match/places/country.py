"""A text and its names in, the places where it means the whole country out: 同中国建交, but not 中国特色."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.match.places.place_grammar import COUNTRY
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.rule_types import Rules
from kg.model import Mention, Sentence, Span

# “中国……”, 《中国……》: how something is called, and brackets as in 中国（某地）自由贸易试验区.
TITLES, BRACKETS = "“《‘·—", "（·—"


# 中国水利报, 中国发展网记者: whose name begins with that of the country.
MEDIUM = re.compile(
    "[^\\W0-9A-Za-z的在和与是向对将已有从为各]{1,6}?"
    "(?:日报|导报|报(?=社|记者|讯|、|，|》|》）)|网(?![络民友点格购红上店球站贷约文])|新闻网|新闻社|杂志)"
)
WHOLE = "place/country"


@dataclass(frozen=True, slots=True)
class Country:
    """What stands beside 中国 where another name or a set phrase is meant."""

    phrase: re.Pattern[str]  # 中国, with nothing of the kind before or behind it
    behind: tuple[str, ...]


def compile_country(rules: Rules) -> Country:
    """The words that make something else of the country's name, as one expression."""
    rows = rules.tables["country_otherwise"]
    after = one_of([word for word, side in rows if side == "after"])
    before = tuple(word for word, side in rows if side == "before")
    # The name comes first, and the look behind it after: so a search leaps from one to the next.
    return Country(re.compile(f"{COUNTRY}(?<![{TITLES}]{COUNTRY})(?![{BRACKETS}0-9]|{after})"), before)


def find_country(text: str, sentences: Sequence[Sentence], named: Sequence[Mention], country: Country) -> list[Mention]:
    """The country wherever no other name holds it and no set phrase is made of it.

    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.model import Span
    >>> text = "他支持中国体育，走中国特色道路，建设美丽中国。"
    >>> whole = Sentence(Span(0, len(text)), (), 0, 0)
    >>> [m.span.start for m in find_country(text, [whole], [], compile_country(load_rules()))]
    [3]
    """
    if COUNTRY not in text:
        return []
    taken = {place for m in named for place in range(m.span.start, m.span.end)}
    found = []
    for sentence in sentences:
        for match in country.phrase.finditer(text, sentence.span.start, sentence.span.end):
            start, end = match.span()
            named_otherwise = text.endswith(country.behind, 0, start) or MEDIUM.match(text, end) is not None
            if start not in taken and end - 1 not in taken and not named_otherwise:
                found.append(Mention(Span(start, end), "Place", WHOLE, COUNTRY))
    return found
