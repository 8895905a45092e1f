"""The name of a mechanism in, every list of its document that may spell it out, read, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.match.announced import Announced
from kg.match.decomposed import decompose
from kg.match.edges import read_edges
from kg.match.enumeration import chain, list_start, pieces
from kg.match.groups import read_labelled
from kg.match.headed import read_headed
from kg.match.judging import SLOTS, Held, Reading, aligned
from kg.match.kinds import WAYS
from kg.match.leads import read_leads, read_openings, read_ranked, read_sequence, read_told
from kg.match.number_labels import read_number_labels
from kg.match.part_rules import PartPattern, PartRules
from kg.match.predicated import read_predicated
from kg.match.several import read_list
from kg.match.shorthand import Numeral
from kg.match.vicinity import STEPS_ON, Vicinity
from kg.model import Document, Form, Gloss, Sentence, Span

# How far behind its name, in sentences of the same paragraph, a list may go on; how long one before it may be.
SENTENCES_ON, ORDINALS_ON = 2, 12
LAST_WORDS = 12
LIST_LENGTH, OWNED_WITHIN = 240, 120
# The name is itself a member of what stands before it; 参与, 普及 and 总和 only end like it.
LISTED_WITH = re.compile(r"(?:[、或]|(?<![参给赋])与|(?<![普涉推波])及|(?<![总共温饱缓调])和)\Z")
SEPARATED = re.compile(r"[、，；？—－–→+和及与-]|”“|’‘")
# 以甲、乙为引领 describes and names nothing; 满意率99% is a result and no part.
DESCRIBES = re.compile(r"[以从].*为")
DONE_TO_ALL = ("统一", "一体", "同步", "合一", "融合", "共享", "公开", "贯通", "到位", "清零", "达标", "同")
DEALT_WITH = "对把将就使让"
PLUS = re.compile("[+＋]")
FIGURE = re.compile(r"\d[\d.]*%")
OF_WAYS = frozenset(("parts/ways", "parts/levels"))
NUMBERS_AND_LETTERS = "XN0123456789"
# Two names with nothing but these between them are spelled out together, and that reading is the better one.
BESIDE, SHARED = frozenset(("", "、", "和", "及", "与")), 4.0


class Candidate(NamedTuple):
    """A list that may be the one that a name announces."""

    announced: Announced
    reading: Reading
    span: Span
    rule: str
    held: Held

    @property
    def name(self) -> str:
        """The name whose parts these may be."""
        return self.announced.mention.name


class ListFinder:
    """The text with its sentences and the rules, asked about one name after the other."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], rules: PartRules) -> None:
        self.text, self.rules = document.text, rules
        self.near = Vicinity(document, sentences)

    def candidates(self, each: Announced) -> Iterator[Candidate]:
        """Every list that touches the name, read."""
        if each.slogan is not None:
            yield from self._joined(each, each.slogan)
        at = each.mention.span.start
        sentence = self.near.sentence(at)
        if sentence is None:
            return
        if not each.numerals:
            if each.slogan is None:
                yield from self._described(each, sentence)
            return
        yield from self._before(each, sentence, self.rules.before)
        yield from self._after(each)
        yield from self._spread(each)
        paragraph = self.near.reach(at, SENTENCES_ON)
        if len(each.numerals) > 1 and paragraph:
            window = Span(each.ends[0], paragraph.end)
            if not any(n.key for n in each.numerals) and (
                labels := read_number_labels(self.text, Span(each.ends[-1], sentence.end), each.numerals)
            ):
                yield Candidate(each, labels, window, "parts/numbers", Held.RUN)
            wide = self.near.reach(at, STEPS_ON) or paragraph
            if edges := read_edges(self.text, Span(window.start, wide.end), each.numerals):
                yield Candidate(each, edges, window, "parts/edges", Held.KEYED)
            if not any(n.key for n in each.numerals):
                behind = Span(each.ends[-1], self.near.article_end(at))
                if headed := read_headed(self.text, behind, each.numerals, self.rules):
                    yield Candidate(each, headed, behind, "parts/headed", Held.RUN)
            if labelled := read_labelled(self.text, window, each.numerals, self.rules):
                yield Candidate(each, labelled, window, "parts/groups", Held.RUN)

    def _spread(self, each: Announced) -> Iterator[Candidate]:
        """The parts that stand apart, each at the head of a paragraph or behind its number."""
        at = each.mention.span.start
        behind = Span(each.ends[-1], self.near.article_end(at))
        if len(each.numerals) == 1:
            own, paragraphs = self.near.paragraphs(at)
            # What a paragraph ends with, the next ones may spell out.
            announced_last = own.end - each.ends[-1] <= LAST_WORDS
            if announced_last and (leads := read_leads(self.text, paragraphs, each.numerals[0])):
                yield Candidate(each, leads, behind, "parts/leads", Held.ORDINALS)
            sentences = self.near.behind(at)[: 1 + (each.numerals[0].number or 0)]
            if openings := read_openings(self.text, sentences, each.numerals[0]):
                yield Candidate(each, openings, behind, "parts/openings", Held.ORDINALS)
            for reach in self.near.beside(at):
                steps = read_sequence(self.text, reach, each.numerals[0])
                if steps := steps or (read_told(self.text, reach, each.numerals[0]) if reach.end == at else None):
                    yield Candidate(each, steps, reach, "parts/sequence", Held.ORDINALS)
        near = self.near.reach(at, 1)
        if near and (said := read_predicated(self.text, Span(behind.start, near.end), each.numerals, self.rules.words)):
            yield Candidate(each, said, behind, "parts/predicated", Held.ORDINALS)
        if ranked := read_ranked(self.text, behind, each.numerals):
            yield Candidate(each, ranked, behind, "parts/ranked", Held.ORDINALS)

    def shared(self, one: Announced, other: Announced) -> Iterator[Candidate]:
        """“两带”“三园”：…: two names side by side have one list, whose first groups are those of the first."""
        if self.text[one.mention.span.end : other.mention.span.start] not in BESIDE:
            return
        cut = len(one.numerals)
        for found in self._after(other._replace(numerals=(*one.numerals, *other.numerals))):
            if found.reading.holds:
                groups, fit = found.reading.groups, found.reading.fit + SHARED
                yield found._replace(announced=one, reading=Reading(groups[:cut], fit))
                yield found._replace(announced=other, reading=Reading(groups[cut:], fit))

    def gloss(self, each: Announced) -> Gloss | None:
        """What a bracket or clause behind a quoted name says that it stands for."""
        if each.mention.form is not Form.QUOTED or each.slogan is not None:
            return None
        sentence = self.near.sentence(each.mention.span.start)
        if sentence is None:
            return None
        for pattern, match in self._matches_behind(self.rules.gloss, each, sentence.end):
            span = Span(*match.span(pattern.slot))
            if not self.rules.unless.search(self.text[span.start : span.end]):
                return Gloss(each.mention, self.text[span.start : span.end], span)
        return None

    # ---- where a list may stand ---------------------------------------------------------

    def _joined(self, each: Announced, slogan: Span) -> Iterator[Candidate]:
        """网格吹哨、专班应哨: the name is the list."""
        text = self.text
        # “七山一水，一分道路和庄园” is no house; “党群服务+文明实践”综合体 is.
        if each.mention.type not in WAYS and not PLUS.search(text, slogan.start, slogan.end):
            return
        if not self.rules.joined or DESCRIBES.match(text, slogan.start, slogan.end):
            return
        for s in chain(text, slogan) or pieces(text, slogan, 1):
            if not text[s.start : s.end].strip(NUMBERS_AND_LETTERS) or FIGURE.search(text, s.start, s.end):
                return
        reading = read_list(text, slogan, each.numerals, self.rules.words, Held.WHOLE)
        if reading is not None:
            yield Candidate(each, reading, each.mention.span, self.rules.joined[0], Held.WHOLE)

    def _described(self, each: Announced, sentence: Span) -> Iterator[Candidate]:
        """A name without a number: the list with 的 before it, or the counted sections that the sentence gives it."""
        if each.mention.core is None and self.text[each.starts[0] - 1 : each.starts[0]] == "的":
            yield from self._before(each, sentence, self.rules.way_before)
        end = each.ends[-1]
        if not self.rules.sections.search(self.text, end, min(end + OWNED_WITHIN, sentence.end)):
            return
        for pattern, match in self._matches_behind(self.rules.way_after, each, sentence.end):
            numerals = decompose(self.text[match.start("phrase") : match.end()], self.rules.shorthand)
            if len(numerals) == 1:
                yield from self._read(each._replace(numerals=numerals), pattern, match, sentence)

    def _before(self, each: Announced, sentence: Span, patterns: Sequence[PartPattern]) -> Iterator[Candidate]:
        for pattern in patterns:
            # A hall of two levels, a shed so wide and so long: a house is made of nothing that stands before it so.
            if pattern.rule in OF_WAYS and each.mention.type not in WAYS:
                continue
            for start in each.starts:
                if pattern.closing and self.text[start - 1 : start] not in pattern.closing:
                    continue
                # 甲、乙、丙。这就是“三步”: a word may point back over the end of a sentence.
                reach = self.near.back(sentence) if pattern.slot == "told" else sentence
                if match := pattern.regex.search(self.text, max(reach.start, start - LIST_LENGTH), start):
                    yield from self._read(each, pattern, match, reach)
                    break

    def _after(self, each: Announced) -> Iterator[Candidate]:
        at = each.mention.span.start
        paragraph = self.near.reach(at, SENTENCES_ON)
        if paragraph is None:
            return
        for pattern, match in self._matches_behind(self.rules.after, each, paragraph.end):
            wide = self.near.reach(at, ORDINALS_ON) if pattern.slot == "ordinals" else None
            yield from self._read(each, pattern, match, wide or paragraph)

    def _matches_behind(
        self, patterns: Sequence[PartPattern], each: Announced, limit: int
    ) -> Iterator[tuple[PartPattern, re.Match[str]]]:
        for pattern in patterns:
            for end in each.ends:
                if match := pattern.regex.match(self.text, end, limit):
                    yield pattern, match
                    break

    # ---- reading it ---------------------------------------------------------------------

    def _read(self, each: Announced, pattern: PartPattern, match: re.Match[str], bounds: Span) -> Iterator[Candidate]:
        span = self._stretch(pattern, match, bounds)
        if span.start >= span.end or not self._may_hold(span, each.numerals, pattern.slot):
            return
        # 等 between a list and what it belongs to: “甲、乙”等七大工程.
        behind = match.end(pattern.slot)
        open_ = (pattern.before or "phrase" in match.re.groupindex) and "等" in self.text[behind : behind + 3]
        held = SLOTS[pattern.slot]
        reading = read_list(self.text, span, each.numerals, self.rules.words, held, open_=open_)
        if reading is not None and not self._loose(pattern.slot, reading, each.numerals):
            yield Candidate(each, reading, span, pattern.rule, held)

    def _loose(self, slot: str, reading: Reading, numerals: Sequence[Numeral]) -> bool:
        """Whether only the place of a list speaks for it, and it stands apart from the name."""
        if slot == "asked":
            return not aligned(self.text, reading, numerals)
        if slot != "dealt":
            return False
        # 对人员、财务、药品实行“三统一”: the name says what is done to them all.
        same = len(numerals) == 1 and numerals[0].key.endswith(DONE_TO_ALL)
        return not same or not all(
            len(g.items) == g.stated and self.text[g.items[0].span.start - 1] in DEALT_WITH for g in reading.groups
        )

    def _stretch(self, pattern: PartPattern, match: re.Match[str], bounds: Span) -> Span:
        """The stretch that a slot stands for: its own, or as far as the clause or the sentence goes."""
        start, end = match.span(pattern.slot)
        if pattern.slot in ("bare", "told", "dealt"):
            start = list_start(self.text, max(bounds.start, end - LIST_LENGTH), end)
        elif pattern.slot == "ordinals":
            end = bounds.end
        elif pattern.slot in ("run", "keyed"):
            start, end = end, min(self.near.run_end(end, bounds.end), bounds.end)
        return Span(start, end)

    def _may_hold(self, span: Span, numerals: Sequence[Numeral], slot: str) -> bool:
        """Whether a stretch is worth reading: it parts something, and where only words tell, it holds them."""
        if slot in ("keyed", "asked"):
            often = 1 if len(numerals) > 1 else 2
            return all(
                any(self.text.count(m, span.start, span.end) >= often for m in n.marks or (n.noun or n.text,))
                for n in numerals
            )
        if slot in ("bare", "told", "dealt") and LISTED_WITH.search(self.text, max(span.start, span.end - 2), span.end):
            return False
        alone = slot in ("levels", "ordinals") or any(n.number == 1 for n in numerals)
        return alone or SEPARATED.search(self.text, span.start, span.end) is not None
