"""What the store answers in; rows of plain values, and tables, CSV, JSON and Turtle of them, out."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, Triple

from kg.errors import QueryError
from kg.graph.write.formats import short, turtle
from kg.graph.write.vocabulary import BASE, JC, PREFIXES, XSD, tagged, term_labels

Term = NamedNode | BlankNode | Literal | Triple
Found = QueryBoolean | QuerySolutions | Iterable[Triple] | Iterable[Quad]
Rows = Callable[[Iterable[Any]], Iterable[Any]]
Value = str | int | bool | Decimal | None

INTEGERS, DECIMALS, TRUTHS = f"{XSD}integer", f"{XSD}decimal", f"{XSD}boolean"
NUMBERS = frozenset({INTEGERS, DECIMALS, f"{XSD}double", f"{XSD}float"})
# Where the parser stopped, as in “error at 2:16”.
SYNTAX = re.compile(r"(?:error )?at (\d+:\d+)")
_compact = json.JSONEncoder(ensure_ascii=False).encode
# What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a query found; those of CONSTRUCT and DESCRIBE are statements, that of ASK is one truth."""

    form: str  # select, ask or construct
    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    base: str = BASE

    def __iter__(self) -> Iterator[dict[str, Value]]:
        """The rows with their values as Python has them: `row["机制"]`."""
        return (dict(zip(self.columns, map(value, row), strict=True)) for row in self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __bool__(self) -> bool:
        """What ASK found out; of other queries, whether they found anything."""
        return bool(value(self.terms[0][0])) if self.form == "ask" else bool(self.terms)


def gathered(found: Found, base: str = BASE, rows: Rows = iter) -> Answer:
    """What was found as an answer, of statements each once and in order; `rows` sees them as they come."""
    if isinstance(found, QueryBoolean):
        return Answer("ask", ("answer",), ((Literal(bool(found)),),), base)
    if isinstance(found, QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
        return Answer("select", columns, tuple(tuple(row) for row in rows(found)), base)
    statements = {(one.subject, one.predicate, one.object) for one in rows(found)}
    terms = tuple(sorted(statements, key=lambda statement: tuple(map(str, statement))))
    return Answer("construct", ("subject", "predicate", "object"), terms, base)


def fault(error: Exception, remedy: str = "") -> QueryError:
    """What pyoxigraph says of a query that it cannot run, as we say it: where, and not the grammar."""
    if isinstance(error, SyntaxError):
        at = SYNTAX.search(str(error))
        where = f"query {at[1]}" if at else "query"
        return QueryError(where, "is not SPARQL from here on", "see the named queries for examples")
    return QueryError("query", str(error), remedy)


def value(term: Term | None) -> Value:
    """A term as a plain value: numbers and truths as such, IRIs and words as text.

    >>> value(Literal("1.9", datatype=NamedNode(f"{XSD}decimal"))), value(Literal("县", language="zh-Hans"))
    (Decimal('1.9'), '县')
    """
    if term is None:
        return None
    if not isinstance(term, Literal):
        return term.value if isinstance(term, NamedNode) else str(term)
    kind = term.datatype.value
    if kind == TRUTHS:
        return term.value in {"true", "1"}
    try:
        return int(term.value) if kind == INTEGERS else Decimal(term.value) if kind == DECIMALS else term.value
    except (ValueError, ArithmeticError):
        # A query may call anything a number.
        return term.value


def table(answer: Answer) -> list[tuple[str, ...]]:
    """The rows as words to read: IRIs behind their prefixes, our terms by their Chinese names too, nothing for nothing.

    >>> table(Answer("select", ("关系",), ((NamedNode(f"{JC}adopts"),),)))
    [('推行 jc:adopts',)]
    """
    namespaces = {namespace: f"{prefix}:" for prefix, namespace in {"id": answer.base, **PREFIXES}.items()}
    return [tuple(_words(term, namespaces) for term in row) for row in answer.terms]


def _words(term: Term | None, namespaces: dict[str, str]) -> str:
    if isinstance(term, Literal):
        return term.value
    if term is None:
        return ""
    name = short(str(term), namespaces)
    if not isinstance(term, NamedNode) or not term.value.startswith(JC):
        return name
    chinese, _ = term_labels().get(term.value, ("", ""))
    return f"{chinese} {name}".lstrip()


def as_csv(answer: Answer) -> str:
    """The rows as CSV; a text that a spreadsheet would run as a formula is quoted for it with '."""
    onto = io.StringIO()
    rows = csv.writer(onto, lineterminator="\n")
    rows.writerow(answer.columns)
    rows.writerows([_cell(term) for term in row] for row in answer.terms)
    return onto.getvalue()


def _cell(term: Term | None) -> str:
    if isinstance(term, Literal):
        return "'" + term.value if term.value.startswith(FORMULA) and term.datatype.value not in NUMBERS else term.value
    return str(value(term) or "")


def as_json(answer: Answer) -> str:
    """The rows in the SPARQL 1.1 JSON results format."""
    if answer.form == "ask":
        return json.dumps({"head": {}, "boolean": bool(answer)}) + "\n"
    head = _compact({"vars": list(answer.columns)})
    # A row to a line; json's own indentation takes ten times as long.
    bindings = ",\n".join(
        _compact({name: _json(term) for name, term in zip(answer.columns, row, strict=True) if term is not None})
        for row in answer.terms
    )
    return f'{{"head": {head}, "results": {{"bindings": [\n{bindings}\n]}}}}\n'


def _json(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": tagged(str(term)).rpartition("@")[2]}
    if term.datatype.value == f"{XSD}string":
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def as_turtle(answer: Answer) -> str:
    """The statements of CONSTRUCT or DESCRIBE as Turtle; other answers are no graph."""
    if answer.form != "construct":
        raise QueryError("query", "answers with a table, which Turtle cannot hold", "ask with CONSTRUCT or DESCRIBE")
    lines = sorted({" ".join(tagged(str(term)) for term in row) + " .\n" for row in answer.terms})
    return turtle(lines, answer.base).decode("utf-8")
