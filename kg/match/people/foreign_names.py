"""A text in, the people in it whose names are written by their sound out: 艾力·买买提, 扎西次仁."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.people.counted_names import counted
from kg.match.people.person_context import PARTICLES, TELLING, People
from kg.match.people.person_evidence import AFTER, BEFORE, what_is_after, what_is_before
from kg.match.people.person_itself import COMMON
from kg.match.people.spoken_names import LONGEST, LONGEST_CHINESE, NO_NAME, SAYS, SYLLABLES, speaking, spoken_of
from kg.match.places.occurrences import places_of
from kg.match.places.place_grammar import is_letter
from kg.match.rulebook.words import DOING, PROPER, Words
from kg.model import Mention, Span

DOT = "·"
NEVER = -1000
# What looks as much like a Chinese name as this, 郭金龙, is left to those.
CHINESE = 40
PEOPLE = ("nr", "nrt", "nrfg")
# The particle that sounds like a syllable of names closes none.
CLOSES_NONE = "和也曾"
# Adverbs that sound like syllables: 党员也都爱听.
ADVERBS = ("也", "都", "更", "先", "太", "正")
ADVERB_LAST = re.compile("都(?=[是有在说来去])")
CLOSES_ONE = ("孟和", "木和")
BOUNDED = re.compile(
    f"(?<=[、，。；：！？\\n])({SYLLABLES}{{1,4}}(?:·{SYLLABLES}{{2,7}}){{1,3}})(?=[、，。；]|等(?![级奖]))"
)
LONG_RUN = 4
SHORTEST, SHORTEST_DOTTED = 3, 4
# Who is said to speak elsewhere by a name of two syllables.
RARE_NAME = 3
SELDOM, OFTEN = 30, 1000
LONG_NAME = 6


DENIED = "不"


def find_foreign(text: str, people: People, words: Words) -> Iterator[Mention]:
    """Names with a dot wherever they stand; names without one right behind a role.

    >>> from kg.gazetteer import load_gazetteer
    >>> from kg.match.people.person_context import compile_people
    >>> from kg.match.rulebook.rules import load_rules
    >>> people = compile_people(load_gazetteer(), load_rules())
    >>> [m.name for m in find_foreign("合作社理事长艾山·热合曼和村民扎西次仁说", people, Words())]
    ['艾山·热合曼', '扎西次仁']
    """
    end = 0
    given = set(_given_names(text, people, words))
    places = {
        *_dotted(text, people, words),
        *_bounded(text, words),
        *_behind_roles(text, people, words),
        *given,
        *_by_deeds(text, people, words),
        *counted(text, people, words),
        *spoken_of(text, people, words),
        *speaking(text, people, words),
    }
    for start, stop in sorted(places, key=lambda place: (place[0], -place[1])):
        # 局长曲丽华不避短: what a name of three characters is denied.
        if start >= end and not (stop - start == len(DENIED) + 3 and text.startswith(DENIED, stop - 1)):
            end = stop
            kind = "dotted" if DOT in text[start:stop] else "given" if (start, stop) in given else "foreign"
            yield Mention(Span(start, stop), "Person", f"person/{kind}", text[start:stop])
            for beside in _beside(text, stop, people, words):
                end = beside.end
                yield Mention(beside, "Person", "person/foreign", text[beside.start : beside.end])


def _beside(text: str, stop: int, people: People, words: Words) -> Iterator[Span]:
    """阿卜杜拉、图尔荪尼亚孜: what is written by its sound in a row with such a name is another one."""
    while text[stop : stop + 1] == "、":
        end = _run(text, stop + 1, people, words)
        name = text[stop + 1 : end]
        known = len(name) >= SHORTEST and _sounds_foreign(name, people, words) and not _two_words(name, words)
        if not known or name in people.ordinary or text[end : end + 1] == DOT:
            return
        yield Span(stop + 1, end)
        stop = end


def _dotted(text: str, people: People, words: Words) -> Iterator[tuple[int, int]]:
    dot, last = text.find(DOT), 0
    while dot >= 0:
        start = dot
        while start > max(last, dot - LONGEST) and text[start - 1] in people.transliterating:
            start -= 1
            if people.roles.kind_before(text, start):
                break
        # 干部赵德提·: behind a role a surname may open such a name.
        if (
            start < dot
            and text[start - 1 : start] in people.naming.surnames
            and people.roles.kind_before(text, start - 1)
        ):
            start -= 1
        start = max(last, min(start, _known_before(text, dot, words)))
        # 艾力·买买提和艾山·热合曼 are two.
        start += last > 0 and start == last and text[start] in CLOSES_NONE[0]
        # 和艾力·买买提一样，…: with whom somebody is compared opens the clause.
        start += start < dot - 1 and text[start] == CLOSES_NONE[0] and not is_letter(text[start - 1 : start] or "。")
        end = _part(text, dot + 1, people, words)
        # 艾力·买买提正挑选新梅
        end -= end - dot > SHORTEST and text[end - 1] == "正" and is_letter(text[end : end + 1] or "。")
        while text[end : end + 1] == DOT:
            end = _part(text, end + 1, people, words)
        following = text.find(DOT, max(dot + 1, end))
        both = start < dot and end > dot + 1 and end - start >= SHORTEST_DOTTED
        if both and _said_of_a_person(text, start, end, people, words):
            last = end
            yield start, end
        dot = following


def _known_before(text: str, dot: int, words: Words) -> int:
    """Where the name begins before a dot that the dictionary knows, whatever its characters: 撒切尔·哈里斯."""
    at = max(0, dot - LONGEST)
    pieces = words.cut(text[at:dot].rpartition("\n")[2])
    word, tag = pieces[-1] if pieces else ("", "")
    return dot - len(word) if len(word) > 1 and tag in PEOPLE else dot


def _bounded(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """、阿沛·阿旺晋美、: a name with a dot that marks bound on both sides, whatever its characters."""
    for match in BOUNDED.finditer(text) if DOT in text else ():
        left, right = match[1].split(DOT)[0], match[1].rsplit(DOT)[-1]
        said = any(len(word) > 1 and tag[:1] == "v" for word, tag in words.cut(right)[1:])
        # 古丽·哈力克患有残疾，: what somebody does is no part of the name.
        if words.tag(left) != "ns" and words.tag(right) != "ns" and not said:
            yield match.span(1)


def _behind_roles(text: str, people: People, words: Words) -> Iterator[tuple[int, int]]:
    for match in people.foreign.finditer(text):
        start = match.start()
        role = people.roles.kind_before(text, start)
        # 管理事项多达113项: 事项 is one word, and 理事 no role.
        if role is None or role[0] == "crowd" or words.frequency(text[start - 1 : start + 1]) >= COMMON:
            continue
        end = _run(text, start, people, words)
        known = role[0] in TELLING and not role[1]
        speaks = end - start == SHORTEST - 1 and known and _is_somebody(text, start, end, words)
        # 农户多达9200人
        if not text[end : end + 1].isdigit() and (speaks or _sounds_foreign(text[start:end], people, words)):
            after = what_is_after(text, Span(start, end), people, words, NEVER)
            if after not in ("torn", "thing") and (after != "stump" or end - start > LONGEST_CHINESE):
                yield start, end


def _given_names(text: str, people: People, words: Words) -> Iterator[tuple[int, int]]:
    """村民尼玛, 嘎查书记包额尔敦, “……”乌兰说: names of the list behind a role, or between a speech and its verb."""
    for match in people.by_sound.finditer(text):
        start, end = match.span()
        # 村民乌兰: what looks like a surname may be the end of the role.
        start += end - start >= SHORTEST and people.roles.kind_before(text, start + 1) is not None
        role = people.roles.kind_before(text, start)
        speaks = text[start - 1 : start] == "”" and SAYS.match(text, end) is not None
        whole = DOT not in (text[end : end + 1], text[start - 1 : start])
        if (
            (role or speaks)
            and whole
            and what_is_after(text, Span(start, end), people, words, NEVER) not in ("torn", "thing")
        ):
            yield start, end


def _is_somebody(text: str, start: int, end: int, words: Words) -> bool:
    """乡长格扎, and 格扎介绍: whether one of two syllables behind a role says or does something, here and elsewhere."""
    name = text[start:end]
    places = tuple(places_of(text, name))
    if any(SAYS.match(text, at + len(name)) for at in places):
        return True
    unknown = words.frequency(name) < RARE_NAME
    return unknown and len(places) > 1 and all(_does(text, at + len(name), words) for at in places[:2])


def _by_deeds(text: str, people: People, words: Words) -> Iterator[tuple[int, int]]:
    """帕帕佐说, 布莱尔首相: names at the head of a clause, or behind a verb or particle, by what follows them."""
    starts = [match.end() for match in people.sounding.finditer(text)]
    if len(text) > 1 and people.transliterating.issuperset(text[:2]):
        starts.insert(0, 0)
    for start in starts:
        end = _run(text, start, people, words)
        name = text[start:end]
        known = words.tag(name) in ("nr", "nrt")
        # “和和美美”: behind a particle a short run of syllables that no dictionary knows is no name yet.
        least = SHORTEST - known if known or text[start - 1 : start] not in tuple(PARTICLES) else LONG_RUN
        if len(name) < least or name in people.ordinary or _two_words(name, words):
            continue
        after = what_is_after(text, Span(start, end), people, words, NEVER)
        told = after in ("title", "speech") or (known and after == "person")
        # 赛音其木格是嘎查的牧民。
        told = told or (after == "later speech" and (known or len(name) > LONG_RUN))
        told = told or (after == "person" and len(name) >= LONG_RUN)  # 扎西拉姆今年28岁
        known = known and len(name) >= SHORTEST
        # 石桥村的吉木拉且家有牛羊
        dwells = len(name) >= LONG_RUN and after == "verb" and what_is_before(text, start, people) == "dweller"
        # 他叫扎西次仁，是…, 今年56岁的扎西次仁是…
        called = text.endswith(people.called, 0, start) and len(name) > SHORTEST
        called = called and after in ("end", "verb", "later speech")
        met = known and after in ("end", "verb", "other") and text.endswith(people.person_verbs, 0, start)
        acts = known and after == "verb" and _does(text, end, words)
        # 被巴尔扎克称为: so long a name is nobody else's.
        acts = acts or (known and len(name) >= LONG_RUN and after not in ("thing", "torn", "stump"))
        if (told or called or met or acts or dwells) and _sounds_foreign(name, people, words):
            yield start, end


def _does(text: str, end: int, words: Words) -> bool:
    """Whether a verb, an adverb or a preposition follows: 阿拉法特希望, not 黑山羊三大主业."""
    after = words.cut(text[end : end + LONGEST].partition("\n")[0])[:1]
    return bool(after) and after[0][1][:1] in DOING


def _two_words(name: str, words: Words) -> bool:
    """努力提高 is made of two words of the language, 和和美美 of one, though each character can be a syllable."""
    if len(name) != LONG_RUN:
        return False
    halves = (name[:2], name[2:])
    ordinary = all(words.frequency(half) and not words.tag(half).startswith(PROPER) for half in halves)
    return ordinary or all(half[0] == half[1] for half in halves)


def _sounds_foreign(name: str, people: People, words: Words) -> bool:
    """Whether a name is none of the Chinese kind; one of two characters the dictionary must know."""
    if name[:1] in ADVERBS and not words.tag(name).startswith("nr"):
        return False
    if len(name) > LONGEST_CHINESE:
        # 村民依依不舍
        return not words.frequency(name) or words.tag(name).startswith(PROPER)
    if len(name) < LONGEST_CHINESE:
        return len(name) == 2 and name[0] not in people.naming.surnames and words.tag(name).startswith("nr")
    likeness = people.naming.likeness(name)
    return likeness is None or likeness < CHINESE


def _part(text: str, start: int, people: People, words: Words) -> int:
    """The end of what stands behind a dot, where even an ordinary word is a part of the name: 英迪拉·甘地."""
    word, tag = (*words.cut(text[start : start + LONGEST].partition("\n")[0])[:1], ("", ""))[0]
    ordinary = len(word) > 1 and not tag.startswith(PROPER) and words.frequency(word) > SELDOM
    if ordinary and all(c in people.transliterating for c in word):
        return start + len(word)
    end = _run(text, start, people, words)
    while _goes_on(text, end, people, words):
        end = _run(text, end + 1, people, words)
    return end


def _goes_on(text: str, end: int, people: People, words: Words) -> bool:
    """阿布来提, 排吐拉: whether a character that seldom writes such names stands before more of those that do."""
    char, after = text[end : end + 1], text[end + 1 : end + 1 + LONGEST].partition("\n")[0]
    kazakh = char == "了" and after[:1] in tuple("汗别")  # 托了汗
    if not is_letter(char or "。") or (char in NO_NAME and not kazakh) or after[:1] not in people.transliterating:
        return False
    word, tag = words.cut(after)[0]
    place = len(word) > 1 and tag == "ns"
    return not place and not words.frequency(char + after[:1]) and _run(after, 0, people, words) > 0


def _run(text: str, start: int, people: People, words: Words) -> int:
    """The end of the transliterating characters from `start` on; an ordinary word among them ends the name."""
    end = start
    for word, tag in words.cut(text[start : start + LONGEST].replace("\n", "。")):
        ordinary = len(word) > 1 and not tag.startswith(PROPER) and words.frequency(word) > SELDOM
        # 乌云其木格: a word that opens a longer run of such syllables is one of them.
        if ordinary and end == start and words.frequency(word) < OFTEN:
            ordinary = not all(c in people.transliterating for c in text[start : start + LONG_RUN])
        # 西亚松和文莱外长: the particle ends a name that is long enough.
        joins = word == CLOSES_NONE[0] and end - start >= SHORTEST and not text.endswith(CLOSES_ONE, start, end + 1)
        if ordinary or joins or not all(c in people.transliterating for c in word):
            break
        end += len(word)
    while end > start and text[end - 1] in CLOSES_NONE and not text.endswith(CLOSES_ONE, start, end):
        end -= 1
    # 卓玛措都是…: before such verbs the adverb is none of the syllables.
    return end - 1 if end - start > SHORTEST and ADVERB_LAST.match(text, end - 1) else end


def _said_of_a_person(text: str, start: int, end: int, people: People, words: Words) -> bool:
    """Whether something besides the dot says that it is a person: what stands round it, or that it is long."""
    after = what_is_after(text, Span(start, end), people, words, NEVER)
    if after == "thing":
        return False  # 爱因·夏姆斯大学
    left, _, right = text[start:end].partition(DOT)
    places = words.tag(left) == "ns" or words.tag(right) == "ns"
    borne = words.tag(left).startswith("nr") or words.tag(right).startswith("nr")
    if (end - start > LONG_NAME or borne) and not places and text[start - 1 : start] not in ("“", "《"):
        return True
    before = what_is_before(text, start, people)
    return BEFORE[before] > 0 or (after is not None and AFTER[after] > 0)
