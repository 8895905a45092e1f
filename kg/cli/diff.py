"""Two output folders in, what came, went or changed between them out."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.terminal import say

HELP = "两次所建图谱有何不同\nwhat came, went or changed between two builds"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="A", help="前一个文件夹\nthe folder of the earlier build")
    parser.add_argument("new", type=Path, metavar="B", help="后一个文件夹\nthe folder of the later build")
    parser.add_argument("--json", action="store_true", help="以 JSON 报告\nreport as JSON")


def run(asked: argparse.Namespace) -> int:
    import json

    from kg.graph.export.changes import KINDS, as_words, changes
    from kg.graph.store import Graph

    found = changes(Graph.load(asked.old).store, Graph.load(asked.new).store)
    if not asked.json:
        say(as_words(found))
        return 0
    told = {
        kind: {
            how: [
                {"key": one.key, "words": one.words, "before": dict(one.before), "after": dict(one.after)}
                for one in found
                if (one.kind, one.how) == (kind, how)
            ]
            for how in ("came", "went", "changed")
        }
        for kind in KINDS
    }
    say(json.dumps(told, ensure_ascii=False, indent=1))
    return 0
