// The network, drawn by vis-network from the positions that came with the page.

import { $, say } from "./dom.js";
import { data, nodes, edges, ties, kinds, other, quadOf } from "./data.js";
import { state, update } from "./state.js";
import { selection } from "./selection.js";
import { shared } from "./routes.js";
import { colourOf, outlineOf, theme, onTheme } from "./theme.js";
import { place, paint, labelAt, font } from "./labels.js";
import { standing } from "./standing.js";
import { describe, tieSentence, tieWords } from "./words.js";
import { OUTLINES } from "./glyphs.js";

const visNodes = new vis.DataSet();
const visEdges = new vis.DataSet();
let network = null;
let positions = [];
let placed = [];
let stamp = 0;
let lit = null; // {nodes: Set, edges: Set} of what is selected
let hovered = null; // edge id
let isCrowded = false;
let isOverview = true; // nobody has zoomed or panned since all was fitted into view
const CROWD = 2000;

const still = window.matchMedia("(prefers-reduced-motion: reduce)");

export const positionOf = (id) => {
  const { x, y } = positions[id] || nodes[id];
  return [Math.round(x || 0), Math.round(y || 0)];
};
export const positionsNow = () => positions;
export const litNow = () => lit;

const pageShape = ({ ctx, x, y, style }) => ({
  drawNode() {
    ctx.beginPath();
    OUTLINES.page.forEach(([dx, dy], i) => ctx[i ? "lineTo" : "moveTo"](x + dx * style.size, y + dy * style.size));
    ctx.closePath();
    ctx.fillStyle = style.color;
    ctx.fill();
    ctx.lineWidth = style.borderWidth;
    ctx.strokeStyle = style.borderColor;
    ctx.stroke();
  },
  nodeDimensions: { width: style.size * 2, height: style.size * 2 },
});

function styleOf(node) {
  const { shape, category } = kinds[node.group];
  const colours = theme();
  const colour = colourOf(node, category, node.group === "Event" ? quadOf(node) : null);
  const unreal = node.group === "Event" && node.factuality && node.factuality !== "actual";
  const hollow = unreal || shape === "ring";
  const background = hollow ? colours.ground : colour;
  const border = outlineOf(colour);
  const style = {
    id: node.id, x: positions[node.id].x, y: positions[node.id].y, size: node.size,
    shape: shape === "page" ? "custom" : shape === "ring" ? "dot" : shape,
    color: { background, border, hover: { background, border: colours.ink }, highlight: { background, border: colours.ink } },
    borderWidth: hollow ? 2.5 : 1.5, borderWidthSelected: hollow ? 2.5 : 1.5,
    shapeProperties: { borderDashes: unreal ? { possible: [6, 4], future: [2, 3], negated: [8, 0] }[node.factuality] || false : false },
  };
  if (shape === "page") style.ctxRenderer = pageShape;
  return style;
}

function lineOf(edge) {
  const { tone } = data.ties[edge.type];
  const colour = theme().tones[tone];
  const dashes = { oppose: [7, 4], place: [2, 4], link: [2, 4], article: [1, 4] }[tone] || false;
  return {
    id: edge.id, from: edge.from, to: edge.to, dashes: edge.former ? [4, 4] : dashes, width: 1.4 + 0.5 * Math.log2(edge.n || 1),
    smooth: edge.smooth ? { enabled: true, ...edge.smooth } : { enabled: false },
    color: { color: colour, hover: colour, highlight: colour, opacity: 0.85 },
  };
}

const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  nodes: { labelHighlightBold: false, font: { size: 0 } },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, smooth: { enabled: false }, hoverWidth: 0.6, selectionWidth: 0 },
  interaction: { hover: true, selectable: false, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 1e7,
    keyboard: false, zoomSpeed: 0.7 },
};

