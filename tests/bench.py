"""How fast: text to N-Triples on disk, and reading alone, on one core, beside jieba.posseg on the same text.

python -m tests.bench [characters]
"""

from __future__ import annotations

import logging
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import jieba.posseg

from kg.cli.build import spare_collector
from kg.cli.output import outputs
from kg.corpus import read_corpus
from kg.graph.write.files import publish, replace_file
from kg.match.rulebook.rule_types import RelationRule, StanceRule
from kg.model import Document, Source
from kg.pipeline import Tools, load_tools, read
from tests.exchange import exchanged
from tests.reports import reports

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
ROUNDS = 5
FAR = 1_000_000  # the number of a report that no corpus here reaches
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Speed:
    """What one run of the bench measured: seconds, medians over the rounds."""

    characters: int
    start: float  # loading rules, lists and tables, once a process
    words: float  # jieba.posseg.cut alone
    triples: float  # files → N-Triples on disk
    whole: float  # the same with Turtle and page
    # Of each round, for what is measured in one moment may be compared: a busy machine is slow for minutes on end.
    ratios: tuple[float, ...]  # how many times the speed of jieba.posseg.cut
    twice: tuple[float, ...]  # how many times the time twice the documents take
    longer: tuple[float, ...]  # how many times the time a document takes that is twice as long


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading alone costs: medians over the rounds."""

    ratios: tuple[tuple[str, float], ...]  # of each text, how many times the speed of jieba.posseg.cut
    million: float  # seconds for a million characters of reports, against
    ten_millions: float  # ten times as many in one text


def corpus(characters: int) -> list[str]:
    """The seeds, then invented reports until there are so many characters."""
    texts = [path.read_text("utf-8") for path in SEEDS]
    missing = max(0, characters - sum(map(len, texts)))
    found = reports(1 + missing // 1000)
    while missing > 0:
        texts.append(found[len(texts) - len(SEEDS)])
        missing -= len(texts[-1])
    return texts


def doubled(texts: Sequence[str]) -> list[str]:
    """The texts and as many others as full of statements: the seeds with all names exchanged, further reports."""
    count = len(texts) - len(SEEDS)
    return [*texts, *(exchanged(text, 0) for text in texts[: len(SEEDS)]), *reports(count, first=count)]


def written(texts: Sequence[str], folder: Path) -> Path:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, "utf-8")
    return folder


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def loaded() -> Tools:
    """Tools with every wording compiled, which is start-up; a build that needs fewer compiles fewer."""
    tools = load_tools()
    rules: tuple[RelationRule | StanceRule, ...] = (*tools.rules.relations, *tools.rules.stances)
    assert all(pattern.regex for rule in rules for pattern in (*rule.patterns, *rule.unless))
    return tools


def started(other: Path) -> Tools:
    """Tools that have read another text, so that all is loaded, and none of those that are to be measured."""
    tools = loaded()
    to_triples(other, tools)
    spare_collector()
    return tools


def to_triples(folder: Path, tools: Tools) -> None:
    replace_file(folder.parent / "graph.nt", read_corpus([folder], tools).lines)


def whole_build(folder: Path, tools: Tools) -> None:
    publish(folder.parent / "output", outputs(read_corpus([folder], tools), tools))


def measure(characters: int, rounds: int = ROUNDS) -> Speed:
    """Run everything in turn, several times over, in this one process."""
    texts = corpus(characters)
    joined = "".join(texts)
    start = seconds(loaded)
    jieba.setLogLevel(logging.WARNING)
    jieba.posseg.lcut("先装好词典。")
    times: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        once = written(texts, root / "once")
        twice = written(doubled(texts), root / "twice")
        longer = written([joined], root / "longer")
        long = written([joined[: len(joined) // 2]], root / "long")
        other = written(reports(1, first=FAR), root / "other")
        work = {"triples": once, "twice": twice, "longer": longer, "long": long}
        for _ in range(rounds):
            taken = {"words": seconds(lambda: [jieba.posseg.lcut(text) for text in texts])}
            for name, folder in work.items():
                taken[name] = seconds(partial(to_triples, folder, started(other)))
            times.append(taken)
        whole = seconds(partial(whole_build, once, started(other)))

    def against(name: str, other: str) -> tuple[float, ...]:
        return tuple(taken[name] / taken[other] for taken in times)

    words, triples = (statistics.median(taken[name] for taken in times) for name in ("words", "triples"))
    return Speed(
        len(joined),
        start,
        words,
        triples,
        whole,
        against("words", "triples"),
        against("twice", "triples"),
        against("longer", "long"),
    )


def measure_reading(rounds: int = ROUNDS) -> Reading:
    """Read the seeds, and reports of a million characters and of ten, in turn with tagging."""
    tools = load_tools()
    jieba.setLogLevel(logging.WARNING)
    jieba.posseg.lcut("先装好词典。")
    spare_collector()

    def reading(text: str) -> Document:
        return read(Source("报纸.txt", text, "0" * 64, "utf-8"), tools)

    def ratio(text: str) -> float:
        reading(text)
        # Three times, for one reading of a page is soon over.
        times = [
            3 * seconds(lambda: jieba.posseg.lcut(text)) / seconds(lambda: [reading(text) for _ in range(3)])
            for _ in range(rounds)
        ]
        return statistics.median(times)

    million = "\n\n".join(reports(1200))[:MILLION]
    texts = [*((path.name, path.read_text("utf-8")) for path in SEEDS), ("reports", million[:30_000])]
    ratios = tuple((name, ratio(text)) for name, text in texts)
    times = [(seconds(lambda: reading(million)), seconds(lambda: reading(million * 10))) for _ in range(rounds)]
    once, ten = map(statistics.median, zip(*times, strict=True))
    return Reading(ratios, once, ten)


def report(speed: Speed) -> str:
    """The figures as lines to read."""

    def line(what: str, taken: float, ratio: float) -> str:
        return f"{what:44}{speed.characters / taken / 1000:10.1f} k characters/s  {ratio:6.2f} x posseg"

    ratio, twice, longer = map(statistics.median, (speed.ratios, speed.twice, speed.longer))

    return "\n".join(
        [
            f"{speed.characters} characters, one core, processor time, medians; start-up {speed.start:.2f} s apart",
            line("jieba.posseg.cut alone", speed.words, 1),
            line("text -> N-Triples on disk", speed.triples, ratio),
            line("text -> N-Triples, Turtle, page on disk", speed.whole, speed.words / speed.whole),
            f"twice the documents: {twice:.2f} times the time; a document twice as long: {longer:.2f} times",
        ]
    )


def report_reading(found: Reading) -> str:
    """The figures of reading as lines to read."""
    return "\n".join(
        [
            *(f"{'reading alone: ' + name:68}{ratio:6.2f} x posseg" for name, ratio in found.ratios),
            f"reading a million characters: {found.million:.2f} s;"
            f" ten millions: {found.ten_millions / found.million:.2f} times the time",
        ]
    )


if __name__ == "__main__":
    print(report(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 150_000)))
    print(report_reading(measure_reading()))
