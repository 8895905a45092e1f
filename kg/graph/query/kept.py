"""A file of N-Triples in, a store of it that opens at once out: a cache beside the file, and never the truth."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat, Store

# A smaller file is read sooner than a database is opened.
SMALL = 4_000_000  # bytes
# The names and sizes of the database's files, written last.
SIZES = "sizes.json"


def kept_store(path: Path) -> tuple[Store, str] | None:
    """The kept store of a file and the file's hash, made again where it is missing, old or broken.

    None where the file is small: it is read sooner.
    None as well where no store can be kept: on a full disk, in a folder that may not be written.
    """
    if path.stat().st_size < SMALL:
        return None
    known = digest(path)
    place = place_of(path, known)
    for _ in range(2):
        # What cannot be opened is broken in a way that the sizes do not show, and is made anew.
        with suppress(OSError, RuntimeError):
            if not is_whole(place):
                _make(path, place)
            return Store.read_only(str(place)), known
        shutil.rmtree(place, ignore_errors=True)
    return None


def place_of(path: Path, known: str) -> Path:
    """Where the store of a file with such a hash is kept."""
    # Another version of the library may read another format.
    return path.with_name(f".{path.name}.store") / f"{known[:32]}-{pyoxigraph.__version__}"


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_whole(place: Path) -> bool:
    """Whether a store has all its files in their full size."""
    try:
        noted: dict[str, int] = json.loads((place / SIZES).read_text("utf-8"))
        return _sizes(place) == noted
    except (OSError, ValueError):
        return False


def drop(path: Path) -> None:
    """Forget the stores kept of a file."""
    shutil.rmtree(path.with_name(f".{path.name}.store"), ignore_errors=True)


def _make(path: Path, place: Path) -> None:
    """Make a store beside its place and move it there; what was kept of earlier files goes."""
    beside = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        beside.mkdir(parents=True)
        store = Store(str(beside))
        store.bulk_load(path=str(path), format=RdfFormat.N_TRIPLES)
        store.flush()
        del store
        (beside / SIZES).write_text(json.dumps(_sizes(beside)), "utf-8")
        shutil.rmtree(place, ignore_errors=True)
        # Another process may have made the same meanwhile.
        with suppress(OSError):
            beside.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    for other in place.parent.iterdir():
        if other != place:
            shutil.rmtree(other, ignore_errors=True)


def _sizes(place: Path) -> dict[str, int]:
    files: Iterable[Path] = place.iterdir()
    return dict(sorted(_sized(files)))


def _sized(files: Iterable[Path]) -> Iterator[tuple[str, int]]:
    for file in files:
        # The database's diary grows without a change of what it holds.
        if not file.name.startswith(("LOG", SIZES)):
            yield file.name, file.stat().st_size
