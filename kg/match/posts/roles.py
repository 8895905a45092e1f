"""A place in the text in, the role words that end there out: 村党支部书记, 种植大户, 退休老党员."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.rule_types import Rules
from kg.model import Span

# A role in quotation marks is a title bestowed: “党员致富带头人”陈星明.
QUOTE_REACH = 20
LEVELS = ("村", "镇", "乡", "县", "市", "区", "省", "州", "社区", "街道")
TITLED = frozenset({"post", "work"})
DECADE = re.compile(r"“?(?:[5-9]|0)[05]后”?$")


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
    """The words for roles and what may stand before them."""

    heads: Mapping[str, tuple[str, bool]]  # kind, and whether the word as often goes before something else
    modifiers: frozenset[str]
    head_lengths: Mapping[str, tuple[int, ...]]  # last character → lengths of the words that end so, longest first
    modifier_lengths: Mapping[str, tuple[int, ...]]
    settled: tuple[str, ...]  # posts held in a village or community, wherever the text names it
    bodies: Mapping[str, tuple[str, ...]]  # 医生: how the names of bodies end that have such people
    titles: re.Pattern[str]  # 李华站长, 王芳教授: roles that stand behind the name as well

    def before(self, text: str, end: int) -> RolePhrase | None:
        """The role phrase that ends at `end`.

        >>> from kg.match.rulebook.rules import load_rules
        >>> roles = compile_roles(load_rules())
        >>> roles.before("青石村党支部书记", 8).text, roles.before("来了退休老党员", 7).text
        ('村党支部书记', '退休老党员')
        """
        inner = end - 1 if end and text[end - 1] == "”" else end
        head = _longest(text, inner, self.heads, self.head_lengths)
        if head is None:
            return None
        kind, weak = self.heads[text[head:inner]]
        start = self._reach(text, head, kind)
        if inner == end:
            return RolePhrase(Span(start, end), head, kind, weak, text[start:end])
        quote = text.rfind("“", max(0, end - QUOTE_REACH), end)
        return RolePhrase(Span(quote, end), head, kind, weak, text[quote + 1 : inner]) if quote >= 0 else None

    def kind_before(self, text: str, end: int) -> tuple[str, bool] | None:
        """The kind of the role word that ends at `end`, and whether it is a weak one."""
        inner = end - 1 if end and text[end - 1] == "”" else end
        head = _longest(text, inner, self.heads, self.head_lengths)
        return None if head is None else self.heads[text[head:inner]]

    def _reach(self, text: str, start: int, kind: str) -> int:
        """How far the modifiers reach back from `start`, longest first."""
        while True:
            # “90后”主播 is what somebody is; 80后村支书 holds the post of a 村支书.
            decade = DECADE.search(text, max(0, start - 5), start) if kind != "post" else None
            before = decade.start() if decade else _longest(text, start, self.modifiers, self.modifier_lengths)
            if before is None:
                return start
            # 县委书记: what stands before the level is the name of the place.
            if text.startswith(LEVELS, before, start):
                return before
            start = before


def _longest(text: str, end: int, words: Container[str], lengths: Mapping[str, tuple[int, ...]]) -> int | None:
    """Where the longest of the words begins that ends at `end`."""
    for length in lengths.get(text[end - 1 : end], ()):
        if length <= end and text[end - length : end] in words:
            return end - length
    return None


def _lengths(words: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[-1], set()).add(len(word))
    return {last: tuple(sorted(sizes, reverse=True)) for last, sizes in found.items()}


def compile_roles(rules: Rules) -> Roles:
    """The role words of the lexicon."""
    heads = {row[0]: (row[1], len(row) > 2) for row in rules.tables["roles"]}
    modifiers = frozenset(rules.words["role_modifiers"])
    bodies = {word: tuple(endings.split()) for word, endings in rules.tables["role_bodies"]}
    settled = rules.words["settlement_posts"]
    titles = one_of(word for word, (kind, _) in heads.items() if kind in TITLED)
    return Roles(
        heads, modifiers, _lengths(heads), _lengths(modifiers), settled, MappingProxyType(bodies),
        re.compile(f"(?:{titles})"),
    )  # fmt: skip
