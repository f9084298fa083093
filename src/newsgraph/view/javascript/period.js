// The whole time in a strip: how much cooperation and how much conflict there was, and a brush for the period that all
// views are narrowed to; it can be played.

import { axisBottom } from "d3-axis";
import { brushX } from "d3-brush";
import { scaleLinear } from "d3-scale";
import { select as pick } from "d3-selection";
import { area, curveMonotoneX } from "d3-shape";
import { fill, h, svg } from "./dom.js";
import { isOccurrence, isoDay, nodes, quadOf } from "./data.js";
import { binned, drawAxis, extent, timeScale } from "./ticks.js";
import { passing } from "./selection.js";
import { dateWords } from "./words.js";
import { placedOn } from "./told.js";
import { state, update } from "./state.js";
import { theme } from "./theme.js";

const HEIGHT = 86;
const MIDDLE = 36;
const STEP = 700; // milliseconds between two pictures of what is played
const FRAMES = 24;

const strip = h("div", { class: "strip" });
const words = h("span", { class: "soft", role: "status" });
const STEPS = { 1: "day", 7: "week", 30.4: "month", 365.25: "year" };
let scale = "";
const playing = { timer: 0 };
const button = h("button", { click: () => (playing.timer ? stop() : play()) });
const whole = h("button", { click: () => all() }, "All dates");
const controls = h("div", { class: "period-bar" }, button, whole, words);
export const period = h("section", { class: "period", "aria-label": "Period" }, controls, strip);

const told = nodes.filter((node) => isOccurrence(node) && placedOn(node));
const [low, high] = told.length ? extent(told.map((node) => placedOn(node)[0])) : [0, 0];

function all() {
  stop();
  update({ from: null, to: null });
}

function stop() {
  clearInterval(playing.timer);
  playing.timer = 0;
  button.textContent = "▶ Play";
}

// The period, or a twelfth of the whole, moves from where it is to the end.
function play() {
  const { from, to } = state();
  const long = from !== null && to !== null ? to - from : Math.ceil((high - low + 1) / 12);
  const by = Math.max(1, Math.round((high - low - long) / FRAMES));
  let at = from !== null && to !== null && to < high ? from : low;
  const show = () => update({ from: at, to: Math.min(high, at + long) }, { merge: "play" });
  show();
  button.textContent = "❚❚ Pause";
  playing.timer = setInterval(() => {
    // Who looks at something else has seen enough.
    if (state().view !== "timeline" || at + long >= high) return stop();
    at += by;
    return show();
  }, STEP);
}

function curves(xOf, base) {
  const colours = theme();
  const passes = passing(state(), "date");
  const events = told.filter((node) => passes[node.id] && node.group === "Event" && (node.factuality || "actual") === "actual");
  const daysOf = (end) => events.filter((node) => quadOf(node).endsWith(end)).map((node) => placedOn(node)[0]);
  const [peace, fight] = ["cooperation", "conflict"].map((end) => binned(daysOf(end), low, high));
  const most = Math.max(1, ...peace.counts, ...fight.counts);
  scale = `at most ${most} a ${STEPS[peace.step]}`;
  const draw = ({ step, counts }, top, colour) => {
    const yOf = scaleLinear([0, most], [base, top]);
    const shape = area()
      .x((_, i) => xOf(low - 0.5 + (i + 0.5) * step))
      .y0(base)
      .y1((/** @type {any} */ count) => yOf(count))
      .curve(curveMonotoneX);
    // From and to nothing, so that a single step can be seen.
    return svg("path", { d: shape(counts.length > 1 ? counts : [counts[0], counts[0]]), fill: colour, "fill-opacity": 0.85 });
  };
  const label = (text, y) => svg("text", { x: 8, y, "font-size": 12, "font-weight": 600, fill: colours.soft }, text);
  return [
    draw(peace, 8, colours["material cooperation"]),
    draw(fight, 2 * base - 8, colours["material conflict"]),
    label("Cooperation", base - 12),
    label("Conflict", base + 22),
  ];
}

// Drawn for a width, with `left` pixels for names; the controls stay as they are.
export function drawPeriod(width, left) {
  period.hidden = high <= low;
  if (period.hidden) return;
  const { from, to } = state();
  const colours = theme();
  const right = width - 60;
  const time = timeScale(low, high, [left, right]);
  const { xOf, dayAt } = time;
  const brush = svg("g", { class: "period-brush" });
  const dates = svg("g", { transform: `translate(0,${MIDDLE})` });
  drawAxis(dates, axisBottom, time, { padding: HEIGHT - MIDDLE - 13, colours });
  const picture = svg(
    "svg",
    { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": "Cooperation and conflict over the whole time" },
    curves(xOf, MIDDLE),
    dates,
    brush,
  );
  fill(strip, picture);
  const moving = brushX()
    .extent([
      [left, 2],
      [right, HEIGHT - 16],
    ])
    .on("end", ({ selection, sourceEvent }) => {
      if (!sourceEvent) return;
      stop();
      if (!selection) update({ from: null, to: null });
      else update({ from: dayAt(selection[0]), to: Math.max(dayAt(selection[0]), dayAt(selection[1]) - 1) });
    });
  pick(brush).call(moving);
  if (from !== null || to !== null) {
    const [begin, end] = [from ?? low, (to ?? high) + 1].map((day) => day - 0.5).map((day) => Math.min(right, Math.max(left, xOf(day))));
    pick(brush).call(moving.move, [begin, end]);
  }
  whole.hidden = from === null && to === null;
  words.textContent =
    from === null && to === null
      ? `Events: ${scale}. Drag over a part to look closer.`
      : `${dateWords(isoDay(from ?? low))} to ${dateWords(isoDay(to ?? high))}`;
}

stop();
