"""N-Triples lines in, a graph that can be asked and kept out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Variable

from kg.errors import InputError
from kg.graph.query.answers import Answer, Term, fault, gathered
from kg.graph.query.guard import check_query
from kg.graph.query.kept import digest, drop, kept_store
from kg.graph.query.queries import named_query
from kg.graph.write.files import finish
from kg.graph.write.formats import read_ntriples
from kg.graph.write.vocabulary import BASE, JC, PREFIXES, RDF

if TYPE_CHECKING:
    import rdflib

GRAPH_FILE = "graph.nt"
DOCUMENT = re.compile(r"<([^>]*?)(doc-[0-9a-f]{16})> <http://www\.w3\.org/1999/02/22-rdf-syntax-ns#type> ")


class Graph:
    """What documents say, as `kg.build` returns it: sorted N-Triples lines, and what one does with them."""

    lines: tuple[str, ...]
    base: str

    def __init__(self, lines: Iterable[str], base: str = BASE) -> None:
        self.lines = tuple(lines)
        self.base = base

    @classmethod
    def from_lines(cls, lines: Iterable[str], base: str = "") -> Graph:
        """A graph of sorted N-Triples lines; without a base, that of its documents."""
        known = tuple(lines)
        return cls(known, base or base_of(known))

    @classmethod
    def load(cls, folder: Path) -> Graph:
        """The graph that a build wrote into a folder; a file may be given too."""
        path = graph_file(folder)
        try:
            kept = kept_store(path)
            graph = cls.from_lines(read_ntriples(path)) if kept is None else KeptGraph(path, *kept)
            # Read it now: a fault is the file's, and nobody should meet it in a query.
            _ = graph.store
        except (SyntaxError, ValueError, OSError) as error:
            raise InputError(str(path), f"cannot be read: {error}", "build it again") from error
        return graph

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)} triples>"

    def __len__(self) -> int:
        """How many triples it holds."""
        return len(self.lines)

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its documents.

        >>> Graph([f"<{BASE}doc-0123456789abcdef> <{PREFIXES['rdf']}type> <{PREFIXES['jc']}Document> .\\n"]).documents
        ('doc-0123456789abcdef',)
        """
        found = self.store.quads_for_pattern(None, NamedNode(f"{RDF}type"), NamedNode(f"{JC}Document"))
        return tuple(sorted(str(quad.subject)[1:-1].removeprefix(self.base) for quad in found))

    @cached_property
    def store(self) -> Store:
        """The graph in pyoxigraph."""
        store = Store()
        store.bulk_load("".join(self.lines).encode("utf-8"), RdfFormat.N_TRIPLES)
        return store

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """The graph in rdflib."""
        import rdflib

        graph = rdflib.Graph()
        graph.parse(data="".join(self.lines), format="nt")
        for prefix, namespace in {"id": self.base, **PREFIXES}.items():
            graph.bind(prefix, namespace)
        return graph

    def query(self, sparql: str = "", *, name: str = "", **bindings: str) -> Answer:
        """Ask in SPARQL, or by the name of one of our queries; what is bound is a label or alias: `place="云岭县"`."""
        return self.answer(named_query(name).bound(bindings) if name else sparql, bindings)

    def answer(self, sparql: str, bindings: Mapping[str, str]) -> Answer:
        """Ask in SPARQL, where a variable may be called as `query` calls what it takes: ?name."""
        return query(self.store, sparql, bindings, self.base)

    def to_networkx(self) -> Any:
        """The entities and what relates them, as a networkx MultiDiGraph."""
        from kg.graph.show.network import network

        return network(self.store)

    def save(self, path: str | Path) -> None:
        """Write it in the format of the name's ending: .ttl .nt .trig .jsonld .rdf .graphml .gexf .csv .neo4j."""
        from kg.graph.exports import export

        export(self, Path(path))


class KeptGraph(Graph):
    """A graph whose store was kept beside its file; the lines are read when somebody wants them."""

    def __init__(self, path: Path, store: Store, known: str) -> None:
        self._path, self._digest = path, known
        self.store = store
        document = next(store.quads_for_pattern(None, NamedNode(f"{RDF}type"), NamedNode(f"{JC}Document")), None)
        self.base = base_of([f"{document.subject} <{RDF}type> "]) if document else BASE

    def __len__(self) -> int:
        return len(self.store)

    @cached_property
    def lines(self) -> tuple[str, ...]:  # type: ignore[override]  # read late
        """The lines of the file, which must still be the one that the store was made of."""
        if digest(self._path) != self._digest:
            raise InputError(str(self._path), "changed while it was read", "run again when it is written")
        return tuple(read_ntriples(self._path))

    def answer(self, sparql: str, bindings: Mapping[str, str]) -> Answer:
        try:
            return super().answer(sparql, bindings)
        except BrokenStore:
            # The cache has rotted; the file is the truth.
            drop(self._path)
            whole = Graph(self.lines, self.base)
            self.store = whole.store
            return whole.answer(sparql, bindings)


class BrokenStore(Exception):
    """The database under a store has rotted."""


def graph_file(folder: Path) -> Path:
    """The N-Triples of a build's output folder."""
    if folder.is_dir():
        finish(folder)
    path = folder if folder.is_file() else folder / GRAPH_FILE
    if not path.is_file():
        raise InputError(str(folder), f"holds no {GRAPH_FILE}", "make it with: kg build INPUT… -o " + str(folder))
    return path


def base_of(lines: Iterable[str]) -> str:
    """What the IRIs of a graph begin with, as its documents have it."""
    return next((match[1] for line in lines if (match := DOCUMENT.match(line))), BASE)


def query(store: Store, sparql: str, bindings: Mapping[str, str] | None = None, base: str = BASE) -> Answer:
    """Ask a store; the prefixes are known, and `bindings` are labels for variables that the query returns.

    >>> store = Graph([f'<{BASE}云岭县> <{PREFIXES["rdfs"]}label> "云岭县"@zh-Hans .']).store
    >>> list(query(store, "SELECT ?县 ?name { ?县 rdfs:label ?name }", {"name": "云岭县"}))
    [{'县': 'https://w3id.org/jiceng/id/云岭县', 'name': '云岭县'}]
    """
    check_query(sparql)
    given = (bindings or {}).items()
    labels: dict[Variable, Term] = {Variable(name): Literal(text, language="zh-Hans") for name, text in given}
    try:
        found = store.query(sparql, prefixes={"id": base, **PREFIXES}, substitutions=labels or None)
        return gathered(found, base)
    except (SyntaxError, ValueError, RuntimeError) as error:
        if str(error).startswith("Corruption"):
            raise BrokenStore(str(error)) from error
        raise fault(error, "a bound variable must be among those that SELECT names" if labels else "") from error
