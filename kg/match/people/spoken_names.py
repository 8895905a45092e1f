"""A text in, where somebody speaks whose name is written by its sound out: 党委书记永宏介绍, ”热多笑着说."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.match.people.person_context import People
from kg.match.rulebook.words import PROPER, Words

LONGEST = 8
LONGEST_CHINESE = 3
SYLLABLES = "[^的了在是和与为及由被说对向，。、；：！？（）“”《》·\\W0-9A-Za-z]"
SAYS = re.compile(
    "(?:介绍|表示|坦言|直言|解释|回忆|感慨|感叹|补充|告诉记者|深有感触|深有体会|感触很深|感触颇深|说)(?=[，。；：“说道地]|$)|告诉记者"
)
# ”热多笑着说: who speaks, behind what is said.
AFTER_SPEECH = re.compile(f"(?<=”)({SYLLABLES}{{2,4}}?)(?:笑着|[^，。；：“”\\n]{{1,7}}地)?(?:{SAYS.pattern})")
NO_NAME = frozenset("的着了地得边还也又都就在正则却便再常曾将向对给让和与跟同笑哭喊忙一不有是这那他她我们")
# Besides a post these stand before the name of one who says something.
OTHERS = ("work", "resident", "press")
LENGTHS = (3, 2, 4, 5, 6)
# A word that the dictionary hardly counts may as well be two syllables: 阿金.
RARE = 50
# 吉好也求: within a long name the particle is a syllable.
INNER = frozenset("也")
# So unlike a Chinese name are 安里色 and 格扎.
UNLIKE = 0
MANNER = frozenset("忙常总再曾才先连细答接急乐多后前时")
SHORTEST = 2


def spoken_of(text: str, people: People, words: Words) -> Iterator[tuple[int, int]]:
    """苏木党委书记永宏介绍: between a post and what its holder says stand characters that make no word."""
    for match in SAYS.finditer(text):
        end = _before_manner(text, match.start(), words)
        for start in (end - length for length in LENGTHS if end > length):
            role = people.roles.kind_before(text, start)
            if role is None or role[1] or not (role[0] == "post" or role[0] in OTHERS):
                continue
            # 党总支书记赵霞: 书记 is one role, and 支书 none there.
            # 总工|程师江慧容说: the role goes on.
            if any(people.roles.kind_before(text, start + n) is not None for n in (1, 2)):
                continue
            short = role[0] != "post" and end - start == SHORTEST
            if short and not people.transliterating.issuperset(text[start:end]):
                continue
            if _no_word(text[start:end], people, words):
                yield start, end
                break


def speaking(text: str, people: People, words: Words) -> Iterator[tuple[int, int]]:
    """“……”热多说: who speaks behind what is said, by the syllables of a name that the text holds again."""
    for match in AFTER_SPEECH.finditer(text):
        name = match[1]
        sounding = people.transliterating.issuperset(name) and name not in people.ordinary
        if sounding and text.count(name) > 1 and _no_word(name, people, words):
            yield match.span(1)


def _no_word(name: str, people: People, words: Words) -> bool:
    """Whether what can be no Chinese name holds no word of the language either."""
    if (
        not name.isalpha()
        or name.isascii()
        or not NO_NAME.isdisjoint(name.replace("也", "").replace("那", "") if len(name) > 3 else name)
    ):
        return False
    if len(name) > LONGEST_CHINESE:
        sounds = name[0] in people.transliterating or name[0] in people.naming.surnames
        cut = words.cut(name)
        known = all(len(word) == 1 or tag.startswith(PROPER) or words.frequency(word) <= RARE for word, tag in cut)
        return sounds and known and name[0] not in INNER and name[-1] not in INNER | MANNER
    # 安里色 opens with a surname, and is as unlike a Chinese name as can be.
    likeness = (people.naming.likeness(name[:length]) for length in range(2, len(name) + 1))
    return all(weight is None or weight < UNLIKE for weight in likeness) and all(
        len(word) == 1 for word, _ in words.cut(name)
    )


def _before_manner(text: str, end: int, words: Words) -> int:
    """Where the word begins that says how somebody speaks, or `end`: 柔贵忠笑呵呵地说."""
    if text[end - 1 : end] != "地":
        return end
    manner = words.cut(text[max(0, end - LONGEST) : end - 1].rpartition("\n")[2])[-1:]
    return end - 1 - len(manner[0][0]) if manner and len(manner[0][0]) > 1 else end
