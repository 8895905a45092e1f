"""What another endpoint sent in, an answer like our own out."""

from __future__ import annotations

from pyoxigraph import Literal, QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results

from kg.errors import QueryError
from kg.graph.answers import Answer
from kg.graph.vocabulary import BASE

ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8"


def answer_of(media: str, body: bytes, base: str = BASE) -> Answer:
    """The answer that stands in a response.

    >>> body = b'{"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "literal", "value": "1"}}]}}'
    >>> list(answer_of("application/sparql-results+json", body))
    [{'n': '1'}]
    """
    kind = media.partition(";")[0].strip().lower()
    try:
        tables = QueryResultsFormat.from_media_type(kind)
        if tables is not None:
            return _table(body, tables, base)
        graphs = RdfFormat.from_media_type(kind)
        if graphs is not None:
            found = {(one.subject, one.predicate, one.object) for one in parse(body, format=graphs)}
            terms = tuple(sorted(found, key=lambda statement: tuple(map(str, statement))))
            return Answer("construct", ("subject", "predicate", "object"), terms, base)
    except (SyntaxError, ValueError) as error:
        raise QueryError("answer", f"is not the {kind} that it says: {error}") from error
    raise QueryError("answer", f"is of a kind unknown here: {kind or 'none'}")


def _table(body: bytes, form: QueryResultsFormat, base: str) -> Answer:
    found = parse_query_results(body, format=form)
    if isinstance(found, QueryBoolean):
        return Answer("ask", ("answer",), ((Literal(bool(found)),),), base)
    columns = tuple(variable.value for variable in found.variables)
    return Answer("select", columns, tuple(tuple(row) for row in found), base)
