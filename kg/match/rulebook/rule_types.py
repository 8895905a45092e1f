"""What rule files say, compiled: the types that the rules hand to the matchers."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from kg.errors import RuleError
from kg.match.rulebook.faults import RuleFile
from kg.match.rulebook.signs import Conditions
from kg.model import Form, Stance

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "Place": "Place Province Prefecture County Township Village Community Region",
        "Organization": "Organization PartyOrganization GovernmentBody Enterprise Association Institution Team",
        "Person": "Person",
        "Facility": "Facility",
        "Program": "Program Project",
        "Mechanism": "Mechanism Guideline",
        "Honor": "Honor",
        "Industry": "Industry",
        "Event": "Event",
    }
)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a rule file with its mentions marked in place: {subject=云岭县}推行{object=“四联”机制}。"""

    text: str
    marks: tuple[tuple[str, str, int, int], ...]  # role, type or "", start, end
    why: str = ""


@dataclass(frozen=True, slots=True)
class EntityRule:
    """How the names of one class are written."""

    path: str
    type: str
    heads: frozenset[str]
    forms: frozenset[Form]
    alone: frozenset[Form]  # forms that are things of the text also where no claim speaks of them
    never: frozenset[str]
    heads_own: frozenset[str]  # of both, those that stand in the file itself: an example must need each
    never_own: frozenset[str]
    listed: frozenset[str]  # A、B、C等企业: words that say of what class the members of the list before them are
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Pattern:
    """One wording: as written, as an expression over folded text, and the word lists of which it needs a word."""

    text: str
    source: str
    slots: frozenset[str]
    needs: tuple[str, ...]
    whole: bool = False  # the object is the whole of its noun phrase: 柑橘 in 柑橘基地 is not
    opens: str = ""  # the word list with which it begins, so that it need be tried at those words alone
    literals: tuple[str, ...] = ()  # characters that stand wherever it does
    signs: Conditions = ()  # sets of characters, of each of which one stands wherever it does

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when first needed: hundreds take longer to compile than a page takes to read.

        Raises RuleError if it is none.
        """
        try:
            return re.compile(self.source)
        except re.error as error:
            raise RuleError(self.text, f"not a regular expression: {error}", "mend this pattern") from None

    def may_stand(self, text: str, lists: Container[str] | None = None) -> bool:
        """Whether a text holds the characters that the wording always has, and words of the `lists` that it needs.

        This is quick, where a search is not.
        """
        for characters in self.literals:
            if characters not in text:
                return False
        return lists is None or not self.needs or all([group in lists for group in self.needs])


@dataclass(frozen=True, slots=True)
class RelationRule:
    """The ways in which papers say one relation."""

    path: str
    predicate: str
    name: str
    subject: frozenset[str]
    object: frozenset[str]
    agents: Mapping[str, frozenset[str]]
    values: Mapping[str, str]  # literal qualifiers: name → regular expression
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    words: str = ""  # what an object looks like that is words of the text (每名党员) and no mention
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()

    @property
    def about(self) -> frozenset[str]:
        """The classes of which one must be there for the rule to speak."""
        return self.object or self.subject


@dataclass(frozen=True, slots=True)
class StanceRule:
    """The words by which a sentence says that a thing is planned, denied or hearsay."""

    path: str
    stance: Stance
    headings: tuple[Pattern, ...]  # a heading after which everything is so
    openings: tuple[Pattern, ...]  # the first words of a paragraph that opens such a part without a heading
    until: tuple[Pattern, ...]  # a heading that ends it
    onward: tuple[Pattern, ...]  # a sentence after which the rest of the paragraph is so, and the list after it
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRule:
    """The words in which a page says what is of itself and of no report."""

    path: str
    pieces: Mapping[str, str]  # patterns with a name, of which others are made
    patterns: Mapping[str, tuple[str, ...]]  # as written, by the key that says how they are read
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The term that a rule file declares for the ontology."""

    name: str
    kind: str  # "class" or "property"
    zh: str
    en: str
    below: str = ""
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules and word lists of a build, and the hash of their bytes."""

    entities: tuple[EntityRule, ...]
    relations: tuple[RelationRule, ...]
    stances: tuple[StanceRule, ...]
    parts: tuple[RuleFile, ...]  # match/part_rules.py knows their keys
    pages: tuple[PageRule, ...]
    printed: Mapping[str, re.Pattern[str]]  # what all of these say under each key
    headers: tuple[Header, ...]
    words: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, tuple[tuple[str, ...], ...]]
    groups: Mapping[str, tuple[str, ...]]  # verb groups, named by their commonest word
    page_words: Mapping[str, tuple[str, ...]]  # the same of what pages say of themselves
    folds: Mapping[str, str]  # mention type → private-use character
    families: Mapping[str, frozenset[str]]  # a type with all types below it
    files: Mapping[str, RuleFile]  # by path, as they are written
    digest: str = field(default="")
