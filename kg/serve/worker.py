"""Queries in on standard input, answers out on standard output: a process that may be killed at any moment.

Run as `python -m kg.serve.worker FOLDER BASE ROWS MEMORY ANSWER`. A query is a line of JSON, `{"sparql", "accept"}`; an
answer is a line of JSON, `{"status", "media", "length", "last"}`, and as many bytes as it says. The first line says
that the store is open.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import IO

from kg.errors import QueryError
from kg.graph.endpoint import LESS, NotAcceptable, Reply, TooMuch, answer, open_kept
from kg.graph.query.guard import READ_ONLY
from kg.serve.walls import memory_had, with_memory, without_network

# What a worker may grow by before another takes its place: memory that was once had does not all come back.
GROWTH = 128 << 20


def main(folder: str, base: str, rows: str, memory: str, largest: str) -> None:
    """Answer until the asker is gone."""
    # Ctrl-C is for the server, which then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions, replies = sys.stdin.buffer, sys.stdout.buffer
    apart = without_network()
    with_memory(int(memory))
    store = open_kept(Path(folder))
    at_first = memory_had()
    _say(replies, {"ready": True, "network": not apart})
    asked = _lines(questions)
    while True:
        question = json.loads(asked.get())
        status, reply = 200, Reply("text/plain", b"")
        try:
            reply = answer(store, question["sparql"], question["accept"], int(rows), base)
            if len(reply.body) > int(largest):
                raise TooMuch("query", f"has an answer of more than {largest} bytes", LESS)
        except QueryError as error:
            status, reply = _status(error), Reply("text/plain", str(error).encode("utf-8"))
        last = memory_had() - at_first > GROWTH
        _say(replies, {"status": status, "media": reply.media, "length": len(reply.body), "last": last}, reply.body)


def _status(error: QueryError) -> int:
    if isinstance(error, NotAcceptable):
        return 406
    if isinstance(error, TooMuch):
        return 413
    return 403 if error.remedy == READ_ONLY else 400


def _lines(questions: IO[bytes]) -> queue.SimpleQueue[bytes]:
    """The questions as they come; when there can be no more of them, the process ends, whatever it is at."""
    found: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        for line in questions:
            found.put(line)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return found


def _say(replies: IO[bytes], head: dict[str, object], body: bytes = b"") -> None:
    replies.write(json.dumps(head).encode("utf-8") + b"\n" + body)
    replies.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
