// A node's shape as a small drawing, for legend, lists and the drawn views.

import { svg } from "./dom.js";
import { kinds, quadOf } from "./data.js";
import { colourOf, outlineOf, theme } from "./theme.js";

// The outline of a shape of "radius" 1 around 0, 0, as vis-network draws it.
export const OUTLINES = {
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  triangle: [
    [0, -1.1],
    [1.05, 0.75],
    [-1.05, 0.75],
  ],
  triangleDown: [
    [0, 1.1],
    [1.05, -0.75],
    [-1.05, -0.75],
  ],
  hexagon: [0, 1, 2, 3, 4, 5].map((i) => [Math.cos((i * Math.PI) / 3), Math.sin((i * Math.PI) / 3)]),
  star: Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 ? 0.5 : 1.25;
    return [r * Math.sin((i * Math.PI) / 5), -r * Math.cos((i * Math.PI) / 5)];
  }),
  page: [
    [-0.8, -1],
    [0.35, -1],
    [0.8, -0.5],
    [0.8, 1],
    [-0.8, 1],
  ],
};

export function shapeOf(node, x, y, r, more = {}) {
  const { shape, category } = kinds[node.group];
  const colour = colourOf(node, category, node.group === "Event" ? quadOf(node) : null);
  const hollow = node.group === "Event" && node.factuality && node.factuality !== "actual";
  const paint = {
    fill: hollow || shape === "ring" ? theme().ground : colour,
    stroke: outlineOf(colour),
    "stroke-width": hollow ? 1.6 : shape === "ring" ? 2 : 0.8,
    "stroke-dasharray": hollow ? { possible: "4 2.5", future: "1.5 2", negated: null }[node.factuality] : null,
    ...more,
  };
  const outline = OUTLINES[shape];
  const body = outline
    ? svg("polygon", {
        points: outline.map(([dx, dy]) => `${(x + dx * r).toFixed(1)},${(y + dy * r).toFixed(1)}`).join(" "),
        ...paint,
      })
    : svg("circle", { cx: x, cy: y, r, ...paint });
  if (node.factuality !== "negated" || node.group !== "Event") return body;
  return svg(
    "g",
    {},
    body,
    svg("line", { x1: x - r, y1: y + r, x2: x + r, y2: y - r, stroke: theme().ink, "stroke-width": 1.6 }),
  );
}

export function glyph(node, size) {
  const half = size / 2;
  return svg(
    "svg",
    { width: size, height: size, class: "glyph", "aria-hidden": "true", viewBox: `0 0 ${size} ${size}` },
    shapeOf(node, half, half, half * 0.72),
  );
}
