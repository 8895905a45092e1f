"""Where a name begins so far in, where it begins with what the dictionary cuts off or a dash joins out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import LEVEL_WORDS, Page
from kg.match.names.halves import LINKS
from kg.match.names.phrases import Atom
from kg.match.places.place_grammar import PLACE_TAGS
from kg.match.rulebook.kinds import PLACES
from kg.model import Form

# One character says enough of what a body or festival is about.
CROPS = frozenset("茶竹菌药花果菜鱼虾蟹羊牛猪鸡鸭蜂桑蚕稻麦棉油酒瓷陶石木枣梨桃椒薯姜蒜")
# 强县——产业园的路: two dashes explain.
DASHES = ("—", "-", "－")
LONGEST_TWIN = 3
RELATING, OF_SIZE = frozenset("同和有为向得"), frozenset("大小新老旧多好")
# 青石镇建茶厂: what is set up there, and 青石镇种茶的.
SETTING_UP = frozenset("建修办设开打搞种养的")


def opens_behind_place(page: Page, atoms: Sequence[Atom], j: int, first: int) -> bool:
    """青石镇和润茶园: whether behind a place the name begins with a word of relation that the dictionary cuts off."""
    if not 1 < j < first or len(atoms[j].text) != 1:
        return False
    place, opening, inside = atoms[j - 2].known, atoms[j - 1].text, atoms[j].text
    # 青石镇对坡小学: 坡小学 alone is none that anybody could turn to.
    trade = j + 2 == first and len(atoms[j + 1].text) > 1 and inside + atoms[j + 1].text not in page.grammar.goods.known
    if j + 1 < first and not (trade and atoms[first].text.endswith("合作社")):
        return False
    named = opening in page.grammar.function and opening not in SETTING_UP
    named = named and atoms[j].tag[:1] not in "mqrfdb" and inside not in CROPS
    if opening not in RELATING and not named:
        return False
    placed = place is not None and place.type in PLACES and place.form is not Form.ANAPHOR
    return placed and inside not in LEVEL_WORDS and inside not in OF_SIZE


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
