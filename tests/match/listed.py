"""A text in, the parts that are found in it out, as plain words."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Details, Part, Source
from kg.pipeline import Tools, understand


def leaves(parts: Sequence[Part]) -> list[str]:
    return [leaf for part in parts for leaf in (leaves(part.parts) if part.parts else [part.label])]


def listed(text: str, tools: Tools) -> list[list[str]]:
    """For each whole of the text its parts, group behind group, without quotation marks."""
    knowledge = understand(Source("report.txt", text, "0" * 64, "utf-8", Details()), tools)
    return [[word.strip("“”") for word in leaves(parts)] for _, parts, *_ in knowledge.parts]
