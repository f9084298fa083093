// Where each drawn node stands: where the reader put it, else where the page was laid out, else the free place that is
// nearest to a neighbour that is already drawn.

import { data, nodes, edges, ties, other } from "./data.js";

const CELL_X = 40;
const CELL_Y = 24;
const FAR = 420;

export function standing(drawn, state) {
  const positions = [];
  const taken = new Set();
  // Whether `test` holds for one of the cells that a node with its label takes when it stands at x, y.
  const someCell = (id, x, y, test) => {
    const lines = nodes[id].label.split("\n");
    const half = Math.max(nodes[id].size, 3.6 * Math.max(...lines.map((line) => line.length))) + 4;
    const [left, right] = [Math.floor((x - half) / CELL_X), Math.floor((x + half) / CELL_X)];
    const top = Math.floor((y - nodes[id].size) / CELL_Y);
    const bottom = Math.floor((y + nodes[id].size + 15 * lines.length) / CELL_Y);
    for (let cx = left; cx <= right; cx++) {
      for (let cy = top; cy <= bottom; cy++) if (test(cx * 65536 + cy)) return true;
    }
    return false;
  };
  const isFree = (id, x, y) => !someCell(id, x, y, (cell) => taken.has(cell));
  // Only what was drawn by expanding, searching or focusing moves towards its neighbours; the layout of all others has no
  // overlaps.
  const moving = new Set([...state.added, ...(state.path || [])].filter((id) => id >= data.opening));
  for (const id of drawn) if (nodes[id].x === undefined || (state.focus && id >= data.opening)) moving.add(id);
  const stand = (id, x, y) => {
    positions[id] = { x, y };
    if (moving.size) someCell(id, x, y, (cell) => !taken.add(cell));
  };
  const later = [];
  for (const id of drawn) {
    const pin = state.pinned[id];
    if (pin) stand(id, pin[0], pin[1]);
    else if (!moving.has(id)) stand(id, nodes[id].x, nodes[id].y);
    else later.push(id);
  }
  for (const id of later) {
    const near = ties[id].map((tie) => positions[other(edges[tie], id)]).filter(Boolean);
    const { x, y } = nodes[id];
    const anchor = near[0] || { x: 0, y: 0 };
    const laid = x !== undefined && (!near.length || near.some((p) => Math.hypot(p.x - x, p.y - y) < FAR));
    if (laid && isFree(id, x, y)) {
      stand(id, x, y);
      continue;
    }
    const [px, py] = freeNear(anchor, (fx, fy) => isFree(id, fx, fy));
    stand(id, px, py);
  }
  return positions;
}

// Around an ellipse that grows until there is room.
function freeNear(anchor, fits) {
  for (let r = 80; r < 40000; r += 32) {
    const steps = Math.max(8, Math.round(r / 14));
    for (let i = 0; i < steps; i++) {
      const angle = (2 * Math.PI * i) / steps + r;
      const [x, y] = [Math.round(anchor.x + 1.4 * r * Math.cos(angle)), Math.round(anchor.y + r * Math.sin(angle))];
      if (fits(x, y)) return [x, y];
    }
  }
  return [anchor.x, anchor.y];
}
