"""A name in, the lists of its document whose members stand apart or behind labels of their own, read, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.match.parts.announced import Announced
from kg.match.parts.both_sides import read_both_sides
from kg.match.parts.called_after import read_called, read_quoted_before
from kg.match.parts.clauses_before import read_clauses_before
from kg.match.parts.edges import CUES, read_alternating, read_edges
from kg.match.parts.exact_rows import read_exact_rows
from kg.match.parts.governed_lists import read_governed
from kg.match.parts.groups import read_labelled, read_labelled_far, read_led
from kg.match.parts.headed import read_headed
from kg.match.parts.heads_apart import (
    read_colon_heads,
    read_numbered,
    read_quoted_heads,
    read_quoted_openings,
    read_short_sentences,
)
from kg.match.parts.heads_told import read_heads_told
from kg.match.parts.judging import ALIKE, Held, Reading
from kg.match.parts.kinds_told import read_kinds_told
from kg.match.parts.leads import read_below, read_clauses, read_leads
from kg.match.parts.main_and_side import read_main_and_side
from kg.match.parts.number_labels import read_number_heads, read_number_labels, read_numbers_led
from kg.match.parts.numbers_told import read_numbers_told
from kg.match.parts.openings import read_kinds, read_levels, read_openings, read_ranked, read_sequence, read_told
from kg.match.parts.paired import read_paired, read_paired_heads
from kg.match.parts.part_rules import PartRules
from kg.match.parts.placed_lists import ORDINALS_ON, SENTENCES_ON, Candidate
from kg.match.parts.predicated import read_predicated
from kg.match.parts.quoted_kin import read_quoted_chain, read_quoted_kin, read_quoted_numbers
from kg.match.parts.quoted_objects import read_quoted_objects
from kg.match.parts.row_by_ends import read_row_by_ends
from kg.match.parts.rows_behind import read_rows_behind
from kg.match.parts.several import read_rows_led, read_sliced
from kg.match.parts.shared_out import read_shares
from kg.match.parts.stretch_heads import read_next_clause, read_ones, read_stretch_heads
from kg.match.parts.summands import read_added, read_summands_behind, read_summands_led
from kg.match.parts.tagged import read_tagged
from kg.match.parts.told_after import (
    CHARACTERS_WITHIN,
    read_characters,
    read_quoted_steps,
    read_sectioned,
    read_summed,
    read_words,
)
from kg.match.parts.vicinity import STEPS_ON, Vicinity
from kg.match.shorthand.enumeration import ordinals, pieces
from kg.model import Group, Span

# So many sentences on each kind may open a clause of its own.
KINDS_ON = 6
LAST_WORDS, NEAR = 12, 12
# So many members in one row, each with the word of its number, are no chance wherever they stand.
FEWEST_FAR, ROW_WITHIN = 3, 800
OPENS = frozenset("，。：")
# Among so many sentences on stand the short ones that are its parts.
SHORT_ON = 30


class ListsApart:
    """The text with its sentences, asked about one name after the other."""

    def __init__(self, text: str, near: Vicinity, rules: PartRules) -> None:
        self.text, self.near, self.rules = text, near, rules

    def spread(self, each: Announced) -> Iterator[Candidate]:
        """The parts that stand apart, each at the head of a paragraph or behind its number."""
        at = each.mention.span.start
        behind = Span(each.ends[-1], self.near.article_end(at))
        if len(each.numerals) == 1:
            yield from self._of_one(each, behind)
        total = sum(n.number or 0 for n in each.numerals)
        if (on := self.near.reach(at, total)) and (
            told := read_heads_told(self.text, Span(behind.start, on.end), each.numerals)
        ):
            yield Candidate(each, told, behind, "parts/heads", Held.ORDINALS)
        front = Span(self.near.paragraphs(at)[0].start, each.starts[0])
        if called := read_called(self.text, front, each.numerals, self.rules.words):
            yield Candidate(each, called, front, "parts/called", Held.TOLD)
        near = self.near.reach(at, 1)
        if near and (said := read_predicated(self.text, Span(behind.start, near.end), each.numerals, self.rules.words)):
            yield Candidate(each, said, behind, "parts/predicated", Held.ORDINALS)
        wide = self.near.reach(at, STEPS_ON)
        if wide and (rows := read_exact_rows(self.text, Span(behind.start, wide.end), each.numerals, self.rules.words)):
            yield Candidate(each, rows, behind, "parts/rows", Held.KEYED)
        if ranked := read_ranked(self.text, behind, each.numerals):
            yield Candidate(each, ranked, behind, "parts/ranked", Held.ORDINALS)

    def rows(self, each: Announced) -> Iterator[Candidate]:
        """For each number of the name a clause behind it that holds its parts and no others."""
        near = self.near.reach(each.mention.span.start, STEPS_ON)
        behind = Span(each.ends[-1], near.end) if near and each.ends[-1] <= near.end else None
        if behind and (rows := read_rows_behind(self.text, behind, each.numerals, self.rules.words)):
            yield Candidate(each, rows, behind, "parts/rows", Held.KEYED)

    def _of_one(self, each: Announced, behind: Span) -> Iterator[Candidate]:
        """The parts of a name with one number, at the heads of paragraphs, sentences or clauses."""
        at = each.mention.span.start
        own, paragraphs = self.near.paragraphs(at)
        own_sentence = self.near.sentence(at)
        # What a paragraph ends with, the next ones may spell out.
        announced_last = own.end - each.ends[-1] <= LAST_WORDS
        if leads := read_leads(self.text, paragraphs, each.numerals[0], ends=announced_last):
            yield Candidate(each, leads, behind, "parts/leads", Held.ORDINALS)
        if clauses := read_clauses(self.text, paragraphs, each.numerals[0]):
            yield Candidate(each, clauses, behind, "parts/leads", Held.ORDINALS)
        if below := read_below(self.text, own, paragraphs[:1], each.numerals[0]):
            yield Candidate(each, below, behind, "parts/below", Held.ORDINALS)
        sentences = self.near.behind(at)[: 1 + (each.numerals[0].number or 0)]
        if openings := read_openings(self.text, sentences, each.numerals[0]):
            yield Candidate(each, openings, behind, "parts/openings", Held.ORDINALS)
        if words := read_quoted_heads(self.text, behind, each.numerals[0]):
            yield Candidate(each, words, behind, "parts/heads", Held.ORDINALS)
        if kin := read_quoted_kin(self.text, behind, each.numerals[0]):
            yield Candidate(each, kin, behind, "parts/heads", Held.ORDINALS)
        if chained := read_quoted_chain(self.text, self.near.article(at), each.numerals[0]):
            yield Candidate(each, chained, behind, "parts/heads", Held.ORDINALS)
        if opened := read_quoted_openings(self.text, sentences, each.numerals[0]):
            yield Candidate(each, opened, behind, "parts/heads", Held.ORDINALS)
        if steps := read_quoted_steps(self.text, behind, each.numerals[0]):
            yield Candidate(each, steps, behind, "parts/heads", Held.ORDINALS)
        for heads in (paragraphs[: 1 + (each.numerals[0].number or 0)], self.near.behind(at)[:SHORT_ON]):
            if objects := read_quoted_objects(self.text, heads, each.numerals[0]):
                yield Candidate(each, objects, behind, "parts/heads", Held.ORDINALS)
        for stretch in (
            Span(behind.start, min(behind.end, behind.start + CHARACTERS_WITHIN)),
            Span(own.start, each.starts[0]),
        ):
            if characters := read_characters(self.text, stretch, each.numerals[0]):
                yield Candidate(each, characters, stretch, "parts/heads", Held.ORDINALS)
        told_on = [Span(behind.start, own_sentence.end)] if own_sentence and behind.start < own_sentence.end else []
        told_on += self.near.behind(at)[:STEPS_ON]
        if summed := read_summed(self.text, told_on, each.numerals[0], self.rules.words):
            yield Candidate(each, summed, behind, "parts/heads", Held.ORDINALS)
        if told := read_words(self.text, self.near.behind(at)[:KINDS_ON], each.numerals[0]):
            yield Candidate(each, told, behind, "parts/heads", Held.ORDINALS)
        if numbered := read_numbered(self.text, self.near.numbered(at), each.numerals[0]):
            yield Candidate(each, numbered, behind, "parts/heads", Held.ORDINALS)
        for read in (read_stretch_heads, read_ones):
            if apart := read(self.text, told_on, each.numerals[0]):
                yield Candidate(each, apart, behind, "parts/heads", Held.ORDINALS)
        if own_sentence and (
            clause := read_next_clause(self.text, Span(each.ends[-1], own_sentence.end), each.numerals[0])
        ):
            yield Candidate(each, clause, own_sentence, "parts/rows", Held.KEYED)
        if own_sentence and (
            governed := read_governed(self.text, Span(each.ends[-1], own_sentence.end), each.numerals)
        ):
            yield Candidate(each, governed, own_sentence, "parts/groups", Held.RUN)
        for reach in self.near.beside(at) if (each.numerals[0].number or 0) > FEWEST_FAR else ():
            if row := read_row_by_ends(self.text, reach, each.numerals, self.rules.words):
                yield Candidate(each, row, reach, "parts/rows", Held.KEYED)
        if short := read_short_sentences(self.text, self.near.behind(at)[:SHORT_ON], each.numerals[0]):
            yield Candidate(each, short, behind, "parts/heads", Held.ORDINALS)
        if (wide := self.near.reach(at, KINDS_ON)) and (
            colons := read_colon_heads(self.text, Span(each.ends[0], wide.end), each.numerals[0])
        ):
            yield Candidate(each, colons, behind, "parts/heads", Held.ORDINALS)
        next_ones = paragraphs[: 1 + (each.numerals[0].number or 0)]
        if openings := read_openings(self.text, next_ones, each.numerals[0], shortest=1):
            yield Candidate(each, openings, behind, "parts/openings", Held.ORDINALS)
        ahead = Span(own_sentence.start, each.starts[0]) if own_sentence else None
        if own_sentence and (
            told := read_clauses_before(
                self.text, Span(self.near.back(own_sentence).start, each.starts[0]), each.numerals[0], self.rules.words
            )
        ):
            yield Candidate(each, told, own_sentence, "parts/clauses-before", Held.BEFORE)
        if ahead and (quoted := read_quoted_before(self.text, ahead, each.numerals[0])):
            yield Candidate(each, quoted, ahead, "parts/heads", Held.BEFORE)
        near = self.near.reach(at, STEPS_ON)
        said = [c for s in self.near.behind(at)[:KINDS_ON] for c in pieces(self.text, s, 3)]
        said = [*(pieces(self.text, Span(each.ends[-1], near.end), 3) if near else []), *said]
        if near and (rungs := read_levels(self.text, Span(each.ends[-1], near.end), each.numerals[0])):
            yield Candidate(each, rungs, behind, "parts/openings", Held.ORDINALS)
        if near and (told := read_kinds_told(self.text, Span(each.ends[-1], near.end), each.numerals[0])):
            yield Candidate(each, told, behind, "parts/heads", Held.ORDINALS)
        flat = pieces(self.text, Span(each.ends[-1], near.end), 2) if near else []
        if kinds := read_kinds(self.text, said, each.numerals[0]) or read_kinds(self.text, flat, each.numerals[0]):
            yield Candidate(each, kinds, behind, "parts/openings", Held.ORDINALS)
        for reach in self.near.beside(at):
            steps = read_sequence(self.text, reach, each.numerals[0])
            if steps := steps or (read_told(self.text, reach, each.numerals[0]) if reach.end == at else None):
                yield Candidate(each, steps, reach, "parts/sequence", Held.ORDINALS)

    def grouped(self, each: Announced, sentence: Span) -> Iterator[Candidate]:
        """The lists of a name with several numbers, each known by its label or its place."""
        at, text, numerals = each.mention.span.start, self.text, each.numerals
        paragraph, wide = (
            self.near.reach(at, max(SENTENCES_ON, len(numerals))) or sentence,
            self.near.reach(at, STEPS_ON) or sentence,
        )
        window = Span(each.ends[0], paragraph.end)
        behind = Span(each.ends[-1], (self.near.reach(at, 1) or sentence).end)
        bare = not any(n.key for n in numerals)
        if bare and (summed := read_summands_behind(text, behind, numerals)):
            yield Candidate(each, summed, window, "parts/summands", Held.RUN)
        if bare and (added := read_added(text, behind, numerals)):
            yield Candidate(each, added, window, "parts/summands", Held.RUN)
        # “1+3+X”（1名党员、3名代表、若干农户）联系制度: the name may go on behind its list.
        for stretch in (behind, Span(each.ends[0], each.ends[-1])) if bare else ():
            if labels := read_number_labels(text, stretch, numerals):
                yield Candidate(each, labels, window, "parts/numbers", Held.RUN)
        if bare and (quoted := read_quoted_numbers(text, Span(behind.start, wide.end), numerals)):
            yield Candidate(each, quoted, window, "parts/numbers", Held.ORDINALS)
        if bare and (told := read_numbers_told(text, behind, numerals)):
            yield Candidate(each, told, window, "parts/numbers", Held.RUN)
        if bare and (shares := read_shares(text, behind, numerals, self.rules.words)):
            yield Candidate(each, shares, window, "parts/shares", Held.RUN)
        if paired := read_paired(text, Span(each.ends[-1], wide.end), numerals, self.rules.words):
            yield Candidate(each, paired, window, "parts/paired", Held.RUN)
        heads = [_head(text, p) for p in self.near.paragraphs(at)[1]]
        if bare:
            ranked = ordinals(text, Span(behind.start, (self.near.reach(at, ORDINALS_ON) or behind).end))
            apart = (
                pieces(text, Span(behind.start + 1, behind.end), 3)
                if text.startswith(("。", "："), behind.start)
                else []
            )
            following = [piece for s in self.near.behind(at)[:1] for piece in pieces(text, s, 3)]
            for opening in (heads, self.near.behind(at)[: len(numerals)], ranked, apart, following):
                if opened := read_number_heads(text, opening, numerals):
                    yield Candidate(each, opened, behind, "parts/numbers", Held.ORDINALS)
        if told := read_paired_heads(text, heads, numerals, self.rules.words):
            yield Candidate(each, told, behind, "parts/paired", Held.ORDINALS)
        for stretch in (behind, Span(sentence.start, each.starts[0])):
            if governed := read_governed(text, stretch, numerals):
                yield Candidate(each, governed, window, "parts/groups", Held.RUN)
        if edges := read_edges(text, Span(window.start, wide.end), numerals):
            yield Candidate(each, edges, window, "parts/edges", Held.KEYED)
        yield from self.rows(each)
        onward = Span(each.ends[-1], min(self.near.article_end(at), each.ends[-1] + ROW_WITHIN))
        total = sum(n.number or 0 for n in numerals)
        if ended := read_row_by_ends(text, onward if total > FEWEST_FAR else behind, numerals, self.rules.words):
            yield Candidate(each, ended, window, "parts/rows", Held.KEYED)
        # “一格五员”: of the other number nothing is told.
        for numeral in numerals if not bare else ():
            near = Span(behind.start, wide.end) if (numeral.number or 0) > FEWEST_FAR else None
            if near and (own := read_row_by_ends(text, near, [numeral], self.rules.words)):
                told_of = tuple(own.groups[0] if n is numeral else Group(n.text, n.number) for n in numerals)
                yield Candidate(each, Reading(told_of, ALIKE), window, "parts/rows", Held.KEYED)
        # “六个日、六个一”: of one of the numbers alone may be told.
        for numeral in numerals if not bare else ():
            if kin := read_quoted_kin(text, onward, numeral):
                told_of = tuple(kin.groups[0] if n is numeral else Group(n.text, n.number) for n in numerals)
                yield Candidate(each, Reading(told_of, ALIKE), window, "parts/heads", Held.ORDINALS)
        if turns := read_alternating(text, Span(window.start, wide.end), numerals):
            yield Candidate(each, turns, window, "parts/edges", Held.KEYED)
        if not bare:
            for row, sure in self._rows_apart(each, Span(each.ends[-1], wide.end), heads):
                if sliced := read_sliced(text, row, numerals, sure=sure):
                    yield Candidate(each, sliced, window, "parts/sliced", Held.ORDINALS)
        article = Span(each.ends[-1], self.near.article_end(at))
        within = [s for s in self.near.behind(at) if s.end <= article.end]
        if sectioned := read_sectioned(text, within, numerals, self.rules.words):
            yield Candidate(each, sectioned, article, "parts/headed", Held.RUN)
        if headed := read_headed(text, article, numerals, self.rules):
            yield Candidate(each, headed, article, "parts/headed", Held.RUN)
        if tagged := read_tagged(text, Span(window.start, wide.end), numerals, self.rules):
            yield Candidate(each, tagged, window, "parts/tagged", Held.RUN)
        if labelled := read_labelled(text, window, numerals, self.rules):
            yield Candidate(each, labelled, window, "parts/groups", Held.RUN)
        if far := read_labelled_far(text, self.near.article(at), numerals, self.rules):
            yield Candidate(each, far, article, "parts/groups", Held.RUN)
        if aside := read_main_and_side(text, Span(self.near.back(sentence).start, wide.end), numerals):
            yield Candidate(each, aside, window, "parts/groups", Held.RUN)
        ahead = Span(self.near.back(sentence).start, each.starts[0])
        if both := read_both_sides(text, ahead, behind, numerals, self.rules.words):
            yield Candidate(each, both, window, "parts/groups", Held.RUN)
        yield from self._ahead(each, sentence)

    def _ahead(self, each: Announced, sentence: Span) -> Iterator[Candidate]:
        """The lists of a name with several numbers that stand before it."""
        text, numerals = self.text, each.numerals
        bare = not any(n.key for n in numerals)
        front = Span(self.near.back(sentence).start, each.starts[-1])
        # 比奉献“三亮四比”活动: a noun that its name has taken in is the last part.
        ahead = Span(front.start, each.starts[0])
        if bare and (summed := read_summands_led(text, front, numerals)):
            yield Candidate(each, summed, front, "parts/summands", Held.BEFORE)
        if bare and (shares := read_shares(text, ahead, numerals, self.rules.words)):
            yield Candidate(each, shares, front, "parts/shares", Held.BEFORE)
        if bare and (counted := read_numbers_led(text, ahead, numerals)):
            yield Candidate(each, counted, front, "parts/numbers", Held.BEFORE)
        if not bare and (rows := read_rows_led(text, ahead, numerals, self.rules.words)):
            yield Candidate(each, rows, front, "parts/groups", Held.BEFORE)
        own = Span(sentence.start, each.starts[0])
        if not bare and (ended := read_row_by_ends(text, own, numerals, self.rules.words, ahead=True)):
            yield Candidate(each, ended, front, "parts/rows", Held.BEFORE)
        if led := read_led(text, front, numerals, self.rules):
            yield Candidate(each, led, front, "parts/groups", Held.BEFORE)

    def _rows_apart(
        self, each: Announced, behind: Span, heads: Sequence[Span]
    ) -> Iterator[tuple[Sequence[Span], bool]]:  # fmt: skip
        """What may be one part after the other: what opens each ordinal, each stretch between ；, each paragraph.

        As many ordinals as the name states parts, and no more, are sure to be these.
        """
        text, total = self.text, sum(n.number or 0 for n in each.numerals)
        ranked = Span(behind.start, (self.near.reach(each.mention.span.start, ORDINALS_ON) or behind).end)
        marked = [next(iter(pieces(text, s, 2)), s) for s in ordinals(text, ranked)]
        yield marked[:total], len(marked) == total and marked[0].start <= behind.start + NEAR
        sentence = self.near.reach(behind.start, 0)
        if sentence is not None:
            start = behind.start + (text[behind.start] in OPENS)
            cue = CUES.match(text, start, sentence.end)
            stretches = pieces(text, Span(cue.end() if cue else start, sentence.end), 3)
            yield [next(iter(pieces(text, s, 2)), s) for s in stretches], False
        yield heads[:total], False
        sentences = self.near.behind(each.mention.span.start)[:total]
        yield [next(iter(pieces(text, s, 2)), s) for s in sentences], False


def _head(text: str, paragraph: Span) -> Span:
    """The sentence or heading that opens a paragraph."""
    return next(iter(pieces(text, paragraph, 4)), paragraph)
