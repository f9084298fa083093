// Events, proposals and statements along time, a lane for each sort, so that nothing covers anything.

import { h, svg, fill, counted } from "./dom.js";
import { nodes, isOccurrence, isoDay, quadOf, parties } from "./data.js";
import { selection } from "./selection.js";
import { state } from "./state.js";
import { theme } from "./theme.js";
import { shapeOf } from "./glyphs.js";
import { toldOn } from "./told.js";
import { describe, nameList } from "./words.js";
import { select } from "./actions.js";

const LANES = [
  ["material conflict", "Material conflict"],
  ["verbal conflict", "Verbal conflict"],
  ["verbal cooperation", "Verbal cooperation"],
  ["material cooperation", "Material cooperation"],
  ["neutral", "Other events"],
  ["proposal", "Proposals"],
  ["statement", "Statements"],
];
const ROW = 20;
const LEFT = 150;
const MOST = 600;
const ruler = document.createElement("canvas").getContext("2d");
const FONT = "system-ui, sans-serif";

const laneOf = (node) => (node.group === "Event" ? quadOf(node) : node.group.toLowerCase());

function caption(node) {
  const who = parties(node.id, { Event: "agent", Proposal: "proposedBy", Statement: "saidBy" }[node.group]);
  const name = node.name.length > 46 ? `${node.name.slice(0, 45)}…` : node.name;
  return who.length && !node.name.includes(nodes[who[0]].name) ? `${nameList(who.slice(0, 2))}: ${name}` : name;
}

function ticks(low, high, width) {
  const days = high - low + 1;
  const found = [];
  const room = width / 90;
  const date = (day) => new Date(day * 86400000);
  if (days / room > 300) {
    const every = Math.max(1, Math.ceil(days / 365 / room));
    for (let year = date(low).getUTCFullYear(); year <= date(high).getUTCFullYear() + 1; year++) {
      if (year % every === 0) found.push([Date.UTC(year, 0) / 86400000, String(year)]);
    }
  } else if (days / room > 10) {
    const every = days / room > 150 ? 6 : days / room > 60 ? 3 : 1;
    for (
      let at = new Date(Date.UTC(date(low).getUTCFullYear(), date(low).getUTCMonth()));
      at / 86400000 <= high + 31;
      at.setUTCMonth(at.getUTCMonth() + every)
    ) {
      found.push([at / 86400000, at.toLocaleDateString("en", { month: "short", year: "numeric", timeZone: "UTC" })]);
    }
  } else {
    const every = Math.max(1, Math.ceil(days / room));
    for (let day = low; day <= high; day += every) {
      found.push([day, date(day).toLocaleDateString("en", { day: "numeric", month: "short", timeZone: "UTC" })]);
    }
  }
  return found.filter(([day]) => day >= low && day <= high);
}

// The words of a tick are left out where those before it have taken the room; its line stays.
function legible(marks, xOf) {
  ruler.font = `11px ${FONT}`;
  let end = -Infinity;
  return marks.map(([day, words]) => {
    const half = ruler.measureText(words).width / 2;
    if (xOf(day) - half < end + 8) return [day, null];
    end = xOf(day) + half;
    return [day, words];
  });
}

// Most of the days, so that one date of the last century does not press all others into a corner.
function extent(starts) {
  const days = starts.sort((a, b) => a - b);
  const cut = Math.floor(days.length * 0.05);
  const [low, high] = [days[0], days.at(-1)];
  const inner = days.length > 12 ? days[cut] : low;
  return inner - low > 3 * (high - inner + 5) ? [inner - 1, high, low] : [low, high, low];
}

export function drawTimeline(box) {
  const found = selection()
    .marks.map((id) => nodes[id])
    .filter(isOccurrence);
  const placed = new Map(found.map((node) => [node.id, node.days || toldOn(node)]));
  const daysOf = (node) => placed.get(node.id);
  const standing = found.filter(daysOf);
  const dated = standing
    .sort((a, b) => a.id - b.id)
    .slice(0, MOST)
    .sort((a, b) => daysOf(a)[0] - daysOf(b)[0] || a.id - b.id);
  const undated = found.filter((node) => !daysOf(node));
  const all = standing.length;
  const told = standing.filter((node) => !node.days).length;
  if (!dated.length)
    return fill(box, h("p", { class: "none" }, "No event, proposal or statement with a date passes the filters."));
  const held = box.contains(document.activeElement) && document.activeElement.dataset.node;
  const width = Math.max(560, box.clientWidth - 24);
  const [low, high, oldest] = extent(dated.map((node) => daysOf(node)[0]));
  const colours = theme();
  const xOf = (day) => LEFT + ((Math.max(low, day) - low + 0.5) / (high - low + 1)) * (width - LEFT - 60);
  const chosen = state().selected && state().selected.node;
  const dates = legible(ticks(low, high, width - LEFT), xOf);
  ruler.font = `12px ${FONT}`;
  const rows = [];
  let y = 30;
  const lanes = LANES.map(([lane, title]) => ({ title, nodes: dated.filter((node) => laneOf(node) === lane) })).filter(
    (lane) => lane.nodes.length,
  );
  for (const lane of lanes) {
    const ends = [];
    lane.top = y;
    for (const node of lane.nodes) {
      const x = xOf(daysOf(node)[0]);
      const words = caption(node);
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
    dates.map(([day, words]) => [
      svg("line", { x1: xOf(day), x2: xOf(day), y1: 24, y2: y, stroke: colours.line, "stroke-opacity": 0.25 }),
      words &&
        svg(
          "text",
          {
            class: "tick",
            x: xOf(day),
            y: 16,
            fill: colours.soft,
            "font-size": 11,
            "text-anchor": "middle",
            "font-family": FONT,
          },
          words,
        ),
    ]),
    rows.map(({ node, x, y: top, words, before }) =>
      svg(
        "g",
        {
          class: "item",
          tabindex: -1,
          role: "button",
          "data-node": node.id,
          "aria-label": describe(node),
          "aria-pressed": String(node.id === chosen),
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
            "font-weight": node.id === chosen ? 700 : 400,
            "font-family": FONT,
            "text-decoration": node.factuality === "negated" ? "line-through" : null,
          },
          words,
        ),
        svg("title", {}, `${describe(node)}`),
      ),
    ),
  );
  fill(
    box,
    h(
      "p",
      { class: "soft note-line" },
      `${counted(all, "dated event, proposal or statement", "dated events, proposals and statements")}`,
      all > dated.length && `; the ${dated.length} most important are drawn`,
      `, ${isoDay(oldest)} to ${isoDay(high)}.`,
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
  rove([...picture.querySelectorAll(".item")], held || String(chosen), Boolean(held));
  return undefined;
}

// One stop of the Tab key; arrow keys go on from there.
export function rove(items, current, focused) {
  if (!items.length) return;
  const start = items.find((item) => item.dataset.node === current) || items[0];
  start.setAttribute("tabindex", "0");
  if (focused) start.focus();
  items.forEach((item, i) =>
    item.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") select({ node: Number(item.dataset.node) });
      else if (by) {
        const next = items[(i + by + items.length) % items.length];
        item.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
      } else return;
      event.preventDefault();
    }),
  );
}
