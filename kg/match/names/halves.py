"""A word that joins in, where the name begins both of whose halves it joins out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import LEVEL_WORDS, Page
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import WAYS
from kg.match.rulebook.rule_types import EntityRule

LINKS = frozenset("与和及暨")
# 海洋与渔业局: the dictionary takes 海洋 for a place.
FIELD_TAGS = frozenset({"n", "vn", "v", "l", "j", "an", "nt", "nz", "a", "b", "ns"})
# 林草保护与生态修复: a verb that ends the first half.
DEED_TAGS = ("v", "vn")
# So many words may stand before 与 in one name.
LONGEST_HALF = 4
JOINED_TAGS = frozenset({"n", "vn", "v", "l", "j", "an"})


def joined_start(page: Page, atoms: Sequence[Atom], i: int, rule: EntityRule) -> int | None:
    """综合治理与生态修复工程: where a name begins whose two halves the word at `i` joins; None where it joins no name.

    和 is as often between two names, so that only one word may stand before it.
    """
    if atoms[i].text not in LINKS or (rule.type not in WAYS and rule.type != "GovernmentBody"):
        return None
    # 集中开工暨康旅小镇项目: 暨 joins two occasions.
    if atoms[i].text == "暨" and i and atoms[i - 1].text in page.grammar.boundaries:
        return None
    longest = 1 if atoms[i].text == "和" or rule.type == "GovernmentBody" else LONGEST_HALF
    for j in range(i - 1, max(-1, i - 1 - longest), -1):
        deed = atoms[j].tag in DEED_TAGS or atoms[j].text in page.grammar.boundaries
        deed = deed and j == i - 1 and j > 0 and _is_half(page, atoms[j - 1])
        if not deed and not _is_half(page, atoms[j]):
            return None
        if j > 0 and atoms[j - 1].text in page.grammar.boundaries:
            return j
    return None


def lists_fields(page: Page, atoms: Sequence[Atom], i: int, rule: EntityRule) -> bool:
    """云岭县文化广电和旅游局: whether 和 joins the fields of a body whose place or mother stands before them."""
    if atoms[i].text not in LINKS or rule.type not in ("GovernmentBody", "Institution"):
        return False
    k = i - 1
    # 云岭县图书馆与江岳大学签约: a house stands there, and no field of learning.
    house = page.grammar.heads.get(page.ends.get(atoms[k].end, (0, ""))[1]) if k >= 0 else None
    if rule.type == "Institution" and house is not None and house.type == "Facility":
        return False
    while k >= 0 and atoms[k].tag in FIELD_TAGS and len(atoms[k].text) > 1 and atoms[k].text not in page.grammar.verbs:
        if atoms[k].end in page.ends and page.grammar.is_body(page.ends[atoms[k].end][1]):
            return k < i - 1
        k -= 1
    if k < 0 or k == i - 1:
        return False
    return atoms[k].tag == "@" or atoms[k].text in LEVEL_WORDS


def _is_half(page: Page, atom: Atom) -> bool:
    """Whether a word may stand in the first half of a joined name."""
    grammar = page.grammar
    # The dictionary takes 水土保持 for a person; no Chinese one has four characters.
    noun = atom.tag in JOINED_TAGS or len(atom.text) == 4
    return (
        ((noun and len(atom.text) >= 2) or atom.tag in ("n", "ng"))
        and atom.text not in grammar.verbs
        and atom.text not in grammar.heads
        and atom.text[-2:] not in grammar.heads
    )
