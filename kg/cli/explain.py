"""A sentence in, what the rules find in it out: mentions, claims, rules, spans, and what silenced what."""

from __future__ import annotations

import argparse
import sys

from kg.cli.arguments import add_rules
from kg.cli.terminal import say

HELP = "一句话里认出了什么，凭哪条规则\nwhat is found in a sentence, by which rule"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="一句话；- 为从标准输入读\na sentence; - for standard input")
    parser.add_argument("--relation", metavar="NAME", help="只看这一关系，如 adopts\nonly this relation")
    add_rules(parser)


def run(asked: argparse.Namespace) -> int:
    from kg.explain import explain
    from kg.pipeline import load_tools
    from kg.read.files.encoding import characters

    text = characters(sys.stdin.buffer.read(), "-")[0] if asked.text == "-" else asked.text
    say(explain(text, load_tools(asked.rules), asked.relation))
    return 0
