"""A sentence in, the names that a list or a chain of its words makes out: A、B、C等企业, A——B——C三级架构."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.names.governed import LINK
from kg.match.names.grammar import FREE_TAGS, SO_MANY_FIRMS, Page
from kg.match.names.phrases import QUOTE
from kg.match.names.registered import GRIDS
from kg.match.rulebook.kinds import BODIES, PLACES, WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form, Mention, Span

ITEM = r"(?:“[^“”\n]{1,24}”[^，。；：、！？“”（）\n]{0,6}|[^，。；：、！？“”（）\n]{1,14})(?:（[^（）\n]*）)?"
LISTED = re.compile(
    f"({ITEM}(?:(?:、|(?<=”)(?=“)){ITEM})+)(?:等|(?<![0-9])(?=[二三四五六七八九十]大|[0-9]{{1,2}}[个大]|{SO_MANY_FIRMS}))"
)
# A member without the bracket behind it.
MEMBER = re.compile(ITEM.replace("(?:“", "((?:“", 1).replace("(?:（", ")(?:（", 1))
STEP = "[^，。；：、！？（）\n—→－]"
ASIDE = "(?:（[^（）\\n]{1,12}）)?"
CHAIN = re.compile(
    rf"(?P<first>{STEP}{{1,20}}{ASIDE})(?:(?:——?|→|－){STEP}{{1,16}}?{ASIDE})+?的?"
    r"(?P<last>[二三四五六七八九十]级(?:[一-龥]{0,4}))(?![一-龥](?<![下中]))"
)
LINKED_INSIDE = re.compile("“[^“”]*[—→－][^“”]*”|^[^“”]*”|“[^“”]*$")
SUM = re.compile(
    r"(?<![一-龥+＋“、—→])(?P<first>[一-龥]{2,16})(?:(?:[+＋][一-龥]{1,10})*?[+＋]|(?:(?:——?|→)[一-龥]{1,10})+?(?:——?|→)(?=[一-龥]{1,10}的))"
    r"(?P<last>[一-龥]{2,16})(?![+＋一-龥、”—→])"
)
# 五金、轻纺、灯具是全镇的四个主导产业: what the trades of a list are.
TRADES = re.compile(
    "(?<![一-龥、“”])(?P<list>[一-龥]{2,6}(?:、[一-龥]{2,6}){1,8}(?:[和及][一-龥]{2,6})?)(?:已?(?:是|成为了?|成了|为))"
    "[^，。；：！？、]{0,10}?(?:[0-9二两三四五六七八九十]+[个大项])?(?:主导|支柱|特色|优势|主打|富民|龙头)产业(?![一-龥])"
)
# 探索共投、共研、共享的研发新机制, 建立联农、带农、帮农机制: deeds of two characters that share one are a way's name.
DEEDS = re.compile(
    "(?<![一-龥、”])(?P<lead>(?:[一-龥]{2,6}?)?(?:建立|构建|形成|探索|推行|完善|健全|打造|创新|实行|坚持)(?:健全|完善|起|了)*)?"
    "(?P<list>[一-龥]{2}(?:、[一-龥]{2}){2,5})的?(?P<tail>[一-龥]{0,5}?(?:机制|模式|体系|格局|制度))(?![一-龥]*[创建改][新设革])"
)
LONGEST, LONGEST_QUOTED = 12, 26
# 通过部门联动、智慧研判、主动干预等举措: so many measures, of which only what is quoted is called so.
FEW = 2
MEASURES = re.compile("[一-龥]{0,6}?(?:举措|措施|做法)")
# 运用“甲”“乙”等方式: of means only what stands in quotation marks, and is no word for any, has a name.
TAKEN_UP = re.compile("(?:运用|采取|采用|推行|实行|探索|创新|推广)[了出]?\\Z")
MEANS, MEANS_LENGTH = re.compile("(?:多种|创新|灵活)?(?:方式|形式|路径|办法)(?![一-龥]{0,2}[创改])"), 4
# “一对一”, “点对点”, “手把手”: of whom to whom.
OPPOSITE = re.compile("(.)[对把]\\1")
CALLED = re.compile("(?:[0-9]+余?多?[个家])?合作社")
OF_FIRMS = re.compile("[一-龥]{0,4}?企业(?:内部|管理|经营)?(?:制度|规章|章程|文化|标准|精神|事务)")
# 甲、乙等技术含量与带动能力较强的骨干企业: of what standing they are.
OF_STANDING = re.compile(
    "(?:一大?批)?[^，。；：、“”0-9]{3,20}的(?:骨干|龙头|重点|知名|头部|优质|规上|规模|领军|大型|上市|标杆|明星|高新技术|科技型?|制造)+企业(?![家主管职])"
)
SUMMED_UP = 16  # 等知名企业: within so many characters stands what the members are
THINGS = frozenset({"Enterprise", "Industry", "Facility"})
SIGHTS = frozenset({"ns", "nz", "nr"})
SHORT = 7  # so near behind 了 a name ends that may hold a word of the language
SHORTEST_WAY = 4
COMMON = 50  # a noun that the dictionary counts more often than this is no firm's name by itself


def chains(page: Page, span: Span) -> Iterator[Mention]:
    """县委工委——综合党委——协会支部三级架构: a chain that ends in a way of working is one name."""
    for match in CHAIN.finditer(page.text, span.start, span.end):
        rule = page.head_of(match.start("last"), match.end())
        if rule is None or rule.type not in WAYS or Form.QUOTED not in rule.forms:
            continue
        # “甲—乙”三级链条和“丙—丁—戊”五级网络: what quotation marks hold is a name of its own.
        if LINKED_INSIDE.search(match[0]):
            continue
        start = _first_member(page, match.start("first"), match.end("first"))
        core = Span(match.start("last"), match.end())
        name = page.text[core.start : core.end]
        links = Span(start, core.start)
        yield Mention(Span(start, core.end), rule.type, rule.path + "#chain", name, Form.QUOTED, links)


def sums(page: Page, span: Span) -> Iterator[Mention]:
    """公司+基地+农户的经营模式: what plus signs join before a way of working is its name, also without quotation marks.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("采取公司+基地+农户的模式", compile_grammar(load_rules()), Words())
    >>> [mention.name for mention in sums(page, Span(0, 13))]
    ['公司+基地+农户']
    """
    for match in SUM.finditer(page.text, span.start, span.end):
        start = _first_member(page, match.start("first"), match.end("first"))
        for end in range(match.start("last") + 2, match.end() + 1):
            head = page.head_of(match.start("last") + 1, end)
            if head is None or head.type not in WAYS or Form.QUOTED not in head.forms:
                continue
            if end < match.end() and page.head_of(match.start("last") + 1, end + 1) is not None:
                continue
            first = next(at for at in range(match.start("last") + 1, end) if page.text[at:end] in page.grammar.quoted)
            of = page.text.find("的", match.start("last"), first)
            core = Span(start, of if of > 0 else first)
            name = page.text[core.start : core.end]
            yield Mention(Span(start, end), head.type, head.path + "#sum", name, Form.QUOTED, core)
            break


def shared_deeds(page: Page, span: Span) -> Iterator[Mention]:
    """共投、共研、共享的研发新机制: deeds that share their first or last character, and the way that they make up.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("探索共投、共研、共享的研发新机制", compile_grammar(load_rules()), Words())
    >>> [mention.name for mention in shared_deeds(page, Span(0, 16))]
    ['共投、共研、共享']
    """
    for match in DEEDS.finditer(page.text, span.start, span.end):
        deeds = match["list"].split("、")
        if len(set(deeds)) == len(deeds) and any(len({deed[at] for deed in deeds}) == 1 for at in (0, 1)):
            core, rule = Span(*match.span("list")), page.grammar.ways
            yield Mention(
                Span(core.start, match.end()), rule.type, rule.path + "#deeds", match["list"], Form.QUOTED, core
            )


def members(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """恒大、阿里巴巴、腾讯等企业: what follows 等 says what the members are."""
    for match in LISTED.finditer(page.text, span.start, span.end):
        after = page.text[match.end() : min(match.end() + SUMMED_UP, span.end)]
        rule = next((rule for pattern, rule in page.grammar.listed if pattern.match(after)), None)
        means = rule is None and MEANS.match(after) is not None and _taken_up(page, match, span.start)
        rule = page.grammar.ways if means else rule
        if rule is None and OF_STANDING.match(page.text, match.end(), span.end):
            rule = next((rule for _, rule in page.grammar.listed if rule.type == "Enterprise"), None)
        if rule is None:
            continue
        # 股东大会、财务管理等企业制度: what firms have is no firm.
        if rule.type == "Enterprise" and OF_FIRMS.match(after):
            continue
        places = _members(page.text, match.start(1), match.end(1) - (page.before(match.end(1)) == "等"))
        places[0] = (_first_member(page, *places[0], rule.type in THINGS), places[0][1])
        names = [page.text[start:end] for start, end in places]
        if len(names) > FEW and MEASURES.match(after) and not any("“" in name for name in names):
            continue
        # 化肥、农药等企业: where all are common nouns they are kinds; 小米 beside 恒远 is a firm.
        if rule.type in BODIES | {"Facility"} and all(_common(page, name) for name in names):
            continue
        # 茶叶、水果等专业合作社 grow these; 沟北、岔峪等合作社 are called so.
        if rule.type == "Association" and not (CALLED.match(after) and not any(_grown(page, name) for name in names)):
            continue
        for name, place in zip(names, places, strict=True):
            member = Span(*place)
            core = QUOTE.search(name)
            told = 2 <= len(name) <= (LONGEST_QUOTED if core else LONGEST) and name not in rule.never
            told = told and not (means and (core is None or len(core[1]) < MEANS_LENGTH or OPPOSITE.search(core[1])))
            # 新增2家千亿级、10家百亿级企业: so many of a kind.
            told = told and not name[0].isdigit()
            # 片区、流域等联合党建模式: of ways of working a common word is no name.
            told = told and not (rule.type in WAYS and core is None and _common_way(page, name))
            told = told and not (rule.type == "Facility" and not _sight(page, name))
            # 浙东铝模: a firm may begin with a place.
            begun = rule.type == "Enterprise"
            if told and not any(m.span.overlaps(member) and not (begun and _begins(m, member)) for m in known):
                # 规则、标准等制度: of ways of working only what stands in quotation marks is a name by itself.
                form = Form.QUOTED if core else Form.NOMINAL if rule.type in WAYS else Form.PROPER
                held = Span(place[0] + core.start(1), place[0] + core.end(1)) if core and rule.type in WAYS else None
                # 绿山茶叶基地等重点产业: what ends as a place of work is one, and no product.
                own = _site(page, member) if rule.type == "Industry" and core is None else None
                kind, path = (own.type, own.path) if own is not None else (rule.type, rule.path)
                yield Mention(member, kind, path + "#listed", core[1] if core else name, form, held)
        # One list a sentence: the members of a second are mostly phrases, 低空飞行及配套服务; firms are none.
        if rule.type != "Enterprise":
            return


def trades(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """The members of a list that says of itself that they are trades.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("五金、轻纺和灯具是全镇的三个主导产业。", compile_grammar(load_rules()), Words())
    >>> [mention.name for mention in trades(page, Span(0, 19), [])]
    ['五金', '轻纺', '灯具']
    """
    rule = page.grammar.trade
    for match in TRADES.finditer(page.text, span.start, span.end):
        for start, end in _members(page.text, *match.span("list")):
            name, place = page.text[start:end], Span(start, end)
            if name not in rule.never and not any(m.span.overlaps(place) for m in known):
                yield Mention(place, rule.type, rule.path + "#listed", name, Form.PROPER)


def _taken_up(page: Page, listed: re.Match[str], low: int) -> bool:
    """运用“甲”“乙”等方式: whether somebody takes up what a list of quotations names; 通过…等方式 only says by what."""
    quote = page.text.find("“", listed.start(1), listed.end(1))
    quoted = page.before(listed.end(1)) in "”等"
    return quoted and quote >= 0 and TAKEN_UP.search(page.text, low, quote) is not None


def _sight(page: Page, name: str) -> bool:
    """十八梯, 洪崖洞: whether what a list of sights holds is called so; 爬山, 湖泊 and 采摘体验 are none."""
    known = page.words.frequency(name) > 0
    done = any(len(word) > 1 and tag[:1] == "v" for word, tag in page.words.cut(name))
    return "“" in name or (len(name) > 2 and not done and (not known or page.words.tag(name)[:2] in SIGHTS))


def _begins(place: Mention, member: Span) -> bool:
    return place.type in PLACES and place.span.start == member.start and place.span.end < member.end


def _site(page: Page, member: Span) -> EntityRule | None:
    head = page.ends.get(member.end)
    rule = page.grammar.heads.get(head[1]) if head else None
    return rule if rule is not None and rule.type == "Facility" else None


def _grown(page: Page, name: str) -> bool:
    return name in page.grammar.goods.known or name.endswith(page.grammar.name_words.farming)


def _common_way(page: Page, name: str) -> bool:
    return len(name) < SHORTEST_WAY or page.words.frequency(name) > 0


def _common(page: Page, name: str) -> bool:
    """Whether a name is a common noun, or made of common words: 城市|更新."""
    if page.words.tag(name) == "n" and page.words.frequency(name) > COMMON:
        return True
    pieces = page.words.cut(name)
    plain = (len(word) > 1 and tag in ("n", "v", "vn") and page.words.frequency(word) > COMMON for word, tag in pieces)
    return len(pieces) > 1 and all(plain)


def _members(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list; the last mark between them may be 和 or 及."""
    found = [match.span(1) for match in MEMBER.finditer(text, start, end)]
    low, high = found[-1]
    link = LINK.search(text, low + 2, high - 2)
    return [*found[:-1], (low, link.start()), (link.end(), high)] if link else found


