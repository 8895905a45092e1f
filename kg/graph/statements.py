"""A store in, its statements out: one predicate at a time, in one order whatever order they came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

Term = NamedNode | BlankNode | Literal | Triple
Table = Mapping[str, tuple[str, ...]]


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://w3id.org/jiceng/id/云岭县"), local("https://w3id.org/jiceng/ontology#adopts")
    ('云岭县', 'adopts')
    """
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]


class Statements:
    """What a store says, as tables from a subject to the sorted values that one predicate gives it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tables: dict[str, Table] = {}
        self.predicates = tuple(
            sorted(str(row["p"].value) for row in store.query("SELECT DISTINCT ?p { ?s ?p ?o }", use_default_graph_as_union=True))
        )

    def table(self, predicate: str) -> Table:
        """Subject to values: the IRIs, or the words of the literals."""
        found = self._tables.get(predicate)
        if found is None:
            found = self._tables[predicate] = self._read(predicate)
        return found

    def value(self, predicate: str, subject: str) -> str:
        """The first value, or nothing."""
        values = self.table(predicate).get(subject)
        return values[0] if values else ""

    def things(self, predicate: str) -> list[tuple[str, str]]:
        """Subject and object of each statement whose object is a thing, not a literal; in order."""
        pairs = {
            (quad.subject.value, quad.object.value)
            for quad in self._store.quads_for_pattern(None, NamedNode(predicate), None, None)
            if isinstance(quad.object, NamedNode)
        }
        return sorted(pairs)

    def _read(self, predicate: str) -> Table:
        table: dict[str, set[str]] = defaultdict(set)
        for quad in self._store.quads_for_pattern(None, NamedNode(predicate), None, None):
            table[quad.subject.value].add(quad.object.value)
        return {subject: tuple(sorted(values)) for subject, values in table.items()}
