"""The products that a text names in, those of them that it grows, sells or puts in a row as names of their own out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.match.names.goods_items import LINKS, RARE
from kg.match.places.place_grammar import is_letter
from kg.match.rulebook.kinds import PLACES
from kg.model import Form, Mention, Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

BRANCH = re.compile("(?:产业带|产业集群|全?产业链|产业)$")
GROWN = re.compile(
    r"(?:[种养栽产卖售采喂][了着出起好上过]?|靠的是|收购|收了?|承包了?|销售|带来|尝到)[^，。；：！？\n]{0,8}\Z"
)
AGAIN = 2
WINDOW = 12


def stands_by_itself(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those products made names of their own that the text grows, sells or puts in a row."""
    kind = page.grammar.trade.type
    edges = {edge for m in mentions if m.type == kind for edge in ((m.span.start, 0), (m.span.end, 1))}
    grounds = {m.span.end for m in mentions if m.type in PLACES}
    counts = Counter(m.name for m in mentions if m.type == kind)
    result = []
    for mention in mentions:
        if mention.type == kind and mention.form in (Form.SHORT, Form.NOMINAL) and _is_good(page, mention):
            again = mention.form is Form.SHORT and counts[mention.name] >= AGAIN
            rare = again and page.words.frequency(mention.name) < RARE
            trade = mention.form is Form.NOMINAL and BRANCH.sub("", mention.name) in page.grammar.goods.known
            if rare or trade or _in_a_row(page, mention.span, edges) or _is_grown(page, mention.span, grounds):
                mention = replace(mention, form=Form.PROPER)
        result.append(mention)
    return result


def _is_good(page: Page, mention: Mention) -> bool:
    """Whether the name ends in that of a product and not of a trade."""
    name, known = mention.name, page.grammar.goods.known
    if BRANCH.search(name):
        return True
    return not name.endswith(page.grammar.goods.trades) and any(name[at:] in known for at in range(len(name) - 1))


def _in_a_row(page: Page, span: Span, edges: set[tuple[int, int]]) -> bool:
    """Whether another product stands beside it, and nothing says that the row is one of other things."""
    text = page.text
    if page.grammar.goods.other.match(text, span.end):
        return False
    behind = text[span.end : span.end + 1] in tuple(LINKS) and (span.end + 1, 0) in edges
    return behind or (text[span.start - 1 : span.start] in tuple(LINKS) and (span.start - 1, 1) in edges)


def _is_grown(page: Page, span: Span, grounds: set[int]) -> bool:
    """Whether the words round it say that it is grown or sold, or from where it comes."""
    text, start = page.text, span.start
    # 做竹编的不少, 给客商做毛绒玩具，
    behind = text[span.end : span.end + 1] or "。"
    if text[start - 1 : start] == "做" and (behind == "的" or not is_letter(behind)):
        return True
    if start in grounds or (text[start - 1 : start] == "的" and start - 1 in grounds):
        return True
    window = text[max(0, start - WINDOW) : start]
    if GROWN.search(window) or any(page.grammar.goods.verbs.finditer(window[-6:])):
        return True
    return page.grammar.goods.field.match(text, span.end) is not None
