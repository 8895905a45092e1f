"""The text of an example in, a document as the reader would give it out."""

from __future__ import annotations

from kg.model import Article, Document, Paragraph, Source, Span


def plain_document(text: str) -> Document:
    """A document of one paragraph, as it stands.

    >>> plain_document("云岭县推行“四联”机制。").text
    '云岭县推行“四联”机制。'
    """
    span = Span(0, len(text))
    return Document(
        Source("example", text, "0" * 64, "utf-8"), text, range(len(text)), (Article(span, (Paragraph(span),)),)
    )
