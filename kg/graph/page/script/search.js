// Search by name, short name, slip of the print, pinyin and its initials; another word tells of which place.

/** How a character can be read: its syllables. */
const syllablesOf = new Map();
for (const [syllable, chars] of Object.entries(payload.readings)) {
  for (const char of chars) syllablesOf.set(char, [...(syllablesOf.get(char) || []), syllable]);
}

const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s“”"'‘’「」]/g, "");

/**
 * Whether characters from `i` on are read as the letters: whole syllables or what one begins with, the last perhaps
 * unfinished; `whole` if no character may be left over.
 */
function reads(chars, i, letters, whole) {
  if (!letters) return !whole || i === chars.length;
  if (i >= chars.length) return false;
  const spoken = syllablesOf.get(chars[i]);
  // What has no reading is typed as it is, or left out where it is a mark.
  if (!spoken) return chars[i] === letters[0] ? reads(chars, i + 1, letters.slice(1), whole)
    : !/[\p{L}\p{N}]/u.test(chars[i]) && reads(chars, i + 1, letters, whole);
  return spoken.some((syllable) => (syllable[0] === letters[0]) && (
    (syllable.startsWith(letters) && (!whole || i + 1 === chars.length))
    || (letters.startsWith(syllable) && reads(chars, i + 1, letters.slice(syllable.length), whole))
    || reads(chars, i + 1, letters.slice(1), whole)
    || (syllable[1] === "h" && letters[1] === "h" && reads(chars, i + 1, letters.slice(2), whole))));
}

/** How well one name answers, smaller is better; -1 is not at all. */
function rankOf(name, wanted, latin) {
  const text = folded(name);
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 2;
  if (text.includes(wanted)) return 4;
  if (!latin) return -1;
  const chars = [...text];
  if (reads(chars, 0, wanted, true)) return 1;
  if (reads(chars, 0, wanted)) return 5;
  return wanted.length > 1 && chars.some((_, i) => i > 0 && reads(chars, i, wanted)) ? 7 : -1;
}

const LATIN = /^[a-z0-9]+$/;

/** How well a node answers, and by which of its names. */
function match(node, wanted) {
  const latin = LATIN.test(wanted);
  let best = null;
  for (const [name, why] of [[node.label, ""], ...node.names.map((found) => [found, "aliases"]), ...node.slips.map((found) => [found, "slips"])]) {
    const found = rankOf(name, wanted, latin);
    if (found < 0) continue;
    const rank = found + (why ? 0.5 : 0);
    if (!best || rank < best.rank) best = { node, rank, why, name };
  }
  return best;
}

/** Of several words each must answer: one the thing, the others it or the place it belongs to. */
function matchAll(node, words) {
  const [first, ...rest] = words.map((wanted) => match(node, wanted)).sort((a, b) => (a ? a.rank : 99) - (b ? b.rank : 99));
  if (!first) return null;
  const home = nodes[node.place];
  const elsewhere = words.filter((wanted) => !match(node, wanted));
  if (elsewhere.length && !(home && elsewhere.every((wanted) => match(home, wanted)))) return null;
  return { ...first, rank: first.rank + rest.length };
}

function find(text) {
  const wanted = folded(text);
  if (!wanted) return [];
  const words = text.trim().split(/\s+/).map(folded).filter(Boolean);
  const found = new Map();
  const add = (hit) => { if (hit && !(found.get(hit.node)?.rank <= hit.rank)) found.set(hit.node, hit); };
  // 寻乌四个一: written together, what begins with the name of a place.
  const homes = words.length > 1 ? [] : centres.flatMap((home) => [home.label, ...home.names].map(folded)
    .filter((name) => wanted.startsWith(name) && wanted.length > name.length).map((name) => [home.id, wanted.slice(name.length).replace(/^(的|县|市|区)/, "")]))
    .filter(([, rest]) => rest);
  for (const node of ranked) {
    add(match(node, wanted));
    if (words.length > 1) add(matchAll(node, words));
    for (const [home, rest] of homes) {
      const hit = node.place === home && match(node, rest);
      if (hit) add({ ...hit, rank: hit.rank + 1 });
    }
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank).slice(0, 14);
}

/** What tells things of one name apart: class and place. */
const whereabouts = (node) => [className(node.type), nodes[node.place]?.label].filter(Boolean).join(" · ");

function startSearch() {
  const input = $("search");
  const list = $("results");
  let found = [];
  let chosen = 0;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const pick = (i) => {
    if (!found[i]) return;
    const { id } = found[i].node;
    close();
    input.value = "";
    input.blur();
    if (state.view !== "text") state.view = "graph";
    choose(id);
    $("picture").focus({ preventScroll: true });
  };
  const draw = () => {
    if (!input.value.trim()) return close();
    fill(list, found.length ? found.map(({ node, why, name }, i) => h("li", {
      role: "option", id: `result-${i}`, "aria-selected": String(i === chosen), onmousedown: (event) => { event.preventDefault(); pick(i); },
    }, glyph(node.type), h("span", { class: "name" }, node.label), h("span", { class: "why" }, (why ? `${word(why)} ${name} · ` : "") + whereabouts(node))))
      : h("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, word("noMatch", input.value.trim())));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (found.length) input.setAttribute("aria-activedescendant", `result-${chosen}`);
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("input", () => { found = find(input.value); chosen = 0; draw(); });
  input.addEventListener("focus", () => { found = find(input.value); draw(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : found.length - 1)) % (found.length || 1);
      draw();
      event.preventDefault();
    } else if (event.key === "Enter") pick(chosen);
    else if (event.key === "Escape") {
      input.value = "";
      input.blur();
      event.stopPropagation();
    }
  });
}
