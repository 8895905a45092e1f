// Elements, words and colours: what every part of the page uses.

const $ = (id) => document.getElementById(id);
const payload = JSON.parse($("data").textContent);

/** An element; what is not an element becomes text, never markup. */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== ""));
  return element;
}

function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== ""));
}

/** What the reader chose before, where the browser lets a file remember. */
const memory = {
  get(key) { try { return localStorage.getItem("jiceng-" + key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem("jiceng-" + key, value); } catch { /* a file may not remember */ } },
};

const look = {
  english: (memory.get("language") || (navigator.language.startsWith("zh") ? "zh" : "en")) === "en",
  dark: (memory.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark",
};

/** A word of the page in the reader's language, {0} and {1} filled in. */
function word(name, ...values) {
  const pair = payload.words[name];
  const text = pair ? pair[look.english ? 1 : 0] : name;
  return values.reduce((filled, value, i) => filled.replace(`{${i}}`, () => value), text);
}

/** What the ontology calls a class or property. */
const term = (name) => (payload.terms[name] ? payload.terms[name][look.english ? 1 : 0] : word(name));
const className = term;
const relationName = term;
const familyOf = (type) => (payload.classes[type] ? payload.classes[type][0] : "Thing");
const colour = (type) => (payload.classes[type] ? payload.classes[type][look.dark ? 3 : 2] : "#808080");

// Drawn in a square of 24 by 24 round (12, 12): told apart by shape as well as by colour.
const GLYPHS = {
  disc: "M12 2a10 10 0 1 0 .01 0z",
  ring: "M12 2a10 10 0 1 0 .01 0zM12 7a5 5 0 1 1-.01 0z",
  square: "M4 3h16a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z",
  frame: "M4 3h16a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM12 8.2a3.8 3.8 0 1 0 .01 0z",
  works: "M2 21V9l6 4V9l6 4V4h8v17z",
  hexagon: "M12 1l9.6 5.5v11L12 23l-9.6-5.500v-11z",
  diamond: "M12 .5L23.500 12 12 23.500.5 12z",
  star: "M12 1l3.200 7.400 8 .7-6.100 5.300 1.900 7.900L12 18.100l-7 4.200 1.900-7.900L.8 9.100l8-.7z",
  leaf: "M3 21C2 9 9 2.500 22 2c-.2 13-7 19.500-19 19z",
  house: "M12 1.500L23 11v11H1V11z",
  flag: "M4 1h3v2h15l-5 5.500 5 5.500H7v9H4z",
  person: "M12 1.500a5.200 5.200 0 1 1-.01 0zM2 23c0-7 4.500-10 10-10s10 3 10 10z",
  page: "M4 1h11l6 6v16H4zM14 2v6h6z",
};
const SVG = "http://www.w3.org/2000/svg";
const glyphPath = (type) => GLYPHS[payload.classes[type] ? payload.classes[type][1] : "disc"] || GLYPHS.disc;

function glyph(type) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", glyphPath(type));
  path.setAttribute("fill", colour(type));
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

/** 2016/ is since 2016, 2016/2020 from one to the other; what is not a date stays as the text has it. */
function periodText(period) {
  if (!period) return "";
  const year = (text) => (/^\d{4}$/.test(text) ? word("year", text) : text);
  const parts = period.split("/");
  if (parts.length !== 2) return year(period);
  if (!parts[1]) return word("since", parts[0]);
  return `${parts[0]}–${year(parts[1])}`;
}

/** Offer a file that was made here. */
function download(name, blob) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const say = (text) => { $("live").textContent = text; };
