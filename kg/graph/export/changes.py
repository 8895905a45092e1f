"""Two graphs in, what came, went or changed from one to the other out: entities, facts, figures and parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from kg.graph.query.statements import Statements, local
from kg.graph.write.vocabulary import JC, RDF, RDFS, SKOS, term_labels

# What is compared, in the order in which it is told.
KINDS = {"entities": "实体", "facts": "事实", "observations": "数据", "parts": "组成"}
BESIDE = frozenset({"Document", "Article", "Passage", "Fact", "Observation", "Part"})
# A file whose bytes changed is another document: so nodes of documents are compared by what they say.
OF_DOCUMENT = re.compile("doc-[0-9a-f]{16}-?")
ENTITY = {
    "label": f"{RDFS}label",
    "aliases": f"{SKOS}altLabel",
    "misprints": f"{SKOS}hiddenLabel",
    "definition": f"{SKOS}definition",
    "code": f"{JC}divisionCode",
}
# What no term of ours is called.
CHINESE = {
    "class": "类", "label": "名称", "aliases": "又作", "misprints": "误排", "definition": "释义", "code": "代码",
}  # fmt: skip
FACT = ("status", "role", "period", "level", "batch", "conferredBy", "speaker")
FIGURE = ("quantityText", "comparator", "value", "lower", "upper", "fromValue", "status")
PART = ("statedCount", "listedCount", "countVerified", "openList")

Said = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One thing that came, went or changed; what it said before and says now, by the name of what is said."""

    kind: str  # entities, facts, observations or parts
    how: str  # came, went or changed
    key: str  # what makes it the same thing in both graphs
    words: str  # what a reader calls it
    before: tuple[tuple[str, str], ...] = ()
    after: tuple[tuple[str, str], ...] = ()


def changes(old: Store, new: Store) -> list[Change]:
    """Everything that came, went or changed from the old graph to the new."""
    found: list[Change] = []
    then, now = _Side(old), _Side(new)
    for kind in KINDS:
        before, after = then.said(kind), now.said(kind)
        for key in sorted(before.keys() | after.keys()):
            if key not in before:
                found.append(Change(kind, "came", key, now.words(kind, key), (), _flat(after[key])))
            elif key not in after:
                found.append(Change(kind, "went", key, then.words(kind, key), _flat(before[key])))
            elif before[key] != after[key]:
                differ = {name for name in before[key] | after[key] if before[key].get(name) != after[key].get(name)}
                gone, come = ({n: side[key].get(n, ()) for n in differ} for side in (before, after))
                found.append(Change(kind, "changed", key, now.words(kind, key), _flat(gone), _flat(come)))
    return found


def _flat(said: Said) -> tuple[tuple[str, str], ...]:
    return tuple((name, "、".join(values)) for name, values in sorted(said.items()) if values)


