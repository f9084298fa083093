// What is seen as a file: picture, drawing, data.

import { $, svg, download, say } from "./dom.js";
import { data, nodes, edges } from "./data.js";
import { state } from "./state.js";
import { selection } from "./selection.js";
import { theme } from "./theme.js";
import { shapeOf } from "./glyphs.js";
import { font, fontSize } from "./labels.js";
import { middle, stage } from "./stage.js";
import { saveTable, toCsv } from "./table.js";

const fileName = () =>
  `${
    (document.title || "newsgraph")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "newsgraph"
  }-${state().view}`;
const drawing = () => $(`view-${state().view}`).querySelector("svg.timeline, svg.map");

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

function networkPng() {
  const source = stage.network.canvas.frame.canvas;
  source.toBlob((blob) => download(`${fileName()}.png`, blob));
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

// The network as it is seen, drawn once more from what vis-network knows.
function networkSvg() {
  const { dx, dy, scale, width, height } = middle();
  const colours = theme();
  const { positions, lit } = stage;
  const { drawn, lines } = selection();
  const point = ({ x, y }) => [x * scale + dx, y * scale + dy];
  const strokes = lines.map((id) => {
    const line = stage.network.body.edges[id];
    if (!line || !line.connected) return null;
    const [ends, via] = [[positions[edges[id].from], positions[edges[id].to]].map(point), line.edgeType.getPoint(0.5)];
    const [vx, vy] = point(via);
    const control = [2 * vx - (ends[0][0] + ends[1][0]) / 2, 2 * vy - (ends[0][1] + ends[1][1]) / 2];
    const { tone } = data.ties[edges[id].type];
    const path = edges[id].smooth
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
      arrow(edges[id], ends, edges[id].smooth ? control : ends[0], colours.tones[tone], dim, scale),
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

// The table that is seen; for the other views the nodes and ties in them.
export function exportCsv() {
  if (state().view === "table") return saveTable();
  const { drawn, lines, matching } = selection();
  const ids = state().view === "network" ? drawn : matching;
  const columns = ["id", "name", "kind", "event kind", "date", "factuality", "country", "mentions", "evidence"].map(
    (title, i) => [title, i],
  );
  const rows = ids
    .map((id) => nodes[id])
    .map((node) => ({
      cells: [
        node.key,
        node.name,
        node.group,
        node.kind || "",
        node.date || "",
        node.factuality || "",
        node.country || "",
        node.n,
        node.ev.length,
      ],
    }));
  download(`${fileName()}-nodes.csv`, new Blob(["\ufeff", toCsv(columns, rows)], { type: "text/csv;charset=utf-8" }));
  const shownTies =
    state().view === "network"
      ? lines.map((id) => edges[id])
      : edges.filter((edge) => selection().passes[edge.from] && selection().passes[edge.to]);
  const tieRows = shownTies.map((edge) => ({
    cells: [nodes[edge.from].key, edge.type, nodes[edge.to].key, edge.n, edge.ev.length],
  }));
  download(
    `${fileName()}-links.csv`,
    new Blob(
      [
        "\ufeff",
        toCsv(
          [
            ["from", 0],
            ["type", 1],
            ["to", 2],
            ["mentions", 3],
            ["evidence", 4],
          ],
          tieRows,
        ),
      ],
      { type: "text/csv;charset=utf-8" },
    ),
  );
  return undefined;
}
