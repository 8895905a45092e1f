"""The lines of a graph in, what each of its documents says out."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.graph.write.lines import DERIVED, EXACT, OBJECT, PREDICATE, STATUS, SUBJECT
from kg.graph.write.vocabulary import JC, SKOS

# What stands on a node of one document holds that document's digits.
OWNED = re.compile(r"<[^<>]*?(?:doc|fact|obs)-([0-9a-f]{16})(?:-[^<>]*)?>")
HOLDS = (f"<{JC}Stated>", f"<{JC}Reported>")
# The spellings of a name: of all that stands on an entity itself, only these are not the same in each document.
SPELLINGS = tuple(f" <{SKOS}{name}> " for name in ("altLabel", "hiddenLabel", "definition"))
ESCAPED = re.compile(r"\\(u[0-9A-F]{4}|.)")
QUOTE, QUOTES = '"', re.compile("[“”]+|\"+|''")
PLAIN = {"n": "\n", "r": "\r", "t": "\t"}


def by_document(lines: Iterable[str]) -> dict[str, list[str]]:
    """Each document's id with its own lines; their union is the graph, and what two documents say stands with both.

    >>> document, county = "<https://a.b/doc-0123456789abcdef>", "<https://a.b/云岭县>"
    >>> said = [f"{document} <a:about> {county} .", f"{county}{DERIVED}{document} .", f'{county} <a:label> "云岭县" .']
    >>> {name: len(lines) for name, lines in by_document(said).items()}
    {'doc-0123456789abcdef': 3}
    """
    known = tuple(lines)
    index = _Index(known)
    split: dict[str, list[str]] = {f"doc-{digits}": [] for digits in sorted(index.documents)}
    for line in known:
        for digits in index.speakers(line):
            split[f"doc-{digits}"].append(line)
    return split


class _Index:
    """Who says what, as far as one has to look it up."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.documents: set[str] = set()
        self._passages: dict[str, str] = {}
        self._cited: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
        facts: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for line in lines:
            subject, predicate, thing = parted(line)
            owner = OWNED.fullmatch(subject)
            if owner:
                self.documents.add(owner[1])
                if predicate in (SUBJECT, PREDICATE, OBJECT, STATUS):
                    facts[subject][predicate] = thing
                elif predicate == EXACT[:-1]:
                    self._passages[subject] = squeezed(thing)
            elif predicate == DERIVED and (cited := OWNED.fullmatch(thing)):
                self._cited[subject].setdefault(cited[1], []).append(thing)
        self._facts = self._held(facts)

    @staticmethod
    def _held(facts: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, ...], set[str]]:
        held: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for node, said in facts.items():
            if said.get(STATUS) in HOLDS and (owner := OWNED.fullmatch(node)):
                key = tuple(said.get(part, "") for part in (SUBJECT, PREDICATE, OBJECT))
                held[key].add(owner[1])
        return held

    def speakers(self, line: str) -> Iterator[str]:
        """The digits of the documents that say what a line says."""
        subject, predicate, thing = parted(line)
        owner = OWNED.fullmatch(subject) or OWNED.fullmatch(thing)
        if owner:
            yield owner[1]
            return
        stating = self._facts.get((subject, predicate.strip(), thing))
        cited = self._cited.get(subject, {})
        if stating:
            yield from sorted(stating)
        elif predicate in SPELLINGS:
            yield from sorted(self._spelling(thing, cited) or cited or self.documents)
        else:
            yield from sorted(cited or self.documents)

    def _spelling(self, thing: str, cited: Mapping[str, Iterable[str]]) -> list[str]:
        """The documents that write a name so, or where none does so by itself, within a longer passage."""
        words = squeezed(thing)
        said = {digits: {self._passages.get(passage, "") for passage in found} for digits, found in cited.items()}
        alone = [digits for digits, texts in said.items() if any(words in spellings(text) for text in texts)]
        return alone or [digits for digits, texts in said.items() if any(words in text for text in texts)]


def spellings(words: str) -> set[str]:
    """What a passage that names a thing lets one call it: all of it, its quoted core, and what begins with that.

    >>> sorted(spellings('云岭县"三联"机制'))
    ['"三联"机制', '三联', '三联机制', '云岭县"三联"机制']
    """
    opening = words.find(QUOTE)
    closing = words.find(QUOTE, opening + 1)
    if min(opening, closing) < 0:
        return {words}
    return {words, words[opening + 1 : closing], words[opening:], words[opening:].replace(QUOTE, "")}


def parted(line: str) -> tuple[str, str, str]:
    """Subject, predicate with the blanks round it, and object of an N-Triples line."""
    start = line.index(" ")
    middle = line.index(" ", start + 1) + 1
    return line[:start], line[start:middle], line[middle : line.rindex(" .")]


def squeezed(literal: str) -> str:
    """The words of a literal without what differs from print to print: blanks, widths, forms of quotation marks.

    >>> squeezed('"文明 \\\\n县"@zh-Hans'), squeezed('"４Ａ"')
    ('文明县', '4A')
    """
    text = ESCAPED.sub(_unescaped, literal[1 : literal.rindex('"')])
    return QUOTES.sub(QUOTE, "".join(unicodedata.normalize("NFKC", text).split()))


def _unescaped(match: re.Match[str]) -> str:
    sign = match[1]
    return PLAIN.get(sign) or (chr(int(sign[1:], 16)) if len(sign) > 1 else sign)
