"""Arguments in, what `kg` did with them out: in a process of its own, as a user runs it, or in this one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from kg.cli import main

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


def kg(
    *arguments: str | Path, cwd: Path | None = None, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run one command; PYTHONPATH lets it be found also from another folder where it is not installed."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        input=given,
        timeout=120,
        check=False,
    )


def kg_here(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run one command in this process, whose modules are loaded: where no console, pipe or folder matters."""
    with io.BytesIO() as out, io.BytesIO() as told:
        said, complained = (io.TextIOWrapper(stream, "utf-8", write_through=True) for stream in (out, told))
        with redirect_stdout(said), redirect_stderr(complained):
            code = main([*map(str, arguments)])
        return subprocess.CompletedProcess(arguments, code, out.getvalue(), told.getvalue())
