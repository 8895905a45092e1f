"""A sentence in, the undertakings out that a verb of carrying out governs, whatever words they are named in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.match.names.grammar import Page
from kg.match.rulebook.signs import Sought
from kg.model import Form, Mention, Span

CARRYING = "(?:开展|实施|启动|推进|部署|打响|发起|召开|举行|举办|参加|加入|打好|打赢)[了的]?"
WHOSE = (
    "(?:[0-9一二两三四五六七八九十百]+余?多?[期场次届轮])?(?:特色|大型)?"
    "(?:今年|全年|全[省市州县区旗镇乡村域国]|辖区|全面|首[个批场轮次届]|新一轮|系列|各类|各项)?"
)
# What parts a name from its sentence, and what would be the deed of somebody else.
NO_NAME = (
    "[的了着及被将把]|在(?![职线校岗])|和(?![美谐平睦合])|等(?!级)|(?<!合)并|对(?![口接标])|[从向](?![业善])"
    "|是(?!非)|以(?![案旧奖])"
)
KINDS = (
    "(?:专项|集中|攻坚|提升|整治|治理|清零|清理|排查|振兴|培育|三年|五年|百日|关爱|暖心|护航|保障)行动(?:计划)?"
    "|专项(?:整治|治理|斗争|清理|检查|监督)|攻坚战|大会战|(?:开放日|(?:宣传|宣教|教育|服务|活动|体验|纪念)[日周月季年])活动?"
    "|(?:主题|实践|宣讲|走访|联谊|评选|比武|志愿服务|下乡|进[校农企社军机园基][园村业区营关]|体验|展示|观摩|竞赛|创建|帮扶|慰问"
    "|关爱|宣传|教育|培训|演练|义诊|征文|巡[讲演]|展演|联欢|结对|共建|巡河|植树|清洁|整治|募捐|捐赠|普法)活动"
)
FEWEST, SHORTEST = 2, 5
SUMMED_UP = re.compile("等[0-9一二两三四五六七八九十]+余?[项个处条座]")
UNDERTAKING = Sought(
    f"{CARRYING}{WHOSE}(?P<said>(?:(?!{NO_NAME})[一-龥]){{4,20}}?(?:{KINDS}))(?![一-龥]{{0,4}}(?:启动会|推进会|仪式|方案|意见))"
)
# 普法强基补短板专项行动, 青石果园种植与观光项目: so much is said of it that it is one of its own.
ITS_OWN = re.compile(f"[一-龥]{{2,}}(?:{KINDS})|[一-龥]{{7,}}(?:项目|工程)")
# 实行包村联户制度: what is set up or followed begins right behind the verb that says so, whatever verb it holds.
FOUNDING = "(?:建立|健全|完善|规范|用好|用活|实行|推行|落实|执行|探索|创新|构建|试行|坚持|实施){1,2}[了起出]?(?:一套)?"
ORDER = "(?:联席会议|责任|管理|工作)?(?:制度|机制|责任制|负责制)"
# 晒谷会制度, 联巡共巡制度: a meeting of three characters, or two deeds with one character in common, say enough.
MEETING, TWIN_DEEDS = "[一-龥]{2}会", re.compile("([一-龥])[一-龥]\\1[一-龥]|[一-龥]([一-龥])[一-龥]\\2")
FOLLOWED = Sought(f"{FOUNDING}(?P<said>(?P<own>(?:(?!{NO_NAME})[一-龥]){{4,14}}?|{MEETING}){ORDER})(?![一-龥])")
# 实行挂包责任制, 推行任务清单制管理: whatever stands between the verb and a last word of that kind.
ORDERED = Sought(
    f"{FOUNDING}(?P<said>(?:(?!{NO_NAME})[一-龥]){{1,12}}?(?<![机体])制)(?=[管治]理(?![一-龥])|[^一-龥]|$)"
)
SHORTEST_ORDER = 3
# 实施强校富教工程: so too what is carried out.
CARRIED = Sought(
    f"(?:{CARRYING}|承担)好?{WHOSE}(?:第[0-9一二三四五六七八九十]+[轮批期])?(?!好)(?P<said>(?P<own>(?:(?!{NO_NAME})[一-龥]){{4,10}}?)工程|(?P<named>(?:(?!{NO_NAME})[一-龥]){{6,18}}?)(?<!重点)(?<!重大)(?<!优质)项目)(?![一-龥])"
)
SET_UP = Sought(
    f"(?:成立|组建)了?(?P<said>(?:(?!{NO_NAME}|[由任])[一-龥]){{4,20}}?(?:工作组|工作专班|攻坚专班|工作队))(?![一-龥])"
)
# 开展非遗进校园: what is brought to whom.
BROUGHT = Sought(
    f"(?:{CARRYING}|深化|推动|组织)好?{WHOSE}(?P<said>(?:(?!{NO_NAME})[一-龥]){{2,8}}进"
    "(?:校园|社区|乡村|农村|企业|机关|万家|基层|军营|课堂|工地|家庭|网格))(?=[、，。；]|等|系列|$)"
)
SET_SO = (UNDERTAKING, BROUGHT, FOLLOWED, ORDERED, CARRIED, SET_UP)
OTHER_DEED = re.compile(
    "加强|强化|提升|提高|推动|确保|促进|保障|引导|做好|抓好|打造|建立|健全|完善|实行|推行|形成|深化|优化|相关|各项"
)
# 甲项目、乙公司丙项目、丁项目: each member of such a list is called by all its words.
MEMBER = "[^，。；、：！？“”\n的]{4,30}?(?:项目|工程)"
LISTED = re.compile(f"(?<=、){MEMBER}(?=、|等|[0-9]{{1,3}}[个项]|[，。；和及])")
FIRM = re.compile(".*(?:公司|集团)|[0-9]+[个项]")
SAID_OF = ("进度", "情况", "成果", "资金")
OF_MANY = ("批", "个", "项", "类", "些", "种", "等", "系列")
# 开展走访慰问，开展…: a verb of carrying out inside shows that the name begins later.
AGAIN = re.compile(
    "可(?![再降控视持])|申报|开展|实施|启动|推进|组织|召开|举行|举办|参加|落实|通过|利用|结合|围绕|专题|丰富"
)
COUNTED = re.compile("[一两二三四五六七八九十几多数]+(?:[项次场个轮批]|系列)|各[类项种级]|针对|为期")


def undertakings(page: Page, span: Span) -> Iterator[Mention]:
    """开展优化营商环境专项行动: what is carried out begins right behind the verb that says so.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> grammar = compile_grammar(load_rules())
    >>> line = "启动优化营商环境专项行动，开展全县打击非法采砂专项整治，推进组织开展整治行动，开展多项暖心行动。"
    >>> [m.name for m in undertakings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['优化营商环境专项行动', '打击非法采砂专项整治']
    >>> line = "开展非遗进校园，组织戏曲进乡村。"
    >>> [m.name for m in undertakings(open_page(line, grammar, Words()), Span(0, len(line)))]
    ['非遗进校园', '戏曲进乡村']
    """
    for match in page.each(UNDERTAKING, span):
        name = match["said"]
        if not AGAIN.search(name) and not COUNTED.match(name):
            yield Mention(Span(*match.span("said")), "Program", "names/undertaking", name, Form.PROPER)
    for match in page.each(BROUGHT, span):
        if not AGAIN.search(match["said"]) and not COUNTED.match(match["said"]):
            yield Mention(Span(*match.span("said")), "Program", "names/undertaking", match["said"], Form.PROPER)


def followed(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """实行包村联户制度: the way of working that a verb of founding governs, whatever verb it holds.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> line = "实行包村联户制度，建立行业联合党委定期会商制度，完善加强监督管理机制。"
    >>> page = open_page(line, compile_grammar(load_rules()), Words())
    >>> [m.name for m in followed(page, Span(0, len(line)), [])]
    ['包村联户制度', '行业联合党委定期会商制度']
    >>> line = "坚持晒谷会制度，实行联巡共巡制度，推行任务清单制管理，落实责任制，实施强校富教工程。"
    >>> page = open_page(line, compile_grammar(load_rules()), Words())
    >>> [m.name for m in followed(page, Span(0, len(line)), [])]
    ['晒谷会制度', '联巡共巡制度', '任务清单制', '强校富教工程']
    """
    grammar = page.grammar
    for match in page.each(FOLLOWED, span):
        own = TWIN_DEEDS.fullmatch(match["own"]) or _tells(page, match["own"])
        if own and match["said"] not in grammar.ways.never and _stands_alone(match, known):
            yield _founded(match, "Mechanism")
    for match in page.each(ORDERED, span):
        head = next((match["said"][k:] for k in range(len(match["said"])) if match["said"][k:] in grammar.heads), "")
        if len(head) >= SHORTEST_ORDER and match["said"] not in grammar.ways.never and _stands_alone(match, known):
            yield _founded(match, "Mechanism")
    for match in page.each(CARRIED, span):
        if _tells(page, match["own"] or match["named"]) and _stands_alone(match, known):
            yield _founded(match, "Program")


def _tells(page: Page, own: str) -> bool:
    """Whether a word of what a way of working is called by is none that any may have."""
    words = [word for word, _ in page.words.cut(own)]
    return any(word not in page.grammar.generic and word not in page.grammar.boundaries for word in words)


def _stands_alone(match: re.Match[str], known: Sequence[Mention]) -> bool:
    """Whether no place stands in a name, and no deed of somebody else."""
    placed = any(match.start("said") < m.span.end and m.span.start < match.end("said") for m in known)
    return not (placed or AGAIN.search(match["said"]) or OTHER_DEED.search(match["said"]))


def _founded(match: re.Match[str], kind: str) -> Mention:
    return Mention(Span(*match.span("said")), kind, "names/followed", match["said"], Form.NOMINAL)


def set_up(page: Page, span: Span, known: Sequence[Mention]) -> Iterator[Mention]:
    """成立文明乡村示范创建工作组: a team for an occasion is called by all words behind the verb that sets it up.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> line = "成立青岭寨示范创建工作组，成立5个工作组，组建由镇长任组长的工作专班，抽调人员成立工作组。"
    >>> [m.name for m in set_up(open_page(line, compile_grammar(load_rules()), Words()), Span(0, len(line)), [])]
    ['青岭寨示范创建工作组']
    """
    for match in page.each(SET_UP, span):
        if not COUNTED.match(match["said"]):
            said = Span(*match.span("said"))
            inside = tuple(m for m in known if said.covers(m.span))
            yield Mention(said, "Team", "names/undertaking", match["said"], Form.PROPER, None, inside)


def listed_undertakings(page: Page, span: Span) -> Iterator[Mention]:
    """The members of a list that all end as undertakings do, behind the first.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> line = "标准厂房项目、绿源公司果蔬加工项目、青石电站改造消纳14万千瓦光伏项目3个项目开工"
    >>> page = open_page(line, compile_grammar(load_rules()), Words())
    >>> [m.name for m in listed_undertakings(page, Span(0, len(line)))]
    ['果蔬加工项目', '青石电站改造消纳14万千瓦光伏项目']
    """
    found = list(LISTED.finditer(page.text, span.start, span.end))
    if len(found) < FEWEST:
        return
    for match in found:
        firm = FIRM.match(page.text, match.start(), match.end())
        start = firm.end() if firm else match.start()
        name = page.text[start : match.end()]
        # 管网延伸至青石镇等7项农饮工程: so many are summed up there, and it is none of them.
        if len(name) > SHORTEST and not AGAIN.search(name) and not SUMMED_UP.search(name):
            yield Mention(Span(start, match.end()), "Project", "names/undertaking", name, Form.PROPER)


def is_its_own(page: Page, start: int, name: str) -> bool:
    """Whether an undertaking is so fully named that it is a thing of the text wherever it stands."""
    if AGAIN.search(name) or page.text.endswith(OF_MANY, 0, start):
        return False
    return ITS_OWN.fullmatch(name) is not None and not page.text.startswith(SAID_OF, start + len(name))
