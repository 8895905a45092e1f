"""A graph in, a file or folder in the format of its ending out, read back by another parser before it is published."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kg.errors import KgError, OutputError
from kg.graph.write.files import Waiting, publish, replace_file
from kg.graph.write.formats import prefixed, subject_blocks, turtle_blocks
from kg.graph.write.vocabulary import PREFIXES

if TYPE_CHECKING:
    from kg.graph.store import Graph

Blocks = Callable[["Graph"], Iterable[str]]
# What N-Triples write as an escape because nobody prints it, and XML has no way to write.
NO_XML = re.compile(r"(?<!\\)(?:\\\\)*\\u(?:00(?:0[0-8BCEF]|1[0-9A-F])|FFF[EF])")


def export(graph: Graph, path: Path, waiting: Waiting = lambda holder: None) -> None:
    """Write a graph in the format that the ending of the name asks for."""
    ending = path.suffix.lower()
    if ending in FOLDERS:
        if path.is_file():
            raise KgError(str(path), "is a file, and a folder is to be written", "give another name, or remove it")
        files = FOLDERS[ending](graph)
        _prove_tables(files)
        publish(path, files, waiting)
    elif ending in FILES:
        write, prove = FILES[ending]
        replace_file(path, write(graph), lambda beside: prove(graph, beside))
    else:
        known = " ".join([*FILES, *FOLDERS])
        raise KgError(str(path), "ends in no format that can be written", f"end it in one of {known}")


# ---- RDF ------------------------------------------------------------------------------------


def _trig(graph: Graph) -> Iterator[str]:
    from kg.graph.write.by_document import by_document

    prefixes = {"id": graph.base, **PREFIXES}
    yield prefixed(prefixes)
    for document, lines in by_document(graph.lines).items():
        yield f"\nGRAPH id:{document} {{\n"
        yield from subject_blocks(lines, prefixes)
        yield "}\n"


def _jsonld(graph: Graph) -> Iterator[str]:
    from kg.graph.export.jsonld import jsonld_blocks

    return jsonld_blocks(graph.lines, graph.base)


def _rdf_xml(graph: Graph) -> Iterator[str]:
    for line in graph.lines:
        if NO_XML.search(line):
            node = line.split(" ", 1)[0][1:-1]
            raise OutputError(
                node, "holds a character that XML cannot hold", "give a name that ends in .ttl or .jsonld"
            )
    triples = parse("".join(graph.lines), format=RdfFormat.N_TRIPLES)
    text = io.BytesIO()
    serialize(triples, text, format=RdfFormat.RDF_XML, prefixes={"id": graph.base, **PREFIXES})
    # The writer puts tags into small letters, and leaves to the reader's mercy what XML takes for a line end.
    yield text.getvalue().decode("utf-8").replace('xml:lang="zh-hans"', 'xml:lang="zh-Hans"').replace("\r", "&#xD;")


def _same_triples(form: RdfFormat) -> Callable[[Graph, Path], None]:
    """A proof that pyoxigraph finds in a file the triples of the graph."""

    def prove(graph: Graph, path: Path) -> None:
        try:
            found = (one if isinstance(one, Triple) else one.triple for one in parse(path=str(path), format=form))
            same = _sum(found, form == RdfFormat.TRIG) == _sum(_triples(graph), form == RdfFormat.TRIG)
        except (SyntaxError, ValueError) as error:
            raise _other(path) from error
        if not same:
            raise _other(path)

    return prove


def _same_xml(graph: Graph, path: Path) -> None:
    """A proof that rdflib, which did not write it, finds in a file the triples of the graph."""
    from xml.sax import SAXException

    import rdflib
    from rdflib.exceptions import ParserError

    from kg.graph.export.reference import as_written

    back = rdflib.Graph()
    try:
        with as_written():
            back.parse(path, format="xml")
    except (SAXException, ParserError, ValueError) as error:
        raise _other(path) from error
    if _sum(map(_from_rdflib, back)) != _sum(_triples(graph)):
        raise _other(path)


def _from_rdflib(statement: Iterable[object]) -> Triple:
    import rdflib

    subject, predicate, thing = statement
    if isinstance(thing, rdflib.Literal):
        if thing.language:
            value: Literal | NamedNode = Literal(str(thing), language=thing.language)
        else:
            value = (
                Literal(str(thing), datatype=NamedNode(str(thing.datatype))) if thing.datatype else Literal(str(thing))
            )
    else:
        value = NamedNode(str(thing))
    return Triple(NamedNode(str(subject)), NamedNode(str(predicate)), value)


def _triples(graph: Graph) -> Iterator[Triple]:
    return (one if isinstance(one, Triple) else one.triple for one in parse("".join(graph.lines), RdfFormat.N_TRIPLES))


def _sum(triples: Iterable[Triple], once: bool = False) -> tuple[int, int]:
    """How many there are, and a number that only the same ones add up to; `once` where some may come again."""
    count = total = 0
    for one in set(triples) if once else triples:
        count += 1
        total += hash(one)
    return count, total


def _other(path: Path) -> OutputError:
    name = path.name.removeprefix(".").removesuffix(f".{os.getpid()}.part")
    return OutputError(name, "reads back as another graph", "give a name that ends in .nt, and tell the authors")


# ---- pictures and tables --------------------------------------------------------------------


def _graphml(graph: Graph) -> Iterator[str]:
    from kg.graph.export import drawings

    yield drawings.graphml(graph.store)


def _gexf(graph: Graph) -> Iterator[str]:
    from kg.graph.export import drawings

    yield drawings.gexf(graph.store)


def _same_drawing(graph: Graph, path: Path) -> None:
    from kg.graph.export import drawings

    if not drawings.is_drawn(path.read_text("utf-8"), graph.store):
        raise _other(path)


def _csv(graph: Graph) -> Mapping[str, bytes]:
    from kg.graph.export.tables import csv_files

    return csv_files(graph.store)


def _neo4j(graph: Graph) -> Mapping[str, bytes]:
    from kg.graph.export.neo4j import neo4j_files

    return neo4j_files(graph.store)


def _prove_tables(files: Mapping[str, bytes]) -> None:
    """Raise OutputError where a table, read back and written again, is another, or its rows have other lengths."""
    from kg.graph.export.tables import written

    for name, data in files.items():
        if name.endswith(".csv"):
            text = data.decode("utf-8-sig")
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            if len({len(row) for row in rows}) != 1 or written(rows) != text:
                raise OutputError(name, "reads back as another table", "tell the authors")


FILES: Mapping[str, tuple[Blocks, Callable[[Graph, Path], None]]] = MappingProxyType(
    {
        ".ttl": (lambda graph: turtle_blocks(graph.lines, graph.base), _same_triples(RdfFormat.TURTLE)),
        ".nt": (lambda graph: graph.lines, _same_triples(RdfFormat.N_TRIPLES)),
        ".trig": (_trig, _same_triples(RdfFormat.TRIG)),
        ".jsonld": (_jsonld, _same_triples(RdfFormat.JSON_LD)),
        ".rdf": (_rdf_xml, _same_xml),
        ".graphml": (_graphml, _same_drawing),
        ".gexf": (_gexf, _same_drawing),
    }
)
FOLDERS: Mapping[str, Callable[[Graph], Mapping[str, bytes]]] = MappingProxyType({".csv": _csv, ".neo4j": _neo4j})
