"""Entities and their mentions in, the body that each article is about out: a forest farm, a hospital."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from kg.model import Document, Form, Mention, Role, Sentence

PLACES = frozenset({"Province", "Prefecture", "County", "Township", "Village", "Community", "Region"})
BODIES = frozenset({"Enterprise", "Association", "Institution", "Team", "Organization"})
# Of public bodies those that do something of their own: an article on 县委 is about the county.
OFFICES = ("局", "院", "队", "所", "站", "法庭", "政协", "人大", "人大常委会")
COMMITTEES = ("省委", "市委", "县委", "区委", "旗委", "州委", "镇党委", "乡党委", "村党委")
DASHES = ("—", "－", "-", "─")
# How often the text of an article names the body that its title names, and within how many of its first sentences.
OFTEN, LEAD = 2, 3
# 在青禾县4个村驻村 does not make a report on a university one on the county; so many times do, or one as who acts.
MANY = 3


def protagonists(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention],
    iri: Callable[[Mention], str | None], homes: Sequence[str],
) -> tuple[str, ...]:  # fmt: skip
    """For each article the IRI of the body of which it speaks where it names nobody, or "".

    Its first sentences name the body, which opens a clause of the title (停斧十年，青禾林场变了) or of those sentences;
    or it opens the text, and the article's own place, one of `homes`, hardly stands but in names (青禾县人民法院).
    """
    starts = [m.span.start for m in mentions]
    articles = [_Article() for _ in document.articles]
    for sentence in sentences:
        article = articles[sentence.article]
        opening = {_start(document.text, clause.start) for clause in sentence.clauses}
        for mention in mentions[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]:
            if mention.type in PLACES and mention.form is not Form.ANAPHOR:
                opens = mention.span.start in opening
                if opens:
                    opening.add(mention.span.end)  # 江口市青禾县人民法院
                if iri(mention) == homes[sentence.article]:
                    article.alone += MANY if opens or sentence.role is not Role.BODY else 1
            elif mention.name.endswith(COMMITTEES) and sentence.role is Role.TITLE:
                # 寻乌县委推行新机制: what the committee does is the county's.
                article.alone += MANY * any(iri(m) == homes[sentence.article] for m in mention.inside)
            body = iri(mention) if _acts(mention) else None
            if body and sentence.role is Role.TITLE:
                article.titled.setdefault(body, mention.span.start in opening)
                if document.text.startswith("：", mention.span.end):
                    article.announced = article.announced or body
            elif body and sentence.role is Role.BODY:
                article.said[body] += 1
                if not article.read and mention.span.start in opening:
                    article.opened = article.opened or body
                if article.read < LEAD:
                    article.led[body] = article.led.get(body, False) or mention.span.start in opening
        article.read += sentence.role is Role.BODY
    return tuple(article.about() for article in articles)


class _Article:
    """What has been read of one article: bodies by IRI, each with whether it opens a clause there."""

    def __init__(self) -> None:
        self.titled: dict[str, bool] = {}
        self.announced = ""  # the body before the colon of the title: 青禾县民政局：服务暖人心
        self.led: dict[str, bool] = {}
        self.said: Counter[str] = Counter()
        self.read = 0
        self.opened = ""  # the body that opens the text
        self.alone = 0  # how often the own place is named by itself

    def about(self) -> str:
        """The first body of the title that is also what the text goes on with."""
        if self.announced and self.led.get(self.announced):
            return self.announced
        for body, opens in self.titled.items():
            if body in self.led and self.said[body] >= OFTEN and (opens or self.led[body]):
                return body
        return "" if self.alone >= MANY else self.opened


def _start(text: str, at: int) -> int:
    """Where a clause begins behind dashes or a bracket: ——青禾林场改革见闻, 【江岳日报】青禾林场的新账本."""
    if text[at : at + 1] == "【":
        at = text.find("】", at) + 1 or at
    while text[at : at + 1] in DASHES:
        at += 1
    return at


def _acts(mention: Mention) -> bool:
    if mention.form is Form.ANAPHOR:
        return False
    return mention.type in BODIES or (mention.type == "GovernmentBody" and mention.name.endswith(OFFICES))
