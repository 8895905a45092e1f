"""A text in, the firms that it calls by a brand and a trade, without their legal form, out: 锦程车业, 天岳生物."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.match.numbers.numerals import SINGLE
from kg.match.places.occurrences import occurrences
from kg.match.places.place_grammar import is_letter
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.kinds import PLACES
from kg.match.rulebook.signs import Sought
from kg.model import Form, Mention, Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

RULE = "names/firm"
LINKS = ("、", "和", "与")
REACH, SHORTEST, LONGEST = 8, 2, 3
# A word that the dictionary counts oftener is one of the language: 绿色食品.
RARE = 50
PROPER, KNOWN = frozenset(("nz", "nr", "nt")), 500
SHORTEST_NAME = 4
# 县里引来锦程车业, 柳河镇的锦程车业: what may stand right before the name of a firm.
BEFORE = re.compile(
    "(?:引进|引来|引入|招引|招来|引育|落户|入驻|携手|牵手|走进|来到|企业|公司|客商|集团"
    "|[的由与和同被把将在是向为让对给到从、，。；：！？“”（）—]|^)了?$"
)
BROUGHT = re.compile(
    "(?:引进|引来|引入|招引|招来|引育|企业|厂家|公司|走进|来到|落户|入驻|携手|牵手)了?$|(?:所在|就职|[他她]们?)的$"
)
# 锦程车业的总经理, 锦程车业公司: what only a firm has.
HAS = re.compile(
    "(?:公司)?的?(?:董事长|总经理|副总经理|经理|负责人|创始人|老板|法人|总裁|厂长|车间|厂区|厂房|员工|职工|[一-龥]{0,2}?(?:技术员|质检员|技师|工程师|操作工|销售员)|主管|班长|股东|门店|公司|企业|集团|[一-龥]{0,4}(?:基地|生产线|大棚))"
)
# 锦程车业去年产值2亿元, 天岳生物投资3亿元, 天岳生物，老板李华: what is told of hardly anything but a firm.
TOLD = re.compile(
    "(?:去年|今年|[12][0-9]{3}年)?的?(?:年?产值|营收|年?销售额|销售收入|订单|年产|投资|投产|扩产|落户|入驻|注册|中标|承建|研发|捐[款赠资]|招工|用工)"
    "|，(?:董事长|总经理|经理|负责人|创始人|老板|厂长)[一-龥]{2,4}"
)
ANNOUNCED = Sought(
    "(?P<number>[0-9]{1,2}|[两三四五六七八九十])家[一-龥]{0,8}?(?:企业|公司)(?:：|——|，即|，分别[是为])"
    "(?P<list>[一-龥]{3,8}(?:[、和与及][一-龥]{3,8})+)(?=[，。；：——])"
)
# 锦程车业园, 水产种业振兴: the word goes on.
GOES_ON = re.compile(
    "园|基地|产业|行业|市场|项目|工程|行动|学校|学院|大学|协会|商会|局|站|中心|场|厂|种植|养殖|加工|合作|联社|大户|专家|振兴"
    "|发展|创新|化|界|带|链|集群|[强大][县市镇]|重镇|专业|服(?!装|饰)|[衣裤帽鞋袜](?!业)|被子"
)
# 上万家丝网工贸企业: so many of a trade.
COUNTED = re.compile("(?:[0-9万千百多余几两十]家|各|[0-9]+个)$")
NEVER_IN_A_BRAND = frozenset(
    "的了和与及同由被把将在是有为向对从到等各该全本大小新老县市区镇乡村省州旗盟一二三四五六七八九十两多年月日以其所"
)


# 示范带动力, 内生动力: of what strength is spoken.
POWERS = re.compile("(?:带|推|驱|行|流|劳|原|源|主|生|互|联|能|机)动力$")


@dataclass(frozen=True, slots=True)
class Firms:
    """The last words of firms' names, compiled."""

    ending: Sought
    sure: frozenset[str]


def compile_firms(rows: Iterable[tuple[str, ...]]) -> Firms:
    """Make the word list ready to be asked."""
    kinds: Mapping[str, str] = {row[0]: row[1] for row in rows}
    return Firms(Sought(one_of(kinds)), frozenset(word for word, kind in kinds.items() if kind == "sure"))


