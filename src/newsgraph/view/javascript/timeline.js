// Events, proposals and statements along time, a lane for each sort, so that nothing covers anything.

import { axisTop } from "d3-axis";
import { counted, fill, focused, h, svg } from "./dom.js";
import { nodes, isOccurrence, isoDay, quadOf, parties } from "./data.js";
import { selection } from "./selection.js";
import { state } from "./state.js";
import { theme } from "./theme.js";
import { shapeOf } from "./glyphs.js";
import { noneOf } from "./way_back.js";
import { placedOn } from "./told.js";
import { drawAxis, extent, timeScale } from "./ticks.js";
import { drawPeriod, period } from "./period.js";
import { dateWords, describe, nameList, quadWords } from "./words.js";
import { select } from "./actions.js";
import { isChosen } from "./chosen.js";
import { capital } from "./blocks.js";

const LANES = ["material conflict", "verbal conflict", "verbal cooperation", "material cooperation", "neutral"];
const OTHERS = { neutral: "Other events", proposal: "Proposals", statement: "Statements" };
const lanesOf = [...LANES, "proposal", "statement"].map((lane) => [lane, OTHERS[lane] || capital(quadWords(lane))]);
const ROW = 20;
const LEFT = 164;
const MOST = 600;
const ruler = document.createElement("canvas").getContext("2d");
const FONT = "system-ui, sans-serif";

// As exact as it is known, and no more: "1998" is no first of January.
const dateOf = (node) => dateWords(node.days ? node.date : isoDay(placedOn(node)[0]));

const laneOf = (node) => (node.group === "Event" ? quadOf(node) : node.group.toLowerCase());

function caption(node) {
  const who = parties(node.id, { Event: "agent", Proposal: "proposedBy", Statement: "saidBy" }[node.group]);
  const name = node.name.length > 46 ? `${node.name.slice(0, 45)}…` : node.name;
  const isNamed = who.some((id) => node.name.toLowerCase().includes(nodes[id].name.toLowerCase()));
  return who.length && !isNamed ? `${nameList(who.slice(0, 2))}: ${name}` : name;
}

// As much of a text as there is room for.
function fitting(text, room) {
  if (ruler.measureText(text).width <= room) return text;
  let most = text.length;
  while (most > 8 && ruler.measureText(`${text.slice(0, most)}…`).width > room) most -= 3;
  return `${text.slice(0, most).trimEnd()}…`;
}

