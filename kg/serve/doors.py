"""Requests in, those out that were meant for this server: by its own name, and from no foreign page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.refusal import said

NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
# A page that is served may load what this server has, and nothing else.
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}
# Other sites may show the answers only where they were named.
ISOLATED = ("Cross-Origin-Resource-Policy", "same-origin")


class Doors:
    """Lets in what is addressed to this machine by a name of its own, and comes from its own pages or from no page.

    A page of elsewhere could make the browser ask for it: under a name that it made lead here, or in the open.
    """

    def __init__(self, app: ASGIApp, origins: frozenset[str]) -> None:
        self._app, self._origins = app, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(headers)
        welcome = headers.get("origin", "") in self._origins

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                out.update({**HEADERS, **dict([] if welcome else [ISOLATED])})
            await send(message)

        await (said(*refusal) if refusal else self._app)(scope, receive, sending)

    def _refusal(self, headers: Headers) -> tuple[int, str] | None:
        if len(headers.getlist("host")) != 1 or not named(headers["host"]):
            return 421, "ask for 127.0.0.1 or localhost"
        origin = headers.get("origin")
        if origin is not None:
            own = origin == f"http://{headers['host']}"
            return None if own or origin in self._origins else (403, f"pages of {origin!r} may not ask here")
        # An image or a form of a foreign page sends no origin; to follow a link from there is all right.
        foreign = headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}
        if foreign and headers.get("sec-fetch-mode") != "navigate":
            return 403, "other pages may not ask here"
        return None


def named(host: str) -> bool:
    """Whether a Host header says a name of this machine.

    >>> named("localhost:8000"), named("[::1]"), named("127.0.0.1.example.org"), named("a@localhost")
    (True, True, False, False)
    """
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return False
    return parts.hostname in NAMES and parts.netloc == host and "@" not in host
