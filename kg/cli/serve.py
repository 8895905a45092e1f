"""An output folder in, a server on this machine: page, SPARQL endpoint with an editor, a page for each entity."""

from __future__ import annotations

import argparse
import sys
import webbrowser
from urllib.parse import urlsplit

from kg.cli.arguments import add_folder
from kg.cli.terminal import say

HELP = "在本机上提供网页和 SPARQL\nserve page and SPARQL endpoint on this machine"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "--port",
        type=int,
        default=7879,
        metavar="N",
        help="端口（默认 7879；0 为任意空闲端口）\nport (7879); 0 for any",
    )
    parser.add_argument(
        "--cors", action="append", default=[], type=origin, metavar="ORIGIN",
        help="允许此来源的网页查询，如 https://example.org\nlet pages of this origin ask; none may otherwise",
    )  # fmt: skip
    parser.add_argument(
        "--seconds", type=positive, default=10.0, metavar="N",
        help="一次查询最多用几秒（默认 10）\nhow long a query may take (10)",
    )  # fmt: skip
    parser.add_argument("--open", action="store_true", help="在浏览器里打开\nopen it in the browser")


def origin(text: str) -> str:
    """Where pages come from: scheme, host and port, and nothing else.

    >>> origin("https://example.org")
    'https://example.org'
    """
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or text != f"{parts.scheme}://{parts.netloc}" or not parts.hostname:
        raise argparse.ArgumentTypeError(f"{text!r} is no origin, as https://example.org")
    return text


def positive(text: str) -> float:
    """A number of seconds."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if not 0 < seconds <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return seconds


def run(asked: argparse.Namespace) -> int:
    from kg.serve.limits import Limits
    from kg.serve.server import serve

    def started(address: str, triples: int) -> None:
        say(f"图谱 graph   {address}\n查询 SPARQL  {address}sparql\n{triples} 三元组 triples；Ctrl-C 停止 stops")
        sys.stdout.flush()
        if asked.open:
            webbrowser.open(address)

    sys.stderr.write(f"kg: 装载 loading {asked.folder} …\n")
    serve(asked.folder, asked.port, Limits(seconds=asked.seconds), frozenset(asked.cors), started)
    sys.stderr.write("kg: 已停止 stopped\n")
    return 0
