"""The words before a figure in, the words for what was measured out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from kg.match.figures.measure_words import SUFFIX, MeasureWords, Wordhood

# 等 closes a list of examples; what was measured stands behind it: 蔬菜、油茶等特色产业面积.
AND_SO_ON = re.compile("等(?![级次候待于])")
JOINTS = "、和与及或"
# 一座长78米的桥, 这11名: that a thing is one is not what is measured of it.
ONE = re.compile("[建修盖办设]?[一这那该每][座条个台只间家处口棵幢栋道片根](?=[一-鿿])(?<!每.)")
WHOM = "对象"
HOMES = frozenset(["家", "家里", "自家", "家中"])
HOUSES = frozenset("屋间子舍产源租顶东")
# The dictionary has seams for words (入选国), but counts them seldom.
RARE = 9
# 通过一年的努力净收入达…: by what it came about is not what is measured.
THROUGH = re.compile("(?:通过|经过|历经)[^，。；、]{1,12}的(?:努力|奋斗|发展|建设|培育|打拼)|的(?:努力|奋斗|打拼)")
# 来自市委组织部的补助资金, 像他这样的网格长, 邻里之间的矛盾, 较项目实施前农民增收: whose, like whom, against when.
FROM_WHOM = re.compile(
    "以[^，。；、以]{1,8}为(?:单[位元]|网格|基础|依托|抓手|载体|平台|纽带|试点)(?=[一-鿿]{2})|的?基础上(?=[一-鿿]{2})|来自[^，。；、]{1,12}(?:、[^，。；、]{1,8})?的(?=[一-鿿]{2})|像[^，。；]{1,10}[这那]样的"
    "|[^，。；]{2,24}之间的(?=[一-鿿]{2})|[较比][^，。；]{2,8}前(?=[一-鿿]{2})|由[^，。；由]{2,20}?(?:公司|集团|合作社|局|政府)(?=[投出捐]资)"
    "|[一-鿿“”]{2,16}以来(?:共|已|累计|先后)*(?=[一-鿿]{2})|(?<![一-鿿])[一-鿿]{2,3}全[县市区镇乡村](?=[一-鿿]{2})"
)
# In each of them stands one of these.
FROM_WHOM_SIGN = re.compile("[础自样间前资全来位元格托手体台带点]")
# 调解成功率: of what it is the rate stands before; 实现合格率98%: a verb that says that it is reached does not.
RATE = re.compile("(?:成功|完成|合格|满意|办结|及时|到位|达标|响应|优良|兑现)率|(?:期限?|时[间限长]|周期)(?:一定)?")
WHERE = re.compile("[已还先曾]?在")
SET_UP = re.compile(
    "在[^，。；：“”]{2,24}[镇乡村县区市里内上](?:设|建|种|开|办|铺|打|挖|修|养|栽)(?:有|了|起)?"
    "(?=[一-鿿]{2})(?![立设造展植殖成备计定想护培发放理通建修置筑好])"
)
# 大棚目前全村有3个: where and when stand between what is counted and the number.
HERE = re.compile("(?<=[一-鿿]{2})全[省市县区乡镇村州旗]$")
WAS = re.compile(
    "[从由](?:最初的|原来的|过去的)?(?:(?:每[亩户人斤吨个])?[0-9][0-9.]*[万亿千百]*|“[^“”]{1,6}”|零|空白|几乎为零)$"
)
AIMING, SURPASSING = ("争取", "力争", "力求", "有望", "确保"), ("突破", "超过", "超")
DONE_BEFORE = frozenset("成产用工营运行市")


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

    >>> from kg.match.figures.measure_words import compile_measure_words
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> words, text = compile_measure_words(load_rules().tables, Words()), "成功争取上级补助资金达108亿元"
    >>> said = before(text, 0, text.index("108"), words, {})
    >>> text[said.start : said.end], said.verb, said.linked
    ('上级补助资金', '争取', True)
    """
    stop, linked = _without_links(text, start, end, words)
    linked = linked or named
    # 村集体收入争取突破9万元
    if text.startswith(SURPASSING, end) and text.endswith(AIMING, start, stop):
        stop, linked = stop - len(AIMING[0]), True
    # 承包价从2.8万涨到5.8万元: what it was before has no unit of its own.
    if linked and (was := WAS.search(text, start, stop)):
        stop = was.start()
    # “村里将9亩地流转…
    if text[start : start + 1] == "“" and text.find("”", start, stop) < 0:
        start += 1
    if linked and (here := HERE.search(text, start, stop)):
        stop = here.start()
    # 粮食总产量连续五年稳定在…: a period may stand behind what is measured, too.
    for opened, closed in skips.items():
        if closed == stop and opened > start:
            stop = opened
            break
    # Most that is said has neither.
    through = THROUGH.search(text, start, stop) if text.find("的", start, stop) >= 0 else None
    if through or (FROM_WHOM_SIGN.search(text, start, stop) and (through := FROM_WHOM.search(text, start, stop))):
        start = through.end()
    if served := words.served.search(text, start, stop):
        start = served.end()
    at, verb, verbs = _without_leads(text, start, stop, words, skips, linked)
    cut = None
    # 每户可增加年收入 is a rate as a whole.
    for match in words.verbs.finditer(text, at + 1, stop) if text[at : at + 1] != "每" else ():
        # 稻渔综合种养达4.6万亩: a verb at the very end is a noun where a link follows.
        governs = match.end() + 1 < stop or (match.end() == stop and not linked and match[0] != "年产")
        if governs and is_word(text, match.start(), match.end(), words.wordhood):
            cut = match
    if cut is not None:
        at, chained, _ = _without_leads(text, cut.end(), stop, words, skips, linked)
        verb, verbs = chained or cut[0], cut.start()
    at = _done_where(text, start, stop, words) or _behind_have(text, at, stop, words)
    if text.find("等", at + 1, stop) > 0 and (listed := _behind_list(text, at, stop)):
        at, _, _ = _without_leads(text, listed, stop, words, {})
    while at < stop and text[at] in "、的”）":
        at += 1
    # 建成后年产值: the dictionary cuts 后年 off.
    at += text.startswith("后年", at) and text[at - 1] in DONE_BEFORE
    # 李华家的9亩田: whose it is
    if text[at:stop] in HOMES:
        at = stop
    if at < stop and (one := ONE.match(text, at, stop)):
        at = one.end()
    if text[at] == "“" and "”" not in text[at:stop]:
        at += 1
    if verb and text.endswith(verb, start, at) and RATE.fullmatch(text, at, stop) and verb not in words.reaching:
        at -= len(verb)
    return Before(at, stop, linked, verb, verbs if verb else at)


def _done_where(text: str, start: int, end: int, words: MeasureWords) -> int:
    """已在青石、白河两镇推广: where the verb begins that stands behind a place; 0 if there is none."""
    # 公司在青石、白河两镇设冷库6个
    set_up = SET_UP.search(text, start, end)
    if set_up:
        return set_up.end()
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
                # 监测对象9户: whom a verb is done to is called so.
                if len(rest) == 1 or rest == WHOM or (opener and (nominal or words.tails.fullmatch(rest))):
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


def is_word(text: str, start: int, end: int, wordhood: Wordhood) -> bool:
    """Whether a verb found in running text is one, and not the seam of two words: 党小组|建成率 holds no 组建."""
    seam = text[start - 1 : start + 1]
    return wordhood.frequency(seam) <= wordhood.frequency(text[start:end])
