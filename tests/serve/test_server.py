"""A server starts, says where it is, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.command import kg
from tests.serve.serving import BOMB, serving

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks into /proc")


def kept(temporary: Path) -> list[Path]:
    """The stores that servers have made below a folder for temporary files of their own."""
    return list(temporary.glob("kg-serve-*"))


def ended(pids: list[int], seconds: float) -> bool:
    """Whether all processes have ended within a time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not any(map(runs, pids)):
            return True
        time.sleep(0.05)
    return False


def runs(pid: int) -> bool:
    """Whether a process is more than an entry that nobody has read yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_it_is_told_to_also_in_the_middle_of_a_query(
    folder: Path, tmp_path: Path, told: signal.Signals
) -> None:
    here = {"TMPDIR": str(tmp_path)}
    with serving(folder, "--seconds", "60", **here) as server, ThreadPoolExecutor() as burning:
        assert server.ask("ASK {}").status_code == 200
        assert kept(tmp_path)
        burning.submit(server.ask, BOMB)
        time.sleep(0.5)
        workers = server.workers
        server.process.send_signal(told)
        _, complaints = server.process.communicate(timeout=10)
        assert server.process.returncode == 0
        assert "已停止 stopped" in complaints and "Traceback" not in complaints
    assert not kept(tmp_path), "the store that was made for it is gone"
    assert workers and ended(workers, 2)


def test_when_it_is_killed_its_workers_end_too(folder: Path, tmp_path: Path) -> None:
    with serving(folder, "--seconds", "60", TMPDIR=str(tmp_path)) as server, ThreadPoolExecutor() as burning:
        assert server.ask("ASK {}").status_code == 200
        bomb = burning.submit(server.ask, BOMB)
        time.sleep(0.5)
        workers = server.workers
        server.process.kill()
        server.process.wait()
        assert workers and ended(workers, 2)
        with pytest.raises(httpx.HTTPError):
            bomb.result()


def test_a_port_that_is_taken_is_said_to_be(folder: Path) -> None:
    with serving(folder) as server:
        port = server.url.rsplit(":", 1)[1].strip("/")
        done = kg("serve", folder, "--port", port)
        assert done.returncode == 2
        assert f"port {port}" in done.stderr.decode() and "--port" in done.stderr.decode()


def test_wrong_use_is_refused(folder: Path, tmp_path: Path) -> None:
    assert kg("serve", tmp_path, "--port", "0").returncode == 3
    (tmp_path / "graph.nt").write_text("<a> <b>", "utf-8")
    assert kg("serve", tmp_path, "--port", "0").returncode == 3
    for wrong in (["--port", "x"], ["--port", "99999"], ["--seconds", "0"], ["--seconds", "nan"], ["--cors", "*"]):
        assert kg("serve", folder, *wrong).returncode == 2, wrong


def test_it_opens_the_browser_when_asked(folder: Path, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n', "utf-8")
    browser.chmod(0o755)
    os.environ["BROWSER"] = str(browser)
    try:
        with serving(folder, "--open") as server:
            deadline = time.monotonic() + 5
            while not (tmp_path / "opened").exists() and time.monotonic() < deadline:
                time.sleep(0.05)
            assert (tmp_path / "opened").read_text("utf-8").strip() == server.url
    finally:
        del os.environ["BROWSER"]
