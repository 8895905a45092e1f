"""Words in, a regular expression for any of them that fails fast out."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str], never_behind: str = "") -> str:
    """A regular expression for any of the words, the longest first, branching once for each first character.

    Each branch opens with a character of its own: to these a search leaps, where nothing stands before the branches.
    Which characters must not stand before a word is therefore said behind its first one.

    >>> one_of(["说", "说道", "指出"]), one_of(["说"], never_behind="小")
    ('指(?:出)|说(?:道)?', '说(?<![小].)')
    """
    behind = f"(?<![{never_behind}].)" if never_behind else ""
    tails: dict[str, set[str]] = {}
    for word in words:
        tails.setdefault(word[0], set()).add(word[1:])
    branches = []
    for first in sorted(tails):
        rest = sorted(filter(None, tails[first]), key=lambda tail: (-len(tail), tail))
        some = f"(?:{'|'.join(map(re.escape, rest))})" if rest else ""
        branches.append(re.escape(first) + behind + some + ("?" if rest and "" in tails[first] else ""))
    return "|".join(branches)


def opened_by(words: Iterable[str]) -> str:
    """A look ahead that spares a long alternation wherever none of its words can begin.

    >>> opened_by(["说道", "指出"])
    '(?=[指说])'
    """
    return f"(?=[{''.join(re.escape(first) for first in sorted({word[0] for word in words}))}])"