export function startNetwork({ select, goTo, focus }) {
  const canvas = $("canvas");
  network = new vis.Network(canvas, { nodes: visNodes, edges: visEdges }, OPTIONS);
  // One stop of the Tab key is enough; vis-network makes its own frame another.
  network.canvas.frame.tabIndex = -1;
  network.on("beforeDrawing", (ctx) => {
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = theme().ground;
    ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    ctx.restore();
  });
  network.on("afterDrawing", drawAbove);
  const under = (event) => {
    const id = network.getNodeAt(event.pointer.DOM) ?? labelUnder(event.pointer.DOM);
    const edge = id === undefined ? network.getEdgeAt(event.pointer.DOM) : undefined;
    return { id, edge };
  };
  network.on("click", (event) => {
    const { id, edge } = under(event);
    const both = event.event.srcEvent && (event.event.srcEvent.shiftKey || event.event.srcEvent.ctrlKey || event.event.srcEvent.metaKey);
    const chosen = state().selected;
    if (id !== undefined && both && chosen && "node" in chosen && chosen.node !== id) goTo(id, chosen.node);
    else if (id !== undefined) select({ node: id });
    else if (edge !== undefined) select({ edge });
    else if (chosen) select(null);
  });
  network.on("doubleClick", (event) => {
    const { id } = under(event);
    if (id !== undefined) focus(id);
  });
  network.on("hoverNode", ({ node, event }) => showTip(describe(nodes[node]), event));
  network.on("hoverEdge", ({ edge, event }) => {
    hovered = edge;
    showTip(tieSentence(edges[edge]), event);
    network.redraw();
  });
  network.on("blurNode", hideTip);
  network.on("blurEdge", () => {
    hovered = null;
    hideTip();
    network.redraw();
  });
  network.on("dragStart", hideTip);
  network.on("zoom", () => {
    isOverview = false;
    hideTip();
  });
  network.on("dragEnd", ({ nodes: dragged }) => {
    network.unselectAll();
    if (!dragged.length) {
      isOverview = false;
      return;
    }
    const moved = network.getPositions(dragged);
    const pinned = { ...state().pinned };
    for (const id of dragged) pinned[id] = [Math.round(moved[id].x), Math.round(moved[id].y)];
    update({ pinned });
    say(`${nodes[dragged[0]].name} is pinned where you put it.`);
  });
  onTheme(() => drawNetwork(true));
}

function showTip(text, event) {
  const tip = $("tip");
  const frame = $("view-network").getBoundingClientRect();
  tip.textContent = text;
  tip.hidden = false;
  tip.style.left = `${Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(event.clientY - frame.top + 14, frame.height - tip.offsetHeight - 8)}px`;
}
function hideTip() {
  $("tip").hidden = true;
}

function middle() {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  const canvas = $("canvas");
  return { dx: canvas.clientWidth / 2 - x * scale, dy: canvas.clientHeight / 2 - y * scale, scale, width: canvas.clientWidth, height: canvas.clientHeight };
}

function labelUnder(point) {
  const { dx, dy } = middle();
  const found = labelAt(placed, point.x - dx, point.y - dy);
  return found && found.id;
}

// Over the lines and shapes: a veil with what is selected above it, then pins, strokes and labels.
function drawAbove(ctx) {
  const { dx, dy, scale, width, height } = middle();
  const ratio = ctx.canvas.width / Math.max(1, width);
  const colours = theme();
  const { drawn } = selection();
  const screen = (draw) => {
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw();
    ctx.restore();
  };
  if (lit) {
    screen(() => {
      ctx.globalAlpha = 0.78;
      ctx.fillStyle = colours.ground;
      ctx.fillRect(0, 0, width, height);
    });
    for (const id of lit.edges) {
      const line = network.body.edges[id];
      if (!line) continue;
      line.draw(ctx);
      line.drawArrows(ctx);
    }
    for (const id of lit.nodes) if (network.body.nodes[id]) network.body.nodes[id].draw(ctx);
  }
  screen(() => {
    for (const id of drawn) {
      const node = nodes[id];
      if (node.group === "Event" && node.factuality === "negated") strike(ctx, id, dx, dy, scale);
    }
    ctx.setLineDash([]);
    for (const id of Object.keys(state().pinned)) if (selection().isDrawn[id]) ring(ctx, id, dx, dy, scale, colours.soft, 1);
    const chosen = state().selected;
    if (chosen && "node" in chosen && selection().isDrawn[chosen.node]) ring(ctx, chosen.node, dx, dy, scale, colours.mark, 2.5);
    placed = place(ctx, drawn, positions, scale, lit ? lit.nodes : new Set(), stamp);
    paint(ctx, placed, dx, dy, width, height, scale, lit && lit.nodes);
    tieLabels(ctx, dx, dy, scale);
  });
}

function strike(ctx, id, dx, dy, scale) {
  const r = nodes[id].size * scale;
  const [x, y] = [positions[id].x * scale + dx, positions[id].y * scale + dy];
  ctx.strokeStyle = theme().ink;
  ctx.globalAlpha = lit && !lit.nodes.has(id) ? 0.25 : 1;
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.moveTo(x - r, y + r);
  ctx.lineTo(x + r, y - r);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function ring(ctx, id, dx, dy, scale, colour, width) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.arc(positions[id].x * scale + dx, positions[id].y * scale + dy, nodes[id].size * scale + 5, 0, 2 * Math.PI);
  ctx.stroke();
}

