"""A possible name of a person in, what it says itself for and against that out: surname, words, last character."""

from __future__ import annotations

import re

from kg.match.people.person_context import People
from kg.match.rulebook.words import PROPER, Words
from kg.model import Span

NO_NAME, IS_WORD, BEGINS_WITH_WORD, GIVEN_IS_WORD = -80, -60, -25, -15
# The dictionary knows some names of three characters, and takes some words for names; a rare surname hides fewer words.
KNOWN, KNOWN_RARE, KNOWN_LENGTH = 25, 15, 3
# 阳宗海 is a lake, though the dictionary takes it for a name.
JOINING = frozenset("和与及")
WATERS = frozenset("海湖江河山岛湾")
# Particles and the like that follow names far more often than they close them: 见到李华时, 李华正, 李华和.
SELDOM_LAST, LAST_GOES_ON = frozenset("时后前等和与及正又也就都便却才曾今已在从向对把被将让给是有说家边用"), -36
# What no clause ends in: 王勇才，是….
NEVER_ENDING, CLOSING = frozenset("又也就都便却才曾从向对把被将让给是"), tuple("，。；：")
CLOSER = "之"
# 老师傅开到一万五: of the words that end in a surname this one names people.
MASTER = "师傅"
OF_SOMEBODY = re.compile("之[子女父母妻夫弟妹姐兄孙手死后前间中上下外内所家名称说流辈类]")
JOINING_OR_HAVING = frozenset("和与及有")
# Behind 有 what begins no object, behind 和 nobody to whom one could be joined.
CLOSED_WITH = re.compile("有[把将被从还每就便也又正才给守笑]|[和与及][把将被从]")
# Divisions end in these, names do not: 陈家村, and 陈家湾 is no name either.
NEVER_LAST = frozenset("村镇乡县市区省部局厅委院处站所氏的地")
# 村民习惯喊村支书…, 学生欧阳雪捡到…: verbs that no given name ends in.
VERBS_LAST = frozenset("喊叫吃骂卖捡扛拿搬问劝催掏")
LOOKS_AFTER = "管"
# 吴氏锁业, 左某因违规: no given name opens with these, and 左某某 is one.
NO_GIVEN = frozenset("氏某村")
# 百里黄花: what follows a surname of two characters is a word; 玉兰 of 司马玉兰 is a name as well.
SELDOM = 100
# A name that is wholly in quotation marks is a brand or a title.
QUOTED = -90
FUNCTION_TAGS = frozenset("fpdcrum")
PARTICLE_SURNAMES = frozenset("连都从向和于应能可别并常全经由为因成光也还")
HARDLY_SURNAMES = frozenset("由为因从")
# A word that the dictionary counts so often is a word first and a given name second.
COMMON = 300
# So like a name are those in which rare surnames or common given names stand.
LIKELY = 30
# What the dictionary takes for a name is one only with a surname that many bear: 李强, not 福祉.
BORNE = 20


def is_given(given: str, behind: str, words: Words) -> bool:
    """Whether two characters behind a word of relation are a given name sooner than a place or a noun."""
    proper = words.tag(given).startswith(PROPER) and words.frequency(given) < COMMON
    return len(given) > 1 and proper and behind not in NEVER_LAST - {"的", "地"}


def in_itself(text: str, span: Span, people: People, words: Words) -> int:
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
        or (len(name) == 4 and _is_word(name[2:], words, people, SELDOM) and not words.tag(name[2:]).startswith("nr"))
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
    # 菇农蔡新有把车停下: nor before what governs or goes on.
    closed = closed or (len(name) == KNOWN_LENGTH and CLOSED_WITH.match(text, span.end - 1) is not None)
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
    if len(name) < KNOWN_LENGTH and CLOSED_WITH.match(text, span.end) is not None:
        found += LAST_GOES_ON
    # 老王和李大姐: two surnames, joined.
    joined = len(name) == 3 and name[1] in JOINING and name[2] in people.naming.surnames
    if joined and text[span.start - 1 : span.start] in ("老", "小"):
        found += 2 * IS_WORD
    # 周敏之一年里来了三次: what follows no kin and no time closes the name.
    if len(name) == 2 and behind == CLOSER and not OF_SOMEBODY.match(text, span.end):
        found += LAST_GOES_ON
    # 孙先生: a surname and a title.
    # 石桥村民宿老板: a role behind the end of a word.
    if len(name) == KNOWN_LENGTH and name[1:] in people.roles.heads and not borne:
        found += IS_WORD
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
