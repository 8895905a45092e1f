"""A quotation in, the name round it out: “四联”活动, “A、B”的网格体系, or the quotation alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.founded import is_founded
from kg.match.names.goods_items import COMMON
from kg.match.names.grammar import Page
from kg.match.names.phrases import Atom, Name
from kg.match.names.quotation_tails import CALLING, heads, last_of_content, last_of_name
from kg.match.names.quoted_ways import DRIVING, LINKS, PARTS, PLUS, is_way
from kg.match.names.reach import name_start
from kg.match.rulebook.kinds import BODIES, WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.match.shorthand.decomposed import SUM, decompose, number_of
from kg.model import Form, Mention, Span

# 企业推行的“订单坚果”: nobody puts a crop into practice.
PUT_TO_USE = tuple(verb + of for verb in ("推行", "实行", "施行", "试行", "首创", "独创") for of in ("", "的", "了"))
# “90后”, “十四五”
AGE = re.compile("[0-9]{2}后|十?[一二三四五六七八九]五")
RANKED = re.compile("[国省市县区乡镇村基]层?级|[型式]")
# “九分石头一分土” says how a place is.
SHARES = re.compile("[一二三四五六七八九]分[一-龥]{1,3}[，、]?[一二三四五六七八九]分[一-龥]{1,3}")
OWN_NUMBERS = ("工作法", "工作机制", "工作模式", "模式", "治理模式")
LEVELS_OF = re.compile("的?(?P<number>[二两三四五六七八九])级")
# “一事一议”项目: what each has one of is no number.
FACE_TO_FACE, TOLD_WHOLE = ("一对一", "点对点", "面对面"), 8
ONE_EACH, TOLD_LENGTH = re.compile("一.一."), 4
UNDERTAKEN = ("行动", "工程", "计划", "项目", "改革", "活动", "工作法")
# “一企一策”服务机制, “一村一策”原则: of a way of working it is as good a name as any.
MEETINGS, FOUNDING = ("议事会", "恳谈会", "评理会"), ("成立", "成立了", "组建", "组建了", "组成", "加入")
BRANDS_OF_WORK = ("服务品牌", "党建品牌", "治理品牌", "工作品牌", "调解品牌", "志愿品牌")
EACH_ITS_OWN = ("机制", "制度", "模式", "原则", "工作法", "格局", "体系")
# 改变“包办”的简单方式, 告别“单打独斗”模式: what is given up is no way of working.
GIVEN_UP = re.compile("(?:改变|打破|破除|摆脱|告别|改掉|扭转|摒弃|跳出|避免|杜绝)了?[^，。；：！？、“”]{0,8}\\Z")
GIVEN_UP_LENGTH = 14
# 被业内称作“天然菜园车间”: what a place is likened to is no house.
LIKENED = re.compile("(?:被[^，。；“”]{0,6}(?:称作|称为|誉为)|堪称|好比|比作|视为)\\Z")
# 从“被动应对”向“主动治理”转变: what becomes of it is no name.
# 把“问题清单”变成“成效清单”
TURNED = re.compile("(?:变|化|转化|转变|升级|换|说|当|看)[成为作]了?\\Z")
TURNS = re.compile("(?:也|正|已|已经|都|就)?(?:变|转化|转变|化)[成为]")
SERIES = re.compile("系列(?!活动|行动|工程|举措|措施|机制|做法|培训|宣讲|赛|文化|主题|制度|服务)")
BECOMES, BECOMES_LENGTH = re.compile("从“[^“”\\n]{1,12}”[一-龥]{0,2}[向到]\\Z"), 20
# “…创新实验区”“…”体系: what a place may be named is no way of working.
AWARDED = ("区”", "县”", "市”", "镇”", "村”", "单位”")
MADE = frozenset(("建设", "创建"))
DRIVEN = ("治理", "建设", "创建", "整治")
# “上门办理”“帮办代办”两项举措: how many they are together.
SUMMED_UP = re.compile("[0-9两二三四五六七八九十]+[项个大条种类]")
# “小村规”撬动乡村“大治理”: rhetoric, and neither a name.
SMALL, GREAT = re.compile("小[一-龥]{1,4}"), re.compile("[^，。；：！？“”]{1,10}“大[一-龥]{1,5}”")
# “敲门问”“坐堂诊”机制: the last word belongs to all of them.
BESIDE = re.compile("(?:[、和与暨]?“[^“”，。\\n]{2,16}”)+")
SHARED = re.compile(
    "的?(?P<shared>(?:工作|服务|治理|(?:(?![在为把被让等和与及的对向])[一-龥]){2,7}?(?=活动|行动|模式|机制|体系))?"
    "(?:机制|制度|模式|体系|(?:工作|做)法|原则|行动|工程|活动))(?![一-龥]{0,2}(?:创新|改革))"
)
# “新时代‘枫桥经验’”: the inner marks hold the name.
INNER = re.compile("“[一-龥]{0,6}‘([^‘’]{2,12})’”")
# “4+4科创工程”: what is added up there is an undertaking all the same.
UNDERTAKINGS = ("工程", "行动", "计划", "活动", "项目", "战略")
# “致富带富”型村党支部书记, “五好”党支部: of what kind, and not which one.
KIND = frozenset("型性级")
RATED = re.compile("[一二两双三四五六七八九十](?:个?过硬|好|强|星级?|优|有|带|化|型|提升|规范|零|无)")
IDIOMS = ("i", "l")
BRANDED = re.compile(
    "(?:牌(?![子匾])|(?P<series>系列))([一-龥]{2,6}?)(?=[，。；、：！？）]|[被获入远畅在是为等和与及])"
)
SAID_OF = frozenset("浓旺火热忙美暖红亮俏香")
OF_A_KIND = re.compile("^[一-龥]{2,3}型[一-龥]{2,3}$|字号$|^[两三]委$")
SEVERAL = re.compile("[二两三四五六七八九十][个大]")
WHERE = ("在", "到", "把", "让", "被")
LONGEST, LONGEST_NAME = 60, 20
# A name that no mark parts.
NAME = re.compile("[一-龥A-Za-z0-9·]{2,8}")
VARIETY = re.compile("[一-龥A-Za-z]{1,6}[0-9]{1,4}号")
CALLED = frozenset({"Facility", "Team", "Enterprise", "Association", "Institution"})
SENTENCE_TAGS = ("v", "d", "p", "c", "m", "u", "r", "f")
ENDS_SPEECH = frozenset("。！？，")


def quotation(page: Page, atoms: Sequence[Atom], q: int) -> Name | None:
    """The name round the quotation that is atom `q`.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.names.phrases import cut_phrase
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("开展“敲门问需”活动", compile_grammar(load_rules()), Words())
    >>> atoms = cut_phrase(page, 0, 10, [10], [])
    >>> quotation(page, atoms, 1).mention.name
    '敲门问需'
    """
    if marked := INNER.fullmatch(atoms[q].text):
        at = atoms[q].start + marked.start(1)
        nested = Atom(at - 1, at + len(marked[1]) + 1, f"“{marked[1]}”", "“")
        return quotation(page, [*atoms[:q], nested, *atoms[q + 1 :]], q)
    core = atoms[q].text[1:-1]
    if len(core) < 2 or len(core) > LONGEST or core[-1] in ENDS_SPEECH or "。" in core or SHARES.fullmatch(core):
        return None
    behind = atoms[q].end
    if SMALL.fullmatch(core) and GREAT.match(page.text, behind):
        return None
    words = page.grammar.way_words
    # “致富带富”型, “红旅木塔”名片, “三多三少”的治理困境
    said = words.figure.match(page.text, behind) or words.trouble.match(page.text, behind)
    if said or page.text[behind : behind + 1] in KIND:
        return None
    turned = TURNED.search(page.text, max(0, atoms[q].start - TOLD_LENGTH), atoms[q].start)
    if (
        turned
        or TURNS.match(page.text, behind)
        or (SERIES.match(page.text, behind) and not BRANDED.match(page.text, behind))
    ):
        return None
    # “上门办理”“帮办代办”两项举措: a member of a list that is summed up has no name of its own.
    # But so has “云党3号” of “云黄5号”“云党3号”两个品种.
    summed_up = page.before(atoms[q].start) in ("”", "、") and SUMMED_UP.match(page.text, behind)
    if summed_up and not (VARIETY.fullmatch(core) or _is_product(page, core)):
        return None
    # “名存实亡”的双向通道改造: an idiom says how it is.
    if (
        page.text[behind : behind + 1] == "的"
        and page.words.tag(core) in IDIOMS
        and not decompose(core, page.grammar.shorthand)
    ):
        return None
    levelled = words.levelled.match(page.text, behind) if len(LINKS.findall(core)) > 1 else None
    # “县有中心、乡有站点、村有窗口”的三级体系: so too of a list with as many members as the levels counted.
    listed = LEVELS_OF.match(page.text, behind) if not levelled and "、" in core else None
    if listed and number_of(listed["number"]) == len(core.split("、")):
        levelled = words.levelled.match(page.text, behind)
    # The dictionary may know 网络体系 as one word.
    ends = {levelled.end(), levelled.end() + 2} if levelled else set()
    whole = next((k for k in range(q + 1, len(atoms)) if atoms[k].end in ends and heads(page, atoms[k])), None)
    if whole is not None:
        return with_quotation(page, atoms, q, q, whole, page.grammar.ways)
    content = last_of_content(page, atoms, q) if decompose(core, page.grammar.shorthand) else None
    if content is not None:
        return with_quotation(page, atoms, q, q, content, page.grammar.ways)
    end = last_of_name(page, atoms, q)
    if end is not None:
        rule = page.head_of(atoms[end].start, atoms[end].end) or page.head_of(atoms[q].end, atoms[end].end)
        if rule is not None:
            named = with_quotation(page, atoms, name_start(page, atoms, q, rule), q, end, rule)
            if named is not None or rule.type in WAYS or not SUM.fullmatch(core):
                return named
            # “1+2+X”的志愿者队伍: the sum is how a team is made up.
            return with_quotation(page, atoms, q, q, q, page.grammar.ways)
    if branded := BRANDED.match(page.text, behind):
        # “红松”牌丝袜: the goods that bear the brand.
        goods = _is_noun(page, branded[2], "n" if branded["series"] else "nvbz")
        return _goods(page, atoms, q, branded) if goods else None
    beside = _beside(page, atoms[q])
    if beside is not None:
        return with_quotation(page, atoms, q, q, q, beside)
    inner = _named_inside(page, atoms[q], core)
    # 公路“路长制” is no road called so.
    kind = _called(page, atoms, q, core) if inner is None or inner.type not in WAYS else None
    if kind is not None:
        j, rule = kind
        return with_quotation(page, atoms, j, q, q, rule)
    known = page.grammar.bodies.get(core, "")
    if known in WAYS:
        marks, held = Span(atoms[q].start, behind), Span(atoms[q].start + 1, behind - 1)
        return Name(q, Mention(marks, known, "lexicon/programmes", core, Form.QUOTED, held))
    if inner is not None:
        # “四个家园” is what is striven for in so many ways, and no one home.
        several = inner.type in WAYS or (inner.type == "Facility" and SEVERAL.match(core))
        numbered = bool(several and decompose(core, page.grammar.shorthand))
        # “党建+庭院整治”: what is added to what is a way of working, whatever it ends in.
        if numbered or (inner.type in WAYS and PLUS.search(core) and not core.endswith(UNDERTAKINGS)):
            return with_quotation(page, atoms, q, q, q, page.grammar.ways)
        return with_quotation(page, atoms, name_start(page, atoms, q, inner), q, q, inner)
    if not is_way(page, atoms, q, core):
        return None
    called = q + 1 < len(atoms) and atoms[q + 1].text in words.spelling and atoms[q + 1].start == atoms[q].end
    called = called and bool(decompose(core, page.grammar.shorthand))
    return with_quotation(page, atoms, q, q, q + called, page.grammar.ways)


def _goods(page: Page, atoms: Sequence[Atom], q: int, behind: re.Match[str]) -> Name:
    brand, rule = atoms[q], page.grammar.trade
    core = Span(brand.start + 1, brand.end - 1)
    name = brand.text[1:-1] + behind[0]
    return Name(q, Mention(Span(brand.start, behind.end()), rule.type, rule.path, name, Form.QUOTED, core))


def _is_noun(page: Page, name: str, tags: str) -> bool:
    """Whether a name is made of nouns alone, or of words with the given tags."""
    return all(tag[:1] in tags and word not in page.grammar.function for word, tag in page.words.cut(name))


def _beside(page: Page, atom: Atom) -> EntityRule | None:
    """“敲门问”“坐堂诊”机制: what the last word behind the next quotations makes of this one."""
    others = BESIDE.match(page.text, atom.end)
    last = SHARED.match(page.text, others.end()) if others else None
    if last is None or "，" in atom.text or atom.text.endswith(AWARDED):
        return None
    # “甲、乙、丙”“三联”机制: a list of as many as the next name states has no name of its own.
    stated = decompose(others[0].split("“")[1].split("”")[0], page.grammar.shorthand) if others else ()
    if len(stated) == 1 and stated[0].number == len(atom.text.split("、")) > 1:
        return None
    rule = page.grammar.quoted.get(last["shared"]) or page.head_of(*last.span("shared"))
    # “甲”“乙”的活动: 的 joins quotations to ways of working alone.
    joined = last[0] != last["shared"]
    return rule if rule is not None and rule.type in (WAYS - {"Program"} if joined else WAYS) else None


def _called(page: Page, atoms: Sequence[Atom], q: int, core: str) -> tuple[int, EntityRule] | None:
    """护边点“北塔哨”, 改成“听柚山房”, “渭党5号”: what a bare quotation is by the words before it, or by itself."""
    if not NAME.fullmatch(core):
        return None
    goes_on = q + 1 < len(atoms) and not atoms[q + 1].tag.startswith(SENTENCE_TAGS) and atoms[q + 1].text != "的"
    ordered = q > 0 and page.text.endswith(PUT_TO_USE, 0, atoms[q].start)
    if VARIETY.fullmatch(core) or (_is_product(page, core) and not ordered):
        return q, page.grammar.trade
    if goes_on or q == 0 or decompose(core, page.grammar.shorthand):
        return None
    before = atoms[q - 1]
    rule = page.head_of(before.start, before.end)
    # 与江岳大学“联姻”: what the body does is no name of it.
    if core in page.grammar.boundaries:
        return None
    # 冬日大棚“春意浓”: what the quotation says of the house.
    if core[-1] in SAID_OF and page.words.frequency(core) < COMMON:
        return None
    if rule is not None and rule.type in CALLED and Form.QUOTED in rule.forms and len(page.ends[before.end][1]) > 1:
        return name_start(page, atoms, q - 1, rule), rule
    if before.text in page.grammar.teaming:
        return q, page.grammar.heads["服务队"]
    k = q - 1 if before.text != "的" else next((k for k in range(q - 2, -1, -1) if atoms[k].tag == "v"), q - 1)
    return (q, page.grammar.heads["驿站"]) if atoms[k].text in page.grammar.housing else None


def _is_product(page: Page, core: str) -> bool:
    """“双髻蜜柚”, “乌珠穆沁羊”: a quotation that ends as a product does and is no other word."""
    goods = page.grammar.goods
    if core in goods.known:
        return True  # “夜间经济”
    if core in goods.never or core.endswith(goods.trades):
        return False
    if any(core[at:] in goods.known for at in range(len(core) - 1)):
        return True
    if "第一" in core:
        return False  # “天下第一大敖包”
    # “踩着机器干” is no name of anything.
    words = page.words.cut(core)
    said = any(tag[0] in "vdpcurm" or word in page.grammar.function for word, tag in words)
    said = said or (len(words[-1][0]) > 1 and page.words.frequency(words[-1][0]) > COMMON)
    return len(core) > 3 and core[-1] in goods.endings and not page.words.frequency(core) and not said


def _named_inside(page: Page, atom: Atom, core: str) -> EntityRule | None:
    """“红色物业服务站”: the quotation ends with the last word of a name itself."""
    if atom.end - 1 not in page.ends or len(core) > LONGEST_NAME or "、" in core:
        return None
    # “在樟树下议事” says where.
    if page.grammar.way_words.meeting.fullmatch(core) or core.startswith(WHERE):
        return None
    head = next((core[k:] for k in range(len(core)) if core[k:] in page.grammar.heads), "")
    rule = page.grammar.quoted.get(head) or page.grammar.heads.get(head)
    # “党建+合作社” is no co-operative.
    summed = rule is not None and rule.type not in WAYS and PARTS.search(core)
    named = rule is not None and rule.type != "Industry" and Form.QUOTED in rule.forms
    return rule if named and not summed else None


def with_quotation(page: Page, atoms: Sequence[Atom], j: int, q: int, i: int, rule: EntityRule) -> Name | None:
    """The name from atom `j` to atom `i` that is called by the quotation `q`."""
    # 一哨、一函“五个一”机制: what a list joins to the quotation is no part of its name.
    if j == 0 and page.before(atoms[0].start) == "、":
        j = q
    # “清廉村居”建设示范点 stands for the undertaking.
    if rule.type == "Facility" and i > q + 1 and atoms[q + 1].text in MADE:
        i, rule = q + 1, page.grammar.quoted[atoms[q + 1].text]
    # “红板凳”议事会: what is held is a way of working, unless somebody founds it.
    if page.text.endswith(MEETINGS, atoms[q].end, atoms[i].end) and not page.text.endswith(FOUNDING, 0, atoms[q].start):
        rule = page.grammar.ways
    core = Span(atoms[q].start + 1, atoms[q].end - 1)
    name = page.text[core.start : core.end]
    branded = page.text.endswith("品牌", 0, atoms[i].end) and not page.text.endswith(BRANDS_OF_WORK, 0, atoms[i].end)
    if rule.type in WAYS and branded and _is_product(page, name):
        rule = page.grammar.trade  # “平武中蜂”区域公用品牌
    # “4”指构建…: a number alone is the label of a list.
    if Form.QUOTED not in rule.forms or not name or AGE.fullmatch(name) or (len(name) == 1 and name.isascii()):
        return None
    if BECOMES.search(page.text, max(0, atoms[q].start - BECOMES_LENGTH), atoms[q].start):
        return None
    if GIVEN_UP.search(page.text, max(0, atoms[q].start - GIVEN_UP_LENGTH), atoms[q].start):
        return None
    if rule.type == "Facility" and LIKENED.search(page.text, max(0, atoms[q].start - GIVEN_UP_LENGTH), atoms[q].start):
        return None
    if i > q + 1 and page.text.startswith(DRIVING, core.end + 1) and page.text.endswith(DRIVEN, 0, atoms[i].end):
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
    if (name in rule.never and not set_up) or page.text[core.start : atoms[i].end] in rule.never:
        return None
    if rule.type == "Industry" and (
        page.text.endswith("经济", 0, atoms[i].end) or decompose(name, page.grammar.shorthand)
    ):
        return None
    inside = tuple([atom.known for atom in atoms[j : i + 1] if atom.known is not None])
    span = Span(atoms[j].start, atoms[i].end)
    # “12345”工作法 is no hotline.
    own = name.isdecimal() and i > q and page.text.startswith(OWN_NUMBERS, core.end + 1)
    own = own or bool(ONE_EACH.fullmatch(name) and i > q and page.text.endswith(EACH_ITS_OWN, 0, atoms[i].end))
    if own or (len(name) > 1 and name not in page.grammar.shorthand.uncounted):
        return Name(j, Mention(span, rule.type, rule.path, name, Form.QUOTED, core, inside))
    # “一老一小”重要场景: a common word alone is no name.
    if i == q:
        return None
    # 县委“两新”工委, “四上”企业培育行动: the quotation is a common word, and the name is the whole.
    told = atoms[i].end - core.end > TOLD_LENGTH or ONE_EACH.fullmatch(name)
    # “一对一”企业用工帮办机制: so much of its own that it is no common word any more.
    long = (
        name in FACE_TO_FACE
        and atoms[i].end - core.end > TOLD_WHOLE
        and page.text.endswith(EACH_ITS_OWN, 0, atoms[i].end)
    )
    if (
        rule.type in WAYS
        and len(name) > 1
        and not (told and page.text.endswith(UNDERTAKEN, 0, atoms[i].end))
        and not long
    ):
        return None
    whole = page.text[span.start : span.end]
    return Name(j, Mention(span, rule.type, rule.path, whole, Form.PROPER, None, inside))


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
