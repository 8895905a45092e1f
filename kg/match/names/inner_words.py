"""A word to the left of the head of a name in, whether it stands inside the name out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.grammar import CLOSING_NOUNS, FREE_TAGS, Page
from kg.match.names.phrases import Atom
from kg.match.names.trade_words import BRANCHES, is_a_deed, is_no_trade
from kg.match.rulebook.kinds import BODIES, PLACES, WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.model import Form

NUMERAL = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万亿两几余多.%第]+"
    r"[个名位家户条次期支项处所座件批届例场种类大级]?|第[0-9一二三四五六七八九十]+批?"
)
# 县乡村三级物流体系, 万亩果园: the number is part of the name.
LEVELS = re.compile("[一二三四五六七八九两]级")
# 千亿级优势产业培育行动
WORTH = frozenset(("十亿", "百亿", "千亿", "万亿"))
SIZES = frozenset({"万亩", "千亩", "百亩"})
# 千头肉牛养殖场, 百万袋木耳基地: for how many a place is built opens its name.
HOLDS = re.compile("[百千万]{1,2}[头只羽袋棚箱]")
WORKS = frozenset({"Program", "Project"})
HOUSE_BEHIND = re.compile(
    "(?:[一-龥]{0,6}?(?:厂|中学|小学|学校|医院|水库|电站|幼儿园|大桥|隧道|通道|泵站))(?=[一-龥]{2})"
)
ORDINAL, NUMBERED_BODIES = re.compile("第[一二三四五六七八九十0-9]+"), ("PartyOrganization", "GovernmentBody", "Team")
NUMBERED = re.compile("[0-9一二三四五六七八九十]+号")
NOT_BEFORE = (*FREE_TAGS, "m", "q")
ROADS = frozenset(("国道", "省道", "县道", "乡道"))
GOING = frozenset("去找回")
# 十八梯景区, 九曲湾公园: with what lies there a number opens a name.
LIE_THERE = frozenset("梯湾弯洞坡寨渡沟盘潭井桥巷坊峰岭泉塔门院台")
SIGHTS, COUNTS_THERE = ("景区", "公园", "古镇", "广场", "老街", "古街"), re.compile("[三四五六七八九十百千]{1,2}")
STOREYS = frozenset("楼层号栋幢")
OF_MANY, COMMITTEES = frozenset("各下所辖基该两"), frozenset(("居委会", "村委会", "居民委员会", "村民委员会"))
MILES, NUMBERED_PLACES = re.compile("[一二三四五六七八九十]{1,2}里"), ("Institution", "GovernmentBody", "Facility")
COMMON_VERB, COMMON_ENOUGH = 100, 200
MADE_SO = "化"
# What houses, schools and teams are called after.
CALLED = ("Facility", "Institution", "Team")
BUILT, SECTORS = ("Facility", "Institution"), ("产业", "中心")


def modifies(page: Page, atoms: Sequence[Atom], i: int, head: int, rule: EntityRule) -> bool:
    """Whether an atom may stand inside a name, left of its head."""
    grammar = page.grammar
    atom = atoms[i]
    text = atom.text
    if text in grammar.name_words.firsts:
        return False  # 全县首家共享书房
    # 土壤非常适合葡萄种植: the dictionary holds adverb and verb for one word.
    if rule.type == "Industry" and len(text) == 4 and page.words.tag(text[:2])[:1] == "d":
        return False
    # 产蓝莓, 县脐橙, 三大产业: who does it, and how many there are, is no part of what a trade is called.
    if rule.type == "Industry" and (is_no_trade(page, atom, atoms[head]) or is_a_deed(page, atoms, i, head)):
        return False
    if rule.type == "Facility" and NUMBERED.fullmatch(text):
        return True  # 太行一号旅游公路
    # 六都寨镇新建居委会: between a town and its committee stands nothing but a name.
    town = atoms[i - 1].known if i else None
    proper = town is not None and town.type == "Township" and town.form is Form.PROPER
    if proper and atoms[i + 1].text in COMMITTEES and len(text) > 1:
        # 青石镇支持村委会办厂: what the town does with it.
        done = text in grammar.deeds or text in grammar.name_verbs or _only_governs(page, atom)
        return text[0] not in OF_MANY and not done
    if rule.type == "Facility" and _is_sight(page, atoms, i, head):
        return True
    # 邵阳县七里山场学校: a number of miles opens the name of a place.
    if rule.type in NUMBERED_PLACES and MILES.fullmatch(text) and not page.before(atom.start).isdigit():
        return i + 1 < head
    # 2023年度牧区改革: of which year.
    if text == "年度" and page.before(atom.start).isdigit():
        return False
    if text in grammar.ambivalent and i > 0:
        before = atoms[i - 1]
        # 高标准建设科创中心: how well it is built.
        if text in grammar.founding and before.text.startswith("高") and len(before.text) > 2:
            return False
        # 创建创业孵化园, 共建设计工坊: behind a verb of founding such a noun says what the house is for.
        what_for = atom.tag == "n" or (atom.tag == "vn" and i + 1 == head)
        if rule.type == "Facility" and before.text in grammar.founding and what_for:
            return True
        # 合作社发展民宿 is no trade, 通用设备制造产业 is one.
        raised = text in grammar.name_words.raising or not atoms[head].text.startswith(BRANCHES)
        grown = rule.type == "Industry" and raised
        # 有关部门指导石桥小学: what those do whom no name tells apart.
        if text in grammar.name_words.guiding and before.text in grammar.name_words.unnamed and rule.type in BODIES:
            return False
        # 甘肃推进全民健身提升工程: what a place does with its undertaking.
        if acts_there(page, atoms, i) and rule.type in WAYS and text in grammar.name_words.driving:
            return False
        if not grown and before.tag.startswith((*CLOSING_NOUNS, "@")):
            # 党员创业培训班: behind a noun the verb is part of the name.
            return before.text not in grammar.boundaries
        # 培育发展枸杞, 镇政府发展花椒: what is done with a crop is no part of what it is called.
        if grown:
            return False
        if before.text in grammar.generic:
            return True
    # 咖啡产业融合示范园项目: what grows together there is part of the name.
    if text == "融合" and rule.type in WAYS and i and atoms[i - 1].text.endswith(BRANCHES):
        return True
    # 精准化服务工作法: the dictionary cuts 化 off.
    if i + 1 < len(atoms) and atoms[i + 1].text == MADE_SO and i + 1 < head and len(text) > 1:
        return True
    if len(text) == 1:
        return _single(page, atoms, i, head, rule)
    called = rule.type in CALLED and i + 1 == head and (text in grammar.callings or _is_called_so(page, atoms, i))
    if text in grammar.boundaries or (not called and _only_governs(page, atom)):
        # 重点工作推进领导小组: there it is no adverb.
        stressed = text == "重点" and atoms[i + 1].text in grammar.name_words.tasks and rule.type in BODIES
        return stressed or _governed(page, atoms, i, head, rule)
    if (rule.type not in WAYS or text[2:] in grammar.name_words.carrying) and _whole_deed(page, atoms, i):
        return False
    if rule.type in BODIES and atom.tag == "v" and not called and _ends_a_body(page, text):
        # 远航 and 领航 are as good a firm's own name as any; what governs a name ends it further up.
        return atoms[head].text.endswith(page.grammar.registered) and i + 1 < head
    if text in WORTH and rule.type in WAYS and atoms[i + 1].text == "级":
        return True
    if LEVELS.fullmatch(text) or text in SIZES:
        # 改造2万亩老茶园: a figure, and no part of the name.
        return not page.before(atom.start).isdigit()
    if ORDINAL.fullmatch(text) and rule.type in NUMBERED_BODIES:
        return i > 0  # 区委第一巡察组
    # 中铁第四勘察设计院有限公司, 江海省第三地质勘查院: a registered name and an institute's may be numbered.
    if ORDINAL.fullmatch(text) and i and _is_numbered(page, atoms, i, head, rule):
        return True
    # 云岭县第二污水处理厂: behind its place, and no 全县第一水厂, nor 第三产业.
    numbered = i and i + 1 == head and ORDINAL.fullmatch(text) and not page.text.startswith(SECTORS, atom.end)
    # 云岭县第二污水处理厂建设工程: so too where the house is being built.
    built = i and rule.type in WORKS and ORDINAL.fullmatch(text) and HOUSE_BEHIND.match(page.text, atom.end)
    place = atoms[i - 1].known if (numbered and rule.type in BUILT) or built else None
    if place is not None:
        return place.type in PLACES and place.form is not Form.ANAPHOR
    if rule.type == "Facility" and holds(atoms, i):
        return not page.before(atom.start).isdigit()
    if text in grammar.name_words.days and rule.type in CALLED and i + 1 == head:
        return True  # 八一小学
    if NUMERAL.fullmatch(text) or text[0].isdigit():
        return i > 0 and atoms[i - 1].text in ROADS and text[0].isdigit()  # 国道227线示范带
    # The dictionary takes 老年 and 青年 for a time.
    return (
        text in grammar.generic
        or text in grammar.name_words.ages
        or (called and text not in grammar.boundaries)
        or not (atom.tag.startswith(FREE_TAGS) or atom.tag in ("m", "q", "f") or text[-1] in "的了着")
    )


def _is_numbered(page: Page, atoms: Sequence[Atom], i: int, head: int, rule: EntityRule) -> bool:
    """Whether an ordinal behind a firm or a place tells one of several houses from the others: no 第一家, 第三产业."""
    before, behind = atoms[i - 1], atoms[i + 1].text if i + 1 < len(atoms) else ""
    if behind[:1] in page.grammar.classifiers or page.text.startswith(SECTORS, atoms[i].end) or before.tag in "“（":
        return False
    place = before.known
    placed = place is not None and place.type in PLACES and place.form is not Form.ANAPHOR
    if rule.type == "Institution":
        return (
            placed
            or builder(page, before.end) > 0
            or page.text.endswith(page.grammar.name_words.surveys, 0, before.end)
        )
    registered = rule.type == "Enterprise" and atoms[head].text.endswith(page.grammar.registered)
    return registered and (placed or builder(page, before.end) > 0 or before.end in page.ends)


def builder(page: Page, end: int) -> int:
    """How long the name of a builder of the whole country is that ends there: 中铁, 中国水电."""
    return next((len(one) for one in page.grammar.name_words.builders if page.text.endswith(one, 0, end)), 0)


def acts_there(page: Page, atoms: Sequence[Atom], i: int) -> bool:
    """Whether a place, or nothing, stands before a verb and a word that says how: 云岭县统筹推进, 云岭县配套建设."""
    if i and atoms[i - 1].text in page.grammar.name_words.manners:
        return i == 1 or atoms[i - 2].tag == "@"
    return i > 0 and atoms[i - 1].tag == "@"


def _is_sight(page: Page, atoms: Sequence[Atom], i: int, head: int) -> bool:
    """十八梯景区: whether a number and what lies there stand right before a word for sights."""
    counted = i + 2 == head and COUNTS_THERE.fullmatch(atoms[i].text) and atoms[i + 1].text in LIE_THERE
    begins = not page.before(atoms[i].start).isdigit() and atoms[i - 1].text != "第" if i else True
    return bool(counted) and begins and page.text.startswith(SIGHTS, atoms[head].start)


def _is_called_so(page: Page, atoms: Sequence[Atom], i: int) -> bool:
    """青石镇合力小学: behind a place any word by which villages go, but what is done there: 青石镇共建小学."""
    place, word = atoms[i - 1].known if i else None, atoms[i]
    if place is None or place.type not in PLACES or place.form is not Form.PROPER:
        return False
    return word.text in page.grammar.settled and word.text not in page.grammar.verbs and word.tag[:1] in "vndt"


def _only_governs(page: Page, atom: Atom) -> bool:
    """缺乏平台, 参观基地: a common verb that is no noun as well says what is done with the thing."""
    text, grammar = atom.text, page.grammar
    if atom.tag != "v" or len(text) != 2 or text in grammar.name_verbs or text in grammar.ambivalent:
        return False
    return page.words.frequency(text) >= COMMON_ENOUGH and atom.known is None


def holds(atoms: Sequence[Atom], i: int) -> bool:
    """Whether it stands at a word for how many a place is built; the dictionary cuts 百万袋 in two."""
    return atoms[i].text[0] in "百千万" and HOLDS.match("".join(atom.text for atom in atoms[i : i + 2])) is not None


def _whole_deed(page: Page, atoms: Sequence[Atom], i: int) -> bool:
    """大力支持 and 认真学习 stand in the dictionary as words of four characters: how it is done, and the deed."""
    boundaries, text = page.grammar.boundaries, atoms[i].text
    if len(text) != 4 or text[2:] not in boundaries:
        return False
    if text[2:] not in page.grammar.ambivalent:
        return text[:2] in boundaries
    return i + 1 < len(atoms) and atoms[i + 1].tag in ("ns", "@")  # 专题学习泉州市委的做法


def _ends_a_body(page: Page, verb: str) -> bool:
    """感谢贸易理事会: a verb that stands in no name of a body; what the dictionary hardly knows may be a brand."""
    grammar = page.grammar
    return verb not in grammar.ambivalent and verb not in grammar.inner and page.words.frequency(verb) >= COMMON_VERB


def _single(page: Page, atoms: Sequence[Atom], i: int, head: int, rule: EntityRule) -> bool:
    """Whether a single character may stand inside a name."""
    grammar = page.grammar
    text = atoms[i].text
    before = atoms[i - 1].text if i else ""
    if atoms[i].tag[0] == "r" and rule.type == "Institution":
        return False  # 她上小学
    # 有时候去村委会, 或找维修公司: who goes there.
    if text in GOING and atoms[i].tag[0] == "v" and rule.type not in WAYS:
        return False
    # 康养产业集团: the dictionary does not know 康养.
    if (text + atoms[i + 1].text) in grammar.generic or (before + text in grammar.generic and len(before) == 1):
        return True
    # 织密养老网络: the dictionary cuts 织 and 密, and 共 and 治 of 楼栋共治公约 as well.
    cut = (text + atoms[i + 1].text, before + text)
    if any(word in grammar.boundaries and (word not in grammar.ambivalent or i < 2) for word in cut):
        return False
    # 不停地转牧场: the particle, which the dictionary also knows as a noun.
    if text in grammar.function or (text == "地" and atoms[i].tag[0] == "u"):
        return False
    if rule.type == "Facility" and HOLDS.fullmatch(before + text):
        return True
    if text in grammar.classifiers and i > 0 and NUMERAL.fullmatch(before):
        return text == "级" and before in WORTH and rule.type in WAYS
    if text in STOREYS and before[-1:].isdigit():
        return False  # 2楼旧仓库
    if i + 1 < head and len(atoms[i + 1].text) == 1:
        return "一" <= text <= "龥"  # 共 in 共富产业园, which the dictionary cuts into single characters
    if text in grammar.boundaries:
        return False
    return "一" <= text <= "龥"


def _governed(page: Page, atoms: Sequence[Atom], i: int, head: int, rule: EntityRule) -> bool:
    """质量提升行动: a verb just before the head is part of the name where a noun stands before it.

    各组自愿推行清单制: a verb of putting into practice governs the name.
    """
    grammar = page.grammar
    text = atoms[i].text
    if (
        head - i != 1
        or i == 0
        or len(text) != 2
        or text in grammar.name_words.becoming
        or text in grammar.naming
        or atoms[i].tag[:1] not in "vn"
        or atoms[head].tag == "“"
    ):
        return False
    before = atoms[i - 1]
    # 宏远集团签署战略: nor is what a body does.
    actor = page.ends.get(before.end)
    if text not in grammar.ambivalent and text in grammar.boundaries and actor and grammar.is_body(actor[1]):
        return False
    # 建宁县签署战略: what a place does is no part of the name.
    if text not in grammar.ambivalent and (rule.type not in WAYS or before.tag == "@"):
        return False
    return (
        before.tag != "（"
        and (before.text not in grammar.boundaries or before.text in grammar.ambivalent)
        and before.text not in grammar.function
        and not before.tag.startswith(NOT_BEFORE)
    )
