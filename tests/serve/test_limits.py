"""A query takes what it may and no more, and takes nothing from others."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.serve.serving import BOMB, Served, serving

SECONDS = 3
SMALL = "SELECT ?name { ?x a jc:County ; rdfs:label ?name } LIMIT 5"
DEEP = "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }"
# 10 000 characters, ten times as many three times over, and then more of them than there may be memory.
GROWN = 'SELECT (STRLEN(?e) AS ?n) { BIND ("' + "a" * 10_000 + '" AS ?a) ' + "".join(
    f"BIND (CONCAT({', '.join([f'?{old}'] * times)}) AS ?{new}) "
    for old, new, times in (("a", "b", 10), ("b", "c", 10), ("c", "d", 10), ("d", "e", 200))
) + "}"  # fmt: skip
SORTED = "SELECT ?a ?b ?c { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z } ORDER BY ?x ?y ?z"
PATHS = "SELECT (COUNT(*) AS ?n) { ?a (!jc:x|!^jc:y)+ ?b . ?b (!jc:x|!^jc:y)+ ?c }"
JOINED = "SELECT (GROUP_CONCAT(?c) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MATCHED = 'SELECT * { ?s ?p ?o . ?t ?q ?r . FILTER REGEX(CONCAT(STR(?o), STR(?r)), "^(.*a){9}(.*b){9}(.*c){9}$", "s") }'
MANY = "SELECT ?a { ?a ?p ?o . ?b ?q ?r }"

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks into /proc")


@pytest.fixture(scope="module")
def limited(folder: Path) -> Iterator[Served]:
    with serving(folder, "--seconds", str(SECONDS)) as server:
        yield server


@pytest.fixture(scope="module")
def patient(folder: Path) -> Iterator[Served]:
    """A server whose queries end for another reason than time."""
    with serving(folder, "--seconds", "60") as server:
        yield server


def resident(pid: int) -> int:
    """The memory of a process, in bytes."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def settled(server: Served, count: int = 4) -> list[int]:
    """The workers, once all of them are there."""
    deadline = time.monotonic() + 30
    while len(server.workers) < count and time.monotonic() < deadline:
        time.sleep(0.1)
    return server.workers


def answered(server: Served) -> int:
    """The status of a small query, once workers that start or sockets that close are no longer in its way."""
    deadline = time.monotonic() + 30
    while (status := server.ask(SMALL).status_code) == 503 and time.monotonic() < deadline:
        time.sleep(0.1)
    return status


