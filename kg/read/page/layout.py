"""Source in, document out: the text that the editor wrote, and where each of its characters stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import Article, Credit, Document, Paragraph, Repair, Source, Span
from kg.read.page.articles import Part, Story, stories
from kg.read.page.blocks import Block, Stretch, blocks
from kg.read.page.bylines import AUTHOR, REPORTERS
from kg.read.page.characters import even_out, full_width, simplified
from kg.read.page.columns import join_columns
from kg.read.page.front_matter import front_matter
from kg.read.page.headlines import cut_headlines
from kg.read.page.known import NO_LISTS, Known
from kg.read.page.masthead import Look, look
from kg.read.page.misprints import NO_SHAPES, Shapes, mended, slips
from kg.read.page.origin import origin
from kg.read.page.quotes import pair_quotes
from kg.read.page.run_together import part_paragraphs
from kg.read.page.seams import Seams, Wordhood
from kg.read.page.surroundings import silence
from kg.read.page.uncollected import Uncollected

# So many characters of a long text are evened out at a time.
PART = 1 << 17


def read_document(source: Source, words: Wordhood, known: Known = NO_LISTS, alike: Shapes = NO_SHAPES) -> Document:
    """Clean a source: layout out, punctuation mended, what was torn put together, its articles told apart.

    >>> class NoWords:
    ...     counts = {}
    >>> page = Source("报纸.txt", '青禾县实施"净空" 行动,\\n建成 ５ 个站。', "", "utf-8")
    >>> read_document(page, NoWords()).text
    '青禾县实施“净空”行动，建成5个站。'
    """
    with Uncollected():
        given = simplified(source.text, known.simple)
        even = _evened(given, known)
        found, looks = _seen(even, known)
        seams = Seams(words)
        found, looks, repairs = _repaired(found, looks, seams)
        articles, text, stretches = _set(found, looks, even)
        places = origin(stretches)
        # A clean page is believed to the letter.
        if alike.all and (repairs or _is_rough(found)):
            # A name may be any characters; the paper knows how its people write theirs.
            spans = [credit.span for article in articles for credit in article.credits]
            names = {place for span in spans for place in range(span.start, span.end)}
            wrong = [slip for slip in slips(text, seams, alike) if slip.place not in names]
            text = mended(text, wrong)
            repairs += [Repair(Span(places[slip.place], places[slip.place] + 1), "误字", slip.why) for slip in wrong]
        issued = source.details.issued or next((seen.issued for seen in looks if seen.issued), "")
        log = tuple(sorted(repairs, key=lambda repair: (repair.span.start, repair.span.end)))
        publisher = next((seen.publisher for seen in looks if seen.publisher), "")
        return Document(source, text, places, articles, issued, log, _tears(found), publisher)


def as_printed(document: Document, span: Span) -> str:
    """What stands in the source for a stretch of the text, without layout: 寻鸟 where the text says 寻乌."""
    return even_out("".join([document.source.text[place] for place in document.origin[span.start : span.end]]))


def _evened(text: str, known: Known) -> str:
    """A text with each character in its usual form, width and all."""
    parts, clean = list[str](), True
    for part in _parts(text):
        parts.append(full_width(even_out(part, known.asides)))
        clean = clean and parts[-1] is part
    # Where nothing was to change no copy is made: of a long text that is memory never touched before.
    return text if clean else "".join(parts)


def _parts(text: str) -> Iterator[str]:
    """A long text in parts that fit a cache and touch no new memory at each step; nothing reaches over their edges."""
    start = 0
    # Only a comment may hold whole lines.
    whole = len(text) <= 2 * PART or "<!--" in text
    while not whole and len(text) - start > 2 * PART:
        edge = text.find("。\n", start + PART, start + 2 * PART)
        if edge < 0:
            break
        yield text[start : edge + 2]
        start = edge + 2
    yield text[start:] if start else text


def _seen(even: str, known: Known) -> tuple[list[Block], list[Look]]:
    """The paragraphs of an evened source, and what each looks like."""
    front, begins = front_matter(even, known.surnames)
    found = [block for block, _ in front]
    looks = [seen for _, seen in front]
    # Each is looked at as soon as it is made: a long text fits no cache, a paragraph does.
    for block in blocks("\n" * begins + even[begins:] if begins else even, known):
        found.append(block)
        looks.append(look(even, block, known))
    return found, silence(found, looks)


def _repaired(found: list[Block], looks: list[Look], seams: Seams) -> tuple[list[Block], list[Look], list[Repair]]:
    found, looks, cut = cut_headlines(found, looks, seams)
    found, looks, joined = join_columns(found, looks, seams)
    found, looks, parted = part_paragraphs(found, looks)
    return found, looks, [*cut, *joined, *parted]


def _is_rough(found: Sequence[Block]) -> bool:
    """Whether many paragraphs have blanks in their midst, as print that was read by machine has."""
    return 5 * sum([len(block.stretches) > 2 for block in found]) > len(found) + 5


def _set(found: Sequence[Block], looks: Sequence[Look], even: str) -> tuple[tuple[Article, ...], str, list[Stretch]]:
    """The articles of a page, their text, and the stretches of the source that make it."""
    articles: list[Article] = []
    texts: list[str] = []
    stretches: list[Stretch] = []
    start = 0
    for story in stories(found, looks):
        for part in story.parts:
            if stretches:
                # What stands for the line break between two paragraphs.
                place = _break(stretches[-1][1], part.block.stretches[0][0], even)
                stretches.append((place, place + 1))
            texts.append(part.block.text)
            stretches += part.block.stretches
        articles.append(_article(story, start))
        start = articles[-1].span.end + 1
    return tuple(articles), pair_quotes(texts), stretches


def _article(story: Story, start: int) -> Article:
    """The article that begins at a place of the text."""
    paragraphs: list[Paragraph] = []
    credits: list[Credit] = []
    end = start
    for part in story.parts:
        first, end = end, end + len(part.block.text)
        paragraphs.append(Paragraph(Span(first, end), part.role, part.head, part.tail))
        for named in part.names:
            where = Span(first + _offset(part, named.start), first + _offset(part, named.end - 1) + 1)
            credits.append(Credit(named.name, named.role, where))
        end += 1
    title = None if story.title is None else paragraphs[story.title].span
    # Who is named as a reporter is not once more an author.
    told = {credit.name for credit in credits if credit.role in REPORTERS}
    kept = tuple(credit for credit in credits if credit.role != AUTHOR or credit.name not in told)
    return Article(Span(start, end - 1), tuple(paragraphs), title, kept)


def _offset(part: Part, place: int) -> int:
    """Where in the text of a part a place of the source stands."""
    passed = 0
    for start, end in part.block.stretches:
        if start <= place < end:
            return passed + place - start
        passed += end - start
    return passed


def _tears(found: Sequence[Block]) -> tuple[int, ...]:
    """Where the text does not go on as the source does."""
    starts = [start for block in found for start, _ in block.stretches]
    in_order = sorted(starts)
    if starts == in_order:
        return ()
    following = dict(pairwise(in_order))
    tears = []
    offset = 0
    goes_on: int | None = starts[0]
    for block in found:
        for start, end in block.stretches:
            if start != goes_on:
                tears.append(offset)
            offset += end - start
            goes_on = following.get(start)
        offset += 1
    return tuple(tears)


def _break(end: int, start: int, even: str) -> int:
    """The blank of the source that the line break between two paragraphs stands for."""
    line_end = even.find("\n", end, start)
    if line_end >= 0:
        return line_end
    if end < len(even) and even[end].isspace():
        return end
    return start - 1 if start and even[start - 1].isspace() else min(end, len(even) - 1)
