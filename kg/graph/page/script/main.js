// The state of the page, the address that holds it, the keys, the legend; and the start.

const VIEWS = ["graph", "entities", "facts", "mechanisms", "figures", "compare", "text"];
const counts = {
  entities: entities.length, facts: facts.length, figures: figures.length,
  mechanisms: nodes.filter((node) => node.more.parts).length, text: documents.filter((record) => record.text).length,
  compare: documents.length > 1 ? 2 : 0,
};

const SECTIONS = { graph: "stage", compare: "compare", text: "article" };
// Of views that would be empty there is no tab and no address.
const views = VIEWS.filter((name) => name === "graph" || counts[name]);

// How many steps the reader has taken, and how many there were before going back.
let depth = history.state?.depth || 0;
let deepest = depth;

/** Change the state; the address follows, so that back, forward and a copied link restore it. */
function go(change) {
  Object.assign(state, change);
  if ("node" in change && !("to" in change)) Object.assign(state, { to: -1, joining: false });
  if ("node" in change && change.node >= 0 && !core.has(change.node)) [change.node, ...neighbours(change.node)].forEach((id) => core.add(id));
  if (state.node < 0) state.steps = 0;
  const address = write();
  if (address !== "#" + decodeSafely(location.hash.slice(1))) {
    depth += 1;
    deepest = depth;
    history.pushState({ depth }, "", address);
  }
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
  if (state.hidden.size) parts.set("h", [...state.hidden].map((id) => nodes[id].iri).sort().join(","));
  if (state.view in TABLES && tableView.name === state.view) writeTable(parts);
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
    hidden: new Set((parts.get("h") || "").split(",").map((iri) => byIri.get(iri)?.id).filter((id) => id !== undefined)),
    off: new Set((parts.get("off") || "").split(",").filter((name) => known.has(name))),
  });
  if (state.view in TABLES) readTable(parts, state.view);
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
  $("tables").setAttribute("aria-labelledby", "view-" + view);
  $("legend").hidden = view !== "graph";
  $("body").classList.toggle("no-legend", view !== "graph");
  const bare = (view in TABLES || view === "compare" || (view === "text" && innerWidth <= 860)) && state.node < 0 && state.edge < 0;
  $("panel").hidden = bare;
  $("body").classList.toggle("no-panel", bare);
  $("body").classList.toggle("chosen", state.node >= 0 || state.edge >= 0);
  $("back").disabled = !depth;
  $("forward").disabled = depth >= deepest;
  $("unhide").hidden = !state.hidden.size;
  fill($("unhide"), word("bringBackAll", state.hidden.size));
  fill($("views"), views.map((name) => h("button", {
    role: "tab", id: "view-" + name, "aria-selected": String(name === view), "aria-controls": SECTIONS[name] || "tables", tabindex: name === view ? 0 : -1, onclick: () => go({ view: name }),
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

/** How many things or relations a key switches; they do not change. */
const tallies = (() => {
  const found = new Map();
  const count = (key) => found.set(key, (found.get(key) || 0) + 1);
  for (const node of nodes) for (const id of node.documents) count("d:" + id);
  for (const edge of edges) {
    count("s:" + (edge.status || "Stated"));
    for (const period of edge.periods) count("p:" + period);
  }
  return found;
})();
const keysOf = (prefix) => [...tallies.keys()].filter((key) => key.startsWith(prefix));

function showLegend() {
  const families = new Map();
  for (const [type, [family, , , , count]] of Object.entries(payload.classes)) {
    if (!count) continue;
    if (!families.has(family)) families.set(family, []);
    families.get(family).push([type, count]);
  }
  const row = (keys, siblings, mark, name, count) => h("div", { class: "row" },
    h("label", {},
      h("input", { type: "checkbox", checked: !keys.every((key) => state.off.has(key)), "data-keys": keys.join(","), onchange: (event) => toggle(keys, event.target.checked) }),
      mark, h("span", { class: "name", title: name }, name), h("span", { class: "count" }, String(count))),
    siblings.length > keys.length ? h("button", { class: "only", "data-keys": keys.join(","), "aria-label": `${word("only")} ${name}`, onclick: () => only(keys, siblings) }, word("only")) : null);
  const list = (title, rows) => (rows.length > 1 ? [h("h2", {}, word(title)), h("ul", { class: "long" }, rows.map((found) => h("li", {}, found)))] : null);
  const rows = (keys, name) => keys.map((key) => row([key], keys, null, name(key.slice(2)), tallies.get(key)));
  const every = [...families.values()].flatMap((types) => types.map(([type]) => type));
  const kinds = Object.keys(payload.relations).map((relation) => "r:" + relation);
  fill($("legend"),
    state.hidden.size ? [h("h2", {}, word("hidden"), h("button", { class: "link", onclick: () => hide([...state.hidden], false) }, word("showAll"))),
      h("div", { class: "chips" }, [...state.hidden].map((id) => h("button", { "aria-label": `${word("bringBack")} ${nodes[id].label}`, onclick: () => hide([id], false) }, glyph(nodes[id].type), " ", nodes[id].label)))] : null,
    h("h2", {}, word("entities"), state.off.size ? h("button", { class: "link", onclick: () => go({ off: new Set() }) }, word("all")) : null),
    h("ul", {}, [...families].map(([family, types]) => h("li", {},
      row(types.map(([type]) => type), every, glyph(family in payload.classes ? family : types[0][0]), className(family), types.reduce((sum, [, count]) => sum + count, 0)),
      types.length > 1 || types[0][0] !== family ? h("ul", {}, types.map(([type, count]) => h("li", {}, row([type], every, glyph(type), className(type), count)))) : null))),
    h("h2", {}, word("relations")),
    h("ul", {}, Object.entries(payload.relations).map(([relation, count]) => h("li", {}, row(["r:" + relation], kinds, null, relationName(relation), count)))),
    list("documents", rows(documents.map((record) => "d:" + record.id).filter((key) => tallies.has(key)), (id) => documentName(documents.find((record) => record.id === id)))),
    list("period", rows(keysOf("p:").sort(compare), (period) => (period ? periodText(period) : word("unstated")))),
    list("status", rows(keysOf("s:"), word)));
}

function toggle(keys, on) {
  const off = new Set(state.off);
  keys.forEach((key) => (on ? off.delete(key) : off.add(key)));
  go({ off });
  [...$("legend").querySelectorAll("input")].find((input) => input.dataset.keys === keys.join(","))?.focus();
}

/** Switch off whatever stands in the same list; asked again, all of it is switched on. */
function only(keys, siblings) {
  const off = new Set(state.off);
  const alone = siblings.every((key) => keys.includes(key) !== off.has(key));
  siblings.forEach((key) => (alone || keys.includes(key) ? off.delete(key) : off.add(key)));
  go({ off });
  fit(true);
  [...$("legend").querySelectorAll("button")].find((button) => button.dataset.keys === keys.join(","))?.focus();
}

/** Take things out of the picture, or bring them back. */
function hide(ids, away) {
  const hidden = new Set(state.hidden);
  ids.forEach((id) => (away ? hidden.add(id) : hidden.delete(id)));
  go({ hidden, ...(away && ids.includes(state.node) ? NOTHING : {}) });
  say(`${word(away ? "hidden" : "unhidden")} ${ids.map((id) => nodes[id].label).join("、")}`);
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
    h("ul", {}, ["helpSearch", "helpEnter", "arrows", "helpEscape", "helpDelete"].map((name) => h("li", {}, word(name)))),
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
  } else if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
    if ($("body").classList.contains("legend-open")) $("legend-button").click();
    else if (state.joining) join(false);
    else if (depth) history.back();
    else if (state.node >= 0 || state.edge >= 0) go({ ...NOTHING });
    else if (state.view !== "graph") go({ view: "graph" });
  } else if (event.key === "Delete" && event.target === $("picture") && state.node >= 0) {
    hide([state.node], true);
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

window.addEventListener("popstate", (event) => {
  const before = state.node;
  depth = event.state?.depth || 0;
  deepest = Math.max(deepest, depth);
  read();
  show();
  if (state.node >= 0 && state.node !== before) lookAt(state.node);
});
window.addEventListener("beforeprint", toPaper);
window.addEventListener("afterprint", fromPaper);
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
$("sparql").addEventListener("click", showQuery);
$("back").addEventListener("click", () => history.back());
$("forward").addEventListener("click", () => history.forward());
$("unhide").addEventListener("click", () => hide([...state.hidden], false));
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
