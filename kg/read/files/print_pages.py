"""A PDF file in, its text out; a process of its own reads it, so that no file can take all memory or time."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from typing import Any

from kg.errors import InputError
from kg.read.files.extract import Extract, missing

# What a newspaper of hundreds of pages needs, several times over.
MAX_SECONDS = 300
MAX_MEMORY = 2 * 1024 * 1024 * 1024
_SPLIT = "split it into fewer pages, or save its text"


def read_pdf(data: bytes, name: str) -> Extract:
    """The text of a PDF file, its columns in order, and the pages that hold none that can be read."""
    if importlib.util.find_spec("pdfplumber") is None:
        raise missing(name, "PDF", "pdf")
    told = _told(data, name)
    if "what" in told:
        raise InputError(name, told["what"], told["remedy"])
    faults = [InputError(name + where, what, remedy) for where, what, remedy in told["faults"]]
    return Extract(told["text"], "pdf", tuple(told["pages"]), tuple(faults))


def _told(data: bytes, name: str) -> dict[str, Any]:
    path = os.pathsep.join(map(os.path.abspath, sys.path))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kg.read.files.pdf_file", str(MAX_MEMORY)],
            input=data, capture_output=True, timeout=MAX_SECONDS, check=False, env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise InputError(name, f"takes longer than {MAX_SECONDS} seconds to read", _SPLIT) from None
    if done.returncode:
        raise InputError(name, "is a PDF file that takes too much memory or breaks what reads it", _SPLIT)
    told: dict[str, Any] = json.loads(done.stdout)
    return told
