// The network on a canvas: drawn from the positions of the layout, moved by mouse, finger and wheel.

import { drag } from "d3-drag";
import { pointer, select as pick } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { $, fill, say } from "./dom.js";
import { nodes, edges, ties, other } from "./data.js";
import { state, update } from "./state.js";
import { selection } from "./selection.js";
import { shared } from "./routes.js";
import { theme, onTheme } from "./theme.js";
import { labelAt } from "./labels.js";
import { layOut, stopLayout } from "./layout.js";
import { lineAt } from "./curves.js";
import { drawLines, drawShapes } from "./scene.js";
import { describe, tieSentence } from "./words.js";
import { middle, paper, stage, standingOf } from "./stage.js";
import { drawAreas } from "./groups.js";
import { drawAbove } from "./overlay.js";
import { wayBack } from "./way_back.js";

const MANY = 900; // of more nodes and lines than these, a movement shows the last drawing, shifted and scaled
export const LEGEND = 76; // pixels at the lower edge that its words take
const REST = 160; // milliseconds without a movement after which what is slow is drawn anew
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

let canvas = null; // the element that is seen
let copy = null; // what was drawn last, and of which part of the plane
let copied = null;
const base = { key: null, drawn: null, lines: null, canvas: null }; // what lies under the selection
let painted = null; // of which part of the plane the last whole drawing is
let cost = 0;
let asked = 0;
let resting = 0;
/** @type {(isFirst: boolean, isDone: boolean) => void} */
let afterLayout = () => {};

/**
 * @param {number} id
 * @returns {[number, number]}
 */
export const positionOf = (id) => {
  const { x, y } = stage.positions[id] || { x: 0, y: 0 };
  return [Math.round(x), Math.round(y)];
};

// ------------------------------------------------------------------------------------------------ drawing

// On paper the picture of the screen is shown whole, made smaller by the style.
function resize() {
  const frame = $("canvas");
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [frame.clientWidth * ratio, frame.clientHeight * ratio].map(Math.round);
  if (paper.matches) return ratio;
  stage.size = { width: frame.clientWidth, height: frame.clientHeight };
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  return ratio;
}

function seenNow() {
  const { dx, dy, scale, width, height } = middle();
  return [-dx / scale, -dy / scale, (width - dx) / scale, (height - dy) / scale];
}

function toPlane(ctx, ratio) {
  const { dx, dy, scale } = middle();
  ctx.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * dx, ratio * dy);
}

// Grounds, lines and shapes, which no selection changes.
function paintBase(ctx, ratio) {
  const { scale, width, height } = middle();
  const { drawn, lines } = selection();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = theme().ground;
  ctx.fillRect(0, 0, width, height);
  toPlane(ctx, ratio);
  drawAreas(ctx, stage.positions, scale, theme());
  drawLines(ctx, lines, stage.positions, scale, seenNow());
  drawShapes(ctx, standingOf(drawn), stage.positions, scale, seenNow());
}

// The whole picture, `ratio` pixels of the canvas to one of the screen.
export function paintNetwork(ctx, ratio) {
  paintBase(ctx, ratio);
  drawAbove(ctx, ratio, seenNow());
}

