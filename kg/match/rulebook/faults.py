"""What is wrong in rule files and word lists, gathered so that all of it is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One rule file: where it stands, its characters, and what they say."""

    path: str
    text: str
    says: Mapping[str, object]
    built_in: bool = False

    def at(self, words: str) -> str:
        """The path with the number of the first line that holds the words, or the path alone.

        >>> RuleFile("runs.toml", 'label = {}\\nlabell = {}', {}).at("labell")
        'runs.toml:2'
        """
        # TOML writes a backslash twice, unless its string says that it does not.
        for written in (words, words.replace("\\", "\\\\")):
            for number, line in enumerate(self.text.split("\n"), 1):
                if written in line and not line.lstrip().startswith("#"):
                    return f"{self.path}:{number}"
        return self.path


class Faults:
    """Collects the faults of all files, so that they are reported together."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, where: str, what: str, remedy: str = "") -> None:
        """Note that something is wrong somewhere, and the way out."""
        self.found.append(f"{where}: {what}" + (f"\n  {remedy}" if remedy else ""))
