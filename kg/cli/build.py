"""Texts in, an output folder out: graph.nt, graph.ttl, graph.html, rejected.tsv, dataset.ttl, manifest.json."""

from __future__ import annotations

import argparse
import gc
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.arguments import add_encoding, add_rules
from kg.cli.summary import chinese, placeless, summary
from kg.cli.terminal import complain, followed, say, waits
from kg.errors import KgError
from kg.model import Details

if TYPE_CHECKING:
    from kg.corpus import Corpus
    from kg.pipeline import Tools

HELP = "读文本，建图谱\nread texts, build the graph"

UNHEARD = "is no place that the text names, nor the one of its name in the division table; the text was left to itself"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs", nargs="+", type=Path, metavar="INPUT",
        help="文件、文件夹、ZIP，或 - 表示标准输入\nfiles, folders, ZIP files, or - for standard input",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("output"), metavar="DIR",
        help="写到哪个文件夹（默认 output）\nfolder to write into (output)",
    )  # fmt: skip
    parser.add_argument("--issued", default="", metavar="DATE", help="见报日期，如 2021-07-01\ndate of issue")
    parser.add_argument("--place", default="", help="写的是哪里，如 寻乌县\nplace that the texts are about")
    parser.add_argument("--title", default="", help="标题（仅一篇时）\ntitle, of one text")
    parser.add_argument("--url", default="", help="来源网址（仅一篇时）\naddress, of one text")
    add_encoding(parser)
    add_rules(parser)
    parser.add_argument("--json", action="store_true", help="以 JSON 报告结果\nreport as JSON: the manifest")


def run(asked: argparse.Namespace) -> int:
    from kg.cli.output import outputs
    from kg.corpus import date_of_issue, read_corpus
    from kg.graph.query.kept import kept_store
    from kg.graph.write.files import publish
    from kg.pipeline import load_tools
    from kg.resolve.knowledge import NOBODYS

    check_usage(asked)
    tools = load_tools(asked.rules)
    spare_collector()
    details = Details(date_of_issue(asked.issued), asked.place, asked.title, asked.url)
    corpus = read_corpus(asked.inputs, tools, details, asked.encoding, partial(followed, what="读 reading"))
    for failure in corpus.failures:
        complain(failure)
    if not corpus.documents:
        return 3
    for place in unheard(corpus, tools):
        complain(KgError(f"--place {place}", UNHEARD, "write it in full, as 江西省寻乌县"))
    files = outputs(corpus, tools)
    publish(asked.output, files, waits)
    kept_store(asked.output / "graph.nt")
    report = files["manifest.json"].decode("utf-8")
    if asked.json:
        say(report)
    else:
        say(summary(asked.output, json.loads(report)["counts"], chinese(tools.vocabulary.lines)))
        adrift = sum(any(reason == NOBODYS for *_, reason in known.rejected) for known in corpus.documents)
        if adrift:
            say(f"\n{placeless(adrift)}")
    return 1 if corpus.failures else 0


def unheard(corpus: Corpus, tools: Tools) -> list[str]:
    """The places that the user told, also in a table, which nobody knows, so that the text was left to itself."""
    from kg.resolve.divisions import division_of
    from kg.resolve.families import PLACES

    told = [(known.document.source.details.place, known.entities) for known in corpus.documents]
    return sorted({
        place
        for place, entities in told
        if place and not any(one.type in PLACES and place.endswith(one.name) for one in entities)
        and division_of(place, tools.gazetteer) is None
    })  # fmt: skip


def spare_collector() -> None:
    """Let the collector of cycles look seldom: a build makes millions of small objects, and they form no cycles."""
    # What is loaded stays until the end and need not be looked through each time.
    gc.freeze()
    gc.set_threshold(200_000, 20, 100)


def check_usage(asked: argparse.Namespace) -> None:
    """Refuse what cannot be meant, before any work is done."""
    from kg.corpus import date_of_issue

    date_of_issue(asked.issued)
    several = len(asked.inputs) > 1 or asked.inputs[0].is_dir() or asked.inputs[0].suffix.lower() == ".zip"
    if (asked.title or asked.url) and several:
        raise KgError("--title, --url", "speak of one text, and several are given", "use a documents.csv beside them")
