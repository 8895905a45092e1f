// The side panel: what the graph says of one thing or one relation, each with the sentence that says it.

const nodeButton = (id) => h("button", { class: "link", onclick: () => choose(id) }, nodes[id].label);
const valueOf = (value) => (typeof value === "number" ? nodeButton(value) : String(value));
const statusTag = (status) => (status && status !== "Stated" ? h("span", { class: "tag " + status }, word(status)) : null);
const periodTag = (period) => (period ? h("span", { class: "tag" }, periodText(period)) : null);

function showPanel() {
  const panel = $("panel");
  const content = state.node >= 0 && state.to >= 0 ? aboutWay() : state.node >= 0 ? aboutNode(nodes[state.node]) : state.edge >= 0 ? aboutEdge(edges[state.edge]) : overview();
  fill(panel, content);
  panel.scrollTop = 0;
}

const closeButton = () => h("button", { class: "icon", "aria-label": word("close"), onclick: () => go({ ...NOTHING }) }, "×");

function overview() {
  const families = ["Mechanism", "Program"];
  const best = (family) => ranked.filter((node) => familyOf(node.type) === family).slice(0, 12);
  const wholes = nodes.filter((node) => (node.more.parts || []).some((part) => part.parts || part.stated));
  return [
    h("p", { class: "soft" }, word("summary", documents.length, entities.length, facts.length, figures.length)),
    h("p", { class: "soft" }, word("hint")),
    h("h3", {}, word("documents")),
    documents.map((record) => h("div", { class: "card" },
      record.text ? h("button", { class: "link", onclick: () => go({ view: "text", at: -1, document: record.id }) }, documentName(record)) : documentName(record),
      h("p", { class: "soft chips" }, (record.about || []).map((iri) => byIri.get(iri)).filter(Boolean)
        .map((node) => h("button", { onclick: () => go({ view: "graph", node: node.id, edge: -1 }) }, glyph(node.type), " ", node.label)), record.issued || ""))),
    wholes.length ? h("h3", {}, word("parts")) : null,
    wholes.slice(0, 20).map((node) => h("p", {}, glyph(node.type), " ", nodeButton(node.id), " ",
      node.more.parts.filter((part) => part.stated !== undefined || part.listed !== undefined).map((part) => [h("span", { class: "tag" }, tally(part)), " "]))),
    families.filter((family) => best(family).length).map((family) => [
      h("h3", {}, className(family)),
      h("div", { class: "chips" }, best(family).map((node) => h("button", { onclick: () => go({ node: node.id, edge: -1 }) }, node.label))),
    ]),
  ];
}

function aboutNode(node) {
  const { definition, code, path, at, parts } = node.more;
  const rows = [
    node.names.length ? [word("aliases"), node.names.join("、")] : null,
    node.slips.length ? [word("slips"), h("del", {}, node.slips.join("、"))] : null,
    definition ? [word("definition"), definition] : null,
    path ? [word("path"), path.split("/").join(" › ")] : null,
    code ? [word("code"), code] : null,
  ].filter(Boolean);
  return [
    h("div", { class: "head" }, h("span", { class: "badge" }, glyph(node.type), className(node.type)), closeButton()),
    h("h2", {}, node.label),
    h("div", { class: "acts" },
      [[1, "step1"], [2, "step2"]].map(([steps, name]) => h("button", {
        "aria-pressed": String(state.steps === steps), onclick: () => go({ view: "graph", steps: state.steps === steps ? 0 : steps }),
      }, word(name))),
      hiddenNeighbours(node).length ? h("button", { onclick: () => open(node.id) }, `${word("expand")} +${hiddenNeighbours(node).length}`) : null,
      h("button", { "aria-pressed": String(state.joining), onclick: () => join(!state.joining) }, word("way")),
      h("button", { onclick: () => hide([node.id], true) }, word("hide")),
      h("button", { onclick: copyLink }, word("copyLink")),
      h("button", { onclick: showQuery }, "SPARQL")),
    rows.length ? h("dl", {}, rows.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])) : null,
    parts ? [h("h3", {}, word("parts")), partList(parts, node.id)] : null,
    factSections(node),
    node.figures.length ? [h("h3", {}, word("figures")), node.figures.map((figure) => figureItem(figure, node.figures.length < 4))] : null,
    at ? [h("h3", {}, `${word("mentions")} ${at.length}`), mentionList(node, at)] : null,
  ];
}

const hiddenNeighbours = (node) => neighbours(node.id).filter((id) => !core.has(id));

/** Add a node and its neighbours to what is drawn of a large graph. */
function open(id) {
  [id, ...neighbours(id)].forEach((next) => core.add(next));
  showPicture();
  showPanel();
}

/** 三联 3/3 and a tick where as many parts are listed as the name states. */
const tally = ({ label, stated, listed, verified }) => (listed === undefined ? label
  : `${label} ${listed}/${stated ?? "?"}${verified === true ? " ✓" : verified === false ? " ✗" : ""}`);

/** The parts of a whole, then the sentences that list them, each once. */
function partList(parts, whole) {
  const places = (part) => [...(part.parts || []).flatMap(places), ...((part.parts || []).length ? [] : part.at || [])];
  const groups = parts.filter((part) => part.parts || part.stated !== undefined);
  const alone = parts.filter((part) => !groups.includes(part));
  return [groups.map(group), alone.length ? h("ol", { class: "parts" }, alone.map(partItem)) : null,
    quotations(parts.flatMap(places), whole)];
}

