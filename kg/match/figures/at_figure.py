"""A figure in, what it measures by the words that stand at it out."""

from __future__ import annotations

import re

from kg.match.figures.around import Around, fate
from kg.match.figures.comparisons import Reading
from kg.match.figures.counts import counted
from kg.match.figures.described import sized, such_ones
from kg.match.figures.lasting import lasting
from kg.match.figures.runs import Figure
from kg.match.figures.scene import Scene

# 80%以上为农村人口: of what so many are
IS = re.compile("[均都]?(?:为|是|属于)([一-鿿]{2,12})$")
# 农民中80%以上是果农: among whom so many are.
AMONG = ("中", "里")
SHAPE = re.compile("([宽长高深厚粗])的?(?=[一-鿿])")
DISTANCE = re.compile("(?:最[远近]|直线|平均)?(?:距离?|离)[^，。；距离]{1,16}$")
SITE = re.compile("(?:位于|坐落于|坐落在|地处|处于)([^，。；]{2,24})$")
# 一亩能卖7000元, 一斤枣最高卖到8元: what one of them yields.
SINGLE = re.compile(
    "(?<![第每统进万0-9])([一1][亩斤吨箱车筐袋只头条尾棵株天晚茬趟场顿餐单][^，。；、0-9]{0,8}?"
    "(?:[卖挣赚收产补拿领租花付省分赔]|增收|收入|产值|成本|租金))[到出了得过达为有]*$"
)
# 从衔接资金中拿出50万元
SOURCE = re.compile("从([^，。；、]{2,12})[中里]([一-鿿]{2,4})")
# 制茶有30多年历史: of what it is the history stands before.
HISTORY = re.compile("的?(?:[一-鿿]{1,4})?(?:历史|传统)")
SPENT = re.compile("[只仅才共就]用$|[历费耗]时$|用时$")
RULE = re.compile(
    "[”’）]?的?(?:股权|分配|分红|收益|利润|提成)?(?:比例|份额|标准|模式|方式|机制|办法|形式|原则|股权|股份)"
)
# 负债18万元的“空壳村”, 其投资9亿元的扩能项目一期: behind 的 stands whose it is.
OWED = re.compile(
    "((?:计划|概算|预计)?(?:总)?投资额?|负债|欠债|外债|欠账|耗资|斥资|造价|贷款)(?:约|近|达|高达|超过?|逾|共)*$"
)
# 每年按利润的10%提取公积金: what is done at that rate.
BY = re.compile("(?:^|(?<=.))((?:每年|每月|每季度?|年底|年终)?(?:按照|按|以)[^，。；、的]{2,12})的$")
DONE_BY = re.compile(
    "(?:比例|标准|比率|费率)?(?:进行|予以|给予|实行|用于|来)?(?:保本|保底|固定|定额|一次性|足额|优先)?"
    "(?:分红|返还|返利|提取|计提|提成|缴纳|补助|补贴|奖励|奖补|支付|付息|贴息|收取|收益|让利|配套|预留|分配|报销|减免|征收)[一-鿿]{0,4}"
)
# 从农商银行贷了15万元
LENT = re.compile("(?:^|[从向在][^，。；]{2,12}|[行社户家])(?:申请)?[贷借](?:到|来|出|下)?了?$")
INCOME = re.compile(
    "(?P<each>[每一上这]个?月|[每一][年天])(?:就|还|也|又)?(?:(?:能|可|可以)?(?:拿|领|挣|赚)|(?:能|可|可以)(?:收入|进账|入账))(?:到手?|了|回)*$"
    "|能[拿挣赚]到?$|可(?:收入|进账|入账)$"
)
# 一个人120元一天, 一间房260元一晚: a price, of one and for how long.
OF_ONE = re.compile("(?<![一-鿿])[每一](?:人|位|个人|间房?|个房间|张床位?|桌|栋|套|顶帐篷)$")
HOW_LONG = re.compile("[一每/](?:天|晚|夜|宿|餐|次|个?月|年|小时)")
# 年加工, 日处理: what a works can do in a year or day.
LONGEST_EACH = 9
BECAME = re.compile("已经?(?:全部)?([一-鿿]{2,6})")
WELL_DONE = re.compile("[一-鿿]{1,4}得[好多高快]|[行年]情好|[好多高]的")
PLANTED = re.compile("(?:全部|用于|用来|都|已)*(种植|栽种|种|栽|发展|套种|改种)[了上下起]{0,2}([一-鿿]{2,8})")
YIELDS = re.compile("可?[年日](?:加工|处理|产|生产|供应|销售?|出栏|繁育|屠宰|分拣|储存|消化|接待)")


