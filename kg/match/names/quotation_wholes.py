"""A quotation and where its name begins and ends in, the name out, unless what stands round it says that it is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.founded import is_founded
from kg.match.names.goods_items import COMMON
from kg.match.names.grammar import Page
from kg.match.names.phrases import Atom, Name
from kg.match.names.quotation_tails import CALLING
from kg.match.rulebook.kinds import BODIES, WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.match.shorthand.decomposed import decompose, number_of
from kg.model import Form, Mention, Span

# “甲”“乙”三大工程, 县级“中枢”、乡级“枢纽”、村级“末梢”三级体系
COUNTED = re.compile("[二两三四五六七八九十]大|[二两三四五]级")
QUOTATIONS, ROW_LENGTH = re.compile("(?:[一-龥]{0,3}“[^“”\n]+”[、和与]?)+\\Z"), 120
# “90后”, “十四五”
AGE = re.compile("[0-9]{2}后|十?[一二三四五六七八九]五")
RANKED = re.compile("[国省市县区乡镇村基]层?级|[型式]")
FACE_TO_FACE, TOLD_WHOLE = ("一对一", "点对点", "面对面"), 8
AT_ONE = re.compile("一[窗网站门码表件卡].{1,2}")
MEETINGS = ("议事会", "恳谈会", "评理会")
# 改变“包办”的简单方式, 告别“单打独斗”模式: what is given up is no way of working.
GIVEN_UP = re.compile("(?:改变|打破|破除|摆脱|告别|改掉|扭转|摒弃|跳出|避免|杜绝)了?[^，。；：！？、“”]{0,8}\\Z")
GIVEN_UP_LENGTH = 14
DEED_LENGTH, DOING = 4, frozenset("办建进入下到上出回开找")
# “村里能建个澡堂”成了共同的期盼: what somebody wishes for.
WISHED = re.compile("[一-龥](?:能|想|希望|盼着?|要是|可以)(?:有|建|办|开|修|装|设|盖)|[建办开修盖有]个")
# 被业内称作“天然菜园车间”: what a place is likened to is no house.
# 成为居民的“温暖港湾”, “风沙窝”成“新粮仓”
LIKENED = re.compile(
    "(?:(?:被[^，。；“”]{0,6}(?:称作|称为|誉为)|堪称|好比|比作|视为)"
    "|(?:成为|变成|变身|化身|化作|(?<=”)成)了?(?:[^，。；“”]{0,8}的)?(?:一[座个处片])?)\\Z"
)
# 从“被动应对”向“主动治理”转变: what becomes of it is no name.
BECOMES, BECOMES_LENGTH = re.compile("从“[^“”\\n]{1,12}”[一-龥]{0,2}[向到]\\Z"), 20
# “政策直通车”“服务上门”等形式: by what it is done.
BY_FORM = re.compile("(?:、?“[^“”\\n]{1,12}”)*等?(?:多种)?(?:形式|方式|手段|途径|渠道|办法)")
# 德胜基金会“和美社区计划”: those whose plans have names of their own.
OWNING = ("Association", "Enterprise")
# “帽子坡”, “马家湾”
LAND = re.compile("“[一-龥]{1,3}[坡沟湾岭坪坝塘岗洼垭冲垅坳]”")
MADE = frozenset(("建设", "创建"))
DRIVEN = ("治理", "建设", "创建", "整治")
RATED = re.compile("[一二两双三四五六七八九十](?:个?过硬|好|强|星级?|优|有|带|化|型|提升|规范|零|无)")
OF_A_KIND = re.compile("^[一-龥]{2,3}型[一-龥]{2,3}$|字号$|^[两三]委$")
# “一事一议”项目: what each has one of is no number.
ONE_EACH, TOLD_LENGTH = re.compile("一.一."), 4
# “零距离”走访机制: last words that make a way of working of any quotation.
EXPRESS = ("机制", "制度", "工作法")
# “三农”工作机制: of so many kinds of work that it says nothing.
ANY_WORK = ("工作机制", "工作制度", "工作体系", "工作模式")
JOINED = re.compile("[^+＋、]{1,8}(?:[+＋、][^+＋、]{1,8})+|以[一-龥]{1,2}[代换促带治养管补挡固护][一-龥]{1,2}")
DEALING = frozenset("卖买吃喝看玩逛送")
# “致富带富”型村党支部书记, “五好”党支部: of what kind, and not which one.
KIND = frozenset("型性级")


def sums_up(page: Page, quotation: Atom) -> bool:
    """“甲”“乙”“丙”三大工程: whether what stands behind a quotation counts it and those before it."""
    counted = COUNTED.match(page.text, quotation.end)
    row = QUOTATIONS.search(page.text, max(0, quotation.end - ROW_LENGTH), quotation.end) if counted else None
    return counted is not None and row is not None and row[0].count("“") == number_of(counted[0][0])


def is_product(page: Page, core: str) -> bool:
    """“双髻蜜柚”, “乌珠穆沁羊”: a quotation that ends as a product does and is no other word."""
    goods = page.grammar.goods
    if core in goods.known:
        return True  # “夜间经济”
    # “村民面对面” is no noodle.
    never = core in goods.never or core.endswith(FACE_TO_FACE)
    if never or core.endswith(goods.trades):
        return False
    if "第一" in core:
        return False  # “天下第一大敖包”, “进村第一碗茶”
    if any(core[at:] in goods.known for at in range(len(core) - 1)):
        return True
    # “踩着机器干” is no name of anything.
    words = page.words.cut(core)
    said = any(tag[0] in "vdpcurm" or word in page.grammar.function for word, tag in words)
    said = said or (len(words[-1][0]) > 1 and page.words.frequency(words[-1][0]) > COMMON)
    return len(core) > 3 and core[-1] in goods.endings and not page.words.frequency(core) and not said


def with_quotation(page: Page, atoms: Sequence[Atom], j: int, q: int, i: int, rule: EntityRule) -> Name | None:
    """The name from atom `j` to atom `i` that is called by the quotation `q`, unless a broken page left it empty."""
    words = page.grammar.quotation_words
    if not page.text[atoms[q].start + 1 : atoms[q].end - 1].strip("、，+－—"):
        return Name(q, None)
    # 一哨、一函“五个一”机制: what a list joins to the quotation is no part of its name.
    if j == 0 and page.before(atoms[0].start) == "、":
        j = q
    # 德胜基金会“和美社区计划”: whose it is, and that has a name of its own.
    owner = page.ends.get(atoms[q].start) if j < q else None
    whose = page.grammar.heads.get(owner[1]) if owner is not None else None
    if whose is not None and whose.type in OWNING and rule.type in WAYS:
        j = q
    # 在“帽子坡”创建创业园: where it is done.
    done_there = rule.type in WAYS and page.before(atoms[q].start) == "在"
    if done_there and LAND.fullmatch(page.text, atoms[q].start, atoms[q].end):
        return None
    # “清廉村居”建设示范点 stands for the undertaking.
    if rule.type == "Facility" and i > q + 1 and atoms[q + 1].text in MADE:
        i, rule = q + 1, page.grammar.quoted[atoms[q + 1].text]
    # “绿凉亭”议事会: what is held is a way of working, unless somebody founds it.
    founded = page.text.endswith(words.founding, 0, atoms[q].start)
    if page.text.endswith(MEETINGS, atoms[q].end, atoms[i].end) and not founded:
        rule = page.grammar.ways
    core = Span(atoms[q].start + 1, atoms[q].end - 1)
    name = page.text[core.start : core.end]
    branded = page.text.endswith("品牌", 0, atoms[i].end) and not page.text.endswith(words.brands, 0, atoms[i].end)
    if rule.type in WAYS and branded and is_product(page, name):
        rule = page.grammar.trade  # “平武中蜂”区域公用品牌
    # “4”指构建…: a number alone is the label of a list.
    if Form.QUOTED not in rule.forms or not name or AGE.fullmatch(name) or (len(name) == 1 and name.isascii()):
        return None
    if BECOMES.search(page.text, max(0, atoms[q].start - BECOMES_LENGTH), atoms[q].start):
        return None
    if page.before(atoms[q].start) == "从" and page.text[atoms[i].end : atoms[i].end + 1] in ("向", "到", "转"):
        return None
    if GIVEN_UP.search(page.text, max(0, atoms[q].start - GIVEN_UP_LENGTH), atoms[q].start):
        return None
    if rule.type not in WAYS and WISHED.search(name):
        return None
    # 靠“政策直通车”“服务上门”等形式: by what it is done.
    if rule.type == "Facility" and BY_FORM.match(page.text, atoms[i].end):
        return None
    # 深化“开门办馆”: what is done with the house.
    if i == q and rule.type == "Facility" and len(name) == DEED_LENGTH and name[-2] in DOING:
        return None
    if rule.type == "Facility" and LIKENED.search(page.text, max(0, atoms[q].start - GIVEN_UP_LENGTH), atoms[q].start):
        return None
    if i > q + 1 and page.text.startswith(words.moving, core.end + 1) and page.text.endswith(DRIVEN, 0, atoms[i].end):
        return None
    if i > q and (page.text[core.end + 1] in KIND or (rule.type in BODIES and RATED.fullmatch(name))):
        return None
    called = page.text.endswith(CALLING, 0, atoms[q].start)
    if i > q and rule.type not in WAYS and not called and page.text.startswith("的", atoms[q].end):
        return None
    if (
        i > q
        and rule.type not in WAYS
        and (_is_headline(page, atoms[q].end, atoms[i].end) or _binds(page, atoms, j, q, rule))
    ):
        return None
    # 全国“五好”县级工商联 is what a body may be named, and no body.
    if i > q and rule.type in BODIES and RANKED.match(page.text, atoms[q].end):
        return None
    # “学习型团队”, “农字号”银行, 村“两委”院子: of what kind it is, and whose.
    if rule.type not in WAYS and OF_A_KIND.search(name):
        return None
    # 打造“爱心驿站”: a kind that somebody sets up, quoted or not.
    set_up = name in page.grammar.founded_kinds and is_founded(page, atoms[j].start, atoms[i].end)
    set_up = set_up or (rule.type == "Team" and is_founded(page, atoms[j].start, atoms[i].end))
    # “零距离”走访机制: a word that is none by itself may open one.
    set_up = set_up or (i > q + 1 and page.text.endswith(EXPRESS, 0, atoms[i].end))
    if (name in rule.never and not set_up) or page.text[core.start : atoms[i].end] in rule.never:
        return None
    # 从“卖茶叶”到“卖体验”: what somebody does with it is no trade.
    if rule.type == "Industry" and (
        name[0] in DEALING or page.text.endswith("经济", 0, atoms[i].end) or decompose(name, page.grammar.shorthand)
    ):
        return None
    inside = tuple([atom.known for atom in atoms[j : i + 1] if atom.known is not None])
    span = Span(atoms[j].start, atoms[i].end)
    # “12345”工作法 is no hotline.
    own = name.isdecimal() and i > q and page.text.startswith(words.numbered, core.end + 1)
    own = own or bool(ONE_EACH.fullmatch(name) and i > q and page.text.endswith(words.own, 0, atoms[i].end))
    # “一窗通办”改革, “一网统管”机制: in how many steps something is done is what the way is called by.
    own = own or bool(AT_ONE.fullmatch(name) and i > q and page.text.endswith(words.kinds, 0, atoms[i].end))
    # “社区+物业”联合党支部, “以草固沙”示范区: the way of working is no name of the body or the place.
    joined = i > q and rule.type not in WAYS and bool(JOINED.fullmatch(name))
    if joined:
        name = page.text[span.start : span.end]
    if own or (len(name) > 1 and name not in page.grammar.shorthand.uncounted):
        return Name(j, Mention(span, rule.type, rule.path, name, Form.QUOTED, core, inside))
    # “一老一小”重要场景: a common word alone is no name.
    if i == q:
        return None
    # 县委“两新”工委, “四上”企业培育行动: the quotation is a common word, and the name is the whole.
    told = atoms[i].end - core.end > TOLD_LENGTH or ONE_EACH.fullmatch(name)
    # “一对一”企业用工帮办机制: so much of its own that it is no common word any more.
    long = (
        name in FACE_TO_FACE and atoms[i].end - core.end > TOLD_WHOLE and page.text.endswith(words.own, 0, atoms[i].end)
    )
    if (
        rule.type in WAYS
        and len(name) > 1
        and not (
            told
            and page.text.endswith(words.kinds, 0, atoms[i].end)
            and not page.text.endswith(ANY_WORK, 0, atoms[i].end)
        )
        and not long
    ):
        return None
    whole = page.text[span.start : span.end]
    return Name(j, Mention(span, rule.type, rule.path, whole, Form.PROPER, None, inside))


def for_each(page: Page, atoms: Sequence[Atom], q: int, core: str) -> int | None:
    """“一户一策”帮扶方案: the last atom of what each has of its own, behind a quotation that says so."""
    each = page.grammar.quotation_words.for_each.match(page.text, atoms[q].end) if ONE_EACH.fullmatch(core) else None
    return next((k for k in range(q + 1, len(atoms)) if atoms[k].end == each.end()), None) if each else None


def _is_headline(page: Page, behind: int, end: int) -> bool:
    """“红色网格”织就幸福家园: a verb behind the quotation governs what follows, but not in “夕阳红”宣讲队."""
    grammar, verb = page.grammar, page.text[behind : behind + 2]
    if page.ends.get(end, (-1, ""))[0] == behind:
        return False
    return verb in grammar.boundaries and verb not in grammar.ambivalent and verb not in grammar.inner


def _binds(page: Page, atoms: Sequence[Atom], j: int, q: int, rule: EntityRule) -> bool:
    """农户“绑定”合作社: between a noun and a body the quotation is what the one does with the other."""
    verb = page.words.tag(atoms[q].text[1:-1]) == "v"
    return verb and j < q and rule.type in BODIES and atoms[q - 1].tag == "n"
