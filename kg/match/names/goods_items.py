"""A place in, the name of a product that begins there out, and how sure it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.match.places.place_grammar import is_letter
from kg.match.rulebook.words import IDIOMS
from kg.model import Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

LINKS = "、和与及"
SHORTEST, LONGEST = 2, 8
# A word that the dictionary counts oftener is a word of the language, and would stand in the list of products.
RARE, COMMON = 200, 3000
# jieba's tags of words that are no part of a product's name.
FREE = tuple("vdpcurtmqfzy")
NUMERALS = frozenset("一二三四五六七八九十两百千万")
HEDGES = frozenset("近约逾超达仅共")
LEADING = frozenset("全省市州盟县旗区镇乡村")
# 种植销路好、易管理的丹参: what is good about it is no product.
# 套种玉米来增收, 种了没人收: what is done with it, or what else is said.
GOING_ON = frozenset("来去给没就都才又再挣赚卖换供施喷浇撒")
VALUED = frozenset("好高优佳旺俏畅")


DONE = frozenset("了过着起满完活上")
RAISING = frozenset("种养栽")


def item_at(page: Page, at: int, end: int, starts: set[int]) -> Span | None:
    """The noun phrase that begins at a place, where it can be the name of a product."""
    text, grammar = page.text, page.grammar
    limit = at
    while limit < end and is_letter(text[limit]) and limit not in starts and text[limit] not in LINKS:
        limit += 1
    stop = start = at
    for word, tag in page.words.cut(text[at:limit]):
        if word in grammar.goods.never or word == "等":
            break
        leading = len(word) > 1 and (word in grammar.praise or word in grammar.generic)
        if stop == start and (leading or word in LEADING):
            start = stop = stop + len(word)
            continue
        if tag in IDIOMS:
            break  # 种植遍地开花
        if len(word) > 1:
            known = word in grammar.goods.known
            if not known and (word in grammar.boundaries or word in grammar.generic or tag.startswith(FREE)):
                break
        elif (
            # 种藕养鱼: what is raised beside is another.
            (word in RAISING and stop > start)
            or word in grammar.function
            or word in NUMERALS
            or word in GOING_ON
            or (word in HEDGES and _counts(text, stop + 1))
        ):
            break
        stop += len(word)
    name = text[start:stop]
    if not SHORTEST <= len(name) <= LONGEST or name in grammar.trade.never or name in grammar.goods.never:
        return None
    # 种植大户, 养殖基地: a last word that many sentences hold is no product.
    last = page.words.cut(name)[-1][0]
    if last in grammar.goods.never or (
        name not in grammar.goods.known and not grammar.goods.never.isdisjoint((name[-2:], name[-3:]))
    ):
        return None  # 种植养殖面积
    if name not in grammar.goods.known and len(last) > 1 and page.words.frequency(last) > COMMON:
        return None
    if stop < end and text[stop] in VALUED and name not in grammar.goods.known:
        return None
    return Span(start, stop)


def _counts(text: str, at: int) -> bool:
    """种植辣椒近3万亩: whether a number follows."""
    return text[at : at + 1].isdigit() or text[at : at + 1] in NUMERALS


def ends_as_goods(page: Page, item: Span) -> bool:
    """Whether the last character is one in which names of products end: 果, 菇, 鱼."""
    # 电子厂干了11年: no dried goods.
    done = page.text[item.end - 1] == "干" and page.text[item.end : item.end + 1] in DONE
    return page.text[item.end - 1] in page.grammar.goods.endings and not done


def unheard(page: Page, item: Span) -> bool:
    """Whether the dictionary hardly knows the name."""
    return page.words.frequency(page.text[item.start : item.end]) < RARE


def sure(page: Page, item: Span) -> bool:
    """Whether a name is a known product, or one by its last character that is no other word."""
    name = page.text[item.start : item.end]
    known = page.grammar.goods.known
    # 沙棘籽油软胶囊 is made of 沙棘.
    if name in known or any(name[:at] in known for at in range(2, len(name) - 1)):
        return True
    return ends_as_goods(page, item) and unheard(page, item)
