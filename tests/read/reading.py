"""Texts in, documents out, for the tests of reading."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.match.rulebook.rules import load_rules
from kg.match.rulebook.word_lists import read_table
from kg.match.rulebook.words import Words
from kg.model import Details, Document, Source
from kg.pipeline import known
from kg.read.page.bylines import Surnames
from kg.read.page.layout import read_document
from kg.read.page.misprints import Shapes, shapes
from kg.read.page.seams import Wordhood

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
COMMON = frozenset("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯程苏皮厉沈贺骆")
SURNAMES = Surnames(COMMON | {"欧阳"}, COMMON)
LEXICON = ROOT / "kg" / "lexicon"
SITE_WORDS, LABELS = (
    frozenset(word for word, *_ in read_table(LEXICON / f"{name}.tsv")) for name in ("site_words", "site_labels")
)
# With the wordings of the rule files, and surnames so few that a name is one by its place.
KNOWN = replace(known(load_rules()), surnames=SURNAMES, simple={})
SILENT = Details()


class NoWords:
    """Knows no word."""

    counts: Mapping[str, int] = MappingProxyType({})


class Untouched:
    """Fails the test that asks it: what is clean needs no evidence."""

    @property
    def counts(self) -> Mapping[str, int]:
        raise AssertionError("asked for words")


@cache
def dictionary() -> Words:
    return Words()


@cache
def look_alikes() -> Shapes:
    return shapes(read_table(LEXICON / "lookalikes.tsv"))


def read(text: str, details: Details = SILENT, words: Wordhood | None = None) -> Document:
    """A text read without a dictionary, unless one is given."""
    source = Source("报纸.txt", text, "0" * 64, "utf-8", details)
    if words is None:
        return read_document(source, NoWords(), KNOWN)
    return read_document(source, words, KNOWN, look_alikes())


def paragraphs(document: Document) -> list[str]:
    return [document.quote(part.span) for article in document.articles for part in article.paragraphs]


# ---- what pages do to a text --------------------------------------------------------------

HALF = str.maketrans("，：；（）？！“”", ',:;()?!""')


def wrapped(paragraph: str, dice: random.Random, width: int = 18) -> str:
    """Lines of about one width, parted by a blank each."""
    lines, rest = [], paragraph
    while rest:
        length = width + dice.randint(-2, 2)
        lines.append(rest[:length])
        rest = rest[length:]
    return " ".join(lines)


def broken(text: str, seed: int) -> str:
    """The text as a page leaves it: columns torn, lines wrapped, marks half-width, the headline in a sentence."""
    dice = random.Random(seed)
    clean = [line for line in text.splitlines() if line]
    torn: list[str] = []
    held = ""
    for paragraph in clean:
        if held:
            torn += [paragraph, held]
            held = ""
        elif len(paragraph) > 120 and dice.random() < 0.25:
            cut = dice.randint(len(paragraph) // 3, 2 * len(paragraph) // 3)
            torn.append(paragraph[:cut])
            held = paragraph[cut:]
        else:
            torn.append(paragraph)
    page = []
    for index, paragraph in enumerate([*torn, held] if held else torn):
        loose = re.sub(
            r"(?<=[^\s\d.])(\d[\d.]*)(?=[万亿元个名户亩])",
            lambda m: f" {m[1]} " if dice.random() < 0.3 else m[1],
            paragraph,
        )
        line = loose.translate(HALF)
        if index and len(line) > 100 and dice.random() < 0.08:
            place = dice.randint(30, 70)
            line = f"{line[:place]} {clean[0]} {line[place:]}"
        page.append(wrapped(line, dice))
    return "\n\n".join(page) + "\n"
