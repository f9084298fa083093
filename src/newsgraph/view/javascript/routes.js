// The shortest way between two nodes, and what two actors have to do with each other.

import { nodes, edges, ties, other, isArticle, isOccurrence } from "./data.js";
import { selection } from "./selection.js";

// Breadth first over what passes the filters; articles do not count as ties. Null where there is no way.
export function shortestPath(from, to) {
  const { passes } = selection();
  const before = new Map([[from, null]]);
  let rim = [from];
  while (rim.length) {
    const next = [];
    for (const id of rim) {
      if (id === to) {
        const path = [];
        for (let at = to; at !== null; at = before.get(at)) path.unshift(at);
        return path;
      }
      for (const tie of ties[id]) {
        const far = other(edges[tie], id);
        if (before.has(far) || isArticle(nodes[far]) || (!passes[far] && far !== to)) continue;
        before.set(far, id);
        next.push(far);
      }
    }
    rim = next;
  }
  return null;
}

// The events, proposals and statements in which both take part and which pass the filters.
export function shared(a, b) {
  const { passes } = selection();
  const around = (id) =>
    new Set(ties[id].map((tie) => other(edges[tie], id)).filter((far) => isOccurrence(nodes[far])));
  const of = around(b);
  return [...around(a)].filter((id) => of.has(id) && passes[id]);
}

export function between(a, b) {
  return ties[a].filter((tie) => other(edges[tie], a) === b);
}
