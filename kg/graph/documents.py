"""The lines of a graph in, the lines that each of its documents said out."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from kg.graph.vocabulary import BASE, DCTERMS, JC, OA, PROV, RDF, RDFS, SKOS

# The nodes of one document have its sixteen digits in their names.
OWN = re.compile(r"(?:doc|fact|obs)-([0-9a-f]{16})(?![0-9a-f])")
# Which spellings a document uses, its own passages show.
SPELLINGS = frozenset({f"<{SKOS}altLabel>", f"<{SKOS}hiddenLabel>", f"<{SKOS}definition>"})
NO_LETTER = re.compile(r"[\W_]+")


def by_document(lines: Iterable[str], base: str = BASE) -> dict[str, list[str]]:
    """Each document's id with its sorted lines; what several say stands with each of them.

    >>> passage = f"<{BASE}doc-0123456789abcdef-0-3>"
    >>> list(by_document([f"<{BASE}云岭县> <{PROV}wasDerivedFrom> {passage} .\\n"]))
    ['doc-0123456789abcdef']
    """
    known = [_terms(line) for line in lines]
    said = _Said(known, len(base) + 1)
    found: dict[str, list[str]] = defaultdict(list)
    for subject, predicate, thing, line in known:
        for digits in said.by(subject, predicate, thing):
            found[f"doc-{digits}"].append(line)
    return dict(sorted(found.items()))


def _terms(line: str) -> tuple[str, str, str, str]:
    subject, predicate, rest = line.split(" ", 2)
    return subject, predicate, rest[: rest.rindex(" .")], line


class _Said:
    """Which documents speak of what."""

    def __init__(self, lines: Iterable[tuple[str, str, str, str]], start: int) -> None:
        self._start = start
        self._of: dict[str, set[str]] = defaultdict(set)
        self._words: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._facts: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._labels: dict[str, str] = {}
        nodes: dict[str, dict[str, str]] = defaultdict(dict)
        exact: dict[str, str] = {}
        passages: list[tuple[str, str]] = []
        for subject, predicate, thing, _ in lines:
            digits = self._own(subject)
            if predicate == f"<{PROV}wasDerivedFrom>" and not digits:
                passages.append((subject, thing))
            elif predicate == f"<{OA}exact>":
                exact[subject] = thing
            elif predicate == f"<{RDFS}label>":
                self._labels[subject] = _words(thing)
            elif predicate.startswith(f"<{RDF}") and digits:
                nodes[subject][predicate] = thing
        for subject, passage in passages:
            digits = self._own(passage)
            self._of[subject].add(digits)
            self._words[subject, digits].append(_letters(exact.get(passage, "")))
        for fact, told in nodes.items():
            if len(told) == 4:
                key = (told[f"<{RDF}subject>"], told[f"<{RDF}predicate>"], told[f"<{RDF}object>"])
                self._facts[key].add(self._own(fact))

    def by(self, subject: str, predicate: str, thing: str) -> Iterable[str]:
        """The documents that make a statement, by their digits."""
        own = self._own(subject)
        if own:
            return (own,)
        told = self._facts.get((subject, predicate, thing))
        if told:
            return told
        part = self._own(thing) if thing.startswith("<") else ""
        if part and predicate in (f"<{PROV}wasDerivedFrom>", f"<{JC}hasPart>", f"<{DCTERMS}isPartOf>"):
            return (part,)
        everyone = self._of.get(subject, set())
        if predicate in SPELLINGS and len(everyone) > 1:
            return {digits for digits in everyone if self._uses(digits, subject, _words(thing))} or everyone
        return everyone

    def _uses(self, digits: str, subject: str, spelling: str) -> bool:
        """Whether a document spells a name so; what is only a piece of the whole name (江西 of 江西省) is not meant."""
        label = self._labels.get(subject, "")
        whole = label if spelling in label else ""
        said = self._words[subject, digits]
        return any(spelling in (words.replace(whole, " ") if whole else words) for words in said)

    def _own(self, term: str) -> str:
        found = OWN.match(term, self._start)
        return found[1] if found else ""


def _words(literal: str) -> str:
    return _letters(literal[: literal.rindex('"')])


def _letters(text: str) -> str:
    """The letters of a text, without what a page puts between them."""
    return NO_LETTER.sub("", unicodedata.normalize("NFKC", text))
