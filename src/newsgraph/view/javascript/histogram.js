// Events, proposals and statements over time, with two handles to drag.

import { h, svg, fill } from "./dom.js";
import { nodes, isOccurrence, isoDay, daysOf } from "./data.js";
import { state, update } from "./state.js";
import { passing, selection } from "./selection.js";
import { dateWords } from "./words.js";
import { theme } from "./theme.js";
import { placedOn } from "./told.js";

const WIDTH = 218;
const HEIGHT = 56;

const dated = nodes.filter((node) => isOccurrence(node) && placedOn(node));
const first = dated.reduce((least, node) => Math.min(least, placedOn(node)[0]), Infinity);
const last = dated.reduce((most, node) => Math.max(most, placedOn(node)[0]), -Infinity);

// Old dates are few and far: the axis begins where nearly all of them are, and the first bar holds what is older.
const starts = dated.map((node) => placedOn(node)[0]).sort((a, b) => a - b);
const low = starts.length ? Math.max(first, starts[Math.floor(starts.length * 0.04)] - 1) : 0;
const high = starts.length ? Math.max(last, low + 1) : 1;
const BARS = Math.max(1, Math.min(40, high - low + 1));
const span = (high - low + 1) / BARS;
const barOf = (day) => Math.max(0, Math.min(BARS - 1, Math.floor((day - low) / span)));
const xOf = (day) => ((Math.max(low, Math.min(high + 1, day)) - low) / (high - low + 1)) * WIDTH;
const dayAt = (x) => Math.round(low + (x / WIDTH) * (high - low + 1));

export function histogram(box) {
  if (!dated.length) return fill(box, h("p", { class: "none" }, "No dates are known."));
  const now = state();
  const isWhole = now.from === null && now.to === null;
  const passes = isWhole ? selection().passes : passing(now, "date");
  const counts = new Array(BARS).fill(0);
  for (const node of dated) if (passes[node.id]) counts[barOf(placedOn(node)[0])]++;
  const top = Math.max(1, ...counts);
  const from = now.from === null ? low : now.from;
  const to = now.to === null ? high : now.to;
  const colours = theme();
  const width = WIDTH / BARS;
  const held = box.contains(document.activeElement) ? document.activeElement.id : null;
  const picture = svg(
    "svg",
    { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", class: "bars" },
    counts.map((count, i) => {
      const day = low + (i + 0.5) * span;
      const size = count ? Math.max(2, (count / top) * (HEIGHT - 4)) : 0;
      return svg("rect", {
        x: i * width + 0.5,
        y: HEIGHT - size,
        width: Math.max(1, width - 1),
        height: size,
        fill: day >= from - span && day <= to + span ? colours.Person : colours.line,
        "fill-opacity": day >= from - span && day <= to + span ? 1 : 0.4,
      });
    }),
  );
  const range = h("div", { class: "brush" });
  const handle = (name, day, words) =>
    h("div", {
      class: "handle",
      id: `date-${name}`,
      role: "slider",
      tabindex: 0,
      "aria-label": words,
      "aria-valuemin": low,
      "aria-valuemax": high,
      "aria-valuenow": Math.max(low, Math.min(high, day)),
      "aria-valuetext": isoDay(day),
      keydown: (event) => step(event, name),
      pointerdown: (event) => drag(event, name, range),
    });
  const [left, right] = [handle("from", from, "From"), handle("to", to, "To")];
  range.append(picture, left, right);
  left.style.left = `${xOf(from)}px`;
  right.style.left = `${xOf(to + 1)}px`;
  const undated = nodes.filter((node) => isOccurrence(node) && !placedOn(node)).length;
  const field = (name, day) =>
    h("input", {
      type: "date",
      "aria-label": name === "from" ? "From date" : "To date",
      value: isoDay(day),
      change: (event) => {
        const days = daysOf(event.target.value);
        if (days) set(name, days[0]);
      },
    });
  fill(
    box,
    range,
    months(passes, now),
    h("div", { class: "ends" }, field("from", from), "–", field("to", to)),
    (now.from !== null || now.to !== null) &&
      h(
        "p",
        { class: "soft" },
        undated ? `${undated} without a date left out. ` : "",
        h("button", { class: "link", click: () => update({ from: null, to: null }) }, "All dates"),
      ),
  );
  if (held && document.getElementById(held)) document.getElementById(held).focus();
  return undefined;
}

const MONTHS = 60; // of more, a list is no help

// A month at a time, with how many of what passes the other filters it has.
function months(passes, now) {
  const counts = new Map();
  for (const node of dated) {
    const month = isoDay(placedOn(node)[0]).slice(0, 7);
    if (passes[node.id]) counts.set(month, (counts.get(month) || 0) + 1);
  }
  if (counts.size < 2 || counts.size > MONTHS) return null;
  const bounds = (month) => daysOf(month);
  const chosen = [...counts.keys()].find((month) => now.from === bounds(month)[0] && now.to === bounds(month)[1]);
  return h(
    "select",
    {
      id: "month",
      "aria-label": "A month",
      change: ({ target }) =>
        update(
          target.value
            ? { from: bounds(target.value)[0], to: bounds(target.value)[1] }
            : { from: null, to: null },
        ),
    },
    h("option", { value: "" }, "All months"),
    [...counts]
      .sort()
      .map(([month, count]) =>
        h("option", { value: month, selected: month === chosen }, `${dateWords(month)} (${count})`),
      ),
  );
}

function set(name, day, options) {
  const now = state();
  const change = { from: now.from, to: now.to };
  if (name === "from") change.from = day <= low ? null : Math.min(day, now.to === null ? high : now.to);
  else change.to = day >= high ? null : Math.max(day, now.from === null ? low : now.from);
  update(change, options);
}

function step(event, name) {
  const now = state();
  const day = now[name] === null ? (name === "from" ? low : high) : now[name];
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 }[event.key];
  if (by) set(name, day + by, { merge: name });
  else if (event.key === "Home") set(name, low);
  else if (event.key === "End") set(name, high);
  else return;
  event.preventDefault();
}

function drag(event, name, range) {
  event.preventDefault();
  event.target.focus();
  const frame = range.getBoundingClientRect();
  let begun = false;
  let latest = null;
  // Once a frame is enough, however often the mouse reports.
  const follow = () => {
    if (latest === null) return;
    const x = Math.max(0, Math.min(WIDTH, ((latest - frame.left) / frame.width) * WIDTH));
    latest = null;
    set(name, name === "from" ? dayAt(x) : dayAt(x) - 1, { undo: !begun });
    begun = true;
  };
  const move = (moved) => {
    if (latest === null) requestAnimationFrame(follow);
    latest = moved.clientX;
  };
  const end = () => {
    follow();
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end);
}
