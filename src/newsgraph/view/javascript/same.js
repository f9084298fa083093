// One mark for what is told twice: "11 people" and "Eleven people" are nobody in particular, whoever counts them.

import { nodes } from "./data.js";

const NUMBERS = Object.fromEntries(
  (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen twenty"
  )
    .split(" ")
    .map((word, i) => [word, String(i + 1)]),
);

const bare = (name) =>
  name
    .toLowerCase()
    .replace(/^(the|some|about|around) /, "")
    .replace(/[\p{L}]+/gu, (word) => NUMBERS[word] || word)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

// Only groups without a name of their own are merged: two persons may share one.
const keyOf = (id) => (nodes[id].group === "Group" && !nodes[id].named ? bare(nodes[id].name) : id);

// The first of each; the others are the same to a reader.
export function distinct(ids) {
  const seen = new Set();
  return ids.filter((id) => {
    const key = keyOf(id);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
