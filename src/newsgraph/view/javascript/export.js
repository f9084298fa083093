// What is seen as a file: picture, drawing, data.

import { $, svg, counted, download, say } from "./dom.js";
import { data, nodes, edges, isArticle } from "./data.js";
import { state } from "./state.js";
import { selection } from "./selection.js";
import { theme } from "./theme.js";
import { shapeOf } from "./glyphs.js";
import { font, fontSize } from "./labels.js";
import { curveOf } from "./curves.js";
import { lineKeys } from "./legend.js";
import { paintNetwork } from "./network.js";
import { middle, stage } from "./stage.js";
import { saveTable, saveWorkbook } from "./table.js";
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

export function exportPng() {
  if (state().view === "network") return networkPng();
  const picture = drawing();
  if (!picture) return say("A table has no picture; save it as CSV.");
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => download(`${fileName()}.png`, blob));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text(picture))}`;
  return undefined;
}

// Twice as fine as the screen, with the title above and the sources below.
function networkPng() {
  const { width, height } = middle();
  const picture = document.createElement("canvas");
  [picture.width, picture.height] = [width * 2, height * 2];
  const ctx = picture.getContext("2d");
  paintNetwork(ctx, 2);
  ctx.setTransform(2, 0, 0, 2, 0, 0);
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  ctx.fillStyle = theme().ink;
  ctx.font = font(15, true);
  ctx.fillText(document.title, 12, 22);
  ctx.font = font(11, false);
  ctx.fillStyle = theme().soft;
  let x = 12;
  for (const [words, colour] of lineKeys()) {
    ctx.fillStyle = colour;
    ctx.fillRect(x, height - 24, 18, 3);
    ctx.fillStyle = theme().soft;
    ctx.fillText(words, x + 23, height - 19);
    x += 37 + ctx.measureText(words).width;
  }
  ctx.fillText(sourceLine(), 12, height - 6);
  picture.toBlob((blob) => download(`${fileName()}.png`, blob));
}

// What the picture rests on, for who sees it without the page.
function sourceLine() {
  const articles = nodes.filter(isArticle);
  const days = articles.map((node) => String(node.date || "").slice(0, 10)).filter(Boolean).sort();
  const span = days.length ? `, ${days[0]} to ${days.at(-1)}` : "";
  return `Source: ${counted(articles.length, "article")}${span}; drawn by newsgraph`;
}

export function exportSvg() {
  const picture = state().view === "network" ? networkSvg() : drawing();
  if (!picture) return say("A table has no drawing; save it as CSV.");
  return download(`${fileName()}.svg`, new Blob([text(picture)], { type: "image/svg+xml" }));
}

function text(picture) {
  const copy = picture.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const element of [copy, ...copy.querySelectorAll("*")])
    for (const name of ["tabindex", "role", "class", "data-node", "aria-pressed"]) element.removeAttribute(name);
  return new XMLSerializer().serializeToString(copy);
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
    svg("text", { x: 12, y: 22, "font-size": 15, "font-weight": 600, fill: colours.ink }, document.title),
    svg("text", { x: 12, y: height - 8, "font-size": 11, fill: colours.soft }, sourceLine()),
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

const asCsv = (titles, rows) =>
  new Blob(["\ufeff", toCsv(titles.map((title, i) => [title, i]), rows.map((cells) => ({ cells })))], {
    type: "text/csv;charset=utf-8",
  });

// The table that is seen; of the story its proposals; for the other views the nodes in them.
export function exportCsv() {
  if (state().view === "table" || state().view === "story") return saveTable();
  const { drawn, matching } = selection();
  const ids = state().view === "network" ? drawn : matching;
  const titles = ["id", "name", "kind", "event kind", "date", "factuality", "country", "mentions", "sentences"];
  const rows = ids
    .map((id) => nodes[id])
    .map((node) => [
      node.key,
      node.name,
      node.group,
      node.kind || "",
      node.date || "",
      node.factuality || "",
      node.country || "",
      node.n,
      node.ev.length,
    ]);
  return download(`${fileName()}-nodes.csv`, asCsv(titles, rows));
}

// The links between what is seen.
export function exportLinks() {
  const { lines, passes } = selection();
  const found =
    state().view === "network"
      ? lines.map((id) => edges[id])
      : edges.filter((edge) => passes[edge.from] && passes[edge.to]);
  const rows = found.map((edge) => [nodes[edge.from].key, edge.type, nodes[edge.to].key, edge.n, edge.ev.length]);
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
