"""A sentence in, the trades of a row and quoted brands out: 以食品、医药为主, “九峰”等茶叶品牌."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.match.rulebook.signs import Sought
from kg.model import Form, Mention, Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

SHORTEST, LONGEST = 2, 8
MAINLY, PILLARS, MADE, LINES = "为主", "产业", "产品", "条"
SO_MANY = "(?:[0-9]+|[两二三四五六七八九十])"
ROWS = (
    (MAINLY, re.compile("以(?P<row>[一-龥]{2,8}?(?:[、和及与][一-龥]{2,8}?){1,7})等?为主")),
    (
        PILLARS,
        re.compile(
            "(?<![一-龥、])(?P<row>[一-龥]{2,8}?(?:[、和及与][一-龥]{2,8}?){1,7})等?(?:均|都)?(?:是|成为)"
            "[^，。；]{0,8}?(?:主导|支柱|特色|优势|富民)产业"
        ),
    ),
    # 绿野公司主要有天麻片、天麻酒等产品
    (MADE, re.compile("(?:主要|现|拥)有(?P<row>[一-龥]{2,8}?(?:[、和及与][一-龥]{2,8}?){1,9})等[一-龥0-9]{0,5}产品")),
    # 饮片、药膳两个系列产品
    (
        MADE,
        re.compile(
            f"(?:(?<![一-龥、])(?![一-龥]{{0,8}}有)|(?<![没所])有)(?P<row>[一-龥]{{2,8}}?(?:[、和及与][一-龥]{{2,8}}?){{1,9}}){SO_MANY}(?:个|大|种|类)(?:系列)?产品"
        ),
    ),
    # 上了椒油、椒精两条线
    (
        LINES,
        re.compile(
            f"(?:上了|上马|新上|新建|建成|建起|投产|引进)了?(?P<row>[一-龥]{{2,8}}?(?:[、和及与][一-龥]{{2,8}}?){{1,5}}){SO_MANY}条(?:加工|生产)?线"
        ),
    ),
)
# 青稞、饲草等传统作物: what the members are is no part of the last.
MEMBER = re.compile("([^、和及与等]+)(?:等[^、和及与]*)?")
# A row of trades holds so many that the lists know, and one of two at least.
KNOWN, SHARE = 1, 2
NOTED = (
    "(?=，?(?:先后|多次|连续|曾|均|都|还|也|双双)*(?:荣获|获得|获评|获|远销|畅销|入选"
    "|被(?:[^，。；]{0,12}?)?(?:评|认定|授予|列|确定|命名)))"
)
BRANDS = (
    # “九峰”、“霞光”等茶叶品牌多次荣获…
    Sought(
        f"(?:“[^“”、，。]{{1,8}}”[、和及与]?){{1,8}}等?(?:[0-9]+个)?(?P<kind>[一-龥]{{0,4}})(?:品牌|产品|商标){NOTED}"
    ),
    # “吴山”牌挂锁被评为名牌产品
    Sought(f"“[^“”、，。]{{1,8}}”牌(?P<kind>[一-龥]{{2,4}}){NOTED}"),
    # “青石茶猴”成了爆款, “云岭红”系列热销
    Sought(
        "(?<![一-龥])“[^“”、，。]{2,8}”(?P<kind>)(?:系列)?(?:文创|玩偶|产品)?(?:一经(?:推出|上市)，?(?:便|就)?)?"
        "(?:成了?爆款|成为爆款|热销|畅销|走俏|卖出了?[0-9]|卖了[0-9]|售价)|(?<=的)“[^“”、，。]{2,8}”(?P<made>)(?:成了|成为|是)爆款"
    ),
    # “云岭黄花”荣获全国农博会金奖
    Sought(
        f"(?<![一-龥])“[^“”、，。]{{2,8}}”(?P<kind>){NOTED}"
        "[^，。；]{0,24}?(?:[农茶酒果]博会|名牌|商标|地理标志|农产品|名优|特产)"
    ),
)
BRAND = re.compile("“([^“”]+)”(?:牌[一-龥]{2,4}$)?")
OF_WORK = re.compile("党建|文化|服务|治理|志愿|调解|工作|教育|警务|信访|支部")


def find_rows(page: Page, span: Span) -> Iterator[Mention]:
    """The members of a row of trades of which the lists know half, and brands that are said to be honoured or sold.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("工业以化纤、制药、建材为主，“霞光”等茶叶品牌荣获金奖", compile_grammar(load_rules()), Words())
    >>> [m.name for m in find_rows(page, Span(0, 29))]
    ['化纤', '制药', '建材', '霞光']
    """
    for word, pattern in ROWS:
        if page.text.find(word, span.start, span.end) != -1:
            for match in pattern.finditer(page.text, span.start, span.end):
                yield from _trades(page, Span(*match.span("row")))
    if page.may_stand(BRANDS, span):
        yield from _brands(page, span)


def _trades(page: Page, row: Span) -> Iterator[Mention]:
    grammar = page.grammar
    spans = [Span(*m.span(1)) for m in MEMBER.finditer(page.text, row.start, row.end)]
    names = [page.text[each.start : each.end] for each in spans]
    # 天麻片 is made of 天麻.
    known = sum(any(name[:end] in grammar.goods.known for end in range(2, len(name) + 1)) for name in names)
    if known < KNOWN or known * SHARE < len(names):
        return
    for each, name in zip(spans, names, strict=True):
        never = name in grammar.goods.never or name in grammar.trade.never or name in grammar.generic
        if SHORTEST <= len(name) <= LONGEST and not never and page.words.cut(name)[0][1][:1] not in "vdpcurm":
            yield Mention(each, grammar.trade.type, "industry/row", name, Form.PROPER)


def _brands(page: Page, span: Span) -> Iterator[Mention]:
    for pattern in BRANDS:
        for match in page.each(pattern, span):
            if OF_WORK.search(match[0]):
                continue
            for brand in BRAND.finditer(page.text, match.start(), match.end()):
                name = brand[1] if brand[0][-1] == "”" else brand[0]
                yield Mention(Span(*brand.span()), page.grammar.trade.type, "industry/brand", name, Form.QUOTED)
