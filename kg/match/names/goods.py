"""A sentence in, the products that no list holds out: what is planted, raised or made in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.match.names.goods_items import LINKS, ends_as_goods, item_at, sure, unheard
from kg.match.places.place_grammar import is_letter
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.rule_types import EntityRule, Rules
from kg.match.rulebook.signs import Sought
from kg.match.rulebook.word_kinds import by_kind
from kg.model import Form, Mention, Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

# Between the verb and what it grows: 种起了, 种的是, 种上.
ASPECT = "(?:起了?|上了?|[了着]|过(?!后|剩)|的是|有)?(?!过?程)"
# 雪茶3245.3亩、黄蜀葵1080亩: so much of each in a row.
MUCH = Sought("([一-龥]{2,9}?)[0-9][0-9.]*[余多]?[万千]?(?:亩|公顷|株|棵|头|只|羽|尾|箱)(?=[、，。；和及])")
BACK = 8
# 种茶3.2万亩，其中柳河镇1.2万亩: where it grows is no crop.
SEAT = re.compile("(?:[镇乡村县]|街道|社区)$")
GROWING = re.compile("(?:种植|养殖|栽培)(?:产业|业)?$")
# 种植了60亩羊角菜, 养殖200头肉牛: how much of it.
AMOUNT = "[0-9][0-9.]*[余多]?[万千百]?[余多]?(?:亩|公顷|头|只|羽|尾|株|棵|箱|棚)的?"
AMOUNT_AHEAD = re.compile(AMOUNT)
# 全镇200亩羊角菜喜获丰收
RIPE = Sought(
    f"{AMOUNT}([一-龥]{{2,6}}?)(?=喜获丰收|喜迎丰收|迎来丰收|丰收在望|长势喜人|陆续成熟|陆续上市|集中上市|进入采)"
)
# 绿野公司生产的智能电表远销海外
SOLD = Sought(
    "(?:生产|制作|加工|种植|养殖|酿造|研发|出产|编织|[种养产编做])出?的([一-龥]{2,8}?)"
    "(?=(?:[大绝]?多数?|大部分|全部|主要|已经?|也|还)?"
    "(?:远销|畅销|热销|俏销|销往|出口|卖到|供不应求|走俏|深受|备受|广受))"
)
# 年产白厂丝900吨: so much of it in a year.
SO_MUCH = "[约近超达]?[0-9][0-9.]*[余多]?[万亿千]?(?:吨|公斤|斤|[件台套只辆双瓶箱袋盒枚尾株米]|立方米)"
YIELD = Sought(f"年(?:产出?(?!能|值)|可产|加工|生产)((?:[一-龥]{{2,8}}?{SO_MUCH}(?:以上|左右)?、?)+)")
YIELDED = re.compile(f"([一-龥]{{2,8}}?)(?={SO_MUCH})")
# 养了20头猪、50只羊; 羊存栏四万只
HERD = Sought(
    "[0-9][多余]?[万千百]?[多余]?[头只羽匹]([猪牛羊鸡鸭鹅驴马兔鹿])(?=[，。；、和与及])"
    "|(?:(?<![一-龥])|(?<=[村镇乡县市区旗]))([猪牛羊鸡鸭鹅])(?=存栏|出栏)"
)
# 第二棵树是板栗，种植面积…; 那条鱼是草鱼: what the text says that a tree, fish or trade is.
SHOWN = Sought(
    "(?:第[一二三四五六七八九十][大号]?[棵条个张只朵株块味种类样片篮头匹]?[一-龥]{0,6}?|那一?[棵条株个只张朵块味头匹][一-龥]{0,4}?"
    "|首先|其次|再次|最后|(?:规模|面积|产量|产值|名[气声])最[大多早响广高]的(?:产业|特产|作物|果树|品种)?)(?:就是|便是|要数|当数|是|叫)"
    "([一-龥]{2,8}?)(?=[，。；（])"
)
FARED = re.compile(
    "[，。；（][^；]{0,60}?(?:种植|栽植|栽培|养殖|种养)?(?:面积|规模)(?:达|近|超|约|有|已)?|[，。；（][^；]{0,60}?(?:[总年]?产值|[总年]?产量|年产|[出存]栏|远销|销往|售价)"
)
TOLD = (MUCH, RIPE, SOLD, YIELD, HERD, SHOWN)
RAISED = re.compile(r"[养喂饲][^，。；：！？\n]{0,20}\Z")
SOWN_IN, SHORTEST_SOWN = ("菌筒", "菌棒", "菌包", "菌袋"), 3
# 种养殖业, 种植户, 养殖场: the verb goes on as a noun.
NO_TRADE = "(?!能(?!繁|源)|业|户|者|园|厂|场|区|示范|基地|大棚)"
NOT_WHEN = "(?!后|前|期间|时|以来)"
# 各种上好药材, 康养上: the verb is part of another word.
OTHER_WORD = "各多这那品树苗杂播复套轮间抢补耕育选良培喂疗休教康赡抚保营供滋涵"


@dataclass(frozen=True, slots=True)
class Goods:
    """The words round products, and the characters in which their names end."""

    verbs: re.Pattern[str]
    growing: frozenset[str]  # verbs that only crops and livestock follow
    endings: frozenset[str]
    never: frozenset[str]
    trades: tuple[str, ...]
    """文旅, 加工: of a trade, or of gear, a text speaks also where none is carried on or made"""
    around: frozenset[str]  # what stands before goods and is no part of what they are called
    deeds: frozenset[str]  # what makes a trade where 产业 follows
    known: frozenset[str]
    measured: Sought  # what may follow a product where its name is known by its last character alone
    field: re.Pattern[str]  # 西瓜丰收: what says of a product of the lists that it is grown here
    # 园艺、会展等专业: what is said of a row whose members are taught, given away or thrown away
    other: re.Pattern[str]


def compile_goods(rules: Rules) -> Goods:
    """Make the word lists ready to be asked."""
    some = {kind: one_of(words) for kind, words in by_kind(rules.tables["goods_words"]).items()}
    rows = rules.tables["goods_verbs"]
    return Goods(
        re.compile(
            f"(?P<verb>{one_of([row[0] for row in rows], OTHER_WORD)}){NOT_WHEN}{ASPECT}(?:{AMOUNT})?{NO_TRADE}"
        ),
        frozenset(row[0] for row in rows if len(row) > 1),
        frozenset(rules.words["goods_endings"]),
        frozenset(rules.words["goods_never"]),
        rules.words["trade_endings"],
        frozenset(rules.words["round_goods"]),
        frozenset(rules.words["trade_deeds"]),
        frozenset(rules.words["products"]),
        # 参加工作 holds no 加工.
        Sought(f"(?:种植|养殖|栽培|种苗)?(?:{some['measure']})(?!作)"),
        re.compile(some["field"]),
        re.compile(f"[^，。；：！？\n]{{0,20}}?等[一-龥]{{0,4}}?(?:{some['other']})"),
    )


def find_goods(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The products of a sentence that stand behind verbs of growing or before 面积 and the like.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("村里种植雾岭椒、藏红椒各百亩", compile_grammar(load_rules()), Words())
    >>> [m.name for m in find_goods(page, Span(0, 14), [])]
    ['雾岭椒', '藏红椒']
    """
    goods, rule = page.grammar.goods, page.grammar.trade
    starts = {m.span.start for m in known}
    taken = 0
    for match in goods.verbs.finditer(page.text, span.start, span.end):
        if match.end() < taken:
            continue
        growing = match["verb"] in goods.growing
        at = match.end()
        found = list(_row(page, at, span.end, starts, growing))
        if growing or any(sure(page, item) for item in found):
            for item in found:
                taken = item.end
                if page.text[item.start : item.end] not in goods.known:
                    yield _mention(page, item, rule)
    for match in page.each(goods.measured, span):
        least = max([m.span.end for m in known if m.span.end < match.start()], default=span.start)
        before = _before(page, match.start(), least)
        if before is not None:
            yield _mention(page, before, rule)
    for item in _told(page, span, starts) if page.may_stand(TOLD, span) else ():
        yield _mention(page, item, rule)
    for mention in known:
        if mention.span.end < span.end and page.text[mention.span.end] == "的" and mention.type != "Person":
            owned = item_at(page, mention.span.end + 1, span.end, starts)
            if owned is not None and ends_as_goods(page, owned) and sure(page, owned):
                yield _mention(page, owned, rule)


