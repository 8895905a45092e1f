"""What the reader of a format hands over: the text, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import InputError

# Recognising characters is left to programs that are made for it.
OCR = "it needs OCR: give the recognised text"


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of one input, which all evidence counts in."""

    text: str
    encoding: str
    pages: tuple[int, ...] = ()
    """where in the text each page begins"""
    faults: tuple[InputError, ...] = ()
    """pages without readable text; the others were read"""


def missing(name: str, kind: str, extra: str) -> InputError:
    """The error that the library for a format is not installed."""
    return InputError(
        name, f"is a {kind} file, and what reads these is not installed", f'pip install "jiceng[{extra}]"'
    )
