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
from kg.match.honours.conferring import openings
from kg.match.honours.honour_titles import compile_honours
from kg.match.names.grammar import compile_grammar
from kg.match.names.names import sought_names
from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.signs import Sieve, Signs, Sought, Stretches, needed

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


def all_sought() -> tuple[Sought, ...]:
    return (*openings(compile_honours(RULES)), *sought_names(compile_grammar(RULES)))


def named() -> Iterator[object]:
    """All that stands by name in the modules of matching."""
    for module in pkgutil.walk_packages(kg.match.__path__, "kg.match."):
        yield from vars(importlib.import_module(module.name)).values()


def expressions() -> list[re.Pattern[str]]:
    """The expressions that stand by name in a module of matching, and those that are made of word lists."""
    found = [*(sought.expression for sought in all_sought()), *(one for one in named() if isinstance(one, re.Pattern))]
    return list({expression.pattern: expression for expression in found}.values())


@pytest.mark.parametrize("pattern", WAYS)
@settings(max_examples=40, deadline=None)
@given(drawn=some.data())
def test_a_text_that_an_expression_fits_shows_what_it_needs(pattern: str, drawn: some.DataObject) -> None:
    text = drawn.draw(some.from_regex(pattern, alphabet=some.sampled_from("abcdexyzkK设建立村社区的年1")))
    assert fulfils(text, pattern), text


def test_every_expression_of_matching_needs_what_the_examples_show_where_it_fits() -> None:
    tried = 0
    for expression in expressions():
        wanted = (signs := Signs()).bits(needed(expression.pattern))
        for text in EXAMPLES if wanted else ():
            if expression.search(text):
                tried += 1
                assert signs.met(text) & wanted == wanted, f"{expression.pattern} stands in {text}"
    assert tried > 1000


def test_a_stretch_is_passed_over_only_where_an_expression_stands_nowhere_in_it() -> None:
    every = [*map(Sought, expressions())]
    sieve = Sieve(every)
    tried = 0
    for text in EXAMPLES[::7]:
        for start, end in ((0, len(text)), (3, len(text)), (5, 20)):
            standing = sieve.standing(text[start:end])
            for sought in every:
                if sought not in standing:
                    tried += 1
                    assert sought.expression.search(text, start, end) is None, sought.expression.pattern
    assert tried > 1000


def test_whatever_is_sought_so_stands_in_the_sieve() -> None:
    assert {one for one in named() if isinstance(one, Sought)} <= {*all_sought()}


def test_what_the_sieve_does_not_hold_is_looked_for_everywhere() -> None:
    stretches, villages = Stretches("走进石桥村。", Sieve(())), Sought("[一-龥]村")
    assert [match[0] for match in stretches.each(villages, 0, 6)] == ["桥村"]
    assert stretches.may_stand([villages], 0, 2)


def test_pairs_of_known_characters_are_needed_side_by_side() -> None:
    assert fulfils("建立", "[设建]立")
    assert not fulfils("立建", "[设建]立")
    assert not fulfils("机的", "机构|平台")
    assert fulfils("平台", "机构|平台")


def test_what_may_be_left_out_is_not_needed() -> None:
    assert needed("a?[bc]*(?!d)(?:e|)") == ()
