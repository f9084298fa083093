// Where the name of a country stands: inside of it, far from its borders.

const LINES = 20;
const memo = new WeakMap();

// Nearly the pole of inaccessibility of its largest part: of the middles of the stretches that level lines have in
// common with the country, the one that is furthest from any border. A stretch ends where the country does, so the point
// is on land even where the middle of the box is not (Norway), and never in a hole (Lesotho).
export function labelPoint(country) {
  if (!memo.has(country)) memo.set(country, furthestIn(country));
  return memo.get(country);
}

function furthestIn({ rings, box: [left, top, right, bottom] }) {
  const near = rings.filter((ring) => ring.some(([x, y]) => x >= left && x <= right && y >= top && y <= bottom));
  let best = [(left + right) / 2, (top + bottom) / 2];
  let most = 0;
  for (let i = 0; i < LINES; i++) {
    const y = top + ((i + 0.5) / LINES) * (bottom - top);
    const ends = crossings(near, y);
    for (let j = 0; j + 1 < ends.length; j += 2) {
      const x = (ends[j] + ends[j + 1]) / 2;
      // Nowhere on a stretch is further from the border than half of it.
      if (ends[j + 1] - ends[j] <= 2 * most || x < left || x > right) continue;
      const room = fromBorder(near, x, y, most);
      if (room > most) [best, most] = [[x, y], room];
    }
  }
  return best;
}

function crossings(rings, y) {
  const found = [];
  for (const ring of rings) {
    let [ax, ay] = ring.at(-1);
    for (const [bx, by] of ring) {
      if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
      ax = bx;
      ay = by;
    }
  }
  return found.sort((a, b) => a - b);
}

// How far the nearest border is; 0 where it is nearer than `enough`.
function fromBorder(rings, x, y, enough) {
  let least = Infinity;
  for (const ring of rings) {
    let [ax, ay] = ring.at(-1);
    for (const [bx, by] of ring) {
      const dx = bx - ax;
      const dy = by - ay;
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
      if (least <= enough * enough) return 0;
      ax = bx;
      ay = by;
    }
  }
  return Math.sqrt(least);
}
