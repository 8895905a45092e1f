"""Words out: to a terminal, a pipe, or a console that cannot write them all."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from kg.cli.chinese import both
from kg.errors import KgError, RuleError

Thing = TypeVar("Thing")

# Below this a build is over before a bar has been drawn.
LONG = 8


def use_any_encoding() -> None:
    """Let a character that the console's encoding lacks come out as an escape, not as a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write what was asked for, to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def complain(error: KgError) -> None:
    """Write one line to standard error: where, what, the way out."""
    sys.stderr.write(f"kg: {one_line(error)}\n")


def waits(holder: str) -> None:
    """Say on standard error whom one waits for."""
    sys.stderr.write(f"kg: 进程 {holder} 正在写同一位置，等它写完 process {holder} is writing there; waiting for it\n")


def one_line(error: KgError) -> str:
    """An error as one line; only the faults of rules, which come together, have a line each.

    >>> one_line(KgError("报纸.txt", "is empty", "give a file with text"))
    '报纸.txt: 是空文件 is empty — 请给有字的文件 give a file with text'
    """
    if isinstance(error, RuleError):
        return "\n".join(_told_twice(line) for line in str(error).splitlines())
    said = f"{error.where}: {both(error.what)}" + (f" — {both(error.remedy)}" if error.remedy else "")
    return " ".join(said.splitlines())


def _told_twice(line: str) -> str:
    """A line of a fault, which may open with its place, in Chinese and English."""
    indent, rest = line[: len(line) - len(line.lstrip())], line.lstrip()
    where, mark, what = rest.partition(": ")
    said = both(what) if mark else what
    return f"{indent}{where}: {said}" if mark and said != what else indent + both(rest)


def hush() -> None:
    """Leave quietly when the reader of a pipe has gone, as `head` does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def followed(things: Sequence[Thing], what: str) -> Iterator[Thing]:
    """The same things one by one, with a bar on a terminal when there are many."""
    if len(things) < LONG or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(things, description=what, console=Console(stderr=True), transient=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their headings: within the terminal's width on a terminal, each row on one line in a pipe."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        grid.add_column(Text(column), overflow="fold")
    for row in rows:
        grid.add_row(*(Text(" ".join(cell.splitlines())) for cell in row))
    onto = io.StringIO()
    width = None if sys.stdout.isatty() else 1_000_000
    console = Console(file=onto, width=width, color_system=None)
    console.print(grid, crop=width is None, no_wrap=width is not None)
    return "\n".join(line.rstrip() for line in onto.getvalue().splitlines()) + "\n"


def padded(text: str, width: int) -> str:
    """Text and blanks up to a width on the screen, where a Han character takes two columns.

    >>> padded("县 County", 10) + "|"
    '县 County |'
    """
    return text + " " * (width - breadth(text))


def breadth(text: str) -> int:
    """How wide a text is on the screen.

    >>> breadth("县 County")
    9
    """
    return len(text) + sum(unicodedata.east_asian_width(char) in "WF" for char in text)
