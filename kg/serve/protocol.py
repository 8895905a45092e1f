"""A request of the SPARQL 1.1 Protocol in, the query that it asks out."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.graph.query.guard import LIMIT
from kg.serve.refusal import Refused

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
# What is not kept of a body is still read, so that its sender hears the answer; beyond this he is cut off.
KEPT, HEARD = 1 << 20, 1 << 26
READ_ONLY = "this endpoint is read-only"


async def asked(request: Request, seconds: float) -> str | None:
    """The query of a request; None where it asks nothing. Raises Refused."""
    parameters = _pairs(request.scope["query_string"])
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in (FORM, QUERY, UPDATE):
            raise Refused(415, f"send {FORM} or {QUERY}", Accept_Post=f"{FORM}, {QUERY}")
        body = await _body(request, seconds)
        if kind == UPDATE:
            raise Refused(403, READ_ONLY)
        parameters += _pairs(body) if kind == FORM else [("query", _text(body))]
    _check_names([name for name, _ in parameters])
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) > 1:
        raise Refused(400, "several queries were sent")
    if request.method == "POST" and not queries:
        raise Refused(400, "no query was sent")
    # An empty query is one, and has a fault.
    return queries[0] if queries else None


def _check_names(names: list[str]) -> None:
    if "update" in names or "using-graph-uri" in names or "using-named-graph-uri" in names:
        raise Refused(403, READ_ONLY)
    if "default-graph-uri" in names or "named-graph-uri" in names:
        raise Refused(403, "only this graph is queried: leave out default-graph-uri and named-graph-uri")


async def _body(request: Request, seconds: float) -> bytes:
    body, heard = b"", 0
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                heard += len(chunk)
                if heard <= KEPT:
                    body += chunk
                elif heard > HEARD:
                    break
    except TimeoutError:
        raise Refused(408, "the request did not come to its end", Connection="close") from None
    if heard > KEPT:
        raise Refused(400, f"a query is longer than {LIMIT} characters", Connection="close")
    return body


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "the request is not UTF-8") from None


def _pairs(data: bytes) -> list[tuple[str, str]]:
    """The parameters of an address or a form.

    >>> _pairs("query=ASK+%7B%7D&名=%E5%8E%BF".encode())
    [('query', 'ASK {}'), ('名', '县')]
    """
    try:
        return parse_qsl(_text(data), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError:
        raise Refused(400, "the request cannot be read as UTF-8 parameters") from None
