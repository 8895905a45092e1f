"""Inputs in, the union of what their documents say out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, KgError
from kg.graph.write.lines import once
from kg.model import Details, Knowledge, Source
from kg.pipeline import Tools, lines, understand
from kg.read.files.details import DATE_HINT, as_date
from kg.read.files.source import gather

Follow = Callable[[Sequence[Source]], Iterable[Source]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents that could be read, all their statements together, and the inputs that could not be read."""

    documents: tuple[Knowledge, ...]
    lines: tuple[str, ...]
    """N-Triples, sorted, each statement once"""
    failures: tuple[InputError, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """Each document's id with its text as decoded, which all evidence counts in."""
        return {known.document.id: known.document.source.text for known in self.documents}


def read_corpus(
    inputs: Sequence[Path],
    tools: Tools,
    details: Details = Details(),
    encoding: str | None = None,
    follow: Follow = iter,
) -> Corpus:
    """Read files and folders, each document by itself; `follow` may watch the documents go by."""
    found = list(gather(inputs, encoding, details))
    # A text that is given twice, by its name and with its folder, is read once; and so is a faulty table's fault.
    failures = {str(item): item for item in found if isinstance(item, InputError)}
    sources = {(item.name, item.digest): item for item in found if isinstance(item, Source)}
    documents = []
    statements: list[str] = []
    told: dict[str, Source] = {}
    for source in follow([sources[key] for key in sorted(sources)]):
        first = told.setdefault(source.digest, source)
        if first.details != source.details:
            twice = InputError(source.name, f"is the same text as {first.name}, told of otherwise", "tell of it once")
            failures[str(twice)] = twice
            continue
        try:
            known = understand(source, tools)
            said = lines(known, tools)
        except (KgError, MemoryError):
            raise
        except Exception as fault:  # whatever one text brings to light, the others are not to pay for it
            stopped = _stopped(source, fault)
            failures[str(stopped)] = stopped
            continue
        statements += said
        documents.append(known)
    return Corpus(tuple(documents), tuple(once(statements)), tuple(failures.values()))


def _stopped(source: Source, fault: Exception) -> InputError:
    """What stopped the reading of one text, and where in the program."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return InputError(
        source.name,
        f"stops a rule: {type(fault).__name__} at {where}",
        "the fault is this program's: the other texts are read; report it with this text",
    )


def date_of_issue(said: str) -> str:
    """The date of issue that a user gives, as ISO 8601 writes it; nothing, where he gives none.

    Raises KgError where no calendar has it.

    >>> date_of_issue("2021-07-01"), date_of_issue("2021/7/1"), date_of_issue("")
    ('2021-07-01', '2021-07-01', '')
    >>> date_of_issue("2021-02-30")
    Traceback (most recent call last):
    kg.errors.KgError: issued: “2021-02-30” is no date
      write it as 2021-07-01, 2021-07 or 2021
    """
    issued = as_date(said)
    if said and not issued:
        raise KgError("issued", f"“{said}” is no date", DATE_HINT)
    return issued
