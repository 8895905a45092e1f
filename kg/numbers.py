"""A text in, its quantities out: each number with its unit, its bounds, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.match.numbers.values import find_values
from kg.model import Document, Source, Span, Value
from kg.pipeline import Tools, load_tools, read


def quantities(text: str) -> list[Value]:
    """All quantities of a text in their order; years, ordinals, names and codes are none.

    A text that is nothing but one quantity, as a cell of a table, is read whatever it counts.

    >>> for q in quantities("全县近3.5万户种茶，每亩增收1200至1500元，低收入户不足百分之二。"):
    ...     print(q.text, q.number, q.lower, q.upper, q.unit)
    近3.5万户 35000 None 35000 户
    1200至1500元 None 1200 1500 元
    不足百分之二 2 None 2 %
    """
    tools = _tools()
    document = read(Source("text", text, "0" * 64, "utf-8"), tools)
    return [_in_source(document, value) for value in read_quantities(document, tools)]


def read_quantities(document: Document, tools: Tools) -> list[Value]:
    """The quantities of a document, their places counted in its text."""
    return find_values(document.text, 0, len(document.text), tools.measures.units)


@cache
def _tools() -> Tools:
    return load_tools()


def _in_source(document: Document, value: Value) -> Value:
    """The same value, its stretch counted in the text as it came."""
    stretches = document.in_source(value.span)
    span = Span(stretches[0].start, stretches[-1].end)
    return replace(value, span=span, text=document.source.text[span.start : span.end])
