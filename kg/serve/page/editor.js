"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const named = new Map(data.queries.map((query) => [query.name, query]));
const form = document.getElementById("named");
const question = document.getElementById("question");
const needs = document.getElementById("needs");
const submit = form.querySelector("button");
const endpoint = new URL("/sparql", location).href;

// Its other helpers ask servers elsewhere for names.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
Yasgui.Yasqe.defaults.value = data.example;
Yasgui.Yasqe.defaults.createShareableLink = (yasqe) => endpoint + "?query=" + encodeURIComponent(yasqe.getValue());

const yasgui = new Yasgui(document.getElementById("editor"), {
  requestConfig: { endpoint, method: "POST" },
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  copyEndpointOnNewTab: true,
  persistenceId: "jiceng " + location.host,
  populateFromUrl: false,
});

/** The query in a tab, which is run only if it is one of ours. */
function open(text, run) {
  const tab = yasgui.getTab();
  // A tab that was kept from another time may ask another port.
  tab.setEndpoint(endpoint);
  tab.setQuery(text);
  if (run) tab.query();
}

/** The query with what its variables stand for, as SPARQL lets one say it at the end. */
function bound(query, values) {
  const literal = (text) => JSON.stringify(text) + "@zh-Hans";
  const variables = query.needs.map((need) => "?" + need).join(" ");
  const row = query.needs.map((need) => literal(values.get(need))).join(" ");
  return query.needs.length ? `${query.text.trim()}\nVALUES (${variables}) { (${row}) }\n` : query.text;
}

question.addEventListener("change", () => {
  const query = named.get(question.value);
  needs.replaceChildren(...(query?.needs ?? []).map((need) => {
    const input = document.createElement("input");
    Object.assign(input, { name: need, required: true, placeholder: need, value: query.example[need] ?? "" });
    input.setAttribute("aria-label", need);
    return input;
  }));
  submit.hidden = !query;
  if (query && !query.needs.length) open(query.text, true);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = named.get(question.value);
  if (query) open(bound(query, new FormData(form)), true);
});

// A thing of this graph has its page here; only an address that somebody set up would lead from its name to it.
document.addEventListener("click", ({ target }) => {
  const link = target.closest("a.iri");
  if (link?.href.startsWith(data.base)) link.href = "/id/" + link.href.slice(data.base.length);
}, true);

if (data.first !== null) open(data.first, false);
document.documentElement.dataset.ready = "true";
