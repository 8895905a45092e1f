"""A word left of the head of a trade in, whether it says who does it or what is done with it out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.match.names.grammar import LEVEL_WORDS, Page
from kg.match.names.phrases import Atom

# The heads of a trade that say of themselves that it is one.
BRANCHES = ("产业", "经济")
EACH = frozenset("各每")
YIELDS = frozenset("产种养栽卖售供销采育集")


def is_no_trade(page: Page, atom: Atom, head: Atom) -> bool:
    """Whether a word before the head of a trade says who does it, or how many there are."""
    if atom.text[0] in EACH:
        return True  # 各乡镇产业
    if len(atom.text) == 1:
        # 领茶叶; but the dictionary cuts 抹茶产业 into 抹 and 茶产业.
        deed = atom.tag[0] == "v" and "产业" not in head.text
        # 大棚里西瓜: where it grows.
        return deed or atom.tag[0] in "mdf" or atom.text == "内" or atom.text in LEVEL_WORDS or atom.text in YIELDS
    if atom.text in page.grammar.name_words.raw or atom.text in page.grammar.goods.around:
        return True
    if atom.text in page.grammar.name_words.growers and len(head.text) > 1 and not head.text.startswith(BRANCHES):
        return True
    # 采摘草莓, 适合食用菌: what is done with a crop is no part of its name.
    crop = len(head.text) > 1 and page.words.tag(head.text)[0] != "v"
    verb = atom.tag == "v" or (atom.tag == "vn" and atom.text in page.grammar.boundaries)
    # 林下种植黄精: nor is where that is done.
    grows = not page.grammar.goods.growing.isdisjoint((atom.text, atom.text[2:]))
    fostered = crop and atom.text in page.grammar.name_words.fostered
    done = (verb and crop and "产业" not in head.text) or grows or fostered
    return done and not head.text.startswith(BRANCHES)


def is_a_deed(page: Page, atoms: Sequence[Atom], i: int, head: int) -> bool:
    """指导产业发展, 申报产业项目: what is done with trades is none, unless it is one as 加工产业 is."""
    goods, text = page.grammar.goods, atoms[i].text
    if i + 1 < head or len(text) < 2 or not atoms[head].text.startswith("产业"):
        return False
    deed = atoms[i].tag[0] in "vdpc" or atoms[i].tag == "ad" or text in page.grammar.boundaries
    return deed and text not in goods.deeds and text not in goods.known