def named(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """The words that stand at the figure itself."""
    if (such := such_ones(scene, around)) is not None:
        return such
    if around.kind == "count":
        return counted(scene, around, last)
    return _by_kind(scene, around, last) or _by_words(scene, around, last)


def _by_kind(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """What only figures of a kind are said to measure: how long it took, what one earns, of what it is a share."""
    match around.kind:
        case "length":
            return _placed(scene, around)
        case "area" if (rest := _rest(scene, around)) is not None:
            return rest, rest, "deed", around.value.span.start
        case "area":
            return sized(scene, around) or _planted(scene, around)
        case "time":
            return lasting(scene, around, last) or _timed(scene, around)
        case "money" if LENT.search(around.raw):
            words = "贷款" if "贷" in around.raw[-4:] else "借款"
            return words, words, "verb", around.value.span.start
        case "money":
            return _priced(scene, around) or _earned(around) or _single(scene, around) or _from_source(around)
        case "mass":
            return _single(scene, around)
        case "percent" if around.phrase.endswith(AMONG) and (made_of := IS.match(scene.text, around.end, around.right)):
            words = f"{around.phrase}{made_of[1]}占比"
            return words, words, "share", around.said.start
        case "percent" if not around.phrase and (made_of := IS.match(scene.text, around.end, around.right)):
            words = made_of[1] + "占比"
            return words, words, "share", around.value.span.start
        case "percent" | "ratio" if around.raw.endswith("的") and around.phrase:
            whole = scene.text[around.said.start : around.opens - 1]
            if (by := BY.search(around.raw)) and (done := DONE_BY.match(scene.text, around.end, around.right)):
                whole = f"{by[1]}{done[0]}"
            elif around.kind == "percent":
                whole += fate(scene, around)
            return whole, whole, "share", around.said.start
    return None


def _rest(scene: Scene, around: Around) -> str | None:
    """其余9000亩为茶园: what the land that is left over is."""
    left_over = around.raw.strip("，") in scene.words.rest
    made_of = IS.match(scene.text, around.end, around.right) if left_over else None
    return made_of[1] if made_of else None


def _priced(scene: Scene, around: Around) -> Reading | None:
    """一个人120元一天, 一间房260元一晚: what one costs for so long."""
    long = HOW_LONG.match(scene.text, around.end, around.right + 2)
    one = OF_ONE.search(scene.text, around.left, around.opens) if long else None
    if long is None or one is None:
        return None
    words = f"{scene.text[one.start() : one.end()]}{long[0].lstrip('/')}价格"
    return words, words, "price", one.start()


def _planted(scene: Scene, around: Around) -> Reading | None:
    """9000亩种上了辣椒: what was done with so much land stands behind."""
    if around.phrase or not (planted := PLANTED.match(scene.text, around.end, around.right)):
        return None
    words = planted[1] + planted[2]
    return words, words, "deed", around.value.span.start


def _timed(scene: Scene, around: Around) -> Reading | None:
    """制茶有30多年历史, 只用15天."""
    if around.phrase and HISTORY.match(scene.text, around.end, around.right):
        return around.phrase + "历史", "历史", "history", around.said.start
    if around.phrase and SPENT.search(around.phrase):
        return "用时", "用时", "spent", around.said.start
    return None


def _earned(around: Around) -> Reading | None:
    """一个月能拿3500元."""
    if not (income := INCOME.search(around.raw)):
        return None
    words = (income["each"] or "") + (around.behind or "收入")
    return words, words, "income", around.opens - len(income[0])


def _from_source(around: Around) -> Reading | None:
    """从衔接资金中拿出50万元."""
    if not (source := SOURCE.fullmatch(around.raw)):
        return None
    words = source[1] + source[2]
    return words, words, "verb", around.opens - len(around.raw)


def _by_words(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """The noun before a figure, else the one behind it, else the verb that governs it."""
    said, phrase, behind, start = around.said, around.phrase, around.behind, around.value.span.start
    # 纯收入有5000元，管理得好能达到7000元: the same, where it is done well
    if last is not None and last.value.unit == around.value.unit and WELL_DONE.fullmatch(phrase):
        return last.base, last.base, "shared", start
    # 总仓储能力8万吨的物流园
    whose = around.noun is not None and around.noun.start in scene.names
    described = whose and scene.text.startswith("的", around.end) and len(phrase) > 1
    # 农户50%的比例, 企业占股49%”的模式: by what rule it is so is not what is measured.
    if phrase and around.kind == "percent" and RULE.fullmatch(behind):
        return _before(scene, around)
    owed = OWED.search(around.raw) if around.kind == "money" and scene.text.startswith("的", around.end) else None
    if owed and behind and not behind.endswith(scene.words.paid):
        return owed[1], owed[1], "before", around.opens - len(owed[0])
    # 全寨只有67亩耕地
    if behind and around.kind == "area" and around.raw.endswith("只有"):
        return behind, behind, "after", start
    # 年底还分到2380元红利
    if behind and around.kind == "money" and around.raw.endswith("到") and behind.endswith(scene.words.paid):
        return behind, behind, "after", start
    # 老人将7亩茶园租给公司
    if behind and around.kind == "area" and around.raw.endswith(("把", "将")):
        return behind, behind, "after", start
    if phrase and (said.linked or not behind or described or phrase.endswith(scene.words.tail_words)):
        return _before(scene, around)
    # 投入45万元改造6座危桥
    spent = around.kind == "money" and said.verb in scene.words.spending
    does = scene.words.leads.match(behind) and not behind.endswith(scene.words.tail_words)
    if spent and (behind.startswith("用于") or does):
        behind = ""
    if around.kind == "area" and behind in scene.words.extents:
        return "面积", "面积", "extent", start
    if behind and not (fate(scene, around) and last):
        # 按照每个村5万元的补助标准, 年加工60万吨大豆的生产线
        whose_each = phrase[:1] == "每" and len(phrase) <= LONGEST_EACH
        each = phrase if whose_each or behind == "价格" else around.raw if YIELDS.fullmatch(around.raw) else ""
        behind = behind.partition("的")[0] if each and each[0] != "每" else behind
        return each + behind, each + behind, "after", said.start if each else start
    if said.verb and not said.linked:
        return said.verb, said.verb, "verb", said.end - len(said.verb)
    alike = last is not None and last.value.unit == around.value.unit
    if around.kind == "money" and 1 < len(around.raw) < 5 and not alike:
        return around.raw, around.raw, "verb", around.opens - len(around.raw)  # 折合18.9万元
    # 要治理沙地21.5万亩，已完成13.8万亩
    if around.kind == "area" and alike and last is not None and around.raw.strip("，"):
        done = "完成" if around.raw.endswith("完成") else ""
        became = BECAME.match(scene.text, around.end, around.right)  # 其中2.5万亩已挂果
        return done + last.base + (became[1] if became else ""), last.base, "shared", start
    # 出让用地7宗458亩: the same, measured otherwise
    if last is not None and not around.raw and around.place and around.left == scene.ends[around.place - 1]:
        return None
    # 5平方公里住着1200户
    return ("面积", "面积", "bare", start) if around.kind == "area" and not phrase else None


def _before(scene: Scene, around: Around) -> Reading:
    """常住人口城镇化率达50%: the noun before a figure, and without its growth what a later 同比增长 speaks of."""
    phrase, start = around.phrase, around.said.start
    grown = scene.words.grown.search(phrase) if phrase[-1] in scene.words.growth_ends else None
    base = phrase[: grown.start()] if grown and grown.start() > 1 else phrase
    if phrase[-1] == "占" and around.kind == "percent":  # 老人占三成, 茶农的占三成
        base = phrase = phrase[:-1].rstrip("的") + "占比"
    return phrase + fate(scene, around), base, "before", start


def _single(scene: Scene, around: Around) -> Reading | None:
    """一亩能卖7000元: the words of the clause from 一 to the verb before a figure."""
    start = max((at + 1 for at in scene.breaks if at < around.opens), default=scene.span.start)
    if scene.text.find("一", start, around.opens) < 0 and scene.text.find("1", start, around.opens) < 0:
        return None
    single = SINGLE.search(scene.text, start, around.opens)
    return (single[1], single[1], "single", single.start()) if single else None


def _placed(scene: Scene, around: Around) -> Reading | None:
    """5米宽柏油路, 距县城26公里, 位于集镇北4公里处."""
    start = around.value.span.start
    if shape := SHAPE.match(scene.text, around.end, around.right):
        noun = scene.text[shape.end() : around.right][:12].rstrip("外内上")
        return noun + shape[1], noun, "shape", start
    if far := DISTANCE.search(around.raw):
        return far[0], far[0], "distance", around.opens - len(far[0])
    if site := SITE.search(around.raw):
        return f"距{site[1]}", site[1], "distance", around.opens - len(site[1])
    return None
