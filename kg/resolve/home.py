"""Place mentions in, the place that each article is about out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.model import Document, Form, Mention, Role, Sentence
from kg.resolve.families import BELOW

# How much a mention says of what the article is about, by where it stands.
TITLE, HEADING, OPENING, TOPIC, PLAIN, PASSING = 4.0, 2.0, 2.0, 1.5, 1.0, 0.25
# A town speaks for its county; a province or city is often named only to say where the county lies.
TOWN, WIDE = 0.5, {"Province": 0.5, "Prefecture": 0.8}
FRAME = (0.6, 0.8)
# A single mention somewhere in the body does not make an article of its own place on a page about another.
ENOUGH = 2.0
OPENING_SENTENCES = 2
# What each 全县 or 该市 adds to the county or city most spoken of.
STANDING_FOR, MOST = 0.5, 6
# And to a district of which alone the text says so.
ALONE, DISTRICT, CITY = 1.0, "区", "市"
# 与会昌县相比, 向四川学习: the place stands beside the matter.
BESIDE = ("与", "和", "同", "比", "较", "从", "至", "到", "学习", "来自", "、", "及", "向", "等")
# 地处江岳、云州、白水三市交汇处: that something lies between them says of none that it is there.
BETWEEN = re.compile("[^，。；：]{0,24}?(?:交[汇界接]|结合部|接壤|毗邻|相邻)")
# A report whose best place is hardly named is about none that the text tells.
FAINT = 0.5
# Whoever goes there is at home elsewhere.
GONE_TO = ("赴", "前往", "奔赴")
# 江岳市副市长李华率队来县考察: who comes is a guest where the report is at home.
GUEST = re.compile(
    "[^，。；：请迎引接]{0,16}?(?<![年月以天日本后原历从上下出起])来(?![自源年说到])[^，。；：]{0,8}?"
    "(?:考察|调研|对接|视察|指导|慰问|参观|学习|交流|洽谈|访问|督导)"
)
LEVEL_WORDS = ("社区", "街道", "县", "市", "区", "旗", "州", "盟", "省", "镇", "乡", "村", "团", "连")
TITLES = (Role.TITLE, Role.HEADING)
# From these somebody goes elsewhere.
GOING = ("Prefecture", "County")


def weights(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    above: Sequence[int | None],
    names: Mapping[int, str],
    counties: Mapping[int, str],
) -> list[dict[str, float]]:
    """For each article how much it speaks of each division.

    `names` holds the IRIs of the mentions of divisions, `counties` the IRI of the county in which a bare town lies.
    """
    text = document.text
    # Of 赣州市云岭县白石镇 the text speaks of the county: what stands above it only says where that is.
    links = {
        k for i, k in enumerate(above)
        if k is not None and not (mentions[k].type == "County" and mentions[i].type in BELOW)
    }  # fmt: skip
    scores: list[dict[str, float]] = [defaultdict(float) for _ in document.articles]
    stands: list[Counter[str]] = [Counter() for _ in scores]
    visited: list[set[str]] = [set() for _ in scores]
    at = 0
    bodies = [0] * len(scores)
    for sentence in sentences:
        if sentence.role not in TITLES:
            bodies[sentence.article] += 1
        somebody = ""  # the first place that the sentence names: who goes may be from there
        while at < len(mentions) and mentions[at].span.start < sentence.span.end:
            mention, i = mentions[at], at
            at += 1
            if mention.form is Form.ANAPHOR and mention.span.start >= sentence.span.start:
                stands[sentence.article][level_word(mention.name)] += 1
            # A dateline says where the report was sent from, not what it is about.
            if mention.span.start < sentence.span.start or mention.rule == "place/dateline":
                continue
            if i in counties:
                scores[sentence.article][counties[i]] += TOWN
            elif i in names:
                if guest(text, mention):
                    visited[sentence.article].add(names[i])
                    continue
                if gone_to(text, mentions, above, i):
                    # 白石镇赴安吉县考察，了解安吉县的经验: what is said of it further on is what they saw.
                    if somebody and names[i] not in scores[sentence.article]:
                        visited[sentence.article].add(names[i])
                    continue
                somebody = somebody or (names[i] if mention.type in GOING else "")
                if names[i] in visited[sentence.article]:
                    continue
                weight = _weight(text, sentence, mention, bodies[sentence.article])
                scores[sentence.article][names[i]] += (PASSING if i in links else weight) * WIDE.get(mention.type, 1.0)
    for score, words in zip(scores, stands, strict=True):
        for word, count in sorted(words.items()):
            meant = max((iri for iri in sorted(score) if iri.endswith(word)), key=lambda iri: score[iri], default=None)
            if meant is not None and word:
                # 全区, and never 全市: the city that is named says where the district lies.
                alone = word == DISTRICT and not words[CITY]
                score[meant] += (ALONE if alone else STANDING_FOR) * min(count, MOST)
    return scores


def level_word(name: str) -> str:
    """The word for a level in 全县, 该市, 县里, or "".

    >>> level_word("全县"), level_word("县域"), level_word("我们社区"), level_word("当地")
    ('县', '县', '社区', '')
    """
    return next((word for word in LEVEL_WORDS if word in name), "")


def gone_to(text: str, mentions: Sequence[Mention], above: Sequence[int | None], i: int) -> bool:
    """Whether somebody goes to the place of a mention: 赴武汉市江岸区."""
    opening = _opening(mentions, above, i)
    return text[max(0, opening - 2) : opening].endswith(GONE_TO)


def guest(text: str, mention: Mention) -> bool:
    """Whether those of a county or city come to where the report is at home: 江岳市副市长李华率队来县考察."""
    return mention.type in GOING and GUEST.match(text, mention.span.end) is not None


def _opening(mentions: Sequence[Mention], above: Sequence[int | None], i: int) -> int:
    """Where the chain begins that a mention ends."""
    k = above[i]
    while k is not None:
        i, k = k, above[k]
    return mentions[i].span.start


def _weight(text: str, sentence: Sentence, mention: Mention, body: int) -> float:
    if sentence.role is Role.TITLE:
        return TITLE
    if sentence.role is Role.HEADING:
        return HEADING
    if mention.form is not Form.ANAPHOR and text[max(0, mention.span.start - 2) : mention.span.start].endswith(BESIDE):
        return PASSING
    if mention.form is not Form.ANAPHOR and BETWEEN.match(text, mention.span.end, sentence.span.end):
        return PASSING
    if body <= OPENING_SENTENCES:
        return OPENING
    return TOPIC if any(mention.span.start == clause.start for clause in sentence.clauses) else PLAIN


def homes(scores: Sequence[Mapping[str, float]], lower: Mapping[str, int]) -> list[str]:
    """The IRI of each article's own place, or "": the one most spoken of; of two alike the lower one.

    `lower` ranks the candidates from the province down. An article that hardly names a place has that of the page.
    """
    page: dict[str, float] = defaultdict(float)
    for score in scores:
        for iri, weight in score.items():
            page[iri] += weight
    whole = _best({iri: weight for iri, weight in page.items() if weight > FAINT}, lower)
    found = []
    for score in scores:
        best = _best(score, lower)
        found.append(best if best and score[best] >= ENOUGH else whole)
    return found


def _best(score: Mapping[str, float], lower: Mapping[str, int]) -> str:
    best = max(sorted(score), key=lambda iri: (score[iri], lower.get(iri, 0)), default="")
    for rank in range(lower.get(best, 9) + 1, 3):
        below = max((iri for iri in sorted(score) if lower.get(iri) == rank), key=lambda iri: score[iri], default="")
        # What stands higher is often named only as the frame of what the text is about.
        if below and score[below] >= FRAME[lower[best]] * score[best]:
            best = below
    return best
