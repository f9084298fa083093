// The day on which an article first told of something that no sentence dates.

import { nodes } from "./data.js";

const told = new Map();

export function toldOn(node) {
  if (!told.has(node.id)) {
    const days = node.articles.map((id) => nodes[id].days).filter(Boolean);
    told.set(node.id, days.length ? days.reduce((first, one) => (one[0] < first[0] ? one : first)) : null);
  }
  return told.get(node.id);
}

// When it was, else when it was told.
export const placedOn = (node) => node.days || toldOn(node);
