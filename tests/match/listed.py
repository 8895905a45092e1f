"""A text in, the parts that are found in it out, as plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from kg.model import Details, Part, Source
from kg.pipeline import Tools, understand

Groups = tuple[tuple[str, ...], ...]
Write = Callable[[str, Groups], str]


def leaves(parts: Sequence[Part]) -> list[str]:
    return [leaf for part in parts for leaf in (leaves(part.parts) if part.parts else [part.label])]


def listed(text: str, tools: Tools) -> list[list[str]]:
    """For each whole of the text its parts, group behind group, without quotation marks."""
    knowledge = understand(Source("report.txt", text, "0" * 64, "utf-8", Details()), tools)
    return [[word.strip("“”") for word in leaves(parts)] for _, parts, *_ in knowledge.parts]


def flat(groups: Groups) -> list[str]:
    return [item for group in groups for item in group]


def misread(
    name: str, groups: Groups, frames: Mapping[str, Write],
    untied: AbstractSet[tuple[str, str]], tools: Tools,
) -> list[tuple[str, list[list[str]]]]:  # fmt: skip
    """The frames in which the parts of a name do not come out word for word, each with what did.

    Of those that nothing ties to the name, the ones of which a part is taken nonetheless.
    """
    wrong = []
    for frame, write in frames.items():
        found = listed(f"云川县{write(name, groups)}", tools)
        spelled = flat(groups) in found
        made_up = any(word in flat(groups) for row in found for word in row)
        if made_up if (name, frame) in untied else not spelled:
            wrong.append((frame, found))
    return wrong
