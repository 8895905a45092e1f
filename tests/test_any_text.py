"""Whatever stands in a file, a build reads it to its end, and in time."""

from __future__ import annotations

import hashlib
import random
import re
import time
from collections.abc import Iterator

import pytest

from kg.graph.write.triples import triples
from kg.match.shorthand.enumeration import tidy
from kg.model import Details, Source, Span
from kg.pipeline import Tools, understand
from tests.command import SEEDS
from tests.reports import reports

MARKS = "，。、“”‘’（）：；—+1234万亿三四 \n县镇村等的"
SLOWEST = 5.0  # seconds of processor time; none of these texts takes a tenth of it
FOUND = (
    "",
    "。",
    "年收入0至0万元。",
    "云岭县推行“两带两强”机制，即：“" + "甲“乙”、" * 60,
    "云岭县推行“三联”，“" * 40,
    "“+交通”",
    "桥“”品牌",
    "成立护林、、等队伍",
    "杨智杨智！杨智",
    "深入推进“和美湘村”建设",
    "“41”",
    "“香米”",
    "“55”（",
    "“一区两基地",
    "全县有1e9999999户。",
    "种植面积1亿亿亿亿亿亩",
    "种植面积1e30亩",
    "云岭县13个村各得补助9万元。",
    "三送三制”是送政策、8送岗位、送",
)


def said() -> list[str]:
    pages = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [part for page in (*pages, *reports(6)) for part in re.split(r"(?<=[。！？\n])", page) if part.strip()]


def torn(seed: int, count: int) -> Iterator[str]:
    """Sentences in any order, with stretches lost, said twice, or pushed between others."""
    chance, sentences = random.Random(seed), said()
    for _ in range(count):
        chars = list("".join(chance.sample(sentences, chance.randint(3, 20))))
        for _ in range(chance.randint(0, 40)):
            at, what = chance.randrange(len(chars)), chance.random()
            if what < 0.4 and len(chars) > 10:
                del chars[at : at + chance.randint(1, 6)]
            elif what < 0.6:
                chars.insert(at, chance.choice(MARKS))
            else:
                other = chance.randrange(len(chars))
                chars[at : at + 1] = chars[other : other + chance.randint(1, 8)]
        yield "".join(chars)


def build(text: str, tools: Tools) -> list[str]:
    source = Source("报.txt", text, hashlib.sha256(text.encode()).hexdigest(), "utf-8", Details())
    return triples(understand(source, tools), tools.vocabulary, tools.rules.digest)


def broken_off(seed: int, count: int) -> Iterator[str]:
    """Sentences that end where a column may end: behind a mark, a quotation or a digit, or anywhere at all."""
    chance, sentences = random.Random(seed), said()
    for _ in range(count):
        sentence = chance.choice(sentences)
        places = [match.end() for match in re.finditer("[“”（）‘’、，：；0-9]", sentence)]
        yield sentence[: chance.choice(places or [len(sentence)])].strip()
        yield sentence[chance.randrange(len(sentence)) :].strip()


def test_a_text_that_breaks_off_anywhere_is_read(tools: Tools) -> None:
    for text in broken_off(7, 500):
        build(text, tools)


@pytest.mark.parametrize("text", FOUND)
def test_a_text_that_once_stopped_a_build_is_read(text: str, tools: Tools) -> None:
    start = time.process_time()
    build(text, tools)
    assert time.process_time() - start < SLOWEST


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_torn_and_shuffled_texts_are_read_in_time(seed: int, tools: Tools) -> None:
    found = 0
    for text in torn(seed, 200):
        start = time.process_time()
        found += len(build(text, tools)) > 0
        assert time.process_time() - start < SLOWEST, text
    assert found == 200


def test_a_quotation_without_an_end_costs_no_more_than_its_length() -> None:
    line = "“" + "甲“乙”、" * 200
    assert tidy(line, Span(0, len(line))) == Span(0, len(line) - 1)
