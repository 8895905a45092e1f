// The picture: vis-network moves, zooms and finds what is under the pointer; what a node looks like is drawn here.

const CORE = 3000;
const LEGIBLE = 0.5; // below this scale most labels find no room
const FEW = 24; // lines that can have their names written along them
// `to` is the other end of a way; `joining` is true while the reader is to choose it.
const state = { view: "graph", node: -1, edge: -1, to: -1, joining: false, steps: 0, off: new Set(), hidden: new Set(), at: -1 };
const NOTHING = { node: -1, edge: -1, to: -1, joining: false, steps: 0 };
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const core = new Set((nodes.length > CORE ? ranked.slice(0, CORE / 2) : nodes).map((node) => node.id));
let shown = new Set();
let lit = new Set();
let onWay = new Set();
let labelled = new Map();
let labelFont = 13;
let captioned = new Set();
let petals = [];
let colours = theme();
const drawnNodes = new vis.DataSet();
const drawnEdges = new vis.DataSet();
const edgeLook = new Map();
let network = null;
let scale = 0;

const allOff = (prefix, found) => found.size > 0 && [...found].every((name) => state.off.has(prefix + name));
const isOff = (node) => state.hidden.has(node.id) || state.off.has(node.type) || allOff("d:", node.documents);
const edgeOff = (edge) => state.off.has("r:" + edge.relation) || state.off.has("s:" + (edge.status || "Stated"))
  || allOff("d:", edge.documents) || allOff("p:", edge.periods);
/** The way from the chosen node to the other end, over what is not switched off. */
const way = () => (state.to >= 0 && state.node >= 0
  ? wayBetween(state.node, state.to, (edge, node) => !edgeOff(edge) && !isOff(node)) : null);

/** What is to be seen now: the core and what was opened, less what is switched off or too far. */
function visible() {
  const near = state.steps && state.node >= 0 ? around(state.node, state.steps) : null;
  const along = (way() || []).flatMap((edge) => [edge.from, edge.to]);
  return new Set([...(near || core), ...along].filter((id) => !isOff(nodes[id])));
}

/** Bring the drawing to the state. */
function showPicture() {
  if (!network) return;
  gather();
  outline();
  chooseLabels(true);
  network.redraw();
}

/** What is to be drawn now, and how. */
function gather() {
  colours = theme();
  const wanted = visible();
  drawnNodes.remove([...shown].filter((id) => !wanted.has(id)));
  const fresh = [...wanted].filter((id) => !shown.has(id));
  shown = wanted;
  if (fresh.length) drawnNodes.add(fresh.map((id) => ({ id, x: nodes[id].x, y: nodes[id].y, size: nodes[id].size })));
  lit = new Set();
  onWay = new Set(way() || []);
  if (state.to >= 0) [state.node, state.to, ...[...onWay].flatMap((edge) => [edge.from, edge.to])].forEach((id) => lit.add(id));
  else if (state.node >= 0) [state.node, ...neighbours(state.node)].forEach((id) => lit.add(id));
  if (state.edge >= 0) [edges[state.edge].from, edges[state.edge].to].forEach((id) => lit.add(id));
  showEdges();
}

function showEdges(at = network ? network.getScale() : 1) {
  const wanted = edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to) && !edgeOff(edge));
  const ids = new Set(wanted.map((edge) => edge.id));
  drawnEdges.remove(drawnEdges.getIds().filter((id) => !ids.has(id)));
  const chosen = (edge) => onWay.has(edge) || edge.id === state.edge || (state.to < 0 && state.edge < 0 && state.node >= 0 && (edge.from === state.node || edge.to === state.node));
  const few = wanted.filter(chosen).length <= FEW;
  const changes = [];
  for (const edge of wanted) {
    const kind = chosen(edge) ? "lit" : lit.size ? "dim" : "plain";
    const key = `${kind}${few}${look.dark}${look.english}${kind === "lit" ? `${state.node} ${edgeFont(at)}` : ""}`;
    if (drawnEdges.get(edge.id) && edgeLook.get(edge.id) === key) continue;
    edgeLook.set(edge.id, key);
    changes.push(edgeOptions(edge, kind, few, edgeFont(at)));
  }
  drawnEdges.update(changes);
}

/** The names along lines keep a size that can be read. */
const edgeFont = (at) => Math.round(Math.max(12, 11 / at));

function edgeOptions(edge, kind, few, size) {
  const denied = edge.status === "Denied";
  const far = state.node === edge.from ? nodes[edge.to] : nodes[edge.from];
  const line = kind === "dim" ? colours.dim : denied ? colours.denied : kind === "plain" ? colours.edge : few ? colours.lit : colour(far.type);
  return {
    id: edge.id, from: edge.from, to: edge.to,
    color: { color: line, highlight: line, hover: line, inherit: false },
    width: kind === "lit" ? (few ? 2 : 1.3) : 1,
    dashes: edge.status && edge.status !== "Stated" ? [6, 5] : false,
    arrows: kind === "lit" && few ? { to: { enabled: true, scaleFactor: 0.55 } } : { to: { enabled: false } },
    label: kind === "lit" && few ? relationName(edge.relation) : undefined,
    font: { color: colours.ink, size, face: FONT, strokeWidth: 4, strokeColor: colours.halo, align: "horizontal" },
  };
}

