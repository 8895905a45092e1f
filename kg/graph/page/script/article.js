// The whole text, with everything that the graph knows coloured in it.

function showArticle() {
  const wanted = state.at >= 0 ? documents[passages[state.at].document] : documents.find((record) => record.id === state.document);
  const record = wanted || (state.node >= 0 && (nodes[state.node].more.at || []).length
    ? documents[passages[nodes[state.node].more.at[0]].document] : documents.find((found) => found.text)) || documents[0];
  if (!record) return fill($("article"), h("p", {}, word("noData")));
  const tabs = documents.length > 1 ? h("div", { class: "docs" }, documents.map((found) => h("button", {
    "aria-pressed": String(found === record), onclick: () => go({ at: -1, document: found.id }),
  }, documentName(found)))) : null;
  fill($("article"), tabs, h("div", { class: "page", lang: "zh-Hans" }, paragraphs(record)));
  const first = $("article").querySelector("mark") || $("article").querySelector(".chosen");
  if (first) first.scrollIntoView({ block: "center" });
  else $("article").scrollTop = 0;
}

function paragraphs(record) {
  const { points } = record;
  const marks = record.mentions.map((mention) => ({ ...mention }));
  if (state.at >= 0) marks.push({ ...passages[state.at], node: -1 });
  marks.sort((a, b) => a.start - b.start);
  const found = [];
  let start = 0;
  let first = 0;
  for (let i = 0; i <= points.length; i += 1) {
    if (i < points.length && !breaks(points, i)) continue;
    while (first < marks.length && marks[first].end <= start && marks[first].end <= i) first += 1;
    const here = [];
    for (let m = first; m < marks.length && marks[m].start < i; m += 1) here.push(marks[m]);
    const pieces = cut(points, start, i, here).map(piece);
    if (pieces.length) found.push(h("p", {}, pieces));
    start = i + 1;
  }
  return found;
}

/** A stretch of the text: what it names, the innermost first, can be clicked. */
function piece({ text, marks }) {
  const inner = marks.filter((mark) => mark.node >= 0).sort((a, b) => (a.end - a.start) - (b.end - b.start))[0];
  let element = text;
  if (inner) {
    const node = nodes[inner.node];
    element = h("span", {
      class: "mention" + (inner.node === state.node ? " chosen" : ""), tabindex: 0, role: "link", title: className(node.type),
      onclick: () => go({ node: node.id, edge: -1 }), onkeydown: (event) => { if (event.key === "Enter") go({ node: node.id, edge: -1 }); },
    }, text);
    element.style.setProperty("--c", colour(node.type));
  }
  return marks.some((mark) => mark.node === -1) ? h("mark", {}, element) : element;
}
