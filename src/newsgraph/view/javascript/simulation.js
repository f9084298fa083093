// The forces that make a map of a network: ties pull, nodes push, communities keep together, names have room. The same
// input gives the same picture: d3-force draws its chance numbers from a fixed seed.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { pulls } from "./aspect.js";
import { crowdOf } from "./crowd.js";

const WITHIN = 70;
const ACROSS = 105;
const FEW = 220; // of more nodes than these each feels only those that are near

/**
 * @typedef {object} Task what is laid out, as a worker may get it
 * @property {Float32Array} xy where nodes begin: x and y of one after the other
 * @property {Float32Array} room radii
 * @property {Int32Array} c communities
 * @property {Int32Array} links the two ends of one tie after the other
 * @property {number[]} fixed nodes that may not move
 * @property {number} alpha how much may change: 1 where all is new
 * @property {number} aspect width of the room by its height
 */

export const isCrowd = (count) => count > FEW;

// Each node towards the middle of its community, which moves with it.
function forceCommunity(strength) {
  let points = [];
  const force = (alpha) => {
    const middles = new Map();
    for (const point of points) {
      if (!middles.has(point.c)) middles.set(point.c, { x: 0, y: 0, n: 0 });
      const middle = middles.get(point.c);
      middle.x += point.x;
      middle.y += point.y;
      middle.n++;
    }
    for (const point of points) {
      const { x, y, n } = middles.get(point.c);
      if (n < 2) continue;
      point.vx += (x / n - point.x) * strength * alpha;
      point.vy += (y / n - point.y) * strength * alpha;
    }
  };
  force.initialize = (given) => (points = given);
  return force;
}

/**
 * A simulation that whoever asked for it ticks; `places()` has x and y of one node after the other.
 * @param {Task} task
 */
export function simulationOf(task) {
  if (isCrowd(task.room.length)) return crowdOf(task);
  const { xy, room, c, links, fixed, alpha, aspect } = task;
  const [across, down] = pulls(aspect, 0.065);
  const points = Array.from(room, (radius, i) => ({ x: xy[2 * i], y: xy[2 * i + 1], room: radius, c: c[i] }));
  for (const i of fixed) Object.assign(points[i], { fx: xy[2 * i], fy: xy[2 * i + 1] });
  const pairs = Array.from({ length: links.length / 2 }, (_, l) => ({ source: links[2 * l], target: links[2 * l + 1] }));
  const simulation = forceSimulation(points)
    .alpha(alpha)
    .force(
      "link",
      forceLink(pairs).distance((/** @type {any} */ { source, target }) =>
        source.c === target.c ? WITHIN + (source.room + target.room) / 3 : ACROSS + (source.room + target.room) / 3,
      ),
    )
    .force("charge", forceManyBody().strength(-230).distanceMax(1100))
    .force("room", forceCollide((/** @type {any} */ point) => point.room))
    .force("community", forceCommunity(0.15))
    .force("x", forceX(0).strength(across))
    .force("y", forceY(0).strength(down))
    .stop();
  return {
    tick: () => void simulation.tick(),
    isDone: () => simulation.alpha() <= simulation.alphaMin(),
    places: () => Float32Array.from({ length: 2 * points.length }, (_, k) => (k % 2 ? points[k >> 1].y : points[k >> 1].x)),
  };
}
