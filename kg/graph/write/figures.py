"""Observations of one document in, their N-Triples lines out."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from kg.graph.write.lines import CHINESE, DECIMAL, PLAIN, TYPE, Sheet, escaped, number, period
from kg.graph.write.vocabulary import JC
from kg.model import Observation

IS_OBSERVATION = f"{TYPE}<{JC}Observation> .\n"
OF = f" <{JC}observationOf> "
INDICATOR, COMPARATOR, TEXT, UNIT, SI_UNIT, VALUE, LOWER, UPPER, FROM, SI_VALUE = (
    f' <{JC}{name}> "'
    for name in (
        "indicator", "comparator", "quantityText", "unit", "siUnit",
        "value", "lower", "upper", "fromValue", "siValue",
    )
)  # fmt: skip


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
    for node, seen in sorted(zip(nodes, found, strict=True), key=itemgetter(0)):
        lines += _observation(node, seen, sheet)
        for other, agree, arithmetic in seen.agrees:
            lines.append(f"{node} <{JC}{'agreesWith' if agree else 'disagreesWith'}> {nodes[other]} .\n")
            if arithmetic:
                lines.append(f'{node} <{JC}arithmetic> "{escaped(arithmetic)}{PLAIN}')
    return lines


def _observation(node: str, seen: Observation, sheet: Sheet) -> list[str]:
    value = seen.value
    lines = [
        node + IS_OBSERVATION,
        *sheet.told(node, (seen.evidence,)),
        f"{node}{COMPARATOR}{value.comparator}{PLAIN}",
        f"{node}{INDICATOR}{escaped(seen.indicator)}{CHINESE}",
        f"{node}{OF}{sheet.node(seen.subject)} .\n",
        f"{node}{TEXT}{escaped(value.text)}{PLAIN}",
    ]
    for predicate, figure in (
        (VALUE, value.number), (LOWER, value.lower), (UPPER, value.upper),
        (FROM, seen.before), (SI_VALUE, value.si_number),
    ):  # fmt: skip
        if figure is not None:
            lines.append(f"{node}{predicate}{number(figure)}{DECIMAL}")
    if value.unit:
        lines.append(f"{node}{UNIT}{escaped(value.unit)}{PLAIN}")
    if value.si_unit:
        lines.append(f"{node}{SI_UNIT}{escaped(value.si_unit)}{PLAIN}")
    if seen.period:
        lines.append(period(node, seen.period))
    return lines
