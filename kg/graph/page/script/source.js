// The words of the reports: the sentence round a passage, with what it speaks of marked.

// Offsets count code points; a JavaScript string counts UTF-16 units. They differ only where a text leaves the first plane.
for (const record of documents) {
  record.points = /[\ud800-\udbff]/.test(record.text || "") ? Array.from(record.text) : record.text || "";
  record.mentions = [];
}
for (const node of nodes) {
  // An article is a stretch of its text, and no name in it.
  if (familyOf(node.type) === "Document" && !node.facts.some((fact) => fact.object === node.id)) continue;
  for (const at of node.more.at || []) {
    const { document: number, start, end } = passages[at];
    documents[number].mentions.push({ start, end, node: node.id });
  }
}
for (const record of documents) record.mentions.sort((a, b) => a.start - b.start || b.end - a.end);

const STOPS = new Set("。！？!?");
const CLOSERS = new Set("”’」』）)\"");
const LONGEST = 170;

/** Whether a line break here ends a paragraph: an empty line follows, or the line before is finished. */
function breaks(points, i) {
  if (points[i] !== "\n") return false;
  let next = i + 1;
  while (next < points.length && (points[next] === " " || points[next] === "\r" || points[next] === "\t")) next += 1;
  if (points[next] === "\n" || points[next] === "\u3000") return true;
  let before = i - 1;
  while (before >= 0 && /\s/.test(points[before])) {
    if (points[before] === "\n") return true;
    before -= 1;
  }
  return before < 0 || STOPS.has(points[before]) || CLOSERS.has(points[before]);
}

/** Where the sentence begins and ends in which a stretch stands. */
function sentenceRound(points, start, end) {
  let from = start;
  while (from > 0 && start - from < LONGEST && !STOPS.has(points[from - 1]) && !breaks(points, from - 1)) from -= 1;
  while (from < start && (CLOSERS.has(points[from]) && points[from] !== "\"" || /\s/.test(points[from]))) from += 1;
  let to = end;
  while (to < points.length && to - end < LONGEST && !STOPS.has(points[to - 1]) && !breaks(points, to)) to += 1;
  while (to < points.length && CLOSERS.has(points[to])) to += 1;
  return { from, to, cutBefore: start - from >= LONGEST, cutAfter: to - end >= LONGEST };
}

/** Where the paragraph begins and ends in which a sentence stands. */
function paragraphRound(points, from, to) {
  let start = from;
  while (start > 0 && !breaks(points, start - 1)) start -= 1;
  let end = to;
  while (end < points.length && !breaks(points, end)) end += 1;
  return { start, end };
}

const WIDE = /[\u2e80-\uffff“”‘’…—·]/;

/** A blank or line break between two Chinese characters is layout, not language. */
function isLayout(points, i) {
  if (!/\s/.test(points[i])) return false;
  let before = i - 1;
  let after = i + 1;
  while (before >= 0 && /\s/.test(points[before])) before -= 1;
  while (after < points.length && /\s/.test(points[after])) after += 1;
  return before < 0 || after >= points.length || WIDE.test(points[before]) || WIDE.test(points[after]);
}

/** A stretch of text cut where marks begin and end: {text, marks}. Marks are {start, end, ...}. */
function cut(points, from, to, marks, keepLines) {
  const edgesOf = new Set([from, to]);
  const inside = marks.filter((mark) => mark.start < to && mark.end > from);
  for (const mark of inside) {
    edgesOf.add(Math.max(from, mark.start));
    edgesOf.add(Math.min(to, mark.end));
  }
  const bounds = [...edgesOf].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    let text = "";
    for (let at = bounds[i]; at < bounds[i + 1]; at += 1) {
      if (isLayout(points, at)) continue;
      text += points[at] === "\n" && !keepLines ? " " : points[at];
    }
    if (text) pieces.push({ text, marks: inside.filter((mark) => mark.start <= bounds[i] && mark.end >= bounds[i + 1]) });
  }
  return pieces;
}

const documentName = (record) => record.title || record.source || record.id;

/** Passages as quotations, a sentence once: the passages marked, subject and object told apart. */
function quotations(list, subject, object) {
  const groups = new Map();
  for (const at of list || []) {
    const { document: number, start, end, exact } = passages[at];
    const record = documents[number];
    const round = record.text ? sentenceRound(record.points, start, end) : { from: start, to: end };
    const key = `${number} ${round.from}`;
    const group = groups.get(key);
    if (group) {
      group.to = Math.max(group.to, round.to);
      group.list.push(at);
    } else groups.set(key, { record, ...round, exact, list: [at] });
  }
  return [...groups.values()].map((group) => quotation(group, subject, object));
}

function quotation({ record, from, to, cutBefore, cutAfter, exact, list }, subject, object) {
  const { start, end } = paragraphRound(record.points, from, to);
  const whole = h("button", { class: "link", "aria-expanded": "false", onclick: () => {
    const open = whole.getAttribute("aria-expanded") === "false";
    whole.setAttribute("aria-expanded", String(open));
    [before, after].forEach((element) => { element.hidden = !open; });
  } }, word("paragraph"));
  const around = (first, last) => h("span", { class: "around", hidden: true }, cut(record.points, first, last, []).map(({ text }) => text));
  const before = record.text ? around(start, from) : null;
  const after = record.text ? around(to, end) : null;
  const footer = h("footer", {}, h("span", {}, documentName(record)), start < from || end > to ? whole : null,
    record.text ? h("button", { class: "link", onclick: () => go({ view: "text", at: list[0] }) }, word("inText")) : null);
  if (!record.text) return h("blockquote", {}, h("mark", {}, exact || ""), footer);
  const marks = list.map((at) => ({ start: passages[at].start, end: passages[at].end, kind: "quote" }));
  for (const [id, kind] of [[subject, "subject"], [object, "object"]]) {
    if (typeof id === "number") marks.push(...namesIn(record, from, to, id).map((found) => ({ ...found, kind })));
  }
  const pieces = cut(record.points, from, to, marks).map(({ text, marks: held }) => {
    const kinds = new Set(held.map((mark) => mark.kind));
    const named = kinds.has("object") ? "object" : kinds.has("subject") ? "subject" : "";
    const inner = named ? h("span", { class: named }, text) : text;
    return kinds.has("quote") ? h("mark", {}, inner) : inner;
  });
  return h("blockquote", {}, before, cutBefore ? "……" : "", pieces, cutAfter ? "……" : "", after, footer);
}

/** Where a thing is named in a stretch: by its own passages, or else by its names. */
function namesIn(record, from, to, id) {
  const told = record.mentions.filter((mention) => mention.node === id && mention.start >= from && mention.end <= to);
  if (told.length) return told;
  const stretch = record.points.slice(from, to);
  const text = typeof stretch === "string" ? stretch : stretch.join("");
  for (const name of [nodes[id].label, ...nodes[id].names, ...nodes[id].slips]) {
    const units = text.indexOf(name);
    if (units >= 0) {
      const start = from + Array.from(text.slice(0, units)).length;
      return [{ start, end: start + Array.from(name).length }];
    }
  }
  return [];
}
