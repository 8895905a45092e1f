"""A stretch that may be a person's name in, what itself and the words around it say for and against that out."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.match.people.person_context import MARKS, PARTICLES, People
from kg.match.rulebook.words import Words
from kg.model import Span

# Evidence in tenths of a natural logarithm of the odds, as the likeness of the name itself: it simply adds up.
BEFORE = {
    "role": 40,  # 村支书李华
    "called": 35,  # 名叫李华
    "list": 45,  # beside another person
    "row": 0,  # before another person, with no mark in front
    "object": -5,  # 采访李华
    "weak role": 20,  # 党员李华, but also 党员先锋
    "crowd": 5,  # 返乡人员李华
    "quotation": 0,  # “……”李华说
    "served": 20,  # 时任县委书记的李华
    "clause": -35,
    "dweller": -15,  # 青石村的李华
    "particle": -40,  # 由李华, 在李华
    "inside": -45,  # no mark at all
}
AFTER = {
    "person": 70,  # 李华当选, 李华（右一）, 在李华的带领下
    "speech": 40,
    "title": 55,
    "holder": 45,  # 李华是青石村党支部书记
    "later speech": 25,  # 李华满脸笑容地说, 李华是种粮大户
    "torn speech": 10,  # 张德明说, though 明说 is a word
    "verb": 8,
    "end": 0,
    "other": -8,
    "stump": -30,  # 刘梓 before 涵
    "torn": -60,  # the next word has begun within the name
    "thing": -90,  # 李家村, 雷锋精神
}
BEST = max(AFTER.values())
NO_NAME, IS_WORD, BEGINS_WITH_WORD, GIVEN_IS_WORD = -80, -60, -25, -15
# The dictionary knows some names of three characters, and takes some words for names; a rare surname hides fewer words.
KNOWN, KNOWN_RARE, KNOWN_LENGTH = 25, 15, 3
# 阳宗海 is a lake, though the dictionary takes it for a name.
JOINING = frozenset("和与及")
WATERS = frozenset("海湖江河山岛湾")
# Places end like names: 武王墩, 白鹤滩. Held against a name where nothing else says that it is a person.
ENDS_AS_PLACE = -50
# Particles and the like that follow names far more often than they close them: 见到李华时, 李华正, 李华和.
SELDOM_LAST, LAST_GOES_ON = frozenset("时后前等和与及正又也就都便却才曾今已在从向对把被将让给是有说家边用"), -36
# What no clause ends in: 王勇才，是….
NEVER_ENDING, CLOSING = frozenset("又也就都便却才曾从向对把被将让给是"), tuple("，。；：")
CLOSER = "之"
# 老师傅开到一万五: of the words that end in a surname this one names people.
MASTER = "师傅"
OF_SOMEBODY = re.compile("之[子女父母妻夫弟妹姐兄孙手死后前间中上下外内所家名称说流辈类]")
JOINING_OR_HAVING = frozenset("和与及有")
# Divisions end in these, names do not: 陈家村, and 陈家湾 is no name either.
NEVER_LAST = frozenset("村镇乡县市区省部局厅委院处氏的地")
# 村民习惯喊村支书…, 学生欧阳雪捡到…: verbs that no given name ends in.
VERBS_LAST = frozenset("喊叫吃骂卖捡扛拿搬问劝催掏")
LOOKS_AFTER = "管"
# 吴氏锁业, 左某因违规: no given name opens with these, and 左某某 is one.
NO_GIVEN = frozenset("氏某")
# 百里黄花: what follows a surname of two characters is a word.
SELDOM = 10
# 来到康馨食品有限公司: what opens the name of a firm.
FIRM = re.compile("[^，。；：、！？“”（）的了在和与被把将给向对从等\\W0-9]{0,10}(?:有限(?:责任)?公司|合作社|家庭农场)")
# A name that is wholly in quotation marks is a brand or a title.
QUOTED = -90
FUNCTION_TAGS = frozenset("fpdcrum")
PARTICLE_SURNAMES = frozenset("连都从向和于应能可别并常全经由为因成光也还")
HARDLY_SURNAMES = frozenset("由为因从")
PROPER = ("nr", "ns", "nz")
# A word that the dictionary counts so often is a word first and a given name second.
COMMON = 300
# So like a name are those in which rare surnames or common given names stand.
LIKELY = 30
# 党支部书记田野说: between a role and a verb of speech stands who speaks, though the word means something else.
NAMED_SO = 45
# What the dictionary takes for a name is one only with a surname that many bear: 李强, not 福祉.
BORNE = 20
OF_PLACES = (
    *("村的", "社区的", "小区的", "街道的", "镇的", "乡的", "县的", "寨的", "屯的", "组的", "嘎查的"),
    *("公司的", "集团的", "厂的", "合作社的", "银行的", "协会的", "学校的", "小学的", "中学的", "大学的", "学院的"),
    *("医院的", "卫生院的", "局的", "派出所的", "服务队的", "工作队的", "村委会的", "居委会的"),
)
OF, TELLING = "的", ("post", "work", "resident")
SERVES, SERVES_REACH = re.compile("(?:时任|担任|现任|曾任|身为|作为|当过)[^，。；：！？]{2,20}$"), 26
WINDOW = 7
LONG_WORD = 4
# jieba's tags of what goes on after a subject: verbs, adverbs, prepositions, particles, pronouns, times, numbers …
GOES_ON = frozenset("vdpcurtmyzi")
FOLLOWS = frozenset(["时", "后", "前", "等", "主动", "积极", "义务", "专程"])
MARKED = tuple("、，")
# What 在 and 于 go before: a time or a place.
STAYS = ("t", "n", "s", "x", "m")
# Verbs take these after them, names do not: in 王芳拿着 the name is the shorter one.
NEVER_AFTER = frozenset("着了过得地")


class Candidate(NamedTuple):
    """A stretch that may be a name: how like one it looks, and what stands before and after."""

    span: Span
    name: str
    likeness: int
    before: str
    after: str

    @property
    def context(self) -> int:
        """What the words before and behind it weigh."""
        return BEFORE[self.before] + AFTER[self.after]

    @property
    def score(self) -> int:
        """What all that speaks for a name weighs together."""
        return self.likeness + self.context


def what_is_before(text: str, start: int, people: People) -> str:
    """What stands before a possible name, as a key of BEFORE."""
    mark = text[start - 1] if start else "\n"
    if mark in PARTICLES:
        if text.endswith("岁的", 0, start):
            return "called"
        if (
            mark == OF
            and SERVES.search(text, max(0, start - SERVES_REACH), start - 1)
            and people.roles.kind_before(text, start - 1)
        ):
            return "served"
        return "dweller" if text.endswith(OF_PLACES, 0, start) else "particle"
    if mark in "是为":
        # 厂长是李华, 法定代表人为李华
        told = people.roles.kind_before(text, start - 1)
        return "served" if told is not None and told[0] in TELLING and not told[1] else "inside"
    if mark in MARKS and mark != "”":
        listed = people.roles.kind_before(text, start - 1) if mark == "：" else None
        return "served" if listed == ("post", False) else "clause"
    role = people.roles.kind_before(text, start)
    if role is not None:
        kind, weak = role
        return "crowd" if kind == "crowd" else "weak role" if weak else "role"
    if mark == "”":
        return "quotation" if text[start - 2] in "。！？，…；" else "inside"
    if text.endswith(("叫", "名为"), 0, start):
        return "called"
    return "object" if text.endswith(people.person_verbs, 0, start) else "inside"


def what_is_after(text: str, span: Span, people: People, words: Words, enough: int) -> str | None:
    """What stands after a possible name, as a key of AFTER; None where even the best of it is not `enough`."""
    found = people.after.match(text, span.end)
    kind = found.lastgroup if found else None
    if AFTER[kind or "later speech"] < enough:
        return None
    if kind == "thing":
        return kind
    if not kind and text[span.end : span.end + 1] in NEVER_AFTER:
        return "torn"
    at = span.start
    word = tag = crossing = ""
    for token in words.cut(text[at : at + WINDOW].partition("\n")[0]):
        word, tag = token
        if at >= span.end:
            break
        at += len(word)
        crossing = word
    # 张万年 is a name that the dictionary knows, and 张万 no more than its beginning.
    known = at - span.start == len(crossing) == KNOWN_LENGTH > len(span) and words.tag(crossing) == "nr"
    if known and _adverb_across(text, at, words):
        return "verb"
    if known:
        return "torn"
    if len(span) == KNOWN_LENGTH and _adverb_across(text, span.end, words):
        return "torn"
    # 向小健在北京: the particle belongs to what follows, though 健在 is a word.
    if at == span.end + 1 and text[span.end] in "在于" and tag[:1] in STAYS:
        return "verb"
    # 云头 is a place that hardly any text speaks of.
    rare = words.tag(crossing).startswith(PROPER) and words.frequency(crossing) < COMMON and len(crossing) < LONG_WORD
    # 周敏之|一年里: nobody is one of a person.
    if at > span.end and crossing == "之一" and text[span.end - 1] == CLOSER:
        return kind or "verb"
    # 马建国|是: a copula behind a name, though 国是 is a word.
    copula = len(crossing) == 2 and crossing[1] == "是" and words.frequency(crossing) < COMMON
    if at > span.end and not rare and not copula:
        return "torn speech" if kind else "torn"
    if text[span.end : span.end + 1] in NEVER_AFTER:
        return "torn"
    if kind:
        return kind
    if people.later.match(text, span.end):
        return "later speech"
    if not "一" <= text[span.end : span.end + 1] <= "鿿":
        return "end"
    # 高述晚、: of three characters before a mark the last is no word by itself.
    if len(word) == 1 and word not in FOLLOWS and text[at + 1 : at + 2] in MARKED:
        return "stump"
    if tag[0] in GOES_ON or word in FOLLOWS:
        return "verb"
    return "stump" if len(word) == 1 else "other"


def _adverb_across(text: str, end: int, words: Words) -> bool:
    """王芳正|在值班, 李平常|年在外: whether an adverb runs across what would be the end of the longer name."""
    adverb = text[end - 1 : end + 1]
    common = words.frequency(adverb) >= COMMON and words.tag(adverb)[0] in "td"
    return common and not words.frequency(text[end : end + 2])


def find_candidate(text: str, start: int, before: str, people: People, words: Words, least: int) -> Candidate | None:
    """The likeliest name that begins at `start`, unless nothing could lift it to `least`."""
    best: Candidate | None = None
    # 主任刘丽: the role that ends within the name began before it.
    if before == "inside" and people.roles.kind_before(text, start + 1) is not None:
        return None
    wanted = least - BEFORE[before]
    for length in people.naming.lengths(text, start):
        name = text[start : start + length]
        likeness = people.naming.likeness(name)
        if length == KNOWN_LENGTH and name[-1] in VERBS_LAST:
            continue
        if likeness is None or wanted - likeness > BEST:
            continue
        # A look that is cheap, at stretches most of which are no names.
        if wanted - likeness > AFTER["later speech"] and people.after.match(text, start + length) is None:
            continue
        span = Span(start, start + length)
        likeness += _in_itself(text, span, people, words)
        if before == "role" and words.tag(name).startswith(PROPER) and people.speech.match(text, span.end):
            likeness += NAMED_SO
        after = what_is_after(text, span, people, words, least - likeness - BEFORE[before])
        if after is not None:
            if BEFORE[before] < 0 and AFTER[after] < AFTER["speech"] and name[-1] in people.place_ends:
                likeness += ENDS_AS_PLACE
            found = Candidate(span, name, likeness, before, after)
            if best is None or found.score > best.score:
                best = found
    weak = best is not None and BEFORE[best.before] < BEFORE["weak role"] and AFTER[best.after] < AFTER["speech"]
    if best is not None and weak and FIRM.match(text, best.span.end):
        return None
    return best


def _in_itself(text: str, span: Span, people: People, words: Words) -> int:
    """What speaks for or against a name in itself: the dictionary, its last character, quotation marks."""
    name = text[span.start : span.end]
    if name in people.ordinary or name[-1] in VERBS_LAST:
        return NO_NAME
    # 林长管巡护，场长管规划: what each of them looks after
    if name[0] == LOOKS_AFTER and text.count(f"长{LOOKS_AFTER}") > 1:
        return NO_NAME
    # 楼栋长 is a role, though 楼 is a surname.
    if (
        _is_word(name, words, people)
        or name in people.roles.heads
        or name[-1] in NEVER_LAST
        or (name[1] == "家" and name[-1] in people.place_ends)
        or (name[1] in NO_GIVEN and len(name) > 2 and name[1] != name[2])
        or (len(name) == 4 and _is_word(name[2:], words, people, SELDOM))
    ):
        return IS_WORD
    borne = people.naming.bearers.get(name[0], 0) >= BORNE
    unlikely = not borne and (name[-1] in WATERS or name[0] in PARTICLE_SURNAMES)
    known = len(name) == KNOWN_LENGTH and words.tag(name) == "nr" and not unlikely
    found = (KNOWN if borne else KNOWN_RARE) if known else 0
    # 孙用和、郑义正、王芳: before a mark the particle belongs to the name.
    behind = text[span.end : span.end + 1]
    closed = name[-1] in NEVER_ENDING and behind in CLOSING
    # 程新和说: nothing is joined or had there.
    closed = closed or (name[-1] in JOINING_OR_HAVING and people.speech.match(text, span.end) is not None)
    if name[-1] in SELDOM_LAST and behind != "、" and not closed:
        found += LAST_GOES_ON
    # 老师傅带新人: the role word and the surname are one word.
    if span.start and words.frequency(text[span.start - 1 : span.start + 1]) >= COMMON:
        found += IS_WORD if text[span.start - 1 : span.start + 1] == MASTER else BEGINS_WITH_WORD
    # 张万年 is known whole: that 万年 is a word says nothing against it.
    if len(name) == 3 and not known:
        if name[:2] not in people.naming.compounds and _is_word(name[:2], words, people, 10):
            # 村民习惯喊他: with a surname that few bear the word is the likelier, the commoner it is.
            proper = words.tag(name[:2]).startswith(PROPER)
            often = not borne and not proper and words.frequency(name[:2]) >= COMMON
            found += IS_WORD if often else BEGINS_WITH_WORD
        if _is_word(name[1:], words, people, COMMON):
            found += IS_WORD if words.tag(name[1:])[0] in FUNCTION_TAGS else GIVEN_IS_WORD
        elif name[0] in HARDLY_SURNAMES and people.naming.bearers.get(name[1], 0) >= BORNE:
            found += IS_WORD  # 书记由李华明的哥哥担任
        # 老板连被褥都备好了: the particle is no surname before a noun.
        elif name[0] in PARTICLE_SURNAMES and (words.frequency(name[1:]) or name[1] in SELDOM_LAST):
            found += IS_WORD
    # 老王和李大姐: two surnames, joined.
    joined = len(name) == 3 and name[1] in JOINING and name[2] in people.naming.surnames
    if joined and text[span.start - 1 : span.start] in ("老", "小"):
        found += 2 * IS_WORD
    # 周敏之一年里来了三次: what follows no kin and no time closes the name.
    if len(name) == 2 and behind == CLOSER and not OF_SOMEBODY.match(text, span.end):
        found += LAST_GOES_ON
    # 孙先生: a surname and a title.
    title = people.after.fullmatch(name[1:])
    if title is not None and title.lastgroup == "title":
        found += IS_WORD
    # 李阿姨: the title begins within the name.
    title = people.after.match(text, span.start + 1)
    if title is not None and title.lastgroup == "title" and title.end() > span.end:
        found += IS_WORD
    # 总统曾表示: an adverb and a verb of speech.
    if people.speech.fullmatch(name[1:]):
        found += IS_WORD
    if text[span.start - 1 : span.start] == "“" and text[span.end : span.end + 1] == "”":
        found += QUOTED
    return found


def _is_word(word: str, words: Words, people: People, often: int = 1) -> bool:
    if word in people.ordinary:
        return True
    frequency = words.frequency(word)
    if frequency < often:
        return False
    # 马建国: the dictionary takes many a man for a country.
    if frequency <= SELDOM and words.tag(word) == "ns" and (people.naming.likeness(word) or 0) >= LIKELY:
        return False
    if not words.tag(word).startswith("nr"):
        return True
    return len(word) == 2 and people.naming.bearers.get(word[0], 0) < BORNE
