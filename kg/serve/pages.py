"""What a page shows in, its HTML out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2
from starlette.responses import HTMLResponse

from kg.graph.query.queries import named_queries, standalone
from kg.graph.write.vocabulary import PREFIXES, term_labels
from kg.iris import is_legal
from kg.serve.entity import Thing

PAGES = Path(__file__).parent / "page"
# Nothing is loaded from elsewhere and no script runs but ours; the editor sets styles where it draws.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
EXAMPLE = """# 谁在推行什么机制？ Which mechanism is adopted by whom?
SELECT ?谁 ?机制 {
  ?a jc:adopts ?b .
  ?a rdfs:label ?谁 .
  ?b rdfs:label ?机制 .
} LIMIT 100"""


def page(template: str, status: int = 200, **shown: object) -> HTMLResponse:
    """One of our pages with what it shows."""
    html = _environment().get_template(template).render(**shown)
    return HTMLResponse(html, status, {"Content-Security-Policy": POLICY, "Vary": "Accept"})


def editor(base: str, query: str | None) -> HTMLResponse:
    """The editor, with a query in it or an example."""
    queries = [
        {
            "name": one.name,
            "question": f"{one.question_zh} {one.question_en}",
            "needs": one.needs,
            "text": standalone(one.sparql, base=base),
            "example": dict(one.on_seeds[0].bound),
        }
        for one in named_queries().values()
    ]
    data = {"base": base, "queries": queries, "first": query, "example": standalone(EXAMPLE, base=base)}
    return page("editor.html.jinja", data=_script_json(data), queries=queries)


def entity(thing: Thing, base: str) -> HTMLResponse:
    """The page of a thing."""
    return page("entity.html.jinja", thing=thing, links=_Links(base), terms=term_labels())


def missing(name: str, found: list[str], base: str) -> HTMLResponse:
    """The page that stands where there is nothing, with what else has the name."""
    return page("missing.html.jinja", 404, name=name, found=found, links=_Links(base))


class _Links:
    """Where an IRI leads on this server, and how it is called for short."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._prefixes: Mapping[str, str] = {"id": base, **PREFIXES}

    def to(self, iri: str) -> str:
        """The address of a thing's page; none where the IRI is not of this graph."""
        local = iri.removeprefix(self._base)
        return f"/id/{local}" if local != iri and is_legal(local) else ""

    def short(self, iri: str) -> str:
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri[len(namespace) :]}" if prefix != "id" else iri[len(namespace) :]
        return iri


def _script_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(PAGES), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
