"""Graphs and queries in, what a store elsewhere says to them out: the Graph Store and SPARQL 1.1 protocols."""

from __future__ import annotations

from types import TracebackType

import httpx

from kg.errors import KgError, OutputError, QueryError
from kg.graph.query.answers import Answer
from kg.graph.query.foreign import ACCEPT, answer_of

# A store may think long about a graph or query; that it is not there, one knows soon.
PATIENCE = httpx.Timeout(600.0, connect=10.0)
GRAPHS = "application/n-triples, text/turtle;q=0.5"
AGAIN = "push again to go on where it stopped"
ELSEWHERE = "give the address at which the store takes graphs, with a login where it wants one"


class Remote:
    """A store that takes named graphs."""

    def __init__(self, url: str) -> None:
        self._url = web_address(url)
        self._client = httpx.Client(timeout=PATIENCE)

    def __enter__(self) -> Remote:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    @property
    def address(self) -> str:
        """Where it is, without login or token."""
        return shown(self._url)

    def put(self, graph: str, lines: list[str]) -> None:
        """Let a graph hold these N-Triples and nothing else."""
        body = "".join(lines).encode("utf-8")
        # N-Triples is Turtle, and that is what every store must take.
        self._done("PUT", graph, (200, 201, 204), content=body, headers={"Content-Type": "text/turtle"})

    def remove(self, graph: str) -> None:
        """Remove a graph, if it is there."""
        self._done("DELETE", graph, (200, 202, 204, 404))

    def has(self, graph: str) -> bool:
        """Whether a graph is there and holds something."""
        # HEAD would tell less: some stores have every graph, and some keep one that was cleared.
        try:
            with self._client.stream("GET", self._at(graph), headers={"Accept": GRAPHS}) as response:
                return response.status_code == 200 and any(response.iter_bytes())
        except httpx.HTTPError as error:
            raise self._unreached(error) from error

    def _done(self, method: str, graph: str, good: tuple[int, ...], **more: object) -> None:
        response = self._asked(method, graph, **more)
        if response.status_code not in good:
            # What the store does not take today, it will not take tomorrow; unless it only had too much to do.
            remedy = ELSEWHERE if response.is_client_error and response.status_code not in (408, 429) else AGAIN
            raise OutputError(self.address, f"answers {method} with {_why(response)}", remedy)

    def _asked(self, method: str, graph: str, **more: object) -> httpx.Response:
        try:
            return self._client.request(method, self._at(graph), **more)  # type: ignore[arg-type]  # what it takes
        except httpx.HTTPError as error:
            raise self._unreached(error) from error

    def _at(self, graph: str) -> httpx.URL:
        return self._url.copy_merge_params({"graph": graph})

    def _unreached(self, error: httpx.HTTPError) -> OutputError:
        return OutputError(self.address, f"cannot be reached: {_words(error)}", AGAIN)


def ask(url: str, sparql: str) -> Answer:
    """What an endpoint elsewhere answers to a query."""
    address = web_address(url)
    try:
        response = httpx.post(address, data={"query": sparql}, headers={"Accept": ACCEPT}, timeout=PATIENCE)
    except httpx.HTTPError as error:
        what = f"cannot be reached: {_words(error)}"
        raise QueryError(shown(address), what, "check the address, and that it runs") from error
    if response.status_code != 200:
        raise QueryError(shown(address), f"answers with {_why(response)}", "check the query, and the address")
    return answer_of(response.headers.get("content-type", ""), response.content)


def web_address(url: str) -> httpx.URL:
    """An address of HTTP."""
    try:
        address = httpx.URL(url)
    except httpx.InvalidURL:
        address = httpx.URL("")
    if address.scheme not in {"http", "https"} or not address.host:
        raise KgError(url, "is no web address", "write it as http://localhost:7878/store")
    return address


def shown(address: httpx.URL) -> str:
    """An address as it may be shown and written down.

    >>> shown(httpx.URL("http://me:secret@localhost:7878/store?access-token=secret"))
    'http://localhost:7878/store'
    """
    return str(address.copy_with(username=None, password=None, query=None))


def _words(error: httpx.HTTPError) -> str:
    return str(error) or type(error).__name__


def _why(response: httpx.Response) -> str:
    """The status and the first words of a refusal."""
    said = " ".join(response.text.split())
    return f"{response.status_code} {response.reason_phrase}" + (f": {said[:300]}" if said else "")
