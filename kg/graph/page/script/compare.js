// Two reports side by side: what both have, part by part and figure by figure, and what only one has.

function pair() {
  const known = (state.pair || alike()).map((id) => documents.find((record) => record.id === id));
  const first = known[0] || documents[0];
  return [first, known[1] || documents.find((record) => record !== first)];
}

/** The two reports that have most mechanisms and figures of one name, if any have. */
function alike() {
  const holders = new Map();
  const hold = (name, ids) => {
    if (!holders.has(name)) holders.set(name, new Set());
    ids.forEach((id) => holders.get(name).add(id));
  };
  for (const node of nodes) if (familyOf(node.type) === "Mechanism") hold(folded(node.label), node.documents);
  for (const figure of figures) hold("# " + folded(figure.indicator), documentsOf(figure.at));
  const shared = new Map();
  for (const ids of holders.values()) {
    const few = [...ids].sort().slice(0, 20);
    few.forEach((a, i) => few.slice(i + 1).forEach((b) => shared.set(a + "," + b, (shared.get(a + "," + b) || 0) + 1)));
  }
  const [best] = [...shared].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return best ? best[0].split(",") : [];
}

function showCompare() {
  const both = pair();
  const chooser = (i) => h("select", {
    "aria-label": `${word("document")} ${i + 1}`,
    onchange: (event) => go({ pair: both.map((record, j) => (i === j ? event.target.value : record.id)) }),
  }, documents.map((record) => h("option", { value: record.id, selected: record === both[i] }, documentName(record))));
  fill($("compare"), h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": word("compare") },
    h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }), [0, 1].map((i) => h("th", { scope: "col" }, chooser(i))))),
      section("summaryOf", countRows(both)),
      ["Mechanism", "Program", "Honor", "Industry"].map((family) => section(family, sharedNodes(family, both))),
      section("figures", sharedFigures(both)))));
}

/** A part of the table under its own heading, if it has rows. */
const section = (name, rows) => (rows.length ? h("tbody", {}, h("tr", {}, h("th", { scope: "rowgroup", colspan: 3, class: "part" }, term(name))), rows) : null);
const row = (head, cells) => h("tr", {}, h("th", { scope: "row" }, head), cells.map((cell) => h("td", {}, cell)));

const within = (family, record) => nodes.filter((node) => familyOf(node.type) === family && node.documents.has(record.id));
const figuresIn = (record) => figures.filter((figure) => documentsOf(figure.at).has(record.id));

function countRows(both) {
  const families = [...new Set(Object.values(payload.classes).map(([family]) => family))].filter((family) => family !== "Document");
  return [...families.map((family) => [term(family), both.map((record) => within(family, record).length)]),
    [word("facts"), both.map((record) => facts.filter((fact) => documentsOf(fact.at).has(record.id)).length)],
    [word("figures"), both.map((record) => figuresIn(record).length)]]
    .filter(([, found]) => found.some((count) => count)).map(([name, found]) => row(name, found.map(String)));
}

/** Things of one name in both, with their parts; then what only one has. */
function sharedNodes(family, both) {
  const named = both.map((record) => new Map(within(family, record).map((node) => [folded(node.label), node])));
  const shared = [...named[0].keys()].filter((name) => named[1].has(name));
  const alone = named.map((found) => [...found].filter(([name]) => !shared.includes(name)).map(([, node]) => node));
  return [...shared.flatMap((name) => sharedParts(named.map((found) => found.get(name)), both)),
    alone.some((found) => found.length) ? row(word("onlyHere"), alone.map((found) => h("div", { class: "chips" }, found.map((node) => nodeButton(node.id))))) : null].filter(Boolean);
}

/** A thing that both have, and below it its parts, the first beside the first. */
function sharedParts(pairOfNodes, both) {
  const listed = pairOfNodes.map((node, i) => flat((node.more.parts || []).filter((part) => documentsOf(part.at).has(both[i].id)), ""));
  const keys = [...new Set(listed.flatMap((found) => [...found.keys()]))];
  return [row(h("b", {}, pairOfNodes[0].label), pairOfNodes.map((node) => nodeButton(node.id))),
    ...keys.map((key) => row(h("span", { class: "soft" }, key.replaceAll("\n", " ")), listed.map((found) => found.get(key) || "—")))];
}

/** Parts by where they stand: the second of 三帮 in one report beside the second of 三帮 in the other. */
function flat(parts, above) {
  const found = new Map();
  parts.forEach((part, i) => {
    const counted = part.parts || part.stated !== undefined;
    const key = above + (counted ? part.label : String(i + 1));
    found.set(key, counted ? group({ ...part, parts: [] }) : part.at
      ? h("button", { class: "link", title: word("inText"), onclick: () => go({ view: "text", at: part.at[0] }) }, part.label) : part.label);
    for (const [inner, shown] of flat(part.parts || [], key + "\n")) found.set(inner, shown);
  });
  return found;
}

function sharedFigures(both) {
  const told = both.map((record) => {
    const found = new Map();
    for (const figure of figuresIn(record)) found.set(folded(figure.indicator), [...(found.get(folded(figure.indicator)) || []), figure]);
    return found;
  });
  return [...told[0].keys()].filter((name) => told[1].has(name)).map((name) => row(told[0].get(name)[0].indicator, told.map((found) =>
    found.get(name).map((figure) => h("p", {}, nodeButton(figure.subject), " ", h("b", {}, figureValue(figure)), periodTag(figure.period))))));
}
