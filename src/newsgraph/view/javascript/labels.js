// Labels as on a map: the more important ones first, each where it meets no other; what finds no room waits for the zoom.

import { nodes, ties } from "./data.js";
import { heldBy, nameBoxes } from "./groups.js";
import { theme } from "./theme.js";

const FONT = 13;
const LINE = 15;
const CELL = 8;
const FOREMOST = 20;
const BESIDE = 8; // places at the rim of a mark
const NEAR = BESIDE + 12; // and not far off
// Of more nodes only those in view are named, so that names follow the eye and not the rank.
const MANY = 1200;
const FULL = 300;
const widths = new Map();

const hubsOf = new WeakMap();

// The nodes of most links among some, which are what a reader looks for first.
export function hubs(ids, count = FOREMOST) {
  if (!hubsOf.has(ids))
    hubsOf.set(ids, [...ids].sort((a, b) => ties[b].length - ties[a].length || a - b).slice(0, FOREMOST));
  return hubsOf.get(ids).slice(0, count);
}

// The last two, so that a selection that is given up costs nothing.
let memos = [];

const measure = (ctx, text, bold) => {
  const key = bold ? `*${text}` : text;
  if (!widths.has(key)) {
    ctx.font = font(FONT, bold);
    widths.set(key, ctx.measureText(text).width);
  }
  return widths.get(key);
};

export const font = (size, bold) =>
  `${bold ? "600 " : ""}${size}px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif`;

// Size on screen: grows with the zoom, but stays legible.
export const fontSize = (scale) => Math.min(14, Math.max(11, FONT * scale));

// Where labels stand, in screen pixels relative to the middle of the plane, so that panning changes nothing.
export function place(ctx, all, positions, scale, first, stamp, seen = null, width = Infinity) {
  // Beside what is selected in a full picture the foremost alone are named.
  const isLit = first.size > 0 && all.length > FULL;
  const isPart = seen && !isLit && all.length > MANY;
  const area = isPart ? seen.map((edge) => Math.round((edge * scale) / 150)).join() : "";
  const key = `${stamp}|${scale.toFixed(4)}|${all.length}|${area}|${width}|${[...first].join()}`;
  const known = memos.find((memo) => memo.key === key);
  if (known) return known.placed;
  const inView = (id) =>
    positions[id].x > seen[0] && positions[id].x < seen[2] && positions[id].y > seen[1] && positions[id].y < seen[3];
  const foremost = new Set(hubs(all));
  const isDue = (id) => foremost.has(id) || first.has(id);
  let ids = all;
  if (isLit) ids = all.filter(isDue);
  else if (isPart) ids = all.filter((id) => isDue(id) || inView(id)).slice(0, MANY);
  const taken = new Set();
  const cells = (box, each) => {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x++) {
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y++) if (each(x * 65536 + y)) return true;
    }
    return false;
  };
  const meets = (box) => cells(box, (cell) => taken.has(cell));
  const take = (box) => cells(box, (cell) => void taken.add(cell));
  // Beside what is selected no group is named.
  if (!first.size) for (const box of nameBoxes(positions, scale)) take(box);
  const rank = (id) => (first.has(id) ? 2 : 0) + (foremost.has(id) ? 1 : 0);
  const order = [...ids].sort((a, b) => rank(b) - rank(a) || a - b);
  const shapes = new Set();
  const glyphs = (some, each) => {
    for (const id of some) {
      const { x, y } = positions[id];
      const r = nodes[id].size * scale * 0.8;
      cells([x * scale - r, y * scale - r, x * scale + r, y * scale + r], each);
    }
  };
  // The most important labels keep clear of all shapes if they can, at least of each other's; the others of all.
  glyphs(order, (cell) => void shapes.add(cell));
  glyphs(order.slice(0, FOREMOST), (cell) => void taken.add(cell));
  const covers = (box) => cells(box, (cell) => shapes.has(cell));
  const size = fontSize(scale);
  const zoom = size / FONT;
  const placed = [];
  const xs = ids.map((id) => positions[id].x);
  const [least, most] = [Math.min(...xs), Math.max(...xs)];
  const centre = (least + most) / 2;
  // Where all is in view, so are the names as far as there is room.
  const reach = (most - least) * scale < width ? width / 2 : Infinity;
  const isInView = (/** @type {number[]} */ [x0], w) => x0 > centre * scale - reach && x0 + w < centre * scale + reach;
  order.forEach((id, at) => {
    if (at === FOREMOST) glyphs(order.slice(FOREMOST), (cell) => void taken.add(cell));
    const node = nodes[id];
    const held = heldBy(id);
    const lines = [...node.label.split("\n"), ...(held ? [`and ${held} more`] : [])];
    const bold = node.group === "Country" || first.has(id);
    const w = Math.max(...lines.map((line) => measure(ctx, line, bold))) * zoom + 6;
    const height = lines.length * LINE * zoom + 2;
    const r = node.size * scale + 3;
    const [x, y] = [positions[id].x * scale, positions[id].y * scale];
    // Beside a node, the side towards the middle of the picture comes first.
    const [right, left] = [
      [x + r, y - height / 2],
      [x - r - w, y - height / 2],
    ];
    const boxes = [
      [x - w / 2, y + r],
      ...(positions[id].x < centre ? [right, left] : [left, right]),
      [x - w / 2, y - r - height],
      ...[0.75, -0.75].flatMap((up) => [
        [x + 0.75 * r, y + up * r - (up > 0 ? 0 : height)],
        [x - 0.75 * r - w, y + up * r - (up > 0 ? 0 : height)],
      ]),
    ];
    // The foremost are always named: further off where there is no room beside them, over others where there is none.
    if (isDue(id))
      for (const far of [18, 36, 54, 80, 110, 150])
        for (const [dx, dy] of [[0, 1], [1, 0.6], [-1, 0.6], [1, -0.6], [-1, -0.6], [0, -1]])
          boxes.push([x - w / 2 + dx * (r + far + w / 4), y - height / 2 + dy * (r + far + height / 2)]);
    const moved = (/** @type {number[]} */ [x0, y0]) => [Math.max(centre * scale - reach, Math.min(centre * scale + reach - w, x0)), y0];
    if (isDue(id) && reach < Infinity) boxes.push(...boxes.map(moved));
    const free = boxes.filter(([x0, y0]) => !meets([x0, y0, x0 + w, y0 + height]));
    const inSight = free.filter((one) => isInView(one, w));
    const isClear = (/** @type {number[]} */ [x0, y0]) => !covers([x0, y0, x0 + w, y0 + height]);
    const [beside, near] = [new Set(boxes.slice(0, BESIDE)), new Set(boxes.slice(0, NEAR))];
    const spot =
      inSight.find((one) => near.has(one) && isClear(one)) ||
      inSight.find((one) => beside.has(one)) ||
      inSight.find(isClear) ||
      inSight[0] ||
      (isDue(id) && moved(free[0] || boxes[0]));
    if (!spot) return;
    const box = [spot[0], spot[1], spot[0] + w, spot[1] + height];
    take(box);
    // What stands apart from its mark is joined to it by a line.
    const apart = Math.max(box[0] - x, x - box[2], box[1] - y, y - box[3]) - r > 12 ? [x, y] : null;
    placed.push({ id, lines, bold, box, apart, struck: node.group === "Event" && node.factuality === "negated" });
  });
  memos = [{ key, placed }, ...memos.slice(0, 1)];
  return placed;
}

