"""What breaks the shapes in; words, JSON, or a report as SHACL writes it out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.export.shapes import SH, VIOLATION, Violation
from kg.graph.write.formats import short, turtle_blocks
from kg.graph.write.vocabulary import BASE, DCTERMS, OA, PREFIXES, PROV, RDF, RDFS, XSD

SEVERITIES = {"Violation": "违规 violation", "Warning": "提醒 warning"}
SHOWN = 10  # nodes of one fault that are named; the rest is counted
NAMES = (f"{RDFS}label", f"{DCTERMS}source")


def in_words(found: Sequence[Violation], store: Store, base: str = BASE) -> str:
    """How much is broken, and each fault with the nodes that have it, their names and where the text has them."""
    counted = {name: sum(one.severity == name for one in found) for name in SEVERITIES}
    said = [" · ".join(f"{words} {counted[name]}" for name, words in SEVERITIES.items())]
    ordered = sorted(found, key=lambda one: (list(SEVERITIES).index(one.severity), one.shape))
    for (severity, _), group in groupby(ordered, key=lambda one: (one.severity, one.shape)):
        same = list(group)
        said.append(f"\n{SEVERITIES[severity]}  {same[0].zh} {same[0].en}  ×{len(same)}")
        said += [f"  {_named(one, store, base)}" for one in same[:SHOWN]]
        if len(same) > SHOWN:
            said.append(f"  … 另有 and {len(same) - SHOWN} more")
    return "\n".join(said) + "\n"


def _named(one: Violation, store: Store, base: str) -> str:
    """A node by its name, its IRI, the value that is wrong, and the words of the text."""
    namespaces = {namespace: f"{prefix}:" for prefix, namespace in {"id": base, **PREFIXES}.items()}
    node = NamedNode(one.node)
    name = next((text for predicate in NAMES for text in _texts(store, node, predicate)), "")
    pieces = [name, short(f"<{one.node}>", namespaces)]
    if one.value and one.value != f"<{one.node}>":
        pieces.append(f"→ {short(one.value, namespaces)}")
    for quad in store.quads_for_pattern(node, NamedNode(f"{PROV}wasDerivedFrom"), None):
        if isinstance(quad.object, NamedNode):
            pieces += [f"“{text}”" for text in _texts(store, quad.object, f"{OA}exact")]
            break
    return " ".join(" ".join(piece.split()) for piece in pieces if piece)


def _texts(store: Store, node: NamedNode, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(node, NamedNode(predicate), None)
    return sorted(quad.object.value for quad in quads if isinstance(quad.object, Literal))


def as_json(found: Iterable[Violation]) -> str:
    """The results one by one, for machines."""
    results = [asdict(one) for one in found]
    conforms = not any(one["severity"] == VIOLATION for one in results)
    return json.dumps({"conforms": conforms, "results": results}, ensure_ascii=False, indent=1) + "\n"


def as_shacl(found: Iterable[Violation], base: str = BASE) -> str:
    """The report that the standard describes: a warning, too, is a result, and with one the graph does not conform."""
    results = list(found)
    report = "_:report"
    truth = "false" if results else "true"
    lines = [
        f"{report} <{RDF}type> <{SH}ValidationReport> .\n",
        f'{report} <{SH}conforms> "{truth}"^^<{XSD}boolean> .\n',
    ]
    for number, one in enumerate(results, 1):
        node = f"_:r{number:06}"
        lines.append(f"{report} <{SH}result> {node} .\n")
        lines += (f"{node} <{predicate}> {term} .\n" for predicate, term in _said(one))
    return "".join(turtle_blocks(sorted(lines), base, {"sh": SH}))


def _said(one: Violation) -> Iterable[tuple[str, str]]:
    yield f"{RDF}type", f"<{SH}ValidationResult>"
    yield f"{SH}focusNode", f"<{one.node}>"
    yield f"{SH}resultSeverity", f"<{SH}{one.severity}>"
    yield f"{SH}sourceConstraintComponent", f"<{one.component}>"
    yield f"{SH}sourceShape", f"<{one.source or one.shape}>"
    if one.source:
        yield f"{SH}sourceConstraint", f"<{one.shape}>"
    if one.path:
        yield f"{SH}resultPath", one.path
    if one.value:
        yield f"{SH}value", one.value
    for text, language in ((one.zh, "zh-Hans"), (one.en, "en")):
        if text:
            yield f"{SH}resultMessage", f"{json.dumps(text, ensure_ascii=False)}@{language}"
