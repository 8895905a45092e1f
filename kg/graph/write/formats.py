"""A file of N-Triples in, its lines out, and sorted lines in, Turtle out: the same bytes for the same graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from kg.graph.write.vocabulary import BASE, PREFIXES, XSD
from kg.iris import LEGAL

# The literals that Turtle writes without quotation marks, by datatype; of decimals those with a point.
BARE = {
    f"{XSD}boolean": re.compile("true|false"),
    f"{XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{XSD}integer": re.compile("[+-]?[0-9]+"),
}
BREAK, NEXT = ",\n        ", " ;\n    "


# ---- N-Triples ------------------------------------------------------------------------------


def read_ntriples(path: Path) -> Iterator[str]:
    """The lines of a file as they were written."""
    with path.open(encoding="utf-8", newline="\n") as file:
        yield from file


# ---- Turtle ---------------------------------------------------------------------------------


def turtle(lines: Iterable[str], base: str = BASE, more: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """Sorted N-Triples lines as Turtle for people: prefixes, one block a subject, its classes first.

    >>> line = f"<{BASE}云岭县> <https://w3id.org/jiceng/ontology#adopts> <{BASE}五联> ."
    >>> turtle([line]).decode().splitlines()[-1]
    'id:云岭县 jc:adopts id:五联 .'
    """
    return "".join(turtle_blocks(lines, base, more)).encode("utf-8")


def turtle_blocks(
    lines: Iterable[str], base: str = BASE, more: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """The same, subject by subject; more prefixes than ours may be given."""
    prefixes = {"id": base, **PREFIXES, **more}
    yield prefixed(prefixes)
    yield from subject_blocks(lines, prefixes)


def prefixed(prefixes: Mapping[str, str]) -> str:
    """The lines that declare prefixes."""
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes.items())


def subject_blocks(lines: Iterable[str], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Sorted N-Triples lines as Turtle, subject by subject."""
    namespaces = {namespace: f"{prefix}:" for prefix, namespace in prefixes.items()}
    predicates: dict[str, str] = {}
    for subject, group in groupby(lines, key=_subject):
        yield _block(subject, group, namespaces, predicates)


def _subject(line: str) -> str:
    return line[: line.index(" ")]


def _block(subject: str, lines: Iterable[str], namespaces: Mapping[str, str], predicates: dict[str, str]) -> str:
    """One subject with its predicates in the order of their lines, but its classes first."""
    start = len(subject) + 1
    objects: dict[str, list[str]] = {}
    for line in lines:
        middle = line.index(" ", start)
        predicate = line[start:middle]
        # They are few and come again with every subject.
        name = predicates.get(predicate) or predicates.setdefault(predicate, short(predicate, namespaces))
        objects.setdefault(name, []).append(short(line[middle + 1 : line.rindex(" .")], namespaces))
    # Our own classes before those of others.
    classes = sorted(objects.pop("rdf:type", ()), key=lambda name: not name.startswith("jc:"))
    said = [f"a {', '.join(classes)}"] if classes else []
    said += [f"{name} {BREAK.join(found)}" for name, found in objects.items()]
    return f"\n{short(subject, namespaces)} {NEXT.join(said)} .\n"


def short(term: str, namespaces: Mapping[str, str]) -> str:
    """A term of N-Triples as Turtle writes it, given the prefix with its colon of each namespace.

    >>> short('"3"^^<http://www.w3.org/2001/XMLSchema#integer>', {}), short(f"<{BASE}云岭县>", {BASE: "id:"})
    ('3', 'id:云岭县')
    """
    if term[0] == "<":
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = namespaces.get(term[1:cut])
        return prefix + term[cut:-1] if prefix and LEGAL.fullmatch(term, cut, len(term) - 1) else term
    if term[-1] != ">":
        return term
    cut = term.rindex('"^^<')
    datatype = term[cut + 4 : -1]
    pattern = BARE.get(datatype)
    if pattern and pattern.fullmatch(term, 1, cut):
        return term[1:cut]
    return f"{term[: cut + 3]}{short(term[cut + 3 :], namespaces)}"
