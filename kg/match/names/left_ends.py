"""Where a name begins so far in, where it begins with what the dictionary cuts off or a dash joins out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import Page
from kg.match.names.halves import LINKS
from kg.match.names.phrases import Atom
from kg.match.places.place_grammar import PLACE_TAGS
from kg.match.rulebook.kinds import PLACES
from kg.model import Form

# 强县——产业园的路: two dashes explain.
DASHES = ("—", "-", "－")
LONGEST_TWIN = 3


def sounded_start(page: Page, atoms: Sequence[Atom], j: int) -> int:
    """成立呼日勒畜牧专业合作社: with the characters before it of a name by sound, some of which are words elsewhere."""
    k = j
    while k > 0 and len(atoms[k].text) == 1 and _is_sound(page, atoms[k - 1]):
        k -= 1
    opened = k == 0 or len(atoms[k - 1].text) > 1 or atoms[k - 1].tag[:1] in "pu"
    return k if opened else j


def _is_sound(page: Page, atom: Atom) -> bool:
    return atom.known is None and atom.text in page.grammar.sounds and atom.text not in LINKS


def twin_start(atoms: Sequence[Atom], j: int) -> int | None:
    """东江—云岭产业园: where the first of two places begins that a dash joins, if one does so before atom `j`."""
    if j < 2 or atoms[j - 1].text not in DASHES:
        return None
    return j - 2 if _is_place(atoms[j]) and _is_place(atoms[j - 2]) else None


def _is_place(atom: Atom) -> bool:
    if atom.known is None:
        return atom.tag in PLACE_TAGS and 1 < len(atom.text) <= LONGEST_TWIN
    return atom.known.type in PLACES and atom.known.form is not Form.ANAPHOR
