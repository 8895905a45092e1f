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
const ofNumber = (number) => ({ text: number === undefined ? "" : String(number), sort: number === undefined || number === "" ? -Infinity : Number(number), kind: "number" });
const inWords = (text) => ({ text, kind: "words" });
const source = (list) => ({ text: from(list), kind: "source" });
const tight = (text) => ({ text, kind: "tight" });

const readAt = ({ at }) => (at && at.length ? passages[at[0]] : { document: Infinity, start: 0 });
const inReadingOrder = (a, b) => readAt(a).document - readAt(b).document || readAt(a).start - readAt(b).start || a.id - b.id;

const TABLES = {
  entities: {
    columns: ["name", "class", "aliases", "relations", "figures", "mentions"],
    kinds: (node) => className(node.type),
    rows: () => nodes,
    cells: (node) => [named(node.id), tight(className(node.type)), plain([...node.names, ...node.slips].join("、")),
      ofNumber(node.edges.length), ofNumber(node.figures.length), ofNumber((node.more.at || []).length)],
    target: (node) => ({ node: node.id, edge: -1 }),
  },
  facts: {
    columns: ["subject", "predicate", "object", "period", "status", "others", "quote", "document"],
    kinds: (fact) => relationName(fact.relation),
    rows: () => [...facts].sort(inReadingOrder),
    cells: (fact) => [named(fact.subject), tight(relationName(fact.relation)),
      typeof fact.object === "number" ? named(fact.object) : plain(fact.object), tight(periodText(fact.period)), ofStatus(fact.status),
      { text: Object.entries(fact.more || {}).map(([name, values]) => `${term(name)} ${values.map(nameOf).join("、")}`).join("；"), kind: "more" },
      inWords((fact.at || []).map(quote).join(" / ")), source(fact.at)],
    target: (fact) => {
      const edge = byEdgeKey.get([nodes[fact.subject].iri, fact.relation, typeof fact.object === "number" ? nodes[fact.object].iri : ""].join("~"));
      return edge ? { edge: edge.id, node: -1 } : { node: fact.subject, edge: -1 };
    },
  },
  mechanisms: {
    columns: ["mechanism", "group", "stated", "listed", "verified", "parts", "document"],
    kinds: ({ node }) => className(node.type),
    rows: () => nodes.flatMap((node) => {
      const parts = node.more.parts || [];
      const groups = parts.filter((part) => part.parts || part.stated !== undefined);
      const alone = parts.filter((part) => !groups.includes(part));
      if (alone.length) groups.push({ label: "", parts: alone, at: alone.flatMap((part) => part.at || []) });
      return groups.map((part) => ({ node, part }));
    }),
    cells: ({ node, part }) => [named(node.id), plain(part.label), ofNumber(part.stated), ofNumber(part.listed),
      plain(part.verified === true ? "✓" : part.verified === false ? "✗" : ""),
      inWords((part.parts || []).map((item, i) => `${i + 1}. ${item.label}`).join("；") + (part.open ? "……" : "")), source(part.at)],
    target: ({ node }) => ({ node: node.id, edge: -1 }),
  },
  figures: {
    columns: ["subject", "indicator", "quote", "value", "unit", "period", "status", "document"],
    kinds: (figure) => nodes[figure.subject].label,
    rows: () => [...figures].sort(inReadingOrder),
    cells: (figure) => [named(figure.subject), plain(figure.indicator), tight(figureValue(figure)), ofNumber(figure.value ?? figure.lower ?? figure.upper),
      tight(figure.unit || ""), tight(periodText(figure.period)), ofStatus(figure.status), source(figure.at)],
    target: (figure) => ({ node: figure.subject, edge: -1 }),
  },
};

const tableView = { filter: "", kind: "", column: -1, down: false, limit: CHUNK };

