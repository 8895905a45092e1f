"""The name of a mechanism in, every list of its document that may spell it out, read, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.match.parts.announced import Announced
from kg.match.parts.each_named import read_each
from kg.match.parts.initials import initials, read_colours, read_counted_characters, read_in_order, spelled
from kg.match.parts.judging import Held, Reading, judge
from kg.match.parts.leads import spanned_each
from kg.match.parts.likeness import has
from kg.match.parts.lists_apart import ListsApart
from kg.match.parts.loose_lists import FEWEST
from kg.match.parts.members import members
from kg.match.parts.part_rules import PartRules
from kg.match.parts.placed_lists import LIST_LENGTH, Candidate, PlacedLists
from kg.match.parts.several import read_list
from kg.match.parts.squared import read_squared
from kg.match.parts.summands import read_summands, spelled_sum
from kg.match.parts.told_after import read_gist
from kg.match.parts.unmarked import read_unmarked
from kg.match.parts.vicinity import STEPS_ON, Vicinity
from kg.match.parts.word_shared import read_shared
from kg.match.rulebook.kinds import WAYS
from kg.match.shorthand.decomposed import decompose
from kg.match.shorthand.enumeration import AND_SO_ON, OPENERS, chain, pieces, tidy
from kg.match.shorthand.shorthand import Numeral
from kg.model import Document, Form, Gloss, Group, Item, Sentence, Span

OWNED_WITHIN, FEWEST_CLAUSES = 120, 2
DESCRIBES, EACH_DESCRIBES = re.compile("[以从].*为"), re.compile("以[^，、]+为[^，、]+")
UNDERTAKINGS = frozenset(("Program", "Project"))
PLUS, ONE = re.compile("[+＋]"), re.compile("一个?(?P<what>[一-龥]{1,4})")
FIGURE = re.compile(r"\d[\d.]*%")
NUMBERS_AND_LETTERS, OPEN = "XN0123456789", ("X", "N")
# Two names with nothing but these between them are spelled out together, and that reading is the better one.
BESIDE, SHARED = frozenset(("", "、", "和", "及", "与")), 4.0


class ListFinder:
    """The text with its sentences and the rules, asked about one name after the other."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], rules: PartRules) -> None:
        self.text, self.rules = document.text, rules
        self.near = Vicinity(document, sentences)
        self.placed = PlacedLists(self.text, self.near, rules)
        self.apart = ListsApart(self.text, self.near, rules)

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
                yield from self._squared(each)
                yield from self._initials(each, sentence)
                yield from self._unmarked(each)
            else:
                yield from self._inside(each, each.slogan)
            return
        yield from self.placed.before(each, sentence, self.rules.before)
        yield from self.placed.after(each)
        yield from self._terms(each, sentence)
        yield from self._clauses_before(each, sentence)
        yield from self.apart.spread(each)
        near = self.near.reach(at, STEPS_ON)
        if near and (named := read_each(self.text, Span(each.ends[0], near.end), each.numerals)):
            yield Candidate(each, named, near, "parts/each", Held.RUN)
        if len(each.numerals) > 1:
            yield from self.apart.grouped(each, sentence)

    def shared(self, one: Announced, other: Announced) -> Iterator[Candidate]:
        """“两带”“三园”：…: two names side by side have one list, whose first groups are those of the first."""
        if self.text[one.mention.span.end : other.mention.span.start] not in BESIDE:
            return
        cut = len(one.numerals)
        for found in self.placed.after(other._replace(numerals=(*one.numerals, *other.numerals))):
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
        for pattern, match in self.placed.matches_behind(self.rules.gloss, each, sentence.end):
            span = Span(*match.span(pattern.slot))
            if not self.rules.unless.search(self.text[span.start : span.end]):
                return Gloss(each.mention, self.text[span.start : span.end], span)
        return None

    def _joined(self, each: Announced, slogan: Span) -> Iterator[Candidate]:
        """网格吹哨、专班应哨: the name is the list."""
        text = self.text
        # “七山一水，一分道路和庄园” is no house; “党群服务+文明实践”综合体 is.
        if each.mention.type not in WAYS and not PLUS.search(text, slogan.start, slogan.end):
            return
        if not self.rules.joined or self._is_description(slogan):
            return
        # 华能光储+生态治理项目 is one project; quotation marks would make a way of working of it.
        if each.mention.type in UNDERTAKINGS and text[slogan.start - 1 : slogan.start] not in OPENERS:
            return
        if (numerals := spelled_sum(text, slogan)) and (summed := read_summands(text, slogan, numerals)):
            yield Candidate(each, summed, each.mention.span, self.rules.joined[0], Held.WHOLE)
            return
        parted = chain(text, slogan) or pieces(text, slogan, 1)
        # “乐民—庆丰收·迎中秋”活动: a motto and what it stands over.
        if (
            "·" in text[slogan.start : slogan.end]
            and len(parted) < FEWEST
            and not PLUS.search(text, slogan.start, slogan.end)
        ):
            return
        # “喜事、丧事、急病等必到”: what goes on behind 等 says something of them all.
        last = parted[-1] if parted else slogan
        if (more := AND_SO_ON.search(text, last.start, last.end)) and more.end() < last.end:
            return
        said = [text[s.start : s.end] for s in parted]
        unsaid = [member for member in said if not member.strip(NUMBERS_AND_LETTERS)]
        # “党支部+N+农户” leaves one of its summands open; “1+4+X” tells none of them.
        if (unsaid and (unsaid[0] not in OPEN or len(unsaid) > 1)) or any(map(FIGURE.search, said)):
            return
        reading = read_list(text, slogan, each.numerals, self.rules.words, Held.WHOLE)
        if reading is not None:
            yield Candidate(each, reading, each.mention.span, self.rules.joined[0], Held.WHOLE)

    def _inside(self, each: Announced, slogan: Span) -> Iterator[Candidate]:
        """党建引领、六治融合: one member of a slogan may state a number that the text spells out further on."""
        joined = chain(self.text, slogan) or pieces(self.text, slogan, 1)
        stated = [decompose(self.text[s.start : s.end], self.rules.shorthand) for s in joined]
        counted = [n for n in stated if n]
        # “一中心、两平台、三支队伍”，即甲，乙、丙，丁、戊、己: each member has as many of its own.
        each_one = [n[0] if len(n) == 1 else _one(self.text, s) for n, s in zip(stated, joined, strict=True)]
        if counted and len(joined) > 1 and all(each_one):
            all_of_them = each._replace(numerals=tuple(n for n in each_one if n))
            for found in self.placed.after(all_of_them):
                if found.reading.holds and all(len(g.items) == g.stated for g in found.reading.groups):
                    reading = found.reading._replace(fit=found.reading.fit + SHARED)
                    yield found._replace(announced=each, reading=reading)
        if len(counted) == 1 and len(counted[0]) == 1 and (counted[0][0].number or 0) >= FEWEST:
            inner = each._replace(numerals=(_short(counted[0][0]),), starts=(each.ends[-1],))
            for found in (*self.apart.spread(inner), *self.placed.after(inner), *self.apart.rows(inner)):
                if found.reading.holds and all(len(g.items) == g.stated for g in found.reading.groups):
                    yield found._replace(announced=each)

    def _is_description(self, slogan: Span) -> bool:
        """以果业、茶业为主导; but 以支部为核心、以产业为支撑 are as many principles as say 以…为…."""
        members = pieces(self.text, slogan, 1)
        principles = len(members) > 1 and all(EACH_DESCRIBES.fullmatch(self.text, m.start, m.end) for m in members)
        return not principles and DESCRIBES.match(self.text, slogan.start, slogan.end) is not None

    def _unmarked(self, each: Announced) -> Iterator[Candidate]:
        """“定人定岗定责”三定原则: a row that no mark parts, counted behind its quotation mark."""
        core = each.mention.core
        if core and each.mention.type in WAYS and (read := read_unmarked(self.text, core, each.ends[0])):
            yield Candidate(each, read, each.mention.span, self.rules.joined[0], Held.WHOLE)

    def _squared(self, each: Announced) -> Iterator[Candidate]:
        """四三工作法: four lists of three."""
        near = self.near.reach(each.mention.span.start, 1)
        name = Span(each.starts[0], each.mention.span.end)
        if near and (read := read_squared(self.text, name, Span(each.ends[-1], near.end), self.rules.words)):
            yield Candidate(each, read, near, "parts/squared", Held.ORDINALS)

    def _initials(self, each: Announced, sentence: Span) -> Iterator[Candidate]:
        """“访议办”工作法，即访民情、议难题、办实事: a character for each part."""
        core = each.mention.core
        said = self.text[core.start : core.end] if core else ""
        if core and each.mention.type in WAYS and (counted := read_counted_characters(self.text, core)):
            yield Candidate(each, counted, core, "parts/initials", Held.WHOLE)
        near = self.near.reach(each.mention.span.start, STEPS_ON) if core and each.mention.type in WAYS else None
        if near and (coloured := read_colours(self.text, said, Span(each.ends[-1], near.end))):
            yield Candidate(each, coloured, near, "parts/initials", Held.RUN)
        numeral = initials(self.text, said, sentence.start) if core and each.mention.type in WAYS else None
        if numeral is None:
            return
        if read := read_in_order(self.text, said, Span(each.ends[-1], sentence.end)):
            yield Candidate(each, read, sentence, "parts/initials", Held.RUN)
        # 把人选准，…。把人育好，…。: what opens as many sentences or stretches in a row.
        behind = [s for s in self.near.behind(each.mention.span.start)[: len(said) + 1]]
        for at in (0, 1):
            heads = [tidy(self.text, next(iter(pieces(self.text, s, 2)), s)) for s in behind[at : at + len(said)]]
            if len(heads) == len(said) and (row := spelled(said, Reading((_group_of(self.text, heads),), 0.0))):
                yield Candidate(each, row, Span(each.ends[-1], heads[-1].end), "parts/initials", Held.RUN)
        named = each._replace(numerals=(numeral,))
        for found in (*self.placed.after(named), *self.placed.before(named, sentence, self.rules.before)):
            if reading := spelled(said, found.reading):
                yield found._replace(announced=each, reading=reading)

    def _described(self, each: Announced, sentence: Span) -> Iterator[Candidate]:
        """A name without a number: the list with 的 before it, or the counted sections that the sentence gives it."""
        if self.text[each.starts[0] - 1 : each.starts[0]] == "的":
            found = self.placed.before(each, sentence, self.rules.way_before)
            yield from found if each.mention.core is None else (c for c in found if self._joins(c))
        end = each.ends[-1]
        near = self.near.reach(each.mention.span.start, 1)
        core = each.mention.core
        if each.mention.type in WAYS and core and (shared := read_shared(self.text, core, Span(end, sentence.end))):
            yield Candidate(each, shared, sentence, "parts/word-shared", Held.RUN)
        if each.mention.type in WAYS and near and (gist := read_gist(self.text, Span(end, near.end))):
            yield Candidate(each, gist, near, "parts/gist", Held.RUN)
        if not self.rules.sections.search(self.text, end, min(end + OWNED_WITHIN, sentence.end)):
            return
        for pattern, match in self.placed.matches_behind(self.rules.way_after, each, sentence.end):
            numerals = decompose(self.text[match.start("phrase") : match.end()], self.rules.shorthand)
            if len(numerals) == 1:
                found = self.placed.read(each._replace(numerals=numerals), pattern, match, sentence)
                # “随手拍”“议事厅”等两大板块: a section is not made of its own row.
                yield from (c for c in found if c.span.start >= end)

    def _joins(self, found: Candidate) -> bool:
        """“甲+乙+丙”的“河湾经验”, “甲联勤、乙联防、丙联排”的“山村警务”模式: before a name in quotation marks what links
        join is sure to be its list; so are three members of one length, where it is called a way of working.
        """
        items = [item for group in found.reading.groups for item in group.items]
        alike = len(items) >= FEWEST and len({len(item.text) for item in items}) == 1
        told = self.text.endswith(self.rules.words.working, found.announced.ends[0], found.announced.mention.span.end)
        if found.held is Held.BEFORE:
            # 健全党员值守、村医巡诊、邻里帮衬的“…”模式: what is set up is described by who does what.
            return (
                told and len(items) >= FEWEST and self.text.endswith(self.rules.words.adopting, 0, items[0].span.start)
            )
        return found.held is Held.WHOLE and (bool(chain(self.text, found.span)) or (alike and told))

    def _terms(self, each: Announced, sentence: Span) -> Iterator[Candidate]:
        """“1+1+1”，即由甲、乙、丙组成的…: as many members as the sum comes to; ones are no groups of their own."""
        counted = [n for n in each.numerals if n.number and not n.key]
        counts = [n.number or 0 for n in counted]
        total = sum(counts)
        # “3+N” counts three, each in quotation marks, and more that no list need hold.
        others = len(counted) < len(each.numerals) and (len(counted) > 1 or total < FEWEST)
        if others or not PLUS.search(self.text, each.starts[0], each.ends[0]):
            return
        as_one = each._replace(numerals=(Numeral(total, "项", "", (), True),))
        for found in (*self.placed.before(as_one, sentence, self.rules.before), *self.placed.after(as_one)):
            (group,) = found.reading.groups or (Group("", None),)
            sure = len(counted) == len(each.numerals) or all(
                self.text[i.span.start - 1] in OPENERS for i in group.items
            )
            # 都有1名律师和1名网格员: what says its number again is read by it.
            said = [c.isdigit() for i in group.items for c in i.text[:1]]
            sure = sure and (all(said) or not any(said))
            if found.reading.holds and len(group.items) == total and sure:
                row = [item.span for item in group.items]
                groups = spanned_each(self.text, row, counted) if set(counts) != {1} else (replace(group, stated=None),)
                yield found._replace(announced=each, reading=Reading(groups, found.reading.fit))

    def _clauses_before(self, each: Announced, sentence: Span) -> Iterator[Candidate]:
        """甲联乙，丙联丁的“双联”机制: as many clauses before the name as it states, and each bears its word."""
        start, numeral = each.starts[0], each.numerals[0]
        count = numeral.number or 0
        if len(each.numerals) > 1 or count < FEWEST_CLAUSES or self.text[start - 1 : start] != "的":
            return
        span = Span(max(sentence.start, start - LIST_LENGTH), start - 1)
        clauses = pieces(self.text, span, 2)
        raw, before = clauses[-count:], clauses[-count - 1 : -count]
        for mark in numeral.marks if len(raw) == count and not numeral.counted else ():
            if all(has(self.text, c, mark) for c in raw) and not any(has(self.text, c, mark) for c in before):
                found = members(self.text, raw, numeral, self.rules.words, before=True)
                if not has(self.text, found.spans[0], mark):  # 建立农户“绑”合作社，合作社“绑”企业
                    opened = self.text[raw[0].start : raw[0].start + 2] in self.rules.words.governing
                    first = Span(raw[0].start + 2 * opened, raw[0].end)
                    found = members(self.text, [first, *raw[1:]], numeral, self.rules.words, whole=True)
                reading = judge(self.text, found, numeral, self.rules.words, Held.TOLD)
                yield Candidate(each, reading, Span(raw[0].start, start), "parts/bare-before", Held.TOLD)
                return


def _short(numeral: Numeral) -> Numeral:
    """六治融合 counts six 治: of a longer word the first character is what its parts bear."""
    if numeral.counted:
        return numeral
    mark = numeral.key[:1]
    return Numeral(numeral.number, mark, numeral.text.removesuffix(numeral.key[1:]), (mark,))


def _one(text: str, member: Span) -> Numeral | None:
    """一中心 beside 两平台: there 一 is a number, too."""
    said = ONE.fullmatch(text, member.start, member.end)
    return Numeral(1, said["what"], said[0], (said["what"],)) if said else None


def _group_of(text: str, spans: Sequence[Span]) -> Group:
    items = tuple(Item(text[s.start : s.end], s) for s in spans)
    return Group("", None, items, False, Span(spans[0].start, spans[-1].end))
