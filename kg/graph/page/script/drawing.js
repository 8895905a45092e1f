// What is drawn: nodes, labels where there is room, a field of colour behind each family.

const theme = () => (look.dark
  ? { ink: "#e6e3db", halo: "#14171c", edge: "#4b5462", dim: "#262b33", lit: "#f08576", denied: "#ff8f85" }
  : { ink: "#1f252d", halo: "#f6f4ef", edge: "#b9b3a6", dim: "#e4e0d6", lit: "#a8281f", denied: "#b3261e" });

const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';
const LINE = 16;
const NEAR = 90; // pixels on the screen

const units = (text) => [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);

/** A label in at most two lines of eight Han characters, about as long as each other. */
function lines(label) {
  const whole = units(label);
  const most = whole <= LINE ? LINE : Math.min(LINE, Math.ceil(whole / 4) * 2);
  const found = [""];
  for (const char of label) {
    if (units(found[found.length - 1] + char) > most) {
      if (found.length === 2) {
        found[1] = [...found[1]].slice(0, -1).join("") + "…";
        break;
      }
      found.push("");
    }
    found[found.length - 1] += char;
  }
  return found;
}
for (const node of nodes) {
  node.lines = lines(node.label);
  node.units = Math.max(...node.lines.map(units));
}

const glyphPaths = new Map();
function path2d(type) {
  const found = glyphPath(type);
  if (!glyphPaths.has(found)) glyphPaths.set(found, new Path2D(found));
  return glyphPaths.get(found);
}

// ---- labels: all where there is room, else the best connected, at a size that can be read

function chooseLabels(force) {
  const now = network.getScale();
  if (!force && Math.abs(Math.log2(now / scale)) < 0.12) return;
  scale = now;
  labelFont = Math.max(13, 11.5 / now);
  labelled = new Map();
  const cells = new Map();
  const cellWidth = labelFont * 9;
  const cellHeight = labelFont * 3;
  captioned = new Set();
  const captionFont = Math.max(17, 13 / now);
  for (const node of ranked.filter((found) => found.centre && shown.has(found.id))) place(node.id, labelBox(node, labelFont * 1.45), labelFont * 1.45);
  for (const petal of petals) {
    // Seen from afar, or on a small screen, captions would hide what they speak of.
    if (petal.reach * now < NEAR && (petals.length > FEW || innerWidth <= 860)) continue;
    petal.font = captionFont;
    const half = units(petal.text) * captionFont * 0.26;
    // From the middle of the caption to its edge, in that direction.
    petal.x = petal.from.x + petal.across * (petal.reach + captionFont * 0.4 + half * Math.abs(petal.across));
    petal.y = petal.from.y + petal.down * (petal.reach + captionFont * (0.4 + 0.7 * Math.abs(petal.down)));
    if (room({ left: petal.x - half, right: petal.x + half, top: petal.y - captionFont * 0.7, bottom: petal.y + captionFont * 0.7 })) captioned.add(petal);
  }
  const order = lit.size ? [...ranked.filter((node) => lit.has(node.id)), ...ranked.filter((node) => !lit.has(node.id))] : ranked;
  for (const node of order) {
    if (shown.has(node.id) && !node.centre) place(node.id, labelBox(node, labelFont), labelFont);
  }

  function place(id, box, font) {
    if (room(box)) labelled.set(id, font);
  }

  /** Whether a box is free; if so it no longer is. */
  function room(box) {
    const keys = [];
    for (let i = Math.floor(box.left / cellWidth); i <= Math.floor(box.right / cellWidth); i += 1) {
      for (let j = Math.floor(box.top / cellHeight); j <= Math.floor(box.bottom / cellHeight); j += 1) {
        const key = i + "," + j;
        keys.push(key);
        if ((cells.get(key) || []).some((taken) => taken.left < box.right && box.left < taken.right && taken.top < box.bottom && box.top < taken.bottom)) return false;
      }
    }
    for (const key of keys) {
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(box);
    }
    return true;
  }
}

function labelBox(node, font) {
  const half = (node.units * font) / 4 + 1;
  const top = node.y + drawnSize(node) + 2;
  return { left: node.x - half, right: node.x + half, top, bottom: top + node.lines.length * font * 1.22 };
}

// ---- nodes

/** However far away, a node stays large enough to be seen and hit. */
const drawnSize = (node) => Math.max(node.size, (node.centre ? 9 : 3.5) / (scale || 1));

