"""What went wrong, where, and the way out."""

from __future__ import annotations


class KgError(Exception):
    """A fault of input, data or use that a person can mend.

    >>> print(KgError("报纸.txt", "is not text", "give a text file, or --encoding"))
    报纸.txt: is not text
      give a text file, or --encoding
    """

    def __init__(self, where: str, what: str, remedy: str = "") -> None:
        self.where, self.what, self.remedy = where, what, remedy
        super().__init__(f"{where}: {what}" + (f"\n  {remedy}" if remedy else ""))


class InputError(KgError):
    """An input cannot be read; the others can."""


class OutputError(KgError):
    """An output cannot be written; what stood there before stands there still."""


class RuleError(KgError):
    """Rules or word lists have faults, all of them reported at once."""


class QueryError(KgError):
    """A query cannot be run."""
