"""Every shape holds of a sound graph, and every one is broken by some unsound one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import RuleError
from kg.graph.shapes import violations
from kg.graph.vocabulary import BASE, DCTERMS, JC, OA, PROV, RDF, RDFS, XSD, Vocabulary, ontology_folder
from kg.model import Knowledge

if TYPE_CHECKING:
    from kg.corpus import Corpus

COUNTY = f"<{BASE}云岭县>"
THREE = f"<{BASE}云岭县-机制-三联>"
FACT = f"<{BASE}fact-x>"
DOC = r"<[^>]*doc-\w{16}>"
PASSAGE = r"<[^>]*doc-\w{16}-\d+-\d+>"
WHOLE = f'{FACT} <{JC}rule> "r" .\n{FACT} <{JC}status> <{JC}Stated> .\n{FACT} <{RDF}type> <{JC}Fact> .\n'


def fact(subject: str, predicate: str, thing: str, status: str = "Stated") -> str:
    said = {"subject": subject, "predicate": f"<{JC}{predicate}>", "object": thing}
    node = "".join(f"{FACT} <{RDF}{name}> {term} .\n" for name, term in said.items())
    return node + WHOLE.replace("Stated", status)


def plain(subject: str, predicate: str, thing: str) -> str:
    return f"{subject} <{JC}{predicate}> {thing} .\n"


# What is taken out of the sound graph (the first line that fits), what is added, and the shape that it breaks.
UNSOUND = [
    (f"{THREE} <{PROV}wasDerivedFrom> .*", "", "EvidenceShape-passage"),
    ("", f"{COUNTY} <{PROV}wasDerivedFrom> {COUNTY} .\n", "EvidenceShape-passage"),
    (f"{PASSAGE} <{DCTERMS}isPartOf> .*", "", "PassageShape-document"),
    (f"{PASSAGE} <{OA}start> .*", "", "PassageShape-start"),
    (f"{PASSAGE} <{OA}end> .*", "", "PassageShape-end"),
    (f"{PASSAGE} <{OA}exact> .*", "", "PassageShape-exact"),
    (f'({PASSAGE} <{OA}exact> ").*', r'\1云岭县推行三联机制并且推行四个一工作法和五好标准" .', "PassageShape-length"),
    (f"({PASSAGE}) <{OA}start> .*", rf'\g<0>\n\1 <{JC}page> "0"^^<{XSD}integer> .', "PassageShape-page"),
    (f"({PASSAGE}) <{OA}start> .*", rf'\g<0>\n\1 <{JC}page> "1" .', "PassageShape-page"),
    (f"{COUNTY} <{RDFS}label> .*", "", "EntityShape-label"),
    ("", f'{COUNTY} <{RDFS}label> "又一名"@zh-Hans .\n', "EntityShape-label"),
    ("", plain(COUNTY, "implements", THREE), "EntityShape-fact"),
    (f"{DOC} <{DCTERMS}identifier> .*", "", "DocumentShape-identifier"),
    (f'({DOC} <{DCTERMS}identifier> ").*', r'\1云岭" .', "DocumentShape-identifier"),
    (f"{DOC} <{DCTERMS}source> .*", "", "DocumentShape-source"),
    (f"({DOC} <{DCTERMS}source>) .*", rf"\1 {COUNTY} .", "DocumentShape-source"),
    (rf"<[^>]*-article-1> <{DCTERMS}isPartOf> .*", "", "ArticleShape-document"),
    (f"<[^>]*fact-[^>]*> <{RDF}subject> .*", "", "FactShape-subject"),
    (f"<[^>]*fact-[^>]*> <{RDF}predicate> .*", "", "FactShape-predicate"),
    (f"<[^>]*fact-[^>]*> <{RDF}object> .*", "", "FactShape-object"),
    (f"<[^>]*fact-[^>]*> <{JC}status> .*", "", "ClaimShape-status"),
    (f"(<[^>]*obs-[^>]*> <{JC}status>) .*", rf"\1 <{JC}Mechanism> .", "ClaimShape-status"),
    (f"<[^>]*obs-[^>]*> <{JC}rule> .*", "", "ClaimShape-rule"),
    ("", fact(THREE, "adopts", THREE) + plain(THREE, "adopts", THREE), "FactShape-domain"),
    ("", fact(COUNTY, "adopts", COUNTY) + plain(COUNTY, "adopts", COUNTY), "FactShape-range"),
    ("", fact(THREE, "appliesToText", '"3"') + plain(THREE, "appliesToText", '"3"'), "FactShape-range"),
    ("", fact(COUNTY, "appliesTo", COUNTY, "Planned") + plain(COUNTY, "appliesTo", COUNTY), "FactShape-plain"),
    ("", fact(THREE, "appliesTo", COUNTY), "FactShape-stands"),
    (f"<[^>]*obs-[^>]*> <{JC}observationOf> .*", "", "ObservationShape-of"),
    (f"<[^>]*obs-[^>]*> <{JC}indicator> .*", "", "ObservationShape-indicator"),
    (f"(<[^>]*obs-[^>]*> <{JC}comparator>) .*", r'\1 "多于" .', "ObservationShape-comparator"),
    (f"(<[^>]*obs-[^>]*> <{JC}value>) .*", rf'\1 "1"^^<{XSD}double> .', "ObservationShape-value"),
    (f"(<[^>]*obs-[^>]*> <{JC}unit>) .*", r'\1 "亩" .\n\1 "户" .', "ObservationShape-unit"),
    (f"<[^>]*obs-[^>]*> <{JC}quantityText> .*", "", "ObservationShape-text"),
    (f"<[^>]*obs-[^>]*> <{JC}value> .*", "", "ObservationShape-amount"),
    (f"(<[^>]*obs-[^>]*> <{JC}lower>) .*", rf'\1 "99"^^<{XSD}decimal> .', "ObservationShape-bounds"),
    (f"<[^>]*-三联-1-2> <{RDFS}label> .*", "", "PartShape-label"),
    (f"<[^>]*-三联-1-2> <{JC}position> .*", "", "PartShape-position"),
    (
        "",
        f"{THREE} <{JC}hasPart> {COUNTY} .\n<{BASE}p> <{JC}hasPart> {COUNTY} .\n<{BASE}p> <{RDF}type> <{JC}Part> .\n"
        f"<{BASE}p> <{DCTERMS}isPartOf> {THREE} .\n",
        "PartShape-parts",
    ),
    (f"<[^>]*-三联-1-2> <{DCTERMS}isPartOf> .*", "", "PartShape-whole"),
    (f"(<[^>]*-三联-1> <{JC}listedCount>) .*", rf'\1 "2"^^<{XSD}integer> .', "PartShape-verified"),
    (f"<[^>]*-三联-1> <{JC}statedCount> .*", "", "PartShape-verified"),
]


def unsound(lines: list[str], taken: str, added: str) -> list[str]:
    """The graph without a line, or with that line changed, and with others added."""
    text = "".join(lines)
    if taken:
        # In a figure with bounds it is the range that must go wrong.
        changed = re.sub(
            f"(?m)^(?:{taken})\n", (added + "\n") if added else "", text, count=0 if "lower" in taken else 1
        )
        assert changed != text
        return [changed]
    return [text, added]


def test_a_sound_graph_breaks_nothing(lines: list[str], vocabulary: Vocabulary) -> None:
    assert violations(lines, vocabulary) == []


def test_the_graph_of_the_seeds_breaks_nothing(seeds: Corpus, vocabulary: Vocabulary) -> None:
    assert violations(seeds.lines, vocabulary) == []


@pytest.mark.parametrize(("taken", "added", "shape"), UNSOUND, ids=[f"{i}-{case[2]}" for i, case in enumerate(UNSOUND)])
def test_an_unsound_graph_breaks_a_shape(
    lines: list[str], vocabulary: Vocabulary, taken: str, added: str, shape: str
) -> None:
    found = {one.shape.removeprefix(JC) for one in violations(unsound(lines, taken, added), vocabulary)}
    assert shape in found


def test_every_shape_is_broken_by_some_graph() -> None:
    text = (ontology_folder() / "shapes.ttl").read_text("utf-8")
    shapes = set(re.findall(r"^jc:(\S+) a sh:(?:PropertyShape|SPARQLConstraint)", text, re.MULTILINE))
    assert len(shapes) > 25
    assert {shape for _, _, shape in UNSOUND} == shapes


def test_a_violation_says_what_in_both_languages(lines: list[str], vocabulary: Vocabulary) -> None:
    (one,) = violations(unsound(lines, f"{COUNTY} <{RDFS}label> .*", ""), vocabulary)
    assert (one.node, one.zh, one.en) == (f"{BASE}云岭县", "实体须有一个名称", "an entity must have one name")


def test_a_constraint_that_we_do_not_run_is_refused(
    tmp_path: Path, yunling: Knowledge, lines: list[str], vocabulary: Vocabulary
) -> None:
    path = tmp_path / "shapes.ttl"
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix a: <a:> .\n"
        "a:s sh:targetClass a:c ; sh:property a:p . a:p sh:path a:q ; sh:minLength 3 .",
        "utf-8",
    )
    with pytest.raises(RuleError, match="minLength"):
        violations(lines, vocabulary, path)
