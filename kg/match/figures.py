"""The figures of a sentence in, what each of them measures out: from the words before, behind and between them."""

from __future__ import annotations

import re

from kg.match.around import Around, look_around
from kg.match.comparisons import Reading, compared, of_another
from kg.match.indicators import LONG, after, before
from kg.match.runs import Figure, each, origin, pairs, qualifies
from kg.match.scene import Scene, right
from kg.match.shares import shared_out
from kg.model import Span, Value

FATE = re.compile(
    "(?:留于|留存|留作|归入|归属|归|用于|作为|来自|分给|划归|上缴|返还|属于|转为|投入到|分配|计入|存入)[^，。；、]{1,12}"
)
# 全村1523户建了档案: who is counted is told apart by what they do.
DOING = re.compile("(?!的)([一-鿿]{2,12})")
WHOLE = re.compile("全(?:[省市县区乡镇村州旗]|街道|社区|小区|寨|屯|组|嘎查)(?:现|共|总共|一共|现有|共有|有)*")
SHAPE = re.compile("([宽长高深厚粗])的?(?=[一-鿿])")
DISTANCE = re.compile("(?:最[远近]|直线|平均)?(?:距离?|离)[^，。；距离]{1,16}$")
SITE = re.compile("(?:位于|坐落于|坐落在|地处|处于)([^，。；]{2,24})$")
FOLK = re.compile("[一-鿿]{0,8}(?:儿女|人民(?![政法检医币大代团警银])|父老乡亲|父老|百姓|各族群众)")
SOLVES = ("解决", "解决了", "保障", "保障了", "满足", "满足了", "改善", "改善了", "缓解")
# 一亩能卖7000元, 一斤枣最高卖到8元: what one of them yields.
SINGLE = re.compile(
    "(?<![第每统进万])(一[亩斤吨箱车筐袋只头条尾棵株天晚茬趟场顿餐单][^，。；、0-9]{0,8}?"
    "(?:[卖挣赚收产补拿领租花付省分赔]|增收|收入|产值|成本|租金))[到出了得过达为有]*$"
)
# 制茶有30多年历史: of what it is the history stands before.
# 从衔接资金中拿出50万元
SOURCE = re.compile("从([^，。；、]{2,12})[中里]([一-鿿]{2,4})")
# 尚无村突破500万元: nothing is measured of what there is not.
NOBODY = re.compile(
    "(?:还|尚|均|都|已|目前)?(?:没有|无|未有|没)一?个?[一-鿿]{1,4}(?:低于|高于|超过?|突破|达到?|不足|少于|多于)*"
)
SPENDING = frozenset(("投入", "投资", "出资", "筹资", "筹集", "拨付", "安排", "斥资", "耗资", "捐资", "争取"))
HISTORY = re.compile("的?(?:[一-鿿]{1,4})?(?:历史|传统)")
SPENT = re.compile("[只仅才共就]用$|[历费耗]时$|用时$")
FOLK_ENDS, LONGEST_NOUN = ("民", "员", "工", "人", "户", "生", "者", "众", "师", "妇女", "青年"), 8
# 辖14个行政村、2个社区，2.9万人: who lives there.
SETTLEMENTS = ("村", "社区", "小组", "乡镇", "街道", "嘎查", "户", "户数", "屯", "寨")
# 一个月能拿3500元, 上个月拿了2100元: what somebody earns.
INCOME = re.compile(
    "(?P<each>[每一上这]个?月|[每一][年天])(?:就|还|也|又)?(?:能|可|可以)?(?:拿|领)(?:到手?|了|回)*$|能拿到?$"
)
# 有4个村, 下辖9个村: these say nothing of what is counted.
HAVING = frozenset(("有", "共有", "现有", "辖", "下辖", "设", "设有"))
HOUSEHOLDS, PEOPLE = "户", "人"
COUNTED = {HOUSEHOLDS: "户数", PEOPLE: "人数"}
AVERAGES = ("平均", "户均", "人均", "每户", "每人")
LISTING = re.compile(
    "[一-鿿]{2,8}?(?P<has>(?:主要|共|现|目前|已)?(?:有|包括|包含|涵盖|囊括|含有))[^，。；]+、[^，。；]+等(?:共|共计|合计)?$"
)
DWELLING = {HOUSEHOLDS: "户数", PEOPLE: "居住人口"}
# 6.7平方公里范围内; 年加工, 日处理: what a works can do in a year or day.
EXTENTS = frozenset({"范围", "区域", "地界", "辖区", "地盘"})
YIELDS = re.compile("可?[年日](?:加工|处理|产|生产|供应|销售?|出栏|繁育|屠宰|分拣|储存|消化|接待)")


