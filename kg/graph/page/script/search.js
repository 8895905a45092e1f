// Search by name, short name, slip of the print, and the initials of the pinyin.

// The browser knows the order of pinyin; the first character of each initial in that order tells the initial of any other.
const FIRSTS = [..."阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他挖夕丫匝"];
const INITIALS = "abcdefghjklmnopqrstwxyz";
// Characters that names use with another reading than the first of the dictionary.
const READ_OTHERWISE = { 长: "c", 曾: "z", 厦: "x", 单: "s", 解: "x", 重: "c", 朝: "c", 乐: "y", 尉: "y", 区: "o", 仇: "q", 查: "z", 泊: "b", 伺: "s", 会: "k", 盛: "c", 行: "h" };
const initialOf = new Map();

function initial(char) {
  if (!initialOf.has(char)) {
    let found = char.toLowerCase();
    if (/[\u3400-\u9fff]/.test(char)) FIRSTS.forEach((first, i) => { if (compare(char, first) >= 0) found = INITIALS[i]; });
    initialOf.set(char, found);
  }
  return initialOf.get(char);
}

/** The initials of a name, and those with its characters read otherwise. */
function initials(text) {
  const letters = [...text].filter((char) => /[\p{L}\p{N}]/u.test(char));
  const found = [letters.map(initial).join("")];
  if (letters.some((char) => char in READ_OTHERWISE)) found.push(letters.map((char) => READ_OTHERWISE[char] || initial(char)).join(""));
  return found;
}
const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s“”"'‘’「」]/g, "");

/** How well a node answers, smaller is better, and by which of its names. */
function match(node, wanted, latin) {
  const names = [[node.label, ""], ...node.names.map((name) => [name, "aliases"]), ...node.slips.map((name) => [name, "slips"])];
  let best = null;
  for (const [name, why] of names) {
    const text = folded(name);
    let rank = text === wanted ? 0 : text.startsWith(wanted) ? 2 : text.includes(wanted) ? 4 : -1;
    if (rank < 0 && latin) {
      for (const letters of initials(name)) {
        const next = letters === wanted ? 1 : letters.startsWith(wanted) ? 5 : letters.includes(wanted) && wanted.length > 1 ? 7 : -1;
        if (next >= 0 && (rank < 0 || next < rank)) rank = next;
      }
    }
    if (rank < 0) continue;
    if (why) rank += 0.5;
    if (!best || rank < best.rank) best = { node, rank, why, name };
  }
  return best;
}

function find(text) {
  const wanted = folded(text);
  if (!wanted) return [];
  const latin = /^[a-z0-9]+$/.test(wanted);
  return ranked.map((node) => match(node, wanted, latin)).filter(Boolean).sort((a, b) => a.rank - b.rank).slice(0, 14);
}

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
    }, glyph(node.type), node.label, h("span", { class: "why" }, why ? `${word(why)} ${name}` : className(node.type))))
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
