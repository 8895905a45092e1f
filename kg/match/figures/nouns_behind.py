"""The words behind a figure in, the noun for what it counts out: 13名党员带头…, 400个亿元以上项目."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.match.figures.indicators import JOINTS, RARE, is_word
from kg.match.figures.measure_words import MeasureWords, Wordhood
from kg.model import Span

# What a noun phrase does not end with.
LOOSE = frozenset(JOINTS + "的，等中里内外共各")
# 400个亿元以上项目: what bounds the things counted is not what they are.
ABOVE = re.compile(
    "年?(?:纳税|税收|产值|营收|收入|销售额|营业额|资产|投资|利润)额?(?:[均都]?(?:过|超过?|达到?|近|突破|逾))[0-9.]*[十百千万亿]+元?(?:以上)?的|"
    "[一二三四五][类级]及?以[上下]|[0-9.]+[百千万亿]*元(?:及?以[上下内])的?|(?=[（百千万亿及以的])(?:（[一-鿿]{1,4}）)?(?:(?:[百千万亿]+元)?(?:及?以上|以下|以内))?的?"
)
# 120名80岁以上老人, 36位年满80岁的老人
AGED = re.compile("(?:年满|年过|年龄在?)?[0-9]{1,3}周?岁(?:及?以[上下内]|左右)?的?(?=[一-鿿]{2})")
PEOPLE_UNITS = frozenset("名位个人")
# 减少9万人的情况下: under what conditions something came about.
IN_SUCH_A_CASE = re.compile("的(?:情况|情形|基础|前提|条件|背景|形势|压力|代价)[下上](?![一-鿿]?[游级])")
# 90多个工人来采摘, 9亩咖啡树花开正旺: to do what, and how it fares.
COMES_TO = re.compile(
    "(?<=[户民员众工人农师生者村社镇县业])(?:分片|分头|分组|分批|轮流|挨家挨户|逐户|逐一|全天候|不间断|划片|包片|包户|共同出|联合[出建开办]|抱团|合伙|携手)|"
    "(?<=[户民员众工人农师生者客商友])[来去](?=[一-鿿]{2})|(?:花开正|长势正?|挂果|[花果]满|生机)[一-鿿]"
)
# 1名楼栋长和N名志愿者: of each so many.
AND_SO_MANY = re.compile("[和与及、](?:[NnＮ]|若干|多|数)[名个位支]")
# 26名像他这样的党员: with whom they are compared is not what they are.
LIKE = re.compile("(?:像[^，。；]{1,10}[这那]样|来自[^，。；、]{1,14})的")
# 6个园区、居全省第2: behind the mark another thing is said of the figure.
ASIDE = re.compile("、(?=居|位[列居]|排名?|列|[增下][长降]|占|较|比|同比|均|为|达|总|其中|约|超|[NnＮ][个名处])")
INSIDE = re.compile("[区域境围]内|(?<=.)当中|(?<=[村户员目业民人家议案题线])中(?=[的有，领率排位名“])")
# 以每亩600元的价格流转土地: behind the price the verb begins.
PRICE = re.compile(
    "(?:[均高单]?价格?+|标准|租金|利率|幅度|速度|比例)(?=[一-鿿])(?![一-鿿]?[的、，。]|体系|机制|化|制度|型)"
)
# 11名党员凑了22万元: a verb that is going on or done ends the noun before it.
ASPECT = re.compile("[了着过](?![解然结])(?<!沿着)(?<!经过)(?<!通过)(?<!为了)|(?<=[听看吃忙干做])得(?![到益知出分])")
# 18名退休教师组成“和事佬”调解队, 7个村划成52个网格: what something is made of ends before it is said.
# 7个集团覆盖全县, 86对师徒活跃在3个校区, 27个村分红168万元: so does who reaches, works somewhere or gets something.
MADE_UP = re.compile(
    "(?:共同|联合|自愿|一起)?(?:组成|结成|划[成为])|(?:覆盖|辐射)(?=[全各到了整周0-9])|(?:活跃|奋战|奔走|穿梭|驻扎)(?=[在于])"
    "|整村(?=出列|退出|脱贫|摘帽|销号|搬迁|推进|授信)|(?:分[栏圈区片类]|[散圈]养)而[养居治]|(?<=[村社户民员])(?:分红|返利|让利)$"
)
# 37亩田今年收了…, 3条生产线日处理…: when, and what each day or year sees, is said of the noun before.
WHEN = re.compile(
    "(?:今|去|前|明|当|每|常|全)年(?![轻级龄终度会货代])|(?:目|此)前|如今|现在|已经|[上下本]个?月"
    "|[年日月](?:加工|处理|产|生产|供应|接待|出栏)"
)
ROOMS = frozenset("屋站亭箱柜桶岛厅室廊墙栏棚池塔点")
# 6公里及蓄水池100立方米, 100至500人之间: what joins or bounds figures opens no noun.
JOINING = re.compile(
    "[当之]中|以?及(?![格时])|暨|[和与并](?![谐美平睦网会])|之[间内]|上下|左右|不等|[呢啦呀吧吗哩嘛哦](?![一-鿿])|[同环]比|同期"
)
LANDS = frozenset("亩顷")
OF_LAND = re.compile("(?<=[地田园林山塘])的(?=[一-鿿]{2})|(?:平均)?(?:亩产|单产|亩均|总产|预计|每亩)(?![一-鿿]*[区园])")
MOST = re.compile("(?:[一-鿿]{2}(?:面积|[产数总]量|[总产]值)?)?最[多少大小高低好快长早]$")
BEASTS, SIZES = frozenset("头只匹羽尾"), ("规模", "标准", "以上", "左右", "大小")
USED = re.compile(
    "[一-鿿]{0,4}(?:[土田耕山林荒旱水园坡滩草]地|荒山|[农水稻]田|水面|鱼塘|山林|地块)"
    "(?=(?:种植|养殖|流转)(?![基面示项大专][地积范目户业]|[园场区])|发展|栽种|栽植|种上|试种|套种|建设|建起|打造|入股|用于|用来|开展|改种)"
)
AS = re.compile(
    "[土田]?地(?:(?:作为?|当作?|用作|改作|做)|(?:也|都|已经?|全部|如今|现在)*(?:成为了?|变[成为]了?|变身|改造[成为]了?|[改建]成了?|成了))"
    "(?=[一-鿿]{2})(?!物|业)"
)
VILLAGES = re.compile("(?:行政|自然)?村(?=落[了地户])")
MACHINES = frozenset("台辆架套")
# 3支由党员组成的服务队: what stands between is what they are made up of.
MADE_UP_OF = re.compile(
    "(?:以[^，。；：！？]{2,40}?为[^，。；、的]{2,6}的|由[^，。；：！？]{2,30}?(?:组成|构成|参与|参加|担任|运营|改建|改造)的"
    "|集[^，。；：！？]{2,40}?于一[体身]的)(?=[一-龥“])"
)
MACHINE = re.compile("[一-鿿]{1,10}?(?:[^时司投危动契生商]机(?![械关构会制场组])|[^停堵倒通]车(?![间辆位库]))")
# What stands between those who act and the verb.
ADVERBS = frozenset("正都却也还就才共已均仅便")
ALL, GROUND = "全", frozenset("地田山林塘园")
# Units behind which always a noun stands, and how far the words that describe it may reach.
FOLK = ("民", "员", "工", "户", "生", "者", "众", "师", "青年", "妇女", "干部")
WITH_NOUN, DESCRIBED = frozenset("名位棵株头只座栋台辆套张间"), 12
LONG = 12
AND_OF = re.compile("([^的和与、]{2,8})[和与][^的、]{2,12}的")
BOUND_UP = re.compile(
    "[与同](?=[^，。；]{2,24}?(?:绑定|结合|融合|挂钩|衔接|联动|对接|串联|捆绑|相[邻连接通隔望]|毗[邻连]|接壤|交界|为邻)(?:起来)?(?:[，。；]|$))"
)
# 2条路被评为示范路: what is done to it is no part of it.
PASSIVE = re.compile("被(?=[评列认命授定选纳确誉])")
ONE_MORE = re.compile("[和与及]一[座个条处家项台套]$")


def after(text: str, start: int, end: int, words: MeasureWords, names: Mapping[int, int]) -> Span | None:
    """The noun phrase that follows a figure, up to the first word that cannot be in it; None where a verb follows.

    `names` maps the start of a mention to its end: a name is never cut.

    >>> from kg.match.figures.measure_words import compile_measure_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> words, text = compile_measure_words(load_rules().tables, Words()), "1944户个体工商户获得贷款"
    >>> noun = after(text, 5, len(text), words, {})
    >>> text[noun.start : noun.end]
    '个体工商户'
    """
    if text[start : start + 1] == "的" and IN_SUCH_A_CASE.match(text, start, end):
        return None
    aged = AGED.match(text, start, end) if text[start - 1 : start] in PEOPLE_UNITS else None
    if aged is not None:
        noun = after(text, aged.end(), end, words, names)
        return noun if noun is None or text[aged.end() - 1] == "的" else Span(start, noun.end)
    bound = ABOVE.match(text, start, end) or LIKE.match(text, start, end)
    at = bound.end() if bound else start
    while at < end and text[at] in "”）":
        at += 1
    # 种茶户中，3位是党员
    at += text.startswith("是", at) and text[at - 1] in "位名人个户" and at > start - 1
    # 腾出80亩地作育苗场
    if text[at - 1] in LANDS and (used := AS.match(text, at, end)):
        at = used.end()
    if makes := MADE_UP_OF.match(text, at, end):
        at = makes.end()
    if at >= end or text[at] == "…" or (at not in names and JOINING.match(text, at, end)):
        return None
    if at not in names and _refused(text, at, end, words):
        # 107名已退休的妇女, 11名退休教师: behind such a unit there is a noun, whatever it begins with.
        described = _described(text, at, end, words.wordhood) if text[at - 1] in WITH_NOUN else None
        if described is None:
            return None
        at = described
    if words.closes.match(text, at, end):
        return None
    # 在62个村落了地
    if villages := VILLAGES.match(text, at, end):
        return Span(at, villages.end())
    look = names.get(at, at + 1)
    if text[at] == "“" and look == at + 1:
        look = text.find("”", at, end) + 1 or at + 1
    if text[at] == "“" and at + 1 < look < end:
        end = _behind_quotation(text, look, end, words.wordhood)
    if text.find("、", at, end) > 0 and (aside := ASIDE.search(text, at, end)):
        end = aside.start()
    closed = text.find("”", look, end)
    stop = closed if closed >= 0 and "“" not in text[look:closed] else end
    if inner := INSIDE.search(text, look, stop):
        stop = inner.end() - 1
    if (bracket := text.find("）的", look, stop)) > 0:
        stop = bracket + 1  # 5个县（市、区）的负责人
    for match in words.stops.finditer(text, look, stop):
        if _stands(match, text, stop, words):
            stop = match.start()
            break
    # 2台小麦联合收获机: a verb is part of what a machine is called.
    if text[at - 1] in MACHINES and (machine := MACHINE.match(text, at, end)):
        stop = max(stop, machine.end())
    # 近万亩果园的“大管家”: behind land somebody is called by a name.
    if text[at - 1] in LANDS and (called := text.find("的“", at, stop)) > 0:
        stop = called
    # 20个驿站的“1+6+20”布局: nor is the shorthand for all of them what is counted.
    if (short := text.find("的“", at, stop)) > 0 and text[short + 2 : short + 3].isdigit():
        stop = short
    # 9个项目投资最多: what is said of them ends with 最多, and is no part of what they are
    if stop - at > 4 and text.find("最", at + 2, stop) > 0 and (most := MOST.search(text, at + 2, stop)):
        stop = most.start()
    if price := PRICE.match(text, at, stop):
        stop = price.end()
    # 流转90亩田地种植豆角
    if text[at - 1] in LANDS and (used := USED.match(text, at, stop)):
        stop = used.end()
    # 90亩耕地的灌溉, 90亩羊肚菌亩产9斤: what is done to the land, and what it yields.
    if text[at - 1] in LANDS and (of_land := OF_LAND.search(text, at + 1, stop)):
        stop = of_land.start()
    # 1000头黑猪的销售协议
    owned = text.find("的", at + 1, stop) if text[at - 1] in BEASTS else -1
    if owned > 0 and not text.endswith(SIZES, at, owned) and words.wordhood.cut(text[at:owned])[-1][1][0] == "n":
        stop = owned
    if stop - at > 4 and (adverb := _adverb(text, at, stop, words.wordhood)) >= look:
        stop = adverb
    if (done := ASPECT.search(text, at + 1, stop)) and look <= done.start():
        stop = _before_verb(text, at, done.start(), words.wordhood)
    if stop - at > 2 and (when := WHEN.search(text, max(look, at + 1), stop)):
        stop = when.start()
    if made_up := MADE_UP.search(text, max(look, at + 1), min(stop + 1, end)):
        stop = made_up.start()
    for tells in (COMES_TO, AND_SO_MANY):
        if (told := tells.search(text, at + 1, stop)) is not None:
            stop = told.start()
    # 将9亩茶园与文旅、电商深度绑定: with what they are bound up is no part of them.
    if (bound_up := BOUND_UP.search(text, at + 1, end)) is not None:
        stop = min(stop, bound_up.start())
    if (passive := PASSIVE.search(text, at + 1, end)) is not None:
        stop = min(stop, passive.start())
    # 15个嘎查之一, 4个贫困县之首
    stop -= 2 * (text[stop - 2 : stop] in ("之一", "之首") and stop - at > 2)
    # 50兆瓦光伏电站和一座500千瓦的…
    if one_more := ONE_MORE.search(text, at + 1, stop):
        stop = one_more.start()
    # 21个行政村（居）: a bracket is closed.
    if text.count("（", at, stop) > text.count("）", at, stop):
        closed = text.find("）", stop, end)
        stop = closed + 1 if closed >= 0 else text.rfind("（", at, stop)
    # 把6亩地都租出去
    while stop > at and (text[stop - 1] in LOOSE or _ends_in_adverb(text, at, stop, words.wordhood)):
        stop -= 1
    # 12个环境好、人气旺的夜市: of a long phrase the head.
    # 12名退休教师和某大学的志愿者: of two the first is counted.
    if stop - at > LONG and (both := AND_OF.match(text, at, stop)):
        return Span(at, both.end(1))
    if stop - at > LONG and (head := text.rfind("的", at, stop - 2) + 1):
        at = head
    return Span(at, min(stop, at + 24)) if stop > at else None


def _refused(text: str, at: int, end: int, words: MeasureWords) -> bool:
    """Whether what stands at a place opens no noun phrase."""
    # 9人|为党员: behind a number 人为 is no word.
    deed = words.deeds.match(text, at, end) is not None or (text[at - 1] == "人" and text[at] in "为均")
    return deed or _stands(words.starts.match(text, at, end), text, end, words)


def _described(text: str, at: int, end: int, wordhood: Wordhood) -> int | None:
    """Where the noun phrase begins of which a clause (已退休的|妇女) or a verb (退休教师) is part."""
    # 退休教师|和某大学的志愿者
    if (both := AND_OF.match(text, at, end)) and wordhood.cut(both[1])[-1][1][:1] in ("n", "l"):
        return at
    clause = text.find("的", at + 2, min(end - 1, at + DESCRIBED))
    if clause > 0:
        return clause + 1
    tokens = wordhood.cut(text[at:end])
    # 5347名入股村民都领到了分红
    if len(tokens) > 2 and tokens[1][0].endswith(FOLK) and tokens[1][1][0] == "n" and tokens[2][1][:1] in "dpvuc":
        return at
    return at if len(tokens) == 2 and tokens[1][1].startswith("n") and len(tokens[1][0]) > 1 else None


def _adverb(text: str, start: int, end: int, wordhood: Wordhood) -> int:
    """Where an adverb begins that cannot stand inside a noun: 生产线|正满负荷运转."""
    at, whole = start, False
    for word, tag in wordhood.cut(text[start:end]):
        # 水泥路|未硬化, but 未脱贫户 behind a noun.
        undone = word == "未" and end - at == 3
        if tag == "d" and at > start and (word in ADVERBS or undone):
            return at
        # 水田|全|托管给公司
        if whole and tag[0] == "v":
            return at - 1
        whole = word == ALL and at > start
        at += len(word)
    return start


def _ends_in_adverb(text: str, start: int, end: int, wordhood: Wordhood) -> bool:
    """地全, 生产线都: whether an adverb stands behind the noun, and no word that ends so (健全)."""
    alone = end - start > 2 or (end - start == 2 and text[start] in GROUND)
    if text[end - 1] == ALL:
        return alone and not wordhood.frequency(text[end - 2 : end])
    return alone and text[end - 1] in ADVERBS


def _behind_quotation(text: str, start: int, end: int, wordhood: Wordhood) -> int:
    """150个“红色微网格”|延伸到楼栋: where a noun ends that opens with a name in quotation marks."""
    # 5000口“爱心水窖”等重点项目: the name is what is counted.
    if text.startswith("等", start):
        return start
    tokens = wordhood.cut(text[start:end])
    return start if text[start - 1] == "”" and tokens and tokens[0][1] in ("v", "d", "p") else end


def _before_verb(text: str, start: int, end: int, wordhood: Wordhood) -> int:
    """Where the verb begins that stands before 了 or 着."""
    tokens = wordhood.cut(text[start:end])
    return end - len(tokens[-1][0]) if tokens else end


def _stands(match: re.Match[str] | None, text: str, end: int, words: MeasureWords) -> bool:
    """Whether a word that was found stands by itself, and is no part of a longer word (合作 in 合作社)."""
    if match is None:
        return False
    known = words.wordhood.frequency
    at, stop = match.span()
    # 分类投放屋: one character behind a verb makes it a noun.
    if end - stop == 1 and text[stop] in ROOMS:
        return False
    if stop - at == 1:
        return known(text[at - 1 : stop]) <= RARE and known(text[at : stop + 1]) <= RARE
    longer = stop < end and known(text[at : stop + 1]) > RARE
    return not longer and is_word(text, at, stop, words.wordhood)
