"""Texts in, an output folder out: graph.nt, graph.ttl, graph.html, rejected.tsv, manifest.json."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from kg.cli.terminal import complain, followed, padded, say
from kg.errors import KgError
from kg.model import Details

# What a build counts, in the order of the manifest.
COUNTED = {
    "documents": "文章",
    "entities": "实体",
    "facts": "事实",
    "observations": "数据",
    "parts": "组成",
    "triples": "三元组",
    "rejected": "未采纳",
    "repairs": "修复",
}

HELP = "读文本，建图谱\nread texts, build the graph"
LABEL = re.compile(r'<[^>]*#(\w+)> <[^>]*#label> "([^"]*)"@zh-Hans ')
ISSUED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "inputs", nargs="+", type=Path, metavar="INPUT", help="文本文件或文件夹\ntext files or folders"
    )
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


def add_encoding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--encoding", metavar="NAME",
        help="文本编码（默认自动：UTF-8、GB18030）\nencoding of the texts, where it is not found",
    )  # fmt: skip


def add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules", action="append", default=[], type=folder, metavar="DIR",
        help="自己的规则和词表，加在内置的之上\na folder of your own rules and word lists, added to the built-in ones",
    )  # fmt: skip


def folder(text: str) -> Path:
    """A folder that is there."""
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is no folder")
    return Path(text)


def run(asked: argparse.Namespace) -> int:
    from kg.cli.output import outputs, publish
    from kg.corpus import read_corpus
    from kg.pipeline import load_tools

    check_usage(asked)
    tools = load_tools(asked.rules)
    details = Details(asked.issued, asked.place, asked.title, asked.url)
    corpus = read_corpus(asked.inputs, tools, details, asked.encoding, partial(followed, what="读 reading"))
    for failure in corpus.failures:
        complain(failure)
    if not corpus.documents:
        return 3
    files = outputs(corpus, tools)
    publish(asked.output, files)
    report = files["manifest.json"].decode("utf-8")
    say(report if asked.json else summary(asked.output, json.loads(report)["counts"], chinese(tools.vocabulary.lines)))
    return 1 if corpus.failures else 0


def check_usage(asked: argparse.Namespace) -> None:
    """Refuse what cannot be meant, before any work is done."""
    if asked.issued and not ISSUED.fullmatch(asked.issued):
        raise KgError("--issued", f"“{asked.issued}” is no date", "write it as 2021-07-01, 2021-07 or 2021")
    if (asked.title or asked.url) and (len(asked.inputs) > 1 or asked.inputs[0].is_dir()):
        raise KgError("--title, --url", "speak of one text, and several are given", "use a documents.csv beside them")


def summary(output: Path, found: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    """What a build found, and how to look further.

    >>> found = {"documents": 1, "entities": 3, "entitiesByClass": {"Mechanism": 2, "County": 1}, "facts": 2}
    >>> found |= {"observations": 0, "parts": 9, "triples": 120, "rejected": 4, "repairs": 0}
    >>> lines = summary(Path("output"), found, {"Mechanism": "机制", "County": "县"}).splitlines()
    >>> print("\\n".join(lines[1:5]))
    实体 entities                     3
      机制 Mechanism                  2
      县 County                       1
    事实 facts                        2
    """
    rows = []
    for name, words in COUNTED.items():
        rows.append((f"{words} {name}", found[name]))
        if name == "entities":
            rows += [(f"  {labels.get(kind, '')} {kind}", count) for kind, count in found["entitiesByClass"].items()]
    return "\n".join([*(f"{padded(name, 30)}{count:>5}" for name, count in rows), "", *further(output)])


def further(output: Path) -> list[str]:
    """What to do with the graph that was just written."""
    place = shlex.quote(str(output))
    commands = {
        f"kg view {place}": "看图、查原文 look at it",
        f"kg query {place}": "能问些什么 what can be asked",
        f"{output / 'rejected.tsv'}": "没有采纳的，及其原因 what was left out, and why",
    }
    return [f"{padded(command, 28)}{words}" for command, words in commands.items()]


def chinese(ontology: Iterable[str]) -> dict[str, str]:
    """The Chinese label of each class and property, from the ontology's N-Triples.

    >>> term, label = "<https://w3id.org/jiceng/ontology#County>", "<http://www.w3.org/2000/01/rdf-schema#label>"
    >>> chinese([f'{term} {label} "县"@zh-Hans .'])
    {'County': '县'}
    """
    return {found[1]: found[2] for found in map(LABEL.match, ontology) if found}
