"""Sorted N-Triples lines in, JSON-LD that reads well out: short names, and each value as plainly as JSON can say it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Any

from pyoxigraph import RdfFormat, parse

from kg.graph.write.vocabulary import (
    BASE,
    DCTERMS,
    JC,
    OA,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    XSD,
    core,
    tagged,
)

TAG = "zh-Hans"
# What stands in a graph of ours in other vocabularies, by the kind of its values.
OTHERS = {
    RDFS: {"label": TAG},
    SKOS: {"altLabel": TAG, "hiddenLabel": TAG, "definition": TAG},
    RDF: {"subject": "@id", "predicate": "@id", "object": "@id"},
    PROV: {"wasDerivedFrom": "@id"},
    OA: {"start": "", "end": "", "exact": ""},
    DCTERMS: {"isPartOf": "@id", "creator": "@id", "title": TAG, "identifier": "", "source": "", "issued": ""},
}
# JSON has these itself.
NATIVE = {f"{XSD}integer": re.compile("0|-?[1-9][0-9]{0,14}"), f"{XSD}boolean": re.compile("true|false")}


@cache
def terms() -> Mapping[str, tuple[str, str]]:
    """Each property's IRI with its short name and the kind of its values: @id, a language, a datatype, or nothing."""
    known = {f"{namespace}{name}": (name, kind) for namespace, names in OTHERS.items() for name, kind in names.items()}
    ranges: dict[str, set[str]] = {}
    kinds: dict[str, str] = {}
    for s, p, o in core():
        if s.startswith(f"<{JC}") and p == f"<{SCHEMA}rangeIncludes>":
            ranges.setdefault(s[1:-1], set()).add(o[1:-1])
        elif s.startswith(f"<{JC}") and p == f"<{RDF}type>" and o.startswith(f"<{OWL}"):
            kinds[s[1:-1]] = max(kinds.get(s[1:-1], ""), o[1 + len(OWL) : -1])
    for iri, kind in kinds.items():
        if kind == "Class":
            continue
        (first, *more) = sorted(ranges.get(iri, {""}))
        is_relation = kind != "DatatypeProperty"
        value = "@id" if is_relation else "" if more or first in NATIVE or first == f"{XSD}string" else first
        known[iri] = (iri.removeprefix(JC), TAG if value == f"{RDF}langString" else value)
    return MappingProxyType(known)


def context(base: str = BASE) -> dict[str, Any]:
    """What the short names mean."""
    said: dict[str, Any] = {"id": base, **PREFIXES, "@vocab": JC}
    prefixes = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    for iri, (name, kind) in sorted(terms().items(), key=lambda pair: pair[1]):
        short = _short(iri, prefixes)
        more = {"@language": kind} if kind == TAG else {"@type": _short(kind, prefixes)} if kind else {}
        if more or not iri.startswith(JC):
            said[name] = {"@id": short, **more} if more else short
    return said


def jsonld_blocks(lines: Iterable[str], base: str = BASE) -> Iterator[str]:
    """The graph as JSON-LD, subject by subject."""
    yield '{\n "@context": ' + _indented(context(base)) + ',\n "@graph": ['
    prefixes = {namespace: prefix for prefix, namespace in {**PREFIXES, "id": base}.items()}
    between = ""
    for _, group in groupby(lines, key=lambda line: line[: line.index(" ")]):
        yield f"{between}\n {_indented(_node(''.join(group), prefixes))}"
        between = ","
    yield "\n ]\n}\n"


def _indented(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n ")


def _node(lines: str, prefixes: Mapping[str, str]) -> dict[str, Any]:
    node: dict[str, Any] = {}
    for one in parse(lines, format=RdfFormat.N_TRIPLES):
        thing, predicate = one.object, one.predicate.value
        node["@id"] = _short(str(one.subject)[1:-1], prefixes)
        if predicate == f"{RDF}type":
            node.setdefault("@type", []).append(_class(str(thing)[1:-1], prefixes))
            continue
        name, kind = terms().get(predicate, (_short(predicate, prefixes), ""))
        node.setdefault(name, []).append(_value(tagged(str(thing)), thing, kind, prefixes))
    # Our own classes before those of others; and one value needs no list.
    if "@type" in node:
        node["@type"].sort(key=lambda name: ":" in name)
    ordered: dict[str, Any] = {key: node[key] for key in ("@id", "@type") if key in node}
    return {**ordered, **{key: _plain(values) for key, values in node.items()}}


def _plain(values: Any) -> Any:
    return values[0] if isinstance(values, list) and len(values) == 1 else values


def _class(iri: str, prefixes: Mapping[str, str]) -> str:
    name = iri.removeprefix(JC)
    return name if name != iri and name.isalnum() and name not in prefixes.values() else _short(iri, prefixes)


def _value(term: str, thing: Any, kind: str, prefixes: Mapping[str, str]) -> Any:
    """A value as plainly as its property lets it be said."""
    if term[0] != '"':
        iri = _short(thing.value, prefixes)
        return iri if kind == "@id" else {"@id": iri}
    text: str = thing.value
    if thing.language:
        language = term.rpartition("@")[2]
        return text if language == kind else {"@value": text, "@language": language}
    datatype: str = thing.datatype.value
    if kind == datatype or (not kind and datatype == f"{XSD}string"):
        return text
    if not kind and datatype in NATIVE and NATIVE[datatype].fullmatch(text):
        return json.loads(text)
    return {"@value": text} if datatype == f"{XSD}string" else {"@value": text, "@type": _short(datatype, prefixes)}


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI behind its prefix, where that reads back as the same."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = prefixes.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and cut < len(iri) else iri
