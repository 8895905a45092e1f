"""A count in, what it is a count of out: the noun behind it, else the one before."""

from __future__ import annotations

import re

from kg.match.figures.around import Around
from kg.match.figures.comparisons import Reading
from kg.match.figures.described import people_of
from kg.match.figures.indicators import before
from kg.match.figures.measure_words import MeasureWords
from kg.match.figures.measured import UNIT_OF
from kg.match.figures.nouns_behind import LONG, after
from kg.match.figures.runs import Figure
from kg.match.figures.scene import Scene, meets_next, right

FOLK = re.compile("[一-鿿]{0,8}(?:儿女|人民(?![政法检医币大代团警银])|父老乡亲|父老|百姓|各族群众)")
AWAY = re.compile("(?:常年|长期|一直|全部|均|都|已)*在(?:外|家|本[地村镇乡县]|当地|[县省市]外|[县市镇村]里|县城|城里)")
SPLIT = ("分为", "分成")
FOLK_ENDS, LONGEST_NOUN = ("民", "员", "工", "人", "户", "生", "者", "众", "师", "妇女", "青年", "股东", "干部"), 8
HOUSEHOLDS, PEOPLE = "户", "人"
COUNTED = {HOUSEHOLDS: "户数", PEOPLE: "人数"}
LISTING = re.compile(
    "[一-鿿]{2,8}?(?P<has>(?:主要|共|现|目前|已)?(?:有|包括|包含|涵盖|囊括|含有))[^，。；]+、[^，。；]+等(?:共|共计|合计)?$"
)
# 社会组织重点培育养老类、助残类和公益类3类: of what there are so many kinds.
KINDS = re.compile(
    "[一-鿿]{2,8}?(?P<has>(?:主要|重点|大致|大体|着重|共|目前|已|按|细|划)*(?:分|培育|发展|有|包括|包含|涵盖|涉及|设)[为成]?)"
    "(?:[^，。；、]{1,12}[类型]、)+[^，。；、]{1,12}[类型](?:[和与及][^，。；、]{1,12}[类型])?等?(?:共|共计|合计)?$"
)
IN_ALL = re.compile("，?[共总]计?")
# 解决4.6万户、17.8万人的饮水问题: what becomes of all of them stands behind the last.
SOLVED = re.compile("(?:、[0-9.]+[余多万]*(?:户|人|人口|头|头（只）|只)[一-鿿]{0,4})+的([一-鿿]{2,8})")
# 工程已完工41件: what has become of it is not what it is.
STATE = re.compile("(?:已经?|正在?|全部|均)*(?:完工|开工|竣工|投用|建成|启动|投产|交付)$")
BY = re.compile("通过[^，。；]{2,14}?(?=实现|稳定|脱贫|就业|增收)")
ALL_OF, LONGEST_DEED = re.compile("全(?:[省市县区乡镇村州旗]|街道|社区)$"), 10
# 将管理单元优化为76个: what is turned into so many.
TURNED = re.compile(
    "[将把]([^，。；、0-9]{2,14}?)"
    "(?:优化|整合|划分|合并|归并|撤并|调整|精简|缩减|压缩|压减|细分|拆分|重组|扩大|增加|减少|提高|提升|升级|下调|上调)[为成到至]$"
)
# “一长八员”10412人 behind those who are meant by it.
SUMMED_UP = re.compile("[^“”]+、[^“”]+(“[^“”]+”)")
# 一家3口, 全家六口人
# 户籍人口1400余人的村子: behind 的 stands whose people they are.
HEADCOUNT = ("人口", "人数", "户数", "总人口", "常住", "户籍")
FAMILY = re.compile("(?:[一全]家|家里|家中|[我他她咱]们?家|家庭)(?:老小|上下|人口|共|总共|一共|有|就|只)*$")
# 就地化解4019件: how it was done stands before the verb.
HOW = re.compile("(?:就地|当场|当天|现场|当日|限时|一次性|全部|及时|按期)$")
# 午休课桌椅配备1.4万套: what is counted may stand before the verb.
LONGEST_HEAD = 10
DEED = 2
PARTED = re.compile(UNIT_OF)
# 楼栋长共选出28人: who is chosen, and is counted before the verb.
CHOSEN_FOLK = (*FOLK_ENDS, "长")
CHOSEN, IN_SUM = (
    re.compile(
        "(?:选出|评出|推选|评选|选聘|聘请|招募|选派|派出|抽调|下派|派驻|遴选|选育|发展|培养|培训|配备|选优配强)"
    ),
    "已共全总一先后新",
)
# 分站点也服务9人: as others do.
ALSO = re.compile("^[也又还都均再]{1,2}(?=[一-鿿]{2})")
CALLED_AFTER = ("脱贫", "搬迁", "安置", "移民", "贫困", "居住", "参保", "务工", "就业")
DWELLING = {HOUSEHOLDS: "户数", PEOPLE: "居住人口"}


