"""A graph's folder in, a server on this machine until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from kg.errors import KgError
from kg.graph.endpoint import keep
from kg.serve.app import application
from kg.serve.connections import Connection
from kg.serve.limits import Limits

HOST = "127.0.0.1"


class Server(uvicorn.Server):
    """A server that ends quietly when it is asked to."""

    def __init__(self, app: Starlette, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._app, self._announce = app, started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Nobody waits for the end of a long query then.
        await self._app.state.pool.close()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        with super().capture_signals():
            yield
            # uvicorn would send itself again what has been done.
            self._captured_signals.clear()


def serve(
    folder: Path, port: int, limits: Limits, origins: frozenset[str], started: Callable[[str, int], None]
) -> None:
    """Serve the graph of a folder; `started` hears the address, and how many triples there are."""
    listener = _listener(port)
    with listener, tempfile.TemporaryDirectory(prefix="kg-serve-") as place:
        kept = keep(folder, Path(place))
        page = (folder if folder.is_dir() else folder.parent) / "graph.html"
        address = f"http://{HOST}:{listener.getsockname()[1]}/"
        app = application(kept, page, limits, origins)
        config = uvicorn.Config(
            app,
            http=partial(Connection, seconds=limits.headers),  # type: ignore[arg-type]  # what makes one
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=limits.connections,
            timeout_graceful_shutdown=1,
        )
        server = Server(app, config, partial(started, address, kept.triples))
        asyncio.run(server.serve([listener]))


def _listener(port: int) -> socket.socket:
    """The socket that is listened on, taken before any work is done."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # Elsewhere it would let two servers have one port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise KgError(f"port {port}", f"cannot be had: {error}", "give another with --port") from None
    return listener
