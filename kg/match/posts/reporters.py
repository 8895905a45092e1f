"""By-lines in, whose reporter somebody is out: 云岭日报记者 李华."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Claim, Credit, Document, Mention, Span

REPORTER = "记者"
# What may stand between the paper and the name: （全媒体记者 李华 王芳, 云岭5月6日电（记者李华; no second role or line.
BETWEEN = re.compile(
    "(?:[·、/][一-鿿]{2,10})?(?:[一-鿿]{0,6}?(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:讯|消息|电))?"
    f"[ （(]{{0,2}}[一-鿿]{{0,6}}{REPORTER}[ :：]{{0,3}}(?P<beside>[一-鿿· 、]{{0,24}})"
)
# A correspondent and a photographer are named behind the reporters, and are none of the paper.
OTHERS = re.compile("通讯员|摄影|实习|编辑|作者|见习|[摄文图] ")
# What sends out reports, where it opens a line or stands behind a mark.
PAPERS = (
    "(?:(?:[日晚早时晨商导]|都市|农民)报社?|新闻网|(?:广播)?电视台|融媒体中心|(?:传媒|报业)集团|通讯社|(?<=新华)社|(?<=中新)社"
    "|网|在线)"
)
# 来源：云岭日报 时间：…… 记者：李华: the labels of a page, which no sentence parts.
LABELLED = re.compile(
    f"(?:来源|稿源)[ :：]{{1,3}}(?P<paper>[一-鿿]{{2,8}}?{PAPERS})(?=[^一-鿿]|{REPORTER})"
    f"[^。，；]{{0,80}}?{REPORTER}[ :：]{{1,3}}(?P<beside>[一-鿿· 、]{{0,24}})"
)
LABELS = 160
OPENING = re.compile(f"(?<![^\n 。）□■●]) ?(?P<paper>[一-鿿]{{2,8}}?{PAPERS})(?={BETWEEN.pattern})")
PICTURES = ("摄影", "图片")
REACH = 48


def find_papers(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The papers and media centres before the reporters of by-lines, as far as no mention says so already."""
    taken = [m.span for m in mentions if m.type == "Institution"]
    for credit in _reporters(document):
        labelled = _labelled(document.text, credit.span)
        if labelled is not None and not any(labelled.overlaps(other) for other in taken):
            taken.append(labelled)
            yield Mention(labelled, "Institution", "byline/paper", document.text[labelled.start : labelled.end])
        line = document.text.rfind("\n", 0, credit.span.start) + 1
        for match in OPENING.finditer(document.text, max(line, credit.span.start - REACH), credit.span.start):
            span = Span(*match.span("paper"))
            if _leads_to(document.text, span, credit.span) and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Mention(span, "Institution", "byline/paper", match["paper"])


def find_reporters(document: Document, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """Who is said in a by-line to be the reporter of a paper or of a local media centre."""
    papers = [m for m in mentions if m.type == "Institution" and re.search(f"{PAPERS}$", m.name)]
    people = {m.span: m for m in mentions if m.rule == "byline"}
    for credit in _reporters(document):
        label = _labelled(document.text, credit.span)
        paper = next(
            (m for m in papers if m.span == label or _leads_to(document.text, m.span, credit.span)),
            None,
        )
        if paper is not None and credit.span in people:
            role = credit.role if credit.role.endswith(REPORTER) else REPORTER
            span = Span(paper.span.start, credit.span.end)
            yield Claim(people[credit.span], "memberOf", paper, (span,), "posts/reporter", qualifiers=(("role", role),))


def _reporters(document: Document) -> Iterator[Credit]:
    """Who is named as a reporter; a reporter may have taken the picture: 新华社记者李华摄."""
    return (
        c for article in document.articles for c in article.credits if c.role.endswith(REPORTER) or c.role in PICTURES
    )


def _labelled(text: str, name: Span) -> Span | None:
    """Where the paper stands that the labels of a page give as the source of what a reporter wrote."""
    for label in LABELLED.finditer(text, max(0, name.start - LABELS), name.start):
        if label.end() == name.start and OTHERS.search(label["beside"]) is None:
            return Span(*label.span("paper"))
    return None


def _leads_to(text: str, paper: Span, name: Span) -> bool:
    """Whether nothing but the word for reporters and their names stands between a paper and a name."""
    between = BETWEEN.fullmatch(text, paper.end, name.start) if name.start - paper.end <= REACH else None
    return between is not None and OTHERS.search(between["beside"]) is None