function join(ctx, { apart: [x, y], box: [left, top, right, bottom] }, dx, dy) {
  ctx.strokeStyle = theme().soft;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x + dx, y + dy);
  ctx.lineTo(Math.max(left, Math.min(right, x)) + dx, Math.max(top, Math.min(bottom, y)) + dy);
  ctx.stroke();
}

// Draw those of `placed` that are on the screen; `dx, dy` move the plane's middle to its place in the view.
export function paint(ctx, placed, dx, dy, width, height, scale, dim) {
  const colours = theme();
  const size = fontSize(scale);
  const line = (LINE * size) / FONT;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  let last = null;
  for (const label of placed) {
    const [left, top, right, bottom] = label.box;
    if (right + dx < 0 || left + dx > width || bottom + dy < 0 || top + dy > height) continue;
    ctx.globalAlpha = dim && !dim.has(label.id) ? 0.25 : 1;
    if (label.apart) join(ctx, label, dx, dy);
    if (last !== label.bold) ctx.font = font(size, (last = label.bold));
    label.lines.forEach((text, i) => {
      const x = (left + right) / 2 + dx;
      const y = top + dy + line * (i + 0.5) + 1;
      ctx.lineWidth = 3;
      ctx.strokeStyle = colours.halo;
      ctx.strokeText(text, x, y);
      ctx.fillStyle = colours.ink;
      ctx.fillText(text, x, y);
      if (label.struck) {
        const half = (measure(ctx, text, label.bold) * size) / FONT / 2;
        ctx.fillRect(x - half, y, half * 2, 1.2);
      }
    });
  }
  ctx.globalAlpha = 1;
}

export function labelAt(placed, x, y) {
  return placed.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
}