function showTable(name) {
  const table = TABLES[name];
  if (tableView.name !== name) Object.assign(tableView, { name, filter: "", kind: "", column: -1, down: false, limit: CHUNK });
  const all = table.rows().map((row) => ({ row, cells: table.cells(row), kind: table.kinds(row) }));
  const kinds = [...new Set(all.map((item) => item.kind))].sort(compare);
  const body = h("tbody");
  const head = h("tr");
  const count = h("span", { class: "count", "aria-live": "polite" });
  const more = h("div", { class: "more" });
  let rows = [];

  const draw = () => {
    const wanted = tableView.filter.trim().toLowerCase();
    rows = all.filter((item) => (!tableView.kind || item.kind === tableView.kind)
      && (!wanted || item.cells.some((cell) => cell.text.toLowerCase().includes(wanted))));
    if (tableView.column >= 0) {
      const value = (item) => item.cells[tableView.column];
      const order = (a, b) => ("sort" in value(a) ? value(a).sort - value(b).sort || 0 : compare(value(a).text, value(b).text));
      rows.sort((a, b) => (tableView.down ? order(b, a) : order(a, b)));
    }
    fill(body, rows.slice(0, tableView.limit).map(({ row, cells }) => h("tr", {
      onclick: (event) => { if (!event.target.closest("button") && !String(getSelection())) go({ ...table.target(row), view: state.view }); },
    }, cells.map((cell) => h("td", { class: cell.kind }, cell.cell ? cell.cell() : cell.text)))));
    fill(head, table.columns.map((column, i) => h("th", {
      scope: "col", "aria-sort": tableView.column === i ? (tableView.down ? "descending" : "ascending") : "none",
    }, h("button", { onclick: () => sortBy(i) }, word(column)))));
    count.textContent = rows.length ? word("rows", rows.length) : all.length ? word("noRows") : word("noData");
    const rest = rows.length - tableView.limit;
    fill(more, rest > 0 ? h("button", { onclick: () => { tableView.limit += 5 * CHUNK; draw(); } }, word("more", Math.min(rest, 5 * CHUNK))) : null);
  };
  const sortBy = (i) => {
    tableView.down = tableView.column === i ? !tableView.down : "sort" in (all[0]?.cells[i] || {});
    tableView.column = i;
    draw();
    head.children[i].firstChild.focus();
  };

  fill($("tables"),
    h("div", { class: "bar" },
      h("input", { type: "search", id: "filter", placeholder: word("filter"), "aria-label": word("filter"), value: tableView.filter, oninput: (event) => { tableView.filter = event.target.value; tableView.limit = CHUNK; draw(); } }),
      h("select", { id: "kinds", "aria-label": word("filter"), onchange: (event) => { tableView.kind = event.target.value; draw(); } },
        h("option", { value: "" }, word("all")), kinds.map((kind) => h("option", { value: kind, selected: kind === tableView.kind }, kind))),
      h("button", { onclick: () => download(`${name}.csv`, new Blob(["\ufeff" + csv(table, rows)], { type: "text/csv" })) }, word("csv")),
      h("button", { onclick: () => copy(tsv(table, rows)) }, word("copy")),
      count),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": word(name) },
      h("table", {}, h("caption", { class: "unseen" }, word(name)), h("thead", {}, head), body), more));
  draw();
}

const cellsOf = (table, rows) => [table.columns.map((column) => word(column)), ...rows.map(({ cells }) => cells.map((found) => found.text))];
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? "'" + text : text);

/** Rows as they are pasted into a spreadsheet. */
const tsv = (table, rows) => cellsOf(table, rows).map((row) => row.map((text) => harmless(text).replace(/\s+/g, " ")).join("\t")).join("\n");

/** Rows as a spreadsheet reads them; a cell that would be a formula is told not to be one. */
function csv(table, rows) {
  return cellsOf(table, rows).map((row) => row.map((text) => `"${harmless(text).replaceAll('"', '""')}"`).join(",")).join("\r\n") + "\r\n";
}
