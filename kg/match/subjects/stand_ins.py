"""Mentions in, the words that stand for a body, a house or an undertaking out: 该公司, 合作社已…, 此次活动."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.match.rulebook.alternation import one_of
from kg.match.rulebook.kinds import BODIES, WAYS
from kg.match.rulebook.rule_types import Rules
from kg.match.subjects.openers import Openers
from kg.model import Claim, Document, Form, Mention, Sentence, Span

EVENT = "Event"
UNDERTAKINGS = WAYS | {EVENT}
NAMED = BODIES | UNDERTAKINGS | {"Facility", "Region"}
RULE = "stand-in"
# How far back, in characters, a body is still the one that 该公司 means, and in paragraphs the one that 公司 means.
REACH, PARAGRAPHS = 400, 1
COUNTED = re.compile("(?:[0-9一二三四五六七八九十百两几多余数]+[家个所名户]|等|各|这些|一批|多家)[^，。；、]{0,8}$")
WAYS_POINTED = "该|这一|这个|这项|这套|这种|这次|这场|这届|此次|此项|本次|本届|整个"
BODIES_POINTED = "该|这家|这个|这座|这所|这处|这片|这条|本|他的|她的"
BESIDE = frozenset("由与和同跟及")
# 他的合作社 goes by the noun, as 合作社 does.
HIS = frozenset("他她")
# A name of six characters or more says of itself which one it is.
WHOLE = 6
NONE: frozenset[str] = frozenset()
# 公司与宏远集团签约, 合作社，: what may follow a noun that stands alone, besides verbs, adverbs and prepositions.
BARE_BEFORE = frozenset("与和同在将把由共现已还又也先后年")
PARTY = "党"
# 龙头企业带着，农户跟着。企业…: firms in general were spoken of since.
FIRMS, GENERIC = "企业", re.compile("(?:龙头|入驻|加工|各|规上|中小)企业")
# 企业满意度达98%, 企业数量增长20%: firms in general are asked and counted.
OF_MANY = re.compile(
    "满意[度率]|获得感|数量|总数|家数|个数|诉求|[开注]办|办事|登记|注册数|准入|问题|难题|群众|职工群众|活跃度|存活率|参与[度率]|覆盖率"
)
# 法院收案9件, 园区容积率由0.9提高: what is counted or measured of it.
MEASURED = re.compile("(?![家员们主户型化名区部类经])[^的、和与及等“”，。；\\W0-9]{1,8}[0-9]")


# 县长李华出席会议并讲话: the meeting or festival that was named last.
ATTENDED = re.compile(
    "(?:出席|参加|列席|主持)(?:了|此次|本次)?(?P<noun>会议|大会|活动|论坛|仪式|开幕式|推进会|座谈会|研讨会|现场会)(?=[，。；、并和]|$)"
)
ATTENDS = "会"


@dataclass(frozen=True, slots=True)
class StandIns:
    """The nouns that name a body again: as regular expressions, and the classes of what goes by them."""

    pointed: re.Pattern[str]
    bare: re.Pattern[str]
    classes: Mapping[str, frozenset[str]]  # whatever its name ends with
    endings: Mapping[str, tuple[str, ...]]  # of the names that a noun stands for, where they end otherwise than it


def compile_stand_ins(rules: Rules) -> StandIns:
    """The word lists `body_anaphors` and `way_anaphors`, made once for all documents."""
    bodies, ways = rules.tables["body_anaphors"], rules.tables["way_anaphors"]
    rows = [*bodies, *ways]
    return StandIns(
        re.compile(
            f"(?:{WAYS_POINTED})({one_of([row[0] for row in ways])})"
            f"|(?:{BODIES_POINTED})({one_of([row[0] for row in bodies])})"
        ),
        re.compile(one_of([row[0] for row in rows if row[1] == "bare"])),
        {row[0]: frozenset(row[2].split()) for row in rows if len(row) > 2},
        {row[0]: tuple(row[3].split()) for row in rows if len(row) > 3},
    )


def find_stand_ins(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], words: StandIns, openers: Openers
) -> dict[Mention, Mention]:
    """Each word that stands for a body or facility, with the mention that named it last.

    >>> from kg.match.subjects.openers import compile_openers
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.proof.pages import plain_document
    >>> from kg.read.page.sentences import sentences
    >>> rules = load_rules()
    >>> document = plain_document("绿野公司种茶。该公司建成冷库。")
    >>> named = Mention(Span(0, 4), "Enterprise", "", "绿野公司")
    >>> words = compile_stand_ins(rules)
    >>> found = find_stand_ins(document, sentences(document), [named], words, compile_openers(rules))
    >>> [(document.quote(word.span), meant.name) for word, meant in found.items()]
    [('该公司', '绿野公司')]
    """
    starts = [m.span.start for m in mentions]
    found: dict[Mention, Mention] = {}
    for sentence in sentences:
        for word, noun, near in _words(document, sentence, words, openers):
            k = bisect_left(starts, word.start)
            if (k and mentions[k - 1].span.end > word.start) or (k < len(mentions) and starts[k] < word.end):
                continue  # part of a name
            meant = _meant(document, mentions[:k], sentence, word, noun, near, words)
            if meant is not None and not (near and _others(document.text, meant.span.end, word.start, noun)):
                found[replace(meant, span=word, rule=RULE, form=Form.ANAPHOR, core=None, inside=())] = meant
    return found


def _words(
    document: Document, sentence: Sentence, words: StandIns, openers: Openers
) -> Iterator[tuple[Span, str, bool]]:
    """The words of a sentence that may stand for a body, each with its noun and whether that stands alone."""
    text = document.text
    for match in words.pointed.finditer(text, sentence.span.start, sentence.span.end):
        yield Span(*match.span()), match[1] or match[2], match[0][0] in HIS
    for clause in sentence.clauses:
        at = openers.skip(text, clause)
        attended = ATTENDED.search(text, clause.start, clause.end)
        if attended is not None:
            yield Span(*attended.span("noun")), ATTENDS, False
        bare = words.bare.match(text, at, clause.end)
        if bare is None:
            continue
        acts = openers.governs(text, bare.end()) or text[bare.end() : bare.end() + 1] in BARE_BEFORE
        if bare[0] == FIRMS and OF_MANY.match(text, bare.end(), clause.end):
            continue
        if acts or MEASURED.match(text, bare.end(), clause.end):
            yield Span(*bare.span()), bare[0], True


def _meant(
    document: Document, before: Sequence[Mention], sentence: Sentence, word: Span, noun: str, near: bool,
    words: StandIns,
) -> Mention | None:  # fmt: skip
    """The last body or facility that goes by the noun: in this paragraph or the one before, for a noun alone."""
    article = document.articles[sentence.article]
    first = article.paragraphs[max(0, sentence.paragraph - PARAGRAPHS)].span.start if near else article.span.start
    low = max(first, word.start - REACH)
    classes = frozenset((EVENT,)) if noun == ATTENDS else words.classes.get(noun, NONE)
    undertaken = not classes.isdisjoint(UNDERTAKINGS)
    ends = (noun, *words.endings.get(noun, ()))
    other: Mention | None = None
    partner: Mention | None = None
    member: Mention | None = None
    paragraph = article.paragraphs[sentence.paragraph].span.start
    for mention in reversed(before):
        if mention.span.start < low:
            break
        # 走进恒远公司注塑车间，…。公司…: the firm whose shop was named.
        mention = next((m for m in mention.inside if m.span.start == mention.span.start and m.type in BODIES), mention)
        if mention.type not in NAMED or mention.form is Form.ANAPHOR:
            continue
        # 云岭公司由恒远公司与绿野集团组建。公司…: with whom or by whom something is done is not what goes on.
        if partner is not None and mention.span.start < paragraph:
            break
        if _is_half(document, mention):
            continue
        fits = mention.type in classes and (
            mention.form is not Form.NOMINAL or len(mention.span) >= WHOLE or mention.type == EVENT
        )
        # 公司 is whatever enterprise was named last, also 云茶集团; 该中心 is a 中心 sooner than another facility.
        name = document.quote(mention.span) if mention.form is Form.QUOTED else mention.name
        if (fits and len(classes) == 1 and classes.isdisjoint(UNDERTAKINGS)) or (
            name.endswith(ends) and len(name) > len(noun) + 1
        ):
            beside = near and document.text[mention.span.start - 1] in BESIDE and mention.span.start > paragraph
            # 养殖项目启动。建起养殖基地，该项目…: what the same sentence named is nearer.
            nearer = other is not None and mention.span.start < sentence.span.start <= other.span.start
            # 公园建有观星台、芦苇荡等。该公园…: a house among others in a row is not what is spoken of.
            if not (near or beside) and mention.type == "Facility" and _in_a_row(document.text, mention):
                member = member or mention
                continue
            if not beside:
                return other if nearer else mention
            partner = partner or mention
            continue
        if fits and (undertaken or not near):
            other = other or mention
    partner = partner or member
    # 云岭法院…。法院收案9件, some paragraphs on: of the only one in the article; but 党支部领着干 is a saying.
    alone = partner is None and other is None and near and noun[0] != PARTY
    if alone and (only := _only_one(document, before, article.span.start, ends)):
        return only
    if partner is not None or other is not None or article.title is None:
        return partner or other
    # 北山林场的账变了: what the headline names is meant all through its article.
    titled = (m for m in before if m.type in NAMED and article.title.covers(m.span))
    return next((m for m in titled if m.name.endswith(noun) and len(m.name) > len(noun) + 1), None)


def _only_one(document: Document, before: Sequence[Mention], start: int, ends: tuple[str, ...]) -> Mention | None:
    """The last of the bodies named so since `start`, where they are one: 云岭法院 is the 云岭县人民法院."""
    named = [
        (m, document.quote(m.span)) for m in before
        if m.span.start >= start and m.type in NAMED and m.form is not Form.ANAPHOR and not _is_half(document, m)
    ]  # fmt: skip
    called = [(m, name) for m, name in named if name.endswith(ends) and len(name) > min(map(len, ends)) + 1]
    longest = max((name for _, name in called), key=len, default="")
    return called[-1][0] if called and all(set(name) <= set(longest) for _, name in called) else None


def _in_a_row(text: str, mention: Mention) -> bool:
    """建有观星台、芦苇荡等: whether a name is one of a row."""
    return text[mention.span.start - 1] == "、" or text.startswith("、", mention.span.end)


def _is_half(document: Document, mention: Mention) -> bool:
    """茶叶与文旅融合项目: whether a described undertaking may be the second half of a longer name."""
    described = mention.form is Form.NOMINAL and mention.type in WAYS
    return described and document.text[mention.span.start - 1 : mention.span.start] in BESIDE


def _others(text: str, start: int, end: int, noun: str) -> bool:
    """Whether others of the kind were counted or listed since: 21家种子企业."""
    if noun == FIRMS and GENERIC.search(text, start, end):
        return True
    at = text.find(noun, start, end)
    while at >= 0 and not COUNTED.search(text, start, at):
        at = text.find(noun, at + 1, end)
    return at >= 0


def as_named(claim: Claim, stands: Mapping[Mention, Mention]) -> Claim:
    """A claim with the bodies themselves, and where they were named as a passage of its own."""
    ends = (claim.subject, claim.object, *(agent for _, agent in claim.agents))
    meant = [stands[end] for end in ends if end is not None and end in stands]
    if not meant:
        return claim
    return replace(
        claim,
        subject=stands.get(claim.subject, claim.subject) if claim.subject else None,
        object=stands.get(claim.object, claim.object),
        agents=tuple((name, stands.get(agent, agent)) for name, agent in claim.agents),
        spans=(*dict.fromkeys(m.span for m in meant), *claim.spans),
    )
