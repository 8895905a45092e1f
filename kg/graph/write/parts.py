"""What wholes are made of in, the N-Triples lines of their parts out."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.write.lines import BOOLEAN, CHINESE, INTEGER, LABEL, PLAIN, RULE, TYPE, Sheet, escaped
from kg.graph.write.vocabulary import DCTERMS, JC
from kg.model import Part


def wholes(found: Iterable[tuple[str, tuple[Part, ...], str]], sheet: Sheet) -> list[str]:
    """The lines of all parts; a whole that is listed twice has its parts counted on."""
    lines: list[str] = []
    listed: dict[str, int] = {}
    for whole, parts, rule in found:
        before = listed.get(whole, 0)
        listed[whole] = before + len(parts)
        for place, part in enumerate(parts, before + 1):
            lines += _part(sheet.node(whole), f"{sheet.base}{sheet.id}-{whole}-{place}", part, rule, sheet)
    return lines


def _part(whole: str, name: str, part: Part, rule: str, sheet: Sheet) -> list[str]:
    node = f"<{name}>"
    # A number that no list spells out stands by itself: it belongs to the whole, and is no part that the text gives.
    spelled = part.stated is None or bool(part.parts)
    lines = [
        *([f"{whole} <{JC}hasPart> {node} .\n"] if spelled else []),
        f"{node} <{DCTERMS}isPartOf> {whole} .\n",
        f"{node}{TYPE}<{JC}Part> .\n",
        f'{node}{LABEL}"{escaped(part.label)}{CHINESE}',
        f'{node} <{JC}position> "{part.position}{INTEGER}',
        f'{node}{RULE}"{escaped(rule)}{PLAIN}',
        *_counts(node, part),
        *sheet.derived(node, part.spans),
    ]
    for place, item in enumerate(part.parts, 1):
        lines += _part(node, f"{name}-{place}", item, rule, sheet)
    return lines


def _counts(node: str, part: Part) -> list[str]:
    """What the name states and the text lists, and whether they agree."""
    lines = []
    if part.stated is not None:
        lines.append(f'{node} <{JC}statedCount> "{part.stated}{INTEGER}')
    if part.open:
        lines.append(f'{node} <{JC}openList> "true{BOOLEAN}')
    if part.parts:
        listed = len(part.parts) if part.listed is None else part.listed
        lines.append(f'{node} <{JC}listedCount> "{listed}{INTEGER}')
        # A full list that goes on all the same (等) neither verifies the number nor refutes it.
        if part.stated is not None and not (part.open and part.stated == listed):
            lines.append(f'{node} <{JC}countVerified> "{"true" if part.stated == listed else "false"}{BOOLEAN}')
    return lines
