"""What reading knows of papers and sites: the word lists that it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """Word lists for the parts of a page that are no text."""

    surnames: frozenset[str] = frozenset()
    """with which the names of by-lines begin"""
    site_words: frozenset[str] = frozenset()
    """what readers press, and where they are on a site"""
    labels: frozenset[str] = frozenset()
    """what stands before a colon and a value: 来源, 浏览次数"""
    simple: Mapping[int, str] = field(default_factory=dict)
    """for each traditional character the simplified one, for str.translate"""


NO_LISTS = Known()
