// What a reader can do, by mouse, by key or from the panel.

import { nodes, edges, ties, other, isArticle } from "./data.js";
import { counted, say } from "./dom.js";
import { state, update } from "./state.js";
import { selection } from "./selection.js";
import { shortestPath } from "./routes.js";

export function select(selected) {
  update({ selected }, { undo: false });
}

function withDrawn(ids) {
  const { isDrawn } = selection();
  const missing = ids.filter((id) => !isDrawn[id]);
  return missing.length ? [...new Set([...state().added, ...missing])] : state().added;
}

// Select and make sure that it can be seen, whatever was ticked off or hidden before.
export function goTo(id) {
  const now = state();
  const node = nodes[id];
  const change = { selected: { node: id } };
  if (now.hidden.includes(id)) change.hidden = now.hidden.filter((h) => h !== id);
  if (now.off.type.includes(node.group) && !isArticle(node))
    change.off = { ...now.off, type: now.off.type.filter((t) => t !== node.group) };
  const added = isArticle(node) ? now.added : withDrawn([id]);
  if (added !== now.added) change.added = added;
  update(change, { undo: Object.keys(change).length > 1 });
}

// The neighbours of a node that are not drawn yet, the most important first, at most a screenful at a time.
export function expandable(id) {
  const { isDrawn, passes } = selection();
  const found = new Set();
  for (const tie of ties[id]) {
    const far = other(edges[tie], id);
    if (!isDrawn[far] && passes[far]) found.add(far);
  }
  return [...found].sort((a, b) => a - b);
}

export function expand(id) {
  const more = expandable(id).slice(0, 25);
  if (!more.length) return say("All its neighbours are drawn.");
  update({ added: [...new Set([...withDrawn([id]), ...more])], selected: { node: id } });
  return say(`${counted(more.length, "neighbour")} added.`);
}

export function focus(id, hops = 1) {
  update({ focus: { node: id, hops }, selected: { node: id } });
  say(`Only ${nodes[id].name} and its neighbours are shown.`);
}

export function hide(id) {
  update({ hidden: [...state().hidden, id], selected: null });
  say(`${nodes[id].name} is hidden.`);
}

export function pin(id, position) {
  const pinned = { ...state().pinned };
  if (pinned[id]) delete pinned[id];
  else pinned[id] = position;
  update({ pinned });
  say(pinned[id] ? `${nodes[id].name} is pinned.` : `${nodes[id].name} is no longer pinned.`);
}

export function findPath(a, b) {
  const path = shortestPath(a, b);
  update({ path, selected: { pair: [a, b] } });
  say(
    path
      ? `Shortest path: ${path.map((id) => nodes[id].name).join(", ")}.`
      : "There is no path between them in what is shown.",
  );
}
