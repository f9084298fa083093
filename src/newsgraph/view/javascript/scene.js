// Lines and shapes on a canvas: tails first, hubs above them.

import { data, edges, kinds, nodes, quadOf } from "./data.js";
import { colourOf, outlineOf, theme } from "./theme.js";
import { OUTLINES } from "./glyphs.js";
import { curveOf, headOf } from "./curves.js";

const CROWD = 4000; // of more lines than these, dashes and heads are not drawn
const DASHES = { oppose: [7, 4], place: [2, 4], link: [2, 4], article: [1, 4] };

function lineStyle(edge) {
  const { tone } = data.ties[edge.type];
  const dashes = edge.former ? [4, 4] : DASHES[tone] || [];
  return { tone, dashes, width: Math.round(2 * (1.3 + 0.45 * Math.log2(edge.n || 1))) / 2 };
}
const styles = []; // by edge
const alike = new Map(); // one style for all edges that look the same
function styleOf(id) {
  if (styles[id]) return styles[id];
  const style = lineStyle(edges[id]);
  const key = `${style.tone}|${style.dashes}|${style.width}`;
  if (!alike.has(key)) alike.set(key, style);
  return (styles[id] = alike.get(key));
}

function grouped(lines) {
  const groups = new Map();
  for (const id of lines) {
    const style = styleOf(id);
    if (!groups.has(style)) groups.set(style, { style, ids: [] });
    groups.get(style).ids.push(id);
  }
  return groups.values();
}

// `ctx` draws in the plane's own units; `scale` is how many pixels one has, `seen` the part of the plane in view.
export function drawLines(ctx, lines, positions, scale, seen, alpha = 0.8) {
  const [left, top, right, bottom] = seen;
  const isCrowd = lines.length > CROWD;
  const inView = isCrowd
    ? lines.filter((id) => {
        const [a, b] = [positions[edges[id].from], positions[edges[id].to]];
        return !(
          (a.x < left && b.x < left) ||
          (a.x > right && b.x > right) ||
          (a.y < top && b.y < top) ||
          (a.y > bottom && b.y > bottom)
        );
      })
    : lines;
  const colours = theme().tones;
  // The more lines the fainter each, so that shapes stay visible under them all.
  const veil = Math.max(0.45, Math.min(1, Math.sqrt(500 / inView.length)));
  const haze = Math.max(0.035, Math.min(0.35, 2200 / inView.length));
  // From far off lines and their dashes are no thinner and no shorter than an eye can see.
  const unit = Math.max(1, 0.75 / scale);
  for (const { style, ids } of grouped(inView)) {
    ctx.globalAlpha = alpha * (isCrowd && scale < 0.6 ? haze : veil);
    ctx.strokeStyle = ctx.fillStyle = colours[style.tone];
    ctx.lineWidth = isCrowd ? 1 / scale : style.width * unit;
    ctx.setLineDash(isCrowd ? [] : style.dashes.map((length) => length * unit));
    ctx.beginPath();
    for (const id of ids) {
      if (isCrowd) {
        const [a, b] = [positions[edges[id].from], positions[edges[id].to]];
        ctx.moveTo(a.x, a.y);
        ctx.lineTo(b.x, b.y);
        continue;
      }
      const { a, b, c, isBent } = curveOf(id, positions);
      ctx.moveTo(a.x, a.y);
      if (isBent) ctx.quadraticCurveTo(c.x, c.y, b.x, b.y);
      else ctx.lineTo(b.x, b.y);
    }
    ctx.stroke();
    if (isCrowd && (scale < 0.6 || inView.length > CROWD)) continue;
    ctx.globalAlpha = 1;
    ctx.beginPath();
    for (const id of ids) {
      const [tip, one, other] = headOf(id, curveOf(id, positions), scale);
      ctx.moveTo(...tip);
      ctx.lineTo(...one);
      ctx.lineTo(...other);
      ctx.closePath();
    }
    ctx.fill();
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

let paints = { ground: "", ofNode: [] };

function paintOf(node) {
  if (paints.ground !== theme().ground) paints = { ground: theme().ground, ofNode: [] };
  return (paints.ofNode[node.id] ||= newPaint(node));
}

function newPaint(node) {
  const { shape, category } = kinds[node.group];
  const unreal = node.group === "Event" && node.factuality && node.factuality !== "actual" ? node.factuality : "";
  const colour = colourOf(node, category, node.group === "Event" ? quadOf(node) : null);
  const isHollow = Boolean(unreal) || shape === "ring";
  return {
    fill: isHollow ? theme().ground : colour,
    stroke: outlineOf(colour),
    width: isHollow ? 2.5 : 1.5,
    dashes: { possible: [6, 4], future: [2, 3] }[unreal] || [],
    outline: OUTLINES[shape],
  };
}

export function drawShapes(ctx, ids, positions, scale, seen) {
  const [left, top, right, bottom] = seen;
  for (let i = ids.length - 1; i >= 0; i--) {
    const node = nodes[ids[i]];
    const { x, y } = positions[node.id];
    const r = node.size;
    if (x + r < left || x - r > right || y + r < top || y - r > bottom) continue;
    const paint = paintOf(node);
    ctx.fillStyle = paint.fill;
    // What is a few pixels wide has no outline and no corners.
    if (r * scale < 3) {
      if (paint.width > 2) ctx.fillStyle = paint.stroke;
      ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
      continue;
    }
    ctx.beginPath();
    if (paint.outline) {
      paint.outline.forEach(([dx, dy], at) => ctx[at ? "lineTo" : "moveTo"](x + dx * r, y + dy * r));
      ctx.closePath();
    } else ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fill();
    ctx.strokeStyle = paint.stroke;
    ctx.lineWidth = paint.width;
    ctx.setLineDash(paint.dashes);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}
