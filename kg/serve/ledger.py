"""What was sent where, written down beside the graph as it happens."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO

from kg.errors import OutputError
from kg.graph.write.files import replace_file

NAME = "pushed.tsv"
BEGUN, REMOVED = "begun", "removed"


class Ledger:
    """The named graphs that a folder has in a store, each with the digest of its content.

    A line says `store, graph, digest`, and the last one about a graph holds. A graph is `begun` before anything is
    sent, so that whatever happens then, it is known that it may be there and that it is not known what it holds.
    """

    def __init__(self, folder: Path, store: str) -> None:
        self._path, self._store = folder / NAME, store
        self._said = _read(self._path)
        self._open = ExitStack()
        self._file: IO[str] | None = None

    def __enter__(self) -> Ledger:
        # A push that broke off may have left half a line.
        rows = ["\t".join((*where, digest)) + "\n" for where, digest in sorted(self._said.items())]
        replace_file(self._path, rows)
        self._file = self._open.enter_context(self._path.open("a", encoding="utf-8", newline="\n"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    @property
    def graphs(self) -> dict[str, str]:
        """The graphs that may be in the store, with the digest of what was sent, or `begun`."""
        return {graph: digest for (store, graph), digest in self._said.items() if store == self._store}

    def write(self, graph: str, said: str) -> None:
        """Say of a graph its digest, that it is begun, or that it was removed."""
        assert self._file, "enter it first"
        self._said[self._store, graph] = said
        try:
            self._file.write("\t".join((self._store, graph, said)) + "\n")
            self._file.flush()
        except OSError as error:
            raise OutputError(str(self._path), f"cannot be written: {error.strerror}", "give another place") from None


def _read(path: Path) -> dict[tuple[str, str], str]:
    said: dict[tuple[str, str], str] = {}
    if path.is_file():
        for line in path.read_text("utf-8", errors="replace").split("\n")[:-1]:
            cells = line.split("\t")
            if len(cells) == 3:
                said[cells[0], cells[1]] = cells[2]
    return {where: digest for where, digest in said.items() if digest != REMOVED}
