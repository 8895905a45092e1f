"""A stretch of text in, how much likelier it is a Chinese name than running text out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.match.rulebook.rule_types import Rules

# Tenths of a natural logarithm throughout, so that the tables hold whole numbers and evidence simply adds up.
COMPOUND_SURNAME = 60
# One given name in seven has a single character.
ONE_GIVEN, TWO_GIVEN = -19, -2
# Characters too rare for the table: names like them more than running text does.
RARE = (5, 5, 5)


@dataclass(frozen=True, slots=True)
class Naming:
    """Surnames and the characters of given names, each with its weight."""

    surnames: Mapping[str, int]
    bearers: Mapping[str, int]  # in 10,000 people
    compounds: frozenset[str]
    given: Mapping[str, tuple[int, int, int]]

    def likeness(self, name: str) -> int | None:
        """Tenths of the logarithm of the odds that `name` is one; None where no surname opens it.

        >>> from kg.match.rulebook.rules import load_rules
        >>> naming = compile_naming(load_rules())
        >>> naming.likeness("李秀英") > 100, naming.likeness("高质量") < 0, naming.likeness("美丽的")
        (True, True, None)
        """
        weight: int | None
        if len(name) > 2 and name[:2] in self.compounds:
            weight, given = COMPOUND_SURNAME, name[2:]
        else:
            weight, given = self.surnames.get(name[0]), name[1:]
        if weight is None:
            return None
        # Digits, marks and Latin letters are in no name, whatever the weight of the rest.
        if not given.isalpha() or given.isascii():
            return None
        if len(given) == 2:
            return weight + self.given.get(given[0], RARE)[0] + self.given.get(given[1], RARE)[1] + TWO_GIVEN
        return weight + self.given.get(given, RARE)[2] + ONE_GIVEN if len(given) == 1 else None

    def lengths(self, text: str, start: int) -> tuple[int, ...]:
        """How long a name may be that begins at `start`."""
        return (3, 4, 2) if text[start : start + 2] in self.compounds else (2, 3)


def compile_naming(rules: Rules) -> Naming:
    """The name tables of the lexicon."""
    return Naming(
        {row[0]: int(row[2]) for row in rules.tables["surnames"]},
        {row[0]: int(row[1]) for row in rules.tables["surnames"]},
        frozenset(rules.words["compound_surnames"]),
        {row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in rules.tables["given_characters"]},
    )
