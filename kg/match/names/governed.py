"""A sentence in, the members of its lists out that a verb before and a noun behind them name: 新增A、B等功能区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.match.numbers.numerals import SINGLE
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.kinds import WAYS
from kg.match.rulebook.patterns import CLAUSE_MARKS
from kg.match.rulebook.rule_types import EntityRule, Rules
from kg.model import Form, Mention, Span

if TYPE_CHECKING:
    from kg.match.names.grammar import Page

CLOSERS = "list_closers"  # the word list that this module reads
MEANS = "通过"  # the group of verbs that say by what means somebody does a thing
BY_VERB = "governed/"  # how the rules of its mentions begin
# 等8个创业载体, 等一批重大项目: how many there are, and what they are like, before what they are.
COUNT = "(?:[0-9一二三四五六七八九十百两]+余?多?[个家项处座类种条所支])?"
# But 气候、土壤等适合该项目 lists no projects.
LIKE = "(?:(?![该这适])[一-龥“”]){0,6}?"
OPENS, CLOSES = "“（", "”）"
FARTHEST = 140
QUOTED = re.compile("“([^“”\n]*)”")
LINK = re.compile("以及|[和与及]")
ASPECT = re.compile("(?:了|起了?|出了?|好|成了?|有)?(?:一批|一系列|[0-9一二三四五六七八九十两]+[个家项处座所支条])?")
COUNTED = re.compile("[0-9一二三四五六七八九十两百]+余?[个家处座所支条间]")
SIZED = re.compile("[0-9.]+[万千百]?[只头羽亩吨户套平]|[万千百]+[只头羽亩吨户]")
ON = re.compile("[和与及并以在，。；：！？、\n）”0-9]|$")
BRACKET = re.compile("（[^（）]*）$")
# A name of so many characters says which thing it means.
LEAST = {"Facility": 4, "Team": 4, "Organization": 4, "Project": 5, "Program": 5, "Industry": 2, "Institution": 3}
LONGEST, SHORT, FEWEST = 18, 4, 4
MOST_HOUSES = 3
# So many areas in a row are those of one ground.
AREAS = 3
# Classes that the members of a list may have by their own last words.
ALLOWED = {
    "Project": {"Project", "Program", "Mechanism", "Facility"},
    "Program": {"Program", "Project", "Mechanism", "Event"},
}
# 采编部、财务科: in these the names of the offices of a body end, and most open with a verb.
OFFICE = re.compile("[一-龥]{2,8}[部室科股]")
OF_EACH = "各"  # 各村路灯亮化 is done everywhere, and is no name
# Members without a last word of their class are believed beside such with one, up to this length.
LONGEST_BARE = 10


@dataclass(frozen=True, slots=True)
class Governing:
    """The nouns that sum lists up, and the verbs that govern these, compiled."""

    closing: re.Pattern[str]
    nouns: dict[str, tuple[str, str]]  # noun → class of the members, group of verbs
    verbs: dict[str, re.Pattern[str]]  # group → any of its verbs


class Item(NamedTuple):
    """A member of a list: where it stands, its name, and the rule of its own last word, if it has one."""

    span: Span
    name: str
    quoted: bool
    head: EntityRule | None


def compile_governing(rules: Rules) -> Governing:
    """The list of nouns that sum lists up, with the groups of verbs that it names."""
    nouns = {noun: (kind, group) for noun, kind, group, _ in rules.tables[CLOSERS]}
    groups = sorted({MEANS, *(group for _, group in nouns.values())})
    # 通过“邻里节”、“百家宴”等活动: by means of undertakings.
    ways, means = {group for kind, group in nouns.values() if kind in WAYS}, rules.groups[MEANS]
    return Governing(
        re.compile(
            f"(?:等{COUNT}|(?P<number>[两二三四五六七八九十])[大项个类座所处家支]){LIKE}(?P<noun>{one_of(tuple(nouns))})"
        ),
        nouns,
        {group: re.compile(one_of((*rules.groups[group], *(means if group in ways else ())))) for group in groups},
    )


def governed(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The members of the lists of a sentence of which verb and closing noun say together what they are.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> text = "新增社区食堂、共享自习室、邻里客厅等功能区"
    >>> page = open_page(text, compile_grammar(load_rules()), Words())
    >>> [m.name for m in governed(page, Span(0, len(text)), [])]
    ['社区食堂', '共享自习室', '邻里客厅']
    """
    for close in page.grammar.governing.closing.finditer(page.text, span.start, span.end):
        if not _ends(page, close.end(), span.end):
            continue
        kind, group = page.grammar.governing.nouns[close["noun"]]
        pieces = _pieces(page.text, span.start, close.start())
        items = list(_items(page, pieces, group, kind))
        if not items and (later := _opens_later(page, pieces, group)):
            pieces = pieces[later:]
            items = list(_items(page, pieces, group, kind))
        # “甲”“乙”两项工程: without 等 the number must be that of the members.
        if close["number"] and SINGLE[close["number"]].number != len(items):
            continue
        believed = _believed(page, items, kind) if items else _spoken_of(page, pieces, kind, span.start)
        for item, rule in believed:
            if not any(m.span.overlaps(item.span) and not item.span.covers(m.span) for m in known):
                inside = tuple(m for m in known if item.span.covers(m.span) and m.span != item.span)
                core = QUOTED.fullmatch(item.name)
                held = Span(item.span.start + 1, item.span.end - 1) if core else None
                form = Form.QUOTED if item.quoted else Form.PROPER
                name = core[1] if core else item.name
                yield Mention(item.span, rule, f"{BY_VERB}{kind}#listed", name, form, held, inside)


