// A toll that was counted again and again, in words.

import { dateWords } from "./words.js";

// "killed: 14 (6 May), 11 (8 May); injured: 30": a number that stays is said once.
export function tollWords(toll) {
  const courses = new Map();
  for (const [what, number, day] of toll) {
    if (!courses.has(what)) courses.set(what, []);
    const course = courses.get(what);
    if (course.at(-1)?.number !== number) course.push({ number, day });
  }
  const inWords = ({ number, day }, isOnly) => number.toLocaleString("en") + (day && !isOnly ? ` (${dateWords(day)})` : "");
  return [...courses]
    .map(([what, course]) => `${what}: ${course.map((one) => inWords(one, course.length === 1)).join(", then ")}`)
    .join("; ");
}
