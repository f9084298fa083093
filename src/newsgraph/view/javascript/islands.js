// Where a crowd of nodes begins: each community a disc of its own, the most important in its middle, and the discs laid
// out by the ties between them. That is a map already; `crowd.js` refines it.

import { forceCollide, forceLink, forceSimulation, forceX, forceY } from "d3-force";
import { pulls } from "./aspect.js";

const TURN = 2.399963; // the golden angle: points of a sunflower
const GAP = 60; // between two discs
const LEAST = 4; // of fewer nodes than these a community is a speck
const TICKS = 160;
const LOOSE = 1.35; // how much more room a disc has than its nodes take

// Nodes by community, in order: {ids, radius}, the largest first.
function discsOf(c, room) {
  const members = new Map();
  c.forEach((community, i) => {
    if (!members.has(community)) members.set(community, []);
    members.get(community).push(i);
  });
  return [...members.values()]
    .map((ids) => ({ ids, radius: LOOSE * Math.sqrt(ids.reduce((sum, i) => sum + room[i] ** 2, 0)), x: 0, y: 0 }))
    .sort((a, b) => b.ids.length - a.ids.length || a.ids[0] - b.ids[0]);
}

function tiesBetween(discs, links) {
  const discOf = new Map();
  discs.forEach(({ ids }, at) => ids.forEach((i) => discOf.set(i, at)));
  const found = new Map();
  for (let l = 0; l < links.length; l += 2) {
    const [a, b] = [discOf.get(links[l]), discOf.get(links[l + 1])];
    if (a === b || a === undefined || b === undefined) continue;
    const [source, target] = a < b ? [a, b] : [b, a];
    const key = source * discs.length + target;
    found.set(key, { source, target, n: (found.get(key)?.n || 0) + 1 });
  }
  return [...found.values()];
}

function layOutDiscs(discs, links, aspect) {
  const [across, down] = pulls(aspect, 0.085);
  discs.forEach((disc, at) => {
    const reach = 1.2 * Math.sqrt(discs.slice(0, at).reduce((sum, { radius }) => sum + (radius + GAP) ** 2, 0));
    [disc.x, disc.y] = [reach * Math.cos(at * TURN), reach * Math.sin(at * TURN)];
  });
  const size = (/** @type {any} */ disc) => Math.sqrt(disc.ids.length);
  forceSimulation(discs)
    .force(
      "link",
      forceLink(tiesBetween(discs, links))
        .distance((/** @type {any} */ { source, target }) => source.radius + target.radius + GAP)
        .strength((/** @type {any} */ { source, target, n }) => Math.min(0.4, n / size(source) / size(target) / 10)),
    )
    .force("room", forceCollide((/** @type {any} */ disc) => disc.radius + GAP / 2).iterations(3))
    .force("x", forceX(0).strength(across))
    .force("y", forceY(0).strength(down))
    .stop()
    .tick(TICKS);
}

// In rows under all others, for hardly anything ties them to those.
function layOutSpecks(specks, large) {
  const [left, right] = [Math.min(0, ...large.map(({ x, radius }) => x - radius)), Math.max(0, ...large.map(({ x, radius }) => x + radius))];
  const height = 2 * Math.max(0, ...specks.map(({ radius }) => radius)) + GAP / 4;
  let y = Math.max(0, ...large.map((disc) => disc.y + disc.radius)) + GAP + height / 2;
  let x = left;
  for (const disc of specks) {
    if (x > right) [x, y] = [left, y + height];
    [disc.x, disc.y] = [x + disc.radius, y];
    x += 2 * disc.radius + GAP / 4;
  }
}

/**
 * @param {{c: ArrayLike<number>, room: ArrayLike<number>, links: ArrayLike<number>, aspect: number}} task
 * `c` has the communities, `room` radii, `links` the two ends of one tie after the other, `aspect` the width of the room by its height
 * @returns {Float32Array} x and y of one node after the other
 */
export function islands({ c, room, links, aspect }) {
  const discs = discsOf([...Array.from(c)], room);
  const large = discs.filter(({ ids }) => ids.length >= LEAST);
  layOutDiscs(large, links, aspect);
  layOutSpecks(discs.filter(({ ids }) => ids.length < LEAST), large);
  const xy = new Float32Array(2 * c.length);
  for (const { ids, radius, x, y } of discs)
    ids.forEach((i, at) => {
      const reach = radius * Math.sqrt(at / ids.length);
      xy[2 * i] = x + reach * Math.cos(at * TURN);
      xy[2 * i + 1] = y + reach * Math.sin(at * TURN);
    });
  return xy;
}
