"""A stretch that may be a person's name in, what itself and the words around it say for and against that out."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.match.people.person_context import MARKS, PARTICLES, TELLING, People
from kg.match.people.person_itself import (
    CLOSER,
    COMMON,
    IS_WORD,
    KNOWN_LENGTH,
    PARTICLE_SURNAMES,
    VERBS_LAST,
    in_itself,
    is_given,
)
from kg.match.rulebook.words import PROPER, Words
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
    "returned": 10,  # 返乡的李华
    "villager": -10,  # 石桥村李华
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
# Places end like names: 武王墩, 白鹤滩. Held against a name where nothing else says that it is a person.
ENDS_AS_PLACE = -50
# 来到康馨食品有限公司: what opens the name of a firm.
FIRM = re.compile("[^，。；：、！？“”（）的了在和与被把将给向对从等\\W0-9]{0,10}(?:有限(?:责任)?公司|合作社|家庭农场)")
# 李忠信红木等品牌, 卓木王等企业: what is listed so is no person.
OF_BRANDS = re.compile(
    "[一-鿿]{0,4}(?:、[^，。；、]{1,12}){0,3}?等[0-9余多]*[一-鿿]{0,4}?(?:品牌|老字号|商家|厂家|店铺|商户|门店|(?:企业|公司)(?![家主负老员]))"
)
# 铁科、张唐两条铁路: a row of things that are summed up behind their names.
SUMMED_UP = re.compile(
    "(?:、[^，。；、]{1,6}){0,3}(?:等)?[两二三四五六七八九十0-9]+[条座处家所类种款块片道](?=[一-鿿])"
)
# 党支部书记田野说: between a role and a verb of speech stands who speaks, though the word means something else.
NAMED_SO = 45
OF = "的"
SERVES, SERVES_REACH = re.compile("(?:时任|担任|现任|曾任|身为|作为|当过)[^，。；：！？]{2,20}$"), 26
# What only people have done: 打工回来的李华.
RETURNED = re.compile(
    "(?:返乡|还乡|回乡|归乡|回来|归来|回村|退休|退伍|退役|转业|复员|务工|打工|下岗|失业|独居|守寡|嫁过来|嫁到[一-龥]{2,6}|搬来|搬过来|毕业|土生土长|长大|创业|经商|做生意|闯荡|打拼|当兵|参军|从军|务农|种地)$"
)
# 石桥村李华; but 全村李姓 are many.
SETTLED, WHOLE = ("村", "社区", "寨", "屯", "嘎查", "村人"), frozenset("全该本我各每进回驻入农乡新山渔美名个")
# 最风光的要数李华, 提起最多的是李华: of whom much is said.
POINTED_LAST = frozenset("数推属于是")
POINTED = re.compile(
    "(?:[要当就]数|首推|[要当]属|莫过于|(?:提起|想起|想到|感谢|佩服|牵挂|惦记|操心|忙碌|受益|风光|出名)[^，。；]{0,4}?的[还就]?是)$"
)
OF_A_FAMILY = re.compile("家(?:大院|大屋|大宅|老宅|老屋|古宅|祠堂|宗祠|大楼|庄园|小院|院子|老院)")
WINDOW = 7
LONG_WORD = 4
# jieba's tags of what goes on after a subject: verbs, adverbs, prepositions, particles, pronouns, times, numbers …
GOES_ON = frozenset("vdpcurtmyzi")
MARKED = tuple("、，")
# What 在 and 于 go before: a time or a place.
STAYS = ("t", "n", "s", "x", "m")
# Verbs take these after them, names do not: in 王芳拿着 the name is the shorter one.
NEVER_AFTER = frozenset("着了过得地")
# 李华正弯腰, 李华正给羊喂草
NOW, UNDER_WAY = "正", frozenset("着给把将用拿")
HANDLING = re.compile("[抱拿掏翻取端捧拎扛搬摸牵拽掀揭卷抖叼扯][出起着了住紧过来去]")


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
        if mark == OF and RETURNED.search(text, max(0, start - SERVES_REACH), start - 1):
            return "returned"
        return "dweller" if text.endswith(people.belonging, 0, start) else "particle"
    if (mark in POINTED_LAST) and POINTED.search(text, max(0, start - SERVES_REACH), start):
        return "object"
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
    if text.endswith(people.person_verbs, 0, start):
        return "object"
    named = text.endswith(SETTLED, 0, start) and text[max(0, start - 3) : start - 1] and text[start - 2] not in WHOLE
    return "villager" if named else "inside"


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
    # 闫园|抱出存档: what the hands do is no part of a name.
    if len(span) == KNOWN_LENGTH and HANDLING.match(text, span.end - 1):
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
    # 徐森付|平时在外打工: before when it is stands no verb.
    if len(span) < KNOWN_LENGTH and len(word) == 1 and tag[:1] == "v" and _says_when(text, at + 1, words):
        return "stump"
    if kind:
        return kind
    if people.later.match(text, span.end):
        return "later speech"
    if not "一" <= text[span.end : span.end + 1] <= "鿿":
        return "end"
    # 高述晚、: of three characters before a mark the last is no word by itself.
    if len(word) == 1 and word not in people.follows and text[at + 1 : at + 2] in MARKED:
        return "stump"
    if tag[0] in GOES_ON or word in people.follows:
        return "verb"
    return "stump" if len(word) == 1 else "other"


def _says_when(text: str, at: int, words: Words) -> bool:
    """Whether a word for a time stands at a place."""
    _, tag = next(iter(words.cut(text[at : at + LONG_WORD].partition("\n")[0])), ("", ""))
    return tag[:1] == "t"


def _adverb_across(text: str, end: int, words: Words) -> bool:
    """王芳正|在值班, 李平常|年在外: whether an adverb runs across what would be the end of the longer name."""
    adverb = text[end - 1 : end + 1]
    common = words.frequency(adverb) >= COMMON and words.tag(adverb)[0] in "td"
    return common and not words.frequency(text[end : end + 2])


def _is_doing(text: str, end: int, people: People, words: Words) -> bool:
    """李华正|弯腰采茶, 王芳正|带着孩子: whether the last character of a name would say that somebody is at it."""
    if text[end - 1 : end] != NOW:
        return False
    # 李方正介绍，…: who says something is hardly in the midst of it.
    speech = people.speech.match(text, end)
    if speech and not "一" <= text[speech.end() : speech.end() + 1] <= "龥":
        return False
    deed = text[end : end + 2]
    return words.tag(deed).startswith("v") or bool(UNDER_WAY.intersection(deed))


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
        doing = length == KNOWN_LENGTH and _is_doing(text, start + length, people, words)
        if doing or (length == KNOWN_LENGTH and name[-1] in VERBS_LAST):
            continue
        # 石桥村的李家大院: whose house it was.
        if OF_A_FAMILY.match(text, start + 1):
            continue
        if likeness is None or wanted - likeness > BEST:
            continue
        # A look that is cheap, at stretches most of which are no names.
        if wanted - likeness > AFTER["later speech"] and people.after.match(text, start + length) is None:
            continue
        span = Span(start, start + length)
        likeness += in_itself(text, span, people, words)
        if before == "role" and words.tag(name).startswith(PROPER) and people.speech.match(text, span.end):
            likeness += NAMED_SO
        # 段长和春雷, 第一书记向安国: right behind who somebody is, before a given name.
        if (
            before == "role"
            and name[0] in PARTICLE_SURNAMES
            and is_given(name[1:], text[span.end : span.end + 1], words)
        ):
            likeness -= IS_WORD
        after = what_is_after(text, span, people, words, least - likeness - BEFORE[before])
        if after is not None:
            if BEFORE[before] < 0 and AFTER[after] < AFTER["speech"] and name[-1] in people.place_ends:
                likeness += ENDS_AS_PLACE
            found = Candidate(span, name, likeness, before, after)
            if best is None or found.score > best.score:
                best = found
    weak = best is not None and BEFORE[best.before] < BEFORE["weak role"] and AFTER[best.after] < AFTER["speech"]
    if best is not None and weak and any(no.match(text, best.span.end) for no in (FIRM, OF_BRANDS, SUMMED_UP)):
        return None
    # 甘肃慧通电子商务公司: of some provinces the first character is a surname, too.
    if best is not None and best.name.startswith(people.provinces) and FIRM.match(text, best.span.end):
        return None
    return best
