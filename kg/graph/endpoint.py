"""A graph kept on disk and a query in; the answer as its client accepts it, within limits, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store, parse

from kg.errors import InputError, QueryError
from kg.graph.query.answers import fault, gathered
from kg.graph.query.guard import check_query
from kg.graph.query.media import STATEMENTS, TABLES, TRUTHS, best
from kg.graph.query.results import written
from kg.graph.store import base_of, graph_file
from kg.graph.write.formats import read_ntriples
from kg.graph.write.vocabulary import BASE, PREFIXES

Item = TypeVar("Item")

LESS = "ask for less, with LIMIT for one"


class TooMuch(QueryError):
    """An answer is larger than one may be."""


class NotAcceptable(QueryError):
    """An answer has none of the forms that its client accepts."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A graph that was put on disk so that many processes can ask it at once."""

    folder: Path
    base: str
    triples: int


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it goes over the line."""

    media: str
    body: bytes


def keep(source: Path, folder: Path) -> Kept:
    """Put the graph of a build's output folder into a store of its own in another, empty folder."""
    path = graph_file(source)
    try:
        store = Store(folder)
        store.bulk_load(path=path, format=RdfFormat.N_TRIPLES)
        store.flush()
        base = base_of(read_ntriples(path))
    except (SyntaxError, ValueError, OSError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "build it again") from error
    return Kept(folder, base, len(store))


def open_kept(folder: Path) -> Store:
    """A store that `keep` made, to be read only."""
    return Store.read_only(str(folder))


def answer(store: Store, sparql: str, accept: str = "", most: int = 100_000, base: str = BASE) -> Reply:
    """Ask a store and write the answer in the form that is accepted; none has more than `most` rows.

    >>> answer(Store(), "SELECT (1 AS ?n) {}", "text/csv")
    Reply(media='text/csv', body=b'n\\n1\\n')
    """
    check_query(sparql)
    try:
        found = store.query(sparql, prefixes={"id": base, **PREFIXES})
        offered = _offered(found)
        # Before anything is worked out.
        media = best(accept, list(offered))
        if media is None:
            raise NotAcceptable("query", "has an answer in none of the forms accepted", "accept " + ", ".join(offered))
        return Reply(media, written(gathered(found, base, partial(_limited, most=most)), offered[media]))
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise fault(error) from error


def _offered(found: QuerySolutions | QueryTriples | QueryBoolean) -> Mapping[str, str]:
    if isinstance(found, QueryBoolean):
        return TRUTHS
    return STATEMENTS if isinstance(found, QueryTriples) else TABLES


def _limited(rows: Iterable[Item], most: int) -> Iterator[Item]:
    every = iter(rows)
    yield from islice(every, most)
    if next(every, None) is not None:
        raise TooMuch("query", f"has more than {most} rows", LESS)


def converted(turtle: str, form: str) -> bytes:
    """Turtle in another form of RDF."""
    return written(gathered(parse(turtle, format=RdfFormat.TURTLE)), form)
