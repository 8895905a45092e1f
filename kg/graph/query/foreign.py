"""What another endpoint sent in, an answer like our own out."""

from __future__ import annotations

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from kg.errors import QueryError
from kg.graph.query.answers import Answer, gathered
from kg.graph.write.vocabulary import BASE

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
            return gathered(parse_query_results(body, format=tables), base)
        graphs = RdfFormat.from_media_type(kind)
        if graphs is not None:
            return gathered(parse(body, format=graphs), base)
    except (SyntaxError, ValueError) as error:
        raise QueryError("answer", f"is not the {kind} that it says: {error}") from error
    raise QueryError("answer", f"is of a kind unknown here: {kind or 'none'}")
