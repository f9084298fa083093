// What the reader has chosen: one frozen value, changed only here, so that undo and links come for free.

import { data, byKey, nodes } from "./data.js";

export const VIEWS = ["story", "network", "timeline", "table", "map"];

// More than these at once no machine draws quickly; search and filters lead to the others.
export const MOST = 50000;

// A telephone has room for the names of half as many.
const opening = globalThis.innerWidth < 600 ? Math.min(data.opening, 30) : data.opening;

/** @type {Readonly<PageState>} */
export const start = Object.freeze({
  view: "story",
  selected: null, // {node}, {edge}, {pair: [a, b]}
  off: Object.freeze({
    type: ["Statement", "Article"].filter((type) => type in data.kinds),
    event: [],
    factuality: [],
    act: [],
    status: [],
    source: [],
    tie: [],
  }),
  text: "", // words that a name or a sentence must hold
  from: null, // days since 1970
  to: null,
  min: 1,
  sure: data.sure, // the least confidence
  between: null, // [actor] or [actor, actor]
  rollUp: true, // with their people, parties and agencies
  shown: opening,
  added: [],
  hidden: [],
  pinned: {},
  focus: null, // {node, hops}
  path: null, // [node, node, ...]
  folded: [], // nodes, each of which stands for its whole group
  table: "auto",
});

/** @type {Readonly<PageState>} */
let now = start;
/** @type {Readonly<PageState>[]} */
const past = [];
/** @type {{label: string | null, time: number}} */
let lastMerge = { label: null, time: 0 };
/** @type {((now: PageState, before: PageState) => void)[]} */
const listeners = [];

export const state = () => now;
export const canUndo = () => past.length > 0;
export const onChange = (listener) => listeners.push(listener);

/**
 * Steps of one gesture, such as a slider's, bear the same `merge` and are undone as one.
 * @param {Partial<PageState>} change
 * @param {{undo?: boolean, merge?: string | null}} [options]
 */
export function update(change, { undo: mayUndo = true, merge = null } = {}) {
  const next = Object.freeze({ ...now, ...change });
  const time = performance.now();
  const goesOn = merge !== null && merge === lastMerge.label && time - lastMerge.time < 1000;
  lastMerge = { label: merge, time };
  if (mayUndo && !goesOn) {
    past.push(now);
    if (past.length > 200) past.shift();
  }
  const before = now;
  now = next;
  for (const listener of listeners) listener(now, before);
}

export function undo() {
  if (!past.length) return;
  const before = now;
  now = Object.freeze({ ...past.pop(), view: now.view, table: now.table });
  lastMerge = { label: null, time: 0 };
  for (const listener of listeners) listener(now, before);
}

export const reset = () => update({ ...start, view: now.view });

// A tie by its ends and what it says: its number changes from build to build.
const keyOf = (edge) =>
  [nodes[edge.from].key, edge.type, nodes[edge.to].key, edge.role || ""].map(encodeURIComponent).join("|");
let edgeOf = null;
function edgeBy(key) {
  edgeOf ||= new Map(data.edges.map((edge) => [keyOf(edge), edge.id]));
  return edgeOf.get(key);
}

/**
 * The state as the part of an address after #, with node keys, so that it outlives another build of the page.
 * @param {PageState} value
 */
