"""Names, words, numbers and dates in; the pieces of N-Triples lines out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain, compress, islice
from operator import itemgetter, ne

from kg.graph.write.vocabulary import DCTERMS, JC, OA, PROV, RDF, RDFS, XSD
from kg.iris import is_legal
from kg.model import Document, Evidence, Span, Stance

# A predicate with its blanks, between a subject and an object.
TYPE, OBJECT, PREDICATE, SUBJECT = (f" <{RDF}{name}> " for name in ("type", "object", "predicate", "subject"))
LABEL = f" <{RDFS}label> "
DERIVED = f" <{PROV}wasDerivedFrom> "
PART_OF = f" <{DCTERMS}isPartOf> "
START, END, EXACT = (f' <{OA}{name}> "' for name in ("start", "end", "exact"))
PERIOD, STATUS, RULE, SPEAKER = (f" <{JC}{name}> " for name in ("period", "status", "rule", "speaker"))
PAGE = f' <{JC}page> "'

# How a literal and its line end.
BOOLEAN, DATE, DECIMAL = (f'"^^<{XSD}{name}> .\n' for name in ("boolean", "date", "decimal"))
INTEGER, YEAR, ADDRESS = (f'"^^<{XSD}{name}> .\n' for name in ("integer", "gYear", "anyURI"))
CHINESE, PLAIN = '"@zh-Hans .\n', '" .\n'

# The strongest first: what one sentence states and another plans, is.
STANCES = (Stance.STATED, Stance.REPORTED, Stance.PLANNED, Stance.DENIED)
STATUSES = {stance: f"{STATUS}<{JC}{stance}> .\n" for stance in STANCES}

# What N-Triples cannot hold as it is, and what some readers take for the end of a line.
HOSTILE = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]')
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
FOUR_DIGITS = re.compile("[0-9]{4}")


def escaped(text: str) -> str:
    """Text as it stands between the quotation marks of a literal; half of a surrogate pair is no character.

    >>> print(escaped('推行"五联"机制'), escaped("\\ud800"))
    推行\\"五联\\"机制 \ufffd
    """
    # All that is hostile but for these two cannot be printed either, and to ask that is quick.
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return HOSTILE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return ESCAPES.get(char) or f"\\u{ord(char):04X}"


def once(lines: list[str]) -> list[str]:
    """The lines in their order, each once; the list that is given is sorted.

    >>> once(["b", "a", "b"])
    ['a', 'b']
    """
    # Most come in long sorted runs, which the sort only merges.
    lines.sort()
    return [*compress(lines, map(ne, lines, chain(islice(lines, 1, None), [""])))]


def number(value: Decimal) -> str:
    """A number without exponent and without needless digits.

    >>> number(Decimal("1.90")), number(Decimal("1E+2")), number(Decimal("-0.0"))
    ('1.9', '100', '0')
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def period(node: str, text: str) -> str:
    """The line that says when: a year is one, whatever else is words."""
    return f'{node}{PERIOD}"{escaped(text)}{YEAR if FOUR_DIGITS.fullmatch(text) else PLAIN}'


class Sheet:
    """What the lines of one document share: how it names things, and the passages cited so far."""

    def __init__(self, document: Document, base: str) -> None:
        self.id = document.id
        self.digits = document.id.removeprefix("doc-")
        self.base = base
        self._source = document.source
        self._passage = f"<{base}{document.id}-"
        self._nodes: dict[str, str] = {}
        self._cited: dict[tuple[int, int], str] = {}
        self._rules: dict[str, str] = {}

    def node(self, name: str) -> str:
        """A local name as a term."""
        term = self._nodes.get(name)
        if term is None:
            if not is_legal(name):
                raise ValueError(f"{name!r} is no local name; make it with kg.iris.slug")
            term = self._nodes[name] = f"<{self.base}{name}>"
        return term

    def derived(self, node: str, spans: Iterable[Span]) -> list[str]:
        """The lines that lead a node back to its passages."""
        lines, cited = [], self._cited
        for span in spans:
            start, end = place = span.start, span.end
            passage = cited.get(place)
            if passage is None:
                passage = cited[place] = f"{self._passage}{start}-{end}>"
            lines.append(f"{node}{DERIVED}{passage} .\n")
        return lines

    def told(self, node: str, evidence: Sequence[Evidence]) -> list[str]:
        """Whether it is so, who says it, by which rules it was found, and where it stands."""
        lines = [line for e in evidence for line in self.derived(node, e.spans)]
        for rule in dict.fromkeys([e.rule for e in evidence]):
            end = self._rules.get(rule) or self._rules.setdefault(rule, f'{RULE}"{escaped(rule)}{PLAIN}')
            lines.append(node + end)
        lines += [f"{node}{SPEAKER}{self.node(e.speaker)} .\n" for e in evidence if e.speaker]
        stance = evidence[0].stance if len(evidence) == 1 else min((e.stance for e in evidence), key=STANCES.index)
        lines.append(node + STATUSES[stance])
        return lines

    def passages(self) -> list[str]:
        """The passages cited so far, word for word; the lines are sorted."""
        lines: list[str] = []
        source = self._source
        part_of, is_passage = f"{PART_OF}{self.node(self.id)} .\n", f"{TYPE}<{JC}Passage> .\n"
        for (start, end), node in sorted(self._cited.items(), key=itemgetter(1)):
            lines += (
                node + part_of,
                node + is_passage,
                f"{node}{END}{end}{INTEGER}",
                f"{node}{EXACT}{escaped(source.text[start:end])}{PLAIN}",
                f"{node}{START}{start}{INTEGER}",
            )
            if source.pages:
                lines.append(f"{node}{PAGE}{source.page(start)}{INTEGER}")
        return lines
