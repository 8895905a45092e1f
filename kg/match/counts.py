"""A count in, what it is a count of out: the noun behind it, else the one before."""

from __future__ import annotations

import re

from kg.match.around import Around
from kg.match.comparisons import Reading
from kg.match.indicators import LONG, after, before
from kg.match.runs import Figure
from kg.match.scene import Scene, meets_next, right

FOLK = re.compile("[一-鿿]{0,8}(?:儿女|人民(?![政法检医币大代团警银])|父老乡亲|父老|百姓|各族群众)")
SOLVES = ("解决", "解决了", "保障", "保障了", "满足", "满足了", "改善", "改善了", "缓解")
FOLK_ENDS, LONGEST_NOUN = ("民", "员", "工", "人", "户", "生", "者", "众", "师", "妇女", "青年"), 8
HOUSEHOLDS, PEOPLE = "户", "人"
COUNTED = {HOUSEHOLDS: "户数", PEOPLE: "人数"}
AVERAGES = ("平均", "户均", "人均", "每户", "每人")
LISTING = re.compile(
    "[一-鿿]{2,8}?(?P<has>(?:主要|共|现|目前|已)?(?:有|包括|包含|涵盖|囊括|含有))[^，。；]+、[^，。；]+等(?:共|共计|合计)?$"
)
DWELLING = {HOUSEHOLDS: "户数", PEOPLE: "居住人口"}


def counted(scene: Scene, around: Around, last: Figure | None) -> Reading | None:
    """What a count is a count of: the noun behind it, else the one before."""
    text, said, phrase, start, end = scene.text, around.said, around.phrase, around.value.span.start, around.end
    behind = around.behind or _next_noun(scene, around)
    if around.value.unit == PEOPLE and phrase.endswith(FOLK_ENDS) and _acts(scene, behind):
        behind = ""  # 雇用村民230人清洗组件
    # 参保的112户平均领款3700元
    if around.raw.endswith("的") and around.value.unit in DWELLING and phrase and behind.startswith(AVERAGES):
        those = phrase + COUNTED[around.value.unit]
        return those, those, "before", said.start
    # 产品有茶叶、腐乳、米粉等12种
    if listing := LISTING.search(text, around.opens - len(around.raw), around.opens):
        head = before(text, listing.start(), listing.start("has"), scene.words, scene.skips, named=True)
        if head.end - head.start > 1:
            listed = text[head.start : head.end]
            return listed, listed, "before", head.start
    if behind:
        # 57万吉水儿女 are the people of the place.
        noun = "人口" if around.value.unit == PEOPLE and FOLK.match(behind) else behind
        return noun, noun, "after", start
    if end < around.right and scene.words.deeds.match(text, end, around.right):
        deed = text[end : min(around.right, end + 10)]
        return (said.verb or phrase) + deed, deed, "deed", said.end - len(said.verb)
    # 4个村民小组186户: what the figure before counts is no household.
    counted = around.value.unit in DWELLING and last and last.noun and last.noun.start <= said.start < last.noun.end
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
        return phrase, phrase, "before", said.start
    done = text[said.verbs : said.end]
    # 解决3.1万人的饮水问题
    if said.verb in SOLVES and text[end : end + 1] == "的":
        solved = after(text, end + 1, around.right, scene.words, scene.names)
        done += text[solved.start : solved.end] if solved else ""
    if not said.verb or len(done) < 2:
        return None
    # 梳理问题217个，已解决198个
    of = _head(scene, last.base) if last and last.value.unit == around.value.unit else ""
    return done + of, of or done, "verb", said.verbs


def _acts(scene: Scene, words: str) -> bool:
    """Whether the words behind a figure begin with what is done."""
    return len(words) > LONGEST_NOUN or (words != "" and scene.words.wordhood.cut(words)[0][1].startswith("v"))


def _head(scene: Scene, base: str) -> str:
    """党员通过小程序上报问题 … 办结96件: of a whole clause only its last word is what was done away with."""
    return base if len(base) <= LONG else scene.words.wordhood.cut(base)[-1][0]


def _next_noun(scene: Scene, around: Around) -> str:
    index = around.place + 1
    if not meets_next(scene, around.place):
        return ""
    noun = after(scene.text, scene.ends[index], right(scene, index), scene.words, scene.names)
    return scene.text[noun.start : noun.end] if noun else ""
