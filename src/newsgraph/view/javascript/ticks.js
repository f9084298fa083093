// The days that an axis of time names, as [day, words]: years, months or days as they have room.

import { utcTicks, utcYear, utcMonth } from "d3-time";

const DAY = 86400000;
const ROOM = 90; // pixels that a date and the gap after it take

const wording = (/** @type {Intl.DateTimeFormatOptions} */ options) => {
  const format = new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
  return (/** @type {Date} */ date) => format.format(date);
};
const asYear = wording({ year: "numeric" });
const asMonth = wording({ year: "numeric", month: "short" });
const asDay = wording({ month: "short", day: "numeric" });

/**
 * @param {number} low days since 1970
 * @param {number} high
 * @param {number} width pixels
 */
export function ticks(low, high, width) {
  const found = utcTicks(new Date(low * DAY), new Date(high * DAY), Math.max(1, Math.min(width / ROOM, high - low)));
  const is = (/** @type {any} */ step) => found.length > 1 && found.every((date) => step(date).getTime() === date.getTime());
  const inWords = is(utcYear) ? asYear : is(utcMonth) ? asMonth : asDay;
  return found
    .filter((date) => date.getTime() % DAY === 0)
    .map((date) => /** @type {[number, string]} */ ([date.getTime() / DAY, inWords(date)]));
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
