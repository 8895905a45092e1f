"""A graph and the files it is written in, its description as a data set out: VoID and DCAT.

Counts are of a corpus, and two corpora's counts do not add up to those of both: so this stands in a file of its own.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.graph.write.formats import turtle
from kg.graph.write.lines import escaped
from kg.graph.write.vocabulary import BASE, DCTERMS, JC, PREFIXES, PROV, RDF, RDFS, XSD

VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SPDX = "http://spdx.org/rdf/terms#"
MORE = {"void": VOID, "dcat": DCAT, "spdx": SPDX}
TYPE = f"<{RDF}type>"
# What each file of an output folder is: its media type, and what it is called.
FILES = {
    "graph.nt": ("application/n-triples", "图谱（N-Triples）", "the graph as N-Triples"),
    "graph.ttl": ("text/turtle", "图谱（Turtle）", "the graph as Turtle"),
    "graph.html": ("text/html", "看图的网页", "the page to look at"),
    "rejected.tsv": ("text/tab-separated-values", "未采纳的", "what was left out, and why"),
}


def dataset(lines: Iterable[str], files: Mapping[str, bytes], version: str, base: str = BASE) -> bytes:
    """The description of a graph, given its sorted lines and the files that hold it."""
    known = list(lines)
    # Another graph is another data set.
    name = f"{base}dataset-{hashlib.sha256(''.join(known).encode('utf-8')).hexdigest()[:16]}"
    said = [*_about(name, version, known, base), *_partitions(name, known)]
    for file, data in files.items():
        if file in FILES:
            said += _distribution(name, file, data)
    return turtle_of(said, base)


def turtle_of(statements: Iterable[tuple[str, str, str]], base: str) -> bytes:
    """Statements as Turtle, with the prefixes of such descriptions."""
    return turtle(sorted({f"<{s}> <{p}> {o} .\n" for s, p, o in statements}), base, MORE)


def _about(name: str, version: str, lines: list[str], base: str) -> Iterable[tuple[str, str, str]]:
    for kind in (f"{VOID}Dataset", f"{DCAT}Dataset"):
        yield name, f"{RDF}type", f"<{kind}>"
    for text in ('"地方政务报道的知识图谱"@zh-Hans', '"A knowledge graph of local-government reports"@en'):
        yield name, f"{DCTERMS}title", text
    yield name, f"{DCTERMS}conformsTo", f"<{JC[:-1]}>"
    yield name, f"{VOID}uriSpace", f'"{base}"'
    # The file that the whole graph can be had from; relative, so that the folder may lie anywhere.
    yield name, f"{VOID}dataDump", "<graph.nt>"
    yield name, f"{PROV}wasAttributedTo", f"<{base}software-jiceng-{version}>"
    yield f"{base}software-jiceng-{version}", f"{RDF}type", f"<{PROV}SoftwareAgent>"
    yield f"{base}software-jiceng-{version}", f"{RDFS}label", f'"jiceng {version}"'
    for namespace in sorted(PREFIXES.values()):
        if any(f"<{namespace}" in line for line in lines):
            yield name, f"{VOID}vocabulary", f"<{namespace}>"
    document = f" {TYPE} <{JC}Document> .\n"
    for line in lines:
        if line.endswith(document):
            yield name, f"{DCTERMS}source", line[: line.index(" ")]


def _partitions(name: str, lines: list[str]) -> Iterable[tuple[str, str, str]]:
    """How many statements, things, classes and properties there are, in all and one by one."""
    terms = [line.split(" ", 2) for line in lines]
    properties = Counter(predicate for _, predicate, _ in terms)
    classes = Counter(thing[:-3] for _, predicate, thing in terms if predicate == TYPE)
    counts = {
        "triples": len(lines),
        "distinctSubjects": len({subject for subject, _, _ in terms}),
        "distinctObjects": len({thing for _, _, thing in terms}),
        "entities": len({subject for subject, predicate, _ in terms if predicate == TYPE}),
        "classes": len(classes),
        "properties": len(properties),
        "documents": classes[f"<{JC}Document>"],
    }
    for what, count in counts.items():
        yield name, f"{VOID}{what}", _number(count)
    for what, counted, pointer in (("class", classes, "entities"), ("property", properties, "triples")):
        for term, count in counted.items():
            # The hash of the term: two vocabularies may have one name for two things.
            part = f"{name}-{what}-{hashlib.sha256(term.encode()).hexdigest()[:8]}"
            yield name, f"{VOID}{what}Partition", f"<{part}>"
            yield part, f"{VOID}{what}", term
            yield part, f"{VOID}{pointer}", _number(count)


def _distribution(name: str, file: str, data: bytes) -> Iterable[tuple[str, str, str]]:
    media, zh, en = FILES[file]
    node, checksum = f"{name}-{file}", f"{name}-{file}-checksum"
    yield name, f"{DCAT}distribution", f"<{node}>"
    yield node, f"{RDF}type", f"<{DCAT}Distribution>"
    yield node, f"{DCAT}downloadURL", f"<{file}>"
    yield node, f"{DCAT}mediaType", f"<https://www.iana.org/assignments/media-types/{media}>"
    yield node, f"{DCAT}byteSize", f'"{len(data)}"^^<{XSD}nonNegativeInteger>'
    yield node, f"{DCTERMS}title", f'"{escaped(zh)}"@zh-Hans'
    yield node, f"{DCTERMS}title", f'"{escaped(en)}"@en'
    yield node, f"{SPDX}checksum", f"<{checksum}>"
    yield checksum, f"{SPDX}algorithm", f"<{SPDX}checksumAlgorithm_sha256>"
    yield checksum, f"{SPDX}checksumValue", f'"{hashlib.sha256(data).hexdigest()}"^^<{XSD}hexBinary>'


def _number(count: int) -> str:
    return f'"{count}"^^<{XSD}integer>'
