// A drawing as it is saved: its title above, what its colours mean and what it rests on below.

import { counted, svg } from "./dom.js";
import { isArticle, nodes } from "./data.js";
import { font } from "./labels.js";
import { theme } from "./theme.js";

const LEAST = 420; // pixels that words have
const EDGE = 12;
const LINE = 17;
export const TOP = 34;
const ruler = document.createElement("canvas").getContext("2d");
const FONT = font(11, false).replace(/^.*?px /, "");

// What the picture rests on, for who sees it without the page.
function sourceLine() {
  const articles = nodes.filter(isArticle);
  const days = articles.map((node) => String(node.date || "").slice(0, 10)).filter(Boolean).sort();
  const span = days.length ? `, ${days[0]} to ${days.at(-1)}` : "";
  return `Source: ${counted(articles.length, "article")}${span}; drawn by newsgraph`;
}

// What the page itself says of the colours in a view: [words, the stroke of the line before them, its dashes].
const keysIn = (view) =>
  [...view.querySelectorAll(".key, .keys > span, #tie-legend > span")].map((key) => {
    const line = key.querySelector("line");
    return [key.textContent.trim(), line.getAttribute("stroke"), line.getAttribute("stroke-dasharray")];
  });

// What is said beside them; the words that lead to the keys are none.
const notesIn = (view) =>
  [...view.querySelectorAll(".note-line")].map((note) =>
    [...note.childNodes]
      .map((part) => (part.nodeType === Node.TEXT_NODE && !part.textContent.endsWith(": ") ? part.textContent : ""))
      .join("")
      .trim(),
  );

// Pieces of words one after the other, `gap` pixels before each, as many in a line as there is room for: [x, line].
function flowed(widths, width) {
  let [x, line] = [EDGE, 0];
  return widths.map((wide) => {
    if (x > EDGE && x + wide > width - EDGE) [x, line] = [EDGE, line + 1];
    x += wide;
    return [x - wide, line];
  });
}

/**
 * @param {HTMLElement} view in which the drawing is
 * @param {SVGElement | null} drawing none where it is put there afterwards, `TOP` pixels down
 * @param {{width: number, height: number}} size of the drawing
 */
export function framed(view, drawing, size) {
  const colours = theme();
  const width = Math.max(LEAST, size.width);
  const text = (words, x, y, more = {}) =>
    svg("text", { x, y, "font-size": 11, fill: colours.soft, ...more }, words);
  ruler.font = font(11, false);
  const below = [];
  let y = TOP + size.height + LINE;
  const flow = (pieces, gap, draw) => {
    const places = flowed(pieces.map(([words]) => ruler.measureText(words).width + gap), width);
    places.forEach(([x, line], i) => below.push(draw(pieces[i], x, y + line * LINE)));
    if (places.length) y += (places.at(-1)[1] + 1) * LINE;
  };
  for (const note of notesIn(view)) flow(note.split(" ").map((word) => [word]), 4, ([word], x, at) => text(word, x, at));
  flow(keysIn(view), 40, ([words, stroke, dashes], x, at) => [
    svg("line", { x1: x, x2: x + 18, y1: at - 4, y2: at - 4, stroke, "stroke-width": 3, "stroke-dasharray": dashes }),
    text(words, x + 23, at),
  ]);
  flow([[sourceLine()]], 0, ([words], x, at) => text(words, x, at));
  const height = Math.round(y);
  if (drawing) {
    for (const [name, value] of Object.entries({ x: 0, y: TOP, ...size })) drawing.setAttribute(name, String(value));
  }
  return svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT },
    svg("rect", { width, height, fill: colours.ground }),
    drawing,
    text(document.title, EDGE, 22, { "font-size": 15, "font-weight": 600, fill: colours.ink }),
    below,
  );
}
