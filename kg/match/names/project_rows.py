"""A sentence in, the projects out that a row names and sums up: 东岳木业、恒源9万吨粮油加工等一批项目已开工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.names.governed import LINK
from kg.match.names.grammar import Page
from kg.match.rulebook.kinds import BODIES, PLACES
from kg.match.rulebook.signs import Sought
from kg.model import Form, Mention, Span

ITEM = "(?:[^，。；：、！？“”（）\\n的了等]{3,20})"
ROW = f"(?P<row>{ITEM}(?:、{ITEM})+)"
DONE = (
    "(?:[已正均都将先陆相顺全成刚也][^，。；、]{0,5})?(?:开工|竣工|投产|签约|落户|落地|启动|建成|投用|投运|推进|接踵|入驻|开建|达产|试产"
    "|复工|完工|封顶|纷至|加快|建设|试运|见效|投入)"
)
KIND = "(?P<kind>[^，。；、的了等“”]{0,14}?)项目"
# 童趣王国、芦荡水岸等休闲游乐项目: what visitors go to stands there.
LEISURE = re.compile("休闲|游乐|娱乐|游玩|观光|文旅|旅游|体验|景观")
# 甲、乙等一批重点项目; 一批项目如甲、乙等已竣工
SUMMED = Sought(
    f"{ROW}(?:等(?:[0-9一二两三四五六七八九十]+[余多]?个)?|[0-9一二两三四五六七八九十]+[余多]?个){KIND}(?![经一-龥]?[理库部化组])"
)
LED = Sought(f"(?:一大?批|多个|重点|重大|[0-9]+[余多]?个){KIND}(?:，)?(?:如|包括|有|即|——|：){ROW}等(?={DONE})")
# 引进甲、总投资9亿元的甲: what stands before the first.
LEADS = re.compile(
    "(?:.*(?:的|了|(?=(?:建有|设有|内设|拥有|新建|建成|打造|引进|引入)[一-龥])))?(?:(?:目前|今年|去年|如今|先后|成功|相继|陆续|已|新|又|总投资[^，。；、]{1,8}元)*"
    "(?:引进|引入|签约|推动|推进|实施|建成|启动|谋划|争取|开工|投产|招引|落地|促成|建有|设有|内设|拥有|新建|续建|加快|抓好|储备|建设|打造|聚焦|围绕|依托|服务|助推"
    "|推介|洽谈|包括|实现|确保|以|对|在|将|把|使|让|由|随着|凭借)了?)?"
)
BUILT = ("建有", "设有", "内设", "拥有", "新建", "建成")
# 签约项目分别是：甲建设项目，总投资9亿元；乙项目，总投资…: what opens an item, and what it is to cost.
COSTED = Sought(
    "(?:^|(?<=[：；。“\n]))(?:[一二三四五六七八九十]是|[0-9]{1,2}[.．、]|其[一二三四五六])?(?P<name>(?:[345][SGD]|[^，。；：、！？“”（）\\n的了0-9]){4,30}?(?:项目|工程))"
    "(?=[，；（]?(?:[计规]划|预计|概算|估算|项目)?总?投资(?:额|约|近|达|为|超过?)*[0-9])"
)
NAMES, SELDOM, COMMON = ("nr", "ns", "nz", "nt"), 10, 50
# 道路硬化, 管网改造: what is done anywhere.
PLAIN = frozenset(["n", "v", "vn", "a", "b", "f", "d", "l", "ad", "an", "m", "i", "j"])
SHORTEST = 3


def project_rows(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The members of rows that say of themselves that they are projects, where most of them read like names.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> text = "鑫泰木业、宏昌源9万吨粮油加工等一批项目已开工。"
    >>> page = open_page(text, compile_grammar(load_rules()), Words())
    >>> [mention.name for mention in project_rows(page, Span(0, len(text)), [])]
    ['鑫泰木业', '宏昌源9万吨粮油加工']
    """
    text = page.text
    yield from _costed(page, span, known)
    if text.find("项目", span.start, span.end) < 0 or text.find("、", span.start, span.end) < 0:
        return
    for way in (SUMMED, LED):
        for match in page.each(way, span):
            # 县长李建国、王小满等出席云岭县重点项目签约仪式: people are no projects.
            if any(m.type == "Person" and match.start("row") <= m.span.start < match.end("row") for m in known):
                continue
            start, end = match.span("row")
            # 白水县引进甲、乙: who brings them in is no part of the first.
            who = next((m.span.end for m in known if m.span.start == start and m.type in PLACES), start)
            start = who if (led := LEADS.match(text, who, end)) and led.end() > who else start
            items = [*_items(text, start, end, first=way is SUMMED)]
            named = {m.span for m in known}
            proper = [item for item in items if item in named or _is_proper(page, item, known)]
            kind = "Facility" if LEISURE.search(match["kind"]) else "Project"
            built = kind == "Facility" and text.endswith(BUILT, 0, items[0].start)
            if len(items) < 2 or (len(proper) * 2 < len(items) and not built):
                continue
            for item in items:
                name = text[item.start : item.end]
                taken = any(m.span == item and m.type not in ("Industry", kind) for m in known)
                if not taken and len(name) > SHORTEST and (item in proper or not _is_plain(page, name)):
                    yield Mention(item, kind, "names/project-row#listed", name, Form.PROPER)


def _costed(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The projects, each of which opens an item that says what it costs."""
    for match in page.each(COSTED, span):
        item = Span(*match.span("name"))
        place = next((m for m in known if m.span.start == item.start and m.type in PLACES), None)
        start = place.span.end if place is not None and place.span.end < item.end - SHORTEST else item.start
        item = Span(start, item.end)
        word, tag = page.words.cut(page.text[item.start : item.end])[0]
        opens = word in page.grammar.function or word in page.grammar.boundaries or tag[:1] in "vdrpcm"
        if not opens and not any(m.span == item for m in known):
            yield Mention(item, "Project", "names/project-row#costed", page.text[item.start : item.end], Form.PROPER)


def _items(text: str, start: int, end: int, first: bool) -> Iterator[Span]:
    """The members of a row, the first without what leads to it, the last two parted by 和."""
    if first and (lead := LEADS.match(text, start, text.find("、", start, end))):
        start = lead.end()
    while start < end:
        mark = text.find("、", start, end)
        stop = end if mark < 0 else mark
        link = LINK.search(text, start + SHORTEST, stop - SHORTEST) if mark < 0 else None
        if link:
            yield Span(start, link.start())
            start = link.end()
        if stop > start:
            yield Span(start, stop)
        start = stop + 1


def _is_proper(page: Page, item: Span, known: Sequence[Mention]) -> bool:
    """Whether a member opens with a name, or with what is no word."""
    opens = (m for m in known if m.span.start == item.start and m.form is not Form.ANAPHOR)
    if any(m.type in PLACES | BODIES and m.span.end < item.end for m in opens):
        return True
    word, tag = page.words.cut(page.text[item.start : item.end])[0]
    if word in page.grammar.function or word in page.grammar.boundaries:
        return False
    return tag[:2] in NAMES or page.words.frequency(word) < SELDOM or (len(word) == 1 and tag[:1] not in "vdpcrmqfa")


def _is_plain(page: Page, name: str) -> bool:
    """Whether a member is made of common words and no more."""
    pieces = page.words.cut(name)
    return all(tag in PLAIN and page.words.frequency(word) > COMMON for word, tag in pieces)
