"""An output folder in, the page of the ontology out: every term in both languages, with an example from the graph."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.arguments import add_folder, add_rules
from kg.cli.terminal import say

HELP = "本体说明网页\nwrite the page of the ontology"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE",
        help="写到哪里（默认 DIR/ontology.html）\nwhere to (DIR/ontology.html)",
    )  # fmt: skip
    add_rules(parser)


def run(asked: argparse.Namespace) -> int:
    from kg.graph.ontology import ontology_page
    from kg.graph.store import Graph
    from kg.graph.write.files import replace_file
    from kg.pipeline import load_terms

    page = asked.output or asked.folder / "ontology.html"
    replace_file(page, [ontology_page(load_terms(asked.rules), Graph.load(asked.folder))])
    say(str(page))
    return 0
