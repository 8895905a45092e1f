"""A figure of a sentence in, the words before and behind it that may say what it measures out."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.match.figures.indicators import Before, before
from kg.match.figures.nouns_behind import PRICE, after
from kg.match.figures.scene import Scene, left, right
from kg.model import Span, Value

BODY = re.compile(
    "[一-鿿]{0,8}?(?:行政村|自然村|村|嘎查|社区|乡镇|[镇乡县市区]|街道|网格|小区|园区|学校|企业|支部"
    "|合作社|农场|基地|项目|[户员民工人众师生者农])"
    "(?=的?集体|的?[人户亩]均|[年月](?!龄)|日均|人均|户均|村均|亩均|平均|分红|补助|补贴|奖补|奖励|授信|发放|拨付|总|经营性|全部|均|共|实现|[一-鿿]{2,6}率|易地扶贫|通[村组乡]|用(?![途户工地法具品电水房人量]))"
)
# 7个镇街的集散中心, 4个寨子的老人: whose it is is counted.
WHOSE = re.compile(
    # 6个网格的楼长: of the people of what 个 counts none is counted.
    "((?<=个)[一-鿿]{0,5}(?:网格|院落|楼院|支部|党组织|站点|合作社)"
    "(?=的[一-鿿、“”]{0,8}?(?:书记|[组队站场社格楼]长|负责人|[队社]员|群众|居民|村民|农户|代表|骨干))"
    "|[一-鿿]{0,5}(?:[村镇乡县区旗州市屯寨组]|街)|[一-鿿]{0,5}(?:街道|社区|寨子|民族|部门|单位|企业|学校|家庭|农户"
    "|[村居市牧渔农]民|干部|党员))的(?=[一-鿿“])"
)
MADE_UP = re.compile("（[^（）。]*[0-9][^（）。]*）(?=[一-鿿])")
ENDS = frozenset("，。；、县市村镇的")
PARTNER = frozenset("与同跟和、")
JOINTS = frozenset("、和与及，")
# 投资3.5亿元建设的项目: what the money is for is not what it is.
MADE_WITH = re.compile("(?:建设|建成|兴建|新建|修建|改建|扩建|改造|打造|实施|购置|购买|引进)[的了]")
# 归村集体, 用于公益: to whom or for what a share goes.
WHOM = re.compile("[^，。；、]{1,12}")
DIRECTLY = "直接"
FOR_WHOM = re.compile("(?:为|给|帮助?|替|向|让|带动|引导|指导|助力)[^，。；]{0,8}$")
# 给予2000元带动就业补贴, 提供最高30万元的创业担保贷款: what is given stands behind as a whole.
GIVING_REACH = 6
GIVING = re.compile(
    "(?:给予|发放|提供|兑现|领取|领到|获得|申请|申领|享受|补发|放贷|奖励|拨付)[了到过]?$|每(?:人|户|亩|月|年|天|位|名|头)$"
)
GIVEN = re.compile("的?([一-鿿]{2,12})$")
WHO = re.compile("企业|公司|合作社|农户|商户|[村居农牧渔]民|群众|学生|老人|学校|村|社区|单位|家庭|乡镇")


class Around(NamedTuple):
    """The words round one figure."""

    value: Value
    place: int  # among the figures of the sentence
    kind: str
    left: int
    opens: int  # where the words before end
    end: int  # of the figure
    right: int
    raw: str  # all words before, as they are
    said: Before
    phrase: str  # of these, what may be measured
    noun: Span | None
    behind: str


def look_around(scene: Scene, index: int, grown: tuple[Value, int] | None) -> Around:
    """The words round the figure at `index`; `grown` is the figure that it grew from."""
    text, kind, end = scene.text, scene.kinds[index], scene.ends[index]
    start = left(scene, index - 1 if grown else index)
    opens = grown[1] if grown else scene.starts[index]
    stop = right(scene, index)
    # 247个行政村年经营性收入达15万元: one stretch holds the noun of one figure and the words before the next.
    begin = start
    if index and start == scene.ends[index - 1] and start < opens and text[start] not in JOINTS:
        body = BODY.match(text, start, opens)
        turn = scene.words.turns.search(text, start, opens)
        whose = WHOSE.match(text, start, opens)
        price = PRICE.match(text, start + (text[start] == "的"), opens)
        if price:
            begin = price.end()
        elif whose and whose.end() < opens:
            begin = whose.end()
        elif body and not text.startswith("集体", body.end()):
            begin = body.end()
        elif turn:
            begin = turn.start()
        else:
            end_of_whom = served(scene, index - 1, start, opens)
            begin = end_of_whom if end_of_whom < opens else begin
    begin = _subject(scene, begin, opens)
    # 土地全部以每亩900元的价格流转
    if (priced := text.find("以每", begin + 1, opens)) > 0:
        begin = priced + 1
    said = before(text, begin, opens, scene.words, scene.skips, grown is not None)
    said = said._replace(start=_behind_example(scene, said))
    noun = None
    # 惠及20万人的工程: the noun behind 的 is not what is counted.
    spent = kind == "money" and MADE_WITH.match(text, end, stop)
    if (
        (end < stop or text.startswith("（", end))
        and not spent
        and not (kind == "count" and said.verb and text[end] == "的")
    ):
        noun = noun_behind(scene, index, stop)
        # 1个中心、203个站点的服务网络, 拥有八间教室的“山花书院”: what stands behind 的 is made up of what is counted.
        makes_up = text[start] == "、" or text.endswith(("有", "占地", "容纳"), start, opens)
        owned = text.find("的", noun.start + 1, noun.end) if noun else -1
        # 种了22亩党参的李华: what stands behind 的 is who has done so.
        if noun and owned > 0 and (makes_up or owned + 1 in scene.people):
            noun = Span(noun.start, owned)
        if noun and kind == "count" and (whose := WHOSE.match(text, end, stop)):
            alone = len(whose[1]) == 1 or all(tag[0] == "n" for _, tag in scene.words.wordhood.cut(whose[1]))
            noun = Span(end, whose.end(1)) if alone else noun
    return Around(
        scene.values[index], index, kind, start, opens, end, stop, text[start:opens].lstrip("、和及与"), said,
        text[said.start : said.end], noun, text[noun.start : noun.end] if noun else "",
    )  # fmt: skip


def _subject(scene: Scene, start: int, end: int) -> int:
    """规模最大的云岭茶业公司投资, 返乡青年李华承包: where the subject itself begins, behind what describes it."""
    inside = (at for at in sorted(scene.subjects) if start < at and scene.skips.get(at, end) <= end)
    return next(inside, start)


def _without_partner(scene: Scene, noun: Span | None) -> Span | None:
    """7家企业与云岭县签约: with whom those who are counted act is no part of what they are."""
    inside = (at for at in sorted(scene.owners | scene.people) if noun and noun.start + 1 < at - 1 and at < noun.end)
    # 10个休闲农业与乡村旅游示范区: two that make one are no partners.
    acting = scene.people | scene.places
    behind = ((at, scene.names.get(at, at)) for at in inside)
    # 8位专家和江岳大学的3位教授: nor are the others who are counted.
    ends = (
        at
        for at, to in behind
        if at in acting or scene.text[to : to + 1] not in ENDS or (scene.text[to] == "的" and to + 1 in scene.starts)
    )
    end = next((at - 1 for at in ends if scene.text[at - 1] in PARTNER), None)
    return Span(noun.start, end) if noun and end else noun


def _behind_example(scene: Scene, said: Before) -> int:
    """引进云雾茶业公司等项目14个: behind a name and 等 stands what is counted."""
    at = scene.text.find("等", said.start + 1, said.end - 2)
    named = at > 0 and any(end == at and said.start <= start for start, end in scene.names.items())
    return at + 1 if named else said.start


def noun_behind(scene: Scene, index: int, stop: int) -> Span | None:
    """The noun behind a figure, up to where the words for the next figure begin."""
    text, start = scene.text, scene.ends[index]
    if scene.kinds[index] == "money" and (granted := _granted(scene, index, stop)) is not None:
        return granted
    # 为90名（小学50名、初中40名）学生发放: what is counted may stand behind what it is made up of.
    if scene.kinds[index] == "count" and (made_up := MADE_UP.match(text, start, scene.span.end)):
        start = made_up.end()
        stop = min(at for at in (*scene.breaks, *scene.starts, scene.span.end) if at >= start)
    noun = _without_partner(scene, after(text, start, stop, scene.words, scene.names))
    if noun and index + 1 < len(scene.values) and stop == scene.starts[index + 1]:
        if (whom := served(scene, index, noun.start, noun.end)) < noun.end:
            return Span(noun.start, whom)
        body = scene.kinds[index] == "count" and BODY.match(text, noun.start, noun.end + 1)
        turn = scene.words.turns.search(text, noun.start, noun.end)
        end = min(noun.end, body.end() if body else stop, turn.start() if turn else stop)
        return Span(noun.start, _without_verb(scene, noun.start, end) if end == stop else end)
    return noun


def _granted(scene: Scene, index: int, stop: int) -> Span | None:
    """给予2000元|带动就业补贴: what is given, where the words to the end of the clause say that it is money."""
    end = scene.ends[index]
    if not scene.text.endswith(scene.words.paid, end, stop):
        return None
    start = scene.starts[index]
    giving = GIVING.search(scene.text, max(left(scene, index), start - GIVING_REACH), start)
    given = GIVEN.match(scene.text, end, stop) if giving else None
    return Span(*given.span(1)) if given else None


def served(scene: Scene, index: int, start: int, end: int) -> int:
    """为7家企业|制作手册90册: where the noun ends for whom something is done that the next figure counts."""
    if index < 0 or scene.kinds[index] != "count":
        return end
    before = scene.text[left(scene, index) : scene.starts[index]]
    tokens = [*scene.words.wordhood.cut(scene.text[start:end])] if FOR_WHOM.search(before) else []
    verb = len(tokens) > 2 and WHO.fullmatch(tokens[0][0]) is not None and tokens[1][1] in ("v", "vn")
    return start + len(tokens[0][0]) if verb and tokens[2][1][:1] == "n" else end


def _without_verb(scene: Scene, start: int, end: int) -> int:
    """124家企业绑定135个合作社: a verb at the end governs the figure behind it."""
    tokens = [*scene.words.wordhood.cut(scene.text[start:end])]
    while len(tokens) > 1 and tokens[-1][1] in ("v", "d", "p"):
        end -= len(tokens.pop()[0])
    return end


def fate(scene: Scene, around: Around) -> str:
    """利润四成用于扩大生产, 租金1万元，其中7千元用于…: a share is told apart by what becomes of it."""
    part = around.kind == "percent" or (around.kind == "money" and around.raw in ("", "其中"))
    if not part or around.end == around.right:
        return ""
    direct = around.end + len(DIRECTLY) * scene.text.startswith(DIRECTLY, around.end)
    found = scene.words.fates.match(scene.text, direct, around.right)
    whom = WHOM.match(scene.text, found.end(), around.right) if found else None
    return scene.text[around.end : whom.end()] if whom else ""
