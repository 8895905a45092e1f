"""The ontology names every term in two languages, and takes in what rule files declare."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from kg.errors import RuleError
from kg.graph.vocabulary import JC, OWL, RDFS, SCHEMA, SKOS, Vocabulary, core, load_vocabulary, ontology_folder

CLASSES = """
    Place Province Prefecture County Township Village Community Region
    Organization PartyOrganization GovernmentBody Enterprise Association Institution Team
    Person Facility Honor Industry Event Program Project Mechanism Guideline
    Document Article Passage Fact Observation Part
"""
PROPERTIES = """
    locatedIn subOrganizationOf adopts implements establishes develops received memberOf residentOf
    cooperatesWith supports participatesIn appliesTo appliesToText partOfProgram
    status speaker rule role period conferredBy level batch
    hasPart position statedCount listedCount countVerified openList
    observationOf indicator value unit comparator lower upper fromValue quantityText siValue siUnit
    agreesWith disagreesWith arithmetic divisionCode divisionPath rulesHash aboutPlace page
"""


@dataclass(frozen=True)
class Header:
    name: str
    kind: str
    zh: str = "甲"
    en: str = "a"
    below: str = ""
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()


def ours() -> list[str]:
    return sorted({subject for subject, _, _ in core() if subject.startswith(f"<{JC}")})


def said(subject: str, predicate: str) -> list[str]:
    return sorted(o for s, p, o in core() if (s, p) == (subject, f"<{predicate}>"))


@pytest.mark.parametrize("name", f"{CLASSES} {PROPERTIES} Stated Planned Denied Reported mu".split())
def test_every_term_that_a_graph_uses_is_defined(name: str) -> None:
    assert f"<{JC}{name}>" in ours()


@pytest.mark.parametrize("term", ours())
def test_every_term_has_a_label_and_a_definition_in_both_languages(term: str) -> None:
    for predicate in (f"{RDFS}label", f"{SKOS}definition"):
        tags = sorted(text.rpartition("@")[2] for text in said(term, predicate))
        assert tags == ["en", "zh-Hans"], f"{term} {predicate}"


def test_no_two_terms_of_a_kind_have_the_same_label() -> None:
    kinds = {s: o for s, p, o in core() if p.endswith("#type>") and o.startswith(f"<{OWL}")}
    labels = [(kinds[s], o) for s, p, o in core() if p == f"<{RDFS}label>" and s in kinds]
    assert len(labels) == len(set(labels))


def test_domains_and_ranges_are_classes_that_exist() -> None:
    used = {o for _, p, o in core() if p in (f"<{SCHEMA}domainIncludes>", f"<{SCHEMA}rangeIncludes>")}
    assert {iri for iri in used if iri.startswith(f"<{JC}")} <= set(ours())
    for name in PROPERTIES.split():
        assert said(f"<{JC}{name}>", f"{SCHEMA}domainIncludes") and said(f"<{JC}{name}>", f"{SCHEMA}rangeIncludes"), (
            name
        )


def test_a_mu_is_two_thousand_thirds_of_a_square_metre() -> None:
    text = (ontology_folder() / "core.ttl").read_text("utf-8")
    unit = text[text.index("jc:mu a jc:Unit") :]
    assert re.search(r"jc:siNumerator 2000 ;\s+jc:siDenominator 3 ;\s+jc:siUnit \"m2\"", unit)


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("Village", [f"{JC}Place", "http://www.w3.org/ns/prov#Location", f"{SCHEMA}Place"]),
        (
            "County",
            [f"{JC}Place", f"{SCHEMA}AdministrativeArea", "http://www.w3.org/ns/prov#Location", f"{SCHEMA}Place"],
        ),
        ("Person", ["http://www.w3.org/ns/prov#Person", f"{SCHEMA}Person"]),
        ("Guideline", [f"{JC}Mechanism", f"{SKOS}Concept", "http://www.w3.org/ns/prov#Plan"]),
    ],
)
def test_superclasses_go_all_the_way_up(vocabulary: Vocabulary, name: str, above: list[str]) -> None:
    assert sorted(vocabulary.superclasses(name)) == sorted(above)
    assert vocabulary.superclasses(name)[0] == above[0]


def test_a_rule_file_adds_a_class_and_a_relation() -> None:
    joined = load_vocabulary(
        [
            Header("Greenhouse", "class", '温室"大棚"', "greenhouse", below="Facility"),
            Header("rents", "property", "租用", "rents", domain=("Enterprise", "Person"), range=("Greenhouse",)),
        ]
    )
    assert joined.superclasses("Greenhouse") == (f"{JC}Facility", f"{SCHEMA}Place")
    assert f'<{JC}Greenhouse> <{RDFS}label> "温室\\"大棚\\""@zh-Hans .\n' in joined.lines
    assert f"<{JC}rents> <{SCHEMA}domainIncludes> <{JC}Enterprise> .\n" in joined.lines
    assert list(joined.lines) == sorted(set(joined.lines))


def test_what_the_core_words_stays_worded_so_and_may_be_used_more_widely(vocabulary: Vocabulary) -> None:
    adopts = Header("adopts", "property", "采纳", "takes up", domain=("Person",), range=("Mechanism",))
    joined = load_vocabulary([adopts])
    assert set(joined.lines) - set(vocabulary.lines) == {f"<{JC}adopts> <{SCHEMA}domainIncludes> <{JC}Person> .\n"}


def test_all_faults_of_headers_are_told_at_once() -> None:
    with pytest.raises(RuleError) as told:
        load_vocabulary(
            [
                Header("大棚", "class"),
                Header("adopts", "class"),
                Header("rents", "property", domain=("Farmer",)),
            ]
        )
    assert "3 fault(s)" in str(told.value)
    assert all(name in str(told.value) for name in ("大棚", "adopts", "Farmer"))


def test_properties_with_text_are_told_from_relations(vocabulary: Vocabulary) -> None:
    assert {"appliesToText", "role", "value"} <= vocabulary.texts
    assert not {"adopts", "hasPart", "status"} & vocabulary.texts
