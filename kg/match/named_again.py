"""A place in the text in, the body, facility or project named before that goes by the words there out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.match.alternation import one_of
from kg.match.owner_words import OwnerWords
from kg.match.topics import Mentions
from kg.model import Form, Mention, Span

# What goes by the end of its name when it is named again: 红枣加工厂 … 加工厂长年用工45人.
AGAIN = frozenset({"Facility", "Institution", "Enterprise", "Region", "Association", "Project"})
TRADING = frozenset({"Enterprise"})
POINTED = re.compile("该|这家|这个|这座|这所|这处|这片|本")
# 加工厂 can only be the 红枣加工厂 of the article; 中心 may be another one.
UNMISTAKABLE = 3
RECALL = 40


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns that name a body again, with the classes of what goes by them whatever its name ends with."""

    any: re.Pattern[str]
    classes: Mapping[str, frozenset[str]]


def compile_nouns(tables: Mapping[str, Iterable[tuple[str, ...]]]) -> Nouns:
    """The word list `body_anaphors`, as far as it names classes."""
    classes = {row[0]: frozenset(row[2].split()) for row in tables["body_anaphors"] if len(row) > 2}
    return Nouns(re.compile(one_of(classes)), classes)


@dataclass(frozen=True, slots=True)
class Again:
    """The text with its mentions, and the nouns by which these are named again."""

    text: str
    mentions: Mentions
    nouns: Nouns
    words: OwnerWords

    def meant(self, span: Span, at: int, spoken: Sequence[Mention | None], begin: int, since: int) -> Mention | None:
        """该中心, 加工厂: what the article last named by a name that ends so; 企业: the last one at all.

        Of several that end so it is the one of which the text has been speaking; the article begins at `begin`, the
        paragraph at `since`.
        """
        pointed = POINTED.match(self.text, at, span.end)
        at = pointed.end() if pointed else at
        before = [m for m in self.mentions.before(at, RECALL) if m.span.start >= begin and m.type in AGAIN]
        best, size = None, 1
        for mention in (*[m for m in spoken if m is not None and m.type in AGAIN], *reversed(before)):
            ends = self._ends(mention, at, span.end)
            near = pointed is not None or mention.span.start >= since or ends >= UNMISTAKABLE
            if ends > size and near and (mention.form is not Form.NOMINAL or pointed or ends >= UNMISTAKABLE):
                best, size = mention, ends
        if best is not None:
            return None if self.words.not_called.match(self.text, at + size) else best
        noun = self.nouns.any.match(self.text, at, span.end)
        if noun is None or self.words.not_called.match(self.text, noun.end()):
            return None
        types = self.nouns.classes[noun[0]]
        fitting = [m for m in before if m.type in types and m.form is not Form.NOMINAL]
        if pointed is None:
            fitting = [m for m in fitting if m.span.start >= since and types == TRADING]
        return fitting[-1] if fitting else None

    def _ends(self, mention: Mention, at: int, end: int) -> int:
        """How many of the last characters of a name stand at a place where no other name begins; 0 if too few."""
        name = mention.name
        most = len(name) if mention.form is Form.NOMINAL else len(name) - 1
        for size in range(min(most, end - at), 1, -1):
            if self.text.startswith(name[-size:], at):
                other = next(iter(self.mentions.between(at, at + 1)), None)
                whole = other is None or other.form is Form.NOMINAL or other.span.end <= at + size
                return size if whole else 0
        return 0
