"""The word list `plan_words` in, what says that a thing is yet to be built out: all behind it is hoped for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.word_kinds import by_kind

# 建成后年产值可达两亿元, but not 建成后可以说; 2019年建成后，可… is past.
REACH = "[^，。；：“”]{0,14}?"
MAY = "可(?![以]?[靠惜谓见观喜贵口爱说])"
PAST = "(?<![0-9]年)(?<![去前]年)(?<!已)(?<!自)(?<!自从)"


def once_built(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> str:
    """A regular expression for 建成投产后 where what follows is only hoped for: 建成投产后，预计年产值两亿元.

    >>> import re
    >>> from kg.match.rulebook.rules import load_rules
    >>> hoped = re.compile(once_built(load_rules().tables))
    >>> [bool(hoped.search(said)) for said in ("水库建成后可灌田", "去年建成后，村里有了水", "投产后，预计产茶")]
    [True, False, True]
    """
    said = by_kind(tables["plan_words"])
    built, hoped = one_of(said["built"]), one_of(said["hoped"])
    return f"{PAST}(?:(?:{built})[、并和]?){{1,3}}[一-龥]{{0,2}}?(?:之|以)?后(?=，?{REACH}(?:{hoped}|{MAY}))"