def counted(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """What a count is a count of: the noun behind it, else the one before."""
    text, said, phrase, start, end = scene.text, around.said, around.phrase, around.value.span.start, around.end
    if last and last.rule == "measures/solved" and not around.raw and around.value.unit in DWELLING:
        return last.base, last.base, "solved", start
    if around.value.text.endswith(("口", "口人")) and FAMILY.search(around.raw):
        return "家庭人口", "家庭人口", "family", start
    if (of_each := _parted(scene, around)) is not None:
        return of_each
    if phrase.endswith(HEADCOUNT) and around.value.unit in DWELLING and text[end : end + 1] == "的":
        return phrase, phrase, "before", said.start
    if not around.behind and (turned := TURNED.search(around.raw)):
        return turned[1], turned[1], "before", around.opens - len(turned[0])
    if around.value.unit == PEOPLE and (those := people_of(scene, around)):
        return those
    behind = around.behind or _next_noun(scene, around)
    if around.value.unit == PEOPLE and phrase.endswith(FOLK_ENDS) and _acts(scene, behind):
        behind = ""  # 雇用村民230人清洗组件
    # 参保的112户平均领款3700元
    dwelling = around.raw.endswith("的") and around.value.unit in DWELLING
    if dwelling and phrase and behind.startswith(scene.words.averages):
        whose = phrase + COUNTED[around.value.unit]
        return whose, whose, "before", said.start
    # 产品有茶叶、腐乳、米粉等12种
    stretch = around.opens - len(around.raw)
    if listing := LISTING.search(text, stretch, around.opens) or KINDS.search(text, stretch, around.opens):
        head = before(text, listing.start(), listing.start("has"), scene.words, scene.skips, named=True)
        if head.end - head.start > 1:
            listed = text[head.start : head.end]
            return listed, listed, "before", head.start
    if said.verb in scene.words.solving and (all_of := SOLVED.match(text, end, scene.span.end)):
        words = said.verb.rstrip("了") + all_of[1]
        return words, words, "solved", said.verbs
    if summed := SUMMED_UP.fullmatch(phrase):
        return summed[1], summed[1], "before", said.end - len(summed[1])
    if behind:
        # 57万吉水儿女 are the people of the place.
        noun = "人口" if around.value.unit == PEOPLE and FOLK.match(behind) else behind
        return noun, noun, "after", start
    if said.verb.endswith(SPLIT) and (parts := _parts(scene, around)):
        return parts, parts, "after", start
    if done_behind := _deed(scene, around):
        return done_behind
    # 4个村民小组186户: what the figure before counts is no household.
    again = last is not None and last.noun is not None and last.noun.start <= said.start < last.noun.end
    counted = around.value.unit in DWELLING and again and scene.kinds[around.place - 1] == "count"
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
        state = STATE.search(phrase)
        return phrase, phrase[: state.start()] if state and state.start() > 1 else phrase, "before", said.start
    done = text[said.verbs : said.end]
    # 解决3.1万人的饮水问题
    if said.verb in scene.words.solving and text[end : end + 1] == "的":
        solved = after(text, end + 1, around.right, scene.words, scene.names)
        done += text[solved.start : solved.end] if solved else ""
    if not said.verb or len(done) < 2:
        return None
    begins = text.rfind("，", around.left, said.verbs) + 1 or around.left
    if (how := HOW.search(text, begins, said.verbs)) is not None:
        done = how[0] + done
    elif (whom := _fronted(scene, begins, said.verbs, done)) is not None:
        return text[whom : said.verbs].rstrip(IN_SUM), text[whom : said.verbs].rstrip(IN_SUM), "before", whom
    elif ALSO.match(done) and _is_noun(scene, begins, said.verbs, "nabv"):
        return text[begins : said.end], done, "verb", said.verbs
    elif around.value.unit not in DWELLING and _is_noun(scene, begins, said.verbs):
        done = text[begins : said.end]
    done = ALSO.sub("", done)
    # 梳理问题217个，已解决198个
    of = _head(scene, last.base) if last and last.value.unit == around.value.unit else ""
    of = "" if of.endswith(done) else of
    return done + of, of or done, "verb", said.verbs


def _parted(scene: Scene, around: Around) -> Reading | None:
    """以9户为单元设置90个微网格: how many are in each of what the next figure counts."""
    following = around.place + 1
    start = around.value.span.start
    if around.value.unit not in COUNTED or scene.text[start - 1 : start] != "以" or following >= len(scene.values):
        return None
    if PARTED.match(scene.text, around.end) is None:
        return None
    noun = after(scene.text, scene.ends[following], right(scene, following), scene.words, scene.names)
    if noun is None:
        return None
    words = f"每个{scene.text[noun.start : noun.end]}{COUNTED[around.value.unit]}"
    return words, words, "after", start


def _fronted(scene: Scene, start: int, end: int, done: str) -> int | None:
    """楼栋长共|选出28人: where the noun begins that says who was chosen, if it stands before the verb."""
    if CHOSEN.match(done) is None:
        return None
    begins = max([start, *(to for at, to in (*scene.names.items(), *scene.skips.items()) if start <= at and to <= end)])
    words = scene.text[begins:end].rstrip(IN_SUM)
    tags = [tag[:1] for _, tag in scene.words.wordhood.cut(words)]
    noun = words.isalpha() and 2 <= len(words) <= LONGEST_HEAD and not set(tags) & set("dpucrm")
    return begins if noun and (tags[-1] == "n" or words.endswith(CHOSEN_FOLK)) else None


def _is_noun(scene: Scene, start: int, end: int, allowed: str = "nab") -> bool:
    """午休课桌椅|配备: whether the words before a verb are a noun, and no name of who acts."""
    if not 2 <= end - start <= LONGEST_HEAD or any(start <= at < end for at in (*scene.names, *scene.skips)):
        return False
    words = scene.text[start:end]
    tags = [tag[:1] for _, tag in scene.words.wordhood.cut(words)]
    return words.isalpha() and not words.endswith(FOLK_ENDS) and set(tags) <= set(allowed) and tags[-1] == "n"


def _deed(scene: Scene, around: Around) -> Reading | None:
    """带动3200户脱贫; 带动全村231户602人增收: what both do stands behind the second."""
    at, limit, following = around.end, around.right, around.place + 1
    meets = around.value.unit == HOUSEHOLDS and meets_next(scene, around.place)
    if meets and scene.values[following].unit == PEOPLE:
        at, limit = scene.ends[following], right(scene, following)
    # 1.8万人常年在外务工
    away = AWAY.match(scene.text, at, limit)
    at = away.end() if away and scene.words.deeds.match(scene.text, away.end(), limit) else at
    if at >= limit or not scene.words.deeds.match(scene.text, at, limit):
        return None
    # 选派骨干教师35名支教: who was chosen is counted, for whatever it was.
    if CHOSEN.match(around.said.verb) and around.phrase.endswith(FOLK_ENDS) and len(around.phrase) > 1:
        return None
    # 9户通过搬迁实现脱贫: by what it came about is not what came about.
    at = by.end() if (by := BY.match(scene.text, at, limit)) else at
    deed = scene.text[at : min(limit, at + LONGEST_DEED)]
    before_ = around.said.verb or around.phrase
    done = ("" if before_.endswith(("这", "那", "该")) else ALL_OF.sub("", before_)) + deed
    return done, deed, "deed", around.said.end - len(around.said.verb)


def _parts(scene: Scene, around: Around) -> str:
    """细分为90个办理情形: what something is split into is a noun, though it may begin with a verb."""
    words = scene.text[around.end : around.right]
    tags = [tag[:1] for _, tag in scene.words.wordhood.cut(words)]
    return words if len(words) <= LONGEST_NOUN and tags[-1:] == ["n"] else ""


def living(households: str, words: MeasureWords) -> str:
    """户籍人口2716户7105人, 贫困户108户406人, 脱贫106户265人: what the people are who live in those households."""
    of = households.removesuffix("数").removesuffix("户").removesuffix("人口")
    if not 2 <= len(of) <= LONGEST_NOUN or of.endswith(words.settlements):
        of = ""
    # 减贫212户678人, 惠及212户678人: what is done with those is done with these.
    if of and _is_deed(of, words):
        return of
    return of + ("人数" if of.endswith(FOLK_ENDS) else "人口")


def _is_deed(of: str, words: MeasureWords) -> bool:
    """Whether nobody is called by what is done (减贫, 惠及), as 脱贫人口 and 搬迁人口 are."""
    tokens = words.wordhood.cut(of)
    return len(of) == DEED and tokens[0][1][:1] == "v" and not of.endswith(CALLED_AFTER)


def _acts(scene: Scene, words: str) -> bool:
    """Whether the words behind a figure begin with what is done."""
    return len(words) > LONGEST_NOUN or (words != "" and scene.words.wordhood.cut(words)[0][1].startswith("v"))


def _head(scene: Scene, base: str) -> str:
    """党员通过小程序上报问题 … 办结96件: of a whole clause only its last word is what was done away with."""
    return base if len(base) <= LONG else scene.words.wordhood.cut(base)[-1][0]


def _next_noun(scene: Scene, around: Around) -> str:
    index = around.place + 1
    # 27条共320公里通村公路
    in_all = index < len(scene.values) and IN_ALL.fullmatch(scene.text, around.end, scene.starts[index])
    if not meets_next(scene, around.place) and not in_all:
        return ""
    noun = after(scene.text, scene.ends[index], right(scene, index), scene.words, scene.names)
    return scene.text[noun.start : noun.end] if noun else ""