def read_figures(scene: Scene) -> list[Figure]:
    """All figures of a sentence, each with what it measures."""
    found: list[Figure] = []
    index = 0
    while index < len(scene.values):
        last = found[-1] if found else None
        if shares := shared_out(scene, index, last):
            found += shares.figures
            index += shares.used
            continue
        shared = each(scene, index, found) or pairs(scene, index)
        if shared:
            found += shared
            index += 4 if shared[0].origin else len(shared)
        elif qualifies(scene, index):
            index += 1
        else:
            grown = origin(scene, index)
            index += grown is not None
            figure = _figure(scene, index, grown, last)
            if figure is not None:
                found.append(figure)
            index += 1
    return found


def _figure(scene: Scene, index: int, grown: tuple[Value, int] | None, last: Figure | None) -> Figure | None:
    around = look_around(scene, index, grown)
    if NOBODY.fullmatch(around.raw):
        return None
    reading = (compared(scene, around, last) or of_another(scene, around, last)) if last else None
    reading = reading or _named(scene, around, last)
    reading = reading or _carried(scene, around, last)
    if reading is None:
        return None
    indicator, base, rule, start = reading
    nouns = scene.words.nouns
    # 产鲜茧31吨，卖了189万元
    goods = last.base if indicator == "卖" and last and around.kind == "money" and _is_goods(last) else ""
    indicator, base = goods + nouns.get(indicator, indicator), nouns.get(base, base)
    if len(indicator) == 1 and scene.text[start - 1] in "能可":
        indicator = scene.text[start - 1] + indicator  # 能存8吨
    indicator, base = _paired(indicator), _paired(base)
    if len(indicator) == 1 and rule == "after":
        indicator = _told(scene, around) + indicator
    if len(indicator) == 1 and rule == "after" and around.kind == "count":
        indicator += _done_by(scene, around)
    first = grown[0] if grown else around.value
    noun = around.noun if around.noun and reading[0].endswith(around.behind) else None
    span = Span(min(start, first.span.start), noun.end if noun else around.end)
    rule = "from-to" if grown else "among" if "其中" in around.raw else rule
    return Figure(
        around.value, indicator, base, f"measures/{rule}", span, first if grown else None, around.noun, around.said.verb
    )


def _told(scene: Scene, around: Around) -> str:
    """种了7亩蒜, 周边4个村: with a noun of one character goes what is done with it, or what it is."""
    words = (around.said.verb or around.phrase).rstrip("了过")
    # 明确了以茶园等9个片为…: the verb must stand at the figure.
    if not words.isalpha() or words in HAVING or not around.raw.rstrip("了过").endswith(words):
        return ""
    tokens = scene.words.wordhood.cut(words)
    word, tag = tokens[-1] if tokens else ("", "")
    said = around.said.verb or tag[:1] in "nfs" or len(word) == 1
    return word if said and word != "等" else ""


def _done_by(scene: Scene, around: Around) -> str:
    """8个村完成改造: what they do tells those apart of whom a noun of one character says nothing."""
    words = scene.text[around.end + 1 : around.right][:LONG].removeprefix("全部")
    tokens = scene.words.wordhood.cut(words)
    return words if tokens and tokens[0][1][:1] in "vda" else ""


def _paired(words: str) -> str:
    """The words without a quotation mark whose other half stands elsewhere."""
    return words if words.count("“") == words.count("”") else words.replace("“", "").replace("”", "")


