"""The last word of a name in, the name that ends in it out: 党员教育培训基地."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.behind_heads import is_beside, is_measured, may_go_on
from kg.match.names.forms import form_of, is_the_levels
from kg.match.names.founded import is_put_up
from kg.match.names.goods import grown
from kg.match.names.grammar import LEVEL_WORDS, Page
from kg.match.names.inner_words import ROADS, SIZES
from kg.match.names.lodgings import LODGINGS, is_one_house
from kg.match.names.nested import nested
from kg.match.names.phrases import Atom, Name
from kg.match.names.quotation_tails import BUILDS, NO_SPOT, brings_about, built_by
from kg.match.names.quotation_wholes import sums_up, with_quotation
from kg.match.names.reach import name_start
from kg.match.names.registered import builder_start, registered_start, told_start, trade_start
from kg.match.names.specific import BARE_HEAD, specific
from kg.match.names.undertakings import is_its_own
from kg.match.rulebook.kinds import BODIES, PLACES, WAYS
from kg.match.rulebook.rule_types import EntityRule
from kg.match.shorthand.shorthand import LEVELS, NUMBER
from kg.model import Form, Mention, Span

# 460单软儿梨膏, 300箱蜜橘
PACKS, SHORTEST_PACKED = frozenset("单袋箱盒罐桶瓶包件筐吨斤"), 2
GROWING, RAISED = frozenset("种栽"), re.compile("(?<=.)养[鱼虾蟹鸡鸭鹅猪牛羊蜂蚕兔]\\Z")
MEASURES, NUMERALS = frozenset("支个家所名批"), frozenset("0123456789一二三四五六七八九十两几多余百千万")
COUNTED = re.compile("[二两三四五六七八九十]大")
# 县、乡、村三级体系, 园区创业、财源建设两大会战: the last of the list before the number is no part of the name.
LAST_LEVEL = re.compile(
    f"(?P<member>{LEVELS[: LEVELS.index(']') + 1]}|[一-龥]{{2,8}}?)(?:{NUMBER}级|[二两三四五六七八九十]大)"
)
NETS, REGIONS = frozenset(("公路", "铁路", "道路", "市场")), ("Province", "Prefecture", "County", "Place")
STAGES, STAGE = frozenset(("小学", "中学", "初中", "高中", "大学")), re.compile("组(?![织建成团队])")
WEIGHTY = "重要"
# 是全国最大的蜜柚生产基地: what a place wants to be, or says that it is.
LARGEST = re.compile(
    "是(?:我国|[全本][国省市县球]|世界|国内|亚洲|[一-龥]{2,4})?(?:最大|最早|重要|主要|知名|著名|优质)的[^，。；]{0,10}$"
)
# A zone that the text has named has one of each.
OF_ZONES, ZONE = frozenset(("管委会", "党工委")), re.compile("(?:开发区|经开区|高新区|新区|保税区|示范区)$")
SEVERAL = re.compile("(?!1[个所座处家条](?![0-9]))[0-9]+余?[万多]?[个所座处家条栋间套台口眼]")
THOUSANDS = 4  # 就业车间2448个
# 年产20万吨有机肥项目, 220千伏输变电工程: what it yields or carries tells one from the others.
POWER, CAPACITY_LENGTH = ("电站", "发电站"), 24
CAPACITY = re.compile(
    r"(?:[年日月](?:产|处理|加工|出栏|存栏|屠宰|生产|储|储存|供[热水气]|吞吐|发电)量?\d[\d.]*[十百千万亿]*(?:吨|台|套|件|头|只|羽|枚|株|度|立方米)"
    r"|(?<![\d.])\d[\d.]*万?(?:兆瓦时?|千瓦时?|千伏|MWh?|GWh?|kV))\Z"
)
MANY = frozenset("各某")
BEARERS = ("Institution", "Enterprise")
VILLAGE, SENT, SENDING = "村", "驻", frozenset("省市县区州旗镇乡")
# 各县（市）、区农业农村局: one in each of them.
OF_EACH = re.compile("[各全][省市县区州旗盟乡镇（）、]{1,8}\\Z")
# 人大代表, 物业服务: the last word goes on.
SITTING = re.compile("人大代表|政协委员|党代会代表|物业(?:服务|管理|企业|行业|纠纷|矛盾|党|人员|费|用房|治理)")
# Who is sent into another body, and called after that.
POSTED = ("纪检监察组", "纪检组", "监察组")
GROUNDS, FIRMS = ("园", "基地", "园区"), ("公司", "集团")
STANDING_ON = {"大棚": GROUNDS, "温室": GROUNDS, "厂房": GROUNDS, "车间": FIRMS, "生产车间": FIRMS}
HELD = re.compile("(?:召开|举行|开展|参加|主持|组织)了?[一-龥]{0,4}$")
TAKING_PART = frozenset(("参与", "参加"))
GREAT_DEEDS = re.compile("大[一-龥]{2}(?:大|[，。；、]|走深|活动|行动)")
HOW_SOON, NEW = ("小时", "分钟"), "新"
# Of these the last word alone may also be one that the text names no otherwise.
SET_UP = ("Facility", "GovernmentBody", "PartyOrganization")
NOT_AGAIN = frozenset("的等各家个")
AGAIN = 1500  # so far back does a reader remember which company is meant
# 这是一项落实民生的基础性工程; 敬老院这一民生保障工程; 走出一条有特色的治理路径
PREDICATE, PREDICATE_REACH, PREDICATED = (
    re.compile("(?:是(?:全[县市镇村]的?)?一[项个件][^，。；：“”]{0,24}|一条[^，。；：“”、]{0,20}的|这[一项个])$"),
    30,
    frozenset("的项个件一条"),
)
# 青石镇中药材市场竞争力, 云岭县茶叶市场份额: the market in the abstract.
MARKET, COMPETED_FOR = (
    "市场",
    re.compile(
        "竞争|占有率|份额|前景|需求|潜力|主体|行情|准入|风险|经济|营销|知名度|影响力|认可度|开拓|供给|价格|导向|话语权|反响"
    ),
)
# 创新驱动示范区, 开放引领示范区: behind these nothing is left that tells which zone it is.
DRIVING = ("驱动", "引领", "带动", "导向", "赋能")
# 咖香情浓一庄园: a line of verse; but 第一庄园, 三合一广场.
ALL_ONE = "一"
# 全省农商行, 全县合作社 are all of a kind.
OF_ALL = re.compile("全[国省市州盟县旗区镇乡]$")


def nominal(page: Page, atoms: Sequence[Atom], i: int, found: Sequence[Mention]) -> Name | None:
    """The name whose last word ends with atom `i`; `found` are the mentions so far.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.names.phrases import cut_phrase
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("组建党员志愿服务队", compile_grammar(load_rules()), Words())
    >>> atoms = cut_phrase(page, 0, 9, [9], [])
    >>> nominal(page, atoms, len(atoms) - 1, []).mention.name
    '党员志愿服务队'
    """
    head_start, head = page.ends[atoms[i].end]
    # 创新思路: 新 ends the verb.
    if head[0] == NEW and head[1:] in page.grammar.heads and all(atom.start != head_start for atom in atoms[: i + 1]):
        head_start, head = head_start + 1, head[1:]
    if NO_SPOT.match(page.text, atoms[i].end - 2):
        return None
    # 以“123”工作模式建设“幸福小区”: what is built stands behind.
    if head in BUILDS and i + 1 < len(atoms) and atoms[i + 1].tag == "“" and i and atoms[i - 1].tag != "“":
        return None
    rule = page.grammar.heads[head]
    goes_on = i + 1 < len(atoms) and may_go_on(page, atoms[i + 1], rule)
    goes_on = goes_on and not is_measured(page, atoms[i + 1], head, rule)
    # 云岭县工业园区建厂: a noun that is no last word itself does not belong to what bears a place's name.
    if goes_on and (rule.type != "Facility" or len(page.ends.get(atoms[i + 1].end, (0, ""))[1]) > 1):
        return None
    first = i
    while first > 0 and atoms[first].start > head_start:
        first -= 1
    # 食用菌产业园大棚, 恒远有限公司车间: of what stands on a ground that has a name, that is what is named.
    grounds = STANDING_ON.get(head) if first else None
    # 恒远有限公司注塑车间主任: nor does what is made there.
    for k in range(first - 1, max(first - 1 - (grounds is FIRMS), -1) - 1, -1):
        if grounds is not None and page.ends.get(atoms[k].end, (0, ""))[1].endswith(grounds):
            return nominal(page, atoms[: k + 1], k, found)
    j = registered_start(page, atoms, first, rule) if head.endswith(page.grammar.registered) else None
    if j is None:
        j = name_start(page, atoms, first, rule)
        if head.endswith(page.grammar.registered):
            j = told_start(page, atoms, builder_start(page, atoms, trade_start(page, atoms, j)))
    # 四大驿站: the number says that a list before it names them all.
    counted = j == first and j > 0 and rule.type == "Facility" and bool(COUNTED.fullmatch(atoms[j - 1].text))
    j -= counted
    opening = atoms[j].known
    goes_on = goes_on and not (j < first and is_beside(page, atoms[i + 1]))
    if goes_on and (opening is None or opening.type not in PLACES or j == first):
        return None
    for q in range(i - 1, j - 1, -1):
        if atoms[q].tag == "“":
            # “甲”“乙”“丙”三大工程: the number says that it names them all.
            if rule.type in WAYS and sums_up(page, atoms[q]):
                all_of_them = Span(atoms[q].end, atoms[i].end)
                said = page.text[all_of_them.start : all_of_them.end]
                return Name(q + 1, Mention(all_of_them, rule.type, rule.path, said, Form.NOMINAL))
            way = (brings_about if rule.type in WAYS else built_by)(page, atoms, q + 1, i)
            if way is not None:
                return with_quotation(page, atoms, j, q, way, page.grammar.ways)
            # “三包”“三定”制度 are two.
            j = q if q and atoms[q - 1].tag == "“" and rule.type in WAYS else j
            return with_quotation(page, atoms, j, q, i, page.grammar.quoted.get(head, rule))
    if head.endswith(POSTED) and j > 0 and atoms[j - 1].text == "驻":
        j -= 1  # 驻区水利局纪检监察组
    start, end = atoms[j].start, atoms[i].end
    # 应用|于高端电池: the dictionary takes 于高端 for somebody.
    start += rule.type == "Industry" and page.text[start] == "于"
    # 3支流|动服务队: the dictionary takes the measure for a piece of a word.
    measures = MEASURES if rule.type in BODIES else PACKS if rule.type == "Industry" else ()
    start += page.text[start] in measures and page.before(start) in NUMERALS and end - start > SHORTEST_PACKED
    j += atoms[j].end <= start
    # 种藕养鱼: what is raised beside what is grown.
    if rule.type == "Industry" and page.before(start) in GROWING and (beside := RAISED.search(page.text, start, end)):
        start = beside.start()
    # 48小时会商机制: how soon is part of the name.
    if rule.type in WAYS and page.text.startswith(HOW_SOON, start) and page.before(start).isdigit():
        start -= len(page.text[:start]) - len(page.text[:start].rstrip("0123456789"))
    listed = page.ends.get(head_start, (start, ""))
    if listed[0] < start and rule.type in WAYS and page.grammar.bodies.get(listed[1]) in WAYS:
        # 党支部领办合作社模式: the verb is part of what the whole country calls it.
        j = next(k for k in range(j + 1) if atoms[k].end > listed[0])
        start = listed[0]
    # 甘州区国道227线, 新甘肃客户端: the name goes on, or began before the place.
    if (head in ROADS and page.text[end : end + 1].isdigit()) or (head == "客户端" and page.before(start) == "新"):
        return None
    if page.before(start) == "、" and (last := LAST_LEVEL.match(page.text, start, end)):
        start = last.end("member")
    # 各镇党委, 镇人大代表: of many, and who sits in it.
    sits = SITTING.match(page.text, end - len(head)) and not head.endswith(page.grammar.registered)
    if rule.type in BODIES and (page.before(start) in MANY or sits):
        return None
    if rule.type in BODIES and page.before(start) in "、）" and OF_EACH.search(page.text, max(0, start - 9), start):
        return None
    # 宣城公路, 全省铁路: the roads of a region, and none of them.
    if head in NETS and j + 1 == i and opening is not None and opening.type in REGIONS:
        return None
    # 毽球赛小学组开赛: who competes there.
    if head in STAGES and STAGE.match(page.text, end):
        return None
    # 生物医药两大赛道: no contest.
    if head.endswith("赛") and page.text[end : end + 1] == "道":
        return None
    if rule.type in BODIES and j and page.text.startswith(VILLAGE, start) and page.before(start) == SENT:
        start = _sent_from(page, start)
        j = next(k for k in range(j + 1) if atoms[k].start >= start or k == j)
    name = page.text[start:end]
    if head in LODGINGS and rule.type == "Industry" and is_one_house(page, atoms, j, first, start, end):
        rule = page.grammar.quoted[head]
    zoned = name in OF_ZONES and any(m.type == "Region" and ZONE.search(m.name) for m in found)
    if name == head and head in page.grammar.recurring:
        again = _again(page, Span(start, end), head, rule, found)
        if again is not None or (rule.type not in SET_UP and not zoned):
            return Name(j, again)
    # 每月召开联席会议: a sitting, and not the body.
    if head.startswith("联席会议") and HELD.search(page.text, max(0, start - 8), start):
        return None
    # 党员参与活动 says what they do; of 学习、考勤、例会制度 the last words are no name.
    if (
        rule.type == "Mechanism"
        and opening is not None
        and opening.type in PLACES
        and _general(page, atoms, j, i, rule)
    ):
        return None
    if rule.type in WAYS and first and (atoms[first - 1].text in TAKING_PART or _cut_off(page, start, rule)):
        return None
    if _said_of_it(page, start, rule):
        return None
    built = head.endswith(page.grammar.name_words.built)
    sized = CAPACITY.search(page.text, max(0, start - CAPACITY_LENGTH), start) if built else None
    powered = sized is not None and head.endswith(POWER)
    if Form.NOMINAL not in rule.forms or not (zoned or powered or specific(page, atoms, j, i, name, head, rule)):
        return None
    if rule.type == "Facility" and (
        (head.endswith(MARKET) and COMPETED_FOR.match(page.text, end))
        or name.startswith(DRIVING)
        or (start < head_start - 1 and _is_verse(page, head_start))
        or name == ALL_ONE + head  # 一户一屋, 一镇一超市
    ):
        return None
    # 改造成优美的湿地公园: any of the kind.
    if rule.type == "Facility" and name == head and name.endswith("公园") and page.before(start) == "的":
        return None
    if rule.type == "Facility" and LARGEST.search(page.text, max(0, start - CAPACITY_LENGTH), start):
        return None
    # 皖南重要交通枢纽: what a town is to the region.
    if rule.type == "Facility" and WEIGHTY in name:
        return None
    # 全县最大的养殖合作社之一: what another is.
    if page.text.startswith("之一", end) and page.text.find("最", max(0, start - CAPACITY_LENGTH), start) >= 0:
        return None
    # A、B等智力平台 says what A and B are.
    if page.before(start) == "等" or (rule.type == "Facility" and _counted(page, start, end)):
        return None
    # 矛盾纠纷大起底大化解: the name has more deeds than the first.
    if rule.type == "Program" and head.startswith("大") and GREAT_DEEDS.match(page.text, end):
        return None
    # 将旧厂房改造成民宿: what is done to it, no undertaking with a name.
    if rule.type in WAYS and page.text[end : end + 1] in ("成", "了", "为"):
        return None
    if sized and powered:
        # 50兆瓦光伏电站: the power is part of the name, and a figure by itself.
        name = page.text[sized.start() : end]
    elif sized:
        start, name = sized.start(), page.text[sized.start() : end]
        j = next(k for k in range(j, -1, -1) if k == 0 or atoms[k - 1].end <= start)
    whole = next((name.removesuffix(end) for end in page.grammar.name_words.undertaken if name.endswith(end)), "")
    if rule.type in WAYS and page.grammar.bodies.get(whole) in WAYS:
        return Name(j, Mention(Span(start, end), page.grammar.bodies[whole], "lexicon/programmes", whole, Form.NOMINAL))
    inside = nested(page, atoms, j, i, head_start, rule)
    known = atoms[j].known
    if known is not None and known.form is Form.ANAPHOR and start < head_start < known.span.end:
        # 我们社区党总支: the pronoun is no part of the name.
        start, name = head_start, head
        level = next((word for word in LEVEL_WORDS if head.startswith(word)), "")
        place = Mention(Span(start, start + len(level)), known.type, "names/level", level, Form.ANAPHOR)
        inside = (place, *inside[1:]) if level else inside[1:]
    form = Form.PROPER if sized else form_of(atoms, j, i, name == head or counted, rule.type, inside, page.grammar)
    # 江岳大学, 江岳银行: what bears the name of a place is its own, wherever it is.
    borne = opening is not None and opening.type in PLACES and opening.form is Form.SHORT
    borne = borne or (head == "大学" and page.words.tag(name[: -len(head)]) in ("ns", "nz", "nrt"))
    if form is Form.NOMINAL and rule.type in BEARERS and borne:
        form = Form.PROPER
    if form is Form.NOMINAL and rule.type == "Program" and is_its_own(page, start, name):
        form = Form.PROPER
    # 石桥社区创新管理模式: what the place does with its ways is no name of one.
    if rule.type == "Mechanism" and any(atom.text in page.grammar.boundaries for atom in atoms[j + 1 : first]):
        form = Form.NOMINAL if form is Form.PROPER else form
    # 共建的研发中心 is what the bodies before it founded.
    branch = head.startswith(page.grammar.name_words.offices) and atoms[j].end < head_start
    if form is Form.NOMINAL and (branch or page.text.endswith(page.grammar.name_words.jointly, 0, start)):
        form = Form.PROPER
    pointed = _pointed(atoms, j, rule)
    if form is Form.NOMINAL and pointed is not None:
        # 该区纪委监委第三监督室: the pronoun is no part of the name, and the level is.
        own = Mention(Span(start - 1, start), pointed.type, "names/level", page.before(start), Form.ANAPHOR)
        start, name, inside, form = start - 1, own.name + name, (own, *inside), Form.PROPER
    if form is Form.SHORT and rule.type == "PartyOrganization" and is_the_levels(head, found):
        form = Form.PROPER
    if form is Form.SHORT and zoned:
        form = Form.PROPER
    if rule.type == "Industry" and atoms[j].text in SIZES:
        name = name[len(atoms[j].text) :]  # 万亩油菜 is what grows there
    if rule.type == "Industry":
        name = grown(name, page.grammar.goods.known)
    return Name(j, Mention(Span(start, end), rule.type, rule.path, name, form, None, inside))


def _pointed(atoms: Sequence[Atom], j: int, rule: EntityRule) -> Mention | None:
    """该区 before a body: of each county there is one body of the party and of the state."""
    before = atoms[j - 1].known if j and atoms[j - 1].text[:1] == "该" else None
    stands = before is not None and before.form is Form.ANAPHOR and before.name[1:] in LEVEL_WORDS
    return before if stands and rule.type in ("PartyOrganization", "GovernmentBody") else None


def _sent_from(page: Page, start: int) -> int:
    """县“春风”驻村工作领导小组: where the name of those begins who are sent to the villages."""
    start -= 1
    if page.before(start) == "”":
        start = page.text.rfind("“", 0, start)
        start -= page.before(start) in SENDING
    return start


def _is_verse(page: Page, head_start: int) -> bool:
    """咖香情浓一庄园: whether the bare number before the last word makes no word with what stands before it."""
    return page.before(head_start) == ALL_ONE and not page.words.frequency(page.text[head_start - 2 : head_start])


def _general(page: Page, atoms: Sequence[Atom], j: int, i: int, rule: EntityRule) -> bool:
    """云岭县教育格局: whether nothing but its place tells it from any other."""
    return j < i and page.text[atoms[j + 1].start : atoms[i].end] in rule.never


def _counted(page: Page, start: int, end: int) -> bool:
    """示范庭院4730个 counts a kind of thing; 托幼中心1所 does not, nor 建成鲜茧收购站9个, which somebody set up."""
    several = SEVERAL.match(page.text, end)
    if several is None:
        return False
    bare = end - start < BARE_HEAD and page.text[start:end] in page.grammar.founded_kinds  # 停车场5个
    return bare or len(several[0]) > THOUSANDS or not is_put_up(page, start)


def _said_of_it(page: Page, start: int, rule: EntityRule) -> bool:
    """这是一项基础性工程, 走出一条有特色的治理路径: what something is said to be like is no name of it."""
    if rule.type not in WAYS or page.before(start) not in PREDICATED:
        return False
    low = max(0, start - PREDICATE_REACH)
    return PREDICATE.search(page.text, low, start) is not None


def _cut_off(page: Page, start: int, rule: EntityRule) -> bool:
    """定期调度、考核、通报工作制度: whether a name is the last member of a list whose others have no last word."""
    if rule.type != "Mechanism" or page.before(start) != "、":
        return False
    return page.ends.get(start - 1) is None and page.before(start - 1) != "”"


def _again(page: Page, span: Span, head: str, rule: EntityRule, found: Sequence[Mention]) -> Mention | None:
    """公司, 联合社: behind the full name of such a body its last word alone means it again."""
    if page.before(span.start) in NOT_AGAIN or OF_ALL.search(page.text, max(0, span.start - 2), span.start):
        return None
    for mention in reversed(found):
        if mention.span.end < span.start - AGAIN:
            return None
        full = mention.type == rule.type and mention.form is not Form.SHORT and mention.span.end <= span.start
        if full and page.text.endswith(head, mention.span.start, mention.span.end):
            return Mention(span, rule.type, "names/again", mention.name, Form.SHORT)
    return None
