"""A sentence in, the names that marks and numerals show without a look at the words out: ‘三会’, 三联四会, 320国道."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.names.dotted import DOT, dotted
from kg.match.names.governed import governed
from kg.match.names.grammar import Page
from kg.match.names.lists import chains, members, shared_deeds, sums, trades
from kg.match.names.sayings import sayings
from kg.match.names.summed_houses import summed_houses
from kg.match.names.undertakings import SET_SO, followed, listed_undertakings, set_up, undertakings
from kg.match.rulebook.kinds import PLACES, WAYS
from kg.match.rulebook.signs import Sought
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.shorthand_spans import SUMMING, shorthand_spans
from kg.model import Form, Mention, Span

INNER = re.compile(r"‘([^‘’\n]{2,10})’(?=[^“\n]{0,4}”)")
AFTER_VERBS = ("好", "了", "起")
LISTING = re.compile("、|”“")
ONE_SET = "一套"
# 楼栋五步工作法: the field in which so many steps are taken.
FIELD_LENGTH, FIELD_TAGS = 2, ("n", "x")
STOREYS = re.compile("[一两二三四五六七八九十][栋幢座间套层][一两二三四五六七八九十][层间室厅楼]")
COUNTED = re.compile("[0-9]+[余多]?[个项家处条座名位件]")
LINKED = re.compile("[+＋—→]")
# 《云岭日报》, but no bulletin, annual report or journal of a university.
PAPER = Sought("《([一-龥]{2,10}?(?:[日晚晨早商时邮]报|青年报|少年报|(?<![简年海通公快学画喜警情汇周半月战捷专])报))》")
# 国道227线, G318国道, 320国道
ROAD = Sought(
    "(?:[国省县]道)[GSX]?[0-9]{1,4}线?|(?:[GSX][0-9]{1,4}|[0-9]{3})(?:国道|省道|县道|高速公路|高速|线)(?![一-龥]?[上下]?网)"
)
# 镇村组三级矛盾问题和平安信息收集调处机制: what works on so many levels deals with all that is joined.
LEVELS = Sought(
    "[省市县区乡镇街道村社组户]{2,6}[二两三四五]级(?!书记)[一-龥]{2,10}?[和与及][一-龥]{2,12}?(?:机制|体系|制度|网络|平台)(?![一-龥]{0,2}[建创])"
)
# 15分钟便民生活圈, 十分钟服务圈
CIRCLE = Sought(
    "(?:[0-9]{1,2}|[一二三五]?十五?)分钟[一-龥]{0,6}?"
    "(?:服务|生活|便民|政务|医保|医疗|就医|急救|养老|健身|文化|阅读|就业|消费|商业|购物|救援|响应|处置|交通|通勤|出行)圈"
)
QUOTED_OR_COUNTED = frozenset("“‘0123456789一二三四五六七八九十")
TRADE = "产业"
COMMITTEES = "names/committee"
YOUTH, PARTY = ("共青团", "中国共产主义青年团"), ("中国共产党", "中共")
COMMITTEE = re.compile("(?:委员会|委)(?!员)")
# 中国共产党云岭县委员会, written out; 中共云岭县委 is found without.
WRITTEN_OUT = re.compile(
    "(?:第[0-9一二三四五六七八九十]{1,3}届)?(?:纪律检查)?委员会(?:组织部|宣传部|统一战线工作部|统战部|办公室)?(?!员)"
)
# “五诊”解“五难”, “三提”促“三治”
PAIR = Sought(
    "“[^“”\n]{2,4}”(?:[解促带破聚强助推引兴建提增创治护惠暖赢筑领变]|促进|带动|破解|推动|赋能|激活|助推|引领|服务|化解|撬动)"
    "“[^“”\n]{2,4}”"
)
SHAPES = (PAPER, ROAD, CIRCLE, LEVELS)
PORT = "港"
# 天津港口岸, 澳门港澳办: the word goes on.
PORT_ENDS = re.compile("港(?![澳口商资币股湾城人元府校珠深务区闸池镇乡村街社铁航珠片东西南北中下上头])")
PAIRED, PAIR_TAIL = 2, 8
CHAINED = re.compile("[—→－]")


def by_shape(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The names of a sentence that its lists, chains, inner quotations, numbers and numerals give away."""
    text = page.text
    listing = LISTING.search(text, span.start, span.end) is not None
    if listing and text.find(TRADE, span.start, span.end) >= 0:
        yield from trades(page, span, known)
    summed = text.find("”等", span.start, span.end) >= 0
    if listing and (summed or page.grammar.closing.search(text, span.start, span.end)):
        yield from members(page, span, known)
    if listing or text.find("等", span.start, span.end) >= 0:
        yield from governed(page, span, known)
    if text.find("‘", span.start, span.end) >= 0:
        yield from _inner(page, span)
    yield from sayings(page, span)
    if page.may_stand(SET_SO, span):
        yield from undertakings(page, span)
        yield from followed(page, span, known)
        yield from set_up(page, span, known)
    if listing:
        yield from shared_deeds(page, span)
        yield from listed_undertakings(page, span)
        yield from summed_houses(page, span)
    if text.find(DOT, span.start, span.end) >= 0:
        yield from dotted(page, span, known)
    if page.may_stand(SHAPES, span):
        yield from _whole_shapes(page, span)
    if known and text.find(PORT, span.start, span.end) >= 0:
        yield from _ports(page, span, known)
    if any(page.text.find(one, span.start, span.end) >= 0 for one in YOUTH + PARTY):
        yield from _committees(text, span, known)
    if CHAINED.search(text, span.start, span.end):
        yield from chains(page, span)
    if LINKED.search(text, span.start, span.end):
        yield from sums(page, span)
    yield from _shorthand(page, span, known)


