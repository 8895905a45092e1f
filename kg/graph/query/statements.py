"""A store in, its statements out: one predicate at a time, in one order whatever order they came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

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
        self._tables: dict[str, dict[str, tuple[str, ...]]] = {}
        self._pointing: dict[str, Table] = {}
        asked = store.query("SELECT DISTINCT ?p { ?s ?p ?o }", use_default_graph_as_union=True)
        found = [row["p"] for row in asked] if isinstance(asked, QuerySolutions) else []
        self.predicates = tuple(sorted(term.value for term in found if isinstance(term, NamedNode)))

    def table(self, predicate: str) -> Table:
        """Subject to values: the IRIs, or the words of the literals."""
        found = self._tables.get(predicate)
        if found is None:
            found = {}
            for subject, target in self.pairs(predicate, (NamedNode, Literal)):
                # Most subjects have one value.
                found[subject] = (*found[subject], target) if subject in found else (target,)
            for subject, values in found.items():
                if len(values) > 1:
                    found[subject] = tuple(sorted(set(values)))
            self._tables[predicate] = found
        return found

    def pointing(self, predicate: str) -> Table:
        """Object to the sorted subjects that point to it."""
        found = self._pointing.get(predicate)
        if found is None:
            sources: dict[str, list[str]] = defaultdict(list)
            for subject, target in self.things(predicate):
                sources[target].append(subject)
            found = self._pointing[predicate] = {target: tuple(sources[target]) for target in sources}
        return found

    def value(self, predicate: str, subject: str) -> str:
        """The first value, or nothing."""
        values = self.table(predicate).get(subject)
        return values[0] if values else ""

    def things(self, predicate: str) -> list[tuple[str, str]]:
        """Subject and object of each statement whose object is a thing, not a literal; in order."""
        return sorted(set(self.pairs(predicate)))

    def pairs(
        self, predicate: str, kinds: tuple[type[NamedNode | Literal], ...] = (NamedNode,)
    ) -> Iterator[tuple[str, str]]:
        """Subject and object of each statement whose object is of these kinds, in no order."""
        for subject, _, target, _ in self._store.quads_for_pattern(None, NamedNode(predicate), None, None):
            if isinstance(subject, NamedNode) and isinstance(target, kinds):
                yield subject.value, target.value
