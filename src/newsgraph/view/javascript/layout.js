// Where the drawn nodes stand. A small network is laid out at once, a large one in a worker, of which the page hears
// as it goes on; where a page may start no worker, in slices between two frames.

import { edges, nodes, ties, other } from "./data.js";
import { simulationOf } from "./simulation.js";
// @ts-expect-error The bundler makes a text of it.
import WORKER from "./layout_worker.js";

const SMALL = 220;
const SLICE = 12; // milliseconds
const RINGS = 150;

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

function pointsOf(ids, before, pinned) {
  const placed = [];
  return ids.map((id, i) => {
    const { x, y } = startOf(id, i, before, placed, ids.length);
    placed[id] = { x, y };
    const point = { x, y, room: roomOf(nodes[id], i), c: nodes[id].c ?? -1 - id };
    if (pinned[id]) [point.fx, point.fy] = pinned[id];
    return point;
  });
}

function linksOf(ids, lines, standsFor) {
  const index = new Map(ids.map((id, i) => [id, i]));
  for (const [id, hub] of standsFor) index.set(id, index.get(hub));
  const pairs = new Map();
  for (const id of lines) {
    const [a, b] = [index.get(edges[id].from), index.get(edges[id].to)];
    if (a !== b) pairs.set(a < b ? a * 1e6 + b : b * 1e6 + a, [a, b]);
  }
  return [...pairs.values()];
}

export function stopLayout() {
  run++;
  if (worker) worker.terminate();
  worker = null;
}

// Lay out anew, starting from where nodes stood before; `step(positions, isDone)` is called with each new picture.
export function layOut({ ids, lines, standsFor, before, pinned, isTall }, step) {
  const mine = ++run;
  const points = pointsOf(ids, before, pinned);
  const links = linksOf(ids, lines, standsFor);
  const fresh = ids.filter((id) => !before[id]).length;
  const alpha = fresh < ids.length ? 0.35 + 0.65 * (fresh / Math.max(1, ids.length)) : 1;
  const task = { points, links, alpha, isTall };
  const tell = (xy, isDone) => {
    const positions = [];
    ids.forEach((id, i) => (positions[id] = { x: xy(i, 0), y: xy(i, 1) }));
    step(positions, isDone);
  };
  const ofPoints = (i, axis) => (axis ? points[i].y : points[i].x);
  if (ids.length <= SMALL) {
    const simulation = simulationOf(task);
    simulation.tick(Math.ceil(Math.log(simulation.alphaMin() / alpha) / Math.log(1 - simulation.alphaDecay())));
    return tell(ofPoints, true);
  }
  tell(ofPoints, false);
  const inSlices = () => {
    const simulation = simulationOf(task);
    const slice = () => {
      if (mine !== run) return;
      const begin = performance.now();
      while (performance.now() - begin < SLICE && simulation.alpha() > simulation.alphaMin()) simulation.tick();
      const isDone = simulation.alpha() <= simulation.alphaMin();
      tell(ofPoints, isDone);
      if (!isDone) setTimeout(slice, 16);
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
    if (data.run === run) tell((i, axis) => data.places[2 * i + axis], data.done);
  };
  worker.onerror = () => {
    mayWork = false;
    if (mine === run) inSlices();
  };
  return worker.postMessage({ run: mine, task });
}
