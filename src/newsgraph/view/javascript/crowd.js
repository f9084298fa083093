// The forces for thousands of nodes, on plain arrays of numbers: d3-force takes minutes for what this does in seconds.
// Ties pull within a community and hardly across, nodes that are near push, communities keep where they began. The same
// input gives the same picture: no chance is in it.

const DECAY = 0.6; // of the velocity, a tick
const ACROSS = 0.04; // how strong a tie between two communities is beside one within
const SLACK = 22; // between the rims of two that are tied: what is nearer is near enough
const PULL = 0.035; // towards the middle of the community
const HOLD = 0.25; // of the community to where it began
const TICKS = 110;

/**
 * @typedef {object} Crowd
 * @property {Float32Array} xy x and y of one node after the other; moved in place
 * @property {Float32Array} room their radii
 * @property {Int32Array} c their communities
 * @property {Int32Array} links the two ends of one tie after the other
 * @property {number[]} fixed nodes that may not move
 * @property {number} alpha how much may change: 1 where all is new
 */

/** @param {Crowd} task */
export function crowdOf({ xy, room, c, links, fixed, alpha: begin }) {
  const count = room.length;
  const velocity = new Float32Array(2 * count);
  const degree = new Uint32Array(count);
  for (const end of links) degree[end]++;
  const [home, homes] = numbered(c);
  const sizes = new Float32Array(homes);
  for (const at of home) sizes[at]++;
  const anchors = middlesOf(xy, home, sizes);
  const held = fixed.map((i) => [i, xy[2 * i], xy[2 * i + 1]]);
  const near = gridOf(room);
  let alpha = begin;
  let left = Math.ceil(TICKS * Math.sqrt(begin));
  const cooling = 0.02 ** (1 / left);

  function pull() {
    for (let l = 0; l < links.length; l += 2) {
      const [a, b] = [links[l], links[l + 1]];
      const dx = xy[2 * b] + velocity[2 * b] - xy[2 * a] - velocity[2 * a] || 1e-3;
      const dy = xy[2 * b + 1] + velocity[2 * b + 1] - xy[2 * a + 1] - velocity[2 * a + 1] || 1e-3;
      const far = Math.sqrt(dx * dx + dy * dy);
      // Around a hub there is a disc of those that are tied to it, not a ring.
      const wanted = (room[a] + room[b]) * Math.max(1, 0.55 * Math.sqrt(Math.max(degree[a], degree[b]))) + SLACK;
      if (far < wanted) continue;
      const isWithin = home[a] === home[b];
      // As in d3-force: the more ties the weaker each, and whoever has fewer moves more.
      const strength = (alpha * (isWithin ? 1 : ACROSS) * (far - wanted)) / far / Math.min(degree[a], degree[b]);
      const share = degree[a] / (degree[a] + degree[b]);
      velocity[2 * b] -= dx * strength * share;
      velocity[2 * b + 1] -= dy * strength * share;
      velocity[2 * a] += dx * strength * (1 - share);
      velocity[2 * a + 1] += dy * strength * (1 - share);
    }
  }

  function gather() {
    const middles = middlesOf(xy, home, sizes);
    for (let i = 0; i < count; i++) {
      for (const axis of [0, 1]) {
        const at = 2 * home[i] + axis;
        velocity[2 * i + axis] +=
          alpha * (PULL * (middles[at] - xy[2 * i + axis]) + HOLD * (anchors[at] - middles[at]));
      }
    }
  }

  function push(a, b) {
    let dx = xy[2 * b] - xy[2 * a];
    let dy = xy[2 * b + 1] - xy[2 * a + 1];
    const reach = room[a] + room[b];
    let square = dx * dx + dy * dy;
    if (square >= reach * reach) return;
    if (square < 1e-6) [dx, dy, square] = [Math.cos(a), Math.sin(a), 1];
    const far = Math.sqrt(square);
    const strength = (0.35 * (reach - far)) / far;
    velocity[2 * a] -= dx * strength;
    velocity[2 * a + 1] -= dy * strength;
    velocity[2 * b] += dx * strength;
    velocity[2 * b + 1] += dy * strength;
  }

  function tick() {
    pull();
    gather();
    near(xy, push);
    for (let i = 0; i < 2 * count; i++) xy[i] += velocity[i] *= DECAY;
    for (const [i, x, y] of held) [xy[2 * i], xy[2 * i + 1]] = [x, y];
    alpha *= cooling;
    left--;
  }
  return { tick, isDone: () => left <= 0, places: () => xy };
}

// Communities numbered from 0.
function numbered(c) {
  const numbers = new Map();
  const home = Int32Array.from(c, (community) => {
    if (!numbers.has(community)) numbers.set(community, numbers.size);
    return numbers.get(community);
  });
  return /** @type {[Int32Array, number]} */ ([home, numbers.size]);
}

function middlesOf(xy, home, sizes) {
  const middles = new Float32Array(2 * sizes.length);
  home.forEach((at, i) => {
    middles[2 * at] += xy[2 * i] / sizes[at];
    middles[2 * at + 1] += xy[2 * i + 1] / sizes[at];
  });
  return middles;
}

// A function that calls `each(a, b)` once for every two nodes that may touch: those of one cell of a grid and of the
// four that follow it.
function gridOf(room) {
  const count = room.length;
  const cell = Math.max(1, 2 * room.reduce((most, r) => Math.max(most, r), 0));
  const cellOf = new Int32Array(count);
  const sorted = new Int32Array(count);
  let starts = new Int32Array(1);
  return (xy, each) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      left = Math.min(left, xy[2 * i]);
      right = Math.max(right, xy[2 * i]);
      top = Math.min(top, xy[2 * i + 1]);
      bottom = Math.max(bottom, xy[2 * i + 1]);
    }
    // A plane with a few far away has larger cells rather than millions of empty ones.
    const size = Math.max(cell, Math.sqrt(((right - left) * (bottom - top)) / (8 * count + 64)));
    const columns = Math.floor((right - left) / size) + 2;
    const rows = Math.floor((bottom - top) / size) + 2;
    if (starts.length < columns * rows + 1) starts = new Int32Array(columns * rows + 1);
    else starts.fill(0);
    for (let i = 0; i < count; i++) {
      cellOf[i] = Math.floor((xy[2 * i + 1] - top) / size) * columns + Math.floor((xy[2 * i] - left) / size);
      starts[cellOf[i] + 1]++;
    }
    for (let at = 1; at <= columns * rows; at++) starts[at] += starts[at - 1];
    const next = starts.slice(0, columns * rows);
    for (let i = 0; i < count; i++) sorted[next[cellOf[i]]++] = i;
    for (let at = 0; at < columns * rows; at++) {
      for (let one = starts[at]; one < starts[at + 1]; one++) {
        for (let two = one + 1; two < starts[at + 1]; two++) each(sorted[one], sorted[two]);
        for (const other of [at + 1, at + columns - 1, at + columns, at + columns + 1]) {
          if (other < 0 || other >= columns * rows) continue;
          for (let two = starts[other]; two < starts[other + 1]; two++) each(sorted[one], sorted[two]);
        }
      }
    }
  };
}