/** A group of parts with its count. */
function group(part) {
  const good = part.verified === true;
  const bad = part.verified === false;
  return h("div", { class: "group" },
    h("div", { class: "sum" }, h("span", {}, part.label),
      h("span", { class: "tally " + (good ? "good" : bad ? "bad" : "soft") },
        part.listed === undefined ? word("unlisted", part.stated ?? "?") : `${part.listed}/${part.stated ?? "?"}${good ? " ✓" : bad ? " ✗" : ""}`),
      bad ? h("span", { class: "tag bad" }, word("mismatch")) : null,
      part.open ? h("span", { class: "tag" }, word("openList")) : null),
    (part.parts || []).length ? h("ol", { class: "parts" }, part.parts.map(partItem)) : null);
}

const partItem = (part) => h("li", {},
  part.at ? h("button", { class: "link", title: word("inText"), onclick: () => go({ view: "text", at: part.at[0] }) }, part.label) : part.label,
  part.open ? h("span", { class: "tag" }, word("openList")) : null,
  (part.parts || []).length ? h("ol", { class: "parts" }, part.parts.map(partItem)) : null);

function factSections(node) {
  const sections = new Map();
  for (const fact of node.facts) {
    const role = fact.subject === node.id ? "a" : fact.object === node.id ? "b" : "c";
    const key = role + fact.relation;
    if (!sections.has(key)) sections.set(key, []);
    sections.get(key).push(fact);
  }
  return [...sections].sort(([a], [b]) => a[0].localeCompare(b[0])).map(([key, list]) => [
    h("h3", {}, key[0] === "a" ? relationName(key.slice(1)) : `← ${relationName(key.slice(1))}`, h("span", {}, String(list.length))),
    list.map((fact) => factItem(fact, node.id, list.length <= 3)),
  ]);
}

/** A fact as seen from one of its ends, its evidence folded below it. */
function factItem(fact, from, opened) {
  const ends = fact.subject === from ? valueOf(fact.object) : fact.object === from ? nodeButton(fact.subject)
    : [nodeButton(fact.subject), " ", relationName(fact.relation), " ", valueOf(fact.object)];
  return h("details", { class: "fact", open: opened },
    h("summary", {}, ends, periodTag(fact.period), statusTag(fact.status),
      Object.entries(fact.more || {}).map(([name, values]) => h("span", { class: "tag" }, `${term(name)} ${values.map(nameOf).join("、")}`))),
    h("div", {}, quotations(fact.at, fact.subject, fact.object), fact.rule ? h("code", {}, `${word("rule")} ${fact.rule}`) : null));
}

const figureValue = (figure) => figure.quantityText || `${figure.value || `${figure.lower}–${figure.upper}`}${figure.unit || ""}`;

/** In the unit that makes figures comparable, as people write it. */
const converted = ({ siValue, siUnit }) => (siValue ? `${grouped(siValue)} ${(siUnit || "").replace(/2$/, "²").replace(/3$/, "³")}` : "");

function figureItem(figure, opened) {
  return h("details", { class: "fact", open: opened },
    h("summary", {}, figure.indicator, " ", h("b", {}, figureValue(figure)),
      figure.fromValue ? h("span", { class: "tag" }, `${word("from")} ${figure.fromValue}`) : null,
      periodTag(figure.period), statusTag(figure.status),
      figure.check ? h("span", { class: "tag " + (figure.check === "agrees" ? "good" : "bad") }, `${figure.check === "agrees" ? "✓" : "✗"} ${word(figure.check)}`) : null),
    h("div", {}, figure.arithmetic ? h("p", { class: "soft" }, figure.arithmetic) : null,
      figure.siValue ? h("p", { class: "soft" }, `= ${converted(figure)}`) : null, quotations(figure.at, figure.subject)));
}

function mentionList(node, list) {
  const found = quotations(list, undefined, node.id);
  const rest = found.slice(3);
  return [found.slice(0, 3), rest.length ? h("details", { class: "fact" }, h("summary", {}, word("morePlaces", rest.length)), h("div", {}, rest)) : null];
}

function aboutEdge(edge) {
  const found = factsOf(edge);
  return [
    h("div", { class: "head" }, h("span", { class: "badge" }, word("edge")), closeButton()),
    h("h2", {}, nodes[edge.from].label, " ", h("span", { class: "soft" }, relationName(edge.relation)), " ", nodes[edge.to].label),
    h("p", {}, glyph(nodes[edge.from].type), " ", nodeButton(edge.from), " → ", glyph(nodes[edge.to].type), " ", nodeButton(edge.to)),
    found.map((fact) => factItem(fact, -1, true)),
  ];
}

/** The way between two things, step by step, each with its evidence. */
function aboutWay() {
  const found = way();
  return [
    h("div", { class: "head" }, h("span", { class: "badge" }, word("way")), closeButton()),
    h("h2", {}, nodes[state.node].label, " ", h("span", { class: "soft" }, "⋯"), " ", nodes[state.to].label),
    found ? found.flatMap(factsOrEdge) : h("p", {}, word("noWay")),
  ];
}

const factsOrEdge = (edge) => (factsOf(edge).length ? factsOf(edge).map((fact) => factItem(fact, -1, true))
  : [h("p", {}, nodeButton(edge.from), ` ${relationName(edge.relation)} `, nodeButton(edge.to))]);

/** Choose a thing; while a way is being laid, it is the way's other end. */
function choose(id) {
  if (state.joining && state.node >= 0 && id !== state.node) go({ to: id, edge: -1, joining: false, steps: 0 });
  else go({ node: id, edge: -1, to: -1, joining: false });
}

function join(on) {
  state.joining = on;
  showPanel();
  say(on ? word("wayTo") : "");
  if (on) $("search").focus();
}

async function copy(text, within = document.body) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page opened from a file may be refused the clipboard; what is selected can still be copied.
    const field = h("textarea", {}, text);
    within.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  say(word("copied"));
}

const copyLink = () => copy(location.href);
