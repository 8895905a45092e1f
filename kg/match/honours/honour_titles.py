"""The words behind a verb that confers in, the titles in them out, without batch, giver and what hangs on the wall."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.match.honours.honour_levels import BATCHES
from kg.match.honours.honour_words import HonourWords, compile_honour_words
from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.rule_types import Rules
from kg.match.rulebook.signs import Sought
from kg.model import Span

LEVEL = re.compile(
    r"(?:北京|天津|上海|重庆)市|[一-龥]{2,3}省|自治区|全旗|全州|全盟|全国|国家级?|全省|省级?|全市|市级?|全县|县级?|全区|全球|世界|中国|国际|首批|第[0-9一二三四五六七八九十]+[批届]|[12][0-9]{3}年"
)
# What may stand between the verb and the name of the honour, and is no part of it.
LEAD = re.compile(
    r"(?:了|过|为|得|出(?![口产版])|的|到|上(?!海市)|入"
    r"|[12][0-9]{3}(?:年?度?[-—~至到][12]?[0-9]{1,3})?(?:年度?|周期|(?=[一-龥]))(?:[0-9]{1,2}月)?|[一-龥]{0,8}——(?=“)|[0-9]{1,2}月份?"
    r"|(?:全[国省市县]|省|市)?十大(?=“)|[0-9一二两三四五六七八九十百几余多]+(?:个|项|次|家|户|名|人|张|块|枚|届)|多项|多次|一批|一系列|等|建设|创建"
    r"|[一-龥、]{2,24}等[0-9一二两三四五六七八九十]+[个项](?=“)"
    r"|(?!全国|国家|全省|省级)[一-龥、]{2,24}[村镇乡县区旗社]等[0-9]+[余多]?个(?=(?:国家|[省州市县])级|全[国省市])"
    r"|[一-龥]{1,6}(?:首个|首批|第一个|唯一的?)(?=“|省级|国家级|全国)|[国省市县区州镇乡][二三四五]级|“?[二三四五六七八九十]连冠”?的?"
    r"|(?:首批|第[一二三四五六七八九十]+批)(?=[0-9])"
    r"|(?:认定|评定|评选|审定|公布)(?:并|和|、)(?:命名|授牌|公布|认定)为?)+"
)
BATCH = re.compile(rf"(?:全国|全省|全市|国家)?(?:{BATCHES})")
# 中欧地理标志首批保护清单: behind more than a level or a giver the batch is part of the name.
BEFORE_BATCH = re.compile("“?(?:[一-龥]{0,8}(?:[国省市县区州盟旗部委局厅会办]|国家级|[省市州县区]级))?")
SPLIT = re.compile(
    r"、|(?:(?<=[县市村镇奖号区位例城证定牌品社称誉单录状章岗功园校家户体手者”])|(?<=企业|遗产|基地|之乡|标志|商标|集体|楷模|先锋|党员))(?:和|及|与|以及)(?=[全国省市世“获中首第十最金银铜特优A-Z]|[一-龥]{2,3}[省市县区州]“|[^，。；、和]{2,16}名[单录])"
)
# 第三批省级文明村名单: who is on it is one.
ON_LIST = re.compile("(?<!创建|培育|候选|储备|后备)(?:拟?公示|拟?入选|拟?推荐|拟?命名|评选结果|获奖)?名单$")
LEVELLED = re.compile(f"(?:{LEVEL.pattern})[^的了在并使由将把让就也第，；]{{3,22}}(?<!级)$")
BRACKET = re.compile("（[^（）]{1,12}）$")
# “全国文明村”（2012年）: when, behind each title of a list.
KIND = 3
DATED = re.compile("（[12][0-9]{3}年[^（）]{0,8}）$")
# 荣立集体三等功一次, 中国质量奖提名奖2个: how often.
TIMES = re.compile("(?<=[功奖牌章号”])[0-9一二两三四五六七八九十百]+余?[次项个枚块名户家]$")
# 入选国家级绿色工厂2家: so many of a kind are no title.
SO_MANY = re.compile("[0-9]+余?[家个项条处座户名]$")
# 跻身云岭省“整治较好”的20个县: one of so many that a phrase tells of.
ONE_OF_SO_MANY = re.compile("(?:的|”)[0-9一二三四五六七八九十百]+[余多]?[个家名座](?=[县市区镇乡村社单企学])")
# 继荣获示范村后又被评为文明村: the other verb has its own.
AND_THEN = re.compile("之?后，?(?:又|再|还)?(?=被|荣|获)")
KINDRED, SHORT = re.compile("[县市区镇乡村]$"), 14
AGAIN = re.compile("(?<=[”号奖])[和及与](?=[12][0-9]{3}年)")
WHOLLY_QUOTED, NO_TITLE_HOLDS = re.compile("“[^“”，。]+”"), re.compile("(?:(?<!目)(?<!满意)(?<!喜爱)的|了)(?!”)|[，。]")
QUOTED_TITLE = re.compile(r"[^“”]{0,16}“[^“”]+”")
# “文明小区”称号、“平安小区”荣誉: what is called so is a title, whatever its words are.
STYLED = re.compile("[^“”]{0,16}“[^“”，。]+”(?=(?:荣誉|光荣)?(?:称号|荣誉|殊荣|美誉|头衔|桂冠))")
BARELY_STYLED = re.compile(f"(?:{LEVEL.pattern})[一-龥]{{3,20}}(?:荣誉|光荣)?称号")
# 被评选为青石镇“最美村部”: of where or by whom it is, before a title in quotation marks.
OF_WHERE = re.compile(
    f"(?:{LEVEL.pattern}|[一-龥]{{1,8}}(?:[省市县区旗州盟镇乡村]|街道|部委?|厅|局|总?工会|妇联|委员会)(?!级))+“[^“”，。]{{3,20}}”"
)
# 全国“五好”县级工商联
CALLED_SO = re.compile("[一-龥]{1,6}(?:[联会部社队站所院校员者手家]|站点|网点|示范点|基层点)$")
# 刚刚被评为全国“四好农村路”示范县的富裕县: the title ends before whom it was given to.
WHOSE = re.compile("的(?=[一-龥]{2})")
# 旅游强县等12项省级以上荣誉: how many they are all together.
AND_SO_MANY = re.compile(
    "等[0-9一二三四五六七八九十百]+[余多]?[项个块](?:[^，。；“”]{0,8}?(?:荣誉|称号|奖项|奖牌|招牌|殊荣))"
)
# “国家卫生县城”（连续三届）
REMARK = re.compile(
    "（(?:[12][0-9]{3}年?|连续|第[一二三四五六七八九十0-9]+[批届次]|[一二三四五六七八九十两]+连)[^（）]*）(?:等?(?:荣誉)?称号)?$"
)
# “中国茶叶之乡”云岭县: the place, and no last word of a title
BEFORE_ITS_PLACE = re.compile("(?!示范|建设|创建|先进|试点|特色|重点|文明|模范|标杆|样板)[一-龥]{2,12}[县市区旗镇乡村]")
# 十大改革成果, 十佳网格员
TEN = re.compile("十[大佳](?![一-龥]{0,4}(?:项目|工程|任务|行动|产业|举措|要求|提升|攻坚|问题))[一-龥]{2,8}$")
# 斩获金奖 says which prize it is; 百强县第35位 says the place on the list behind its title.
PRIZE, RANK = (
    re.compile("[金银铜][奖牌]|[特一二三]等奖|大奖|冠军"),
    re.compile("(?<=[强县市区镇乡村榜])第[0-9一二三四五六七八九十百]+[位名]$"),
)


MARKS = str.maketrans("", "", "“”《》")


@dataclass(frozen=True, slots=True)
class Honours:
    """The verbs and last words of honours, compiled."""

    verb: re.Pattern[str]
    opens: Sought  # the same
    head: re.Pattern[str]
    giver: re.Pattern[str]
    words: HonourWords


def compile_honours(rules: Rules) -> Honours:
    """The verb group 获, the list `heads_honor` and the names of bodies as regular expressions."""
    verb = re.compile(f"(?:{one_of(rules.groups['获'])})")
    return Honours(
        verb,
        Sought(verb),
        re.compile(f"(?:{one_of(rules.words['heads_honor'])})$"),
        re.compile(f"(?:{one_of(rules.words['bodies'])})(?:(?:评选|颁发|授予|认定|评定|确定|公布|命名)?的)?"),
        compile_honour_words(rules.tables),
    )


def titles(text: str, start: int, end: int, honours: Honours, verb: str) -> list[Span]:
    """The titles from a place on; behind 被…评为 what gives its level needs no last word that the list holds."""
    words = honours.words
    sure = words.conferred.search(verb) is not None
    titled = words.titling.search(verb) is not None
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    # 旅游强县等12项省级以上荣誉: how many they are all together.
    closed = AND_SO_MANY.search(text, start, end) or words.closed.search(text, start, end)
    region = text[start : closed.start() if closed else end]
    if not region or words.no_name.match(region):
        return []
    spans: list[Span] = []
    for offset, piece in _split(region):
        at = start + offset
        if LEVEL.fullmatch(piece) or (not spans and honours.giver.fullmatch(piece)):
            continue  # 国家级、省级示范村; 入选民政部、财政部…名单: those who draw up the list
        if again := (AGAIN.search(piece) if spans else AND_THEN.search(piece)):
            piece = piece[: again.start()]  # 荣获“A”“B”称号和2017年荣获“C”: the other verb has its own
        inner = honours.verb.search(piece) if spans else None
        # 获评国家级高新技术企业、山东省瞪羚企业: behind one title another needs no word that the list holds.
        levelled = LEVEL.match(piece) is not None and not words.no_title.search(piece)
        # 国家农业标准化示范区、出口质量安全示范区: two of a kind.
        if spans and not levelled and (kind := piece.find(text[spans[-1].end - KIND : spans[-1].end])) > 0:
            piece, levelled = piece[: kind + KIND], True
        # 被评为全国产茶县、眉茶出口基地县: of one kind of place.
        of_one = spans and titled and len(piece) <= SHORT and KINDRED.search(piece)
        levelled = levelled or bool(
            of_one and piece[-1] == text[spans[-1].end - 1] and not words.no_title.search(piece)
        )
        said = bool(closed) or ((sure or bool(spans)) and levelled)
        span = _item(text, at, at + len(piece), said, honours, titled or bool(spans)) if inner is None else None
        if span is None:
            break
        spans.append(span)
    return spans


def _split(region: str) -> list[tuple[int, str]]:
    """The members of a list with their places: parted by a mark outside quotations, or where two quotations meet."""
    pieces, depth, last = [], 0, 0
    for i, char in enumerate(region):
        if depth == 0 and char == "“" and region[i - 1 : i] == "”":
            pieces.append((last, region[last:i]))
            last = i
        depth += (char == "“") - (char == "”")
        # A comma stands outside quotations only where the list goes on behind it.
        if depth == 0 and (char in "、，；" or (char in "和及与" and SPLIT.match(region, i))):
            pieces.append((last, region[last:i]))
            last = i + 1
    return [*pieces, (last, region[last:])]


def _item(text: str, start: int, end: int, closed: bool, honours: Honours, sure: bool) -> Span | None:
    """The honour in one member of the list, without year, batch and giver; None where it is none."""
    words = honours.words
    for lead in (honours.verb, LEAD, honours.giver, words.given, honours.verb, LEAD):
        match = lead.match(text, start, end)
        if match and match.end() < end:
            start = match.end()
    piece = TIMES.sub("", RANK.sub("", DATED.sub("", text[start:end])))
    # “全国双拥模范县”（连续三届）: since when, and no part of the title.
    piece = REMARK.sub("", piece)
    styled = STYLED.match(piece)
    # 获国家一级馆称号: a level before, and the word behind that says what it is.
    closed = closed or BARELY_STYLED.fullmatch(piece) is not None
    tail = words.tail.match(piece)
    whose = None if tail else WHOSE.search(piece)
    if styled:
        piece, closed = styled[0], True
    elif tail and len(tail[0]) >= 3:
        piece = tail[0]
    elif whose:
        owned = piece[: whose.start()]
        owned = cut[0] if (cut := words.tail.match(owned)) else owned
        piece = owned if _is_title(owned, honours) else piece
    # “人民满意的公务员集体” is one title, behind a verb that confers.
    titled = (sure or closed) and (WHOLLY_QUOTED.fullmatch(piece) or OF_WHERE.fullmatch(piece))
    if (
        not (len(piece) >= 3 or PRIZE.fullmatch(piece))
        or len(piece) > 40
        or ONE_OF_SO_MANY.search(piece)
        or (SO_MANY.search(piece) and not piece.startswith("“"))
        or (not titled and NO_TITLE_HOLDS.search(piece.replace("”的", "”")))
    ):
        return None
    # 被评为“示范县”坚持…: print that ran together; the name ends with its quotation.
    quoted = QUOTED_TITLE.match(piece)
    if quoted and BEFORE_ITS_PLACE.fullmatch(piece, quoted.end()) and honours.head.search(quoted[0][1:-1]):
        piece = quoted[0]  # 走进“中国茶叶之乡”云岭县
    goes_on = (sure and LEVELLED.match(piece)) or (quoted and (closed or sure) and CALLED_SO.match(piece, quoted.end()))
    if quoted and not _is_title(piece, honours) and not goes_on:
        piece = quoted[0]
    named = _is_title(piece, honours)
    whole = piece.startswith("“") and piece.endswith("”")
    if not (named or whole or closed or titled or goes_on or (sure and LEVELLED.match(piece))):
        return None
    return Span(start, start + len(piece))


def _is_title(piece: str, honours: Honours) -> bool:
    """Whether words are a title by themselves: by their last word, or by a level before a kind of place."""
    # 全国示范社区（街道）
    words = honours.words
    bare = BRACKET.sub("", piece.translate(MARKS))
    kind = words.holder.search(bare) and (LEVEL.match(bare) or "“" in piece or words.marked.search(bare))
    # 《世界遗产名录》: or as a register that has a title.
    listed = words.register.search(bare) and (LEVEL.match(bare) or piece.startswith("《"))
    return bool(honours.head.search(bare) or TEN.search(bare) or kind or listed)


def title_name(text: str, span: Span) -> str:
    """The honour by its own name: without the batch, and the year of a prize.

    >>> [title_name(text, Span(0, len(text))) for text in ("全国第三批文明村", "中欧地理标志首批保护清单")]
    ['文明村', '中欧地理标志首批保护清单']
    """
    name = text[span.start : span.end]
    batch = BATCH.search(name)
    bare = BATCH.sub("", name) if batch and BEFORE_BATCH.fullmatch(name, 0, batch.start()) else name
    listed = ON_LIST.sub("", bare)
    bare = listed if len(listed) >= 4 else bare
    if bare.startswith("“") and bare.endswith("”") and bare.count("“") == 1:
        return bare[1:-1]
    return bare if len(bare) >= 3 else name
