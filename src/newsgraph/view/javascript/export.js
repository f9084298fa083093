// What is seen as a file: picture, drawing, data.

import { $, svg, counted, download, say } from "./dom.js";
import { data, nodes, edges, isArticle, sentenceCount } from "./data.js";
import { state } from "./state.js";
import { selection } from "./selection.js";
import { theme } from "./theme.js";
import { shapeOf } from "./glyphs.js";
import { font, fontSize } from "./labels.js";
import { curveOf } from "./curves.js";
import { TOP, framed } from "./frame.js";
import { paintNetwork } from "./network.js";
import { middle, stage } from "./stage.js";
import { saveTable, saveWorkbook } from "./table.js";
import { withEvidence } from "./columns.js";
import { toCsv } from "./csv.js";
import { saveBibtex } from "./cite.js";

const fileName = () =>
  `${
    (document.title || "newsgraph")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "newsgraph"
  }-${state().view}`;
const drawing = () => $(`view-${state().view}`).querySelector("svg.timeline, svg.map, .small-network > svg");

/**
 * The drawing of the view with its frame; the network's own, which may be large, only where it is asked for.
 * @returns {{picture: SVGElement, size: {width: number, height: number}} | null}
 */
function framedNow(withNetwork) {
  const view = $(`view-${state().view}`);
  if (state().view === "network") {
    const { width, height } = middle();
    const size = { width, height };
    return { picture: framed(view, withNetwork ? networkSvg() : null, size), size };
  }
  const seen = drawing();
  if (!seen) return null;
  const { width, height } = seen.getBoundingClientRect();
  return { picture: framed(view, seen.cloneNode(true), { width, height }), size: { width, height } };
}

// Twice as fine as the screen.
export function exportPng() {
  const found = framedNow(false);
  if (!found) return say("A table has no picture; save it as CSV.");
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    const ctx = canvas.getContext("2d");
    ctx.drawImage(image, 0, 0, canvas.width, canvas.height);
    if (state().view === "network") ctx.drawImage(networkCanvas(found.size), 0, TOP * 2);
    canvas.toBlob((blob) => download(`${fileName()}.png`, blob));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text(found.picture))}`;
  return undefined;
}

function networkCanvas({ width, height }) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  paintNetwork(canvas.getContext("2d"), 2);
  return canvas;
}

export function exportSvg() {
  const found = framedNow(true);
  if (!found) return say("A table has no drawing; save it as CSV.");
  return download(`${fileName()}.svg`, new Blob([text(found.picture)], { type: "image/svg+xml" }));
}

function text(picture) {
  picture.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const element of picture.querySelectorAll("*"))
    for (const name of ["tabindex", "role", "class", "data-node", "aria-pressed"]) element.removeAttribute(name);
  return new XMLSerializer().serializeToString(picture);
}

// The network as it is seen, drawn once more as shapes.
function networkSvg() {
  const { dx, dy, scale, width, height } = middle();
  const colours = theme();
  const { positions, lit } = stage;
  const { lines } = selection();
  const drawn = selection().drawn.filter((id) => positions[id]);
  const point = ({ x, y }) => [x * scale + dx, y * scale + dy];
  const strokes = lines.map((id) => {
    const { a, b, c, isBent } = curveOf(id, positions);
    const [ends, control] = [[a, b].map(point), point(c)];
    const { tone } = data.ties[edges[id].type];
    const path = isBent
      ? `M${ends[0].map(short)}Q${control.map(short)} ${ends[1].map(short)}`
      : `M${ends[0].map(short)}L${ends[1].map(short)}`;
    const dim = lit && !lit.edges.has(id);
    return [
      svg("path", {
        d: path,
        fill: "none",
        stroke: colours.tones[tone],
        "stroke-width": 1.2,
        "stroke-opacity": dim ? 0.15 : 0.75,
        "stroke-dasharray": { oppose: "7 4", place: "2 4", link: "2 4" }[tone],
      }),
      arrow(edges[id], ends, isBent ? control : ends[0], colours.tones[tone], dim, scale),
    ];
  });
  const shapes = drawn.map((id) =>
    svg(
      "g",
      { opacity: lit && !lit.nodes.has(id) ? 0.2 : 1 },
      shapeOf(nodes[id], ...point(positions[id]), nodes[id].size * scale),
    ),
  );
  const size = fontSize(scale);
  const labels = stage.placed.map(({ id, lines: rows, bold, box, struck }) =>
    rows.map((row, i) =>
      svg(
        "text",
        {
          x: short((box[0] + box[2]) / 2 + dx),
          y: short(box[1] + dy + ((size * 15) / 13) * (i + 0.8)),
          "text-anchor": "middle",
          "font-size": short(size),
          "font-weight": bold ? 600 : 400,
          "font-family": font(1).replace(/^.*?px /, ""),
          fill: colours.ink,
          stroke: colours.ground,
          "stroke-width": 3,
          "paint-order": "stroke",
          "text-decoration": struck ? "line-through" : null,
          opacity: lit && !lit.nodes.has(id) ? 0.25 : 1,
        },
        row,
      ),
    ),
  );
  return svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}` },
    svg("rect", { width, height, fill: colours.ground }),
    strokes,
    shapes,
    labels,
  );
}