def _first_member(page: Page, start: int, end: int, of_things: bool = False) -> int:
    """Where the first member of a list begins: behind the last word that governs it; a thing's name holds no verb."""
    grammar = page.grammar
    # 引育了绿之金: behind 了 stands what the verb governs, however the dictionary cuts it.
    done = page.text.rfind("了", start, end - 1)
    if done - start > 1 and page.text[done - 2 : done] in grammar.boundaries:
        if end - done <= SHORT and page.text[done + 1] not in grammar.function:
            return done + 1
        start = done + 1
    place = best = start
    mark = page.text.find("“", start, end)
    pieces = page.words.cut(page.text[start : mark if mark >= 0 else end])
    of_things = of_things and all(tag[:1] != "v" for _, tag in pieces[-1:])  # 休闲度假 is done and no thing
    last = ""
    for word, tag in pieces:
        place += len(word)
        # 国能永州电厂: the dictionary cuts the owner in two.
        if page.text.endswith(GRIDS, 0, place) and len(word) == 1:
            best = min(best, place - 2)
            last = word
            continue
        governs = word in grammar.boundaries or word in grammar.function or tag.startswith(FREE_TAGS)
        governs = governs or (last == "做" and len(word) == 1)  # 做大做强纺织
        last = word
        # 引育了绿之金: so short a rest is none of the names.
        if (governs or (of_things and tag == "v" and len(word) > 1)) and place < end - (place - len(word) > start):
            best = place
    return best
