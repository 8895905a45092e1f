"""The ontology and the headers of the rule files in, the joined vocabulary out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from pyoxigraph import RdfFormat, parse

from kg.errors import RuleError

BASE = "https://w3id.org/jiceng/id/"
JC = "https://w3id.org/jiceng/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"

PREFIXES = {
    "jc": JC,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "skos": SKOS,
    "xsd": XSD,
    "prov": PROV,
    "oa": OA,
    "org": ORG,
    "dcterms": DCTERMS,
    "schema": SCHEMA,
    "time": "http://www.w3.org/2006/time#",
}


class Term(Protocol):
    """What the header of a rule file declares: a class or a property."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...  # "class" or "property"
    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...
    @property
    def below(self) -> str: ...  # a class
    @property
    def domain(self) -> tuple[str, ...]: ...
    @property
    def range(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every class and property that a build may use."""

    lines: tuple[str, ...]  # the joined ontology, as sorted N-Triples
    above: Mapping[str, tuple[str, ...]]
    texts: frozenset[str]  # the properties whose value is text

    def superclasses(self, name: str) -> tuple[str, ...]:
        """The IRIs of all classes above a class of ours, the nearest first.

        >>> load_vocabulary().superclasses("Project")
        ('https://w3id.org/jiceng/ontology#Program', 'http://www.w3.org/ns/prov#Plan')
        """
        return self.above[name]


def ontology_folder() -> Path:
    """Where core.ttl, shapes.ttl and the queries lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[2]
    installed = package / "ontology"
    return installed if installed.is_dir() else package.parent / "ontology"


@cache
def core() -> tuple[tuple[str, str, str], ...]:
    """The statements of core.ttl, each term as N-Triples writes it."""
    text = (ontology_folder() / "core.ttl").read_text("utf-8")
    found = parse(text, format=RdfFormat.TURTLE)
    return tuple((str(one.subject), str(one.predicate), tagged(str(one.object))) for one in found)


@cache
def term_labels() -> Mapping[str, tuple[str, str]]:
    """What core.ttl calls its classes and properties, by IRI: in Chinese and in English.

    >>> term_labels()[JC + "County"]
    ('县级行政区', 'county')
    """
    said: dict[str, dict[str, str]] = {}
    for subject, predicate, value in core():
        if predicate == f"<{RDFS}label>":
            text, _, language = value.rpartition("@")
            said.setdefault(subject[1:-1], {})[language] = json.loads(text)
    return MappingProxyType({iri: (one.get("zh-Hans", ""), one.get("en", "")) for iri, one in said.items()})


def tagged(term: str) -> str:
    """A term with its language tag as we write it, which the parser has put into small letters.

    >>> tagged('"县"@zh-hans')
    '"县"@zh-Hans'
    """
    return term[:-4] + "Hans" if term.endswith('"@zh-hans') else term


def load_vocabulary(terms: Iterable[Term] = ()) -> Vocabulary:
    """The core ontology with the terms of the rule files added; raises RuleError with all faults.

    >>> load_vocabulary().superclasses("County")[0]
    'https://w3id.org/jiceng/ontology#Place'
    """
    known = set(core())
    added = tuple(terms)
    _check(added, _named(known, "Class"), _named(known, "ObjectProperty") | _named(known, "DatatypeProperty"))
    declared = {s for s, p, _ in known if p == f"<{RDF}type>"}
    known.update(statement for term in added for statement in _statements(term, declared))
    parents: dict[str, list[str]] = {}
    for s, p, o in sorted(known):
        if p == f"<{RDFS}subClassOf>":
            parents.setdefault(s[1:-1], []).append(o[1:-1])
    return Vocabulary(
        lines=tuple(sorted(f"{s} {p} {o} .\n" for s, p, o in known)),
        above={name: _above(JC + name, parents) for name in sorted(_named(known, "Class"))},
        texts=frozenset(_named(known, "DatatypeProperty")),
    )


def _named(statements: Iterable[tuple[str, str, str]], kind: str) -> set[str]:
    """The names of our terms of one OWL kind."""
    is_kind = (f"<{RDF}type>", f"<{OWL}{kind}>")
    return {s[1 + len(JC) : -1] for s, p, o in statements if (p, o) == is_kind and s.startswith(f"<{JC}")}


def _above(iri: str, parents: Mapping[str, list[str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    wave = [iri]
    while wave:
        # Of our own classes first: they are the nearer ones to a reader of ours.
        higher = {parent for one in wave for parent in parents.get(one, ())} - found.keys()
        wave = sorted(higher, key=lambda parent: (not parent.startswith(JC), parent))
        found.update(dict.fromkeys(wave))
    return tuple(found)


def _statements(term: Term, declared: set[str]) -> Iterable[tuple[str, str, str]]:
    """What a header says; of a term that the core declares only where else it is used, for the core words it better."""
    iri = f"<{JC}{term.name}>"
    if iri not in declared:
        kind = "Class" if term.kind == "class" else "ObjectProperty"
        yield iri, f"<{RDF}type>", f"<{OWL}{kind}>"
        yield iri, f"<{RDFS}label>", f'"{_escaped(term.zh)}"@zh-Hans'
        yield iri, f"<{RDFS}label>", f'"{_escaped(term.en)}"@en'
        if term.below:
            yield iri, f"<{RDFS}subClassOf>", f"<{JC}{term.below}>"
    for predicate, names in (("domainIncludes", term.domain), ("rangeIncludes", term.range)):
        for name in names:
            yield iri, f"<{SCHEMA}{predicate}>", f"<{JC}{name}>"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _check(terms: tuple[Term, ...], classes: set[str], properties: set[str]) -> None:
    classes = classes | {term.name for term in terms if term.kind == "class"}
    faults = []
    for term in terms:
        if not term.name.isidentifier() or not term.name.isascii():
            faults.append(f"'{term.name}' cannot name a term; use Latin letters and digits")
        elif term.name in (properties if term.kind == "class" else classes):
            faults.append(f"'{term.name}' cannot be both a class and a property")
        for name in {term.below, *term.domain, *term.range} - {""} - classes:
            faults.append(f"'{term.name}' speaks of the class '{name}', which nobody declares")
    if faults:
        raise RuleError("rules", f"{len(faults)} fault(s) in the headers", "\n  ".join(sorted(faults)))
