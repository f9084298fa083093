// The day on which an article first told of something that no sentence dates.

import { nodes } from "./data.js";

export function toldOn(node) {
  const days = node.articles.map((id) => nodes[id].days).filter(Boolean);
  return days.length ? days.reduce((first, one) => (one[0] < first[0] ? one : first)) : null;
}
