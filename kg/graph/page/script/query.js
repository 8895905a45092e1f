// The SPARQL that gives what is shown, to be asked of `kg query` or any endpoint.

const PREFIXES = {
  jc: "https://w3id.org/jiceng/ontology#", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  prov: "http://www.w3.org/ns/prov#", oa: "http://www.w3.org/ns/oa#", dcterms: "http://purl.org/dc/terms/", skos: "http://www.w3.org/2004/02/skos/core#",
};
const LABELS = `
  OPTIONAL { ?s rdfs:label ?subject }
  OPTIONAL { ?o rdfs:label ?object }`;

const iriOf = (id) => `<${payload.base}${nodes[id].iri}>`;
const listed = (found) => [...found].join(", ");
const literal = (text) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, (char) => (char > "\u2e7f" && char < "\ud800" ? char : "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0")));
const relationIri = (name) => (payload.outside.includes(name) ? "dcterms:" : "jc:") + name;
const on = (prefix, names) => names.filter((name) => !state.off.has(prefix + name));

/** With the prefixes it uses, and no others. */
const prefixed = (query) => Object.entries(PREFIXES).filter(([name]) => new RegExp(`(^|[^A-Za-z])${name}:`).test(query))
  .map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join("") + "\n" + query;

function queryOf() {
  if (state.view === "entities") return entitiesQuery();
  if (state.view === "mechanisms") return partsQuery();
  if (state.view === "figures") return figuresQuery();
  if (state.view === "facts") return factsQuery("");
  if (state.to >= 0) return factsQuery(edgesFilter(way() || []));
  if (state.edge >= 0) return factsQuery(edgesFilter([edges[state.edge]]));
  if (state.node >= 0 && !state.steps) return factsQuery(`
  FILTER (?s = ${iriOf(state.node)} || ?o = ${iriOf(state.node)})`);
  return pictureQuery();
}

const edgesFilter = (found) => `
  VALUES (?s ?relation ?o) {${found.map((edge) => `
    (${iriOf(edge.from)} ${relationIri(edge.relation)} ${iriOf(edge.to)})`).join("")}
  }`;

const factsQuery = (filter) => `SELECT ?subject ?relation ?object ?status (GROUP_CONCAT(?words; separator=" / ") AS ?quotation) WHERE {
  ?fact a jc:Fact ;
    rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ;
    jc:status ?status ; prov:wasDerivedFrom/oa:exact ?words .${filter}${LABELS}
}
GROUP BY ?fact ?subject ?relation ?object ?status`;

/** What is drawn: the same relations between the same things, with what is switched off left out. */
function pictureQuery() {
  const relationsOn = on("r:", relations);
  const statuses = on("s:", ["Stated", "Reported", "Planned", "Denied"]);
  const statusFilter = statuses.length < 4 ? `
    FILTER (?status IN (${listed(statuses.map((name) => "jc:" + name))}))` : "";
  const read = on("d:", documents.map((record) => record.id));
  const documentFilter = (thing) => (read.length < documents.length ? `
    ${thing} prov:wasDerivedFrom/dcterms:isPartOf ?document .
    FILTER (?document IN (${listed(read.map((id) => `<${payload.base}${id}>`))}))` : "");
  const periodsOff = [...state.off].filter((key) => key.startsWith("p:")).map((key) => literal(key.slice(2)));
  const periodFilter = periodsOff.length ? `
    OPTIONAL { ?fact jc:period ?period }
    FILTER (COALESCE(STR(?period), "") NOT IN (${listed(periodsOff)}))` : "";
  const plain = statuses.includes("Stated") ? ` UNION {
    ?s ?relation ?o .
    FILTER NOT EXISTS { ?told rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o }
  }` : "";
  const among = state.steps || core.size < nodes.length || state.hidden.size ? `
  FILTER (?s IN (${listed([...shown].map(iriOf))}))
  FILTER (?o IN (${listed([...shown].map(iriOf))}))` : ["?s", "?o"].map((thing) => `${documentsOfThing(thing, read)}${classesOff(thing)}`).join("");
  return `SELECT DISTINCT ?subject ?relation ?object ?s ?o WHERE {
  VALUES ?relation { ${relationsOn.map(relationIri).join(" ")} }
  {
    ?fact rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ; jc:status ?status .${statusFilter}${documentFilter("?fact")}${periodFilter}
  }${plain}
  ?s a ?kindOfSubject . ?o a ?kindOfObject .${among}${LABELS}
}`;
}

const documentsOfThing = (thing, read) => (read.length < documents.length ? `
  FILTER EXISTS { ${thing} prov:wasDerivedFrom/dcterms:isPartOf ?d . FILTER (?d IN (${listed(read.map((id) => `<${payload.base}${id}>`))})) }` : "");

/** A thing of a class that is switched off, and of none below it. */
const classesOff = (thing) => types.filter((type) => state.off.has(type)).map((type) => {
  const below = types.filter((found) => found !== type && familyOf(found) === type).map((found) => "jc:" + found);
  return `
  FILTER NOT EXISTS { ${thing} a jc:${type} ${below.length ? `FILTER NOT EXISTS { ${thing} a ?below FILTER (?below IN (${listed(below)})) } ` : ""}}`;
}).join("");

const entitiesQuery = () => `SELECT ?thing ?name (GROUP_CONCAT(DISTINCT ?other; separator="、") AS ?aliases) WHERE {
  ?thing a ?class .
  FILTER (?class IN (${listed(types.map((type) => "jc:" + type))}))
  FILTER NOT EXISTS { ?article a jc:Article ; dcterms:isPartOf ?thing }
  OPTIONAL { ?thing rdfs:label|dcterms:title ?name }
  OPTIONAL { ?thing skos:altLabel ?other }
}
GROUP BY ?thing ?name
ORDER BY ?name`;

const partsQuery = () => `SELECT ?mechanism ?group ?stated ?listed ?verified ?position ?part WHERE {
  ?whole rdfs:label ?mechanism .
  ?whole jc:hasPart|^dcterms:isPartOf ?g .
  ?g a jc:Part ; rdfs:label ?group .
  FILTER NOT EXISTS { ?whole a jc:Part }
  OPTIONAL { ?g jc:statedCount ?stated }
  OPTIONAL { ?g jc:listedCount ?listed }
  OPTIONAL { ?g jc:countVerified ?verified }
  OPTIONAL { ?g jc:hasPart ?p . ?p rdfs:label ?part ; jc:position ?position }
}
ORDER BY ?mechanism ?group ?position`;

const figuresQuery = () => `SELECT ?subject ?indicator ?text ?value ?unit ?period ?status WHERE {
  ?figure a jc:Observation ; jc:observationOf ?s ; jc:indicator ?indicator ; jc:status ?status .
  OPTIONAL { ?s rdfs:label ?subject }
  OPTIONAL { ?figure jc:quantityText ?text }
  OPTIONAL { ?figure jc:value ?value }
  OPTIONAL { ?figure jc:unit ?unit }
  OPTIONAL { ?figure jc:period ?period }
}
ORDER BY ?subject ?indicator`;

function showQuery() {
  const query = prefixed(queryOf());
  fill($("query"), h("h2", {}, "SPARQL"), h("p", { class: "soft" }, word("queryHint")),
    h("pre", { tabindex: 0 }, query),
    h("div", { class: "acts" }, h("button", { onclick: () => copy(query, $("query")) }, word("copy")), h("button", { onclick: () => $("query").close() }, word("close"))));
  $("query").showModal();
}
