"""An answer in, the bytes of a form that the standards of SPARQL and RDF name out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from kg.graph.query.answers import Answer, Term, as_csv, as_json, as_turtle
from kg.graph.write.vocabulary import PREFIXES, XSD, tagged

# What XML 1.0 cannot hold, not even escaped.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
RESULTS = "http://www.w3.org/2005/sparql-results#"


def written(answer: Answer, form: str) -> bytes:
    """An answer in one of the forms: json, xml, csv, tsv; turtle, ntriples, jsonld, rdfxml."""
    return WRITERS[form](answer)


def as_tsv(answer: Answer) -> str:
    """The rows as SPARQL's TSV: terms as Turtle writes them, so that nothing of them is lost."""
    rows = ["\t".join(f"?{name}" for name in answer.columns)]
    rows += ["\t".join("" if term is None else _words(term) for term in row) for row in answer.terms]
    return "\n".join(rows) + "\n"


def _words(term: Term) -> str:
    # The store writes a tab as it is.
    return tagged(str(term)).replace("\t", "\\t")


def as_xml(answer: Answer) -> str:
    """The rows in the SPARQL Query Results XML Format."""
    if answer.form == "ask":
        return _xml([], f"<boolean>{str(bool(answer)).lower()}</boolean>")
    rows = (
        "<result>"
        + "".join(
            f"<binding name={quoteattr(name)}>{_element(term)}</binding>"
            for name, term in zip(answer.columns, row, strict=True)
            if term is not None
        )
        + "</result>\n"
        for row in answer.terms
    )
    return _xml(answer.columns, "<results>\n" + "".join(rows) + "</results>")


def _xml(columns: Iterable[str], body: str) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in columns)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{RESULTS}">\n<head>{head}</head>\n{body}\n</sparql>\n'
    )


def _element(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if isinstance(term, Triple):
        parts = zip(("subject", "predicate", "object"), (term.subject, term.predicate, term.object), strict=True)
        return f"<triple>{''.join(f'<{name}>{_element(part)}</{name}>' for name, part in parts)}</triple>"
    kind = ""
    if term.language:
        kind = f" xml:lang={quoteattr(tagged(str(term)).rpartition('@')[2])}"
    elif term.datatype.value != f"{XSD}string":
        kind = f" datatype={quoteattr(term.datatype.value)}"
    # An XML reader would take the carriage return for the end of a line.
    return f"<literal{kind}>{escape(_writable(term.value), {chr(13): '&#13;'})}</literal>"


def _writable(text: str) -> str:
    return UNWRITABLE.sub("\ufffd", text)


def as_ntriples(answer: Answer) -> str:
    """The statements as sorted N-Triples."""
    return "".join(sorted({" ".join(tagged(str(term)) for term in row) + " .\n" for row in answer.terms}))


def as_jsonld(answer: Answer) -> bytes:
    """The statements as JSON-LD."""
    data = _serialized(_triples(answer), RdfFormat.JSON_LD, answer.base)
    # Inside of a string its quotation marks would be escaped.
    return data.replace(b'"@language":"zh-hans"', b'"@language":"zh-Hans"')


def as_rdfxml(answer: Answer) -> bytes:
    """The statements as RDF/XML."""
    data = _serialized(_triples(answer, _clean), RdfFormat.RDF_XML, answer.base)
    return data.replace(b' xml:lang="zh-hans"', b' xml:lang="zh-Hans"')


def _triples(answer: Answer, change: Callable[[Term], Term] = lambda term: term) -> list[Triple]:
    return [Triple(*map(change, row)) for row in answer.terms]  # type: ignore[arg-type]  # three terms, none of them None


def _clean(term: Term) -> Term:
    if not isinstance(term, Literal) or not UNWRITABLE.search(term.value):
        return term
    if term.language:
        return Literal(_writable(term.value), language=term.language)
    return Literal(_writable(term.value), datatype=term.datatype)


def _serialized(triples: Iterable[Triple], form: RdfFormat, base: str) -> bytes:
    return serialize(triples, format=form, prefixes={"id": base, **PREFIXES}) or b""


WRITERS: Mapping[str, Callable[[Answer], bytes]] = {
    "json": lambda answer: as_json(answer).encode("utf-8"),
    "xml": lambda answer: as_xml(answer).encode("utf-8"),
    "csv": lambda answer: as_csv(answer).encode("utf-8"),
    "tsv": lambda answer: as_tsv(answer).encode("utf-8"),
    "turtle": lambda answer: as_turtle(answer).encode("utf-8"),
    "ntriples": lambda answer: as_ntriples(answer).encode("utf-8"),
    "jsonld": as_jsonld,
    "rdfxml": as_rdfxml,
}
