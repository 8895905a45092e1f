"""Observations of one document in, their N-Triples lines out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.lines import CHINESE, DECIMAL, PLAIN, TYPE, Sheet, escaped, number, period
from kg.graph.vocabulary import JC
from kg.model import Observation


def observations(found: Sequence[Observation], sheet: Sheet) -> list[str]:
    """The lines of all observations; those of one passage are counted on."""
    nodes: list[str] = []
    taken: dict[str, int] = {}
    for seen in found:
        spans = seen.evidence.spans
        name = f"{sheet.base}obs-{sheet.digits}-{spans[0].start}-{spans[-1].end}"
        taken[name] = times = taken.get(name, 0) + 1
        nodes.append(f"<{name}>" if times == 1 else f"<{name}-{times}>")
    lines: list[str] = []
    for node, seen in zip(nodes, found, strict=True):
        lines += _observation(node, seen, sheet)
        for other, agree, arithmetic in seen.agrees:
            lines.append(f"{node} <{JC}{'agreesWith' if agree else 'disagreesWith'}> {nodes[other]} .\n")
            if arithmetic:
                lines.append(f'{node} <{JC}arithmetic> "{escaped(arithmetic)}{PLAIN}')
    return lines


def _observation(node: str, seen: Observation, sheet: Sheet) -> list[str]:
    value = seen.value
    lines = [
        f"{node}{TYPE}<{JC}Observation> .\n",
        f"{node} <{JC}observationOf> {sheet.node(seen.subject)} .\n",
        f'{node} <{JC}indicator> "{escaped(seen.indicator)}{CHINESE}',
        f'{node} <{JC}comparator> "{value.comparator}{PLAIN}',
        f'{node} <{JC}quantityText> "{escaped(value.text)}{PLAIN}',
        *sheet.told(node, (seen.evidence,)),
    ]
    figures = {
        "value": value.number,
        "lower": value.lower,
        "upper": value.upper,
        "fromValue": seen.before,
        "siValue": value.si_number,
    }
    for name, figure in figures.items():
        if figure is not None:
            lines.append(f'{node} <{JC}{name}> "{number(figure)}{DECIMAL}')
    if value.unit:
        lines.append(f'{node} <{JC}unit> "{escaped(value.unit)}{PLAIN}')
    if value.si_unit:
        lines.append(f'{node} <{JC}siUnit> "{escaped(value.si_unit)}{PLAIN}')
    if seen.period:
        lines.append(period(node, seen.period))
    return lines
