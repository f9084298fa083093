// The days that an axis of time names, as [day, words]: years, months or days as they have room.

/** @param {number} day */
const date = (day) => new Date(day * 86400000);

export function ticks(low, high, width) {
  const days = high - low + 1;
  const found = [];
  const room = width / 90;
  if (days / room > 300) {
    const every = Math.max(1, Math.ceil(days / 365 / room));
    for (let year = date(low).getUTCFullYear(); year <= date(high).getUTCFullYear() + 1; year++) {
      if (year % every === 0) found.push([Date.UTC(year, 0) / 86400000, String(year)]);
    }
  } else if (days / room > 10) {
    const every = days / room > 150 ? 6 : days / room > 60 ? 3 : 1;
    for (
      let at = new Date(Date.UTC(date(low).getUTCFullYear(), date(low).getUTCMonth()));
      at.getTime() / 86400000 <= high + 31;
      at.setUTCMonth(at.getUTCMonth() + every)
    ) {
      found.push([at.getTime() / 86400000, at.toLocaleDateString("en", { month: "short", year: "numeric", timeZone: "UTC" })]);
    }
  } else {
    const every = Math.max(1, Math.ceil(days / room));
    for (let day = low; day <= high; day += every) {
      found.push([day, date(day).toLocaleDateString("en", { day: "numeric", month: "short", timeZone: "UTC" })]);
    }
  }
  return found.filter(([day]) => day >= low && day <= high);
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
