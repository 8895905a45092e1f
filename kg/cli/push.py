"""An output folder in, its documents in a store elsewhere: a named graph each, by the Graph Store Protocol."""

from __future__ import annotations

import argparse

from kg.cli.arguments import add_folder
from kg.cli.terminal import followed, say

HELP = "把各篇文章送进别处的图数据库\nsend the documents to a store elsewhere, a named graph each"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "--to", required=True, metavar="URL",
        help="图数据库的 Graph Store 地址，如 http://localhost:7878/store\n"
        "where the store takes graphs; http://user:password@host/… where it wants a login",
    )  # fmt: skip


def run(asked: argparse.Namespace) -> int:
    from functools import partial

    from kg.serve.push import push

    done = push(asked.folder, asked.to, partial(followed, what="送 sending"))
    say(
        f"送出 sent {done.sent} · 已有 there already {done.kept} · 删去 removed {done.removed}"
        f"：{done.sent + done.kept} 篇 documents"
    )
    return 0