def _ends(page: Page, place: int, limit: int) -> bool:
    """Whether the noun behind 等 is the last of its phrase: no 项目资金."""
    text, boundaries = page.text, page.grammar.boundaries
    return ON.match(text, place, limit) is not None or any(text[place : place + n] in boundaries for n in (2, 3, 4))


def _pieces(text: str, low: int, end: int) -> list[Span]:
    """What stands before 等 back to the beginning of its clause, parted by 、 outside quotations and brackets."""
    depth, last, found = 0, end, []
    low = max(low, end - FARTHEST)
    at = end - 1
    while at >= low:
        char = text[at]
        if char in CLOSES:
            if depth == 0 and char == "”" and text[at + 1 : at + 2] == "“" and at + 1 < last:
                found.append(Span(at + 1, last))
                last = at + 1
            depth += 1
        elif char in OPENS:
            if depth == 0:
                break
            depth -= 1
        elif depth == 0 and char in CLAUSE_MARKS:
            break
        elif depth == 0 and char == "、":
            found.append(Span(at + 1, last))
            last = at
        at -= 1
    return [Span(at + 1, last), *reversed(found)]


def _items(page: Page, pieces: Sequence[Span], group: str, kind: str) -> Iterator[Item]:
    """The members of a list without the verb before the first, if a verb of the group governs it."""
    start = _behind_verb(page, pieces[0], group, office=kind == "Institution")
    if start is None and kind in WAYS:
        # 实施饮水安全巩固提升: what is done may be said in verbs.
        start = _behind_verb(page, pieces[0], group, doing=True)
    if start is None and kind == "Facility" and all(QUOTED.search(page.text, s.start, s.end) for s in pieces):
        # 利用“田间小喇叭”“云岭发布”等平台: what somebody makes use of has a name where it is quoted.
        start = _behind_verb(page, pieces[0], MEANS)
    if start is None and kind == "Facility" and len(pieces) >= AREAS and _are_areas(page.text, pieces):
        # 良种繁育试验区、分拣冷藏区: what is done in an area is said in verbs, too.
        start = _behind_verb(page, pieces[0], group, doing=True)
    if start is None:
        return
    spans = [Span(start, pieces[0].end), *pieces[1:]]
    for span in (*spans[:-1], *_linked(page, spans[-1])):
        yield _item(page, span)


def _opens_later(page: Page, pieces: Sequence[Span], group: str) -> int:
    """进社区、进村组开展|“甲”“乙”: the piece in which a verb governs a quotation, behind where that is; 0 for none."""
    for k, piece in enumerate(pieces[1:], 1):
        quote = page.text.find("“", piece.start, piece.end)
        if quote > piece.start:
            return k if _behind_verb(page, piece, group) == quote else 0
    return 0


def _behind_verb(page: Page, piece: Span, group: str, *, doing: bool = False, office: bool = False) -> int | None:
    """Where the first member begins: behind the first verb of the group after which nothing but a name stands."""
    quote = page.text.find("“", piece.start, piece.end)
    stop = quote if quote >= 0 else piece.end
    for verb in page.grammar.governing.verbs[group].finditer(page.text, piece.start, stop):
        aspect = ASPECT.match(page.text, verb.end(), piece.end)
        start = aspect.end() if aspect else verb.end()
        # 培育发展枸杞: two verbs that govern together.
        while more := page.grammar.governing.verbs[group].match(page.text, start, stop):
            start = more.end()
        named = start == quote or (office and OFFICE.fullmatch(page.text, start, piece.end))
        if start < piece.end and (named or _is_name(page, Span(start, piece.end), doing=doing)):
            return start
    return None


def _linked(page: Page, span: Span) -> list[Span]:
    """The last piece in two where 和 joins two things that each have a last word of their own."""
    for link in LINK.finditer(page.text, span.start + 2, span.end - 2):
        halves = [Span(span.start, link.start()), Span(link.end(), span.end)]
        if all(_head(page, half) is not None or page.text[half.end - 1] == "”" for half in halves):
            return halves
    return [span]


def _item(page: Page, span: Span) -> Item:
    bracket = BRACKET.search(page.text, span.start, span.end)
    end = bracket.start() if bracket else span.end
    counted = COUNTED.match(page.text, span.start, end)
    start = counted.end() if counted else span.start
    name = page.text[start:end]
    return Item(Span(start, end), name, "“" in name, _head(page, Span(start, end)))