export function drawTimeline(box) {
  const found = selection()
    .marks.map((id) => nodes[id])
    .filter(isOccurrence);
  const placed = new Map(found.map((node) => [node.id, placedOn(node)]));
  const daysOf = (node) => placed.get(node.id);
  const standing = found.filter(daysOf);
  const dated = standing
    .sort((a, b) => a.id - b.id)
    .slice(0, MOST)
    .sort((a, b) => daysOf(a)[0] - daysOf(b)[0] || a.id - b.id);
  const undated = found.filter((node) => !daysOf(node));
  const all = standing.length;
  const told = standing.filter((node) => !node.days).length;
  const width = Math.max(560, box.clientWidth - 24);
  if (!box.contains(period)) fill(box, period);
  drawPeriod(width, LEFT);
  const below = (...children) => {
    while (period.nextSibling) period.nextSibling.remove();
    box.append(...children.filter(Boolean));
  };
  if (!dated.length)
    return below(noneOf("event, proposal or statement", (node) => isOccurrence(node) && placedOn(node), "with a date"));
  const held = box.contains(document.activeElement) && focused().dataset.node;
  const [low, high, oldest] = extent(dated.map((node) => daysOf(node)[0]));
  const colours = theme();
  const time = timeScale(low, high, [LEFT, width - 60]);
  const xOf = (day) => time.xOf(Math.max(low, day));
  ruler.font = `12px ${FONT}`;
  const rows = [];
  let y = 30;
  const lanes = lanesOf.map(([lane, title]) => ({ title, top: 0, bottom: 0, nodes: dated.filter((node) => laneOf(node) === lane) })).filter(
    (lane) => lane.nodes.length,
  );
  for (const lane of lanes) {
    const ends = [];
    lane.top = y;
    for (const node of lane.nodes) {
      const x = xOf(daysOf(node)[0]);
      const words = fitting(caption(node), Math.max(x - LEFT, width - x) - 20);
      const length = 14 + ruler.measureText(words).width;
      // At the right end words stand before the mark.
      const before = x + length > width - 4 && x - length > LEFT;
      const [from, to] = before ? [x - length, x + 12] : [x - 8, x + length];
      let row = ends.findIndex((taken) => taken.every(([a, b]) => to < a || from > b));
      if (row < 0) row = ends.push([]) - 1;
      ends[row].push([from, to]);
      rows.push({ node, x, y: y + 14 + row * ROW, words, before });
    }
    y += Math.max(1, ends.length) * ROW + 14;
    lane.bottom = y;
  }
  const dates = svg("g", { class: "dates", transform: `translate(0,${y})` });
  drawAxis(dates, axisTop, time, { size: y - 24, colours });
  const picture = svg(
    "svg",
    {
      width,
      height: y + 8,
      viewBox: `0 0 ${width} ${y + 8}`,
      class: "timeline",
      role: "group",
      "aria-label": "Timeline",
    },
    svg("rect", { x: 0, y: 0, width, height: y + 8, fill: colours.ground }),
    lanes.map((lane, i) => [
      svg("rect", {
        x: 0,
        y: lane.top,
        width,
        height: lane.bottom - lane.top,
        fill: i % 2 ? colours.ground : colours.sea,
      }),
      svg(
        "text",
        {
          x: 8,
          y: lane.top + 18,
          fill: colours.soft,
          "font-size": 12,
          "font-weight": 600,
          "font-family": FONT,
        },
        lane.title,
      ),
    ]),
    dates,
    rows.map(({ node, x, y: top, words, before }) =>
      svg(
        "g",
        {
          class: "item",
          tabindex: -1,
          role: "button",
          "data-node": node.id,
          "aria-label": describe(node),
          "aria-pressed": String(isChosen(node.id)),
          click: () => select({ node: node.id }),
          // Nobody says when: it stands where an article tells of it.
          opacity: node.days ? null : 0.72,
        },
        node.days && node.days[1] > node.days[0] &&
          svg("line", {
            x1: x,
            x2: Math.max(x + 4, xOf(Math.min(high, node.days[1]))),
            y1: top + 9,
            y2: top + 9,
            stroke: colours.line,
            "stroke-width": 2,
          }),
        shapeOf(node, x, top, 6),
        svg(
          "text",
          {
            x: before ? x - 11 : x + 11,
            y: top + 4,
            "text-anchor": before ? "end" : "start",
            fill: colours.ink,
            "font-size": 12,
            "font-family": FONT,
            "text-decoration": node.factuality === "negated" ? "line-through" : null,
          },
          words,
        ),
        svg("title", {}, `${describe(node)}`),
      ),
    ),
  );
  below(
    h(
      "p",
      { class: "soft note-line" },
      `${counted(all, "event, proposal or statement", "events, proposals and statements")}`,
      all > dated.length && `; the ${dated.length} most important are drawn`,
      `, ${dateOf(dated[0])} to ${dateOf(dated.at(-1))}.`,
      told > 0 && ` Paler: ${told} without a date, on the day of their article.`,
      low > oldest && " What is older stands at the left end.",
    ),
    h("div", { class: "scroll" }, picture),
    undated.length > 0 &&
      h(
        "details",
        { class: "undated" },
        h("summary", {}, `${undated.length} without a date`),
        h(
          "ul",
          { class: "rows" },
          undated
            .slice(0, 100)
            .map((node) =>
              h("li", {}, h("button", { class: "link", click: () => select({ node: node.id }) }, caption(node))),
            ),
        ),
      ),
  );
  rove([...picture.querySelectorAll(".item")], held || String(state().selected?.node), Boolean(held));
  return undefined;
}

// One stop of the Tab key; arrow keys go on from there.
export function rove(items, current, isHeld) {
  if (!items.length) return;
  const start = items.find((item) => item.dataset.node === current) || items[0];
  start.setAttribute("tabindex", "0");
  if (isHeld) start.focus();
  items.forEach((item, i) =>
    item.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") {
        // What is selected already lets the key through: the view may lead on to the details.
        if (item.getAttribute("aria-pressed") === "true") return;
        select({ node: Number(item.dataset.node) });
        event.stopPropagation();
      } else if (by) {
        const next = items[(i + by + items.length) % items.length];
        item.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      } else return;
      event.preventDefault();
    }),
  );
}
