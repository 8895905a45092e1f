"""A place in the text in, the role words that end there out: 村党支部书记, 种植大户, 退休老党员."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.match.rules import Rules
from kg.model import Span

# A role in quotation marks is a title bestowed: “党员致富带头人”陈星明.
QUOTE_REACH = 20
DECADE = re.compile(r"“?[5-9]0后”?$|“?00后”?$")


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A role as the text words it: `span` reaches over its modifiers, `head` begins its last word."""

    span: Span
    head: int
    kind: str
    weak: bool
    text: str


@dataclass(frozen=True, slots=True)
class Roles:
    """The words for roles, what may stand before them, and the longest of each."""

    heads: Mapping[str, tuple[str, bool]]
    modifiers: frozenset[str]
    longest_head: int
    longest_modifier: int

    def before(self, text: str, end: int) -> RolePhrase | None:
        """The role phrase that ends at `end`.

        >>> from kg.match.rules import load_rules
        >>> roles = compile_roles(load_rules())
        >>> roles.before("青石村党支部书记", 8).text, roles.before("来了退休老党员", 7).text
        ('村党支部书记', '退休老党员')
        """
        close = end > 0 and text[end - 1] == "”"
        inner = end - 1 if close else end
        head = self._head(text, inner)
        if head is None:
            return None
        kind, weak = self.heads[text[head:inner]]
        start = self._reach(text, head, kind)
        if close:
            quote = text.rfind("“", max(0, end - QUOTE_REACH), end)
            if quote < 0:
                return None
            start = min(start, quote + 1)
            return RolePhrase(Span(quote, end), head, kind, weak, text[quote + 1 : inner])
        return RolePhrase(Span(start, end), head, kind, weak, text[start:end])

    def _head(self, text: str, end: int) -> int | None:
        for length in range(min(self.longest_head, end), 0, -1):
            if text[end - length : end] in self.heads:
                return end - length
        return None

    def _reach(self, text: str, start: int, kind: str) -> int:
        """How far the modifiers reach back from `start`, longest first."""
        while True:
            # “90后”主播 is what somebody is; 80后村支书 holds the post of a 村支书.
            decade = DECADE.search(text, max(0, start - 5), start)
            if decade and kind != "post":
                start = decade.start()
                continue
            for length in range(min(self.longest_modifier, start), 0, -1):
                if text[start - length : start] in self.modifiers:
                    start -= length
                    break
            else:
                return start


def compile_roles(rules: Rules) -> Roles:
    """The role words of the lexicon."""
    heads = {row[0]: (row[1], len(row) > 2) for row in rules.tables["roles"]}
    modifiers = frozenset(rules.words["role_modifiers"])
    return Roles(heads, modifiers, max(map(len, heads)), max(map(len, modifiers)))
