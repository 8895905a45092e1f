"""Place mentions in, the divisions of the table that they name and the place before each in its chain out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.gazetteer import Division, Gazetteer
from kg.model import Form, Mention

RANKS = {"Province": 0, "Prefecture": 1, "County": 2, "Township": 3, "Village": 4, "Community": 4}
UPPER = ("Province", "Prefecture", "County")
# Between two links of a chain: 云岭县白石镇, 云岭县的白石镇.
JOINTS = ("", "的")
LISTS = ("、", "和", "与", "及", "以及")


@dataclass(frozen=True, slots=True)
class Choice:
    """What an upper division's mention names: one of the table, or none, with those that it may be."""

    division: Division | None
    rivals: tuple[Division, ...] = ()


def chains(text: str, mentions: Sequence[Mention]) -> list[int | None]:
    """For each mention the index of the place in front of it that it lies in, as the text writes it.

    In 白石镇大柘村、小洲村 both villages lie in the town.
    """
    above: list[int | None] = []
    for i, mention in enumerate(mentions):
        above.append(_above(text, mentions, above, i) if mention.form is not Form.ANAPHOR else None)
    return above


def _above(text: str, mentions: Sequence[Mention], above: Sequence[int | None], i: int) -> int | None:
    mention = mentions[i]
    rank = RANKS.get(mention.type)
    for k in range(i - 1, max(-1, i - 4), -1):
        before = mentions[k]
        if before.span.end > mention.span.start:
            # 云岭 in 云岭经济开发区, whose own chain goes on before it.
            continue
        if before.form is Form.ANAPHOR:
            return None
        gap = text[before.span.end : mention.span.start]
        if gap in JOINTS:
            zone = before.type == "Region" and before.rule == "place/suffix" and rank is not None and rank > 2
            higher = zone or before.type in RANKS and (rank is None or RANKS[before.type] < rank)
            smaller = mention.type == "Village" and before.type in ("Village", "Community") and gap == ""
            return k if higher or smaller else None
        if gap in LISTS and before.type == mention.type and rank is not None and rank > 2:
            return above[k]
        return None
    return None


def choose(mentions: Sequence[Mention], above: Sequence[int | None], table: Gazetteer) -> dict[int, Choice]:
    """The division of each mention of the county's rank or higher, by its chain and by the others of the text."""
    found: dict[int, Choice] = {}
    # A chain's higher links stand before its lower ones, so each finds the one above it settled.
    for i, mention in enumerate(mentions):
        if mention.type in UPPER and mention.form is not Form.ANAPHOR:
            rivals = _rivals(mention, table)
            k = above[i]
            if k is not None and k in found and rivals:
                parents = [d for d in (found[k].division, *found[k].rivals) if d is not None]
                inside = tuple(d for d in rivals if table.holds(parents, d))
                # Where the table contradicts the text, the text is right and the division one that the table lacks.
                rivals = inside if inside or not parents else ()
            found[i] = Choice(rivals[0] if len(rivals) == 1 else None, rivals)
    return _by_company(mentions, found, table)


def _rivals(mention: Mention, table: Gazetteer) -> tuple[Division, ...]:
    same = table.find(mention.name, mention.type)
    full = tuple(d for d in same if d.name == mention.name)
    return full or same


def _by_company(mentions: Sequence[Mention], found: dict[int, Choice], table: Gazetteer) -> dict[int, Choice]:
    """Settle what several divisions are named by the other divisions of the text: itself in full, or what it lies in."""
    settled = {choice.division for choice in found.values() if choice.division is not None}
    named = {choice.division.name for choice in found.values() if choice.division is not None}
    for i, choice in found.items():
        if choice.division is not None or not choice.rivals:
            continue
        tests = (
            [d for d in choice.rivals if d in settled],
            [d for d in choice.rivals if d.name in named and mentions[i].form is Form.SHORT],
            [d for d in choice.rivals if table.holds([s for s in settled if s.level == "Prefecture"], d)],
            [d for d in choice.rivals if table.holds([s for s in settled if s.level == "Province"], d)],
        )
        only = next((fitting[0] for fitting in tests if len(fitting) == 1), None)
        if only is not None:
            found[i] = Choice(only, choice.rivals)
    return found