function drawNode({ ctx, id, x, y, state: { hover } }) {
  const node = nodes[id];
  const faded = lit.size > 0 && !lit.has(id);
  const size = drawnSize(node);
  return {
    drawNode() {
      ctx.globalAlpha = faded ? 0.3 : 1;
      ctx.translate(x - size, y - size);
      ctx.scale(size / 12, size / 12);
      const shape = path2d(node.type);
      ctx.lineJoin = "round";
      ctx.lineWidth = (4 * 12) / size;
      ctx.strokeStyle = colours.halo;
      ctx.stroke(shape);
      if (hover || id === state.node) {
        ctx.lineWidth = (7 * 12) / size;
        ctx.strokeStyle = id === state.node ? colours.lit : colours.ink;
        ctx.stroke(shape);
        ctx.lineWidth = (3 * 12) / size;
        ctx.strokeStyle = colours.halo;
        ctx.stroke(shape);
      }
      ctx.fillStyle = colour(node.type);
      ctx.fill(shape, "evenodd");
    },
    drawExternalLabel() {
      const font = labelled.get(id) || (hover ? labelFont : 0);
      if (!font) return;
      ctx.globalAlpha = faded ? 0.38 : 1;
      ctx.font = `${node.centre || id === state.node ? "700 " : ""}${font}px ${FONT}`;
      ctx.textAlign = "center";
      ctx.textBaseline = "top";
      ctx.lineJoin = "round";
      ctx.lineWidth = font / 3.5;
      ctx.strokeStyle = colours.halo;
      ctx.fillStyle = colours.ink;
      node.lines.forEach((line, i) => {
        const top = y + size + 4 + i * font * 1.22;
        ctx.strokeText(line, x, top);
        ctx.fillText(line, x, top);
      });
    },
    nodeDimensions: { width: 2 * size, height: 2 * size },
  };
}

// ---- petals: a field of colour behind the things of one family round one centre

function outline() {
  const groups = new Map();
  for (const id of shown) {
    const node = nodes[id];
    if (node.centre) continue;
    const key = node.home + " " + familyOf(node.type);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(node);
  }
  petals = [...groups.values()].map((members) => {
    const points = members.flatMap(({ x, y, size, lines: rows, label }) => {
      const half = Math.max(size, Math.min([...label].length, 8) * 6.5) + 8;
      return [[x - half, y - size - 8], [x + half, y - size - 8], [x - half, y + size + 8 + rows.length * 16], [x + half, y + size + 8 + rows.length * 16]];
    });
    const home = nodes[members[0].home] || { x: 0, y: 0 };
    const mean = members.reduce((sum, { x, y }) => [sum[0] + x / members.length, sum[1] + y / members.length], [0, 0]);
    const angle = Math.atan2(mean[1] - home.y, mean[0] - home.x);
    const corners = hull(points);
    const reach = edgeOf(corners, home, Math.cos(angle), Math.sin(angle));
    const line = smooth(corners);
    const family = familyOf(members[0].type);
    return {
      type: members[0].type, family, line, hull: new Path2D(line), text: `${className(family)} ${members.length}`,
      from: home, across: Math.cos(angle), down: Math.sin(angle), reach, x: home.x, y: home.y, font: 17,
    };
  });
}

function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (list) => {
    const chain = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** How far from a point in a direction a closed line lies. */
function edgeOf(corners, { x, y }, across, down) {
  let reach = 0;
  corners.forEach(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % corners.length];
    const turned = across * (by - ay) - down * (bx - ax);
    if (!turned) return;
    const along = ((ax - x) * (by - ay) - (ay - y) * (bx - ax)) / turned;
    const between = ((ax - x) * down - (ay - y) * across) / turned;
    if (between >= 0 && between <= 1) reach = Math.max(reach, along);
  });
  return reach;
}

/** A closed line through the middles of the sides, its corners rounded off. */
function smooth(corners) {
  const middle = (a, b) => `${(a[0] + b[0]) / 2} ${(a[1] + b[1]) / 2}`;
  const last = corners[corners.length - 1];
  let line = `M${middle(last, corners[0])}`;
  corners.forEach((corner, i) => { line += `Q${corner[0]} ${corner[1]} ${middle(corner, corners[(i + 1) % corners.length])}`; });
  return line + "Z";
}

const fieldColour = (petal) => colour(petal.family in payload.classes ? petal.family : petal.type);

function drawPetals(ctx) {
  chooseLabels(false);
  ctx.save();
  for (const petal of petals) {
    ctx.globalAlpha = look.dark ? 0.1 : 0.07;
    ctx.fillStyle = fieldColour(petal);
    ctx.fill(petal.hull);
  }
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const petal of captioned) {
    ctx.font = `600 ${petal.font}px ${FONT}`;
    ctx.globalAlpha = lit.size ? 0.35 : 0.85;
    ctx.fillStyle = fieldColour(petal);
    ctx.fillText(petal.text, petal.x, petal.y);
  }
  ctx.restore();
}
