"""How fast it is, as a promise: see tests/bench.py for the figures."""

from __future__ import annotations

import pytest

from tests.bench import Speed, corpus, measure, report


@pytest.fixture(scope="module")
def speed() -> Speed:
    return measure(60_000, rounds=3)


@pytest.mark.slow
def test_four_times_as_fast_as_tagging_words(speed: Speed) -> None:
    assert speed.ratio >= 4, report(speed)


@pytest.mark.slow
def test_twice_the_text_takes_twice_the_time(speed: Speed) -> None:
    assert speed.twice <= 2.1 * speed.triples, report(speed)
    assert speed.longer <= 2.1 * speed.long, report(speed)


def test_the_corpus_is_varied() -> None:
    texts = corpus(30_000)
    assert sum(map(len, texts)) >= 30_000
    sentences = [sentence for text in texts[2:] for sentence in text.split("。") if len(sentence) > 10]
    assert len(set(sentences)) > 0.9 * len(sentences)
