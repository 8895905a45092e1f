"""Several files change together or not at all, whatever happens to the process that writes them."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from kg.errors import OutputError
from kg.graph.store import Graph
from kg.graph.write import files
from kg.graph.write.files import finish, publish, replace_file
from tests.command import ROOT, SEEDS, kg

OLD, NEW = {"a.nt": b"old", "b.ttl": b"old"}, {"a.nt": b"new", "b.ttl": b"new"}

# Runs the commands that it is told: with 0 itself, so that all is loaded once, and says how many of their calls changed
# the disk; with n in a process of its own that dies at the nth of these calls as by kill -9.
DOOMED = """
import contextlib, io, json, os, signal, sys
from kg import pipeline
from kg.cli import main
tools = pipeline.load_tools()
pipeline.load_tools = lambda folders: tools
at = calls = 0
def dying(work):
    def call(*given, **named):
        global calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return work(*given, **named)
    return call
for name in ("fsync", "replace", "rename", "unlink"):
    setattr(os, name, dying(getattr(os, name)))
def run(asked):
    with contextlib.redirect_stdout(io.StringIO()):
        return main(asked)
for line in sys.stdin:
    at, *asked = json.loads(line)
    calls = 0
    if not at:
        ended = run(asked)
    elif child := os.fork():
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    else:
        os._exit(run(asked))
    print(json.dumps([ended, calls]), flush=True)
