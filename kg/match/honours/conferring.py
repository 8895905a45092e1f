"""The words that confer an honour in, to whom they do so and whether what follows is one out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.match.honours.honour_titles import LEVEL, PRIZE, Honours
from kg.match.honours.honour_words import HonourWords
from kg.match.rulebook.kinds import PLACES
from kg.match.rulebook.signs import Sought
from kg.model import Mention, Span

# 青石村是全国文明村, 作为省级示范镇: here only a title that says its level and its merit is an honour.
BEING = re.compile(
    "(?:是|属|作为|身为|系|成为|成了|蝶变为|蝶变成|变成了?|晋升为|跃升为|升级为|升格为|名列|位列|位居|排名)(?=“?(?:全国|国家级?|全省|省级|自治区|中国|首批|[一-龥]{2,3}省|第[一二三四五六七八九十]+[批届])"
    "|[^，。；“]{2,14}?(?:认定|评定|命名|授予|公布|评选|确定)的(?:“|全国|国家|全省|省级|首批|第[一二三四五六七八九十]+[批届])"
    "|[一-龥]{2,6}(?:首个|首批|第一个|唯一的?)(?:“|省级|国家级|全国))"
    # 成为远近闻名的全国文明社区
    "|(?:是|成为|成了)(?:远近闻名|远近有名|名副其实|闻名[一-龥]{2}|集[^。；“”]{2,30}?于一[体身])的(?=全国|国家级?|全省|省级)"
)
# 松湾社区等27个社区为全国示范社区: so a list says it.
DECLARED = re.compile(
    "(?<=[县市区旗镇乡村道社校园场院局所站队司])为(?=全国|国家级?|全省|省级|中国|第[一二三四五六七八九十]+[批届])"
)
GIVER_BEFORE = re.compile("(?:公布|发布|评选|评定|认定|推介|授予|颁发|通报|印发)的\\Z")
# 集世界自然遗产、国家5A级旅游景区于一身
GATHERING = re.compile("集(?=[^。；]{4,80}?于一身)")
# 享有很多美誉，例如全国文明村、…: they are summed up before they are told.
TELLING = re.compile(
    "(?:[荣斩收]?获得?|享有|拥有|摘得|赢得|捧回)了?[^，。；“”]{0,12}?(?:荣誉|称号|美誉|殊荣|奖项|头衔|桂冠|招牌)[^，。；“”]{0,4}"
    "(?:，|：)?(?:例如|比如|如|包括|分别是|分别为|主要有|有|其中有|即)：?"
)
# 再添一块“国字号”招牌——国家生态文明建设示范县
ADDING = re.compile(
    "(?:再添|新添|喜添|增添|又添|摘得|捧回|收获)了?[^，。；]{0,12}?(?:招牌|名片|荣誉|奖牌|称号|殊荣|美誉|桂冠|品牌)”?(?:——|：)"
)
# 成功注册国家地理标志证明商标
REGISTERING = re.compile("注册(?:为|成为|了)?(?=[^，。；“]{0,8}(?:地理标志|证明商标|集体商标|驰名商标))")
# 全国劳动模范、石桥村党支部书记李华: what is said of somebody before his name.
BEFORE_NAME = re.compile(
    # 石桥村致富带头人: what he is there.
    "(?<![一-龥“”0-9])(?![^，。；、“”]{2,12}?(?:[村镇乡]|社区)[^，。；、“”]{0,6}?(?:带头人|能手|党员|传承人|工作者))"
    "(?=“?(?:全国|国家级|全[省市县区]|[省市县区]级?|[一-龥]{2,3}[省市县]|中国|“)"
    "[^，。；、“”]{0,14}?(?:个人|模范|劳模|工作者|党员|好人|红旗手|能手|带头人|人物|楷模|标兵|先锋|传承人|奖章)”?(?:获得者|称号获得者)?[、一-龥])"
)
# 走进全国文明村石桥村: and before the name of the place that holds it.
BEFORE_PLACE = re.compile(
    "(?:(?<![一-龥“”0-9])|(?<=[到在进访自]))(?=“?中国[^，。；、“”的了]{2,8}?(?:之乡|之都|名城|名县)”?[一-龥]{2}"
    "|“?(?:全国|国家级?|[省市县]级|[一-龥]{2,3}省|中国|首批)[^，。；、“”的了]{0,12}?(?:示范|文明|重点|特色|美丽|卫生|生态|森林|传统|名|强)[一-龥]{0,2}?(?:村落|[村镇乡]|社区|街道)”?(?:——)?[一-龥]{2})"
)
# 石桥村“全国民主法治示范村”正式挂牌
HANGING = re.compile("(?=“(?:全国|国家级?|中国|全省|省级)[^“”，。]{3,24}”(?:正式|成功|顺利)[揭挂授]牌)")
# “全国文明村”“省级生态村”等荣誉接踵而至: summed up where nothing governs them.
SUMMED = re.compile(
    "(?<![一-龥“”])(?=“(?:全国|国家级?|中国|全?省级?|全?市级?|全?县级?)[^“”，。]{3,24}”(?:[、和]?“[^“”，。]{3,24}”)*等[^，。；“”]{0,8}?"
    "(?:荣誉|称号|奖项|殊荣|奖牌|招牌|桂冠))"
)
# 墙上挂着“全国文明村”的牌匾
ON_THE_WALL = re.compile(
    "(?:挂着|挂有|挂满了?|悬挂着|摆着|摆有|摆满了?|摆放着|陈列着|挂牌)(?=“(?:全国|国家级?|中国|全?省级?|全?市级?|全?县级?))"
)
# 第七届全国文明村名单揭晓，石桥村榜上有名: the list is made public, and somebody is on it.
ANNOUNCED = re.compile(
    "(?=(?:第[一二三四五六七八九十0-9]+[批届])?(?:全国|国家级?|全省|省级|中国)[^，。；、“”的了]{3,24}?"
    "(?:名单|榜单)(?:正式|新鲜)?(?:公布|出炉|揭晓|发布)，[^；。]{2,60}?(?:入选|上榜|榜上有名|名列其中|位列其中|在列))"
)
# “全国文明村”称号花落石桥村
COMING = re.compile("(?=“[^“”，。]{3,20}”(?:、?“[^“”，。]{3,20}”)*等?[^，。；“”]{0,6}?(?:花落|接踵而[至来]|纷至沓来))")
# 送来了“先进集体”的牌子, 墙上一块“全国文明村”铜牌: whatever is done with the plaque.
ON_A_PLAQUE = re.compile(
    "(?=“[^“”，。]{0,16}?(?:先进[一-龥]{2,4}|优秀[一-龥]{2,6}|文明[一-龥]{1,4}|最美[一-龥]{2,4}|十佳[一-龥]{2,4}|示范[一-龥]{1,3}|模范[一-龥]{0,4}"
    "|标兵|先锋|之乡|典型案例|户长)”的?(?:牌子|牌匾|铜牌|奖牌|匾额|奖状|奖杯|证书))"
)
# “中国茶乡”云岭县, 坐拥“全球重要农业文化遗产”: a quotation that says its level and ends as titles do.
BY_LEVEL = re.compile(
    "(?<![建造创设报刺育作证争])(?=“(?:中国|全国|国家级?|全省|省级|全球|[一-龥]{2,3}省)[^“”，。、]{0,16}?"
    "(?:之乡|文化遗产|遗产名录|典型案例|示范[县市区镇乡村点社]区?|先进集体|先进单位|文明[村镇]|文明社区|文明单位|百强[县镇村]|重点村|传统村落|名[镇村]|长寿[县乡])”"
    # “中国竹编产业基地”云岭县: a ground that bears the country's name is one where a place follows it.
    "|“(?:中国|全国|国家级?)[^“”，。、]{2,14}?基地”(?=[一-龥]{2,12}[省市县区旗镇乡村]))"
)
# 全国文明县、全省平安先进县，云岭县先后获评: the titles stand first, and who got them behind their comma.
FRONTED = re.compile(
    "(?<![一-龥“”])(?=“?(?:全国|国家级?|中国|全[省市州县]|[省市]级|[一-龥]{2,3}[省市])[^。；：！？\n的了]{3,90}?，[^，。；、“”]{2,12}?"
    "(?:先后|相继|陆续|接连|双双|一举|成功|已|都|均|也|又|再次|再度|一一|悉数)+"
    "(?:获评|荣获|获得|斩获|摘得|捧回|拿下|拿到|入选|获批|收入囊中|获此殊荣)(?=[，。；]))"
)
# “卫生县城”称号连续保持9年, “文明村”称号由石桥村摘得: what is done with a title that says it is one.
KEPT = re.compile(
    "(?=“[^“”，。]{3,20}”(?:荣誉|光荣)?(?:称号|荣誉|桂冠|美誉)[^，。；“”]{0,6}?(?:保持|蝉联|保住|由|被|收入囊中|花落|到手))"
)
# 国家卫生县城由云岭县摘得
TAKEN = re.compile(
    "(?<![一-龥“”])(?=(?:全国|国家级?|中国|全省|省级|[一-龥]{2,3}[省市])[^，。；、“”的了由被]{3,24}(?:由|被)[^，。；、“”]{2,12}?"
    "(?:摘得|夺得|获得|捧回|捧走|拿下|收入囊中|斩获|夺走|摘取)(?=[，。；]))"
)
# 全国文明村，说的是石桥村; 全国文明村在石桥村创建成功
SAID_OF = re.compile(
    "(?<![一-龥“”])(?=“?(?:全国|国家级?|中国|全省|省级|[一-龥]{2,3}[省市])[^，。；、“”的了在]{3,24}”?(?:，[说指讲]的[就正便]?是|在[^，。；、]{2,12}?创建成功))"
)
# 擦亮全国“一村一品”示范村的金字招牌, 深挖国家森林乡村品牌效应: what somebody makes the most of, he has.
BRANDED = re.compile(
    "(?:深挖|深耕|擦亮|叫响|打响|用好|用足|用活|放大|发挥|依托|借助|凭借|凭着|利用|守护好?|珍惜|做足)了?"
    "(?=“?(?:全国|国家级?|中国|全省|省级)[^，。；、的了]{2,24}?的?(?:品牌效应|品牌优势|品牌|金字招牌|招牌|金名片|名片|牌子)(?:[效优作]|[，。；]))"
)
# 实现了从后进村到全国文明村的蜕变
TURNING = re.compile(
    "(?<=[村县镇乡市区户社点])到(?=“?(?:全国|国家级?|中国|全?省级?|全?市级?|[国省市]家?级)[^，。；、的了]{2,20}?的(?:[一-龥]{0,2})?"
    "(?:蜕变|转变|蝶变|嬗变|巨变|跨越|转身|逆袭|飞跃|跃升))"
)
# 国家卫生县城、省级园林县城……近年来，云岭县收获满满: the titles are told off before anything is said.
TOLD_OFF = re.compile(
    "(?<![^。！？\n])(?=“?(?:全国|国家级?|中国|全[省市]|[省市]级)[^。；：！？，…\n的了]{2,20}、[^。；：！？，…\n的了]{3,80}……)"
)
# 建成省级卫生村、国家生态镇: what it takes a higher level to say is said by it.
BUILT_SO = re.compile(
    "(?:建成|创成|创建成?)了?(?=(?:国家级|省级|州级|市级|全国|全省)[^，。；、的了0-9]{0,4}?(?:绿美|美丽|卫生|生态|文明|森林|园林|和美|宜居|平安|绿色|清洁|示范)"
    "[一-龥]{0,2}?(?:村庄|乡村|乡镇|[村镇乡县])(?:[，。；、]|$))"
    # 创成石桥村、柳湾村等50个省级美丽乡村
    "|(?:建成|创成|创建成?|打造|培育)了?(?=[一-龥、]{2,24}等[0-9]+[余多]?个(?:国家级|省级|州级|市级|全国|全省))"
)
TO_NAME, NAME_REACH = re.compile("(?:称号)?(?:获得者)?(?:、[^，。；！？\n]{0,26}|[一-龥]{0,3})"), 40
TO_PLACE = re.compile("(?:——)?")
# 顺利通过国家卫生县城复审
PASSING = re.compile("通过了?(?=[^，。；]{3,30}?(?:验收|复审|复核|复评|评审|评定|认证|认定|评估|考核))")
TESTED = re.compile("食品|产品|有机|绿色|质量|体系|地理标志|[A-Z]{2}|[一二三]级[甲乙丙]等")
# 取得实验室认可, 取得地理标志证明商标; 取得成效 is none.
OBTAINING = re.compile("取得了?(?=[^，。；、“”]{2,16}?(?:认可|认证|资质认定|证明商标|集体商标|驰名商标|地理标志))")
# 当选2023年“最美护士”; 当选“两代表一委员” is an office.
ELECTED = re.compile(
    "当选为?(?=(?:[12][0-9]{3}年度?)?(?:全国|全?[省市县])?“[^“”，。]{3,16}”)(?![^“]{0,8}“[^”]*(?:代表|委员|主席|书记|主任)”)"
)
# 在全国技能大赛上拿了金牌: the prize of a contest.
WON = re.compile(
    "(?<=[赛会][上中])(?:一举|成功|喜|又|还)?(?:夺得?|拿[下到]?|[荣斩]?获得?|摘得?|捧回|赢得)了?(?=[金银铜]牌|冠军)"
)
# What in such a clause stands behind the titles.
ENDING = {
    GATHERING: re.compile("等?(?:(?:多项|诸多|众多)*(?:桂冠|荣誉|称号|美誉|头衔|招牌|奖项|品牌|殊荣))?于一身"),
    ANNOUNCED: re.compile("(?:名单|榜单)(?:正式|新鲜)?(?:公布|出炉|揭晓|发布)"),
    COMING: re.compile("等?[^，。；“”]{0,6}?(?:花落|接踵而[至来]|纷至沓来)"),
    KEPT: re.compile(
        "(?:荣誉|光荣)?(?:称号|荣誉|桂冠|美誉)[^，。；“”]{0,6}?(?:保持|蝉联|保住|由|被|收入囊中|花落|到手)"
    ),
    TAKEN: re.compile("由|被"),
    BRANDED: re.compile("的?(?:品牌效应|品牌优势|品牌|金字招牌|招牌|金名片|名片|牌子)"),
    TURNING: re.compile("的[一-龥]{0,2}(?:蜕变|转变|蝶变|嬗变|巨变|跨越|转身|逆袭|飞跃|跃升)"),
    TOLD_OFF: re.compile("……"),
    SAID_OF: re.compile("，[说指讲]的|在[^，。；、]{2,12}?创建成功|$"),
    PASSING: re.compile(
        "(?:省级|国家级?|创建|考核|技术|现场|综合|专家|年度|的)*(?:验收|复审|复核|复评|评审|评定|(?<!资质)认定|评估|考核)"
    ),
}
# 授予青石村“…”称号: to whom, before the title.
GIVING = re.compile("授予了?$|颁授")
GIVEN_TO = re.compile(
    "(?:[0-9]+[名个位家户人])?[一-龥]{1,24}(?:等[0-9]+[名个位家户人][一-龥]{0,8})?(?:（[^（）]{1,8}）)?(?=“)"
)
# 授予全省73个村“文明村”称号: of where, and how many they are.
GIVEN_TO_SOME = re.compile("[一-龥、]{2,16}?[0-9]+[名个位家户人][一-龥]{0,10}(?=“)")
# 评选出20户“最美家庭”: nobody is named who received it, and the title is one.
CHOOSING = re.compile("(?:评选|推选|选树|评定|遴选|评)出了?|(?:评选|选树|表彰)了?(?=[0-9“])")
CHOSEN = re.compile("$|[、，。；！\n0-9一二两三四五六七八九十百余近等和及与共各称荣“]")
# 公布第四批全国文明村名单，青石村上榜: a list that somebody then is said to be on.
PUBLISHING = re.compile("(?:公布|发布|公示|确定|认定|命名|遴选出)(?:了|的)?")
LISTED_SO = re.compile(
    "[^；]{2,160}?(?:入选|上榜|榜上有名|名列其中|位列其中|在列|在榜|跻身|成功入围|获此殊荣(?!的)|获评|获选|是其中之一)"
)
# 列入国家级示范县, 纳入全国试点县: of a kind of place, which is no budget.
BY_KIND = re.compile(
    "“?(?:全国|国家级?|全省|省级)[^，。；、的]{0,24}?(?:示范|试点|先行|重点|创建|特色)(?:县|市|区|镇|乡|村|城市|单位)”?$"
)
BECOMING = frozenset({"成为", "成了"})
MARKS = re.compile("[“”《》]")
INNER, CALLED = re.compile("“([^“”]*‘[^“”]*)”|(?:‘[^‘’“”]{4,30}’)"), re.compile("‘([^‘’]{4,30})’")
# What somebody says has a comma and an end, or is long.
SAID_ALOUD = re.compile("，[^“”]*[。！？]|，[^“”]{16}|[^“”]{16}，")
SAID = (
    *map(Sought, (BEING, DECLARED, GATHERING, TELLING, ADDING, REGISTERING, BEFORE_NAME, BEFORE_PLACE, HANGING)),
    *map(Sought, (PASSING, SUMMED, ON_THE_WALL, ANNOUNCED, COMING, OBTAINING, ELECTED, WON, ON_A_PLAQUE, BY_LEVEL)),
    *map(Sought, (FRONTED, KEPT, TAKEN, SAID_OF, BRANDED, TURNING, TOLD_OFF, BUILT_SO)),
)
CHOSEN_SO = (Sought(CHOOSING), Sought(PUBLISHING))
# 素有“X”之称, 享有“X”的美誉; 享有“优先权” is no honour.
NAMED_SO = frozenset({"素有", "享有", "素称", "素享", "有着"})
# 在全国技能大赛上一举夺得
CONTEST = re.compile("在([^，。；在]{2,24}?[赛会])[上中](?:一举|成功|喜|又|还)?$")


def openings(honours: Honours) -> tuple[Sought, ...]:
    """What an honour stands behind: the verbs of the group 获, and others, each with a condition of its own."""
    return honours.opens, *SAID, honours.words.naming, *CHOSEN_SO


def before_holder(text: str, start: int, end: int, known: Sequence[Mention]) -> int:
    """Where a title ends that says whose it is: 被评为全国“四好”示范县的云岭县."""
    for mention in known:
        if mention.span.start >= end:
            break
        # 入选省农业农村厅公布的浙江省优秀案例: behind who drew up the list stands the title.
        if GIVER_BEFORE.search(text, start, mention.span.start):
            continue
        if text[mention.span.start - 1] == "的" and not in_quotes(text, start, mention.span.start):
            return mention.span.start - 1
    return end


def behind_recipient(text: str, start: int, end: int, known: Sequence[Mention]) -> int:
    """Where the title begins behind the words that say to whom it goes: 授予青石村“…”称号."""
    at = start
    if some := GIVEN_TO_SOME.match(text, start, end):
        return some.end()
    if LEVEL.match(text, start, end):
        return start
    for mention in known:
        if mention.span.start != at or mention.span.end >= end:
            break
        at = mention.span.end
    # 授予江岳市公安局青石派出所“…”称号: the rest of a name that begins with a place.
    rest = None if LEVEL.match(text, at, end) else GIVEN_TO.match(text, at, end)
    return rest.end() if rest else at


def fits(text: str, verb: re.Match[str], span: Span, end: int, words: HonourWords) -> bool:
    """Whether a title behind its verb is an honour: 列入 is said of budgets as well, and 是 of anything."""
    title = text[span.start : span.end]
    if words.burden.search(MARKS.sub("", title)):
        return False
    if verb[0] in words.entering:
        return words.register.search(MARKS.sub("", title)) is not None or BY_KIND.match(title) is not None
    if verb[0] in NAMED_SO:
        return words.so.search(text, verb.end(), end) is not None
    if verb.re in (PASSING, OBTAINING) and LEVEL.match(title) is None and not TESTED.search(title):
        return False
    if verb.re in (BEING, DECLARED, ON_THE_WALL):
        merited = words.merit.search(title) and not words.no_merit.search(title)
        return bool(merited) and not (verb[0] in BECOMING and words.praise.search(title))
    if verb.re is CHOOSING:
        return title.startswith("“") and CHOSEN.match(text, span.end) is not None
    if verb.re is PUBLISHING:
        listed = words.register.search(title) or BY_KIND.match(title)
        return listed is not None and LISTED_SO.match(text, end) is not None
    return True


def person_ahead(place: int, known: Sequence[Mention]) -> Mention | None:
    """The first person whom a text names soon behind a place."""
    return next((m for m in known if m.type == "Person" and place <= m.span.start <= place + NAME_REACH), None)


def place_ahead(place: int, known: Sequence[Mention]) -> Mention | None:
    """The first place whose name stands soon behind a place in the text."""
    return next((m for m in known if m.type in PLACES and place + 4 <= m.span.start <= place + NAME_REACH), None)


def stands_before(text: str, end: int, who: Mention) -> bool:
    """Whether nothing but what somebody is stands between a title and his name."""
    to_name = TO_NAME if who.type == "Person" else TO_PLACE
    return to_name.fullmatch(text, end, who.span.start) is not None


def _outer(said: re.Match[str]) -> str:
    # ‘五星’ and the like are too short for titles.
    return CALLED.sub("“\\1”", f" {said[1]} " if said[1] else said[0])


def with_outer_marks(text: str) -> str:
    """The text, as long as before, with what is quoted within something said marked as a quotation by itself.

    >>> with_outer_marks("“村里拿到‘全国文明村’。”李华说。")
    ' 村里拿到“全国文明村”。 李华说。'
    """
    return INNER.sub(_outer, text) if "‘" in text else text


def in_quotes(text: str, low: int, place: int) -> bool:
    """Whether a place stands inside a quotation that begins behind `low`."""
    return text.count("“", low, place) > text.count("”", low, place)


def in_a_name(text: str, low: int, place: int) -> bool:
    """Whether a place stands inside a quotation that is not what somebody says.

    >>> text = "他说：“去年村里修了路，被评为全省文明村。”“被评为”三字"
    >>> in_a_name(text, 0, text.index("被评为")), in_a_name(text, 0, text.rindex("被评为"))
    (False, True)
    """
    if not in_quotes(text, low, place):
        return False
    start = text.rfind("“", low, place) + 1
    said = text[start : text.find("”", place) if text.find("”", place) >= 0 else len(text)]
    return SAID_ALOUD.search(said) is None


def prize_name(text: str, low: int, verb: re.Match[str], prize: Span) -> str | None:
    """在全国技能大赛上拿了金牌: a prize is called after its contest, where only its own word stands behind the verb."""
    bare = PRIZE.fullmatch(text, prize.start, prize.end)
    contest = CONTEST.search(text, low, verb.start()) if bare else None
    return contest[1] + text[prize.start : prize.end] if contest else None