def _told(page: Page, span: Span, starts: set[int]) -> Iterator[Span]:
    """What words round a product say of it."""
    yield from _amounts(page, span)
    yield from _ripe(page, span, starts)
    yield from _sold(page, span, starts)
    yield from _yields(page, span, starts)
    yield from _herds(page, span)
    yield from _shown(page, span, starts)


def _amounts(page: Page, span: Span) -> Iterator[Span]:
    """What stands in a row with its amount, where one of the row is a known product."""
    row: list[Span] = []
    end = 0
    for match in page.each(MUCH, span):
        if row and match.start() > end + 1:
            yield from _row_of_known(page, row)
            row = []
        end = match.end()
        start = match.start(1)
        for word, tag in page.words.cut(match[1]):
            done = tag[:1] in "vd" or word in page.grammar.boundaries or word in page.grammar.function
            if not done and word != "新":
                break
            start += len(word)
        item = item_at(page, start, match.end(1), set())
        head = page.grammar.heads.get(page.ends.get(match.end(1), (0, ""))[1])
        site = head is not None and head.type == "Facility"  # 茶园1.5万亩
        site = site or SEAT.search(match[1]) is not None
        if item is not None and item.end == match.end(1) and not site:
            row.append(item)
    yield from _row_of_known(page, row)


