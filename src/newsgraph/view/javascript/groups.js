// What hangs together in the network: the communities of what is drawn, each named after those with most ties in it.

import { polygonHull } from "d3-polygon";
import { isActor, nodes, ties } from "./data.js";
import { selection } from "./selection.js";
import { stage } from "./stage.js";
import { state, update } from "./state.js";

const LEAST = 4;
const LEGIBLE = 0.12; // of a smaller scale grounds and their names are no help
const MOST = 12;
const ROOM = 26; // pixels of the plane around the outermost

const byTies = (a, b) => ties[b].length - ties[a].length || a - b;

// The actors with most ties; a group without any is named after its first node.
function leaders(ids) {
  const actors = ids.filter((id) => isActor(nodes[id]) && nodes[id].group !== "Group").sort(byTies);
  return actors.length ? actors.slice(0, 2) : ids.slice(0, 1);
}

let memo = { drawn: null, groups: [] };

// [{c, hub, name, ids, isFolded}], the largest first.
export function groupsNow() {
  const { drawn, standsFor } = selection();
  if (memo.drawn === drawn) return memo.groups;
  const found = new Map();
  for (const id of [...drawn, ...standsFor.keys()]) {
    const { c } = nodes[id];
    if (c === undefined) continue;
    if (!found.has(c)) found.set(c, []);
    found.get(c).push(id);
  }
  const groups = [...found]
    .filter(([, ids]) => ids.length >= LEAST)
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, MOST)
    .map(([c, ids]) => {
      const first = leaders(ids);
      const folded = state().folded.find((id) => nodes[id].c === c);
      const both = first.map((id) => nodes[id].name).join(" and ");
      const name = both.length > 34 ? nodes[first[0]].name : both;
      return { c, hub: folded ?? first[0], name, ids, isFolded: folded !== undefined };
    });
  memo = { drawn, groups };
  return groups;
}

export function toggleGroup({ hub, isFolded }) {
  const { folded } = state();
  update({ folded: isFolded ? folded.filter((id) => id !== hub) : [...folded, hub] });
}

// How many a node stands for, itself not among them.
export function heldBy(id) {
  let count = 0;
  for (const hub of selection().standsFor.values()) if (hub === id) count++;
  return count;
}

let grounds = { groups: null, positions: null, stamp: -1, found: [] };

// The ground of each group and where its name stands, in the plane; found once as long as nothing moves.
export function areas(positions) {
  const groups = groupsNow();
  const { stamp } = stage;
  if (grounds.groups !== groups || grounds.positions !== positions || grounds.stamp !== stamp)
    grounds = { groups, positions, stamp, found: groundsOf(groups, positions) };
  return grounds.found;
}

function groundsOf(groups, positions) {
  return groups
    .filter(({ isFolded }) => !isFolded)
    .map(({ ids, name }) => {
      const points = ids.filter((id) => positions[id]).map((id) => [positions[id].x, positions[id].y]);
      const hull = points.length > 2 ? polygonHull(points) : null;
      return hull && { hull, name, top: hull.reduce((best, point) => (point[1] < best[1] ? point : best)) };
    })
    .filter(Boolean);
}

// The names of the groups, in pixels from the middle of the plane: of two that meet, that of the larger group.
function placedNames(positions, scale) {
  if (scale < LEGIBLE) return [];
  const placed = [];
  for (const { name, top } of areas(positions)) {
    const [x, y] = [top[0] * scale, (top[1] - ROOM) * scale];
    const half = name.length * 3.6;
    const box = [x - half, y - 16, x + half, y - 2];
    const meets = (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    if (!placed.some((other) => meets(other.box))) placed.push({ name, x, y, box });
  }
  return placed;
}

// Other names keep clear of these.
export const nameBoxes = (positions, scale) => placedNames(positions, scale).map(({ box }) => box);

export function drawAreas(ctx, positions, scale, colours) {
  if (scale < LEGIBLE) return;
  ctx.lineJoin = "round";
  ctx.fillStyle = ctx.strokeStyle = colours.area;
  ctx.lineWidth = 2 * ROOM;
  for (const { hull } of areas(positions)) {
    ctx.beginPath();
    hull.forEach(([x, y], i) => ctx[i ? "lineTo" : "moveTo"](x, y));
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
  }
}

// In pixels of the screen, above the grounds and below all names of nodes.
export function drawAreaNames(ctx, positions, { dx, dy, scale }, font, colours) {
  ctx.font = font;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  ctx.lineJoin = "round";
  for (const placed of placedNames(positions, scale)) {
    const { name } = placed;
    const [x, y] = [placed.x + dx, placed.y + dy - 4];
    ctx.lineWidth = 3;
    ctx.strokeStyle = colours.halo;
    ctx.strokeText(name, x, y);
    ctx.fillStyle = colours.soft;
    ctx.fillText(name, x, y);
  }
}
