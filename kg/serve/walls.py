"""A process in, the same without a network and with an end to its memory: a second wall behind the guard."""

from __future__ import annotations

import ctypes
import sys

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000


def without_network() -> bool:
    """Move this process where there is no network, if the system lets it; it must not have started a thread."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None)
    # The first is for root; others may where the system lets them be root of a room of their own.
    return any(libc.unshare(flags) == 0 for flags in (CLONE_NEWNET, CLONE_NEWUSER | CLONE_NEWNET))


def with_memory(most: int) -> bool:
    """Let no more memory be had than `most` bytes, where the system can hold a process to that."""
    if sys.platform == "win32":
        return False
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        # A crash is how a query of too much memory ends; it is nothing to keep a picture of.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return False
    return True


def memory_had() -> int:
    """The most memory that this process has had, in bytes; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
