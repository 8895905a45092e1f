"""Source in, document out: the text that the editor wrote, and where each of its characters stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from kg.model import Article, Credit, Document, Paragraph, Repair, Source, Span
from kg.read.articles import Part, Story, stories
from kg.read.blocks import Block, Stretch, blocks
from kg.read.characters import even_out, full_width
from kg.read.columns import join_columns
from kg.read.front_matter import front_matter
from kg.read.headlines import cut_headlines
from kg.read.masthead import Look, look
from kg.read.misprints import NO_SHAPES, Shapes, mended, slips
from kg.read.origin import origin
from kg.read.quotes import pair_quotes
from kg.read.run_together import part_paragraphs
from kg.read.seams import Seams, Wordhood


def read_document(
    source: Source, words: Wordhood, surnames: frozenset[str] = frozenset(), alike: Shapes = NO_SHAPES
) -> Document:
    """Clean a source: layout out, punctuation mended, what was torn put together, its articles told apart.

    >>> class NoWords:
    ...     counts = {}
    >>> page = Source("报纸.txt", '青禾县实施"净空" 行动,\\n建成 ５ 个站。', "", "utf-8")
    >>> read_document(page, NoWords()).text
    '青禾县实施“净空”行动，建成5个站。'
    """
    even = full_width(even_out(source.text))
    front, begins = front_matter(even, surnames)
    found = blocks("\n" * begins + even[begins:] if begins else even)
    looks = [look(even, block, surnames) for block in found]
    if front:
        found, looks = [*(block for block, _ in front), *found], [*(seen for _, seen in front), *looks]
    seams = Seams(words)
    found, looks, repairs = _repaired(found, looks, seams)
    page = stories(found, looks) if found else []
    parts = [part for story in page for part in story.parts]
    text = pair_quotes("\n".join([part.block.text for part in parts]))
    starts = [*accumulate([len(part.block.text) + 1 for part in parts], initial=0)]
    places = origin(_stretches(parts, even))
    # A clean page is believed to the letter.
    if alike.all and (repairs or _is_rough(found)):
        wrong = slips(text, seams, alike)
        text = mended(text, wrong)
        repairs += [Repair(Span(places[slip.place], places[slip.place] + 1), "误字", slip.why) for slip in wrong]
    issued = source.details.issued or next((seen.issued for seen in looks if seen.issued), "")
    log = tuple(sorted(repairs, key=lambda repair: (repair.span.start, repair.span.end)))
    return Document(source, text, places, tuple(_articles(page, starts)), issued, log, _tears(parts))


def as_printed(document: Document, span: Span) -> str:
    """What stands in the source for a stretch of the text, without layout: 寻鸟 where the text says 寻乌."""
    return even_out("".join([document.source.text[place] for place in document.origin[span.start : span.end]]))


def _repaired(found: list[Block], looks: list[Look], seams: Seams) -> tuple[list[Block], list[Look], list[Repair]]:
    found, looks, cut = cut_headlines(found, looks, seams)
    found, looks, joined = join_columns(found, looks, seams)
    found, looks, parted = part_paragraphs(found, looks)
    return found, looks, [*cut, *joined, *parted]


def _is_rough(found: Sequence[Block]) -> bool:
    """Whether many paragraphs have blanks in their midst, as print that was read by machine has."""
    return 5 * sum([len(block.stretches) > 2 for block in found]) > len(found) + 5


def _articles(page: Sequence[Story], starts: Sequence[int]) -> Iterator[Article]:
    index = 0
    for story in page:
        paragraphs, credits = [], []
        for part in story.parts:
            start = starts[index]
            index += 1
            span = Span(start, start + len(part.block.text))
            paragraphs.append(Paragraph(span, part.role, part.head, part.tail))
            for named in part.names:
                where = Span(start + _offset(part, named.start), start + _offset(part, named.end - 1) + 1)
                credits.append(Credit(named.name, named.role, where))
        title = None if story.title is None else paragraphs[story.title].span
        span = Span(paragraphs[0].span.start, paragraphs[-1].span.end)
        yield Article(span, tuple(paragraphs), title, tuple(credits))


def _offset(part: Part, place: int) -> int:
    """Where in the text of a part a place of the source stands."""
    passed = 0
    for start, end in part.block.stretches:
        if start <= place < end:
            return passed + place - start
        passed += end - start
    return passed


def _stretches(parts: Sequence[Part], even: str) -> list[Stretch]:
    """The stretches of the source that make the text, those between the paragraphs among them."""
    found: list[Stretch] = []
    for part in parts:
        if found:
            place = _break(found[-1][1], part.block.stretches[0][0], even)
            found.append((place, place + 1))
        found += part.block.stretches
    return found


def _tears(parts: Sequence[Part]) -> tuple[int, ...]:
    """Where the text does not go on as the source does."""
    kept = [stretch for part in parts for stretch in part.block.stretches]
    in_order = sorted(kept)
    if kept == in_order:
        return ()
    following = dict(pairwise(in_order))
    tears = []
    offset, before = 0, None
    for part in parts:
        for stretch in part.block.stretches:
            if before is not None and following.get(before) != stretch:
                tears.append(offset)
            offset += stretch[1] - stretch[0]
            before = stretch
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
