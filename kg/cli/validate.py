"""An output folder in, what in its graph breaks the shapes out: in our words, or as a report of SHACL."""

from __future__ import annotations

import argparse

from kg.cli.arguments import add_folder, add_rules
from kg.cli.terminal import say

HELP = "查图谱是否合规\ncheck the graph against its shapes"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "--format", choices=("text", "shacl", "json"), default="text",
        help="文字（默认）、SHACL 报告（Turtle）、JSON\nwords, a report of SHACL in Turtle, or JSON",
    )  # fmt: skip
    parser.add_argument(
        "--reference", action="store_true",
        help="改用参考实现 pySHACL（慢）\nby the reference engine pySHACL instead: slow, the same results",
    )  # fmt: skip
    add_rules(parser)


def run(asked: argparse.Namespace) -> int:
    from kg.graph.export.reports import as_json, as_shacl, in_words
    from kg.graph.export.shapes import VIOLATION, validate
    from kg.graph.store import Graph
    from kg.pipeline import load_terms

    graph = Graph.load(asked.folder)
    # What rule files declare belongs to the ontology that the graph is checked against.
    vocabulary = load_terms(asked.rules)
    if asked.reference:
        from kg.graph.export.reference import reference

        found = reference(graph.lines, vocabulary)
    else:
        found = validate(graph.lines, vocabulary)
    if asked.format == "text":
        say(in_words(found, graph.store, graph.base))
    else:
        say(as_shacl(found, graph.base) if asked.format == "shacl" else as_json(found))
    return 1 if any(one.severity == VIOLATION for one in found) else 0