// The same of many nodes, of which what no selection changes is kept.
function paintMany(ctx, ratio) {
  const { drawn, lines } = selection();
  const { x, y, k } = stage.view;
  const key = [x, y, k, stage.stamp, canvas.width, canvas.height, theme().ground].join();
  if (base.key !== key || base.drawn !== drawn || base.lines !== lines) {
    base.canvas ||= document.createElement("canvas");
    [base.canvas.width, base.canvas.height] = [canvas.width, canvas.height];
    paintBase(base.canvas.getContext("2d"), ratio);
    Object.assign(base, { key, drawn, lines });
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(base.canvas, 0, 0);
  toPlane(ctx, ratio);
  drawAbove(ctx, ratio, seenNow());
}

const isMany = () => selection().drawn.length + selection().lines.length > MANY;

function paintAnew() {
  const begin = performance.now();
  const ratio = resize();
  if (!canvas.width || !canvas.height) return;
  (isMany() ? paintMany : paintNetwork)(canvas.getContext("2d"), ratio);
  cost = performance.now() - begin;
  copied = null;
  painted = stage.view;
}

function keepCopy() {
  copy ||= document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  copy.getContext("2d").drawImage(canvas, 0, 0);
  copied = painted;
}

// While it moves, the last drawing, shifted and scaled.
function paintCopy() {
  const ratio = resize();
  const ctx = canvas.getContext("2d");
  const share = stage.view.k / copied.k;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = theme().ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.setTransform(
    share,
    0,
    0,
    share,
    (stage.view.x - copied.x * share) * ratio,
    (stage.view.y - copied.y * share) * ratio,
  );
  ctx.drawImage(copy, 0, 0);
}

export function redraw() {
  if (asked) return;
  asked = requestAnimationFrame(() => {
    asked = 0;
    paintAnew();
  });
}

function redrawMoving() {
  clearTimeout(resting);
  if (!isMany() || !painted) return redraw();
  resting = setTimeout(() => {
    resting = 0;
    redraw();
  }, REST);
  if (asked) return undefined;
  if (!copied) keepCopy();
  asked = requestAnimationFrame(() => {
    asked = 0;
    if (copied) paintCopy();
  });
  return undefined;
}

// ------------------------------------------------------------------------------------------------ moving

const zooming = zoom()
  .scaleExtent([0.01, 6])
  .on("zoom", ({ transform, sourceEvent }) => {
    stage.view = transform;
    if (sourceEvent) {
      stage.isOverview = false;
      hideTip();
    }
    redrawMoving();
  });

export function look({ x, y, k }) {
  pick(canvas).call(zooming.transform, zoomIdentity.translate(x, y).scale(k));
}

let flight = 0;

// To another part of the plane, gently where the reader does not mind.
export function flyTo(view) {
  cancelAnimationFrame(flight);
  if (still.matches) return look(view);
  const from = stage.view;
  const begin = performance.now();
  const step = (now) => {
    const t = Math.min(1, (now - begin) / 320);
    const s = t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2;
    // In proportion, as the eye sees zooming.
    const k = from.k * (view.k / from.k) ** s;
    const { width, height } = middle();
    const centre = (v) => [(width / 2 - v.x) / v.k, (height / 2 - v.y) / v.k];
    const [[ax, ay], [bx, by]] = [centre(from), centre(view)];
    const [cx, cy] = [ax + (bx - ax) * s, ay + (by - ay) * s];
    look({ x: width / 2 - cx * k, y: height / 2 - cy * k, k });
    if (t < 1) flight = requestAnimationFrame(step);
  };
  flight = requestAnimationFrame(step);
  return undefined;
}

// ------------------------------------------------------------------------------------------------ pointing

const inPlane = (x, y) => [(x - stage.view.x) / stage.view.k, (y - stage.view.y) / stage.view.k];

// The nearest that reaches to a point of the view; to look at each takes less than to keep an index of what moves.
function nodeAt(x, y) {
  const [px, py] = inPlane(x, y);
  const slack = 3 / stage.view.k;
  let found;
  let least = Infinity;
  for (const id of standingOf(selection().drawn)) {
    const at = stage.positions[id];
    const far = (at.x - px) ** 2 + (at.y - py) ** 2;
    if (far >= least || far > (nodes[id].size + slack) ** 2) continue;
    [found, least] = [id, far];
  }
  return found;
}

function under(event) {
  const [x, y] = pointer(event, canvas);
  const { dx, dy } = middle();
  const label = labelAt(stage.placed, x - dx, y - dy);
  const id = nodeAt(x, y) ?? (label && label.id);
  const [px, py] = inPlane(x, y);
  const edge =
    id === undefined ? lineAt(selection().lines, stage.positions, px, py, 6 / stage.view.k) : undefined;
  return { id, edge };
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

function point(event) {
  if (event.buttons) return;
  const { id, edge } = under(event);
  const hovered = edge ?? null;
  canvas.classList.toggle("pointing", id !== undefined || edge !== undefined);
  if (id !== undefined) showTip(describe(nodes[id]), event);
  else if (edge !== undefined) showTip(tieSentence(edges[edge]), event);
  else hideTip();
  if (hovered === stage.hovered) return;
  stage.hovered = hovered;
  redraw();
}

function dragging() {
  let moved = false;
  return drag()
    .container(canvas)
    .filter((event) => !event.ctrlKey && !event.button)
    .subject((event) => {
      const id = nodeAt(event.x, event.y);
      return id === undefined ? null : { id, x: event.x, y: event.y };
    })
    .on("start", () => {
      moved = false;
      hideTip();
    })
    .on("drag", (event) => {
      moved = true;
      const [x, y] = inPlane(event.x, event.y);
      stage.positions[event.subject.id] = { x, y };
      alias();
      stage.stamp++;
      redraw();
    })
    .on("end", ({ subject: { id } }) => {
      if (!moved) return;
      update({ pinned: { ...state().pinned, [id]: positionOf(id) } });
      say(`${nodes[id].name} is pinned where you put it.`);
    });
}

export function startNetwork({ select, goTo, focus, laidOut }) {
  afterLayout = laidOut;
  canvas = document.createElement("canvas");
  $("canvas").append(canvas);
  pick(canvas)
    .call(dragging())
    .call(zooming)
    .on("dblclick.zoom", null)
    .on("click", (event) => {
      $("canvas").focus({ focusVisible: false });
      const { id, edge } = under(event);
      const both = event.shiftKey || event.ctrlKey || event.metaKey;
      const chosen = state().selected;
      if (id !== undefined && both && chosen && "node" in chosen && chosen.node !== id) goTo(id, chosen.node);
      else if (id !== undefined) select({ node: id });
      else if (edge !== undefined) select({ edge });
      else if (chosen) select(null);
    })
    .on("dblclick", (event) => {
      const { id } = under(event);
      if (id !== undefined) focus(id);
    })
    .on("pointermove", point)
    .on("pointerleave", () => {
      stage.hovered = null;
      hideTip();
      redraw();
    });
  new ResizeObserver(() => {
    if (state().view === "network") paintAnew();
  }).observe($("canvas"));
  onTheme(redraw);
}

// ------------------------------------------------------------------------------------------------ what is drawn

function highlight({ selected, path } = state()) {
  if (!selected && !path) return null;
  const { isDrawn, isLine } = selection();
  const found = { nodes: new Set(), edges: new Set() };
  if (selected && "node" in selected) {
    if (!isDrawn[selected.node]) return null;
    found.nodes.add(selected.node);
    for (const tie of ties[selected.node]) {
      if (!isLine.has(tie)) continue;
      found.edges.add(tie);
      found.nodes.add(other(edges[tie], selected.node));
    }
    return found;
  }
  if (selected && "edge" in selected) {
    if (!isLine.has(selected.edge)) return null;
    found.edges.add(selected.edge);
    found.nodes.add(edges[selected.edge].from).add(edges[selected.edge].to);
    return found;
  }
  const way = path || (selected && selected.pair) || [];
  for (const id of selected && "pair" in selected ? shared(...selected.pair) : []) {
    if (!isDrawn[id]) continue;
    found.nodes.add(id);
    for (const tie of ties[id])
      if (selected.pair.includes(other(edges[tie], id)) && isLine.has(tie)) found.edges.add(tie);
  }
  way.forEach((id, i) => {
    found.nodes.add(id);
    for (const tie of ties[id])
      if (i + 1 < way.length && other(edges[tie], id) === way[i + 1] && isLine.has(tie)) found.edges.add(tie);
  });
  return found;
}

// Layouts that have come to rest, by what was drawn: who goes back finds everything where it was.
const rested = new Map();
const KEPT = 12;
let laid = null; // {drawn, lines, pinned, key} of the last layout

function keep(key, positions) {
  rested.set(key, positions);
  if (rested.size > KEPT) rested.delete(rested.keys().next().value);
}

// Who is folded away is where the one is that stands for the group.
function alias() {
  for (const [id, hub] of selection().standsFor) stage.positions[id] = stage.positions[hub];
}

function stand(positions, isDone) {
  stage.positions = positions;
  alias();
  $("canvas").dataset.settled = String(isDone);
  stage.stamp++;
}

function sayNothing() {
  if (nodes.length) fill($("nothing-words"), "Nothing passes the filters. ", wayBack());
  else $("nothing-words").textContent = "There is nothing in this graph.";
}

export function drawNetwork() {
  const { drawn, lines } = selection();
  const { pinned } = state();
  $("nothing").hidden = drawn.length > 0;
  if (drawn.length === 0) sayNothing();
  stage.lit = highlight();
  if (laid && laid.drawn === drawn && laid.lines === lines && laid.pinned === pinned) return redraw();
  const key = `${drawn}|${lines}`;
  const pins = Object.entries(pinned).filter(([id]) => selection().isDrawn[id]);
  laid = { drawn, lines, pinned, key };
  if (rested.has(key)) {
    const positions = [...rested.get(key)];
    for (const [id, [x, y]] of pins) positions[id] = { x, y };
    stopLayout();
    stand(positions, true);
    afterLayout(true, true);
    return redraw();
  }
  let shown = 0;
  const { width, height } = middle();
  layOut({ ids: drawn, lines, standsFor: selection().standsFor, before: stage.positions, pinned, aspect: width / Math.max(1, height - LEGEND) }, (positions, isDone) => {
    const isFirst = shown === 0;
    stand(positions, isDone);
    if (isDone && !pins.length) keep(key, [...positions]);
    // What takes long to draw is drawn less often, so that the page answers.
    const now = performance.now();
    if (!isDone && shown && resting) return;
    if (!isDone && shown && now - shown < Math.max(100, 5 * cost)) return;
    shown = now;
    if (isFirst || isDone || stage.isOverview) afterLayout(isFirst, isDone);
    redraw();
  });
  return undefined;
}

export function drawSelected() {
  stage.lit = highlight();
  redraw();
}

/** Draws a node as selected where nobody sees it. @param {number} id */
export function rehearseSelected(id) {
  const { lit, placed } = stage;
  const ctx = document.createElement("canvas").getContext("2d");
  stage.lit = highlight({ ...state(), selected: { node: id } });
  drawAbove(ctx, 1, seenNow());
  Object.assign(stage, { lit, placed });
}
