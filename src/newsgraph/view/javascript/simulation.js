// The forces that make a map of a network: ties pull, nodes push, communities keep together, names have room. The same
// input gives the same picture: d3-force draws its chance numbers from a fixed seed.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";

const WITHIN = 58;
const ACROSS = 105;
const MANY = 1500;

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

// `points` have x, y, room (a radius), c (a community) and, where they may not move, fx and fy; `links` are
// [index, index] pairs; `isTall` is the screen. The simulation is stopped; who asked for it ticks.
export function simulationOf({ points, links, alpha, isTall }) {
  const many = points.length > MANY;
  return forceSimulation(points)
    .alpha(alpha)
    .alphaDecay(many ? 0.045 : 0.0228)
    .force(
      "link",
      forceLink(links.map(([source, target]) => ({ source, target }))).distance((/** @type {any} */ { source, target }) =>
        source.c === target.c ? WITHIN + (source.room + target.room) / 3 : ACROSS + (source.room + target.room) / 3,
      ),
    )
    .force("charge", forceManyBody().strength(many ? -60 : -230).theta(many ? 1.1 : 0.9).distanceMax(many ? 700 : 1100))
    .force("room", many ? forceCollide((/** @type {any} */ point) => point.room * 0.55).iterations(1) : forceCollide((/** @type {any} */ point) => point.room))
    .force("community", forceCommunity(0.12))
    .force("x", forceX(0).strength(isTall ? 0.1 : 0.05))
    .force("y", forceY(0).strength(isTall ? 0.035 : 0.085))
    .stop();
}
