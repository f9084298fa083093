// Accounts of what may be one event: the graph joins them only when it is sure; a reader wants to see the others too,
// above all where their numbers differ.

import { nodes, parties } from "./data.js";

export const NUMBERS = ["killed", "injured", "missing", "detained", "displaced"];
const COMMON = new Set([
  "people",
  "least",
  "with",
  "from",
  "that",
  "this",
  "their",
  "other",
  "others",
  "government",
  "officials",
]);

const around = (node) => ["agent", "target", "place"].flatMap((type) => parties(node.id, type));

function wordsOf(node) {
  const names = around(node)
    .map((id) => nodes[id].name)
    .join(" ")
    .toLowerCase();
  return new Set((names.match(/\p{L}{4,}/gu) || []).filter((word) => !COMMON.has(word)));
}

let index = null;

function sameDays(node) {
  if (!index) {
    index = new Map();
    for (const event of nodes) {
      if (event.group !== "Event" || !event.days || event.days[1] - event.days[0] > 7) continue;
      for (let day = event.days[0]; day <= event.days[1]; day++) {
        const key = `${event.kind}|${day}`;
        if (!index.has(key)) index.set(key, []);
        index.get(key).push(event.id);
      }
    }
  }
  if (!node.days || node.days[1] - node.days[0] > 7) return [];
  const found = new Set();
  for (let day = node.days[0] - 1; day <= node.days[1] + 1; day++)
    for (const id of index.get(`${node.kind}|${day}`) || []) found.add(id);
  return [...found];
}

// Events of the same kind, at most a day apart, told by another article, that share a party, a place or words of their names.
export function otherAccounts(node) {
  if (node.group !== "Event") return [];
  const mine = new Set(around(node));
  const words = wordsOf(node);
  return sameDays(node).filter((id) => {
    const like = nodes[id];
    if (id === node.id || like.articles.some((article) => node.articles.includes(article))) return false;
    return around(like).some((party) => mine.has(party)) || [...wordsOf(like)].some((word) => words.has(word));
  });
}

// [number, mine, [[id, theirs], ...]] for each number that other accounts give differently.
export function differences(node) {
  const accounts = NUMBERS.some((name) => node[name] !== undefined) ? otherAccounts(node) : [];
  return NUMBERS.map((name) => [
    name,
    node[name],
    accounts
      .filter((id) => nodes[id][name] !== undefined && nodes[id][name] !== node[name])
      .map((id) => [id, nodes[id][name]]),
  ]).filter(([, mine, theirs]) => mine !== undefined && theirs.length);
}
