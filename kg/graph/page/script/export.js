// What is taken away: the view as a picture or a drawing, or on paper.

/** What is on the screen as SVG: the same places, shapes and words, sharp at any size. */
function drawing() {
  const { clientWidth: width, clientHeight: height } = $("picture");
  const box = network.DOMtoCanvas({ x: 0, y: 0 });
  const far = network.DOMtoCanvas({ x: width, y: height });
  const e = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  const parts = petals.map((petal) => `<path d="${petal.line}" fill="${fieldColour(petal)}" opacity="${look.dark ? 0.1 : 0.07}"/>`);
  for (const edge of drawnEdges.get()) {
    const [a, b] = [nodes[edge.from], nodes[edge.to]];
    parts.push(`<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${edge.color.color}" stroke-width="${edge.width}"${edge.dashes ? ' stroke-dasharray="6 5"' : ""}/>`);
    if (edge.label) parts.push(`<text x="${(a.x + b.x) / 2}" y="${(a.y + b.y) / 2}" font-size="${edge.font.size}">${e(edge.label)}</text>`);
  }
  for (const id of shown) {
    const node = nodes[id];
    const size = drawnSize(node);
    const fade = lit.size && !lit.has(id) ? ' opacity="0.3"' : "";
    parts.push(`<path transform="translate(${node.x - size} ${node.y - size}) scale(${size / 12})" d="${glyphPath(node.type)}" fill="${colour(node.type)}" fill-rule="evenodd"${fade}><title>${e(node.label)}</title></path>`);
    const font = labelled.get(id);
    if (font) node.lines.forEach((line, i) => parts.push(`<text x="${node.x}" y="${node.y + size + 4 + font * (0.85 + i * 1.22)}" font-size="${font}"${node.centre ? ' font-weight="700"' : ""}${fade}>${e(line)}</text>`));
  }
  for (const petal of captioned) parts.push(`<text x="${petal.x}" y="${petal.y}" font-size="${petal.font}" font-weight="600" fill="${fieldColour(petal)}">${e(petal.text)}</text>`);
  return `<svg xmlns="${SVG}" width="${width}" height="${height}" viewBox="${box.x} ${box.y} ${far.x - box.x} ${far.y - box.y}" font-family="${e(FONT.replaceAll('"', "'"))}" text-anchor="middle" fill="${colours.ink}"><rect x="${box.x}" y="${box.y}" width="100%" height="100%" fill="${colours.halo}"/>${parts.join("\n")}</svg>\n`;
}

const saveDrawing = () => download("graph.svg", new Blob([drawing()], { type: "image/svg+xml" }));

function savePicture() {
  const canvas = $("picture").querySelector("canvas");
  const copy = h("canvas", { width: canvas.width, height: canvas.height });
  const ctx = copy.getContext("2d");
  ctx.fillStyle = colours.halo;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => download("graph.png", blob));
}

// On paper the page is light and the picture a drawing; afterwards all is as it was.
let before = null;

function toPaper() {
  before = { dark: look.dark, view: network && { position: network.getViewPosition(), scale: network.getScale() } };
  look.dark = false;
  dress();
  show();
  if ($("stage").hidden) return;
  fit(false, lit.size ? [...lit] : undefined);
  chooseLabels(true);
  const svg = new DOMParser().parseFromString(drawing(), "image/svg+xml").documentElement;
  $("stage").append(h("div", { id: "paper" }, document.importNode(svg, true)));
}

function fromPaper() {
  $("paper")?.remove();
  look.dark = before.dark;
  dress();
  show();
  if (before.view) moveTo(before.view);
}
