// The same as tables: sorted, filtered, copied into a spreadsheet, reached with the keyboard.

const CHUNK = 200;
const compare = new Intl.Collator("zh-u-co-pinyin", { numeric: true }).compare;
const quote = (at) => {
  if (at === undefined) return "";
  const { document: number, start, end, exact } = passages[at];
  const record = documents[number];
  return record.text ? cut(record.points, start, end, []).map((piece) => piece.text).join("") : exact || "";
};
const from = (list) => (list && list.length ? documentName(documents[passages[list[0]].document]) : "");
const named = (id) => ({ text: nodes[id].label, cell: () => h("span", { class: "named" }, glyph(nodes[id].type), nodeButton(id)) });
const plain = (text) => ({ text: text === undefined || text === null ? "" : String(text) });
const ofStatus = (status) => plain(word(status || "Stated"));
/** 1130000000 as people read it; what is copied stays the number. */
const grouped = (number) => String(number).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
const ofNumber = (number) => ({ text: number === undefined ? "" : String(number), sort: number === undefined || number === "" ? -Infinity : Number(number),
  kind: "number", cell: () => h("span", {}, number === undefined ? "" : grouped(number)),
});
const inOneUnit = (figure) => ({
  text: figure.siValue ? `${figure.siValue} ${figure.siUnit || ""}` : "", sort: figure.siValue ? Number(figure.siValue) : -Infinity,
  kind: "number", cell: () => h("span", {}, converted(figure)),
});
const inWords = (text) => ({ text, kind: "words" });
const source = (list) => ({ text: from(list), kind: "source" });
const tight = (text) => ({ text, kind: "tight" });

const readAt = ({ at }) => (at && at.length ? passages[at[0]] : { document: Infinity, start: 0 });
const inReadingOrder = (a, b) => readAt(a).document - readAt(b).document || readAt(a).start - readAt(b).start || a.id - b.id;

const TABLES = {
  entities: {
    columns: ["name", "class", "aliases", "relations", "figures", "mentions"],
    kindName: "class",
    kinds: (node) => node.type,
    kindText: className,
    rows: () => ranked.filter((node) => !wasRead(node)),
    records: (node) => node.documents,
    cells: (node) => [named(node.id), tight(className(node.type)), plain([...node.names, ...node.slips].join("、")),
      ofNumber(node.edges.length), ofNumber(node.figures.length), ofNumber((node.more.at || []).length)],
    target: (node) => ({ node: node.id, edge: -1 }),
  },
  facts: {
    columns: ["subject", "predicate", "object", "period", "status", "others", "quote", "document"],
    kindName: "predicate",
    kinds: (fact) => fact.relation,
    kindText: relationName,
    rows: () => [...facts].sort(inReadingOrder),
    records: (fact) => documentsOf(fact.at),
    status: (fact) => fact.status || "Stated",
    cells: (fact) => [named(fact.subject), tight(relationName(fact.relation)),
      typeof fact.object === "number" ? named(fact.object) : plain(fact.object), tight(periodText(fact.period)), ofStatus(fact.status),
      { text: Object.entries(fact.more || {}).map(([name, values]) => `${term(name)} ${values.map(nameOf).join("、")}`).join("；"), kind: "others" },
      inWords((fact.at || []).map(quote).join(" / ")), source(fact.at)],
    target: (fact) => {
      const edge = byEdgeKey.get([nodes[fact.subject].iri, fact.relation, typeof fact.object === "number" ? nodes[fact.object].iri : ""].join("~"));
      return edge ? { edge: edge.id, node: -1 } : { node: fact.subject, edge: -1 };
    },
  },
  mechanisms: {
    columns: ["mechanism", "group", "stated", "listed", "verified", "parts", "document"],
    kindName: "class",
    kinds: ({ node }) => node.type,
    kindText: className,
    rows: () => ranked.flatMap((node) => {
      const parts = node.more.parts || [];
      const groups = parts.filter((part) => part.parts || part.stated !== undefined);
      const alone = parts.filter((part) => !groups.includes(part));
      if (alone.length) groups.push({ label: "", parts: alone, at: alone.flatMap((part) => part.at || []) });
      return groups.map((part) => ({ node, part }));
    }),
    records: ({ part }) => documentsOf(part.at),
    cells: ({ node, part }) => [named(node.id), plain(part.label), ofNumber(part.stated), ofNumber(part.listed),
      plain(part.verified === true ? "✓" : part.verified === false ? "✗" : ""),
      inWords((part.parts || []).map((item, i) => `${i + 1}. ${item.label}`).join("；") + (part.open ? "……" : "")), source(part.at)],
    target: ({ node }) => ({ node: node.id, edge: -1 }),
  },
  figures: {
    columns: ["subject", "indicator", "quote", "value", "unit", "siValue", "period", "status", "document"],
    kindName: "subject",
    kinds: (figure) => nodes[figure.subject].label,
    kindText: String,
    rows: () => [...figures].sort(inReadingOrder),
    records: (figure) => documentsOf(figure.at),
    status: (figure) => figure.status || "Stated",
    cells: (figure) => [named(figure.subject), plain(figure.indicator), tight(figureValue(figure)), ofNumber(figure.value ?? figure.lower ?? figure.upper),
      tight(figure.unit || ""), inOneUnit(figure), tight(periodText(figure.period)), ofStatus(figure.status), source(figure.at)],
    target: (figure) => ({ node: figure.subject, edge: -1 }),
  },
};

// What a table is narrowed to and sorted by; the address holds it too.
const PLAIN = { filter: "", kind: "", record: "", status: "", column: -1, down: false };
const tableView = { ...PLAIN, limit: CHUNK };
const NARROWED = { f: "filter", k: "kind", r: "record", st: "status" };