"""

Kill = Callable[..., tuple[int, int]]


@pytest.fixture(scope="module")
def killed() -> Iterator[Kill]:
    with subprocess.Popen(
        [sys.executable, "-c", DOOMED], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as doomed:  # fmt: skip

        def run(at: int, *arguments: str | Path) -> tuple[int, int]:
            assert doomed.stdin and doomed.stdout
            doomed.stdin.write(json.dumps([at, *map(str, arguments)]).encode() + b"\n")
            doomed.stdin.flush()
            ended, calls = json.loads(doomed.stdout.readline())
            return ended, calls

        yield run


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def seen(folder: Path) -> dict[str, bytes]:
    finish(folder)
    return held(folder)


def test_files_are_put_into_their_folder(tmp_path: Path) -> None:
    publish(tmp_path / "out", OLD)
    publish(tmp_path / "out", NEW)
    assert held(tmp_path / "out") == NEW
    assert not list((tmp_path / "out").glob("*.part")) and not list((tmp_path / "out").glob(".*.part"))


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, OLD)
    write = files._write

    def full(path: Path, data: bytes) -> None:
        if "b.ttl" in path.name:
            raise OSError(28, "No space left on device")
        write(path, data)

    monkeypatch.setattr(files, "_write", full)
    with pytest.raises(OutputError, match="No space left"):
        publish(tmp_path, NEW)
    assert seen(tmp_path) == OLD and not list(tmp_path.glob(".*.part"))


def test_a_folder_in_the_place_of_a_file_stops_it_before_anything_moves(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "c").mkdir()
    with pytest.raises(OutputError, match="c is a folder"):
        publish(tmp_path, {**NEW, "c": b""})
    assert (tmp_path / "a.nt").read_bytes() == b"old"


class Killed(BaseException):
    pass


def test_a_move_that_was_broken_off_is_finished_by_whoever_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.replace
    for at in range(1, 4):
        folder = tmp_path / str(at)
        publish(folder, OLD)
        moves = iter(range(1, 99))

        def move(self: Path, target: Path, at: int = at, moves: Iterator[int] = moves) -> None:
            if next(moves) == at:
                raise Killed
            rename(self, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", move)
            with pytest.raises(Killed):
                publish(folder, NEW)
        assert seen(folder) == (OLD if at == 1 else NEW), at
        publish(folder, OLD)
        assert held(folder) == OLD


def test_a_writer_that_fails_after_a_killed_one_leaves_what_that_one_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, OLD)
    (tmp_path / files.READY).write_text(json.dumps(["a.nt", "b.ttl"]), "utf-8")
    (tmp_path / "a.nt").write_bytes(b"new")
    (tmp_path / ".b.ttl.part").write_bytes(b"new")

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_write", full)
    with pytest.raises(OutputError):
        publish(tmp_path, {"a.nt": b"third", "b.ttl": b"third"})
    assert held(tmp_path) == NEW


def test_a_living_writer_is_left_alone(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / files.READY).write_text(json.dumps(["a.nt"]), "utf-8")
    (tmp_path / ".a.nt.part").write_bytes(b"new")
    with FileLock(tmp_path / files.LOCK):
        finish(tmp_path)
        assert held(tmp_path) == OLD
    assert seen(tmp_path)["a.nt"] == b"new"


def test_a_second_writer_waits_and_says_for_whom(tmp_path: Path) -> None:
    told: list[str] = []
    with FileLock(tmp_path / files.LOCK):
        (tmp_path / files.HOLDER).write_text("4711\n", "utf-8")
        second = threading.Thread(target=publish, args=(tmp_path, NEW, told.append))
        second.start()
        second.join(0.3)
        assert second.is_alive() and told == ["4711"] and not held(tmp_path)
    second.join(10)
    assert held(tmp_path) == NEW


def test_what_the_proof_refuses_is_not_moved(tmp_path: Path) -> None:
    replace_file(tmp_path / "g.nt", ["good"])

    def proof(beside: Path) -> None:
        assert beside.read_text("utf-8") == "bad"
        raise OutputError("g.nt", "reads back as another graph")

    with pytest.raises(OutputError, match="another graph"):
        replace_file(tmp_path / "g.nt", ["bad"], proof)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("g.nt", "good")]


def whole(folder: Path) -> bool:
    told: dict[str, str] = json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    return told == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in told}


def two_texts(folder: Path) -> tuple[Path, Path]:
    folder.mkdir(exist_ok=True)
    first, second = folder / "a.txt", folder / "b.txt"
    first.write_text("南漳县推行“四步议事”机制。", "utf-8")
    second.write_text("南漳县推行“五步议事”机制。", "utf-8")
    return first, second


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_build_killed_at_any_step_leaves_a_whole_output(tmp_path: Path, killed: Kill) -> None:
    first, second = two_texts(tmp_path / "texts")
    out = tmp_path / "out"
    assert kg("build", first, "-o", out).returncode == 0
    _, steps = killed(0, "build", first, "-o", out)
    assert steps > 10
    for at in range(1, steps + 1):
        texts = [first, second][at % 2]
        assert killed(at, "build", texts, "-o", out)[0] == -9, at
        assert kg("query", out, "ASK { ?s a jc:Document }").returncode == 0
        assert whole(out), at
    assert kg("build", second, "-o", out).returncode == 0
    assert whole(out) and not list(out.glob(".*.part"))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("ending", ["ttl", "jsonld", "csv"])
def test_an_export_killed_at_any_step_leaves_the_old_or_the_new_one(tmp_path: Path, ending: str, killed: Kill) -> None:
    for text in two_texts(tmp_path):
        assert kg("build", text, "-o", text.with_suffix("")).returncode == 0
    place = tmp_path / f"g.{ending}"

    def shown() -> dict[str, bytes]:
        return {place.name: place.read_bytes()} if place.is_file() else seen(place)

    assert killed(0, "export", tmp_path / "a", place)[0] == 0
    old = shown()
    _, steps = killed(0, "export", tmp_path / "b", place)
    new = shown()
    assert steps > 2 and old != new
    for at in range(1, steps + 1):
        assert killed(0, "export", tmp_path / "a", place)[0] == 0
        assert killed(at, "export", tmp_path / "b", place)[0] == -9
        assert shown() in (old, new), at
    assert kg("export", tmp_path / "b", place).returncode == 0
    assert shown() == new


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_a_full_disk_leaves_the_old_output(tmp_path: Path) -> None:
    import resource

    first, second = sorted(SEEDS.glob("*.txt"))
    assert kg("build", first, "-o", tmp_path).returncode == 0
    before = held(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "kg", "build", str(second), "-o", str(tmp_path)],
        capture_output=True, check=False, cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
    )  # fmt: skip
    assert done.returncode == 2 and b"cannot be written" in done.stderr, done.stderr.decode()
    assert held(tmp_path) == before and Graph.load(tmp_path).query("ASK { ?s a jc:Document }")
    assert not list(tmp_path.glob(".*.part"))
