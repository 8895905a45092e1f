"""What reading knows of papers and sites: the word lists and wordings that it is given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.read.page.bylines import NO_SURNAMES, Surnames

NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Known:
    """Word lists and wordings for the parts of a page that are no text."""

    surnames: Surnames = NO_SURNAMES
    """with which the names of by-lines begin"""
    site_words: frozenset[str] = frozenset()
    """what readers press, and where they are on a site"""
    labels: frozenset[str] = frozenset()
    """what stands before a colon and a value: 来源, 浏览次数"""
    simple: Mapping[int, str] = field(default_factory=dict)
    """for each traditional character the simplified one, for str.translate"""
    lines: re.Pattern[str] = NEVER
    """a line of this and nothing else is of the page"""
    related: re.Pattern[str] = NEVER
    """so is one of this, and what stands below it"""
    notices: re.Pattern[str] = NEVER
    """so is a line of any length that begins so"""
    within: re.Pattern[str] = NEVER
    """so is one that holds this anywhere"""
    asides: re.Pattern[str] = NEVER
    """a bracket, within or behind a text, that is of the page"""
    dated: re.Pattern[str] = NEVER
    """what tells the line of a date, as the head of a page and of an article has one"""
    issue: re.Pattern[str] = NEVER
    """what the head of a page says of its day and number"""
    beside: re.Pattern[str] = NEVER
    """what else stands beside its date"""


NO_LISTS = Known()
