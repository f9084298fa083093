// The actors of the story, each pair joined by what goes on between them: a drawing of a few dozen marks at most.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { h, svg } from "./dom.js";
import { nodes, isActor, isNamed, parties, quadOf } from "./data.js";
import { proposalsNow } from "./board.js";
import { mainEvents } from "./happenings.js";
import { shapeOf } from "./glyphs.js";
import { update } from "./state.js";
import { theme } from "./theme.js";
import { describe, quadWords } from "./words.js";
import { select } from "./actions.js";
import { isChosen } from "./chosen.js";

const MOST = 14;
const WIDTH = 340;
const HEIGHT = 300;
const SIDES = { Event: ["agent", "target"], Proposal: ["proposedBy", "addressedTo"] };
const short = (name) => (name.length > 22 ? `${name.slice(0, 21)}…` : name);

// Pairs of actors with the number of proposals and events of each tone from one to the other.
function pairs() {
  const found = new Map();
  for (const node of [...proposalsNow().slice(0, 30), ...mainEvents(40)]) {
    const [from, to] = SIDES[node.group].map((type) => parties(node.id, type).filter((id) => isActor(nodes[id]) && isNamed(nodes[id])));
    const tone = node.group === "Proposal" ? "proposal" : quadOf(node);
    for (const a of from) {
      for (const b of to) {
        if (a === b) continue;
        const key = `${a}|${b}|${tone}`;
        found.set(key, { a, b, tone, n: (found.get(key)?.n || 0) + 1 });
      }
    }
  }
  return [...found.values()];
}

function laidOut(ids, links) {
  const points = ids.map((id) => ({ id, half: short(nodes[id].name).length * 3.1 + 8 }));
  forceSimulation(points)
    .force("link", forceLink(links.map(({ a, b }) => ({ source: a, target: b }))).id((/** @type {any} */ p) => p.id).distance(90))
    .force("charge", forceManyBody().strength(-260))
    .force("room", forceCollide((/** @type {any} */ p) => Math.max(26, p.half * 0.75)))
    .force("x", forceX(0).strength(0.05))
    .force("y", forceY(0).strength(0.11))
    .stop()
    .tick(300);
  const [left, right] = [Math.min(...points.map((p) => p.x - p.half)), Math.max(...points.map((p) => p.x + p.half))];
  const [top, bottom] = [Math.min(...points.map((p) => p.y - 16)), Math.max(...points.map((p) => p.y + 28))];
  const scale = (low, high, size) => (v) => ((v - low) / Math.max(1, high - low)) * size;
  const [x, y] = [scale(left, right, WIDTH), scale(top, bottom, HEIGHT)];
  return new Map(points.map((p) => [p.id, { x: Math.min(WIDTH - p.half, Math.max(p.half, x(p.x))), y: y(p.y) }]));
}

