"""Clauses with their topics in, the settlement that an article is about out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.match.rulebook.kinds import PLACES, SETTLED
from kg.match.subjects.clause import Clause
from kg.model import Form, Mention, Role, Sentence

# A settlement that the title begins with is what the article is about, unless a county acts far oftener.
TITLED = 2


def grounds(sentences: Sequence[Sentence], rows: Sequence[Sequence[Clause]]) -> Mapping[int, Mention]:
    """The one village, community or town that an article speaks of over and over, where no county acts as often."""
    spoken: dict[int, dict[tuple[str, str], list[Mention]]] = {}
    titled: dict[int, tuple[str, str]] = {}
    for sentence, row in zip(sentences, rows, strict=True):
        for clause in row:
            for mention in clause.topics[-1] if clause.here else ():
                if mention.type in PLACES:
                    kind = mention.type if mention.type in SETTLED else ""
                    name = mention.name if mention.form is not Form.ANAPHOR else ""
                    spoken.setdefault(sentence.article, {}).setdefault((kind, name), []).append(mention)
                    if sentence.role is Role.TITLE:
                        titled.setdefault(sentence.article, (kind, name))
    found = {}
    for article, counts in spoken.items():
        wide = sum(len(all_) for (kind, _), all_ in counts.items() if not kind)
        named = {key: len(all_) + len(counts.get((key[0], ""), ())) for key, all_ in counts.items() if all(key)}
        if (key := titled.get(article)) is not None and named.get(key, 0) > 1:
            named[key] += TITLED
        best = max(named, key=lambda key: (named[key], key), default=None)
        if best is None or named[best] < 3 or named[best] <= 2 * wide:
            continue
        # A report on several villages is about none of them.
        if all(2 * len(counts[key]) < len(counts[best]) for key in named if key != best):
            found[article] = counts[best][0]
    return found
