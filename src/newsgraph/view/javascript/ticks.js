// Axes of time, in days since 1970: d3's scales and axes, with years, months or days named as they have room.

import { scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { utcMonth, utcYear } from "d3-time";

const DAY = 86400000;
const ROOM = 110; // pixels that an axis asks for each date; d3 may give it little more than half

const wording = (/** @type {Intl.DateTimeFormatOptions} */ options) => {
  const format = new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
  return (/** @type {Date} */ date) => format.format(date);
};
const asYear = wording({ year: "numeric" });
const asMonth = wording({ year: "numeric", month: "short" });
const asDay = wording({ month: "short", day: "numeric" });

/**
 * A scale of the days from low to high, with the way from a day to the pixel of its middle, and back.
 * @param {number} low
 * @param {number} high
 * @param {[number, number]} range pixels
 */
export function timeScale(low, high, range) {
  const scale = scaleUtc([(low - 0.5) * DAY, (high + 0.5) * DAY], range);
  const dayAt = (/** @type {number} */ x) => Math.round(scale.invert(x).getTime() / DAY + 0.5);
  return { scale, low, high, xOf: (/** @type {number} */ day) => scale(day * DAY), dayAt };
}

/**
 * The days that an axis names, and how.
 * @param {ReturnType<typeof timeScale>} time
 */
export function ticks({ scale, low, high }) {
  const [left, right] = scale.range();
  const most = Math.max(1, Math.min((right - left) / ROOM, high - low + 1));
  const days = scale.ticks(most).filter((date) => date.getTime() % DAY === 0);
  const is = (/** @type {any} */ step) => days.length > 1 && days.every((date) => +step(date) === +date);
  return { days, inWords: is(utcYear) ? asYear : is(utcMonth) ? asMonth : asDay };
}

/**
 * The axis of a scale, as `make` (axisTop or axisBottom) has it, drawn in an element.
 * @param {SVGGElement} element
 * @param {typeof import("d3-axis").axisTop} make
 * @param {ReturnType<typeof timeScale>} time
 * @param {{size?: number, padding?: number, colours: {soft: string, line: string}}} options
 */
export function drawAxis(element, make, time, { size = 0, padding = 3, colours }) {
  const { days, inWords } = ticks(time);
  const axis = make(time.scale).tickValues(days).tickFormat(inWords).tickSizeInner(size).tickSizeOuter(0).tickPadding(padding);
  const drawn = select(element).call(axis).attr("color", colours.soft).attr("font-size", 11).attr("font-family", "system-ui, sans-serif");
  drawn.selectAll("line").attr("stroke", colours.line).attr("stroke-opacity", 0.25);
  drawn.select(".domain").attr("stroke", colours.line);
}

// Most of the days, so that one date of the last century does not press all others into a corner: [low, high, oldest].
export function extent(starts) {
  const days = starts.sort((a, b) => a - b);
  const cut = Math.ceil(days.length * 0.05);
  const [low, high] = [days[0], days.at(-1)];
  const inner = days.length > 6 ? days[cut] : low;
  return inner - low > 3 * (high - inner + 5) ? [inner - 1, high, low] : [low, high, low];
}

const UNITS = [
  [70, 1],
  [500, 7],
  [3000, 30.4],
];

// How many of the days there are in each of the steps from low to high.
export function binned(days, low, high) {
  const [, step] = UNITS.find(([most]) => high - low <= most) || [0, 365.25];
  const counts = new Array(Math.max(1, Math.ceil((high - low + 1) / step))).fill(0);
  for (const day of days) counts[Math.min(counts.length - 1, Math.max(0, Math.floor((day - low) / step)))]++;
  return { step, counts };
}
