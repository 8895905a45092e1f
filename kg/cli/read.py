"""A file in, its text as the rules see it out, or what was repaired in it, or the text that places count in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kg.cli.arguments import add_encoding, add_rules
from kg.cli.terminal import complain, say, table
from kg.errors import InputError
from kg.model import Document, Source

HELP = "看修复后的文本，或修复了什么\nthe repaired text, or the repairs"

COLUMNS = ("起 start", "止 end", "原文 source", "修复 what", "为何 why")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="一个文件，或 - 表示标准输入\na file, or - for standard input"
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--repairs", action="store_true", help="列出每处修复及其原因\nlist each repair and its reason")
    shown.add_argument(
        "--source", action="store_true", help="看位置所指的原文\nthe text that oa:start and oa:end count in"
    )
    add_encoding(parser)
    add_rules(parser)


def run(asked: argparse.Namespace) -> int:
    from kg.pipeline import load_tools, read
    from kg.read.files.source import gather

    found = list(gather([asked.file], asked.encoding))
    faults = [item for item in found if isinstance(item, InputError)]
    sources = [item for item in found if isinstance(item, Source)]
    if faults and not sources:
        raise faults[0]
    for fault in faults:
        complain(fault)
    if len(sources) > 1:
        raise InputError(str(asked.file), "holds several texts", "name one of them")
    if asked.source:
        sys.stdout.write(sources[0].text)
        return 1 if faults else 0
    tools = load_tools(asked.rules)
    document = read(sources[0], tools)
    say(table(COLUMNS, repairs(document)) if asked.repairs else document.text)
    return 1 if faults else 0


def repairs(document: Document) -> list[tuple[str, ...]]:
    """Each repair as a row: where in the source, what stood there, what was done, and why."""
    source = document.source.text
    return [
        (str(one.span.start), str(one.span.end), shown(source[one.span.start : one.span.end]), one.what, one.why)
        for one in document.repairs
    ]


def shown(text: str) -> str:
    """A stretch of the source on one line, shortened in the middle.

    >>> shown("江\\n西"), shown("一" * 60)
    ('江⏎西', '一一一一一一一一一一一一…一一一一一一一一一一一一')
    """
    line = text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎")
    return line if len(line) <= 40 else f"{line[:12]}…{line[-12:]}"
