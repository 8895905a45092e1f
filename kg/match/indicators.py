"""The words round a figure in, the words for what was measured out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from kg.match.measure_words import SUFFIX, MeasureWords, Wordhood
from kg.model import Span

# 等 closes a list of examples; what was measured stands behind it: 蔬菜、油茶等特色产业面积.
AND_SO_ON = re.compile("等(?![级次候待于])")
JOINTS = "、和与及或"
# What a noun phrase does not end with.
LOOSE = frozenset(JOINTS + "的，等中里内外共")
# 400个亿元以上项目: what bounds the things counted is not what they are.
ABOVE = re.compile("(?=[（百千万亿及以的])(?:（[一-鿿]{1,4}）)?(?:(?:[百千万亿]+元)?(?:及?以上|以下|以内))?的?")
# 26名像他这样的党员: with whom they are compared is not what they are.
LIKE = re.compile("(?:像[^，。；]{1,10}[这那]样|来自[^，。；、]{1,14})的")
# 6个园区、居全省第2: behind the mark another thing is said of the figure.
ASIDE = re.compile("、(?=居|位[列居]|排名?|列|[增下][长降]|占|较|比|同比|均|为|达|总|其中|约|超)")
INSIDE = re.compile("[区域境围]内|(?<=[村户员目业民人家])中(?=[的有，领率排位名])")
# 一座长78米的桥, 这11名: that a thing is one is not what is measured of it.
ONE = re.compile("[建修盖办设]?[一这那该每][座条个台只间家处口棵幢栋道片根](?=[一-鿿])(?<!每.)")
# 以每亩600元的价格流转土地: behind the price the verb begins.
PRICE = re.compile(
    "(?:[均高单]?价格?+|标准|租金|利率|幅度|速度|比例)(?=[一-鿿])(?![一-鿿]?[的、，。]|体系|机制|化|制度|型)"
)
# 11名党员凑了22万元: a verb that is going on or done ends the noun before it.
ASPECT = re.compile("[了着过](?![解然结])(?<!沿着)(?<!经过)(?<!通过)(?<!为了)")
ROOMS = frozenset("屋站亭箱柜桶岛厅室廊墙栏棚池塔点")
HOUSES = frozenset("屋间子舍产源租顶东")
# The dictionary has seams for words (入选国), but counts them seldom.
RARE = 9
# 通过一年的努力净收入达…: by what it came about is not what is measured.
THROUGH = re.compile("(?:通过|经过|历经)[^，。；、]{1,12}的(?:努力|奋斗|发展|建设|培育|打拼)|的(?:努力|奋斗|打拼)")
# 来自市委组织部的补助资金, 像他这样的网格长, 较项目实施前农民增收: from whom, like whom, against when.
FROM_WHOM = re.compile(
    "来自[^，。；、]{1,12}(?:、[^，。；、]{1,8})?的(?=[一-鿿]{2})|像[^，。；]{1,10}[这那]样的"
    "|[较比][^，。；]{2,8}前(?=[一-鿿]{2})"
)
# 6公里及蓄水池100立方米, 100至500人之间: what joins or bounds figures opens no noun.
JOINING = re.compile(
    "以?及(?![格时])|[和与并](?![谐美平睦网会])|之[间内]|上下|左右|不等|[呢啦呀吧吗哩嘛哦](?![一-鿿])|[同环]比|同期"
)
# 调解成功率: of what it is the rate stands before; 实现合格率98%: a verb that says that it is reached does not.
RATE = re.compile("(?:成功|完成|合格|满意|办结|及时|到位|达标|响应|优良|兑现)率")
REACHING = frozenset(["实现", "达到", "保持", "确保", "提高", "提升", "保证", "力争", "取得", "使", "有", "达"])
LANDS = frozenset("亩顷")
MACHINES = frozenset("台辆架套")
MACHINE = re.compile("[一-鿿]{1,10}?(?:[^时司投危动契生商]机(?![械关构会制场组])|[^停堵倒通]车(?![间辆位库]))")
# What stands between those who act and the verb.
ADVERBS = frozenset("正都却也还就才共已均仅便")
WHERE = re.compile("[已还先曾]?在")
# 大棚目前全村有3个: where and when stand between what is counted and the number.
HERE = re.compile("(?<=[一-鿿]{2})全[省市县区乡镇村州旗]$")
# Units behind which always a noun stands, and how far the words that describe it may reach.
FOLK = ("民", "员", "工", "户", "生", "者", "众", "师", "青年", "妇女", "干部")
WITH_NOUN, DESCRIBED = frozenset("名位棵株头只座栋台辆套张间"), 12
LONG = 12


class Before(NamedTuple):
    """What stands before a figure: its words without verbs and links, and the verb that governs the figure."""

    start: int
    end: int
    linked: bool  # a link stands between (达, 为): the words before are what is measured
    verb: str
    verbs: int  # where the verbs before begin; `start` if there are none


def before(
    text: str, start: int, end: int, words: MeasureWords, skips: Mapping[int, int], named: bool = False
) -> Before:
    """What is measured, where it stands before the figure that begins at `end`.

    `skips` maps the start of a period or of the clause's subject to its end: neither is part of what is measured.
    `named` says that what stands there can only be a noun: …由1.2%提升至1.9%.

    >>> from kg.match.measure_words import compile_measure_words
    >>> from kg.match.rules import load_rules
    >>> from kg.match.words import Words
    >>> words, text = compile_measure_words(load_rules().tables, Words()), "成功争取上级补助资金达108亿元"
    >>> said = before(text, 0, text.index("108"), words, {})
    >>> text[said.start : said.end], said.verb, said.linked
    ('上级补助资金', '争取', True)
    """
    stop, linked = _without_links(text, start, end, words)
    linked = linked or named
    if linked and (here := HERE.search(text, start, stop)):
        stop = here.start()
    # 粮食总产量连续五年稳定在…: a period may stand behind what is measured, too.
    for opened, closed in skips.items():
        if closed == stop and opened > start:
            stop = opened
            break
    if through := THROUGH.search(text, start, stop) or FROM_WHOM.search(text, start, stop):
        start = through.end()
    at, verb, verbs = _without_leads(text, start, stop, words, skips, linked)
    cut = None
    # 每户可增加年收入 is a rate as a whole.
    for match in words.verbs.finditer(text, at + 1, stop) if text[at : at + 1] != "每" else ():
        # 稻渔综合种养达4.6万亩: a verb at the very end is a noun where a link follows.
        governs = match.end() + 1 < stop or (match.end() == stop and not linked and match[0] != "年产")
        if governs and _is_word(text, match.start(), match.end(), words.wordhood):
            cut = match
    if cut is not None:
        at, chained, _ = _without_leads(text, cut.end(), stop, words, skips, linked)
        verb, verbs = chained or cut[0], cut.start()
    at = _done_where(text, start, stop, words) or _behind_have(text, at, stop, words)
    if text.find("等", at + 1, stop) > 0 and (listed := _behind_list(text, at, stop)):
        at, _, _ = _without_leads(text, listed, stop, words, {})
    while at < stop and text[at] in "、的”）":
        at += 1
    if at < stop and (one := ONE.match(text, at, stop)):
        at = one.end()
    if text[at] == "“" and "”" not in text[at:stop]:
        at += 1
    if verb and text.endswith(verb, start, at) and RATE.fullmatch(text, at, stop) and verb not in REACHING:
        at -= len(verb)
    return Before(at, stop, linked, verb, verbs if verb else at)


def _done_where(text: str, start: int, end: int, words: MeasureWords) -> int:
    """已在青石、白河两镇推广: where the verb begins that stands behind a place; 0 if there is none."""
    where = WHERE.match(text, start, end)
    verb = words.leads.fullmatch(text, end - 2, end) if where and end - where.end() > 3 else None
    return end - 2 if verb and verb["verb"] else 0


def _behind_have(text: str, start: int, end: int, words: MeasureWords) -> int:
    """小区有居民1860户: who has is not what is counted; 国有 and 有效 are words."""
    at = text.rfind("有", start + 1, end - 2)
    known = words.wordhood.frequency
    if at < 0 or known(text[at - 1 : at + 1]) > RARE or known(text[at : at + 2]) > RARE:
        return start
    return at + 1


def _behind_list(text: str, start: int, end: int) -> int:
    """Where the noun behind …、…等 begins; 0 if there is none."""
    ends = [match.end() for match in AND_SO_ON.finditer(text, start + 1, end) if "、" in text[start : match.start()]]
    return ends[-1] if ends and end - ends[-1] >= 2 else 0


def _without_links(text: str, start: int, end: int, words: MeasureWords) -> tuple[int, bool]:
    linked, stop = False, end
    # 清理生产废弃物等33万吨
    if text[stop - 1 : stop] == "等" and stop - start > 3 and text[stop - 2] not in "高中初同平优头对":
        stop -= 1
    while stop > start and text[stop - 1] in words.link_ends:
        for size in range(min(4, stop - start), 0, -1):
            word = text[stop - size : stop]
            # 占比达: no link is the second half of a word (到达).
            # 平均达到 holds no 均达到.
            if size > 1 and word[0] == "均" and text[stop - size - 1] in "平人户年月日村亩":
                continue
            whole = size > 1 or text.endswith(words.tail_words, start, stop - 1)
            if word in words.links and (whole or words.wordhood.frequency(text[stop - 2 : stop]) <= RARE):
                stop, linked = stop - size, linked or word not in "的了着"
                break
        else:
            break
    return stop, linked


def _without_leads(
    text: str, start: int, end: int, words: MeasureWords, skips: Mapping[int, int], linked: bool = True
) -> tuple[int, str, int]:
    """Past periods, the subject, adverbs, prepositions and the verbs at the head; the last verb, where they began."""
    at, verb, verbs = start, "", start
    nominal = linked or text[start : start + 1] == "、"
    while at < end:
        if at in skips and skips[at] <= end:
            at = skips[at]
        elif (
            text[at] in "、”）—…·"
            or _opens_nothing(text, at, skips)
            or (text[at] in JOINTS and words.wordhood.frequency(text[at : at + 2]) <= RARE)
        ):
            at += 1
        elif at == start and not linked and (actor := words.actors.match(text, at, end)):
            at = actor.end()
        elif (match := words.leads.match(text, at, end)) and not _goes_on(text, at, match.end(), end, words):
            if match["verb"]:
                # 处理信访件, 销售收入: a verb leaves more than one character and more than 收入 behind;
                # in a list (、示范村) and before a link (研发投入占比达) what may be a noun is one.
                rest, opener = text[match.end() : end], match["verb"] in words.openers
                if len(rest) == 1 or (opener and (nominal or words.tails.fullmatch(rest))):
                    break
                verb, verbs = match[0], verbs if verb else at
            at = match.end()
        else:
            break
    return at, verb, verbs


def _opens_nothing(text: str, at: int, skips: Mapping[int, int]) -> bool:
    """A mark before a period, and 内 behind 县域."""
    return (text[at] == "“" and at + 1 in skips) or (text[at] == "内" and text[at - 1] in "域境区")


def _goes_on(text: str, start: int, stop: int, end: int, words: MeasureWords) -> bool:
    """Whether the word found at the head is the beginning of a longer one: 有效|期, 新|能源, 服务|业."""
    if stop >= end:
        return False
    # 保障房, 安置房: the house is called by what it is for.
    if text[stop] == "房" and text[stop + 1 : stop + 2] not in HOUSES and stop - start == 2:
        return True
    known = words.wordhood.frequency
    if stop - start == 1 and known(text[start : stop + 2]) > RARE:
        return True
    # 现有|员工 is no 现有员.
    return (text[stop] in SUFFIX and text[stop - 1] != "有") or known(text[start : stop + 1]) > RARE


def _is_word(text: str, start: int, end: int, wordhood: Wordhood) -> bool:
    """Whether a verb found in running text is one, and not the seam of two words: 党小组|建成率 holds no 组建."""
    seam = text[start - 1 : start + 1]
    return wordhood.frequency(seam) <= wordhood.frequency(text[start:end])


def after(text: str, start: int, end: int, words: MeasureWords, names: Mapping[int, int]) -> Span | None:
    """The noun phrase that follows a figure, up to the first word that cannot be in it; None where a verb follows.

    `names` maps the start of a mention to its end: a name is never cut.

    >>> from kg.match.measure_words import compile_measure_words
    >>> from kg.match.rules import load_rules
    >>> from kg.match.words import Words
    >>> words, text = compile_measure_words(load_rules().tables, Words()), "1944户个体工商户获得贷款"
    >>> noun = after(text, 5, len(text), words, {})
    >>> text[noun.start : noun.end]
    '个体工商户'
    """
    bound = ABOVE.match(text, start, end) or LIKE.match(text, start, end)
    at = bound.end() if bound else start
    while at < end and text[at] in "”）":
        at += 1
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
    if price := PRICE.match(text, at, stop):
        stop = price.end()
    if stop - at > 4 and (adverb := _adverb(text, at, stop, words.wordhood)) >= look:
        stop = adverb
    if (done := ASPECT.search(text, at + 1, stop)) and look <= done.start():
        stop = _before_verb(text, at, done.start(), words.wordhood)
    # 15个嘎查之一
    stop -= 2 * (text[stop - 2 : stop] == "之一" and stop - at > 2)
    # 21个行政村（居）: a bracket is closed.
    if text.count("（", at, stop) > text.count("）", at, stop):
        closed = text.find("）", stop, end)
        stop = closed + 1 if closed >= 0 else text.rfind("（", at, stop)
    while stop > at and (text[stop - 1] in LOOSE or (text[stop - 1] in ADVERBS and stop - at > 2)):
        stop -= 1
    # 12个环境好、人气旺的夜市: of a long phrase the head.
    if stop - at > LONG and (head := text.rfind("的", at, stop - 2) + 1):
        at = head
    return Span(at, min(stop, at + 24)) if stop > at else None


def _refused(text: str, at: int, end: int, words: MeasureWords) -> bool:
    """Whether what stands at a place opens no noun phrase."""
    deed = words.deeds.match(text, at, end) is not None
    return deed or _stands(words.starts.match(text, at, end), text, end, words)


def _described(text: str, at: int, end: int, wordhood: Wordhood) -> int | None:
    """Where the noun phrase begins of which a clause (已退休的|妇女) or a verb (退休教师) is part."""
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
    at = start
    for word, tag in wordhood.cut(text[start:end]):
        # 水泥路|未硬化, but 未脱贫户 behind a noun.
        undone = word == "未" and end - at == 3
        if tag == "d" and at > start and (word in ADVERBS or undone):
            return at
        at += len(word)
    return start


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
    return not longer and _is_word(text, at, stop, words.wordhood)
