"""A sentence in, its phrases and the pieces that they are made of out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.match.names.grammar import Page
from kg.model import Mention, Span

# A phrase is what no mark parts; a quotation or bracket inside it is one piece of it.
PHRASE = re.compile(r"《[^《》\n]*》|(?:[^，。；：、！？（）“”‘’《》\n…]+|“[^“”\n]*”|‘[^‘’\n]*’|（[^（）\n]{1,60}）)+")
MARKED = re.compile(r"“[^“”]*”|‘[^‘’]*’|（[^（）]*）")
QUOTE = re.compile(r"“([^“”\n]*)”")
SENTENCE_MARK = re.compile("[。！？]")
SPEECH_LENGTH = 36
# “甲，乙，丙”的发展思路: nobody says that, however long it is.
NO_SPEECH = re.compile("的?[^，。；：、！？“”\n]{0,6}?(?:原则|思路|方针|要求|目标|模式|机制|格局|路径|工作法)")
WITHIN = frozenset("内外里")
# 2021年老旧小区: the dictionary sees 年老 there.
YEAR = re.compile("(?<=[12][0-9]{3}年)(?<![0-9]{5}年)(?![度代])")

JOINED_LEVELS = frozenset(("和县", "成县", "会同县"))
# 县和乡, 村和组: what one character may name on both sides of 和.
BRAND_JOINTS, LEVELS_OF_PLACES = frozenset("和"), frozenset("省市县区乡镇村组街州盟旗户站所厂店校")


class Atom(NamedTuple):
    """A piece of a phrase: a word, a quotation, or a mention that is known already."""

    start: int
    end: int
    text: str
    tag: str  # jieba's tag; "“" a quotation, "（" a bracket, "@" a known mention
    known: Mention | None = None


class Name(NamedTuple):
    """The atom with which a name begins that was read from its end, and the mention, if it is one."""

    first: int
    mention: Mention | None


def phrases(text: str, span: Span, quoted: bool) -> Iterator[tuple[int, int]]:
    """The phrases of a sentence; `quoted` says whether it holds quotation marks at all.

    >>> line = "他说：“今年好，明年更好。”镇里推行“三联”机制，办起夜校"
    >>> [line[a:b] for a, b in phrases(line, Span(0, len(line)), True)]
    ['他说', '今年好', '明年更好', '镇里推行“三联”机制', '办起夜校']
    """
    for start, end in _spoken(text, span) if quoted else ((span.start, span.end),):
        for match in PHRASE.finditer(text, start, end):
            a, b = match.span()
            if text[a] != "《":
                yield a, b


def _spoken(text: str, span: Span) -> list[tuple[int, int]]:
    """The sentence in pieces, so that what somebody says is read like any other text and not as one name."""
    edges = [span.start]
    for quotation in QUOTE.finditer(text, span.start, span.end):
        long = "，" in quotation[1] and len(quotation[1]) > SPEECH_LENGTH
        if SENTENCE_MARK.search(quotation[1]) or (long and not NO_SPEECH.match(text, quotation.end())):
            edges += (quotation.start(), quotation.start() + 1, quotation.end() - 1, quotation.end())
    return list(pairwise([*edges, span.end]))


def cut_phrase(page: Page, start: int, end: int, places: Sequence[int], known: Sequence[Mention]) -> list[Atom]:
    """The atoms of a phrase; `places` are the ends of the heads in it, `known` the mentions.

    >>> from kg.match.names.grammar import compile_grammar, open_page
    >>> from kg.match.rulebook.rules import load_rules
    >>> from kg.match.rulebook.words import Words
    >>> page = open_page("组建“红帽”服务队", compile_grammar(load_rules()), Words())
    >>> [atom.text for atom in cut_phrase(page, 0, 9, [9], [])]
    ['组建', '“红帽”', '服务队']
    """
    cuts = _cuts(page, places)
    if page.text.find("年", start, end) >= 0:
        cuts = sorted({*cuts, *(year.start() for year in YEAR.finditer(page.text, start, end))})
    atoms: list[Atom] = []
    at = start
    for a, b, tag, mention in _pieces(page.text, start, end, known):
        if a > at:
            _cut_words(page, at, a, cuts, atoms)
        atoms.append(Atom(a, b, page.text[a:b], tag, mention))
        at = max(at, b)
    if end > at:
        _cut_words(page, at, end, cuts, atoms)
    return _branded(atoms)


def _branded(atoms: list[Atom]) -> list[Atom]:
    """南阳仲和艾业有限公司, 上海市嘉和医院: behind a place one character and 和 are a name, and join nothing."""
    for i in range(len(atoms) - 2, 1, -1):
        place, one, joint = atoms[i - 2 : i + 1]
        if (
            joint.text in BRAND_JOINTS
            and len(one.text) == 1
            and one.text not in LEVELS_OF_PLACES
            and one.tag != "@"
            and place.tag == "@"
        ):
            brand = Atom(one.start, joint.end, one.text + joint.text, "nz")
            atoms = [*atoms[: i - 1], brand, *atoms[i + 1 :]]
    return atoms


def _pieces(text: str, start: int, end: int, known: Sequence[Mention]) -> list[tuple[int, int, str, Mention | None]]:
    """Quotations, brackets and known mentions outside them, from left to right."""
    marked: list[tuple[int, int, str, Mention | None]] = []
    for match in MARKED.finditer(text, start, end):
        marked.append((*match.span(), "（" if match[0][0] == "（" else "“", None))
    if not known:
        return marked
    pieces = list(marked)
    for mention in known:
        low, high = mention.span.start, mention.span.end
        # 柳湾（14）村: the bracket is part of the name.
        pieces = [piece for piece in pieces if piece[2] != "（" or not (low < piece[0] and piece[1] < high)]
        if not any(a < high and low < b for a, b, tag, _ in pieces if tag != "@"):
            pieces.append((low, high, "@", mention))
    return sorted(pieces, key=lambda piece: piece[:2]) if len(pieces) > 1 else pieces


def _cuts(page: Page, places: Sequence[int]) -> list[int]:
    """活动室内, 党支部书记: jieba would cut 活动 and 室内, and hold 党支部书记 for one word."""
    text, grammar = page.text, page.grammar
    found = []
    for end in places:
        after = text[end : end + 1]
        if (
            (after in WITHIN and end - page.ends[end][0] > 1)
            or (after in grammar.role_starts and grammar.roles.match(text, end))
            or (after in "下派" and text.startswith(grammar.name_words.sending, end))
        ):
            found.append(end)
    return found


def _cut_words(page: Page, start: int, end: int, cuts: Sequence[int], atoms: list[Atom]) -> None:
    edges = [start, *(cut for cut in cuts if start < cut < end), end] if cuts else (start, end)
    for low, high in pairwise(edges):
        at = low
        for word, tag in page.words.cut(page.text[low:high]):
            # 农业局和县司法局: what is no place of the text joins two bodies of a level.
            if word in JOINED_LEVELS:
                atoms.append(Atom(at, at + len(word) - 1, word[:-1], "c"))
                at, word, tag = at + len(word) - 1, word[-1], "n"
            to = at + len(word)
            atoms.append(Atom(at, to, word, tag))
            at = to
