"""A graph in, what the reference engine of SHACL says of it out; it needs the extra `shacl`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import rdflib
from rdflib.term import Node

from kg.errors import KgError
from kg.graph.export.shapes import SH, VIOLATION, Violation
from kg.graph.write.vocabulary import Vocabulary, ontology_folder

SHACL = rdflib.Namespace(SH)


def reference(lines: Iterable[str], vocabulary: Vocabulary, shapes: Path | None = None) -> list[Violation]:
    """What pySHACL finds in a graph that breaks our shapes, or those of another file."""
    try:
        from pyshacl import validate
    except ImportError as error:
        raise KgError("pySHACL", "is not installed", "install it: pip install jiceng[shacl]") from error
    data, wanted = rdflib.Graph(), rdflib.Graph()
    # The ontology goes in with the data: of one that is given apart, pySHACL takes up no domains and ranges.
    with as_written():
        data.parse(data="".join((*lines, *vocabulary.lines)), format="nt")
    wanted.parse(shapes or ontology_folder() / "shapes.ttl", format="turtle")
    _, report, _ = validate(data, shacl_graph=wanted)
    if not isinstance(report, rdflib.Graph):
        raise KgError("pySHACL", f"gives no report: {report}")
    results = report.subjects(rdflib.RDF.type, SHACL.ValidationResult)
    return sorted(_violation(report, result, wanted) for result in results)


@contextmanager
def as_written() -> Iterator[None]:
    """Have numbers read with the digits that the graph has, not with rdflib's own."""
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def _violation(report: rdflib.Graph, result: Node, wanted: rdflib.Graph) -> Violation:
    def one(name: str) -> str:
        found = report.value(result, SHACL[name])
        return "" if found is None else found.n3()

    constraint, source = one("sourceConstraint")[1:-1], one("sourceShape")[1:-1]
    shape = constraint or source
    said = {text.language: str(text) for text in wanted.objects(rdflib.URIRef(shape), SHACL.message)
            if isinstance(text, rdflib.Literal)}  # fmt: skip
    return Violation(
        one("focusNode")[1:-1], shape, said.get("zh-Hans", ""), said.get("en", ""), one("resultPath"), one("value"),
        one("sourceConstraintComponent")[1:-1],
        one("resultSeverity")[1:-1].removeprefix(SH) or VIOLATION, source if constraint else "",
    )  # fmt: skip