def gone(server: Served, before: set[int]) -> set[int]:
    """Which workers have ended; one that was killed just now needs a moment to do so."""
    deadline = time.monotonic() + 1
    while before <= set(server.workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    return before - set(server.workers)


@pytest.mark.slow
@pytest.mark.timed
def test_a_query_that_takes_too_long_is_ended_in_time(limited: Served) -> None:
    workers = set(settled(limited))
    status, seconds = limited.timed(BOMB)
    assert status == 504 and SECONDS <= seconds < SECONDS + 1
    assert len(gone(limited, workers)) == 1, "one worker was killed, and no other"
    assert len(settled(limited)) == 4, "and another took its place"


@pytest.mark.slow
@pytest.mark.timed
@pytest.mark.parametrize("query", [SORTED, PATHS, JOINED, MATCHED], ids=["sorted", "paths", "joined", "matched"])
def test_bombs_of_all_kinds_are_stopped(limited: Served, query: str) -> None:
    settled(limited)
    status, seconds = limited.timed(query)
    assert status in (413, 504) and seconds < SECONDS + 1
    assert limited.ask(SMALL).status_code == 200


@pytest.mark.parametrize(("query", "why"), [(GROWN, "memory"), (DEEP, "nested")], ids=["memory", "nesting"])
def test_what_would_break_a_worker_breaks_one_worker(patient: Served, query: str, why: str) -> None:
    workers = set(settled(patient))
    response = patient.ask(query)
    assert response.status_code == 413 and why in response.text
    assert patient.ask(SMALL).status_code == 200
    assert len(gone(patient, workers)) == 1


def test_too_many_rows_are_refused_and_not_cut(patient: Served) -> None:
    response = patient.ask(MANY, "text/csv")
    assert response.status_code == 413 and "100000 rows" in response.text
    assert len(patient.ask(MANY + " LIMIT 100000", "text/csv").text.splitlines()) == 100_001


def test_a_long_query_is_refused_at_once(limited: Served) -> None:
    url = f"{limited.url}sparql"
    for size in (70_000, 10_000_000):
        query = b"ASK+{}+#" + b"x" * size
        for kind, content in (("sparql-query", query), ("x-www-form-urlencoded", b"query=" + query)):
            start = time.monotonic()
            response = httpx.post(url, content=content, headers={"Content-Type": f"application/{kind}"}, timeout=30)
            assert response.status_code == 400 and "65536" in response.text
            assert time.monotonic() - start < SECONDS
    assert limited.get("sparql?query=" + "x" * 60_000).status_code == 400


def median(server: Served, count: int) -> float:
    """How long a small query takes, in seconds."""
    answers = [server.timed(SMALL) for _ in range(count)]
    assert {status for status, _ in answers} == {200}
    return statistics.median(seconds for _, seconds in answers)


@pytest.mark.slow
@pytest.mark.timed
def test_others_are_answered_while_a_bomb_burns(limited: Served) -> None:
    settled(limited)
    quiet = median(limited, 10)
    with ThreadPoolExecutor() as burning:
        bomb = burning.submit(limited.timed, BOMB)
        time.sleep(0.3)
        # On a machine that is slow of itself, no slower than four times that.
        assert median(limited, 10) < max(0.2, 4 * quiet)
        assert bomb.result()[0] == 504


@pytest.mark.slow
@pytest.mark.timed
def test_a_full_house_says_so_at_once(folder: Path) -> None:
    with serving(folder, "--seconds", "6") as server, ThreadPoolExecutor(8) as burning:
        settled(server)
        bombs = [burning.submit(server.timed, BOMB) for _ in range(4)]
        time.sleep(1)
        start = time.monotonic()
        response = server.ask(SMALL)
        assert response.status_code == 503 and response.headers["retry-after"]
        assert time.monotonic() - start < 2.5
        assert {bomb.result()[0] for bomb in bombs} == {504}
        settled(server)
        assert server.ask(SMALL).status_code == 200


def test_a_client_that_hangs_up_ends_its_query(patient: Served) -> None:
    before = set(settled(patient))
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{patient.url}sparql", data={"query": BOMB}, timeout=1)
    assert len(gone(patient, before)) == 1


def test_a_worker_that_is_killed_costs_one_answer(limited: Served) -> None:
    before = settled(limited)
    with ThreadPoolExecutor() as burning:
        bomb = burning.submit(limited.ask, BOMB)
        time.sleep(0.5)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        assert bomb.result().status_code == 413
    settled(limited)
    assert answered(limited) == 200
    assert [limited.ask(SMALL).status_code for _ in range(8)] == [200] * 8
    assert not set(before) & set(limited.workers)


@pytest.mark.slow
@pytest.mark.timed
def test_a_connection_on_which_nothing_comes_is_closed(limited: Served) -> None:
    port = int(limited.url.rsplit(":", 1)[1].strip("/"))
    begun = [b"", b"GET /sparql HT", b"POST /sparql HTTP/1.1\r\nHost: localhost\r\n"]
    opened = [socket.create_connection(("127.0.0.1", port)) for _ in begun]
    for connection, head in zip(opened, begun, strict=True):
        connection.sendall(head)
        connection.settimeout(14)
    for connection in opened:
        with connection, suppress(ConnectionResetError):
            assert connection.recv(100) == b""


def test_too_many_connections_are_told_so(limited: Served) -> None:
    port = int(limited.url.rsplit(":", 1)[1].strip("/"))
    opened = [socket.create_connection(("127.0.0.1", port)) for _ in range(400)]
    try:
        assert limited.ask(SMALL).status_code == 503
    finally:
        for connection in opened:
            connection.close()
    assert answered(limited) == 200


@pytest.mark.slow
@pytest.mark.timed
def test_hours_of_queries_leave_no_trace(limited: Served) -> None:
    mixed = [
        SMALL, "SELECT * { ?s ?p }", "ASK {}", "SELECT ?s ?o { ?s rdfs:label ?o } LIMIT 2000", "LOAD <http://a.b/>",
        "DESCRIBE id:寻乌县", "SELECT (COUNT(*) AS ?n) { ?s jc:adopts ?o }",
    ]  # fmt: skip

    def all_memory() -> int:
        return sum(map(resident, [limited.process.pid, *settled(limited)]))

    def hour(count: int) -> None:
        with ThreadPoolExecutor(3) as asking:
            statuses = set(asking.map(lambda i: limited.ask(mixed[i % len(mixed)], "*/*").status_code, range(count)))
        assert statuses <= {200, 400, 403}

    hour(400)
    before = all_memory()
    limited.ask(BOMB)
    limited.ask(GROWN)
    hour(1000)
    assert all_memory() < before + (32 << 20)
