"""An output folder, or an endpoint elsewhere, and a question in; the answer as a table, CSV, JSON or Turtle out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.terminal import say, table
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.graph.query.answers import Answer

    Ask = Callable[[str, Mapping[str, str]], Answer]

HELP = "提问：SPARQL，或现成的问题\nask, in SPARQL or by name"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(misused=parser.error)
    parser.add_argument(
        "folder", nargs="?", metavar="DIR",
        help="kg build 写的文件夹；有 --endpoint 时不写\nthe folder that kg build wrote; not with --endpoint",
    )  # fmt: skip
    parser.add_argument(
        "sparql", nargs="?", metavar="SPARQL",
        help="如 'SELECT ?名 { ?人 a jc:Person ; rdfs:label ?名 }'\n"
        "什么都不写则列出现成的问题\nwithout it and without --name: the list of named questions",
    )  # fmt: skip
    parser.add_argument("--list", action="store_true", help="列出现成的问题\nlist the named questions")
    parser.add_argument(
        "--endpoint", metavar="URL",
        help="问别处的图数据库，如 http://localhost:7878/query\nask an endpoint elsewhere instead of a folder",
    )  # fmt: skip
    parser.add_argument("--name", help="现成问题的名字\nname of a named question")
    parser.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", type=binding,
        help="填入变量，如 place=寻乌县\nwhat a variable stands for: a label or another spelling of it",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=("table", "csv", "json", "turtle"),
        help="默认表格；CONSTRUCT 默认 Turtle\ntable, or Turtle for CONSTRUCT, unless told otherwise",
    )  # fmt: skip


def binding(text: str) -> tuple[str, str]:
    """A variable and what it stands for.

    >>> binding("place=寻乌县")
    ('place', '寻乌县')
    """
    name, equals, value = text.partition("=")
    if not (name.isidentifier() and equals and value):
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE, as place=寻乌县")
    return name, value


def run(asked: argparse.Namespace) -> int:
    from kg.graph.query import answers
    from kg.graph.query.queries import named_queries, named_query
    from kg.graph.store import Graph, graph_file

    if asked.endpoint:
        # There is no folder, and what stands first is the query.
        if asked.folder and asked.sparql:
            asked.misused("DIR and --endpoint are both given")
        asked.folder, asked.sparql = None, asked.folder
    elif not (asked.folder or asked.list):
        asked.misused("DIR or --endpoint is required")
    if asked.sparql and asked.name:
        raise QueryError("--name", "and a query are both given", "give one of them")
    if asked.list or not (asked.sparql or asked.name):
        if asked.folder:
            graph_file(Path(asked.folder))
        for one in named_queries().values():
            needs = "".join(f" --set {need}={one.example[need]}" for need in one.needs)
            say(f"--name {one.name}{needs}\n    {one.question_zh}\n    {one.question_en}")
        return 0
    put = _elsewhere(asked.endpoint) if asked.endpoint else Graph.load(Path(asked.folder)).answer
    given = dict(asked.set)
    answer = put(named_query(asked.name).bound(given) if asked.name else asked.sparql, given)
    if asked.name and not answer:
        for name, words in given.items():
            _unknown(name, words, put)
    write = {"csv": answers.as_csv, "json": answers.as_json, "turtle": answers.as_turtle}
    form = asked.format or ("turtle" if answer.form == "construct" else "table")
    say(table(answer.columns, answers.table(answer)) if form == "table" else write[form](answer))
    return 0


def _elsewhere(endpoint: str) -> Ask:
    from kg.graph.query.queries import standalone
    from kg.serve.remote import ask

    return lambda sparql, given: ask(endpoint, standalone(sparql, given))


def _unknown(name: str, words: str, put: Ask) -> None:
    """Say of what was filled in that nothing bears that name, if so: no rows then tell nothing of the thing meant."""
    from kg.graph.query.queries import names_like

    like = [str(row["name"]) for row in put(names_like(words), {})]
    if words not in like:
        near = f"；相近的有 near to it: {'、'.join(like)}" if like else ""
        sys.stderr.write(f"kg: {name}={words}: 图谱里没有叫这个名字的 nothing in the graph is called so{near}\n")
