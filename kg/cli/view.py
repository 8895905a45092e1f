"""An output folder in, its page in the browser."""

from __future__ import annotations

import argparse
import webbrowser

from kg.cli.arguments import add_folder
from kg.cli.terminal import say
from kg.errors import InputError

HELP = "在浏览器里看图\nopen the page in the browser"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)


def run(asked: argparse.Namespace) -> int:
    from kg.graph.write.files import finish

    finish(asked.folder)
    page = asked.folder / "graph.html"
    if not page.is_file():
        raise InputError(str(page), "does not exist", f"make it with: kg build INPUT… -o {asked.folder}")
    # Said also where a browser opens: on a server without one it is the way to the page.
    say(page.resolve().as_uri())
    webbrowser.open(page.resolve().as_uri())
    return 0
