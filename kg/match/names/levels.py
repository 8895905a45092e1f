"""The head of a name and how far it reaches in, where it begins with a level of government out: 部门指导|县司法局."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import LEVEL_WORDS, Page
from kg.match.names.phrases import Atom

AIM_ATOMS = 4
OFFICES = frozenset(("部门", "单位", "机关"))
LEVEL_MARKS = frozenset("省市县区州旗镇乡村")


def at_level(page: Page, atoms: Sequence[Atom], j: int, first: int) -> int:
    """部门指导|县司法局, 转|县调处中心: a body of a level begins with it where no place is before."""
    for k in range(first, j, -1):
        whole = (
            atoms[k].text in LEVEL_MARKS
            or atoms[k].text[1:] == "委"
            or (k == first and (atoms[k].text in page.grammar.bodies or atoms[k].text[1:] in page.grammar.heads))
        )
        if atoms[k].text[0] in LEVEL_MARKS and whole and _is_apart(page, atoms, k - 1):
            return k
    return j


def _is_apart(page: Page, atoms: Sequence[Atom], i: int) -> bool:
    """Whether what stands before a level is a verb, or joins, and opens no name of a place."""
    grammar, before = page.grammar, atoms[i]
    if before.tag[:1] in ("v", "c", "p", "d") or before.text in grammar.ambivalent | OFFICES:
        return True
    # 归|县法院, 搭上|镇敬老院: which the dictionary cuts in two, or takes for nouns.
    cut = i > 0 and atoms[i - 1].text + before.text in grammar.boundaries
    return cut or before.text in grammar.function | grammar.boundaries


def behind_level(page: Page, atoms: Sequence[Atom], j: int) -> int:
    """省整治河湖水质领导小组: what the group is for may be said in verbs, behind the level that it belongs to."""
    for k in range(j - 1, max(j - 1 - AIM_ATOMS, -1), -1):
        if atoms[k].text in LEVEL_WORDS:
            return k
        if atoms[k].tag in "@“（" or atoms[k].text in page.grammar.function:
            break
    return j
