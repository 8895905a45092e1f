"""A store in, tables of what it says out: nodes, edges, facts, figures and parts, each with the words of the text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from kg.graph.query.answers import FORMULA
from kg.graph.query.statements import Statements, local
from kg.graph.show.network import network
from kg.graph.write.vocabulary import DCTERMS, JC, OA, PROV, RDF, RDFS, SKOS, term_labels

SEVERAL = " | "
EVIDENCE = ("quotation", "document", "start", "end")
# Excel cuts what is longer.
CELL = 32_767


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns; the cells of `numbers` are safe in a spreadsheet as they are."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[str] = frozenset()


class Read:
    """What the tables are made of: names, words and places, by IRI."""

    def __init__(self, store: Store) -> None:
        self.told = Statements(store)
        self.network = network(store)
        self.zh = {iri: chinese for iri, (chinese, _) in term_labels().items()}

    def all(self, predicate: str, subject: str) -> str:
        """Every value of a property, side by side."""
        return SEVERAL.join(self.told.table(predicate).get(subject, ()))

    def names(self, predicate: str, subject: str) -> str:
        """The names of every thing that a property leads to."""
        return SEVERAL.join(self.name(iri) for iri in self.told.table(predicate).get(subject, ()))

    def name(self, iri: str) -> str:
        """What a thing is called; of words, the words."""
        return self.told.value(f"{RDFS}label", iri) or self.told.value(f"{DCTERMS}title", iri) or local(iri)

    def of(self, kind: str) -> Iterator[str]:
        """The nodes of one class of ours."""
        yield from self.told.pointing(f"{RDF}type").get(JC + kind, ())

    def evidence(self, subjects: Iterable[str]) -> tuple[str, str, str, str]:
        """The words of the text, the document, and from where to where, of all passages together."""
        found = sorted({self._place(p) for s in subjects for p in self.told.table(f"{PROV}wasDerivedFrom").get(s, ())})
        first = found[0] if found else ("", 0, 0, "")
        words = SEVERAL.join(dict.fromkeys(text for *_, text in found))
        documents = SEVERAL.join(dict.fromkeys(source for source, *_ in found))
        return (words, documents, str(first[1]), str(first[2])) if found else ("", "", "", "")

    def _place(self, passage: str) -> tuple[str, int, int, str]:
        told = self.told
        document = told.value(f"{DCTERMS}isPartOf", passage)
        start, end = told.value(f"{OA}start", passage), told.value(f"{OA}end", passage)
        return (
            told.value(f"{DCTERMS}source", document),
            int(start or 0),
            int(end or 0),
            told.value(f"{OA}exact", passage),
        )


def tables(store: Store) -> tuple[Table, ...]:
    """Everything that a reader of spreadsheets asks for."""
    read = Read(store)
    return (_nodes(read), _edges(read), _facts(read), _observations(read), _parts(read), _documents(read))


def _nodes(read: Read) -> Table:
    rows = []
    for iri, about in read.network.nodes(data=True):
        if about["class"] in ("Article", "Document"):
            continue
        rows.append((
            iri, about["label"], about["class"], read.zh.get(JC + about["class"], ""),
            read.all(f"{SKOS}altLabel", iri), read.all(f"{SKOS}hiddenLabel", iri), read.all(f"{SKOS}definition", iri),
            read.all(f"{JC}divisionCode", iri), read.all(f"{JC}divisionPath", iri), *read.evidence([iri]),
        ))  # fmt: skip
    columns = ("id", "label", "class", "class_zh", "aliases", "misprints", "definition", "division_code",
               "division_path", *EVIDENCE)  # fmt: skip
    return Table("nodes", columns, tuple(sorted(rows)), frozenset({"start", "end"}))


def _edges(read: Read) -> Table:
    nodes = read.network.nodes
    rows = []
    for source, target, about in read.network.edges(data=True):
        rows.append((
            source, nodes[source]["label"], about["relation"], _zh(read, about["relation"]), target,
            nodes[target]["label"], about["status"], about["period"],
            *read.evidence(filter(None, about["facts"].split("|"))),
        ))  # fmt: skip
    columns = (
        "source",
        "source_label",
        "relation",
        "relation_zh",
        "target",
        "target_label",
        "status",
        "period",
        *EVIDENCE,
    )
    return Table("edges", columns, tuple(sorted(rows)), frozenset({"start", "end"}))


def _zh(read: Read, relation: str) -> str:
    return read.zh.get(JC + relation, {"creator": "作者", "isPartOf": "属于"}.get(relation, ""))


def _facts(read: Read) -> Table:
    told, rows = read.told, []
    for fact in read.of("Fact"):
        subject, relation, thing = (told.value(f"{RDF}{name}", fact) for name in ("subject", "predicate", "object"))
        rows.append((
            fact, subject, read.name(subject), local(relation), _zh(read, local(relation)),
            thing if thing in told.table(f"{RDF}type") else "",
            read.name(thing) if thing in told.table(f"{RDF}type") else thing,
            local(told.value(f"{JC}status", fact)), read.names(f"{JC}speaker", fact),
            *(read.all(f"{JC}{name}", fact) for name in ("role", "period", "level", "batch")),
            read.names(f"{JC}conferredBy", fact), read.all(f"{JC}rule", fact), *read.evidence([fact]),
        ))  # fmt: skip
    columns = ("id", "subject", "subject_label", "predicate", "predicate_zh", "object", "object_label", "status",
               "speaker", "role", "period", "level", "batch", "conferred_by", "rule", *EVIDENCE)  # fmt: skip
    return Table("facts", columns, tuple(sorted(rows)), frozenset({"start", "end"}))


FIGURES = ("comparator", "value", "lower", "upper", "unit", "fromValue", "period", "siValue", "siUnit", "quantityText")


def _observations(read: Read) -> Table:
    told, rows = read.told, []
    for seen in read.of("Observation"):
        subject = told.value(f"{JC}observationOf", seen)
        rows.append((
            seen, subject, read.name(subject), told.value(f"{JC}indicator", seen),
            *(told.value(f"{JC}{name}", seen) for name in FIGURES),
            local(told.value(f"{JC}status", seen)), read.names(f"{JC}speaker", seen),
            read.all(f"{JC}agreesWith", seen), read.all(f"{JC}disagreesWith", seen), read.all(f"{JC}arithmetic", seen),
            read.all(f"{JC}rule", seen), *read.evidence([seen]),
        ))  # fmt: skip
    columns = ("id", "subject", "subject_label", "indicator", "comparator", "value", "lower", "upper", "unit",
               "from_value", "period", "si_value", "si_unit", "quantity", "status", "speaker", "agrees_with",
               "disagrees_with", "arithmetic", "rule", *EVIDENCE)  # fmt: skip
    # A comparator alone (=) is no formula.
    numbers = frozenset({"comparator", "value", "lower", "upper", "from_value", "si_value", "start", "end"})
    return Table("observations", columns, tuple(sorted(rows)), numbers)


def _parts(read: Read) -> Table:
    told, rows = read.told, []
    for part in read.of("Part"):
        whole = told.value(f"{DCTERMS}isPartOf", part)
        rows.append((
            part, whole, read.name(whole), told.value(f"{JC}position", part), read.name(part),
            *(told.value(f"{JC}{name}", part) for name in ("statedCount", "listedCount", "countVerified", "openList")),
            *read.evidence([part]),
        ))  # fmt: skip
    columns = ("id", "whole", "whole_label", "position", "label", "stated_count", "listed_count", "count_verified",
               "open_list", *EVIDENCE)  # fmt: skip
    numbers = frozenset({"position", "stated_count", "listed_count", "start", "end"})
    return Table("parts", columns, tuple(sorted(rows)), numbers)


def _documents(read: Read) -> Table:
    told = read.told
    rows = [
        (one, *(told.value(f"{DCTERMS}{name}", one) for name in ("title", "source", "issued", "identifier")),
         read.names(f"{DCTERMS}creator", one))
        for one in read.of("Document")
    ]  # fmt: skip
    columns = ("id", "title", "source", "issued", "sha256", "creator")
    return Table("documents", columns, tuple(sorted(rows)))


def for_excel(table: Table) -> bytes:
    """A table as Excel opens it by a double click: UTF-8 with its mark, and no cell that it would run or cut."""
    numbers = [name in table.numbers for name in table.columns]
    rows = (
        [cell if number else harmless(cell) for cell, number in zip(row, numbers, strict=True)] for row in table.rows
    )
    return b"\xef\xbb\xbf" + written([table.columns, *rows]).encode("utf-8")


def harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for words, and does not cut.

    >>> harmless("=1+1"), harmless("寻乌县")
    ("'=1+1", '寻乌县')
    """
    cell = f"'{cell}" if cell.startswith(FORMULA) else cell
    return cell if len(cell) <= CELL else cell[: CELL - 1] + "…"


def written(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV."""
    onto = io.StringIO()
    csv.writer(onto, lineterminator="\r\n").writerows(rows)
    return onto.getvalue()


def csv_files(store: Store) -> Mapping[str, bytes]:
    """All tables, as the files of a folder."""
    return {f"{table.name}.csv": for_excel(table) for table in tables(store)}
