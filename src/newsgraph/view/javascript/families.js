// Who speaks and acts for a country: its people, parties and agencies.

import { edges, isActor, nodes, objectOf, subjectOf, ties } from "./data.js";

const BELONGS = new Set(["headOf", "agencyOf", "citizenOf", "memberOf", "roleAt", "partOf"]);
const families = new Map();

// A node alone, or a country with all that is of it.
export function familyOf(id, rollUp) {
  const node = nodes[id];
  if (!rollUp || node.group !== "Country") return new Set([id]);
  if (families.has(id)) return families.get(id);
  const found = new Set([id]);
  for (const other of nodes) {
    if (node.country && other.country === node.country && isActor(other) && other.group !== "Country")
      found.add(other.id);
  }
  for (const tie of ties[id]) {
    const edge = edges[tie];
    if (BELONGS.has(edge.type) && objectOf(edge) === id && !edge.former) found.add(subjectOf(edge));
  }
  families.set(id, found);
  return found;
}
