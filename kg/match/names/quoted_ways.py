"""A bare quotation in, whether it is the name of a way of working out: “三联四会”, “社区吹哨、部门报到”, “稻+虾”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.names.grammar import CLOSING_NOUNS, Page
from kg.match.names.phrases import Atom
from kg.match.rulebook.kinds import PLACES
from kg.match.shorthand.decomposed import decompose, inner_count, number_of
from kg.match.shorthand.shorthand import UNITED, Numeral

# “A、B”为主要内容的“四联”活动, “A、B”4个融合: such a quotation lists the parts of another name.
SPELLS_OUT = re.compile(
    r"的?[^，。；“]{0,4}“|[^，。；：“和与及]{5,12}的“|[^，。；“]{0,6}(?:结合|衔接|融合|联动|贯通|并重)的[^，。；“]{0,6}“|为(?:主要)?(?:内容|抓手|载体|主题|目标|主线)|等"
    r"|的?[0-9一二三四五六七八九十两]+(?:[个大项条支类种篇件张本道]|硬核)|的"
)
# “三联”就是“甲、乙、丙”, “三联四会”：“三联”是…: behind such words the quotation is told, and tells no other name.
TOLD_BEHIND = re.compile(
    "(?:，?(?:就是|即是?|也就是|指的?是|指|分别[是为]|具体[是为]|包括|是)：?|：|——)(?=(?:“[^“”\n]+”、?)+)"
)
# “三个村”就是…: how many they are.
SO_MANY = re.compile("[二两三四五六七八九十]个?[村镇乡县市区户家人名组省州社]")
QUOTED, RUN = re.compile("“([^“”\n]+)”"), re.compile("(?:“[^“”\n]+”、?)+")
MARKS = re.compile("[、，；]")
LEADS_ON = re.compile("为(?:(?:抓手|载体|引领|统领|牵引|纽带|依托)(?!的)|模式)")
# “甲+乙”两种路径: the number with its noun is the name.
COUNTED_BEHIND = re.compile("的?[0-9二三四五六七八九十两]+[个大项条类种]")
SPELLS_NEXT = re.compile("(?:为|作为)[^，。；“”]{0,6}的[^，。；“”]{0,6}“")
# 即“甲、乙、丙”: what a cue brings in spells out a name that stands before it.
SPELLED_BEFORE = re.compile("(?:即|就是|包括|是指|分别[是为]|具体[是为])[：，]?\\Z")
COUNTED_BEFORE = re.compile("“([^“”\n]{2,6})”[^，。；：“”\n]{0,8}，[^，。；：“”\n]{0,8}\\Z")
# 探索“甲、乙、丙”的股份合作经营: what is tried out so is called by all that the quotation joins.
TRIED = re.compile("的[一-龥]{2,10}(?=[，。；！])")
CLOSED = re.compile("[，。；！\n]|$")
FEWEST_LISTED = 3
LONGEST_PIECE = 14
AND_QUOTED = re.compile("(?:以及|[和与及暨])“([^“”\\n]*[、+＋][^“”\\n]*|[^“”\\n]{5,12})”(?!的)")
FOLLOWING = (*CLOSING_NOUNS, "an")
NOUNS = ("n", "r", "@")
LACKING = re.compile("不[强优足高多精亲紧实愿敢会见着动去到来清通懂]|没[空处人钱法有门地]|[难乱差慢散]$")
SETTLED = re.compile(
    "(?:已|渐)?(?:成|成了|成为)(?:常态|习惯|风尚|新?风)|蔚然成风|叫响|入选|获评|被?推广|在全[县镇市区乡]推"
    "|(?:受|得)到(?:广大|当地)?(?:群众|村民|居民|企业|百姓|农户|职工)[^，。；“”]{0,4}(?:好评|欢迎|称赞)|激活|破解"
)
# “码上办”推行以来, “树下问政”在全镇铺开, “积分换物”的推行: so much is said of ways of working alone.
PUT_IN_USE = re.compile(
    "(?:的(?:推行|实行|施行|试行)|(?:在[^，。；“”]{2,10})?(?:全面)?(?:推行|试行|施行)(?:以来|后|[，。；]|$)"
    "|在(?:全|各|该)[^，。；“”]{0,6}(?:推开|铺开)"
    "|(?:[就便正也]?是)[^，。；“”]{1,16}(?:[立定][下了]|[想磨索结量创]出来?)的(?:规矩|办法|法子|做法)(?=[，。；]|$))"
)
# “党员包渠、群众包坎”八个字在石桥村立住了: what takes root so in a place.
ROOTED = re.compile("(?:[四六八十]+二?个字)?在[^，。；“”]{2,12}(?:立住|扎下?了?根|落了?地|生了?根|推开|传开|铺开)")
LIGHT_NOUNS = frozenset({"工作", "服务"})
# 走出一条“甲、乙”的新路子, 打造“甲-乙-丙”三位一体的生态: the quotation says what the road or the whole is.
ROAD_BEFORE = re.compile("(?:[走闯趟蹚踏探]|(?<![推铺])开)出?了?(?:一条)?\\Z|一条\\Z")
# 探索出“甲、乙”的集体经济发展之路; but what is explored may be no road.
EXPLORED = ("探索", "探索出", "探索出了", "摸索", "摸索出", "摸索出了", "探索形成")
ROAD_BEHIND = re.compile("的[^，。；、：！？“”]{0,24}?路")
# “线上+线下”的形式, “1+2+N”的标准: so much only what the quotation joins is called.
FORM_BEHIND = re.compile("的?(?:形式|标准|程序|步骤)|等[一-龥]{0,6}?(?:原则|模式|机制|制度)(?![一-龥])")
TAKING, TAKEN = ("采取", "采取了", "采用", "运用"), re.compile("等[一-龥]{0,4}?(?:形式|方式|方法|办法|做法)(?![一-龥])")
# “四个好”标准和“三步曲”等系列机制: so many ways, of which a shorthand is one.
SUMMED = re.compile("等[一-龥]{0,6}?(?:机制|做法|模式|制度|工作法|举措|经验)")
FORMED = re.compile("的?[一-龥]{0,4}?(?:形式|方式|方法|办法|做法)(?![一-龥])")
# “茶园+民宿”融合发展: what is summed up works as one.
JOINED_AS_ONE = re.compile(
    "的?(?:深度|有机|一体化?)?(?:融合|联动|协同|发展|推进)(?:发展)?(?:的?(?:作用|优势|效应))?(?![一-龥])"
)
# “一月一课一片一实践”: one of each for each.
ONE_BY_ONE = re.compile("(?:一[一-龥]{1,2}){3,}(?<!山一水|草一木)")
# “甲+乙+丙”的“三级”联动: as many levels as the chain has links.
AS_LEVELS = re.compile(
    "的?“?(?P<number>[两二三四五六七])[级方端]”?(?:联动|联治|联调|联防|协同|共治|互动|响应)(?![一-龥])"
)
# “拆、清、整、绿、建”五措并举: as many together as the quotation tells.
TOGETHER = re.compile(
    "(?P<number>[两二三四五六七八九十])[一-龥]{1,2}(?:并举|并进|齐抓|联动|同步|合一|齐发|共治)(?![一-龥]{0,2}[机模体])"
)
# “甲+乙+丙”等形式: who works with whom is a way of working even where it is one of several.
ALLIED = re.compile("[^+＋]+(?:[+＋][^+＋]+){2,}")
AMONG_FORMS = re.compile("等[一-龥]{0,4}?(?:形式|方式|模式|做法|办法)")
# “甲+乙”、“丙+丁”三种联结方式: each of a run of sums that are counted together as ways.
ROW_OF_SUMS = re.compile(
    "(?:[、，和与及]?“[^“”\n]*[+＋][^“”\n]*”)*等?(?:的|等)?[0-9二两三四五六七八九十]+[个种类项大][一-龥]{0,8}?(?:方式|模式|机制|路径|做法|办法|形式)(?![一-龥]{0,2}论)"
)
# “听、记、办、评”五步走: as many steps as the quotation tells.
STEPS_BEHIND = re.compile("的?(?P<number>[三四五六七八九])步(?!行)(?:走|法|流程|闭环|程序|递进)?")
# “计时托”服务, “保姆式”代办服务: of a service the quotation says which.
SERVED = re.compile("(?!等)的?[一-龥]{0,4}?服务(?:工作)?(?:(?![一-龥])|(?=让|使|走进|受到|成[为了]|激活))")
# “家门口调解”, “商圈党建”: a quotation that ends so is a way of working, and one before such a word is not yet.
DEED = re.compile(
    "[一-龥A-Za-z0-9+]{2,6}(?:党建|联建|调解|帮扶|帮带|帮办|代办|监督|普法|解纷|红黑榜|互助|问政|问需|问计|接访|评理|解忧|换物|派单|点单|轮值)"
)
# “以电代柴”, “以树挡沙、以草固沙”: what does the work of what.
INSTEAD = re.compile("(?:以[一-龥]{1,2}[代换促带治养管补挡固护][一-龥]{1,2}(?:、|$))+")
# “抓阄修渠法”: what no statute and nobody's view is called.
METHOD = re.compile(
    "[一-龥]{3,5}(?<![办方说看想做手司执普书魔语用合守立违释学宪民刑])(?<!保护|促进|安全|组织|合同|振兴|管理|劳动)法"
)
# “法官进社区”, “送医下乡”: who goes where.
GOING = re.compile("[一-龥]{2,4}(?<![先推促改跟引])[进驻](?![步入行展程取攻军])[一-龥]{2}|送[一-龥]{1,2}下[乡村]")
NOT_BEYOND = "事不出"
LINKS, EACH = re.compile("[—－–→-]"), re.compile("[、+＋—－–→-]+")
SHORTHAND_LENGTH = 6
STANDING = frozenset("园院屋馆站所店铺街巷路桥塘池田坊廊亭林河湖沟渠墙房楼棚圈厕场")
# 推行村民自治“红黑榜”: so many words may say on what it bears.
FIELDS = 2
VERB_LENGTH, RESULTS = 6, ("出", "开", "起")
# 启动“银龄安康”, but no 启动“加速键”: what is carried out has a name.
GOES_ON = re.compile("(?![和与及并])[一-龥]")
FIGURES = "键器擎钥匙"
SAYING_LENGTH = 4
NAMED = re.compile("[一-龥A-Za-z0-9+]{3,10}")
BRAND_NAME = re.compile("[一-龥A-Za-z0-9+·]{2,10}")
CUE_LENGTH, CALLED_LENGTH = 6, 20
# 在“更专业、更精准”上下功夫: how it is to be, and no way of working.
MORE = re.compile("([更最越]|不[是只])[^、，]{1,6}(?:[、，]\\1[^、，]{1,6})+")
# “十星农户”, “五好家庭”: what somebody is called for, and no way of working; but “戏曲进家庭” goes there.
HOUSEHOLDS = re.compile("(?:[农住]户|文明户|光荣户|(?<![进入到])家庭|媳妇|婆婆|妯娌|标兵|能手|之星)$")
STRIVEN = ("创建", "活动", "行动")
# “路要不要建、钱怎么凑”: what they ask themselves; “一家十几只、赶着满山跑”: how it was.
ASKED = re.compile("怎么|怎样|什么|多少|哪[里些]|(.)不\\1|[吗呢？]|十几|几[十百千]")
# “白露天气晴、谷米白如银”: what a season brings; “…”，老话这么说
PROVERB = re.compile(
    "立春|雨水|惊蛰|春分|清明(?!上河)|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒"
    "|端午|中秋|重阳|元宵|除夕"
)
SAYING = "(?:老话|俗话|谚语|[农民古]谚|古语|俗语|常言|古人|顺口溜|歌谣|民谣|古诗|诗[云曰句])"
SAYING_BEHIND, SAYING_BEFORE = (
    re.compile(f"[，。；]?[^，。；“”]{{0,6}}?{SAYING}"),
    re.compile(f"{SAYING}[^，。；“”]{{0,6}}[，：]?\\Z"),
)
IDIOM = "i"
PARTS, PLUS = re.compile("[、+＋]"), re.compile("[+＋]")
# “党建+”, “旅游+”: what is added to whatever else there is.
ADDED = re.compile("[一-龥A-Za-z]{2,6}[+＋]")


def is_way(page: Page, atoms: Sequence[Atom], q: int, core: str) -> bool:
    """Whether a bare quotation is the name of a way of working: “三联四会”, “社区吹哨、部门报到”, “稻+虾”."""
    grammar, start, words = page.grammar, atoms[q].start, page.grammar.quotation_words
    numerals = decompose(core, grammar.shorthand)
    if (
        MORE.fullmatch(core)
        or ("、" in core and (ASKED.search(core) or PROVERB.search(core)))
        or ("、" in core and (SAYING_BEHIND.match(page.text, atoms[q].end) or _is_saying(page, start)))
        # “三足鼎立”, “七拼八凑”: an idiom that nobody is said to practise.
        or (
            page.words.tag(core) == IDIOM
            and not INSTEAD.fullmatch(core)
            and not (q and atoms[q - 1].text in grammar.naming)
        )
        or (HOUSEHOLDS.search(core) and not PLUS.search(core) and not page.text.startswith(STRIVEN, atoms[q].end))
    ):
        return False
    if _of_a_place(page, atoms, q, core):
        return True
    told = _by_its_place(page, atoms[q], core)
    if told is not None:
        return told
    # 实行“甲+乙+丙”的捆绑式帮扶: what is put into practice is the sum.
    naming = q > 0 and atoms[q - 1].text in grammar.naming and not COUNTED_BEHIND.match(page.text, atoms[q].end)
    if len(PLUS.findall(core)) and "，" not in core and naming:
        return True
    deeds = [len(piece) >= SAYING_LENGTH for piece in core.split("、")]
    tried = q > 0 and atoms[q - 1].text in words.trying and len(deeds) > 1 and all(deeds)
    if tried and TRIED.match(page.text, atoms[q].end):
        return True
    if numerals and _told_behind(page, atoms[q], numerals):
        return True
    spelling = SPELLS_OUT.match(page.text, atoms[q].end)
    if spelling and not _another(page, atoms[q].end):
        # 以“四送”为抓手, “三包”“三定”制度: a shorthand spells nothing out.
        beside = q + 1 < len(atoms) and atoms[q + 1].tag == "“" and decompose(atoms[q + 1].text, grammar.shorthand)
        # “百千工程”“九大警务”为抓手: what follows at once is another name.
        listed = page.text.startswith("“", atoms[q].end) and "、" not in core
        # 以“四个一”推动“1+N”工作体系: one moves the other.
        moves = page.text.startswith(words.moving, atoms[q].end) and page.before(start) in "以用"
        summed = SUMMED.match(page.text, atoms[q].end)
        # 以“党建+诊所”为抓手: and so does a sum.
        added = bool(PLUS.search(core)) and bool(LEADS_ON.match(page.text, atoms[q].end))
        # “三色”预警和“一户一档”机制: and what a word behind it says is done has its name.
        done = q + 1 < len(atoms) and atoms[q + 1].text in grammar.way_words.spelling and "、" not in core
        # “三个起来”的热闹形式: what a shorthand calls is how it is done.
        formed = FORMED.match(page.text, atoms[q].end)
        apart = spelling[0].startswith("为") or beside or listed or moves or summed or done or formed
        return added or (bool(numerals) and bool(apart))
    if "、" in core and SPELLED_BEFORE.search(page.text, max(0, start - CUE_LENGTH), start):
        return False
    if "、" in core and _spells_back(page, atoms[q], core):
        return False
    if len(numerals) > 1:
        return True
    # “两新”组织: what goes on behind the quotation would be part of the name, and is no last word of one.
    after = atoms[q + 1].text if q + 1 < len(atoms) and atoms[q + 1].tag.startswith(FOLLOWING) else ""
    # The dictionary takes 铺就 for a noun.
    after = "" if after in words.no_nouns or len(after) == 1 or after in grammar.boundaries else after
    if ADDED.fullmatch(core):
        return not after or after in LIGHT_NOUNS
    # “双报到”工作, “先看病、后付费”服务: of a shorthand 工作 says no more than that it is one.
    if after == "工作" and len(core) == SAYING_LENGTH and _practised(page, atoms, q):
        return True
    said = after in LIGHT_NOUNS or (after in grammar.way_words.spelling and len(core) <= SHORTHAND_LENGTH)
    light = (numerals and said) or (after in LIGHT_NOUNS and PARTS.search(core))
    if (after and not light) or page.text.startswith("组织", atoms[q].end):
        return False
    if numerals:
        # “两椒” are two crops.
        crops = len(core) == 2 and core[-1] in grammar.goods.endings
        return not crops and not any(core.endswith(product) for product in grammar.products if len(product) > 1)
    if inner_count(core, grammar.shorthand) or grammar.called.search(page.text, max(0, start - CALLED_LENGTH), start):
        return "，" not in core
    if len(core) >= 3 and _named_by_verb(page, atoms, q):
        return "，" not in core  # 推行“综合查一次”: only a way of working is put into practice
    # 干部“人在乡镇、心在条线”: behind a noun the quotation says how somebody is.
    described = q > 0 and atoms[q - 1].tag.startswith(NOUNS) and atoms[q - 1].text not in grammar.boundaries
    # 石桥村“网格吹哨、党员报到”成常态: what has come to stay is one, whosever it is.
    settled = described and SETTLED.match(page.text, atoms[q].end)
    if (described and not settled) or LACKING.search(core) or page.text.endswith(words.once, 0, start):
        return False
    pieces = PARTS.split(core)
    # “小书屋、老茶馆”建到巷口: what stands somewhere is no way of working.
    if all(piece[-1:] in STANDING for piece in pieces):
        return False
    return 2 <= len(pieces) <= 8 and all(2 <= len(piece) <= LONGEST_PIECE for piece in pieces)


def _is_saying(page: Page, start: int) -> bool:
    """俗话说，“…”: whether the words before a quotation call it a saying."""
    return SAYING_BEFORE.search(page.text, max(0, start - CALLED_LENGTH), start) is not None


def _of_a_place(page: Page, atoms: Sequence[Atom], q: int, core: str) -> bool:
    """青石镇“有事来说”、白鹭镇“大妈说事”等经验: what each of several places is known for."""
    place = atoms[q - 1].known if q else None
    if place is None or place.type not in PLACES or not NAMED.fullmatch(core):
        return False
    return page.before(place.span.start) in "、了出" and page.text[atoms[q].end : atoms[q].end + 1] in "、等"


def _told_behind(page: Page, atom: Atom, numerals: Sequence[Numeral]) -> bool:
    """“三联”就是“甲、乙、丙”; “三联四会”：“三联”是…: whether the quotations behind tell what the numbers hold."""
    told = TOLD_BEHIND.match(page.text, atom.end)
    if told is None or SO_MANY.fullmatch(atom.text[1:-1]):
        return False
    first = QUOTED.match(page.text, told.end())
    if first and first[1] == numerals[0].text and len(numerals) > 1:
        return True
    run = RUN.match(page.text, told.end())
    said = [piece for quoted in QUOTED.findall(run[0] if run else "") for piece in MARKS.split(quoted)]
    return len(said) == sum(n.number or 0 for n in numerals) > 1


def _spells_back(page: Page, atom: Atom, core: str) -> bool:
    """推行“三亮”活动，做到“甲、乙、丙”: a clause on, as many members spell out the number before them."""
    before = COUNTED_BEFORE.search(page.text, max(0, atom.start - CALLED_LENGTH - CALLED_LENGTH), atom.start)
    if before is None or not CLOSED.match(page.text, atom.end):
        return False
    numerals, listed = decompose(before[1], page.grammar.shorthand), len(PARTS.split(core))
    return len(numerals) == 1 and numerals[0].number == listed and listed >= FEWEST_LISTED


def _another(page: Page, end: int) -> bool:
    """“甲、乙”和“丙、丁”: whether what follows is another name of the kind, and none with a number for this list."""
    beside = AND_QUOTED.match(page.text, end)
    return beside is not None and not decompose(beside[1], page.grammar.shorthand)


def _by_its_place(page: Page, atom: Atom, core: str) -> bool | None:
    """What the core itself, or the words before and behind the quotation, say; None where they say nothing."""
    text, words, start, end = page.text, page.grammar.way_words, atom.start, atom.end
    several = PARTS.search(core) or "，" in core
    # 创建党建品牌“红帆”、治理品牌“邻聚”: what is called a brand of work before it is named.
    if BRAND_NAME.fullmatch(core) and text.endswith(page.grammar.quotation_words.brands, 0, start):
        return True
    if (NAMED.fullmatch(core) or several) and PUT_IN_USE.match(text, end):
        return True
    if words.meeting.fullmatch(core) or (several and NOT_BEYOND in core):
        return True
    if several and ROAD_BEFORE.search(text, max(0, start - CUE_LENGTH), start):
        return ROAD_BEHIND.match(text, end) is not None
    if several and text.endswith(EXPLORED, 0, start) and ROAD_BEHIND.match(text, end):
        return True
    if (several and FORM_BEHIND.match(text, end)) or DEED.fullmatch(core) or GOING.fullmatch(core):
        return True
    # 采取“一带一、一帮多”等形式: what is taken up so.
    if "、" in core and page.text.endswith(TAKING, 0, start) and TAKEN.match(text, end):
        return True
    if (INSTEAD.fullmatch(core) and not core.startswith(page.grammar.quotation_words.badly)) or METHOD.fullmatch(core):
        return True
    if several and ROOTED.match(text, end):
        return True
    if PLUS.search(core) and (JOINED_AS_ONE.match(text, end) or _of_a_row(text, atom)):
        return True
    if ONE_BY_ONE.fullmatch(core) and not text.startswith("的", end):
        return True
    levels = AS_LEVELS.match(text, end) or (TOGETHER.match(text, end) if several else None)
    if levels and number_of(levels["number"]) == len(EACH.split(core)):
        return True
    if AMONG_FORMS.match(text, end) and ALLIED.fullmatch(core):
        return True
    steps = STEPS_BEHIND.match(text, end) if several else None
    if steps and number_of(steps["number"]) == len(MARKS.split(core)):
        return True
    if len(core) > 2 and "，" not in core and SERVED.match(text, end):
        return True
    if (several or LINKS.search(core)) and UNITED.match(text, end):
        return True
    if "、" in core and words.whole.match(text, end):
        return True
    return False if "、" in core and SPELLS_NEXT.match(text, end) else None


def _of_a_row(text: str, atom: Atom) -> bool:
    """“甲+乙”、“丙+丁”两种方式: whether a quotation is one of several that are counted together as ways."""
    others = ROW_OF_SUMS.match(text, atom.end)
    before = text[max(0, atom.start - CUE_LENGTH) : atom.start].rstrip("、和与及，")
    return others is not None and ("“" in others[0] or before.endswith("”"))


def _named_by_verb(page: Page, atoms: Sequence[Atom], q: int) -> bool:
    """推行“综合查一次”, 首创的“时间银行”, 推行村民自治“红黑榜”: whether a verb of putting into practice governs it."""
    # 总结出, 摸索出了: the dictionary cuts them in two.
    before = page.text[max(0, atoms[q].start - VERB_LENGTH) : atoms[q].start].removesuffix("了")
    if before.endswith(RESULTS) and any(before[at:] in page.grammar.naming for at in (-2, -3, -4)):
        return True
    k = q - 1
    if k > 0 and atoms[k].text == "的":
        k -= 1
    else:
        while k > 0 and q - k <= FIELDS and _is_field(page, atoms[k]):
            k -= 1
    if k == q - 1 and page.text.endswith(page.grammar.quotation_words.carrying, 0, atoms[q].start):
        return atoms[q].text[-2] not in FIGURES and not GOES_ON.match(page.text, atoms[q].end)
    return k >= 0 and atoms[k].text in page.grammar.naming


def _is_field(page: Page, atom: Atom) -> bool:
    grammar = page.grammar
    noun = atom.tag.startswith(NOUNS) and atom.text not in grammar.boundaries
    return (noun or atom.text in grammar.ambivalent) and atom.text not in grammar.naming


def _practised(page: Page, atoms: Sequence[Atom], q: int) -> bool:
    """深化党组织“结对帮带”工作: whether a verb of putting into practice governs what the quotation is said of."""
    return any(atom.text in page.grammar.way_words.practising for atom in atoms[:q])
