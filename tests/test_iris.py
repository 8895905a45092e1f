"""Names become parts of IRIs that need no escape and meet nobody else's."""

from __future__ import annotations

import re
import sys

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.iris import is_legal, slug

SHELL = set(" \t\n\"'`$&|;<>()[]{}*?!#~\\%=^,")


@pytest.mark.parametrize(
    "name", ["三联四会六带头", "4A级景区", "V2.0标准", "𠮷祥茶业有限公司", "ABC_公司", "二〇二〇年"]
)
def test_letters_and_digits_stay_as_they_are(name: str) -> None:
    assert slug(name) == name


@pytest.mark.parametrize(
    "name", ["“三联”", "a b", "100%", "甲、乙", "<script>", "甲\\乙", "😀", "①号", "m²", ".hidden", "-rf", "", "尾."]
)
def test_whatever_else_is_changed_and_says_so(name: str) -> None:
    assert re.search(r"(^|-)[0-9a-f]{6}$", slug(name))
    assert is_legal(slug(name))


def test_a_hyphen_of_the_name_is_no_hyphen_between_names() -> None:
    assert slug("福州市-鼓楼区") != f"{slug('福州市')}-{slug('鼓楼区')}"


@given(st.text(), st.text())
def test_two_names_never_meet(one: str, other: str) -> None:
    assert (slug(one) == slug(other)) == (one == other)


@given(st.text())
def test_no_name_needs_an_escape(name: str) -> None:
    made = slug(name)
    assert is_legal(made)
    assert not SHELL & set(made)
    assert made not in {".", ".."} and not made.startswith("-")


def test_every_character_that_stays_is_legal_to_both_readers() -> None:
    kept = [char for char in map(chr, range(sys.maxunicode + 1)) if slug(f"a{char}a") == f"a{char}a"]
    assert len(kept) > 100_000
    # In chunks: each character once inside a name, and once where a name begins.
    names = ["".join(kept[start : start + 500]).strip(".") for start in range(0, len(kept), 500)]
    data = "@prefix id: <http://a.example/> .\n" + "".join(f"id:{name} id:p id:x{name} .\n" for name in names)
    store = {str(one.subject)[1:-1] for one in pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE)}
    assert store == {f"http://a.example/{name}" for name in names}
    assert {str(s) for s in rdflib.Graph().parse(data=data, format="turtle").subjects()} == store