function writeTable(parts) {
  for (const [key, name] of Object.entries(NARROWED)) if (tableView[name]) parts.set(key, tableView[name]);
  if (tableView.column >= 0) parts.set("o", (tableView.down ? "-" : "") + tableView.column);
}

function readTable(parts, name) {
  const order = /^(-?)(\d)$/.exec(parts.get("o") || "");
  Object.assign(tableView, PLAIN, { name, limit: CHUNK, english: undefined });
  for (const [key, part] of Object.entries(NARROWED)) tableView[part] = parts.get(key) || "";
  if (order && TABLES[name] && Number(order[2]) < TABLES[name].columns.length) Object.assign(tableView, { column: Number(order[2]), down: Boolean(order[1]) });
}

function showTable(name) {
  const table = TABLES[name];
  if (tableView.name !== name) Object.assign(tableView, PLAIN, { name, limit: CHUNK });
  const all = table.rows().map((row) => ({
    row, cells: table.cells(row), kind: table.kinds(row), records: table.records(row), status: table.status ? table.status(row) : "",
  }));
  const kinds = [...new Set(all.map((item) => item.kind))].map((kind) => [kind, table.kindText(kind)]).sort(([, a], [, b]) => compare(a, b));
  const statuses = [...new Set(all.map((item) => item.status))];
  const body = h("tbody");
  const head = h("tr");
  const count = h("span", { class: "count", "aria-live": "polite" });
  const more = h("div", { class: "more" });
  let rows = [];

  const draw = () => {
    const wanted = tableView.filter.trim().toLowerCase();
    rows = all.filter((item) => (!tableView.kind || item.kind === tableView.kind) && (!tableView.record || item.records.has(tableView.record))
      && (!tableView.status || item.status === tableView.status)
      && (!wanted || item.cells.some((cell) => cell.text.toLowerCase().includes(wanted))));
    if (tableView.column >= 0) {
      const value = (item) => item.cells[tableView.column];
      const order = (a, b) => ("sort" in value(a) ? value(a).sort - value(b).sort || 0 : compare(value(a).text, value(b).text));
      rows.sort((a, b) => (tableView.down ? order(b, a) : order(a, b)));
    }
    fill(body, rows.slice(0, tableView.limit).map(({ row, cells }) => h("tr", {
      onclick: (event) => { if (!event.target.closest("button") && !String(getSelection())) go({ ...table.target(row), view: state.view }); },
    }, cells.map((cell, i) => h(i ? "td" : "th", { class: cell.kind, scope: i ? null : "row" }, cell.cell ? cell.cell() : cell.text)))));
    fill(head, table.columns.map((column, i) => h("th", {
      scope: "col", class: all.length && all[0].cells[i].kind === "number" ? "number" : null, "aria-sort": tableView.column === i ? (tableView.down ? "descending" : "ascending") : "none",
    }, h("button", { onclick: () => sortBy(i) }, word(column)))));
    count.textContent = rows.length ? word("rows", rows.length) : all.length ? word("noRows") : word("noData");
    const rest = rows.length - tableView.limit;
    fill(more, rest > 0 ? h("button", { onclick: () => { tableView.limit += 5 * CHUNK; draw(); } }, word("more", Math.min(rest, 5 * CHUNK))) : null);
  };
  /** Narrow the table, and have the address say so. */
  const narrow = (change) => {
    Object.assign(tableView, change, { limit: CHUNK });
    draw();
    history.replaceState(history.state, "", write());
  };
  const chooser = (id, name, options) => (options.length > 1 ? h("select", { id, "aria-label": word(name), onchange: (event) => narrow({ [id]: event.target.value }) },
    h("option", { value: "" }, word("chooser", word(name), word("all"))), options.map(([value, text]) => h("option", { value, selected: value === tableView[id] }, text))) : null);
  const sortBy = (i) => {
    tableView.down = tableView.column === i ? !tableView.down : "sort" in (all[0]?.cells[i] || {});
    narrow({ column: i });
    head.children[i].firstChild.focus();
  };

  fill($("tables"),
    h("div", { class: "bar" },
      h("input", { type: "search", id: "filter", placeholder: word("filter"), "aria-label": word("filter"), value: tableView.filter, oninput: (event) => narrow({ filter: event.target.value }) }),
      chooser("kind", table.kindName, kinds),
      chooser("record", "document", documents.map((record) => [record.id, documentName(record)])),
      chooser("status", "status", statuses.map((status) => [status, word(status)])),
      h("button", { onclick: () => download(`${name}.csv`, new Blob(["\ufeff" + csv(table, rows)], { type: "text/csv" })) }, word("csv")),
      h("button", { onclick: () => copy(tsv(table, rows)) }, word("copy")),
      h("button", { onclick: showQuery, "aria-label": word("sparql") }, "SPARQL"),
      count),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": word(name) },
      h("table", {}, h("caption", { class: "unseen" }, word(name)), h("thead", {}, head), body), more));
  draw();
}

const cellsOf = (table, rows) => [table.columns.map((column) => word(column)), ...rows.map(({ cells }) => cells.map((found) => found.text))];
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? "'" + text : text);

/** Rows as they are pasted into a spreadsheet. */
const tsv = (table, rows) => cellsOf(table, rows).map((row) => row.map((text) => harmless(text).replace(/\s+/g, " ")).join("\t")).join("\n");

/** Rows as a spreadsheet reads them; a cell that would be a formula is told not to be one. */
function csv(table, rows) {
  return cellsOf(table, rows).map((row) => row.map((text) => `"${harmless(text).replaceAll('"', '""')}"`).join(",")).join("\r\n") + "\r\n";
}