def _are_areas(text: str, spans: Sequence[Span]) -> bool:
    """采摘体验区、加工包装区; 山水休闲线: whether all are areas or tours, and say of which use."""
    return all(text[span.end - 1] in "区线" and LEAST["Facility"] <= len(span) <= FARTHEST for span in spans)


def _head(page: Page, span: Span) -> EntityRule | None:
    hit = page.ends.get(span.end)
    return page.grammar.heads.get(hit[1]) if hit is not None and hit[0] >= span.start else None


def _believed(page: Page, items: Sequence[Item], kind: str) -> Iterator[tuple[Item, str]]:
    """Each member that is a name, with its class."""
    named = [item for item in items if item.quoted or _of_kind(item, kind) or len(item.name) >= LEAST[kind]]
    headed = sum(item.quoted or _of_kind(item, kind) for item in items) * 2 >= len(items) or _alike(items, kind)
    areas = kind == "Facility" and len(items) >= AREAS and _are_areas(page.text, [item.span for item in items])
    if len(named) * 2 <= len(items):
        return  # 修路、饮水、路灯等项目 are kinds of work
    for item in named:
        if not 2 <= len(item.name) <= LONGEST:
            continue
        if item.quoted:
            if _opens_quoted(item):
                yield item, item.head.type if item.head is not None else kind
        elif len(item.name) < LEAST[kind]:
            continue
        elif item.head is not None and _of_kind(item, kind):
            yield item, item.head.type
        elif kind == "Institution" and OFFICE.fullmatch(item.name):
            yield item, kind
        elif (kind == "Program" and len(named) < len(items)) or (kind == "Industry" and item.head is not None):
            continue  # 义诊、慰问等活动 are kinds of doing; 美食街、豆腐坊等业态 are houses
        elif (
            areas or kind in WAYS or kind == "Industry" or (headed and len(item.name) <= LONGEST_BARE)
        ) and _is_name(page, item.span, doing=areas or kind in WAYS):  # fmt: skip
            yield item, kind


def _spoken_of(page: Page, pieces: Sequence[Span], kind: str, start: int) -> Iterator[tuple[Item, str]]:
    """夜间课堂、巷口剧场等项目走进社区: the members of a list of undertakings that opens its clause."""
    opens = pieces[0].start == start or page.text[pieces[0].start - 1] in CLAUSE_MARKS
    if kind not in WAYS or len(pieces) < 2 or not opens:
        return
    items = [_item(page, span) for span in (*pieces[:-1], *_linked(page, pieces[-1]))]
    # 农村改水、青湾灌区节水改造、白沙河橡胶坝等工程: among undertakings one may be called by what is built.
    undertaken = [item for item in items if _is_undertaking(page, item)]
    if len(undertaken) == len(items) or (kind == "Project" and len(undertaken) * 2 > len(items) > MOST_HOUSES):
        yield from ((item, "Program") for item in undertaken)


def _is_undertaking(page: Page, item: Item) -> bool:
    """Whether a member can be what an undertaking is called: no house or event, no short word for a kind of work."""
    if item.quoted:
        return _opens_quoted(item)
    own = item.head is None or item.head.type in WAYS
    return own and FEWEST <= len(item.name) <= LONGEST and _is_name(page, item.span, doing=True)


def _opens_quoted(item: Item) -> bool:
    """“送法下乡”, “明白人”培训: a quotation, and at most a short word behind it."""
    behind = len(item.name) - item.name.rfind("”") - 1
    return item.name.startswith("“") and (item.head is not None or behind <= SHORT)


def _of_kind(item: Item, kind: str) -> bool:
    """Whether a member has a last word of its own that the class of the list allows."""
    if item.head is None:
        return False
    return item.head.type in ALLOWED.get(kind, {kind})


def _alike(items: Sequence[Item], kind: str) -> bool:
    """便民服务区、群众议事区: whether all members end in the same character, and one in a last word of its class."""
    return len({item.name[-1:] for item in items}) == 1 and any(_of_kind(item, kind) for item in items)


def _is_name(page: Page, span: Span, *, doing: bool = False) -> bool:
    """Whether a stretch opens with a noun, and holds no word that governs or joins; `doing` lets it end in a verb."""
    grammar = page.grammar
    if page.text.startswith(OF_EACH, span.start):
        return False
    # 100万只蛋鸡场: how large a thing is opens its name.
    sized = SIZED.match(page.text, span.start, span.end)
    words = page.words.cut(page.text[sized.end() if sized else span.start : span.end])
    for n, (word, tag) in enumerate(words):
        if word in grammar.function or (tag[:1] in "cpudr" and len(word) == 1):
            return False
        if word in grammar.boundaries and word not in grammar.ambivalent and not (doing and n):
            return False
        if n == 0 and len(words) > 1 and tag == "v" and word not in grammar.generic:
            return False
    return True
