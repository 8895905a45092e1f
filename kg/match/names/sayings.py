"""A stretch of text in, the ways of working out that have no quotation marks and no last word: what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.names.grammar import Page
from kg.match.rulebook.signs import Sought
from kg.match.shorthand.decomposed import decompose, number_of
from kg.model import Form, Mention, Span

# 月督查、季考核制度: what is done each month and each quarter.
CADENCE = Sought(
    "(?<![每0-9一二三四五六七八九十半全本])(?P<said>[日周旬月季年][一-龥]{2,3}(?:、(?:半[月年]|[日周旬月季年])[一-龥]{2,3}){1,4})"
    "的?(?:工作|管理)?(?:制度|机制|制(?![一-龥]))"
)
# 实行日调度、周通报、月点评: so too where no last word stands behind it.
ROUTINE = Sought(
    "(?:实行|推行|坚持|落实|执行|做到|采取|推出)了?(?P<said>[日周旬月季](?!常|[边围密]|[亮份初底末])[一-龥]{2,3}"
    "(?:、(?:半[月年]|[日周旬月季年])[一-龥]{2,3}){1,4})(?=[，。；！”])"
)
# 社区共驻共建机制: what the dictionary cuts into adverbs.
TOGETHER = Sought("(?P<said>共[一-龥]共[一-龥](?:共[一-龥])?)(?:工作|治理)?(?:机制|制度|模式)(?![一-龥])")
# 通过草场、牲畜入股的方式: how land, beasts and money are put together.
SHARED = Sought(
    "(?:通过|采取|采用|实行)了?(?P<said>[一-龥]{2,8}(?:、[一-龥]{2,8}){0,3}(?:入股|托管|托养|寄养|代养|返租|租赁|分红))"
    "的?(?:方式|模式|形式|办法)(?!方法)"
)
# 1+1+2+N的联调模式: a sum without quotation marks.
SUMMED = Sought(
    r"(?<![\d.“+＋])(?P<said>(?:\d{1,2}|[XNM])(?:[+＋](?:\d{1,2}|[XNM])){1,5})的?[一-龥]{0,12}?"
    "(?:模式|机制|体系|工作法|格局|制度)(?![一-龥])"
)
# 推行4321分配办法: digits without quotation marks, and neither a year, nor a hotline, nor a count of things.
DIGITAL = Sought(
    r"(?<![\d.%年第“+＋])(?P<said>(?!(?:19|20)\d\d|12345|1[0-9]{2}(?:平台|热线))[1-9]{3,5}"
    r"(?![\d.%年月日号个项条种类名家所处座户亩元万亿支套台件期届次]))"
    "[一-龥]{0,8}?(?:工作法|分配办法|管理办法|工作机制|机制|制度|模式|体系|行动|工作法)(?![一-龥]{0,1}[建改立])"
)
# 开展六个一关爱活动, 理出一套五步处置流程: a shorthand without quotation marks, up to the last word of the name.
COUNTED = Sought(
    "(?:开展|实施|推行|落实|实行|坚持|启动|组织|践行|推出|提供|形成|探索|建立|总结|理出|创新|采取|按照|独创|摸索|构建)(?:出|了|起)?(?:一套)?"
    "(?P<said>[二三四五六七八九]个一|[三四五六七八九]步)(?!走)(?P<of>[一-龥]{0,6}?)(?:活动|行动|工程|服务|工作法|工作流程|流程|机制|制度|法)(?![一-龥])"
)
QUOTED = re.compile("“([^“”\n]{2,12})”")
HEAD, OWN, MANY = len("机制"), 4, 5
DEED_TAGS = "nvjz"
ALIKE = "边多各越又"
# 实行镇干部包村、村干部包片、党员包户机制: who does what, one clause behind the other.
CLAUSES = Sought(
    "(?:建立|健全|完善|实行|推行|落实|执行|探索|构建|形成|采取|采用|创新)(?:健全|完善|推行|实行|建立|落实|执行)?[了起出]?"
    "(?P<said>[一-龥]{5,14}(?:、[一-龥]{5,14}){0,4}、[一-龥]{4,12}?|[一-龥]{4,14}(?:、[一-龥]{4,14}){1,4}、[一-龥]{4,12}?)"
    "(?<![一二两三四五六七八九十0-9][个项种大类])的?(?:工作|管理|服务|责任|联动|运行|推进|协同|协调|保障|长效|有效|良性|新型|新)?(?:机制|制度|模式|责任制)(?![一-龥])"
)
# 把做法归成三句话：支部领着种、能人带着卖、大家一起管: what it comes to, in so many words.
COMES_TO = Sought(
    "(?:做法|经验|办法|法子|路子|诀窍|秘诀|思路)[^，。；：“”\n]{0,6}?(?:归|总结|概括|归纳|提炼|凝练|浓缩|就是|是|就)结?[成为作]?"
    "(?P<number>[二两三四五六七八九])(?:句话|句|条|招|个字)：(?P<said>[一-龥]{3,12}(?:[、，][一-龥]{3,12}){1,8})(?=[。；！])"
)
NAMED_ITSELF = re.compile(
    "(?:制度?|机制|模式|体系|办法|[体法约]系?|清单|台账|会议|等)(?:、|$)|[的了和与及等]|长效$"
    "|(?:^|、)(?:健全|完善|落实|建立|推动|推进|推行|构建|形成|加强|强化|创新|实行|实施|开展|探索|优化|深化|提升|打造)"
)
# 布局合理、功能完善: how good a thing is, and no way of working.
QUALITY = re.compile(
    "(?:覆盖(?:全域|全面|城乡|广泛)|合理|完[善备整]|健全|齐[全备]|明[确晰]|清晰|有[序力效]|严[格密]|规范|科学|高效|便[捷利]|[顺通流]畅|安全|可靠|稳定"
    "|先进|优[美良质越]|均衡|充[分足]|突出|鲜明|显著|灵活|到位|适度|一致|统一|强劲|精准|协调|和谐|美观|适宜|繁荣|兴旺|到[边底位])(?=、|$)"
)
# 小事不出村、大事不出镇: how far a quarrel may go.
BOUNDS = "(?:村组|网格|社区|街道|[村组镇乡县院门户格网屯街])"
WITHIN = Sought(
    "(?<!“)(?P<said>[小大难急要][一-龥]?事不出[一-龥]{1,4}"
    f"(?:[、，][小大难急要][一-龥]?事不出{BOUNDS}){{1,3}}(?:[、，]矛盾不上交)?)"
)
# 群众点单、支部派单、党员接单; 社区吹哨、部门报到: who asks and who answers.
ANSWERED = "[一-龥]{2,4}(?:[点下派接评晒送领报办跑买]单|[吹应评闻]哨|报到|响应)"
ORDERED = Sought(
    "(?<![一-龥“])(?:[一-龥]{0,12}?(?:推行|实行|探索|建立|采取|采用|按照|通过|形成|构建|运用|实施|坚持|落实|推进|深化)了?)?"
    f"(?P<said>[一-龥]{{2,4}}(?:[点下]单|吹哨)(?:、{ANSWERED}){{1,4}}+)(?![一-龥]*”|[等的]*“)"
)
# 建立供销系统基层社纵向共建工作机制: all that stands between a verb of setting up and the last word.
SET_UP = Sought(
    "(?:建立健全|健全完善|建立|健全|完善|构建|推行|实行|探索|创新|落实)(?:建立|落实|推行|实行|完善|健全)?了?"
    "(?P<said>(?:(?![的了着过和与及等把将以为对从由在并或是有])[一-龥]){6,22}?(?:机制|制度))(?![一-龥])"
)
# 构建居委会、业委会、物业三方联动机制, 织密县、乡、村三级服务网络: counted behind the list of who they are.
PARTIES = Sought(
    "(?:建立|构建|健全|完善|织密|筑牢|搭建|形成|推行|实行|打造|落实|创新|探索|建成|延伸)(?:建立|健全|完善)?[起了出]?"
    "(?P<row>[^，。；：“”（）、\n的]{1,14}(?:、[^，。；：“”（）、\n的]{1,14}){1,5}?)等?(?:(?:共同)?(?:组成|构成|参与|参加)的)?"
    "(?P<said>[二两三四五六七][方级](?!面)[一-龥]{1,8}?(?:机制|制度|模式|体系|架构|网络))(?![一-龥])"
)
# A list whose last two are joined by a word.
JOINED_LAST = re.compile("[^和与及]{2,}[和与及][^和与及]{2,}")
SAID = (ORDERED, CADENCE, ROUTINE, SUMMED, TOGETHER, COMES_TO, CLAUSES, SHARED, WITHIN, DIGITAL, COUNTED, PARTIES)


def sayings(page: Page, span: Span) -> Iterator[Mention]:
    """The routes that a place goes by, and the sayings of how far a quarrel may go.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> grammar = compile_grammar(load_rules())
    >>> line = "以扩面提质、补链强链为基本路径，做到小事不出村、大事不出镇。"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['扩面提质、补链强链', '小事不出村、大事不出镇']
    >>> line = "采取组织联建、产业联推等形式，实行走访慰问、座谈交流等方式，探索以奖代补、以工代赈等做法"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['组织联建、产业联推']
    >>> line = "通过村企联营的模式，采取分股不分山、均股均利的做法，完善共驻共建机制，采取因地制宜的模式"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['分股不分山、均股均利', '村企联营', '共驻共建']
    >>> line = "实行镇干部包村、村干部包片、党员包户机制，健全首问负责制、限时办结制、服务承诺制度"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['镇干部包村、村干部包片、党员包户']
    >>> line = "建立县级督导、乡镇统筹、村组落实推进机制，构建布局合理、设施配套、功能完善的模式"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['县级督导、乡镇统筹、村组落实']
    >>> line = "镇里推行群众点单、支部派单、党员接单，社区吹哨、部门报到，解决难题。"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['群众点单、支部派单、党员接单', '社区吹哨、部门报到']
    >>> line = "构建布局合理、设施配套、功能完善的供水网络，建立村企共建、利益共享的工作机制"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['村企共建、利益共享']
    >>> line = "合作社通过草场、牲畜入股的方式经营，采取牛羊托养方式增收"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['草场、牲畜入股', '牛羊托养']
    >>> line = "健全村组织领导的自治、法治、德治相结合的治理体系，实行1+2+N的联调模式"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['自治、法治、德治', '1+2+N']
    >>> line = "建立“三包两共”机制，采取账目共管、收益共享的办法"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    []
    >>> line = "中心实行日调度、周通报、月点评，坚持日常巡查、月底考核。"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['日调度、周通报、月点评']
    >>> line = "她把做法归成三句话：支部领着种、能人带着卖、大家一起管。他的做法总结成两条：多跑腿。"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['支部领着种、能人带着卖、大家一起管']
    >>> line = "按照便民、公开、高效的原则办事，坚持公平、公正、公开的原则"
    >>> [m.name for m in sayings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['便民、公开、高效']
    """
    words = page.grammar.way_words
    # Most sentences say nothing of the kind.
    if not (page.may_stand(SAID, span) or page.may_stand(words.said_so, span)):
        return
    for route in words.routes:
        # What a place goes by is a way of working, whose members are of one build.
        yield from (m for m in _said(page, route, span) if not words.fair.issuperset(m.name.split("、")))
    yield from (m for m in _said(page, words.built, span) if not _is_praise(m.name))
    yield from _said(page, ORDERED, span)
    yield from _said(page, CADENCE, span)
    yield from _said(page, ROUTINE, span)
    yield from _whole(page, words.tied, span)
    yield from _whole(page, SUMMED, span)
    yield from _whole(page, DIGITAL, span)
    yield from _counted(page, span)
    yield from _parties(page, span)
    taken = (m for m in _said(page, words.taken, span) if _of_one_build(m.name))
    yield from (m for m in taken if not _spells_back(page, Span(span.start, m.span.start), m.name))
    yield from (m for m in _said(page, words.single, span) if _is_deed(page, m.name))
    yield from _said(page, TOGETHER, span)
    yield from _coming_to(page, span)
    yield from (m for m in _said(page, CLAUSES, span) if not (NAMED_ITSELF.search(m.name) or _is_praise(m.name)))
    yield from _said(page, SHARED, span)
    yield from _said(page, WITHIN, span)


def set_up(page: Page, span: Span, known: Sequence[Mention] = ()) -> Iterator[Mention]:
    """The ways that somebody sets up, each of which says enough beside what any way is called, with `known` inside.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> line = "建立供销系统基层社纵向共建工作机制，完善长效工作机制。"
    >>> page = open_page(line, compile_grammar(load_rules()), Words())
    >>> [m.name for m in set_up(page, Span(0, len(line)))]
    ['供销系统基层社纵向共建工作机制']
    """
    for match in page.each(SET_UP, span):
        words = [word for word, _ in page.words.cut(match["said"][:-HEAD])]
        own = [word for word in words if word not in page.grammar.generic and len(word) > 1]
        if words[0] not in page.grammar.boundaries and (sum(map(len, own)) >= OWN or (own and len(words) >= MANY)):
            said = Span(*match.span("said"))
            inside = tuple(m for m in known if said.covers(m.span))
            yield Mention(said, "Mechanism", "names/saying", match["said"], Form.NOMINAL, None, inside)


def _coming_to(page: Page, span: Span) -> Iterator[Mention]:
    """What a way of working is said to come to, where that has as many members as the number before it states."""
    for match in page.each(COMES_TO, span):
        if number_of(match["number"]) == len(re.split("[、，]", match["said"])):
            core = Span(*match.span("said"))
            yield Mention(core, "Mechanism", "names/saying", match["said"], Form.QUOTED, core)


def _of_one_build(name: str) -> bool:
    """Whether all members have a character in common, at one place: 联建、联推; 以奖代补、以工代赈 are no names.

    Or each says a character twice: 分股不分山、均股均利; 边学边改、边查边改 are no names.
    """
    members = name.split("、")
    if all(member[0] in ALIKE for member in members):
        return False
    if all(len(set(member)) < len(member) for member in members):
        return True
    if any(len(member) != 4 for member in members):
        return False
    places = [set(characters) for characters in zip(*members, strict=True)]
    return any(len(same) == 1 for same in places[1:]) and places[0] != {"以"}


def _spells_back(page: Page, before: Span, name: str) -> bool:
    """建立“两包三共”机制，采取甲共商、乙共管…的办法: as many as a name before them states, each with its word, are its
    parts.
    """
    members = name.split("、")
    stated = [
        n for q in QUOTED.findall(page.text, before.start, before.end) for n in decompose(q, page.grammar.shorthand)
    ]
    return any(n.number == len(members) and any(all(mark in m for m in members) for mark in n.marks) for n in stated)


def _is_praise(name: str) -> bool:
    """Whether most members only say how good the thing is: 布局合理、设施配套、功能完善."""
    return 2 * len(QUALITY.findall(name)) > len(name.split("、"))


def _is_deed(page: Page, name: str) -> bool:
    """Whether four characters say what is done, and not how: 村企联营, 注资分红; 因地制宜 is no way of one's own."""
    words = page.words.cut(name)
    own = any(word not in page.grammar.generic for word, _ in words)
    return own and len(words) > 1 and all(tag[0] in DEED_TAGS for _, tag in words) and words[-1][1][0] in "vn"


def _said(page: Page, sought: Sought, span: Span) -> Iterator[Mention]:
    for match in page.each(sought, span):
        core = Span(*match.span("said"))
        yield Mention(core, "Mechanism", "names/saying", match["said"], Form.QUOTED, core)


def _counted(page: Page, span: Span) -> Iterator[Mention]:
    """六个一活动 is named whole, as every shorthand is; 六个一关爱活动 by its shorthand, which counts no 活动."""
    for match in page.each(COUNTED, span):
        core = Span(*match.span("said"))
        whole = Span(core.start, match.end())
        if match["of"]:
            yield Mention(whole, "Mechanism", "names/saying", match["said"], Form.QUOTED, core)
        else:
            yield Mention(whole, "Mechanism", "names/saying", page.text[whole.start : whole.end], Form.SHORT)


def _parties(page: Page, span: Span) -> Iterator[Mention]:
    """居委会、业委会、物业三方联动机制: the name from its count on, where as many are told before it."""
    for match in page.each(PARTIES, span):
        row = match["row"].split("、")
        told = len(row) + (JOINED_LAST.fullmatch(row[-1]) is not None)
        if told == number_of(match["said"][0]):
            yield Mention(Span(*match.span("said")), "Mechanism", "names/saying", match["said"], Form.SHORT)


def _whole(page: Page, sought: Sought, span: Span) -> Iterator[Mention]:
    """The names that go on behind what they are called by, to their last word."""
    for match in page.each(sought, span):
        core = Span(*match.span("said"))
        yield Mention(Span(core.start, match.end()), "Mechanism", "names/saying", match["said"], Form.QUOTED, core)
