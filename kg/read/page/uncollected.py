"""A stretch of work in, the same without pauses of the collector of cycles out."""

from __future__ import annotations

import gc


class Uncollected:
    """Keeps the collector of cycles from looking for what is not made here, again and again, in all that was.

    Reading makes small objects by the paragraph, all of which stay, and no cycles: of a long text a third of the time
    would be lost, and more the longer it is.

    >>> with Uncollected():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """

    __slots__ = ("_collects",)

    def __enter__(self) -> None:
        self._collects = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        # Whoever turned it off turns it on, also where several read at once.
        if self._collects:
            gc.enable()