class _Side:
    """What one of the two graphs says."""

    def __init__(self, store: Store) -> None:
        self._told = Statements(store)
        self._words: dict[tuple[str, str], str] = {}

    def said(self, kind: str) -> dict[str, dict[str, tuple[str, ...]]]:
        """Everything of one kind: by its key, what is said of it."""
        gather = {"entities": self._entities, "facts": self._facts, "observations": self._figures, "parts": self._parts}
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for key, words, said in gather[kind]():
            self._words[kind, key] = words
            for name, values in said.items():
                found[key][name].update(values)
        return {key: {n: tuple(sorted(v)) for n, v in said.items()} for key, said in found.items()}

    def words(self, kind: str, key: str) -> str:
        """What a reader calls it."""
        return self._words[kind, key]

    def _name(self, iri: str) -> str:
        return self._told.value(f"{RDFS}label", iri) or local(iri)

    def _values(self, node: str, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """What stands on a node, things by their names."""
        told = {name: self._told.table(JC + name).get(node, ()) for name in names}
        return {name: tuple(map(self._short, values)) for name, values in told.items() if values}

    def _short(self, value: str) -> str:
        return value.removeprefix(JC) if value.startswith(JC) else self._told.value(f"{RDFS}label", value) or value

    def _entities(self) -> Iterable[tuple[str, str, Said]]:
        for iri, types in self._told.table(f"{RDF}type").items():
            kinds = {kind.removeprefix(JC) for kind in types if kind.startswith(JC)}
            if not kinds or kinds & BESIDE:
                continue
            told = {name: self._told.table(predicate).get(iri, ()) for name, predicate in ENTITY.items()}
            yield _same(local(iri)), self._name(iri), {"class": tuple(sorted(kinds)), **told}

    def _facts(self) -> Iterable[tuple[str, str, Said]]:
        told = self._told
        for fact, subjects in told.table(f"{RDF}subject").items():
            predicate, thing = told.value(f"{RDF}predicate", fact), told.value(f"{RDF}object", fact)
            ends = (_same(local(subjects[0])), local(predicate), _same(local(thing)))
            words = f"{self._name(subjects[0])} —{local(predicate)}→ {self._name(thing)}"
            yield " ".join(ends), words, self._values(fact, FACT)

    def _figures(self) -> Iterable[tuple[str, str, Said]]:
        told = self._told
        for seen, subjects in told.table(f"{JC}observationOf").items():
            indicator, period = told.value(f"{JC}indicator", seen), told.value(f"{JC}period", seen)
            unit = told.value(f"{JC}unit", seen)
            key = " ".join((_same(local(subjects[0])), indicator, period, unit))
            yield (
                key,
                f"{self._name(subjects[0])} {indicator}{f' {period}' if period else ''}",
                self._values(seen, FIGURE),
            )

    def _parts(self) -> Iterable[tuple[str, str, Said]]:
        labels = self._told.table(f"{RDFS}label")
        for part in self._told.pointing(f"{RDF}type").get(f"{JC}Part", ()):
            key = _same(local(part))
            whole, _, place = key.rpartition("-")
            words = f"{whole} {place}: {'、'.join(labels.get(part, ()))}"
            yield key, words, {"label": labels.get(part, ()), **self._values(part, PART)}


def _same(name: str) -> str:
    """A local name without the document that it is of.

    >>> _same("doc-04d2c8c035c3ed96-寻乌县-机制-三联-1-2")
    '寻乌县-机制-三联-1-2'
    """
    return OF_DOCUMENT.sub("", name)


def as_words(found: Iterable[Change]) -> str:
    """The changes for a reader: how many of each kind, and each on a line of its own."""
    known = list(found)
    lines = []
    for kind, zh in KINDS.items():
        same = [one for one in known if one.kind == kind]
        came, went, changed = (sum(one.how == how for one in same) for how in ("came", "went", "changed"))
        lines.append(f"{zh} {kind}: +{came} -{went} ~{changed}")
        lines += [_line(one) for one in same]
    return "\n".join(lines) + "\n"


def _line(one: Change) -> str:
    sign = {"came": "+", "went": "-", "changed": "~"}[one.how]
    if one.how != "changed":
        said = "；".join(f"{_both(name)} {value}" for name, value in one.after or one.before if name in TOLD)
        return " ".join(f"  {sign} {one.words}{f'（{said}）' if said else ''}".splitlines())
    before, after = dict(one.before), dict(one.after)
    names = sorted(before.keys() | after.keys())
    said = "；".join(f"{_both(name)} {before.get(name, '∅')} → {after.get(name, '∅')}" for name in names)
    return " ".join(f"  {sign} {one.words}: {said}".splitlines())


def _both(name: str) -> str:
    """What is said of a thing, in both languages: 语气 status."""
    return f"{CHINESE.get(name) or term_labels()[JC + name][0]} {name}"


# Of what came or went, only this is told beside its name.
TOLD = frozenset({"class", "quantityText", "status", "period", "role"})
