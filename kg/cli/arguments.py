"""Arguments that several commands take, worded once."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_folder(parser: argparse.ArgumentParser) -> None:
    """The folder of a build."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="kg build 写的文件夹\nthe folder that kg build wrote")


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """The encoding of the texts."""
    parser.add_argument(
        "--encoding", metavar="NAME",
        help="文本编码（默认自动：UTF-8、GB18030）\nencoding of the texts, where it is not found",
    )  # fmt: skip


def add_rules(parser: argparse.ArgumentParser) -> None:
    """The user's own rules and word lists."""
    parser.add_argument(
        "--rules", action="append", default=[], type=folder, metavar="DIR",
        help="自己的规则和词表，加在内置的之上\na folder of your own rules and word lists, added to the built-in ones",
    )  # fmt: skip


def folder(text: str) -> Path:
    """A folder that is there."""
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is no folder")
    return Path(text)
