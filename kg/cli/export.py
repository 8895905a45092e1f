"""An output folder in, its graph in another format out: the ending of the name says which."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.arguments import add_folder
from kg.cli.terminal import say, waits

HELP = "导出为其他格式\nwrite the graph in another format"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "file", type=Path, metavar="FILE",
        help="写到哪里，扩展名决定格式 the ending says which format:\n"
        "  .ttl .nt .jsonld .rdf\n"
        "  .trig              每篇文档一个命名图 a named graph a document\n"
        "  .graphml .gexf     供 Gephi、yEd 等打开 for Gephi, yEd\n"
        "  .csv               一个文件夹的表格，供 Excel 打开 a folder of tables for Excel\n"
        "  .neo4j             一个文件夹，供 neo4j-admin 导入 a folder for neo4j-admin",
    )  # fmt: skip


def run(asked: argparse.Namespace) -> int:
    from kg.graph.exports import export
    from kg.graph.store import Graph

    export(Graph.load(asked.folder), asked.file, waits)
    say(str(asked.file))
    return 0
