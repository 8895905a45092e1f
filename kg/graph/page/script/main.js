// The state of the page, the address that holds it, the keys, the legend; and the start.

const VIEWS = ["graph", "entities", "facts", "mechanisms", "figures", "compare", "text"];
const counts = {
  entities: nodes.length, facts: facts.length, figures: figures.length,
  mechanisms: nodes.filter((node) => node.more.parts).length, text: documents.filter((record) => record.text).length,
  compare: documents.length > 1 ? 2 : 0,
};

// Of views that would be empty there is no tab and no address.
const views = VIEWS.filter((name) => name === "graph" || counts[name]);

/** Change the state; the address follows, so that back, forward and a copied link restore it. */
function go(change) {
  Object.assign(state, change);
  if ("node" in change && !("to" in change)) Object.assign(state, { to: -1, joining: false });
  if ("node" in change && change.node >= 0 && !core.has(change.node)) [change.node, ...neighbours(change.node)].forEach((id) => core.add(id));
  if (state.node < 0) state.steps = 0;
  const address = write();
  if (address !== location.hash) history.pushState(null, "", address);
  show();
  if (!$("stage").hidden && change.node >= 0) {
    lookAt(change.node);
    say(`${nodes[change.node].label}，${className(nodes[change.node].type)}`);
  } else if (!$("stage").hidden && change.to >= 0 && lit.size) fit(true, [...lit]);
  else if (state.view === "graph" && "steps" in change && change.node === undefined) fit(true);
}

function write() {
  const parts = new URLSearchParams();
  if (state.view !== "graph") parts.set("v", state.view);
  if (state.node >= 0) parts.set("n", nodes[state.node].iri);
  if (state.edge >= 0) parts.set("e", edgeKey(edges[state.edge]));
  if (state.to >= 0) parts.set("t", nodes[state.to].iri);
  if (state.steps) parts.set("s", state.steps);
  if (state.at >= 0 && state.view === "text") parts.set("p", [documents[passages[state.at].document].id, passages[state.at].start, passages[state.at].end].join("-"));
  else if (state.document && state.view === "text") parts.set("d", state.document);
  if (state.pair && state.view === "compare") parts.set("c", state.pair.join(","));
  if (state.off.size) parts.set("off", [...state.off].sort().join(","));
  // Chinese names stay readable in the address.
  const text = [...parts].map(([key, value]) => `${key}=${encodeURI(value).replace(/[&#+]/g, encodeURIComponent)}`).join("&");
  return "#" + decodeSafely(text);
}

function decodeSafely(text) {
  return text.replace(/(%[89a-f][0-9a-f])+/gi, (found) => { try { return decodeURIComponent(found); } catch { return found; } });
}

/** The state that an address tells; what it does not understand is left out. */
function read() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const known = new Set([...Object.keys(payload.classes), ...Object.keys(payload.relations).map((name) => "r:" + name), ...["Stated", "Planned", "Denied", "Reported"].map((name) => "s:" + name), ...documents.map((record) => "d:" + record.id), ...facts.map((fact) => "p:" + (fact.period || ""))]);
  const passage = parts.get("p");
  Object.assign(state, {
    view: views.includes(parts.get("v")) ? parts.get("v") : "graph",
    node: byIri.get(parts.get("n"))?.id ?? -1,
    edge: byEdgeKey.get(parts.get("e"))?.id ?? -1,
    to: byIri.get(parts.get("t"))?.id ?? -1,
    joining: false,
    steps: ["1", "2"].includes(parts.get("s")) ? Number(parts.get("s")) : 0,
    at: passage ? passages.findIndex(({ document: number, start, end }) => [documents[number].id, start, end].join("-") === passage) : -1,
    document: documents.find((record) => record.id === parts.get("d"))?.id,
    pair: parts.get("c")?.split(",").filter((id) => documents.some((record) => record.id === id)),
    off: new Set((parts.get("off") || "").split(",").filter((name) => known.has(name))),
  });
  if (state.node >= 0 && !core.has(state.node)) [state.node, ...neighbours(state.node)].forEach((id) => core.add(id));
  if (state.node < 0) state.steps = 0;
}

