"""An output folder in, its page in the browser."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path

from kg.cli.terminal import say
from kg.errors import InputError

HELP = "在浏览器里看图\nopen the page in the browser"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="kg build 写的文件夹\nthe folder that kg build wrote")


def run(asked: argparse.Namespace) -> int:
    from kg.graph.files import finish

    finish(asked.folder)
    page = asked.folder / "graph.html"
    if not page.is_file():
        raise InputError(str(page), "does not exist", f"make it with: kg build INPUT… -o {asked.folder}")
    # Said also where a browser opens: on a server without one it is the way to the page.
    say(page.resolve().as_uri())
    webbrowser.open(page.resolve().as_uri())
    return 0
