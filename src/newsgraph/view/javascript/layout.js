// Where the drawn nodes stand. A small network is laid out at once, a large one in a worker, of which the page hears
// as it goes on; where a page may start no worker, in slices between two frames.

import { edges, nodes, ties, other } from "./data.js";
import { stretched } from "./aspect.js";
import { islands } from "./islands.js";
import { isCrowd, simulationOf } from "./simulation.js";
// @ts-expect-error The bundler makes a text of it.
import WORKER from "./layout_worker.js";

const LEAST = 8; // of fewer nodes than these the room is not filled
const SLICE = 12; // milliseconds
const RINGS = 150;
// Of its room, what a node has among many, most of whose names are not drawn.
const crowded = (count) => Math.max(0.55, Math.min(1, 16 / Math.sqrt(count)));

let run = 0;
let worker = null;
let mayWork = true;

// Only the text of this one script may become a worker.
function newWorker() {
  const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(WORKER)}`;
  const policy = window.trustedTypes?.createPolicy("newsgraph-layout", { createScriptURL: () => address });
  return new Worker(policy ? policy.createScriptURL("") : address);
}

// How far from its middle a node with its name keeps others away.
function roomOf(node, rank) {
  const width = 3.1 * Math.max(...node.label.split("\n").map((line) => line.length));
  return Math.max(node.size + 9, Math.min(rank < 24 ? 64 : 54, width * (rank < 24 ? 0.95 : 0.8)));
}

// Where nothing is known yet, beside a neighbour that stands, else on a spiral of its community.
function startOf(id, i, before, placed, count) {
  if (before[id]) return before[id];
  const near = ties[id].map((tie) => placed[other(edges[tie], id)]).find(Boolean);
  const angle = i * 2.399963;
  if (near) return { x: near.x + 60 * Math.cos(angle), y: near.y + 60 * Math.sin(angle) };
  // Communities of one, of which there may be thousands, begin around all others.
  const c = Math.min(nodes[id].c ?? RINGS, RINGS);
  const turn = (c < RINGS ? c : i) * 2.399963;
  const [reach, spread] = [Math.sqrt((c / RINGS) * count) * 22, 7 * Math.sqrt(i / (1 + c / 4))];
  return { x: reach * Math.cos(turn) + spread * Math.cos(angle), y: reach * Math.sin(turn) + spread * Math.sin(angle) };
}

// Nodes of no community, such as articles, are with the first of their neighbours that has one.
const communityOf = (id) =>
  nodes[id].c ?? ties[id].map((tie) => nodes[other(edges[tie], id)].c).find((c) => c !== undefined) ?? -1 - id;

function linksOf(ids, lines, standsFor) {
  const index = new Int32Array(nodes.length);
  ids.forEach((id, i) => (index[id] = i));
  for (const [id, hub] of standsFor) index[id] = index[hub];
  // Of several lines between two nodes one is enough.
  const far = ids.map(() => []);
  for (const id of lines) {
    const [a, b] = [index[edges[id].from], index[edges[id].to]];
    if (a !== b) far[Math.min(a, b)].push(Math.max(a, b));
  }
  const seen = new Int32Array(ids.length).fill(-1);
  const links = [];
  far.forEach((ends, a) => {
    for (const b of ends) {
      if (seen[b] !== a) links.push(a, b);
      seen[b] = a;
    }
  });
  return Int32Array.from(links);
}

function startsOf(ids, before, pinned) {
  const placed = [];
  const xy = new Float32Array(2 * ids.length);
  ids.forEach((id, i) => {
    const { x, y } = (placed[id] = startOf(id, i, before, placed, ids.length));
    [xy[2 * i], xy[2 * i + 1]] = pinned[id] || [x, y];
  });
  return xy;
}

/** @returns {import("./simulation.js").Task} */
function taskOf({ ids, lines, standsFor, before, pinned, aspect }) {
  const isMany = isCrowd(ids.length);
  const room = Float32Array.from(ids, (id, i) => roomOf(nodes[id], i) * (isMany ? crowded(ids.length) : 1));
  const c = Int32Array.from(ids, isMany ? communityOf : (id) => nodes[id].c ?? -1 - id);
  const links = linksOf(ids, lines, standsFor);
  const fresh = ids.filter((id) => !before[id]).length / Math.max(1, ids.length);
  const fixed = ids.flatMap((id, i) => (pinned[id] ? [i] : []));
  // Where most are new, what stood before is no guide.
  const isNew = isMany && fresh > 0.5;
  const xy = isNew ? islands({ c, room, links, aspect }) : startsOf(ids, before, pinned);
  for (const i of fixed) xy.set(pinned[ids[i]], 2 * i);
  return { xy, room, c, links, fixed, alpha: fresh < 1 ? 0.35 + 0.65 * fresh : 1, aspect };
}

export function stopLayout() {
  run++;
  if (worker) worker.terminate();
  worker = null;
}

// Lay out anew, starting from where nodes stood before; `step(positions, isDone)` is called with each new picture.
export function layOut(wanted, step) {
  const mine = ++run;
  const { ids } = wanted;
  const task = taskOf(wanted);
  const tell = (xy, isDone) => {
    const positions = [];
    ids.forEach((id, i) => (positions[id] = { x: xy[2 * i], y: xy[2 * i + 1] }));
    step(positions, isDone);
  };
  if (!isCrowd(ids.length)) {
    const simulation = simulationOf(task);
    while (!simulation.isDone()) simulation.tick();
    const xy = simulation.places();
    return tell(task.fixed.length || ids.length < LEAST ? xy : stretched(xy, task.aspect), true);
  }
  tell(task.xy, false);
  const inSlices = () => {
    const simulation = simulationOf(task);
    const slice = () => {
      if (mine !== run) return;
      const begin = performance.now();
      while (performance.now() - begin < SLICE && !simulation.isDone()) simulation.tick();
      tell(simulation.places(), simulation.isDone());
      if (!simulation.isDone()) setTimeout(slice, 16);
    };
    slice();
  };
  if (!mayWork) return inSlices();
  try {
    // A worker that is still at an older picture is of no use.
    if (worker) worker.terminate();
    worker = newWorker();
  } catch {
    mayWork = false;
    return inSlices();
  }
  worker.onmessage = ({ data }) => {
    if (data.run === run) tell(data.places, data.done);
  };
  worker.onerror = () => {
    mayWork = false;
    if (mine === run) inSlices();
  };
  return worker.postMessage({ run: mine, task });
}
