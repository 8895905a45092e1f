"""How much one query may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused beyond: of a query its time, rows and memory; of the server its workers and connections."""

    seconds: float = 10.0
    rows: int = 100_000
    memory: int = 1 << 30  # bytes of a worker, where the system can hold it to that
    answer: int = 1 << 28  # bytes of an answer, which the server holds until it is sent
    workers: int = 4
    patience: float = 1.0  # seconds that a query waits for a worker
    waiting: int = 32  # queries that wait at once
    connections: int = 256
    headers: float = 10.0  # seconds within which a request must have come
