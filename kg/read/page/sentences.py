"""Document in, sentences with their clauses out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import UNSAID, Credit, Document, Paragraph, Role, Sentence, Span
from kg.read.page.closings import closing
from kg.read.page.openings import opening_end
from kg.read.page.uncollected import Uncollected

# Names in quotation marks stay whole: “来了！就是本地人”. A longer quotation is speech and has sentences of its own.
_NAME = 20
_LONGEST_QUOTE = 40
_MARKS = re.compile(
    # With one set of first characters in front the search skips all others at once.
    r"[，；：。！？…“（《](?:"
    r"(?<=[，；：])(?P<comma>)"
    # a sentence ends: its mark, more of them, and what closes round it
    r"|(?<=[。！？…])[。！？…]*[”’）】]*(?P<end>)"
    # a short quotation, which may hold commas, or marks in its midst
    rf"|(?<=“)(?:[^“”\n。！？]{{1,{_LONGEST_QUOTE}}}(?<!…)|[^“”\n]{{1,{_NAME}}}(?<![。！？…]))”"
    r"|(?<=（)[^（）\n]{0,80}）|(?<=《)[^《》\n]{0,60}》)"
)
# What may follow a closed quotation without a new sentence: “撸起袖子加油干！”的号召.
_GOES_ON = re.compile(r"[，、；：）》的等和与及这之为是]")
_WORD = re.compile(r"\w")


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Part a document into sentences; by-lines and date lines have none.

    A clause reaches from one parting ，；： to the next and holds neither; the last one ends where the sentence ends.
    What says who sends a report (本报讯（记者 王芳）) is a sentence of its own, without clauses.

    >>> from kg.model import Article, Source
    >>> text = "“建了站。办事快了。”王芳说，群众好评。"
    >>> whole = Span(0, len(text))
    >>> story = Article(whole, (Paragraph(whole),))
    >>> page = Document(Source("报纸.txt", text, "", "utf-8"), text, range(len(text)), (story,))
    >>> [page.quote(sentence.span) for sentence in sentences(page)]
    ['“建了站。', '办事快了。”', '王芳说，群众好评。']
    """
    found: list[Sentence] = []
    with Uncollected():
        for article, story in enumerate(document.articles):
            for index, paragraph in enumerate(story.paragraphs):
                if paragraph.role not in UNSAID:
                    found += _of_paragraph(document.text, paragraph, article, index, story.credits)
    return tuple(found)


def _of_paragraph(
    text: str, paragraph: Paragraph, article: int, index: int, credits: Sequence[Credit]
) -> Iterator[Sentence]:
    first, end = opening_end(text, paragraph.span.start, paragraph.span.end), paragraph.span.end
    last = _closing(text, first, end, credits)
    if first > paragraph.span.start:
        yield Sentence(Span(paragraph.span.start, first), (), article, index, Role.BYLINE)
    parts = list(_parts(text, first, last))
    for start, stop, clauses in parts:
        opens, closes = start == parts[0][0], stop == parts[-1][1]
        whole = (paragraph.head or not opens) and (paragraph.tail or not closes)
        yield Sentence(Span(start, stop), tuple(clauses), article, index, paragraph.role, opens, whole)
    if last < end:
        yield Sentence(Span(last, end), (), article, index, Role.BYLINE)


def _closing(text: str, start: int, end: int, credits: Sequence[Credit]) -> int:
    """Where the words begin that say, at the end of a paragraph, who sent it; its end where there are none."""
    if not any(start <= credit.span.start < end for credit in credits):
        return end
    said = closing(text, start, end)
    return said[0] if said and any(said[0] <= credit.span.start < said[1] for credit in credits) else end


def _parts(text: str, start: int, last: int) -> Iterator[tuple[int, int, list[Span]]]:
    """Start, end and clauses of each sentence between two places."""
    clauses: list[Span] = []
    clause = start
    for mark in _MARKS.finditer(text, start, last):
        kind = mark.lastgroup
        if kind is None:
            continue
        end = mark.end()
        if kind == "comma":
            if end - 1 > clause:
                clauses.append(Span(clause, end - 1))
            clause = end
            continue
        if end < last and _GOES_ON.match(text, end) and text[end - 1] in "”’）】…":
            continue
        if clause < end:
            clauses.append(Span(clause, end))
        if _WORD.search(text, start, end):
            yield start, end, clauses
        clauses, start, clause = [], end, end
    if start < last and _WORD.search(text, start, last):
        if clause < last:
            clauses.append(Span(clause, last))
        yield start, last, clauses