function show() {
  const { view } = state;
  const split = view === "text" && innerWidth > 1200;
  $("main").classList.toggle("split", split);
  $("stage").hidden = view !== "graph" && !split;
  $("article").hidden = view !== "text";
  $("compare").hidden = view !== "compare";
  $("tables").hidden = !(view in TABLES);
  $("legend").hidden = view !== "graph";
  $("body").classList.toggle("no-legend", view !== "graph");
  const bare = (view in TABLES || view === "compare") && state.node < 0 && state.edge < 0;
  $("panel").hidden = bare;
  $("body").classList.toggle("no-panel", bare);
  $("body").classList.toggle("chosen", state.node >= 0 || state.edge >= 0);
  fill($("views"), views.map((name) => h("button", {
    role: "tab", id: "view-" + name, "aria-selected": String(name === view), tabindex: name === view ? 0 : -1, onclick: () => go({ view: name }),
  }, word(name), counts[name] && name !== "compare" ? h("span", {}, String(counts[name])) : null)));
  // On a narrow screen the tabs are wider than the page; the chosen one is to be seen.
  const tab = $("view-" + view);
  $("views").scrollLeft = tab.offsetLeft - ($("views").clientWidth - tab.offsetWidth) / 2;
  showPanel();
  if (view === "graph") showLegend();
  if (!$("stage").hidden) (network ? showPicture : startPicture)();
  if (view === "text") showArticle();
  else if (view === "compare") showCompare();
  else if (view in TABLES && (tableView.name !== view || !$("tables").firstChild || tableView.english !== look.english)) {
    tableView.english = look.english;
    showTable(view);
  }
}

// ---- legend

function showLegend() {
  const families = new Map();
  for (const [type, [family, , , , count]] of Object.entries(payload.classes)) {
    if (!count) continue;
    if (!families.has(family)) families.set(family, []);
    families.get(family).push([type, count]);
  }
  const statuses = {};
  for (const edge of edges) statuses[edge.status || "Stated"] = (statuses[edge.status || "Stated"] || 0) + 1;
  const periods = new Map();
  for (const edge of edges) for (const period of edge.periods) periods.set(period, (periods.get(period) || 0) + 1);
  const row = (keys, mark, name, count) => h("label", {},
    h("input", { type: "checkbox", checked: !keys.every((key) => state.off.has(key)), "data-keys": keys.join(","), onchange: (event) => toggle(keys, event.target.checked) }),
    mark, h("span", { class: "name" }, name), h("span", {}, String(count)));
  fill($("legend"),
    h("h2", {}, word("entities"), state.off.size ? h("button", { class: "link", onclick: () => go({ off: new Set() }) }, word("all")) : null),
    h("ul", {}, [...families].map(([family, types]) => h("li", {},
      row(types.map(([type]) => type), glyph(family in payload.classes ? family : types[0][0]), className(family), types.reduce((sum, [, count]) => sum + count, 0)),
      types.length > 1 || types[0][0] !== family ? h("ul", {}, types.map(([type, count]) => h("li", {}, row([type], glyph(type), className(type), count)))) : null))),
    h("h2", {}, word("relations")),
    h("ul", {}, Object.entries(payload.relations).map(([relation, count]) => h("li", {}, row(["r:" + relation], null, relationName(relation), count)))),
    documents.length > 1 && documents.length <= 30 ? [h("h2", {}, word("documents")), h("ul", {}, documents.map((record) => h("li", {},
      row(["d:" + record.id], null, documentName(record), nodes.filter((node) => node.documents.has(record.id)).length))))] : null,
    periods.size > 1 ? [h("h2", {}, word("period")), h("ul", {}, [...periods].sort(([a], [b]) => compare(a, b)).slice(0, 24).map(([period, count]) => h("li", {},
      row(["p:" + period], null, period ? periodText(period) : word("unstated"), count))))] : null,
    Object.keys(statuses).length > 1 ? [h("h2", {}, word("status")), h("ul", {}, Object.entries(statuses).map(([status, count]) => h("li", {}, row(["s:" + status], null, word(status), count))))] : null);
}

