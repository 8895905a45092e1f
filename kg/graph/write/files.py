"""Files in, the same in their places out: whole or not at all, after a kill, on a full disk, with a second writer."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from kg.errors import OutputError

# Beside the files of a folder: who may write, who writes, and which files stand ready to be moved to their places.
LOCK, HOLDER, READY = ".kg.lock", ".kg.holder", ".kg.ready"
TOGETHER = 2000
Waiting = Callable[[str], None]


def replace_file(path: Path, blocks: Iterable[str], proof: Callable[[Path], None] | None = None) -> None:
    """Write a file beside its place and move it there when it is whole, so that a failure leaves what stood there.

    What `proof` raises of the file beside is a failure too.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            rest = iter(blocks)
            # Joined first, lines are written in two thirds of the time.
            while some := list(islice(rest, TOGETHER)):
                file.write("".join(some))
            file.flush()
            os.fsync(file.fileno())
        if proof:
            proof(beside)
        beside.replace(path)
        settle_names(path.parent)
    except OSError as error:
        raise OutputError(str(path), f"cannot be written: {error.strerror or error}", "give another place") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def publish(folder: Path, files: Mapping[str, bytes], waiting: Waiting = lambda holder: None) -> None:
    """Put files into a folder, all or none: a second writer waits, and what a killed one began is finished later."""
    if folder.is_file():
        raise OutputError(str(folder), "is a file, and a folder is to be written", "give another name, or remove it")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with sole_writer(folder, waiting):
            _publish(folder, files)
    except OSError as error:
        said = f"cannot be written: {error.strerror or error}"
        raise OutputError(str(folder), said, "give another folder with -o") from error


def _publish(folder: Path, files: Mapping[str, bytes]) -> None:
    # Should this writer fail, what stands here must be whole.
    if (folder / READY).exists():
        _finish(folder)
    parts = {name: folder / f".{name}.part" for name in files}
    ready = folder / f"{READY}.part"
    try:
        for name, data in files.items():
            if (folder / name).is_dir():
                raise IsADirectoryError(None, f"{name} is a folder")
            _write(parts[name], data)
        _write(ready, json.dumps(list(files)).encode("utf-8"))
        # From here on the new files are the ones that hold, whatever happens.
        ready.replace(folder / READY)
    finally:
        if not (folder / READY).exists():
            for part in (*parts.values(), ready):
                with suppress(OSError):
                    part.unlink(missing_ok=True)
    settle_names(folder)
    _finish(folder)


def finish(folder: Path) -> None:
    """Finish what a killed writer of this folder had begun, if it had; leave a living one alone."""
    if not (folder / READY).exists():
        return
    from filelock import FileLock, Timeout

    with suppress(OSError, Timeout), FileLock(folder / LOCK, blocking=False):
        _finish(folder)


def _finish(folder: Path) -> None:
    for name in json.loads((folder / READY).read_text("utf-8")):
        part = folder / f".{name}.part"
        # Some may have been moved before the kill.
        if part.exists():
            part.replace(folder / name)
    settle_names(folder)
    (folder / READY).unlink()


@contextmanager
def sole_writer(folder: Path, waiting: Waiting) -> Iterator[None]:
    """Write alone into a folder; who must wait is told for whom. The lock of a process that died is none."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waiting(_holder(folder))
        lock.acquire()
    try:
        (folder / HOLDER).write_text(f"{os.getpid()}\n", "utf-8")
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def _holder(folder: Path) -> str:
    try:
        return (folder / HOLDER).read_text("utf-8").strip()
    except OSError:
        return ""


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def settle_names(folder: Path) -> None:
    """Have the names of a folder on the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
