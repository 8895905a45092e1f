"""Only who means this server gets in: no foreign name, no foreign page, no writing, and nothing gets out."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.command import ROOT
from tests.graph.test_guard import CALLS, HEAD, HIDDEN, HONEST, WRITES
from tests.serve.serving import Served, serving

OURS = ("127.0.0.1", "localhost", "[::1]", "LOCALHOST")
FOREIGN = ("example.org", "127.0.0.1.example.org", "localhost.example.org", "10.0.0.1", "me@127.0.0.1", "", "[::1]:x")


@pytest.mark.parametrize("host", OURS)
def test_this_machine_has_several_names(served: Served, host: str) -> None:
    assert served.ask("ASK {}", Host=host).status_code == 200
    assert served.ask("ASK {}", Host=f"{host}:8080").status_code == 200


@pytest.mark.parametrize("host", FOREIGN)
def test_under_another_name_nobody_is_here(served: Served, host: str) -> None:
    for path in ("", "sparql", "id/寻乌县", "vendor/yasgui.min.js"):
        assert served.get(path, Host=host).status_code == 421, path


def test_a_foreign_page_may_not_ask(served: Served) -> None:
    for origin in ("https://example.org", "null", "http://localhost:1", f"{served.url[:-1]}.example.org"):
        response = served.ask("ASK {}", Origin=origin)
        assert response.status_code == 403
        assert not [name for name in response.headers if name.startswith("access-control")]
    image = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert served.get("sparql?query=ASK{}", **image).status_code == 403
    assert served.get("sparql?query=ASK{}", **{**image, "Sec-Fetch-Site": "same-site"}).status_code == 403


def test_an_own_page_may_ask_and_a_link_may_be_followed(served: Served) -> None:
    assert served.ask("ASK {}", Origin=served.url[:-1]).status_code == 200
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert served.get("id/寻乌县", "text/html", **link).status_code == 200


def test_without_being_told_nobody_elsewhere_may_read(served: Served) -> None:
    response = served.ask("ASK {}")
    assert not [name for name in response.headers if name.startswith("access-control")]
    assert response.headers["cross-origin-resource-policy"] == "same-origin"
    asking = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    assert httpx.options(f"{served.url}sparql", headers=asking).status_code == 403


def test_an_origin_that_is_named_may_ask_without_credentials(folder: Path) -> None:
    with serving(folder, "--cors", "https://example.org") as server:
        response = server.ask("ASK {}", Origin="https://example.org")
        assert response.status_code == 200
        allowed = {name: value for name, value in response.headers.items() if name.startswith("access-control")}
        assert allowed == {"access-control-allow-origin": "https://example.org"}
        asking = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
        before = httpx.options(f"{server.url}sparql", headers=asking)
        assert before.status_code == 200 and before.headers["access-control-allow-origin"] == "https://example.org"
        assert server.ask("ASK {}", Origin="https://example.org.evil.example").status_code == 403


# ---- read only ------------------------------------------------------------------------------


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """A port on which somebody listens, and whoever came there."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as ear:

        def listen() -> None:
            while True:
                try:
                    connection, who = ear.accept()
                except OSError:
                    return
                came.append(who)
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield ear.getsockname()[1], came


@pytest.mark.slow
def test_nothing_leaves_the_machine(served: Served, listener: tuple[int, list[object]]) -> None:
    port, came = listener
    queries = [
        *(HEAD + call + " }" for call in CALLS),
        *HIDDEN,
        *WRITES,
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { # x\rSERVICE <http://127.0.0.1:9/> {?a ?b ?c} }",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
    ]
    for query in queries:
        asked = query.replace("127.0.0.1:9/", f"127.0.0.1:{port}/")
        assert served.ask(asked).status_code == 403, query
    assert came == []
    for query in HONEST:
        assert served.ask(query, "*/*").status_code == 200, query


def test_there_is_no_way_to_write(served: Served) -> None:
    url = f"{served.url}sparql"
    before = served.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").text
    update = "INSERT DATA { <a:a> <a:b> <a:c> }"
    assert httpx.post(url, data={"update": update}).status_code == 403
    assert httpx.post(url, content=update, headers={"Content-Type": "application/sparql-update"}).status_code == 403
    assert httpx.post(f"{url}?update=x", data={"query": "ASK {}"}).status_code == 403
    assert httpx.post(url, data={"query": "ASK {}", "default-graph-uri": "http://127.0.0.1:1/"}).status_code == 403
    assert httpx.get(url, params={"query": "ASK {}", "named-graph-uri": "file:///etc/hostname"}).status_code == 403
    assert served.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").text == before


REACHING = """
import sys
import pyoxigraph
from kg.serve.walls import without_network
print(sys.argv[2] == "open" or without_network())
try:
    list(pyoxigraph.Store().query("SELECT * { SERVICE <http://127.0.0.1:%s/> { ?s ?p ?o } }" % sys.argv[1]))
except (OSError, RuntimeError):
    pass
"""


def test_behind_the_guard_stands_a_second_wall(listener: tuple[int, list[object]]) -> None:
    port, came = listener

    def reach(way: str) -> str:
        run = [sys.executable, "-c", REACHING, str(port), way]
        return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True).stdout.strip()

    if reach("walled") != "True":
        pytest.skip("this system lets no process leave its network")
    assert came == []
    assert reach("open") == "True"
    assert len(came) == 1, "it would have come through"
