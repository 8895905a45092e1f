"""A store elsewhere comes to hold what a folder holds, whatever happens on the way."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from kg.corpus import Corpus
from kg.errors import OutputError
from kg.graph.store import Graph
from kg.graph.write.files import replace_file
from kg.graph.write.formats import read_ntriples
from kg.model import Source
from kg.pipeline import Tools, lines, understand
from kg.serve.push import push
from tests.command import ROOT, kg
from tests.reports import reports

OXIGRAPH = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
pytestmark = pytest.mark.skipif(OXIGRAPH is None, reason="needs oxigraph, which the dev extra brings")
FOREIGN = "https://example.org/theirs"


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """An Oxigraph server in memory, on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert OXIGRAPH
    server = subprocess.Popen(
        [OXIGRAPH, "serve", "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                httpx.get(url)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield url
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def empty(store: str) -> str:
    """The same with nothing in it but a graph of somebody else."""
    httpx.post(f"{store}/update", data={"update": "CLEAR ALL"}).raise_for_status()
    httpx.put(f"{store}/store", params={"graph": FOREIGN}, content="<a:a> <a:b> <a:c> .", headers={
        "Content-Type": "text/turtle"
    }).raise_for_status()  # fmt: skip
    return store


@pytest.fixture(scope="module")
def said(tools: Tools) -> dict[str, list[str]]:
    """A few invented documents, by id, with their lines."""
    sources = [Source(f"{i}.txt", text, f"{i + 1:016x}" * 4, "utf-8") for i, text in enumerate(reports(6))]
    known = [understand(source, tools) for source in sources]
    return {one.document.id: lines(one, tools) for one in known}


def written(folder: Path, said: Mapping[str, list[str]]) -> Path:
    """An output folder with these documents."""
    folder.mkdir(exist_ok=True)
    replace_file(folder / "graph.nt", sorted({line for one in said.values() for line in one}))
    return folder


def held(store: str) -> dict[str, set[str]]:
    """What a store holds: its graphs with their lines, as Oxigraph writes them."""
    found: dict[str, set[str]] = {}
    answer = httpx.get(f"{store}/store", headers={"Accept": "application/n-quads"})
    for quad in answer.text.splitlines():
        triple, _, graph = quad.removesuffix(" .").rpartition(" ")
        found.setdefault(graph.strip("<>"), set()).add(triple.replace("@zh-hans", "@zh-Hans"))
    return found


def expected(said: Mapping[str, list[str]]) -> dict[str, set[str]]:
    documents = {f"https://w3id.org/jiceng/id/{name}": {line[:-3] for line in one} for name, one in said.items()}
    return {FOREIGN: {"<a:a> <a:b> <a:c>"}, **documents}


def test_each_document_becomes_a_graph(empty: str, said: dict[str, list[str]], tmp_path: Path) -> None:
    folder = written(tmp_path / "out", said)
    done = push(folder, f"{empty}/store")
    assert (done.sent, done.kept, done.removed) == (6, 0, 0)
    assert held(empty) == expected(said)
    union = {line for name, one in held(empty).items() if name != FOREIGN for line in one}
    assert union == {line[:-3] for line in read_ntriples(folder / "graph.nt")}


def test_what_is_there_is_not_sent_again(empty: str, said: dict[str, list[str]], tmp_path: Path) -> None:
    folder = written(tmp_path / "out", said)
    push(folder, f"{empty}/store")
    done = push(folder, f"{empty}/store")
    assert (done.sent, done.kept, done.removed) == (0, 6, 0)
    httpx.post(f"{empty}/update", data={"update": "CLEAR ALL"}).raise_for_status()
    assert push(folder, f"{empty}/store").sent == 6, "a store that was emptied is filled again"


def test_a_document_that_is_gone_takes_its_graph_and_nothing_else(
    empty: str, said: dict[str, list[str]], tmp_path: Path
) -> None:
    other = {name: one for name, one in list(said.items())[:2]}
    push(written(tmp_path / "others", other), f"{empty}/store")
    rest = {name: one for name, one in list(said.items())[2:]}
    folder = written(tmp_path / "out", rest)
    push(folder, f"{empty}/store")
    fewer = {name: one for name, one in list(rest.items())[1:]}
    done = push(written(folder, fewer), f"{empty}/store")
    assert (done.sent, done.kept, done.removed) == (0, 3, 1)
    assert held(empty) == expected({**other, **fewer})


def test_a_document_that_changed_is_replaced(empty: str, said: dict[str, list[str]], tmp_path: Path) -> None:
    push(written(tmp_path / "out", said), f"{empty}/store")
    name = next(iter(said))
    less = {**said, name: [line for line in said[name] if "altLabel" not in line]}
    assert less != said
    push(written(tmp_path / "out", less), f"{empty}/store")
    assert held(empty) == expected(less)


@contextmanager
def breaking(store: str, after: int) -> Iterator[str]:
    """A way to a store that breaks off for good after so many bytes."""
    port = int(store.rpartition(":")[2])
    left = [after]

    def carry(source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(1024):
                left[0] -= len(data)
                if left[0] < 0:
                    break
                sink.sendall(data)
        except OSError:
            pass
        finally:
            for end in (source, sink):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    with socket.create_server(("127.0.0.1", 0)) as ear:

        def listen() -> None:
            while True:
                try:
                    client, _ = ear.accept()
                except OSError:
                    return
                if left[0] < 0:
                    client.close()
                    continue
                there = socket.create_connection(("127.0.0.1", port))
                for ends in ((client, there), (there, client)):
                    threading.Thread(target=carry, args=ends, daemon=True).start()

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{ear.getsockname()[1]}"


@pytest.mark.slow
def test_a_push_that_broke_off_is_repeated(empty: str, said: dict[str, list[str]], tmp_path: Path) -> None:
    size = sum(len(line.encode()) for one in said.values() for line in one)
    for share in range(0, 10):
        httpx.post(f"{empty}/update", data={"update": "CLEAR ALL"}).raise_for_status()
        folder = written(tmp_path / f"out{share}", said)
        with breaking(empty, size * share // 10) as way, pytest.raises(OutputError, match="cannot be reached"):
            push(folder, f"{way}/store")
        # The way was another address; what was sent over it was sent to this store.
        ledger = folder / "pushed.tsv"
        ledger.write_text(ledger.read_text("utf-8").replace(way, empty) + "half a li", "utf-8")
        done = push(folder, f"{empty}/store")
        assert done.sent + done.kept == 6
        assert share < 5 or done.kept, "what had come was sent again"
        found = held(empty)
        assert found == {name: one for name, one in expected(said).items() if name != FOREIGN}


@pytest.mark.slow
def test_a_push_that_is_killed_is_repeated(empty: str, said: dict[str, list[str]], tmp_path: Path) -> None:
    folder = written(tmp_path / "out", said)
    command = [sys.executable, "-m", "kg", "push", str(folder), "--to", f"{empty}/store"]
    for pause in (0.2, 0.4, 0.6, 0.8, 1.0):
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
        time.sleep(pause)
        process.kill()
        process.wait()
    assert kg("push", folder, "--to", f"{empty}/store").returncode == 0
    assert held(empty) == expected(said)


def test_the_command_says_what_was_done_and_what_went_wrong(
    empty: str, said: dict[str, list[str]], tmp_path: Path
) -> None:
    folder = written(tmp_path / "out", said)
    done = kg("push", folder, "--to", f"{empty}/store")
    assert done.returncode == 0 and "送出 sent 6" in done.stdout.decode() and done.stderr == b""
    for url, words, remedy in (
        (f"{empty}/query", "answers PUT with 4", "the address at which the store takes graphs"),
        ("http://127.0.0.1:9/store", "cannot be reached", "push again"),
        ("file:///etc/hostname", "is no web address", "write it as"),
        ("nonsense", "is no web address", "write it as"),
    ):
        failed = kg("push", folder, "--to", url)
        told = failed.stderr.decode()
        assert failed.returncode == 2 and words in told and remedy in told, url
    secret = kg("push", folder, "--to", "http://me:secret@127.0.0.1:9/store?access-token=secret")
    assert b"secret" not in secret.stderr and "secret" not in (folder / "pushed.tsv").read_text("utf-8")
    assert kg("push", tmp_path / "nowhere", "--to", empty).returncode == 3


@pytest.mark.slow
def test_an_endpoint_elsewhere_answers_like_a_folder(empty: str, seeds: Corpus, tmp_path: Path) -> None:
    Graph.from_lines(seeds.lines).save(tmp_path / "graph.nt")
    assert kg("push", tmp_path, "--to", f"{empty}/store").returncode == 0
    there = ["--endpoint", f"{empty}/query?union-default-graph"]
    for question in (
        ["SELECT ?名 { ?县 a jc:County ; rdfs:label ?名 } ORDER BY ?名"],
        ["ASK { id:寻乌县 jc:adopts ?o }", "--format", "json"],
        ["CONSTRUCT { ?a jc:adopts ?b } WHERE { ?a jc:adopts ?b }"],
        ["--name", "mechanism-parts", "--set", "mechanism=四联", "--format", "csv"],
        [],
    ):
        here, elsewhere = kg("query", tmp_path, *question), kg("query", *there, *question)
        assert elsewhere.returncode == 0, elsewhere.stderr.decode()
        assert elsewhere.stdout == here.stdout
    wrong = kg("query", *there, "SELECT ?x {")
    assert wrong.returncode == 2 and b"answers with 400" in wrong.stderr
    for arguments in ([tmp_path, "ASK {}", *there], ["--endpoint", "http://127.0.0.1:9/", "ASK {}"], [], ["ASK {}"]):
        assert kg("query", *arguments).returncode in (2, 3)
