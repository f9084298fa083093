// What goes on between countries: arcs from who acts to whom it is done, coloured by the sort of event.

import { h, svg, counted } from "./dom.js";
import { nodes, parties, quadOf } from "./data.js";
import { select } from "./actions.js";
import { quadWords } from "./words.js";
import { theme } from "./theme.js";

const MOST = 60;
const SIDES = { Event: ["agent", "target"], Proposal: ["proposedBy", "addressedTo"] };
export const toneWords = (tone) => (tone === "proposal" ? "proposes to" : quadWords(tone));
const toneOf = (node) => (node.group === "Proposal" ? "proposal" : quadOf(node));

// [{from, to, tone, count}] by the codes of countries, those of most first; people and bodies count for their country.
export function arcsOf(matching) {
  const found = new Map();
  for (const id of matching) {
    const node = nodes[id];
    if (!SIDES[node.group] || node.factuality === "negated") continue;
    const [from, to] = SIDES[node.group].map((type) => new Set(parties(id, type).map((far) => nodes[far].country).filter(Boolean)));
    for (const a of from) {
      for (const b of to) {
        if (a === b) continue;
        const key = `${a}|${b}|${toneOf(node)}`;
        if (!found.has(key)) found.set(key, { from: a, to: b, tone: toneOf(node), count: 0 });
        found.get(key).count++;
      }
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, MOST);
}

const BENDS = ["proposal", "verbal cooperation", "material cooperation", "neutral", "verbal conflict", "material conflict"];

// `pointOf` gives the place of a country's name by its code, `nodeOf` the country's node; k is the units of a pixel.
export function drawArcs(arcs, pointOf, nodeOf, k) {
  const colours = theme();
  return arcs.map(({ from, to, tone, count }) => {
    const [a, b] = [pointOf(from), pointOf(to)];
    if (!a || !b) return null;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const far = Math.hypot(dx, dy) || 1;
    // Those of another sort beside it, there and back on two sides.
    const bend = far * (0.14 + 0.06 * BENDS.indexOf(tone));
    const [cx, cy] = [(a[0] + b[0]) / 2 - (dy / far) * bend, (a[1] + b[1]) / 2 + (dx / far) * bend];
    const [tx, ty] = [b[0] - cx, b[1] - cy];
    const size = Math.hypot(tx, ty) || 1;
    const [ux, uy] = [(tx / size) * 9 * k, (ty / size) * 9 * k];
    // Short of the name that stands there.
    const end = [b[0] - ux * 1.4, b[1] - uy * 1.4];
    const colour = colours[tone] || colours.neutral;
    const pair = [from, to].map(nodeOf);
    const words = `${nameOf(pair[0], from)} → ${nameOf(pair[1], to)}: ${counted(count, "time")}, ${toneWords(tone)}`;
    const mayOpen = pair.every((id) => id !== undefined);
    return svg(
      "g",
      { class: "arc", click: mayOpen ? () => select({ pair }) : null },
      svg("title", {}, words),
      svg("path", {
        d: `M${a}Q${cx} ${cy} ${end}`,
        fill: "none",
        stroke: colour,
        "stroke-width": 1.2 + 1.1 * Math.log2(count + 1),
        "stroke-opacity": 0.85,
        "vector-effect": "non-scaling-stroke",
      }),
      svg("path", {
        d: `M${end}L${end[0] - ux - uy * 0.45} ${end[1] - uy + ux * 0.45}L${end[0] - ux + uy * 0.45} ${end[1] - uy - ux * 0.45}Z`,
        fill: colour,
      }),
    );
  });
}

const nameOf = (id, code) => (id === undefined ? code : nodes[id].name);

export function arcKeys(arcs) {
  const colours = theme();
  return [...new Set(arcs.map(({ tone }) => tone))].map((tone) =>
    h(
      "span",
      { class: "key" },
      svg(
        "svg",
        { width: 18, height: 8, "aria-hidden": "true" },
        svg("line", { x1: 0, x2: 18, y1: 4, y2: 4, stroke: colours[tone] || colours.neutral, "stroke-width": 3 }),
      ),
      ` ${toneWords(tone)}`,
    ),
  );
}
