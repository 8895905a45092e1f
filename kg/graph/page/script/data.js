// The tables of the page as objects, and who is related to whom.

const records = ({ fields, rows }) => rows.map((row, id) => {
  const record = { id };
  fields.forEach((field, i) => { record[field] = row[i]; });
  return record;
});

const nodes = records(payload.nodes);
const edges = payload.edges.from.map((from, id) => ({
  id, from, to: payload.edges.to[id], relation: payload.edges.relation[id], status: payload.edges.status[id] || "",
}));
const facts = records(payload.facts);
const figures = records(payload.figures);
const passages = records(payload.passages);
const documents = records(payload.documents);

const types = Object.keys(payload.classes);
const relations = Object.keys(payload.relations);
for (const node of nodes) {
  node.type = types[node.type];
  node.iri = node.iri.replace("*", () => node.label);
}
for (const edge of edges) edge.relation = relations[edge.relation];

const byIri = new Map(nodes.map((node) => [node.iri, node]));
for (const node of nodes) {
  node.names = node.names || [];
  node.slips = node.slips || [];
  node.more = node.more || {};
  node.edges = [];
  node.facts = [];
  node.figures = [];
  node.centre = node.home === node.id;
  node.place = node.home >= 0 && !node.centre ? node.home : -1;
}
// A report that was read has a tab of its own, and is none of the entities that it speaks of.
const wasRead = (node) => /^doc-[0-9a-f]{16}(-article-\d+)?$/.test(node.iri);
const entities = nodes.filter((node) => !wasRead(node));
const centres = nodes.filter((node) => node.centre);
for (const node of nodes) {
  // What no report about a place tells of stands with the nearest of them.
  if (node.home >= 0) continue;
  const away = (centre) => Math.hypot(centre.x - node.x, centre.y - node.y);
  node.home = centres.reduce((a, b) => (a && away(a) <= away(b) ? a : b), undefined)?.id ?? -1;
}
for (const edge of edges) {
  nodes[edge.from].edges.push(edge);
  if (edge.to !== edge.from) nodes[edge.to].edges.push(edge);
}
for (const fact of facts) {
  nodes[fact.subject].facts.push(fact);
  if (typeof fact.object === "number" && fact.object !== fact.subject) nodes[fact.object].facts.push(fact);
  // Also those a fact only mentions: who conferred, who said it.
  for (const values of Object.values(fact.more || {})) {
    for (const value of values) {
      if (typeof value === "number" && value !== fact.subject && value !== fact.object) nodes[value].facts.push(fact);
    }
  }
}
for (const figure of figures) nodes[figure.subject].figures.push(figure);

const other = (edge, id) => nodes[edge.from === id ? edge.to : edge.from];
const neighbours = (id) => [...new Set(nodes[id].edges.map((edge) => other(edge, id).id))].filter((found) => found !== id);

/** Best connected first; centres before all. */
const ranked = [...nodes].sort((a, b) => (b.centre - a.centre) || (b.edges.length - a.edges.length) || (a.id - b.id));

/** The nodes within so many steps of one. */
function around(id, steps) {
  const found = new Set([id]);
  let front = [id];
  for (let step = 0; step < steps; step += 1) {
    front = front.flatMap(neighbours).filter((next) => !found.has(next) && found.add(next));
  }
  return found;
}

const edgeKey = (edge) => [nodes[edge.from].iri, edge.relation, nodes[edge.to].iri].join("~");
const byEdgeKey = new Map(edges.map((edge) => [edgeKey(edge), edge]));

/** The facts that stand behind an edge, and so its documents and periods. */
const factsByEdge = new Map();
for (const fact of facts) {
  const key = `${fact.subject}~${fact.relation}~${fact.object}`;
  if (!factsByEdge.has(key)) factsByEdge.set(key, []);
  factsByEdge.get(key).push(fact);
}
const factsOf = (edge) => factsByEdge.get(`${edge.from}~${edge.relation}~${edge.to}`) || [];
const documentsOf = (list) => new Set((list || []).map((at) => documents[passages[at].document].id));
for (const node of nodes) node.documents = documentsOf(node.more.at);
for (const edge of edges) {
  const found = factsOf(edge);
  edge.documents = documentsOf(found.flatMap((fact) => fact.at || []));
  edge.periods = new Set(found.map((fact) => fact.period || ""));
}

/** The shortest way from one thing to another, as edges; only over edges that pass. */
function wayBetween(from, to, passes) {
  const came = new Map([[from, null]]);
  for (let front = [from]; front.length && !came.has(to);) {
    const next = [];
    for (const id of front) {
      for (const edge of nodes[id].edges) {
        const far = other(edge, id).id;
        if (came.has(far) || !passes(edge, nodes[far])) continue;
        came.set(far, edge);
        next.push(far);
      }
    }
    front = next;
  }
  const way = [];
  for (let id = to; came.get(id); id = other(way[0], id).id) way.unshift(came.get(id));
  return came.has(to) ? way : null;
}

/** What a fact's object or qualifier says: the name of a thing, or the words themselves. */
const nameOf = (value) => (typeof value === "number" ? nodes[value].label : String(value));
