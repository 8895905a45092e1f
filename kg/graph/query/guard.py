"""A query in, a refusal out where it would write, or speak to anybody outside."""

from __future__ import annotations

import re

from kg.errors import QueryError

READ_ONLY = "only SELECT, ASK, CONSTRUCT and DESCRIBE on this graph are run"
LIMIT = 65_536  # characters; nobody writes a longer query by hand

# What the store takes for a keyword must never look like a part of a name or a string here. So a name ends at a
# point, also where SPARQL lets it go on: the store reads jc:a.b.SERVICE as two words.
# A prefix has an end: what never meets its colon is not to be read again from each of its dots.
TOKEN = re.compile(
    r"""
      (?P<string> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
    | (?P<iri> <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8})*> )
    | (?P<comment> \#[^\r\n]* )
    | (?P<variable> [?$]\w+ )
    | (?P<language> @[a-zA-Z]+(?:-[a-zA-Z0-9]+)* )
    | (?P<name> (?P<prefix>[\w.-]{0,64}):(?:[\w:][\w:-]*)? )
    | (?P<escape> \\[uU]\w* )
    | (?P<word> \w+ )
    | (?P<quote> ["'] )
    """,
    re.VERBOSE | re.DOTALL,
)
# SERVICE asks other servers; the others read files or write. The store needs no blank before or after a keyword:
# 1SERVICE and SERVICE:x are calls as well, so the word is refused also inside of others.
OUTSIDE = "SERVICE"
WRITING = frozenset(
    ["ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "FROM", "INSERT", "INTO", "LOAD", "MOVE", "USING", "WITH"]
)


def check_query(sparql: str) -> None:
    """Raise QueryError for a query that would leave the graph or change it.

    >>> check_query("SELECT ?service { ?service a jc:SERVICE } # LOAD")
    >>> check_query("SELECT * { SERVICE <http://a.b/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    kg.errors.QueryError: query 1:12: 'SERVICE' is not allowed
      only SELECT, ASK, CONSTRUCT and DESCRIBE on this graph are run
    """
    if len(sparql) > LIMIT:
        raise QueryError("query", f"is longer than {LIMIT} characters", "ask less at once")
    for token in TOKEN.finditer(sparql):
        word = (token["word"] or "").upper()
        # Nobody has to spell a word by the numbers of its letters, who does not want to hide it.
        hidden = token["escape"] or OUTSIDE in (token["prefix"] or "").upper()
        if hidden or OUTSIDE in word or word in WRITING:
            raise QueryError(f"query {place(sparql, token.start())}", f"'{token[0]}' is not allowed", READ_ONLY)
        if token["quote"]:
            raise QueryError(f"query {place(sparql, token.start())}", "a string has no end", "close its quotation mark")


def place(text: str, offset: int) -> str:
    """Line and column, both from 1.

    >>> place("SELECT *\\n{ ?s", 11)
    '2:3'
    """
    before = text[:offset]
    return f"{before.count(chr(10)) + 1}:{offset - (before.rfind(chr(10)) + 1) + 1}"