export function toHash(value) {
  const hash = new URLSearchParams();
  const list = (texts) => texts.map(encodeURIComponent).join("|");
  const keys = (ids) => list(ids.map((id) => nodes[id].key));
  if (value.view !== start.view) hash.set("view", value.view);
  if (value.selected && "node" in value.selected) hash.set("node", nodes[value.selected.node].key);
  if (value.selected && value.selected.at !== undefined) hash.set("at", String(value.selected.at));
  if (value.selected && "edge" in value.selected) hash.set("edge", keyOf(data.edges[value.selected.edge]));
  if (value.selected && "pair" in value.selected) hash.set("pair", keys(value.selected.pair));
  for (const facet of Object.keys(start.off)) {
    if (value.off[facet].join() !== start.off[facet].join()) hash.set(`no-${facet}`, list(value.off[facet]));
  }
  for (const name of ["from", "to"]) if (value[name] !== null) hash.set(name, String(value[name]));
  if (value.text) hash.set("text", value.text);
  if (value.min !== 1) hash.set("min", String(value.min));
  if (value.sure !== start.sure) hash.set("sure", String(value.sure));
  if (value.between) hash.set("between", keys(value.between));
  if (!value.rollUp) hash.set("alone", "1");
  if (value.shown !== start.shown) hash.set("shown", String(value.shown));
  if (value.added.length) hash.set("added", keys(value.added));
  if (value.hidden.length) hash.set("hidden", keys(value.hidden));
  const pins = Object.entries(value.pinned).map(
    ([id, [x, y]]) => `${encodeURIComponent(nodes[id].key)}@${Math.round(x)},${Math.round(y)}`,
  );
  if (pins.length) hash.set("pinned", pins.join("|"));
  if (value.focus) hash.set("focus", `${value.focus.hops}|${nodes[value.focus.node].key}`);
  if (value.path) hash.set("path", keys(value.path));
  if (value.folded.length) hash.set("folded", keys(value.folded));
  if (value.table !== start.table) hash.set("table", value.table);
  return hash.toString();
}

const decode = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * What is not understood, or names a node that is not here, is passed over: a link may be old or hostile.
 * @param {string} text
 * @returns {PageState}
 */
export function fromHash(text) {
  const hash = new URLSearchParams(text);
  const list = (name) => (hash.get(name) || "").split("|").filter(Boolean).map(decode);
  const ids = (name) =>
    list(name)
      .map((key) => byKey.get(key))
      .filter((id) => id !== undefined);
  const whole = (name, least, most) => {
    const number = Number(hash.get(name));
    return hash.has(name) && Number.isInteger(number) && number >= least && number <= most ? number : null;
  };
  /** @type {PageState} */
  const value = { ...start, off: { ...start.off } };
  if (VIEWS.includes(hash.get("view"))) value.view = hash.get("view");
  if (ids("node").length) value.selected = { node: ids("node")[0] };
  const at = whole("at", 0, 1e8);
  if (value.selected && at !== null) value.selected.at = at;
  const edge = hash.has("edge") ? edgeBy(hash.get("edge")) : undefined;
  if (edge !== undefined) value.selected = { edge };
  if (ids("pair").length === 2) value.selected = { pair: ids("pair") };
  for (const facet of Object.keys(start.off)) {
    if (hash.has(`no-${facet}`)) value.off[facet] = list(`no-${facet}`);
  }
  value.from = whole("from", -800000, 800000);
  value.to = whole("to", -800000, 800000);
  value.min = whole("min", 1, 1e6) || 1;
  const sure = Number(hash.get("sure"));
  value.sure = hash.has("sure") && sure >= 0 && sure <= 1 ? sure : start.sure;
  value.between = ids("between").length ? ids("between").slice(0, 2) : null;
  value.rollUp = !hash.has("alone");
  value.shown = whole("shown", 1, MOST) || start.shown;
  value.added = ids("added");
  value.hidden = ids("hidden");
  value.folded = ids("folded");
  value.text = (hash.get("text") || "").slice(0, 200);
  value.pinned = {};
  for (const pin of (hash.get("pinned") || "").split("|")) {
    const found = /^(.*)@(-?\d+),(-?\d+)$/.exec(pin);
    const id = found && byKey.get(decode(found[1]));
    if (id !== undefined && id !== null) value.pinned[id] = [Number(found[2]), Number(found[3])];
  }
  const [hops, ...rest] = (hash.get("focus") || "").split("|");
  const centre = byKey.get(rest.join("|"));
  if (centre !== undefined && ["1", "2", "3"].includes(hops)) value.focus = { node: centre, hops: Number(hops) };
  if (ids("path").length > 1) value.path = ids("path");
  if (hash.has("table") && /^[a-z]+$/.test(hash.get("table"))) value.table = hash.get("table");
  return value;
}

export function restore(value) {
  const before = now;
  now = Object.freeze(value);
  for (const listener of listeners) listener(now, before);
}
