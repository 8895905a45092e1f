"""Every shape holds of a sound graph, and every one is broken by some unsound one."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import RuleError
from kg.graph.export.reference import reference
from kg.graph.export.shapes import VIOLATION, Violation, validate
from kg.graph.write.vocabulary import BASE, DCTERMS, JC, OA, PROV, RDF, RDFS, XSD, Vocabulary, ontology_folder
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


# So many faults stand in one graph where the reference is asked, for it takes its time.
TOGETHER = 4
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
    (f"{DOC} <{DCTERMS}issued> .*", "", "DocumentQuality-issued"),
    (f"<[^>]*article-1> <{JC}aboutPlace> .*", "", "DocumentQuality-about"),
    ("", f'{COUNTY} <{RDFS}label> "{"长" * 41}"@zh-Hans .\n', "EntityQuality-length"),
    ("", f'{COUNTY} <{RDFS}label> "云岭县，"@zh-Hans .\n', "EntityQuality-words"),
    (f"{COUNTY} <{JC}divisionCode> .*", "", "CountyQuality-code"),
    ("", f"<{BASE}m> <{RDF}type> <{JC}Mechanism> .\n", "MechanismQuality-adopter"),
    (
        "",
        f'<{BASE}p> <{JC}countVerified> "false"^^<{XSD}boolean> .\n<{BASE}p> <{RDF}type> <{JC}Part> .\n'
        f'<{BASE}p> <{JC}listedCount> "2"^^<{XSD}integer> .\n',
        "PartQuality-count",
    ),
    (f"<[^>]*obs-[^>]*> <{JC}unit> .*", "", "ObservationQuality-unit"),
    (f"(<[^>]*obs-[^>]*> <{JC}indicator>) .*", r'\1 "，达"@zh-Hans .', "ObservationQuality-indicator"),
    (
        "",
        f"<{BASE}o> <{JC}disagreesWith> <{BASE}o> .\n<{BASE}o> <{RDF}type> <{JC}Observation> .\n",
        "ObservationQuality-sum",
    ),
    (f"(<[^>]*obs-[^>]*> <{JC}value>) .*", rf'\1 "许多"^^<{XSD}decimal> .', "ObservationShape-value"),
]


def unsound(lines: list[str], taken: str, added: str) -> list[str]:
    """The graph without a line, or with that line changed, and with others added."""
    text = "".join(lines)
    if taken:
        # In a figure with bounds it is the range that must go wrong.
        changed = re.sub(
            f"(?m)^(?:{taken})\n",
            (added + "\n") if added else "",
            text,
            count=0 if "lower" in taken or "DocumentQuality" in taken else 1,
        )
        assert changed != text
        return [changed]
    return [text, added]


def violations(lines: Iterable[str], vocabulary: Vocabulary) -> list[Violation]:
    """What is broken, and not only warned of."""
    return [one for one in validate(lines, vocabulary) if one.severity == VIOLATION]


def test_a_sound_graph_breaks_nothing(lines: list[str], vocabulary: Vocabulary) -> None:
    assert violations(lines, vocabulary) == []


def test_the_graph_of_the_seeds_breaks_nothing(seeds: Corpus, vocabulary: Vocabulary) -> None:
    assert violations(seeds.lines, vocabulary) == []


@pytest.mark.parametrize(("taken", "added", "shape"), UNSOUND, ids=[f"{i}-{case[2]}" for i, case in enumerate(UNSOUND)])
def test_an_unsound_graph_breaks_a_shape(
    lines: list[str], vocabulary: Vocabulary, taken: str, added: str, shape: str
) -> None:
    # What is only warned of, the example may have elsewhere.
    before, after = (
        {one.node for one in validate(graph, vocabulary) if one.shape == JC + shape}
        for graph in (lines, unsound(lines, taken, added))
    )
    assert after - before


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
        validate(lines, vocabulary, path)


# ---- beside the reference engine ------------------------------------------------------------


def told(found: list[Violation]) -> list[tuple[str, ...]]:
    return sorted(
        (one.node, one.shape, one.path, one.value, one.component, one.severity, one.source, one.zh, one.en)
        for one in found
    )


def spoiled(lines: list[str], cases: list[tuple[str, str, str]]) -> list[str]:
    """The graph with many faults at once; one that finds nothing left to spoil is passed over."""
    text = "".join(lines)
    for taken, added, _ in cases:
        text = re.sub(f"(?m)^(?:{taken})\n", added + "\n" if added else "", text, count=1) if taken else text + added
    return [text]


def test_a_sound_graph_is_sound_to_both(lines: list[str], vocabulary: Vocabulary) -> None:
    assert told(validate(lines, vocabulary)) == told(reference(lines, vocabulary))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(4))
def test_the_reference_finds_what_we_find_result_for_result(
    lines: list[str], vocabulary: Vocabulary, number: int
) -> None:
    bad = spoiled(lines, UNSOUND[number::4])
    ours = told(validate(bad, vocabulary))
    assert len(ours) > 10
    assert ours == told(reference(bad, vocabulary))


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, len(UNSOUND), TOGETHER))
def test_the_reference_agrees_on_every_fault(lines: list[str], vocabulary: Vocabulary, first: int) -> None:
    bad = lines
    for taken, added, _ in UNSOUND[first : first + TOGETHER]:
        bad = unsound(bad, taken, added)
    ours = told(validate(bad, vocabulary))
    assert ours and ours == told(reference(bad, vocabulary))


@pytest.mark.slow
@pytest.mark.timed
def test_ours_is_five_times_as_fast(lines: list[str], vocabulary: Vocabulary) -> None:
    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    ours = min(seconds(lambda: validate(lines, vocabulary)) for _ in range(3))
    assert 5 * ours < seconds(lambda: reference(lines, vocabulary))
