"""A folder in, `kg serve` running over it out: a process of its own, asked over HTTP."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.command import ROOT

# A client of its own for each request would read all certificates of the system each time.
CLIENT = httpx.Client(verify=False, trust_env=False, timeout=60, limits=httpx.Limits(max_keepalive_connections=0))
JSON = "application/sparql-results+json"
# More rows than there will ever be time or memory for.
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs."""

    url: str
    process: subprocess.Popen[str]

    def ask(self, query: str, accept: str = JSON, **more: str) -> httpx.Response:
        """Its answer to a query."""
        headers = {"Accept": accept, **more}
        return CLIENT.post(f"{self.url}sparql", data={"query": query}, headers=headers)

    def get(self, path: str, accept: str = "*/*", **headers: str) -> httpx.Response:
        """What an address has."""
        return CLIENT.get(self.url + path, headers={"Accept": accept, **headers})

    def timed(self, query: str) -> tuple[int, float]:
        """The status of an answer, and after how many seconds it came."""
        start = time.monotonic()
        return self.ask(query).status_code, time.monotonic() - start

    @property
    def workers(self) -> list[int]:
        """The numbers of its worker processes that have the store open."""
        said = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii")
        return [int(number) for number in said.split() if _has_store_open(int(number))]


@contextmanager
def serving(folder: Path, *arguments: str, **environment: str) -> Iterator[Served]:
    """`kg serve` over a folder, on some free port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
    )  # fmt: skip
    try:
        assert process.stdout and process.stderr
        first = process.stdout.readline()
        assert first, process.stderr.read()
        yield Served(first.split()[-1], process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=10)
        finally:
            process.kill()


def _has_store_open(pid: int) -> bool:
    try:
        return any("kg-serve-" in str(one.readlink()) for one in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return False