const short = (number) => Number(number.toFixed(1));

function arrow(edge, ends, from, colour, dim, scale) {
  const [x, y] = ends[1];
  const angle = Math.atan2(y - from[1], x - from[0]);
  const r = nodes[edge.to].size * scale + 1;
  const [tx, ty] = [x - r * Math.cos(angle), y - r * Math.sin(angle)];
  const corner = (turn) => `${short(tx - 7 * Math.cos(angle + turn))},${short(ty - 7 * Math.sin(angle + turn))}`;
  return svg("polygon", {
    points: `${short(tx)},${short(ty)} ${corner(0.4)} ${corner(-0.4)}`,
    fill: colour,
    "fill-opacity": dim ? 0.15 : 0.85,
  });
}

// Rows with what each rests on.
function asCsv(titles, rows) {
  const full = withEvidence(titles.map((title, i) => [title, i]), rows);
  return new Blob(["\ufeff", toCsv(full.columns, full.rows)], { type: "text/csv;charset=utf-8" });
}

// The table that is seen; of the story its proposals; for the other views the nodes in them.
export function exportCsv() {
  if (state().view === "table" || state().view === "story") return saveTable();
  const { drawn, matching } = selection();
  const ids = state().view === "network" ? drawn : matching;
  const titles = ["id", "name", "kind", "event kind", "date", "factuality", "country", "mentions", "sentences"];
  const rows = ids
    .map((id) => nodes[id])
    .map((node) => ({ item: node, cells: [
      node.key,
      node.name,
      node.group,
      node.kind || "",
      node.date || "",
      node.factuality || "",
      node.country || "",
      node.n,
      sentenceCount(node.ev),
    ] }));
  return download(`${fileName()}-nodes.csv`, asCsv(titles, rows));
}

// The links between what is seen.
export function exportLinks() {
  const { lines, passes } = selection();
  const found =
    state().view === "network"
      ? lines.map((id) => edges[id])
      : edges.filter((edge) => passes[edge.from] && passes[edge.to]);
  const rows = found.map((edge) => ({ item: edge, cells: [nodes[edge.from].key, edge.type, nodes[edge.to].key, edge.n, sentenceCount(edge.ev)] }));
  download(`${fileName()}-links.csv`, asCsv(["from", "type", "to", "mentions", "sentences"], rows));
}

// What is seen as a workbook, and the articles that it rests on as entries to cite.
export const exportWorkbook = saveWorkbook;

export function exportBibtex() {
  const { matching, passes } = selection();
  const cited = new Set(matching.flatMap((id) => nodes[id].articles));
  for (const node of nodes) if (isArticle(node) && passes[node.id]) cited.add(node.id);
  saveBibtex([...cited].sort((a, b) => a - b));
  say(`${counted(cited.size, "article")} saved.`);
}
