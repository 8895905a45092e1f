"""The sentences of a document in, how far round a place of it a list may reach out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.match.parts.leads import numbered_rows
from kg.model import Document, Sentence, Span

STEPS_ON = 4


class Vicinity:
    """The text with its sentences, asked about one place after the other."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self.text, self.articles, self.sentences = document.text, document.articles, sentences
        self.starts = [s.span.start for s in sentences]
        self.article_ends: dict[int, int] = {}
        self.article_starts: dict[int, int] = {}
        self.rows: dict[int, list[list[Span]]] = {}
        for s in sentences:
            self.article_starts.setdefault(s.article, s.span.start)
            self.article_ends[s.article] = max(s.span.end, self.article_ends.get(s.article, 0))

    def sentence(self, at: int) -> Span | None:
        """The sentence of a place; None between sentences."""
        return self.reach(at, 0)

    def reach(self, at: int, on: int) -> Span | None:
        """From the start of the sentence at a place to the end of the last of some sentences on in its paragraph."""
        i = bisect_right(self.starts, at) - 1
        if i < 0 or at >= self.sentences[i].span.end:
            return None
        first = last = self.sentences[i]
        if not on:
            return first.span
        for other in self.sentences[i + 1 : i + 1 + on]:
            if other.paragraph != first.paragraph or other.article != first.article:
                break
            last = other
        return Span(first.span.start, last.span.end)

    def beside(self, at: int) -> Iterator[Span]:
        """The sentence of a place and those behind it, and the one before it, in its paragraph."""
        i = bisect_right(self.starts, at) - 1
        if reach := self.reach(at, STEPS_ON):
            yield Span(at, reach.end)
            yield Span(self.back(self.sentences[i].span).start, at)

    def back(self, sentence: Span) -> Span:
        """A sentence and the one before it in its paragraph."""
        i = bisect_right(self.starts, sentence.start) - 1
        own, before = self.sentences[i], self.sentences[max(0, i - 1)]
        same = (before.paragraph, before.article) == (own.paragraph, own.article)
        return Span(before.span.start, sentence.end) if same else sentence

    def article(self, at: int) -> Span:
        """From the first sentence of the article that holds a place to its last."""
        article = self.sentences[bisect_right(self.starts, at) - 1].article
        return Span(self.article_starts[article], self.article_ends[article])

    def article_end(self, at: int) -> int:
        """The end of the last sentence of the article that holds a place."""
        return self.article_ends[self.sentences[bisect_right(self.starts, at) - 1].article]

    def run_end(self, at: int, limit: int) -> int:
        """The end of the sentence at a place, or of the last of the questions that begin with it."""
        sentence = self.reach(at, 0)
        if sentence is None:
            return limit
        end = sentence.end
        while self.text[end - 1] == "？" and (later := self.reach(end, 0)) and self.text[later.end - 1] == "？":
            end = later.end
        return end

    def behind(self, at: int) -> list[Span]:
        """The sentences that begin behind a place."""
        return [s.span for s in self.sentences[bisect_right(self.starts, at) :]]

    def paragraphs(self, at: int) -> tuple[Span, list[Span]]:
        """The paragraph of a place, and those that begin behind it in its article."""
        article = self.articles[self.sentences[bisect_right(self.starts, at) - 1].article]
        own = next((p.span for p in article.paragraphs if p.span.start <= at < p.span.end), Span(at, at))
        return own, [p.span for p in article.paragraphs if p.span.start > at]

    def numbered(self, at: int) -> list[list[Span]]:
        """The rows of numbered paragraphs in the article that holds a place, each paragraph without its number."""
        number = self.sentences[bisect_right(self.starts, at) - 1].article
        if number not in self.rows:
            self.rows[number] = numbered_rows(self.text, [p.span for p in self.articles[number].paragraphs])
        return self.rows[number]
