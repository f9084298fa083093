// What is drawn over lines and shapes: the selection above a veil, strokes, pins, labels.

import { nodes, edges } from "./data.js";
import { state } from "./state.js";
import { hitsAmong } from "./hits.js";
import { selection } from "./selection.js";
import { theme } from "./theme.js";
import { place, paint, font } from "./labels.js";
import { curveOf, pointOn } from "./curves.js";
import { drawLines, drawShapes } from "./scene.js";
import { tieWords } from "./words.js";
import { MARGIN, middle, stage, standingOf } from "./stage.js";
import { drawAreaNames } from "./groups.js";

const standing = (id) => stage.positions[id] !== undefined;

let negated = { drawn: null, ids: [] };

function negatedOf(drawn) {
  if (negated.drawn !== drawn)
    negated = { drawn, ids: drawn.filter((id) => nodes[id].group === "Event" && nodes[id].factuality === "negated") };
  return negated.ids;
}

const MOST_NAMED = 60;

// Of the hundreds that a hub is tied to, those that are named whether there is room or not: what was chosen comes
// first in the set, then the more important.
function foremostOf(lit) {
  if (lit.size <= MOST_NAMED) return lit;
  const [chosen, ...others] = lit;
  return new Set([chosen, ...others.sort((a, b) => a - b).slice(0, MOST_NAMED - 1)]);
}

export function drawAbove(ctx, ratio, seen) {
  const { dx, dy, scale, width, height } = middle();
  const colours = theme();
  const drawn = standingOf(selection().drawn);
  const onScreen = (draw) => {
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw();
    ctx.restore();
  };
  if (stage.lit) {
    onScreen(() => {
      ctx.globalAlpha = 0.8;
      ctx.fillStyle = colours.ground;
      ctx.fillRect(0, 0, width, height);
    });
    drawLines(ctx, [...stage.lit.edges], stage.positions, scale, seen, 1);
    drawShapes(ctx, [...stage.lit.nodes].filter(standing).sort((a, b) => a - b), stage.positions, scale, seen);
  }
  onScreen(() => {
    for (const id of negatedOf(drawn)) strike(ctx, id, dx, dy, scale);
    ctx.setLineDash([]);
    for (const id of hitsAmong(drawn)) ring(ctx, id, dx, dy, scale, colours.hit, 3);
    for (const id of Object.keys(state().pinned))
      if (selection().isDrawn[id]) ring(ctx, id, dx, dy, scale, colours.soft, 1);
    const chosen = state().selected;
    if (chosen && "node" in chosen && selection().isDrawn[chosen.node])
      ring(ctx, chosen.node, dx, dy, scale, colours.mark, 2.5);
    if (!stage.lit) drawAreaNames(ctx, stage.positions, middle(), font(12, true), colours);
    const first = stage.lit ? foremostOf(stage.lit.nodes) : new Set();
    stage.placed = place(ctx, drawn, stage.positions, scale, first, stage.stamp, seen, width - MARGIN);
    paint(ctx, stage.placed, dx, dy, width, height, scale, stage.lit && stage.lit.nodes);
    tieLabels(ctx, dx, dy, scale);
  });
}

function strike(ctx, id, dx, dy, scale) {
  const r = nodes[id].size * scale;
  const [x, y] = [stage.positions[id].x * scale + dx, stage.positions[id].y * scale + dy];
  ctx.strokeStyle = theme().ink;
  ctx.globalAlpha = stage.lit && !stage.lit.nodes.has(id) ? 0.25 : 1;
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.moveTo(x - r, y + r);
  ctx.lineTo(x + r, y - r);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function ring(ctx, id, dx, dy, scale, colour, width) {
  if (!standing(id)) return;
  const { x, y } = stage.positions[id];
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.arc(x * scale + dx, y * scale + dy, nodes[id].size * scale + 5, 0, 2 * Math.PI);
  ctx.stroke();
}

// Words on the line that is pointed at, and on those of what is selected, as far as they have room.
function tieLabels(ctx, dx, dy, scale) {
  const chosen = [...(stage.lit ? stage.lit.edges : [])];
  const ids = [...(stage.hovered !== null ? [stage.hovered] : []), ...chosen].slice(0, 60);
  if (!ids.length) return;
  const taken = stage.placed
    .filter(({ id }) => stage.lit && stage.lit.nodes.has(id))
    .map(({ box: [a, b, c, d] }) => [a + dx, b + dy, c + dx, d + dy]);
  for (const id of stage.lit ? stage.lit.nodes : []) {
    if (!standing(id)) continue;
    const [x, y, r] = [stage.positions[id].x * scale + dx, stage.positions[id].y * scale + dy, nodes[id].size * scale];
    taken.push([x - r, y - r, x + r, y + r]);
  }
  ctx.font = font(11, false);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const id of new Set(ids)) {
    if (!standing(edges[id].from) || !standing(edges[id].to)) continue;
    const curve = curveOf(id, stage.positions);
    const text = tieWords(edges[id]);
    const half = ctx.measureText(text).width / 2 + 4;
    const boxes = [0.5, 0.65, 0.35].map((part) => {
      const at = pointOn(curve, part);
      const [x, y] = [at.x * scale + dx, at.y * scale + dy];
      return [x - half, y - 8, x + half, y + 8];
    });
    const box = boxes.find(
      (b) => id === stage.hovered || !taken.some((t) => b[0] < t[2] && t[0] < b[2] && b[1] < t[3] && t[1] < b[3]),
    );
    if (!box) continue;
    taken.push(box);
    ctx.fillStyle = theme().halo;
    ctx.fillRect(box[0], box[1], half * 2, 16);
    ctx.fillStyle = theme().soft;
    ctx.fillText(text, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
  }
}