// Where each name stands: under its mark, else over or beside it, where it meets no other name and no mark.
function namesAt(ids, places) {
  const marks = ids.map((id) => [places.get(id).x - 8, places.get(id).y - 8, places.get(id).x + 8, places.get(id).y + 8]);
  const taken = [];
  const found = new Map();
  for (const id of ids) {
    const { x, y } = places.get(id);
    const long = short(nodes[id].name).length * 6.2;
    const spots = [
      { x, y: y + 21, anchor: "middle", left: x - long / 2 },
      { x, y: y - 13, anchor: "middle", left: x - long / 2 },
      { x: x + 12, y: y + 4, anchor: "start", left: x + 12 },
      { x: x - 12, y: y + 4, anchor: "end", left: x - 12 - long },
    ].map((spot) => ({ ...spot, box: [spot.left, spot.y - 10, spot.left + long, spot.y + 3] }));
    const meets = (box) => (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
    const isFree = ({ left, box }) => left >= 0 && left + long <= WIDTH && ![...taken, ...marks].some(meets(box));
    const spot = spots.find(isFree) || spots.find(({ box }) => !taken.some(meets(box))) || spots[0];
    taken.push(spot.box);
    found.set(id, spot);
  }
  return found;
}

export function smallNetwork() {
  const links = pairs();
  const degree = new Map();
  for (const { a, b, n } of links) for (const id of [a, b]) degree.set(id, (degree.get(id) || 0) + n);
  const most = [...degree.keys()].sort((a, b) => degree.get(b) - degree.get(a) || a - b).slice(0, MOST);
  const kept = links.filter(({ a, b }) => most.includes(a) && most.includes(b));
  const ids = [...new Set(kept.flatMap(({ a, b }) => [a, b]))];
  const places = laidOut(ids, kept);
  const colours = theme();
  const tones = [...new Set(kept.map(({ tone }) => tone))];
  const line = ({ a, b, tone, n }) => {
    const [from, to] = [places.get(a), places.get(b)];
    const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [ux, uy] = [(to.x - from.x) / far, (to.y - from.y) / far];
    // Bent to one side, so that there and back are two lines.
    const bend = tone === "proposal" ? 0.18 : tone.endsWith("conflict") ? 0.1 : 0.04;
    const [mx, my] = [(from.x + to.x) / 2 - uy * far * bend, (from.y + to.y) / 2 + ux * far * bend];
    const [ex, ey] = [to.x - ux * 12, to.y - uy * 12];
    const [tx, ty] = [ex - mx, ey - my];
    const size = Math.hypot(tx, ty) || 1;
    const [hx, hy] = [(tx / size) * 8, (ty / size) * 8];
    const colour = colours[tone] || colours.neutral;
    return [
      svg("path", {
        d: `M${from.x} ${from.y}Q${mx} ${my} ${ex} ${ey}`,
        fill: "none",
        stroke: colour,
        "stroke-width": 1.2 + Math.log2(n + 1),
      }),
      svg("path", {
        d: `M${ex} ${ey}L${ex - hx - hy * 0.5} ${ey - hy + hx * 0.5}L${ex - hx + hy * 0.5} ${ey - hy - hx * 0.5}Z`,
        fill: colour,
      }),
    ];
  };
  const names = namesAt(ids, places);
  const mark = (id) => {
    const { x, y } = places.get(id);
    const name = names.get(id);
    return svg(
      "g",
      {
        class: "item",
        tabindex: 0,
        role: "button",
        "data-node": id,
        "aria-label": describe(nodes[id]),
        "aria-pressed": String(isChosen(id)),
        click: () => select({ node: id }),
        keydown: (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          select({ node: id });
        },
      },
      shapeOf(nodes[id], x, y, 8),
      svg(
        "text",
        {
          x: name.x,
          y: name.y,
          "text-anchor": name.anchor,
          "font-size": 11.5,
          "font-weight": nodes[id].group === "Country" ? 600 : 400,
          fill: colours.ink,
          stroke: colours.halo,
          "stroke-width": 3,
          "paint-order": "stroke",
        },
        short(nodes[id].name),
      ),
      svg("title", {}, describe(nodes[id])),
    );
  };
  return h(
    "section",
    { class: "small-network", "aria-labelledby": "small-network-title" },
    h(
      "h2",
      { id: "small-network-title" },
      "Between whom",
      h("button", { class: "link more-of", click: () => update({ view: "network" }, { undo: false }) }, "whole network"),
    ),
    ids.length
      ? [
          svg(
            "svg",
            { viewBox: `0 -4 ${WIDTH} ${HEIGHT + 8}`, role: "group", "aria-label": "Actors and what goes on between them" },
            kept.map(line),
            ids.map(mark),
          ),
          h(
            "p",
            { class: "soft keys" },
            tones.map((tone) =>
              h(
                "span",
                {},
                svg(
                  "svg",
                  { width: 18, height: 8, "aria-hidden": "true" },
                  svg("line", { x1: 0, x2: 18, y1: 4, y2: 4, stroke: colours[tone] || colours.neutral, "stroke-width": 3 }),
                ),
                ` ${tone === "proposal" ? "proposes to" : quadWords(tone)} `,
              ),
            ),
          ),
        ]
      : h("p", { class: "none" }, "Nothing that is shown has two sides."),
  );
}