def find_firms(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The firms of a sentence that a brand and a trade name.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("跃腾车业去年扩产，天岳生物总经理李华", compile_grammar(load_rules()), Words())
    >>> [page.text[m.span.start : m.span.end] for m in find_firms(page, Span(0, 18), [])]
    ['跃腾车业', '天岳生物']
    """
    firms, text = page.grammar.firms, page.text
    found: list[Span] = []
    doubted: list[Span] = []
    for last in page.each(firms.ending, span):
        if GOES_ON.match(text, last.end()) or POWERS.search(text, max(0, last.end() - 4), last.end()):
            continue
        start = _brand(page, last.start(), span.start, known)
        if start is None:
            continue
        before = text[max(span.start, start - 4) : start]
        if COUNTED.search(before):
            continue
        placed = any(m.span.end == start and m.type in PLACES for m in known)
        if last[0] in firms.sure:
            proven = placed or BEFORE.search(before) is not None
        else:
            # 柳河镇的天岳生物
            placed = text[start - 1] == "的" and any(m.span.end == start - 1 and m.type in PLACES for m in known)
            shown = HAS.match(text, last.end()) or TOLD.match(text, last.end()) or BROUGHT.search(before)
            proven = placed or shown is not None
        (found if proven else doubted).append(Span(start, last.end()))
    # 鑫源矿业、兴隆水泥捐资: beside a firm stands another.
    starts, ends = {firm.start for firm in found}, {firm.end for firm in found}
    beside = [
        firm
        for firm in doubted
        if (text[firm.start - 1 : firm.start] in LINKS and firm.start - 1 in ends)
        or (text[firm.end : firm.end + 1] in LINKS and firm.end + 1 in starts)
    ]
    yield from (_firm(page, firm) for firm in (*found, *beside, *_announced(page, span)))


def _announced(page: Page, span: Span) -> Iterator[Span]:
    """3家规上企业：华盛纺织、金桥家具、双鹰五金: as many names as the words before them say."""
    for match in page.each(ANNOUNCED, span):
        names, at = re.split("[、和与及]", match["list"]), match.start("list")
        number = SINGLE[match["number"]].number if match["number"] in SINGLE else int(match["number"])
        for name in names if len(names) == number else ():
            yield Span(at, at + len(name))
            at += len(name) + 1


def _brand(page: Page, end: int, least: int, known: Sequence[Mention]) -> int | None:
    """Where the brand before a trade begins: two or three characters that make no word of the language."""
    text = page.text
    left = end
    while left > max(least, end - REACH) and is_letter(text[left - 1]):
        left -= 1
    left = max([left, *(m.span.end for m in known if left < m.span.end <= end)])
    words, at = [], left
    for word, tag in page.words.cut(text[left:end]):
        words.append((at, word, tag))
        at += len(word)
    if not words:
        return None
    start, word, tag = words[-1]
    if len(word) > 1:
        count = page.words.frequency(word)
        # 天顺, 五福: as names of people and things go.
        proper = tag in PROPER and count < KNOWN
        rare = len(word) <= LONGEST and ((count < RARE and tag[:1] in "nx") or proper)
        return start if rare and _is_brand(page, word, proper) else None
    for at, word, _ in reversed(words):
        if len(word) > 1 or word in NEVER_IN_A_BRAND:
            break
        start = at
    spelled = SHORTEST <= end - start <= LONGEST
    return start if spelled and _is_brand(page, text[start:end]) else None


def _is_brand(page: Page, core: str, proper: bool = False) -> bool:
    """Whether a core is no product, no word of a list, and holds no character that joins or governs."""
    grammar = page.grammar
    known = core in grammar.goods.known or core in grammar.generic or core in grammar.boundaries
    whole = proper or NEVER_IN_A_BRAND.isdisjoint(core)
    return whole and not known and core not in grammar.praise and core not in grammar.name_words.traits


def named_again(page: Page, found: Sequence[Mention]) -> list[Mention]:
    """云锦生物则另有打算: the firms of a list, and those that a text has proven, wherever they stand again."""
    rules = {m.name: m for m in found if m.type == "Enterprise" and _is_told(m) and len(m.name) >= SHORTEST_NAME}
    taken = {m.span.start for m in found if m.type == "Enterprise"}
    places = occurrences(page.text, sorted(rules))
    return [
        _firm(page, Span(start, start + len(name)))
        for name in sorted(rules)
        for start in places[name]
        if start not in taken
    ]


def _is_told(firm: Mention) -> bool:
    return firm.rule == RULE or firm.rule.endswith("#listed")


def _firm(page: Page, span: Span) -> Mention:
    return Mention(span, "Enterprise", RULE, page.text[span.start : span.end], Form.PROPER)
