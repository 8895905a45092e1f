"""What an expression needs stands in every text that it fits."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import kg.match
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.signs import Signs, needed

RULES = load_rules()
EXAMPLES = [
    *(example.text for rule in RULES.relations for example in (*rule.yes, *rule.no)),
    *(example.text for rule in RULES.entities for example in (*rule.yes, *rule.no)),
]
# One of every way in which an expression is put together.
WAYS = [
    "[设建]立了?", "(?:村|社区)的", "(?:ab|a[cd]){2,3}e", "a+b", "(?:ab)+c", "a(?=[bc])", "(?<=x)[yz]", "a(?!b)[bc]",
    "(?P<one>a)(?P=one)", "[^a]b", ".a", r"\d年", "(?i:k)a", "(?i)ka", "a{0,2}b", "(?>ab)c", "a?b??c*d", "(?:a|)b",
]  # fmt: skip


def fulfils(text: str, pattern: str) -> bool:
    signs = Signs()
    wanted = signs.bits(needed(pattern))
    return signs.met(text) & wanted == wanted


def expressions() -> Iterator[re.Pattern[str]]:
    """All expressions that stand by name in a module of matching."""
    for module in pkgutil.walk_packages(kg.match.__path__, "kg.match."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, re.Pattern):
                yield value


@pytest.mark.parametrize("pattern", WAYS)
@settings(max_examples=40, deadline=None)
@given(drawn=some.data())
def test_a_text_that_an_expression_fits_shows_what_it_needs(pattern: str, drawn: some.DataObject) -> None:
    text = drawn.draw(some.from_regex(pattern, alphabet=some.sampled_from("abcdexyzkK设建立村社区的年1")))
    assert fulfils(text, pattern), text


def test_every_expression_of_matching_needs_what_the_examples_show_where_it_fits() -> None:
    tried = 0
    for expression in {expression.pattern: expression for expression in expressions()}.values():
        wanted = (signs := Signs()).bits(needed(expression.pattern))
        for text in EXAMPLES if wanted else ():
            if expression.search(text):
                tried += 1
                assert signs.met(text) & wanted == wanted, f"{expression.pattern} stands in {text}"
    assert tried > 1000


def test_pairs_of_known_characters_are_needed_side_by_side() -> None:
    assert fulfils("建立", "[设建]立")
    assert not fulfils("立建", "[设建]立")
    assert not fulfils("机的", "机构|平台")
    assert fulfils("平台", "机构|平台")


def test_what_may_be_left_out_is_not_needed() -> None:
    assert needed("a?[bc]*(?!d)(?:e|)") == ()
