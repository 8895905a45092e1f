"""The ontology names every term in two languages, and takes in what rule files declare."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.graph.write.vocabulary import JC, OWL, RDFS, SCHEMA, SKOS, Vocabulary, core, load_vocabulary

CLASSES = """
    Place Province Prefecture County Township Village Community Region
    Organization PartyOrganization GovernmentBody Enterprise Association Institution Team
    Person Facility Honor Industry Event Program Project Mechanism Guideline
    Document Article Passage Fact Observation Part
"""
PROPERTIES = """
    locatedIn subOrganizationOf adopts implements establishes develops received memberOf residentOf roleText
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


def units() -> dict[str, tuple[Fraction, str]]:
    """Each unit as observations write it, with its factor and SI unit."""
    known = {s: o for s, p, o in core() if p == f"<{SKOS}notation>"}
    found = {}
    for unit, name in known.items():
        numerator, denominator = (int(said(unit, f"{JC}si{n}")[0].split('"')[1]) for n in ("Numerator", "Denominator"))
        found[name.strip('"')] = (Fraction(numerator, denominator), said(unit, f"{JC}siUnit")[0].strip('"'))
    return found


def test_a_mu_is_two_thousand_thirds_of_a_square_metre() -> None:
    assert units()["亩"] == (Fraction(2000, 3), "m2")


def test_units_are_what_figures_are_reckoned_with() -> None:
    table = (Path(__file__).parents[2] / "kg" / "lexicon" / "units.tsv").read_text("utf-8").splitlines()
    rows = {row[0]: (Fraction(row[4]), row[5]) for row in (line.split("\t") for line in table[1:]) if row[4:5] > ["-"]}
    assert len(units()) > 5
    assert units().items() <= rows.items()


@pytest.mark.parametrize(
    ("name", "predicate", "tie"),
    [
        ("Person", f"{RDFS}subClassOf", "https://schema.org/Person"),
        ("Organization", f"{RDFS}subClassOf", "http://www.w3.org/ns/org#Organization"),
        ("Document", f"{RDFS}subClassOf", "http://www.w3.org/ns/prov#Entity"),
        ("Mechanism", f"{RDFS}subClassOf", f"{SKOS}Concept"),
        ("Passage", f"{RDFS}subClassOf", "http://www.w3.org/ns/oa#TextPositionSelector"),
        ("Unit", f"{RDFS}subClassOf", "http://qudt.org/schema/qudt/Unit"),
        ("Observation", f"{RDFS}subClassOf", "https://schema.org/Observation"),
        ("subOrganizationOf", f"{RDFS}subPropertyOf", "http://www.w3.org/ns/org#subOrganizationOf"),
        ("memberOf", f"{RDFS}seeAlso", "http://www.w3.org/ns/org#memberOf"),
        ("speaker", f"{RDFS}subPropertyOf", "http://www.w3.org/ns/prov#wasAttributedTo"),
        ("period", f"{RDFS}seeAlso", "http://www.w3.org/2006/time#hasTime"),
        ("value", f"{RDFS}seeAlso", "http://qudt.org/schema/qudt/numericValue"),
        ("locatedIn", f"{RDFS}subPropertyOf", "http://www.w3.org/ns/prov#atLocation"),
        ("hectare", f"{SKOS}exactMatch", "http://qudt.org/vocab/unit/HA"),
    ],
)
def test_a_term_is_tied_to_the_standard_that_has_the_notion(name: str, predicate: str, tie: str) -> None:
    assert f"<{tie}>" in said(f"<{JC}{name}>", predicate)


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