def _whole_shapes(page: Page, span: Span) -> Iterator[Mention]:
    """Roads, circles of so many minutes, papers and what works on so many levels."""
    for levels in page.each(LEVELS, span):
        if _governed(page, levels.start()):
            yield Mention(Span(*levels.span()), "Mechanism", "names/levels", levels[0])
    for road in page.each(ROAD, span):
        yield Mention(Span(*road.span()), "Facility", "names/road", road[0])
    for circle in page.each(CIRCLE, span):
        if page.before(circle.start()) not in QUOTED_OR_COUNTED:
            yield Mention(Span(*circle.span()), "Mechanism", "names/circle", circle[0])
    for paper in page.each(PAPER, span):
        yield Mention(Span(*paper.span(1)), "Institution", "names/paper", paper[1])


def _ports(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """天津港, 宁波舟山港: a port is called by its place, or by two of them."""
    for place in known:
        if (
            place.type in PLACES
            and page.text.startswith(PORT, place.span.end)
            and PORT_ENDS.match(page.text, place.span.end)
        ):
            before = next((m for m in known if m.span.end == place.span.start and m.type == place.type), place)
            whole = Span(before.span.start, place.span.end + len(PORT))
            yield Mention(whole, "Facility", "names/port", page.text[whole.start : whole.end])


def _committees(text: str, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """共青团云岭县委, 中国共产党云岭县委员会: the committee of a place, of the league or of the party."""
    for k, place in enumerate(known):
        parents = YOUTH + PARTY if place.type in PLACES else ()
        parent = next((one for one in parents if text.endswith(one, span.start, place.span.start)), None)
        if parent is None:
            continue
        chain = [place]
        chain += [m for n, m in enumerate(known[k + 1 :], k + 1) if m.span.start == known[n - 1].span.end]
        committee = (COMMITTEE if parent in YOUTH else WRITTEN_OUT).match(text, chain[-1].span.end, span.end)
        if committee:
            whole = Span(place.span.start - len(parent), committee.end())
            name = text[whole.start : whole.end]
            yield Mention(whole, "PartyOrganization", COMMITTEES, name, inside=tuple(chain))


def _inner(page: Page, span: Span) -> Iterator[Mention]:
    """“推行‘三会’制度”: a quotation inside another that is shorthand."""
    for inner in INNER.finditer(page.text, span.start, span.end):
        if decompose(inner[1], page.grammar.shorthand):
            core = Span(*inner.span(1))
            yield Mention(Span(*inner.span()), "Mechanism", "shorthand", inner[1], Form.QUOTED, core)


def _shorthand(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """推行三联四会六带头: numerals with what they count, without quotation marks."""
    text, grammar = page.text, page.grammar
    yield from _linked_pairs(page, span) if page.may_stand((PAIR,), span) else ()
    begun = {m.span.start for m in known if m.type in PLACES}
    for bare in shorthand_spans(text, span.start, span.end, grammar.shorthand):
        name = text[bare.start : bare.end]
        # 十堰近郊游一道风景, 一栋两层小楼里: a place, and what the floors of a house are counted by.
        if bare.start in begun or STOREYS.match(name):
            continue
        # 36个回归项目; ‘四户三包’这一做法: what the inner marks part is no one name.
        if COUNTED.match(name) or "’" in name:
            continue
        summing = SUMMING.fullmatch(name) is not None
        governing = not summing and any(name[k : k + 2] in grammar.verbs for k in range(2, len(name) - 2))
        if governing or page.before(bare.start) == "“":
            continue
        rule = page.head_of(bare.start, bare.end)
        # 一荤两素一汤: without a last word only a verb before it makes a name of it.
        if rule is not None or _governed(page, bare.start) or summing:
            rule = rule or grammar.ways
            # 理出一套五步工作法: 一套 says that it is one.
            start = bare.start + len(ONE_SET) if name.startswith(ONE_SET) else bare.start
            if rule is not grammar.ways and start == bare.start:
                start = _field_start(page, start)
            yield Mention(Span(start, bare.end), rule.type, "shorthand", text[start : bare.end], Form.SHORT)


def _field_start(page: Page, start: int) -> int:
    """推出楼栋|五步工作法: where the noun begins that a verb of setting up has before the number."""
    at = start - FIELD_LENGTH
    field = page.text[max(0, at) : start]
    noun = field.isalpha() and field not in page.grammar.boundaries and page.words.tag(field).startswith(FIELD_TAGS)
    return at if noun and _governed(page, at) else start


def _linked_pairs(page: Page, span: Span) -> list[Mention]:
    """“五诊”解“五难”治理模式: two shorthands that a verb links are one name, with the last word behind them."""
    found = []
    for match in page.each(PAIR, span):
        if len(decompose(match[0], page.grammar.shorthand)) == PAIRED:
            ends = range(match.end() + 1, min(match.end() + PAIR_TAIL, span.end) + 1)
            heads = [k for k in ends if (rule := page.head_of(match.end(), k)) and rule.type in WAYS]
            whole = Span(match.start(), max(heads, default=match.end()))
            found.append(Mention(whole, "Mechanism", "shorthand", match[0], Form.QUOTED, Span(*match.span())))
    return found


def _governed(page: Page, start: int) -> bool:
    """Whether a verb of two to four characters ends at a place, or 好 and 了 behind one."""
    at = start - (page.before(start) in AFTER_VERBS)
    return any(page.text[at - size : at] in page.grammar.boundaries for size in (2, 3, 4))
