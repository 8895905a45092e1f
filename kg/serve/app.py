"""A graph's workers in, the web application that answers from them out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from kg.graph.endpoint import Kept
from kg.graph.query.media import STATEMENTS, best
from kg.iris import is_legal
from kg.serve import pages
from kg.serve.description import description
from kg.serve.doors import Doors
from kg.serve.entity import called, statements, thing
from kg.serve.limits import Limits
from kg.serve.pool import Pool, PoolError, Told
from kg.serve.protocol import asked
from kg.serve.refusal import Refused, on_http, on_refusal, said

HTML = "text/html"
OURS = Path(__file__).parent
# What a build writes beside the page, and a reader may want to see or to take away.
WRITTEN = {"rejected.tsv": "text/tab-separated-values; charset=utf-8", "graph.ttl": "text/turtle; charset=utf-8"}


def application(kept: Kept, page: Path, limits: Limits, origins: frozenset[str] = frozenset()) -> Starlette:
    """The web application of a graph; `page` is the HTML that was built with it, `origins` are who else may ask."""
    pool = Pool(kept, limits)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = pool
        await pool.open()
        try:
            yield
        finally:
            await pool.close()

    site = Site(kept, page, limits, pool)
    middleware = [Middleware(Doors, origins=origins)]
    if origins:
        cors = partial(CORSMiddleware, allow_methods=["GET", "POST"], allow_headers=["Content-Type", "Accept"])
        middleware.append(Middleware(cors, allow_origins=sorted(origins)))
    return Starlette(
        routes=[
            Route("/", site.page),
            Route("/sparql", site.sparql, methods=["GET", "POST"]),
            Route("/id/{name:path}", site.entity),
            *(Route(f"/{name}", partial(site.written, name)) for name in WRITTEN),
            Mount("/static", _Files(directory=OURS / "page")),
            Mount("/vendor", _Files(directory=OURS / "vendor")),
        ],
        middleware=middleware,
        exception_handlers={Refused: on_refusal, HTTPException: on_http},
        lifespan=life,
    )


class _Files(StaticFiles):
    """Files of ours; the templates among them are nothing to read."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path.endswith(".jinja"):
            raise HTTPException(404)
        return await super().get_response(path, scope)


class Site:
    """What each address answers."""

    def __init__(self, kept: Kept, page: Path, limits: Limits, pool: Pool) -> None:
        self._kept, self._page, self._limits, self._pool = kept, page, limits, pool

    async def page(self, _: Request) -> Response:
        """The page that was built with the graph."""
        if not self._page.is_file():
            return RedirectResponse("/sparql")
        return FileResponse(self._page, media_type=HTML, headers={"Cache-Control": "no-cache"})

    async def written(self, name: str, _: Request) -> Response:
        """A file that was built with the graph: what was left out and why, or the Turtle."""
        path = self._page.parent / name
        if not path.is_file():
            raise HTTPException(404)
        return FileResponse(path, media_type=WRITTEN[name], headers={"Cache-Control": "no-cache"})

    async def sparql(self, request: Request) -> Response:
        """The endpoint: answers queries, describes itself, and shows an editor to whoever comes with a browser."""
        accept = request.headers.get("accept", "")
        query = await asked(request, self._limits.headers)
        if request.method != "POST" and prefers_html(accept):
            return pages.editor(self._kept.base, query)
        if query is None:
            return self._description(request, accept)
        return _response(await self._answer(request, query, accept))

    def _description(self, request: Request, accept: str) -> Response:
        media = best(accept, list(STATEMENTS))
        if media is None:
            return said(406, "there are " + ", ".join((HTML, *STATEMENTS)))
        here = f"http://{request.headers['host']}/sparql"
        return _response(Told(200, media, description(here, self._kept, STATEMENTS[media])))

    async def entity(self, request: Request) -> Response:
        """A thing of the graph: a page for people, RDF for machines."""
        name: str = request.path_params["name"]
        ask = partial(self._answer, request)
        accept = request.headers.get("accept", "")
        media = best(accept, [HTML, *STATEMENTS])
        if media is None:
            return said(406, "there are " + ", ".join((HTML, *STATEMENTS)))
        if media != HTML:
            if not is_legal(name):
                raise Refused(404, "")
            return _response(await statements(self._kept.base + name, accept, ask))
        try:
            return pages.entity(await thing(self._kept.base, name, ask), self._kept.base)
        except Refused as refused:
            if refused.status != 404:
                raise
            return pages.missing(name, await called(name, ask), self._kept.base)

    async def _answer(self, request: Request, query: str, accept: str) -> Told:
        """What a worker says; when the client hangs up before, the query is ended."""
        asking = asyncio.ensure_future(self._pool.ask(query, accept))
        leaving = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait([asking, leaving], return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                raise Refused(499, "the client has hung up")
            return asking.result()
        except PoolError as error:
            headers = {"Retry_After": "2"} if error.status == 503 else {}
            raise Refused(error.status, str(error), **headers) from None
        finally:
            for task in (asking, leaving):
                task.cancel()
                with suppress(asyncio.CancelledError, PoolError):
                    await task


async def _gone(request: Request) -> None:
    """Wait until the client has hung up."""
    while (await request.receive())["type"] != "http.disconnect":
        continue


def prefers_html(accept: str) -> bool:
    """Whether a browser asks, and not a program that takes anything.

    >>> prefers_html("text/html,application/xml;q=0.9,*/*;q=0.8"), prefers_html("*/*"), prefers_html("text/turtle")
    (True, False, False)
    """
    return HTML in accept and best(accept, [HTML, *STATEMENTS]) == HTML


def _response(told: Told) -> Response:
    if told.status != 200:
        return said(told.status, told.body.decode("utf-8"))
    return Response(told.body, 200, {"Content-Type": f"{told.media}; charset=utf-8", "Vary": "Accept"})
