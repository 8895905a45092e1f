"""Straight or mistaken quotation marks in, paired ones out, one for one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DOUBLE = re.compile('["“”]')
_SINGLE = re.compile("'")
# What cannot follow an opening mark, and what seldom precedes a closing one.
_AFTER_CLOSING = "，。、；：！？）》】…”"
_BEFORE_OPENING = "，、：；（《【—“"
# Marks of enumeration and introduction: what they lead up to begins a quotation, even if an earlier one never ended.
_LEADS_UP = "、：（《"
_SENTENCE = re.compile("[；。]")
_STOPS = ("。", "！", "？")
_LONGEST = 30


def pair_quotes(paragraphs: Sequence[str]) -> str:
    """Paragraphs as one text in which every quotation mark opens or closes; each paragraph stands for itself.

    >>> pair_quotes(['实施"净空、净水"行动。', '群众"看病难""看病贵"问题缓解。'])
    '实施“净空、净水”行动。\\n群众“看病难”“看病贵”问题缓解。'
    """
    return "\n".join([_paired(paragraph) for paragraph in paragraphs])


def _paired(paragraph: str) -> str:
    straight = '"' in paragraph
    curly = "“" in paragraph or "”" in paragraph
    if not straight and "'" not in paragraph and (not curly or paragraph.count("“") == paragraph.count("”")):
        return paragraph
    if straight and not curly and _are_plain(parts := paragraph.split('"')):
        # Between the parts stands by turns a mark that opens and one that closes.
        pieces = ["“"] * (2 * len(parts) - 1)
        pieces[::2] = parts
        pieces[3::4] = "”" * (len(parts) // 2)
        paragraph = "".join(pieces)
    elif straight or paragraph.count("“") != paragraph.count("”"):
        pieces = []
        end, opening = 0, -1
        places = [found.start() for found in _DOUBLE.finditer(paragraph)]
        for left, place in zip(range(len(places), 0, -1), places, strict=True):
            mark = paragraph[place]
            before = paragraph[place - 1] if place > end else pieces[-1] if pieces else ""
            after = paragraph[place + 1 : place + 2]
            opened = opening >= 0
            if mark == '"' and opened and left % 2 == 0:
                # One mark is missing. What holds a whole sentence, or more than a line, is no quotation.
                inside = paragraph[opening + 1 : place - 1]
                opened = len(inside) <= _LONGEST and not _SENTENCE.search(inside)
            opens = _opens(mark, before, after, opened)
            if opens and mark == '"' and left % 2 == 1 and not opened and before in _STOPS:
                # Speech that lost its beginning: what follows a full stop closes it.
                opens = False
            opening = place if opens else -1
            pieces += [paragraph[end:place], "“" if opens else "”"]
            end = place + 1
        paragraph = "".join([*pieces, paragraph[end:]])
    if "'" in paragraph:
        paragraph = _paired_singles(paragraph)
    return paragraph


def _are_plain(parts: Sequence[str]) -> bool:
    """Whether the marks between these parts stand by twos, each where it can open or close: nearly always they do."""
    return len(parts) % 2 == 1 and all(
        [inside and inside[0] not in _AFTER_CLOSING and inside[-1] not in _LEADS_UP for inside in parts[1::2]]
    )


def _opens(mark: str, before: str, after: str, opened: bool) -> bool:
    ends = not after or after in _AFTER_CLOSING
    if mark == "“":
        return not (opened and ends)
    if mark == "”":
        return not opened and not ends and (not before or before in _BEFORE_OPENING)
    if opened:
        return before != "" and before in _LEADS_UP and not ends
    return not ends or (before != "" and before in _BEFORE_OPENING)


def _paired_singles(paragraph: str) -> str:
    chars, opened = list(paragraph), False
    for found in _SINGLE.finditer(paragraph):
        place = found.start()
        beside = paragraph[max(0, place - 1) : place] + paragraph[place + 1 : place + 2]
        # Between Latin letters it is an apostrophe.
        if beside.isascii():
            continue
        opened = not opened
        chars[place] = "‘" if opened else "’"
    return "".join(chars)