function toggle(keys, on) {
  const off = new Set(state.off);
  keys.forEach((key) => (on ? off.delete(key) : off.add(key)));
  const focused = keys.join(",");
  state.off = off;
  history.replaceState(null, "", write());
  show();
  [...$("legend").querySelectorAll("input")].find((input) => input.dataset.keys === focused)?.focus();
}

// ---- words, colours, help

function dress() {
  document.documentElement.dataset.theme = look.dark ? "dark" : "light";
  document.documentElement.lang = look.english ? "en" : "zh-Hans";
  document.querySelectorAll("[data-word]").forEach((element) => { element.textContent = word(element.dataset.word); });
  document.querySelectorAll("[data-label]").forEach((element) => element.setAttribute("aria-label", word(element.dataset.label)));
  document.querySelectorAll("[data-placeholder]").forEach((element) => element.setAttribute("placeholder", word(element.dataset.placeholder)));
  $("language").textContent = word("english");
  $("language").lang = look.english ? "zh-Hans" : "en";
  if (core.size < nodes.length) fill($("notice"), word("core", core.size, nodes.length));
}

function showHelp() {
  fill($("help"), h("h2", {}, word("help")),
    h("ul", {}, ["helpClick", "helpDrag"].map((name) => h("li", {}, word(name)))),
    h("h3", {}, word("helpKeys")),
    h("ul", {}, ["helpSearch", "helpEnter", "arrows", "helpEscape"].map((name) => h("li", {}, word(name)))),
    h("button", { onclick: () => $("help").close() }, word("close")));
  $("help").showModal();
}

// ---- keys

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, dialog");
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "/" && !typing) {
    event.preventDefault();
    $("search").focus();
    $("search").select();
  } else if (event.key === "Escape" && !$("help").open) {
    if ($("body").classList.contains("legend-open")) $("legend-button").click();
    else if (state.joining) join(false);
    else if (state.to >= 0) go({ to: -1 });
    else if (state.steps) go({ steps: 0 });
    else if (state.node >= 0 || state.edge >= 0) go({ ...NOTHING });
    else if (state.view !== "graph") go({ view: "graph" });
  } else if (event.key in ARROWS && event.target === $("picture")) {
    event.preventDefault();
    const next = state.node < 0 ? ranked.find((node) => shown.has(node.id))?.id : neighbourTowards(state.node, ...ARROWS[event.key]);
    if (next !== undefined && next !== null) go({ node: next, edge: -1 });
  } else if (event.key in ARROWS && event.target.closest("#views")) {
    const tabs = [...$("views").children];
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!step) return;
    const { id } = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
    $(id).click();
    $(id).focus();
  }
});

window.addEventListener("popstate", () => {
  const before = state.node;
  read();
  show();
  if (state.node >= 0 && state.node !== before) lookAt(state.node);
});
window.addEventListener("beforeprint", () => { if (!$("stage").hidden) fit(false, lit.size ? [...lit] : undefined); });
$("skip").addEventListener("click", (event) => { event.preventDefault(); $("main").focus(); });
$("language").addEventListener("click", () => {
  look.english = !look.english;
  memory.set("language", look.english ? "en" : "zh");
  dress();
  show();
});
$("theme").addEventListener("click", () => {
  look.dark = !look.dark;
  memory.set("theme", look.dark ? "dark" : "light");
  dress();
  show();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
  if (memory.get("theme")) return;
  look.dark = event.matches;
  dress();
  show();
});
$("help-button").addEventListener("click", showHelp);
$("legend-button").addEventListener("click", () => {
  const open = $("body").classList.toggle("legend-open");
  $("legend-button").setAttribute("aria-expanded", String(open));
});
$("main").addEventListener("pointerdown", () => $("body").classList.remove("legend-open"));
$("fit").addEventListener("click", () => fit(true));
$("zoom-in").addEventListener("click", () => moveTo({ scale: network.getScale() * 1.4, animation: motion() }));
$("zoom-out").addEventListener("click", () => moveTo({ scale: network.getScale() / 1.4, animation: motion() }));
$("png").addEventListener("click", savePicture);
$("svg").addEventListener("click", saveDrawing);

read();
dress();
startSearch();
show();
if (state.node >= 0) lookAt(state.node);
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("ready")));
document.documentElement.dataset.ready = "true";