def _named(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """The words that stand at the figure itself."""
    if around.kind == "count":
        return _counted(scene, around, last)
    if around.kind == "length" and (placed := _placed(scene, around)):
        return placed
    text, said, phrase, behind, start = scene.text, around.said, around.phrase, around.behind, around.value.span.start
    if around.kind == "time" and phrase and HISTORY.match(text, around.end, around.right):
        return phrase + "历史", "历史", "history", said.start
    if around.kind == "time" and phrase and SPENT.search(phrase):
        return "用时", "用时", "spent", said.start
    if around.kind == "money" and (income := INCOME.search(around.raw)):
        words = (income["each"] or "") + (behind or "收入")
        return words, words, "income", around.opens - len(income[0])
    if around.kind in ("money", "mass") and (single := _single(scene, around)):
        return single[1], single[1], "single", single.start()
    if around.kind == "money" and (source := SOURCE.fullmatch(around.raw)):
        words = source[1] + source[2]
        return words, words, "verb", around.opens - len(around.raw)
    if around.kind in ("percent", "ratio") and around.raw.endswith("的") and phrase:
        whole = text[said.start : around.opens - 1]
        return whole, whole, "share", said.start
    # 总仓储能力8万吨的物流园
    whose = around.noun is not None and around.noun.start in scene.names
    described = whose and text[around.end] == "的" and len(phrase) > 1
    if phrase and (said.linked or not behind or described or phrase.endswith(scene.words.tail_words)):
        grown = scene.words.grown.search(phrase) if phrase[-1] in scene.words.growth_ends else None
        base = phrase[: grown.start()] if grown and grown.start() > 1 else phrase
        if phrase[-1] == "占" and around.kind == "percent":  # 老人占三成, 茶农的占三成
            phrase = phrase[:-1].rstrip("的") + "占比"
            return phrase + _fate(scene, around), phrase, "before", said.start
        return phrase + _fate(scene, around), base, "before", said.start
    # 投入45万元改造6座危桥
    spent = around.kind == "money" and said.verb in SPENDING
    if spent and (behind.startswith("用于") or scene.words.leads.match(behind)):
        behind = ""
    if around.kind == "area" and behind in EXTENTS:
        return "面积", "面积", "extent", start
    if behind and not (_fate(scene, around) and last):
        # 按照每个村5万元的补助标准, 年加工60万吨大豆的生产线
        each = phrase if phrase[:1] == "每" or behind == "价格" else around.raw if YIELDS.fullmatch(around.raw) else ""
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
        return done + last.base, last.base, "shared", start
    # 5平方公里住着1200户
    return ("面积", "面积", "bare", start) if around.kind == "area" and not phrase else None


def _single(scene: Scene, around: Around) -> re.Match[str] | None:
    """一亩能卖: the words of the clause from 一 to the verb before a figure."""
    start = max((at + 1 for at in scene.breaks if at < around.opens), default=scene.span.start)
    if scene.text.find("一", start, around.opens) < 0:
        return None
    return SINGLE.search(scene.text, start, around.opens)


def _counted(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """What a count is a count of: the noun behind it, else the one before."""
    text, said, phrase, start, end = scene.text, around.said, around.phrase, around.value.span.start, around.end
    behind = around.behind or _next_noun(scene, around)
    if around.value.unit == PEOPLE and phrase.endswith(FOLK_ENDS) and _acts(scene, behind):
        behind = ""  # 雇用村民230人清洗组件
    # 参保的112户平均领款3700元
    if around.raw.endswith("的") and around.value.unit in DWELLING and phrase and behind.startswith(AVERAGES):
        those = phrase + COUNTED[around.value.unit]
        return those, those, "before", said.start
    # 产品有茶叶、腐乳、米粉等12种
    if listing := LISTING.search(text, around.opens - len(around.raw), around.opens):
        head = before(text, listing.start(), listing.start("has"), scene.words, scene.skips, named=True)
        if head.end - head.start > 1:
            listed = text[head.start : head.end]
            return listed, listed, "before", head.start
    if behind:
        # 57万吉水儿女 are the people of the place.
        noun = "人口" if around.value.unit == PEOPLE and FOLK.match(behind) else behind
        return noun, noun, "after", start
    if end < around.right and scene.words.deeds.match(text, end, around.right):
        deed = text[end : min(around.right, end + 10)]
        return (said.verb or phrase) + deed, deed, "deed", said.end - len(said.verb)
    # 4个村民小组186户: what the figure before counts is no household.
    counted = around.value.unit in DWELLING and last and last.noun and last.noun.start <= said.start < last.noun.end
    if phrase and not counted:
        # 收入超百万元的村有8个: what is said of them in figures says which are counted.
        ranked = last and last.rule == "measures/before" and last.value.unit in ("元", "%") and len(phrase) <= 4
        if last and ranked and text[last.value.span.end : said.start] == "的":
            phrase = text[last.span.start : said.end]
            return phrase, phrase, "before", last.span.start
        # 户籍人口2716户7105人, 移民1697户, 院子里住着46户
        if around.value.unit == HOUSEHOLDS and phrase.endswith(("人口", "移民")):
            phrase += "户数"
        if phrase.endswith("住") and around.value.unit in DWELLING:
            phrase = DWELLING[around.value.unit]
        return phrase, phrase, "before", said.start
    done = text[said.verbs : said.end]
    # 解决3.1万人的饮水问题
    if said.verb in SOLVES and text[end : end + 1] == "的":
        solved = after(text, end + 1, around.right, scene.words, scene.names)
        done += text[solved.start : solved.end] if solved else ""
    if not said.verb or len(done) < 2:
        return None
    # 梳理问题217个，已解决198个
    of = _head(scene, last.base) if last and last.value.unit == around.value.unit else ""
    return done + of, of or done, "verb", said.verbs


def _is_goods(last: Figure) -> bool:
    """Whether what was measured before can have been sold."""
    return last.value.unit not in DWELLING and last.value.unit != "元" and len(last.base) <= LONG


def _acts(scene: Scene, words: str) -> bool:
    """Whether the words behind a figure begin with what is done."""
    return len(words) > LONGEST_NOUN or (words != "" and scene.words.wordhood.cut(words)[0][1].startswith("v"))


def _head(scene: Scene, base: str) -> str:
    """党员通过小程序上报问题 … 办结96件: of a whole clause only its last word is what was done away with."""
    return base if len(base) <= LONG else scene.words.wordhood.cut(base)[-1][0]


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


def _fate(scene: Scene, around: Around) -> str:
    """利润四成用于扩大生产: a share is told apart by what becomes of it."""
    if around.kind != "percent" or around.end == around.right:
        return ""
    fate = FATE.match(scene.text, around.end, around.right)
    return fate[0] if fate else ""


def _carried(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """What was measured stands in the clause before, or goes without saying."""
    value, index, start = around.value, around.place, around.value.span.start
    room = start - scene.ends[index - 1] if index else start
    if value.unit == PEOPLE and index and room <= 1 and scene.values[index - 1].unit == HOUSEHOLDS:
        # 户籍人口2716户7105人
        of = last.base.removesuffix("户数").removesuffix("人口") if last and last.base.endswith("户数") else ""
        people = of + ("人数" if of.endswith("民") else "人口")
        return people, people, "bare", start
    if value.unit == HOUSEHOLDS and _next(scene, around):
        return "户数", "户数", "bare", start
    # 放款213笔1968万元, 改造农村公路15条、220公里
    joined = room == 0 or (room == 1 and scene.text[start - 1] == "、" and scene.kinds[index - 1] == "count")
    if last and joined and around.kind in ("money", "area", "mass", "length"):
        return last.base, last.base, "shared", start
    same = last is not None and last.value.unit == value.unit
    if last and same and (around.left == last.value.span.end or _fate(scene, around)):
        return last.base + _fate(scene, around), last.base, "shared", start
    # 全村287户、763人: who lives there, whatever the clause before speaks of.
    dwell = value.unit in (HOUSEHOLDS, PEOPLE) and WHOLE.fullmatch(around.raw) is not None
    if not dwell and (clause := _clause_before(scene, around)) is not None:
        words = scene.text[clause.start : clause.end]
        return words, words, "clause", clause.start
    if last and same:
        done = "完成" if around.raw.endswith("完成") else ""
        return done + last.base, last.base, "shared", start
    if value.unit in (HOUSEHOLDS, PEOPLE) and (doing := DOING.fullmatch(scene.text, around.end, around.right)):
        return doing[1], doing[1], "deed", start
    if value.unit in (HOUSEHOLDS, PEOPLE):
        # 11个村1.87万人
        gap = scene.text[last.noun.end if last and last.noun else around.left : around.opens].strip("，")
        lives = dwell or (last is not None and not gap and last.base.endswith(SETTLEMENTS))
        words = "户数" if value.unit == HOUSEHOLDS else "人口" if lives else "人数"
        return words, words, "bare", start
    return None


def _next(scene: Scene, around: Around) -> bool:
    """Whether the next figure follows at once: 6类2万余场演出, 310户1206人."""
    index = around.place + 1
    return index < len(scene.values) and scene.starts[index] == around.end


def _next_noun(scene: Scene, around: Around) -> str:
    if not _next(scene, around):
        return ""
    index = around.place + 1
    noun = after(scene.text, scene.ends[index], right(scene, index), scene.words, scene.names)
    return scene.text[noun.start : noun.end] if noun else ""


def _clause_before(scene: Scene, around: Around) -> Span | None:
    """这样的护林员，还有90多名: the noun at the end of a clause without figures."""
    end = around.left - 1
    if end <= scene.span.start or scene.text[end] not in "，：":
        return None
    breaks = [at + 1 for at in scene.breaks if at < end]
    start = breaks[-1] if breaks else scene.span.start
    if around.place and scene.ends[around.place - 1] > start:
        return None
    said = before(scene.text, start, end, scene.words, scene.skips)
    at = scene.text.rfind("的", said.start, said.end - 1) + 1 or said.start
    return Span(at, said.end) if 2 <= said.end - at <= 16 else None