def _ripe(page: Page, span: Span, starts: set[int]) -> Iterator[Span]:
    """What is ripe on so many acres."""
    for match in page.each(RIPE, span):
        item = item_at(page, match.start(1), match.end(1), starts)
        if item is not None and item.end == match.end(1) and (ends_as_goods(page, item) or unheard(page, item)):
            yield item


def _sold(page: Page, span: Span, starts: set[int]) -> Iterator[Span]:
    """What somebody makes and sells."""
    for match in page.each(SOLD, span):
        item = item_at(page, match.start(1), match.end(1), starts)
        if item is not None and item.end == match.end(1):
            yield item


def _yields(page: Page, span: Span, starts: set[int]) -> Iterator[Span]:
    """What somebody makes so much of in a year."""
    yields = page.each(YIELD, span)
    for match in (each for year in yields for each in YIELDED.finditer(page.text, *year.span(1))):
        item = item_at(page, match.start(1), match.end(1), starts)
        if item is not None and item.end == match.end(1) and (sure(page, item) or unheard(page, item)):
            yield item


def _shown(page: Page, span: Span, starts: set[int]) -> Iterator[Span]:
    """What a tree, a fish or the greatest crop is said to be, and how much there is of it."""
    for match in page.each(SHOWN, span):
        item = item_at(page, match.start(1), match.end(1), starts)
        told = sure(page, item) if item is not None else False
        told = told or (FARED.match(page.text, match.end(1)) is not None)
        if item is not None and item.end == match.end(1) and told:
            yield item


def _herds(page: Page, span: Span) -> Iterator[Span]:
    """Animals that one character names, where the text counts what somebody keeps."""
    for match in page.each(HERD, span):
        kept = match[1] is None or RAISED.search(page.text, max(span.start, match.start() - 24), match.start())
        if kept:
            yield Span(*match.span(match.lastindex or 0))


def _row_of_known(page: Page, row: Sequence[Span]) -> Sequence[Span]:
    known = any(page.text[item.start : item.end] in page.grammar.goods.known for item in row)
    return row if known and row[1:] else ()


def _mention(page: Page, item: Span, rule: EntityRule) -> Mention:
    # 种植茶树菇菌筒: in what it grows.
    if len(item) > SHORTEST_SOWN and page.text.endswith(SOWN_IN, item.start, item.end):
        item = Span(item.start, item.end - 2)
    name = page.text[item.start : item.end]
    return Mention(item, rule.type, "industry/goods", grown(name, page.grammar.goods.known), Form.PROPER)


def grown(name: str, known: frozenset[str]) -> str:
    """The crop or animal that is meant where a name says that it is grown.

    >>> [grown(name, frozenset({"肉牛", "水产养殖"})) for name in ("肉牛养殖产业", "水产养殖", "林下种植")]
    ['肉牛', '水产养殖', '林下种植']
    """
    crop = GROWING.sub("", name)
    return crop if crop in known and name not in known else name


def _row(page: Page, at: int, end: int, starts: set[int], growing: bool) -> Iterator[Span]:
    """The products from a place on, joined by 、 and 和."""
    while True:
        item = item_at(page, at, end, starts)
        if item is None or not (growing or sure(page, item) or unheard(page, item)):
            return
        yield item
        if page.text[item.end : item.end + 1] not in tuple(LINKS):
            return
        much = AMOUNT_AHEAD.match(page.text, item.end + 1, end)
        at = much.end() if much else item.end + 1


def _before(page: Page, end: int, least: int) -> Span | None:
    """The product right before 面积 or 产业, from the mark or place in front of it on."""
    text = page.text
    start = end
    while start > max(least, end - BACK) and is_letter(text[start - 1]) and text[start - 1] not in "的和与及":
        start -= 1
    if start == end - BACK or text[end - 1] not in page.grammar.goods.endings:
        return None
    for word, _ in page.words.cut(text[start:end]):
        item = item_at(page, start, end, set())
        if item is not None and item.end == end and sure(page, item):
            return item
        start += len(word)
    return None
