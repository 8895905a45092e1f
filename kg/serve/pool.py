"""Queries in, answers of worker processes out; a worker that takes too long, or dies, is replaced."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kg
from kg.graph.endpoint import Kept
from kg.serve.limits import Limits


class PoolError(Exception):
    """A query had no answer; the status is that of HTTP."""

    status = 500


class TooBusy(PoolError):
    """All workers are at work, and enough queries wait for one."""

    status = 503


class TooSlow(PoolError):
    """A query took more than its time, and was ended."""

    status = 504


class TooLarge(PoolError):
    """The worker died of a query: of too much memory, or of too deep a nesting."""

    status = 413


@dataclass(frozen=True, slots=True)
class Told:
    """What a worker says to a query: the status of HTTP, the media type, and the body."""

    status: int
    media: str
    body: bytes


class Worker:
    """A process with the store open."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.last = False

    @classmethod
    async def start(cls, kept: Kept, limits: Limits) -> Worker:
        """One that is ready to be asked."""
        arguments = (kept.folder, kept.base, limits.rows, limits.memory, limits.answer)
        ours = str(Path(kg.__file__).parents[1])
        paths = os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH", "")]))
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.serve.worker", *map(str, arguments),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip
        worker = cls(process)
        with ExitStack() as undo:
            undo.callback(worker.kill)
            await worker._head()
            undo.pop_all()
        return worker

    async def ask(self, sparql: str, accept: str) -> Told:
        """Its answer to a query; whoever stops waiting for it must kill the worker."""
        assert self.process.stdin and self.process.stdout
        question = json.dumps({"sparql": sparql, "accept": accept})
        self.process.stdin.write(question.encode("utf-8") + b"\n")
        await self.process.stdin.drain()
        head = await self._head()
        body = await self.process.stdout.readexactly(head["length"])
        self.last = head["last"]
        return Told(head["status"], head["media"], body)

    async def _head(self) -> dict[str, Any]:
        assert self.process.stdout
        line = await self.process.stdout.readline()
        if not line:
            raise EOFError
        head: dict[str, Any] = json.loads(line)
        return head

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError):
            self.process.kill()


class Pool:
    """The workers of a server."""

    def __init__(self, kept: Kept, limits: Limits) -> None:
        self._kept, self._limits = kept, limits
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._closed = False

    async def open(self) -> None:
        """Start all workers; the first is there when this returns."""
        self._begin()
        first = await self._idle.get()
        self._idle.put_nowait(first)
        for _ in range(self._limits.workers - 1):
            self._begin()

    async def close(self) -> None:
        """End all workers, whatever they are at; who waits for one hears that the server stops."""
        self._closed = True
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for worker in self._workers:
            worker.kill()
        await asyncio.gather(*(worker.process.wait() for worker in self._workers))

    async def ask(self, sparql: str, accept: str = "") -> Told:
        """The answer to a query; PoolError where there is none. To cancel this ends the query."""
        worker = await self._free()
        with ExitStack() as undo:
            # Whatever happens: also when nobody waits for the answer any more.
            undo.callback(self._replace, worker)
            told = await self._told(worker, sparql, accept)
            if not worker.last:
                undo.pop_all()
                self._idle.put_nowait(worker)
        return told

    async def _told(self, worker: Worker, sparql: str, accept: str) -> Told:
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await worker.ask(sparql, accept)
        except TimeoutError:
            raise TooSlow(f"the query took more than {self._limits.seconds:g} seconds") from None
        except (EOFError, OSError):
            if self._closed:
                raise TooBusy("the server stops") from None
            raise TooLarge("the query took too much memory, or is nested too deeply") from None

    async def _free(self) -> Worker:
        """A worker that has nothing to do and is alive."""
        if self._waiting >= self._limits.waiting:
            raise TooBusy("all workers are busy")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.patience):
                while (worker := await self._idle.get()) not in self._workers:
                    continue
                return worker
        except TimeoutError:
            raise TooBusy("all workers are busy") from None
        finally:
            self._waiting -= 1

    def _replace(self, worker: Worker) -> None:
        worker.kill()
        if worker in self._workers and not self._closed:
            self._workers.discard(worker)
            self._begin()

    def _begin(self) -> None:
        task = asyncio.get_running_loop().create_task(self._keep_one())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep_one(self) -> None:
        """Start a worker, and when it dies, see to it that there is another."""
        worker = await self._started()
        self._workers.add(worker)
        self._idle.put_nowait(worker)
        await worker.process.wait()
        self._replace(worker)

    async def _started(self) -> Worker:
        pause = 0.1
        while True:
            try:
                return await Worker.start(self._kept, self._limits)
            except (EOFError, OSError):
                # Perhaps the machine has no memory or process to spare just now.
                await asyncio.sleep(pause)
                pause = min(2 * pause, 5.0)
