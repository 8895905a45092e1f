"""A name of a main thing and side ones (一主两辅) and the text before or behind it in, what each of them is out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.parts.judging import EXACT, LABELLED, Reading
from kg.match.parts.leads import spanned
from kg.match.shorthand.enumeration import JOINT, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Group, Span

MAIN, SIDE = "主", ("辅", "副", "补", "特")
# 以茶叶为主、药材和蔬菜为辅的一主两辅体系
TOLD = re.compile(
    "以(?P<main>[^，。；：“”\n]{1,24}?)为主(?:导|体|业)?[、，](?:以)?(?P<side>[^，。；：“”\n]{1,40}?)为(?:辅|副|补充|特色)(?:业|助)?"
)


def read_main_and_side(text: str, span: Span, numerals: Sequence[Numeral]) -> Reading | None:
    """以茶叶为主、药材和蔬菜为辅 for 一主两辅: as many of each as the name states.

    >>> line = "形成以茶叶为主、药材和蔬菜为辅的"
    >>> two = [Numeral(1, "主", "一主", ("主",)), Numeral(2, "辅", "两辅", ("辅",))]
    >>> [[i.text for i in g.items] for g in read_main_and_side(line, Span(0, len(line)), two).groups]
    [['茶叶'], ['药材', '蔬菜']]
    """
    if len(numerals) != len(("main", "side")) or not numerals[0].key.startswith(MAIN):
        return None
    told = TOLD.search(text, span.start, span.end) if numerals[1].key.startswith(SIDE) else None
    if told is None:
        return None
    groups = [_listed(text, Span(*told.span(slot)), n) for slot, n in zip(("main", "side"), numerals, strict=True)]
    found = tuple(g for g in groups if g)
    return Reading(found, EXACT + LABELLED) if len(found) == len(numerals) else None


def _listed(text: str, span: Span, numeral: Numeral) -> Group | None:
    row = [tidy(text, s) for s in pieces(text, span, 1)]
    if len(row) + 1 == numeral.number and (joint := JOINT.search(text, row[-1].start + 1, row[-1].end - 1)):
        row = [*row[:-1], Span(row[-1].start, joint.start()), Span(joint.end(), row[-1].end)]
    return spanned(text, row, numeral) if len(row) == numeral.number else None