// Words on the line that is pointed at, and on those of what is selected, as far as they have room.
function tieLabels(ctx, dx, dy, scale) {
  const chosen = [...(lit ? lit.edges : [])];
  const ids = [...(hovered !== null ? [hovered] : []), ...chosen].slice(0, 60);
  if (!ids.length) return;
  const taken = placed.filter(({ id }) => lit && lit.nodes.has(id)).map(({ box: [a, b, c, d] }) => [a + dx, b + dy, c + dx, d + dy]);
  for (const id of lit ? lit.nodes : []) {
    if (!positions[id]) continue;
    const [x, y, r] = [positions[id].x * scale + dx, positions[id].y * scale + dy, nodes[id].size * scale];
    taken.push([x - r, y - r, x + r, y + r]);
  }
  ctx.font = font(11, false);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const id of new Set(ids)) {
    const line = network.body.edges[id];
    if (!line || !line.connected) continue;
    const text = tieWords(edges[id]);
    const half = ctx.measureText(text).width / 2 + 4;
    const boxes = [0.5, 0.65, 0.35].map((part) => {
      const point = line.edgeType.getPoint(part);
      const [x, y] = [point.x * scale + dx, point.y * scale + dy];
      return [x - half, y - 8, x + half, y + 8];
    });
    const box = boxes.find((b) => id === hovered || !taken.some((t) => b[0] < t[2] && t[0] < b[2] && b[1] < t[3] && t[1] < b[3]));
    if (!box) continue;
    taken.push(box);
    ctx.fillStyle = theme().halo;
    ctx.fillRect(box[0], box[1], half * 2, 16);
    ctx.fillStyle = theme().soft;
    ctx.fillText(text, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
  }
}

function highlight() {
  const { selected, path } = state();
  if (!selected && !path) return null;
  const found = { nodes: new Set(), edges: new Set() };
  if (selected && "node" in selected) {
    if (!selection().isDrawn[selected.node]) return null;
    found.nodes.add(selected.node);
    for (const tie of ties[selected.node]) {
      if (!visEdges.get(tie)) continue;
      found.edges.add(tie);
      found.nodes.add(other(edges[tie], selected.node));
    }
    return found;
  }
  if (selected && "edge" in selected) {
    if (!visEdges.get(selected.edge)) return null;
    found.edges.add(selected.edge);
    found.nodes.add(edges[selected.edge].from).add(edges[selected.edge].to);
    return found;
  }
  const way = path || (selected && selected.pair) || [];
  for (const id of selected && "pair" in selected ? shared(...selected.pair) : []) {
    if (!selection().isDrawn[id]) continue;
    found.nodes.add(id);
    for (const tie of ties[id]) if (selected.pair.includes(other(edges[tie], id)) && visEdges.get(tie)) found.edges.add(tie);
  }
  way.forEach((id, i) => {
    found.nodes.add(id);
    for (const tie of ties[id]) {
      if (i + 1 < way.length && other(edges[tie], id) === way[i + 1] && visEdges.get(tie)) found.edges.add(tie);
    }
  });
  return found;
}

// Bring vis-network's data to what is to be drawn, touching only what has changed.
export function drawNetwork(restyle = false) {
  const { drawn, lines } = selection();
  positions = standing(drawn, state());
  stamp++;
  const wanted = new Set(drawn);
  const wantedLines = new Set(lines);
  visEdges.remove(visEdges.getIds().filter((id) => !wantedLines.has(id)));
  visNodes.remove(visNodes.getIds().filter((id) => !wanted.has(id)));
  const changed = drawn.filter((id) => {
    const have = visNodes.get(id);
    return restyle || !have || have.x !== positions[id].x || have.y !== positions[id].y;
  });
  if (changed.length) visNodes.update(changed.map((id) => styleOf(nodes[id])));
  const fresh = restyle ? lines : lines.filter((id) => !visEdges.get(id));
  if (fresh.length) visEdges.update(fresh.map((id) => lineOf(edges[id])));
  // Thousands of lines take longer to draw than a hand to move: they come back when it rests.
  const crowded = lines.length > CROWD;
  if (crowded !== isCrowded) network.setOptions({ interaction: { hideEdgesOnDrag: crowded, hideEdgesOnZoom: crowded } });
  isCrowded = crowded;
  lit = highlight();
  network.redraw();
}

export function drawSelected() {
  lit = highlight();
  network.redraw();
}

const gently = (options) => (still.matches ? options : { ...options, animation: { duration: 350, easingFunction: "easeInOutQuad" } });

