"""A graph's folder in, its documents as named graphs of a store elsewhere out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from kg.errors import InputError
from kg.graph.store import Graph
from kg.graph.write.by_document import by_document
from kg.serve.ledger import BEGUN, REMOVED, Ledger
from kg.serve.remote import Remote

Follow = Callable[[Sequence[str]], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many documents were sent, were there already, and were removed."""

    sent: int
    kept: int
    removed: int


def push(folder: Path, url: str, follow: Follow = iter) -> Pushed:
    """Make the store hold what the folder holds: a named graph a document, and none of those that it no longer has.

    What was sent is written down in the folder as it goes, so that a push which broke off goes on where it was.
    """
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", "give the folder that kg build wrote")
    graph = Graph.load(folder)
    documents = {graph.base + name: lines for name, lines in by_document(graph.lines).items()}
    with Remote(url) as store, Ledger(folder, store.address) as ledger:
        before = ledger.graphs
        gone = [name for name in before if name not in documents]
        sent = 0
        for name in follow([*documents, *gone]):
            if name not in documents:
                ledger.write(name, BEGUN)
                store.remove(name)
                ledger.write(name, REMOVED)
            elif before.get(name) != (digest := _sign(documents[name])) or not store.has(name):
                ledger.write(name, BEGUN)
                store.put(name, documents[name])
                ledger.write(name, digest)
                sent += 1
    return Pushed(sent, len(documents) - sent, len(gone))


def _sign(lines: Iterable[str]) -> str:
    return blake2b("".join(lines).encode("utf-8"), digest_size=16).hexdigest()