// ---- the network itself

function startPicture() {
  const options = structuredClone(payload.options);
  options.nodes.ctxRenderer = drawNode;
  options.interaction.hideEdgesOnDrag = nodes.length > 1500;
  // Filled before the network sees them, they are taken in at once.
  gather();
  network = new vis.Network($("picture"), { nodes: drawnNodes, edges: drawnEdges }, options);
  network.on("beforeDrawing", drawPetals);
  network.on("click", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    const edge = network.getEdgeAt(pointer.DOM);
    if (node !== undefined) choose(node);
    else if (edge !== undefined) go({ ...NOTHING, edge });
    else if (state.node >= 0 || state.edge >= 0) go({ ...NOTHING });
  });
  network.on("doubleClick", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined) go({ node, steps: 1 });
  });
  const hide = () => { $("hover").hidden = true; };
  const show = (pointer, ...content) => {
    fill($("hover"), ...content);
    $("hover").hidden = false;
    $("hover").style.insetInlineStart = Math.min(pointer.x + 14, $("stage").clientWidth - 180) + "px";
    $("hover").style.top = pointer.y + 16 + "px";
  };
  network.on("hoverNode", ({ node, pointer }) => show(pointer.DOM, nodes[node].label, h("small", {}, className(nodes[node].type))));
  network.on("hoverEdge", ({ edge, pointer }) => {
    const { from, to, relation, status } = edges[edge];
    show(pointer.DOM, `${nodes[from].label} ${relationName(relation)} ${nodes[to].label}`, status ? h("small", {}, word(status)) : "");
  });
  let settled = 0;
  network.on("zoom", () => {
    clearTimeout(settled);
    if (lit.size) settled = setTimeout(() => showEdges(), 150);
  });
  ["blurNode", "blurEdge", "dragStart", "zoom"].forEach((event) => network.on(event, hide));
  if (core.size < nodes.length) {
    fill($("notice"), word("core", core.size, nodes.length));
    $("notice").hidden = false;
  }
  showPicture();
  fit(false);
  if (network.getScale() < LEGIBLE && state.node < 0) {
    // Of many reports, first the one with most to see.
    const clusters = new Map();
    for (const id of shown) clusters.set(nodes[id].home, [...(clusters.get(nodes[id].home) || []), id]);
    const [largest] = [...clusters.values()].sort((a, b) => b.length - a.length);
    if (largest && clusters.size > 1) fit(false, largest);
  }
}

/** Movement shows where one is taken; of thousands of nodes it would only stutter. */
const motion = () => (calm.matches || shown.size > CORE / 2 ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function moveTo(view) {
  // The names along lines take the size they are to have when the move is over. (The network writes into what it is given.)
  const { scale: wanted } = view;
  network.moveTo(view);
  if (lit.size) showEdges(wanted);
}

/** Move so that these nodes, their labels and the captions over them are to be seen. */
function fit(animated, ids) {
  const wanted = ids || [...shown];
  const boxes = wanted.map((id) => {
    const { x, y, size, lines: rows } = nodes[id];
    return [x - 56, y - size, x + 56, y + size + rows.length * 16];
  });
  if (!boxes.length) return;
  const [left, top] = [0, 1].map((i) => boxes.reduce((least, box) => Math.min(least, box[i]), Infinity));
  const [right, bottom] = [2, 3].map((i) => boxes.reduce((most, box) => Math.max(most, box[i]), -Infinity));
  const { clientWidth, clientHeight } = $("picture");
  // Captions keep their size on the screen, so they are given room there, on either side.
  const caption = Math.min(14 * Math.max(0, ...petals.map((petal) => units(petal.text))), clientWidth * 0.16);
  const room = Math.min((clientWidth - 2 * caption) / (right - left), (clientHeight - 90) / (bottom - top));
  moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(room, ids ? 1 : 1.25), animation: animated ? motion() : false });
}

/** Bring a node, with what is near it, before the eye; where it is well seen already, nothing moves. */
function lookAt(id) {
  if (!network || $("stage").hidden || !shown.has(id)) return;
  if (state.steps) return fit(true);
  const { x, y } = network.canvasToDOM(nodes[id]);
  const { clientWidth, clientHeight } = $("picture");
  const inside = x > 60 && y > 60 && x < clientWidth - 60 && y < clientHeight - 80;
  if (inside && network.getScale() >= LEGIBLE) return;
  const near = neighbours(id).filter((next) => shown.has(next));
  if (near.length && near.length <= 12) fit(true, [id, ...near]);
  else moveTo({ position: { x: nodes[id].x, y: nodes[id].y }, scale: Math.max(network.getScale(), 0.8), animation: motion() });
}

/** The neighbour that lies in a direction: (1, 0) is to the right. */
function neighbourTowards(id, dx, dy) {
  const from = nodes[id];
  let best = null;
  let least = Infinity;
  for (const next of neighbours(id).filter((found) => shown.has(found))) {
    const x = nodes[next].x - from.x;
    const y = nodes[next].y - from.y;
    const length = Math.hypot(x, y) || 1;
    const along = (x * dx + y * dy) / length;
    if (along > 0.5 && length * (2 - along) < least) {
      least = length * (2 - along);
      best = next;
    }
  }
  return best;
}
