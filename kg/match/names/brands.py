"""The full names of firms in, the places where their text calls them by their brand out: 青禾农业, 青禾."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.match.names.defined import LEGAL_FORM, without_place
from kg.match.places.occurrences import occurrences
from kg.match.places.place_grammar import is_letter
from kg.match.rulebook.kinds import PLACES
from kg.model import Form, Mention, Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

RULE = "names/brand"
BRAND = range(2, 5)
# What the names of firms say of their trade besides the trades that end a brand.
FIELDS = re.compile(
    "(?:农业|农林|农牧|林业|牧业|渔业|畜牧|种植|养殖|种养|农产品|绿色|有机|现代|休闲|观光|综合|科技|技术|发展|开发|投资|建设|实业|工贸|商贸|贸易|文化|传媒"
    "|信息|网络|数字|智能|管理|服务|运营|控股|集团|国际|制造|加工|供应链|餐饮|酒店|置业|工程|健康|康养|新能源|能源)+$"
)
BEFORE = frozenset("的在由与和对被为让给从向")
AHEAD, PLACED = 4, 2


def called_by_brand(page: Page, found: Sequence[Mention]) -> Iterator[Mention]:
    """The later places of firms by brand and trade, or by a brand that is no word and no other firm's.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> text = "青禾农业科技有限公司落户，青禾农业招工，目前青禾已投产"
    >>> page = open_page(text, compile_grammar(load_rules()), Words())
    >>> full = Mention(Span(0, 10), "Enterprise", "", "青禾农业科技有限公司", Form.PROPER)
    >>> [page.text[m.span.start : m.span.end] for m in called_by_brand(page, [full])]
    ['青禾', '青禾农业']
    """
    names: dict[str, Mention] = {}
    brands: Counter[str] = Counter()
    firms = {m.name: m for m in reversed(found) if m.type == "Enterprise" and LEGAL_FORM.search(m.name)}
    for full in firms.values():
        core = LEGAL_FORM.sub("", without_place(page.text, full))
        brand = _brand(page, core)
        if not brand:
            continue
        brands[brand] += 1
        rest = core[core.find(brand) + len(brand) :]
        trades = page.words.cut(rest)
        for trade in {trades[0][0], trades[-1][0]} - {core} if trades else ():
            names.setdefault(brand + trade, full)
        named = any(brand in m.name for m in found if m.type in PLACES)
        # 乡村振兴 is no word of the dictionary either.
        coined = not page.words.frequency(brand) and all(len(word) == 1 for word, _ in page.words.cut(brand))
        if coined and not named:
            names.setdefault(brand, full)
    places = occurrences(page.text, sorted(names))
    for name, full in sorted(names.items()):
        if brands[_brand(page, name) or name] > 1:
            continue
        for start in places[name]:
            span = Span(start, start + len(name))
            if start >= full.span.end and (name not in brands or _stands_alone(page, span)):
                yield Mention(span, "Enterprise", RULE, full.name, Form.SHORT)


def _brand(page: Page, core: str) -> str:
    """The brand before the trades of a firm's name, or ""."""
    brand = FIELDS.sub("", core)
    while (trade := page.grammar.firms.ending.expression.search(brand, max(0, len(brand) - 4))) and trade.end() == len(
        brand
    ):
        brand = FIELDS.sub("", brand[: trade.start()])
    # 云岭青禾 behind a county that no table holds.
    first, tag = page.words.cut(brand)[0] if brand else ("", "")
    brand = brand[PLACED:] if tag == "ns" and len(first) == PLACED and len(brand) == 2 * PLACED else brand
    grammar = page.grammar
    word = brand in grammar.generic or brand in grammar.boundaries or brand in grammar.goods.known
    return brand if len(brand) in BRAND and not word and brand != core else ""


def _stands_alone(page: Page, span: Span) -> bool:
    """目前，青禾已投产: whether a brand is followed by what it does, and by no noun that it opens the name of."""
    text = page.text
    before = text[span.start - 1 : span.start]
    last = span.end
    while last < min(len(text), span.end + AHEAD) and is_letter(text[last]):
        last += 1
    word, tag = next(iter(page.words.cut(text[span.end : last])), ("", ""))
    does = word in page.grammar.boundaries or tag[:1] in ("v", "d", "p")
    lately = text[span.start - 2 : span.start] in page.grammar.name_words.lately
    return does and (not is_letter(before or "。") or before in BEFORE or lately)