// Show all of `ids` with their labels, whose size on the screen does not shrink; small graphs are not blown up.
export function fit(ids = selection().drawn, animate = false) {
  if (!ids.length) return;
  const canvas = $("canvas");
  const [width, height] = [Math.max(120, canvas.clientWidth - 24), Math.max(120, canvas.clientHeight - 76)];
  const ctx = network.canvas.getContext();
  const boundsAt = (scale) => {
    let bounds = [Infinity, Infinity, -Infinity, -Infinity];
    const include = ([left, top, right, bottom]) => {
      bounds = [Math.min(bounds[0], left), Math.min(bounds[1], top), Math.max(bounds[2], right), Math.max(bounds[3], bottom)];
    };
    for (const id of ids) {
      const [x, y, r] = [positions[id].x * scale, positions[id].y * scale, nodes[id].size * scale + 4];
      include([x - r, y - r, x + r, y + r]);
    }
    if (ids.length < 1000) for (const { box } of place(ctx, ids, positions, scale, new Set(), stamp)) include(box);
    return bounds;
  };
  let [scale, tooLarge] = [0.01, 1.35];
  let bounds = boundsAt(tooLarge);
  const fits = () => bounds[2] - bounds[0] <= width && bounds[3] - bounds[1] <= height;
  if (fits()) scale = tooLarge;
  for (let turn = 0; turn < 9 && scale < tooLarge; turn++) {
    const middle = Math.sqrt(scale * tooLarge);
    bounds = boundsAt(middle);
    if (fits()) scale = middle;
    else tooLarge = middle;
  }
  bounds = boundsAt(scale);
  // The legend of the lines takes the lower edge.
  const view = { position: { x: (bounds[0] + bounds[2]) / 2 / scale, y: ((bounds[1] + bounds[3]) / 2 + 22) / scale }, scale };
  network.moveTo(animate ? gently(view) : view);
  isOverview = true;
}

// Fit again where filters have moved what is drawn out of sight, or left it in a corner.
export function fitIfLost() {
  const { drawn } = selection();
  if (!drawn.length) return;
  const { dx, dy, scale, width, height } = middle();
  const seen = drawn.map((id) => [positions[id].x * scale + dx, positions[id].y * scale + dy]).filter(([x, y]) => x > 0 && x < width && y > 0 && y < height);
  const [xs, ys] = [seen.map(([x]) => x), seen.map(([, y]) => y)];
  const small = Math.max(...xs) - Math.min(...xs) < width * 0.4 && Math.max(...ys) - Math.min(...ys) < height * 0.4;
  if (isOverview ? seen.length < drawn.length || (small && scale < 1) : seen.length < drawn.length * 0.2) fit(drawn, true);
}

// After expanding: show what is selected with all its neighbours.
export function fitLit() {
  const ids = lit ? [...lit.nodes].filter((id) => positions[id]) : [];
  const { dx, dy, scale, width, height } = middle();
  const outside = ids.some((id) => {
    const [x, y] = [positions[id].x * scale + dx, positions[id].y * scale + dy];
    return x < 20 || x > width - 20 || y < 20 || y > height - 40;
  });
  if (outside) fit(ids, true);
}

export function centre(id) {
  const { dx, dy, scale, width, height } = middle();
  const [x, y] = [positions[id].x * scale + dx, positions[id].y * scale + dy];
  const seen = x > 60 && x < width - 60 && y > 40 && y < height - 60;
  if (!seen) network.moveTo(gently({ position: { x: positions[id].x, y: positions[id].y }, scale: Math.max(scale, 0.6) }));
}

export function zoomBy(factor) {
  isOverview = false;
  network.moveTo(gently({ scale: Math.min(4, Math.max(0.02, network.getScale() * factor)) }));
}
export function panBy(x, y) {
  isOverview = false;
  const at = network.getViewPosition();
  const scale = network.getScale();
  network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale } });
}
export const theNetwork = () => network;
export const labelsNow = () => placed;
export function onScreen(id) {
  const { dx, dy, scale } = middle();
  const frame = $("canvas").getBoundingClientRect();
  return positions[id] && { x: frame.left + positions[id].x * scale + dx, y: frame.top + positions[id].y * scale + dy };
}
export function labelBox(id) {
  const label = placed.find((one) => one.id === id);
  if (!label) return null;
  const { dx, dy } = middle();
  const frame = $("canvas").getBoundingClientRect();
  const [left, top, right, bottom] = label.box;
  return [frame.left + left + dx, frame.top + top + dy, frame.left + right + dx, frame.top + bottom + dy];
}
export { middle };
